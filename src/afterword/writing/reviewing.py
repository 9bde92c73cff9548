"""A second pair of eyes on a letter: a table of rules, each with its reason."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from afterword.terms import Fact, Finding, LetterKind, Person


def review(
    text: str,
    kind: LetterKind,
    *,
    to: Person | None = None,
    company: str = "",
    names: Collection[str] = (),
    today: date | None = None,
    facts: Sequence[Fact] = (),
) -> tuple[Finding, ...]:
    """What a careful friend would note in the margin, in reading order; empty is good."""
    return ()
