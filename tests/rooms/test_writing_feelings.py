"""Anger, a verdict called a mistake, a plea to decide anew: noted with the words that fit."""

from __future__ import annotations

import pytest

from afterword.terms import LetterKind, Person
from afterword.writing import review
from afterword.writing.remarks import feelings

IDA = Person("ida", "Ida Quist")


def notes(text: str, kind: str = "grace_note", language: str = "en") -> dict[str, str]:
    letter = f"Dear Ida,\n\n{text}\n\nNoor"
    seen = review(letter, kind, to=IDA, language=language)
    return {letter[one.start : one.end]: one.rule for one in seen if feelings.is_named(one)}


def rules(text: str, language: str, kind: str = "grace_note") -> set[str]:
    letter = f"Dear Ida,\n\n{text}\n\nNoor"
    return {one.rule for one in review(letter, kind, to=IDA, language=language)}


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "I am angry.", "I am angry"),
        ("en", "I’m still absolutely furious about Monday.", "I’m still absolutely furious"),
        ("en", "Thank you, but I feel betrayed by this.", "I feel betrayed"),
        ("en", "That broke my heart.", "That broke my heart"),
        ("de", "Ich bin wirklich wütend.", "Ich bin wirklich wütend"),
        ("de", "Ich fühle mich hintergangen.", "Ich fühle mich hintergangen"),
        ("fr", "Je suis très en colère.", "Je suis très en colère"),
        ("fr", "Je me sens trahie par ce choix.", "Je me sens trahie"),
        ("es", "Estoy muy dolida con ustedes.", "Estoy muy dolida"),
        ("es", "Me siento humillado.", "Me siento humillado"),
    ],
)
def test_a_feeling_named_outright(language: str, text: str, found: str) -> None:
    assert notes(text, language=language) == {found: "resentment"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "I think you made a mistake."),
        ("en", "Frankly you chose the wrong person."),
        ("de", "Sie haben damit einen Fehler gemacht."),
        ("fr", "Vous avez fait une erreur."),
        ("es", "Se han equivocado conmigo."),
    ],
)
def test_the_verdict_called_a_mistake(language: str, text: str) -> None:
    assert rules(text, language) & {"blame", "entitlement"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Please reconsider."),
        ("en", "Could you reconsider your decision?"),
        ("de", "Geben Sie mir bitte noch eine Chance."),
        ("fr", "Pourriez-vous reconsidérer votre choix ?"),
        ("es", "Por favor, reconsideren la decisión."),
    ],
)
def test_a_plea_to_decide_anew_after_a_no(language: str, text: str) -> None:
    assert "entitlement" in rules(text, language)
    assert notes(text, "offer_decline", language) == {}


@pytest.mark.parametrize(
    "text",
    [
        "I am not angry, only sad that it ends.",
        "I was disappointed, and I respect the decision.",
        "I am sorry that I hurt the plant’s schedule.",
        "You made a mistake in my name: it is Bakker.",
        "I made a mistake in the second exercise.",
        "You told me: “We made a mistake in Ghent.”",
        "It was a fair chance, and I thank you for it.",
    ],
)
def test_what_is_no_such_thing(text: str) -> None:
    assert notes(text) == {}


@pytest.mark.parametrize(
    ("language", "own", "theirs"),
    [
        (
            "en",
            "It was a mistake to leave the ledger open overnight, and I learned from it.",
            "It was a mistake not to hire me.",
        ),
        ("en", "It was a mistake to leave the ledger open.", "It was a mistake to pass me over."),
        ("en", "You made a mistake in row 12 of the sheet.", "You made a mistake."),
        ("en", "I was hurt in a car accident in 2019.", "I was hurt when I read your mail."),
        ("en", "I am furious about detail at month end.", "I am furious about your decision."),
        ("en", "I was devastated when my father died.", "I was devastated when I heard."),
        ("en", "I was crushed grapes’ buyer for two seasons.", "I was crushed."),
        ("en", "I calmed the anger of the night crew.", "I cannot put down the anger I feel."),
        ("en", "It hurts me to see good cloth wasted.", "It hurts me that you say so."),
        (
            "de",
            "Es war ein Fehler, das Lager offen zu lassen; daraus habe ich gelernt.",
            "Es war ein Fehler, mich nicht zu nehmen.",
        ),
        ("de", "Ich war verletzt, das Knie war gebrochen.", "Ich war verletzt."),
        ("fr", "C’était une erreur de ma part.", "C’était une erreur de me refuser."),
        ("es", "Fue un error dejar la puerta abierta.", "Ha sido un error rechazarme."),
    ],
)
def test_their_own_life_and_work_is_no_reproach(language: str, own: str, theirs: str) -> None:
    assert notes(own, language=language) == {}
    assert not feelings.names_one(own)
    assert feelings.names_one(theirs)


@pytest.mark.parametrize(
    ("own", "plea"),
    [
        ("I had to reconsider the whole depot plan.", "I ask you to reconsider my application."),
        ("She gave me a chance, and I ran the night shift.", "Please give me a chance."),
        ("Could you reconsider the route with one new figure?", "Could you reconsider it?"),
    ],
)
def test_plans_are_reconsidered_without_a_plea(own: str, plea: str) -> None:
    assert notes(own) == {}
    assert set(notes(plea).values()) == {"entitlement"}


def test_what_the_ear_takes_for_an_excuse_is_told_by_its_own_name() -> None:
    def hear(_: str, sentences: object) -> list[dict[str, float]]:
        quiet = {"blame": 0.0, "entitlement": 0.0}
        return [{**quiet, "over_apology": 0.9} for _ in list(sentences)]  # type: ignore[call-overload]

    letter = "Dear Ida,\n\nI am devastated and frankly think you made a mistake. Please reconsider.\n\nNoor"
    seen = review(letter, LetterKind.GRACE_NOTE, to=IDA, language="en", hear=hear)
    rules = {letter[one.start : one.end]: one.rule for one in seen}
    assert rules["I am devastated"] == "resentment"
    assert rules["you made a mistake"] == "blame"
    assert rules["Please reconsider"] == "entitlement"
    assert not any(rule == "over_apology" and "devastated" in said for said, rule in rules.items())
