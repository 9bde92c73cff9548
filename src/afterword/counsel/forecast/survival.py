"""How long a word takes, counted so that silence does not flatter it (Kaplan and Meier 1958).

A case that has not heard is no missing value: it has waited so many days and is
still open. Leaving it out would make every firm look quick.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from math import exp, log, sqrt
from statistics import NormalDist

#: Of a hundred such bands, about eighty hold what they stand for; the same on every number here.
LEVEL = 0.8
_HAIR = 1e-9


@dataclass(frozen=True, slots=True)
class Watched:
    """One case: the days it was watched, and whether the word came then or it is still open."""

    days: int
    heard: bool


@dataclass(frozen=True, slots=True)
class Step:
    """The share still waiting after this day, with Greenwood's error and the log-log band."""

    days: int
    at_risk: int
    heard: int
    waiting: float
    error: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Middle:
    """The day by which half had heard, and its band, in days; None is later than anyone knows."""

    days: int | None
    low: int | None
    high: int | None


def survival(watched: Iterable[Watched], level: float = LEVEL) -> tuple[Step, ...]:
    """The share still waiting, one step for each day on which a word came.

    The error is Greenwood's (1926); the band is drawn on the log-log scale, so it
    stays between none and all (Kalbfleisch and Prentice 1980).
    """
    watched = tuple(watched)
    heard = Counter(one.days for one in watched if one.heard)
    gone = Counter(one.days for one in watched)
    z = NormalDist().inv_cdf((1 + level) / 2)
    at_risk, waiting, spread = len(watched), 1.0, 0.0
    steps: list[Step] = []
    top = 1.0
    for day in sorted(gone):
        events = heard[day]
        if events:
            waiting *= 1 - events / at_risk
            if at_risk > events:
                spread += events / (at_risk * (at_risk - events))
            low, high = _band(waiting, spread, z)
            # Where the last one has heard, nothing is left to reckon with: the band stays as it was.
            top = min(top, high) if waiting > _HAIR else top
            error = waiting * sqrt(spread)
            steps.append(Step(day, at_risk, events, waiting, error, low, max(top, waiting)))
        at_risk -= gone[day]
    return tuple(steps)


def middle(steps: Iterable[Step]) -> Middle:
    """The day by which half had heard: where the curve, and each edge of its band, crosses half.

    The band is Brookmeyer and Crowley's (1982).
    """
    steps = tuple(steps)

    def first(edge: str) -> int | None:
        return next((s.days for s in steps if getattr(s, edge) <= 0.5 + _HAIR), None)

    return Middle(first("waiting"), first("low"), first("high"))


def _band(waiting: float, spread: float, z: float) -> tuple[float, float]:
    if waiting <= _HAIR:
        return 0.0, 0.0
    if waiting >= 1 - _HAIR:
        return 1.0, 1.0
    reach = z * sqrt(spread) / abs(log(waiting))
    # S to the power of exp(±reach): the larger power is the lower edge.
    return waiting ** exp(reach), waiting ** exp(-reach)
