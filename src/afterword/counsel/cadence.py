"""When the next word to someone is due, and what gives it a cause (P15, P18; ruling 3).

30, 60, 90 days, then a quarter at a time while they answer; each silence
doubles the gap, two in a row let it sleep, a stop ends it for ever. No touch
without a cause: their news, something promised, something you talked about.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from afterword import workdays
from afterword.counsel import days
from afterword.counsel.standing.happened import IN, LETTER, SENSE, SIGNAL, so_far
from afterword.terms import (
    CaseFile,
    Deed,
    Happening,
    LetterKind,
    Person,
    RemarkKind,
    Warmth,
)

TOUCHES = frozenset({LetterKind.KEEP_IN_TOUCH, LetterKind.CONGRATULATION, LetterKind.TRIGGER_NOTE})
_TOUCHES = frozenset(kind.value for kind in TOUCHES)
#: Signals that are news of theirs, and how they are told.
NEWS = {
    "news": "There is news of theirs",
    "growing": "The firm is growing",
    "thawing": "Things are moving again there",
    "person_moved": "Your contact has a new place",
    "sibling_role": "A role like yours is open there",
    "reopened": "The role is open again",
    "anniversary": "Three months have passed since the seat was filled",
    "invited_date": "The day they named has come",
    "cooling_over": "The pause they asked for is over",
    "winner_left": "The seat is free again",
}


class Due(StrEnum):
    """What a touch is: due now, due on a later day, without a cause, asleep, or never."""

    NOW = "now"
    LATER = "later"
    NO_CAUSE = "no_cause"
    DORMANT = "dormant"
    NEVER = "never"


class Rhythm(StrEnum):
    """How often: keeping warm, a light touch, or a role that is frozen."""

    WARM = "warm"
    LIGHT = "light"
    FROZEN = "frozen"


@dataclass(frozen=True, slots=True)
class Touch:
    """The next word to one person: whether, on which day, from which cause, and why."""

    due: Due
    who: str
    when: date | None = None
    cause: str = ""
    why: str = ""


#: Bound by name: see `standing.happened`.
STOP = Warmth.STOP
PROMISE, TOPIC = RemarkKind.PROMISE, RemarkKind.TOPIC
TALKS = (Deed.INTERVIEW, Deed.CALL)


def next_touch(
    file: CaseFile,
    person: Person,
    since: datetime,
    now: datetime,
    *,
    elsewhere: Iterable[Happening] = (),
    rhythm: Rhythm = Rhythm.WARM,
) -> Touch:
    """When this person may next hear from the user after `since`, the end of the round.

    Letters and words of other cases (`CaseFile.elsewhere`, and more given here) count
    towards the caps and towards what went without an answer.
    """
    beside = [h for h in (*file.elsewhere, *elsewhere) if not days.later(h.at, now)]
    return touch_after(file, so_far(file, now), beside, person, since, now, rhythm)


def touch_after(
    file: CaseFile,
    happened: Sequence[Happening],
    beside: Sequence[Happening],
    person: Person,
    since: datetime,
    now: datetime,
    rhythm: Rhythm,
) -> Touch:
    """The same, for who has picked out already what had happened by `now`, here and elsewhere."""
    mine = keys_of(person)
    touches, heard, stopped = _exchange(happened, mine)
    if person.warmth is STOP or stopped:
        return Touch(
            Due.NEVER, person.id, why=f"{person.name} asked to be left alone, and so it stays."
        )
    sent = [h for h in touches if h.who in mine and h.at >= since]
    if unanswered((*touches, *heard, *beside), person) >= days.DORMANT_AFTER:
        return Touch(
            Due.DORMANT,
            person.id,
            why="Two notes in a row had no answer. Let it sleep; a good tie can wake years later.",
        )
    silent = unanswered((*sent, *heard), person) if sent else 0
    last = days.local(sent[-1].at if sent else since, now)
    when = last + timedelta(days=_gap(len(sent), rhythm) * 2**silent)
    when = max(when, free_from(touches, beside, mine, now))
    cause = find_cause(file, sent[-1].at if sent else since, now, len(sent))
    if now.date() < when:
        return Touch(
            Due.LATER, person.id, when, cause, f"A next word is due {days.spoken(when, now)}."
        )
    if not cause:
        return Touch(
            Due.NO_CAUSE,
            person.id,
            None,
            "",
            "A word would be due, but there is nothing to say yet; it waits for news of theirs.",
        )
    # due by the next day on which they are at their desks
    day = workdays.add(now.date(), 0, person.country or file.country)
    return Touch(Due.NOW, person.id, day, cause, f"{cause}. A short word now has a reason.")


def find_cause(file: CaseFile, since: datetime, now: datetime, touches: int = 0) -> str:
    """What gives a word its reason: their news since then, else a promise, else a topic; or "".

    Each promise or topic serves one word, so the n-th touch takes the n-th of them. A promise is
    spent by the next talk: "I will ring you on Friday" gives nobody a reason in autumn.
    """
    signals = [
        h for h in file.happenings if h.kind is SIGNAL and h.detail in NEWS and since <= h.at <= now
    ]
    if signals:
        latest = max(signals, key=lambda h: h.at)
        return f"{NEWS[latest.detail]}, seen on {days.spoken(days.local(latest.at, now), now)}"
    known = [r for r in file.remarks if r.at is None or r.at <= now.date()]
    if any(r.kind is PROMISE for r in known):
        talks = (h.at for h in file.happenings if h.kind in TALKS and h.at <= now)
        last = max((days.local(at, now) for at in talks), default=date.min)
        known = [r for r in known if r.kind is not PROMISE or r.at is None or r.at >= last]
    said = [
        f"{says}: “{remark.quote.rstrip('.')}”"
        for kind, says in (
            (PROMISE, "A promise stands"),
            (TOPIC, "You talked about it"),
        )
        for remark in known
        if remark.kind is kind
    ]
    return said[touches] if touches < len(said) else ""


def _gap(touches: int, rhythm: Rhythm) -> int:
    """Days until the next word: 30, 60 and 90 after the end of the round, then by quarters."""
    if rhythm is Rhythm.FROZEN:
        return days.FROZEN_CHECK_IN
    if rhythm is Rhythm.LIGHT or touches >= len(days.TOUCHES):
        return days.QUARTER
    return days.TOUCHES[touches] - (days.TOUCHES[touches - 1] if touches else 0)


def keys_of(person: Person) -> tuple[str, ...]:
    """By what a happening may name this person."""
    return tuple([key for key in (person.id, person.email) if key])


def unanswered(happened: Sequence[Happening], person: Person) -> int:
    """How many keep-in-touch words in a row, in whatever case, had no word of theirs after them."""
    mine = keys_of(person)
    touches = [h for h in _touches(happened) if h.who in mine]
    if not touches:
        return 0
    heard = [h.at for h in happened if h.who in mine and _is_theirs(h)]
    if not heard:
        return len(touches)
    last = max(heard)
    return len([h for h in touches if days.later(h.at, last)])


def free_from(
    happened: Sequence[Happening],
    elsewhere: Sequence[Happening],
    mine: tuple[str, ...],
    now: datetime,
) -> date:
    """The first day the caps allow: 21 days a person, 14 days a firm."""
    free = date.min
    for touch in _touches((*happened, *elsewhere)):
        cap = days.PERSON_CAP if touch.who in mine else days.FIRM_CAP
        free = max(free, days.local(touch.at, now) + timedelta(days=cap))
    return free


def _exchange(
    happened: Sequence[Happening], mine: tuple[str, ...]
) -> tuple[list[Happening], list[Happening], bool]:
    """The touches to anybody, the words of one person, and whether that person asked to stop."""
    touches, heard, stopped = [], [], False
    for h in happened:
        if h.kind is LETTER:
            if h.detail in _TOUCHES:
                touches.append(h)
            if not h.stop:
                continue
        if h.who in mine:
            if h.stop:
                stopped = True
            if _is_theirs(h):
                heard.append(h)
    return touches, heard, stopped


def _touches(happened: Iterable[Happening]) -> list[Happening]:
    return [h for h in happened if h.kind is LETTER and h.detail in _TOUCHES]


def _is_theirs(h: Happening) -> bool:
    sense = SENSE[h.kind]
    return sense.talks or (sense.mail and h.direction is IN)
