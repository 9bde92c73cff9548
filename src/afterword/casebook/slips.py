"""Days no calendar reaches: kept as they were written, and never counted with as they stand.

A talk "in 9999" has no hour after it, and no business day either: one such row, from a form, a mail
or a calendar file, would end the morning of every case.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from afterword.terms import Happening

#: Between these years every zone and every count of business days still finds its next day.
FIRST, LAST = 1900, 2200


def within_reach(seen: Happening) -> Happening:
    """The same, with a day out of every calendar's reach set to the nearest that is in it."""
    promised = seen.promised
    if FIRST <= seen.at.year <= LAST and (promised is None or FIRST <= promised.year <= LAST):
        return seen
    at = _moment(seen.at)
    return replace(seen, at=at, promised=None if promised is None else _day(promised))


def _moment(given: datetime) -> datetime:
    if FIRST <= given.year <= LAST:
        return given
    return datetime(FIRST if given.year < FIRST else LAST, 1, 2, 12, tzinfo=UTC)


def _day(given: date) -> date:
    if FIRST <= given.year <= LAST:
        return given
    return date(FIRST if given.year < FIRST else LAST, 1, 2)
