"""What in a sentence could be checked: its numbers, names, dates and superlatives."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from afterword.writing.calling import MONTHS
from afterword.writing.lexicon import in_order, words_of


@dataclass(frozen=True, slots=True)
class Claim:
    """Something checkable: its sort, its words, and where they stand in the sentence."""

    sort: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Known:
    """What the facts of a sentence hold, in comparable form."""

    numbers: frozenset[tuple[str, str]]
    words: frozenset[str]
    signs: frozenset[str]

    @classmethod
    def of(cls, texts: Iterable[str]) -> Known:
        whole = " ; ".join(texts)
        return cls(
            frozenset((value, unit) for value, unit, *_ in _numbers(whole)),
            name_words(whole),
            frozenset(sign for sign in whole if sign in "€$£"),
        )

    def carries(self, claim: Claim) -> bool:
        """Whether a fact holds this claim: the same figure, the same name."""
        if claim.sort == "number":
            return (
                all(self._number(value, unit) for value, unit, *_ in _numbers(claim.text))
                and {sign for sign in claim.text if sign in "€$£"} <= self.signs
            )
        return name_words(claim.text) <= self.words

    def _number(self, value: str, unit: str) -> bool:
        if unit:
            return (value, unit) in self.numbers
        return any(value == known for known, _ in self.numbers)


_UNITS = {
    "%": "%",
    "percent": "%",
    "per cent": "%",
    "prozent": "%",
    "pour cent": "%",
    "por ciento": "%",
    "k": "k",
    "thousand": "k",
    "m": "m",
    "mn": "m",
    "million": "m",
    "millions": "m",
    "bn": "b",
    "billion": "b",
    "billions": "b",
}
_ONES = in_order(
    """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen"""
)
_TENS = in_order("twenty thirty forty fifty sixty seventy eighty ninety")
_WORTH = {word: value for value, word in enumerate(_ONES)} | {
    word: 10 * value for value, word in enumerate(_TENS, start=2)
}
#: Quantities in a word. "one", "first" and "second" count nothing by themselves.
_AMOUNTS = {
    "half": "half",
    "halved": "half",
    "double": "double",
    "doubled": "double",
    "twice": "double",
    "triple": "triple",
    "tripled": "triple",
    "dozen": "12",
    "dozens": "dozens",
    "hundred": "100",
    "hundreds": "hundreds",
    "thousand": "1000",
    "thousands": "thousands",
    "million": "1000000",
    "millions": "millions",
}
_WRITTEN = "|".join(sorted((*_WORTH, *_AMOUNTS), key=len, reverse=True))
_NUMBER = re.compile(
    r"(?P<digits>[€$£]?\d+(?:[.,’ \u00a0\u202f]\d{3})*(?:[.,:]\d+)?)"
    r"(?:\s?(?P<unit>%|per ?cent\b|percent\b|prozent\b|pour cent\b|por ciento\b|"
    r"(?:k|m|mn|bn|thousand|millions?|billions?)\b))?"
    rf"|\b(?P<written>(?:{'|'.join(_TENS)})-(?:{'|'.join(_ONES[1:10])})|{_WRITTEN})\b"
    r"(?:\s(?P<wunit>per ?cent|percent)\b)?",
    re.IGNORECASE,
)
#: What a letter asks for is an offer, not a claim: a short talk, in minutes.
_ASKED = re.compile(r"\b(?:ten|fifteen|twenty|10|15|20) minutes\b")
_HOLE = re.compile(r"\[[^\[\]]*\]")
_WORD = re.compile(r"[^\W\d_](?:[\w’'&-]*\w)?(?:\+\+|#)?")

GREETINGS = words_of(
    "dear hello hi good morning guten tag bonjour buenos días estimada estimado sehr geehrte liebe"
)
_SUPERLATIVES = words_of(
    """best largest biggest fastest highest lowest greatest strongest smartest leading unique
    unmatched unparalleled unrivalled unrivaled outstanding exceptional world-class best-in-class
    award-winning record-breaking unprecedented only foremost top finest proven expert"""
) - words_of("only top")
#: Every month's name, in any of our languages, with the one form dates are compared in.
_MONTHS = {
    month.casefold(): f"month {number}"
    for months in MONTHS.values()
    for number, month in enumerate(months, start=1)
}
_DAYS = words_of("monday tuesday wednesday thursday friday saturday sunday")
#: Ordinary words that begin sentences; a capital there says nothing about a name.
_STARTERS = words_of(
    """a about above according across after again all almost already also although always am among
    an and another any anyone anything are around as ask at away back be because been before behind
    being below besides better between beyond both bring but by call came can come congratulations
    could dear did do does don down during each early either else enough even ever every everyone
    everything except few finally first for forgive from further gladly good great grateful had half
    happy has have having he help her here his hope how however i if in indeed inside instead into
    is it its just keep kind last late lately later least let like long look looking many may maybe
    me meanwhile meet might more most much must my near nearly neither never next no nobody none nor
    not nothing now of off often on once one only or other others our out outside over own people
    perhaps please possibly quite rather really right said same say see seen send several shall she
    should show since small so some someone something soon sorry still such sure take tell thank
    thanks that the their them then there these they things this those though through thus till to
    today together tomorrow tonight too toward twice under unless unlike until up upon us use very
    was watching we welcome well went were what whatever when where whether which while who whoever
    whole whom whose why will wish with within without work working would write yes yesterday yet
    you your errors error turnover revenue sales costs cost customers clients team teams staff
    drivers throughput output delivery orders margins margin complaints safety quality production
    half result results part parts whatever whichever regarding concerning following given
    seen congratulations thanks""".replace("\n", " ")
)


def claims_in(text: str, language: str = "en") -> Iterator[Claim]:
    """The claims of one sentence. What stands in square brackets claims nothing yet."""
    bare = _HOLE.sub(lambda match: " " * len(match[0]), text)
    asked = [match.span() for match in _ASKED.finditer(bare)]
    for value, _, start, end in _numbers(bare):
        if value and not any(a <= start and end <= b for a, b in asked):
            yield Claim("number", bare[start:end].strip(), start, end)
    yield from _words(bare, language)


def _words(text: str, language: str) -> Iterator[Claim]:
    opening = True
    last = 0
    for match in _WORD.finditer(text):
        between = text[last : match.start()]
        opening = opening or bool(re.search(r"[.!?:…]|[“„«‘(]\s*$", between))
        word, small = match[0], match[0].casefold().replace("'", "’")
        last = match.end()
        spoken = small.split("’")[0]
        if small in _SUPERLATIVES and language == "en":
            yield Claim("superlative", word, match.start(), match.end())
        elif not word[0].isupper() or spoken in ("i", ""):
            mixed = any(sign.isupper() for sign in word[1:])
            if mixed:
                yield Claim("name", word, match.start(), match.end())
        elif spoken in _DAYS or (spoken in _MONTHS and _is_month(text, match)):
            yield Claim("date", word, match.start(), match.end())
        elif _is_name(word, spoken, opening, text[match.end() :], language):
            yield Claim("name", word, match.start(), match.end())
        opening = False


def _is_month(text: str, match: re.Match[str]) -> bool:
    """ "May" and "March" open questions and orders too; beside a figure they are months."""
    if match[0].casefold() not in ("may", "march"):
        return True
    before, after = text[: match.start()], text[match.end() :]
    return bool(
        re.search(r"(?:\d|\b(?:in|by|of|since|until|last|next|this|early|late))\s+$", before, re.I)
        or re.match(r"\s+\d", after)
    )


def _is_name(word: str, small: str, opening: bool, after: str, language: str) -> bool:
    """Whether a capital marks a name here. German nouns carry one too, so there it does not."""
    if len(word) == 1:  # an initial: the name after it is what counts
        return False
    if word.isupper():
        return True
    if language == "de":
        return False
    if not opening:
        return True
    if small in _STARTERS or small.endswith(("ly", "ing", "ed")):
        return False
    if language != "en":
        return False
    follows = re.match(r"(?:’s)?\s+([^\W\d_]\w*)", after)
    return not (small.endswith("s") and follows is not None and follows[1].islower())


def _numbers(text: str) -> Iterator[tuple[str, str, int, int]]:
    """Each number as (value, unit, start, end), in digits or in words, in one form."""
    for match in _NUMBER.finditer(text):
        if match["digits"]:
            unit = (match["unit"] or "").casefold().replace("  ", " ")
            yield _value(match["digits"]), _UNITS.get(unit, ""), *match.span()
            continue
        word = match["written"].casefold()
        unit = "%" if match["wunit"] else ""
        if word == "one" or (word == "half" and _idle(text, match.end())):
            continue
        yield _spoken(word), unit, *match.span()


def _idle(text: str, end: int) -> bool:
    return bool(re.match(r"\s+(?:an? )?hour\b", text[end:]))


def _spoken(word: str) -> str:
    if word in _AMOUNTS:
        return _AMOUNTS[word]
    return str(sum(_WORTH[part] for part in word.split("-")))


def _value(digits: str) -> str:
    """2.1, 2,1 and 2.10 as one; 1,200 and 1 200 and 1.200 as one."""
    plain = digits.lstrip("€$£")
    plain = re.sub(r"[.,’ \u00a0\u202f](?=\d{3}(?:\D|$))", "", plain).replace(",", ".")
    if ":" in plain:
        return plain
    whole, _, part = plain.partition(".")
    part = part.rstrip("0")
    whole = whole.lstrip("0") or "0"
    return f"{whole}.{part}" if part else whole


def name_words(text: str) -> frozenset[str]:
    """The words of a text, folded for comparing, with and without a possessive ending."""
    found: set[str] = set()
    for match in _WORD.finditer(text):
        word = match[0].casefold().replace("'", "’").strip("’")
        bare = re.sub(r"’s?$", "", word)
        found.add(_MONTHS.get(bare, bare))
        if bare not in _MONTHS:
            found.update(part for part in bare.split("-") if len(part) > 1)
    return frozenset(found)
