"""What is remembered of mail that is not kept: a hash, so that it is not read twice, and ties.

Nothing here can give a mail back. A tie is who, when and which way, of private
correspondence (contract, ruling 7); a setting turns it off.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from django.db import models

from afterword.casebook.forgotten import Marks
from afterword.casebook.identifiers import uuid7s
from afterword.casebook.marks import Passed
from afterword.casebook.marks import digest_of as digest_of
from afterword.casebook.plainly import Plainly, Row
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

    With each stands the cursor just before it.
    """
    looked = list(passed)
    if not looked:
        return
    rows, exchanges = Plainly(Seen), Plainly(Exchange)
    seen: list[Row] = []
    tied: list[Row] = []
    of, entered = rows.kept_as("account", source.account), rows.kept_as("entered_at", at)
    own = rows.kept_as("source", source.pk)
    # As many keys as there can be rows, in their order; those that are left over are nobody's.
    keys = iter(uuid7s(sum(1 + len(one.people) for one, _ in looked)))
    for one, before in looked:
        above = one.kinship
        key = rows.kept_as("id", next(keys))
        place = (own, before) if above else (None, "")
        seen.append((key, of, entered, one.mark, _listed(above), *place))
        if ties and one.people:
            when = exchanges.kept_as("at", one.at)
            for email in one.people:
                key = exchanges.kept_as("id", next(keys))
                tied.append((key, of, entered, one.mark, email, when, one.direction))
    rows.insert(("id", "account", "entered_at", "digest", "threads", "source_id", "before"), seen)
    exchanges.insert(("id", "account", "entered_at", "digest", "email", "at", "direction"), tied)


def _listed(marks: tuple[str, ...]) -> str:
    return json.dumps(marks) if marks else "[]"
