"""A page that is one form, and the page of questions the program could not settle by itself."""

from __future__ import annotations

from dataclasses import dataclass

from afterword.faces.web.pages.parts import Act, Crumb, Empty


@dataclass(frozen=True, slots=True)
class FormPage:
    title: str
    lead: str = ""
    button: str = ""
    back: str = ""
    crumbs: tuple[Crumb, ...] = ()
    acts: tuple[Act, ...] = ()


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """One thing only you can know, with the answers to click."""

    id: str
    text: str
    about: str = ""
    url: str = ""
    acts: tuple[Act, ...] = ()


@dataclass(frozen=True, slots=True)
class Questions:
    title: str
    lead: str
    rows: tuple[QuestionRow, ...] = ()
    empty: Empty | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found: its name, where it stands, what it is; and of mail the sentence with the word."""

    text: str
    url: str
    note: str = ""
    said: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    q: str
    hits: tuple[Hit, ...] = ()
    says: str = ""
