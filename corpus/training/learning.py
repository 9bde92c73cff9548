"""The encoder as it learns (torch), with the lower layers kept as published."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import torch
from mails import KINDS, Lesson
from starting import Start
from torch import Tensor, nn
from torch.nn import functional

from afterword.reading.model.facts import Facts
from afterword.reading.model.head import sequence
from afterword.reading.model.pieces import PAD, Pieces
from afterword.reading.model.weights import unpacked

#: Layers taken over, and how many of them stay as they are: mid layers hold the meaning
#: common to the languages, the last ones only serve search.
LAYERS, KEPT = 9, 3
WIDTH, INNER, HEADS = 384, 1536, 12
LONGEST = 224
BATCH = 16
#: So many mails are learned without their sender: some sources give none.
NAMELESS = 0.3
NAMES = {"mix": ("q", "k", "v"), "out": ("ao",), "wide": ("fi",), "narrow": ("fo",)}


class Block(nn.Module):
    """One layer of the encoder."""

    def __init__(self) -> None:
        super().__init__()
        self.mix = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.wide = nn.Linear(WIDTH, INNER)
        self.narrow = nn.Linear(INNER, WIDTH)
        self.first = nn.LayerNorm(WIDTH, eps=1e-12)
        self.second = nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, x: Tensor, absent: Tensor, drop: float = 0.0) -> Tensor:
        mails, length, width = x.shape
        mixed = self.mix(x).view(mails, length, 3, HEADS, width // HEADS).permute(2, 0, 3, 1, 4)
        asks, keys, values = mixed
        # Written out: on a processor the library's fused attention learns three times slower.
        likeness = asks @ keys.transpose(-1, -2) * (width // HEADS) ** -0.5 + absent
        heard = (likeness.softmax(-1) @ values).transpose(1, 2).reshape(mails, length, width)
        x = self.first(x + self.out(heard))
        wide = self.narrow(functional.gelu(self.wide(x)))
        return self.second(x + functional.dropout(wide, drop, self.training))


class Head(nn.Module):
    """Attention over clauses, their mean, and the facts, into one number a kind."""

    def __init__(self) -> None:
        super().__init__()
        facts = len(Facts().numbers())
        self.level = nn.LayerNorm(WIDTH)
        self.attend = nn.Linear(WIDTH, 1)
        self.answer = nn.Linear(2 * WIDTH + facts, len(KINDS))
        with torch.no_grad():  # a fact no hand shows must carry no weight
            self.answer.weight[:, 2 * WIDTH :] = 0.0

    def forward(self, x: Tensor, member: Tensor, facts: Tensor) -> tuple[Tensor, Tensor]:
        clauses = self.level(member @ x)
        there = member.sum(-1) > 0
        attention = self.attend(clauses).squeeze(-1).masked_fill(~there, -1e4)
        moved = (attention.softmax(-1)[..., None] * clauses).sum(1)
        mean = (clauses * there[..., None]).sum(1) / there.sum(1, keepdim=True)
        seen = functional.dropout(torch.cat([moved, mean], -1), 0.2, self.training)
        told = functional.dropout(facts, 0.1, self.training)  # rules are silent on most mail
        return self.answer(torch.cat([seen, told], -1)), attention


@dataclass
class Model:
    """Published bottom, learning top, head, and what the bottom said of each mail so far."""

    pieces: Pieces
    words: tuple[np.ndarray, np.ndarray]
    places: Tensor
    begin: nn.LayerNorm
    bottom: nn.ModuleList
    top: nn.ModuleList
    head: Head
    seen: dict[tuple[str, bool], np.ndarray] = field(default_factory=dict)

    def learning(self) -> list[nn.Parameter]:
        return [*self.top.parameters(), *self.head.parameters()]


def begin(known: Start, keep: Sequence[int]) -> Model:
    """A model with the published numbers everywhere but in its head."""
    half, scale = known.halves("emb.word", WIDTH)
    blocks = nn.ModuleList(_block(known, at) for at in range(LAYERS))
    level = nn.LayerNorm(WIDTH, eps=1e-12)
    _fill(level.weight, known.plain("emb.ln.w"))
    _fill(level.bias, known.plain("emb.ln.b"))
    kind = known.plain("emb.type").reshape(-1, WIDTH)[0]
    return Model(
        pieces=Pieces([known.names[n] for n in keep], [known.scores[n] for n in keep]),
        words=(half[list(keep)], scale[list(keep)]),
        places=torch.from_numpy(known.plain("emb.pos").reshape(-1, WIDTH) + kind),
        begin=level,
        bottom=blocks[:KEPT],
        top=blocks[KEPT:],
        head=Head(),
    )


def _fill(parameter: Tensor, numbers: np.ndarray) -> None:
    with torch.no_grad():
        parameter.copy_(torch.from_numpy(numbers))


def _block(known: Start, at: int) -> Block:
    block = Block()
    for part, names in NAMES.items():
        linear = getattr(block, part)
        rows = [unpacked(*known.halves(f"l{at}.{name}.w", linear.in_features)) for name in names]
        _fill(linear.weight, np.concatenate(rows))
        _fill(linear.bias, np.concatenate([known.plain(f"l{at}.{name}.b") for name in names]))
    for part, name in (("first", "aln"), ("second", "oln")):
        _fill(getattr(block, part).weight, known.plain(f"l{at}.{name}.w"))
        _fill(getattr(block, part).bias, known.plain(f"l{at}.{name}.b"))
    return block


def _hidden(present: Tensor) -> Tensor:
    """What to add to likeness so that padding is never heard."""
    hidden = torch.zeros(present.shape, dtype=torch.bfloat16)
    return hidden.masked_fill(~present, -1e4)[:, None, None, :]


def _run(mail: Lesson, model: Model, *, named: bool) -> tuple[list[int], list[int]]:
    """The mail as the encoder sees it, with its sender or, as some come, without."""
    clauses = mail.clauses if named else ("", *mail.clauses[1:])
    return sequence(clauses, model.pieces, LONGEST)


def glance(model: Model, mails: Sequence[Lesson], *, named: bool = True) -> None:
    """Remember what the unmoving bottom says of each mail, so that it is asked only once."""
    missing = [mail for mail in mails if (mail.id, named) not in model.seen]
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
        for group in batches(missing, model, shuffle=False):
            runs = [_run(mail, model, named=named)[0] for mail in group]
            longest = max(map(len, runs))
            numbers = torch.tensor([[*run, *[PAD] * (longest - len(run))] for run in runs])
            present = torch.tensor([[at < len(run) for at in range(longest)] for run in runs])
            flat = numbers.reshape(-1).numpy()
            vectors = torch.from_numpy(unpacked(model.words[0][flat], model.words[1][flat]))
            x = model.begin(vectors.view(*numbers.shape, WIDTH) + model.places[:longest])
            for block in model.bottom:
                x = block(x, _hidden(present))
            for at, (mail, run) in enumerate(zip(group, runs, strict=True)):
                model.seen[mail.id, named] = x[at, : len(run)].half().numpy()


def batches(mails: Sequence[Lesson], model: Model, *, shuffle: bool) -> list[list[Lesson]]:
    """Groups of mails of like length; in a random order when `shuffle`."""

    def length(mail: Lesson) -> int:
        return sum(map(len, mail.clauses))

    pool = list(mails)
    if shuffle:
        random.shuffle(pool)
    span = BATCH * 16 if shuffle else max(len(pool), 1)
    groups = []
    for start in range(0, len(pool), span):
        block = sorted(pool[start : start + span], key=length)
        groups += [block[at : at + BATCH] for at in range(0, len(block), BATCH)]
    if shuffle:
        random.shuffle(groups)
    return groups


def forward(
    model: Model, group: Sequence[Lesson], drop: float = 0.0, *, nameless: float = 0.0
) -> tuple[Tensor, Tensor, Tensor]:
    """Answers, attention, and which clauses settle it, of one group of mails.

    A share `nameless` of them is shown without the sender, so that no answer hangs on one.
    """
    named = [random.random() >= nameless for _ in group]
    owners = [_run(mail, model, named=n)[1] for mail, n in zip(group, named, strict=True)]
    longest = max(map(len, owners))
    most = max(own[-1] for own in owners) + 1
    x = torch.zeros(len(group), longest, WIDTH)
    present = torch.zeros(len(group), longest, dtype=torch.bool)
    member = torch.zeros(len(group), most, longest)
    settles = torch.zeros(len(group), most)
    for at, (mail, own) in enumerate(zip(group, owners, strict=True)):
        x[at, : len(own)] = torch.from_numpy(model.seen[mail.id, named[at]].astype(np.float32))
        present[at, : len(own)] = True
        member[at, torch.tensor(own), torch.arange(len(own))] = 1.0
        marks = mail.settles[: own[-1] + 1]
        settles[at, : len(marks)] = torch.tensor(marks, dtype=torch.float32)
    member = member / member.sum(-1, keepdim=True).clamp(min=1.0)
    facts = torch.tensor([mail.facts.numbers() for mail in group])
    with torch.autocast("cpu", torch.bfloat16):
        x = functional.dropout(x, drop, model.top.training)
        hidden = _hidden(present)
        for block in model.top:
            x = block(x, hidden, drop)
    answers, attention = model.head(x.float(), member, facts)
    return answers, attention, settles


def learn(model: Model, mails: Sequence[Lesson], *, epochs: int, seed: int) -> None:
    """Move the top and the head so that they say of these mails what the hands say."""
    random.seed(seed)
    torch.manual_seed(seed)
    glance(model, mails)
    glance(model, mails, named=False)
    counts = torch.bincount(torch.tensor([m.kind for m in mails]), minlength=len(KINDS)).float()
    weight = (counts.mean() / counts.clamp(min=3.0)) ** 0.3
    optimiser = torch.optim.AdamW(
        [
            {"params": model.top.parameters(), "lr": 1.2e-4},
            {"params": model.head.parameters(), "lr": 2e-3},
        ],
        weight_decay=0.02,
        fused=True,
    )
    steps = epochs * (len(mails) // BATCH + 1)
    pace = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1.0, (step + 1) / (0.1 * steps)) * max(0.02, 1 - step / steps)
    )
    model.top.train()
    model.head.train()
    for _ in range(epochs):
        for group in batches(mails, model, shuffle=True):
            answers, attention, settles = forward(model, group, 0.1, nameless=NAMELESS)
            kinds = torch.stack([_wanted(mail) for mail in group])
            loss = functional.cross_entropy(answers, kinds, weight=weight, label_smoothing=0.05)
            marked = settles.sum(1) > 0
            if bool(marked.any()):  # look where the hand said the kind is settled
                wanted = settles / settles.sum(1, keepdim=True).clamp(min=1.0)
                looked = (wanted * attention.log_softmax(-1)).sum(1)[marked]
                loss = loss - 0.3 * looked.mean()
            optimiser.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(model.learning(), 1.0)
            optimiser.step()
            pace.step()


def _wanted(mail: Lesson) -> Tensor:
    """The share each kind should get: most to the hand's own answer, some to as honest ones."""
    shares = torch.zeros(len(KINDS))
    for kind in mail.also:
        shares[kind] = 0.3 / len(mail.also)
    shares[mail.kind] += 1.0 - float(shares.sum())
    return shares


def ask(model: Model, mails: Sequence[Lesson]) -> list[tuple[Lesson, np.ndarray, int]]:
    """Of each mail the answers before softmax and the clause attended to most."""
    glance(model, mails)
    model.top.eval()
    model.head.eval()
    told = []
    with torch.no_grad():
        for group in batches(mails, model, shuffle=False):
            answers, attention, _ = forward(model, group)
            for at, mail in enumerate(group):
                told.append((mail, answers[at].numpy(), int(attention[at][1:].argmax())))
    return told
