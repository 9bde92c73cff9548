"""What a seat is about, by meaning: whether two adverts seek one and the same work, or the work beside it.

`sense_of` puts an advert's title into a short line that can be kept (no word can be read from it);
`likeness` holds two such lines together. Both are pure; their numbers lie in `weights.npz` here
(learned by corpus/training/seats.py from families of adverts written for it) above the lowest
layers of the reader's own model.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from afterword.reading.model.pieces import CLOSE, OPEN, Pieces

__all__ = ["Likeness", "cut", "is_known", "is_open", "likeness", "sense_of"]

#: Longest title, in pieces.
TITLE = 40


class Likeness(NamedTuple):
    """How likely (0…1) the second advert is the very seat of the first, and how likely its sibling."""

    same: float
    sibling: float

    @property
    def near(self) -> float:
        """How likely it is one of the two: work that the same person would want to hear of."""
        return self.same + self.sibling


def cut(title: str, pieces: Pieces) -> list[int]:
    """The title as the model sees it: an advert that says no more (corpus/training/seats.py)."""
    return [
        OPEN,
        *pieces.cut("query:"),
        *pieces.cut(title)[:TITLE],
        *pieces.cut(","),
        *pieces.cut("."),
        CLOSE,
    ]


def sense_of(title: str) -> str:
    """What an advert of this title seeks, as a line of letters to be kept; costs some 60 ms of one core.

    The title alone: a firm's texts are so alike that they blur it (benchmarks/watches.md).
    """
    from afterword.reading.seats.hearing import sense  # numpy and the weights: only when asked

    return sense(title)


@lru_cache(maxsize=20_000)
def is_known(one: str) -> bool:
    """Whether this line was heard by the weights that lie here; others say nothing to them."""
    from afterword.reading.seats.hearing import known

    return known(one)


def likeness(one: str, other: str) -> Likeness:
    """How near two adverts are, by their senses; the first is the one that is asked from."""
    from afterword.reading.seats.hearing import held_together

    return held_together(one, other)


def is_open(one: str) -> float:
    """How likely (0…1) somebody is truly and openly sought: not a pool, a panel, a test, a course."""
    from afterword.reading.seats.hearing import openness

    return openness(one)
