"""The words a reading rests on stand in their sentence when the user is asked whether it is right."""

from __future__ import annotations

import pytest

from afterword.desk.mail.whole_words import MOST, around


def _evidence(text: str, words: str) -> dict[str, object]:
    start = text.index(words)
    return {"start": start, "end": start + len(words), "text": words, "rule": "x"}


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Unfortunately we have given the seat in Leith to somebody else.", "Unfortunately"),
        ("Leider haben wir uns für eine andere Bewerberin entschieden.", "Leider"),
        ("Le poste de Lille est de nouveau ouvert depuis lundi.", "de nouveau ouvert"),
        ("La vacante de Vigo se ha reabierto esta semana.", "reabierto"),
    ],
)
def test_the_whole_sentence_is_shown(sentence: str, words: str) -> None:
    text = f"Your talk\n\nDear Ines,\n\nThank you for the day.\n{sentence} With kind regards."
    assert around(text, _evidence(text, words)) == sentence


@pytest.mark.parametrize("words", ["Sadly", "granary", "harbour"])
def test_a_long_sentence_is_cut_at_words_round_the_evidence(words: str) -> None:
    sentence = (
        "Sadly the committee, after two long evenings on which everybody was heard and every "
        "paper was read again, has settled for the lady who ran the granary by the river for "
        "nine years and who lives within sight of the harbour."
    )
    text = f"Your talk\n\n{sentence}"
    shown = around(text, _evidence(text, words))
    assert words in shown and len(shown) <= MOST
    assert set(shown.replace("…", " ").split()) <= set(sentence.split())


def test_words_that_stand_no_more_in_the_text_are_shown_bare() -> None:
    gone = {"start": 2, "end": 8, "text": "Leider", "rule": "x"}
    assert around("Another text altogether.", gone) == "Leider"
    assert around("", {}) == ""
