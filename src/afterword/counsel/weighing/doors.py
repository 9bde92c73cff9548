"""What the file shows of gates and of the means: who may be written to, and whether yet."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from afterword.counsel import days
from afterword.counsel.decision.answers import bits
from afterword.counsel.standing.happened import HOLD_MAIL, OUT, TEMPLATE, is_word
from afterword.counsel.weighing.view import HOPING, SPEAK_FOR_THE_FIRM, View
from afterword.counsel.wellbeing.unlawful import noted
from afterword.terms import (
    Deed,
    LetterKind,
    MailKind,
    Outcome,
    Part,
    Stage,
    State,
)

#: The found value and the sentence that says why.
Held = tuple[Any, str]
_EARLY = (None, Stage.APPLIED, Stage.RECRUITER_SCREEN, Stage.ASSESSMENT)
_LEFT = (Outcome.WITHDRAWN, Outcome.OFFER_DECLINED)
#: Bound by name: see `standing.happened`.
RESCINDED, CLOSED = Outcome.OFFER_RESCINDED, State.CLOSED
AGENT, UNKNOWN = Part.RECRUITER_AGENCY, Part.UNKNOWN
#: Ends of the user's own making, from which nobody needs a rest.
_OWN_END = (Deed.OFFER_DECLINED, Deed.NOTE)
_PAUSE = timedelta(hours=days.PAUSE_HOURS)
_SEATS = (
    ("sibling_role", "the other role they have open"),
    ("person_moved", "the place where your contact works now"),
)


def asked_to_stop(view: View) -> Held | None:
    """G1: someone who speaks for the firm asked for no more, or nobody is left to write to."""
    for word in view.stops:
        if view.part(word) in SPEAK_FOR_THE_FIRM:
            return True, f"They asked on {days.spoken(view.day(word.at))} not to be contacted."
    for word in view.file.elsewhere:
        if word.stop and word.at <= view.now and view.part(word) in SPEAK_FOR_THE_FIRM:
            day = days.spoken(view.day(word.at))
            return True, f"They asked on {day}, about another role, not to be contacted."
    for person in view.file.people:
        if not view.stopped(person):
            return None
    return (True, "Everyone you know there is to be left alone.") if view.file.people else None


def maybe_unlawful(view: View) -> Held | None:
    """G2: words the user noted may touch what the law protects; persuasion waits for their answer.

    Inferred from the words alone. "No, it was otherwise" on the case's own page lifts it at once.
    """
    found = noted(view.file.remarks) if view.file.remarks else ()
    if not found:
        return None
    return (
        True,
        f"You noted: “{found[0].quote}”. That may not have been lawful; say if it was otherwise.",
    )


def left(view: View) -> Held | None:
    """G3: the user withdrew or declined."""
    if view.standing.outcome in _LEFT:
        return True, view.standing.why
    return None


def rescinded(view: View) -> Held | None:
    """They took an offer back: what the user is owed comes before any letter (R19)."""
    if view.standing.outcome is not RESCINDED:
        return None
    return True, view.standing.why


def too_fresh(view: View) -> Held | None:
    """G4: less than twelve hours since the envelope was opened, of a second no as of the first."""
    verdict = view.news
    if verdict is None or view.is_open or verdict.direction is OUT:
        return None
    if verdict.kind in _OWN_END:
        return None
    since = verdict.opened or verdict.at
    if verdict.sealed or view.now - since < _PAUSE:
        return True, f"The news is less than {days.PAUSE_HOURS} hours old for you."
    return None


def tried(view: View) -> Held | None:
    """G5: a reopen letter has gone out and nothing new has happened there since."""
    attempts = view.letters(LetterKind.REOPEN_LETTER)
    if not attempts:
        return None
    trigger = view.trigger
    if trigger is not None and trigger.at > attempts[-1].at:
        return None
    day = days.spoken(view.day(attempts[-1].at))
    return True, f"You asked them on {day} to look again."


def promised(view: View) -> Held | None:
    if not view.is_open or view.standing.promised is None:
        return None
    return view.standing.promised, f"They named {days.spoken(view.standing.promised)}."


def template(view: View) -> Held | None:
    """A template no, unless a person who met the user can still be reached."""
    verdict = view.verdict
    if verdict is None or verdict.hand is not TEMPLATE or view.is_open:
        return None
    if not isinstance(verdict.kind, MailKind) or verdict.kind is HOLD_MAIL:
        return None
    if view.reachable() and view.standing.stage not in _EARLY:
        return None
    return True, "They answered with a template."


def unanswered(view: View) -> Held | None:
    """How many letters that hoped for an answer went out since their last word."""
    hoping = view.letters(*HOPING)
    if not hoping:
        return None
    since = next((h.at for h in reversed(view.happened) if is_word(h)), None)
    sent = [h for h in hoping if since is None or h.at > since]
    return (len(sent), f"{len(sent)} letters without an answer.") if sent else None


def agency(view: View) -> Held | None:
    """An agency in between, until the user has asked it since the verdict."""
    if view.verdict is None:
        return None
    agents = {p.id for p in view.file.people if p.part is AGENT}
    if not agents:
        return None
    agents |= {p.email for p in view.file.people if p.id in agents and p.email}
    direct = any(p.part not in (AGENT, UNKNOWN) for p in view.reachable())
    if direct:
        return None
    asked = any(
        h.at > view.verdict.at
        and h.who in agents
        and (h.kind is Deed.CALL or h.kind is Deed.LETTER or isinstance(h.kind, MailKind))
        for h in view.happened
    )
    return None if asked else (True, "An agency stands between you and the firm.")


def other_seat(view: View) -> Held | None:
    """A concrete other seat: a sibling role, a person who moved, the old desk of an insider."""
    since = view.verdict.at if view.verdict else None
    for name, seat in _SEATS if view.signs else ():
        if any(since is None or h.at >= since for h in view.signals(name)):
            return seat, f"You saw {seat}."
    if view.standing.by_internal and view.standing.state is CLOSED:
        return "the post the new holder leaves", "Somebody from within took the seat."
    return None


def came_back(view: View) -> Held | None:
    found = view.came_back()
    if found is None:
        return None
    return True, f"They came back on their own on {days.spoken(view.day(found.at))}."


#: What a file may always show something of.
_ALWAYS = bits("F1", "F4", "F5", "F6", "F8", "W1", "W2", "W3", "W6", "G1", "after_no", "today")
_LEAVING = bits("G3", "rescinded")
_IF_REMARKS = bits("G2", "F2", "F3")
_IF_LETTERS = bits("G5", "unanswered")
_IF_VERDICT = bits("F2", "G4", "template", "agency")
_IF_OPEN = bits("promised_date", "they_came_back")
_IF_SEAT = bits("other_seat")


def may_show(view: View) -> int:
    """Of what this file may show anything at all, as the bits of `answers.BIT`; it costs little."""
    return (
        _ALWAYS
        | (_LEAVING if view.standing.outcome is not None else 0)
        | (_IF_REMARKS if view.file.remarks else 0)
        | (_IF_LETTERS if view.wrote else 0)
        | (_IF_VERDICT if view.verdict is not None else 0)
        | (_IF_OPEN if view.is_open else 0)
        | (_IF_SEAT if view.signs or view.standing.by_internal else 0)
    )


LOOKS: dict[str, Callable[[View], Held | None]] = {
    "G1": asked_to_stop,
    "G2": maybe_unlawful,
    "G3": left,
    "G4": too_fresh,
    "G5": tried,
    "rescinded": rescinded,
    "promised_date": promised,
    "template": template,
    "unanswered": unanswered,
    "agency": agency,
    "other_seat": other_seat,
    "they_came_back": came_back,
}
