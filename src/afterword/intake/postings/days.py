"""A day as adverts write it: ISO, "12 March 2026", "31.03.2026". What could be two days is none."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = {
    word: number
    for number, words in enumerate(
        (
            "january jan januar janvier enero",
            "february feb februar février fevrier febrero",
            "march mar märz maerz mars marzo",
            "april apr avril abril",
            "may mai mayo",
            "june jun juni juin junio",
            "july jul juli juillet julio",
            "august aug août aout agosto",
            "september sep sept septembre septiembre",
            "october oct oktober okt octobre octubre",
            "november nov novembre noviembre",
            "december dec dezember dez décembre decembre diciembre",
        ),
        start=1,
    )
    for word in words.split()
}
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})")
_DOTS = re.compile(r"(?<!\d)(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)")
_SLASH = re.compile(r"(?<!\d)(\d{1,2})/(\d{1,2})/(\d{4})(?!\d)")
_DAY_FIRST = re.compile(r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|\.)?\s+(?:de\s+)?([^\W\d_]{3,10})\.?,?\s+(?:de\s+)?(\d{4})")  # fmt: skip
_MONTH_FIRST = re.compile(r"\b([^\W\d_]{3,10})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")


def day_of(said: str) -> date | None:
    """The one day these words name, None where they name none or could name two."""
    said = said[:200]
    if found := _ISO.search(said):
        return _day(*found.groups())
    if found := _DOTS.search(said):
        return _day(*found.groups()[::-1])
    if found := _SLASH.search(said):
        one, two, year = (int(part) for part in found.groups())
        # 3/4 may be 3 April or March 4; 25/4 is only ever one.
        if one == two or max(one, two) > 12:
            return _day(year, min(one, two) if max(one, two) > 12 else one, max(one, two))
        return None
    if (found := _DAY_FIRST.search(said)) and (month := _MONTHS.get(found[2].lower())):
        return _day(found[3], month, found[1])
    if (found := _MONTH_FIRST.search(said)) and (month := _MONTHS.get(found[1].lower())):
        return _day(found[3], month, found[2])
    return None


def _day(year: object, month: object, day: object) -> date | None:
    try:
        found = date(int(str(year)), int(str(month)), int(str(day)))
    except ValueError:
        return None
    # Placeholders such as 0001-01-01 and 9999-12-31 are no dates of a firm's.
    return found if 1995 < found.year < 2100 else None
