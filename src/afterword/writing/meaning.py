"""How near two texts are in meaning, offline: a small table of words, each with 256 numbers.

The table (`meaning.npz`, see meaning.NOTICE beside it) holds what MiniLM makes of single words,
distilled once by `corpus/training/distil_words.py`. Reading it needs numpy and no model; a word
it does not know counts for nothing. Nearness lies in -1…1 and only orders.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray

TABLE = Path(__file__).with_name("meaning.npz")
_WORD = re.compile(r"[a-z]{3,}")

#: How much a word weighs in a text: a word of grammar next to nothing.
Weight = Callable[[str], float]


@lru_cache(maxsize=1)
def _table() -> tuple[dict[str, int], NDArray[Any]]:
    import numpy as np  # only where a letter is matched: the first morning need not wait for it

    with np.load(TABLE, allow_pickle=False) as kept:
        words = str(kept["words"]).split("\n")
        vectors = kept["vectors"].astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    return {word: at for at, word in enumerate(words)}, vectors


def _row(word: str, rows: dict[str, int]) -> int | None:
    for form in (word, word.removesuffix("s"), word.removesuffix("es")):
        if form in rows:
            return rows[form]
    return None


def gist(text: str, weight: Weight) -> NDArray[Any]:
    """What the text as a whole is about, as one direction; zeros where no word is known."""
    import numpy as np

    rows, vectors = _table()
    found: list[int] = []
    weights: list[float] = []
    for word in _WORD.findall(text.casefold()):
        row = _row(word, rows)
        if row is not None:
            found.append(row)
            weights.append(weight(word))
    if not found:
        return np.zeros(vectors.shape[1], np.float32)
    whole: NDArray[Any] = np.asarray(weights, np.float32) @ vectors[found]
    size = float(np.linalg.norm(whole))
    if size:
        whole /= size
    return whole


def nearness(asked: NDArray[Any], parts: Sequence[NDArray[Any]]) -> float:
    """How near a question is to something told in parts, the last of which is the whole of it."""
    close = [float(part @ asked) for part in parts]
    return 0.5 * max(close[:-1], default=0.0) + 0.5 * close[-1]


def strangeness(words: Sequence[str], known: Collection[str]) -> list[float]:
    """For each word how far its sense lies from the nearest known one: 0 the same, 1 nothing alike.

    A word the table does not hold is wholly strange, unless it is among the known.
    """
    rows, vectors = _table()
    held = [row for word in known if (row := _row(word, rows)) is not None]
    stems = {word[:5] for word in known if len(word) > 4}
    found: list[float] = []
    for word in words:
        row = _row(word, rows)
        if word in known or (len(word) > 4 and word[:5] in stems):
            found.append(0.0)
        elif row is None or not held:
            found.append(1.0)
        else:
            found.append(1.0 - float((vectors[held] @ vectors[row]).max()))
    return found
