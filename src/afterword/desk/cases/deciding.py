"""A decision from bare answers, for those who ask without a casebook."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from afterword.counsel import advice_to_json, answers_from_json, decide
from afterword.counsel.decision import CONTEXT_ASKS, FACTORS, GATES
from afterword.terms import Advice


def asks() -> tuple[Mapping[str, str], ...]:
    """What one may answer, each as a question: what is weighed, what decides first, the context."""
    factors = {factor.id: f"{factor.asks} ({factor.ladder})" for factor in FACTORS.values()}
    gates = {gate.id: f"{gate.asks} (true or false)" for gate in GATES}
    return factors, gates, CONTEXT_ASKS


def from_answers(given: Mapping[str, Any]) -> tuple[Advice, dict[str, Any]]:
    """The advice on these answers, and the same as JSON in the contract's shape."""
    advice = decide(answers_from_json(given))
    return advice, advice_to_json(advice)
