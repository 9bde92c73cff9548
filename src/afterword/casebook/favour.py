"""Give and take: leads, introductions and help, by whom, and whether it was returned."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import models

from afterword.casebook.case import Case
from afterword.casebook.event import Who, act
from afterword.casebook.person import Person
from afterword.casebook.record import Record

#: What passes between two people.
KINDS = ("lead", "introduction", "advice", "reference", "help")
#: "given" by the user to them, or "received" from them.
WAYS = ("given", "received")


class Favour(Record):
    """One favour. `returned_on` is the day it was made good; a gift may stay one for ever."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="favours")
    case = models.ForeignKey(
        Case, null=True, blank=True, on_delete=models.PROTECT, related_name="favours"
    )
    way = models.CharField(max_length=16)
    kind = models.CharField(max_length=16, default="help")
    what = models.TextField(blank=True)
    on = models.DateField()
    returned_on = models.DateField(null=True)

    @classmethod
    def note(
        cls,
        *,
        person: Person,
        way: str,
        on: date,
        at: datetime,
        by: str = Who.USER,
        case: Case | None = None,
        **fields: Any,
    ) -> Favour:
        """Note a favour; the same thing of the same day with the same person is one."""
        if way not in WAYS or fields.get("kind", "help") not in KINDS:
            raise ValueError(way)
        done = "You did" if way == "given" else f"{person} did"
        with act(
            person.account, "favour", at=at, by=by, case=case, says=f"{done} a good turn"
        ) as doing:
            same = {"person": person, "way": way, "on": on, "what": fields.get("what", "")}
            found = cls.objects.filter(**same).first()
            if found is None:
                return doing.create(cls(person=person, way=way, on=on, case=case, **fields))
            doing.change(found, **fields)
            return found

    def made_good(self, *, on: date | None, at: datetime, by: str = Who.USER) -> None:
        """It was returned on that day; None opens it again."""
        says = f"A good turn with {self.person} was returned"
        with act(self.account, "favour_returned", at=at, by=by, case=self.case_id, says=says) as d:
            d.change(self, returned_on=on)

    def drop(self, *, at: datetime, by: str = Who.USER) -> None:
        if not Favour.objects.filter(pk=self.pk).exists():
            return
        says = f"A good turn with {self.person} was taken out"
        with act(self.account, "dropped_favour", at=at, by=by, case=self.case_id, says=says) as d:
            d.remove(self)
