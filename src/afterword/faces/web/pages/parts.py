"""The small things several pages are made of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from afterword.terms import Basis

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Tag:
    """A word or two beside a name. The tone is never the only sign: the words say it."""

    text: str
    tone: str = "plain"


@dataclass(frozen=True, slots=True)
class Act:
    """Something to do: a link, or with `post` a form of one button.

    `swap` is the element that the answer replaces when the page does it in place.
    `about` completes the label for those who cannot see what stands beside it.
    """

    label: str
    url: str
    style: str = "plain"
    post: bool = False
    fields: tuple[tuple[str, str], ...] = ()
    swap: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """A fact with the way we know it: ink, pencil, or dots."""

    text: str
    basis: Basis = Basis.SAID


@dataclass(frozen=True, slots=True)
class Crumb:
    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Empty:
    """What a page says when there is nothing on it: first the truth, then what to do."""

    says: str
    then: str = ""
    acts: tuple[Act, ...] = ()


@dataclass(frozen=True, slots=True)
class Piece(Generic[T]):
    """A few of many, with the pages before and after."""

    rows: tuple[T, ...]
    number: int = 1
    before: str = ""
    after: str = ""
    total: int = 0


def choices(pairs: Iterable[tuple[Any, Any]]) -> list[tuple[str, Any]]:
    """Choices of a field from words: the stored value and what the reader sees."""
    return [(str(value), words) for value, words in pairs]
