"""How a stored standing is worded in a list: never more than the closed envelopes allow."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from afterword.casebook.models import Case
from afterword.desk.letters import fitting
from afterword.faces.web import words
from afterword.faces.web.pages.parts import Tag
from afterword.faces.web.pages.say import Clock
from afterword.terms import Outcome, State

TONES = {
    State.OVERDUE: "amber",
    State.QUIET: "amber",
    State.OFFER: "accent",
    State.ACTIVE: "accent",
}
HURTS = {Outcome.REJECTED, Outcome.POSITION_FILLED, Outcome.CANCELLED, Outcome.OFFER_RESCINDED}


def tag(case: Case) -> Tag:
    """Where the case stands, in a word or two; a closed envelope says only that it is closed."""
    standing = getattr(case, "standing", None)
    if standing is None:
        return Tag(_("just noted"))
    if standing.sealed:
        return Tag(_("a closed letter"))
    if fitting.looks_like_fraud(case):
        return Tag(_("looks like a fraud"), "rose")
    if standing.outcome:
        tone = "rose" if standing.outcome in HURTS else "plain"
        tone = "accent" if standing.outcome == Outcome.HIRED else tone
        return Tag(words.says(words.OUTCOME, standing.outcome), tone)
    return Tag(words.says(words.STATE, standing.state), TONES.get(State(standing.state), "plain"))


def why(case: Case) -> str:
    """The sentence that says why, as far as the envelopes are open."""
    standing = getattr(case, "standing", None)
    if standing is None:
        return ""
    return str(standing.seen_why)


def band(case: Case) -> str:
    """What is advised after a verdict, in two words; nothing while a letter lies closed."""
    standing = getattr(case, "standing", None)
    band_ = standing.shown_band if standing is not None else ""
    return words.says(words.BAND, band_) if band_ else ""


def lane(case: Case) -> str:
    standing = getattr(case, "standing", None)
    if standing is None:
        return ""
    return str(standing.seen_lane if standing.sealed else standing.lane)


def next_words(case: Case, closed: str = "") -> str:
    """What the case asks for next, in one line; of a closed letter only its day (`closed`)."""
    move = getattr(case, "move", None)
    standing = getattr(case, "standing", None)
    if standing is not None and standing.sealed:
        return closed or _("Open it when you like.")
    if move is None or not (move.play or move.question or move.source):
        return ""
    return str(move.question or move.why)


def closed_words(day: date | None, clock: Clock) -> str:
    """What is said under a closed letter, the same on every page."""
    if day is None:
        return _("Open it when you like.")
    return _("It asks for an answer by %(day)s.") % {"day": clock.day(day)}
