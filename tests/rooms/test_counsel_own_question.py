"""The user's own mail that asks for news is a question, also where a talk was the last thing arranged."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

from afterword.counsel import next_move, stand
from afterword.terms import (
    CaseFile,
    Deed,
    Direction,
    Happening,
    LetterKind,
    MailKind,
    Part,
    Person,
    State,
)

START = datetime(2026, 3, 2, 10, tzinfo=UTC)  # a Monday
IDA = Person("ida", "Ida Brandt", "ida@quarryside.example", Part.RECRUITER_INTERNAL)


def at(day: int) -> datetime:
    return START + timedelta(days=day)


def h(day: int, kind: MailKind | Deed, **more: Any) -> Happening:
    return Happening(id=f"{day:03}-{kind}", at=at(day), kind=kind, **more)


def case(*happenings: Happening) -> CaseFile:
    return CaseFile("c", "Quarryside", "Planner", happenings=happenings, people=(IDA,))


CALLED = h(0, MailKind.INTERVIEW_INVITATION, who="ida")
TALK = h(3, Deed.INTERVIEW)
#: "Thank you for coming; you hear from us by Wednesday 11 March", which is read as about the talk.
AFTER = h(4, MailKind.INTERVIEW_LOGISTICS, who="ida", promised=date(2026, 3, 11))


def mine(day: int) -> Happening:
    return h(day, MailKind.OTHER_JOB, direction=Direction.OUT, who="ida")


def test_a_question_after_their_day_is_counted() -> None:
    file = case(CALLED, TALK, AFTER, mine(15))
    assert stand(file, at(16)).nudges == 1
    assert stand(case(CALLED, TALK, AFTER), at(16)).nudges == 0


def test_an_answer_before_their_day_is_none() -> None:
    assert stand(case(CALLED, TALK, AFTER, mine(5)), at(6)).nudges == 0


def test_a_word_before_the_talk_is_none_though_a_day_went_by() -> None:
    again = h(6, MailKind.INTERVIEW_INVITATION, who="ida", promised=date(2026, 3, 10))
    assert stand(case(CALLED, TALK, again, mine(14)), at(15)).nudges == 0


def test_their_answer_begins_anew() -> None:
    reply = h(17, MailKind.STATUS_UPDATE, who="ida")
    assert stand(case(CALLED, TALK, AFTER, mine(15), reply), at(18)).nudges == 0


def test_what_is_left_is_the_last_question_and_it_says_when_the_first_went() -> None:
    late = at(45)
    standing = stand(case(CALLED, TALK, AFTER, mine(15)), late)
    assert standing.state in (State.QUIET, State.OVERDUE)
    assert "You asked on 17 March" in standing.why
    move = next_move(case(CALLED, TALK, AFTER, mine(15)), late)
    assert move.letter is LetterKind.FINAL_NUDGE
