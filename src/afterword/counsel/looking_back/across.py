"""Across endings: where it stops, what one would do again, the lessons that were kept (S4-14)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from afterword.counsel.looking_back.ended import Ended
from afterword.counsel.looking_back.five import Choice
from afterword.counsel.standing.happened import STAGES
from afterword.terms import NOTHING, Stage

#: From fewer endings nothing follows (judgement).
ENOUGH = 5


@dataclass(frozen=True, slots=True)
class Said:
    """What the user said of one of the five: a choice, and a few words if they liked."""

    choice: Choice = Choice.OPEN
    note: str = ""


@dataclass(frozen=True, slots=True)
class Look:
    """One look back. `parting` is the line written on closing the case (P20); with nothing else
    it is no look back, and `looked` is false."""

    case: str
    company: str
    role: str
    on: date
    answers: Mapping[str, Said] = field(default_factory=lambda: NOTHING)
    lesson: str = ""
    parting: str = ""
    looked: bool = True

    @property
    def empty(self) -> bool:
        """Whether it was passed over, which is as good a choice."""
        return not (self.lesson or self.parting or self.answers)


@dataclass(frozen=True, slots=True)
class Stop:
    """One stage: how many processes came at least so far, how many ended there, how many of
    these were about the seat."""

    stage: Stage
    came: int
    ended: int
    seat: int = 0


@dataclass(frozen=True, slots=True)
class Stops:
    """Where processes ended, earliest stage first. `n` is how many are over; `says` how to read it."""

    rows: tuple[Stop, ...]
    n: int
    says: str


@dataclass(frozen=True, slots=True)
class Habit:
    """One of the five things, with the firms where the user would do it again, or try it next time."""

    key: str
    again: tuple[str, ...] = ()
    next_time: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lesson:
    """A line the user kept, in their own words."""

    says: str
    on: date
    case: str
    company: str


def stops(ends: Iterable[Ended]) -> Stops:
    """Where it stopped, among processes that are over; what the user ended or won went on."""
    over = list(ends)
    reached = {end.case: end.stage or Stage.APPLIED for end in over}
    rows = []
    for stage in STAGES:
        came = sum(STAGES.index(far) >= STAGES.index(stage) for far in reached.values())
        here = [end for end in over if end.by_them and reached[end.case] is stage]
        if here:
            rows.append(Stop(stage, came, len(here), sum(end.seat for end in here)))
    if not over:
        says = "No process is over yet."
    elif len(over) < ENOUGH:
        says = f"Only {len(over)} of your processes are over. From so few nothing follows yet."
        if len(over) == 1:
            says = "Only one of your processes is over. From one nothing follows."
    else:
        says = (
            f"Of {len(over)} processes that are over. Most searches stop most often where most "
            "begin, so look at a late stage rather than at the first."
        )
    return Stops(tuple(rows), len(over), says)


def habits(looks: Iterable[Look]) -> tuple[Habit, ...]:
    """What the user would do again and what they would try, by the five; the most often said first."""
    again: dict[str, list[str]] = defaultdict(list)
    tried: dict[str, list[str]] = defaultdict(list)
    for look in sorted(looks, key=lambda one: one.on):
        for key, said in look.answers.items():
            if said.choice is Choice.AGAIN:
                again[key].append(look.company)
            elif said.choice is Choice.NEXT:
                tried[key].append(look.company)
    found = [Habit(key, tuple(again[key]), tuple(tried[key])) for key in {**again, **tried}]
    return tuple(sorted(found, key=lambda h: (-len(h.again) - len(h.next_time), h.key)))


def lessons(looks: Iterable[Look]) -> tuple[Lesson, ...]:
    """The lines that were kept, the newest first; the same line at one case is kept once."""
    found = []
    for look in looks:
        lines = dict.fromkeys(line.strip() for line in (look.lesson, look.parting))
        found += [Lesson(line, look.on, look.case, look.company) for line in lines if line]
    return tuple(sorted(found, key=lambda one: (one.on, one.case), reverse=True))
