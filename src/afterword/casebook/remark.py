"""What they said: a challenge, a doubt, a promise, in their words, by whom, and how we know."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import models

from afterword import terms
from afterword.casebook.case import Case
from afterword.casebook.event import Who, act
from afterword.casebook.interview import Interview
from afterword.casebook.message import Message
from afterword.casebook.person import Person
from afterword.casebook.record import Record
from afterword.casebook.story import Story


class Remark(Record):
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="remarks")
    kind = models.CharField(max_length=32)
    quote = models.TextField()
    person = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="remarks"
    )
    by_name = models.CharField(max_length=200, blank=True)
    basis = models.CharField(max_length=16, default=terms.Basis.SAID)
    on = models.DateField(null=True)
    interview = models.ForeignKey(
        Interview, null=True, blank=True, on_delete=models.PROTECT, related_name="remarks"
    )
    message = models.ForeignKey(
        Message, null=True, blank=True, on_delete=models.PROTECT, related_name="remarks"
    )
    answered_by = models.ForeignKey(
        Story, null=True, blank=True, on_delete=models.PROTECT, related_name="answers"
    )
    hole = models.TextField(blank=True)
    # Of a doubt: "yes", "no" or "" (not said), and the day it was met with an answer.
    fixable = models.CharField(max_length=8, blank=True)
    met_on = models.DateField(null=True)
    # Of a doubt, the user's own word: what kind it is, and the mark it shares with those it is
    # the same as. A mark that no other bears keeps it apart.
    nature = models.CharField(max_length=24, blank=True)
    kin = models.UUIDField(null=True)

    @classmethod
    def note(
        cls, *, case: Case, kind: str, quote: str, at: datetime, by: str = Who.USER, **fields: Any
    ) -> Remark:
        """Keep what was said; the same words of the same kind in a case are kept once."""
        kind = str(terms.RemarkKind(kind))
        says = f"“{quote[:60]}” was noted in {case}"
        with act(case.account, "noted_remark", at=at, by=by, case=case, says=says) as doing:
            found = cls.objects.filter(case=case, kind=kind, quote=quote).first()
            if found is None:
                return doing.create(cls(case=case, kind=kind, quote=quote, **fields))
            doing.change(found, **fields)
            return found

    def mend(self, *, at: datetime, by: str = Who.USER, **fields: Any) -> None:
        """Change the words, kind, speaker, basis or day."""
        says = "What they said was changed"
        with act(
            self.account, "mended_remark", at=at, by=by, case=self.case_id, says=says
        ) as doing:
            doing.change(self, **fields)

    def answer_with(self, *, story: Story | None, at: datetime, by: str = Who.USER) -> None:
        """Say which story meets this; None takes the answer away."""
        says = f"“{story}” answers what they said" if story else "An answer was taken away"
        with act(
            self.account, "answered_remark", at=at, by=by, case=self.case_id, says=says
        ) as doing:
            doing.change(self, answered_by=story)

    def drop(self, *, at: datetime, by: str = Who.USER) -> None:
        if not Remark.objects.filter(pk=self.pk).exists():
            return
        says = "A remark was removed"
        with act(
            self.account, "dropped_remark", at=at, by=by, case=self.case_id, says=says
        ) as doing:
            doing.remove(self)

    def as_term(self) -> terms.Remark:
        return terms.Remark(
            id=str(self.pk),
            kind=terms.RemarkKind(self.kind),
            quote=self.quote,
            by=self.by_name or (self.person.name if self.person else ""),
            basis=terms.Basis(self.basis),
            at=self.on,
            answered_by=str(self.answered_by_id or ""),
            hole=self.hole,
            said_in=str(self.message_id or ""),
        )
