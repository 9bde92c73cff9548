"""Every amount a text names, in one form to compare: digits or words, with unit, in four languages.

`Amount.value` is a plain decimal ("1200000" for 1.2 million, "1/3" for a third, "x2" for doubled);
`unit` is "%", a currency, a span of time, "points", or "" where nothing countable follows. In
"from 31 to 8 percent" both figures have the unit. "One" counts nothing by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from afterword.writing.counting import FRACTIONS, MULTIPLES, SCALES, VAGUE, WORTH


@dataclass(frozen=True, slots=True)
class Amount:
    """One amount: its value, its unit, whether a noun follows, and where it stands."""

    value: str
    unit: str
    start: int
    end: int
    alone: bool = False  # nothing follows that could be its unit


_CURRENCY = {
    "€": "EUR", "eur": "EUR", "euro": "EUR", "euros": "EUR", "£": "GBP", "gbp": "GBP",
    "pound": "GBP", "pounds": "GBP", "$": "USD", "usd": "USD", "dollar": "USD", "dollars": "USD",
    "dólares": "USD", "dólar": "USD", "chf": "CHF", "franc": "CHF", "francs": "CHF",
    "franken": "CHF", "pesos": "MXN", "peso": "MXN", "livres sterling": "GBP", "pfund": "GBP",
}  # fmt: skip
_PERCENT = dict.fromkeys(
    ("%", "percent", "per cent", "prozent", "pour cent", "por ciento", "pct"), "%"
) | dict.fromkeys(
    ("percentage points", "points", "point", "prozentpunkte", "prozentpunkten", "punkte",
     "puntos"), "points"
)  # fmt: skip
_SPANS = {
    unit: span
    for span, units in {
        "minute": "minute minutes minuten minuto minutos min",
        "hour": "hour hours stunde stunden heure heures hora horas",
        "day": "day days tag tage tagen jour jours día días",
        "week": "week weeks woche wochen semaine semaines semana semanas",
        "fortnight": "fortnight fortnights",
        "weekend": "weekend weekends wochenende wochenenden week-ends",
        "month": "month months monat monate monaten monats mois mes meses",
        "quarter": "quarters quartale quartalen trimestres",
        "year": "year years jahr jahre jahren jahres ans année années año años",
    }.items()
    for unit in units.split()
}
#: The units that count time.
SPANS = frozenset(_SPANS.values())
_UNITS = {**_CURRENCY, **_PERCENT, **_SPANS}
_WORD_UNITS = "|".join(sorted((re.escape(u) for u in _UNITS if u[0].isalpha()), key=len)[::-1])
_SCALE = "|".join(sorted((re.escape(word) for word in SCALES), key=len)[::-1])
_OTHER = "|".join(sorted((re.escape(w) for w in (*MULTIPLES, *FRACTIONS, *VAGUE)), key=len)[::-1])
_DIGITS = r"\d{1,3}(?:[.,’'\u00a0\u202f ]\d{3})+(?:[.,]\d+)?(?!\d)|\d+(?:[.,:]\d+)?"


@lru_cache(maxsize=8)
def _pattern(languages: tuple[str, ...]) -> re.Pattern[str]:
    written = "|".join(_atoms(languages))
    return re.compile(
        r"(?<![\w.,/])(?:(?P<clock>\d{1,2}\s?h(?:\s?\d\d)?(?!\w))"
        rf"|(?P<sign>[€$£]|\b(?:EUR|USD|GBP|CHF)\s?)?(?P<digits>{_DIGITS})"
        rf"|(?P<other>{_OTHER})(?!\w)"
        rf"|(?P<written>(?:(?:{written})(?:[ -](?:and |et |y )?|-et-|und)?)*(?:{written}))(?!\w))"
        rf"(?:[ \u00a0\u202f-]?(?P<scale>{_SCALE})(?!\w))?"
        r"(?P<fold>-?(?:fold|fach|mal)\b|x\b|×)?"
        r"(?:(?:[ \u00a0\u202f-]| (?:de |d[’'])(?=eur|dol|fra))?"
        rf"(?P<unit>[%€$£]|(?:{_WORD_UNITS})(?!\w)))?",
        re.IGNORECASE,
    )


#: Between two figures that share the unit of the second.
_SHARES = re.compile(
    r"\s*(?:[-–—]|to|and|or|bis|auf|und|oder|à|et|ou|a|y|o|hasta|nach|von|down to)\s*(?:on |to )?",
    re.I,
)
#: Half an hour is a while, no figure.
_WHILE = re.compile(r"\s+(?:an? )?(?:hour|day|stunde|tag|heure|journée|hora|año|jahr)\w*", re.I)
_NOUN = re.compile(r"[ -]\(?[^\W\d_]{2,}")


def amounts_in(text: str, *languages: str) -> list[Amount]:
    """The amounts of a text in reading order, its number words read in these languages."""
    found = list(_amounts(text, languages or ("en",)))
    for i in range(len(found) - 2, -1, -1):
        one, after = found[i], found[i + 1]
        between = text[one.end : after.start]
        if not one.unit and after.unit and _SHARES.fullmatch(between):
            found[i] = replace(one, unit=after.unit)
    return found


def _amounts(text: str, languages: tuple[str, ...]) -> Iterator[Amount]:
    for match in _pattern(languages).finditer(text):
        value = _value(match, languages)
        if not value:
            continue
        unit = _UNITS.get((match["unit"] or "").casefold(), "")
        unit = unit or _UNITS.get((match["sign"] or "").strip().casefold(), "")
        if value == "1/2" and _WHILE.match(text, match.end("other")):
            continue
        alone = not unit and not _NOUN.match(text, match.end())
        yield Amount(value, unit, *match.span(), alone)


def _value(match: re.Match[str], languages: tuple[str, ...]) -> str:
    if match["clock"]:
        hour, _, minute = match["clock"].replace(" ", "").lower().partition("h")
        return f"{int(hour)}:{minute or '00'}"
    if match["digits"]:
        value = _plain(match["digits"])
    elif match["written"]:
        value = _spoken(match["written"], languages)
        if value == "1" and not match["scale"]:
            return ""
    else:
        said = match["other"].casefold()
        return MULTIPLES.get(said) or FRACTIONS.get(said) or VAGUE[said]
    if match["scale"]:
        value = _times(value, SCALES[match["scale"].casefold()])
    return f"x{value}" if match["fold"] else value


def _spoken(words: str, languages: tuple[str, ...]) -> str:
    """ "two hundred and fifty", "fünfundzwanzig" and "quatre-vingt-dix" as figures."""
    worths = {word: n for one in languages for word, n in WORTH.get(one, WORTH["en"]).items()}
    total = part = 0
    for word in re.findall("|".join(_atoms(languages)), words.casefold()):
        worth = worths[word]
        if worth == 100:
            part = max(part, 1) * 100
        elif worth == 1000:
            total, part = total + max(part, 1) * 1000, 0
        elif part % 100 == 4 and word in ("vingt", "vingts"):
            part += 76  # quatre-vingt
        else:
            part += worth
    return str(total + part)


@lru_cache(maxsize=8)
def _atoms(languages: tuple[str, ...]) -> tuple[str, ...]:
    words = {word for one in languages for word in WORTH.get(one, WORTH["en"])}
    return tuple(sorted(map(re.escape, words), key=len)[::-1])


def _plain(digits: str) -> str:
    """2.1, 2,1 and 2.10 as one; 1,200 and 1 200 and 1.200 as one."""
    if ":" in digits:
        return digits
    plain = re.sub(r"[.,’'\u00a0\u202f ](?=\d{3}(?:\D|$))", "", digits).replace(",", ".")
    return _trimmed(plain)


def _times(value: str, scale: int) -> str:
    try:
        return _trimmed(format(Decimal(value) * scale, "f"))
    except InvalidOperation:
        return value


def _trimmed(plain: str) -> str:
    whole, _, part = plain.partition(".")
    part = part.rstrip("0")
    whole = whole.lstrip("0") or "0"
    return f"{whole}.{part}" if part else whole
