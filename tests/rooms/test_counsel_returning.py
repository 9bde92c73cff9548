"""What they said of the next word, its day or its matter, goes before the rhythm of keeping warm."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from afterword.counsel import advise, next_move
from afterword.terms import (
    CaseFile,
    Deed,
    Direction,
    Hand,
    Happening,
    LetterKind,
    MailKind,
    Part,
    Person,
    ReasonSeen,
    Stage,
)

NO = datetime(2026, 9, 14, 10, tzinfo=UTC)
INA = Person("ina", "Ina Roth", "ina@quern.example", Part.HIRING_MANAGER)


def h(day: int, kind: MailKind | Deed, **more: Any) -> Happening:
    return Happening(id=f"{day:04}-{kind}", at=NO + timedelta(days=day), kind=kind, **more)


def after(*happened: Happening, **more: Any) -> CaseFile:
    met = h(-7, Deed.INTERVIEW, who="ina", stage=Stage.FINAL_EXECUTIVE)
    return CaseFile("c", "Quern", "Millwright", happenings=(met, *happened), people=(INA,), **more)


def a_no(**more: Any) -> Happening:
    return h(0, MailKind.REJECTION, who="ina", hand=Hand.PERSONAL, reply_possible=True, **more)


THANKS = h(1, Deed.LETTER, who="ina", direction=Direction.OUT, detail=LetterKind.GRACE_NOTE.value)
COME_BACK = {
    "invitation": True,
    "reasons": (ReasonSeen("R10", "Write to me in January and come to see the new mill"),),
}


def test_who_named_a_month_is_left_in_peace_until_then() -> None:
    file = after(a_no(**COME_BACK), THANKS)
    for day in (40, 70, 100):  # when the rhythm alone would look for something to say
        move = next_move(file, NO + timedelta(days=day))
        assert (move.play, move.when) == ("", date(2027, 1, 7))
        assert "in January" in move.why
    assert "7 January 2027" in next_move(file, NO + timedelta(days=70)).why


def test_what_they_put_off_by_a_year_is_looked_at_a_month_before() -> None:
    said = "The customer has pushed the launch back by a year, so I must take the offer back"
    offer = h(-2, MailKind.OFFER, who="ina", hand=Hand.PERSONAL)
    gone = h(
        0,
        MailKind.OFFER_RESCINDED,
        who="ina",
        hand=Hand.PERSONAL,
        reasons=(ReasonSeen("R07", said),),
    )
    move = next_move(after(offer, gone, THANKS), NO + timedelta(days=60))
    assert (move.play, move.when) == ("", date(2027, 8, 15))  # a year on, less thirty days


def test_who_brought_a_lead_hears_how_it_goes_once() -> None:
    lead = replace(h(30, MailKind.OUTREACH, who="ina"), direction=Direction.IN)
    file = after(a_no(), THANKS, elsewhere=(lead,))
    move = next_move(file, NO + timedelta(days=33))
    assert (move.play, move.who, move.letter) == ("P15", "ina", LetterKind.KEEP_IN_TOUCH)
    assert "Ina Roth brought you a lead on 14 October" in move.why

    told = h(34, MailKind.OTHER_JOB, who="ina", direction=Direction.OUT)
    later = next_move(replace(file, elsewhere=(lead, told)), NO + timedelta(days=36))
    assert "brought you a lead" not in later.why


def test_where_no_news_calls_for_a_word_the_list_says_what_the_advice_says() -> None:
    """A page and a list have one answer to what comes next; nothing waits for news beside a step."""
    asked = {"invitation": True, "reasons": (ReasonSeen("R10", "Come and see the new mill"),)}
    file = after(a_no(**asked), THANKS)
    now = NO + timedelta(days=70)
    move, step = next_move(file, now), advise(file, now).next_step
    assert not move.play and "waits for news" not in move.why
    assert step.what.rstrip(".") in move.why and step.who in move.why
