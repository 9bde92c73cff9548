"""A deed no fact tells of is asked about, in however few words; plans, thanks and their deeds are not."""

from __future__ import annotations

import pytest

from afterword.terms import Fact, LetterKind
from afterword.writing.remarks.deeds import unproven_deed
from afterword.writing.remarks.sheet import Sheet

FACTS = (
    Fact("1", "Story: at Carr Lane I ran a lunch clinic; 26 of 31 pupils passed the resit"),
    Fact("2", "Ms Okafor leads the night ward at St Anne and asked about the rota"),
)


def found(said: str, *, facts: tuple[Fact, ...] = FACTS, checked: bool = True) -> list[str]:
    text = f"Dear Ms Okafor,\n\nThank you for Tuesday. {said}\n\nKind regards,\nTom Adeyemi"
    sheet = Sheet(text, LetterKind.THANK_YOU, facts=facts, tongue="en", checked=checked)
    return [text[one.start : one.end] for one in unproven_deed(sheet)]


@pytest.mark.parametrize(
    "said",
    [
        "The ministry adopted it.",
        "The newspapers wrote about me.",
        "Absence dropped altogether.",
        "Two hospitals abroad copied it.",
    ],
)
def test_a_deed_of_few_words_that_no_fact_tells_of_is_found(said: str) -> None:
    assert found(said) == [said]


@pytest.mark.parametrize(
    "said",
    [
        "I ran the clinic over lunch, and 26 pupils passed.",
        "At Carr Lane the resit pupils succeeded.",  # by sense: they passed
        "I would have brought the ministry.",
        "You built the ward from nothing.",
        "Has the ministry adopted it?",
        "I hope the newspapers wrote about it.",
        "She said: “The ministry adopted it.”",
    ],
)
def test_what_a_fact_tells_what_is_theirs_and_what_is_only_meant_passes(said: str) -> None:
    assert found(said) == []


def test_where_the_facts_are_not_all_nothing_is_held_against_them() -> None:
    assert found("The ministry adopted it.", checked=False) == []
