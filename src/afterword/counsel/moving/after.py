"""The next move after a no, a freeze or a farewell (contract ruling 1: grace, advice, call, reopen)."""

from __future__ import annotations

from datetime import timedelta

from afterword.counsel import cadence, days
from afterword.counsel.decision.factors import GATE
from afterword.counsel.moving.ahead import IF_THEN, noted
from afterword.counsel.moving.courtesy import advice, call, grace, touch
from afterword.counsel.moving.own import new_play
from afterword.counsel.moving.returning import at_their_time, lead_of_theirs
from afterword.counsel.moving.scene import (
    LEFT,
    NOW,
    SOON,
    Scene,
    Sign,
    fraud,
    play,
    rest,
    rested,
)
from afterword.counsel.moving.table import Rule, Table
from afterword.counsel.moving.vouch import checks_may_have_hurt, tell_referees, tell_the_good_news
from afterword.terms import (
    Band,
    Deed,
    LetterKind,
    Move,
    Outcome,
    Part,
    State,
)

REPOSTED = ("reopened", "winner_left")
GROWTH = ("growing", "thawing", "sibling_role", "person_moved")
#: Bound by name: see `standing.happened`.
CLOSED, ON_HOLD = State.CLOSED, State.ON_HOLD
FIGHT, KEEP_WARM, ASK_FIRST, MOVE_ON = Band.FIGHT, Band.KEEP_WARM, Band.ASK_FIRST, Band.MOVE_ON
ADVICE_REQUEST = LetterKind.ADVICE_REQUEST
HIRED = Outcome.HIRED


def sealed(s: Scene) -> Move:
    """A letter that may carry a verdict lies unopened: it is the user's to open."""
    return rest("A letter from them is waiting. Open it when you are ready.")


def won(s: Scene) -> Move | None:
    if s.standing.outcome is not HIRED:
        return None
    standing = s.standing
    return rest(lambda: f"{standing.why} Nothing more is asked of you here.")


def care(s: Scene) -> Move | None:
    """P26: it is too heavy just now; no letter, somebody to talk to (method 6.9, 6.10); or a fraud."""
    if not s.answers.needs_care:
        return fraud(s) if s.answers.asks_money else None
    return rest(f"{s.advice.why} {s.advice.next_step.what}", urgency=NOW)


def stop(s: Scene) -> Move | None:
    if not s.answers.G1:
        return None
    return rest("They asked for no contact, or you chose so. Nothing more is written to them.")


def unlawful(s: Scene) -> Move | None:
    if not s.answers.G2:
        return None
    return rest(f"{s.advice.why} {s.advice.next_step.what}", urgency=SOON)


def untrue(s: Scene) -> Move | None:
    """G6: nothing is drafted that would need it, on either side of a verdict (ruling 4)."""
    if s.answers.claim:
        return rest(f"{s.advice.why} {s.advice.next_step.what}", urgency=SOON)
    if not s.answers.G6:
        return None
    return rest(
        f"{GATE['G6'].says} Nothing is drafted here; two gracious lines without it, by your own "
        "hand, are right.",
        urgency=SOON,
    )


def no_word(s: Scene) -> Move | None:
    """They or their rules forbid any word: nothing is drafted, and what to do instead is said."""
    if not s.answers.no_contact:
        return None
    return rest(f"{s.advice.why} {s.advice.next_step.what}")


def pause(s: Scene) -> Move | None:
    """P10: twelve hours from opening; or as long as anger holds the pen."""
    if not s.answers.G4:
        return None
    since = s.news()
    until = since + timedelta(hours=days.PAUSE_HOURS) if since else None
    if until is not None and until <= s.now:
        until = None
    return play(
        s,
        "P10",
        None,
        "",
        f"{_fresh(s)} A draft is fine; sending can wait, and skipping it altogether is fine too."
        f"{_own_plan(s)}",
        when=s.view.day(until) if until else None,
        not_before=until,
        urgency=0,
    )


def _fresh(s: Scene) -> str:
    """What holds the pen: the seat's news, the hour, or what the user said of themselves."""
    if rested(s.answers).G4:
        return "It still hurts, you said."
    if s.standing.state is ON_HOLD:
        return "They have put it on hold, which is about the seat and not about you."
    return "The news is fresh."


def _own_plan(s: Scene) -> str:
    """P02 keeps its word on the day it was written for."""
    return " You wrote a plan for this day; it stands here." if noted(s, IF_THEN) else ""


def declined(s: Scene) -> Move | None:
    """P21: the user declined; a kind line within a day, if it has not gone out."""
    if s.standing.outcome not in LEFT or s.view.verdict is None:
        return None
    verdict = s.view.verdict
    if verdict.kind is not Deed.OFFER_DECLINED or s.news_age > days.LATE_GRACE:
        return None
    if s.view.letters(LetterKind.OFFER_DECLINE):
        return None
    who = s.to_decider()
    if who is None:
        return None
    return play(
        s,
        "P21",
        LetterKind.OFFER_DECLINE,
        who,
        "You declined. Thank them with one true reason and leave the door open.",
        when=s.view.day(verdict.at) + timedelta(days=days.DECLINE),
        urgency=NOW,
    )


def rescinded(s: Scene) -> Move | None:
    """R19: a pointer to someone who knows the law comes before any letter."""
    verdict = s.view.verdict
    if s.standing.outcome is not Outcome.OFFER_RESCINDED or verdict is None:
        return None
    if s.news_age > days.LATE_GRACE:
        return None
    return rest(
        f"{s.standing.why} Before you answer, ask someone who knows the law what holds of what was "
        "agreed, above all if you have given notice. This is a pointer, not legal advice.",
        urgency=SOON,
    )


def never_met(s: Scene) -> Move | None:
    """P20 without a letter: nobody there has met the user, so nothing is owed."""
    if s.met() or s.advice.band in (FIGHT, KEEP_WARM):
        return None
    if s.standing.state is not CLOSED:
        return None
    standing = s.standing
    return rest(lambda: f"{standing.why} You had not met anyone there, so no letter is owed.")


def frozen(s: Scene) -> Move | None:
    """P18: a sympathetic note, with the question when a word would help."""
    hold = s.view.verdict
    if s.standing.state is not ON_HOLD or hold is None:
        return None
    if s.news_age > days.LATE_CALL or s.view.sent_since(hold.at, LetterKind.KEEP_IN_TOUCH):
        return None
    if s.wrote_since(hold.at):
        return None  # the user has answered in their own words
    who = s.to_warmest()
    if who is None or not s.met():
        return None
    day = s.view.day(hold.at)
    return play(
        s,
        "P18",
        LetterKind.KEEP_IN_TOUCH,
        who,
        f"{s.standing.why} A short kind note, and ask when a word from you would help.",
        when=s.plus(day, days.FROZEN),
        not_before=s.morning(day, 2),
        urgency=SOON,
    )


def fight(s: Scene) -> Move | None:
    """P14: once, where it is cleared."""
    if s.advice.band is not FIGHT or s.standing.state is not CLOSED:
        return None
    if s.view.verdict and s.view.sent_since(s.view.verdict.at, LetterKind.REOPEN_LETTER):
        trigger = s.view.trigger
        if trigger is None or s.view.sent_since(trigger.at, LetterKind.REOPEN_LETTER):
            return None
    who = s.to_decider()
    if who is None:
        return None
    start = s.view.trigger or s.view.verdict
    day = s.view.day(start.at) if start else s.today
    return play(
        s,
        "P14",
        LetterKind.REOPEN_LETTER,
        who,
        s.advice.why,
        when=max(s.plus(day, days.REOPEN), s.plus(s.today, 0)),
        urgency=NOW,
    )


def agency(s: Scene) -> Move | None:
    """P25: the agency is asked first, by phone."""
    if not s.answers.agency or s.advice.band is not ASK_FIRST:
        return None
    who = s.to(frozenset({Part.RECRUITER_AGENCY}))
    if who is None:
        return None
    return play(
        s,
        "P25",
        None,
        who,
        f"{s.advice.why} {s.advice.next_step.what}",
        when=s.plus(s.today, 0),
        urgency=NOW,
        question=s.advice.next_question,
    )


def trigger_note(s: Scene) -> Move | None:
    """P16, P17: something moved there; one short note, within the caps."""
    if s.advice.band in (MOVE_ON, FIGHT) or s.answers.soft_stop or s.advice.in_confidence:
        return None
    since = s.view.verdict.at if s.view.verdict else None
    seen = [h for h in s.view.signals(*REPOSTED, *GROWTH) if since is None or h.at >= since]
    if not seen:
        return None
    signal = seen[-1]
    limit = days.LATE_LETTER if signal.detail in REPOSTED else days.TRIGGER
    if s.since(signal.at) > limit or s.view.sent_since(signal.at, LetterKind.TRIGGER_NOTE):
        return None
    who = s.to_warmest()
    if who is None or not _within_caps(s, who):
        return None
    id = "P16" if signal.detail in REPOSTED else "P17"
    latest = days.TRIGGER_REPOST if id == "P16" else days.TRIGGER
    day = s.view.day(signal.at)
    return play(
        s,
        id,
        LetterKind.TRIGGER_NOTE,
        who,
        f"{cadence.NEWS[signal.detail]}, seen on {days.spoken(day, s.today)}. One short note with one new "
        "fact.",
        when=s.plus(day, latest),
        not_before=s.morning(day, 1),
    )


def close(s: Scene) -> Move | None:
    """Rest: what is left is the next target."""
    asked = s.view.verdict is not None and s.view.sent_since(s.view.verdict.at, ADVICE_REQUEST)
    if s.advice.band is ASK_FIRST and asked:
        return rest(
            "Your question is with them. The next word is theirs.",
            question=s.advice.next_question,
        )
    if s.advice.band is ASK_FIRST:
        return rest("One thing would settle it.", question=s.advice.next_question)
    standing = s.standing
    return rest(lambda: f"Nothing to do here. {standing.why}", question=s.advice.next_question)


# ── what the rules ask of the scene ─────────────────────────────────────────


def _within_caps(s: Scene, who: str) -> bool:
    person = s.view.person(who)
    beside = s.beside()
    if person is not None:
        silent = cadence.unanswered((*s.view.happened, *beside), person)
        if silent >= days.DORMANT_AFTER:
            return False
    mine = cadence.keys_of(person) if person else (who,)
    return cadence.free_from(s.view.happened, beside, mine, s.now) <= s.today


_HIRED = frozenset({HIRED})
_CLOSED, _ON_HOLD = frozenset({CLOSED}), frozenset({ON_HOLD})
_FIGHT, _ASK, _WARM, _ON = (frozenset({b}) for b in (FIGHT, ASK_FIRST, KEEP_WARM, MOVE_ON))

RULES = Table(
    Rule(tell_the_good_news, outcomes=_HIRED, signs=Sign.VOUCHED),
    Rule(won, outcomes=_HIRED),
    Rule(care, needs=("needs_care", "asks_money")),
    Rule(stop, needs=("G1",)),
    Rule(unlawful, needs=("G2",)),
    Rule(untrue, needs=("claim", "G6")),
    Rule(no_word, needs=("no_contact",)),
    Rule(pause, needs=("G4",)),
    Rule(declined, outcomes=frozenset(LEFT), within=days.LATE_GRACE),
    Rule(rescinded, outcomes=frozenset({Outcome.OFFER_RESCINDED}), within=days.LATE_GRACE),
    Rule(never_met, states=_CLOSED, bands=frozenset(Band) - _FIGHT - _WARM),
    Rule(fight, states=_CLOSED, bands=_FIGHT),
    Rule(agency, bands=_ASK, needs=("agency",)),
    Rule(grace, states=_CLOSED, within=days.LATE_GRACE),
    Rule(trigger_note, bands=frozenset(Band) - _FIGHT - _ON, signs=Sign.SIGNAL),
    Rule(frozen, states=_ON_HOLD, within=days.LATE_CALL),
    Rule(advice, states=_CLOSED, bands=_ASK | _WARM, within=days.OLD_VERDICT),
    Rule(tell_referees, signs=Sign.VOUCHED),
    Rule(call, states=_CLOSED, bands=_WARM, within=days.LATE_CALL),
    Rule(checks_may_have_hurt, signs=Sign.LOST),
    Rule(new_play, signs=Sign.OWN),
    Rule(lead_of_theirs, bands=frozenset(Band) - _ON),
    Rule(at_their_time, bands=frozenset(Band) - _ON),
    Rule(touch, states=_ON_HOLD),
    Rule(touch, states=_CLOSED, bands=frozenset(Band) - _ON),
    Rule(close),
)
