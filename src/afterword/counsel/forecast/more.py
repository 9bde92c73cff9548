"""How many more like these until at least one offer is as likely as not: a range, or why not.

It counts processes begun today beside those that are live, each given until the
same day. It is arithmetic on the user's own paces, so it says how wide to spread
(S0-20, E16), never how likely one firm is to turn around.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from afterword.counsel.forecast.course import LEGS, Course, Leg
from afterword.counsel.forecast.offers import SEED, missing, reach
from afterword.counsel.forecast.paces import SEARCHES, Draws, Pace, paces, records
from afterword.counsel.forecast.prior import WINDOW
from afterword.counsel.forecast.survival import LEVEL
from afterword.terms import State

#: A finer record is asked for than for a range of offers (judgement): this is a plan for work.
FEWEST_DECIDED = 5
#: Past this the answer is no plan but a burden, and the record too thin to demand it.
MOST = 40
EVEN = 0.5


@dataclass(frozen=True, slots=True)
class More:
    """So many more processes that begin at `leg`; a `high` of None is more than forty."""

    leg: Leg
    by: date
    low: int | None
    middle: int | None
    high: int | None
    why: str


def more(
    courses: Iterable[Course],
    today: date,
    by: date | None = None,
    seed: int = SEED,
    searches: int = SEARCHES,
) -> More:
    """How many more for an even chance of an offer by that day, counted at the first talk.

    Where nothing has come to a talk yet, it counts applications.
    """
    courses = tuple(courses)
    ahead = reach(today, by)
    last = today + timedelta(days=ahead)
    live = [c for c in courses if c.live]
    leg = Leg.TALKS if any(c.leg is not Leg.APPLIED for c in live) else Leg.APPLIED
    own = records(courses)
    decided = own[Leg.TALKS].decided + own[Leg.LATE].decided
    why = _missing(courses, len(live), decided)
    if why:
        return More(leg, last, None, None, None, why)
    drawn = paces(own, np.random.default_rng(seed), searches)
    onward = curves(drawn, ahead)
    none: Draws = np.ones(searches)
    for (where, window), n in Counter((c.leg, max(0, WINDOW - c.waited)) for c in live).items():
        assert where is not None
        none *= (1 - chance(drawn[where], onward[where], window, ahead)) ** n
    return _range(leg, last, none, chance(drawn[leg], onward[leg], WINDOW, ahead))


def _missing(courses: tuple[Course, ...], live: int, decided: int) -> str:
    if any(c.state is State.OFFER for c in courses):
        return "An offer is on the table, so there is nothing to count towards the first."
    return missing(live, decided, FEWEST_DECIDED)


def chance(pace: Pace, onward: Draws | None, window: int, ahead: int) -> Draws:
    """In each imagined search, how likely one case in this leg brings an offer in time.

    `onward` is the curve of the leg after it, `window` what is left of its time in this
    one, `ahead` the days until the date.
    """
    days = min(window, ahead)
    if onward is None:
        return pace.went_on(days)
    # Who goes on during a day has half of it left, and the days after.
    total: Draws = (_by_day(pace, days, WINDOW) * onward[::-1][:days]).sum(axis=0)
    return total


def curves(drawn: Mapping[Leg, Pace], ahead: int) -> dict[Leg, Draws | None]:
    """For each leg the curve of the next: an offer within half a day, one and a half, two and a half …"""
    found: dict[Leg, Draws | None] = {}
    onward: Draws | None = None
    for leg in reversed(LEGS[:-1]):
        found[leg] = onward
        pace = drawn[leg]
        if onward is None:
            onward = np.stack([pace.went_on(min(day + 0.5, WINDOW)) for day in range(ahead)])
            continue
        gone, curve = _by_day(pace, ahead, WINDOW), np.zeros_like(onward)
        for day in range(1, ahead):
            later = (onward[day - 1 :: -1] + onward[day:0:-1]) / 2
            curve[day] = (gone[:day] * later[:day]).sum(axis=0)
        onward = curve
    return found


def _by_day(pace: Pace, days: int, window: int) -> Draws:
    """The share that goes on during each day."""
    edges = np.stack([pace.went_on(min(day, window)) for day in range(days + 1)])
    gone: Draws = np.diff(edges, axis=0)
    return gone


def _range(leg: Leg, by: date, none: Draws, one: Draws) -> More:
    share = np.clip(one, 1e-12, 1 - 1e-12)
    need = np.log(EVEN / np.maximum(none, EVEN)) / np.log1p(-share)
    tail = (1 - LEVEL) / 2
    low, high = np.quantile(np.ceil(need - 1e-9), [tail, 1 - tail], method="inverted_cdf")
    found = next((k for k in range(MOST + 1) if (none * (1 - one) ** k).mean() <= EVEN), None)
    if found is None:
        return More(leg, by, None, None, None, _too_many(leg))
    least = min(int(low), found)
    most = max(int(high), found) if high <= MOST else None
    return More(leg, by, least, found, most, _says(leg, least, found, most))


_THEM = {Leg.TALKS: "that come to a first talk", Leg.APPLIED: "begun with an application"}


def _says(leg: Leg, low: int, found: int, high: int | None) -> str:
    top = f"more than {MOST}" if high is None else str(high)
    if found:
        noun = "process" if found == 1 else "processes"
        return (
            f"About {found} more {noun} {_THEM[leg]}, beside those open today: "
            f"{low} to {top} in eight of ten imagined searches."
        )
    if high == 0:
        width = "In at least eight of ten imagined searches it took no more."
    else:
        width = f"In eight of ten imagined searches it took no more than {top} more."
    return f"What is open today makes it an even chance already. {width}"


def _too_many(leg: Leg) -> str:
    return (
        f"It would take more than {MOST} {_THEM[leg]}, and your record is too thin to ask that of you. "
        "Better prepared is worth more here than more: how a search is run tells more than how much."
    )
