"""Days that are past, and days no fact carries."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from afterword.terms import Finding
from afterword.writing.remarks.calendar_words import Day, days_in, days_named
from afterword.writing.remarks.sheet import Sheet
from afterword.writing.remarks.wordings import grammar_of

_CLAUSE = re.compile(r"[,;:–—()]|\b(?:and|und|et|y|but|aber|mais|pero)\b")


def past_date(sheet: Sheet) -> Iterator[Finding]:
    """A day offered or hoped for that is already gone."""
    today = sheet.today
    if today is None:
        return
    known = _known(sheet)
    for day, clause in _placed(sheet):
        if day.ago is not None or not _is_gone(day, today):
            continue
        if not _ahead(sheet, clause, day) and not _asked_for(sheet, clause, day):
            continue
        if (day.day is None or known.carries(day, today)) and not _offered(sheet, clause, day):
            continue  # a day of the writer's own story, told
        said = sheet.text[day.start : day.end]
        says = f"{said} has passed by now. Is another day meant?"
        yield Finding(day.start, day.end, "past_date", "look", says)


def _is_gone(day: Day, today: date) -> bool:
    then = day.near(today)
    if then is not None:
        return then < today
    if day.day is not None and day.month is None:
        return 0 < today.day - day.day <= 16
    if day.month is not None and day.year is None:
        return 0 < (today.month - day.month) % 12 <= 4
    if day.month is not None and day.year is not None:
        return (day.year, day.month) < (today.year, today.month)
    return day.year is not None and day.year < today.year


def unproven_date(sheet: Sheet) -> Iterator[Finding]:
    """A day, month or year that stands in no fact."""
    if not sheet.checked:
        return
    known = _known(sheet)
    for day, clause in _placed(sheet):
        if sheet.is_quoted(day.start, day.end) or known.carries(day, sheet.today):
            continue
        gone = sheet.today is not None and _is_gone(day, sheet.today)
        proposed = not gone and _ahead(sheet, clause, day)
        if proposed and (day.day is None or not known.later(sheet.today)):
            continue
        said = sheet.text[day.start : day.end]
        says = f"No fact here carries “{said}”. Check the day, or leave it out."
        yield Finding(day.start, day.end, "unproven_date", "look", says)


def is_known(sheet: Sheet, start: int, end: int) -> bool:
    """Whether the calendar rules have judged the words at this place; then theirs is the verdict."""
    return any(day.start < end and start < day.end for day, _ in _placed(sheet))


@dataclass(slots=True)
class _Known:
    dates: set[date] = field(default_factory=set)
    days: set[tuple[int, int]] = field(default_factory=set)
    numbers: set[int] = field(default_factory=set)
    months: set[int] = field(default_factory=set)
    years: set[int] = field(default_factory=set)
    weekdays: set[int] = field(default_factory=set)

    def carries(self, day: Day, today: date | None) -> bool:
        if day.ago is not None:
            if today is None or not any(-21 <= (then - today).days <= 0 for then in self.dates):
                return True
            return day.near(today) in self.dates
        if day.weekday is not None and day.day is not None and today is not None:
            then = day.near(today)
            if then is not None and then.weekday() != day.weekday:
                return False  # that day was no Tuesday
            if day.month is None:
                return then in self.dates
        if day.day is not None and day.month is not None:
            if (day.month, day.day) not in self.days:
                return False
            return day.year is None or day.year in self.years
        if day.day is not None:
            return day.day in self.numbers or not self.days
        if day.month is not None:
            return day.month in self.months and (day.year is None or day.year in self.years)
        if day.year is not None:
            return day.year in self.years
        return day.weekday in self.weekdays or not self.weekdays

    def later(self, today: date | None) -> bool:
        """Whether the facts name a day still to come: then another one is a slip."""
        return today is not None and any(then > today for then in self.dates)


def _known(sheet: Sheet) -> _Known:
    known = _Known()
    today = sheet.today
    for text in [fact.text for fact in sheet.facts]:
        for tongue in {sheet.language, "en"}:
            for day in days_named(text, tongue):
                _learn(known, day, today)
    if today is not None:
        known.days.add((today.month, today.day))
        known.numbers.add(today.day)
        known.months.add(today.month)
        known.years.add(today.year)
    return known


def _learn(known: _Known, day: Day, today: date | None) -> None:
    if day.day is not None:
        known.numbers.add(day.day)
        if day.month is not None:
            known.days.add((day.month, day.day))
    if day.month is not None:
        known.months.add(day.month)
    if day.year is not None:
        known.years.add(day.year)
    if day.weekday is not None:
        known.weekdays.add(day.weekday)
    then = day.near(today) if today is not None and day.ago is None else None
    if then is not None:
        known.dates.add(then)
        known.weekdays.add(then.weekday())


def _placed(sheet: Sheet) -> Iterator[tuple[Day, tuple[int, int]]]:
    """Each day named in the letter with the clause it stands in."""
    subject = sheet.subject
    for piece in ([subject] if subject.text else []) + list(sheet.sentences):
        for day in days_in(piece.text, sheet.language):
            moved = Day(
                piece.start + day.start, piece.start + day.end, day.day, day.month, day.year,
                day.weekday, day.ago,
            )  # fmt: skip
            yield moved, (piece.start, piece.end)


_MET = re.compile(
    r"\b(?:our|the|your|this|last|unser\w*|das|dem|im|ihr\w*|notre|l[’']|votre|nuestr\w+|la|el|su)\s?(?:\w+\s)?(?:gespräch|treffen|interview|termin|telefonat|talk|meeting|conversation|call|visit|entretien|rencontre|"
    r"échange|entrevista|reunión|charla|conversación)\s(?:am|vom|on|of|du|le|del|el)\s(?:\w+,?\s)?$",
    re.IGNORECASE,
)
#: "your offer of 8 June", "unser Gespräch vom 3. März": a date that only names something.
_NAMES = re.compile(
    r"(?<!week)(?<!woche)(?<!semaine)(?<!semana)\s(?:of|from|since|vom|von|seit|du|de|depuis|del|desde)\s(?:\w+day,?\s|\w+tag,?\s|dem\s|\w+di\s)?$",
    re.IGNORECASE,
)


#: Words that offer a day outright, so that a day gone by is a slip even where a fact names it.
_OFFER = re.compile(
    r"\b(?:may I|might I|could (?:we|I|you)|can (?:we|I|you)|shall (?:we|I)|I(?: can|['’]m free| am free|['’]ll be| will be)|free|"
    r"available|suits?|look(?:ing)? forward|see you|hope to|propose|suggest|call|ring|visit|come by|start(?:s|ing)? on|begins?|"
    r"closes?|closing|opens|ends|expires|due|I am (?:in|at|back|here)|schließt|endet|bin (?:ich )?in|ferme|clôt|expire|"
    r"cierra|vence|estoy en|je suis (?:à|en)|"
    r"darf ich|können wir|könnten wir|passt|passen|frei|verfügbar|freue mich auf|schlage|komme|rufe|melde|"
    r"puis-je|pourri\w+|libre|disponible|conviendr\w+|je (?:viens|passe|vous appelle|rappelle)|propose|hâte|"
    r"puedo|podr[ií]a\w*|viene bien|vendría|le llamo|llamar\w*|paso|voy|propongo|estaré|ilusión)\b|\?",
    re.IGNORECASE,
)


_MAY_I = re.compile(r"\b(?:could|may|might|shall|can) (?:I|we|you)\b[^.!]*\?\W*$", re.IGNORECASE)


def _asked_for(sheet: Sheet, sentence: tuple[int, int], day: Day) -> bool:
    """ "Could I come by, say this past Friday?": a day asked for, whatever stands between."""
    return bool(_MAY_I.search(sheet.text[slice(*sentence)])) and _offered(sheet, sentence, day)


def _offered(sheet: Sheet, sentence: tuple[int, int], day: Day) -> bool:
    start, end = sentence
    lefts = _CLAUSE.split(sheet.text[start : day.start])
    while len(lefts) > 1 and len(lefts[-1].split()) < 2:
        lefts.pop()  # "the 22nd and 23rd" is one clause
    right = _CLAUSE.split(sheet.text[day.end : end])[0]
    near = f"{lefts[-1]} {right}"
    return bool(_OFFER.search(near)) and not grammar_of(sheet.language)["behind"].search(near)


#: What is still to come, however many deeds are named before it.
_TO_COME = re.compile(r"\b(?:will|shall|may I|might I|can I|could (?:I|we|you))\b|[’']ll\b", re.I)


#: "The signed contract" names a thing and tells no deed.
_NOUN_OF = re.compile(r"\b(?:the|a|an|my|your|our|this|that)\s+$", re.IGNORECASE)


def _soon(left: str, behind: re.Pattern[str]) -> bool:
    """ "The signed contract will reach you on …": the verb nearest to the day looks forward."""
    told = (m for m in behind.finditer(left) if not _NOUN_OF.search(left[: m.start()]))
    last = max((match.start() for match in told), default=-1)
    return any(match.start() > last for match in _TO_COME.finditer(left))


def _ahead(sheet: Sheet, sentence: tuple[int, int], day: Day) -> bool:
    """Whether the clause around a day looks forward: an offer, a plan, a question."""
    forms = grammar_of(sheet.language)
    start, end = sentence
    before, after = sheet.text[start : day.start], sheet.text[day.end : end]
    if _NAMES.search(before) and not re.search(
        r"(?:week|Woche|semaine|semana)\s+(?:of|vom|du|del)\s", before[-24:]
    ):
        return False
    if _MET.search(before):
        return False
    left = _CLAUSE.split(before)[-1]
    right = _CLAUSE.split(after)[0]
    near = f"{left} {right}"
    ahead, behind = forms["ahead"].search(near), forms["behind"].search(near)
    if ahead and not behind:
        return True
    if behind and not ahead:
        return False
    whole = f"{before} {after}"
    if not ahead and not behind:
        return not forms["behind"].search(whole)
    if ahead and behind and _soon(left, forms["behind"]):
        return True
    if ahead and behind:
        return forms["behind"].search(left) is None and forms["ahead"].search(left) is not None
    return bool(forms["ahead"].search(whole)) and not forms["behind"].search(whole)
