"""What in a sentence could be checked, and what facts hold of it.

Numbers, names, dates, superlatives, titles and results, in English, German, French and Spanish;
`amounts`, `days_said`, `names_said` and `boasts` know the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from afterword.writing import boasts
from afterword.writing.amounts import SPANS, Amount, amounts_in
from afterword.writing.calling import MONTHS
from afterword.writing.days_said import Day, days_in, known_days
from afterword.writing.holes import HOLE
from afterword.writing.names_said import GREETINGS, WORD, names_in

__all__ = ["GREETINGS", "Claim", "Known", "claims_in", "name_words"]


@dataclass(frozen=True, slots=True)
class Claim:
    """Something checkable: its sort, its words, and where they stand in the sentence.

    `sort` is number, name, date, superlative, title or result; `turn` says which turn a result
    tells of.
    """

    sort: str
    text: str
    start: int
    end: int
    turn: str = ""
    alone: bool = True  # no noun follows the figure


@dataclass(frozen=True, slots=True)
class Known:
    """What the facts of a sentence hold, in comparable form."""

    amounts: frozenset[tuple[str, str]]
    alone: frozenset[str]
    words: frozenset[str]
    days: frozenset[Day]
    turns: frozenset[str]
    language: str = "en"

    @classmethod
    def of(cls, texts: Iterable[str], language: str = "en", today: date | None = None) -> Known:
        parts = [_held(text, language) for text in texts]
        days = frozenset[Day]().union(*(part.days for part in parts))
        return cls(
            frozenset(_gone_by(days, today)).union(*(part.amounts for part in parts)),
            frozenset().union(*(part.alone for part in parts)),
            frozenset().union(*(part.words for part in parts)),
            days,
            frozenset().union(*(part.turns for part in parts)),
            language,
        )

    def carries(self, claim: Claim) -> bool:
        """Whether a fact holds this claim: the same figure, the same name, the same day."""
        if claim.sort == "number":
            return all(
                self._amount(one, claim.alone) for one in amounts_in(claim.text, self.language)
            )
        if claim.sort == "date":
            return all(any(one.fits(day) for day in self.days) for one in days_in(claim.text))
        if claim.sort == "result":
            return claim.turn in self.turns
        if claim.sort in ("superlative", "title"):
            said = {word for word in name_words(claim.text) if len(word) > 3}
            return bool(said) and said <= self.words
        return name_words(claim.text) <= self.words

    def _amount(self, one: Amount, alone: bool) -> bool:
        if (one.value, one.unit) in self.amounts or one.value in self.alone:
            return True
        if one.unit:
            return False
        # A day of the calendar carries a bare figure, not a count: "30 offices" is no 30 April.
        return any(value in (one.value, f"x{one.value}") for value, _ in self.amounts) or (
            alone and any(one.value in (str(day.day), str(day.year)) for day in self.days)
        )

    def has_span(self, claim: Claim) -> bool:
        """Whether any fact counts the span of time that this claim counts: weeks, say."""
        spans = {one.unit for one in amounts_in(claim.text, self.language)}
        return not spans <= SPANS or any(unit in spans for _, unit in self.amounts)

    def has_minutes(self) -> bool:
        """Whether a fact says how long a talk would be; then the letter must say the same."""
        return any(unit == "minute" for _, unit in self.amounts)


@lru_cache(maxsize=4096)
def _held(text: str, language: str) -> Known:
    days = known_days((text,))
    amounts = amounts_in(_without(text, days_in(text)), *dict.fromkeys((language, "en")))
    return Known(
        frozenset((one.value, one.unit) for one in amounts),
        frozenset(one.value for one in amounts if one.alone),
        name_words(text),
        days,
        boasts.turns_of(text),
        language,
    )


def _gone_by(days: Iterable[Day], today: date | None) -> Iterator[tuple[str, str]]:
    """How long ago the dated facts are on the letter's own day, as a letter may put it."""
    if today is None:
        return
    for one in days:
        if one.day and one.month and one.year:
            try:
                ago = abs((today - date(one.year, one.month, one.day)).days)
            except ValueError:
                continue
            yield str(ago), "day"
            yield str(round(ago / 7)), "week"
            yield str(round(ago / 30.4)), "month"


#: What a letter asks for is an offer, not a claim: a short talk, in minutes.
_ASKED = re.compile(
    r"\b(?:five|ten|fifteen|twenty|thirty|10|15|20|30|fünf|zehn|fünfzehn|zwanzig|dreißig|dix|quinze|vingt|"
    r"trente|diez|quince|veinte|treinta) (?:minut\w+)\b",
    re.IGNORECASE,
)
#: "The two are alike" points at what was named and counts nothing.
_POINTED = re.compile(
    r"\b(?:the|these|those|die|diese|les|ces|los|las|estos|estas) $", re.IGNORECASE
)
_GOES_ON = re.compile(r" (?:are|were|is|have|had|do|of|sind|waren|sont|étaient|son|eran)\b")
#: Every month's name, in any of our languages, with the one form names are compared in.
_MONTHS = {
    month.casefold(): f"month {number}"
    for months in MONTHS.values()
    for number, month in enumerate(months, start=1)
}


def claims_in(text: str, language: str = "en", *, asks: bool = False) -> Iterator[Claim]:
    """The claims of one sentence, in reading order. What stands in square brackets claims nothing.

    The minutes a letter asks for count only with `asks`.
    """
    yield from _sorted(text, language, asks)


@lru_cache(maxsize=4096)
def _sorted(text: str, language: str, asks: bool) -> tuple[Claim, ...]:
    bare = HOLE.sub(lambda match: " " * len(match[0]), text)
    found = _claims(bare, language, asks)
    return tuple(sorted(found, key=lambda claim: (claim.start, claim.end)))


def _claims(bare: str, language: str, asks: bool) -> Iterator[Claim]:
    days = days_in(bare)
    for one in days:
        yield Claim("date", bare[one.start : one.end], one.start, one.end)
    rest = _without(bare, days)
    asked = [] if asks else [match.span() for match in _ASKED.finditer(rest)]
    for amount in amounts_in(rest, language):
        if (
            amount.value == "2"
            and _POINTED.search(rest[: amount.start])
            and (amount.alone or _GOES_ON.match(rest, amount.end))
        ):
            continue
        if not any(a <= amount.start and amount.start < b for a, b in asked):
            said = rest[amount.start : amount.end]
            yield Claim("number", said, amount.start, amount.start + len(said), alone=amount.alone)
    for start, end in names_in(rest, language):
        yield Claim("name", bare[start:end], start, end)
    for start, end in boasts.superlatives_in(bare, language):
        yield Claim("superlative", bare[start:end], start, end)
    for start, end in boasts.titles_in(bare, language):
        yield Claim("title", bare[start:end], start, end)
    for turn, start, end in boasts.results_in(bare, language):
        yield Claim("result", bare[start:end], start, end, turn)


def _without(text: str, days: Iterable[Day]) -> str:
    for one in days:
        text = text[: one.start] + " " * (one.end - one.start) + text[one.end :]
    return text


@lru_cache(maxsize=8192)
def name_words(text: str) -> frozenset[str]:
    """The words of a text, folded for comparing, with and without a possessive ending."""
    found: set[str] = set()
    for match in WORD.finditer(text):
        word = match[0].casefold().replace("'", "’").strip("’")
        word = re.sub(r"^(?:[cdjlmnst]|qu)’(?=\w)", "", word)
        bare = re.sub(r"’s?$", "", word)
        found.add(_MONTHS.get(bare, bare))
        if bare not in _MONTHS:
            found.update(part for part in bare.split("-") if len(part) > 1)
    return frozenset(found)
