"""What stands beside a rule may only ever leave out rules that had nothing to say."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"
sys.path.insert(0, str(BENCHMARKS))

from searches.policies import Counselled  # noqa: E402
from searches.world import World  # noqa: E402

from afterword.counsel import next_move  # noqa: E402
from afterword.counsel.moving import after, before  # noqa: E402
from afterword.counsel.moving.scene import Scene  # noqa: E402
from afterword.counsel.standing import so_far, stand_on  # noqa: E402
from afterword.counsel.weighing import answers_of, see  # noqa: E402
from afterword.terms import CaseFile, Move, State  # noqa: E402

SEEDS = (811, 812, 813)


def scenes() -> Iterator[Scene]:
    """Cases of invented searches, each as it stood on some day, and on days before and after it."""
    found: list[tuple[CaseFile, datetime]] = []

    def asks(file: CaseFile, now: datetime) -> Move:
        found.append((file, now))
        return next_move(file, now)

    for seed in SEEDS:
        World(seed, Counselled(asks)).live()
    for n, (file, now) in enumerate(found[::9]):
        now += timedelta(days=(0, 0, -2, 3, 20)[n % 5])
        happened = so_far(file, now)
        standing = stand_on(file, happened, now)
        view = see(file, standing, happened, now)
        yield Scene(view, standing, answers_of(view))


def test_a_rule_that_is_not_asked_would_have_said_nothing() -> None:
    left_out: set[str] = set()
    for scene in scenes():
        ended = scene.standing.state in (State.CLOSED, State.ON_HOLD)
        table = after.RULES if ended else before.RULES
        asked = table.worth_asking(scene, scene.advice.band if ended else None)
        for rule in table.rules:
            if rule.asks not in asked:
                left_out.add(rule.asks.__name__)
                assert rule.asks(scene) is None, (rule.asks.__name__, scene.view.file)
    assert len(left_out) > 25  # a table that leaves out nothing would prove nothing
