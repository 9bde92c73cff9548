"""Time to a verdict, leg by leg, in days: the middle and its width, or why there is none yet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from afterword.counsel.days import PRIOR
from afterword.counsel.forecast.course import LEGS, Course, Left, Leg, Stay
from afterword.counsel.forecast.survival import Middle, Step, Watched, middle, survival

#: Below these nothing is said of a leg (judgement): a middle of four is an anecdote.
FEWEST_CASES = 5
FEWEST_HEARD = 3

WHOLE = "whole"
#: What a leg's time means, read after "from".
FROM: dict[str, str] = {
    Leg.APPLIED: "the application to a step on, or a no",
    Leg.TALKS: "the first talk or test to the late rounds, or a no",
    Leg.LATE: "the late rounds to an offer, or a no",
    WHOLE: "the first talk to an offer or a no, all rounds together",
}
#: Beside the last row, to compare (E24).
SURVEY = (
    f"From the first talk to an offer or a no, employers of graduates named {PRIOR} days on "
    "average (NACE, 334 employers in the USA, 2023). An average of firms, not a promise."
)


@dataclass(frozen=True, slots=True)
class Wait:
    """How long this leg takes; `of` says from what to what. Without a middle, `why` says what is missing; with one, how to read it.

    `seen` cases walked the leg, `heard` left it by a word of theirs, `open` still wait
    or fell silent; the others were ended by the user, paused, or began unseen.
    """

    leg: str
    of: str
    seen: int
    heard: int
    open: int
    middle: Middle | None
    steps: tuple[Step, ...]
    why: str


def waits(courses: Iterable[Course]) -> tuple[Wait, ...]:
    """The three legs before an offer, and the whole way from the first talk."""
    courses = tuple(courses)
    legs = [
        _wait(leg, [s for c in courses for s in c.stays if s.leg is leg and s.timed])
        for leg in LEGS[:-1]
    ]
    return (*legs, _wait(WHOLE, [s for c in courses if (s := _whole(c)) is not None]))


def _whole(course: Course) -> Stay | None:
    """Everything from the first talk on as one stretch."""
    days, left, seen = 0.0, Left.OPEN, False
    for stay in course.stays:
        if stay.leg is Leg.APPLIED or stay.took is None:
            continue
        seen, left = True, stay.left
        days += stay.took
        if left is not Left.ON:
            break
    return Stay(Leg.TALKS, round(days), left) if seen else None


def _wait(leg: str, stays: list[Stay]) -> Wait:
    timed = [Watched(s.days, s.left in (Left.ON, Left.NO)) for s in stays if s.days is not None]
    still = sum(s.left is Left.OPEN for s in stays)
    heard = sum(one.heard for one in timed)
    missing = _missing(len(timed), heard)
    if missing:
        return Wait(str(leg), FROM[leg], len(timed), heard, still, None, (), missing)
    steps = survival(timed)
    found = middle(steps)
    return Wait(str(leg), FROM[leg], len(timed), heard, still, found, steps, _says(found, still))


def _missing(seen: int, heard: int) -> str:
    if seen < FEWEST_CASES:
        return f"Not yet: this needs {FEWEST_CASES} processes that came this far, and there {_are(seen)}."
    if heard < FEWEST_HEARD:
        return (
            f"Not yet: this needs {FEWEST_HEARD} that were answered, and there {_are(heard)}. "
            "Silence alone says nothing of how long a word takes."
        )
    return ""


def _are(n: int) -> str:
    return {0: "is none", 1: "is one"}.get(n, f"are {n}")


def _says(found: Middle, still: int) -> str:
    counted = f" {_silent(still)} counted as still open." if still else ""
    if found.days is None:
        least = f", at least {_days(found.low)}" if found.low is not None else ""
        return f"Fewer than half have heard, so the middle lies further out{least}.{counted}"
    if found.high is None:
        width = f"{found.low} or more; there are too few cases to say how many more"
    else:
        width = f"{found.low} to {found.high}"
    return f"Half had a word within {_days(found.days)} ({width}).{counted}"


def _silent(n: int) -> str:
    return "One that has not answered is" if n == 1 else f"{n} that have not answered are"


def _days(n: int | None) -> str:
    return "one day" if n == 1 else f"{n} days"
