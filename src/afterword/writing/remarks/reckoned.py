"""Figures that no fact holds in so many words, and that follow from the facts or claim nothing.

"Five fewer" where a fact goes from eight to three, "over thirty" where it says 31, "half past nine"
for 9:30, "give me twenty of your worst": a reader would not ask where they come from. The trace
stays strict; this is the margin's kindness only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from afterword.writing.amounts import SPANS, Amount, amounts_in
from afterword.writing.remarks.sheet import Sheet

#: "Half past", "quarter to", "a las diez", "um neun": the clock's.
_HALF_PAST = re.compile(r"^(?:half|quarter|halb|viertel)\s+(?:past|to|vor|nach|[a-zäöüß]+)\b", re.I)
_CLOCK = re.compile(
    r"\b(?:half past|quarter (?:past|to)|o[’']clock|a las|las|hacia las|gegen|um|ab|halb|vers|à|dès|at|from|after|before|until|till|past)\s+$",
    re.IGNORECASE,
)
#: After a figure of the clock no thing is counted.
_NO_THING = re.compile(
    r"^\s*(?:$|[.,;:?!)]|(?:uhr|heures?|h|horas?|o[’']clock|or|and|if|is|would|works?|suits?|in|on|today|tomorrow|either|"
    r"oder|und|passt|ou|et|o|y|de la|de l|del)\b)",
    re.IGNORECASE,
)
#: "Un quart d'heure", as people say fifteen minutes.
_QUARTER_HOUR = re.compile(
    r"^(?:a|eine|un)? ?(?:quarter of an hour|viertelstunde|quart d[’']heure|cuarto de hora)\b",
    re.IGNORECASE,
)
_FIFTEEN = re.compile(r"\b15[ -]?(?:min\w*|’|')", re.IGNORECASE)
#: What a fact has in short of a stretch of time: "3 h", "20 min".
_SHORT = {"hour": r"h|hrs?|std", "minute": r"min|mn|mins", "year": r"a|j|yrs?", "day": r"d|j|tg"}
_OVER = re.compile(
    r"\b(?:over|more than|above|upwards of|at least|über|mehr als|gut|plus de|más de|al menos)\s+(?:the |die |der |la |el )?$",
    re.IGNORECASE,
)
_UNDER = re.compile(
    r"\b(?:nearly|almost|under|less than|just short of|fewer than|fast|knapp|beinahe|weniger als|près de|presque|moins de|casi|"
    r"menos de)\s+(?:the |die |der |la |el )?$",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"\b(?:about|around|roughly|some|rund|etwa|ungefähr|circa|environ|quelque|unos|unas|alrededor de|aproximadamente)\s+$",
    re.IGNORECASE,
)
#: What somebody offers or asks for counts nothing that was.
_OFFERS = re.compile(
    r"\b(?:(?:I|we)(?:[’'](?:d|ll)| would| could| will| can| shall)(?: (?:also|gladly|happily|only|just|like to|be glad to))? "
    r"(?:send|bring|come|write|show|do|give|spend|walk|run|take|need|make|set|start|begin|try)|(?:give|lend|send) me|let me|"
    r"shall (?:I|we)|might we|may I|could we|"
    r"ich (?:würde|könnte|kann|werde)|darf ich|geben Sie mir|je (?:pourrais|peux|viendrai\w*|ferai\w*)|puis-je|donnez-moi|"
    r"puedo|podría\w*|podemos|llevaría|deme)\b",
    re.IGNORECASE,
)
_READ_TWICE = re.compile(r"^(?:twice|zweimal|deux fois|dos veces)$", re.IGNORECASE)
_AS_MUCH = re.compile(r"^\s+(?:as|the|a|an|what|so|wie|so|plus|más|as\b)", re.IGNORECASE)
#: "Mil gracias" counts nobody's thanks.
_IDIOM = re.compile(
    r"^(?:a thousand thanks|a thousand apologies|thousand thanks|tausend dank|mille mercis|mille fois merci|mil gracias|un millón de gracias|"
    r"mil perdones|cien por cien|à cent pour cent|hundertprozentig|24/7)",
    re.IGNORECASE,
)
#: The same stretch of time as people say it: "quince días" are two weeks, "huit jours" is one.
_STRETCHES = (
    frozenset({(15, "day"), (14, "day"), (2, "week"), (1, "fortnight")}),
    frozenset({(8, "day"), (7, "day"), (1, "week")}),
    frozenset({(4, "week"), (1, "month"), (30, "day")}),
    frozenset({(3, "month"), (1, "quarter"), (13, "week"), (12, "week")}),
    frozenset({(6, "month"), (26, "week"), (2, "quarter")}),
    frozenset({(12, "month"), (1, "year"), (4, "quarter")}),
    frozenset({(18, "month"), (1.5, "year")}),
    frozenset({(24, "month"), (2, "year")}),
    frozenset({(24, "hour"), (1, "day")}),
    frozenset({(60, "minute"), (1, "hour")}),
    frozenset({(90, "minute"), (1.5, "hour")}),
)
_PARTS = {"1/2": 0.5, "1/3": 1 / 3, "2/3": 2 / 3, "1/4": 0.25, "3/4": 0.75, "1/5": 0.2, "1/10": 0.1}


def follows(sheet: Sheet, start: int, end: int) -> bool:
    """Whether the figure at this place follows from the facts, or counts nothing that was."""
    said = sheet.text[start:end]
    before = sheet.text[max(0, start - 24) : start]
    after = sheet.text[end : end + 24].split("\n")[0]
    if _IDIOM.match(said + after):
        return True
    if _HALF_PAST.match(said + after) or (_CLOCK.search(before) and _NO_THING.match(after)):
        return True
    if _CLOCK.search(before) and _is_an_hour_they_know(said, sheet):
        return True
    if _QUARTER_HOUR.match(said + after) and any(_FIFTEEN.search(f.text) for f in sheet.facts):
        return True
    if _READ_TWICE.match(said) and not _AS_MUCH.match(after):
        return True
    if _OFFERS.search(_clause(sheet, start)) and not any(sign.isdigit() for sign in said):
        return True  # written out it is an offer's size; a salary or a share comes in digits
    return all(_reckoned(one, before, sheet) for one in amounts_in(said, sheet.language))


def _is_an_hour_they_know(said: str, sheet: Sheet) -> bool:
    """ "A las ocho" where a fact has 8:00."""
    hours = [_number(one.value) for one in amounts_in(said, sheet.language)]
    return bool(hours) and all(
        hour is not None
        and any(
            re.search(rf"\b0?{hour:g}(?:[:.h]\d\d| ?h\b| ?uhr\b| ?[ap]\.?m\b)", fact.text, re.I)
            for fact in sheet.facts
        )
        for hour in hours
    )


_BREAK = re.compile(r"[;:–—]|,\s+(?:and|but|so|und|aber|et|mais|y|pero)\b", re.IGNORECASE)


def _clause(sheet: Sheet, at: int) -> str:
    """The part of the sentence the place lies in: what is offered after it says nothing of it."""
    sentence = sheet.sentence_at(at)
    begin, end = 0, len(sentence.text)
    for match in _BREAK.finditer(sentence.text):
        if match.end() <= at - sentence.start:
            begin = match.end()
        elif match.start() > at - sentence.start:
            end = min(end, match.start())
    return sentence.text[begin:end]


def _reckoned(one: Amount, before: str, sheet: Sheet) -> bool:
    value = _PARTS.get(one.value, _number(one.value))
    if value is None:
        return False
    loose = _OVER.search(before) or _UNDER.search(before)
    for text in (fact.text for fact in sheet.facts):
        held = [
            (number, other.unit)
            for other in _held(text, sheet.language)
            if (number := _number(other.value)) is not None
        ]
        if one.value in _PARTS:
            near = 0.13 if loose else 0.05
            if any(abs(share - value) <= near for share in _shares(held)):
                return True
            continue
        for number, unit in held:
            if one.unit in ("", unit) and is_about(value, number, before):
                return True
        if any(
            (value, one.unit) in stretch and not stretch.isdisjoint(held) for stretch in _STRETCHES
        ):
            return True
        if any(one.unit in ("", unit) and gap == value for gap, unit in _gaps(held)):
            return True
        if one.unit in _SHORT and re.search(rf"\b{value:g} ?(?:{_SHORT[one.unit]})\b", text, re.I):
            return True
        if one.unit == "year" and sheet.today is not None and value in _since(text, sheet.today):
            return True
        spans = sheet.language == "en" and one.unit in ("year", "month")
        if spans and value in _spans(text, one.unit):
            return True
    return False


_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH = re.compile(rf"\b({'|'.join(_MONTHS)})[a-z]*\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def _spans(text: str, unit: str) -> frozenset[float]:
    """How long it is from one year or month a fact names to another: to it, and with it."""
    if unit == "year":
        named = sorted({int(one) for one in _YEAR.findall(text)})
    else:
        named = sorted({_MONTHS.index(one.casefold()) for one in _MONTH.findall(text)})
    gaps = {late - early for at, early in enumerate(named) for late in named[at + 1 :]}
    return frozenset(float(gap + more) for gap in gaps for more in (0, 1))


def _since(text: str, today: date) -> frozenset[float]:
    """How many years have gone since one that a fact names, the running one counted or not."""
    gone = {today.year - int(one) for one in _YEAR.findall(text)}
    return frozenset(float(n - less) for n in gone for less in (0, 1) if n - less > 0)


def is_about(value: float, number: float, before: str) -> bool:
    """ "Over thirty" for 31, "nearly forty" for 38."""
    if _OVER.search(before):
        return value <= number <= 1.15 * value
    if _UNDER.search(before):
        return 0.85 * value <= number <= value
    return bool(_ABOUT.search(before)) and 0.88 * value <= number <= 1.12 * value


def _gaps(held: list[tuple[float, str]]) -> Iterator[tuple[float, str]]:
    """By how much the figures of one fact differ, where they count the same."""
    for at, (number, unit) in enumerate(held):
        for other, its in held[at + 1 :]:
            if unit == its or ("" in (unit, its) and SPANS.isdisjoint((unit, its))):
                yield abs(number - other), unit or its


def _shares(held: list[tuple[float, str]]) -> Iterator[float]:
    for at, (number, _) in enumerate(held):
        for other, _ in held[at + 1 :]:
            if number and other:
                yield min(number, other) / max(number, other)


@lru_cache(maxsize=1024)
def _held(text: str, language: str) -> tuple[Amount, ...]:
    return tuple(amounts_in(text, *dict.fromkeys((language, "en"))))


def _number(value: str) -> float | None:
    try:
        return float(value)
    except ValueError:
        return None
