"""Days as people write them in tables: of any style, and asked about where two readings hold."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

_ISO = re.compile(r"^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$")
_NUMBERS = re.compile(r"^(\d{1,2})([./\- ])\s?(\d{1,2})\2\s?(\d{4}|\d{2})(?:[ ,T].*)?$")
_DAY_MONTH = re.compile(
    r"^(?:\w+,?\s+)?(\d{1,2})(?:st|nd|rd|th|\.|er|º)?[\s\-]+(?:de\s+)?([^\W\d_]{3,})\.?,?[\s\-]+(?:de\s+)?(\d{4}|\d{2})\b.*$",
    re.IGNORECASE,
)
_MONTH_DAY = re.compile(
    r"^(?:\w+,?\s+)?([^\W\d_]{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b.*$", re.IGNORECASE
)
_SERIAL = re.compile(r"^(\d{5})(?:\.\d+)?$")
#: Excel counts days from here.
_EXCEL = date(1899, 12, 30)
#: The first letters of the months in the languages we read; longer beginnings first where two meet.
_MONTHS: tuple[tuple[str, ...], ...] = (
    ("jan", "ene", "gen", "jän"), ("feb", "fév", "fev"), ("mar", "mär", "mrz", "maa"), ("apr", "avr", "abr"),
    ("may", "mai", "mei", "mag"), ("jun", "juin", "giu"), ("jul", "juil", "lug"), ("aug", "aoû", "aou", "ago"),
    ("sep", "set"), ("oct", "okt", "out", "ott"), ("nov",), ("dec", "dez", "déc", "dic"),
)  # fmt: skip
_NONE = frozenset({"", "-", "–", "n/a", "na", "none", "null", "tbd", "?", "unknown", "nan"})


def says_nothing(text: str) -> bool:
    """Whether the cell stands for no day at all."""
    return text.strip().casefold() in _NONE


def day_of(text: str, *, day_first: bool | None = None) -> date | None:
    """The day a cell names; None when it names none, or two and `day_first` does not say which."""
    text = text.strip()
    if match := _ISO.match(text):
        return _made(*map(int, match.groups()))
    if match := _NUMBERS.match(text):
        one, sign, two, year = match.groups()
        a, b, y = int(one), int(two), _year(year)
        if a > 12 or sign == ".":
            return _made(y, b, a)
        if b > 12:
            return _made(y, a, b)
        if a == b:
            return _made(y, a, b)
        if day_first is None:
            return None
        return _made(y, b, a) if day_first else _made(y, a, b)
    if match := _DAY_MONTH.match(text):
        return _made(_year(match[3]), _month(match[2]), int(match[1]))
    if match := _MONTH_DAY.match(text):
        return _made(int(match[3]), _month(match[1]), int(match[2]))
    if match := _SERIAL.match(text):
        found = _EXCEL + timedelta(days=int(match[1]))
        return found if 1990 <= found.year <= 2100 else None
    return None


def is_day(text: str) -> bool:
    """Whether a cell is a day in some style, or stands for none."""
    return says_nothing(text) or bool(day_of(text, day_first=True) or day_of(text, day_first=False))


def order_of(cells: Iterable[str]) -> tuple[bool | None, bool]:
    """Which comes first in this column, day or month; and whether that must be asked.

    One cell that can be read only one way tells for all of them. Cells that
    contradict one another tell nothing.
    """
    tells: set[bool] = set()
    doubt = False
    for cell in cells:
        match = _NUMBERS.match(cell.strip())
        if not match or match[2] == ".":
            continue
        a, b = int(match[1]), int(match[3])
        if a > 12 >= b:
            tells.add(True)
        elif b > 12 >= a:
            tells.add(False)
        elif a != b:
            doubt = True
    if len(tells) == 1:
        return tells.pop(), False
    return None, doubt


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return datetime(year, month, day, tzinfo=UTC).date()
    except ValueError:
        return None


def _year(text: str) -> int:
    return int(text) if len(text) == 4 else 2000 + int(text) if int(text) < 70 else 1900 + int(text)


def _month(word: str) -> int:
    low = word.casefold()
    for number, begins in enumerate(_MONTHS, 1):
        if any(low.startswith(one) for one in begins):
            return number
    return 0
