"""Business days, holidays and good hours, where the recipient lives.

A country is an ISO 3166 code ("DE", "CA-ON"); an empty or unknown one means
Monday to Friday and no holidays. The `holidays` library knows government
holidays, not the shutdowns of firms; it is imported on first need because it
costs a tenth of a second. Quiet periods are soft (method 3.2, judgement): they
are said, never obeyed for the user.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from functools import lru_cache

WESTERN_WEEKEND = frozenset({5, 6})

#: Mornings are answered fastest (E26); the hours are those of method 3.2.
OPENS, CLOSES = time(9, 0), time(11, 30)
#: From here on a working day has begun on the westernmost clock of a country.
STARTS = time(8, 0)

_DAY = timedelta(days=1)


def is_workday(day: date, country: str = "", region: str = "") -> bool:
    """Whether people there are at their desks: no weekend, no public holiday."""
    weekend, off = _year(*_place(country, region), day.year)
    return day.weekday() not in weekend and day not in off


def add(day: date, n: int, country: str = "", region: str = "") -> date:
    """The n-th business day after `day` (before it when n is negative).

    With n = 0 the answer is `day` itself when it is a business day, else the next one.
    """
    return _add(day, n, country, region)


#: The cases of a plan ask for the same days again and again, so what was counted is remembered;
#: this many days of one morning, told from another, are those of two years in twenty countries.
_REMEMBERED = 1 << 14


@lru_cache(maxsize=_REMEMBERED)
def _add(day: date, n: int, country: str, region: str) -> date:
    if n == 0:
        while not is_workday(day, country, region):
            day += _DAY
        return day
    year, left = day.year, abs(n)
    days = _desk_days(country, region, year)
    if n > 0:
        at = bisect_right(days, day.toordinal())
        while at + left > len(days):
            left, at, year = left - (len(days) - at), 0, year + 1
            days = _desk_days(country, region, year)
        return date.fromordinal(days[at + left - 1])
    at = bisect_left(days, day.toordinal())
    while left > at:
        left, year = left - at, year - 1
        days = _desk_days(country, region, year)
        at = len(days)
    return date.fromordinal(days[at - left])


def between(a: date, b: date, country: str = "", region: str = "") -> int:
    """How many business days lie after `a`, up to and including `b`; negative when b is before a."""
    first, last = a.year, b.year
    if first == last:  # nearly always; counting is then cheaper than remembering
        days = _desk_days(country, region, first)
        return bisect_right(days, b.toordinal()) - bisect_right(days, a.toordinal())
    if last < first:
        return -between(b, a, country, region)
    days = _desk_days(country, region, first)
    gone = -bisect_right(days, a.toordinal())
    while first < last:
        gone, first = gone + len(days), first + 1
        days = _desk_days(country, region, first)
    return gone + bisect_right(days, b.toordinal())


def is_good_hour(now: datetime, zone: str, country: str = "", region: str = "") -> bool:
    """Whether a letter sent at this moment arrives when it is likely to be read."""
    local = now.astimezone(_zone(zone))
    return _good_day(local.date(), country, region) and OPENS <= local.time() <= CLOSES


def good_hour(now: datetime, zone: str, country: str = "", region: str = "") -> datetime:
    """The next moment, from `now` on, at which a letter is likely to be read, in the zone's time.

    Not the last business day of the week, not a holiday or the day after one, 09:00 to 11:30.
    """
    local = now.astimezone(_zone(zone))
    if is_good_hour(now, zone, country, region):
        return local
    day = local.date() if local.time() < OPENS else local.date() + _DAY
    while not _good_day(day, country, region):
        day += _DAY
    return datetime.combine(day, OPENS, tzinfo=local.tzinfo)


def opening(now: datetime, country: str = "", region: str = "") -> datetime:
    """The first moment from `now` on that lies in a business day there, by every clock they keep.

    `now` itself when it does; else 08:00 on the westernmost clock of the next such day. Where
    nobody knows the country, or its clock, the clock of `now` counts.
    """
    clocks = [now.tzinfo, now.tzinfo]
    if names := CLOCKS.get(_place(country, region)) or CLOCKS.get((_place(country, "")[0], "")):
        clocks = [_zone(name) for name in names]
    west, east = clocks[0], clocks[-1]
    day = now.astimezone(west).date()
    if is_workday(day, country, region):
        there = now.astimezone(east).date()
        if there == day or is_workday(there, country, region):
            return now
    at = datetime.combine(day, STARTS, tzinfo=west)
    while at < now or not is_workday(at.date(), country, region):
        at += _DAY
    return at.astimezone(now.tzinfo)


def clock_of(country: str, region: str = "") -> str:
    """The one clock a place keeps, as an IANA zone; "" where it is not known or there are several."""
    names = CLOCKS.get(_place(country, region)) or CLOCKS.get((_place(country, "")[0], ""), ())
    return names[0] if len(names) == 1 else ""


def quiet_period(day: date, country: str = "") -> str:
    """Why little is read there on this day, in a few words; empty when nothing stands against it."""
    code = _place(country, "")[0]
    for period in QUIET_PERIODS:
        if (not period.countries or code in period.countries) and period.covers(day):
            return period.name
    return ""


# ── the clocks of a country ─────────────────────────────────────────────────

#: IANA zones by country and region; where a country keeps several, the westernmost and the
#: easternmost that people work by.
CLOCKS: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("AE", ""): ("Asia/Dubai",),
    ("AR", ""): ("America/Argentina/Buenos_Aires",),
    ("AT", ""): ("Europe/Vienna",),
    ("AU", ""): ("Australia/Perth", "Australia/Sydney"),
    ("AU", "NSW"): ("Australia/Sydney",),
    ("AU", "VIC"): ("Australia/Melbourne",),
    ("AU", "WA"): ("Australia/Perth",),
    ("BE", ""): ("Europe/Brussels",),
    ("BG", ""): ("Europe/Sofia",),
    ("BR", ""): ("America/Rio_Branco", "America/Sao_Paulo"),
    ("CA", ""): ("America/Vancouver", "America/St_Johns"),
    ("CA", "BC"): ("America/Vancouver",),
    ("CA", "ON"): ("America/Winnipeg", "America/Toronto"),
    ("CA", "QC"): ("America/Toronto",),
    ("CH", ""): ("Europe/Zurich",),
    ("CL", ""): ("America/Punta_Arenas",),
    ("CN", ""): ("Asia/Shanghai",),
    ("CO", ""): ("America/Bogota",),
    ("CZ", ""): ("Europe/Prague",),
    ("DE", ""): ("Europe/Berlin",),
    ("DK", ""): ("Europe/Copenhagen",),
    ("EE", ""): ("Europe/Tallinn",),
    ("EG", ""): ("Africa/Cairo",),
    ("ES", ""): ("Atlantic/Canary", "Europe/Madrid"),
    ("FI", ""): ("Europe/Helsinki",),
    ("FR", ""): ("Europe/Paris",),
    ("GB", ""): ("Europe/London",),
    ("GR", ""): ("Europe/Athens",),
    ("HK", ""): ("Asia/Hong_Kong",),
    ("HR", ""): ("Europe/Zagreb",),
    ("HU", ""): ("Europe/Budapest",),
    ("ID", ""): ("Asia/Jakarta", "Asia/Jayapura"),
    ("IE", ""): ("Europe/Dublin",),
    ("IL", ""): ("Asia/Jerusalem",),
    ("IN", ""): ("Asia/Kolkata",),
    ("IT", ""): ("Europe/Rome",),
    ("JP", ""): ("Asia/Tokyo",),
    ("KE", ""): ("Africa/Nairobi",),
    ("KR", ""): ("Asia/Seoul",),
    ("LT", ""): ("Europe/Vilnius",),
    ("LU", ""): ("Europe/Luxembourg",),
    ("LV", ""): ("Europe/Riga",),
    ("MA", ""): ("Africa/Casablanca",),
    ("MX", ""): ("America/Tijuana", "America/Cancun"),
    ("MY", ""): ("Asia/Kuala_Lumpur",),
    ("NG", ""): ("Africa/Lagos",),
    ("NL", ""): ("Europe/Amsterdam",),
    ("NO", ""): ("Europe/Oslo",),
    ("NZ", ""): ("Pacific/Auckland",),
    ("PH", ""): ("Asia/Manila",),
    ("PK", ""): ("Asia/Karachi",),
    ("PL", ""): ("Europe/Warsaw",),
    ("PT", ""): ("Atlantic/Azores", "Europe/Lisbon"),
    ("QA", ""): ("Asia/Qatar",),
    ("RO", ""): ("Europe/Bucharest",),
    ("RS", ""): ("Europe/Belgrade",),
    ("SA", ""): ("Asia/Riyadh",),
    ("SE", ""): ("Europe/Stockholm",),
    ("SG", ""): ("Asia/Singapore",),
    ("SI", ""): ("Europe/Ljubljana",),
    ("SK", ""): ("Europe/Bratislava",),
    ("TH", ""): ("Asia/Bangkok",),
    ("TR", ""): ("Europe/Istanbul",),
    ("TW", ""): ("Asia/Taipei",),
    ("UA", ""): ("Europe/Kyiv",),
    ("US", ""): ("Pacific/Honolulu", "America/New_York"),
    ("US", "CA"): ("America/Los_Angeles",),
    ("US", "IL"): ("America/Chicago",),
    ("US", "MA"): ("America/New_York",),
    ("US", "NY"): ("America/New_York",),
    ("US", "WA"): ("America/Los_Angeles",),
    ("VN", ""): ("Asia/Ho_Chi_Minh",),
    ("ZA", ""): ("Africa/Johannesburg",),
}


def country_of(address: str) -> str:
    """The country an address tells by its last label ("ana@firm.de"), or "" where it tells none.

    Inferred, never said: labels that half the world uses for their sound (.co) tell nothing.
    """
    label = address.rpartition("@")[2].rpartition(".")[2].upper()
    code = _place(label, "")[0]
    return code if (code, "") in CLOCKS and code not in _SOLD_ABROAD else ""


def is_known(country: str) -> bool:
    """Whether the holidays of this place can be looked up: "DE", "DE-BY", "CA-ON"."""
    import holidays

    code, region = _place(country, "")
    known = holidays.list_supported_countries(include_aliases=False)
    return code in known and (not region or region in known[code])


# ── quiet periods, method 3.2 ───────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class QuietPeriod:
    name: str
    countries: frozenset[str]
    covers: Callable[[date], bool]


def _within(first: tuple[int, int], last: tuple[int, int]) -> Callable[[date], bool]:
    return lambda day: first <= (day.month, day.day) <= last


def _around(feast: str, country: str, before: int, after: int) -> Callable[[date], bool]:
    """Covers the days around a movable feast, whose date the holidays library knows."""

    def covers(day: date) -> bool:
        years = (day.year, day.year + 1) if before > 0 else (day.year,)
        return any(
            -before <= (day - feast_day).days <= after
            for year in years
            for feast_day in _feasts(country, feast, year)
        )

    return covers


_SOLD_ABROAD = frozenset({"CO"})
_LUNAR = frozenset({"CN", "HK", "MO", "TW", "SG", "MY", "VN", "KR"})
_RAMADAN = frozenset(
    {"AE", "BH", "DZ", "EG", "ID", "JO", "KW", "MA", "MY", "OM", "PK", "QA", "SA", "TN", "TR"}
)

QUIET_PERIODS: tuple[QuietPeriod, ...] = (
    QuietPeriod(
        "the days around the turn of the year",
        frozenset(),
        lambda day: (day.month, day.day) >= (12, 20) or (day.month, day.day) <= (1, 6),
    ),
    QuietPeriod("the August holidays", frozenset({"FR", "IT", "ES"}), _within((8, 1), (8, 31))),
    QuietPeriod("Golden Week", frozenset({"JP"}), _within((4, 29), (5, 6))),
    QuietPeriod("Obon", frozenset({"JP"}), _within((8, 13), (8, 16))),
    QuietPeriod("Lunar New Year", _LUNAR, _around("Chinese New Year", "SG", 2, 7)),
    QuietPeriod("Ramadan, with shorter hours", _RAMADAN, _around("Eid al-Fitr", "SA", 30, 3)),
    QuietPeriod("Diwali", frozenset({"IN"}), _around("Diwali", "IN", 2, 3)),
)


# ── the calendar behind it ──────────────────────────────────────────────────


@lru_cache(maxsize=1024)
def _place(country: str, region: str) -> tuple[str, str]:
    code, _, part = country.upper().partition("-")
    code = {"UK": "GB"}.get(code, code)
    return code, (region or part).upper()


def _good_day(day: date, country: str, region: str) -> bool:
    place = _place(country, region)
    weekend, off = _year(*place, day.year)
    eve = day - _DAY
    last_of_week = (day + _DAY).weekday() in weekend
    return (
        is_workday(day, country, region)
        and not last_of_week
        and eve not in (off if eve.year == day.year else _year(*place, eve.year)[1])
    )


@lru_cache(maxsize=512)
def _year(code: str, region: str, year: int) -> tuple[frozenset[int], frozenset[date]]:
    """The weekend and the days off of one place in one year."""
    if not code:
        return WESTERN_WEEKEND, frozenset()
    import holidays

    try:
        known = holidays.country_holidays(code, subdiv=region or None, years=[year])
    except NotImplementedError:
        if not region:
            return WESTERN_WEEKEND, frozenset()
        return _year(code, "", year)
    weekend: set[int] = set(getattr(known, "weekend", WESTERN_WEEKEND))
    return frozenset(weekend), frozenset(known.keys())


@lru_cache(maxsize=1024)
def _desk_days(country: str, region: str, year: int) -> tuple[int, ...]:
    """The business days of a year in order, so that counting them is looking two places up."""
    weekend, off = _year(*_place(country, region), year)
    first, last = date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
    days = (date.fromordinal(number) for number in range(first, last + 1))
    return tuple(d.toordinal() for d in days if d.weekday() not in weekend and d not in off)


@lru_cache(maxsize=128)
def _feasts(country: str, feast: str, year: int) -> tuple[date, ...]:
    """The first day of a feast in a year (some years hold it twice), by its English name."""
    import holidays

    named: Mapping[date, str] = holidays.country_holidays(
        country, years=[year], language="en_US", observed=False
    )
    days = sorted(day for day, name in named.items() if feast in name)
    return tuple(d for i, d in enumerate(days) if i == 0 or (d - days[i - 1]).days > 7)


@lru_cache(maxsize=64)
def _zone(name: str) -> tzinfo:
    from zoneinfo import ZoneInfo

    return ZoneInfo(name or "UTC")
