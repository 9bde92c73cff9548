"""What happened outside the mail: a phone call with a no, a letter by post, a word in the corridor."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import models

from afterword import terms
from afterword.casebook.case import Case
from afterword.casebook.event import Who, act
from afterword.casebook.person import Person
from afterword.casebook.record import Record


class Entry(Record):
    """One dated thing entered by hand; `kind` is a mail kind (a verdict by phone) or a deed."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="entries")
    at = models.DateTimeField()
    kind = models.CharField(max_length=32)
    direction = models.CharField(max_length=8, default=terms.Direction.IN)
    person = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="entries"
    )
    channel = models.CharField(max_length=32, default=terms.Channel.PHONE)
    basis = models.CharField(max_length=16, default=terms.Basis.SAID)
    reply_possible = models.BooleanField(default=True)
    promised = models.DateField(null=True)
    invitation = models.BooleanField(default=False)
    stop = models.BooleanField(default=False)
    by_internal = models.BooleanField(default=False)
    stage = models.CharField(max_length=32, blank=True)
    reasons = models.JSONField(default=list)
    detail = models.TextField(blank=True)

    @classmethod
    def enter(
        cls,
        *,
        case: Case,
        kind: str,
        when: datetime,
        at: datetime,
        by: str = Who.USER,
        **fields: Any,
    ) -> Entry:
        """Enter what happened; the same kind at the same moment in a case is the same thing."""
        kind = str(kind_of(kind))
        says = f"{kind.replace('_', ' ')} on {when:%d %B} for {case}"
        with act(case.account, "entered", at=at, by=by, case=case, says=says) as doing:
            found = cls.objects.filter(case=case, kind=kind, at=when).first()
            if found is None:
                return doing.create(cls(case=case, kind=kind, at=when, **fields))
            doing.change(found, **fields)
            return found

    def strike(self, *, at: datetime, by: str = Who.USER) -> None:
        """Take it out again; it did not happen so."""
        if not Entry.objects.filter(pk=self.pk).exists():
            return
        says = f"{self.kind.replace('_', ' ')} of {self.at:%d %B} was taken out"
        with act(self.account, "struck", at=at, by=by, case=self.case_id, says=says) as doing:
            doing.remove(self)


def kind_of(word: str) -> terms.MailKind | terms.Deed:
    """The kind a word names: a mail kind, else a deed; a `ValueError` when it is neither."""
    try:
        return terms.MailKind(word)
    except ValueError:
        return terms.Deed(word)
