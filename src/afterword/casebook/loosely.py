"""A day that they named loosely, as they said it: "early February" is no tenth of February."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

#: The rule under which a reading keeps the sentence that promises a day.
PROMISE = "promise.date"
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
)
#: How each of the seven languages says the beginning, the middle and the end of a month.
_PARTS = {
    "early {}": r"early|(?:at )?the (?:beginning|start) of|anfang|début|(?:a )?(?:principios|comienzos|inicios)"
    r" de|(?:no )?(?:início|começo|princípio) de|begin(?: van)?|(?:all['’]?)?inizio(?: di)?|primi(?: giorni)? di",
    "mid-{}": r"mid|(?:in )?the middle of|mitte|mi|mediados de|meados de|medio|half|(?:a )?metà(?: di)?",
    "the end of {}": r"late|(?:at )?the end of|ende|fin|(?:a )?(?:fines|finales) de|(?:no )?(?:fim|final|fins) de|"
    r"eind(?:e)?(?: van)?|(?:a |entro )?fine(?: di)?",
}
#: The first letters that name the month in all of them.
_STEMS = (
    *(
        "jan|ene|gen",
        "feb|fév|fev",
        "mar|mär|maart|mrt|mars",
        "ap|abr|avr",
        "ma[iyjg]",
        "jun|jui?n|giu|gi",
    ),
    *("jul|juil|lug", "aug|août|ago", "sep|set", "o[ck]t|out|ott", "nov", "dez|déc|dec|dic"),
)


def loosely(day: date, sentence: str) -> str:
    """The part of the month that a sentence names for this day, in our words; "" where it names the day."""
    said = " ".join(sentence.casefold().split())
    month = _STEMS[day.month - 1]
    for ours, theirs in _PARTS.items():
        if re.search(rf"\b(?:{theirs})[- ]?(?:{month})", said):
            return ours.format(_MONTHS[day.month - 1])
    return ""


def promised_as(reading: Mapping[str, Any], day: date) -> str:
    """How a mail named the day it promises, where it named it loosely."""
    rows: Iterable[Mapping[str, Any]] = reading.get("evidence", ())
    quotes = (str(row.get("text", "")) for row in rows if row.get("rule") == PROMISE)
    return next((said for quote in quotes if (said := loosely(day, quote))), "")
