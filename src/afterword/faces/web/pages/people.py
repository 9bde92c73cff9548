"""People: who is warm, who is owed a word, who must be left alone."""

from __future__ import annotations

from dataclasses import dataclass

from afterword.faces.web.pages.case import LetterLine, RemarkRow
from afterword.faces.web.pages.cases import Choice
from afterword.faces.web.pages.parts import Act, Crumb, Empty, Tag


@dataclass(frozen=True, slots=True)
class PersonRow:
    id: str
    url: str
    name: str
    firm: str
    part: str
    tag: Tag
    last: str = ""
    says: str = ""


@dataclass(frozen=True, slots=True)
class People:
    title: str
    lead: str
    rows: tuple[PersonRow, ...] = ()
    looks: tuple[Choice, ...] = ()
    q: str = ""
    which: str = ""
    empty: Empty | None = None
    more: str = ""


@dataclass(frozen=True, slots=True)
class SeatOf:
    """A case this person has a seat in, and how they stand there."""

    title: str
    url: str
    part: str
    stance: Tag
    edit: str


@dataclass(frozen=True, slots=True)
class WordBetween:
    """One word that passed between you."""

    when: str
    says: str
    url: str = ""
    you: bool = False


@dataclass(frozen=True, slots=True)
class PersonPage:
    id: str
    title: str
    lead: str
    crumbs: tuple[Crumb, ...] = ()
    tag: Tag | None = None
    alone: str = ""
    leave: Act | None = None
    seats: tuple[SeatOf, ...] = ()
    words: tuple[WordBetween, ...] = ()
    remarks: tuple[RemarkRow, ...] = ()
    letters: tuple[LetterLine, ...] = ()
    acts: tuple[Act, ...] = ()
    note: str = ""
