"""The advice beside what came of it: counted once a case, shown from ten on, never as a share."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from afterword.counsel.looking_back.came_of import ENOUGH, RIPE, Came, Given, came_of, compare
from afterword.terms import Band, CaseFile, Deed, Direction, Happening, MailKind

GIVEN = datetime(2026, 3, 2, tzinfo=UTC)
NOW = GIVEN + timedelta(days=90)


def on(
    day: int, kind: MailKind | Deed, direction: Direction = Direction.IN, **more: bool
) -> Happening:
    return Happening(f"{day}-{kind}", GIVEN + timedelta(days=day), kind, direction, **more)  # type: ignore[arg-type]


OURS = on(3, Deed.LETTER, Direction.OUT)


@pytest.mark.parametrize(
    ("later", "came"),
    [
        ((), Came.UNTOUCHED),
        ((on(-5, Deed.LETTER, Direction.OUT), on(-4, MailKind.OTHER_JOB)), Came.UNTOUCHED),
        ((OURS,), Came.UNANSWERED),
        ((on(1, MailKind.OTHER_JOB), OURS), Came.UNANSWERED),  # theirs came first
        ((OURS, on(5, MailKind.OTHER_JOB)), Came.ANSWERED),
        ((OURS, on(5, MailKind.REOPENED)), Came.TALKING),
        ((on(40, Deed.INTERVIEW),), Came.TALKING),
        ((OURS, on(5, MailKind.OTHER_JOB, stop=True)), Came.STOPPED),
        ((OURS, on(9, MailKind.OFFER), on(12, Deed.OFFER_ACCEPTED, Direction.OUT)), Came.HIRED),
        ((OURS, on(95, MailKind.OTHER_JOB)), Came.UNANSWERED),  # after the day that is asked about
        (
            (OURS, on(5, MailKind.OFFER, sealed=True)),
            Came.UNANSWERED,
        ),  # a closed envelope stays closed
    ],
)
def test_what_came_is_the_furthest_after_the_advice(
    later: tuple[Happening, ...], came: Came
) -> None:
    file = CaseFile("c", "Acme", "Buyer", happenings=later)
    assert came_of(file, Given("c", Band.KEEP_WARM, GIVEN), NOW) is came


def many(n: int) -> tuple[list[Given], list[CaseFile]]:
    given = [Given(f"c{i}", Band.KEEP_WARM if i % 2 else Band.FIGHT, GIVEN) for i in range(n)]
    files = [
        CaseFile(f"c{i}", "Acme", "Buyer", happenings=(OURS,) if i % 2 else ()) for i in range(n)
    ]
    return given, files


def test_nine_cases_say_nothing_and_ten_are_counted() -> None:
    given, files = many(ENOUGH - 1)
    few = compare(given, files, NOW)
    assert (few.n, few.rows, few.missing) == (ENOUGH - 1, (), 1)
    given, files = many(ENOUGH)
    rows = {row.band: row for row in compare(given, files, NOW).rows}
    assert rows[Band.FIGHT].came == ((Came.UNTOUCHED, 5),)
    assert rows[Band.KEEP_WARM].came == ((Came.UNANSWERED, 5),)


def test_advice_of_last_week_has_not_had_its_time() -> None:
    given, files = many(ENOUGH)
    early = compare(given, files, GIVEN + RIPE - timedelta(days=1))
    assert (early.n, early.missing) == (0, ENOUGH)


def test_a_case_counts_once_under_the_first_band_that_asked_for_something() -> None:
    given, files = many(ENOUGH)
    rested = [Given(one.case, Band.WAIT, one.at - timedelta(days=1)) for one in given]
    later = [Given(one.case, Band.MOVE_ON, one.at + timedelta(days=30)) for one in given]
    found = compare([*later, *rested, *given], files, NOW)
    assert {row.band: row.n for row in found.rows} == {Band.FIGHT: 5, Band.KEEP_WARM: 5}


def test_every_case_is_counted_under_one_thing_that_came() -> None:
    given, files = many(ENOUGH + 7)
    found = compare(given, files, NOW)
    assert sum(n for row in found.rows for _, n in row.came) == found.n == ENOUGH + 7
