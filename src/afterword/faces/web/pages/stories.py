"""Stories: what can I prove, and which of their doubts does it meet?"""

from __future__ import annotations

from dataclasses import dataclass

from afterword.faces.web.pages.parts import Act, Empty, Tag


@dataclass(frozen=True, slots=True)
class StoryRow:
    url: str
    title: str
    challenge: str = ""
    result: str = ""
    when: str = ""
    foot: str = ""
    tag: Tag | None = None
    answers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OpenDoubt:
    who: str
    url: str
    quote: str
    act: Act


@dataclass(frozen=True, slots=True)
class Stories:
    title: str
    lead: str
    rows: tuple[StoryRow, ...] = ()
    unanswered: tuple[OpenDoubt, ...] = ()
    empty: Empty | None = None
