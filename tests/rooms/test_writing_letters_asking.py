"""A letter that puts the advice's own question: thanks, one proof of the user's, the question, no argument."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from afterword.terms import (
    Brief,
    Hand,
    Happening,
    LetterKind,
    MailKind,
    Person,
    ReasonSeen,
    Remark,
    RemarkKind,
    Story,
)
from afterword.writing import compose

ASKS = "I can answer what you named. Is that still of use to you, or has somebody accepted?"
GAP = (
    "Nobody in the room had heard from you that you have led a bakery through a hygiene inspection."
)
OVEN = Story(
    "oven",
    "Oven hall four",
    challenge="The food office announced a hygiene inspection of our bakery with six weeks’ notice.",
    action="Led the bakery through it as the one who signs. Repainted the hall in two nights.",
    result="The inspection closed with 0 findings. The licence was renewed for 3 years.",
)
DANA = Person("dana", "Dana Reed", "dana@firm.example")
NO = Happening(
    "no",
    datetime(2026, 3, 10, 9, tzinfo=UTC),
    MailKind.REJECTION,
    who="dana",
    hand=Hand.PERSONAL,
    reasons=(ReasonSeen("R03", GAP),),
)
BRIEF = Brief(
    LetterKind.ADVICE_REQUEST,
    DANA,
    "Sam Poe",
    "Firm",
    "Bakery Manager",
    date(2026, 3, 11),
    happenings=(NO,),
    stories=(OVEN,),
    question=ASKS,
)


def test_the_proof_stands_between_the_offer_and_the_question() -> None:
    made = compose(BRIEF)
    offer, asked = ASKS.split(". ", 1)
    body = made.body
    assert body.count("?") == 1 and not made.holes
    assert body.index(offer) < body.index("0 findings") < body.index(asked)
    # "Led the bakery through it" says nothing without what "it" is
    assert body.index("hygiene inspection of our bakery") < body.index(
        "I led the bakery through it"
    )
    proof = next(one for one in made.sentences if "0 findings" in one.text)
    assert proof.facts == ("story:oven",)
    assert "telling me plainly what decided it" in body and "not argue" in body
    assert "do differently" not in body


def test_without_a_story_that_answers_it_the_place_stays_open() -> None:
    made = compose(replace(BRIEF, stories=()))
    assert made.holes == ("in one line: the fact that answers what they named",)


def test_a_question_with_nothing_before_it_stands_alone() -> None:
    made = compose(replace(BRIEF, question="Has somebody accepted by now, or would a word help?"))
    assert "Has somebody accepted by now" in made.body
    assert "findings" not in made.body and not made.holes


def test_without_a_question_of_the_advice_the_letter_puts_its_own() -> None:
    assert "sure of it another time" in compose(replace(BRIEF, question="")).body


def test_before_a_verdict_the_doubt_is_answered_in_a_line_and_nothing_is_offered() -> None:
    doubt = Remark("d", RemarkKind.DOUBT, GAP, "dana")
    asked = replace(
        BRIEF,
        kind=LetterKind.PROOF_OFFER,
        happenings=(),
        remarks=(doubt,),
        question="Is the seat still open?",
    )
    body = compose(asked).body
    assert body.count("?") == 1 and "Is the seat still open?" in body
    assert "0 findings" in body and "small piece" not in body
