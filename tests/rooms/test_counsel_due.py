"""What they asked of the user is the user's own turn: a task with its day, a talk to say yes to."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from afterword.counsel import next_move
from afterword.counsel.moving.scene import NOW, THEIRS
from afterword.terms import (
    Basis,
    CaseFile,
    Deed,
    Direction,
    Happening,
    LetterKind,
    MailKind,
    Part,
    Person,
    Remark,
    RemarkKind,
)

START = datetime(2026, 3, 2, 10, tzinfo=UTC)  # a Monday
IDA = Person("ida", "Ida Brandt", "ida@quarryside.example", Part.RECRUITER_INTERNAL)


def at(day: int, hour: int = 10) -> datetime:
    return START + timedelta(days=day, hours=hour - 10)


def h(day: int, kind: MailKind | Deed, hour: int = 10, **more: Any) -> Happening:
    return Happening(id=f"{day:03}-{hour:02}-{kind}", at=at(day, hour), kind=kind, **more)


def case(*happenings: Happening) -> CaseFile:
    return CaseFile("c", "Quarryside", "Planner", happenings=happenings, people=(IDA,))


APPLIED = h(0, Deed.APPLICATION, direction=Direction.OUT)
TASK = h(3, MailKind.ASSESSMENT, who="ida", asked_by=date(2026, 3, 12))
CALLED = h(7, MailKind.INTERVIEW_INVITATION, who="ida")
#: Thursday 12 March.
TALK = h(10, Deed.INTERVIEW, basis=Basis.INFERRED)
MINE = h(1, MailKind.OTHER_JOB, direction=Direction.OUT, who="ida")


def test_a_task_with_a_day_is_the_users_turn_until_that_day() -> None:
    move = next_move(case(APPLIED, TASK), at(4))
    assert (move.source, move.when, move.urgency) == (THEIRS, date(2026, 3, 12), NOW)
    assert "by 12 March" in move.why


def test_after_that_day_nothing_is_asked_for_that_may_be_done() -> None:
    move = next_move(case(APPLIED, TASK), at(11))
    assert (move.source, move.play, move.question) == ("", "", "")


def test_a_task_that_was_answered_in_own_mail_is_theirs_again() -> None:
    done = h(5, MailKind.OTHER_JOB, direction=Direction.OUT, who="ida")
    assert next_move(case(APPLIED, TASK, done), at(6)).source != THEIRS


def test_an_invitation_without_an_answer_is_answered_before_the_questions_are_chosen() -> None:
    move = next_move(case(APPLIED, MINE, CALLED, TALK), at(8))
    assert (move.source, move.when, move.who) == (THEIRS, date(2026, 3, 12), "ida")
    assert "12 March" in move.why
    assert "No answer of yours is found" in move.why


def test_a_yes_by_mail_or_by_telephone_ends_it() -> None:
    for yes in (
        h(7, MailKind.INTERVIEW_LOGISTICS, hour=15, direction=Direction.OUT, who="ida"),
        h(7, Deed.CALL, hour=15, direction=Direction.OUT, who="ida"),
    ):
        assert next_move(case(APPLIED, MINE, CALLED, yes, TALK), at(8)).source != THEIRS


def test_whose_own_mail_is_not_read_is_told_less_and_not_at_all_once_confirmed() -> None:
    move = next_move(case(APPLIED, CALLED, TALK), at(8))
    assert move.source == THEIRS
    assert move.urgency < NOW
    assert "If you have not answered yet" in move.why
    confirmed = replace(TALK, basis=Basis.SAID)
    assert next_move(case(APPLIED, CALLED, confirmed), at(8)).source != THEIRS


def test_an_address_that_takes_no_answer_is_not_to_be_answered() -> None:
    deaf = replace(CALLED, reply_possible=False)
    assert next_move(case(APPLIED, MINE, deaf, TALK), at(8)).source != THEIRS


def test_on_the_day_itself_the_talk_comes_first() -> None:
    assert next_move(case(APPLIED, MINE, CALLED, TALK), at(10, 8)).source != THEIRS


def test_a_doubt_put_to_ones_face_is_answered_with_proof_and_by_nobody_else() -> None:
    asked = h(8, MailKind.ACTION_NEEDED, who="ida")
    doubt = Remark(
        "r", RemarkKind.DOUBT, "I have not seen you lead.", "Ida Brandt", at=at(8).date()
    )
    move = next_move(replace(case(APPLIED, asked), remarks=(doubt,)), at(9))
    assert (move.play, move.letter) == ("P06", LetterKind.PROOF_OFFER)
    assert "I have not seen you lead." in move.why


def test_papers_asked_for_a_week_after_a_doubt_are_papers() -> None:
    asked = h(8, MailKind.ACTION_NEEDED, who="ida")
    doubt = Remark(
        "r", RemarkKind.DOUBT, "I have not seen you lead.", "Ida Brandt", at=at(1).date()
    )
    move = next_move(replace(case(APPLIED, asked), remarks=(doubt,)), at(9))
    assert move.source == THEIRS and "asked you for something" in move.why
