"""What the file shows of this seat: F1 to F8 (method 4.2). F9 and F10 only the user knows."""

from __future__ import annotations

from collections.abc import Callable

from afterword.counsel import days
from afterword.counsel.standing.happened import PERSONAL, STAGES
from afterword.counsel.weighing.by_word import not_of_one_mind, stands_up, tells_finalist
from afterword.counsel.weighing.found import Found, Held
from afterword.counsel.weighing.view import ARGUED, DECIDERS, RECRUITERS, View
from afterword.terms import (
    Basis,
    Happening,
    MailKind,
    Outcome,
    Person,
    ReasonSeen,
    Remark,
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
    ("R03", 0.0, "They named what decided it, and nothing of yours answers it yet."),
    ("R11", 0.0, "They feared it would not stretch you, and nothing answers that yet."),
    ("R16", 0.0, "They named a task or test that did not reach their bar."),
    ("R14", 0.0, "They named a check on your references or background."),
    ("R02", -0.3, "They spoke of a closer match; what was missing was not found in their words."),
    ("R15", 0.0, "They spoke of fit; no example of it was found in their words."),
)
#: Reasons that name something proof can answer.
ANSWERABLE = frozenset({"R03", "R11", "R16"})
_STRONG = 1.0

_FIRST, _LATE = STAGES.index(Stage.RECRUITER_SCREEN), STAGES.index(Stage.FINAL_EXECUTIVE)
_FREE = (State.ACTIVE, State.AWAITING, State.OVERDUE, State.QUIET)
#: Bound by name: see `standing.happened`.
ON_HOLD, SAID = State.ON_HOLD, Basis.SAID
#: Reasons that name somebody else in the seat.
_TO_ANOTHER = ("R04", "R05", "R06")
_GONE = {Outcome.CANCELLED: -1.0, Outcome.POSITION_FILLED: -0.8}
RESCINDED = Outcome.OFFER_RESCINDED
#: Bound by name: see `standing.happened`.
RIVAL, PRAISE, DOUBT = RemarkKind.RIVAL, RemarkKind.PRAISE, RemarkKind.DOUBT
FILLED = Outcome.POSITION_FILLED
REOPENED = MailKind.REOPENED


#: What is found of most cases is found of many, and made once.
_NOT_DECIDED = Found(1.0, "They have not decided, as far as their mail shows.")
_MIDDLE = Found(0.0, "You came to the middle rounds.")


def decision_state(view: View) -> Found | None:
    """F1: whether this seat can still be had."""
    trigger = view.trigger
    if trigger is not None and trigger.kind is REOPENED:
        return Found(
            1.0,
            lambda: f"They wrote on {_on(view, trigger)} that it is open again.",
            view.quoted(trigger),
            trigger.basis,
        )
    if trigger is not None:
        return _opened_again(view, trigger)
    state, outcome, verdict = view.standing.state, view.standing.outcome, view.verdict
    if state is ON_HOLD:
        return Found(
            -1.0, lambda: f"The role is on hold{_since(view)}.", view.quoted(verdict), SAID
        )
    if view.is_open and state in _FREE:
        return _NOT_DECIDED
    if outcome in _GONE and verdict is not None:
        gone = "filled" if outcome is FILLED else "given up"
        told = view.quoted(verdict)
        return Found(_GONE[outcome], lambda: f"The role was {gone}{_came(view)}.", told, SAID)
    if outcome is RESCINDED:
        told = view.quoted(verdict)
        return Found(-1.0, lambda: f"They took their offer back{_came(view)}.", told, SAID)
    for reason in _reasons(view):
        if reason.code in _TO_ANOTHER:
            return Found(-0.8, "Somebody else has the seat.", reason.quote, reason.basis)
    if view.standing.by_internal:
        return Found(-0.8, lambda: f"Somebody from within has the seat{_came(view)}.", "", SAID)
    if verdict is not None and view.verdict_age > days.OLD_VERDICT:
        # offers are answered in about eleven days (E18)
        return Found(
            -0.8,
            lambda: (
                f"It ended on {_on(view, verdict)}, so somebody has most likely accepted by now."
            ),
            basis=Basis.GUESSED,
        )
    return None


def _opened_again(view: View, sign: Happening) -> Found:
    if sign.basis is Basis.SAID:
        value, says = 1.0, "Somebody said on {day} that it is open again."
    elif sign.strength is Strength.STRONG:
        value, says = 1.0, "It is open again, seen on {day}, and what they ask for was rewritten."
    else:
        value, says = 0.4, "The advert is up again, seen on {day}; taken alone that is a weak sign."
    return Found(value, lambda: says.format(day=_on(view, sign)), "", sign.basis)


def _on(view: View, h: Happening) -> str:
    return view.spoken(h.at)


def _came(view: View) -> str:
    """The day of the verdict, as the end of a sentence."""
    return f" on {_on(view, view.verdict)}" if view.verdict is not None else ""


def _since(view: View) -> str:
    return f" since {_on(view, view.verdict)}" if view.verdict is not None else ""


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
        if code in ANSWERABLE:
            return _answerable(view, reason, value, says)
        return Found(value, says, reason.quote, reason.basis)
    return _doubts(view)


def _answerable(view: View, reason: ReasonSeen, value: float, says: str) -> Found:
    """A reason by name: asked no more, met by a story, by what the user holds, or not known yet."""
    if view.trigger is not None and reason.quote in view.trigger.taken_back:
        says = "They named what decided it, and their new advert no longer asks for it."
        return Found(0.0, says, reason.quote, Basis.INFERRED)
    story = story_for(view, reason.quote)
    if story is not None:
        met = f"They named what decided it, and your story “{story.title}” answers it."
        return Found(1.0, met, reason.quote, Basis.INFERRED)
    answered = _doubts(view)
    if answered is not None and answered.value:
        return Found(answered.value, answered.says, answered.quote or reason.quote, reason.basis)
    held = view.file.answers.get("F3")
    if held is None or view.verdict is None or not view.verdict.at <= held.at <= view.now:
        unsure = "They named what decided it; whether you hold what answers it, you can tell."
        return Found(None, unsure, reason.quote, reason.basis)
    if not isinstance(held.value, int | float) or held.value <= 0:
        return Found(value, says, reason.quote, reason.basis)
    shown = "They named what decided it, and you hold something that they have not seen."
    return Found(1.0 if held.value >= _STRONG else 0.5, shown, reason.quote, Basis.INFERRED)


def story_for(view: View, quote: str) -> Story | None:
    """The story that answers these words: the one the user tied to them, else the one found."""
    tied = next((r.answered_by for r in view.remarks if r.quote == quote and r.answered_by), "")
    wanted = tied or view.file.met_by.get(quote, "")
    return next((s for s in view.file.stories if s.id == wanted), None) if wanted else None


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
    met = view.file.met_by
    if not view.remarks and not met:
        return None
    stories = {s.id: s for s in view.file.stories}
    pairs = [
        (remark, stories[remark.answered_by])
        for remark in view.said(DOUBT, RemarkKind.CHALLENGE, RemarkKind.FIRST_PRIORITY, RIVAL)
        if remark.answered_by in stories
    ]
    verdict = view.verdict
    if met and verdict is not None:
        said_on = view.day(verdict.at)
        pairs += [
            (Remark("", DOUBT, reason.quote, basis=Basis.INFERRED, at=said_on), stories[key])
            for reason in verdict.reasons
            if (key := met.get(reason.quote, "")) in stories
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
        return Found(-1.0, lambda: f"It ended at the first step{_came(view)}.")
    if place >= _LATE:
        return Found(1.0, lambda: f"You came to the last round{last_talk(view)}.")
    return _MIDDLE


def last_talk(view: View) -> str:
    """The day of the last talk, as the end of a sentence."""
    return f"; you last spoke on {days.spoken(view.talked)}" if view.talked is not None else ""


def finalist_words(view: View) -> Found | None:
    """Their words that say the user was among the last few."""
    for remark in reversed(view.remarks):
        if (remark.kind is RIVAL or remark.kind is PRAISE) and tells_finalist(remark.quote):
            return Found(1.0, "", remark.quote, remark.basis)
    for word in reversed(view.words()):
        for reason in word.reasons:
            if tells_finalist(reason.quote):
                return Found(1.0, "", reason.quote, word.basis)
        if word.detail and tells_finalist(word.detail) and view.quoted(word) == word.detail:
            return Found(1.0, "", word.detail, word.basis)
    return None


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
        return 0.3, lambda: _can_be_written_to(view, _foremost(view.reachable()))
    if words and not any(view.personal(w) for w in words):
        return Found(
            -1.0,
            lambda: (
                "All their mail came from addresses that take no replies, or from templates, "
                f"the last on {_on(view, words[-1])}."
            ),
            basis=SAID,
        )
    return None


def _can_be_written_to(view: View, person: Person) -> str:
    last = f"; they last wrote on {view.spoken(person.last_in)}" if person.last_in else ""
    return f"{person.name} can be written to{last}."


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
        (Stance.FOR, 1.0, "{name} spoke for you, by your notes."),
        (Stance.AGAINST, -1.0, "{name} seemed to be against it, by your notes."),
    ):
        person = next((p for p in view.file.people if p.stance is stance), None)
        if person is not None:
            kind = PRAISE if stance is Stance.FOR else DOUBT
            told = next((r.quote for r in view.said(kind) if r.by == person.name), "")
            return Found(value, says.format(name=person.name), told, person.stance_basis)
    return _for_you(view)


def _for_you(view: View) -> Found | None:
    """Their own words that somebody there stood up for the user, or that they were not of one mind."""
    quotes = [(one.quote, one.basis, one.by) for one in view.said(PRAISE, RIVAL)]
    for word in view.words():
        quotes += [(reason.quote, word.basis, "") for reason in word.reasons]
    for quote, basis, by in reversed(quotes):
        if stands_up(quote):
            who = by if by and by in quote else "Somebody there"
            return Found(1.0, f"{who} spoke for you, in their own words.", quote, basis)
    for quote, basis, _ in reversed(quotes):
        if not_of_one_mind(quote):
            return Found(1.0, "They were not of one mind, by their own words.", quote, basis)
    return None


def job_changed(view: View) -> Found | None:
    """F7: what they ask for was rewritten in the advert that has come up again."""
    trigger = view.trigger
    if trigger is None or trigger.kind is REOPENED:
        return None
    rewritten = trigger.basis is not SAID and trigger.strength is Strength.STRONG
    if not (rewritten or trigger.taken_back):
        return None
    missed = trigger.taken_back[0] if trigger.taken_back else ""
    says = "They no longer ask for what they missed, as their advert of {day} shows."
    if not missed:
        says = "What they ask for was rewritten, seen on {day}."
    return Found(1.0, lambda: says.format(day=_on(view, trigger)), missed, trigger.basis)


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


LOOKS: dict[str, Callable[[View], Found | Held | None]] = {
    "F1": decision_state,
    "F2": stated_reason,
    "F3": unseen_evidence,
    "F4": closeness,
    "F5": live_line,
    "F6": sponsor,
    "F7": job_changed,
    "F8": age,
}
