"""The ear beside the tables: it speaks where they are silent, and takes back what they mishear."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from afterword.terms import LetterKind
from afterword.writing.remarks.by_ear import ABROAD, BARS, SAYS
from afterword.writing.remarks.second_sign import LOUD
from afterword.writing.reviewing import review

LETTER = """Dear Ms Okafor,

Thank you for showing me the night ward on Tuesday. {} Could I send you the rota on Friday?

Kind regards,
Tom Adeyemi"""
#: A sentence no table knows.
PLAIN = "The corridor by the lifts stayed with me."


def ear(**told: float) -> object:
    """Hears the given faults in the second sentence of a letter, and nothing else."""

    def hear(kind: str, sentences: Sequence[str]) -> Sequence[Mapping[str, float]]:
        silent = dict.fromkeys((*SAYS, "empty_opening", "next_step"), 0.0)
        return [{**silent, **(told if at == 1 else {})} for at in range(len(sentences))]

    return hear


def rules(text: str, hear: object = None, kind: LetterKind = LetterKind.THANK_YOU) -> set[str]:
    return {one.rule for one in review(text, kind, hear=hear, language="en")}  # type: ignore[arg-type]


@pytest.mark.parametrize("fault", sorted(BARS.keys() & SAYS.keys()))
def test_what_is_heard_is_noted_under_the_name_of_its_rule(fault: str) -> None:
    text = LETTER.format(PLAIN)
    assert SAYS[fault][0] not in rules(text)
    bar = LOUD if fault == "confidential" else BARS[fault]  # the sentence has no second sign of one
    loud, quiet = bar + 0.01, bar - 0.01
    assert SAYS[fault][0] in rules(text, ear(**{fault: loud}))
    assert SAYS[fault][0] not in rules(text, ear(**{fault: quiet}))


def test_the_note_lies_on_its_sentence() -> None:
    text = LETTER.format(PLAIN)
    (one,) = [
        one
        for one in review(text, LetterKind.THANK_YOU, hear=ear(blame=0.99), language="en")  # type: ignore[arg-type]
        if one.rule == "blame"
    ]
    assert text[one.start : one.end] == PLAIN and one.severity == "stop"


def test_what_a_table_mishears_is_taken_back_and_a_true_find_stands() -> None:
    said = "I beg you to give me one more chance."
    text = LETTER.format(said)
    assert "begging" in rules(text)
    assert "begging" in rules(text, ear(begging=0.3))  # the ear is not sure of it: the table stands
    assert "begging" not in rules(text, ear())  # the ear is sure that there is none


def test_praise_of_oneself_with_a_figure_is_held_against_the_facts_and_not_by_ear() -> None:
    text = LETTER.format("I cut the waiting time by 40 per cent.")
    assert "unproven_claim" not in rules(text, ear(self_praise=0.99))


def test_an_agreed_start_is_no_claim_on_the_job() -> None:
    text = LETTER.format("I will start on 4 May.")
    hear = ear(entitlement=0.99)
    assert "entitlement" in rules(text, hear)
    assert "entitlement" not in rules(text, hear, LetterKind.OFFER_ACCEPTANCE)


def test_without_an_ear_the_tables_speak_alone() -> None:
    text = LETTER.format("I beg you to give me one more chance.")
    assert rules(text) == rules(text, None) and "begging" in rules(text)


def hears(**told: Sequence[float]) -> object:
    """Hears in each sentence the share given for it, and nothing else."""

    def hear(kind: str, sentences: Sequence[str]) -> Sequence[Mapping[str, float]]:
        silent = dict.fromkeys((*SAYS, "empty_opening", "next_step", "question"), 0.0)
        return [
            {**silent, **{label: shares[at] for label, shares in told.items()}}
            for at in range(len(sentences))
        ]

    return hear


ADVICE = """Dear Mr Hale,

What would you have me learn first? {}

Kind regards,
Tom Adeyemi"""


def test_a_question_without_its_mark_is_a_second_question_and_the_marked_one_stays() -> None:
    for text in (
        ADVICE.format("I keep wondering where I fell behind."),
        ADVICE.replace(
            "What would you have me learn first? {}",
            "I keep wondering where I fell behind. What would you have me learn first?",
        ),
    ):
        found = [
            text[one.start : one.end]
            for one in review(
                text,
                LetterKind.ADVICE_REQUEST,
                hear=hears(question=(0.9, 0.9)),  # type: ignore[arg-type]
                language="en",
            )
            if one.rule == "second_question"
        ]
        assert found == ["I keep wondering where I fell behind."]


def test_one_question_is_no_second_one() -> None:
    text = ADVICE.format("I would use the answer this winter.")
    heard_once = hears(question=(0.9, 0.1))
    assert "second_question" not in rules(text, heard_once, LetterKind.ADVICE_REQUEST)


def test_a_letter_that_asks_advice_must_ask_it() -> None:
    text = ADVICE.replace("What would you have me learn first?", "I mean to learn more.")
    text = text.format("One line will do, please call me.")
    silent = hears(question=(0.1, 0.1), next_step=(0.1, 0.99))
    assert "no_next_step" in rules(text, silent, LetterKind.ADVICE_REQUEST)
    asked = hears(question=(0.9, 0.1), next_step=(0.1, 0.99))
    assert "no_next_step" not in rules(text, asked, LetterKind.ADVICE_REQUEST)


def test_words_that_sound_like_a_step_are_none_where_the_ear_hears_none() -> None:
    """“I am happy to …” opens many a sentence that offers the reader nothing to do."""
    text = LETTER.format("").replace(
        "Could I send you the rota on Friday?", "I am happy to know it."
    )
    assert "no_next_step" not in rules(text)
    assert "no_next_step" in rules(text, hears(next_step=(0.1, 0.2)))
    assert "no_next_step" not in rules(text, hears(next_step=(0.1, 0.9)))
    assert "no_next_step" not in rules(text, hears(next_step=(0.1, 0.2)), LetterKind.GRACE_NOTE)


@pytest.mark.parametrize("language", ["de", "fr", "es"])
def test_where_the_ear_learned_less_it_must_be_surer(language: str) -> None:
    text = LETTER.format(PLAIN)
    hear = ear(entitlement=(BARS["entitlement"] + ABROAD["entitlement"]) / 2)
    told = {
        tongue: {one.rule for one in review(text, "thank_you", hear=hear, language=tongue)}  # type: ignore[arg-type]
        for tongue in ("en", language)
    }
    assert "entitlement" in told["en"] and "entitlement" not in told[language]
