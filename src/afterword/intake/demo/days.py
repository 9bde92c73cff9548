"""Which day a mark such as `{{bd+3|full}}` means, once it is said which day is today."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

MARK = re.compile(r"\{\{\s*(bd|d)([+-]\d+)?\s*\|\s*(\w+)\s*\}\}")


def _words(line: str) -> list[str]:
    return line.split()


WEEKDAYS = {
    "en": _words("Monday Tuesday Wednesday Thursday Friday Saturday Sunday"),
    "de": _words("Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag"),
    "fr": _words("lundi mardi mercredi jeudi vendredi samedi dimanche"),
    "nl": _words("maandag dinsdag woensdag donderdag vrijdag zaterdag zondag"),
}
MONTHS = {
    "en": _words(
        "January February March April May June July August September October November December"
    ),
    "de": _words(
        "Januar Februar März April Mai Juni Juli August September Oktober November Dezember"
    ),
    "fr": _words(
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
    ),
    "nl": _words(
        "januari februari maart april mei juni juli augustus september oktober november december"
    ),
}
SEASONS = _words(
    "winter winter spring spring spring summer summer summer autumn autumn autumn winter"
)


def weekday(day: date, tongue: str = "en") -> str:
    """The day's name; English when the tongue is not known."""
    return WEEKDAYS.get(tongue, WEEKDAYS["en"])[day.weekday()]


def month(day: date, tongue: str = "en") -> str:
    """The month's name; English when the tongue is not known."""
    return MONTHS.get(tongue, MONTHS["en"])[day.month - 1]


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 4th, 11th."""
    ending = (
        "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    )
    return f"{number}{ending}"


FORMS: dict[str, Callable[[date], str]] = {
    "full": lambda d: f"{weekday(d)} {d.day} {month(d)}",
    "weekday": weekday,
    "date": lambda d: f"{d.day} {month(d)}",
    "us": lambda d: f"{month(d)} {d.day}",
    "month": month,
    "iso": date.isoformat,
    "daymonthyear": lambda d: f"{d.day} {month(d)} {d.year}",
    "year": lambda d: str(d.year),
    "short": lambda d: f"{weekday(d)[:3]} {d.day} {month(d)[:3]}",
    "ordinal": lambda d: ordinal(d.day),
    "slashed": lambda d: f"{d.day:02}/{d.month:02}/{d.year}",
    "dotted": lambda d: f"{d.day:02}.{d.month:02}.{d.year}",
    "season": lambda d: SEASONS[d.month - 1],
    "quarter": lambda d: f"Q{(d.month + 2) // 3}",
    "de": lambda d: f"{d.day}. {month(d, 'de')}",
    "defull": lambda d: f"{weekday(d, 'de')}, {d.day}. {month(d, 'de')}",
    "fr": lambda d: f"{'1er' if d.day == 1 else d.day} {month(d, 'fr')}",
    "nl": lambda d: f"{d.day} {month(d, 'nl')}",
    "nlfull": lambda d: f"{weekday(d, 'nl')} {d.day} {month(d, 'nl')}",
}


def day(unit: str, steps: int, today: date) -> date:
    """The day `steps` from today: `d` counts every day, `bd` Monday to Friday.

    bd0 is today, or the Friday before when today is a weekend.
    """
    if unit == "d":
        return today + timedelta(days=steps)
    found = today - timedelta(days=max(0, today.weekday() - 4))
    weeks, rest = divmod(abs(steps), 5)
    sign = 1 if steps > 0 else -1
    found += timedelta(weeks=weeks * sign)
    while rest:
        found += timedelta(days=sign)
        rest -= found.weekday() < 5
    return found


def moment(at: str, zone: str, today: date) -> datetime:
    """When "bd-37 09:14" is, on the clock of `zone`."""
    found = re.fullmatch(r"(bd|d)([+-]?\d+) (\d\d):(\d\d)", at)
    if not found:
        raise ValueError(f"not a moment: {at!r} (wanted 'bd-37 09:14' or 'd-36 21:40')")
    unit, steps, hour, minute = found.groups()
    on = day(unit, int(steps), today)
    return datetime(on.year, on.month, on.day, int(hour), int(minute), tzinfo=ZoneInfo(zone))


def render(value: Any, today: date) -> Any:
    """The same value with every mark in its strings written out as a date."""
    if isinstance(value, str):
        return MARK.sub(lambda m: FORMS[m[3]](day(m[1], int(m[2] or 0), today)), value)
    if isinstance(value, dict):
        return {name: render(inner, today) for name, inner in value.items()}
    if isinstance(value, list):
        return [render(inner, today) for inner in value]
    return value
