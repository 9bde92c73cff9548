"""From the encoded clauses to one share for each kind."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from afterword.reading.model.encoder import encode, level, softmax
from afterword.reading.model.facts import Facts
from afterword.reading.model.pieces import CLOSE, OPEN, Pieces
from afterword.reading.model.weights import Floats, Weights, weights
from afterword.terms import MailKind

#: Longest clause and longest mail, in pieces; what is beyond is not weighed.
LONGEST_CLAUSE = 80
LONGEST = 320


def sequence(clauses: Sequence[str], pieces: Pieces, longest: int) -> tuple[list[int], list[int]]:
    """The mail as one run of pieces, and for each piece the clause it belongs to."""
    numbers, owners = [OPEN], [0]
    for at, clause in enumerate(clauses):
        own = [*pieces.cut(clause)[:LONGEST_CLAUSE], CLOSE]
        numbers += own
        owners += [at] * len(own)
        if len(numbers) >= longest:
            break
    return numbers[:longest], owners[:longest]


def weigh(
    clauses: Sequence[str], facts: Facts, known: Weights | None = None
) -> tuple[dict[MailKind, float], int]:
    """Calibrated shares of all kinds, and the number of the clause attended to most."""
    known = known or weights()
    # The sender leads as a clause of its own; it may sway the answer but is never the quote.
    numbers, owners = sequence([facts.sender, *clauses], known.pieces, LONGEST)
    encoded = encode(numbers, known)
    answers, attention = answer(encoded, np.asarray(owners), facts, known.head)
    shares = softmax(answers / np.float32(known.temperature))
    by_kind = {MailKind(name): float(s) for name, s in zip(known.kinds, shares, strict=True)}
    return by_kind, int(attention[1:].argmax()) if len(attention) > 1 else 0


def answer(
    encoded: Floats, owners: np.ndarray, facts: Facts, head: dict[str, Floats]
) -> tuple[Floats, Floats]:
    """One number a kind before softmax, and each clause's share of attention."""
    last = int(owners.max()) + 1
    member = (owners[None, :] == np.arange(last)[:, None]).astype(np.float32)
    means = member @ encoded / member.sum(axis=1, keepdims=True)
    means = level(means, head["scale"], head["shift"], 1e-5)
    attention = softmax(means @ head["attend"] + head["attend_bias"])
    seen = np.concatenate(
        [attention @ means, means.mean(axis=0), np.asarray(facts.numbers(), dtype=np.float32)]
    )
    return head["answer"] @ seen + head["answer_bias"], attention
