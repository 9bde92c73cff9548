"""Where they are decides what silence means and when a letter is read (method 3.2, 4.4; L01; ruling 2)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from afterword import workdays
from afterword.counsel import next_move, stand
from afterword.counsel.hours import reading_hour
from afterword.terms import (
    CaseFile,
    Deed,
    Direction,
    Happening,
    LetterKind,
    MailKind,
    Part,
    Person,
    Stage,
    State,
)

START = datetime(2026, 3, 2, 10, tzinfo=UTC)  # a Monday
ANA = Person("ana", "Ana", "ana@acme.example", Part.HIRING_MANAGER)


def at(day: int) -> datetime:
    return START + timedelta(days=day)


MET = Happening("m", START, Deed.INTERVIEW, who="ana", stage=Stage.PANEL_ONSITE)
SENT = tuple(
    Happening(kind, at(1), Deed.LETTER, Direction.OUT, "ana", detail=kind)
    for kind in (LetterKind.THANK_YOU, LetterKind.INFLUENCE_LETTER)
)


def case(country: str = "", sector: str = "", *more: Happening) -> CaseFile:
    return CaseFile("c", "Acme", "Engineer", country, sector, (MET, *SENT, *more), (ANA,))


@pytest.mark.parametrize(
    ("country", "sector", "days"),
    [("", "", 7), ("US", "", 7), ("DE-BY", "", 15), ("AT", "", 15), ("CH", "", 15),
     ("US-NY", "government", 15)],
)  # fmt: skip
def test_the_message_clock_goes_by_the_place_and_its_region(
    country: str, sector: str, days: int
) -> None:
    """P09, ruling 2: 7 business days, 15 in Germany, Austria, Switzerland and with government."""
    fair = stand(case(country, sector), at(3)).nudge_from
    assert fair is not None
    assert workdays.between(START.date(), fair, country) == days
    day = datetime.combine(fair, START.timetz())
    assert next_move(case(country, sector), day).play == "P09"
    assert next_move(case(country, sector), day - timedelta(days=1)).play != "P09"


def test_the_process_clock_never_brings_a_question_nearer() -> None:
    """4.4, ruling 2: how long verdicts take there moves quiet and soft-closed, not the question."""
    india, brazil = stand(case("IN"), at(3)), stand(case("BR"), at(3))
    assert india.nudge_from is not None and brazil.nudge_from is not None
    assert abs((india.nudge_from - brazil.nudge_from).days) <= 2  # holidays only
    states = [stand(case(c), at(32)).state for c in ("IN", "BR")]
    assert states == [State.QUIET, State.OVERDUE]  # 16 and 40 days, E24


def test_a_delay_that_names_a_day_moves_the_day_and_one_that_does_not_starts_anew() -> None:
    """3.1: cause and a new date move the date; until then and two business days no message."""
    first = Happening("a", at(2), MailKind.STATUS_UPDATE, who="ana", promised=date(2026, 3, 10))
    later = Happening("b", at(8), MailKind.STATUS_UPDATE, who="ana", promised=date(2026, 3, 20))
    moved = case("", "", first, later)
    assert stand(moved, at(20)).state is State.AWAITING  # 22 March, a Sunday
    assert stand(moved, at(22)).state is State.OVERDUE  # 24 March, two business days on
    vague = case("", "", Happening("c", at(8), MailKind.STATUS_UPDATE, who="ana"))
    assert stand(vague, at(14)).nudge_from == workdays.add(at(8).date(), 7)


@pytest.mark.parametrize(
    "word", [MailKind.STATUS_UPDATE, MailKind.INTERVIEW_LOGISTICS, MailKind.OTHER_JOB]
)
def test_any_word_opens_a_soft_close(word: MailKind) -> None:
    """4.4: planned as if no, and open again at any word of theirs; never called a no."""
    silent = case()
    assert stand(silent, at(80)).state is State.SOFT_CLOSED
    assert stand(silent, at(80)).outcome is None
    spoken = case("", "", Happening("w", at(81), word, who="ana"))
    assert stand(spoken, at(82)).state in (State.AWAITING, State.ACTIVE)


def test_the_line_of_ontario_comes_on_day_45_and_only_for_talks_since_2026() -> None:
    """L01: in force since 1 January 2026; a pointer, never advice."""
    file = case("CA-ON")
    assert "Ontario" not in stand(file, at(44)).why
    said = stand(file, at(45)).why
    assert "45 days" in said and "not legal advice" in said
    assert "Ontario" not in stand(case("CA-QC"), at(45)).why
    old = tuple(replace(h, at=h.at - timedelta(days=150)) for h in file.happenings)
    assert "Ontario" not in stand(replace(file, happenings=old), at(-60)).why


def test_a_quiet_time_there_is_said_beside_the_silence() -> None:
    """3.2: soft; the question stays fair, and one knows why it may not be read."""
    august = tuple(
        replace(h, at=h.at + timedelta(days=150)) for h in case("FR").happenings
    )  # 30 July 2026
    file = replace(case("FR"), happenings=august)
    said = stand(file, at(165))
    assert said.state is State.OVERDUE and "the August holidays" in said.why
    assert next_move(file, at(165)).play == "P09"
    assert "the August holidays" not in stand(replace(file, country="DE"), at(175)).why
    assert (
        "the August holidays" not in stand(file, at(153)).why
    )  # nothing is fair yet, so nothing is said


# ── hours ───────────────────────────────────────────────────────────────────


def test_the_next_good_morning_is_told_by_both_clocks() -> None:
    """3.2: Monday to Thursday, 9:00 to 11:30 where they are."""
    brussels = datetime(2026, 3, 6, 17, tzinfo=ZoneInfo("Europe/Brussels"))  # Friday evening
    tokyo = reading_hour("JP", brussels)
    assert tokyo.there is not None and tokyo.there.isoformat() == "2026-03-09T09:00:00+09:00"
    assert tokyo.at.isoformat() == "2026-03-09T01:00:00+01:00"
    riyadh = reading_hour("SA", brussels)
    assert riyadh.there is not None and riyadh.there.date() == date(2026, 3, 8)  # a Sunday


def test_a_good_hour_is_known_and_a_country_of_many_clocks_names_none() -> None:
    morning = datetime(2026, 3, 10, 9, 30, tzinfo=ZoneInfo("Europe/Berlin"))
    assert reading_hour("DE", morning).now_is_good
    assert not reading_hour("DE", morning.replace(hour=13)).now_is_good
    assert reading_hour("US", morning).there is None
    assert reading_hour("US-NY", morning).there is not None


@pytest.mark.parametrize(
    ("country", "day", "quiet"),
    [
        ("FR", date(2026, 8, 11), "August"),
        ("IT", date(2026, 8, 11), "August"),
        ("DE", date(2026, 8, 11), ""),
        ("JP", date(2026, 8, 13), "Obon"),
        ("GB", date(2026, 12, 29), "turn of the year"),
    ],
)
def test_a_quiet_time_is_said_and_bars_nothing(country: str, day: date, quiet: str) -> None:
    """3.2: soft; the letter may go, and the reader knows."""
    now = datetime(day.year, day.month, day.day, 0, 30, tzinfo=UTC)
    found = reading_hour(country, now)
    assert quiet in found.quiet if quiet else found.quiet == ""
    assert found.at >= now


def test_egypt_and_israel_rest_on_friday_and_saturday() -> None:
    """3.2: the weekend of the Gulf, Egypt and Israel; the Emirates keep Saturday and Sunday."""
    friday, sunday = date(2026, 5, 8), date(2026, 5, 10)
    for country in ("EG", "IL", "SA", "QA", "KW", "OM", "BH", "JO"):
        assert not workdays.is_workday(friday, country), country
        assert workdays.is_workday(sunday, country), country
    assert workdays.is_workday(friday, "AE") and not workdays.is_workday(sunday, "AE")


# ── where they are ──────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("address", "country"),
    [
        ("ana@firm.de", "DE"),
        ("ana@firm.co.uk", "GB"),
        ("ana@FIRM.CH", "CH"),
        ("ana@firm.com", ""),
        ("ana@firm.co", ""),  # sold to everybody
        ("ana@firm.io", ""),
        ("", ""),
    ],
)
def test_an_address_may_tell_a_country(address: str, country: str) -> None:
    assert workdays.country_of(address) == country


@pytest.mark.parametrize("place", ["DE", "DE-BY", "CA-ON", "US-NY", "UK", "GB-SCT"])
def test_places_that_can_be_looked_up(place: str) -> None:
    assert workdays.is_known(place)


@pytest.mark.parametrize("place", ["XX", "DE-ZZ", "D", ""])
def test_places_that_cannot(place: str) -> None:
    assert not workdays.is_known(place)


def test_a_region_keeps_its_own_clock() -> None:
    assert workdays.clock_of("DE-BY") == "Europe/Berlin"
    assert workdays.clock_of("AU-WA") == "Australia/Perth"
    assert workdays.clock_of("AU") == "" and workdays.clock_of("XX") == ""
