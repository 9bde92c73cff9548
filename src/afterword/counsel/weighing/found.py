"""What a look into the file found: a value, the sentence, the words behind it, how sure."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from afterword.terms import Basis

#: The found value and the sentence that says why, or who tells it when somebody asks.
Held = tuple[Any, str | Callable[[], str]]


class Found(NamedTuple):
    """A value with the words that lie behind it; None where they say something, and not how much."""

    value: float | bool | None
    says: str | Callable[[], str]
    quote: str = ""
    basis: Basis = Basis.INFERRED
