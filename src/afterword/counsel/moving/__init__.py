"""The one thing a case asks for next, or rest and the reason for it.

Two tables of rules, before a verdict and after one, asked in order: the first
that answers is the move.
"""

from __future__ import annotations

import gc
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from afterword.counsel.decision import decide
from afterword.counsel.moving import after, before
from afterword.counsel.moving.own import stricter
from afterword.counsel.moving.scene import OVER, Scene, rested
from afterword.counsel.moving.table import Table
from afterword.counsel.own_plays import NONE, OwnPlays
from afterword.counsel.standing import Tale, so_far, stand, standing_of, tell
from afterword.counsel.weighing import answers_of, see, weigh
from afterword.terms import Advice, Band, CaseFile, Happening, Move, Standing

__all__ = ["Judgement", "advise", "after_rest", "judge", "judge_all", "next_move", "rested"]

#: How many cases go through a step together: few enough that what was found of them is at hand.
HANDFUL = 50


class Judgement:
    """All that is said of a case at one moment; advice only where the case has ended or rests.

    The advice is deliberated anew when it is looked at, and not before: so a plan of a hundred
    thousand cases keeps three objects of each, and not the sixteen that were weighed on the way.
    """

    __slots__ = ("_advice", "_file", "_now", "_over", "move", "standing")

    def __init__(
        self, file: CaseFile, now: datetime, standing: Standing, move: Move, over: bool
    ) -> None:
        self.standing, self.move = standing, move
        self._file, self._now, self._over = file, now, over
        self._advice: Advice | None = None

    @property
    def advice(self) -> Advice | None:
        if self._over and self._advice is None:
            self._advice = decide(rested(weigh(self._file, self.standing, self._now)))
        return self._advice


def advise(file: CaseFile, now: datetime) -> Advice:
    """The advice for a case as it stood at `now`."""
    return decide(weigh(file, stand(file, now), now))


def after_rest(file: CaseFile, now: datetime) -> Advice:
    """The advice that holds once the twelve hours are over: the draft is written against it.

    Where nothing but the clock asks for the pause this is what there is to think about
    meanwhile; anger that the user named is no matter of hours, so then it is `advise`.
    """
    return decide(rested(weigh(file, stand(file, now), now)))


def next_move(file: CaseFile, now: datetime, own: OwnPlays = NONE) -> Move:
    """The one thing this case asks for at `now`; play "" is rest, with the reason why.

    `own` are a coach's plays, which add to ours or make them stricter.
    """
    return judge(file, now, own).move


def judge(file: CaseFile, now: datetime, own: OwnPlays = NONE) -> Judgement:
    """`stand`, `next_move` and `after_rest` in one, each looked at once."""
    happened = so_far(file, now)
    return _concluded(_seen(file, now, happened, tell(file, happened, now), own))


def judge_all(asked: Sequence[tuple[CaseFile, datetime]], own: OwnPlays = NONE) -> list[Judgement]:
    """`judge` for many: a handful goes through one step together before the next step.

    Nothing else is done than for each alone; but what a step needs stays at hand while it lasts.

    The collector of cycles rests meanwhile, if it was at work. A judgement holds no cycle, so what
    is done with goes at once all the same; but the collector would walk through everything that a
    plan keeps, again and again, which took a quarter of the time of twenty thousand cases. Two
    plans at once, in two threads, cannot leave it at rest: who found it at work sets it to work.
    """
    at_work = gc.isenabled()
    gc.disable()
    try:
        return _judged(asked, own)
    finally:
        if at_work:
            gc.enable()


def _judged(asked: Sequence[tuple[CaseFile, datetime]], own: OwnPlays) -> list[Judgement]:
    judged: list[Judgement] = []
    for start in range(0, len(asked), HANDFUL):
        few = asked[start : start + HANDFUL]
        told = [(file, now, past := so_far(file, now), tell(file, past, now)) for file, now in few]
        scenes = [_seen(*one, own) for one in told]
        for scene in scenes:
            if scene.standing.state in OVER and not scene.view.sealed:
                scene.advice  # noqa: B018  weighed here, and kept
        judged += [_concluded(scene) for scene in scenes]
    return judged


def _seen(
    file: CaseFile, now: datetime, happened: tuple[Happening, ...], tale: Tale, own: OwnPlays
) -> Scene:
    standing = standing_of(file, tale, now)
    view = see(file, standing, happened, now, tale)
    return Scene(view, standing, answers_of(view) if standing.state in OVER else None, own)


def _concluded(scene: Scene) -> Judgement:
    """What a case asks for of which everything is at hand."""
    view, standing, own = scene.view, scene.standing, scene.own
    file, now = view.file, view.now
    if view.sealed:
        return Judgement(file, now, standing, after.sealed(scene), False)
    if standing.state not in OVER:
        return Judgement(file, now, standing, _first(before.RULES, scene), False)
    move = _first(after.RULES, scene, scene.advice.band)
    freed = rested(scene.answers) if move.play == "P10" else scene.answers
    if freed is not scene.answers:
        # Ruling 6: in these hours it may be drafted against, but not answered.
        later = Scene(view, standing, freed, own)
        then = _first(after.RULES, later, later.advice.band)
        move = replace(move, letter=then.letter, who=then.who, question=then.question)
    return Judgement(file, now, standing, move, True)


def _first(rules: Table, scene: Scene, band: Band | None = None) -> Move:
    own = scene.own
    for rule in rules.worth_asking(scene, band):
        move = rule(scene)
        if move is None or (own is not NONE and own.is_off(move.play)):
            continue
        if own is not NONE:
            move = stricter(scene, move)
        if band is not None:
            # made a moment ago, and nobody else has it: another copy would only say this
            object.__setattr__(move, "band", band)
        return move
    raise AssertionError("the last rule always answers")
