"""Two ways of going about a search: obeying the program's counsel, and mailing everyone each month."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import datetime, timedelta

from afterword.counsel import Departure, may_leave, next_move
from afterword.terms import CaseFile, Move
from searches.people import Human
from searches.world import Case, World

Ask = Callable[[CaseFile, datetime], Move]
Leaves = Callable[[CaseFile, str, datetime], Departure]
MONTH = timedelta(days=30)
#: How long a user lets a due letter lie: days, and how often; None is never.
LIES: tuple[tuple[int | None, int], ...] = (
    (0, 55),
    (1, 12),
    (2, 8),
    (3, 5),
    (5, 3),
    (9, 2),
    (None, 15),
)


class Counselled:
    """Does what counsel asks for each day, sometimes late and sometimes not at all.

    `asks` and `leaves` are the program's own unless a test plants a fault in them.
    """

    def __init__(self, asks: Ask = next_move, leaves: Leaves = may_leave) -> None:
        self.asks, self.leaves = asks, leaves
        self.asked = 0
        self.shown: dict[tuple[str, str, str, str], tuple[datetime, int | None]] = {}
        self.rng: random.Random | None = None

    def __call__(self, world: World, now: datetime) -> None:
        self.rng = self.rng or random.Random(f"{world.seed}/user")
        for case in world.cases:
            if case.begun:
                self._look_at(world, case, now)

    def _look_at(self, world: World, case: Case, now: datetime) -> None:
        file = world.file(case)
        self.asked += 1
        move = self.asks(file, now)
        if move.letter is None and move.play != "P25":
            return
        if move.not_before is not None and move.not_before > now:
            return
        if not self._willing(case, move, now):
            return
        leave = self.leaves(file, move.who, now)
        if leave.at > now:
            return  # a letter for Monday is opened again on Monday
        letter = str(move.letter or "call")
        world.send(case, self._find(case, move.who), letter, now, cause=True)

    def _willing(self, case: Case, move: Move, now: datetime) -> bool:
        assert self.rng is not None
        key = (case.id, move.play, str(move.letter), move.who)
        since, lies = self.shown.get(key, (now, None))
        if key not in self.shown or now - since > timedelta(days=25):
            lies = self.rng.choices([d for d, _ in LIES], [n for _, n in LIES])[0]
            since = now
            self.shown[key] = (since, lies)
        return lies is not None and now - since >= timedelta(days=lies)

    @staticmethod
    def _find(case: Case, who: str) -> Human | None:
        return next((one for one in case.people if who and who in (one.id, one.email)), None)


class Monthly:
    """Writes every month to everyone met, whatever they do, until they ask for no more."""

    def __init__(self) -> None:
        self.last: dict[tuple[str, str], datetime] = {}

    def __call__(self, world: World, now: datetime) -> None:
        for case in world.cases:
            for one in case.people:
                if not one.met or one.stopped or world.hired:
                    continue
                last = self.last.setdefault((case.id, one.id), now)
                if now - last >= MONTH:
                    self.last[case.id, one.id] = now
                    world.send(case, one, "monthly", now, cause=False)
