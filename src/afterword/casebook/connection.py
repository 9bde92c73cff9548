"""A mail account that is kept in step, what was read of each of its folders, and why it may rest.

No password is in these records: it lies in a vault (wire/vault.py), under the name `secret`.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import models
from django.db.models import Q

from afterword.casebook.event import Who, act
from afterword.casebook.record import Record, in_one_go
from afterword.casebook.source import Source

#: One process at a time reads an account; one that died is waited for so long.
LEASE = timedelta(minutes=5)


class Connection(Record):
    """How an account is reached; it is kept in step while it has one."""

    source = models.OneToOneField(Source, on_delete=models.PROTECT, related_name="connection")
    host = models.CharField(max_length=253)
    port = models.IntegerField(default=993)
    user = models.CharField(max_length=320)
    # "password", or the provider the user signs in at.
    way = models.CharField(max_length=16, default="password")
    client = models.CharField(max_length=300, blank=True)
    since = models.DateField()
    reading_until = models.DateTimeField(null=True)
    reading_by = models.CharField(max_length=64, blank=True)

    def __str__(self) -> str:
        return f"{self.user} at {self.host}"

    @property
    def secret(self) -> str:
        """The name its password lies under."""
        return f"{self.account}:{self.source.name}"

    @classmethod
    def open(cls, *, account: UUID, at: datetime, by: str = Who.USER, **fields: Any) -> Connection:
        """Keep this account in step; the same one again changes how it is reached."""
        name = f"imap:{fields['user']}@{fields['host']}:{fields['port']}"
        says = f"{fields['user']} is kept in step"
        with act(account, "connected", at=at, by=by, says=says, undoable=False) as doing:
            source = Source.named(account=account, name=name[:1000], kind="IMAP", at=at)
            found = cls.objects.of(account).filter(source=source).first()
            if found is None:
                return doing.create(cls(source=source, **fields))
            doing.change(found, **fields)
            return found

    def close(self, *, at: datetime, by: str = Who.USER) -> None:
        """Read it no more; what was read stays. A second call changes nothing."""
        if not Connection.objects.filter(pk=self.pk).exists():
            return
        says = f"{self.user} is no longer kept in step"
        with act(self.account, "disconnected", at=at, by=by, says=says, undoable=False) as doing:
            for halt in Halt.objects.filter(source=self.source):
                doing.remove(halt)
            doing.remove(self)

    def claim(self, *, by: str, at: datetime) -> bool:
        """Whether `by` may read it now, for as long as LEASE; ask again to keep it."""
        free = Q(reading_until__isnull=True) | Q(reading_until__lt=at) | Q(reading_by=by)
        mine = Connection.objects.filter(free, pk=self.pk)
        return bool(mine.update(reading_by=by, reading_until=at + LEASE))

    def release(self, *, by: str) -> None:
        Connection.objects.filter(pk=self.pk, reading_by=by).update(
            reading_by="", reading_until=None
        )


class Halt(Record):
    """Why an account is not read until the user has spoken: emptied, or not let in."""

    source = models.OneToOneField(Source, on_delete=models.PROTECT, related_name="halt")
    kind = models.CharField(max_length=16)
    says = models.TextField()
    at = models.DateTimeField()

    @classmethod
    def call(
        cls, *, source: Source, kind: str, says: str, at: datetime, by: str = Who.MACHINE
    ) -> Halt:
        """Stop and ask; called again with the same words it changes nothing."""
        with act(source.account, "halted", at=at, by=by, says=says, undoable=False) as doing:
            found = cls.objects.filter(source=source).first()
            if found is None:
                return doing.create(cls(source=source, kind=kind, says=says, at=at))
            if (found.kind, found.says) != (kind, says):
                doing.change(found, kind=kind, says=says, at=at)
            return found

    def lift(self, *, at: datetime, by: str = Who.USER) -> None:
        """The user has spoken: go on. A second call changes nothing."""
        if not Halt.objects.filter(pk=self.pk).exists():
            return
        says = "Reading the mail goes on"
        with act(self.account, "went_on", at=at, by=by, says=says, undoable=False) as doing:
            doing.remove(self)


class Folder(Record):
    """One folder of a source, as it stood at the last look: what it holds, was read, is missing."""

    derived = True

    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="folders")
    name = models.CharField(max_length=500)
    place = models.IntegerField(default=0)
    total = models.IntegerField(default=0)
    holds = models.IntegerField(default=0)
    read = models.IntegerField(default=0)
    # [[where, why], …]: mails the server would not hand over.
    owed = models.JSONField(default=list)
    trouble = models.TextField(blank=True)
    left_out = models.TextField(blank=True)
    looked_at = models.DateTimeField()
    whole_at = models.DateTimeField(null=True)

    class Meta(Record.Meta):
        constraints = [
            models.UniqueConstraint(fields=["account", "source", "name"], name="one_folder")
        ]
        ordering = ["place", "name"]


def note_folders(source: Source, rows: Iterable[dict[str, Any]], at: datetime) -> None:
    """Write down how the folders of a source stand; part of the transaction that ends a reading."""
    with in_one_go(Folder):
        known = {one.name: one for one in Folder.objects.filter(source=source)}
        for place, said in enumerate(rows):
            name = said.pop("name")[:500]
            whole = said.pop("whole")
            row = known.pop(name, None) or Folder(
                account=source.account, entered_at=at, source=source, name=name
            )
            for field, value in {**said, "place": place, "looked_at": at}.items():
                setattr(row, field, value)
            row.whole_at = at if whole else row.whole_at
            row.save()
        Folder.objects.filter(pk__in=[one.pk for one in known.values()]).delete()
