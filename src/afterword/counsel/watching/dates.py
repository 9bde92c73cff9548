"""Days that come by themselves: the one they named, the end of a pause they asked for, three months on."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from afterword.counsel import days
from afterword.counsel.standing.happened import OUT, so_far, verdict_of
from afterword.terms import (
    CaseFile,
    Deed,
    Happening,
    Outcome,
    RemarkKind,
    Seen,
    Sighting,
    Signal,
    Stage,
    Standing,
    State,
    Strength,
)

#: A day is told when it comes and for so long after; an old one is not dug out again.
TOLD_FOR = timedelta(days=14)
#: Three months after the seat was filled exits peak (E21).
THREE_MONTHS = timedelta(days=90)
#: Months of the year, by how their names begin in the languages that mail is read in.
_MONTHS = (
    ("jan", "gen", "ene"), ("feb", "fév", "fev"), ("mar", "mär", "maa"), ("apr", "avr", "abr"),
    ("may", "mai", "mei", "mag", "maj"), ("jun", "juin", "giu"), ("jul", "juil", "lug"),
    ("aug", "août", "aout", "ago"), ("sep", "set"), ("oct", "okt", "ott", "out"), ("nov",),
    ("dec", "dez", "déc", "dic"),
)  # fmt: skip
_SEASONS = {
    r"spring|fr[uü]hling|fr[uü]hjahr|printemps|voorjaar|lente|primavera": 3,
    r"summer|sommer|\bété\b|zomer|estate|verano": 6,
    r"autumn|\bthe fall\b|\bin fall\b|herbst|automne|najaar|herfst|autunno|oto[nñ]o": 9,
    r"winter|\bhiver\b|inverno|invierno": 12,
    r"new year|neue[sn]? jahr|jahresanfang|nouvelle ann[eé]e|nieuwe jaar": 1,
}
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
#: A month, with a part or a day of it and a year where they are said: "mid March", "18 March 2026".
_MONTH = re.compile(
    r"(?:\b(?P<part>early|mid|late|end of|anfang|mitte|ende|d[eé]but|mi|fin|begin|eind|medio|inizio|met[àa]|fine"
    r"|principios|mediados|finales|in[ií]cios?|meados|finais)[\s-]+(?:de |di |of |van )?"
    r"|\b(?P<day>[0-3]?\d)(?:st|nd|rd|th|\.|º)?\s(?:of |de )?|\b)"
    # "may" is a month only where it is written as one
    r"(?P<month>(?-i:May|MAY)|jan(?:uary|uar|vier|uari)|gennaio|enero|janeiro|feb(?:ruary|ruar|ruari|braio|rero)|f[eé]vrier"
    r"|fevereiro|march|m[aä]rz|mars|maart|mar[zç]o|aprile?|avril|abril|ma[ij]|mayo|maio|mei|maggio|jun[ei]|juin|giugno|junio|junho"
    r"|jul[iy]|juillet|luglio|julio|julho|augusti?|augustus|ao[uû]t|agosto|sept(?:ember|embre|iembre)|set(?:tembre|embro|iembre)"
    r"|o[ck]tob(?:er|re)|ottobre|octubre|outubro|novemb(?:er|re|ro)|noviembre|de[cz]ember|d[eé]cembre|dicembre|diciembre|dezembro)\b"
    r"(?:,?\s(?:of |de )?(?P<year>20\d\d)\b)?",
    re.IGNORECASE,
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
_NUMBER = {
    "a": 1, "an": 1, "one": 1, "ein": 1, "einem": 1, "einen": 1, "un": 1, "une": 1, "uno": 1, "um": 1, "een": 1, "et": 1, "ett": 1, "two": 2, "zwei": 2, "deux": 2, "dos": 2, "dois": 2, "due": 2, "twee": 2,
    "three": 3, "drei": 3, "trois": 3, "tres": 3, "três": 3, "tre": 3, "drie": 3, "four": 4, "vier": 4, "quatre": 4, "six": 6, "sechs": 6, "zes": 6,
    "seis": 6, "sei": 6, "seks": 6, "sex": 6, "nine": 9, "neun": 9, "twelve": 12, "zwölf": 12, "douze": 12, "eighteen": 18,
}  # fmt: skip
_SPAN = re.compile(
    rf"\b(?P<n>\d{{1,2}}|half|{'|'.join(_NUMBER)})[\s-]+(?:a[\s-]+)?(?P<unit>months?|monate?n?|mois|maand(?:en)?|mes(?:es|e|i)|måneder|månader"
    r"|weeks?|wochen?|semaines?|weken|years?|jahre?n?|ans?|jaar|años?|anos?|anni|anno|år)\b",
    re.IGNORECASE,
)


def named_day(words: str, said: date) -> date | None:
    """The day these words name when said on `said`: "in autumn", "mid March", "in six months"."""
    whole = _WHOLE.search(words)
    if whole is not None:
        try:
            named = (
                date.fromisoformat(whole["iso"])
                if whole["iso"]
                else date(int(whole["y"]), int(whole["m"]), int(whole["d"]))
            )
        except ValueError:
            return None
        return named + timedelta(days=1) if whole["over"] else named
    span = _SPAN.search(words)
    if span is not None:
        number = span["n"].casefold()
        unit = span["unit"].casefold()
        years = unit.startswith(("year", "jahr", "an", "jaar", "añ"))
        if number == "half":
            return _months_on(said, 6) if years else said + timedelta(days=15)
        n = _NUMBER.get(number) or int(number)
        if unit.startswith(("week", "woch", "sema", "weke")):
            return said + timedelta(weeks=n)
        return _months_on(said, 12 * n if years else n)
    month = _MONTH.search(words)
    if month is not None:
        name = month["month"].casefold()
        number_ = next((i for i, starts in enumerate(_MONTHS, 1) if name.startswith(starts)), 0)
        part = (month["part"] or "").casefold()
        middle = part.startswith(("mi", "me"))
        day = 14 if middle else 25 if part.startswith(("late", "end", "ein", "fin")) else 1
        day = int(month["day"] or 0) or day
        if not number_ or not 1 <= day <= monthrange(2024, number_)[1]:
            return None
        named = (
            _in(int(month["year"]), number_, day) if month["year"] else _ahead(said, number_, day)
        )
        through = month["day"] and _THROUGH.search(words[: month.start()])
        return named + timedelta(days=1) if through else named
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
    for pattern, number_ in _SEASONS.items():
        if re.search(pattern, words, re.IGNORECASE):
            return _ahead(said, number_, 7 if number_ == 1 else 1)
    return None


def easter(year: int) -> date:
    """Easter Sunday of the western churches (Meeus, Astronomical Algorithms 2nd ed., ch. 8)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    h = (19 * a + b - d - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    i, k = divmod(c, 4)
    far = (32 + 2 * e + 2 * i - h - k) % 7
    month, day = divmod(h + far - 7 * ((a + 11 * h + 22 * far) // 451) + 114, 31)
    return date(year, month, day + 1)


def _months_on(said: date, months: int) -> date:
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


def arrived(
    file: CaseFile, standing: Standing, now: datetime, *, started: date | None = None
) -> Iterator[Sighting]:
    """Days that have come in this case within the last two weeks.

    `started` is when the one hired began, where the user wrote it down (P19).
    """
    happened = so_far(file, now)
    if standing.state not in (State.CLOSED, State.ON_HOLD, State.SOFT_CLOSED):
        return
    yield from _told(file, happened)
    yield from _invited(file, happened, now)
    yield from _cooled(file, happened, now)
    yield from _three_months(file, standing, happened, started, now)


#: What only the user can know: nobody is watched for it.
_BY_WORD = {
    Signal.WINNER_LEFT: "You heard that the seat at {firm} is free again.",
    Signal.PERSON_MOVED: "You heard that somebody you know at {firm} works elsewhere now.",
}


def _told(file: CaseFile, happened: tuple[Happening, ...]) -> Iterator[Sighting]:
    """What the user was told and entered; it is a sign of the case already, and shown once."""
    for h in happened:
        says = next((s for signal, s in _BY_WORD.items() if h.detail == signal), None)
        if h.kind is Deed.SIGNAL and h.strength is None and says is not None:
            seen = (Seen("In your own words", h.at),)
            yield Sighting(
                Signal(h.detail), f"told:{h.id}", h.at, Strength.STRONG,
                says.format(firm=file.company), seen, file.company, file.id, h.who,
            )  # fmt: skip


def _invited(file: CaseFile, happened: tuple[Happening, ...], now: datetime) -> Iterator[Sighting]:
    """They said when a word would be welcome, and the day is here."""
    for h in happened:
        if h.invitation and h.direction is not OUT and h.promised is not None:
            day = h.promised
            if _is_here(day, now):
                says = f"{file.company} named {days.spoken(day)} to be in touch again."
                yield _on(Signal.INVITED_DATE, file, day, now, says, h.detail, h.who, h.at)
    for remark in file.remarks:
        if remark.kind is not RemarkKind.PROMISE or remark.at is None:
            continue
        found = named_day(remark.quote, remark.at)
        if found is not None and _is_here(found, now):
            says = f"They named about {days.spoken(found)} to be in touch again."
            at = datetime.combine(remark.at, time(12), tzinfo=now.tzinfo)
            yield _on(Signal.INVITED_DATE, file, found, now, says, remark.quote, remark.by, at)


def _cooled(file: CaseFile, happened: tuple[Happening, ...], now: datetime) -> Iterator[Sighting]:
    """They asked for a time to pass before the next application (R10, R16), and it has passed."""
    for h in happened:
        for reason in h.reasons:
            if reason.code not in ("R10", "R16"):
                continue
            day = _wait_over(reason.quote, days.local(h.at, now))
            if day is not None and _is_here(day, now):
                says = f"The time {file.company} asked you to let pass is over."
                yield _on(Signal.COOLING_OVER, file, day, now, says, reason.quote, h.who, h.at)


def _wait_over(words: str, said: date) -> date | None:
    """The first day after the wait these words ask for: of a span of months the last day is its own,
    as terms of law are counted (Regulation 1182/71, article 3)."""
    day = named_day(words, said)
    counted = _SPAN.search(words) and not _WHOLE.search(words)
    return day + timedelta(days=1) if day is not None and counted else day


def _three_months(
    file: CaseFile,
    standing: Standing,
    happened: tuple[Happening, ...],
    started: date | None,
    now: datetime,
) -> Iterator[Sighting]:
    """Three months after somebody else began, for who stood in the last rounds (P16)."""
    verdict = verdict_of(happened)
    late = (Stage.PANEL_ONSITE, Stage.FINAL_EXECUTIVE, Stage.REFERENCE_BACKGROUND_CHECK)
    if verdict is None or standing.stage not in late:
        return
    if standing.outcome not in (Outcome.REJECTED, Outcome.POSITION_FILLED):
        return
    day = (started or days.local(verdict.at, now)) + THREE_MONTHS
    if _is_here(day, now):
        what = "Three months since somebody else began" if started else "Three months since the no"
        says = f"{what} at {file.company}: about now a firm knows how it worked out."
        yield _on(Signal.ANNIVERSARY, file, day, now, says, "", "", verdict.at)


def _is_here(day: date, now: datetime) -> bool:
    return day <= now.date() <= day + TOLD_FOR


def _on(
    signal: Signal,
    file: CaseFile,
    day: date,
    now: datetime,
    says: str,
    quote: str,
    who: str,
    said: datetime,
) -> Sighting:
    at = datetime.combine(day, time(), tzinfo=now.tzinfo)  # whoever looks at seven is told as well
    strength = Strength.WEAK if signal is Signal.ANNIVERSARY else Strength.STRONG
    # the day is shown beside it
    what = "Their no" if signal is Signal.ANNIVERSARY else "What they said"
    seen = (Seen(what, said, quote),)
    return Sighting(
        signal, f"{signal}:{file.id}:{day}", at, strength, says, seen, file.company, file.id, who
    )
