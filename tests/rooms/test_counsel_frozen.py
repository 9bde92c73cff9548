"""A seat that was put on hold: an own answer counts, and a part of a month is no day."""

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

START = datetime(2026, 11, 2, 10, tzinfo=UTC)  # a Monday
IDA = Person("ida", "Ida Brandt", "ida@quarryside.example", Part.HIRING_MANAGER)


def h(day: int, kind: MailKind | Deed, **more: Any) -> Happening:
    return Happening(id=f"{day:03}-{kind}", at=START + timedelta(days=day), kind=kind, **more)


def held(*after: Happening, **more: Any) -> CaseFile:
    before = (h(0, Deed.APPLICATION, direction=Direction.OUT), h(2, Deed.INTERVIEW, who="ida"))
    hold = h(3, MailKind.ON_HOLD, who="ida", promised=date(2027, 2, 10), **more)
    return CaseFile("c", "Quarryside", "Planner", happenings=(*before, hold, *after), people=(IDA,))


def test_who_has_answered_by_own_mail_is_not_asked_for_a_note() -> None:
    assert next_move(held(), START + timedelta(days=7)).letter is LetterKind.KEEP_IN_TOUCH
    mine = h(4, MailKind.OTHER_JOB, direction=Direction.OUT, who="ida")
    later = next_move(held(mine), START + timedelta(days=7))
    assert later.letter is None
    before = h(1, MailKind.OTHER_JOB, direction=Direction.OUT, who="ida")
    assert next_move(held(before), START + timedelta(days=7)).letter is LetterKind.KEEP_IN_TOUCH


def test_they_are_quoted_as_they_said_it() -> None:
    now = START + timedelta(days=7)
    loose = stand(held(promised_as="early February"), now)
    assert loose.state is State.ON_HOLD
    assert "They named early February 2027." in loose.why
    assert "They named 10 February 2027." in stand(held(), now).why
