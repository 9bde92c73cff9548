"""The first day, and every later one on which mail is to be read: where is it, and how far are we?"""

from __future__ import annotations

from dataclasses import dataclass

from afterword.faces.web.pages.parts import Act


@dataclass(frozen=True, slots=True)
class FoundBox:
    label: str
    act: Act


@dataclass(frozen=True, slots=True)
class SourceRow:
    name: str
    says: str
    act: Act | None = None


@dataclass(frozen=True, slots=True)
class Welcome:
    title: str
    lead: str
    errors: tuple[str, ...] = ()
    found: tuple[FoundBox, ...] = ()
    sources: tuple[SourceRow, ...] = ()
    foot: str = ""
    acts: tuple[Act, ...] = ()


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a reading has come; with `done` the sums and the way on."""

    id: str
    title: str
    counting: str
    rate: str = ""
    left: str = ""
    percent: int | None = None
    found: tuple[str, ...] = ()
    done: bool = False
    failed: str = ""
    stop: Act | None = None
    acts: tuple[Act, ...] = ()
