"""The doubts ledger: what they doubted, what kind of doubt it is, whether it was answered, what would.

Heard doubts in; judged doubts, groups across cases and the page before a talk out. Pure.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from afterword.counsel.doubts.before import Point, Preparation, Talk, may_ask
from afterword.counsel.doubts.heard import Doubt, Heard, Met, Own, Proof, Since, Where
from afterword.counsel.doubts.kinds import fixable, kind_of, states_a_doubt
from afterword.counsel.doubts.meeting import met
from afterword.counsel.doubts.recurring import Group, alike, groups
from afterword.counsel.doubts.remedies import Answer, Remedy, remedy, three_lines
from afterword.terms import DoubtKind

__all__ = [
    "Answer",
    "Doubt",
    "Group",
    "Heard",
    "Met",
    "Own",
    "Point",
    "Preparation",
    "Proof",
    "Remedy",
    "Since",
    "Talk",
    "Where",
    "alike",
    "groups",
    "judge",
    "judge_all",
    "may_ask",
    "remedy",
    "states_a_doubt",
    "three_lines",
]


def judge(heard: Heard, today: date) -> Doubt:
    """What kind of doubt it is, whether it can be mended, and whether it was answered by `today`."""
    kind = kind_of(heard)
    assert isinstance(kind.value, DoubtKind)
    mend = fixable(heard, kind.value)
    return Doubt(
        heard=heard,
        kind=kind.value,
        kind_why=kind.why,
        kind_basis=kind.basis,
        fixable=mend.value is True,
        fixable_why=mend.why,
        fixable_basis=mend.basis,
        met=met(heard, today),
    )


def judge_all(heard: Iterable[Heard], today: date) -> tuple[Doubt, ...]:
    """Every doubt that was said by `today`, judged."""
    said = (one for one in heard if one.remark.at is None or one.remark.at <= today)
    return tuple(judge(one, today) for one in said)
