"""Advice as `decide --json` prints it: the keys of the contract, nothing more.

A gate that holds stands among the reasons against, in its own words: where a gate decides, the
points are no reasons, and an empty list would say nothing to the one who reads it.
"""

from __future__ import annotations

from typing import Any

from afterword.counsel.decision.factors import GATE
from afterword.terms import Advice, Weighed


def advice_to_json(advice: Advice) -> dict[str, Any]:
    """The advice in the contract's shape."""
    return {
        "band": advice.band.value,
        "fight": {"score": advice.fight_score, "coverage": advice.fight_coverage},
        "warm": {"score": advice.warm_score},
        "reasons": {
            "for": [_line(reason) for reason in advice.pro],
            "against": [
                *(f"{GATE[gate].says} ({gate})" for gate in advice.gates),
                *(_line(reason) for reason in advice.con),
            ],
        },
        "unknown": list(advice.unknown),
        "next_question": advice.next_question,
        "next_step": {
            "who": advice.next_step.who,
            "what": advice.next_step.what,
            "when": advice.next_step.when,
        },
        "would_change": list(advice.would_change),
        "gates": list(advice.gates),
    }


def _line(reason: Weighed) -> str:
    quote = f" “{reason.quote}”" if reason.quote else ""
    return f"{reason.says}{quote} ({reason.factor}, {reason.points:+g})"
