"""The rules of review, one each; all take a `Sheet` and yield findings with their place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from afterword.terms import Fact, Finding, LetterKind, Person
from afterword.writing import calling, claims, phrasebook
from afterword.writing import resentment as grudges
from afterword.writing.limits import CHARACTERS, most_words, words


@dataclass(frozen=True, slots=True)
class Sheet:
    """A letter under review and all that may be known about it."""

    text: str
    kind: LetterKind
    to: Person | None
    company: str
    names: tuple[str, ...]
    today: date | None
    facts: tuple[Fact, ...]

    @property
    def greeting(self) -> str:
        """The first line, when it greets."""
        line = self.text.lstrip("\n").split("\n", 1)[0]
        return line if len(line) < 120 and line.rstrip().endswith((",", ":", "!")) else ""


def _at(match: re.Match[str], rule: str, severity: str, says: str, mend: str | None) -> Finding:
    return Finding(match.start(), match.end(), rule, severity, says, mend)


def length(sheet: Sheet) -> Iterator[Finding]:
    """A letter longer than its kind bears is read halfway."""
    signs = CHARACTERS.get(sheet.kind)
    if signs is not None and len(sheet.text) > signs:
        yield Finding(
            signs,
            len(sheet.text),
            "length",
            "look",
            f"{len(sheet.text)} of {signs} characters: take out {len(sheet.text) - signs}.",
        )
        return
    most = most_words(sheet.kind, sheet.to.country if sheet.to else "")
    count = words(sheet.text)
    if signs is None and most is not None and count > most:
        yield Finding(
            0,
            len(sheet.text),
            "length",
            "look",
            f"{count} of {most} words: this kind of letter is read whole when it is shorter.",
        )


def open_holes(sheet: Sheet) -> Iterator[Finding]:
    """A hole is honest on the desk and embarrassing in the post."""
    for match in re.finditer(r"\[[^\[\]]*\]", sheet.text):
        yield _at(
            match,
            "open_hole",
            "stop",
            "Still open: fill this in, or take the sentence out.",
            None,
        )


def greeting(sheet: Sheet) -> Iterator[Finding]:
    """The name at the top must be the reader's."""
    line = sheet.greeting
    if not line or sheet.to is None or not sheet.to.name.strip():
        return
    known = claims.name_words(calling.full_name(sheet.to.name) + " " + sheet.to.name)
    at = sheet.text.index(line)
    for match in re.finditer(r"[^\W\d_][\w’'-]*", line):
        word = match[0]
        if not word[0].isupper() or word.casefold() in claims.GREETINGS | phrasebook.FORMS:
            continue
        if not claims.name_words(word) & known:
            yield Finding(
                at + match.start(),
                at + match.end(),
                "greeting_name",
                "stop",
                f"This letter goes to {sheet.to.name.strip()}, but greets “{word}”.",
            )


def wrong_company(sheet: Sheet) -> Iterator[Finding]:
    """A firm or person of another case, left over from another letter."""
    said = " ".join(fact.text for fact in sheet.facts).casefold()
    own = f"{sheet.company} {sheet.to.name if sheet.to else ''} {sheet.to.company if sheet.to else ''}"
    for name in sorted(set(sheet.names), key=len, reverse=True):
        bare = name.strip()
        if len(bare) < 3 or bare.casefold() in said or bare.casefold() in own.casefold():
            continue
        for match in re.finditer(rf"(?<!\w){re.escape(bare)}(?!\w)", sheet.text):
            where = f"This letter is for {sheet.company}. " if sheet.company else ""
            yield _at(
                match,
                "wrong_company",
                "stop",
                f"{where}“{bare}” belongs to another of your cases.",
                None,
            )


def entitlement(sheet: Sheet) -> Iterator[Finding]:
    yield from _phrases(sheet, "entitlement", phrasebook.ENTITLEMENT)


def blame(sheet: Sheet) -> Iterator[Finding]:
    yield from _phrases(sheet, "blame", phrasebook.BLAME)


def resentment(sheet: Sheet) -> Iterator[Finding]:
    """A grudge that shows, with the offer to let the letter rest."""
    yield from grudges.resentment(sheet.text)


def begging(sheet: Sheet) -> Iterator[Finding]:
    yield from _phrases(sheet, "begging", phrasebook.BEGGING)


def false_urgency(sheet: Sheet) -> Iterator[Finding]:
    yield from _phrases(sheet, "false_urgency", phrasebook.URGENCY)


def pretext(sheet: Sheet) -> Iterator[Finding]:
    yield from _phrases(sheet, "pretext", phrasebook.PRETEXT)


def worn_phrases(sheet: Sheet) -> Iterator[Finding]:
    yield from _phrases(sheet, "worn_phrase", phrasebook.WORN)


def about_the_rival(sheet: Sheet) -> Iterator[Finding]:
    yield from _phrases(sheet, "about_the_rival", phrasebook.RIVAL)


def hedges(sheet: Sheet) -> Iterator[Finding]:
    """Words that add nothing, with the sentence as it reads without them."""
    for match in phrasebook.HEDGES.finditer(sheet.text):
        rest = sheet.text[match.end() : match.end() + 1]
        opening = match[0][0].isupper()
        mend, end = "", match.end()
        if opening and rest.isalpha():
            mend, end = rest.upper(), end + 1
        bare = match[0].strip().rstrip(",")
        yield Finding(
            match.start(), end, "hedge", "mend", f"“{bare}” adds nothing. Take it out.", mend
        )


def _phrases(
    sheet: Sheet, rule: str, table: tuple[tuple[re.Pattern[str], str, str], ...]
) -> Iterator[Finding]:
    quoted = [match.span() for match in re.finditer(r"“[^”]*”", sheet.text)]
    for pattern, severity, says in table:
        for match in pattern.finditer(sheet.text):
            if not any(a <= match.start() and match.end() <= b for a, b in quoted):
                yield _at(match, rule, severity, says.format(match[0]), None)


def past_date(sheet: Sheet) -> Iterator[Finding]:
    """A day offered or hoped for that is already gone."""
    if sheet.today is None:
        return
    for match in phrasebook.AHEAD.finditer(sheet.text):
        day = _day_of(match["day"], match["month"], match["year"], sheet.today)
        if day is not None and day < sheet.today:
            yield Finding(
                match.start("date"),
                match.end("date"),
                "past_date",
                "look",
                f"{match['date']} has passed. Is another day meant?",
            )


def _day_of(day: str, month: str, year: str | None, today: date) -> date | None:
    """The date meant; without a year the one nearest to today."""
    number = [name.casefold() for name in calling.MONTHS["en"]].index(month.casefold()) + 1
    years = [int(year)] if year else [today.year - 1, today.year, today.year + 1]
    found = []
    for one in years:
        try:
            found.append(date(one, number, int(day)))
        except ValueError:
            continue
    return min(found, key=lambda then: abs((then - today).days), default=None)


def promised_attachment(sheet: Sheet) -> Iterator[Finding]:
    for match in phrasebook.ATTACHED.finditer(sheet.text):
        yield _at(
            match,
            "attachment",
            "look",
            "This promises an attachment. Add it before sending, or put a link.",
            None,
        )


def second_question(sheet: Sheet) -> Iterator[Finding]:
    """An advice request asks one thing; a second question halves the chance of an answer."""
    if sheet.kind is not LetterKind.ADVICE_REQUEST:
        return
    for match in list(re.finditer(r"\?", _unholed(sheet.text)))[1:]:
        yield _at(match, "second_question", "look", "A second question. Keep the better one.", None)


def question_in_grace(sheet: Sheet) -> Iterator[Finding]:
    if sheet.kind is LetterKind.GRACE_NOTE:
        for match in re.finditer(r"\?", _unholed(sheet.text)):
            says = "A grace note asks nothing; this question can have a letter of its own."
            yield _at(match, "question", "look", says, None)


def _unholed(text: str) -> str:
    return re.sub(r"\[[^\[\]]*\]", lambda match: " " * len(match[0]), text)
