"""What came of the advice: the bands that were given beside what really happened (method 4.3).

Counts, never shares: nobody can say how often a no is reversed, and ten cases say it least of all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from afterword.terms import Band, CaseFile, Deed, Direction, Happening, MailKind

#: Advice this old has had time for something to come of it (judgement: two of the longest waits).
RIPE = timedelta(days=30)
#: Below this nothing is shown (method 4.3: "after 10+ cases").
ENOUGH = 10


class Came(StrEnum):
    """What came, the furthest first; each case counts once, under the furthest."""

    HIRED = "hired"
    TALKING = "talking"
    ANSWERED = "answered"
    UNANSWERED = "unanswered"
    UNTOUCHED = "untouched"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Given:
    """A band as it was given for a case, and when."""

    case: str
    band: Band
    at: datetime


@dataclass(frozen=True, slots=True)
class Row:
    """One band: in how many cases it was given, and what came, as pairs in the order of `Came`."""

    band: Band
    n: int
    came: tuple[tuple[Came, int], ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """All bands that have ripened. `n` cases in all; rows are empty below `ENOUGH`, and `missing`
    says how many more it takes."""

    n: int
    rows: tuple[Row, ...]
    missing: int = 0


_TALKS = frozenset(
    {
        *(MailKind.REOPENED, MailKind.INTERVIEW_INVITATION, MailKind.INTERVIEW_LOGISTICS),
        *(MailKind.OFFER, MailKind.ASSESSMENT, MailKind.REFERENCE_CHECK, Deed.INTERVIEW),
    }
)
_OURS = frozenset({Deed.LETTER, Deed.CALL})


def came_of(file: CaseFile, given: Given, now: datetime) -> Came:
    """What happened in the case after the advice, until `now`; the furthest of it.

    A request to be left alone outweighs an answer: it is the cost the advice has to answer for.
    """
    later = [h for h in file.happenings if given.at < h.at <= now and not h.sealed]
    if any(h.kind is Deed.OFFER_ACCEPTED for h in later):
        return Came.HIRED
    if any(h.stop for h in later):
        return Came.STOPPED
    if any(h.kind in _TALKS and _theirs(h) for h in later):
        return Came.TALKING
    ours = [h for h in later if h.kind in _OURS and h.direction is Direction.OUT]
    if not ours:
        return Came.UNTOUCHED
    first = min(h.at for h in ours)
    answered = any(
        h.at > first and h.direction is Direction.IN and isinstance(h.kind, MailKind) for h in later
    )
    return Came.ANSWERED if answered else Came.UNANSWERED


def _theirs(h: Happening) -> bool:
    return h.direction is Direction.IN or h.kind is Deed.INTERVIEW


def compare(given: Iterable[Given], files: Sequence[CaseFile], now: datetime) -> Comparison:
    """The first band of each case that asked for something, beside what came of it.

    A `wait` is passed over where another band followed: it was the rest before the advice.
    """
    known = {file.id: file for file in files}
    first: dict[str, Given] = {}
    for one in sorted(given, key=lambda one: one.at):
        held = first.get(one.case)
        if held is None or (held.band is Band.WAIT and one.band is not Band.WAIT):
            first[one.case] = one
    ripe = [one for one in first.values() if one.case in known and now - one.at >= RIPE]
    if len(ripe) < ENOUGH:
        return Comparison(len(ripe), (), ENOUGH - len(ripe))
    counted: dict[Band, Counter[Came]] = {}
    for one in ripe:
        came = came_of(known[one.case], one, now)
        counted.setdefault(one.band, Counter())[came] += 1
    rows = [
        Row(
            band,
            counted[band].total(),
            tuple((c, counted[band][c]) for c in Came if counted[band][c]),
        )
        for band in Band
        if band in counted
    ]
    return Comparison(len(ripe), tuple(rows))
