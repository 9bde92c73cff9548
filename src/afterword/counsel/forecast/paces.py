"""The user's own record in each leg, and what may be believed of its pace after it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from afterword.counsel.forecast.course import Course, Left, Leg, Stay
from afterword.counsel.forecast.prior import PRIORS, WINDOW

Draws = NDArray[np.float64]
#: Imagined searches, each with paces of its own.
SEARCHES = 2000


@dataclass(frozen=True, slots=True)
class Record:
    """Own cases in one leg: how many went on, how many ended with a no, and the days watched."""

    on: int = 0
    no: int = 0
    days: float = 0.0

    @property
    def decided(self) -> int:
        return self.on + self.no


@dataclass(frozen=True, slots=True)
class Pace:
    """Steps on and noes a day, one of each for every imagined search."""

    on: Draws
    no: Draws

    @property
    def all(self) -> Draws:
        return self.on + self.no

    def went_on(self, within: float) -> Draws:
        """The share that has gone on after so many days."""
        gone: Draws = self.on / self.all * -np.expm1(-self.all * within)
        return gone


def records(courses: Iterable[Course]) -> dict[Leg, Record]:
    """What the user's own cases say of each leg: silent days count in full, up to the window."""
    found: dict[Leg, list[Stay]] = {leg: [] for leg in PRIORS}
    for course in courses:
        for stay in course.stays:
            found[stay.leg].append(stay)
    return {leg: _record(stays, PRIORS[leg].days) for leg, stays in found.items()}


def _record(stays: Iterable[Stay], usual: float) -> Record:
    on = no = 0
    watched = 0.0
    for stay in stays:
        # A no whose beginning nobody saw took the usual time, or it would look instant.
        took = usual if stay.took is None else stay.took
        watched += min(took, WINDOW)
        if took <= WINDOW:
            # A yes after the window is welcome and is not counted on.
            on += stay.left is Left.ON
            no += stay.left is Left.NO
    return Record(on, no, watched)


def paces(
    own: Mapping[Leg, Record], dice: np.random.Generator, searches: int = SEARCHES
) -> dict[Leg, Pace]:
    """Paces that fit both the prior and the own record, drawn once for each imagined search."""
    found = {}
    for leg, prior in PRIORS.items():
        had = own.get(leg, Record())
        scale = 1 / (prior.watched + had.days)
        on = dice.gamma(prior.went_on + had.on, scale, searches)
        no = dice.gamma(prior.ended + had.no, scale, searches)
        # A shape near nothing can round to a pace of exactly nought.
        found[leg] = Pace(np.maximum(on, 1e-300), np.maximum(no, 1e-300))
    return found
