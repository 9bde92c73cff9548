"""Today: at most three things worth doing, what you wait for, what was read since yesterday."""

from __future__ import annotations

from dataclasses import dataclass

from afterword.faces.web.pages.parts import Act, Empty, Tag


@dataclass(frozen=True, slots=True)
class Card:
    """One thing worth doing; with `sealed` a closed envelope, which tells who and when and no more."""

    id: str
    title: str
    url: str
    says: str
    tag: Tag | None = None
    aside: str = ""
    acts: tuple[Act, ...] = ()
    foot: str = ""
    sealed: bool = False


@dataclass(frozen=True, slots=True)
class Waiting:
    who: str
    url: str
    says: str
    tag: Tag


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A mail the machine read, for the user to say whether it read it right."""

    id: str
    who: str
    url: str
    says: str
    quote: str = ""
    right: Act | None = None
    correct: Act | None = None
    sealed: bool = False
    settled: str = ""


@dataclass(frozen=True, slots=True)
class Today:
    title: str
    lead: str
    cards: tuple[Card, ...] = ()
    waiting: tuple[Waiting, ...] = ()
    read: tuple[ReadRow, ...] = ()
    more_read: str = ""
    empty: Empty | None = None
    later: tuple[Card, ...] = ()
