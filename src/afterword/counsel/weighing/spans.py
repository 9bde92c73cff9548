"""How long they put something off, in their words: "by a year", "until the spring"."""

from __future__ import annotations

import re
from datetime import date, timedelta

_NUMBER = {
    word: n
    for n, words in enumerate(
        ("a an one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), 1
    )
    for word in words.split()
}
_DAYS = {"week": 7, "month": 30.4, "quarter": 91, "year": 365}
#: "half a year" and "six to nine months": the longer, as with every range of days (contract 2).
_SPAN = re.compile(
    rf"\b(?:by|for|at least|another|further)\s+(?:about\s+|at least\s+|another\s+|nearly\s+)?(?P<half>half\s+)?"
    rf"(?:(?:{'|'.join(_NUMBER)}|\d{{1,2}})\s+(?:to|or)\s+)?(?P<n>{'|'.join(_NUMBER)}|\d{{1,2}})\s+"
    rf"(?P<unit>{'|'.join(_DAYS)})s?\b",
    re.IGNORECASE,
)
_NEXT = re.compile(
    r"\b(?:to|until|till|into)\s+(?:the\s+)?(?:early\s+|late\s+)?(?:next\s+)?"
    r"(?P<when>year|spring|summer|autumn|fall|winter|20\d\d|January|February|March|April|May|June|July|"
    r"August|September|October|November|December)\b",
    re.IGNORECASE,
)
_BEGINS = {"year": 1, "spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)


def put_off_until(words: str, said: date) -> date | None:
    """The day to which these words of that day put it off; None where they name no time."""
    span = _SPAN.search(words)
    if span is not None:
        n = span["n"].lower()
        count = _NUMBER.get(n) or int(n)
        length = _DAYS[span["unit"].lower()] * count * (0.5 if span["half"] else 1)
        return said + timedelta(days=round(length))
    named = _NEXT.search(words)
    if named is None:
        return None
    when = named["when"].lower()
    if when.isdigit():
        day = date(int(when), 1, 1)
    else:
        month = _BEGINS.get(when) or _MONTHS.index(when) + 1
        day = date(said.year + (month <= said.month), month, 1)
    return day if day > said else None
