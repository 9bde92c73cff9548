"""What the file shows of gates and of the means: who may be written to, and whether yet."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from afterword.counsel import days
from afterword.counsel.decision.answers import bits
from afterword.counsel.one_line import quoted
from afterword.counsel.standing.happened import HOLD_MAIL, OUT, TEMPLATE, letter_bits
from afterword.counsel.weighing.found import Found, Held
from afterword.counsel.weighing.spans import put_off_until
from afterword.counsel.weighing.view import RECRUITERS, SPEAK_FOR_THE_FIRM, View
from afterword.counsel.wellbeing.unlawful import noted, touches
from afterword.terms import (
    Deed,
    Hand,
    Happening,
    LetterKind,
    MailKind,
    Outcome,
    Part,
    Person,
    RemarkKind,
    Stage,
    State,
)

OUTREACH, LETTER, PERSONAL = MailKind.OUTREACH, Deed.LETTER, Hand.PERSONAL
#: Reasons that the same house would have in the next room: a skill, a rule, a test, a check.
_NEEDED_THERE_TOO = frozenset({"R03", "R13", "R14", "R16"})
_PUT_OFF = frozenset({"R07", "R08"})
_EARLY = (None, Stage.APPLIED, Stage.RECRUITER_SCREEN, Stage.ASSESSMENT)
_LEFT = (Outcome.WITHDRAWN, Outcome.OFFER_DECLINED)
#: Bound by name: see `standing.happened`.
RESCINDED, CLOSED = Outcome.OFFER_RESCINDED, State.CLOSED
AGENT, UNKNOWN = Part.RECRUITER_AGENCY, Part.UNKNOWN
DOUBT, MONEY = RemarkKind.DOUBT, RemarkKind.MONEY
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
            return True, f"They asked on {view.spoken(word.at)} not to be contacted."
    for word in view.file.elsewhere:
        if word.stop and word.at <= view.now and view.part(word) in SPEAK_FOR_THE_FIRM:
            day = view.spoken(word.at)
            return True, f"They asked on {day}, about another role, not to be contacted."
    if not view.all_stopped:
        return None
    return True, "Everyone you know there is to be left alone."


def maybe_unlawful(view: View) -> Held | None:
    """G2: words the user noted may touch what the law protects; persuasion waits for their answer.

    Inferred from the words alone. "No, it was otherwise" on the case's own page lifts it at once.
    """
    for remark in view.file.remarks:
        if touches(remark.quote):
            first = noted(view.file.remarks)[0].quote
            return True, (
                f"You noted: “{first}”. That may not have been lawful; say if it was otherwise."
            )
    return None


def asks_money(view: View) -> Found | None:
    """They ask the user for money or for a key to it, in their own words (4.5 G6, 6.2).

    The user's “this is genuine” comes before it, as every answer of theirs does.
    """
    said = view.said(MONEY)
    if not said:
        return None
    return Found(True, f"They wrote: “{said[-1].quote}”", said[-1].quote, said[-1].basis)


def left(view: View) -> Held | None:
    """G3: the user withdrew or declined."""
    if view.standing.outcome in _LEFT:
        return True, lambda: view.standing.why
    return None


def rescinded(view: View) -> Held | None:
    """They took an offer back: what the user is owed comes before any letter (R19)."""
    if view.standing.outcome is not RESCINDED:
        return None
    return True, lambda: view.standing.why


def too_fresh(view: View) -> Held | None:
    """G4: less than twelve hours since the envelope was opened, of a second no as of the first."""
    verdict = view.news
    if verdict is None or view.is_open or verdict.direction is OUT:
        return None
    if verdict.kind in _OWN_END:
        return None
    since = verdict.opened or verdict.at
    lately = view.today.toordinal() - since.toordinal() <= days.APART
    if verdict.sealed or (lately and view.now - since < _PAUSE):
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
    day = view.spoken(attempts[-1].at)
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
    if view.standing.stage not in _EARLY and view.anyone:
        return None
    return True, "They answered with a template."


def unanswered(view: View) -> Held | None:
    """How many letters that hoped for an answer went out since their last word."""
    sent = view.unanswered()
    return (sent, f"{sent} letters without an answer.") if sent else None


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
    if view.standing.by_internal and view.standing.state is CLOSED and _may_ask_for_theirs(view):
        return "the post the new holder leaves", "Somebody from within took the seat."
    return None


def _may_ask_for_theirs(view: View) -> bool:
    """Whether the post of the one who moved up may be asked for: soon, and not for want of the same.

    Who was refused for a language the house works in would be refused for it there as well; and
    weeks later that post is filled, or was never to be.
    """
    verdict = view.verdict
    if verdict is None:
        return True
    named = any(reason.code in _NEEDED_THERE_TOO for reason in verdict.reasons)
    return not named and view.verdict_age <= days.OLD_VERDICT


def told(view: View) -> Held | None:
    """Whether they know already that the user has stepped back: it ended by the user's own word."""
    if view.standing.outcome not in _LEFT:
        return None
    return True, lambda: view.standing.why


def thanked(view: View) -> Held | None:
    """Whether the user has written to them since it ended, in a letter of ours or in their own mail."""
    verdict = view.verdict
    if verdict is None or view.is_open:
        return None
    for h in reversed(view.happened):
        if h.at <= verdict.at:
            break
        if h.direction is OUT and (h.kind is LETTER or isinstance(h.kind, MailKind)):
            day = view.spoken(h.at)
            return True, f"You wrote to them on {day}."
    return None


def lead_from(view: View) -> tuple[Person, Happening] | None:
    """Who of this case has brought the user another lead since it ended, and with which word."""
    verdict = view.verdict
    if verdict is None or view.is_open:
        return None
    for h in reversed(view.file.elsewhere):
        if h.at > view.now or h.kind is not OUTREACH:
            continue
        who = view.person(h.who) if h.at > verdict.at else None
        if who is not None and who.part not in RECRUITERS:  # theirs is another post to fill
            return who, h
    return None


def referred(view: View) -> Held | None:
    """Whether somebody of this case has brought the user another lead since it ended."""
    found = lead_from(view)
    if found is None:
        return None
    who, brought = found
    return True, f"{who.name} brought you another lead on {view.spoken(brought.at)}."


def invitation(view: View) -> Held | None:
    """What they asked the user to come back for, in their words (3.1, R10)."""
    if view.is_open or view.stops:
        return None
    found = view.invited()
    if found is None or not found[1] or found[0].hand is not PERSONAL:
        return None
    return quoted(found[1]), f"They wrote it on {view.spoken(found[0].at)}."


def comes_again(view: View) -> Held | None:
    """The day on which what they put off comes near again, where they said for how long."""
    verdict = view.verdict
    if verdict is None or view.is_open:
        return None
    for reason in verdict.reasons:
        if reason.code in _PUT_OFF:
            day = put_off_until(reason.quote, view.day(verdict.at))
            if day is not None:
                near = day - timedelta(days=days.TOUCHES[0])
                return near, f"They wrote: {quoted(reason.quote)}."
    return None


def came_back(view: View) -> Held | None:
    found = view.came_back()
    if found is None:
        return None
    return True, f"They came back on their own on {view.spoken(found.at)}."


#: What a file may always show something of.
_ALWAYS = bits("F1", "F4", "F5", "F6", "F8", "W1", "W2", "W3", "W6", "after_no", "today")
_STOP, _LEFT_THEM, _RESCINDED = bits("G1"), bits("G3"), bits("rescinded")
_UNLAWFUL, _REASON, _PROOF = bits("G2"), bits("F2"), bits("F3")
_MONEY = bits("asks_money")
_FRESH, _TEMPLATE, _AGENCY = bits("G4"), bits("template"), bits("agency")
_TRIED, _UNANSWERED, _SEAT = bits("G5"), bits("unanswered"), bits("other_seat")
_CHANGED = bits("F7")
_OPEN = bits("promised_date", "they_came_back")
#: The gates that a file may shut before a verdict (`may_hold`).
HOLDS = _STOP | _UNLAWFUL | _LEFT_THEM | _MONEY
_REOPEN = letter_bits([LetterKind.REOPEN_LETTER])


def may_hold(view: View) -> int:
    """The gates that this file may shut before a verdict, as the bits of `answers.BIT`."""
    found, outcome = 0, view.standing.outcome
    if asked_to_stop(view):
        found |= _STOP
    if outcome is not None and outcome in _LEFT:
        found |= _LEFT_THEM
    for remark in view.file.remarks:
        if remark.kind is MONEY:
            found |= _MONEY
        if touches(remark.quote):
            found |= _UNLAWFUL
    return found


def may_show(view: View) -> int:
    """Of what this file may show anything at all, as the bits of `answers.BIT`.

    It costs less than the looks it spares: what it leaves out is nowhere in the file, so no rule
    that needs it is asked.
    """
    file, verdict = view.file, view.verdict
    found = _ALWAYS | may_hold(view)
    if view.standing.outcome is RESCINDED:
        found |= _RESCINDED
    for remark in file.remarks:
        if remark.kind is DOUBT:
            found |= _REASON
        if remark.answered_by:
            found |= _PROOF
    if file.met_by:
        found |= _PROOF
    if view.sent:
        if view.sent & _REOPEN:
            found |= _TRIED
        if view.unanswered():
            found |= _UNANSWERED
    if view.is_open:
        found |= _OPEN
    elif verdict is not None:
        if too_fresh(view):
            found |= _FRESH
        if verdict.hand is TEMPLATE:
            found |= _TEMPLATE
    if verdict is not None:
        if verdict.reasons:
            found |= _REASON
        for person in file.people:
            if person.part is AGENT:
                found |= _AGENCY
                break
    if view.signs:
        found |= _CHANGED
    if view.signs or view.standing.by_internal:
        found |= _SEAT
    return found


LOOKS: dict[str, Callable[[View], Found | Held | None]] = {
    "G1": asked_to_stop,
    "G2": maybe_unlawful,
    "asks_money": asks_money,
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
    "told": told,
    "thanked": thanked,
    "referred": referred,
    "invitation": invitation,
    "comes_again": comes_again,
}
