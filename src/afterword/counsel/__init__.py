"""What to do next: pure judgements from frozen values and a `now`, each with its reason.

The doors open on first use, so that `decide` alone starts without the playbook.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from afterword.counsel.board import lane
    from afterword.counsel.cadence import Due, Rhythm, Touch, next_touch
    from afterword.counsel.decision import (
        Answers,
        Ground,
        advice_to_json,
        answers_from_json,
        decide,
        read_answer,
    )
    from afterword.counsel.departure import Departure, may_leave
    from afterword.counsel.moving import (
        Judgement,
        advise,
        after_rest,
        judge,
        judge_all,
        next_move,
        rested,
    )
    from afterword.counsel.plays import PLAYS, Play
    from afterword.counsel.standing import stand
    from afterword.counsel.weighing import weigh

__all__ = [
    "PLAYS",
    "Answers",
    "Departure",
    "Due",
    "Ground",
    "Judgement",
    "Play",
    "Rhythm",
    "Touch",
    "advice_to_json",
    "advise",
    "after_rest",
    "answers_from_json",
    "decide",
    "judge",
    "judge_all",
    "lane",
    "may_leave",
    "next_move",
    "next_touch",
    "read_answer",
    "rested",
    "stand",
    "weigh",
]

_ROOMS = {
    "board": ("lane",),
    "cadence": ("Due", "Rhythm", "Touch", "next_touch"),
    "decision": (
        "Answers",
        "Ground",
        "advice_to_json",
        "answers_from_json",
        "decide",
        "read_answer",
    ),
    "departure": ("Departure", "may_leave"),
    "moving": ("Judgement", "advise", "after_rest", "judge", "judge_all", "next_move", "rested"),
    "plays": ("PLAYS", "Play"),
    "standing": ("stand",),
    "weighing": ("weigh",),
}
_WHERE = {name: module for module, names in _ROOMS.items() for name in names}


def __getattr__(name: str) -> Any:
    if name not in _WHERE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{_WHERE[name]}"), name)
    globals()[name] = value
    return value
