"""Figures that follow from the facts, or count nothing that was, are not asked for a proof."""

from __future__ import annotations

from datetime import date

import pytest

from afterword.terms import Fact, LetterKind, Person
from afterword.writing import review

MILA = Person("p", "Mila Brandt", company="Northgate Ferries")
FRAME = {
    "en": "Dear Mila,\n\n{}\n\nKind regards,\nIda Stern",
    "de": "Guten Tag Frau Brandt,\n\n{}\n\nMit freundlichen Grüßen\nIda Stern",
    "fr": "Chère Mila,\n\n{}\n\nBien à vous,\nIda Stern",
    "es": "Estimada Mila:\n\n{}\n\nUn saludo,\nIda Stern",
}
FACTS = {
    "en": (
        "Missing bags fell from 48 to 20 a week at Saltway",
        "I ran 31 boats on the winter line",
        "Talk on Thursday 18 June 2026 at 9:30 with Mila Brandt",
        "I must answer Saltway's offer by Friday 26 June 2026",
    ),
    "es": (
        "Segunda entrevista el jueves 25 de junio de 2026",
        "Injerté 1.200 almendros, de los que prendieron 1.090",
        "Libre el lunes 22 de junio a las 8:00",
    ),
    "de": (
        "Fähre Sankt Marien gemeinsam repariert, 2021",
        "Zeit am Montag, 22. Juni 2026, ab 7 Uhr; 15 Minuten genügen",
    ),
    "fr": (
        "Refus : 3 h de bac par jour, intenable l'hiver",
        "Libre le lundi 22 juin 2026 à partir de 8 h ; 15 minutes au téléphone",
    ),
}


def rules(sentence: str, language: str = "en") -> set[str]:
    found = review(
        FRAME[language].format(sentence), LetterKind.GRACE_NOTE, to=MILA, company=MILA.company,
        me="Ida Stern", language=language, checked=True, today=date(2026, 6, 19),
        facts=[Fact(f"f{at}", one) for at, one in enumerate(FACTS[language])],
    )  # fmt: skip
    return {one.rule for one in found}


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "At Saltway that was 28 bags fewer."),
        ("en", "At Saltway that was twenty-eight fewer, more than half."),
        ("en", "I ran over thirty boats on the winter line."),
        ("en", "Our talk began at half past nine."),
        ("en", "I read your book twice on the boat."),
        ("en", "I would gladly run twelve boats for you on trial."),
        ("es", "La cita del jueves 25 queda libre."),
        ("es", "De los almendros murieron ciento diez."),
        ("es", "¿El lunes a las ocho te va bien?"),
        ("de", "Fünf Jahre ist das auf der Fähre Sankt Marien her."),
        ("de", "Ich bin am Montag ab sieben Uhr da; eine Viertelstunde genügt."),
        ("fr", "Trois heures de bac par jour ne tiendraient pas l'hiver."),
        ("fr", "Lundi, je suis libre dès huit heures ; un quart d'heure suffit."),
    ],
)
def test_what_follows_passes(language: str, sentence: str) -> None:
    assert "unproven_number" not in rules(sentence, language)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("de", "Neun Jahre ist das auf der Fähre Sankt Marien her."),
        ("fr", "Cinq heures de bac par jour ne tiendraient pas l'hiver."),
    ],
)
def test_another_stretch_of_time_is_asked(language: str, sentence: str) -> None:
    assert "unproven_number" in rules(sentence, language)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("de", "Reißt das Seil, zahle ich es."),
        ("fr", "Transmettez mes amitiés au pont. Chapeau pour la fête."),
        ("es", "Ojalá salga bien la travesía."),
    ],
)
def test_who_opens_a_sentence_is_not_yet_somebody(language: str, sentence: str) -> None:
    assert not rules(sentence, language) & {"unproven_name", "wrong_name"}


@pytest.mark.parametrize(
    "sentence",
    [
        "At Saltway that was 29 bags fewer.",
        "I ran over forty boats on the winter line.",
        "I ran twelve boats on the night line.",
        "I would come for 55,000 a year.",
        "Twice as many boats ran after that.",
    ],
)
def test_what_does_not_is_asked(sentence: str) -> None:
    assert "unproven_number" in rules(sentence)


def test_a_feast_is_nobodys_name_and_a_month_no_firm() -> None:
    assert not rules("I left Saltway before Christmas.") & {"unproven_name", "wrong_company"}
    assert "wrong_company" not in rules("She is free from September.")


def test_a_day_that_a_fact_names_does_not_press() -> None:
    assert "false_urgency" not in rules("I must answer Saltway by Friday 26 June.")
    assert "false_urgency" in rules("I must answer Saltway by tomorrow night, now or never.")


def test_what_was_hardest_boasts_of_nothing() -> None:
    assert "unproven_claim" not in rules("The hardest part was the winter line.")


def test_one_bare_apology_is_only_polite() -> None:
    told = lambda kind, sentences: tuple(  # noqa: E731
        {"over_apology": 0.9 if "apolog" in one else 0.0} for one in sentences
    )
    said = FRAME["en"].format("My apologies. The boats were late because I was.")
    more = FRAME["en"].format("I apologise again for my very existence on your deck.")
    quiet = review(said, LetterKind.GRACE_NOTE, language="en", me="Ida Stern", hear=told)
    loud = review(more, LetterKind.GRACE_NOTE, language="en", me="Ida Stern", hear=told)
    assert "over_apology" not in {one.rule for one in quiet}
    assert "over_apology" in {one.rule for one in loud}


@pytest.mark.parametrize(
    ("said", "fact"),
    [
        ("quince días", "dos semanas"),
        ("un año", "doce meses"),
        ("noventa minutos", "una hora y media"),
    ],
)
def test_a_stretch_of_time_may_be_said_otherwise(said: str, fact: str) -> None:
    found = review(
        FRAME["es"].format(f"Las obras duraron {said} en Cuenca."), LetterKind.GRACE_NOTE, to=MILA,
        me="Ida Stern", language="es", checked=True,
        facts=[Fact("f", f"Las obras de Cuenca duraron {fact}")],
    )  # fmt: skip
    assert ("unproven_number" in {one.rule for one in found}) is (said == "noventa minutos")
