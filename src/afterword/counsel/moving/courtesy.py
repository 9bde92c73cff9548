"""After a verdict: the courtesies that are kept whatever becomes of the seat (P11-P13, P15, P20)."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, timedelta

from afterword.counsel import cadence, days
from afterword.counsel.cadence import Due, Rhythm
from afterword.counsel.decision.settled import answered
from afterword.counsel.decision.steps import ASKED_OF
from afterword.counsel.moving.scene import LEFT, SOMETIME, SOON, Scene, play, rest, spoken
from afterword.counsel.standing import so_far
from afterword.terms import (
    YOU,
    Band,
    Deed,
    Happening,
    LetterKind,
    MailKind,
    Move,
    Outcome,
    State,
)

FINALIST = 0.5
RAPPORT = 0.5
AT_REST = (Outcome.NO_RESPONSE, Outcome.EXPIRED)
#: Bound by name: see `standing.happened`.
CLOSED, ON_HOLD = State.CLOSED, State.ON_HOLD
KEEP_WARM, LIGHT_TOUCH, MOVE_ON, ASK_FIRST = (
    Band.KEEP_WARM,
    Band.LIGHT_TOUCH,
    Band.MOVE_ON,
    Band.ASK_FIRST,
)


_RHYTHMS = {KEEP_WARM: Rhythm.WARM, LIGHT_TOUCH: Rhythm.LIGHT}


def grace(s: Scene) -> Move | None:
    """P11, or P20 when it is time to move on: two gracious lines, once."""
    verdict = s.view.verdict
    if verdict is None or s.standing.outcome in (*LEFT, *AT_REST):
        return None
    if s.standing.state is not CLOSED or s.news_age > days.LATE_GRACE:
        return None
    if s.view.sent_since(
        verdict.at, LetterKind.GRACE_NOTE, LetterKind.REOPEN_LETTER, LetterKind.ADVICE_REQUEST
    ):
        return None
    if s.wrote_since(verdict.at):
        return None  # the user has answered in their own words
    who = _answerable(s, verdict)
    if who is None:
        return None
    if s.advice.band is ASK_FIRST and s.advice.question_factor in ASKED_OF and answered(s.answers):
        # They said why, and it can be answered: the question does not keep, and it thanks them too.
        asked = advice(s)
        if asked is not None:
            return asked
    leaving = s.advice.band is MOVE_ON
    day = s.view.day(verdict.at)
    why = f"{s.standing.why} Two gracious lines are what stays in mind."
    if s.advice.band is KEEP_WARM and answered(s.answers):
        why = f"{why} {_told_beside(s)}"
    if leaving:
        why = f"{s.standing.why} Two lines of thanks if you like; skipping them is fine."
    if call := _offered_talk(verdict):
        why = f"{s.standing.why} They offer to talk with you: “{call}” Say yes to that in the note."
    return play(
        s,
        "P20" if leaving else "P11",
        LetterKind.GRACE_NOTE,
        who,
        why,
        when=s.plus(day, days.FLIGHT if leaving else days.GRACE_NOTE),
        not_before=_after_pause(s),
        urgency=SOMETIME if leaving else SOON,
        question=s.advice.next_question,
    )


#: Words of a talk by voice in what a no offers.
_BY_VOICE = re.compile(
    r"\b(?:call|ring|phone|telephone|talk|speak|chat|anruf\w*|rufe?n?|telefon\w*|gespräch|spreche?n?|r?appel\w*|téléphon\w*|de vive voix|"
    r"llam\w*|hablar\w*|ligo|ligar\w*|conversar|chiam\w*|parlar\w*|bel|bellen|spreken)\b",
    re.IGNORECASE,
)


def _offered_talk(verdict: Happening) -> str:
    """Their words where the no itself offers a talk; "" for none."""
    if not verdict.invitation:
        return ""
    words = next((one.quote for one in verdict.reasons if one.code == "R10"), "")
    return words if _BY_VOICE.search(words) else ""


def _told_beside(s: Scene) -> str:
    """What answers their reason, told beside the thanks: for the next seat, and no plea."""
    ground = s.answers.ground("F2")
    known = f"{ground.says} " if ground is not None and not ground.by_user else ""
    return f"{known}One sentence of it may stand with the thanks, for the next seat there."


def advice(s: Scene) -> Move | None:
    """P12: one forward-looking question, with a promise not to argue."""
    verdict = s.view.verdict
    if verdict is None or not _is_no(s) or s.news_age > days.OLD_VERDICT:
        return None
    if s.view.sent_since(verdict.at, LetterKind.ADVICE_REQUEST, LetterKind.REOPEN_LETTER):
        return None
    asks = s.advice.band is ASK_FIRST and not s.answers.agency
    warm = s.advice.band is KEEP_WARM and _finalist(s)
    # with someone who answers and a reason that is known, the call says more (P13)
    if not asks and not (warm and (s.answers.F2 is None or not _rapport(s))):
        return None
    if not asks and answered(s.answers):
        return None  # they have said why, and it can be answered: there is nothing to ask
    if asks and s.advice.question_factor not in ASKED_OF:
        return rest(
            "One thing first, and you can find it out yourself.",
            question=s.advice.next_question,
            urgency=SOON,
        )
    who = _answerable(s, verdict)
    if who is None:
        return None
    day = s.view.day(verdict.at)
    why = s.advice.why if asks else "They know you from the last rounds. Ask how to be the one."
    return play(
        s,
        "P12",
        LetterKind.ADVICE_REQUEST,
        who,
        why,
        when=s.plus(day, days.ADVICE),
        not_before=s.morning(day, 1),
        question=s.advice.next_question,
    )


def call(s: Scene) -> Move | None:
    """P13: fifteen minutes with someone the user got on with."""
    verdict = s.view.verdict
    if verdict is None or not _is_no(s) or s.news_age > days.LATE_CALL:
        return None
    if s.advice.band is not KEEP_WARM or not (_finalist(s) and _rapport(s)):
        return None
    if s.view.sent_since(verdict.at, LetterKind.CALL_REQUEST) or any(
        h.kind is Deed.CALL and h.at > verdict.at for h in s.view.happened
    ):
        return None
    who = s.to_warmest()
    if who is None:
        return None
    for asked in s.view.letters(LetterKind.ADVICE_REQUEST)[-1:]:
        if asked.at > verdict.at and not s.replied_since(asked.at) and s.since(asked.at) < 5:
            return rest(
                f"Your question went out on {spoken(s, asked.at)}. Leave them a few days.",
                s.plus(s.view.day(asked.at), 5),
            )
    day = s.view.day(verdict.at)
    return play(
        s,
        "P13",
        LetterKind.CALL_REQUEST,
        who,
        "You got on, and they thought well of you. Ask for 15 minutes, with two or three "
        "“who do you know at …?” questions.",
        when=max(s.plus(day, days.CALL), s.plus(s.today, 0)),
        not_before=s.morning(day, 3),
        question="Which two or three firms would you ask about?",
    )


def touch(s: Scene) -> Move | None:
    """P15: the next word, if it is due and has a cause."""
    rhythm = _rhythm(s)
    since = _end(s)
    if rhythm is None or since is None:
        return None
    who = s.to_warmest()
    person = s.view.person(who) if who else None
    if person is None:
        return None
    file = s.view.file
    if s.advice.in_confidence:
        # what was told in confidence may not become the cause (method 4.5)
        open_ = tuple(h for h in file.happenings if h.kind is not Deed.SIGNAL)
        file = replace(file, happenings=open_)
    happened = so_far(file, s.now) if file is not s.view.file else s.view.happened
    due = cadence.touch_after(file, happened, s.beside(), person, since, s.now, rhythm)
    if due.due is Due.NO_CAUSE:
        # What there is to do all the same is said by the advice; a page and a list say one thing.
        return rest(lambda: _as_advised(s) or due.why)
    if due.due is not Due.NOW:
        return rest(due.why, due.when)
    return play(
        s,
        "P18" if rhythm is Rhythm.FROZEN else "P15",
        LetterKind.KEEP_IN_TOUCH,
        person.id,
        due.why,
        when=due.when,
        urgency=SOMETIME,
    )


def _as_advised(s: Scene) -> str:
    """The step of the advice as one line, whom it is for before it; "" where it has none."""
    step = s.advice.next_step
    if not step.what:
        return ""
    when = f" ({step.when})" if step.when and step.when.lower() not in step.what.lower() else ""
    said = f"{step.what.rstrip('.') if when else step.what}{when}{'.' if when else ''}"
    called = step.who and step.who != YOU and step.who.lower() not in said.lower()
    return f"{step.who}: {said}" if called else said


def _is_no(s: Scene) -> bool:
    no = (Outcome.REJECTED, Outcome.POSITION_FILLED, Outcome.CANCELLED)
    return s.standing.state is CLOSED and s.standing.outcome in no


def _finalist(s: Scene) -> bool:
    return max(s.answers.W1 or 0, s.answers.F4 or 0) >= FINALIST


def _rapport(s: Scene) -> bool:
    return (s.answers.W6 or 0) >= RAPPORT


def _rhythm(s: Scene) -> Rhythm | None:
    if s.answers.soft_stop or s.answers.G1 or (s.answers.unanswered or 0) >= days.DORMANT_AFTER:
        return None
    if s.standing.state is ON_HOLD:
        return Rhythm.FROZEN
    if s.standing.outcome in AT_REST or not s.met():
        return None
    if s.standing.outcome in LEFT:
        return None if s.advice.band is MOVE_ON else Rhythm.LIGHT
    return _RHYTHMS.get(s.advice.band)


def _end(s: Scene) -> datetime | None:
    return s.view.verdict.at if s.view.verdict else None


def _after_pause(s: Scene) -> datetime | None:
    since = s.news()
    return since + timedelta(hours=days.PAUSE_HOURS) if since else None


def _answerable(s: Scene, verdict: Happening) -> str | None:
    """Who gets an answer to the verdict: who wrote it, if that can be answered, else a person met."""
    wrote_in_person = s.view.personal(verdict) and isinstance(verdict.kind, MailKind)
    if wrote_in_person and verdict.who and s.may_write_to(verdict.who):
        return verdict.who
    return s.to_recruiter()
