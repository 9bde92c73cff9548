"""What a letter claims that none of its facts carries."""

from __future__ import annotations

from afterword.terms import Draft, Finding


def unproven(draft: Draft) -> tuple[Finding, ...]:
    """Each number, name, date or superlative that rests on no fact, and where it stands."""
    return ()
