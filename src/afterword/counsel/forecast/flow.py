"""Where the processes of a search went: for each leg how many came, and what became of them there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from afterword.counsel.forecast.course import BY_YOU, LEGS, UNANSWERED, Course, Leg
from afterword.terms import Outcome, State

#: How a process can stand where its way ends or rests, in the order it is shown.
FATES = ("live", "offer", "yes", "paused", "silent", "no", "you")


@dataclass(frozen=True, slots=True)
class Reach:
    """`came` processes walked as far as this leg or further; `on` of them went on.

    `fates` says what became of the rest: live, offer, yes, paused, silent, no, or
    ended by the user (you). They add up: came = on + the sum of the fates.
    """

    leg: Leg
    came: int
    on: int
    fates: dict[str, int]


def flow(courses: Iterable[Course]) -> tuple[Reach, ...]:
    """The way of all cases but mere leads, leg by leg."""
    walked = [c for c in courses if c.leg is not None]
    found = []
    for place, leg in enumerate(LEGS):
        here = [c for c in walked if c.leg is leg]
        on = sum(LEGS.index(c.leg) > place for c in walked if c.leg)
        counts = {fate: sum(fate_of(c) == fate for c in here) for fate in FATES}
        found.append(Reach(leg, len(here) + on, on, {k: n for k, n in counts.items() if n}))
    return tuple(found)


def fate_of(course: Course) -> str:
    """What became of a case, in one word of `FATES`."""
    if course.state is State.CLOSED:
        if course.outcome is Outcome.HIRED:
            return "yes"
        if course.outcome in BY_YOU:
            return "you"
        return "silent" if course.outcome in UNANSWERED else "no"
    by_state = {State.OFFER: "offer", State.ON_HOLD: "paused", State.SOFT_CLOSED: "silent"}
    return by_state.get(course.state, "live")
