"""What the margin must not ask a proof for, and what it must: counts, ranks, praise, farewells."""

from __future__ import annotations

import pytest

from afterword.terms import Fact, LetterKind, Person
from afterword.writing import review
from afterword.writing.remarks.grammar import available

TO = Person("p", "Mila Brandt", company="Northgate Ferries")
FACTS = (
    "Interview on Thursday 30 April 2026 at Northgate Ferries",
    "I rebuilt the second timetable of the winter line; 22 boats ran on it",
    "Mila names Orla Finn at Harbourline and Tom Reed at Saltway",
)
FRAME = {
    "en": "Dear Mila,\n\n{}\n\nKind regards,\nIda Stern",
    "de": "Liebe Frau Brandt,\n\n{}\n\nFreundliche Grüße\nIda Stern",
    "fr": "Bonjour Madame Brandt,\n\n{}\n\nCordialement,\nIda Stern",
    "es": "Estimada Mila:\n\n{}\n\nCordialmente,\nIda Stern",
}


def rules(sentence: str, language: str = "en", **more: object) -> set[str]:
    text = sentence if "\n" in sentence else FRAME[language].format(sentence)
    notes = review(
        text, LetterKind.CALL_REQUEST, to=TO, company=TO.company, me="Ida Stern",
        language=language, checked=True, facts=[Fact(f"f{i}", one) for i, one in enumerate(FACTS)],
        **more,  # type: ignore[arg-type]
    )  # fmt: skip
    return {one.rule for one in notes}


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Three things stayed with me."),
        ("en", "Two firms draw me: Harbourline and Saltway."),
        ("en", "Any morning before ten."),
        ("de", "Zwei Punkte noch."),
        ("fr", "Deux choses encore."),
        ("es", "Tres preguntas y ya."),
    ],
)
def test_a_letter_may_count_its_own_parts(language: str, sentence: str) -> None:
    assert "unproven_number" not in rules(sentence, language)


@pytest.mark.parametrize("sentence", ["30 boats ran on it.", "The fifth timetable was mine."])
def test_a_day_or_another_rank_carries_no_count(sentence: str) -> None:
    assert "unproven_number" in rules(sentence)


@pytest.mark.parametrize("sentence", ["22 boats ran on it.", "The second timetable was mine."])
def test_what_the_facts_count_passes(sentence: str) -> None:
    assert "unproven_number" not in rules(sentence)


@pytest.mark.parametrize(
    "sentence",
    ["I won’t come back to it.", "That is the work I like best.", "Your question was the hardest."],
)
def test_praise_of_theirs_and_a_refusal_claim_nothing(sentence: str) -> None:
    assert "unproven_claim" not in rules(sentence)


@pytest.mark.parametrize("sentence", ["I was the best of them all.", "I won the line its fame."])
def test_praise_of_oneself_does(sentence: str) -> None:
    assert "unproven_claim" in rules(sentence)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("fr", "Remerciez-la de ma part."), ("es", "Dele las gracias."), ("es", "Dígales que sí.")],
)
def test_an_order_with_its_pronoun_is_nobody(language: str, sentence: str) -> None:
    assert "unproven_name" not in rules(sentence, language)


@pytest.mark.parametrize(
    "letter",
    [
        "Kia ora Mila,\n\nMay I ring you?\n\nNgā mihi,\nIda Stern",
        "Ciao Mila,\n\nMay I ring you?\n\nCordiali saluti,\nIda Stern",
    ],
)
def test_greetings_of_other_tongues_are_no_slips(letter: str) -> None:
    found = rules(letter, with_grammar=True)
    assert not found & {"spelling", "grammar", "wrong_name", "unproven_name", "no_next_step"}


@pytest.mark.skipif(not available(), reason="Harper is not here")
def test_a_slip_in_an_english_farewell_is_still_seen() -> None:
    letter = "Dear Mila,\n\nMay I ring you?\n\nKind regadrs,\nIda Stern"
    assert "spelling" in rules(letter, with_grammar=True)


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [
        ("blame", "I will test it whenever you want an unkind one."),
        ("confidential", "What helped was a confidential helpline."),
        ("begging", "Nothing else changed."),
        ("over_apology", "I named the wrong pier: my apologies."),
        ("false_urgency", "Otherwise I’ll look forward to hearing from you."),
    ],
)
def test_harmless_words_pass(rule: str, sentence: str) -> None:
    assert rule not in rules(sentence)
