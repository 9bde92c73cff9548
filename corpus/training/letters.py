"""Train what hears faults in letters, sentence by sentence, and measure it on hands it has not seen.

    python corpus/training/letters.py fold NAME     without the hand NAME: how well it hears it
    python corpus/training/letters.py final         src/afterword/reading/letters/weights.npz

It learns from the first exam of letters (corpus/letters) and from the single sentences of
corpus/letters/learning; the second exam is never read. The lower layers are the reader's, as they
lie in its weights and unmoved; the layers above them begin as published. Needs requirements/train.in.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from learning import WIDTH, Block, _block, _fill, _hidden
from starting import start
from torch import Tensor, nn
from torch.nn import functional

TOP = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TOP / "src"))

from afterword.reading.letters import FAULTS, LABELS, runs_of  # noqa: E402
from afterword.reading.model.pieces import Pieces  # noqa: E402
from afterword.reading.model.weights import FILE, packed_bytes, unpacked  # noqa: E402
from afterword.writing.remarks.sheet import Sheet  # noqa: E402

LETTERS = TOP / "corpus" / "letters"
OUT = TOP / "src" / "afterword" / "reading" / "letters" / "weights.npz"
SEED, EPOCHS, BATCH = 11, 5, 16
#: Layers of the reader that stay, and how many learn above them.
KEPT, LEARNING = 3, 3
#: The first exam's names for what we hear.
NAMED = {"unproven_claim": "self_praise", "weak_opening": "empty_opening", "second_question": ""}
#: Sentences put together to one letter, so that each is heard among others.
AMONG = (3, 9)


@dataclass(frozen=True, slots=True)
class Lesson:
    """Sentences in their order; for each what is said of it, and whether that is known at all."""

    hand: str
    kind: str
    sentences: tuple[str, ...]
    wanted: np.ndarray
    known: np.ndarray


def _exam() -> list[Lesson]:
    found = []
    for path in sorted(LETTERS.glob("*-??.jsonl")):
        if path.name.startswith("second-"):
            continue
        for line in path.read_text("utf-8").splitlines():
            found.append(_letter(json.loads(line)))
    return [one for one in found if one.sentences]


def _letter(one: dict[str, Any]) -> Lesson:
    sheet = Sheet(one["body"], one["kind"], tongue=one["language"])
    pieces = sheet.sentences
    wanted = np.zeros((len(pieces), len(LABELS)), np.float32)
    known = np.zeros_like(wanted)
    known[:, : len(FAULTS)] = 1.0  # what a sentence does is not marked there, only its faults
    for fault in one["faults"]:
        name = NAMED.get(fault["fault"], fault["fault"])
        if name not in FAULTS:
            continue
        at = one["body"].find(fault.get("text") or "\0")
        for n, piece in enumerate(pieces):
            if at >= 0 and piece.start < at + len(fault["text"]) and at < piece.end:
                wanted[n, FAULTS.index(name)] = 1.0
    return Lesson("exam", one["kind"], tuple(p.text for p in pieces), wanted, known)


def _sentences() -> list[tuple[str, str, dict[str, Any]]]:
    rows = []
    for path in sorted((LETTERS / "learning").glob("*.jsonl")):
        hand, language = path.stem.rsplit("-", 1)
        for line in path.read_text("utf-8").splitlines():
            if line.strip():
                rows.append((hand, language, json.loads(line)))
    return rows


def _told(row: dict[str, Any]) -> np.ndarray:
    said = {*row.get("faults", ()), *row.get("acts", ())}
    return np.array([float(label in said) for label in LABELS], np.float32)


def _mixed(
    rows: Sequence[tuple[str, str, dict[str, Any]]], rng: random.Random, pieces: Pieces
) -> list[Lesson]:
    """The single sentences as small letters: a first one, some from the middle, a last one."""
    found = []
    groups: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for hand, language, row in rows:
        groups.setdefault((hand, language), []).append(row)
    for (hand, _), own in groups.items():
        pool = own[:]
        rng.shuffle(pool)
        while pool:
            part = [pool.pop() for _ in range(min(len(pool), rng.randint(*AMONG)))]
            part.sort(key=lambda row: ("first", "middle", "last").index(row.get("place", "middle")))
            wanted = np.stack([_told(row) for row in part])
            kind = rng.choice(part).get("kind", "thank_you")
            texts = tuple(row["text"] for row in part)
            found.append(Lesson(hand, kind, texts, wanted, np.ones_like(wanted)))
    return [part for one in found for part in parts(one, pieces)]


class Hearer(nn.Module):
    """The learning layers and one number a label for each sentence."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        super().__init__()
        self.blocks = nn.ModuleList(blocks)
        self.level = nn.LayerNorm(2 * WIDTH)
        self.answer = nn.Linear(2 * WIDTH, len(LABELS))

    def forward(self, x: Tensor, present: Tensor, member: Tensor, drop: float) -> Tensor:
        hidden = _hidden(present)
        with torch.autocast("cpu", torch.bfloat16):
            for block in self.blocks:
                x = block(x, hidden, drop)
        x = x.float()
        own = member @ x
        whole = (present[..., None] * x).sum(1, keepdim=True) / present.sum(1)[:, None, None]
        seen = self.level(torch.cat([own, whole.expand_as(own)], -1))
        told: Tensor = self.answer(functional.dropout(seen, 0.2, self.training))
        return told


class Ground:
    """The reader's vocabulary and the lowest layers as published, which do not move."""

    def __init__(self, kept: int = KEPT) -> None:
        with np.load(FILE, allow_pickle=False) as box:
            names = bytes(box["pieces"]).decode("utf-8").split("\n")
            self.pieces = Pieces(names, box["pieces_score"].tolist())
            self.words = (box["words.half"], box["words.scale"])
            self.places = torch.from_numpy(box["places"].astype(np.float32))
            self.begin = nn.LayerNorm(WIDTH, eps=1e-12)
            _fill(self.begin.weight, box["start_scale"].astype(np.float32))
            _fill(self.begin.bias, box["start_shift"].astype(np.float32))
        self.known = start()
        self.blocks = [_block(self.known, at) for at in range(kept)]
        self.seen: dict[tuple[int, ...], np.ndarray] = {}

    def glance(self, lesson: Lesson) -> tuple[np.ndarray, list[int]]:
        ((numbers, owners),) = runs_of(lesson.kind, lesson.sentences, self.pieces)
        return self.below(numbers), owners

    def below(self, numbers: Sequence[int]) -> np.ndarray:
        """What the lowest layers say of these pieces; kept, since it never changes."""
        key = tuple(numbers)
        if key not in self.seen:
            flat = np.array(numbers)
            with torch.no_grad():
                x = torch.from_numpy(unpacked(self.words[0][flat], self.words[1][flat]))[None]
                x = self.begin(x + self.places[: len(numbers)])
                hidden = _hidden(torch.ones(1, len(numbers), dtype=torch.bool))
                for block in self.blocks:
                    x = block(x, hidden)
            self.seen[key] = x[0].numpy().astype(np.float16)
        return self.seen[key]


def _batch(
    ground: Ground, group: Sequence[Lesson]
) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
    told = [ground.glance(one) for one in group]
    longest = max(len(owners) for _, owners in told)
    most = max(len(one.sentences) for one in group)
    x = torch.zeros(len(group), longest, WIDTH)
    present = torch.zeros(len(group), longest, dtype=torch.bool)
    member = torch.zeros(len(group), most, longest)
    wanted = torch.zeros(len(group), most, len(LABELS))
    known = torch.zeros(len(group), most, len(LABELS))
    for at, (one, (seen, owners)) in enumerate(zip(group, told, strict=True)):
        x[at, : len(owners)] = torch.from_numpy(seen.astype(np.float32))
        present[at, : len(owners)] = True
        for place, owner in enumerate(owners):
            if owner >= 0:
                member[at, owner, place] = 1.0
        heard = min(len(one.sentences), max(owners) + 1)
        wanted[at, :heard] = torch.from_numpy(one.wanted[:heard])
        known[at, :heard] = torch.from_numpy(one.known[:heard])
    member = member / member.sum(-1, keepdim=True).clamp(min=1.0)
    return x, present, member, wanted, known


def _groups(lessons: Sequence[Lesson], rng: random.Random | None) -> list[list[Lesson]]:
    pool = sorted(lessons, key=lambda one: sum(map(len, one.sentences)))
    groups = [pool[at : at + BATCH] for at in range(0, len(pool), BATCH)]
    if rng is not None:
        rng.shuffle(groups)
    return groups


def parts(lesson: Lesson, pieces: Pieces) -> list[Lesson]:
    """A long letter as the runs it is heard in."""
    found = []
    for _, owners in runs_of(lesson.kind, lesson.sentences, pieces):
        first, last = min(o for o in owners if o >= 0), max(owners) + 1
        own = slice(first, last)
        found.append(
            Lesson(
                lesson.hand,
                lesson.kind,
                lesson.sentences[own],
                lesson.wanted[own],
                lesson.known[own],
            )
        )
    return found


def learn(ground: Ground, letters: Sequence[Lesson], rows: Sequence[Any]) -> Hearer:
    """Move the upper layers until they say of these sentences what the hands say."""
    rng = random.Random(SEED)
    torch.manual_seed(SEED)
    fresh = start()
    hearer = Hearer([_block(fresh, at) for at in range(KEPT, KEPT + LEARNING)])
    optimiser = torch.optim.AdamW(
        [
            {"params": hearer.blocks.parameters(), "lr": 1.5e-4},
            {"params": [*hearer.level.parameters(), *hearer.answer.parameters()], "lr": 2e-3},
        ],
        weight_decay=0.02,
    )
    epochs = [
        [*letters, *_mixed(rows, rng, ground.pieces), *_mixed(rows, rng, ground.pieces)]
        for _ in range(EPOCHS)
    ]
    steps = sum(len(one) // BATCH + 1 for one in epochs)
    pace = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1.0, (step + 1) / (0.1 * steps)) * max(0.02, 1 - step / steps)
    )
    hearer.train()
    for lessons in epochs:
        for group in _groups(lessons, rng):
            x, present, member, wanted, known = _batch(ground, group)
            told = hearer(functional.dropout(x, 0.1), present, member, 0.1)
            weight = known * (1.0 + 2.0 * wanted)  # a fault is rarer than its absence
            loss = (
                functional.binary_cross_entropy_with_logits(
                    told, wanted * 0.96 + 0.02, weight=weight, reduction="sum"
                )
                / known.sum()
            )
            optimiser.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(hearer.parameters(), 1.0)
            optimiser.step()
            pace.step()
    hearer.eval()
    return hearer


def ask(ground: Ground, hearer: Hearer, lessons: Sequence[Lesson]) -> tuple[np.ndarray, ...]:
    """Shares, wanted and known, a row for each sentence of all lessons."""
    shares, wanted, known = [], [], []
    with torch.no_grad():
        for group in _groups(lessons, None):
            x, present, member, want, know = _batch(ground, group)
            told = torch.sigmoid(hearer(x, present, member, 0.0))
            for at, one in enumerate(group):
                n = len(one.sentences)
                shares.append(told[at, :n].numpy())
                wanted.append(want[at, :n].numpy())
                known.append(know[at, :n].numpy())
    return np.concatenate(shares), np.concatenate(wanted), np.concatenate(known)


def report(shares: np.ndarray, wanted: np.ndarray, known: np.ndarray) -> None:
    """For each label how much is found at the bar where one clean sentence in a hundred is called."""
    for at, label in enumerate(LABELS):
        mask = known[:, at] > 0
        yes, no = shares[mask & (wanted[:, at] > 0), at], shares[mask & (wanted[:, at] == 0), at]
        if not len(yes) or not len(no):
            continue
        bars = [float(np.quantile(no, q)) for q in (0.99, 0.997)]
        found = [float((yes > bar).mean()) for bar in bars]
        print(f"{label:18s} n {len(yes):4d}  1%: {found[0]:.2f} (bar {bars[0]:.2f})  "
              f"0.3%: {found[1]:.2f} (bar {bars[1]:.2f})")  # fmt: skip


def in_bytes(block: Block, at: int) -> dict[str, np.ndarray]:
    """A layer that learned, in whole bytes, as layer `at` of a file."""
    box: dict[str, np.ndarray] = {}
    for part in ("mix", "out", "wide", "narrow"):
        linear = getattr(block, part)
        whole, scale = packed_bytes(linear.weight.detach().numpy())
        box[f"{at}.{part}.byte"], box[f"{at}.{part}.scale"] = whole, scale
        box[f"{at}.{part}_bias"] = linear.bias.detach().numpy().astype(np.float16)
    for part in ("first", "second"):
        norm = getattr(block, part)
        box[f"{at}.{part}_scale"] = norm.weight.detach().numpy().astype(np.float16)
        box[f"{at}.{part}_shift"] = norm.bias.detach().numpy().astype(np.float16)
    return box


def write(hearer: Hearer) -> None:
    """The learning layers in whole bytes, the rest as it is."""
    box: dict[str, np.ndarray] = {"layers": np.array(LEARNING)}
    for at, block in enumerate(hearer.blocks):
        box |= in_bytes(block, at)
    box["head.scale"] = hearer.level.weight.detach().numpy()
    box["head.shift"] = hearer.level.bias.detach().numpy()
    box["head.answer"] = hearer.answer.weight.detach().numpy()
    box["head.answer_bias"] = hearer.answer.bias.detach().numpy()
    box["labels"] = np.frombuffer("\n".join(LABELS).encode(), np.uint8)
    OUT.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(OUT, **box)  # type: ignore[arg-type]
    print(f"{OUT.name}: {OUT.stat().st_size / 1e6:.1f} MB")


def main() -> None:
    what = sys.argv[1] if len(sys.argv) > 1 else "final"
    out = sys.argv[2] if len(sys.argv) > 2 else ""
    ground, rows = Ground(), _sentences()
    letters = [part for one in _exam() for part in parts(one, ground.pieces)]
    print(f"{len(letters)} letters, {len(rows)} sentences")
    if what == "fold":
        kept = [one for one in letters if one.hand != out]
        hearer = learn(ground, kept, [row for row in rows if row[0] != out])
        unseen = [one for one in letters if one.hand == out]
        unseen += _mixed([row for row in rows if row[0] == out], random.Random(SEED), ground.pieces)
        report(*ask(ground, hearer, unseen))
    else:
        write(learn(ground, letters, rows))


if __name__ == "__main__":
    main()
