"""The one thing a case asks for next, or rest and the reason for it.

Two tables of rules, before a verdict and after one, asked in order: the first
that answers is the move.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from afterword.counsel.decision import Answers, Deliberation, decide
from afterword.counsel.moving import after, before
from afterword.counsel.moving.own import stricter
from afterword.counsel.moving.scene import OVER, Scene
from afterword.counsel.moving.table import Table
from afterword.counsel.own_plays import NONE, OwnPlays
from afterword.counsel.standing import so_far, stand, standing_of, tell
from afterword.counsel.weighing import answers_of, see, weigh
from afterword.terms import Advice, Band, CaseFile, Move, Standing

__all__ = ["Judgement", "advise", "after_rest", "judge", "next_move"]


@dataclass(frozen=True, slots=True)
class Judgement:
    """All that is said of a case at one moment; advice only where the case has ended or rests.

    The reasons behind an advice are built when `advice` is looked at, and not before.
    """

    standing: Standing
    move: Move
    deliberation: Deliberation | None = None

    @property
    def advice(self) -> Advice | None:
        return self.deliberation.advice if self.deliberation else None


def advise(file: CaseFile, now: datetime) -> Advice:
    """The advice for a case as it stood at `now`."""
    return decide(weigh(file, stand(file, now), now))


def after_rest(file: CaseFile, now: datetime) -> Advice:
    """The advice that holds once the twelve hours are over: the draft is written against it.

    Where nothing but the clock asks for the pause this is what there is to think about
    meanwhile; anger that the user named is no matter of hours, so then it is `advise`.
    """
    return decide(_rested(weigh(file, stand(file, now), now)))


def next_move(file: CaseFile, now: datetime, own: OwnPlays = NONE) -> Move:
    """The one thing this case asks for at `now`; play "" is rest, with the reason why.

    `own` are a coach's plays, which add to ours or make them stricter.
    """
    return judge(file, now, own).move


def judge(file: CaseFile, now: datetime, own: OwnPlays = NONE) -> Judgement:
    """`stand`, `next_move` and `after_rest` in one, each looked at once."""
    happened = so_far(file, now)
    tale = tell(file, happened, now)
    standing = standing_of(file, tale, now)
    view = see(file, standing, happened, now, tale)
    answers = answers_of(view)
    scene = Scene(view, standing, answers, own)
    waiting = after.sealed(scene)
    if waiting is not None:
        return Judgement(standing, waiting)
    if standing.state not in OVER:
        return Judgement(standing, _first(before.RULES, scene))
    move = _first(after.RULES, scene, scene.advice.band)
    rested = _rested(answers)
    later = scene if rested is answers else Scene(view, standing, rested, own)
    if later is not scene and move.play == "P10":
        # Ruling 6: in these hours it may be drafted against, but not answered.
        then = _first(after.RULES, later, later.advice.band)
        move = replace(move, letter=then.letter, who=then.who, question=then.question)
    return Judgement(standing, move, later.advice)


def _first(rules: Table, scene: Scene, band: Band | None = None) -> Move:
    for rule in rules.worth_asking(scene, band):
        move = rule(scene)
        if move is not None and not scene.own.is_off(move.play):
            move = stricter(scene, move)
            # made a moment ago, and nobody else has it: another copy would only say this
            object.__setattr__(move, "band", band)
            return move
    raise AssertionError("the last rule always answers")


def _rested(answers: Answers) -> Answers:
    """The answers without the pause, where only the clock asks for it."""
    if not answers.G4:
        return answers
    ground = answers.ground("G4")
    if ground is None or ground.by_user:
        return answers
    return answers.given("G4", None)
