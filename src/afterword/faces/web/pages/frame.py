"""What stands round every page: the places to go, how far the mail is read, the way back."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """One line of the sidebar; `letter` goes there after `g`."""

    key: str
    label: str
    url: str
    icon: str
    letter: str
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """`title` stands in the window's; `path` is this page; `undo` says what the last thing done was, while it can be undone."""

    places: tuple[Place, ...]
    here: str = ""
    mail: str = ""
    counts: str = ""
    questions: str = ""
    undo: str = ""
    theme: str = ""
    demo: bool = False
    demo_of: str = ""
    title: str = ""
    path: str = ""

    @property
    def first(self) -> tuple[Place, ...]:
        return self.places[:4]

    @property
    def rest(self) -> tuple[Place, ...]:
        return self.places[4:]
