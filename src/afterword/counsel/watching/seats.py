"""Adverts made into seats: one seat may be shown under many marks, in nine towns, in a new system."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import cached_property, lru_cache

from afterword.counsel.watching import lexicon
from afterword.counsel.watching.craft import (
    ALL_BUT_EQUAL,
    Craft,
    Kind,
    Near,
    comparable,
    craft_of,
    near,
)
from afterword.counsel.watching.kinship import Terms, house_lines, own_words, weights_of
from afterword.counsel.watching.meaning import Meaning
from afterword.counsel.watching.memory import Advert, Memory, Up
from afterword.counsel.watching.said import Said
from afterword.counsel.watching.sketch import Sketch, alike, everywhere

#: One title in so many places at once is one search, not as many seats.
MANY_PLACES = 3
#: A pause shorter than this between two stretches is a renewal, not an end.
RENEWAL = timedelta(days=14)
#: From here on an advert is held to seek somebody openly (benchmarks/watches.md).
SOUGHT = 0.7
#: Of a firm's different titles; a word that more of them bear tells little (judgement, four years of boards).
EVERYDAY = 0.15
#: Twice renewed, and it is known to stand in every season.
EVERGREEN = 2


@dataclass(frozen=True)
class Seat:
    """One search of the firm over time: its adverts, when it stood, and how it was renewed.

    `renewed` counts how often it was put up anew with hardly a pause between.
    """

    craft: Craft
    adverts: tuple[Advert, ...]
    up: tuple[Up, ...]
    renewed: int

    @property
    def title(self) -> str:
        return self.latest.title

    @cached_property
    def latest(self) -> Advert:
        return max(self.adverts, key=lambda one: one.up[-1].since)

    @cached_property
    def said(self) -> frozenset[Said]:
        """What any of its adverts says of it."""
        return frozenset().union(*(one.said for one in self.adverts))

    @cached_property
    def places(self) -> frozenset[str]:
        return frozenset(town_of(p) for one in self.adverts for p in one.places)

    @cached_property
    def key(self) -> str:
        """The same for this seat however it is numbered: its title without trimmings, its places."""
        first = min(self.adverts, key=lambda one: (one.up[0].since, one.key))
        return first.key

    def stood(self, at: datetime) -> bool:
        return any(one.holds(at) for one in self.up)

    @property
    def stands(self) -> bool:
        return self.up[-1].until is None

    @property
    def evergreen(self) -> bool:
        return self.renewed >= EVERGREEN


@dataclass(frozen=True, slots=True)
class Seats:
    """All that a firm has shown, made into seats once for every no of it.

    `aside` is what it says in most of its adverts, which tells nothing of any seat; `meaning` who
    is asked what adverts mean, where somebody is; `everyday` holds the words of the crafts that many
    of its titles bear ("artist" in a house of artists); `tongue` is the language of most adverts;
    `weights` says how much each word of its texts tells and `house` holds the sentences that are the
    firm's own, whatever the seat (`kinship`).
    """

    all: tuple[Seat, ...] = ()
    aside: frozenset[int] = frozenset()
    meaning: Meaning | None = None
    everyday: frozenset[str] = frozenset()
    tongue: str = ""
    weights: Mapping[int, float] = field(default_factory=dict)
    house: frozenset[Terms] = frozenset()


def seats_of(memory: Memory, meaning: Meaning | None = None) -> Seats:
    """The seats a firm has shown, learners' and real ones; what seeks nobody openly is no seat."""
    aside = everywhere(one.words for one in memory.adverts)
    house = house_lines(
        (one.title.casefold(), one.department.casefold(), one.lines) for one in memory.adverts
    )
    adverts = [
        replace(one, terms=own_words(one.lines, house)) if one.lines else one
        for one in memory.adverts
    ]
    groups: list[list[Advert]] = []
    # only groups that share a word of the craft can be the same seat: a hospital shows hundreds
    by_word: dict[str, list[int]] = defaultdict(list)
    for one in sorted(adverts, key=lambda a: (a.up[0].since, a.key)):
        craft = craft_of(one.title, one.places)
        if craft.kind is Kind.POOL or not _is_sought(one, meaning):
            continue
        near_by = sorted({n for word in craft.core for n in by_word[word]})
        home = next((n for n in near_by if _belongs(one, craft, groups[n], aside)), None)
        if home is None:
            home = len(groups)
            groups.append([])
        groups[home].append(one)
        for word in craft.core:
            by_word[word].append(home)
    seats = tuple(_seat(group) for group in _one_search(groups, aside))
    spoken = Counter(one.tongue for one in adverts if one.tongue).most_common(1)
    tongue = spoken[0][0] if spoken else ""
    weights = weights_of(one.terms for one in adverts)
    return Seats(seats, aside, meaning, _everyday(seats), tongue, weights, house)


def _everyday(seats: Iterable[Seat]) -> frozenset[str]:
    """The words of crafts that more than `EVERYDAY` of the firm's different titles bear."""
    titles = {seat.craft.whole for seat in seats}
    counted = Counter(word for words in titles for word in words)
    return frozenset(word for word, n in counted.items() if n > max(3, EVERYDAY * len(titles)))


def _is_sought(one: Advert, meaning: Meaning | None) -> bool:
    """Whether somebody is openly sought: no panel, test, course, tender, however seat-like its title."""
    if _names_no_desk(one.title):
        return False
    return (
        meaning is None or not meaning.is_known(one.sense) or meaning.is_open(one.sense) >= SOUGHT
    )


@lru_cache(maxsize=20_000)
def _names_no_desk(title: str) -> bool:
    return bool(lexicon.NO_DESK.search(title))


def _belongs(one: Advert, craft: Craft, group: list[Advert], aside: frozenset[int]) -> bool:
    """Whether this advert is one more of the same seat in the same place."""
    first = group[-1]
    other = craft_of(first.title, first.places)
    if not comparable(craft, other) or not together(one.places, first.places):
        return False
    shared = alike(one.words, first.words, aside)
    return near(craft, other, shared) is Near.SAME


def together(a: Iterable[str], b: Iterable[str]) -> bool:
    """Whether two adverts may be for one place; what names none fits all."""
    mine, theirs = {town_of(p) for p in a}, {town_of(p) for p in b}
    if not mine or not theirs or mine & theirs:
        return True
    # "Mackay campus" is Mackay
    return any(set(x.split()) <= set(y.split()) or set(y.split()) <= set(x.split()) for x in mine for y in theirs if x and y)  # fmt: skip


@lru_cache(maxsize=4096)
def town_of(place: str) -> str:
    """The town of a place as printed: "Berlin, Germany (hybrid)" is "berlin"."""
    town = place.casefold().replace("|", ",").replace("/", ",").split("(")[0]
    parts = [part.strip() for part in town.replace(" - ", ",").split(",")]
    kept = [
        part for part in parts if part and part not in ("remote", "hybrid", "on-site", "germany")
    ]
    return kept[0] if kept else ""


def _one_search(groups: list[list[Advert]], aside: frozenset[int]) -> list[list[Advert]]:
    """One title with one text in many places is one search."""
    found: list[list[Advert]] = []
    taken: set[int] = set()
    crafts = [craft_of(group[-1].title, group[-1].places) for group in groups]
    alike_named: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for i, craft in enumerate(crafts):
        alike_named[craft.core, craft.work, craft.rank].append(i)
    for i, group in enumerate(groups):
        if i in taken:
            continue
        craft = crafts[i]
        others = [j for j in alike_named[craft.core, craft.work, craft.rank] if j > i]
        like = [
            j
            for j in others
            if j not in taken and _same_text(group[-1].words, groups[j][-1].words, aside)
        ]
        if len(like) + 1 >= MANY_PLACES:
            taken.update(like)
            group = [one for j in (i, *like) for one in groups[j]]
        found.append(group)
    return found


def _same_text(a: Sketch, b: Sketch, aside: frozenset[int]) -> bool:
    shared = alike(a, b, aside)
    # a text in which the firm says nothing of its own beside what it says everywhere
    return shared >= ALL_BUT_EQUAL if shared is not None else _plain_alike(a, b)


def _plain_alike(a: Sketch, b: Sketch) -> bool:
    shared = alike(a, b)
    return shared is None or shared >= ALL_BUT_EQUAL


def _seat(group: list[Advert]) -> Seat:
    spans = sorted((up for one in group for up in one.up), key=lambda up: up.since)
    joined: list[Up] = []
    renewed = 0
    for span in spans:
        last = joined[-1] if joined else None
        if last is None:
            joined.append(span)
        elif last.until is None or span.since <= last.until:
            until = (
                None if last.until is None or span.until is None else max(last.until, span.until)
            )
            joined[-1] = Up(last.since, until)
        elif span.since - last.until <= RENEWAL:
            renewed += 1
            joined.append(span)
        else:
            joined.append(span)
    craft = craft_of(group[-1].title, group[-1].places)
    return Seat(craft, tuple(group), tuple(joined), renewed)
