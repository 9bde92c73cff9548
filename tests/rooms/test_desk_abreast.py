"""Today stays as quick with three thousand cases as with thirty: it loads what it can show."""

from __future__ import annotations

import uuid
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from afterword.casebook.models import Case, Move, Person, Seat, Standing, Touch
from afterword.casebook.snooze import snooze
from afterword.desk import morning
from afterword.desk.abreast import LISTED, abreast

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)
DAY = date(2026, 3, 10)


def planned(account: uuid.UUID, n: int, *, play: str = "P09", state: str = "overdue") -> Case:
    """A case as a plan leaves it, with a person and what was sent to them."""
    case = Case.open(account=account, company=f"Firm {n:03}", role="Head", at=NOW)
    ada = Person.add(account=account, name=f"Ada {n}", email=f"a{n}@x.example", at=NOW)
    Seat.give(case=case, person=ada, at=NOW)
    Touch.note_one(person=ada, case=case, kind="status_nudge", when=NOW, at=NOW)
    given = {"account": account, "entered_at": NOW, "case": case, "at": NOW}
    Standing.objects.create(state=state, seen_state=state, nudge_from=DAY, **given)
    Move.objects.create(play=play, who=str(ada.pk), why="A question is fair.", when=DAY, **given)
    return case


def test_the_queries_of_today_do_not_grow_with_cases_people_and_touches() -> None:
    account = uuid.uuid4()

    def count() -> int:
        with CaptureQueriesContext(connection) as asked:
            morning.today(account, NOW, "Europe/London")
        return len(asked)

    for n in range(3):
        planned(account, n)
        planned(account, 500 + n, play="", state="awaiting")
    few = count()
    for n in range(3, LISTED + 8):
        planned(account, n)
        planned(account, 500 + n, play="", state="awaiting")
    assert count() == few


def test_what_is_not_listed_is_counted() -> None:
    account = uuid.uuid4()
    for n in range(LISTED + 4):
        planned(account, n)
        planned(account, 500 + n, play="", state="awaiting")
    page = morning.today(account, NOW, "Europe/London")
    assert (len(page.cards), len(page.later), page.more_later) == (3, LISTED - 3, 4)
    assert (len(page.waiting), page.more_waiting) == (LISTED, 4)
    assert page.cases == 2 * (LISTED + 4)


def test_the_most_pressing_are_loaded_and_what_is_put_off_is_not() -> None:
    account = uuid.uuid4()
    for n in range(LISTED + 2):
        planned(account, n)
    pressing = planned(account, 900)
    Move.objects.filter(case=pressing).update(urgency=3)
    resting = planned(account, 901)
    Move.objects.filter(case=resting).update(urgency=9)
    snooze(case=resting, until=DAY + timedelta(days=5), at=NOW)
    never = planned(account, 902)
    Move.objects.filter(case=never).update(urgency=9)
    snooze(case=never, until=None, play="P09", at=NOW)
    found = abreast(account, NOW, DAY)
    assert pressing in found.cases
    page = morning.today(account, NOW, "Europe/London")
    assert page.cards[0].case == pressing.pk
    assert not {resting.pk, never.pk} & {card.case for card in (*page.cards, *page.later)}
    # another play of a case where one play is refused is shown
    Move.objects.filter(case=never).update(play="P15")
    assert morning.today(account, NOW, "Europe/London").cards[0].case == never.pk
