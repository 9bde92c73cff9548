"""How the user writes: counts taken from mail they sent, and what they say of it themselves.

Only numbers and short forms from a closed list are kept, never a sentence (contract, ruling 7).
"""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import models

from afterword.casebook.event import Who, act
from afterword.casebook.record import Record


class Manner(Record):
    """One an account. `heard` is counted by the machine, `said` is the user's own word and wins."""

    heard = models.JSONField(default=dict)
    said = models.JSONField(default=dict)
    through = models.UUIDField(null=True)

    class Meta(Record.Meta):
        constraints = [models.UniqueConstraint(fields=["account"], name="one_manner")]

    @classmethod
    def of(cls, account: UUID, *, at: datetime) -> Manner:
        """The account's manner, made empty on first asking."""
        found, _ = cls.objects.get_or_create(account=account, defaults={"entered_at": at})
        return found

    def note(self, *, heard: dict[str, Any], through: UUID | None = None) -> None:
        """Keep what was counted: derived from mail, so it leaves no event and no undo."""
        self.heard, self.through = heard, through or self.through
        self.save(update_fields=["heard", "through"])

    def say(self, *, at: datetime, by: str = Who.USER, **said: Any) -> None:
        """What the user says of their own manner; None gives a thing back to the counting."""
        kept = {name: value for name, value in {**self.said, **said}.items() if value is not None}
        with act(
            self.account, "said_manner", at=at, by=by, says="How you write was changed"
        ) as doing:
            doing.change(self, said=kept)

    def forget(self, *, at: datetime, by: str = Who.USER) -> None:
        """Forget what was learned and said, for good; counting begins with the next mail sent."""
        with act(
            self.account,
            "forgot_manner",
            at=at,
            by=by,
            says="How you write was forgotten",
            undoable=False,
        ) as doing:
            doing.change(self, heard={}, said={})
