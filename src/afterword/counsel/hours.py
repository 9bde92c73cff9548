"""When a letter is likely to be read: a morning early in their week, by their own clock (method 3.2, E26).

A suggestion, never a bar: `departure` says when a letter may leave at all.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from afterword import workdays

#: In the middle of the morning hours (method 3.2), when the desk is cleared.
HALF_PAST_NINE = time(9, 30)


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


def morning_there(country: str, now: datetime, at: time = HALF_PAST_NINE) -> Hour:
    """That hour by their clock, on the next day from `now` on when a letter is likely to be read.

    For a reminder: nothing is sent by it. Where nobody knows their clock, the user's own counts.
    """
    zone = workdays.clock_of(country)
    clock = zone or _name(now)
    moment = now
    while True:
        day = workdays.good_hour(moment, clock, country)
        found = day.replace(hour=at.hour, minute=at.minute, second=0, microsecond=0)
        if found > now:
            quiet = workdays.quiet_period(found.date(), country)
            return Hour(found.astimezone(now.tzinfo), found if zone else None, quiet)
        moment = (day + timedelta(days=1)).replace(hour=0, minute=0, second=0, microsecond=0)
