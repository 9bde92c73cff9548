"""What a seat is about, by meaning: whether two adverts seek one and the same work, or the work beside it.

`sense_of` puts an advert into a short line that can be kept (no word can be read from it);
`likeness` holds two such lines together. Both are pure; their numbers lie in `weights.npz` here
(learned by corpus/training/seats.py from families of adverts written for it) above the lowest
layers of the reader's own model.
"""

from __future__ import annotations

from typing import NamedTuple

from afterword.reading.model.pieces import CLOSE, OPEN, Pieces

__all__ = ["WORDS", "Likeness", "cut", "is_known", "is_open", "likeness", "sense_of"]

#: So many words of a text are read: what is done and asked stands before what is offered.
WORDS = 45
#: Longest title, department and text, in pieces.
_TITLE, _DEPARTMENT, _TEXT = 40, 12, 90


class Likeness(NamedTuple):
    """How likely (0…1) the second advert is the very seat of the first, and how likely its sibling."""

    same: float
    sibling: float

    @property
    def near(self) -> float:
        """How likely it is one of the two: work that the same person would want to hear of."""
        return self.same + self.sibling


def cut(title: str, department: str, text: str, pieces: Pieces) -> list[int]:
    """The advert as the model sees it."""
    return [
        OPEN,
        *pieces.cut("query:"),
        *pieces.cut(title)[:_TITLE],
        *pieces.cut(","),
        *pieces.cut(department)[:_DEPARTMENT],
        *pieces.cut("."),
        *pieces.cut(" ".join(text.split()[:WORDS]))[:_TEXT],
        CLOSE,
    ]


def sense_of(title: str, department: str = "", text: str = "") -> str:
    """What this advert seeks, as a line of letters to be kept; costs some 60 ms of one core."""
    from afterword.reading.seats.hearing import sense  # numpy and the weights: only when asked

    return sense(title, department, text)


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
