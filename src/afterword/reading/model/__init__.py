"""The model's door: what a mail most likely is, where rules do not decide.

`judge` is a pure function of clauses and facts. Its numbers lie in `weights.npz`
(trained by corpus/training from our own corpus; see NOTICE for whose encoder it
started from) and are read at the first question.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from afterword.reading.model.clauses import clauses_of
from afterword.reading.model.facts import Facts, facts_of
from afterword.terms import MailKind

__all__ = ["Facts", "Opinion", "clauses_of", "facts_of", "judge"]


@dataclass(frozen=True, slots=True)
class Opinion:
    """The likeliest kind with its calibrated probability, and the clause that moved it most."""

    kind: MailKind
    probability: float
    runners_up: tuple[tuple[MailKind, float], ...]
    clause_index: int

    def share(self, kind: MailKind) -> float:
        """The probability of `kind`, 0.0 when it is not among the likeliest."""
        if kind is self.kind:
            return self.probability
        return next((share for other, share in self.runners_up if other is kind), 0.0)


def judge(clauses: Sequence[str], facts: Facts) -> Opinion:
    """What a mail of these clauses most likely is. Raises ValueError when there is no word in them."""
    if not any(clause.strip() for clause in clauses):
        raise ValueError("a mail without a word cannot be judged")
    from afterword.reading.model.head import weigh  # numpy and 20 MB: only when truly asked

    shares, moved = weigh(clauses, facts)
    ranked = sorted(shares, key=lambda kind: shares[kind], reverse=True)
    return Opinion(
        kind=ranked[0],
        probability=shares[ranked[0]],
        runners_up=tuple((kind, shares[kind]) for kind in ranked[1:]),
        clause_index=moved,
    )
