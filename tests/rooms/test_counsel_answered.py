"""A no whose reason is known and can be answered: nobody asks for the reason, and what answers it is said."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from afterword.counsel import advise, next_move
from afterword.counsel.decision import Answers, decide
from afterword.counsel.found_again import found_again
from afterword.counsel.standing import stand
from afterword.terms import (
    Band,
    CaseFile,
    Deed,
    Direction,
    Happening,
    LetterKind,
    MailKind,
    Part,
    Person,
    ReasonSeen,
    Stage,
    Story,
    Warmth,
)

START = datetime(2026, 3, 2, 10, tzinfo=UTC)  # a Monday
GAP = "In the end they wanted somebody who had run a night shift."
NIGHTS = Story(
    "nights", "Ran the night shift of forty for two years", result="no lost night", numbers=("40",)
)
GRETA = Person("greta", "Greta Holm", "greta@quarryside.example", Part.HIRING_MANAGER,
               warmth=Warmth.WARM)  # fmt: skip


def h(day: int, kind: MailKind | Deed, **more: Any) -> Happening:
    return Happening(id=f"{day:03}-{kind}", at=START + timedelta(days=day), kind=kind, **more)


LOST = CaseFile(
    "c",
    "Quarryside",
    "Shift lead",
    happenings=(
        h(0, Deed.APPLICATION, direction=Direction.OUT),
        h(4, Deed.INTERVIEW, who="greta"),
        h(8, Deed.INTERVIEW, who="greta", stage=Stage.FINAL_EXECUTIVE),
        h(
            10,
            MailKind.REJECTION,
            who="greta",
            reasons=(
                ReasonSeen("R03", GAP),
                ReasonSeen("R05", "The other one has signed."),
                ReasonSeen("R02", "The other one has signed."),
            ),
        ),
    ),
    people=(GRETA,),
    stories=(NIGHTS,),
)
TOLD = replace(LOST, met_by={GAP: "nights"})
NEXT_DAY = START + timedelta(days=11, hours=4)


def test_a_named_reason_that_a_story_answers_is_not_asked_for_again() -> None:
    advice = advise(TOLD, NEXT_DAY)
    step = advice.next_step.what
    assert advice.band is Band.KEEP_WARM
    assert "night shift of forty" in step
    assert "the next one there" in step
    assert "What should I learn" not in step
    assert "you can answer it" in advice.why


def test_without_a_story_the_question_for_next_time_stays() -> None:
    step = advise(LOST, NEXT_DAY).next_step.what
    assert "so that I am the one you choose next time" in step


def test_no_letter_asks_them_why_and_the_thanks_may_carry_the_answer() -> None:
    first = next_move(TOLD, NEXT_DAY)
    assert first.letter is LetterKind.GRACE_NOTE
    assert "night shift of forty" in first.why
    thanked = h(11, Deed.LETTER, direction=Direction.OUT, detail=LetterKind.GRACE_NOTE.value)
    after = replace(TOLD, happenings=(*TOLD.happenings, thanked))
    for day in range(12, 24):
        assert next_move(after, START + timedelta(days=day)).letter is not LetterKind.ADVICE_REQUEST


def test_their_records_hold_the_gap_and_the_story_is_what_would_raise_it() -> None:
    def grade(file: CaseFile) -> Any:
        return found_again(file, stand(file, NEXT_DAY), NEXT_DAY)

    assert any("night shift of forty" in says for says in grade(TOLD).con)
    assert any("Greta Holm" in says for says in grade(TOLD).raises)
    assert not any("once you hold it" in says for says in grade(TOLD).raises)
    assert any("once you hold it" in says for says in grade(LOST).raises)


def test_a_confidential_story_is_not_named_to_be_told() -> None:
    hidden = replace(TOLD, stories=(replace(NIGHTS, confidential=True),))
    grade = found_again(hidden, stand(hidden, NEXT_DAY), NEXT_DAY)
    assert grade is not None
    assert not any("night shift of forty" in says for says in (*grade.con, *grade.raises))


@pytest.mark.parametrize("thanked", [True, None])
def test_from_answers_alone_what_answers_the_reason_is_for_the_next_seat(
    thanked: bool | None,
) -> None:
    known = Answers(after_no=True, F1=-0.8, F2=1, F3=1, F4=1, W1=1, W2=0, W3=0, W4=1, W6=0,
                    F9=1, thanked=thanked)  # fmt: skip
    advice = decide(known)
    assert advice.band is Band.KEEP_WARM
    assert "the next one there" in advice.next_step.what
    assert advice.next_step.what.startswith("Tell them" if thanked else "Thank them")


def test_what_can_be_answered_is_asked_at_once_and_the_question_carries_the_thanks() -> None:
    """Nobody has said that somebody else signed: a note that asks nothing would let the day go by."""
    no = replace(TOLD.happenings[-1], reasons=(ReasonSeen("R03", GAP),))
    open_ = replace(TOLD, happenings=(*TOLD.happenings[:-1], no))
    assert advise(open_, NEXT_DAY).band is Band.ASK_FIRST
    move = next_move(open_, NEXT_DAY)
    assert (move.play, move.letter) == ("P12", LetterKind.ADVICE_REQUEST)
    assert move.question == advise(open_, NEXT_DAY).next_question
