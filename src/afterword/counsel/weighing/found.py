"""What a look into the file found: a value, the sentence, the words behind it, how sure."""

from __future__ import annotations

from dataclasses import dataclass

from afterword.terms import Basis


@dataclass(frozen=True, slots=True)
class Found:
    value: float
    says: str
    quote: str = ""
    basis: Basis = Basis.INFERRED
