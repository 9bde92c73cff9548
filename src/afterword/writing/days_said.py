"""Every day, month, year and quarter a text names, in one form to compare, in four languages.

A `Day` holds what was said and no more: "12 May" has a day and a month, "on Tuesday" a weekday.
What the facts name in one language the letter may say in another. A figure such as 4/11 may be
read in either order.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from afterword.writing.calling import MONTHS
from afterword.writing.lexicon import in_order

_WEEK: Mapping[str, str] = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "de": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
}
_WEEKDAYS = {
    word.casefold(): n for days in _WEEK.values() for n, word in enumerate(in_order(days))
} | {"sonnabend": 5, "mondays": 0, "fridays": 4}
_SHORT = {
    word: n
    for words in (
        "jan feb mar apr - jun jul aug sep oct nov dec",
        "jän feb mär apr mai juni juli aug sept okt nov dez",
        "janv févr - avr - - juil - - - - déc",
        "ene - - abr - - - ago sept - - dic",
    )
    for n, word in enumerate(in_order(words), start=1)
    if word != "-"
}
_MONTH = {
    month.casefold(): n for months in MONTHS.values() for n, month in enumerate(months, start=1)
} | {"setiembre": 9, "jänner": 1}
_ORDINALS = in_order(
    """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
    fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first
    twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth
    twenty-ninth thirtieth thirty-first"""
)
_NTH = {word: n for n, word in enumerate(_ORDINALS, start=1)} | {"premier": 1, "primero": 1}
_M = "|".join(sorted(_MONTH, key=len)[::-1])
_S = "|".join(sorted(_SHORT, key=len)[::-1])
_Y = r"(?:19|20)\d\d"
_FORMS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<![\w.])(?P<y>{_Y})-(?P<m>\d\d)-(?P<d>\d\d)(?!\w)",
        rf"(?<![\w.,/-])(?P<d>\d\d?)(?P<sep>[./-])(?P<m>\d\d?)(?:(?P=sep)(?P<y>{_Y}|\d\d)?)(?![\w/])",
        r"(?<![\w.,/-])(?P<d>\d\d?)/(?P<m>\d\d?)(?![\w/])",
        rf"(?<![\w.])(?:the )?(?P<d>\d\d?)(?:st|nd|rd|th|er|\.º|\.|º)? ?(?:of |de )?"
        rf"(?P<month>{_M}|(?:{_S})\b\.?)(?!\w)(?:,? (?:del? )?(?P<y>{_Y}))?(?!\d)",
        rf"(?<!\w)(?P<month>{_M}|(?:{_S})\b\.?) (?:the )?(?P<d>\d\d?)(?:st|nd|rd|th)?(?![\d.,]*\d|\w)"
        rf"(?:,? (?P<y>{_Y}))?",
        rf"(?<!\w)(?:the )?(?P<nth>{'|'.join(sorted(_NTH, key=len)[::-1])}) (?:of |de )?"
        rf"(?P<month>{_M})(?!\w)(?:,? (?:del? )?(?P<y>{_Y}))?",
        rf"(?<!\w)(?P<month>{_M})(?:,| of| de| del)? (?P<y>{_Y})(?!\d)",
        rf"(?<!\w)(?:Q(?P<q>[1-4])|(?P<q2>[1-4])(?:\.|er|e|º|\.º) (?:quartal|trimest\w+))"
        rf"(?: (?:de |del )?(?P<y>{_Y}))?",
        r"(?<!\w)the (?P<d>\d\d?)(?:st|nd|rd|th)(?!\w)",
        rf"(?<![\w.,/€$£-])(?P<y>{_Y})(?![\d/%]|[.,:-]\d|\s?(?:%|€|euro|percent|prozent))",
    )
)
_WORDS = re.compile(
    rf"(?<!\w)(?:(?P<month>{_M})|(?P<weekday>{'|'.join(sorted(_WEEKDAYS, key=len)[::-1])}))s?(?!\w)",
    re.IGNORECASE,
)
_SMALL_TOO = {
    w.casefold() for lang in ("fr", "es") for w in (*MONTHS[lang], *in_order(_WEEK[lang]))
}


@dataclass(frozen=True, slots=True)
class Day:
    """What was said of a day: any of its parts, and where it stands."""

    start: int
    end: int
    day: int = 0
    month: int = 0
    year: int = 0
    weekday: int = -1
    quarter: int = 0
    either: bool = False  # written in figures: day and month may change places

    def fits(self, known: Day) -> bool:
        """Whether a known day carries all that this one says."""
        turned = self.either and self.day == known.month and self.month == known.day
        same = all(
            not said or said == there
            for said, there in ((self.day, known.day), (self.month, known.month))
        )
        weekday = self.weekday < 0 or self.weekday == known.weekday
        quarter = not self.quarter or self.quarter == (known.month + 2) // 3 or (
            self.quarter == known.quarter
        )  # fmt: skip
        # A letter leaves the year out where the facts have it, and adds the plain one where not.
        year = not self.year or self.year == known.year or (not known.year and bool(self.day))
        return (same or turned) and year and weekday and quarter


def days_in(text: str) -> list[Day]:
    """The days of a text in reading order; "May I" and "March on" are none."""
    found: list[Day] = []
    for pattern in _FORMS:
        for match in pattern.finditer(text):
            if not any(one.start < match.end() and match.start() < one.end for one in found):
                made = _day(match, text)
                if made is not None:
                    found.append(made)
    for match in _WORDS.finditer(text):
        if any(one.start < match.end() and match.start() < one.end for one in found):
            continue
        small = match[0].casefold()
        if match[0][0].islower() and small not in _SMALL_TOO:
            continue
        if match["weekday"]:
            n = _WEEKDAYS[match["weekday"].casefold()]
            found.append(Day(*match.span(), weekday=n))
        elif _is_month(text, match):
            found.append(Day(*match.span(), month=_MONTH[match["month"].casefold()]))
    return sorted(found, key=lambda one: one.start)


def known_days(texts: Iterable[str]) -> frozenset[Day]:
    """The days facts name, each with its weekday where the whole date says it."""
    found: set[Day] = set()
    for text in texts:
        found.update(_whole(text))
    return frozenset(found)


@lru_cache(maxsize=4096)
def _whole(text: str) -> tuple[Day, ...]:
    days = days_in(text)
    found: list[Day] = []
    for i, one in enumerate(days):
        weekday = one.weekday
        if one.day and one.month and one.year:
            try:
                weekday = date(one.year, one.month, one.day).weekday()
            except ValueError:
                continue
        elif one.day and i and days[i - 1].weekday >= 0 and one.start - days[i - 1].end < 12:
            weekday = days[i - 1].weekday
        found.append(Day(0, 0, one.day, one.month, one.year, weekday, one.quarter, one.either))
        if one.either and one.day <= 12:
            found.append(Day(0, 0, one.month, one.day, one.year, -1, 0, True))
    return tuple(found)


def _day(match: re.Match[str], text: str) -> Day | None:
    parts = match.groupdict()
    year = parts.get("y") or ""
    year = f"20{year}" if len(year) == 2 else year
    quarter = int(parts.get("q") or parts.get("q2") or 0)
    day = int(parts.get("d") or 0) or _NTH.get((parts.get("nth") or "").casefold(), 0)
    month = int(parts.get("m") or 0)
    if parts.get("month"):
        said = parts["month"].casefold().rstrip(".")
        month = _MONTH.get(said) or _SHORT.get(said, 0)
        if parts["month"][0].islower() and said in ("may", "march"):
            return None
    if not (day or month or year or quarter) or day > 31 or month > 31:
        return None
    if "m" in parts and parts.get("m") and max(day, month) > 31:
        return None
    either = bool(parts.get("m")) and "sep" not in parts
    return Day(*match.span(), day, month, int(year or 0), -1, quarter, either or _slashed(match))


def _slashed(match: re.Match[str]) -> bool:
    return (match.groupdict().get("sep") or "") in ("/", "-")


def _is_month(text: str, match: re.Match[str]) -> bool:
    """ "May" and "March" open questions and orders too; beside a figure they are months."""
    said = match[0].casefold()
    if said in ("mars", "mai", "août", "ago") and match[0][0].isupper():
        return said == "mai"
    if said not in ("may", "march", "august"):
        return True
    before = text[: match.start()]
    return bool(
        re.search(
            r"\b(?:in|by|of|since|until|till|before|after|from|last|next|this|early|late|mid|to|and|"
            r"through|im|seit|bis|ab|ende|anfang|mitte|june|april)[ -]+$", before, re.IGNORECASE
        )
    )  # fmt: skip


def months_and_days() -> Iterator[str]:
    """Every name of a month or weekday, folded: none of them is a person's or a firm's."""
    yield from (*_MONTH, *_WEEKDAYS)
