"""Which of several notes on one place is shown: the gravest, and with it the one that mends."""

from __future__ import annotations

from collections.abc import Iterable

from afterword.terms import Finding

_GRAVE = {"stop": 0, "mend": 1, "look": 2}


def one_a_place(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings in reading order, of those that touch each other only the gravest and nearest.

    A note on the whole letter, such as its length, stands beside all others.
    """
    kept: list[Finding] = []
    ranked = sorted(
        set(findings),
        key=lambda one: (
            _GRAVE.get(one.severity, 2),
            one.mend is None,
            one.end - one.start,
            one.start,
            one.rule,
        ),
    )
    for one in ranked:
        wide = one.rule in (
            "length",
            "passive",
            "i_count",
            "reading_ease",
            "sameness",
            "no_next_step",
        )
        if wide or not any(a.start < one.end and one.start < a.end for a in kept if not _wide(a)):
            kept.append(one)
    return tuple(sorted(kept, key=lambda one: (one.start, one.end, one.rule)))


def _wide(one: Finding) -> bool:
    return one.rule in ("length", "passive", "i_count", "reading_ease", "sameness", "no_next_step")
