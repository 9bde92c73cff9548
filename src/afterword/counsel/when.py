"""When is that: the day that their words name, counted from the day on which they were said.

One reading for all of counsel, in the languages that mail is read in and in those of the north. A span
("in six months") is counted by the calendar, a part of a month or of a year begins on the day of the
tables below. What lies behind them ("for two years we have looked", "two years of experience") names
no day.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

#: The months as English writes them, for who has to name one.
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
#: How the name of each month begins in these languages.
_STEMS = (
    ("jan", "gen", "ene"), ("feb", "fév", "fev"), ("mar", "mär", "maa"), ("apr", "avr", "abr"),
    ("may", "mai", "mei", "mag", "maj"), ("jun", "juin", "giu"), ("jul", "juil", "lug"),
    ("aug", "août", "aout", "ago"), ("sep", "set"), ("oct", "okt", "ott", "out"), ("nov",),
    ("dec", "dez", "déc", "dic", "des"),
)  # fmt: skip
_NAMES = (
    # "may" is a month only where it is written as one
    r"(?-i:May|MAY)|jan(?:uary|uar|vier|uari)|gennaio|enero|janeiro|feb(?:ruary|ruar|ruari|braio|rero)|f[eé]vrier"
    r"|fevereiro|march|m[aä]rz|marts|mars|maart|mar[zç]o|aprile?|avril|abril|ma[ij]|mayo|maio|mei|maggio|jun[ei]|juin"
    r"|giugno|junio|junho|jul[iy]|juillet|luglio|julio|julho|augusti?|augustus|ao[uû]t|agosto"
    r"|sept(?:ember|embre|iembre)|set(?:tembre|embro|iembre)|o[ck]tob(?:er|re)|ottobre|octubre|outubro"
    r"|novemb(?:er|re|ro)|noviembre|de[czs]ember|d[eé]cembre|dicembre|diciembre|dezembro"
)
#: On which day the part of a month begins; the longer name stands first.
_PARTS: tuple[tuple[str, int], ...] = (
    (r"first week|first half|beginning|start|early|anfang|début|debut|begin|inizio|principios|comienzos|in[ií]cios?|inledningen|begyndelsen|begynnelsen|starten", 1),
    (r"second week", 8),
    (r"middle|mid|mitte|mi|medio|met[àa]|mediados|meados|mitten|midten", 14),
    (r"third week", 15),
    (r"second half", 16),
    (r"last week", 22),
    (r"last days|end|late|ende|fine|fin|eind(?:e)?|finales|finais|slutet|slutningen|slutten", 25),
)  # fmt: skip
_PART = "|".join(words for words, _ in _PARTS)
#: A month, with a part or a day of it and a year where they are said: "mid March", "18 March 2026".
_MONTH = re.compile(
    rf"(?:\b(?P<part>{_PART})[\s-]+(?:(?:of|in|de|di|van|af|av|i)\s+)?(?:the\s+)?"
    r"|\b(?P<day>[0-3]?\d)(?:st|nd|rd|th|\.|º)?\s(?:of |de )?|\b)"
    rf"(?P<month>{_NAMES})\b(?:\s(?P<after>[0-3]?\d)(?:st|nd|rd|th)?\b(?!\s?[:.]\d))?(?:,?\s(?:of |de )?(?P<year>20\d\d)\b)?",
    re.IGNORECASE,
)
#: A month that has to be over: "after March".
_OVER = re.compile(
    r"\b(?:after|nach|apr[eè]s|despu[eé]s de|depois de|dopo|na|efter|etter)\s+$", re.IGNORECASE
)
#: A whole date in figures: "2026-05-31", "31.5.2026"; the day after it where they wait till it is over.
_WHOLE = re.compile(
    r"(?P<over>(?<!not )\b(?:until|till|after|bis|nach|jusqu.au|apr[eè]s|tot|na)\s+(?:the\s+|zum\s+|dem\s+|le\s+)?)?"
    r"(?:(?P<iso>\d{4}-\d{2}-\d{2})|(?P<d>\d{1,2})\.\s?(?P<m>\d{1,2})\.\s?(?P<y>\d{4}))",
    re.IGNORECASE,
)
#: The same before a date in words ("bis zum 5. April"): the day itself still belongs to it.
_THROUGH = re.compile(
    r"(?<!not )(?<!n't )\b(?:until|till|after|through|bis(?: zum)?|nach(?: dem)?|jusqu.au|après(?: le)?|tot(?: en met)?|na|hasta(?: el)?"
    r"|después del?|até(?: a)?|depois d[eoa]|fino al?|dopo il|efter|til|till)(?: the)?\s*$",
    re.IGNORECASE,
)
#: "the second quarter", "Q2", "zweites Quartal", "deuxième trimestre", "segundo trimestre".
_QUARTER = re.compile(
    r"\bq(?P<q>[1-4])\b|\b(?P<word>first|second|third|fourth|last|erste[nsr]?|zweite[nsr]?|dritte[nsr]?|vierte[nsr]?|premier"
    r"|deuxi[eè]me|troisi[eè]me|quatri[eè]me|primer|segundo|tercer|cuarto|eerste|tweede|derde|vierde)\s+(?:quarter|quartal|trimestre|kwartaal)\b",
    re.IGNORECASE,
)
_QUARTERS = (
    ("first", "erste", "premier", "primer", "eerste"), ("second", "zweite", "deuxi", "segundo", "tweede"),
    ("third", "dritte", "troisi", "tercer", "derde"), ("fourth", "last", "vierte", "quatri", "cuarto", "vierde"),
)  # fmt: skip
_EASTER = re.compile(
    r"\b(?:easter|ostern|p[aâ]ques|pasen|pascua|p[aá]scoa|pasqua|p[aå]ske|p[aå]sk)\b", re.IGNORECASE
)
#: On which day of the year a season or a turn of it begins.
_SEASONS: tuple[tuple[re.Pattern[str], int, int], ...] = tuple(
    (re.compile(words, re.IGNORECASE), month, day)
    for words, month, day in (
        (r"\b(?:end of (?:the|this) year|year[’']?s end|jahresende|ende des jahres|fin d(?:e l)?[’']ann[eé]e|(?:fin|finales) de año|fi(?:m|nal) do ano"
         r"|fine (?:dell[’'])?anno|eind(?:e)? van het jaar|årets slutning|slutten av året|slutet av året)\b", 12, 31),
        (r"spring|fr[uü]hling|fr[uü]hjahr|printemps|voorjaar|lente|primavera|\bforår|\bvåren\b|\btill? vår\b", 3, 1),
        (r"summer|sommer|sommar|\bété\b|zomer|estate|verano|\bver[aã]o\b", 6, 1),
        (r"autumn|\b(?:the|in|this|next) fall\b|herbst|automne|najaar|herfst|autunno|oto[nñ]o|outono|\befterår|\bh[øö]st(?:en)?\b", 9, 1),
        (r"winter|\bhiver\b|inverno|invierno|\bvinter(?:en)?\b", 12, 1),
        (r"new year|neue[sn]? jahr|jahresanfang|nouvelle ann[eé]e|nieuwe jaar|nytår|nyttår|nyår", 1, 7),
    )
)  # fmt: skip

# ── spans, each unit and number of each language once ───────────────────────

WEEK, FORTNIGHT, MONTH, QUARTER, YEAR, DAY = (0, 7), (0, 14), (1, 0), (3, 0), (12, 0), (0, 1)
#: By language: the words for one unit, and for the numbers from one on. So an article counts as one
#: only before a word of its own language ("a semana" is Portuguese for the week).
_UNITS: dict[str, dict[tuple[int, int], str]] = {
    "en": {DAY: "day days", WEEK: "week weeks", FORTNIGHT: "fortnight fortnights", MONTH: "month months", QUARTER: "quarter quarters", YEAR: "year years"},
    "de": {DAY: "tag tage tagen", WEEK: "woche wochen", MONTH: "monat monate monaten", QUARTER: "quartal quartale quartalen", YEAR: "jahr jahre jahren"},
    "fr": {DAY: "jour jours", WEEK: "semaine semaines", FORTNIGHT: "quinzaine", MONTH: "mois", QUARTER: "trimestre trimestres", YEAR: "an ans année années"},
    "es": {DAY: "día días", WEEK: "semana semanas", FORTNIGHT: "quincena", MONTH: "mes meses", QUARTER: "trimestre trimestres", YEAR: "año años"},
    "pt": {DAY: "dia dias", WEEK: "semana semanas", FORTNIGHT: "quinzena", MONTH: "mês meses", QUARTER: "trimestre trimestres", YEAR: "ano anos"},
    "it": {DAY: "giorno giorni", WEEK: "settimana settimane", MONTH: "mese mesi", QUARTER: "trimestre trimestri", YEAR: "anno anni"},
    "nl": {DAY: "dag dagen", WEEK: "week weken", MONTH: "maand maanden", QUARTER: "kwartaal kwartalen", YEAR: "jaar jaren"},
    "no": {DAY: "dag dage dager", WEEK: "uge uger uke uker", MONTH: "måned måneder", QUARTER: "kvartal kvartaler", YEAR: "år"},
    "sv": {DAY: "dag dagar", WEEK: "vecka veckor", MONTH: "månad månader", QUARTER: "kvartal", YEAR: "år"},
}  # fmt: skip
_NUMBERS: dict[str, str] = {
    "en": "a,an,one two three four five six seven eight nine ten eleven twelve",
    "de": "ein,eine,einem,einen,einer zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
    "fr": "un,une deux trois quatre cinq six sept huit neuf dix onze douze",
    "es": "un,una,uno dos tres cuatro cinco seis siete ocho nueve diez once doce",
    "pt": "um,uma dois,duas três quatro cinco seis sete oito nove dez onze doze",
    "it": "un,una,uno due tre quattro cinque sei sette otto nove dieci undici dodici",
    "nl": "een,één twee drie vier vijf zes zeven acht negen tien elf twaalf",
    "no": "et,en,ett to,två tre fire fem seks syv,sju otte,åtte ni ti elleve tolv",
    "sv": "ett,en två tre fyra fem sex sju åtta nio tio elva tolv",
}
_LATER = {"twenty": 20, "thirty": 30, "sixty": 60, "ninety": 90, "dreißig": 30, "trente": 30, "treinta": 30, "trinta": 30, "trenta": 30, "dertig": 30, "tredive": 30, "tretti": 30, "trettio": 30, "fifteen": 15, "eighteen": 18, "achtzehn": 18, "quinze": 15, "quince": 15, "vierzehn": 14, "fjorton": 14, "fjorten": 14}  # fmt: skip
_UNIT_OF = {
    (language, word): unit
    for language, units in _UNITS.items()
    for unit, words in units.items()
    for word in words.split()
}
_NUMBER_OF = {
    (language, word): n
    for language, row in _NUMBERS.items()
    for n, words in enumerate(row.split(), 1)
    for word in words.split(",")
}
_ALL_UNITS = "|".join(sorted({word for _, word in _UNIT_OF}, key=len, reverse=True))
_ALL_NUMBERS = "|".join(sorted({word for _, word in _NUMBER_OF} | _LATER.keys(), key=len, reverse=True))  # fmt: skip
_SPAN = re.compile(
    rf"\b(?P<n>\d{{1,3}}|{_ALL_NUMBERS})[\s-]+(?:(?:a|more|further|full|whole|good|other|weitere[nrs]?|volle[nrs]?|ganze[nrs]?|autres?|más|mais|altri|altre|hele)[\s-]+)?"
    rf"(?P<unit>{_ALL_UNITS})\b",
    re.IGNORECASE,
)
#: "half a year", "ein halbes Jahr", "medio año"; "a year and a half", "anderthalb Jahre".
_HALVES = (
    (re.compile(r"\b(?:(?:a|one) year and a half|one and a half years|18 months|(?:andert|einein)halb jahren?|an(?:née)? et demie?|año y medio|ano e meio|anno e mezzo|anderhalf jaar|halvan(?:det|net) år|ett och ett halvt år)\b", re.IGNORECASE), 18, 0),
    (re.compile(r"\b(?:half (?:a |of a )?year|half-year|halbe[sn]? jahre?s?|halbjahr|demi-année|medio año|meio ano|mezzo anno|half ?jaar|halvt år|halvår)\b", re.IGNORECASE), 6, 0),
    (re.compile(r"\b(?:half a month|halbe[nr]? monat|medio mes|meio mês|mezzo mese|halve maand|halv(?:en)? måned|halv månad)\b", re.IGNORECASE), 0, 15),
)  # fmt: skip
#: What is behind them, or no time of waiting at all.
_BEHIND = re.compile(
    r"(?:\b(?:last|past|since|seit|letzten?|vergangenen?|depuis|derni[eè]re?s?|desde(?: hace)?|hace|il y a|(?<!nicht )vor|últim[oa]s|há|[uú]ltimi|da|sinds|afgelopen|siden|sedan|sidste|siste|senaste)\s+(?:\w+\s+)?"
    r"|\b(?:(?:have|has|had|[’']ve|[’']s)\s+(?:\w+\s+)?)(?:been\s+(?:\w+ing|here|there|open|with)|looked|searched|worked|waited|known|tried|sought)\b(?:\s+\w+){0,4}\s+(?:for|in|over)\s+(?:\w+\s+)?"
    r"|\b(?:every|each|once|twice|times|per|alle|jede[snr]?|tous les|cada|ogni|elke|hver[t]?|varje)\s+|(?:\d|[€$£%]|EUR|CHF|GBP|USD)\s+"
    r"|\b(?:contract|plan|budget|guarantee|grant|project|experience|training|course)s?\b[\w\s,]{0,16}\b(?:of|for|over)\s+(?:\w+\s+)?)$",
    re.IGNORECASE,
)
_OF_OTHER_THINGS = re.compile(
    r"^[\s-]*(?:ago\b|old\b|earlier\b|before (?:that|this)\b|plan\b|contract\b|budget\b|in a row\b|of (?:our|the|all|my|your|their)\b|(?:of |d[’']|de |di |an )?(?:\w+ )?(?:experien\w+|expérience|erfahrung|berufserfahrung|esperienza|ervaring|erfaring|erfarenhet)\b|geleden\b|fa\b|atrás\b|sedan\b|siden\b)",
    re.IGNORECASE,
)
_NEXT = re.compile(
    rf"\b(?:next|nächste[nrsm]?|kommende[nrsm]?|volgende?|komende?|næste|neste|nästa|prochaine?|próxim[oa]|prossim[oa])\s+(?P<a>{_ALL_UNITS})\b"
    rf"|\b(?P<b>{_ALL_UNITS})\s+(?:prochaine?|suivante?|que viene|que vem|próxim[oa]|prossim[oa])\b",
    re.IGNORECASE,
)
#: A year alone counts where something leads to it.
_YEAR_ALONE = re.compile(
    r"\b(?:until|till|to|into|in|bis|auf|ins? jahr|jusqu[’']en|en|hasta|até|em|fino al|nel|tot|til|till|i)\s+(?P<year>20\d\d)\b",
    re.IGNORECASE,
)


def named_day(words: str, said: date, *, this_month: bool = False) -> date | None:
    """The day these words name when said on `said`: "in autumn", "mid March", "in six months".

    A month that has begun is the one of next year; with `this_month` it is the one that runs.
    """
    whole = _WHOLE.search(words)
    if whole is not None:
        return _whole(whole)
    length = span_in(words)
    if length is not None:
        return months_on(said, length[0]) + timedelta(days=length[1])
    coming = _NEXT.search(words)
    if coming is not None:
        return _next(coming["a"] or coming["b"], said)
    month = _MONTH.search(words)
    if month is not None:
        return _of_month(month, words, said, this_month=this_month)
    quarter = _QUARTER.search(words)
    if quarter is not None:
        said_so = (quarter["word"] or "").casefold()
        n = int(
            quarter["q"]
            or next(i for i, starts in enumerate(_QUARTERS, 1) if said_so.startswith(starts))
        )
        return _ahead(said, 3 * n - 2, 1)
    if _EASTER.search(words):
        # the feast has two days; who says "after Easter" means the working day after them
        monday = easter(said.year) + timedelta(days=1)
        monday = monday if monday >= said else easter(said.year + 1) + timedelta(days=1)
        return monday + timedelta(days=1)
    for pattern, number, day in _SEASONS:
        if pattern.search(words):
            return _ahead(said, number, day)
    alone = _YEAR_ALONE.search(words)
    return date(int(alone["year"]), 1, 1) if alone and int(alone["year"]) > said.year else None


def span_in(words: str) -> tuple[int, int] | None:
    """The length of time these words name, in months and days; of several the first that lies ahead."""
    for pattern, months, days in _HALVES:
        half = pattern.search(words)
        if half is not None and not _is_behind(words, half):
            return months, days
    for hit in _SPAN.finditer(words):
        length = _length(hit["n"].casefold(), hit["unit"].casefold())
        if length is not None and not _is_behind(words, hit):
            return length
    return None


def _length(number: str, unit: str) -> tuple[int, int] | None:
    for language in _UNITS:
        one = _UNIT_OF.get((language, unit))
        n = int(number) if number.isdigit() else _NUMBER_OF.get((language, number)) or _LATER.get(number)  # fmt: skip
        if one is not None and n:
            # "one day", "in two days": a turn of speech, or over before anybody looks
            return (n * one[0], n * one[1]) if one != DAY or n >= 7 else None
    return None


def _is_behind(words: str, hit: re.Match[str]) -> bool:
    return bool(_BEHIND.search(words[: hit.start()]) or _OF_OTHER_THINGS.match(words[hit.end() :]))


def _whole(found: re.Match[str]) -> date | None:
    try:
        named = (
            date.fromisoformat(found["iso"])
            if found["iso"]
            else date(int(found["y"]), int(found["m"]), int(found["d"]))
        )
    except ValueError:
        return None
    return named + timedelta(days=1) if found["over"] else named


def _next(unit: str, said: date) -> date | None:
    length = _length("1", unit.casefold())
    if length == YEAR:
        return date(said.year + 1, 1, 7)  # the desks are manned again
    if length == QUARTER:
        return months_on(said.replace(day=1), 3 - (said.month - 1) % 3)
    if length == MONTH:
        return months_on(said.replace(day=1), 1)
    return said + timedelta(days=length[1]) if length is not None else None


def _of_month(found: re.Match[str], words: str, said: date, *, this_month: bool) -> date | None:
    name = found["month"].casefold()
    number = next((i for i, starts in enumerate(_STEMS, 1) if name.startswith(starts)), 0)
    part = (found["part"] or "").casefold()
    day = next((begins for pattern, begins in _PARTS if re.fullmatch(pattern, part)), 1)
    told = found["day"] or found["after"]
    day = int(told or 0) or day
    if not number or not 1 <= day <= monthrange(2024, number)[1]:
        return None
    if found["year"]:
        named = _in(int(found["year"]), number, day)
    elif this_month and number == said.month:
        named = _in(said.year, number, day)
    else:
        named = _ahead(said, number, day)
    before = words[: found.start()]
    if not told and not part and _OVER.search(before):
        return months_on(named, 1)
    return named + timedelta(days=1) if told and _THROUGH.search(before) else named


def counted(words: str) -> bool:
    """Whether these words count a span, and name no date of the calendar."""
    return span_in(words) is not None and not _WHOLE.search(words)


def easter(year: int) -> date:
    """Easter Sunday of the western churches (Meeus, Astronomical Algorithms 2nd ed., ch. 8)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    h = (19 * a + b - d - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    i, k = divmod(c, 4)
    far = (32 + 2 * e + 2 * i - h - k) % 7
    month, day = divmod(h + far - 7 * ((a + 11 * h + 22 * far) // 451) + 114, 31)
    return date(year, month, day + 1)


def months_on(said: date, months: int) -> date:
    """The same day so many months on, or the last of that month."""
    year, month = divmod(said.year * 12 + said.month - 1 + months, 12)
    return _in(year, month + 1, said.day)


def _ahead(said: date, month: int, day: int) -> date:
    """The next such day after it was said."""
    found = _in(said.year, month, day)
    return found if found > said else _in(said.year + 1, month, day)


def _in(year: int, month: int, day: int) -> date:
    """That day, or the last of its month in a year that has fewer."""
    return date(year, month, min(day, monthrange(year, month)[1]))
