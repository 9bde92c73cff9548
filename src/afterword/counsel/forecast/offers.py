"""Offers by a date, as a range: how many of the imagined searches bring how many.

The user's own record over the prior gives paces that fit both; with each, every
live case is walked on from where it stands today. What comes out is a range with
the share of searches that fall in it, never a single figure. Only what is open
today is walked: no case not yet begun, none paused, none silent for long.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from afterword.counsel.forecast.course import LEGS, Course, Leg
from afterword.counsel.forecast.paces import SEARCHES, Draws, Pace, paces, records
from afterword.counsel.forecast.prior import WINDOW
from afterword.counsel.forecast.survival import LEVEL

#: The same dice for the same file: asking twice never changes the answer.
SEED = 20
WEEK = 7
#: How far ahead a question may reach, in days; beyond it the paces of today mean little.
NEAREST, USUAL, FURTHEST = 7, 91, 182
#: Below these no forecast is made (judgement). One or two open cases would be the odds of one firm.
FEWEST_LIVE = 3
FEWEST_DECIDED = 3


@dataclass(frozen=True, slots=True)
class Range:
    """From `low` to `high` offers; `held` is the share of imagined searches that fall in it."""

    low: int
    high: int
    held: float


@dataclass(frozen=True, slots=True)
class Week:
    """Offers in hand by that day: half of the imagined searches, and eight in ten of them."""

    day: date
    half: Range
    wide: Range


@dataclass(frozen=True, slots=True)
class Offers:
    """The range by a date and the fan that leads to it; without a range, `why` says what is missing."""

    by: date
    live: int
    decided: int
    range: Range | None
    fan: tuple[Week, ...]
    why: str


def offers(
    courses: Iterable[Course],
    today: date,
    by: date | None = None,
    seed: int = SEED,
    searches: int = SEARCHES,
) -> Offers:
    """New offers by that day from the cases live today; an offer in hand is not among them."""
    courses = tuple(courses)
    ahead = reach(today, by)
    last = today + timedelta(days=ahead)
    live = [c for c in courses if c.live]
    own = records(courses)
    decided = own[Leg.TALKS].decided + own[Leg.LATE].decided
    why = missing(len(live), decided)
    if why:
        return Offers(last, len(live), decided, None, (), why)
    dice = np.random.default_rng(seed)
    drawn = paces(own, dice, searches)
    when = arrivals(live, drawn, dice)
    fan = tuple(
        Week(today + timedelta(days=day), *_at(when, day))
        for day in sorted({*range(0, ahead, WEEK), ahead})
    )
    return Offers(last, len(live), decided, fan[-1].wide, fan, _says(fan[-1].wide, len(live)))


def reach(today: date, by: date | None) -> int:
    """How many days ahead is asked, held to what can be answered."""
    return USUAL if by is None else min(max((by - today).days, NEAREST), FURTHEST)


def missing(live: int, decided: int, fewest: int = FEWEST_DECIDED) -> str:
    """What a forecast lacks, or nothing."""
    if live < FEWEST_LIVE:
        return (
            f"Not yet: this needs {FEWEST_LIVE} open processes, and there {_are(live)}. "
            "With fewer it would be the odds of a single firm, and nobody can stand behind those."
        )
    if decided < fewest:
        return (
            f"Not yet: this needs {fewest} decisions after a first talk, yes or no, "
            f"and there {_are(decided)}. Until then it would only repeat what surveys say of others."
        )
    return ""


def _are(n: int) -> str:
    return {0: "is none", 1: "is one"}.get(n, f"are {n}")


def arrivals(
    live: Sequence[Course], drawn: dict[Leg, Pace], dice: np.random.Generator
) -> list[Draws]:
    """For each live case, the day from today on which an offer comes in each search, or infinity."""
    return [_walk(case, drawn, dice) for case in live]


def _walk(case: Course, drawn: dict[Leg, Pace], dice: np.random.Generator) -> Draws:
    assert case.leg is not None
    left = max(0.0, WINDOW - case.waited)
    when: Draws = np.zeros_like(drawn[case.leg].on)
    for leg in LEGS[LEGS.index(case.leg) : -1]:
        pace = drawn[leg]
        took = dice.exponential(size=when.size) / pace.all
        goes_on = (dice.random(when.size) < pace.on / pace.all) & (took <= left)
        when = np.where(goes_on, when + took, np.inf)
        left = float(WINDOW)
    return when


def _at(when: Sequence[Draws], day: int) -> tuple[Range, Range]:
    in_hand: NDArray[np.int64] = np.sum([one <= day for one in when], axis=0, dtype=np.int64)
    return band(in_hand, 0.5), band(in_hand, LEVEL)


def band(counts: NDArray[np.int64], share: float) -> Range:
    """The range that leaves out as much at either end; one that begins at none leaves out the top alone."""
    held = np.cumsum(np.bincount(counts)) / counts.size
    tail = (1 - share) / 2
    low = int(np.argmax(held > tail))
    high = int(np.argmax(held >= (share if low == 0 else 1 - tail)))
    return Range(low, high, float(held[high] - (held[low - 1] if low else 0.0)))


def _says(found: Range, live: int) -> str:
    return (
        f"From the {live} processes under way today, an offer in hand left out: of a hundred imagined searches that fit your record, "
        f"about {round(100 * found.held)} ended within this, the others outside it."
    )


def spoken(found: Range) -> str:
    """A range as one says it."""
    if found.high == 0:
        return "No new offer yet"
    if found.low == found.high:
        return "One new offer" if found.low == 1 else f"{found.low} new offers"
    low = "None" if found.low == 0 else str(found.low)
    return f"{low} to {found.high} new offer{'s' if found.high > 1 else ''}"
