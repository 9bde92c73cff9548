"""What a letter about a talk stands on: who spoke in it, how openly, and whether the seat is still open."""

from __future__ import annotations

from afterword.terms import Basis, Brief, MailKind, RemarkKind
from afterword.writing import fragments
from afterword.writing.letters.pieces import firm_of, last_of, last_talk
from afterword.writing.letters.quoting import theirs, words_known
from afterword.writing.page import Page


def is_decided(brief: Brief) -> bool:
    """Whether the seat is gone, so that nothing can speak of it as of one to be had."""
    last = last_of(
        brief,
        MailKind.REJECTION,
        MailKind.POSITION_FILLED,
        MailKind.CANCELLED,
        MailKind.REOPENED,
        MailKind.INTERVIEW_INVITATION,
        MailKind.OFFER,
    )
    return last is not None and last.kind in (
        MailKind.REJECTION,
        MailKind.POSITION_FILLED,
        MailKind.CANCELLED,
    )


FRANK = "You were frank with me{w}, and I am grateful for it."


def was_frank(brief: Brief) -> bool:
    """Whether they said something hard in the talk itself: what stands in a mail has another day."""
    hard = theirs(brief, RemarkKind.DOUBT, RemarkKind.CHALLENGE, RemarkKind.RIVAL, others=False)
    return any(not one.said_in and one.basis is Basis.SAID for one in hard)


def why_them(page: Page) -> None:
    """Why this firm: the user's own reason where one is kept, else the plain wish."""
    own = next((fact for fact in page.brief.facts if fact.id == "me:why"), None)
    firm, firm_fact = firm_of(page.brief, "you")
    if own is not None and fragments.clean(own.text):
        page.say(
            f"Why {firm}: {fragments.lower_first(fragments.clean(own.text))}", own.id, firm_fact
        )
        return
    ways = (
        (
            f"This is work I would like to do at {firm}.",
            f"I would be glad to take this on at {firm}.",
            f"After our talk I can see myself in this work at {firm}.",
            f"What you described is why I want to work at {firm}.",
        )
        if firm_fact
        else (
            "This is work I would like to do.",
            "I would be glad to take this on.",
            "After our talk I can see myself in this work.",
            "What you described is why I want this job.",
        )
    )
    said = page.pick("why", *ways)
    if said == ways[2] and not last_talk(page.brief).fact:
        said = said.replace("After our talk I can see myself in", "I can well see myself in")
    if said == ways[3] and not _described(page.brief):
        said = said.replace("What you described", "What I have heard of it")
    page.say(said, firm_fact, spare=1)


def _described(brief: Brief) -> bool:
    """Whether this reader told the user something of the work."""
    kinds = (RemarkKind.CHALLENGE, RemarkKind.TOPIC, RemarkKind.FIRST_PRIORITY)
    return any(words_known(one) for one in theirs(brief, *kinds, others=False))
