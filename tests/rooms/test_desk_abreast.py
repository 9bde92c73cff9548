"""Today stays as quick with three thousand cases as with thirty: it loads what it can show."""

from __future__ import annotations

import uuid
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from afterword.casebook.joining import merge
from afterword.casebook.models import Case, Event, Move, Person, Question, Seat, Standing, Touch
from afterword.casebook.snooze import snooze
from afterword.desk import morning
from afterword.desk.day import abreast as questions
from afterword.desk.day import at_hand, cards
from afterword.desk.day.abreast import LISTED, abreast
from afterword.desk.mail import sending
from afterword.desk.watch import signs
from afterword.desk.you import inward

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
    # a week of peace there ends, the refusal does not
    snooze(case=never, until=DAY + timedelta(days=7), at=NOW)
    for day, play, shown in ((6, "P15", False), (7, "P09", False), (7, "P15", True)):
        Move.objects.filter(case=never).update(play=play)
        cards = morning.today(account, NOW + timedelta(days=day), "Europe/London").cards
        assert (never.pk in [card.case for card in cards]) is shown
        asks = questions.due(account, NOW, DAY + timedelta(days=day))
        assert asks == LISTED + 2 + 2 + shown  # the one that rested for five days asks again


def test_a_case_merged_into_another_is_neither_listed_nor_counted() -> None:
    account = uuid.uuid4()
    kept, gone = planned(account, 1), planned(account, 2)
    idle, gone_too = (planned(account, n, play="", state="awaiting") for n in (3, 4))
    merge(case=gone, into=kept, at=NOW)
    merge(case=gone_too, into=idle, at=NOW)
    page = morning.today(account, NOW, "Europe/London")
    assert (page.cases, page.more_later, page.more_waiting) == (2, 0, 0)
    assert [card.case for card in page.cards] == [kept.pk]
    assert [row.case for row in page.waiting] == [idle.pk]
    assert questions.due(account, NOW, DAY) == 1


def test_the_day_they_named_stands_on_a_card_unless_it_may_come_from_a_closed_letter() -> None:
    account = uuid.uuid4()
    named, closed = planned(account, 1), planned(account, 2)
    Standing.objects.filter(case__in=[named, closed]).update(promised=DAY)
    Standing.objects.filter(case=closed).update(sealed=True)
    page = morning.today(account, NOW, "Europe/London")
    assert {card.case: card.decides for card in page.cards} == {named.pk: DAY, closed.pk: None}


def test_open_questions_are_counted_as_they_are_listed() -> None:
    account, other = uuid.uuid4(), uuid.uuid4()
    assert at_hand.asked(account, NOW) == 0
    given = {"about": "link", "text": "Which?"}
    for n in range(3):
        Question.objects.create(account=account, entered_at=NOW, key=f"{n}", **given)
    Question.objects.create(account=account, entered_at=NOW, key="a", answered_at=NOW, **given)
    later = NOW + timedelta(days=1)
    Question.objects.create(account=account, entered_at=later, key="later", **given)
    Question.objects.create(account=other, entered_at=NOW, key="theirs", **given)
    assert at_hand.asked(account, NOW) == len(at_hand.questions(account, NOW)) == 3
    assert at_hand.asked(account, later) == 4 and at_hand.asked(other, NOW) == 1


def asked(question: object, *args: object) -> str:
    """How SQLite, which has no statistics of the tables, goes about a question known by heart."""
    return question.__wrapped__(uuid.uuid4(), *args).explain()  # type: ignore[attr-defined, no-any-return]


@pytest.mark.skipif(connection.vendor != "sqlite", reason="the plan is SQLite's")
def test_what_is_looked_up_at_every_look_walks_no_long_table() -> None:
    """An account has its events and mails by the hundred thousand: 650 ms, before this held."""
    keys = [uuid.uuid4() for _ in range(20)]
    assert "INDEX event_in_order (account=? AND id>?)" in asked(morning._since, uuid.uuid4())
    assert "INDEX standing_sealed (account=?)" in asked(questions._closed)
    assert "casebook_message USING INDEX casebook_me" in asked(questions._closed)
    assert "(account=? AND case_id=?)" in asked(questions._closed)
    assert "casebook_case USING INDEX sqlite_autoindex" in asked(questions._with_these, keys)
    assert "INDEX question_open (account=?)" in asked(at_hand.questions, NOW)
    assert "INDEX sighted_standing (account=? AND entered_at>?" in asked(signs._lately, NOW, NOW)
    assert "INDEX move_held (account=? AND not_before>?)" in asked(cards._held, NOW)
    assert "INDEX dispatch_outcome (account=? AND outcome=?)" in asked(sending._begun)
    assert "COVERING INDEX opening_when (account=?)" in asked(inward._opened_last)
    for rows in (Event.objects.of(uuid.uuid4()).to_undo(), Event.objects.of(keys[0]).last_first()):
        plan = rows[:1].explain()
        assert "INDEX event_" in plan and "TEMP B-TREE" not in plan
    assert "INDEX event_to_undo" in Event.objects.of(keys[0]).to_undo()[:1].explain()
