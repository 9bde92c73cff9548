"""Many cases judged together: as each alone, with the collector of cycles left as it was found."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from afterword.counsel import judge, judge_all
from afterword.terms import CaseFile, Deed, Direction, Happening, MailKind, Outcome

NOW = datetime(2026, 6, 1, 9, tzinfo=UTC)


def cases() -> list[tuple[CaseFile, datetime]]:
    """Sixty cases, one of them refused, the others silent for longer and longer."""
    applied = NOW - timedelta(days=90)
    sent = Happening("a", applied, Deed.APPLICATION, Direction.OUT)
    no = Happening("b", NOW - timedelta(days=20), MailKind.REJECTION)
    files = [
        (CaseFile(str(n), "Acme", "Buyer", "DE", happenings=(sent,)), applied + timedelta(days=n))
        for n in range(59)
    ]
    return [*files, (CaseFile("no", "Acme", "Buyer", "DE", happenings=(sent, no)), NOW)]


@pytest.fixture(autouse=True)
def _the_collector_at_work() -> Iterator[None]:
    was = gc.isenabled()
    gc.enable()
    yield
    (gc.enable if was else gc.disable)()


def test_together_is_as_each_alone() -> None:
    asked = cases()
    together = [(j.standing, j.move, j.advice) for j in judge_all(asked)]
    assert together == [(j.standing, j.move, j.advice) for j in (judge(*one) for one in asked)]
    assert together[-1][0].outcome is Outcome.REJECTED


def test_the_collector_is_left_as_it_was_found() -> None:
    judge_all(cases())
    assert gc.isenabled()
    gc.disable()
    judge_all(cases())
    assert not gc.isenabled()


def test_the_collector_is_set_to_work_again_when_a_case_cannot_be_judged() -> None:
    with pytest.raises(AttributeError):
        judge_all([*cases(), (None, NOW)])  # type: ignore[list-item]
    assert gc.isenabled()


def test_a_plan_leaves_nothing_for_the_collector() -> None:
    """A cycle of the plan's own would be found each time; what else runs in the process is not its own."""
    judge_all(cases())  # what is made once for a day is made
    left = []
    for _try in range(3):
        gc.collect()
        gc.disable()
        judged = judge_all(cases())
        found = gc.collect()
        del judged
        left.append(found + gc.collect())
    assert min(left) == 0
