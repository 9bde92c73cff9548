"""benchmarks/model.md: what the model does on hands it has not learned from, with n beside."""

from __future__ import annotations

import itertools
import time
from collections import Counter, defaultdict
from pathlib import Path

import numpy as np
from baseline import by_ngrams
from mails import KINDS, TOP, Lesson, lessons
from train import WORK, answered, right_of, temperature_of

from afterword.reading.model import judge
from afterword.reading.model.weights import FILE

PAGE = TOP / "benchmarks" / "model.md"


def write_report() -> None:
    """Write the page from the kept answers; says plainly what was not measured."""
    mails, answers, moved = answered()
    if not mails:
        raise SystemExit("nothing held out yet: python corpus/training/train.py fold 0")
    said = answers.argmax(axis=1)
    good = np.array([mail.right(int(kind)) for mail, kind in zip(mails, said, strict=True)])
    lines = [
        "# The model of the reader, on hands it has not seen",
        "",
        "Every figure is from mails of hands left out of training; the model hears what the rules",
        f"say, and decides alone. n = {len(mails)} of {len(lessons())} mails. Written by `make model`.",
        "",
        *_table("hand", [mail.hand for mail in mails], good),
        *_table("language", [mail.language for mail in mails], good),
        *_table("kind", [KINDS[mail.kind] for mail in mails], good),
        *_clauses(mails, moved),
        *_calibration(mails, answers, good),
        *_baseline(mails),
        *_curve(),
        *_cost(mails),
    ]
    PAGE.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _table(name: str, labels: list[str], good: np.ndarray) -> list[str]:
    lines = [f"| {name} | right | n | share |", "|---|---|---|---|"]
    for label, n in Counter(labels).most_common():
        right = int(good[[other == label for other in labels]].sum())
        lines.append(f"| {label} | {right} | {n} | {right / n:.3f} |")
    return [*lines, f"| all | {int(good.sum())} | {len(good)} | {good.mean():.3f} |", ""]


def _clauses(mails: list[Lesson], moved: np.ndarray) -> list[str]:
    marked = [(m, int(at)) for m, at in zip(mails, moved, strict=True) if any(m.settles)]
    right = sum(at + 1 < len(mail.settles) and mail.settles[at + 1] for mail, at in marked)
    return [f"The clause it names holds the decisive words in {right} of {len(marked)} mails.", ""]


def _calibration(mails: list[Lesson], answers: np.ndarray, good: np.ndarray) -> list[str]:
    temperature = temperature_of(answers, right_of(mails))
    raised = np.exp((answers - answers.max(axis=1, keepdims=True)) / temperature)
    top = (raised / raised.sum(axis=1, keepdims=True)).max(axis=1)
    lines = [
        f"Calibration at temperature {temperature}:",
        "",
        "| says | right | n |",
        "|---|---|---|",
    ]
    edges = (0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 1.01)
    for low, high in itertools.pairwise(edges):
        here = (top >= low) & (top < high)
        if here.any():
            lines.append(
                f"| {low:.2f} to {min(high, 1):.2f} | {good[here].mean():.3f} | {here.sum()} |"
            )
    return [*lines, ""]


def _baseline(mails: list[Lesson]) -> list[str]:
    found = by_ngrams(lessons(), {mail.hand for mail in mails})
    by_hand: dict[str, list[bool]] = defaultdict(list)
    for mail, kind in found:
        by_hand[mail.hand].append(mail.right(kind))
    told = ", ".join(f"{h} {np.mean(v):.3f} (n {len(v)})" for h, v in sorted(by_hand.items()))
    everything = [right for rights in by_hand.values() for right in rights]
    return [
        "Baseline (word 1-2 and letter 3-5 grams, logistic regression, each hand left out):",
        f"{told}; all {np.mean(everything):.3f} (n {len(everything)}).",
        "",
    ]


def _curve() -> list[str]:
    points = []
    for path in sorted(WORK.glob("curve-*.npz"), key=lambda p: int(p.stem.split("-")[1])):
        mails, answers, _ = answered(path.name)
        good = np.mean([m.right(int(k)) for m, k in zip(mails, answers.argmax(1), strict=True)])
        points.append(f"{path.stem.split('-')[1]} mails {good:.3f} (n {len(mails)})")
    if not points:
        return ["Learning curve: not measured this time.", ""]
    return ["Learning curve, one hand left out: " + "; ".join(points) + ".", ""]


def _cost(mails: list[Lesson]) -> list[str]:
    sample = mails[:: max(1, len(mails) // 60)]
    judge(sample[0].clauses[1:], sample[0].facts)
    begin = time.process_time()
    for mail in sample:
        judge(mail.clauses[1:], mail.facts)
    spent = (time.process_time() - begin) / len(sample) * 1000
    size = Path(FILE).stat().st_size / 1e6
    return [f"Size {size:.1f} MB; {spent:.0f} ms of processor time a mail (n {len(sample)})."]
