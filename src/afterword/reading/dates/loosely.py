"""A day that they named loosely, as they said it: "early February" is no tenth of February.

Asked of the very words in which the day was found, and of no other part of a month beside them.
"""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

from afterword.reading.dates.count import last_day
from afterword.reading.dates.found import dates_in
from afterword.reading.dates.words import MONTHS
from afterword.reading.view import view

_NAMES = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
)
_WORD = re.compile(r"[^\W\d_]+")
#: How the day that stands for a part of a month (`found`) is said in our words.
_PARTS = {10: "early {}", 15: "mid-{}"}
#: A word that leads to a month as a whole, which ends on its last day.
_IN = frozenset(
    [
        "in",
        "im",
        "en",
        "em",
        "no",
        "nel",
        "a",
        "ad",
        "au",
        "during",
        "courant",
        "cours",
        "of",
        "d",
        "de",
        "des",
        "monats",
        "do",
        "del",
        "van",
        "maand",
        "di",
        "durante",
        "pendant",
        "ici",
    ]
)


def as_named(sentence: str, day: date, written: date) -> str:
    """The part of the month in which this sentence names the day, in our words; "" where it names the day."""
    seen = view(sentence)
    found = [one for one in dates_in(seen, written) if one.day == day]
    for one in found:
        words = seen[one.start : one.end]
        said = [word.casefold() for word in _WORD.findall(words)]
        names_it = any(MONTHS.get(word) == day.month for word in said)
        if not names_it or len(said) < 2 or any(c.isdigit() for c in words):
            return ""
        is_last = day.day == last_day(day.year, day.month)
        part = _PARTS.get(day.day) or ("the end of {}" if is_last else "")
        return part.format(_NAMES[day.month - 1])
    return _whole(seen, day)


def _whole(seen: str, day: date) -> str:
    """The month by itself ("in January"), which was taken to its last day."""
    if day.day != last_day(day.year, day.month):
        return ""
    said = [word.casefold() for word in _WORD.findall(seen)]
    led = any(
        a in _IN and day.month in (MONTHS.get(b), MONTHS.get(b.removesuffix("s")))
        for a, b in pairwise(said)
    )
    return _NAMES[day.month - 1] if led else ""
