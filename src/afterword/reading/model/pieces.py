"""Words cut into the pieces the encoder knows: the likeliest cut of each word (unigram model)."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache

#: Pieces that open, pad, close and stand for the unknown; they come first in the vocabulary.
OPEN, PAD, CLOSE, UNKNOWN = 0, 1, 2, 3
#: Marks the start of a word.
_MARK = "\u2581"
#: A longer run without a space is a link or a key, not a word.
_LONGEST_WORD = 64
_NEVER = -1e30
#: People use few words much and many seldom: so many cuts are remembered.
_KNOWN_BY_HEART = 16_384


class Pieces:
    """The vocabulary with each piece's log-likelihood; cuts text into numbers."""

    def __init__(self, pieces: Sequence[str], scores: Sequence[float]) -> None:
        self._known = {
            piece: (at, score)
            for at, (piece, score) in enumerate(zip(pieces, scores, strict=True))
            if at > UNKNOWN
        }
        self._longest = max((len(piece) for piece in self._known), default=1)
        self._unknown = min(scores, default=0.0) - 10.0
        self._remembered = lru_cache(_KNOWN_BY_HEART)(self._word)

    def cut(self, text: str) -> list[int]:
        """The numbers of the pieces of `text`, without opening and closing marks."""
        found: list[int] = []
        for word in unicodedata.normalize("NFKC", text).split():
            found += self._remembered(_MARK + word[:_LONGEST_WORD])
        return found

    def _word(self, word: str) -> tuple[int, ...]:
        size = len(word)
        best = [0.0, *([_NEVER] * size)]
        back = [(0, UNKNOWN)] * (size + 1)
        for start in range(size):
            for end in range(start + 1, min(size, start + self._longest) + 1):
                known = self._known.get(word[start:end])
                if known and best[start] + known[1] > best[end]:
                    best[end], back[end] = best[start] + known[1], (start, known[0])
            if best[start] + self._unknown > best[start + 1]:
                best[start + 1], back[start + 1] = best[start] + self._unknown, (start, UNKNOWN)
        cut: list[int] = []
        at = size
        while at > 0:
            at, piece = back[at]
            cut.append(piece)
        return tuple(reversed(cut))
