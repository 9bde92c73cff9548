"""Letters: is this ready to send? Two panes, your facts and the page."""

from __future__ import annotations

from dataclasses import dataclass

from afterword.faces.web.pages.parts import Act, Crumb, Empty, Said


@dataclass(frozen=True, slots=True)
class LetterRow:
    url: str
    title: str
    to: str
    note: str


@dataclass(frozen=True, slots=True)
class Letters:
    title: str
    lead: str
    open: tuple[LetterRow, ...] = ()
    sent: tuple[LetterRow, ...] = ()
    empty: Empty | None = None


@dataclass(frozen=True, slots=True)
class FactCard:
    id: str
    said: Said
    source: str
    used: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence on the page: the ids of its facts, or the hole it leaves."""

    text: str
    facts: str = ""
    hole: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    says: str
    strong: str = ""
    soft: bool = False


@dataclass(frozen=True, slots=True)
class LetterPage:
    id: str
    title: str
    lead: str
    crumbs: tuple[Crumb, ...] = ()
    facts: tuple[FactCard, ...] = ()
    notes: tuple[Note, ...] = ()
    greeting: str = ""
    paragraphs: tuple[tuple[Line, ...], ...] = ()
    closing: tuple[str, ...] = ()
    subject: str = ""
    text: str = ""
    foot: str = ""
    pause: str = ""
    mailto: str = ""
    mailto_plain: bool = False
    eml: str = ""
    printed: str = ""
    state: str = ""
    sent: bool = False
    acts: tuple[Act, ...] = ()
    stopped: str = ""
