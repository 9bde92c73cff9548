"""The small things several pages are made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from afterword.terms import Basis

#: No list is so long; a number beyond it is a slip of the hand, or somebody trying.
_DIGITS = 6


def page_number(asked: Mapping[str, str]) -> int:
    """Which page of a list the address asks for; the first where it says nothing that can be meant."""
    said = asked.get("page", "")
    return max(1, int(said)) if said.isdecimal() and len(said) <= _DIGITS else 1


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
