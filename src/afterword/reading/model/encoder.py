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
        wide = _bend(x @ layer.wide + layer.wide_bias)
        x = _level(
            x + wide @ layer.narrow + layer.narrow_bias, layer.second_scale, layer.second_shift
        )
    return x


def _attend(x: Floats, layer: Layer) -> Floats:
    length, width = x.shape
    mixed = (x @ layer.mix + layer.mix_bias).reshape(length, 3, HEADS, width // HEADS)
    asks, keys, values = mixed.transpose(1, 2, 0, 3)
    likeness: Floats = asks @ keys.transpose(0, 2, 1) * np.float32((width // HEADS) ** -0.5)
    heard = (softmax(likeness) @ values).transpose(1, 0, 2).reshape(length, width)
    out: Floats = heard @ layer.out + layer.out_bias
    return out


def softmax(x: Floats) -> Floats:
    """Shares that sum to one along the last axis."""
    raised = np.exp(x - x.max(axis=-1, keepdims=True))
    shares: Floats = raised / raised.sum(axis=-1, keepdims=True)
    return shares


def level(x: Floats, scale: Floats, shift: Floats, tiny: float) -> Floats:
    """Each row brought to mean 0 and spread 1, then scaled and shifted as learned."""
    centred = x - x.mean(axis=-1, keepdims=True)
    spread = np.sqrt((centred * centred).mean(axis=-1, keepdims=True) + np.float32(tiny))
    levelled: Floats = centred / spread * scale + shift
    return levelled


def _level(x: Floats, scale: Floats, shift: Floats) -> Floats:
    return level(x, scale, shift, _TINY)


def _bend(x: Floats) -> Floats:
    """GELU, with the error function of Abramowitz and Stegun 7.1.26 (wrong by 1.5e-7 at most)."""
    half = np.abs(x) * np.float32(0.7071067811865476)
    t = 1.0 / (1.0 + np.float32(0.3275911) * half)
    tail = t * (
        0.254829592
        + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * np.float32(1.061405429))))
    )
    error = 1.0 - tail * np.exp(-half * half)
    bent: Floats = (0.5 * (x + np.abs(x) * error)).astype(np.float32)
    return bent
