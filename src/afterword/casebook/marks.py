"""What is remembered of a mail that is not kept, worked out without the database.

A mark tells a mail again and gives nothing back. A tie is who, when and which
way, of private correspondence (contract, ruling 7).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

from afterword.terms import Direction, Mail

#: Headers that only lists and machines set: such a mail is nobody's private word.
BULK = ("list-id", "list-unsubscribe", "list-post", "precedence", "auto-submitted", "feedback-id")

#: How many of the mails above it a mail is known by.
FAR_BACK = 12

#: A letter to more people than this is a notice, not a tie.
FEW = 5


@dataclass(frozen=True, slots=True)
class Passed:
    """A mail that was looked at and not kept: its mark, its thread's marks, and whom it ties.

    `key` is its id, by which it may be kept already; it is never written down.
    """

    key: str
    mark: str
    threads: tuple[str, ...] = ()
    #: The marks of the addresses and houses on its other side.
    houses: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    at: datetime | None = None
    direction: str = Direction.IN

    @property
    def kinship(self) -> tuple[str, ...]:
        """All by which it may yet turn out to belong to a process."""
        return (*self.threads, *self.houses)


def passed_of(
    account: UUID, mail: Mail, me: frozenset[str], houses: frozenset[str] = frozenset()
) -> Passed:
    """What stays of this mail when it is not kept; `houses` are those on its other side."""
    sender = mail.sender.email if mail.sender else ""
    mine = mail.sent or sender in me
    key = key_of(mail)
    return Passed(
        key=key,
        mark=digest_of(account, key),
        threads=tuple(threads_of(account, mail)),
        houses=house_marks(account, houses),
        people=_ties(mail, sender, me, mine=mine),
        at=mail.date,
        direction=str(Direction.OUT if mine else Direction.IN),
    )


def _ties(mail: Mail, sender: str, me: frozenset[str], *, mine: bool) -> tuple[str, ...]:
    """Who is tied by it; nothing else of a private mail is ever written down."""
    if mail.date is None or is_bulk(mail):
        return ()
    others = [one.email for one in (*mail.to, *mail.cc)] if mine else [sender]
    others = [email for email in dict.fromkeys(others) if email and email not in me]
    return () if len(others) > FEW else tuple(storable(email[:320]) for email in others)


def is_bulk(mail: Mail) -> bool:
    """Whether a list or a machine sent it."""
    return any(mail.headers.get(name) for name in BULK)


def key_of(mail: Mail) -> str:
    """The id by which the mail is kept."""
    return str(storable(mail.id[:998]))


def mark_of(account: UUID, mail: Mail) -> str:
    """The mark by which this mail is known again."""
    return digest_of(account, key_of(mail))


def threads_of(account: UUID, mail: Mail) -> list[str]:
    """The marks of the mails that this one answers."""
    above = dict.fromkeys([*mail.references[-FAR_BACK:], mail.in_reply_to])
    return [digest_of(account, one) for one in above if one]


def house_marks(account: UUID, houses: Iterable[str]) -> tuple[str, ...]:
    """The marks of addresses and houses, apart from those of mails."""
    return tuple(sorted(_house_mark(account, one) for one in houses))


@lru_cache(maxsize=4096)  # the same few people write
def _house_mark(account: UUID, house: str) -> str:
    return digest_of(account, f"house\n{house}")


def digest_of(account: UUID, mail_id: str) -> str:
    """The mark of an id: bound to the account, and not to be read back."""
    return hashlib.blake2b(
        mail_id.encode("utf-8", "replace"), digest_size=16, key=_key(account)
    ).hexdigest()


@lru_cache(maxsize=64)
def _key(account: UUID) -> bytes:
    return account.bytes


def storable(value: Any) -> Any:
    """The same words as every database takes them, sign for sign, so that evidence still points right.

    PostgreSQL has no NUL in text, and no database a lone half of a character.
    """
    if isinstance(value, str):
        if "\0" not in value and value.isascii():
            return value
        return value.encode("utf-8", "replace").decode().replace("\0", "\ufffd")
    if isinstance(value, dict):
        return {storable(name): storable(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [storable(inner) for inner in value]
    return value
