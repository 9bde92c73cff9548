"""Fight, ask first, keep warm, light touch, move on or wait: a transparent model (method 4)."""

from afterword.counsel.decision.answers import (
    CONTEXT_ASKS,
    Answers,
    Ground,
    answers_from_json,
    is_stale,
    read_answer,
)
from afterword.counsel.decision.factors import FACTORS, GATES, Factor, Gate
from afterword.counsel.decision.model import Deliberation, decide
from afterword.counsel.decision.reasons import weighed
from afterword.counsel.decision.shape import advice_to_json

__all__ = [
    "CONTEXT_ASKS",
    "FACTORS",
    "GATES",
    "Answers",
    "Deliberation",
    "Factor",
    "Gate",
    "Ground",
    "advice_to_json",
    "answers_from_json",
    "decide",
    "is_stale",
    "read_answer",
    "weighed",
]
