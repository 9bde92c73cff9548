"""The encoder: what each piece of the mail means among all the others, by numpy alone."""

from __future__ import annotations

import numpy as np

from afterword.reading.model.weights import Floats, Layer, Weights

HEADS = 12
_TINY = 1e-12


def encode(pieces: list[int], weights: Weights) -> Floats:
    """One vector a piece, each seen in the light of the whole sequence."""
    numbers = np.asarray(pieces, dtype=np.int64)
    x = weights.vectors(numbers) + weights.places[: len(numbers)]
    x = _level(x, weights.start_scale, weights.start_shift)
    for layer in weights.layers:
        x = _level(x + _attend(x, layer), layer.first_scale, layer.first_shift)
        wide = x @ layer.wide
        wide += layer.wide_bias
        narrow = _bend(wide) @ layer.narrow
        narrow += layer.narrow_bias
        narrow += x
        x = _level(narrow, layer.second_scale, layer.second_shift)
    return x


def _attend(x: Floats, layer: Layer) -> Floats:
    length, width = x.shape
    mixed = (x @ layer.mix + layer.mix_bias).reshape(length, 3, HEADS, width // HEADS)
    asks, keys, values = np.ascontiguousarray(mixed.transpose(1, 2, 0, 3))
    asks *= np.float32((width // HEADS) ** -0.5)
    likeness: Floats = asks @ keys.transpose(0, 2, 1)
    heard = (softmax(likeness) @ values).transpose(1, 0, 2).reshape(length, width)
    out: Floats = heard @ layer.out + layer.out_bias
    return out


def softmax(x: Floats) -> Floats:
    """Shares that sum to one along the last axis."""
    shares: Floats = x - x.max(axis=-1, keepdims=True)
    np.exp(shares, out=shares)
    shares /= shares.sum(axis=-1, keepdims=True)
    return shares


def level(x: Floats, scale: Floats, shift: Floats, tiny: float) -> Floats:
    """Each row brought to mean 0 and spread 1, then scaled and shifted as learned."""
    centred = x - x.mean(axis=-1, keepdims=True)
    spread = np.sqrt((centred * centred).mean(axis=-1, keepdims=True) + np.float32(tiny))
    levelled: Floats = centred
    levelled /= spread
    levelled *= scale
    levelled += shift
    return levelled


def _level(x: Floats, scale: Floats, shift: Floats) -> Floats:
    return level(x, scale, shift, _TINY)


def _bend(x: Floats) -> Floats:
    """GELU by its tanh form (within 5e-4 of the exact one), in the room of its input."""
    inner = x * x
    inner *= np.float32(0.044715)
    inner += 1.0
    inner *= x
    inner *= np.float32(0.7978845608)
    np.tanh(inner, out=inner)
    inner += 1.0
    inner *= x
    inner *= np.float32(0.5)
    return inner
