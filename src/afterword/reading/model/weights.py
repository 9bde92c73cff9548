"""The model's numbers as they lie in the file, and made ready to multiply.

Two forms save room. What training leaves as it was lies in half-bytes with one scale
for every 32 numbers, just as its makers published it; what training moved lies in
whole bytes with one scale a row. Word vectors stay packed in memory: a mail needs a
hundred of forty thousand.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from afterword.reading.model.pieces import Pieces

FILE = Path(__file__).with_name("weights.npz")
Floats = NDArray[np.float32]
_BLOCK = 32
HEADS = 12
#: GELU's tanh form is tanh(a * (x + b * x**3)): at the scale where a * b * x**3 is one cube,
#: it is tanh(y * (y**2 + BEND)).
_BEND_SCALE = (0.7978845608 * 0.044715) ** (1 / 3)
BEND = np.float32(0.7978845608 / _BEND_SCALE)


@dataclass(frozen=True, slots=True)
class Layer:
    """One block of the encoder; matrices are (inputs, outputs), and `folded` before use."""

    mix: Floats
    mix_bias: Floats
    out: Floats
    out_bias: Floats
    first_scale: Floats
    first_shift: Floats
    wide: Floats
    wide_bias: Floats
    narrow: Floats
    narrow_bias: Floats
    second_scale: Floats
    second_shift: Floats


@dataclass(frozen=True, slots=True)
class Weights:
    """Everything an opinion needs: vocabulary, encoder, head, temperature."""

    pieces: Pieces
    words: NDArray[np.uint8]
    words_scale: NDArray[np.float16]
    places: Floats
    start_scale: Floats
    start_shift: Floats
    layers: tuple[Layer, ...]
    head: dict[str, Floats]
    kinds: tuple[str, ...]
    temperature: float

    def vectors(self, numbers: NDArray[np.int64]) -> Floats:
        """The word vectors of these pieces."""
        return unpacked(self.words[numbers], self.words_scale[numbers])


@lru_cache(maxsize=1)
def weights() -> Weights:
    """The weights, read once, at the first question asked of the model."""
    with np.load(FILE, allow_pickle=False) as box:
        return opened({name: box[name] for name in box.files})


def opened(box: dict[str, NDArray[Any]]) -> Weights:
    """The weights out of the arrays of the file."""
    names = bytes(box["pieces"]).decode("utf-8").split("\n")
    return Weights(
        pieces=Pieces(names, box["pieces_score"].tolist()),
        words=box["words.half"],
        words_scale=box["words.scale"],
        places=_plain(box, "places"),
        start_scale=_plain(box, "start_scale"),
        start_shift=_plain(box, "start_shift"),
        layers=layers_of(box),
        head={n.removeprefix("head."): _plain(box, n) for n in box if n.startswith("head.")},
        kinds=tuple(bytes(box["kinds"]).decode("ascii").split("\n")),
        temperature=float(box["temperature"]),
    )


def layers_of(box: dict[str, NDArray[Any]]) -> tuple[Layer, ...]:
    """The layers a file holds, `folded`."""

    def matrix(name: str) -> Floats:
        if f"{name}.half" in box:
            whole = unpacked(box[f"{name}.half"], box[f"{name}.scale"])
        else:
            whole = box[f"{name}.byte"].astype(np.float32) * box[f"{name}.scale"][:, None]
        return np.ascontiguousarray(whole.T)

    layers = (
        Layer(
            **{part: matrix(f"{at}.{part}") for part in ("mix", "out", "wide", "narrow")},
            **{
                part: _plain(box, f"{at}.{part}")
                for part in (
                    "mix_bias",
                    "out_bias",
                    "wide_bias",
                    "narrow_bias",
                    "first_scale",
                    "first_shift",
                    "second_scale",
                    "second_shift",
                )
            },
        )
        for at in range(int(box["layers"]))
    )
    return tuple(map(folded, layers))


def _plain(box: dict[str, NDArray[Any]], name: str) -> Floats:
    return box[name].astype(np.float32)


def folded(layer: Layer) -> Layer:
    """The same layer with constants multiplied into its matrices, once for all mails.

    Likeness comes as a power of two (so that `exp2` serves, the quickest), already divided by
    the root of a head's width; what is bent comes at the bend's own scale and goes back.
    """
    width = layer.mix.shape[0]
    likeness = np.ones(3 * width, np.float32)
    likeness[:width] = (width // HEADS) ** -0.5 / np.log(2.0)
    return replace(
        layer,
        mix=layer.mix * likeness,
        mix_bias=layer.mix_bias * likeness,
        wide=layer.wide * np.float32(_BEND_SCALE),
        wide_bias=layer.wide_bias * np.float32(_BEND_SCALE),
        narrow=layer.narrow * np.float32(0.5 / _BEND_SCALE),
    )


def unpacked(packed: NDArray[np.uint8], scale: NDArray[np.float16]) -> Floats:
    """Rows of half-bytes as numbers: byte j of a block holds its numbers j and j + 16."""
    rows = packed.shape[0]
    blocks = packed.reshape(rows, -1, _BLOCK // 2)
    both = np.concatenate([blocks & 15, blocks >> 4], axis=2).astype(np.float32) - 8.0
    return (both * scale.astype(np.float32)[:, :, None]).reshape(rows, -1)


def packed_bytes(matrix: Floats) -> tuple[NDArray[np.int8], Floats]:
    """A matrix in whole bytes, one scale a row."""
    scale = np.maximum(np.abs(matrix).max(axis=1), 1e-8) / 127.0
    return np.rint(matrix / scale[:, None]).astype(np.int8), scale.astype(np.float32)
