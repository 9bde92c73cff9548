"""German writes its nouns with a capital: after "Ihre", "der" or an adjective stands no name."""

from __future__ import annotations

from datetime import date

import pytest

from afterword.terms import Fact, Person
from afterword.writing import review

TO = Person("u", "Ulrike Sommerfeld", "u@spinnerei.example")
FACTS = (
    Fact("person:u", "Ulrike Sommerfeld, Leiterin Technik"),
    Fact("event:1", "rejection on Friday 3 April 2026: Ihre Bewerbung; “Unsere Wahl fiel anders”"),
    Fact("remark:1", "Der Umzug läuft. Meine Leute sind müde. Neue Hallen kommen."),
)


def wrong_names(line: str) -> list[str]:
    text = f"Guten Tag Ulrike Sommerfeld,\n\n{line}\n\nMit freundlichen Grüßen\nTill Aumann"
    found = review(
        text, "grace_note", to=TO, company="Spinnerei Aue", facts=FACTS, language="de",
        today=date(2026, 4, 8),
    )  # fmt: skip
    return [one.message for one in found if one.rule == "wrong_name"]


@pytest.mark.parametrize(
    "line",
    [
        "Ihre Entscheidung respektiere ich.",
        "Unsere Gespräche waren mir wichtig.",
        "Der Neuanfang gelingt Ihnen sicher, und Meine Freude daran ist echt.",
        "Neue Aufgaben warten, und Ihre Offenheit hat mir geholfen.",
        "Ich wünsche Ihnen viel Freude damit.",
    ],
)
def test_a_german_noun_is_no_name(line: str) -> None:
    assert wrong_names(line) == []


@pytest.mark.parametrize("name", ["Ulrike Sommerfeldt", "Ulrike Herbst"])
def test_a_wrong_name_is_still_found(name: str) -> None:
    assert wrong_names(f"Gern habe ich mit {name} gesprochen.")
