"""Invented searches whose paces are known, to ask of a forecast whether its ranges hold what came.

`search` walks cases leg by leg from paces drawn from the prior, looks at them on a
day as the casebook would, and then lets the days go on. `ghosts` and `ragged` bend
the world away from what the forecast assumes.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np

from afterword.counsel.forecast.course import LEGS, Course, Left, Leg, Stay
from afterword.counsel.forecast.paces import paces
from afterword.counsel.forecast.prior import WINDOW
from afterword.terms import Outcome, State

TODAY = date(2026, 3, 10)


@dataclass(frozen=True, slots=True)
class World:
    """How searches are made. `ghosts` is the share never answered, `ragged` the spread of times."""

    applications: int = 30
    talks: int = 20
    days: int = 240
    ghosts: float = 0.0
    ragged: bool = False


@dataclass(frozen=True, slots=True)
class Search:
    """What is on file today, and what comes of it: the days of offers from today on."""

    courses: tuple[Course, ...]
    offers: tuple[float, ...]
    pace: dict[Leg, tuple[float, float]]

    def within(self, days: int) -> int:
        return sum(day <= days for day in self.offers)


def search(dice: np.random.Generator, world: World = World()) -> Search:
    """One search: cases begun on random days before today, as they stand, and their future."""
    drawn = paces({}, dice, 1)
    pace = {leg: (float(p.on[0]), float(p.no[0])) for leg, p in drawn.items()}
    starts = [Leg.APPLIED] * world.applications + [Leg.TALKS] * world.talks
    walked = [case(dice, pace, leg, world) for leg in starts]
    offers = tuple(day for _, day in walked if day is not None)
    return Search(tuple(course for course, _ in walked), offers, pace)


def case(
    dice: np.random.Generator,
    pace: dict[Leg, tuple[float, float]],
    start: Leg,
    world: World,
    begun: float | None = None,
) -> tuple[Course, float | None]:
    """One case as it stands today, and the day from today on which it brings an offer, if it does."""
    at = -float(dice.uniform(0, world.days)) if begun is None else begun
    stays: list[Stay] = []
    today: tuple[Leg, State, Outcome | None] | None = None
    for leg in LEGS[LEGS.index(start) : -1]:
        on, no = pace[leg]
        took = _took(dice, on + no, world)
        # After the window nothing happens any more, in this world as in the forecast.
        took = took if took <= WINDOW else np.inf
        yes, then = dice.random() < on / (on + no), at + took
        if today is None and then > 0:
            waited = round(-at)
            state = State.AWAITING if waited <= WINDOW else State.SOFT_CLOSED
            today = (leg, state, None)
            stays.append(Stay(leg, waited, Left.OPEN))
        if np.isinf(took):
            return _course(stays, today), None
        if today is None:
            stays.append(Stay(leg, round(then) - round(at), Left.ON if yes else Left.NO))
        if not yes:
            closed = (leg, State.CLOSED, Outcome.REJECTED)
            return _course(stays, today or closed), None
        at = then
    if today is None:
        return _course(stays, (Leg.OFFER, State.CLOSED, Outcome.OFFER_DECLINED)), None
    return _course(stays, today), at if at > 0 and today[1] is State.AWAITING else None


def _took(dice: np.random.Generator, pace: float, world: World) -> float:
    if dice.random() < world.ghosts:
        return 10.0 * WINDOW
    if world.ragged:
        # The same mean, a long right tail, and hardly anything in the first days.
        return float(dice.lognormal(np.log(1 / pace) - 0.32, 0.8))
    return float(dice.exponential(1 / pace))


def _course(stays: list[Stay], stands: tuple[Leg, State, Outcome | None] | None) -> Course:
    assert stands is not None
    leg, state, outcome = stands
    return Course("imagined", leg, state, outcome, tuple(stays), None, TODAY)
