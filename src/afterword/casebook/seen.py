"""What is remembered of mail that is not kept: a hash, so that it is not read twice, and ties.

Nothing here can give a mail back. A tie is who, when and which way, of private
correspondence (contract, ruling 7); a setting turns it off.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connections, models, router

from afterword.casebook.forgotten import Marks
from afterword.casebook.identifiers import uuid7
from afterword.casebook.marks import Passed
from afterword.casebook.marks import digest_of as digest_of
from afterword.casebook.record import Record
from afterword.casebook.source import Source


class Seen(Record):
    """One mail that was looked at and not kept.

    A mail that answers another may turn out to belong to a case, when the mail
    it answers is found later (mailboxes run newest first as often as not), and so
    may one from the people of a process. So for such mails the marks of its thread
    and of the house that writes stay, and where it lies in its source.
    """

    # Rows by the hundred thousand: an account's are found by the constraint below, and most
    # have no source, so neither column has an index of its own.
    account = models.UUIDField()
    digest = models.CharField(max_length=32)
    threads = models.JSONField(default=list)
    source = models.ForeignKey(
        Source, null=True, on_delete=models.PROTECT, related_name="passed", db_index=False
    )
    before = models.TextField(blank=True)

    class Meta(Record.Meta):
        constraints = [models.UniqueConstraint(fields=["account", "digest"], name="one_seen")]
        indexes = [
            models.Index(
                fields=["source"],
                condition=models.Q(source__isnull=False),
                name="seen_in_a_thread",
            )
        ]


class Exchange(Record):
    """One private mail to or from a person: who, when, which way; never a word of it."""

    account = models.UUIDField()
    digest = models.CharField(max_length=32)
    email = models.CharField(max_length=320)
    at = models.DateTimeField()
    direction = models.CharField(max_length=8)

    class Meta(Record.Meta):
        constraints = [
            models.UniqueConstraint(fields=["account", "digest", "email"], name="one_exchange")
        ]
        indexes = [models.Index(fields=["account", "email", "at"])]


def without(passed: Iterable[tuple[Passed, str]], out: Marks) -> list[tuple[Passed, str]]:
    """The same, tying nobody whom the user had forgotten."""
    if not out:
        return list(passed)
    return [
        (replace(one, people=tuple(who for who in one.people if not out.email(who))), before)
        for one, before in passed
    ]


def pass_over(
    passed: Iterable[tuple[Passed, str]], *, source: Source, ties: bool, at: datetime
) -> None:
    """Write down that these were looked at, and with `ties` whom they tie.

    With each stands the cursor just before it. Plain statements: for rows this
    small Django's own way costs four times what the database does.
    """
    seen: list[tuple[Any, ...]] = []
    tied: list[tuple[Any, ...]] = []
    of, entered = _kept_as(Seen, "account", source.account), _kept_as(Seen, "entered_at", at)
    own = _kept_as(Seen, "source", source.pk)
    for one, before in passed:
        above = bool(one.kinship)
        seen.append(
            (
                _kept_as(Seen, "id", uuid7()),
                of,
                entered,
                one.mark,
                json.dumps(one.kinship),
                own if above else None,
                before if above else "",
            )
        )
        if ties and one.people:
            when = _kept_as(Exchange, "at", one.at)
            for email in one.people:
                key = _kept_as(Exchange, "id", uuid7())
                tied.append((key, of, entered, one.mark, email, when, one.direction))
    _insert(Seen, ("id", "account", "entered_at", "digest", "threads", "source_id", "before"), seen)
    _insert(Exchange, ("id", "account", "entered_at", "digest", "email", "at", "direction"), tied)


def _kept_as(model: type[models.Model], name: str, value: Any) -> Any:
    """A value as this database keeps it in that column."""
    connection = connections[router.db_for_write(model)]
    if isinstance(value, UUID):
        return value if connection.features.has_native_uuid_field else value.hex
    field: Any = model._meta.get_field(name)
    return field.get_db_prep_save(value, connection)


def _insert(
    model: type[models.Model], columns: tuple[str, ...], rows: list[tuple[Any, ...]]
) -> None:
    """These rows, save those that are there already."""
    if not rows:
        return
    connection = connections[router.db_for_write(model)]
    quote = connection.ops.quote_name
    names = ", ".join(map(quote, columns))
    places = ", ".join(["%s"] * len(columns))
    table = quote(model._meta.db_table)
    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO {table} ({names}) VALUES ({places}) ON CONFLICT DO NOTHING", rows
        )
