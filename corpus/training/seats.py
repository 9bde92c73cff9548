"""Train what hears whether two adverts seek one work, and measure it on the hand it has not seen.

    python corpus/training/seats.py fold NAME [OUT]  without the hand NAME: how well it judges it
    python corpus/training/seats.py final            src/afterword/reading/seats/weights.npz

It learns from the families of corpus/watches/likeness alone; the years of boards are never read.
Nine of the encoder's twelve layers stay as published (three of them lie in the reader's own file);
the last three, which hold likeness of sense, are moved. Needs requirements/train.in.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from learning import NAMES, WIDTH, _block, _hidden
from letters import Ground, in_bytes
from starting import Start
from torch import Tensor, nn
from torch.nn import functional

TOP = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TOP / "src"))

from afterword.reading.model.pieces import CLOSE, OPEN  # noqa: E402
from afterword.reading.seats import TITLE, cut  # noqa: E402

FAMILIES = TOP / "corpus" / "watches" / "likeness"
OUT = TOP / "src" / "afterword" / "reading" / "seats" / "weights.npz"
IS = ("same", "sibling", "other")
#: Layers that stay as published, those of them that lie in the reader's file, and those that learn.
PUBLISHED, READERS, LEARNING = 9, 3, 3
SEED, EPOCHS, TOGETHER, SIZE = 3, 5, 6, 96
#: How often an advert is learned without its text, with its first words only, without its department.
TEXTLESS, CURT, HOUSELESS = 0.25, 0.25, 0.2
#: A pair from two families is always apart, and mostly easy, but a board is full of such pairs.
FOREIGN = 0.5

#: So many words of a text are read, so many pieces of it and of a department.
WORDS, TEXT, DEPARTMENT = 45, 90, 12

Advert = dict[str, str]


def families() -> list[tuple[str, dict[str, Any]]]:
    """Each family with its hand."""
    return [
        (path.stem, json.loads(line))
        for path in sorted(FAMILIES.glob("*.jsonl"))
        for line in path.read_text("utf-8").splitlines()
        if line.strip()
    ]


class Sensor(nn.Module):
    """The last layers, the sense of an advert, and what two senses are to each other."""

    def __init__(self, known: Start) -> None:
        super().__init__()
        self.blocks = nn.ModuleList(
            _block(known, at) for at in range(PUBLISHED, PUBLISHED + LEARNING)
        )
        self.level = nn.LayerNorm(WIDTH, elementwise_affine=False)
        self.sense = nn.Linear(WIDTH, SIZE, bias=False)
        nn.init.orthogonal_(self.sense.weight)
        self.open = nn.Linear(WIDTH, 1)
        # near adverts lie near from the start: what the published layers know is kept
        self.scale = nn.Parameter(torch.tensor([8.0, -2.0]))
        self.mid = nn.Linear(3 * SIZE + 1, SIZE)
        self.pair = nn.Linear(SIZE, len(IS))

    def forward(self, adverts: Sequence[np.ndarray], drop: float) -> Tensor:
        """One row an advert, from what the published layers said of it."""
        longest = max(map(len, adverts))
        x = torch.zeros(len(adverts), longest, WIDTH)
        present = torch.zeros(len(adverts), longest, dtype=torch.bool)
        for at, below in enumerate(adverts):
            x[at, : len(below)] = torch.from_numpy(below.astype(np.float32))
            present[at, : len(below)] = True
        x = functional.dropout(x, drop, self.training)
        hidden = _hidden(present)
        with torch.autocast("cpu", torch.bfloat16):
            for block in self.blocks:
                x = block(x, hidden, drop)
        x = x.float()
        mean: Tensor = (present[..., None] * x).sum(1) / present.sum(1)[:, None]
        return self.level(mean)  # type: ignore[no-any-return]

    def held(self, one: Tensor, other: Tensor) -> Tensor:
        """The three answers for pairs of rows."""
        a = functional.normalize(self.sense(one), dim=-1) * 4
        b = functional.normalize(self.sense(other), dim=-1) * 4
        cosine = (a * b).sum(-1, keepdim=True) / 16
        seen = torch.cat([(a - b).abs(), a * b, (a + b) / 2, cosine], -1)
        told: Tensor = self.pair(
            functional.dropout(functional.gelu(self.mid(seen)), 0.1, self.training)
        )
        near = self.scale[0] * cosine + self.scale[1]
        return told + torch.cat([near, near, -near], -1)


def _pairs(marks: Sequence[str], homes: Sequence[int]) -> list[tuple[int, int, int, float]]:
    """Which adverts are held together: from, to, what they are, and how much that counts.

    The first of a family is the seat that was lost; one that is the same seat speaks for it as well.
    """
    found = []
    for i, mark in enumerate(marks):
        lost = i == 0 or homes[i - 1] != homes[i]
        for j, other in enumerate(marks):
            if homes[i] != homes[j]:
                found.append((i, j, IS.index("other"), FOREIGN))
            elif i != j and mark == "same" and other != "no_search":
                found.append((i, j, IS.index(other), 1.0 if lost else 0.5))
                found.append((j, i, IS.index(other), 0.5))
    return found


def learn(ground: Ground, lessons: Sequence[dict[str, Any]]) -> Sensor:
    """Move the last layers until they judge these families as the hands do."""
    rng = random.Random(SEED)
    torch.manual_seed(SEED)
    sensor = Sensor(ground.known)
    ours = [p for n, p in sensor.named_parameters() if not n.startswith("blocks")]
    optimiser = torch.optim.AdamW(
        [{"params": sensor.blocks.parameters(), "lr": 1.5e-4}, {"params": ours, "lr": 1.5e-3}],
        weight_decay=0.02,
    )
    steps = EPOCHS * (len(lessons) // TOGETHER + 1)
    pace = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1.0, (step + 1) / (0.1 * steps)) * max(0.02, 1 - step / steps)
    )
    sensor.train()
    for epoch in range(EPOCHS):
        pool, lost = _by_language(lessons, rng), 0.0
        for start in range(0, len(pool), TOGETHER):
            adverts, marks, homes = [], [], []
            for home, family in enumerate(pool[start : start + TOGETHER]):
                for one in [{**family["had"], "is": "same"}, *family["others"]]:
                    adverts.append(ground.below(_cut(_thinned(one, rng), ground)))
                    marks.append(one["is"])
                    homes.append(home)
            rows = sensor(adverts, 0.1)
            pairs = _pairs(marks, homes)
            told = sensor.held(rows[[p[0] for p in pairs]], rows[[p[1] for p in pairs]])
            weight = torch.tensor([p[3] for p in pairs])
            wanted = torch.tensor([p[2] for p in pairs])
            near = functional.cross_entropy(told, wanted, reduction="none", label_smoothing=0.05)
            sought = torch.tensor([float(mark != "no_search") for mark in marks])
            seeks = functional.binary_cross_entropy_with_logits(sensor.open(rows)[:, 0], sought)
            loss = (near * weight).sum() / weight.sum() + 0.7 * seeks
            optimiser.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(sensor.parameters(), 1.0)
            optimiser.step()
            pace.step()
            lost += float(loss)
        print(f"epoch {epoch + 1} of {EPOCHS}: {lost / (len(pool) / TOGETHER):.3f}", flush=True)
    sensor.eval()
    return sensor


def _by_language(lessons: Sequence[dict[str, Any]], rng: random.Random) -> list[dict[str, Any]]:
    """The families in an order in which neighbours mostly speak one language, as a board does."""
    order = {one["language"]: rng.random() for one in lessons}
    pool = sorted(lessons, key=lambda one: (order[one["language"]], rng.random()))
    groups = [pool[at : at + TOGETHER] for at in range(0, len(pool), TOGETHER)]
    rng.shuffle(groups)
    return [one for group in groups for one in group]


def _thinned(one: Advert, rng: random.Random) -> Advert:
    """The advert as some boards give it: without a text, with a short one, without a department."""
    words, chance = one.get("text", "").split(), rng.random()
    if chance < TEXTLESS:
        words = []
    elif chance < TEXTLESS + CURT:
        words = words[:12]
    house = "" if rng.random() < HOUSELESS else one.get("department", "")
    return {**one, "text": " ".join(words), "department": house}


def _cut(one: Advert, ground: Ground) -> list[int]:
    """The advert as it is learned: its title, as the product hears it, with department and text."""
    pieces = ground.pieces
    text = " ".join(one.get("text", "").split()[:WORDS])
    whole = [
        OPEN,
        *pieces.cut("query:"),
        *pieces.cut(one["title"])[:TITLE],
        *pieces.cut(","),
        *pieces.cut(one.get("department", ""))[:DEPARTMENT],
        *pieces.cut("."),
        *pieces.cut(text)[:TEXT],
        CLOSE,
    ]
    bare = not one.get("department") and not text
    assert not bare or whole == cut(one["title"], pieces), "learned otherwise than heard"
    return whole


@torch.no_grad()
def report(ground: Ground, sensor: Sensor, unseen: Sequence[dict[str, Any]], out: str) -> None:
    """What it says of families it has not seen: confusion, what is found at which false share."""
    rows = []
    for family in unseen:
        adverts = [family["had"], *family["others"]]
        seen = sensor([ground.below(_cut(one, ground)) for one in adverts], 0.0)
        shares = sensor.held(seen[:1].expand(len(seen) - 1, -1), seen[1:]).softmax(-1).numpy()
        sought = torch.sigmoid(sensor.open(seen[1:]))[:, 0].numpy()
        for one, share, is_sought in zip(family["others"], shares, sought, strict=True):
            rows.append((family, one, one["is"], share, float(is_sought)))
    marks = np.array([row[2] for row in rows])
    shares = np.array([row[3] for row in rows])
    sought = np.array([row[4] for row in rows])
    said = np.array(IS)[shares.argmax(1)]
    for mark in (*IS, "no_search"):
        counts = ", ".join(f"{name} {int(((marks == mark) & (said == name)).sum())}" for name in IS)
        print(f"{mark:10} n {int((marks == mark).sum()):4}  said {counts}")
    near = shares[:, 0] + shares[:, 1]
    for false in (0.10, 0.05, 0.02):
        bar = float(np.quantile(near[marks == "other"], 1 - false))
        found = {m: float((near[marks == m] > bar).mean()) for m in ("same", "sibling")}
        print(f"near, {false:.2f} of the others called so (bar {bar:.2f}): same {found['same']:.3f}, sibling {found['sibling']:.3f}")  # fmt: skip
    bar = float(np.quantile(sought[marks != "no_search"], 0.02))
    print(f"no search: found {float((sought[marks == 'no_search'] < bar).mean()):.3f} where 0.02 of the searches are lost (bar {bar:.2f})")  # fmt: skip
    if out:
        kept = [
            {"had": f["had"], "one": {**o}, "shares": s.tolist(), "open": p, "language": f["language"]}
            for f, o, _, s, p in rows
        ]  # fmt: skip
        Path(out).write_text(json.dumps(kept, ensure_ascii=False), "utf-8")


def write(sensor: Sensor, known: Start) -> None:
    """The published layers that the reader's file lacks, the learned ones in whole bytes, our head."""
    box: dict[str, np.ndarray] = {"layers": np.array(PUBLISHED - READERS + LEARNING)}
    for at in range(READERS, PUBLISHED):
        here = at - READERS
        block = _block(known, at)
        box |= {n: v for n, v in in_bytes(block, here).items() if not n.endswith((".byte", ".scale"))}  # fmt: skip
        for part, names in NAMES.items():
            linear = getattr(block, part)
            halves = [known.halves(f"l{at}.{name}.w", linear.in_features) for name in names]
            box[f"{here}.{part}.half"] = np.concatenate([half for half, _ in halves])
            box[f"{here}.{part}.scale"] = np.concatenate([scale for _, scale in halves])
    for at, block in enumerate(sensor.blocks):
        box |= in_bytes(block, PUBLISHED - READERS + at)
    for name in ("sense", "open", "mid", "pair"):
        linear = getattr(sensor, name)
        box[f"head.{name}"] = linear.weight.detach().numpy().astype(np.float16)
        if linear.bias is not None:
            box[f"head.{name}_bias"] = linear.bias.detach().numpy()
    box["head.scale"] = sensor.scale.detach().numpy()
    np.savez_compressed(OUT, **box)  # type: ignore[arg-type]
    print(f"{OUT.name}: {OUT.stat().st_size / 1e6:.1f} MB")


def main() -> None:
    what = sys.argv[1] if len(sys.argv) > 1 else "final"
    ground, lessons = Ground(PUBLISHED), families()
    print(f"{len(lessons)} families")
    if what == "fold":
        left = sys.argv[2]
        sensor = learn(ground, [family for hand, family in lessons if hand != left])
        out = sys.argv[3] if len(sys.argv) > 3 else ""
        report(ground, sensor, [family for hand, family in lessons if hand == left], out)
    else:
        write(learn(ground, [family for _, family in lessons]), ground.known)


if __name__ == "__main__":
    main()
