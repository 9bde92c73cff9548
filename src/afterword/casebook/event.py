"""What was done, by whom, when and why; and the ledger by which it can be undone.

`act` is the frame of every verb: one transaction, and one event when (and only
when) something changed. So a verb called twice leaves one event.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from typing import Any, TypeVar
from uuid import UUID

from django.db import models

from afterword.casebook.record import Record, RecordQuerySet, in_one_go

Row = TypeVar("Row", bound=Record)


class Who(models.TextChoices):
    """Who acted: the person at the desk, the program by itself, or a mail that arrived."""

    USER = "user"
    MACHINE = "machine"
    MAIL = "mail"


#: What the program noted for itself, and the inward days of the user: no case is planned by them.
OF_NO_CASE = (
    "planned",
    "checked_in",
    "put_away",
    "may_ask_again",
    "wrote_journal",
    "rewrote_journal",
    "dropped_journal",
    "forgot_journal",
)


class EventQuerySet(RecordQuerySet["Event"]):
    def last_first(self) -> EventQuerySet:
        return self.order_by("-id")

    def to_undo(self) -> EventQuerySet:
        """What the user did and has not undone, last first."""
        return self.filter(who=Who.USER, undoable=True, undone__isnull=True).last_first()


class Event(Record):
    """One verb that was done. `case` is no foreign key: an event outlives what it tells of."""

    # Rows by the hundred thousand, looked up by their order: the second index below serves both.
    account = models.UUIDField()
    at = models.DateTimeField()
    who = models.CharField(max_length=16, choices=Who.choices)
    verb = models.CharField(max_length=64)
    case = models.UUIDField(null=True, db_index=True)
    why = models.TextField(blank=True)
    says = models.TextField(blank=True)
    ledger = models.JSONField(default=list)
    undoable = models.BooleanField(default=True)
    undoes = models.OneToOneField(
        "self", null=True, on_delete=models.PROTECT, related_name="undone"
    )

    objects = EventQuerySet.as_manager()  # type: ignore[misc]

    class Meta(Record.Meta):
        indexes = [
            models.Index(fields=["account", "case", "at"]),
            models.Index(fields=["account", "id"], name="event_in_order"),
            # Without it, who never did anything to undo waits while all that was done is looked at.
            models.Index(
                fields=["account", "id"], condition=models.Q(undoable=True), name="event_to_undo"
            ),
        ]

    def __str__(self) -> str:
        return self.says or self.verb


class Act:
    """A verb in the doing: every row it makes, changes or removes goes through here."""

    def __init__(self, account: UUID, at: datetime) -> None:
        self.account = account
        self.at = at
        self.ledger: list[dict[str, Any]] = []
        self.case: UUID | None = None
        self.says = ""
        self.event: Event | None = None

    def create(self, row: Row) -> Row:
        row.account = self.account
        row.entered_at = self.at
        row.save(force_insert=True)
        self._note("create", row, after=image(row))
        return row

    def change(self, row: Any, **fields: Any) -> bool:
        """Set these fields; false when they already stand so."""
        before = image(row)
        for name, value in fields.items():
            setattr(row, name, value)
        after = image(row)
        changed = [name for name in after if before[name] != after[name]]
        if not changed:
            return False
        row.save(update_fields=changed)
        self._note(
            "change",
            row,
            before={name: before[name] for name in changed},
            after={name: after[name] for name in changed},
        )
        return True

    def remove(self, row: Any) -> None:
        self._note("remove", row, before=image(row))
        row.delete()

    def _note(self, do: str, row: Any, **images: Any) -> None:
        if not row.derived:
            self.ledger.append({"do": do, "row": row._meta.model_name, "id": str(row.pk), **images})


@contextmanager
def act(
    account: UUID,
    verb: str,
    *,
    at: datetime,
    by: str = Who.USER,
    case: Any = None,
    why: str = "",
    says: str = "",
    undoable: bool = True,
) -> Iterator[Act]:
    """Do a verb: all of it or nothing, with one event when anything changed."""
    with in_one_go(Event):
        doing = Act(account, at)
        doing.case = getattr(case, "pk", case)
        doing.says = says
        yield doing
        if doing.ledger:
            doing.event = Event(
                account=account,
                entered_at=at,
                at=at,
                who=by,
                verb=verb,
                case=doing.case,
                why=why,
                says=doing.says,
                ledger=doing.ledger if undoable else [],
                undoable=undoable and by == Who.USER,
            )
            doing.event.save(force_insert=True)


def image(row: models.Model) -> dict[str, Any]:
    """The row as plain JSON, field by field; bytes are left out (no undoable verb makes any)."""
    return {
        field.attname: plain(getattr(row, field.attname))
        for field in row._meta.concrete_fields
        if not isinstance(field, models.BinaryField)
    }


def plain(value: Any) -> Any:
    """A value as it reads back from JSON, so that before and after compare."""
    if value is None or isinstance(value, (str, int, float)):
        return value
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, UUID):
        return str(value)
    return json.loads(json.dumps(value, default=str))
