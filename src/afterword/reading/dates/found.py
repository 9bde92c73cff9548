"""Dates that people write: fixed, relative, ranges; a range means its later number.

(contract ruling 2: ranges of days mean the later number.) Nothing here reads a
clock: every phrase is resolved against the day the mail was written.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from afterword.reading.dates.count import coming, day_of, last_day, months_on, near, units_on
from afterword.reading.dates.words import (
    DAYS,
    FORTNIGHTS,
    HINTS,
    LONG,
    MONTHS,
    NEEDS,
    NUMBERS,
    UNIT,
    WEEKS,
    either,
)
from afterword.reading.view import rule, view

_MON, _DAY = either(MONTHS), either(DAYS)
_NUM = r"\d{1,3}|" + either(NUMBERS)
_ORD = r"(?:st|nd|rd|th|\.|º|ª|er|ste|de|e)?"
_TO = r" ?(?:-|\u2013|to|or|and|bis|oder|und|au|à|et|ou|al|a|y|e|o|tot|of) ?"
_YEAR = r"(?:,? ?(?:de |del |do )?(20\d\d)\b)?"

_NEXT = (
    r"next|following|coming|nächste[rnms]?|kommende[rnms]?|darauffolgende[rn]?|prochaine?|suivante?|próxim[oa]|"
    r"volgende|komende|prossim[oa]|que viene|que vem|entrante"
)
_THIS = r"this|diese[rnms]?|cette|esta|este|nesta|desta|deze|questa|de la|der|la|the|del?|da"

#: Kind of phrase -> its pattern.
_ISO = rule(r"\b(20\d\d)-(\d{1,2})-(\d{1,2})\b")
_DAY_MONTH = rule(
    rf"\b(\d{{1,2}}){_ORD}(?:{_TO}(?:le |el |il |den |de )?(\d{{1,2}}){_ORD})?(?: of| de| d'| di)? ?({_MON})\b\.?{_YEAR}"
)
_MONTH_DAY = rule(
    rf"\b({_MON})\.? (\d{{1,2}})(?:st|nd|rd|th)?(?: ?(?:-|\u2013|to|and|or) ?(\d{{1,2}})(?:st|nd|rd|th)?)?\b(?![:.]?\d)(?:,? (20\d\d))?"
)
_SLASH = rule(r"(?<![\d/.,])(\d{1,2})([/.])(\d{1,2})(?:[/.](20\d\d|\d\d)\b)?(?![\d/%])\.?")
_BARE = rule(
    r"\b(?:(?:the|de|den|dem|vom|der) (\d{1,2})(?:st|nd|rd|th|ste|de|e)\b"
    r"|(?:am|bis(?: zum)?|den|zum|ab dem|dem|der) (\d{1,2})\.(?!\d)"
    r"|(?:au|le|du|d'ici (?:au|le)|jusqu'au|avant le|lundi|mardi|mercredi|jeudi|vendredi) (\d{1,2})\b(?! ?(?:h|heures|%|jours|semaines|ans|candidat|personnes|[:/.,]\d))"
    r"|(?:dia|día|il giorno|entro il|lunes|martes|miércoles|jueves|viernes|sábado|domingo|lunedì|martedì|mercoledì|giovedì|venerdì|el|segunda|terça|quarta|quinta|sexta) (\d{1,2})\b(?! ?(?:h|horas|%|días|dias|semanas|años|anos|ore|[:/.,]\d)))"
)
_WITHIN = rule(
    rf"\b(?:(?:within|inside(?: of)?|in|over|after|during|another|about|under|next|coming|more like|around|up to|takes?|tops|give us|give me|innerhalb(?: von| der| den)?|binnen|innert|in|nach|noch(?: so| etwa| rund)?|weitere|bis zu|gegen|etwa|"
    rf"dans|sous|d'ici|délai de|jusqu'à|sur|encore|en|dentro de|plazo (?:máximo )?de|hasta|unos|em(?: até)?|até|dentro de|nos|nas|prazo (?:máximo )?de|danos|dê|"
    rf"over|nog|termijn van|maximaal|hooguit|zo'n|entro|tra|fra|da|fino a|richiede|circa|ancora|altri|altre|prendre|tarda\w*|demora\w*|faut|need|want|wants|needs|brauchen|brauche|nodig|besoin de|necesitamos|precisamos de) "
    rf"(?:(?:the|about|around|approximately|roughly|max|maximum|up to|next|coming|following|another|a further|further|only|just|just about|entre|between|zwischen|tussen|"
    rf"les|den|der|die|nächsten|kommenden|un délai de|un délai maximum de|un plazo de(?: entre)?|los|las|próxim[oa]s|prochaine?s|de|komende|volgende|circa|environ|unos|unas|cerca de|aproximadamente|um prazo de|os|as|prossimi|prossime|i|le|bis zu|maximal|einer|etwa|rund|ca\.) ){{0,3}})"
    rf"({_NUM})?(?:(?:{_TO}| a )({_NUM}))?(?: of| more| further| weitere[nr]?| autres| other| additional| extra| altri| altre| full| kurze)? ?({UNIT})\b"
)
_ALONE = rule(
    rf"\b({_NUM})(?:{_TO}({_NUM}))? (?:more |further )?({UNIT})(?:,? (?:tops|max|maximum|at (?:the )?most|at the outside|höchstens|maximal|maximaal|hooguit|au plus|como mucho|como máximo|no máximo|al massimo|from (?:now|today|this date)|ab heute|vanaf nu|longer|more)\b|'? time\b)"
)
_WEEKDAY = rule(
    rf"\b(?:({_NEXT}|{_THIS}|übernächste[rnm]?) )?({_DAY})\b(?! (?:fase|etapa|entrevista|parte|vez|opción|opção|rodada|chance|vaga|quinzena|via|geração|ronda|posição|vuelta|mano|morning's))(?:(?: (?:of |in |der |de |di |della |da )?((?:{_NEXT})(?: (?:week|woche|semaine|semana|settimana))?|week))\b)?"
)
_WEEK = rule(
    rf"\b(?:(early|beginning|start|mid|middle|late|later|end|close|anfang|mitte|ende|début|milieu|fin|principios|comienzos|mediados|final(?:es)?|início|começo|meados|fim|begin|halverwege|medio|eind(?:e)?|inizio|metà|fine)(?: of| in)? ?(?:de |der |des |d[ae] |di |del |della |van |the |la |this |von )?)?"
    rf"(?:({_NEXT}|{_THIS}) (?:working )?(?:week|woche|semaine|semana|settimana)\b(?! (?:{_NEXT})\b)|(?:week|woche|semaine|semana|settimana) ({_NEXT})\b)"
)
_WEEKEND = rule(
    r"\b(?:before the weekend|by the weekend|vor dem wochenende|avant le week-?end|voor het week(?:end|einde)|"
    r"antes del fin de semana|antes do fim[ -]de[ -]semana|prima del (?:weekend|fine settimana))\b"
)
_NUMBERED_WEEK = rule(
    r"\b(?:kw|kalenderwoche|week|semaine|semana|settimana|wk) ?(?:n[°º] ?)?(\d{1,2})\b(?! ?(?:dagen|days|jours|weeks|of|von))"
)
_WEEK_OF = rule(
    rf"\b(?:week (?:of|commencing|beginning|starting|van|vom)|w/c|woche (?:vom|ab(?: dem)?)|semaine du|semana del?|semana d[eo]|settimana del) (?:the )?(?:{_DAY})?,? ?(?:the |den )?(\d{{1,2}}){_ORD}(?: de| of)? ?({_MON})?\b"
)
_MONTH_PART = rule(
    rf"\b(early|beginning|start|mid|middle|late|end|close|anfang|mitte|ende|début|mi|milieu|fin|finales?|principios|comienzos|mediados|início|começo|meados|fim|finais|eind(?:e)?|begin|medio|halverwege|half|inizio|metà|fine)(?: |-)(?:of |in |the |de |du |des |di |del |do |d'|van |von |of the |this |der )?(?:(?:de |het |the |il |la |el |o )?)((?:{_NEXT}|{_THIS})? ?(?:month|monats?|mois|mes|mês|maand|mese)(?: (?:{_NEXT}))?|{_MON})\b"
)
_MONTH_END = rule(
    r"\b(?:(month|year|quarter)(?:'s)?[ -]end|(monats|jahres|quartals|wochen)ende|fine (mese|anno))\b"
)
_YEAR_END = rule(
    r"\b(?:end of (?:the )?year|ende des jahres|fin d'année|fin de l'année|fin(?:ales)? de año|fim do ano|final do ano|eind van het jaar|fine (?:dell')?anno)\b"
)
_TODAY = rule(
    r"\b(?:end of (?:the )?day|today|tonight|this (?:afternoon|evening)|tomorrow|heute|morgen|demain|"
    r"aujourd'hui|ce soir|mañana|hoy|amanhã|hoje|vandaag|domani|oggi|stasera|eod|cob)\b"
)
#: Before "morgen" and "mañana" these make a morning of them.
_MORNING = re.compile(
    r"\b(?:guten|goede|heute|la|esta|op een|gestern|früh am|am|diesen) {1,3}$", re.I
)
#: "Mon mari vous rappellera": French for my, not the first day of a week.
_MY = re.compile(
    r" (?!morning|afternoon|evening|noon|at |or |and |to |the |by |next |week)[a-zà-ÿ]"
)
_AFTER_TOMORROW = rule(
    r"\b(?:day after tomorrow|übermorgen|après-demain|pasado mañana|depois de amanhã|overmorgen|dopodomani)\b"
)
_AGAIN = re.compile(
    r"(?:next|nächst|komm|proch|suiv|próx|volg|kome|pross|que v|follow|coming|entrante)"
)
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")


_LAST_BEFORE = rule(
    r"\b(?:last|since|past|letter of|mail of|dated|letzte[nrm]?|vergangene[nrm]?|vorige[nr]?|seit|vom|"
    r"depuis|afgelopen|vorig|sinds|desde|scors[oa]|passad[oa]|pasado)(?: the| dem| de| le| el)? $"
)
_LAST_BEHIND = rule(
    r" (?:last|ago|dernière?|passé|pasado|pasada|passad[oa]|scors[oa]|u\.s|previo|geleden)\b"
)


@dataclass(frozen=True, slots=True)
class Found:
    """A date and the words that say it."""

    day: date
    start: int
    end: int
    #: a day of the month without its month: "the 15th"
    bare: bool = False


def may_name_a_day(sentence: str) -> bool:
    """Whether a text can hold a date at all; cheap, and never wrongly False."""
    if _DIGIT.search(sentence):
        return True
    return not HINTS.isdisjoint(_WORD.findall(sentence.lower()))


def dates_in(text: str, written: date) -> tuple[Found, ...]:
    """Every date in a short text, resolved against the day it was written."""
    seen = view(text)
    digit = _DIGIT.search(seen) is not None
    words = _WORD.findall(seen.lower())
    if not digit and HINTS.isdisjoint(words):
        return ()
    present = {name for name, needed in NEEDS.items() if not needed.isdisjoint(words)}
    out: list[Found] = []
    for pattern, resolve, numbered, needed in _READINGS:
        if (numbered and not digit) or (needed and needed not in present):
            continue
        for match in pattern.finditer(seen):
            if any(f.start < match.end() and match.start() < f.end for f in out):
                continue
            day = resolve(match, written)
            if day is not None and not _gone(seen, match):
                out.append(Found(day, match.start(), match.end(), pattern is _BARE))
    return tuple(f for f in sorted(out, key=lambda f: f.start) if not _named_beside(f, out, seen))


def _gone(seen: str, match: re.Match[str]) -> bool:
    """Whether the words around say that the day is past ("last Tuesday", "lundi dernier")."""
    before, behind = seen[max(0, match.start() - 16) : match.start()], seen[match.end() :]
    return bool(_LAST_BEFORE.search(before) or _LAST_BEHIND.match(behind))


def _named_beside(found: Found, others: list[Found], seen: str) -> bool:
    """A bare weekday beside a full date only repeats it ("Thursday, 12 March")."""
    if any(c.isdigit() for c in seen[found.start : found.end]):
        return False
    return any(
        any(c.isdigit() for c in seen[o.start : o.end])
        and (0 <= o.start - found.end <= 8 or 0 <= found.start - o.end <= 3)
        for o in others
    )


def _iso(m: re.Match[str], written: date) -> date | None:
    return day_of(int(m[1]), int(m[2]), int(m[3]))


def _day_month(m: re.Match[str], written: date) -> date | None:
    return near(int(m[2] or m[1]), MONTHS[m[3].lower()], m[4], written)


def _month_day(m: re.Match[str], written: date) -> date | None:
    return near(int(m[3] or m[2]), MONTHS[m[1].lower()], m[4], written)


def _slash(m: re.Match[str], written: date) -> date | None:
    first, second = int(m[1]), int(m[3])
    year = m[4] and (m[4] if len(m[4]) == 4 else f"20{m[4]}")
    if m[2] == "." and not year and not m[0].endswith("."):  # 12.15 is an hour, 12.10. a day
        return None
    return near(first, second, year, written) or near(second, first, year, written)


def _bare(m: re.Match[str], written: date) -> date | None:
    day = int(next(g for g in m.groups() if g))
    found = day_of(written.year, written.month, day)
    if found is not None and found >= written:
        return found
    ahead = months_on(written.replace(day=1), 1)
    return day_of(ahead.year, ahead.month, day)


def _within(m: re.Match[str], written: date) -> date | None:
    unit, word = m[3].lower(), (m[2] or m[1] or "").lower()
    if not word:  # "in the next weeks": how many is not said
        some = unit.endswith(("s", "n", "i")) and unit not in {"mois"}
        one = re.fullmatch(rf"(?:{WEEKS}|{LONG}|{FORTNIGHTS})", unit) and not some
        if not one or re.match(r"(?:next|coming|over)\b", m[0], re.I):
            return None
        count = 1
    else:
        count = int(word) if word.isdigit() else NUMBERS[word]
    return units_on(count, unit, written)


def _weekday_of(m: re.Match[str], written: date) -> date | None:
    before, name, behind = (m[1] or "").lower(), m[2], (m[3] or "").lower()
    if len(name) <= 3 and not name[0].isupper():
        return None
    if name == "Mon" and _MY.match(m.string, m.end()):
        return None
    day = coming(DAYS[name.lower()], written)
    if before.startswith("übernächst"):
        return day + timedelta(days=7)
    ahead = before in {"next", "nächste", "nächsten", "nächster", "nächstem"} or bool(behind)
    monday = written - timedelta(days=written.weekday())
    if ahead and day - timedelta(days=day.weekday()) == monday:
        day += timedelta(days=7)
    return day


def _week_of_words(m: re.Match[str], written: date) -> date | None:
    part = (m[1] or "").lower()
    which = (m[2] or m[3] or "").lower()
    monday = written - timedelta(days=written.weekday())
    if _AGAIN.match(which):
        monday += timedelta(days=7)
    elif not part and which in {"the", "de la", "der", "la", "de", "del", "da"}:
        return None  # "the week" alone names none
    return monday + timedelta(days=_IN_WEEK.get(part[:3], 4))


#: Which day of a week its part means, and of a month; by the part's first letters.
_IN_WEEK = {
    **dict.fromkeys(("ear", "beg", "sta", "anf", "déb", "pri", "com", "iní", "ini"), 2),
    **dict.fromkeys(("mid", "mit", "mil", "med", "mea", "hal", "met", "mi"), 3),
}
_IN_MONTH_DAY = {
    **dict.fromkeys(("ear", "beg", "sta", "anf", "déb", "pri", "com", "iní", "ini"), 10),
    **dict.fromkeys(("mid", "mit", "mil", "med", "mea", "hal", "met", "mi"), 15),
}


def _weekend(m: re.Match[str], written: date) -> date | None:
    return written + timedelta(days=(4 - written.weekday()) % 7)


def _numbered_week(m: re.Match[str], written: date) -> date | None:
    try:
        found = date.fromisocalendar(written.year, int(m[1]), 5)
        return found if found >= written else date.fromisocalendar(written.year + 1, int(m[1]), 5)
    except ValueError:
        return None


def _week_starting(m: re.Match[str], written: date) -> date | None:
    if m[2]:
        day = near(int(m[1]), MONTHS[m[2].lower()], None, written)
    else:
        day = day_of(written.year, written.month, int(m[1]))
        if day is not None and day < written:
            day = months_on(day, 1)
    return day and day + timedelta(days=4 - day.weekday() if day.weekday() < 5 else 5)


def _part_of_month(m: re.Match[str], written: date) -> date | None:
    part, which = m[1].lower(), m[2].lower().strip()
    if which in MONTHS:
        month = MONTHS[which]
        year = written.year + (month < written.month)
    else:
        base = months_on(written.replace(day=1), 1 if _AGAIN.search(which) else 0)
        year, month = base.year, base.month
    day = _IN_MONTH_DAY.get("mi" if part == "mi" else part[:3])
    return day_of(year, month, day or last_day(year, month))


def _end_of(m: re.Match[str], written: date) -> date | None:
    what = next(g for g in m.groups() if g).lower()
    if what.startswith(("month", "monat", "mese")):
        return day_of(written.year, written.month, last_day(written.year, written.month))
    if what.startswith("woche"):
        return written - timedelta(days=written.weekday() - 4) if written.weekday() < 5 else None
    if what.startswith("quart"):
        month = (written.month + 2) // 3 * 3
        return day_of(written.year, month, last_day(written.year, month))
    return date(written.year, 12, 31)


def _year_end(m: re.Match[str], written: date) -> date | None:
    return date(written.year, 12, 31)


def _today(m: re.Match[str], written: date) -> date | None:
    word = m[0].lower()
    if word in {"morgen", "mañana"} and _MORNING.search(
        m.string[max(0, m.start() - 12) : m.start()]
    ):
        return None
    ahead = {"tomorrow", "morgen", "demain", "mañana", "amanhã", "domani"}
    return written + timedelta(days=int(word in ahead))


def _after_tomorrow(m: re.Match[str], written: date) -> date | None:
    return written + timedelta(days=2)


_Resolver = Callable[[re.Match[str], date], date | None]
#: Read in this order; what one has read, no later one reads again. Beside each: whether
#: it cannot be without a digit, and of which words (`NEEDS`) it must hold one.
_READINGS: tuple[tuple[re.Pattern[str], _Resolver, bool, str], ...] = (
    (_ISO, _iso, True, ""),
    (_WEEK_OF, _week_starting, True, "week"),
    (_DAY_MONTH, _day_month, True, "month"),
    (_MONTH_DAY, _month_day, True, "month"),
    (_SLASH, _slash, True, ""),
    (_NUMBERED_WEEK, _numbered_week, True, "week"),
    (_YEAR_END, _year_end, False, "part"),
    (_MONTH_PART, _part_of_month, False, "part"),
    (_MONTH_END, _end_of, False, "part"),
    (_BARE, _bare, True, ""),
    (_WITHIN, _within, False, "unit"),
    (_ALONE, _within, False, "unit"),
    (_WEEKEND, _weekend, False, "week"),
    (_WEEK, _week_of_words, False, "week"),
    (_WEEKDAY, _weekday_of, False, "weekday"),
    (_AFTER_TOMORROW, _after_tomorrow, False, "near"),
    (_TODAY, _today, False, "near"),
)
