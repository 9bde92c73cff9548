"""What was learned: five answers after an ending, the one hired, and a plan made before the verdict."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import models

from afterword.casebook.case import Case
from afterword.casebook.event import Who, act
from afterword.casebook.record import Record


class LookBack(Record):
    """One a case. `answers` holds what the user wrote by question; `lesson` is the line they keep.

    One with neither was set aside: it is not offered again.
    """

    case = models.OneToOneField(Case, on_delete=models.PROTECT, related_name="look_back")
    on = models.DateField()
    answers = models.JSONField(default=dict)
    lesson = models.TextField(blank=True)

    @classmethod
    def write(
        cls, *, case: Case, on: date, at: datetime, by: str = Who.USER, **fields: Any
    ) -> LookBack:
        """Keep the answers; those given before stay where nothing new is said."""
        says = f"You looked back on {case}"
        with act(case.account, "looked_back", at=at, by=by, case=case, says=says) as doing:
            found = cls.objects.filter(case=case).first()
            if found is None:
                return doing.create(cls(case=case, on=on, **fields))
            if "answers" in fields:
                fields["answers"] = {**found.answers, **fields["answers"]}
            doing.change(found, on=on, **fields)
            return found

    @classmethod
    def set_aside(cls, *, case: Case, on: date, at: datetime, by: str = Who.USER) -> LookBack:
        """Not this one: remembered, so that it is never brought up again; what is written stays."""
        says = f"Looking back on {case} was set aside"
        with act(case.account, "set_aside_look_back", at=at, by=by, case=case, says=says) as doing:
            found = cls.objects.filter(case=case).first()
            return found or doing.create(cls(case=case, on=on))

    def drop(self, *, at: datetime, by: str = Who.USER) -> None:
        if not LookBack.objects.filter(pk=self.pk).exists():
            return
        says = f"What you wrote about {self.case} was removed"
        with act(
            self.account, "dropped_look_back", at=at, by=by, case=self.case_id, says=says
        ) as d:
            d.remove(self)


class Hired(Record):
    """Who was hired instead: only the role and the user's own notes (P19); one click removes it."""

    case = models.OneToOneField(Case, on_delete=models.PROTECT, related_name="hired")
    name = models.CharField(max_length=200, blank=True)
    role = models.CharField(max_length=300, blank=True)
    started_on = models.DateField(null=True)
    brings = models.JSONField(default=list)
    differs = models.JSONField(default=list)
    gap = models.TextField(blank=True)
    looked_on = models.DateField(null=True)

    @classmethod
    def note(cls, *, case: Case, at: datetime, by: str = Who.USER, **fields: Any) -> Hired:
        says = f"Who was hired for {case}"
        with act(case.account, "noted_hired", at=at, by=by, case=case, says=says) as doing:
            found = cls.objects.filter(case=case).first()
            if found is None:
                return doing.create(cls(case=case, **fields))
            doing.change(found, **fields)
            return found

    def drop(self, *, at: datetime, by: str = Who.USER) -> None:
        if not Hired.objects.filter(pk=self.pk).exists():
            return
        says = f"What stood of the one hired for {self.case} was removed"
        with act(self.account, "dropped_hired", at=at, by=by, case=self.case_id, says=says) as d:
            d.remove(self)


class IfThen(Record):
    """Written before the verdict, in the user's own words: if it is a no, then I will … (P02)."""

    case = models.OneToOneField(Case, on_delete=models.PROTECT, related_name="if_then")
    then = models.TextField()
    second_target = models.TextField(blank=True)

    @classmethod
    def write(
        cls, *, case: Case, then: str, at: datetime, by: str = Who.USER, second_target: str = ""
    ) -> IfThen:
        says = f"Your plan for either answer of {case}"
        with act(case.account, "wrote_if_then", at=at, by=by, case=case, says=says) as doing:
            found = cls.objects.filter(case=case).first()
            if found is None:
                return doing.create(cls(case=case, then=then, second_target=second_target))
            doing.change(found, then=then, second_target=second_target)
            return found
