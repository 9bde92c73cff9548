"""Where mail comes from, and how far it has been read."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import models

from afterword.casebook.record import Record


class Source(Record):
    """`cursor` is where the next reading goes on; it moves in the same transaction as the mail."""

    name = models.CharField(max_length=1000)
    kind = models.CharField(max_length=32)
    cursor = models.TextField(blank=True)
    counts = models.JSONField(default=dict)
    last_read_at = models.DateTimeField(null=True)
    last_whole_at = models.DateTimeField(null=True)

    class Meta(Record.Meta):
        constraints = [models.UniqueConstraint(fields=["account", "name"], name="one_source")]

    @classmethod
    def named(cls, *, account: UUID, name: str, kind: str, at: datetime) -> Source:
        found, _ = cls.objects.get_or_create(
            account=account, name=name, defaults={"kind": kind, "entered_at": at}
        )
        return found
