"""How the desks of a side come and go, and how unusual so much coming or going would be for it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from datetime import datetime, timedelta

from afterword.counsel.watching.sides import Desk, rests

DAY, WEEK = timedelta(days=1), timedelta(days=7)
#: Before anything was seen, half a desk a month: little is known of a side just met (Gamma prior).
_PRIOR_COUNT, _PRIOR_DAYS = 0.5, 28.0


class Flow:
    """Desks over time. `first` is the first look, `moves` the looks that brought whole boards."""

    def __init__(self, desks: Iterable[Desk], first: datetime, moves: frozenset[datetime]) -> None:
        self.desks, self.first = list(desks), first
        self._began = sorted(up.since for desk in self.desks for up in desk.up)
        self._ended = sorted(
            up.until for desk in self.desks for up in desk.up if up.until is not None
        )
        #: Desks never seen before, by the look that first showed them.
        self.new = sorted(
            (desk for desk in self.desks if desk.since not in moves), key=lambda desk: desk.since
        )
        self._new = [desk.since for desk in self.new]
        #: Desks of a kind that had never stood on this side before, by their seats' keys.
        self.kinds = _kinds(self.desks)
        #: Each time a desk was put up, for the first time or again.
        self.begun = sorted(
            ((up.since, desk) for desk in self.desks for up in desk.up if up.since not in moves),
            key=lambda pair: pair[0],
        )

    def at(self, day: datetime) -> int:
        """How many stood on a day: the stretches of one desk lie apart."""
        return bisect_right(self._began, day) - bisect_left(self._ended, day)

    def weekly(self, since: datetime, to: datetime) -> list[int]:
        """How many stood, week by week, backwards from `to`."""
        found, day = [], to
        while day >= max(since, self.first):
            found.append(self.at(day))
            day -= WEEK
        return found

    def came(self, since: datetime, to: datetime) -> int:
        """How many were new after `since`, up to `to`."""
        return bisect_right(self._new, to) - bisect_right(self._new, since)

    def went(self, since: datetime, to: datetime) -> int:
        """How many were taken down from `since` on, before `to`."""
        return bisect_left(self._ended, to) - bisect_left(self._ended, since)


def _kinds(desks: Iterable[Desk]) -> frozenset[str]:
    """The desks whose craft, at any rank, no earlier one had: what a side seeks again and again is
    its usual traffic, whoever leaves."""
    known: set[frozenset[str]] = set()
    found: set[str] = set()
    for desk in sorted(desks, key=lambda one: one.since):
        if desk.seat.craft.whole not in known:
            found.add(desk.seat.key)
        known.add(desk.seat.craft.whole)
    return frozenset(found)


def chance_of_more(seen: int, before: int, watched: timedelta, span: timedelta) -> float:
    """How likely so many or more are within `span`, after `before` in the time watched.

    The Poisson tail with its rate unknown (negative binomial: Gelman et al., Bayesian Data Analysis
    3rd ed., 2.6), so that a side watched for a month proves less than one watched for a year.
    """
    r = before + _PRIOR_COUNT
    known = max(watched / DAY, 0.0) + _PRIOR_DAYS
    stay = known / (known + span / DAY)
    term, total = stay**r, 0.0
    for n in range(seen):
        total += term
        term *= (1 - stay) * (r + n) / (n + 1)
    return max(0.0, 1.0 - total)


def chance_of_none(before: int, watched: timedelta, span: timedelta) -> float:
    """How likely nothing at all is within `span`."""
    return 1.0 - chance_of_more(1, before, watched, span)


def awake(since: datetime, to: datetime) -> timedelta:
    """The time between two days in which houses do not rest: no quiet of August is a freeze."""
    days = max(0, (to - since).days)
    return sum((DAY for n in range(days) if not rests(since + n * DAY)), timedelta())
