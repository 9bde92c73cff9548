"""Which news and which sign from outside a letter may speak of (P15 to P17; gate G9)."""

from __future__ import annotations

from collections.abc import Mapping

from afterword.terms import Basis, Brief, Deed, Fact, Happening
from afterword.writing import fragments

#: What a signal lets a letter say. What is not here, or only guessed, leaves a hole: a seat
#: that came free because somebody failed is never spoken of (guardrail 4, G9).
SIGNALS: Mapping[str, str] = {
    "reopened": "I saw that {role} is open again.",
    "sibling_role": "I saw that you are looking for someone close to the role we spoke about.",
    "growing": "I read that {firm} is growing.",
    "thawing": "I read that {firm} is hiring again.",
    "person_moved": "I saw that you have moved to a new post.",
    "invited_date": "You suggested that I write again about now, so here I am.",
}


def news(brief: Brief) -> Fact | None:
    """Public news the brief brings along, short enough for a line; never a guess."""
    for fact in brief.facts:
        text = fragments.clean(fact.text)
        if fact.id.startswith("news:") and text and fact.basis is Basis.SAID and len(text) <= 140:
            return fact
    return None


def latest(brief: Brief, only: str = "") -> Happening | None:
    """The latest signal that may be spoken of."""
    found = [
        event
        for event in brief.happenings
        if event.kind is Deed.SIGNAL
        and event.detail in SIGNALS
        and (not only or event.detail == only)
        and event.basis is not Basis.GUESSED
        and event.at.date() <= brief.today
    ]
    return max(found, key=lambda event: event.at) if found else None
