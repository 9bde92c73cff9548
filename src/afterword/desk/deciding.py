"""A decision from bare answers, for those who ask without a casebook."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from afterword.counsel import advice_to_json, answers_from_json, decide
from afterword.terms import Advice


def from_answers(given: Mapping[str, Any]) -> tuple[Advice, dict[str, Any]]:
    """The advice on these answers, and the same as JSON in the contract's shape."""
    advice = decide(answers_from_json(given))
    return advice, advice_to_json(advice)
