"""The one thing a case asks for next, or rest and the reason for it.

Two tables of rules, before a verdict and after one, asked in order: the first
that answers is the move.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from afterword.counsel.decision import decide
from afterword.counsel.moving import after, before
from afterword.counsel.moving.scene import Scene
from afterword.counsel.standing import stand
from afterword.counsel.weighing import look, weigh
from afterword.terms import Advice, CaseFile, Move, State

__all__ = ["advise", "next_move"]

_AFTER = (State.CLOSED, State.ON_HOLD)


def advise(file: CaseFile, now: datetime) -> Advice:
    """The advice for a case as it stood at `now`."""
    return decide(weigh(file, stand(file, now), now))


def next_move(file: CaseFile, now: datetime) -> Move:
    """The one thing this case asks for at `now`; play "" is rest, with the reason why."""
    standing = stand(file, now)
    answers = weigh(file, standing, now)
    advice = decide(answers)
    scene = Scene(look(file, standing, now), standing, answers, advice)
    waiting = after.sealed(scene)
    if waiting is not None:
        return waiting
    ended = standing.state in _AFTER
    for rule in after.RULES if ended else before.RULES:
        move = rule(scene)
        if move is not None:
            return replace(move, band=advice.band) if ended else move
    raise AssertionError("the last rule always answers")
