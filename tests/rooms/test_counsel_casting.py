"""A sentence that is told when it is looked at changes nothing about the value that holds it."""

from __future__ import annotations

import copy
import pickle
import sys
from dataclasses import asdict, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.counsel import casting, days, judge, judge_all
from afterword.terms import CaseFile, Move, Standing, State

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"
sys.path.insert(0, str(BENCHMARKS))

from searches.policies import Counselled  # noqa: E402
from searches.world import World  # noqa: E402

PLAIN = Move(why="Nothing to do.", urgency=1)


def told_later(looks: list[str]) -> Move:
    """The same move, whose sentence is told on first look and noted each time it is."""

    def tell() -> str:
        looks.append("told")
        return "Nothing to do."

    return casting.move("", None, "", None, None, tell, "", 1, "")


def test_it_is_told_once_and_not_before() -> None:
    looks: list[str] = []
    move = told_later(looks)
    assert (move.play, move.urgency, looks) == ("", 1, [])
    assert (move.why, move.why, looks) == ("Nothing to do.", "Nothing to do.", ["told"])
    assert type(move) is Move


def test_untold_it_is_the_same_value() -> None:
    assert told_later([]) == PLAIN
    assert told_later([]) == PLAIN
    assert told_later([]) == told_later([])
    assert told_later([]) != replace(PLAIN, urgency=2)
    assert hash(told_later([])) == hash(PLAIN)
    assert repr(told_later([])) == repr(PLAIN)
    assert asdict(told_later([])) == asdict(PLAIN)
    for twin in (
        copy.copy(told_later([])),
        pickle.loads(pickle.dumps(told_later([]))),
        replace(told_later([]), urgency=1),
    ):
        assert twin == PLAIN
        assert type(twin) is Move


def test_it_stays_frozen() -> None:
    with pytest.raises(AttributeError):
        told_later([]).urgency = 3  # type: ignore[misc]


def test_a_standing_tells_as_well() -> None:
    untold = casting.standing(
        State.LEAD, None, None, False, None, None, None, None, 0, lambda: "So far a lead."
    )
    assert untold == Standing(State.LEAD, why="So far a lead.")


def test_together_they_are_judged_as_one_by_one() -> None:
    asked: list[tuple[CaseFile, datetime]] = []

    def asks(file: CaseFile, now: datetime) -> Move:
        asked.append((file, now))
        return judge(file, now).move

    World(907, Counselled(asks)).live()
    some = asked[::5]
    assert len(some) > 2 * 50  # more than goes through a step together
    for (file, now), one in zip(some, judge_all(some), strict=True):
        alone = judge(file, now)
        assert (one.standing, one.move, one.advice) == (alone.standing, alone.move, alone.advice)
    assert judge_all([]) == []


ZONES = [
    ZoneInfo(name)
    for name in ("Europe/Berlin", "Pacific/Apia", "Asia/Kathmandu", "America/St_Johns", "UTC")
]
MOMENTS = st.timedeltas(timedelta(0), timedelta(days=21 * 365)).map(
    lambda after: datetime(2009, 1, 1, tzinfo=UTC) + after
)


@given(MOMENTS, st.sampled_from(ZONES))
def test_the_day_there_is_what_the_zone_says(moment: datetime, zone: ZoneInfo) -> None:
    now = datetime(2026, 3, 1, tzinfo=zone)
    assert days.local(moment, now) == moment.astimezone(zone).date()


@pytest.mark.parametrize("zone", ZONES)
def test_the_day_there_holds_where_the_clock_is_changed(zone: ZoneInfo) -> None:
    now = datetime(2026, 3, 1, tzinfo=zone)
    changes = ((2026, 3, 28), (2026, 10, 24), (2011, 12, 29))
    for year, month, day in changes:  # in December 2011 Samoa left out a day
        start = datetime(year, month, day, tzinfo=UTC)
        for quarters in range(4 * 72):
            moment = start + timedelta(minutes=15 * quarters)
            assert days.local(moment, now) == moment.astimezone(zone).date()


@given(MOMENTS, st.timedeltas(timedelta(days=-5), timedelta(days=5)), st.sampled_from(ZONES))
def test_later_is_later_by_any_clock(a: datetime, apart: timedelta, zone: ZoneInfo) -> None:
    b = (a + apart).astimezone(zone)
    assert days.later(a, b) is (a > b)
    assert days.later(b, a) is (b > a)
