"""One word from the user to a person, by whatever channel, and what came of it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import models

from afterword import terms
from afterword.casebook.case import Case
from afterword.casebook.event import Who, act
from afterword.casebook.letter import Letter
from afterword.casebook.message import Message
from afterword.casebook.person import Person
from afterword.casebook.record import Record


class Touch(Record):
    person = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="touches"
    )
    case = models.ForeignKey(
        Case, null=True, blank=True, on_delete=models.PROTECT, related_name="touches"
    )
    letter = models.OneToOneField(
        Letter, null=True, blank=True, on_delete=models.PROTECT, related_name="touch"
    )
    # The mail in which it was seen to have gone out.
    message = models.OneToOneField(
        Message, null=True, blank=True, on_delete=models.SET_NULL, related_name="touch"
    )
    at = models.DateTimeField()
    channel = models.CharField(max_length=32, default=terms.Channel.EMAIL)
    kind = models.CharField(max_length=32, blank=True)
    play = models.CharField(max_length=8, blank=True)
    # Method 5, touch result.
    result = models.CharField(max_length=32, default="sent")
    note = models.TextField(blank=True)

    class Meta(Record.Meta):
        indexes = [models.Index(fields=["account", "person", "at"])]

    @classmethod
    def note_one(
        cls,
        *,
        person: Person,
        when: datetime,
        at: datetime,
        by: str = Who.USER,
        case: Case | None = None,
        **fields: Any,
    ) -> Touch:
        """Note a word to someone that no letter here shows: a call, a comment, a coffee."""
        says = f"You were in touch with {person}"
        with act(person.account, "touched", at=at, by=by, case=case, says=says) as doing:
            found = cls.objects.filter(person=person, at=when).first()
            if found is None:
                return doing.create(cls(person=person, case=case, at=when, **fields))
            doing.change(found, **fields)
            return found
