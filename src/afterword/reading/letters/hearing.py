"""From the sentences of a letter to one share for each label: the reader's lowest layers, then ours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from afterword.reading.letters import LABELS, runs_of
from afterword.reading.model.encoder import encode, level
from afterword.reading.model.weights import Floats, Weights, layers_of, weights

FILE = Path(__file__).with_name("weights.npz")
#: So many of the reader's layers are taken as they are; training left them as published.
KEPT = 3


def shares(kind: str, sentences: tuple[str, ...]) -> tuple[Mapping[str, float], ...]:
    """For each sentence the share of every label; what is looked at again is not heard again."""
    found: list[Mapping[str, float]] = []
    for numbers, owners in runs_of(kind, sentences, weights().pieces):
        found += _of_run(tuple(numbers), tuple(owners))
    return tuple(found)


@lru_cache(maxsize=128)
def _of_run(numbers: tuple[int, ...], owned: tuple[int, ...]) -> list[dict[str, float]]:
    """One run by itself: of a long letter with one sentence changed only its run is heard anew."""
    joined, head = _ours()
    owners: NDArray[np.int64] = np.asarray(owned)
    encoded = encode(list(numbers), joined)
    own = np.arange(owners[owners >= 0].min(), owners.max() + 1)
    member = (owners[None, :] == own[:, None]).astype(np.float32)
    means = member @ encoded / member.sum(axis=1, keepdims=True)
    seen = np.concatenate([means, np.tile(encoded.mean(axis=0), (len(own), 1))], axis=1)
    seen = level(seen, head["scale"], head["shift"], 1e-5)
    told = 1.0 / (1.0 + np.exp(-(seen @ head["answer"].T + head["answer_bias"])))
    return [dict(zip(LABELS, map(float, row), strict=True)) for row in told]


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
