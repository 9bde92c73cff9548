"""Endings and reopenings: a case is closed by hand when its last ending has no reopening."""

from __future__ import annotations

from datetime import datetime

from django.db import models

from afterword import terms
from afterword.casebook.case import Case
from afterword.casebook.event import Who, act
from afterword.casebook.record import Record


class Ending(Record):
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="endings")
    at = models.DateTimeField()
    outcome = models.CharField(max_length=32)
    by_internal = models.BooleanField(default=False)
    why = models.TextField(blank=True)


class Reopening(Record):
    ending = models.OneToOneField(Ending, on_delete=models.PROTECT, related_name="reopening")
    at = models.DateTimeField()
    why = models.TextField(blank=True)


def end(
    *,
    case: Case,
    outcome: str,
    at: datetime,
    by: str = Who.USER,
    when: datetime | None = None,
    why: str = "",
    by_internal: bool = False,
) -> Ending:
    """Close the case, for this reason, on that day; a case that is closed so already stays as it is."""
    outcome = str(terms.Outcome(outcome))
    standing = Ending.objects.filter(case=case, reopening__isnull=True).order_by("id").last()
    if standing is not None and standing.outcome == outcome:
        return standing
    says = f"{case} ended: {outcome.replace('_', ' ')}"
    with act(case.account, "ended", at=at, by=by, case=case, why=why, says=says) as doing:
        return doing.create(
            Ending(case=case, at=when or at, outcome=outcome, by_internal=by_internal, why=why)
        )


def reopen(*, case: Case, at: datetime, by: str = Who.USER, why: str = "") -> None:
    """Open the case again; endings stay in the record, each with its reopening."""
    closed = Ending.objects.filter(case=case, reopening__isnull=True)
    with act(
        case.account, "reopened", at=at, by=by, case=case, why=why, says=f"{case} is open again"
    ) as doing:
        for ending in closed:
            doing.create(Reopening(ending=ending, at=at, why=why))
