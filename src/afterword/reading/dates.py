"""Dates that people write: fixed, relative, ranges; a range means its later number.

(contract ruling 2: ranges of days mean the later number.) Nothing here reads a
clock: every phrase is resolved against the day the mail was written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from afterword.reading.sentences import Span, sentences
from afterword.reading.view import rule, view

_MONTHS: dict[str, int] = {}
for _number, _names in enumerate(
    (
        "january jan januar januari janvier enero janeiro gennaio",
        "february feb februar februari février fevrier febrero fevereiro febbraio",
        "march mar märz maerz maart mars marzo março marco",
        "april apr avril abril aprile",
        "may mai mei mayo maio maggio",
        "june jun juni juin junio junho giugno",
        "july jul juli juillet julio julho luglio",
        "august aug août aout augustus agosto",
        "september sep sept septembre septiembre setembro settembre",
        "october oct oktober okt octobre octubre outubro ottobre",
        "november nov novembre noviembre novembro",
        "december dec dezember dez décembre diciembre dezembro dicembre",
    ),
    start=1,
):
    for _name in _names.split():
        _MONTHS[_name] = _number

_DAYS: dict[str, int] = {}
for _number, _names in enumerate(
    (
        "monday mon montag lundi lunes segunda-feira segunda maandag lunedì",
        "tuesday tue tues dienstag mardi martes terça-feira terça dinsdag martedì",
        "wednesday wed mittwoch mercredi miércoles quarta-feira quarta woensdag mercoledì",
        "thursday thu thur thurs donnerstag jeudi jueves quinta-feira quinta donderdag giovedì",
        "friday fri freitag vendredi viernes sexta-feira sexta vrijdag venerdì",
        "saturday sat samstag sonnabend samedi sábado zaterdag sabato",
        "sunday sun sonntag dimanche domingo zondag domenica",
    )
):
    for _name in _names.split():
        _DAYS[_name] = _number

_NUMBERS = {
    w: n
    for n, words in enumerate(
        (
            "",
            "a one an ein eine einer einen un une una um uma een uno",
            "two couple zwei deux dos dois duas twee due",
            "three few drei trois tres três drie tre",
            "four vier quatre cuatro quatro quattro",
            "five fünf cinq cinco vijf cinque",
            "six sechs seis zes sei",
            "seven sieben sept siete sete zeven sette",
            "eight acht huit ocho oito otto",
            "nine neun neuf nueve nove negen",
            "ten zehn dix diez dez tien dieci",
        )
    )
    for w in words.split()
}
_NUMBERS |= {"fourteen": 14, "fifteen": 15, "twenty": 20, "quinze": 15, "quince": 15, "thirty": 30}

_MON = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DAY = "|".join(sorted(_DAYS, key=len, reverse=True))
_NUM = r"\d{1,3}|" + "|".join(sorted(_NUMBERS, key=len, reverse=True))
_UNIT = (
    r"(?:business |working |calendar |full )?(?:days?|weeks?|months?|fortnight|werktagen?|arbeitstagen?|tagen?|wochen?|monaten?|jours(?: ouvrés| ouvrables)?|semaines?|mois|"
    r"días(?: hábiles| laborables)?|semanas?|mes(?:es)?|dias(?: úteis)?|dagen|werkdagen|weken|maanden?|giorni(?: lavorativi)?|settiman[ae]|mes[ei])"
)

_ISO = rule(r"\b(20\d\d)-(\d{1,2})-(\d{1,2})\b")
_DAY_MONTH = rule(
    rf"\b(?:(\d{{1,2}})(?:st|nd|rd|th|\.|º|er)?(?: ?(?:-|\u2013|to|bis|au|al|a|tot) ?(\d{{1,2}})(?:st|nd|rd|th|\.)?)?(?: of| de| d')? ?({_MON})\b\.?(?:,? (?:de )?(20\d\d))?)"
)
_MONTH_DAY = rule(
    rf"\b({_MON})\.? (\d{{1,2}})(?:st|nd|rd|th)?(?: ?(?:-|\u2013|to) ?(\d{{1,2}})(?:st|nd|rd|th)?)?\b(?!:)(?:,? (20\d\d))?"
)
_SLASH = rule(r"\b(\d{1,2})[/.](\d{1,2})(?:[/.](20\d\d|\d\d)?)?(?![\d/])")
_WITHIN = rule(
    rf"\b(?:within|in|over|after|during|for|another|innerhalb(?: von| der nächsten)?|binnen|nach|dans(?: un délai de)?|sous|d'ici|en|dentro de|em(?: até)?|nas?|over|entro|tra|fra|about|next|the next|coming|den nächsten|les prochaines?|las próximas|próximas|de komende|nächsten)(?: (?:the|about|around|approximately|roughly|max(?:imum)?|up to|next|coming|following|a|another|de|les|den|der|un délai de|nächsten|próxim[oa]s|prochain[e]?s|komende|circa|environ|unos|unas|cerca de))*(?: ({_NUM})(?: ?(?:-|\u2013|to|or|bis|oder|à|ou|a|o|y|tot|of) ?({_NUM}))?)?(?: of)?(?: more| further| weitere[n]?| autres)? ({_UNIT})\b"
)
_WEEKDAY = rule(
    rf"\b(?:(next|this|coming|following|kommende[nr]?|nächste[nr]?|diese[nr]?|prochain|próximo|próxima|volgende|komende|prossimo|prossima) )?({_DAY})(?: (next|prochain|que viene|prossimo|próximo|week|of next week|next week))?\b(?:\.(?=\s))?"
)
_WEEK = rule(
    r"\b(?:(early|beginning of|start of|mid|middle of|late|end of|the end of|later|by|anfang|mitte|ende|début|milieu|fin|principios de|mediados de|finales de|início d[ae]|meados d[ae]|fim d[ae]|begin|halverwege|eind|inizio|metà|fine) (?:of |der |la |de la |da |de |del )?)?(next week|this week|the week|following week|coming week|nächste[rn]? woche|kommende[rn]? woche|diese[rn]? woche|semaine prochaine|cette semaine|de la semaine|próxima semana|semana que viene|esta semana|próxima semana|semana que vem|volgende week|komende week|deze week|prossima settimana|settimana prossima|questa settimana)\b"
)
_MONTH_END = rule(
    r"\b(?:(early|beginning of|start of|mid|middle of|late|end of|the end of|by the end of|anfang|mitte|ende|début|milieu|fin|finales de|eind)(?: |-)(?:of |the |de |du |des )?)(next month|this month|the month|nächsten monats|des monats|mois prochain|du mois|mois|próximo mes|del mes|mês|volgende maand|deze maand|"
    + _MON
    + r")\b"
)
_TODAY = rule(
    r"\b(end of (?:the )?day|today|tonight|tomorrow|day after tomorrow|heute|morgen|übermorgen|demain|aujourd'hui|mañana|hoy|amanhã|hoje|vandaag|domani|oggi|eod|cob)\b"
)

_NEXT_WORDS = {
    "next",
    "following",
    "nächste",
    "nächsten",
    "nächster",
    "next week",
    "of next week",
    "week",
    "volgende",
}


@dataclass(frozen=True, slots=True)
class Found:
    """A date and the words that say it."""

    day: date
    start: int
    end: int


def dates_in(text: str, written: date, *, day_first: bool = True) -> tuple[Found, ...]:
    """Every date in a short text, resolved against the day it was written."""
    seen = view(text)
    out: list[Found] = []

    def add(day: date | None, match: re.Match[str]) -> None:
        if day is not None and not any(f.start <= match.start() < f.end for f in out):
            out.append(Found(day, match.start(), match.end()))

    for m in _ISO.finditer(seen):
        add(_safe(int(m[1]), int(m[2]), int(m[3])), m)
    for m in _DAY_MONTH.finditer(seen):
        add(_near(int(m[2] or m[1]), _MONTHS[m[3].lower()], m[4], written), m)
    for m in _MONTH_DAY.finditer(seen):
        add(_near(int(m[3] or m[2]), _MONTHS[m[1].lower()], m[4], written), m)
    for m in _SLASH.finditer(seen):
        one, two = int(m[1]), int(m[2])
        month_first = (not day_first and one <= 12) or two > 12
        day, month = (two, one) if month_first else (one, two)
        year = m[3] and (m[3] if len(m[3]) == 4 else "20" + m[3])
        if month <= 12 and ("." not in m[0] or len(m[0]) > 3):
            add(_near(day, month, year, written), m)
    for m in _MONTH_END.finditer(seen):
        add(_part_of_month(m[1].lower(), m[2].lower(), written), m)
    for m in _WEEK.finditer(seen):
        add(_part_of_week((m[1] or "").lower(), m[2].lower(), written), m)
    for m in _WITHIN.finditer(seen):
        add(_after(m[2] or m[1] or "", m[3].lower(), written, later=bool(m[2])), m)
    for m in _WEEKDAY.finditer(seen):
        if len(m[2]) <= 3 and m[2] != m[2].capitalize():
            continue
        before, behind = (m[1] or "").lower(), (m[3] or "").lower()
        add(
            _weekday(
                _DAYS[m[2].lower()],
                written,
                next_week=before in {"next"}
                or "next week" in behind
                or before in {"nächste", "nächsten", "nächster"},
            ),
            m,
        )
    for m in _TODAY.finditer(seen):
        word = m[1].lower()
        days = (
            2
            if word in {"day after tomorrow", "übermorgen"}
            else int(word in {"tomorrow", "morgen", "demain", "mañana", "amanhã", "domani"})
        )
        add(written + timedelta(days=days), m)
    return tuple(f for f in sorted(out, key=lambda f: f.start) if not _named_beside(f, out, seen))


def _named_beside(found: Found, others: list[Found], seen: str) -> bool:
    """A bare weekday beside a full date only repeats it ("Thursday, 12 March")."""
    if any(c.isdigit() for c in seen[found.start : found.end]):
        return False
    return any(
        any(c.isdigit() for c in seen[o.start : o.end])
        and (0 <= o.start - found.end <= 8 or 0 <= found.start - o.end <= 3)
        and o.day.weekday() == found.day.weekday()
        for o in others
    )


def _safe(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _near(day: int, month: int, year: str | None, written: date) -> date | None:
    if year:
        return _safe(int(year), month, day)
    found = _safe(written.year, month, day)
    if found and (written - found).days > 60:
        return _safe(written.year + 1, month, day)
    return found


def _plus_months(day: date, months: int) -> date:
    index = day.month - 1 + months
    year, month = day.year + index // 12, index % 12 + 1
    return date(year, month, min(day.day, _last(year, month)))


def _last(year: int, month: int) -> int:
    return (date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)).day


def _part_of_month(part: str, which: str, written: date) -> date | None:
    if which in _MONTHS:
        month = _MONTHS[which]
        year = written.year + (1 if month < written.month else 0)
    else:
        ahead = any(w in which for w in ("next", "nächsten", "prochain", "próximo", "volgende"))
        base = _plus_months(written.replace(day=1), 1 if ahead else 0)
        year, month = base.year, base.month
    day = {
        "early": 10,
        "beg": 10,
        "start": 10,
        "anf": 10,
        "déb": 10,
        "mid": 20,
        "mit": 20,
        "mil": 20,
    }
    for start, value in day.items():
        if part.startswith(start):
            return _safe(year, month, value)
    return _safe(year, month, _last(year, month))


def _part_of_week(part: str, which: str, written: date) -> date:
    now = any(
        which.startswith(w)
        for w in ("this", "diese", "cette", "esta", "deze", "questa", "the week", "de la")
    )
    monday = written - timedelta(days=written.weekday()) + timedelta(days=0 if now else 7)
    if part.startswith(
        ("early", "beginning", "start", "anf", "déb", "princ", "iní", "begin", "iniz")
    ):
        return monday + timedelta(days=2)
    if part.startswith(("mid", "mit", "mil", "med", "mea", "half", "met")):
        return monday + timedelta(days=3)
    return monday + timedelta(days=4)


def _after(number: str, unit: str, written: date, *, later: bool) -> date | None:
    word = number.lower()
    count = (
        int(word)
        if word.isdigit()
        else _NUMBERS.get(
            word, 3 if unit.endswith(("s", "n", "i")) and "fortnight" not in unit else 1
        )
    )
    if not word and unit in {"week", "month"}:
        count = 1
    if "fortnight" in unit:
        return written + timedelta(days=14 * max(count, 1))
    if unit.startswith(("month", "monat", "mois", "mes", "maand")):
        return _plus_months(written, count) if count <= 36 else None
    if "week" in unit or unit.startswith(("woche", "semaine", "semana", "weken", "settiman")):
        return written + timedelta(weeks=count) if count <= 60 else None
    if (
        unit.startswith(("business", "working", "werktag", "arbeitstag", "werkdag"))
        or "ouvr" in unit
        or "hábil" in unit
        or "úte" in unit
        or "labor" in unit
        or "lavor" in unit
    ):
        return _workdays(written, count)
    return written + timedelta(days=count) if count <= 365 else None


def _workdays(day: date, count: int) -> date:
    while count > 0:
        day += timedelta(days=1)
        count -= day.weekday() < 5
    return day


def _weekday(weekday: int, written: date, *, next_week: bool) -> date:
    """The coming such day; "next Friday" said on a Monday is next week's (the later reading)."""
    ahead = (weekday - written.weekday()) % 7 or 7
    day = written + timedelta(days=ahead)
    if next_week and day - timedelta(days=day.weekday()) == written - timedelta(
        days=written.weekday()
    ):
        day += timedelta(days=7)
    return day


_PROMISE = rule(
    r"\b(?:(?:we|i|they|she|he|team|panel|\w+)(?:'ll| will| shall| should| hope(?:s)? to| expect(?:s)? to| plan(?:s)? to| aim(?:s)? to| intend to| are going to|'re going to| am going to|'m going to|'d expect to| anticipate)"
    r"(?: [\w',-]{1,14}){0,8}? (?:be in (?:touch|contact)|get back|come back|let you know|decid\w+|decision|answer|contact|update|hear|reach out|respond|reply|inform|tell you|confirm|know|have (?:news|an answer|a|more|feedback)|follow up|send|share|call|ring|write|notify|finali[sz]e|make|wrap|circle back|revert|give you)"
    r"|you(?:'ll| will| should| can| may)?(?: expect to)? (?:hear|receive|get|have|know)|expect (?:to (?:hear|have|make|decide|know|finali[sz]e)|a decision|an answer|news)|(?:decision|update|answer|news|outcome|feedback|results?)(?: [\w',-]{1,14}){0,4} (?:by|before|within|in|early|end|next|this|on)\b|need (?:another|until|a bit|a few|some|one|two|about)|give (?:us|me) (?:until|another|a|a few|till)|bear with us (?:until|for)|"
    r"(?:melden|melde|geben|gebe|informieren|erhalten|bekommen|entscheid\w+|rückmeldung|bescheid|brauchen|hören|reviendr\w+|revenir|recontacter\w*|donner\w*|tiendr\w+|informer\w*|réponse|décision|besoin|contactaremos|daremos|respuesta|decisión|avisaremos|tendremos|necesitamos|responderemos|entraremos em contato|retorno|resposta|decisão|laten|hoor|horen|besluit|beslissing|terugkoppeling|faremo sapere|risposta|decisione|contatteremo|ricontatteremo|bisogno)\b)"
)
_NOT_PROMISE = rule(
    r"\b(?:sans (?:réponse|nouvelles?|retour)|sin (?:respuesta|noticias)|sem (?:resposta|retorno)|(?:keine|ohne) (?:rückmeldung|antwort|nachricht)|geen (?:reactie|bericht)|senza (?:risposta|riscontro)|if you (?:don't|do not|haven't|have not) (?:hear|heard|receive)|please (?:complete|submit|respond|reply|confirm|let (?:me|us) know|send|return|sign|provide|book)|deadline|expires?|you have (?:until|\d)|complete (?:it|the|this)|on file|keep your)\b"
)


def promised_in(text: str, written: date) -> tuple[date, Span] | None:
    """The day by which they said they would be heard from: the latest in a promising sentence."""
    seen = view(text)
    best: tuple[date, Span] | None = None
    for span in sentences(seen):
        sentence = seen[span.start : span.end]
        if not _PROMISE.search(sentence) or _NOT_PROMISE.search(sentence):
            continue
        days = [f for f in dates_in(sentence, written) if f.day >= written]
        if days:
            day = max(f.day for f in days)
            if best is None or day > best[0]:
                best = (day, span)
    return best
