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
    """The case is open after all: takes back an ending by hand, or says that a mail was not the end."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="reopenings")
    ending = models.OneToOneField(
        Ending, null=True, on_delete=models.PROTECT, related_name="reopening"
    )
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
    """Open the case again; what closed it stays in the record.

    An ending by hand is taken back. Where a mail closed the case, the user's
    word that it is open stands until the next mail from there.
    """
    closed = list(Ending.objects.filter(case=case, reopening__isnull=True))
    said = Reopening.objects.filter(case=case, ending__isnull=True).order_by("at").last()
    says = f"{case} is open again"
    with act(case.account, "reopened", at=at, by=by, case=case, why=why, says=says) as doing:
        for ending in closed:
            doing.create(Reopening(case=case, ending=ending, at=at, why=why))
        news = said is not None and case.last_at is not None and case.last_at > said.at
        if not closed and (said is None or news):
            doing.create(Reopening(case=case, at=at, why=why))
