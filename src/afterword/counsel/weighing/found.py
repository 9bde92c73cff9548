"""What a look into the file found: a value, the sentence, the words behind it, how sure."""

from __future__ import annotations

from typing import NamedTuple

from afterword.terms import Basis


class Found(NamedTuple):
    """A tuple because some ten of them are made for every case that has ended."""

    value: float
    says: str
    quote: str = ""
    basis: Basis = Basis.INFERRED
