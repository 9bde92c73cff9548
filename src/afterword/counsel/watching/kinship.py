"""How near two adverts of one firm are by what few others of its adverts say.

A firm words a seat anew and keeps what it is about: "two collections, sixty titles, three editors".
Each word of a text weighs by how seldom the firm's texts bear it (inverse document frequency: Spärck
Jones 1972), so that what it says of itself everywhere weighs nothing; the measure is the cosine of
both texts. What it says word for word in adverts of several other seats (who it is, what it offers)
is left out before: on a small board that alone made strangers kin. Of a text in another language it
can say nothing.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from zlib import crc32

#: The words of a text as numbers, ascending, each once; figures are left out.
Terms = tuple[int, ...]

_WORD = re.compile(r"[^\W\d_]{3,}", re.UNICODE)
#: Words are one by so many letters, whatever their endings; and so many of a text are kept.
_STEM, _MOST = 6, 300
#: The numbers are short: a firm's texts hold a few thousand words in all.
_SHORT = 0xFFFFFF
#: A firm that showed fewer texts has no words of its own yet.
TEXTS_LEAST = 6
#: With fewer words a text is a line, and proves nothing.
TERMS_LEAST = 12
#: A sentence of so many titles, and of so great a part of them all where one side alone or none is named,
#: is the house's (`house_lines`); one of fewer words may be anybody's.
TITLES_LEAST, TITLES_SHARE, LINE_LEAST = 3, 0.2, 3
_END = re.compile(r"(?<=[.!?:;])\s+|\n+")


@lru_cache(maxsize=2048)  # a board shows the same texts day after day
def terms(text: str) -> Terms:
    """The words of a text as they are compared; () for none."""
    return own_words(lines(text))


@lru_cache(maxsize=2048)
def lines(text: str) -> tuple[Terms, ...]:
    """The words of each sentence of a text, no word twice; where it is long, of what stands first."""
    kept: set[int] = set()
    found = []
    for sentence in _END.split(text.casefold()):
        stems = {crc32(word[:_STEM].encode()) & _SHORT for word in _WORD.findall(sentence)}
        if stems and len(kept) < _MOST:
            kept |= stems
            found.append(tuple(sorted(stems)))
    return tuple(dict.fromkeys(found))


def own_words(of: Iterable[Terms], house: frozenset[Terms] = frozenset()) -> Terms:
    """The words of an advert by its sentences, without those that are the house's."""
    return tuple(sorted(set().union(*(line for line in of if line not in house))))


def house_lines(adverts: Iterable[tuple[str, str, Iterable[Terms]]]) -> frozenset[Terms]:
    """The sentences that are the house's, of adverts given by title, department and sentences.

    What three titles of more than one side say is the house's; one side's own plan is not. Where no
    side is named, it takes a good part of all titles.
    """
    titles: dict[Terms, set[str]] = defaultdict(set)
    sides: dict[Terms, set[str]] = defaultdict(set)
    every: set[str] = set()
    for title, side, of in adverts:
        every.add(title)
        for line in of:
            if len(line) >= LINE_LEAST:
                titles[line].add(title)
                sides[line].add(side)
    many = max(TITLES_LEAST, TITLES_SHARE * len(every))
    return frozenset(
        line
        for line, by in titles.items()
        if len(by) >= (TITLES_LEAST if len(sides[line] - {""}) > 1 else many)
    )


def weights_of(texts: Iterable[Terms]) -> Mapping[int, float]:
    """How much each word tells among these texts; empty where they are too few."""
    rows = {row for row in texts if row}
    if len(rows) < TEXTS_LEAST:
        return {}
    borne = Counter(word for row in rows for word in row)
    return {word: _weight(len(rows), n) for word, n in borne.items()}


def kinship(a: Terms, b: Terms, weights: Mapping[int, float]) -> float | None:
    """How near two texts are, from 0 to 1; None where nothing can be said.

    0.2 is a good deal: two texts that somebody wrote for one seat in different words.
    """
    if not weights or len(a) < TERMS_LEAST or len(b) < TERMS_LEAST:
        return None
    unheard = max(weights.values())
    mine, theirs = (sum(weights.get(word, unheard) for word in row) for row in (a, b))
    if not mine or not theirs:
        return None
    shared = sum(weights.get(word, unheard) for word in frozenset(a) & frozenset(b))
    return shared / math.sqrt(mine * theirs)


def _weight(texts: int, borne: int) -> float:
    """The square of the inverse frequency: both texts bear the word, so it counts twice."""
    return max(0.0, math.log((texts + 1) / (borne + 0.5))) ** 2
