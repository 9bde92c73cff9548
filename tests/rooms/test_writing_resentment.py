"""The resentment check in drafts (S3-12, P10, gate G4): kind, narrow, in seven languages."""

from __future__ import annotations

import pytest

from afterword.terms import LetterKind, Person
from afterword.writing import review
from afterword.writing.resentment import resentment

DANA = Person("p", "Dana Reyes")


@pytest.mark.parametrize(
    "sentence",
    [
        "You will regret this.",
        "You'll come to regret it.",
        "It is your loss.",
        "Thank you. Your loss.",
        "Thanks for nothing.",
        "Congratulations on your brilliant choice.",
        "Good luck with that.",
        "Good luck finding somebody better.",
        "How convenient for you.",
        "How kind of you to finally answer.",
        "We spoke for an hour. So much for your promises.",
        "Clearly you prefer a cheaper man.",
        "I dodged a bullet.",
        "Everyone will hear about this.",
        "I will post about this.",
        "You will hear from my lawyer.",
        "Das werden Sie sehen, Sie werden es noch bereuen.",
        "Danke für nichts.",
        "Tant pis pour vous.",
        "Gracias por nada.",
        "Ustedes se lo pierden.",
        "Azar o vosso.",
        "Peggio per voi.",
        "Bedankt voor niets.",
    ],
)
def test_a_grudge_is_seen_and_rest_is_offered(sentence: str) -> None:
    """S3-12: the note offers a night's rest and never blames the writer."""
    text = f"Dear Dana,\n\n{sentence}\n\nKind regards,\nSam"
    found = [
        one for one in review(text, LetterKind.GRACE_NOTE, to=DANA) if one.rule == "resentment"
    ]
    assert found and text[found[0].start : found[0].end] in sentence
    assert "rest" in found[0].message and found[0].severity == "stop"
    for hard in ("bitter", "childish", "you should", "don't be"):
        assert hard not in found[0].message.lower()


@pytest.mark.parametrize(
    "sentence",
    [
        "I am sorry for your loss.",
        "Thank you so much for your time.",
        "Good luck with your new role.",
        "Good luck finding the right person for it.",
        "Congratulations on your new post!",
        "I was disappointed, and I understand the decision.",
        "You will see what I mean in the plan.",
        "What a surprise to read your name in the news.",
        "People will learn how to read the list in a week.",
        "I will post this letter tomorrow.",
        "Vielen Dank auch an Frau Roth.",
        "Bonne chance avec votre nouveau projet.",
        "Veel succes ermee.",
        "They said “you will regret it” when I left; I did not.",
    ],
)
def test_gracious_sentences_pass(sentence: str) -> None:
    assert list(resentment(f"Dear Dana,\n\n{sentence}\n")) == []
