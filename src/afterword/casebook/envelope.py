"""Opening an envelope: the user has read a verdict, and from then the twelve hours count."""

from __future__ import annotations

from datetime import datetime

from django.db import models

from afterword.casebook.event import Who, act
from afterword.casebook.message import Message
from afterword.casebook.record import Record


class Opening(Record):
    message = models.OneToOneField(Message, on_delete=models.CASCADE, related_name="opening")
    at = models.DateTimeField()

    class Meta(Record.Meta):
        indexes = [models.Index(fields=["account", "at"], name="opening_when")]


def open_envelope(*, message: Message, at: datetime, by: str = Who.USER, says: str = "") -> Opening:
    """Open it; once open it stays open, and the first opening counts."""
    found = Opening.objects.filter(message=message).first()
    if found is not None:
        return found
    says = says or f"You opened the letter of {message.at:%d %B}"
    case = message.case_id
    with act(message.account, "opened_envelope", at=at, by=by, case=case, says=says) as doing:
        return doing.create(Opening(message=message, at=at))
