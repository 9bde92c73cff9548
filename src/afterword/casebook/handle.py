"""Marks by which a person is known beside their mail addresses: a phone, a page, a card of an address book."""

from __future__ import annotations

from django.db import models

from afterword.casebook.event import Act
from afterword.casebook.person import Person
from afterword.casebook.record import Record

#: What is one person's alone. A phone may be a whole house's.
ALONE = ("profile", "card")
KINDS = (*ALONE, "phone", "met")


class Handle(Record):
    """One mark of a person. `met` is the day a network says they were connected, as a date."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="handles")
    kind = models.CharField(max_length=16)
    value = models.CharField(max_length=500)

    class Meta(Record.Meta):
        constraints = [
            models.UniqueConstraint(fields=["person", "kind", "value"], name="one_handle")
        ]
        indexes = [models.Index(fields=["account", "kind", "value"])]

    @classmethod
    def give(cls, person: Person, kind: str, value: str, *, doing: Act) -> None:
        """Note a mark of theirs; the same mark twice is one."""
        value = value.strip()[:500]
        if value and not cls.objects.filter(person=person, kind=kind, value=value).exists():
            doing.create(cls(person=person, kind=kind, value=value))
