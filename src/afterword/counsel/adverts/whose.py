"""Which case an advert is about: told by the firm and the seat, and asked where two would fit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from afterword.terms.watching import Posting

#: So much of the words of two titles must be the same for them to name one seat.
SAME_SEAT = 0.6
_NO_WORD = frozenset(
    [
        "a",
        "an",
        "and",
        "at",
        "for",
        "in",
        "of",
        "on",
        "the",
        "to",
        "m",
        "f",
        "d",
        "w",
        "x",
        "der",
        "die",
        "das",
        "und",
        "für",
        "de",
        "la",
        "le",
        "et",
        "y",
    ]
)


@dataclass(frozen=True, slots=True)
class Known:
    """A case as far as this asks: its mark, the firm's key (without legal form) and its role."""

    id: str
    firm: str
    role: str


def whose(posting: Posting, firm: str, cases: Sequence[Known]) -> tuple[str, ...]:
    """The cases it may be about, likeliest first; exactly one may be taken, more are to be asked.

    `firm` is the key of the posting's company. Without a firm nothing is guessed.
    """
    if not firm:
        return ()
    same = [one for one in cases if one.firm.replace(" ", "") == firm.replace(" ", "")]
    ranked = sorted((-_alike(posting.title, one.role), one.id) for one in same)
    sure = tuple(mark for score, mark in ranked if -score >= SAME_SEAT)
    if sure:
        return sure
    # A case whose role nobody noted is open to any; one with another role is another seat.
    return tuple(one.id for one in same if not one.role.strip())


def _alike(one: str, other: str) -> float:
    a, b = _words(one), _words(other)
    return len(a & b) / len(a | b) if a and b else 0.0


def _words(title: str) -> frozenset[str]:
    return frozenset(re.findall(r"[\w+#]+", title.casefold())) - _NO_WORD
