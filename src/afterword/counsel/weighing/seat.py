"""What the file shows of this seat: F1 to F8 (method 4.2). F9 and F10 only the user knows."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from afterword.counsel import days
from afterword.counsel.standing.happened import PERSONAL, STAGES
from afterword.counsel.weighing.found import Found, Held
from afterword.counsel.weighing.view import ARGUED, DECIDERS, RECRUITERS, View
from afterword.terms import (
    Basis,
    Happening,
    MailKind,
    Outcome,
    Person,
    ReasonSeen,
    RemarkKind,
    Stage,
    Stance,
    State,
    Story,
    Strength,
)

#: What a stated reason is worth as F2, hardest first: a rule outweighs a kind word beside it.
REASON_VALUE: tuple[tuple[str, float, str], ...] = (
    ("R13", -1.0, "They named a permit, a place or hours: a rule rather than a doubt."),
    ("R12", -1.0, "They named a pay range you stand above."),
    ("R07", -1.0, "They paused the role; that is about the seat."),
    ("R08", -1.0, "They changed or gave up the role; that is about the seat."),
    ("R04", -0.8, "Somebody from within took it; that cannot be answered with proof."),
    ("R06", -0.8, "Somebody came in late or was known to them; that cannot be answered."),
    ("R03", 0.0, "They named a gap, and no story of yours answers it yet."),
    ("R11", 0.0, "They feared it would not stretch you, and nothing answers that yet."),
    ("R16", 0.0, "They named a task or test that did not reach their bar."),
    ("R14", 0.0, "They named a check on your references or background."),
    ("R02", -0.3, "They spoke of a closer match without naming what was missing."),
    ("R15", 0.0, "They spoke of fit without an example."),
)
#: Reasons that name something proof can answer.
ANSWERABLE = frozenset({"R03", "R11", "R16"})

TOLD_FINALIST = re.compile(
    r"\b(finalists?|final (two|three|2|3)|(top|last|other) (two|three|2|3)|runners?-up|shortlist"
    r"|second choice|close second|very close|one of (the )?two)\b",
    re.IGNORECASE,
)
_FIRST, _LATE = STAGES.index(Stage.RECRUITER_SCREEN), STAGES.index(Stage.FINAL_EXECUTIVE)
_FREE = (State.ACTIVE, State.AWAITING, State.OVERDUE, State.QUIET)
#: Bound by name: see `standing.happened`.
ON_HOLD, SAID = State.ON_HOLD, Basis.SAID
#: Reasons that name somebody else in the seat.
_TO_ANOTHER = ("R04", "R05", "R06")
_GONE = {Outcome.CANCELLED: -1.0, Outcome.POSITION_FILLED: -0.8}
#: Bound by name: see `standing.happened`.
RIVAL, PRAISE, DOUBT = RemarkKind.RIVAL, RemarkKind.PRAISE, RemarkKind.DOUBT
FILLED = Outcome.POSITION_FILLED
REOPENED = MailKind.REOPENED


#: What is found of most cases is found of many, and made once.
_NOT_DECIDED = Found(1.0, "They have not decided, as far as their mail shows.")
_TAKEN = Found(-0.8, "Somebody else has the seat.", "", SAID)
_LONG_AGO = Found(
    -0.8,
    "By now somebody has most likely accepted; only news of theirs would change that.",
    basis=Basis.GUESSED,
)
_FIRST_STEP = Found(-1.0, "It ended at the first step.")
_MIDDLE = Found(0.0, "You came to the middle rounds.")
_LAST_ROUND = Found(1.0, "You came to the last round.")
_FORMS_ONLY = Found(
    -1.0,
    "All their mail came from addresses that take no replies, or from templates.",
    basis=SAID,
)


def decision_state(view: View) -> Found | None:
    """F1: whether this seat can still be had."""
    trigger = view.trigger
    if trigger is not None and trigger.kind is REOPENED:
        return Found(1.0, "They wrote that it is open again.", trigger.detail, trigger.basis)
    if trigger is not None:
        if trigger.basis is Basis.SAID:
            return Found(1.0, "Somebody said it is open again.", "", trigger.basis)
        if trigger.strength is Strength.STRONG:
            return Found(
                1.0, "It is open again, and what they ask for was rewritten.", "", trigger.basis
            )
        return Found(
            0.4, "The advert is up again; taken alone that is a weak sign.", "", trigger.basis
        )
    state, outcome, verdict = view.standing.state, view.standing.outcome, view.verdict
    if state is ON_HOLD:
        return Found(-1.0, "The role is on hold.", _words(verdict), SAID)
    if view.is_open and state in _FREE:
        return _NOT_DECIDED
    if outcome in _GONE and verdict is not None:
        gone = "filled" if outcome is FILLED else "given up"
        return Found(_GONE[outcome], f"The role was {gone}.", _words(verdict), SAID)
    for reason in _reasons(view):
        if reason.code in _TO_ANOTHER:
            return Found(-0.8, "Somebody else has the seat.", reason.quote, reason.basis)
    if view.standing.by_internal:
        return _TAKEN
    if verdict is not None and view.verdict_age > days.OLD_VERDICT:
        # offers are answered in about eleven days (E18)
        return _LONG_AGO
    return None


def stated_reason(view: View) -> Found | None:
    """F2: the hardest reason they gave, or before a verdict the doubts they voiced."""
    reasons: dict[str, ReasonSeen] = {}
    for each in _reasons(view):
        reasons.setdefault(each.code, each)
    if not reasons and not view.remarks:
        return None
    for code, value, says in REASON_VALUE if reasons else ():
        reason = reasons.get(code)
        if reason is None:
            continue
        answered = _doubts(view) if code in ANSWERABLE else None
        if answered is not None and answered.value:
            quote = answered.quote or reason.quote
            return Found(answered.value, answered.says, quote, reason.basis)
        return Found(value, says, reason.quote, reason.basis)
    return _doubts(view)


def _doubts(view: View) -> Found | None:
    doubts = view.said(DOUBT)
    if not doubts:
        return None
    answered = [r for r in doubts if r.answered_by]
    first = (answered or list(doubts))[0]
    if len(answered) == len(doubts):
        return Found(
            1.0, "They named a doubt, and a story of yours answers it.", first.quote, first.basis
        )
    if answered:
        return Found(
            0.5, "They named doubts; your stories answer some of them.", first.quote, first.basis
        )
    return Found(0.0, "They named a doubt that nothing answers yet.", first.quote, first.basis)


def unseen_evidence(view: View) -> Found | None:
    """F3: a story that answers what they said and has not been sent to them since."""
    if not view.remarks:
        return None
    stories = {s.id: s for s in view.file.stories}
    pairs = [
        (remark, stories[remark.answered_by])
        for remark in view.said(DOUBT, RemarkKind.CHALLENGE, RemarkKind.FIRST_PRIORITY, RIVAL)
        if remark.answered_by in stories
    ]
    if not pairs:
        return None
    sent = [view.day(h.at) for h in view.letters(*ARGUED)]
    fresh = [
        (remark, story)
        for remark, story in pairs
        if not any(remark.at is None or day >= remark.at for day in sent)
    ]
    if not fresh:
        return Found(0.0, "What answers their words is already in a letter of yours.")
    remark, story = max(fresh, key=lambda pair: _strength(pair[1]))
    says = f"Your story “{story.title}” answers what they said, and they have not seen it."
    return Found(_strength(story), says, remark.quote, remark.basis)


def _strength(story: Story) -> float:
    strong = story.numbers and story.result and not story.confidential
    return 1.0 if strong else 0.5


def closeness(view: View) -> Found | None:
    """F4: told in words first, else the stage reached."""
    if told := finalist_words(view):
        return Found(1.0, "They told you how near you were.", told.quote, told.basis)
    stage = view.standing.stage
    if stage is None:
        return None
    place = STAGES.index(stage)
    if place <= _FIRST:
        return _FIRST_STEP
    if place >= _LATE:
        return _LAST_ROUND
    return _MIDDLE


def finalist_words(view: View) -> Found | None:
    """Their words that say the user was among the last few."""
    for remark in reversed(view.remarks):
        if (remark.kind is RIVAL or remark.kind is PRAISE) and _tells_finalist(remark.quote):
            return Found(1.0, "", remark.quote, remark.basis)
    for word in reversed(view.words()):
        for reason in word.reasons:
            if _tells_finalist(reason.quote):
                return Found(1.0, "", reason.quote, word.basis)
        if word.detail and _tells_finalist(word.detail):
            return Found(1.0, "", word.detail, word.basis)
    return None


@lru_cache(maxsize=1 << 16)
def _tells_finalist(quote: str) -> bool:
    # Every case is asked at every planning, and what they wrote hardly ever changes.
    return TOLD_FINALIST.search(quote) is not None


def live_line(view: View) -> Found | Held | None:
    """F5: whether someone who decides reads the user."""
    words = view.words()
    for word in reversed(words) if _of_late(view) else ():
        if word.hand is not PERSONAL or not word.reply_possible:
            continue
        person = view.person(word.who)
        if person is None or person.part not in DECIDERS:
            continue
        day = view.day(word.at)
        if view.since(day) > days.LIVE_LINE:
            break  # those before it are older still
        if not view.stopped(person):
            return Found(1.0, f"{person.name} wrote to you on {days.spoken(day)}.", basis=SAID)
    if view.anyone:
        return 0.3, lambda: f"{_foremost(view.reachable()).name} can be written to."
    if words and not any(view.personal(w) for w in words):
        return _FORMS_ONLY
    return None


def _of_late(view: View) -> bool:
    """Whether their last word is so young that a line may be alive; all others are older."""
    words = view.words()
    if not words:
        return False
    last = words[-1]
    old = view.verdict_age if last is view.verdict else view.since(view.day(last.at))
    return old <= days.LIVE_LINE


def _foremost(people: tuple[Person, ...]) -> Person:
    """Who decides, else who recruits, else anyone."""
    for parts in (DECIDERS, RECRUITERS):
        for person in people:
            if person.part in parts:
                return person
    return people[0]


def sponsor(view: View) -> Found | None:
    """F6: someone inside who is for the user, or only someone against."""
    for stance, value, says in (
        (Stance.FOR, 1.0, "{name} spoke for you."),
        (Stance.AGAINST, -1.0, "{name} seemed to be against it."),
    ):
        person = next((p for p in view.file.people if p.stance is stance), None)
        if person is not None:
            return Found(value, says.format(name=person.name), "", person.stance_basis)
    return None


def age(view: View) -> Found | None:
    """F8: how fresh the decision is, or the trigger that made it new."""
    fresh = view.trigger or view.verdict
    if fresh is None:
        return Found(1.0, "No decision has come yet.") if view.is_open else None
    day = view.day(fresh.at)
    old = view.verdict_age if fresh is view.verdict else view.since(day)
    what = "The decision" if fresh is view.verdict else "The news that it is open again"
    says = f"{what} came on {days.spoken(day)}."
    if old <= days.FRESH_VERDICT:
        return Found(1.0, says, basis=Basis.SAID)
    return Found(0.0 if old <= days.OLD_VERDICT else -1.0, says, basis=Basis.SAID)


def _reasons(view: View) -> tuple[ReasonSeen, ...]:
    return view.verdict.reasons if view.verdict else ()


def _words(happening: Happening | None) -> str:
    if happening is None:
        return ""
    return happening.reasons[0].quote if happening.reasons else happening.detail


LOOKS: dict[str, Callable[[View], Found | Held | None]] = {
    "F1": decision_state,
    "F2": stated_reason,
    "F3": unseen_evidence,
    "F4": closeness,
    "F5": live_line,
    "F6": sponsor,
    "F8": age,
}
