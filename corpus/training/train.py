"""Train the reader's model from our corpus alone, and measure it on hands it has not seen.

    python corpus/training/train.py fold N      answers for the hands of one fold, left out
    python corpus/training/train.py curve N     the same for the first fold, from N mails
    python corpus/training/train.py final       weights.npz from all hands
    python corpus/training/train.py unseen      unseen.npz: each mail's answer by who never saw its hand
    python corpus/training/train.py report      benchmarks/model.md from what lies in build/model
    python corpus/training/train.py             all of it, in turn

Needs requirements/train.in. The blind part is never read.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

import numpy as np
import torch
from learning import Model, ask, begin, learn
from mails import KINDS, TOP, Lesson, lessons
from starting import kept, start

from afterword.reading.model.weights import FILE, packed_bytes

SEED = 7
EPOCHS = 4
#: Hands that are left out together, so that every language stays in what is learned from.
FOLDS = (
    ("alder", "cedar", "dogwood", "hawthorn", "quince", "sorrel"),
    (
        "birch",
        "borage",
        "fir",
        "ivy",
        "juniper",
        "lovage",
        "olive",
        "rosemary",
        "sumac",
        "viburnum",
        "yew",
    ),
    (
        "elder",
        "fennel",
        "larch",
        "maple",
        "nettle",
        "poplar",
        "rowan",
        "saffron",
        "spruce",
        "tamarisk",
        "tansy",
        "thyme",
        "willow",
    ),
)
WORK = TOP / "build" / "model"
HERE = Path(__file__).resolve().parent


def fresh() -> Model:
    """A model that has learned nothing yet; the cut vocabulary is worked out once."""
    torch.manual_seed(SEED)
    known = start()
    WORK.mkdir(parents=True, exist_ok=True)
    cut = WORK / "kept.npy"
    if not cut.exists():
        np.save(cut, np.array(kept(known)))
    return begin(known, np.load(cut).tolist())


def write_answers(path: Path, told: list[tuple[Lesson, np.ndarray, int]]) -> None:
    """Keep what the model said of mails it never learned from."""
    np.savez(
        path,
        ids=np.array([mail.id for mail, _, _ in told]),
        answers=np.stack([answers for _, answers, _ in told]),
        moved=np.array([moved for _, _, moved in told]),
    )


def fold(number: int) -> None:
    """Learn from all hands of the other folds, answer for this one's."""
    mails = lessons()
    unknown = {m.hand for m in mails} - {hand for hands in FOLDS for hand in hands}
    if unknown:
        raise SystemExit(f"In no fold: {', '.join(sorted(unknown))}.")
    away = FOLDS[number]
    model = fresh()
    learn(model, [m for m in mails if m.hand not in away], epochs=EPOCHS, seed=SEED)
    write_answers(WORK / f"fold-{number}.npz", ask(model, [m for m in mails if m.hand in away]))


def curve(count: int) -> None:
    """Learn from `count` mails of the other folds, answer for the first."""
    mails = lessons()
    others = [m for m in mails if m.hand not in FOLDS[0]]
    random.Random(SEED).shuffle(others)
    model = fresh()
    learn(model, others[:count], epochs=EPOCHS, seed=SEED)
    told = ask(model, [m for m in mails if m.hand in FOLDS[0]])
    write_answers(WORK / f"curve-{min(count, len(others))}.npz", told)


def unseen() -> None:
    """Keep what the folds say, so that reading can be measured where nothing is trained."""
    mails, answers, moved = answered()
    raised = answers / temperature_of(answers, right_of(mails))
    raised -= raised.max(axis=1, keepdims=True)
    shares = np.exp(raised) / np.exp(raised).sum(axis=1, keepdims=True)
    np.savez_compressed(
        HERE / "unseen.npz",
        ids=np.array([mail.id for mail in mails]),
        kinds=np.array(KINDS),
        shares=shares.astype(np.float16),
        moved=moved.astype(np.int16),
    )


def temperature_of(answers: np.ndarray, right: np.ndarray) -> float:
    """The divisor under which the shares come true as often as they say."""
    best, found = np.inf, 1.0
    for candidate in np.arange(0.5, 3.01, 0.05):
        raised = answers / candidate
        raised -= raised.max(axis=1, keepdims=True)
        shares = np.exp(raised) / np.exp(raised).sum(axis=1, keepdims=True)
        loss = -np.log(np.maximum((shares * right).sum(axis=1), 1e-9)).mean()
        if loss < best:
            best, found = loss, float(candidate)
    return round(found, 2)


def answered(pattern: str = "fold-*.npz") -> tuple[list[Lesson], np.ndarray, np.ndarray]:
    """All kept answers for mails that still stand in the corpus."""
    by_id = {mail.id: mail for mail in lessons()}
    mails, answers, moved = [], [], []
    for path in sorted(WORK.glob(pattern)):
        with np.load(path, allow_pickle=False) as box:
            for at, name in enumerate(box["ids"]):
                if str(name) in by_id:
                    mails.append(by_id[str(name)])
                    answers.append(box["answers"][at])
                    moved.append(box["moved"][at])
    return mails, np.array(answers), np.array(moved)


def right_of(mails: list[Lesson]) -> np.ndarray:
    right = np.zeros((len(mails), len(KINDS)))
    for at, mail in enumerate(mails):
        right[at, [mail.kind, *mail.also]] = 1.0
    return right


def final() -> None:
    """Learn from every hand and write the file the reader ships.

    What is learned is averaged with the file that lies there: both began alike, and their mean
    errs less in clean, plain noes than the newcomer alone (benchmarks/model.md). Without such a file
    the newcomer stands alone.
    """
    model = fresh()
    learn(model, lessons(), epochs=EPOCHS, seed=SEED)
    mails, answers, _ = answered()
    temperature = temperature_of(answers, right_of(mails)) if mails else 1.0
    box = boxed(model, temperature)
    if FILE.exists():
        with np.load(FILE, allow_pickle=False) as before:
            box = between(dict(before), box)
    np.savez(FILE, allow_pickle=False, **box)


#: So much of the mean is the newcomer's.
NEW = 0.7


def between(old: dict[str, np.ndarray], new: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """The mean of two boxes in what was learned; what was published is the same in both."""
    found = dict(new)
    for name, values in new.items():
        if name.endswith(".byte"):
            scale = f"{name.removesuffix('.byte')}.scale"
            whole = NEW * values * new[scale][:, None]
            whole += (1.0 - NEW) * old[name] * old[scale][:, None]
            found[name], found[scale] = packed_bytes(whole.astype(np.float32))
        elif values.dtype.kind == "f" and f"{name.removesuffix('.scale')}.byte" not in new:
            found[name] = (NEW * values + (1.0 - NEW) * old[name]).astype(values.dtype)
    return found


def boxed(model: Model, temperature: float) -> dict[str, np.ndarray]:
    """The arrays of the file; forms as afterword.reading.model.weights reads them."""
    known = start()
    keep = np.load(WORK / "kept.npy").tolist()
    box: dict[str, np.ndarray] = {
        "pieces": np.frombuffer("\n".join(known.names[n] for n in keep).encode(), np.uint8),
        "pieces_score": np.array([known.scores[n] for n in keep], np.float32),
        "words.half": model.words[0],
        "words.scale": model.words[1],
        "places": model.places[:320].numpy().astype(np.float16),
        "start_scale": _numbers(model.begin.weight),
        "start_shift": _numbers(model.begin.bias),
        "layers": np.array(len(model.bottom) + len(model.top)),
        "kinds": np.frombuffer("\n".join(KINDS).encode(), np.uint8),
        "temperature": np.array(temperature),
        "head.scale": _numbers(model.head.level.weight),
        "head.shift": _numbers(model.head.level.bias),
        "head.attend": _numbers(model.head.attend.weight[0]),
        "head.attend_bias": _numbers(model.head.attend.bias),
        "head.answer": _numbers(model.head.answer.weight),
        "head.answer_bias": _numbers(model.head.answer.bias),
    }
    names = {"mix": ("q", "k", "v"), "out": ("ao",), "wide": ("fi",), "narrow": ("fo",)}
    for at, block in enumerate([*model.bottom, *model.top]):
        for part, sources in names.items():
            linear = getattr(block, part)
            if at < len(model.bottom):
                pairs = [known.halves(f"l{at}.{s}.w", linear.in_features) for s in sources]
                box[f"{at}.{part}.half"] = np.concatenate([half for half, _ in pairs])
                box[f"{at}.{part}.scale"] = np.concatenate([scale for _, scale in pairs])
            else:
                whole, scale = packed_bytes(_numbers(linear.weight))
                box[f"{at}.{part}.byte"], box[f"{at}.{part}.scale"] = whole, scale
            box[f"{at}.{part}_bias"] = _numbers(linear.bias)
        for part in ("first", "second"):
            box[f"{at}.{part}_scale"] = _numbers(getattr(block, part).weight)
            box[f"{at}.{part}_shift"] = _numbers(getattr(block, part).bias)
    return box


def _numbers(parameter: torch.Tensor) -> np.ndarray:
    return parameter.detach().numpy().astype(np.float32)


def main(words: list[str]) -> None:
    match words:
        case ["fold", number]:
            fold(int(number))
        case ["curve", count]:
            curve(int(count))
        case ["final"]:
            final()
        case ["unseen"]:
            unseen()
        case ["report"]:
            from report import write_report

            write_report()
        case []:
            for number in range(len(FOLDS)):
                fold(number)
            for count in (500, 1000, 2000):
                curve(count)
            final()
            unseen()
            main(["report"])
        case _:
            sys.exit(__doc__)


if __name__ == "__main__":
    main(sys.argv[1:])
