"""A text as so few numbers that years of adverts can be compared: which pairs of words it holds.

Bottom-k of the hashes of neighbouring words (Broder 1997): of two texts it says how much they
share within a few parts in a hundred, and no word of the text can be read from it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from zlib import crc32

#: How many numbers stand for a text.
SIZE = 160
#: What more than this share of a firm's adverts says is said of the firm, not of the seat.
_EVERYWHERE = 0.4
_WORD = re.compile(r"[^\W\d_]{2,}", re.UNICODE)

Sketch = tuple[int, ...]


def sketch(text: str) -> Sketch:
    """The numbers of a text, ascending; () for none. Figures, sexes and dates are left out."""
    words = _WORD.findall(text.casefold())
    pairs = {crc32(f"{a} {b}".encode()) for a, b in pairwise(words)}
    return tuple(sorted(pairs)[:SIZE])


def alike(a: Sketch, b: Sketch, aside: frozenset[int] = frozenset()) -> float | None:
    """What share of both texts is common to them, from 0 to 1; None where one has too little text.

    `aside` is what the firm says everywhere (`everywhere`), which counts for neither.
    """
    if not a or not b:
        return None
    # only below the smaller of both horizons is it known of each number whether each text holds it
    horizon = min(_horizon(a), _horizon(b))
    mine = {x for x in a if x <= horizon} - aside
    theirs = {x for x in b if x <= horizon} - aside
    if min(len(mine), len(theirs)) < _LEAST:
        return None
    return len(mine & theirs) / len(mine | theirs)


#: With fewer numbers than this left nothing can be said.
_LEAST = 8


def _horizon(one: Sketch) -> int:
    return one[-1] if len(one) == SIZE else 2**32


def everywhere(sketches: Iterable[Sketch]) -> frozenset[int]:
    """What a firm says in most of its adverts, whatever the seat; empty for fewer than five."""
    rows = [row for row in set(sketches) if row]
    if len(rows) < 5:
        return frozenset()
    counted = Counter(number for row in rows for number in row)
    return frozenset(number for number, n in counted.items() if n > _EVERYWHERE * len(rows))
