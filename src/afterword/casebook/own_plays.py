"""A coach's own plays, as they wrote them; counsel checks them line by line."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import models

from afterword.casebook.event import Who, act
from afterword.casebook.record import Record


class OwnPlays(Record):
    """The TOML text that adds or changes plays; one an account."""

    text = models.TextField(blank=True)

    class Meta(Record.Meta):
        constraints = [models.UniqueConstraint(fields=["account"], name="one_own_plays")]

    @classmethod
    def write(cls, *, account: UUID, text: str, at: datetime, by: str = Who.USER) -> OwnPlays:
        with act(account, "wrote_plays", at=at, by=by, says="Your own plays were changed") as doing:
            found = cls.objects.of(account).first()
            if found is None:
                return doing.create(cls(text=text))
            doing.change(found, text=text)
            return found
