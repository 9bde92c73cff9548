"""Reproaches and boasts: what is heard, weighed with how the sentence is built (English)."""

from __future__ import annotations

import pytest

from afterword.reading.letters import PART as READER_PART
from afterword.reading.letters import clauses
from afterword.writing.remarks.weighed import LOUD, PART, WEIGHTS, is_enough, is_rather

#: Neither turns nor praises nor speaks to anybody.
BARE = "The lift was at the end of the yard."
TURNED = "The lift was at the end of the yard, though nobody had thought to say so."


def test_the_reader_and_the_margin_name_a_clause_alike() -> None:
    assert READER_PART == PART


@pytest.mark.parametrize("fault", sorted(WEIGHTS))
def test_what_is_loud_is_enough_and_silence_never_is(fault: str) -> None:
    assert is_enough(fault, BARE, {fault: LOUD + 0.01})
    assert not is_enough(fault, TURNED, {fault: 0.01})


@pytest.mark.parametrize("fault", sorted(WEIGHTS))
def test_a_turn_in_the_sentence_makes_a_half_heard_fault_likely(fault: str) -> None:
    half = {fault: 0.6, fault + PART: 0.8}
    assert is_enough(fault, TURNED, half)
    assert not is_enough(fault, BARE, half)


def test_praise_and_a_question_weigh_against_a_reproach() -> None:
    heard = {"blame": 0.5, "blame" + PART: 0.7}
    assert is_enough("blame", "The porter hardly knew that a talk was planned.", heard)
    assert not is_enough("blame", "Was the porter as kind to all, and as glad?", heard)


def test_a_shortcoming_of_ones_own_is_no_reproach_and_modesty_no_boast() -> None:
    heard = {"blame": 0.6, "blame" + PART: 0.7}
    assert not is_enough("blame", "Your question needed more than the line I gave you.", heard)
    heard = {"self_praise": 0.6, "self_praise" + PART: 0.7}
    assert not is_enough("self_praise", "We never could do it without a mistake.", heard)


def test_of_a_reproach_and_a_put_down_the_louder_is_meant() -> None:
    assert not is_rather("blame", {"blame": 0.4, "disparaging": 0.6})
    assert is_rather("blame", {"blame": 0.6, "disparaging": 0.4})


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        ("Nobody answered.", ["Nobody answered."]),
        (
            "The kiln was cold, which took us a week, and the clay had dried in its sacks.",
            ["The kiln was cold,", "which took us a week,", "and the clay had dried in its sacks."],
        ),
        ("Yes, I saw the new shed on Friday.", ["Yes, I saw the new shed on Friday."]),
    ],
)
def test_a_sentence_is_cut_where_one_clause_ends(sentence: str, parts: list[str]) -> None:
    assert clauses(sentence) == parts
    assert " ".join(clauses(sentence)) == sentence
