"""From the sentences of a letter to one share for each label: the reader's lowest layers, then ours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from afterword.reading.letters import LABELS, PART, clauses, runs_of
from afterword.reading.model.encoder import encode, level
from afterword.reading.model.weights import Floats, Weights, layers_of, weights

FILE = Path(__file__).with_name("weights.npz")
#: So many of the reader's layers are taken as they are; training left them as published.
KEPT = 3


def shares(kind: str, sentences: tuple[str, ...]) -> tuple[Mapping[str, float], ...]:
    """For each sentence the share of every label; what is looked at again is not heard again."""
    found: list[Mapping[str, float]] = []
    for numbers, owners in runs_of(kind, sentences, weights().pieces):
        own = sorted({owner for owner in owners if owner >= 0})
        sizes = tuple(_sizes(sentences[owner]) for owner in own)
        found += _of_run(tuple(numbers), tuple(owners), sizes)
    return tuple(found)


@lru_cache(maxsize=2048)
def _sizes(sentence: str) -> tuple[int, ...]:
    """How many pieces each clause of a sentence has; empty where it is all one."""
    parts = clauses(sentence)
    pieces = weights().pieces
    return tuple(len(pieces.cut(part)) for part in parts) if len(parts) > 1 else ()


@lru_cache(maxsize=128)
def _of_run(
    numbers: tuple[int, ...], owned: tuple[int, ...], sizes: tuple[tuple[int, ...], ...]
) -> list[dict[str, float]]:
    """One run by itself: of a long letter with one sentence changed only its run is heard anew.

    A clause is heard among its neighbours: the pieces are understood once, and only their mean is
    taken over less. What is said beside the point of a long sentence is drowned in the whole of it.
    """
    joined, head = _ours()
    owners: NDArray[np.int64] = np.asarray(owned)
    encoded = encode(list(numbers), joined)
    own = np.arange(owners[owners >= 0].min(), owners.max() + 1)
    member = (owners[None, :] == own[:, None]).astype(np.float32)
    means = member @ encoded / member.sum(axis=1, keepdims=True)
    places = [
        _clause_places(np.flatnonzero(row), size) for row, size in zip(member, sizes, strict=True)
    ]
    parts = [encoded[places_of].mean(axis=0) for row in places for places_of in row]
    told = _answers(np.stack([*means, *parts]), encoded.mean(axis=0), head)
    found = [dict(zip(LABELS, map(float, row), strict=True)) for row in told[: len(own)]]
    at = len(own)
    for one, row in zip(found, places, strict=True):
        if row:
            loudest = told[at : at + len(row)].max(axis=0)
            one.update((name + PART, float(x)) for name, x in zip(LABELS, loudest, strict=True))
        at += len(row)
    return found


def _clause_places(places: NDArray[np.int64], sizes: tuple[int, ...]) -> list[NDArray[np.int64]]:
    """The places of each clause among those of its sentence; what was cut off is left out."""
    ends = np.cumsum(sizes, dtype=np.int64)
    cut = [places[end - size : end] for end, size in zip(ends, sizes, strict=True)]
    return [one for one in cut if len(one)]


def _answers(means: Floats, whole: Floats, head: dict[str, Floats]) -> Floats:
    seen = np.concatenate([means, np.tile(whole, (len(means), 1))], axis=1)
    seen = level(seen, head["scale"], head["shift"], 1e-5)
    told: Floats = 1.0 / (1.0 + np.exp(-(seen @ head["answer"].T + head["answer_bias"])))
    return told


@lru_cache(maxsize=1)
def _ours() -> tuple[Weights, dict[str, Floats]]:
    """The reader's lowest layers with ours above them, and our head."""
    with np.load(FILE, allow_pickle=False) as box:
        held = {name: box[name] for name in box.files}
    labels = tuple(bytes(held["labels"]).decode("ascii").split("\n"))
    assert labels == LABELS, "the weights were learned for other labels"
    head = {
        n.removeprefix("head."): held[n].astype(np.float32) for n in held if n.startswith("head.")
    }
    reader = weights()
    return replace(reader, layers=(*reader.layers[:KEPT], *layers_of(held))), head
