"""Things counted otherwise than the facts count them, spans of years, and figures too exact."""

from __future__ import annotations

from datetime import date

import pytest

from afterword.terms import Fact, LetterKind, Person
from afterword.writing.reviewing import review

FACTS = {
    "en": (
        "The hygiene audit ended with two minor remarks",
        "I feed two schools, with three cooks and nine helpers",
        "Eleven trays stood idle; nobody left in four years",
        "Cut the waste by about 40 per cent; nearly 300 meals a day",
        "No gas leaks and no water leaks, two small ones closed in a day",
        "Took the dessert card from eleven to five puddings",
    ),
    "de": (
        "Die Prüfung endete mit zwei kleinen Mängeln",
        "Ich versorge zwei Schulen mit drei Köchen und neun Helfern",
        "Die Abfälle sanken um rund 40 Prozent",
    ),
    "fr": (
        "L’audit a relevé deux remarques mineures",
        "Je nourris deux écoles avec trois cuisiniers et neuf aides",
        "Les déchets ont baissé d’environ 40 pour cent",
    ),
    "es": (
        "La auditoría dejó dos observaciones menores",
        "Doy de comer a dos colegios con tres cocineros y nueve ayudantes",
        "Los residuos bajaron alrededor de 40 por ciento",
    ),
}
FRAME = {
    "en": "Dear Hedda,\n\n{}\n\nKind regards,\nBram Oake",
    "de": "Liebe Hedda,\n\n{}\n\nViele Grüße\nBram Oake",
    "fr": "Bonjour Hedda,\n\n{}\n\nBien cordialement,\nBram Oake",
    "es": "Hola Hedda:\n\n{}\n\nUn saludo,\nBram Oake",
}


def asked(language: str, said: str, *, checked: bool = True) -> list[str]:
    text = FRAME[language].format(said)
    found = review(
        text,
        LetterKind.INFLUENCE_LETTER,
        to=Person("p", "Hedda Lund", company="Nordkost"),
        company="Nordkost",
        today=date(2026, 3, 10),
        facts=[Fact(f"story:{n}", one) for n, one in enumerate(FACTS[language])],
        language=language,
        me="Bram Oake",
        checked=checked,
    )
    return [text[one.start : one.end] for one in found if one.rule == "unproven_number"]


@pytest.mark.parametrize("checked", [True, False])
@pytest.mark.parametrize(
    ("language", "said", "wrong"),
    [
        ("en", "No grave, no major and no minor remarks came of it.", "no minor remarks"),
        ("en", "The audit left zero remarks.", "zero remarks"),
        ("en", "There were no gas, no water and no small leaks.", "no small leaks"),
        ("en", "Three schools eat from my kitchen.", "Three schools"),
        ("en", "We began with nine primary schools.", "nine primary schools"),
        ("de", "Die Prüfung blieb ohne Folgen, mit keinen Mängeln.", "keinen Mängeln"),
        ("de", "Neun Schulen essen bei mir.", "Neun Schulen"),
        ("fr", "L’audit n’a relevé aucune remarque.", "aucune remarque"),
        ("fr", "Trois écoles mangent chez moi.", "Trois écoles"),
        ("es", "La auditoría no dejó ninguna observación.", "ninguna observación"),
        ("es", "Nueve colegios comen de mi cocina.", "Nueve colegios"),
    ],
)
def test_a_thing_the_facts_count_otherwise_is_asked_after(
    language: str, said: str, wrong: str, checked: bool
) -> None:
    assert asked(language, said, checked=checked) == [wrong]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Two schools eat there, and the audit left two minor remarks."),
        ("en", "There were no grave remarks and two minor ones."),
        ("en", "One school asked for more."),
        ("en", "The card had eleven puddings, then five; six puddings went."),
        ("en", "Could I show you three schools of yours where it would work?"),
        ("en", "On 9 November three cooks stood at the stove."),
        ("de", "Keine schweren Mängel, zwei kleine Mängel, drei Köche."),
        ("fr", "Deux remarques mineures, aucune remarque grave."),
        ("es", "Dos observaciones menores y ninguna observación grave."),
    ],
)
def test_what_the_facts_count_alike_or_apart_passes(language: str, said: str) -> None:
    assert asked(language, said) == []


def test_years_gone_by_are_no_plan_whatever_the_sentence_offers() -> None:
    said = "I have fed schools for seven years, and I would be glad to show you how."
    assert asked("en", said) == ["seven years"]
    assert asked("en", "In the next two years I would like to feed more of them.") == []


@pytest.mark.parametrize(
    ("language", "said", "wrong"),
    [
        ("en", "It cut the waste by exactly 40 per cent.", "exactly 40 per cent"),
        ("en", "It cut the waste by 40.0 per cent.", "40.0 per cent"),
        ("en", "We cook 300 meals a day.", "300"),
        ("de", "Die Abfälle sanken um genau 40 Prozent.", "genau 40 Prozent"),
        ("fr", "Les déchets ont baissé de exactement 40 pour cent.", "exactement 40 pour cent"),
        ("es", "Los residuos bajaron exactamente 40 por ciento.", "exactamente 40 por ciento"),
    ],
)
def test_a_figure_is_no_more_exact_than_its_fact(language: str, said: str, wrong: str) -> None:
    assert asked(language, said) == [wrong]


def test_a_rough_figure_said_roughly_passes() -> None:
    assert asked("en", "It cut the waste by about 40 per cent, at nearly 300 meals a day.") == []
