"""A word promised for a month, without a day: "we shall come back to you in January", "then".

Until that month is over silence means nothing, so its last day is taken for the day. The weakest
of promises: it counts only where the writer's side tells, and where no day is named at all.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from afterword.reading.dates.count import last_day
from afterword.reading.dates.found import dates_in
from afterword.reading.dates.limits import limited
from afterword.reading.dates.telling import ASKED, OTHER_DAYS, PAST
from afterword.reading.dates.words import MONTHS
from afterword.reading.sentences import Span
from afterword.reading.view import rule

#: Short for a month, and a word or a name of its own: the sea, seven, Jan.
_AMBIGUOUS = frozenset({"jan", "mar", "sept"})
_NAMES = "|".join(sorted(MONTHS.keys() - _AMBIGUOUS, key=len, reverse=True))
#: In the course of a month.
_COURSE = (
    r"(?:in|during|over) the course of|im (?:laufe|verlauf)(?: des| von)?|(?:dans le |au )?courant(?: du| de)?|(?:au|dans le) cours d[eu]|"
    r"en el (?:transcurso|curso) del?|a lo largo del?|en el mes de|no (?:decorrer|decurso) d[eo]|ao longo d[eo]|no mês de|"
    r"in de loop van|in de maand|nel corso d(?:i|el|ell')|nel mese di"
)
_BARE = rule(
    r"\b(?:(?P<before>before|vor(?: dem)?|avant(?: le mois de)?|voor|antes (?:de|do mês de)|prima (?:di|del mese di))|"
    r"(?:in|im|en|em|no|nel|a|ad|until|till?|before|after|by|bis|nach|tot|na|après|hasta|tras|até|após|entro|dopo|early|late|mid|anfang|mitte|ende|begin|eind|début|fin|mi|principios de|finales de|"
    rf"{_COURSE}|d'ici(?: à)?(?: la)?(?: fin)?|au mois d[e']|durante(?: (?:el mes de|o mês de|il mese di))?|during|sometime in|pendant(?: le mois de)?|während des)(?: the end of| (?:the month of|monats?|mois de|maand|mese di|mes de|mês de))?)(?: |(?<=d'))"
    rf"(?P<month>{_NAMES})s?\b(?:,? (?:de |del |do |d')?(?P<year>20\d\d)\b|(?!\.? \d))"
)
#: They themselves come back to the reader, in so many words.
_WE_TELL = rule(
    r"\b(?:(?:i|we)(?:'ll| will| shall|'d| would like to| hope to| can| want to| may)?|may i|can i|shall i|could i|let me) (?:then |gladly |happily )?(?:come back|get back|be back|be in touch|be in contact|get in touch|write|ring|call|let you know|(?:should |shall |will )?know more|(?:shall |will |should )?resume contact|contact you|reach out|pick (?:this|it|that) up|revert|return to you)|"
    r"(?:(?:wissen|erfahren|sehen) wir(?: dann)? (?:mehr|weiter)|wir (?:dann )?(?:mehr|weiter) (?:wissen|sehen)|wir (?:wissen|sehen) (?:[\wäöü]+ ){0,5}(?:mehr|weiter)\b|(?:nehmen|setzen) wir (?:uns )?(?:\w+ ){0,3}(?:kontakt|verbindung)|wir (?:nehmen|setzen|werden) (?:uns )?(?:[\wäöü]+ ){0,9}?(?:kontakt|verbindung)|melden? (?:ich|wir)|(?:ich|wir) melden?|komme(?:n)? (?:ich|wir) [^.]{0,20}(?:auf (?:sie|dich) )?zu|(?:ich|wir) kommen?|darf ich (?:mich )?|(?:ich|wir) (?:rufen?|schreiben?) (?:sie|dich|ihnen|dir))|"
    r"(?:je|nous) (?:vous |te |me |nous |en )?(?:repren\w+ (?:\w+ ){0,2}contact|(?:devrions|devrais|pourrons|pourrions) (?:\w+ ){0,3}(?:savoir|recontacter|revenir|dire)|(?:en )?saur(?:ons|ai) (?:\w+ )?(?:plus|davantage|si)|serons en mesure|recontacte\w*|reviens|reviendr\w+|revenons|rappelle\w*|écri\w+)|puis-je (?:vous|te)|(?:me|nos) pondr\w+ en contacto|(?:le|te|os) (?:escribir\w+|llamar\w+|avisar\w+)|puedo (?:escribir|llamar)\w+|(?:sabremos|tendremos) más|retomaremos (?:el )?contacto|"
    r"(?:saberemos (?:mais|algo)|retomaremos (?:o )?conta[ct]+o|entr\w+ em contat?c?to|volt\w+ a (?:falar|contactar|escrever))|(?:ne )?sapremo (?:di più|qualcosa)|riprenderemo (?:i )?contatt\w+|(?:la|ti) (?:ricontatt\w+|richiam\w+|riscriv\w+)|(?:weten|nemen|hopen) (?:wij|we)|(?:ik|wij|we) (?:weten|hopen|kom\w*|neem|nemen|bel\w*|mail\w*|meld\w*|laat|laten)\b"
)
_THEN = rule(
    r"\b(?:then|by then|after (?:it|that)|dann|danach|alors|à ce moment(?:-là)?|à cette date|zu diesem zeitpunkt|op dat moment|en ese momento|nesse momento|in quel momento|entonces|então|nessa altura|allora|dan|daarna)\b"
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
            told_of = [one for one in earlier if not PAST.search(one)]
            found = [day for one in told_of if (day := _day(one, written) or _last(one, written))]
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


def _day(sentence: str, written: date) -> date | None:
    """A day to come that a sentence names in full ("suspended until 15 February"); "then" is that day."""
    if OTHER_DAYS.search(sentence):
        return None
    named = dates_in(sentence, written)
    ahead = [one.day for one in named if one.day > written and limited(sentence, one)]
    return ahead[-1] if ahead else None


def _last(sentence: str, written: date) -> date | None:
    """The last day of the month it names last, the next one to come; None without a month.

    Who says "before March" means a day of February.
    """
    found = list(_BARE.finditer(sentence))
    if not found:
        return None
    month = MONTHS[found[-1]["month"].lower()]
    named = found[-1]["year"]
    if named:
        year = int(named)
        if found[-1]["before"]:
            return date(year, month, 1) - timedelta(days=1)
        last = date(year, month, last_day(year, month))
        return last if last >= written else None
    if found[-1]["before"]:
        return date(written.year + (month <= written.month), month, 1) - timedelta(days=1)
    year = written.year + (month < written.month)
    return date(year, month, last_day(year, month))
