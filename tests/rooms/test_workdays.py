"""Business days where the recipient lives; the dates were looked up in printed calendars."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword import workdays

DAYS = st.dates(date(2020, 1, 1), date(2031, 12, 31))
PLACES = st.sampled_from(["", "DE", "US", "AE", "SA", "IL", "JP", "GB", "CA-ON", "XX"])


@pytest.mark.parametrize(
    ("day", "country", "works"),
    [
        (date(2026, 3, 2), "", True),  # a Monday
        (date(2026, 3, 1), "", False),
        (date(2026, 12, 25), "", True),  # without a country no holiday is known
        (date(2026, 12, 25), "DE", False),
        (date(2026, 4, 6), "DE", False),  # Easter Monday
        (date(2026, 4, 6), "US", True),
        (date(2026, 11, 26), "US", False),  # Thanksgiving
        (date(2026, 6, 4), "DE-BY", False),  # Corpus Christi is one in Bavaria
        (date(2026, 6, 4), "DE-HH", True),
        (date(2026, 3, 6), "SA", False),  # Friday
        (date(2026, 3, 8), "SA", True),  # Sunday
        (date(2026, 3, 8), "IL", True),
        (date(2026, 3, 6), "AE", True),  # the Emirates moved to Saturday and Sunday
        (date(2026, 3, 8), "AE", False),
        (date(2026, 3, 2), "XX", True),  # a place nobody knows
        (date(2026, 5, 25), "UK", False),  # spring bank holiday, whatever one calls the country
    ],
)
def test_whether_people_are_at_their_desks(day: date, country: str, works: bool) -> None:
    assert workdays.is_workday(day, country) is works


def test_a_region_may_stand_apart_from_its_country() -> None:
    assert not workdays.is_workday(date(2026, 6, 4), "DE", "BY")
    assert workdays.is_workday(date(2026, 6, 4), "DE", "no such region")


def test_adding_steps_over_weekends_and_holidays() -> None:
    assert workdays.add(date(2026, 3, 6), 1) == date(2026, 3, 9)
    assert workdays.add(date(2026, 4, 2), 1, "DE") == date(2026, 4, 7)  # over Easter
    assert workdays.add(date(2026, 3, 9), -1) == date(2026, 3, 6)
    assert workdays.add(date(2026, 3, 7), 0) == date(2026, 3, 9)
    assert workdays.add(date(2026, 12, 31), 1, "DE") == date(2027, 1, 4)  # over the year


@given(DAYS, st.integers(1, 30), PLACES)
def test_adding_and_counting_agree(day: date, n: int, country: str) -> None:
    later = workdays.add(day, n, country)
    assert workdays.is_workday(later, country)
    assert workdays.between(day, later, country) == n
    assert workdays.between(later, day, country) == -n
    assert workdays.add(day, n + 1, country) > later


def slow_add(day: date, n: int, country: str) -> date:
    """One day after another, as one would with a calendar on the wall."""
    step = timedelta(days=1 if n >= 0 else -1)
    while n == 0 and not workdays.is_workday(day, country):
        day += step
    left = abs(n)
    while left:
        day += step
        left -= workdays.is_workday(day, country)
    return day


def slow_between(a: date, b: date, country: str) -> int:
    if b < a:
        return -slow_between(b, a, country)
    steps = range(1, (b - a).days + 1)
    return sum(workdays.is_workday(a + timedelta(days=i), country) for i in steps)


@given(DAYS, st.integers(-400, 400), PLACES)
def test_adding_by_years_is_adding_day_by_day(day: date, n: int, country: str) -> None:
    assert workdays.add(day, n, country) == slow_add(day, n, country)


@given(DAYS, st.integers(-900, 900), PLACES)
def test_counting_by_years_is_counting_day_by_day(day: date, days: int, country: str) -> None:
    other = day + timedelta(days=days)
    assert workdays.between(day, other, country) == slow_between(day, other, country)


def test_a_good_hour_is_a_morning_early_in_the_week() -> None:
    # Thursday evening in Berlin: Friday is avoided, Monday morning it is
    asked = datetime(2026, 3, 5, 20, tzinfo=UTC)
    good = workdays.good_hour(asked, "Europe/Berlin", "DE")
    assert good.isoformat() == "2026-03-09T09:00:00+01:00"
    assert workdays.is_good_hour(good, "Europe/Berlin", "DE")
    # after Easter Monday also the day after the holiday is left alone
    easter = workdays.good_hour(datetime(2026, 4, 3, 8, tzinfo=UTC), "Europe/Berlin", "DE")
    assert easter.date() == date(2026, 4, 8)
    # at a good hour one need not wait
    now = datetime(2026, 3, 10, 9, 30, tzinfo=UTC)
    assert workdays.good_hour(now, "Europe/Berlin", "DE") == now


def test_a_good_hour_in_the_gulf_knows_its_own_week() -> None:
    thursday = datetime(2026, 3, 5, 5, tzinfo=UTC)  # 08:00 in Riyadh, the last day of the week
    assert workdays.good_hour(thursday, "Asia/Riyadh", "SA").date() == date(2026, 3, 8)


@given(st.integers(0, 4 * 366 * 24 * 60), PLACES)
def test_a_good_hour_never_lies_behind(minutes: int, country: str) -> None:
    now = datetime(2024, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    good = workdays.good_hour(now, "Europe/Paris", country)
    assert good >= now
    assert workdays.is_good_hour(good, "Europe/Paris", country)


@pytest.mark.parametrize(
    ("day", "country", "quiet"),
    [
        (date(2026, 12, 29), "DE", "turn of the year"),
        (date(2026, 1, 3), "", "turn of the year"),
        (date(2026, 8, 14), "FR", "August"),
        (date(2026, 8, 14), "US", ""),
        (date(2026, 5, 1), "JP", "Golden Week"),
        (date(2026, 8, 14), "JP", "Obon"),
        (date(2026, 2, 17), "CN", "Lunar New Year"),
        (date(2026, 2, 16), "KR", "Lunar New Year"),
        (date(2026, 3, 1), "SA", "Ramadan"),  # 18 February to 19 March 2026
        (date(2026, 5, 1), "SA", ""),
        (date(2026, 11, 8), "IN", "Diwali"),
        (date(2026, 3, 4), "DE", ""),
    ],
)
def test_quiet_periods(day: date, country: str, quiet: str) -> None:
    said = workdays.quiet_period(day, country)
    assert quiet in said if quiet else said == ""


def test_the_calendar_library_is_not_loaded_until_it_is_needed() -> None:
    code = (
        "import sys; import afterword.counsel, afterword.workdays; assert 'holidays' not in "
        "sys.modules, 'holidays'; assert 'django' not in sys.modules; assert 'zoneinfo' not in "
        "sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
