"""Dates as headers and pasted mails write them, in the forms people really send."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from email.utils import parsedate_tz

#: Mail is younger than this and, whatever a broken clock says, older than that.
YEARS = range(1981, 2101)

_RFC = re.compile(
    r"(?:[A-Za-z]{2,9}\.?,?\s+)?(\d{1,2})\s+([A-Za-z]{3})[a-z]*\.?,?\s+(\d{4})\s+"
    r"(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(?:([+-])(\d{2}):?(\d{2})|(GMT|UTC?|Z)\b)?"
)
_ISO = re.compile(
    r"(\d{4})-(\d{2})-(\d{2})(?:[T ,]+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?\s*"
    r"(?:([+-])(\d{2}):?(\d{2})|(Z|UTC|GMT)\b)?)?"
)
_EN = {
    m: i
    for i, m in enumerate(
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1
    )
}

#: The beginnings by which a month is known, in the languages mail programs paste in.
_BEGINNINGS = (
    "jan gen ene janv ian led styc янв січ 1月 1월 oca",
    "feb fév fev fevr febr lut úno únor фев лют 2月 2월 şub",
    "mar mär mrz mars maa mrt bře mrz мар бер 3月 3월",
    "apr avr abr dub kwi апр кві 4月 4월 nis",
    "may mai maj mag mei máj kvě май мая тра 5月 5월 mayı",
    "jun giu juin haz čer cze июн чер 6月 6월",
    "jul lug juil lip čvc tem июл лип 7月 7월",
    "aug ago aoû aou srp sie ağu авг сер 8月 8월",
    "sep set sett zář wrz eyl сен вер 9月 9월",
    "oct okt ott out paź říj eki окт жов 10月 10월",
    "nov nob kas lis listopad ноя лис 11月 11월",
    "dec dez dic déc des pro gru ara дек гру 12月 12월",
)
_MONTHS = {word: n for n, row in enumerate(_BEGINNINGS, 1) for word in row.split()}
_CLOCK = re.compile(r"(\d{1,2})[:.h](\d{2})(?:[:.](\d{2}))?\s*([AaPp])?\.?[Mm]?")
_OFFSET = re.compile(r"(?:GMT|UTC)?\s*([+-])(\d{2}):?(\d{2})\b")
_DAY_MONTH = re.compile(
    r"(\d{1,2})(?:\.|º|er|st|nd|rd|th)?\s+(?:de\s+|d')?([^\W\d]{3,12})\.?,?\s+(?:de[l]?\s+)?(\d{4})"
)
_MONTH_DAY = re.compile(r"([^\W\d]{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")
_CJK = re.compile(r"(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]")
_NUMBERS = re.compile(r"\b(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})\b")


def header_date(value: str) -> tuple[datetime | None, str]:
    """The moment a Date header means, aware, or None with a sentence saying why."""
    text = value.strip()
    if not text:
        return None, "The mail carries no date."
    found = _RFC.match(text)
    if found and found.group(2).lower() in _EN:
        day, month, year, hour, minute, second, sign, hours, minutes, _ = found.groups()
        if sign or found.group(10) or not text[found.end() :].strip():
            parts = (int(year), _EN[month.lower()], int(day), int(hour), int(minute))
            return _moment(parts, int(second or 0), _offset(sign, hours, minutes), text)
    found = _ISO.match(text)
    if found:
        y, mo, d, h, mi, s, sign, hours, minutes, _ = found.groups()
        parts = (int(y), int(mo), int(d), int(h or 0), int(mi or 0))
        return _moment(parts, int(s or 0), _offset(sign, hours, minutes), text)
    return _by_library(text)


def _by_library(text: str) -> tuple[datetime | None, str]:
    try:
        found = parsedate_tz(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        found = None
    if found is None:
        loose = pasted_date(text)
        return loose, "" if loose else f"The date “{text[:60]}” could not be read."
    return _moment(found[:5], found[5], found[9] or 0, text)


def _offset(sign: str | None, hours: str | None, minutes: str | None) -> int:
    seconds = int(hours or 0) * 3600 + int(minutes or 0) * 60
    return -seconds if sign == "-" else seconds


def _moment(
    parts: tuple[int, ...], second: int, offset: int, text: str
) -> tuple[datetime | None, str]:
    year, month, day, hour, minute = parts
    if year not in YEARS:
        return None, f"The date “{text[:60]}” cannot be right."
    try:
        extra = timedelta(days=1) if hour == 24 else timedelta()
        zone = timezone(timedelta(seconds=offset)) if abs(offset) < 86_400 else UTC
        hour, second = (0 if hour == 24 else hour), min(second, 59)
        return datetime(year, month, day, hour, minute, second, tzinfo=zone) + extra, ""
    except (ValueError, OverflowError):
        return None, f"The date “{text[:60]}” cannot be right."


def pasted_date(text: str, zone: tzinfo = UTC) -> datetime | None:
    """A date as a mail program displays it, in many languages; None when in doubt.

    Nothing said about a zone is taken as `zone`. 3/4/2026 is read day first unless
    it carries AM or PM, the mark of the one country that writes it the other way.
    """
    day = _day(text)
    if day is None or day[0] not in YEARS:
        return None
    rest = text[day[3] :]
    clock = _CLOCK.search(rest)
    hour = minute = second = 0
    if clock:
        hour, minute, second = int(clock[1]), int(clock[2]), int(clock[3] or 0)
        half = (clock[4] or "").lower()
        hour = hour % 12 + 12 if half == "p" else 0 if half == "a" and hour == 12 else hour
    offset = _OFFSET.search(rest)
    if offset:
        zone = timezone(timedelta(seconds=_offset(*offset.groups())))
    try:
        return datetime(day[0], day[1], day[2], hour, minute, second, tzinfo=zone)
    except ValueError:
        return None


def _day(text: str) -> tuple[int, int, int, int] | None:
    """Year, month, day, and where in the text the day ends."""
    found = _CJK.search(text)
    if found:
        return int(found[1]), int(found[2]), int(found[3]), found.end()
    found = _ISO.search(text)
    if found:
        return int(found[1]), int(found[2]), int(found[3]), found.end(3)
    for found in _DAY_MONTH.finditer(text):
        month = _month(found[2])
        if month:
            return int(found[3]), month, int(found[1]), found.end()
    for found in _MONTH_DAY.finditer(text):
        month = _month(found[1])
        if month:
            return int(found[3]), month, int(found[2]), found.end()
    found = _NUMBERS.search(text)
    if found:
        first, second, year = int(found[1]), int(found[3]), int(found[4])
        year += 2000 if year < 100 else 0
        american = found[2] == "/" and re.search(r"\d\s*[AaPp]\.?[Mm]\b", text) is not None
        if (american and first <= 12) or second > 12:
            return year, first, second, found.end()
        return year, second, first, found.end()
    return None


def _month(word: str) -> int:
    low = word.lower()
    for length in (4, 3):
        if low[:length] in _MONTHS:
            return _MONTHS[low[:length]]
    return 0
