"""The days a text speaks of, in our four languages, each as exactly as it says it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from afterword.writing.calling import MONTHS
from afterword.writing.lexicon import in_order

WEEKDAYS = {
    "en": in_order("monday tuesday wednesday thursday friday saturday sunday"),
    "de": in_order("montag dienstag mittwoch donnerstag freitag samstag sonntag"),
    "fr": in_order("lundi mardi mercredi jeudi vendredi samedi dimanche"),
    "es": in_order("lunes martes miércoles jueves viernes sábado domingo"),
}
#: Words for days and months beside the names calling.MONTHS gives.
_ALSO = {
    "sonnabend": ("weekday", 5), "sept": ("month", 9), "jan": ("month", 1), "feb": ("month", 2),
    "mar": ("month", 3), "apr": ("month", 4), "jun": ("month", 6), "jul": ("month", 7),
    "aug": ("month", 8), "sep": ("month", 9), "oct": ("month", 10), "nov": ("month", 11),
    "dec": ("month", 12), "jänner": ("month", 1), "setiembre": ("month", 9),
}  # fmt: skip
_AGO = {
    "en": (("yesterday", 1), ("the day before yesterday", 2)),
    "de": (("gestern", 1), ("gestrigen", 1), ("gestrige", 1), ("vorgestern", 2)),
    "fr": (("hier", 1), ("avant-hier", 2)),
    "es": (("ayer", 1), ("anteayer", 2), ("antier", 2)),
}


@dataclass(frozen=True, slots=True)
class Day:
    """A day as a text names it: whatever of weekday, day, month and year it says."""

    start: int
    end: int
    day: int | None = None
    month: int | None = None
    year: int | None = None
    weekday: int | None = None
    ago: int | None = None

    def near(self, today: date) -> date | None:
        """The date meant; without a year the one nearest to `today`; None when it says too little."""
        if self.ago is not None:
            return today - timedelta(days=self.ago)
        if self.day is not None and self.month is None and self.weekday is not None:
            return self._so_called(today)
        if self.day is None or self.month is None:
            return None
        years = [self.year] if self.year else [today.year - 1, today.year, today.year + 1]
        found = []
        for year in years:
            try:
                found.append(date(year, self.month, self.day))
            except ValueError:
                continue
        return min(found, key=lambda then: abs((then - today).days), default=None)

    def _so_called(self, today: date) -> date | None:
        """ "Monday the 16th": the nearest sixteenth that is a Monday, none within three months."""
        days = (today + timedelta(days=n) for n in range(-75, 76))
        same = [d for d in days if d.day == self.day and d.weekday() == self.weekday]
        return min(same, key=lambda then: abs((then - today).days), default=None)


@lru_cache(maxsize=8)
def _words(language: str) -> dict[str, tuple[str, int]]:
    tongue = language if language in MONTHS else "en"
    found = {name.casefold(): ("month", i) for i, name in enumerate(MONTHS[tongue], 1)}
    found |= {name: ("weekday", i) for i, name in enumerate(WEEKDAYS[tongue])}
    if tongue in ("en", "de"):
        found |= {name: what for name, what in _ALSO.items() if name not in found}
    return found


@lru_cache(maxsize=8)
def _pattern(language: str) -> re.Pattern[str]:
    words = _words(language)
    months = "|".join(
        sorted((w for w, k in words.items() if k[0] == "month"), key=len, reverse=True)
    )
    days = "|".join(
        sorted((w for w, k in words.items() if k[0] == "weekday"), key=len, reverse=True)
    )
    ago = "|".join(sorted((w for w, _ in _AGO.get(language, _AGO["en"])), key=len, reverse=True))
    ahead = r"(?:am|dem|den|der|vom|le|el|el día|du|del|zum|bis)\s+"
    # What follows a figure that counts something: "del 19 al 7 por ciento", "Dienstag 14 Uhr".
    counts = (
        r"(?!\s*(?:%|:\d)|\s+(?:al?|à|au|auf|bis|to|nach)\s+\d|\s?(?:uhr|am|pm|a\.m|p\.m|h|heures?|horas?|hours?|"
        r"o.clock|minut\w+|stunden|por|pour|per|percent|prozent|points?|puntos|punkte?|ans?|años?|years?|jahre?n?|days?|"
        r"jours|días|tage?n?|weeks|wochen|semaines|semanas|people|pour cent)\b)"
    )
    loose = language in ("fr", "es")
    noun = counts if loose else counts + r"(?!\s+[a-zäöüéè]{3,})"
    some = "" if loose else r"(?!\s+(?!was\b|is\b|suits\b|works\b)[a-zäöü]+s\b)"
    return re.compile(
        r"(?P<iso>\b\d{4}-\d{2}-\d{2}\b)"
        rf"|(?:\b(?P<wd>{days})(?:’s|'s|s)?,?\s+(?:(?:the|den|dem|le|el|día|,)\s+)*)?"
        rf"(?:\b(?P<d1>\d{{1,2}})(?:st|nd|rd|th|er|\.º|º|\.)?\s+(?:of\s+|de\s+)?(?P<m1>{months})\b\.?"
        rf"|\b(?P<m2>{months})\.?\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\d|:|[.,]\d|\s?(?:%|per|years|months|people))"
        r"|\b(?P<d3>\d{1,2})\.\s?(?P<n3>\d{1,2})\.(?!\d)"
        r"|\b(?P<d5>\d{1,2})[./](?P<n5>\d{1,2})[./](?=\d{4}))"
        r"(?:,?\s*(?:de\s+|del\s+)?(?P<y>(?:19|20)\d{2})\b)?"
        rf"|\b(?P<wd0>{days}),?\s+(?:(?:the|den|dem|le|el|día)\s+)?(?P<d0>\d{{1,2}})(?:(?:st|nd|rd|th|er|º|\.º)(?!\w)|\.(?=\s|$)|(?=[\s,.;?!)]|$){some}){counts}"
        rf"(?!\.?\s*(?:de\s+|of\s+)?(?:{months}|\d))"
        rf"|\b(?:{ahead})(?P<d4>\d{{1,2}})(?:st|nd|rd|th|\.)?(?=[\s,.;:?!)]|$)(?!\.?\s*(?:de\s+)?(?:{months}|\d)){noun}"
        rf"|\b(?P<d6>\d{{1,2}})(?:st|nd|rd|th)\b"
        rf"|\b(?P<m7>{months})(?:\s+(?:de\s+)?(?P<y7>(?:19|20)\d{{2}}))?\b"
        rf"|\b(?P<wd8>{days})(?=\b|s\b|’s|'s)"
        r"|\b(?P<y9>(?:19|20)\d{2})\b"
        rf"|\b(?P<ago>{ago})\b",
        re.IGNORECASE,
    )


def days_in(text: str, language: str) -> Iterator[Day]:
    """Every day, month or year a text names, in reading order."""
    yield from _days_of(text, language)


@lru_cache(maxsize=2048)
def _days_of(text: str, language: str) -> tuple[Day, ...]:
    return tuple(_found(text, language))


def _found(text: str, language: str) -> Iterator[Day]:
    words = _words(language)
    for match in _pattern(language).finditer(text):
        start, end = match.span()
        got = match.groupdict()
        if got["iso"]:
            year, month, day = (int(part) for part in got["iso"].split("-"))
            yield Day(start, end, day, month, year)
            continue
        if got["ago"]:
            ago = dict(_AGO.get(language, _AGO["en"]))
            yield Day(start, end, ago=ago[got["ago"].casefold()])
            continue
        name = got["m1"] or got["m2"] or got["m7"]
        if name and _no_month(name, got, text, start, end):
            continue
        number = next((got[k] for k in ("d0", "d1", "d2", "d3", "d4", "d5", "d6") if got[k]), None)
        numeric = got["n3"] or got["n5"]
        then = words[name.casefold()][1] if name else int(numeric) if numeric else None
        weekday = got["wd"] or got["wd8"] or got["wd0"]
        said = next((got[k] for k in ("y", "y7", "y9") if got[k]), None)
        if number and int(number) > 31:
            continue
        yield Day(
            start,
            end,
            int(number) if number else None,
            then,
            int(said) if said else None,
            words[weekday.casefold()][1] if weekday else None,
        )


def _no_month(name: str, got: dict[str, str | None], text: str, start: int, end: int) -> bool:
    """ "May", "March", "mar" and "sept" are other words too; alone they need their company."""
    if got["d1"] or got["d2"]:
        return False
    if name.casefold() in (
        "mar",
        "jan",
        "sep",
        "dec",
        "jun",
        "nov",
        "feb",
        "apr",
        "jul",
        "aug",
        "oct",
        "sept",
    ):
        return True
    if name.casefold() in ("may", "march"):
        before = re.search(
            r"\b(?:in|by|of|since|until|last|next|this|early|late|from)\s+$", text[:start], re.I
        )
        return not (before and name[0].isupper())
    return False


_BESIDE = re.compile(
    r"(?<![\d.,])(\d{1,2})(?:st|nd|rd|th|\.)?\s*(?:,|[-–—/]|\b(?:and|or|to|und|oder|bis|et|ou|au|y|o|al)\b)\s*"
    r"(?:(?:the|der|den|dem|am|le|el|on)\s+)?(?:[^\W\d_]{4,10},?\s+)?$",
    re.IGNORECASE,
)


def days_named(text: str, language: str) -> Iterator[Day]:
    """The days of a text, those too that share the month of the next: "17 and 18 November"."""
    for day in days_in(text, language):
        yield day
        before = text[: day.start]
        while day.day is not None and day.month is not None:
            match = _BESIDE.search(before)
            if match is None or not 0 < int(match[1]) <= 31:
                break
            yield Day(match.start(1), match.end(1), int(match[1]), day.month, day.year)
            before = before[: match.start()]
