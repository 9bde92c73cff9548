"""Cases: the same rows as a table or as the lanes after a no."""

from __future__ import annotations

from dataclasses import dataclass

from afterword.faces.web.pages.parts import Act, Empty, Tag


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One case in a list. A sealed one tells only that something arrived."""

    id: str
    url: str
    company: str
    role: str
    stand: Tag
    says: str = ""
    last: str = ""
    next: str = ""
    sealed: bool = False


@dataclass(frozen=True, slots=True)
class LaneOf:
    key: str
    name: str
    says: str
    rows: tuple[CaseRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a few ways to look at the same rows."""

    label: str
    url: str
    here: bool = False


@dataclass(frozen=True, slots=True)
class Cases:
    title: str
    lead: str
    rows: tuple[CaseRow, ...] = ()
    lanes: tuple[LaneOf, ...] = ()
    looks: tuple[Choice, ...] = ()
    filters: tuple[tuple[str, str, bool], ...] = ()
    look: str = "table"
    q: str = ""
    empty: Empty | None = None
    acts: tuple[Act, ...] = ()
    more: str = ""
