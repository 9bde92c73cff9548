"""When a letter is likely to be read: a morning early in their week, by their own clock (method 3.2, E26).

A suggestion, never a bar: `departure` says when a letter may leave at all.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from afterword import workdays


@dataclass(frozen=True, slots=True)
class Hour:
    """The next good moment by their clock; `quiet` says why little may be read around it.

    `there` is None where nobody knows their clock or the country keeps several.
    """

    at: datetime
    there: datetime | None = None
    quiet: str = ""
    now_is_good: bool = False


def reading_hour(country: str, now: datetime) -> Hour:
    """The next morning on which a letter there is likely to be read, from `now` on."""
    zone = workdays.clock_of(country)
    clock = zone or _name(now)
    at = workdays.good_hour(now, clock, country)
    quiet = workdays.quiet_period(at.date(), country)
    good = workdays.is_good_hour(now, clock, country)
    return Hour(at.astimezone(now.tzinfo), at if zone else None, quiet, good and bool(zone))


def _name(now: datetime) -> str:
    """The user's own clock stands in where theirs is not known."""
    return str(getattr(now.tzinfo, "key", "") or "UTC")
