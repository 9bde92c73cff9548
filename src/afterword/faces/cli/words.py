"""How the program says things in a terminal: bands, lanes, days; the seal is kept."""

from __future__ import annotations

import shutil
import textwrap
from datetime import date, datetime
from zoneinfo import ZoneInfo

BANDS = {
    "fight": "one more letter is worth it",
    "ask_first": "ask one thing first",
    "keep_warm": "keep warm",
    "light_touch": "a light touch",
    "move_on": "move on",
    "wait": "wait",
}
STATES = {
    "lead": "a lead",
    "active": "under way",
    "awaiting": "waiting for them",
    "overdue": "their date has passed",
    "quiet": "gone quiet",
    "soft_closed": "plan as if it were a no",
    "on_hold": "paused by them",
    "offer": "an offer",
    "closed": "ended",
}
OUTCOMES = {
    "hired": "you took it",
    "rejected": "they said no",
    "position_filled": "the seat was filled",
    "cancelled": "the role was cancelled",
    "withdrawn": "you withdrew",
    "offer_declined": "you declined",
    "offer_rescinded": "they took the offer back",
    "no_response": "they never answered",
    "expired": "it lapsed",
}
TIES = {
    "strong": "you know each other well",
    "moderately_weak": "you are acquainted",
    "weak": "you hardly know each other",
    "dormant": "you have lost touch",
}
LETTERS = {
    "thank_you": "thank-you",
    "influence_letter": "influence letter",
    "proof_offer": "offer of proof",
    "second_influence": "second influence letter",
    "status_nudge": "question about where it stands",
    "final_nudge": "last question",
    "grace_note": "grace note",
    "advice_request": "request for advice",
    "call_request": "request for a short call",
    "reopen_letter": "reopen letter",
    "keep_in_touch": "keep-in-touch note",
    "trigger_note": "note on their news",
    "offer_decline": "decline",
}


def counted(n: int, one: str, many: str = "") -> str:
    """So many of something: 1 mail, 2 mails."""
    return f"{n:,} {one if n == 1 else many or one + 's'}"


def letter(kind: str) -> str:
    return LETTERS.get(kind, kind.replace("_", " "))


def standing(state: str, outcome: str) -> str:
    return OUTCOMES.get(outcome) or STATES.get(state, state)


def day(moment: date | datetime | None, zone: str = "UTC") -> str:
    """A day as one says it: "Tuesday 10 March"; empty when there is none."""
    if moment is None:
        return ""
    if isinstance(moment, datetime):
        moment = moment.astimezone(ZoneInfo(zone)).date()
    return f"{moment:%A} {moment.day} {moment:%B}"


def wrapped(text: str, indent: str = "   ") -> str:
    """Text to the width of the terminal, at most 88 columns."""
    width = min(88, shutil.get_terminal_size((88, 24)).columns)
    return textwrap.fill(text, width, initial_indent=indent, subsequent_indent=indent)
