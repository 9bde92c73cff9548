"""Counting days: months of different length, days of work, the coming weekday."""

from __future__ import annotations

import re
from datetime import date, timedelta

from afterword.reading.dates.words import FORTNIGHTS, HOURS, LONG, WEEKS, WORKDAYS


def day_of(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def near(day: int, month: int, year: str | None, written: date) -> date | None:
    if year:
        return day_of(int(year), month, day)
    found = day_of(written.year, month, day)
    if found and (written - found).days > 60:
        return day_of(written.year + 1, month, day)
    return found


def months_on(day: date, months: int) -> date:
    index = day.month - 1 + months
    year, month = day.year + index // 12, index % 12 + 1
    return date(year, month, min(day.day, last_day(year, month)))


def last_day(year: int, month: int) -> int:
    return (date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)).day


_UNITS = tuple(
    (re.compile(rf"(?:{pattern})\Z", re.IGNORECASE), name)
    for pattern, name in (
        (WORKDAYS, "work"),
        (HOURS, "hour"),
        (FORTNIGHTS, "fortnight"),
        (WEEKS, "week"),
        (LONG, "month"),
    )
)


def units_on(count: int, unit: str, written: date) -> date | None:
    """So many units after the day of writing; nothing so far ahead that no one plans it."""
    name = next((name for pattern, name in _UNITS if pattern.match(unit)), "day")
    if name == "work":
        return workdays_on(written, count) if count <= 120 else None
    if name == "hour":
        return written + timedelta(days=-(-count // 24)) if count <= 240 else None
    if name == "fortnight":
        return written + timedelta(days=14 * count) if count <= 10 else None
    if name == "week":
        return written + timedelta(weeks=count) if count <= 60 else None
    if name == "month":
        return months_on(written, count) if count <= 24 else None
    return written + timedelta(days=count) if count <= 365 else None


def workdays_on(day: date, count: int) -> date:
    while count > 0:
        day += timedelta(days=1)
        count -= day.weekday() < 5
    return day


def coming(weekday: int, written: date) -> date:
    return written + timedelta(days=(weekday - written.weekday()) % 7 or 7)
