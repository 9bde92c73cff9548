"""The next word to somebody who asked for it, or who put the user in touch: it says just that."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from afterword.terms import (
    Brief,
    Deed,
    Direction,
    Fact,
    Happening,
    LetterKind,
    MailKind,
    Person,
)
from afterword.writing import compose, unproven

OLA = Person("ola", "Ola Brandvik", "ola@fjord.example", title="Yard Manager")
NO = Happening("m7", datetime(2026, 9, 3, 10, tzinfo=UTC), MailKind.REJECTION, who="ola")
ASKED = Fact("invited:m7", "Ring me when the ice is off the yard", "Ola Brandvik")
WARM = Brief(
    kind=LetterKind.KEEP_IN_TOUCH, to=OLA, me="Per Lund", company="Fjord", role="Rigger",
    today=date(2026, 11, 2), happenings=(NO,), facts=(ASKED,),
)  # fmt: skip


def test_who_was_asked_back_comes_back_as_asked() -> None:
    made = compose(WARM)
    assert "“Ring me when the ice is off the yard.”" in made.body
    assert made.holes == ("two days you can offer",)
    assert not unproven(made, today=WARM.today) and len(made.body) <= 400
    show = replace(WARM, facts=(replace(ASKED, text="Write to me once you have your ticket"),))
    assert "two days" not in compose(show).body


def test_such_a_word_is_said_once() -> None:
    word = Happening(
        "l1", datetime(2026, 10, 5, 9, tzinfo=UTC), Deed.LETTER, Direction.OUT, who="ola",
        detail=LetterKind.KEEP_IN_TOUCH.value,
    )  # fmt: skip
    assert "ice is off" not in compose(replace(WARM, happenings=(NO, word))).body


def test_a_promise_of_theirs_leaves_nothing_to_take_up() -> None:
    promised = replace(ASKED, text="You will be the first we call when a seat is free")
    assert "take you at your word" not in compose(replace(WARM, facts=(promised,))).body


def test_who_put_one_in_touch_hears_how_it_goes() -> None:
    lead = Fact("lead:m9", "Saltholm Lifting", "Ola Brandvik")
    made = compose(replace(WARM, facts=(ASKED, lead)))
    assert "You put me in touch with Saltholm Lifting" in made.body
    assert "ice is off" not in made.body and made.holes == ("how it stands there, in a line",)
    assert not unproven(made, today=WARM.today)
