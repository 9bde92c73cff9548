"""A mail as it was read: its text, the words that led to the judgement, and how to say otherwise."""

from __future__ import annotations

from dataclasses import dataclass

from afterword.faces.web.pages.parts import Act, Crumb, Tag


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of the mail's text; with `rule` it is evidence, and the rule says of what."""

    text: str
    rule: str = ""


@dataclass(frozen=True, slots=True)
class MailPage:
    id: str
    title: str
    lead: str
    crumbs: tuple[Crumb, ...] = ()
    sealed: bool = False
    open: Act | None = None
    tag: Tag | None = None
    judged: str = ""
    sure: str = ""
    stretches: tuple[Stretch, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    right: Act | None = None
    settled: str = ""
    raw: str = ""
    pause: str = ""
