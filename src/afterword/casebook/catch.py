"""One batch of mail brought in: kept mails, marks of the others, and the source's cursor, together.

All of it is one transaction. A process that dies leaves either the batch with
its cursor or neither, so nothing is lost and nothing comes twice.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from afterword import terms
from afterword.casebook.broken import Broken
from afterword.casebook.connection import note_folders
from afterword.casebook.event import Event
from afterword.casebook.forgotten import Marks
from afterword.casebook.marks import (
    FAR_BACK,
    Passed,
    digest_of,
    key_of,
    mark_of,
    storable,
)
from afterword.casebook.message import Blob, Message
from afterword.casebook.plainly import Plainly
from afterword.casebook.record import in_one_go
from afterword.casebook.seen import Exchange, Seen, pass_over, without
from afterword.casebook.source import Source
from afterword.casebook.unnaming import keep_unnamed
from afterword.casebook.values import to_plain
from afterword.casebook.waiting import put_by, take_up

#: Mail servers refuse more than this; the rest of such a mail is attachments, not words.
LARGEST_RAW = 32 * 1024 * 1024

#: An invitation's identity and hour stand at its head.
LONGEST_CALENDAR = 8_000


@dataclass(slots=True)
class Catch:
    """What one batch of parcels came to; with a mail not kept stands the cursor just before it.

    `waits` are marks of mails still to be read, with their places; `heard` those that wait no more.
    """

    kept: list[tuple[terms.Mail, terms.Reading, bytes]] = field(default_factory=list)
    passed: list[tuple[Passed, str]] = field(default_factory=list)
    broken: list[tuple[terms.Mail, str]] = field(default_factory=list)
    waits: list[tuple[str, str]] = field(default_factory=list)
    heard: list[str] = field(default_factory=list)


def unknown(account: UUID, found: Iterable[Passed], *, passed_too: bool = False) -> list[Passed]:
    """Those that were never looked at, each once; with `passed_too` those not kept as well."""
    fresh = {one.key: one for one in reversed(list(found))}
    known = known_of(account, fresh, passed_too=passed_too)
    return [one for key, one in reversed(fresh.items()) if key not in known]


def known_of(account: UUID, keys: Iterable[str], *, passed_too: bool = False) -> set[str]:
    """Which of these ids were looked at before; with `passed_too` only those that were kept."""
    marks = {digest_of(account, key): key for key in keys}
    known = Plainly(Message).among("mail_id", account, marks.values())
    if not passed_too:
        known |= {marks[digest] for digest in Plainly(Seen).among("digest", account, marks)}
    return known


def keep(
    catch: Catch,
    *,
    source: Source,
    cursor: str,
    counts: dict[str, Any],
    ties: bool,
    at: datetime,
    whole: bool = False,
    folders: Iterable[dict[str, Any]] | None = None,
) -> None:
    """Write the batch and move the cursor, in one transaction; with `folders`, how each stands."""
    account = source.account
    with in_one_go(Event):
        take_back(account, [mark_of(account, mail) for mail, _, _ in catch.kept])
        out = Marks(account)
        rows = [_message(account, mail, reading, raw, at) for mail, reading, raw in catch.kept]
        unnamed = {row.sha256 for row in rows if out and keep_unnamed(row, out)}
        Message.objects.bulk_create(rows)
        Blob.objects.bulk_create(
            [
                Blob.packed(account, mail.sha256, raw, at=at)
                for mail, _, raw in catch.kept
                if 0 < len(raw) <= LARGEST_RAW and mail.sha256 not in unnamed
            ],
            ignore_conflicts=True,
        )
        pass_over(without(catch.passed, out), source=source, ties=ties, at=at)
        Broken.objects.bulk_create(
            [_broken(account, source, mail, why, at) for mail, why in catch.broken],
            ignore_conflicts=True,
        )
        if catch.heard:
            take_up(catch.heard, source=source)
        if catch.waits:
            put_by(catch.waits, source=source, at=at)
        source.cursor = cursor
        source.counts = counts
        source.last_read_at = at
        if whole:
            source.last_whole_at = at
        source.save(update_fields=["cursor", "counts", "last_read_at", "last_whole_at"])
        if folders is not None:
            note_folders(source, folders, at)


def kept_threads(account: UUID) -> set[str]:
    """The marks of every kept mail and of what it answers."""
    rows = Message.objects.of(account).values_list("mail_id", "envelope")
    found: set[str] = set()
    for mail_id, envelope in rows.iterator(chunk_size=500):
        above = [*envelope.get("references", [])[-FAR_BACK:], envelope.get("in_reply_to", "")]
        found.update(digest_of(account, one) for one in (mail_id, *above) if one)
    return found


def missed(source: Source, threads: set[str]) -> dict[str, str]:
    """Mails of this source that were passed over and belong to a kept thread, as those it answers: mark and place."""
    rows = Seen.objects.of(source.account).filter(source=source).order_by()
    columns = rows.values_list("digest", "before", "threads")
    return {
        digest: before
        for digest, before, above in columns.iterator(chunk_size=2000)
        if digest in threads or not threads.isdisjoint(above)
    }


def relocate(source: Source, places: dict[str, str]) -> None:
    """Mails passed over that lie elsewhere now: a server that counts anew gave them other places."""
    rows = Seen.objects.of(source.account).filter(source=source, digest__in=list(places))
    moved = [row for row in rows if row.before != places[row.digest]]
    for row in moved:
        row.before = places[row.digest]
    Seen.objects.bulk_update(moved, ["before"])


def take_back(account: UUID, digests: Iterable[str]) -> None:
    """Forget that these were passed over: part of the transaction that keeps them."""
    marks = list(digests)
    Seen.objects.of(account).filter(digest__in=marks).delete()
    Exchange.objects.of(account).filter(digest__in=marks).delete()


def _message(
    account: UUID, mail: terms.Mail, reading: terms.Reading, raw: bytes, at: datetime
) -> Message:
    when = reading.date or mail.date
    # A clock that runs ahead must not put a mail where no morning would find it.
    dated = when is not None and when <= at + timedelta(days=1)
    sender = mail.sender or terms.Address("", "")
    shown = storable(to_plain(reading))
    shown.pop("text", None)
    return Message(
        account=account,
        entered_at=at,
        mail_id=key_of(mail),
        sha256=mail.sha256,
        source=storable(mail.source[:1000]),
        direction=reading.direction,
        at=when if dated and when is not None else at,
        dated=dated,
        subject=storable(mail.subject),
        sender_name=storable(sender.name[:200]),
        sender_email=storable(sender.email[:320]),
        envelope=storable(
            to_plain(
                {
                    "reply_to": mail.reply_to,
                    "to": [one for one in mail.to[:50] if one.email],
                    "cc": [one for one in mail.cc[:50] if one.email],
                    "headers": {k: v for k, v in mail.headers.items() if len(v) <= 500},
                    "in_reply_to": mail.in_reply_to,
                    "references": mail.references,
                    "labels": mail.labels,
                    "sent": mail.sent,
                    "attachments": mail.attachments[:50],
                    "calendars": [text[:LONGEST_CALENDAR] for text in mail.calendars[:5]],
                }
            )
        ),
        kind=reading.kind,
        certainty=reading.certainty,
        reading=shown,
        text=storable(reading.text),
        has_raw=0 < len(raw) <= LARGEST_RAW,
    )


#: What a machine reading fills; a new reading replaces it, a correction lies beside it.
READ_COLUMNS = ("direction", "kind", "certainty", "reading", "text")


def take_over(message: Message, reading: terms.Reading) -> bool:
    """Put another reading into the row, unsaved; false when it says the same."""
    shown = storable(to_plain(reading))
    shown.pop("text", None)
    new = {
        "direction": str(reading.direction),
        "kind": str(reading.kind),
        "certainty": str(reading.certainty),
        "reading": shown,
        "text": storable(reading.text),
    }
    if all(getattr(message, name) == value for name, value in new.items()):
        return False
    for name, value in new.items():
        setattr(message, name, value)
    return True


def mail_of(message: Message) -> terms.Mail:
    """The mail again as far as linking needs it: heads and threads, no body."""
    held = message.envelope
    reply_to = held.get("reply_to")
    return terms.Mail(
        id=message.mail_id,
        source=message.source,
        subject=message.subject,
        sender=terms.Address(message.sender_name, message.sender_email)
        if message.sender_email
        else None,
        reply_to=terms.Address(**reply_to) if reply_to else None,
        to=tuple(terms.Address(**one) for one in held.get("to", [])),
        cc=tuple(terms.Address(**one) for one in held.get("cc", [])),
        date=message.at if message.dated else None,
        headers=held.get("headers", {}),
        in_reply_to=held.get("in_reply_to", ""),
        references=tuple(held.get("references", ())),
        labels=tuple(held.get("labels", ())),
        # Who the user is was settled when it was read; linking need not guess again.
        sent=bool(held.get("sent")) or message.direction == terms.Direction.OUT,
        calendars=tuple(held.get("calendars", ())),
        sha256=message.sha256,
    )


def _broken(account: UUID, source: Source, mail: terms.Mail, why: str, at: datetime) -> Broken:
    return Broken(
        account=account,
        entered_at=at,
        source=storable((mail.source or source.name)[:1000]),
        digest=digest_of(account, f"{mail.id}\n{mail.sha256}"),
        mail_id=storable(mail.id[:998]),
        reason=storable(why),
        at=mail.date or at,
    )
