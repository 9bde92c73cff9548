"""From an advert to its sense, and from two senses to a likeness: the reader's lowest layers, then ours."""

from __future__ import annotations

from base64 import b64decode, b64encode
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from zlib import crc32

import numpy as np

from afterword.reading.model.encoder import encode, level, softmax
from afterword.reading.model.weights import Floats, Weights, layers_of, weights
from afterword.reading.seats import Likeness, cut

FILE = Path(__file__).with_name("weights.npz")
#: So many of the reader's layers are taken as they are; training left them as published.
KEPT = 3
#: A sense has length one; its numbers are kept in whole bytes at this scale, the openness in the last.
SCALE = 254.0


@lru_cache(maxsize=4_000)
def sense(title: str) -> str:
    joined, head = _ours()
    encoded = encode(cut(title, joined.pieces), joined)
    ones = np.ones(encoded.shape[1], np.float32)
    seen = level(encoded.mean(axis=0, keepdims=True), ones, np.zeros_like(ones), 1e-5)[0]
    share = 1.0 / (1.0 + np.exp(-float(head["open"][0] @ seen + head["open_bias"][0])))
    vector = head["sense"] @ seen
    vector /= np.linalg.norm(vector) + 1e-9
    whole = np.append(np.clip(vector * SCALE, -127, 127), share * 127.0)
    return f"{_mark()}:{b64encode(np.rint(whole).astype(np.int8).tobytes()).decode('ascii')}"


def openness(one: str) -> float:
    found = _numbers(one)
    return 1.0 if found is None else max(0.0, found[1])


def known(one: str) -> bool:
    return _numbers(one) is not None


@lru_cache(maxsize=20_000)
def held_together(one: str, other: str) -> Likeness:
    head = _ours()[1]
    first, second = _numbers(one), _numbers(other)
    if first is None or second is None:
        return Likeness(0.0, 0.0)
    a, b = first[0], second[0]
    product = a * b * 16.0
    cosine = product.sum() / 16.0
    seen = np.concatenate([np.abs(a - b) * 4.0, product, (a + b) * 2.0, [cosine]])
    inner = head["mid"] @ seen + head["mid_bias"]
    inner *= 0.5 * (1.0 + np.tanh(0.7978845608 * (inner + 0.044715 * inner**3)))
    told = head["pair"] @ inner + head["pair_bias"]
    near = head["scale"][0] * cosine + head["scale"][1]
    same, sibling, _ = softmax(told + np.array([near, near, -near], np.float32))
    return Likeness(float(same), float(sibling))


@lru_cache(maxsize=20_000)
def _numbers(one: str) -> tuple[Floats, float] | None:
    """The vector of a kept sense, of length one, and its openness; None for one of other weights."""
    mark, _, held = one.partition(":")
    if mark != _mark():
        return None
    try:
        whole = np.frombuffer(b64decode(held, validate=True), np.int8).astype(np.float32)
    except ValueError:
        return None
    if len(whole) != len(_ours()[1]["sense"]) + 1:
        return None
    vector = whole[:-1] / SCALE
    return vector / (np.linalg.norm(vector) + 1e-9), float(whole[-1]) / 127.0


@lru_cache(maxsize=1)
def _mark() -> str:
    """Which weights a sense was heard by: senses of two makes are never held together."""
    return f"{crc32(FILE.read_bytes()):08x}"


@lru_cache(maxsize=1)
def _ours() -> tuple[Weights, dict[str, Floats]]:
    """The reader's lowest layers with ours above them, and our head."""
    with np.load(FILE, allow_pickle=False) as box:
        held = {name: box[name] for name in box.files}
    head = {
        n.removeprefix("head."): held[n].astype(np.float32) for n in held if n.startswith("head.")
    }
    reader = weights()
    return replace(reader, layers=(*reader.layers[:KEPT], *layers_of(held))), head
