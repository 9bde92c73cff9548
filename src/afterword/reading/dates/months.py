"""A word promised for a month, without a day: "we shall come back to you in January", "then".

Until that month is over silence means nothing, so its last day is taken for the day. The weakest
of promises: it counts only where the writer's side tells, and where no day is named at all.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from afterword.reading.dates.count import last_day
from afterword.reading.dates.telling import ASKED, OTHER_DAYS, PAST
from afterword.reading.dates.words import MONTHS
from afterword.reading.sentences import Span
from afterword.reading.view import rule

#: Short for a month, and a word or a name of its own: the sea, seven, Jan.
_AMBIGUOUS = frozenset({"jan", "mar", "sept"})
_NAMES = "|".join(sorted(MONTHS.keys() - _AMBIGUOUS, key=len, reverse=True))
_BARE = rule(
    r"\b(?:(?P<before>before|vor(?: dem)?|avant(?: le mois de)?|voor|antes (?:de|do mês de)|prima (?:di|del mese di))|"
    r"(?:in|im|en|em|no|nel|a|ad|until|till?|before|after|by|bis|nach|tot|na|après|hasta|tras|até|após|entro|dopo|early|late|mid|anfang|mitte|ende|begin|eind|début|fin|mi|principios de|finales de)(?: the end of)?) "
    rf"(?P<month>{_NAMES})\b(?!\.? \d)"
)
#: They themselves come back to the reader, in so many words.
_WE_TELL = rule(
    r"\b(?:(?:i|we)(?:'ll| will| shall|'d| would like to| hope to| can| want to| may)?|may i|can i|shall i|could i|let me) (?:then |gladly |happily )?(?:come back|get back|be back|be in touch|be in contact|get in touch|write|ring|call|let you know|know more|contact you|reach out|pick (?:this|it|that) up|revert|return to you)|"
    r"(?:melden? (?:ich|wir)|(?:ich|wir) melden?|komme(?:n)? (?:ich|wir) [^.]{0,20}(?:auf (?:sie|dich) )?zu|(?:ich|wir) kommen?|darf ich (?:mich )?|(?:ich|wir) (?:rufen?|schreiben?) (?:sie|dich|ihnen|dir))|"
    r"(?:je|nous) (?:vous |te |me |nous )?(?:recontacte\w*|reviens|reviendr\w+|revenons|rappelle\w*|écri\w+)|puis-je (?:vous|te)|(?:me|nos) pondr\w+ en contacto|(?:le|te|os) (?:escribir\w+|llamar\w+|avisar\w+)|puedo (?:escribir|llamar)\w+|"
    r"(?:entr\w+ em contat?c?to|volt\w+ a (?:falar|contactar|escrever))|(?:la|ti) (?:ricontatt\w+|richiam\w+|riscriv\w+)|(?:ik|wij|we) (?:kom\w*|neem|nemen|bel\w*|mail\w*|meld\w*|laat|laten)\b"
)
_THEN = rule(
    r"\b(?:then|by then|after (?:it|that)|dann|danach|alors|à ce moment-là|entonces|então|nessa altura|allora|dan|daarna)\b"
)

#: Conditions put to the reader, which are no promise of theirs.
_CONDITION = rule(
    r"\b(?:if you|wenn (?:sie|du)|si (?:vous|tu|usted)|se (?:você|lei)|als (?:u|je))\b"
)


def month_promised(seen: str, spans: Sequence[Span], written: date) -> tuple[date, Span] | None:
    """The last day of the month in which they said they would be heard from, with the sentence."""
    for at, span in enumerate(spans):
        sentence = seen[span.start : span.end]
        told = _WE_TELL.search(sentence)
        if told is None or ASKED.search(sentence) or _CONDITION.search(sentence):
            continue
        named = _last(_beside(sentence, told), written)
        if named is None and _THEN.search(sentence):
            earlier = [seen[one.start : one.end] for one in spans[max(0, at - 3) : at]]
            found = [
                day for one in earlier if not PAST.search(one) and (day := _last(one, written))
            ]
            named = found[-1] if found else None
        elif named is not None and OTHER_DAYS.search(sentence):
            continue
        if named is not None:
            return named, span
    return None


def _beside(sentence: str, told: re.Match[str]) -> str:
    """The part of the sentence in which they tell: what stands behind a stop is told of something else."""
    start = max(sentence.rfind(stop, 0, told.start()) for stop in ";:") + 1
    ends = [end for stop in ";:" if (end := sentence.find(stop, told.end())) >= 0]
    return sentence[start : min(ends, default=len(sentence))]


def _last(sentence: str, written: date) -> date | None:
    """The last day of the month it names last, the next one to come; None without a month.

    Who says "before March" means a day of February.
    """
    found = list(_BARE.finditer(sentence))
    if not found:
        return None
    month = MONTHS[found[-1]["month"].lower()]
    if found[-1]["before"]:
        return date(written.year + (month <= written.month), month, 1) - timedelta(days=1)
    year = written.year + (month < written.month)
    return date(year, month, last_day(year, month))
