"""Which entries may be one person: pairs to propose, each with its reason. Nobody is joined here.

A name alone proves nothing: there are two Anna Müllers in every firm of size. It counts
only with something beside it that few people share.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

#: A phone that more people than this share is a house's.
FEW = 2


@dataclass(frozen=True, slots=True)
class Entry:
    """One person as this judgement sees them. `cards` are marks that one address-book entry gave to each."""

    id: str
    name: str
    firm: str = ""
    emails: frozenset[str] = frozenset()
    phones: frozenset[str] = frozenset()
    profiles: frozenset[str] = frozenset()
    cards: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Pair:
    """Two who may be one: what speaks for it, strongest first. `sure` when it is more than likeness."""

    one: str
    other: str
    why: tuple[str, ...]
    sure: bool


def same_people(
    entries: Iterable[Entry], apart: Iterable[tuple[str, str]] = ()
) -> tuple[Pair, ...]:
    """Every pair worth asking about, the surest first; those said to be two are left out."""
    known = list(entries)
    told = {frozenset(pair) for pair in apart}
    found: dict[frozenset[str], dict[str, bool]] = defaultdict(dict)

    def note(rows: list[Entry], why: str, *, sure: bool) -> None:
        for n, one in enumerate(rows):
            for other in rows[n + 1 :]:
                if _may(one, other):
                    found[frozenset((one.id, other.id))].setdefault(why, sure)

    for rows in _by(known, lambda one: one.cards).values():
        note(rows, "One card of your address book holds addresses of both.", sure=True)
    for rows in _by(known, lambda one: one.profiles).values():
        note(rows, "Both have the same page on a network.", sure=True)
    phones = _by(known, lambda one: map(digits, one.phones))
    for number, rows in phones.items():
        if number and _alike(rows):
            note(rows, "The same name and the same phone.", sure=True)
    for rows in _by(known, lambda one: [name_key(one.name)]).values():
        named = [one for one in rows if " " in name_key(one.name)]
        for same in _by(named, lambda one: [one.firm.casefold()]).values():
            note(same, "The same name at the same firm.", sure=False)
        for same in _by(named, lambda one: map(_local, one.emails)).values():
            note(same, "The same name, and the same beginning of the address.", sure=False)
    pairs = [
        Pair(min(key), max(key), tuple(reasons), any(reasons.values()))
        for key, reasons in found.items()
        if key not in told
    ]
    return tuple(sorted(pairs, key=lambda pair: (not pair.sure, pair.one, pair.other)))


def name_key(name: str) -> str:
    """A name as it is compared: lower case, no marks, its words in order (“Reyes, Dana” is “dana reyes”)."""
    plain = unicodedata.normalize("NFKD", name.replace("ß", "ss")).casefold()
    bare = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return " ".join(sorted(re.findall(r"\w+", bare)))


def digits(phone: str) -> str:
    """The last nine digits: with a country's code or without, it is the same phone. Shorter ones are none."""
    bare = re.sub(r"\D", "", phone)
    return bare[-9:] if len(bare) >= 7 else ""


def _may(one: Entry, other: Entry) -> bool:
    """Not when each has a page of their own: two pages of one network are two people."""
    return one.id != other.id and not (
        one.profiles and other.profiles and not one.profiles & other.profiles
    )


def _alike(rows: list[Entry]) -> bool:
    keys = [set(name_key(one.name).split()) for one in rows]
    return (
        len(rows) == FEW
        and bool(keys[0] and keys[1])
        and (keys[0] <= keys[1] or keys[1] <= keys[0])
    )


def _local(email: str) -> str:
    return email.partition("@")[0]


def _by(rows: Iterable[Entry], keys: object) -> Mapping[str, list[Entry]]:
    assert callable(keys)
    found: dict[str, list[Entry]] = defaultdict(list)
    for row in rows:
        for key in set(keys(row)):
            if key:
                found[key].append(row)
    return {key: same for key, same in found.items() if len(same) > 1}
