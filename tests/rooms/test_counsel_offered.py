"""An offer: it comes first, the day they named last holds, and what is said elsewhere is true."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from afterword.counsel import next_move, stand
from afterword.counsel.moving.scene import FIRST, NOW
from afterword.counsel.offered import steps
from afterword.terms import (
    CaseFile,
    Channel,
    Deed,
    Direction,
    Happening,
    MailKind,
    Part,
    Person,
    State,
)

START = datetime(2026, 3, 2, 10, tzinfo=UTC)  # a Monday
NORA = Person("nora", "Nora Vale", "nora@quarryside.example", Part.HR_PARTNER)
FRIDAY, NEXT = date(2026, 3, 13), date(2026, 3, 20)


def at(day: int) -> datetime:
    return START + timedelta(days=day)


def h(day: int, kind: MailKind | Deed, **more: Any) -> Happening:
    return Happening(id=f"{day:03}-{kind}", at=at(day), kind=kind, **more)


def case(*happenings: Happening) -> CaseFile:
    first = h(0, Deed.APPLICATION, direction=Direction.OUT)
    return CaseFile("c", "Quarryside", "Planner", happenings=(first, *happenings), people=(NORA,))


OFFER = h(4, MailKind.OFFER, who="nora", asked_by=FRIDAY)
RANG = h(6, Deed.CALL, channel=Channel.PHONE, promised=NEXT)


def test_an_offer_comes_before_whatever_else_presses() -> None:
    move = next_move(case(OFFER), at(5))
    assert move.urgency == FIRST > NOW
    assert (move.when, move.who) == (FRIDAY, "nora")
    assert "by 13 March" in move.why
    assert "A week more" in move.why
    assert "in writing" in move.why


def test_the_later_word_wins_whether_it_came_by_telephone_or_by_mail() -> None:
    told = case(OFFER, RANG)
    assert stand(told, at(7)).state is State.OFFER
    move = next_move(told, at(7))
    assert move.when == NEXT
    assert "20 March" in move.why
    assert "13 March" not in move.why
    assert "A week more" not in move.why
    again = h(6, MailKind.OFFER, who="nora", asked_by=NEXT)
    assert next_move(case(OFFER, again), at(7)).when == NEXT


def test_an_offer_made_anew_without_a_day_keeps_the_day_of_the_first() -> None:
    better = h(6, MailKind.OFFER, who="nora")
    assert next_move(case(OFFER, better), at(7)).when == FRIDAY


def test_a_day_named_before_the_offer_is_no_day_for_its_answer() -> None:
    task = h(2, MailKind.ASSESSMENT, asked_by=date(2026, 3, 5))
    move = next_move(case(task, h(4, MailKind.OFFER, who="nora")), at(5))
    assert move.when is None
    assert "ask by when they need to know" in move.why


#: The same Friday, and the Wednesday before it.
WEDNESDAY = date(2026, 3, 11)
#: What may be asked for while an offer lies open.
MEANWHILE = [
    MailKind.ACTION_NEEDED,
    MailKind.ASSESSMENT,
    MailKind.INTERVIEW_INVITATION,
    MailKind.INTERVIEW_LOGISTICS,
    MailKind.REOPENED,
]


@pytest.mark.parametrize("kind", MEANWHILE)
def test_an_offer_stays_an_offer_whatever_is_asked_for_meanwhile(kind: MailKind) -> None:
    file = case(OFFER, h(5, kind, who="nora", asked_by=WEDNESDAY))
    standing = stand(file, at(6))
    assert standing.state is State.OFFER
    assert (
        "They made you an offer on 6 March. They asked for your answer by 13 March." in standing.why
    )
    assert "on 7 March" in standing.why
    assert "by 11 March" in standing.why
    move = next_move(file, at(6))
    assert (move.urgency, move.when) == (FIRST, FRIDAY)
    assert "13 March" in move.why
    assert "11 March" in move.why


@pytest.mark.parametrize("kind", [MailKind.ACTION_NEEDED, MailKind.INTERVIEW_INVITATION])
def test_without_an_offer_the_same_mail_puts_the_ball_to_the_user(kind: MailKind) -> None:
    assert stand(case(h(5, kind, asked_by=WEDNESDAY)), at(6)).state is State.ACTIVE


def test_an_offer_ends_when_it_is_answered_or_taken_back() -> None:
    form = h(5, MailKind.ACTION_NEEDED, asked_by=WEDNESDAY)
    for end in (
        h(6, Deed.OFFER_ACCEPTED, direction=Direction.OUT),
        h(6, Deed.OFFER_DECLINED, direction=Direction.OUT),
        h(6, MailKind.OFFER_RESCINDED),
    ):
        assert stand(case(OFFER, form, end), at(7)).state is State.CLOSED


def test_only_words_of_the_answer_move_its_day() -> None:
    longer = h(5, MailKind.ACTION_NEEDED, asked_by=NEXT, asks_answer=True)
    move = next_move(case(OFFER, longer), at(6))
    assert move.when == NEXT
    assert "It may wait for your answer until 20 March" in move.why
    paper = h(5, MailKind.ACTION_NEEDED, asked_by=NEXT)
    assert next_move(case(OFFER, paper), at(6)).when == FRIDAY
    rang = h(5, MailKind.ACTION_NEEDED, channel=Channel.PHONE, promised=NEXT)
    assert next_move(case(OFFER, rang), at(6)).when == FRIDAY


def test_what_was_asked_for_is_told_until_it_is_answered_or_over() -> None:
    form = h(5, MailKind.ACTION_NEEDED, asked_by=WEDNESDAY)
    sent = h(6, MailKind.OTHER_JOB, direction=Direction.OUT)
    assert "11 March" in stand(case(OFFER, form), at(9)).why
    assert "11 March" not in stand(case(OFFER, form), at(10)).why
    answered = stand(case(OFFER, form, sent), at(7))
    assert answered.state is State.OFFER
    assert "11 March" not in answered.why


def test_an_offer_without_a_day_shows_the_day_of_what_they_ask_for() -> None:
    form = h(5, MailKind.ACTION_NEEDED, asked_by=WEDNESDAY)
    move = next_move(case(h(4, MailKind.OFFER, who="nora"), form), at(6))
    assert move.when == WEDNESDAY
    assert "No day for your answer was found" in move.why


def test_what_they_ask_for_is_the_first_of_the_steps() -> None:
    first = steps(FRIDAY, date(2026, 3, 9), asked="They sent you a task on 7 March.")[0]
    assert first.says == "They sent you a task on 7 March. Doing it is neither a yes nor a no."


def test_a_day_gone_by_is_said_and_not_shown_as_one_to_come() -> None:
    move = next_move(case(OFFER), at(13))
    assert move.when is None
    assert "ring them today" in move.why


def test_the_words_are_true_and_name_nobody() -> None:
    found = steps(FRIDAY, date(2026, 3, 9), elsewhere=True)
    words = " ".join(one.words for one in found)
    assert "20 March" in words, "a week beside the day they named"
    assert "another offer by 13 March" in words
    alone = steps(FRIDAY, date(2026, 3, 9))
    assert "another offer" not in " ".join(one.words for one in alone)


def test_more_time_is_not_asked_for_twice() -> None:
    found = steps(NEXT, date(2026, 3, 9), extended=True)
    assert not any("may I have until" in one.words for one in found)


def test_without_a_day_the_day_is_asked_for() -> None:
    found = steps(None, date(2026, 3, 9), elsewhere=True)
    assert any("By which day do you need my answer?" in one.words for one in found)
