"""What silence means on a day: two clocks, never mixed (method 4.4, contract ruling 2).

The message clock says when a question is fair. The process clock, a promised
date or else how long such decisions usually take, only moves when the case is
called quiet and when one plans as if it were a no. No chance is ever derived.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import lru_cache
from math import ceil
from typing import NamedTuple

from afterword import workdays
from afterword.counsel import days
from afterword.counsel.standing.fold import (
    ACTIVE,
    AWAITING,
    NOT_YET,
    OVERDUE,
    QUIET,
    SOFT_CLOSED,
    Tale,
)
from afterword.terms import State


class Silence(NamedTuple):
    """The days on which waiting changes its name; `nudge_from` is None when no nudge is fair."""

    overdue_from: date | None
    quiet_from: date
    soft_from: date
    nudge_from: date | None
    nudges: int

    def state(self, today: date) -> State:
        if today >= self.soft_from:
            return SOFT_CLOSED
        if today >= self.quiet_from:
            return QUIET
        if self.overdue_from is not None and today >= self.overdue_from:
            return OVERDUE
        return AWAITING


def silence(tale: Tale, country: str, sector: str, now: datetime) -> Silence:
    """The clocks of a case that waits for their word; `tale.asked` must be set."""
    # Nobody has written yet, so nobody is asked: only the process clock runs.
    unread = tale.only_receipts and tale.promised is None and tale.stage in NOT_YET
    asked = tuple([days.local(moment, now) for moment in tale.nudges]) if tale.nudges else ()
    return _clocks(_start(tale, country, now), tale.promised, unread, asked, country, sector)


@lru_cache(maxsize=1 << 14)
def _clocks(
    start: date,
    promised: date | None,
    unread: bool,
    asked: tuple[date, ...],
    country: str,
    sector: str,
) -> Silence:
    """The same from the days alone, which many cases share: whatever began on one day."""
    usual = days.prior(country, sector)
    if unread:
        quiet = start + timedelta(days=ceil(usual))
        return Silence(None, quiet, _soft(quiet, start, usual, country), None, len(asked))
    if promised is not None:
        first = workdays.add(promised, days.GRACE_AFTER_PROMISE, country)
        gap, quiet_floor = days.SECOND_NUDGE_PROMISED, first
    else:
        first = workdays.add(start, days.first_nudge(country, sector), country)
        gap, quiet_floor = days.SECOND_NUDGE, start + timedelta(days=ceil(usual))
    return _with_nudges(asked, country, (first, gap, quiet_floor), (start, usual))


def _with_nudges(
    asked: tuple[date, ...],
    country: str,
    asking: tuple[date, int, date],
    process: tuple[date, float],
) -> Silence:
    """The schedule moved by what the user has asked; asking never reopens what had gone quiet."""
    first, gap, floor = asking
    second = workdays.add(first, gap, country)
    quiet = max(second, floor)
    soft = _soft(quiet, *process, country)
    for sent, day in enumerate(asked, start=1):
        if day >= soft:
            break  # asking late does not undo the soft close
        if sent == 1:
            # asking before it was fair must not bring the second question forward
            second = max(second, workdays.add(day, gap, country))
            if day < quiet:
                quiet = max(second, floor)
        soft = _soft(max(quiet, second if sent == 1 else day), *process, country)
    nudge_from = {0: first, 1: second}.get(len(asked))
    return Silence(first, quiet, soft, nudge_from, len(asked))


def _soft(quiet: date, start: date, usual: float, country: str) -> date:
    """Ten further business days, or the usual time and a half: whichever is later."""
    stretched = start + timedelta(days=ceil(usual * days.PRIOR_STRETCH))
    return max(workdays.add(quiet, days.SOFT_CLOSE, country), stretched)


def _start(tale: Tale, country: str, now: datetime) -> date:
    """The day the clocks run from: their last word, or where an invitation has run out."""
    assert tale.asked is not None
    day = days.local(tale.asked, now)
    if tale.state is ACTIVE:
        return workdays.add(day, days.INVITATION_LASTS, country)
    return day
