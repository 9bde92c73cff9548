"""A seat that was put on hold: an own answer counts, and a part of a month is no day."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from afterword.casebook.loosely import loosely
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


@pytest.mark.parametrize(
    ("day", "sentence", "says"),
    [
        (date(2027, 2, 10), "We shall know more in early February.", "early February"),
        (date(2027, 2, 10), "Wir wissen Anfang Februar mehr.", "early February"),
        (date(2027, 2, 10), "Nous en saurons plus début février.", "early February"),
        (date(2027, 2, 10), "Sabremos más a principios de febrero.", "early February"),
        (date(2027, 2, 10), "Teremos novidades no início de fevereiro.", "early February"),
        (date(2027, 2, 10), "Ne sapremo di più all'inizio di febbraio.", "early February"),
        (date(2027, 2, 10), "We weten begin februari meer.", "early February"),
        (date(2027, 3, 15), "Expect word from us mid-March.", "mid-March"),
        (date(2027, 3, 31), "Wir entscheiden Ende März.", "the end of March"),
        (date(2027, 3, 31), "Entro fine marzo le scriviamo.", "the end of March"),
        (date(2027, 2, 10), "You hear from us by 10 February.", ""),
        (date(2027, 2, 10), "Wir melden uns am 10. Februar, am Ende der Woche.", ""),
        (date(2027, 2, 12), "We shall write by Friday.", ""),
    ],
)
def test_a_part_of_a_month_is_heard_in_seven_languages(day: date, sentence: str, says: str) -> None:
    assert loosely(day, sentence) == says
