"""A person's seat in a case: their part, their stance towards the user, and how we know."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import models

from afterword import terms
from afterword.casebook.case import Case
from afterword.casebook.event import Who, act
from afterword.casebook.person import Person
from afterword.casebook.record import Record


class Seat(Record):
    """`set_by` the user is never overwritten by what a machine reads later."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="seats")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="seats")
    part = models.CharField(max_length=32, default=terms.Part.UNKNOWN)
    title = models.CharField(max_length=200, blank=True)
    # What they have at stake: sales, finance, operations …
    stake = models.CharField(max_length=64, blank=True)
    stance = models.CharField(max_length=16, default=terms.Stance.UNKNOWN)
    stance_basis = models.CharField(max_length=16, default=terms.Basis.GUESSED)
    quote = models.TextField(blank=True)
    warmth = models.CharField(max_length=16, blank=True)
    # Since when they are known to sit here: the day of the first mail that shows them.
    since = models.DateTimeField()
    set_by = models.CharField(max_length=16, choices=Who.choices, default=Who.MACHINE)

    class Meta(Record.Meta):
        constraints = [models.UniqueConstraint(fields=["case", "person"], name="one_seat")]

    @classmethod
    def give(
        cls, *, case: Case, person: Person, at: datetime, by: str = Who.USER, **fields: Any
    ) -> Seat:
        """Seat a person in a case, or change how they sit: part, title, stake, stance, stance_basis, quote, warmth."""
        if "part" in fields:
            fields["part"] = str(terms.Part(fields["part"]))
        if "stance" in fields:
            fields["stance"] = str(terms.Stance(fields["stance"]))
            fields.setdefault("stance_basis", str(terms.Basis.SAID))
        says = f"{person} in {case}"
        with act(case.account, "seated", at=at, by=by, case=case, says=says) as doing:
            found = cls.objects.filter(case=case, person=person).first()
            if found is None:
                fields.setdefault("since", at)
                return doing.create(cls(case=case, person=person, set_by=by, **fields))
            differs = any(getattr(found, name) != value for name, value in fields.items())
            if differs and (by == Who.USER or found.set_by != Who.USER):
                doing.change(found, set_by=by, **fields)
            return found

    def leave(self, *, at: datetime, by: str = Who.USER) -> None:
        """Take the person out of this case; the person stays known."""
        if not Seat.objects.filter(pk=self.pk).exists():
            return
        says = f"{self.person} is not part of {self.case}"
        with act(self.account, "unseated", at=at, by=by, case=self.case_id, says=says) as doing:
            doing.remove(self)
