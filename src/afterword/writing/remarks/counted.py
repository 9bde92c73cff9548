"""Things a fact counts, and the letter counts otherwise: two findings there, no findings here.

Everywhere else a figure passes that any fact of theirs holds, and small ones stand in all of them.
So each small figure and each "no" is held against the facts that count the same thing: "nine
customers" where they speak of two. A part may be smaller than its whole ("one of the two customers"),
and a thing told apart ("critical" and "minor" findings) is counted apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from afterword.terms import Finding
from afterword.writing.amounts import amounts_in
from afterword.writing.counting import WORTH
from afterword.writing.days_said import months_and_days
from afterword.writing.lexicon import words_of
from afterword.writing.remarks import counts, reckoned
from afterword.writing.remarks.sheet import Sheet

#: Nothing at all, as a count.
_NONE = {
    "en": "no|zero|not one|not a single|none of the",
    "de": "kein(?:e[nrms]?)?|null",
    "fr": "aucune?|zéro|pas une?(?: seule?)?|nulle?",
    "es": "ning[uú]n[ao]?|cero|ni un[ao]?(?: sol[ao])?",
}
#: Zero said as a figure claims a count even where no fact counts the thing.
_ZERO = re.compile(r"^(?:zero|null|zéro|cero|0)$", re.IGNORECASE)
#: In English and German the thing comes last, in French and Spanish first.
_LAST = frozenset({"en", "de"})
_WORD = r"[^\W\d_]+(?:[-’'][^\W\d_]+)*"
_STOP = words_of(
    """the a an of in on at to for from by with and or but nor than as that which who were was is are be been had have has
    did do does will would could can may might into over under after before within without per each every its their our your my
    closed found made left later ago more less fewer times time other others such so it they we i you he she there not all
    der die das den dem des ein eine einen und oder aber als von vom zu zum zur in im an am auf bei mit nach vor seit für aus
    wurde wurden war waren ist sind hat haben hatte hatten mehr weniger mal uhr pro je ich wir sie er es nicht
    le la les de des du d un une et ou mais que qui dans sur à au aux en par pour avec sans plus moins fois ont a avait était
    étaient est sont fut furent je nous vous il elle ils ne pas
    el los las del al y o pero que en con por para sin más menos veces fue fueron era eran es son ha han había se no"""
)
_AND = re.compile(
    r"\s*(?:,|and|nor|or|und|noch|oder|et|ni|ou|y|e|o)(?:\s+(?:and|und|et|y))?\s*$", re.IGNORECASE
)
#: "From eleven to five puddings": both count them.
_TO = re.compile(
    r"\s+(?:to|or|and|instead of|rather than|down to|up to|auf|bis|oder|und|statt|à|au lieu de|ou|et|a|o|y|hasta|en (?:lugar|vez) de)\s+(?:only |nur )?",
    re.IGNORECASE,
)
_DATED = frozenset(months_and_days())
_MOST = 100


@dataclass(frozen=True, slots=True)
class Counted:
    """So many of a thing: the figure, what tells the things apart, the thing, and its place."""

    value: float
    apart: frozenset[str]
    thing: str
    start: int
    end: int


def counted_otherwise(sheet: Sheet) -> Iterator[Finding]:
    """A thing that the facts count, with a figure that none of them has (2b: only what is stored)."""
    if not sheet.facts or sheet.language not in _NONE:
        return
    held = [one for fact in sheet.facts for one in counted(fact.text, sheet.language)]
    things: dict[str, list[Counted]] = {}
    for one in held:
        things.setdefault(one.thing, []).append(one)
    body = sheet.text[: sheet.closing.start]
    for one in counted(body, sheet.language):
        if one.start < sheet.greeting.end or sheet.is_quoted(one.start, one.end):
            continue
        said = sheet.text[one.start : one.end]
        others = things.get(one.thing, [])
        zero = not others and sheet.checked and _ZERO.match(said.split(" ")[0]) is not None
        if zero or (others and _differs(one, others) and not _excused(sheet, one, held)):
            says = f"The facts count otherwise than “{said}”. Is the figure right?"
            yield Finding(one.start, one.end, "unproven_number", "look", says)


def _differs(one: Counted, others: list[Counted]) -> bool:
    """Whether each fact that counts this thing, as far as it is the same thing, says another number."""
    same = [
        other
        for other in others
        if one.apart <= other.apart or other.apart <= one.apart or not one.value
        if not (one.value == 0 and other.apart and one.apart and not one.apart & other.apart)
    ]
    if not same or any(one.value == other.value for other in same):
        return False
    # some of them may be meant: "one customer" of two
    part = any(one.value < other.value and one.apart != other.apart for other in same)
    return one.value != 1 and not (part and one.value)


def _excused(sheet: Sheet, one: Counted, held: list[Counted]) -> bool:
    """What is offered, asked or planned counts nothing that was; a difference of two facts is theirs."""
    sentence = sheet.sentence_at(one.start)
    if counts.own_count(sheet, one.start, one.start + 1):
        return True
    if sentence.text.rstrip().endswith("?") or _OPEN.search(sheet.text[sentence.start : one.start]):
        return True
    if _OF.match(sheet.text[one.start : one.end + 12]):
        return True
    values = [other.value for other in held if other.thing == one.thing and other.value]
    before = sheet.text[max(0, one.start - 24) : one.start]
    if any(reckoned.is_about(one.value, value, before) for value in values):
        return True  # "over thirty" for 31
    return one.value in {abs(a - b) for a in values for b in values if a != b} | {
        a + b for n, a in enumerate(values) for b in values[n + 1 :]
    }


_OPEN = re.compile(
    r"\b(?:would|could|can|will|shall|might|may|if|let|need\w*|want\w*|like|würde\w*|könnte\w*|kann|werde\w*|wenn|möchte\w*|pourrai\w*|"
    r"serai\w*|voudrais|si|podría\w*|puedo|quisiera|sería)\b[^.;:!?]*$",
    re.IGNORECASE,
)
_OF = re.compile(r"\w+ (?:of|von|der|de|d[’'])\s", re.IGNORECASE)


def counted(text: str, language: str) -> list[Counted]:
    """Every small figure and every "no" of a text with the thing it counts."""
    return list(_counted(text, language))


@lru_cache(maxsize=2048)
def _counted(text: str, language: str) -> tuple[Counted, ...]:
    found: list[tuple[float, int, int]] = [
        (0.0, match.start(), match.end()) for match in _none(language).finditer(text)
    ]
    for amount in amounts_in(text, language):
        said = text[amount.start : amount.end]
        worth = _small(amount.value)
        if worth is not None and not amount.unit and not re.search(r"[€$£%:.,/]", said):
            found.append((worth, amount.start, amount.end))
    if language == "en":
        found += [(1.0, m.start(), m.end()) for m in re.finditer(r"\b(?:one|1)\b", text, re.I)]
    things: list[Counted] = []
    waiting: tuple[float, int, int] | None = None
    for value, start, end in sorted(set(found), key=lambda one: one[1:]):
        if any(start < one.end and one.start < end for one in things):
            continue
        words = _phrase(text, end)
        if words and not _DATED.isdisjoint(match[1].casefold() for match in words):
            continue  # "12 November" is a day
        if words:
            one = _thing(value, start, words, language)
            if waiting is not None and _TO.fullmatch(text[waiting[2] : start]):
                things.append(replace(one, value=waiting[0], start=waiting[1], end=waiting[2]))
            things.append(one)
        waiting = None if words else (value, start, end)
    return tuple(_shared(things, text))


def _thing(value: float, start: int, words: list[re.Match[str]], language: str) -> Counted:
    """The thing itself and what tells it apart: in "nine rural customers" the customers, and rural."""
    said = [match[1] for match in words]
    at = _head(said, value, language)
    others = said[:at] if language in _LAST else [*said[:at], *said[at + 1 : at + 2]]
    apart = frozenset(_stem(word) for word in others)
    return Counted(value, apart, _stem(said[at]), start, words[at].end())


def _head(said: list[str], value: float, language: str) -> int:
    if language == "de":
        return next((n for n, word in enumerate(said) if word[0].isupper()), len(said) - 1)
    if language != "en":
        return 1 if len(said) > 1 and _stem(said[0]) in _BEFORE else 0
    several = (n for n, word in enumerate(said) if _SEVERAL.search(word))
    return next(several, len(said) - 1 if value <= 1 else 0)


def _shared(things: list[Counted], text: str) -> list[Counted]:
    """ "No critical, no major and no minor findings": all three count findings; so do "two minor ones"."""
    for n in range(len(things) - 2, -1, -1):
        one, after = things[n], things[n + 1]
        if not one.apart and after.apart and _AND.fullmatch(text[one.end : after.start]):
            things[n] = replace(one, apart=frozenset({one.thing}), thing=after.thing)
    for n in range(1, len(things)):
        if things[n].thing in ("one", "ones"):
            things[n] = replace(things[n], thing=things[n - 1].thing)
    return things


def _stem(word: str) -> str:
    small = word.casefold()
    return re.sub(r"(?:ies|y|es|en|ern|er|em|[sxne])$", "", small)[:9] if len(small) > 4 else small


_SEVERAL = re.compile(r"(?:[^s]s|people|men|women|children|staff)$", re.IGNORECASE)
#: What stands before its noun in French and Spanish.
_BEFORE = frozenset(
    _stem(word)
    for word in words_of(
        """grands grandes petits petites nouveaux nouvelles bons bonnes autres premiers premières derniers dernières gros vrais
        nuevos nuevas grandes pequeños pequeñas primeros primeras últimos últimas otros otras buenos buenas"""
    )
)


@lru_cache(maxsize=4)
def _none(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{_NONE[language]})(?=\s)", re.IGNORECASE)


def _small(value: str) -> float | None:
    try:
        worth = float(value)
    except ValueError:
        return None
    return worth if worth == int(worth) and worth < _MOST else None


def _phrase(text: str, at: int) -> list[re.Match[str]]:
    """The words right after a figure up to the first that belongs to something else; three at most."""
    words: list[re.Match[str]] = []
    while len(words) < 3:
        match = re.compile(rf"[ \u00a0-]({_WORD})").match(text, at)
        if match is None or match[1].casefold() in _STOP or _is_figure(match[1]):
            break
        words.append(match)
        at = match.end()
    return words


def _is_figure(word: str) -> bool:
    return any(word.casefold() in worth for worth in WORTH.values())
