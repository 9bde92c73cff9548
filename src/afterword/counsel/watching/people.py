"""A person who works elsewhere now: by their new address, their signature, the address book."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from afterword.counsel import days
from afterword.terms import CaseFile, Seen, Sighting, Signal, Strength

#: Addresses of one's own: who writes from there has not moved.
PRIVATE = frozenset(
    [
        "gmail.com",
        "googlemail.com",
        "gmx.de",
        "gmx.net",
        "gmx.at",
        "gmx.ch",
        "web.de",
        "outlook.com",
        "hotmail.com",
        "live.com",
        "yahoo.com",
        "icloud.com",
        "me.com",
        "mac.com",
        "proton.me",
        "protonmail.com",
        "posteo.de",
        "mailbox.org",
        "t-online.de",
        "freenet.de",
        "orange.fr",
        "free.fr",
        "laposte.net",
        "wanadoo.fr",
        "bluewin.ch",
        "aol.com",
        "msn.com",
        "fastmail.com",
    ]
)


class Source(StrEnum):
    """Where a place of work is known from."""

    MAIL = "mail"
    SIGNATURE = "signature"
    ADDRESS_BOOK = "address book"


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody worked on a day: a mail domain, or a firm's name as one wrote it."""

    person: str
    name: str
    at: datetime
    where: str
    source: Source


def moved(file: CaseFile, places: Iterable[Place], now: datetime) -> Iterator[Sighting]:
    """People of this case who are somewhere else than before; the newest move of each.

    One source compared with itself only: a firm's name and its domain need not be spelt alike.
    Somebody who still writes from the old place has two desks and has not moved.
    """
    here = {person.id for person in file.people}
    rows = sorted((p for p in places if p.person in here and p.at <= now), key=lambda p: p.at)
    for person in sorted({p.person for p in rows}):
        mine = [p for p in rows if p.person == person and p.where.casefold() not in PRIVATE]
        found = [s for source in Source if (s := _step([p for p in mine if p.source is source]))]
        if not found:
            continue
        before, after = max(found, key=lambda pair: pair[1].at)
        both = len({pair[1].source for pair in found}) > 1
        says = f"{after.name or 'Somebody you know there'} seems to have moved from {before.where} to {after.where}."  # fmt: skip
        day = days.spoken(days.local(after.at, now))
        seen = tuple(
            Seen(f"{late.where}, as their {late.source} of {day} has it", late.at)
            for _, late in found
        )
        key = f"person_moved:{file.id}:{person}:{_same(after.where)}"
        strong = Strength.STRONG if both else Strength.FAIR
        yield Sighting(Signal.PERSON_MOVED, key, after.at, strong, says, seen, file.company, file.id, person)  # fmt: skip


def _step(rows: list[Place]) -> tuple[Place, Place] | None:
    """The last change of place, if the old one was not seen again after it."""
    if not rows:
        return None
    last = rows[-1]
    run = [p for p in rows if _same(p.where) == _same(last.where)]
    before = [p for p in rows if _same(p.where) != _same(last.where)]
    if not before or before[-1].at >= run[0].at:
        return None
    return before[-1], run[0]


def _same(where: str) -> str:
    """A place as it is compared: a domain by its last name but one, a firm by its first word."""
    plain = where.casefold().strip()
    if "." in plain and " " not in plain:
        parts = plain.split(".")
        second = len(parts) > 2 and parts[-2] in ("co", "com", "ac", "org", "gov")
        return parts[-3] if second else parts[-2]
    return plain.replace(",", " ").split()[0] if plain else ""
