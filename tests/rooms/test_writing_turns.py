"""Small turns of English the review follows: which verb a day belongs to, a second question, other people's papers."""

from __future__ import annotations

from datetime import date

import pytest

from afterword.terms import Fact, Person
from afterword.writing.reviewing import review

FACTS = (
    Fact("1", "Interview on 4 May 2026 with Rosa Quint for archivist at Tern Island Records"),
    Fact("2", "At Pell's Auctions I sorted the maps from 2019 to 2022"),
)


def rules(said: str, kind: str = "thank_you") -> dict[str, str]:
    text = (
        f"Dear Ms Quint,\n\nThe map room on Monday had one lamp. {said}\n\nKind regards,\nUna Hale"
    )
    found = review(
        text,
        kind,
        to=Person("to", "Ms Rosa Quint", company="Tern Island Records"),
        company="Tern Island Records",
        today=date(2026, 5, 7),
        facts=FACTS,
        language="en",
        me="Una Hale",
        checked=True,
    )
    return {one.rule: text[one.start : one.end] for one in found}


@pytest.mark.parametrize(
    ("said", "gone"),
    [
        ("The printed index will be with you on Tuesday the 5th.", True),
        ("The printed index will be with you on Tuesday the 12th.", False),
        ("Could I look in, say this Wednesday, May 6?", True),
    ],
)
def test_a_day_belongs_to_the_verb_nearest_to_it(said: str, gone: bool) -> None:
    assert ("past_date" in rules(said)) is gone


@pytest.mark.parametrize(
    "second",
    [
        "I'd also like to know who marked the test.",
        "I have been wondering who marked the test.",
    ],
)
def test_a_second_question_needs_no_mark(second: str) -> None:
    asked = "Which course would you take first?"
    assert "second_question" not in rules(asked, "advice_request")
    assert "second_question" in rules(f"{asked} {second}", "advice_request")


def test_a_question_hung_on_another_is_a_second_one() -> None:
    asked = "Which course would you take first, and did the test go against me?"
    assert "second_question" in rules(asked, "advice_request")


def test_papers_of_another_house_are_not_the_writers_to_show() -> None:
    assert "confidential" in rules("I kept their price lists when I left, on a stick.")
    assert "confidential" in rules("One of your porters showed me the minutes of it.")
    assert "confidential" not in rules("Your colleague showed me the reading room.")


def test_a_firm_may_open_the_sentence_and_a_mark_may_be_part_of_a_name() -> None:
    assert rules("Gull Rock Mining is a house I would be glad of.")["wrong_company"]
    assert "unproven_name" not in rules("Pell's taught me to read a fold.")


def test_years_of_a_fact_may_be_counted() -> None:
    assert "unproven_number" not in rules("I sorted maps at Pell's for three years.")
    assert "unproven_number" in rules("I sorted maps at Pell's for nine years.")
