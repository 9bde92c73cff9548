"""A text as so few numbers that years of adverts can be compared: which pairs of words it holds.

Bottom-k of the hashes of neighbouring words (Broder 1997): of two texts it says how much they
share within a few parts in a hundred, and no word of the text can be read from it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain, pairwise
from zlib import crc32

#: How many numbers stand for a text.
SIZE = 160
#: What more than this share of a firm's adverts says is said of the firm, not of the seat.
_EVERYWHERE = 0.4
_WORD = re.compile(r"[^\W\d_]{2,}", re.UNICODE)

Sketch = tuple[int, ...]


@lru_cache(maxsize=2048)  # a board shows the same texts day after day
def sketch(text: str) -> Sketch:
    """The numbers of a text, ascending; () for none. Figures, sexes and dates are left out."""
    words = _WORD.findall(text.casefold())
    pairs = {crc32(f"{a} {b}".encode()) for a, b in pairwise(words)}
    return tuple(sorted(pairs)[:SIZE])


_TONGUES: dict[str, list[str]] = {
    "en": [
        "the",
        "and",
        "you",
        "of",
        "to",
        "for",
        "with",
        "our",
        "we",
        "are",
        "your",
        "will",
        "on",
        "be",
        "is",
    ],
    "de": [
        "und",
        "die",
        "der",
        "sie",
        "wir",
        "mit",
        "für",
        "das",
        "von",
        "ihr",
        "dich",
        "dein",
        "unser",
        "eine",
        "bei",
        "auf",
        "im",
        "zu",
    ],
    "fr": [
        "le",
        "la",
        "les",
        "des",
        "et",
        "vous",
        "nous",
        "de",
        "du",
        "une",
        "pour",
        "avec",
        "votre",
        "notre",
        "dans",
        "sur",
        "est",
    ],
    "nl": [
        "de",
        "het",
        "een",
        "en",
        "je",
        "van",
        "wij",
        "met",
        "voor",
        "onze",
        "jij",
        "bij",
        "op",
        "aan",
        "als",
        "bent",
    ],
    "es": [
        "el",
        "la",
        "los",
        "las",
        "y",
        "de",
        "con",
        "para",
        "una",
        "tu",
        "nuestro",
        "que",
        "por",
        "en",
        "del",
        "se",
    ],
    "it": [
        "il",
        "la",
        "le",
        "di",
        "e",
        "per",
        "con",
        "una",
        "del",
        "della",
        "che",
        "nostro",
        "in",
        "un",
        "sei",
    ],
    # Norwegian is written alike
    "da": [
        "og",
        "at",
        "er",
        "som",
        "til",
        "af",
        "på",
        "med",
        "du",
        "vi",
        "har",
        "det",
        "ikke",
        "dig",
        "hos",
    ],
    "sv": [
        "och",
        "att",
        "är",
        "som",
        "till",
        "av",
        "på",
        "med",
        "du",
        "vi",
        "har",
        "det",
        "inte",
        "dig",
        "hos",
    ],
    "fi": ["ja", "on", "että", "sekä", "olet", "sinulla", "meillä", "tai", "voit", "työ"],
    "pl": ["i", "w", "na", "do", "z", "się", "oraz", "dla", "nie", "jest", "pracy", "naszych"],
    "cs": ["a", "v", "na", "se", "pro", "je", "nebo", "jsme", "práce", "které", "bude"],
    "pt": [
        "o",
        "a",
        "os",
        "as",
        "e",
        "de",
        "com",
        "para",
        "uma",
        "do",
        "da",
        "que",
        "em",
        "nosso",
        "por",
        "se",
    ],
}


@lru_cache(maxsize=2048)
def tongue(text: str) -> str:
    """The language of an advert by its small words, "" where none stands out."""
    words = _WORD.findall(text.casefold())[:400]
    counted = {code: sum(word in small for word in words) for code, small in _TONGUES.items()}
    best = max(counted, key=lambda code: counted[code])
    return best if counted[best] >= max(3, 0.08 * len(words)) else ""


def rewritten(before: Sketch, after: Sketch, tongues: tuple[str, str]) -> bool:
    """Whether the second text is another one than the first: more than mended, and not translated."""
    shared = alike(before, after)
    if shared is None or shared >= REWRITTEN:
        return False
    known = all(tongues)
    return tongues[0] == tongues[1] if known else shared >= BEYOND_COMPARE


#: Below this a text was rewritten; above it somebody mended a comma (judgement).
REWRITTEN = 0.7
#: Below this, where the languages are not known, it may be a translation.
BEYOND_COMPARE = 0.05


def alike(a: Sketch, b: Sketch, aside: frozenset[int] = frozenset()) -> float | None:
    """What share of both texts is common to them, from 0 to 1; None where one has too little text.

    `aside` is what the firm says everywhere (`everywhere`), which counts for neither.
    """
    if not a or not b:
        return None
    # only below the smaller of both horizons is it known of each number whether each text holds it
    horizon = min(_horizon(a), _horizon(b))
    mine = frozenset(a[: bisect_right(a, horizon)]) - aside
    theirs = frozenset(b[: bisect_right(b, horizon)]) - aside
    if min(len(mine), len(theirs)) < _LEAST:
        return None
    common = len(mine & theirs)
    return common / (len(mine) + len(theirs) - common)


#: With fewer numbers than this left nothing can be said.
_LEAST = 8


def _horizon(one: Sketch) -> int:
    return one[-1] if len(one) == SIZE else 2**32


def everywhere(sketches: Iterable[Sketch]) -> frozenset[int]:
    """What a firm says in most of its adverts, whatever the seat; empty for fewer than five."""
    rows = [row for row in set(sketches) if row]
    if len(rows) < 5:
        return frozenset()
    counted = Counter(chain.from_iterable(rows))
    return frozenset(number for number, n in counted.items() if n > _EVERYWHERE * len(rows))
