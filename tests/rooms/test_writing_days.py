"""Days in the margin: what follows from a fact passes, what a fact contradicts is seen."""

from __future__ import annotations

from datetime import date

import pytest

from afterword.terms import Fact, Finding, LetterKind, Person
from afterword.writing import review

MILA = Person("p", "Mila Brandt", company="Northgate Ferries")
#: A Thursday.
TODAY = date(2026, 6, 18)
GREET = {
    "en": "Dear Mila,\n\n{}\n\nKind regards,\nIda Stern",
    "de": "Liebe Frau Brandt,\n\n{}\n\nFreundliche Grüße\nIda Stern",
    "fr": "Bonjour Madame Brandt,\n\n{}\n\nCordialement,\nIda Stern",
    "es": "Estimada Mila:\n\n{}\n\nUn saludo,\nIda Stern",
}
FACTS = {
    "en": (
        "Interview on Tuesday 9 June 2026 at Northgate Ferries",
        "They decide by Friday 26 June 2026",
        "I am free on 23 and 24 June 2026",
        "In March 2021 I drew the winter timetable",
    ),
    "de": (
        "Gespräch am Dienstag, 9. Juni 2026 bei Northgate Ferries",
        "Entscheidung bis 26. Juni 2026",
        "Ich kann am 23. und 24. Juni 2026",
        "Im März 2021 zeichnete ich den Winterfahrplan",
    ),
    "fr": (
        "Entretien du mardi 9 juin 2026 chez Northgate Ferries",
        "Décision pour le 26 juin 2026",
        "Je suis libre les 23 et 24 juin 2026",
        "En mars 2021, j'ai dessiné les horaires d'hiver",
    ),
    "es": (
        "Entrevista del martes 9 de junio de 2026 en Northgate Ferries",
        "Deciden antes del 26 de junio de 2026",
        "Puedo el 23 y 24 de junio de 2026",
        "En marzo de 2021 dibujé el horario de invierno",
    ),
}


def found(sentence: str, language: str = "en", today: date = TODAY) -> tuple[Finding, ...]:
    return review(
        GREET[language].format(sentence), LetterKind.STATUS_NUDGE, to=MILA,
        company="Northgate Ferries", me="Ida Stern", today=today, language=language, checked=True,
        facts=[Fact(f"f{i}", text) for i, text in enumerate(FACTS[language])],
    )  # fmt: skip


def days(sentence: str, language: str = "en", today: date = TODAY) -> set[str]:
    return {one.rule for one in found(sentence, language, today) if one.rule.endswith("_date")}


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "You hoped to decide by the 26th."),
        ("en", "Thank you for Tuesday the 9th."),
        ("en", "Tuesday the 23rd or Wednesday the 24th would suit me."),
        ("en", "In March 2021 the winter timetable was mine, with no boat late."),
        ("en", "I drew timetables until March."),
        ("de", "Danke für das Gespräch am 9. Juni."),
        ("de", "Mir passen der 23. und der 24. Juni."),
        ("de", "Im März 2021 lag der Winterfahrplan auf meinem Tisch."),
        ("fr", "Notre entretien datait du 9."),
        ("fr", "Le mercredi 24 me conviendrait."),
        ("fr", "Les horaires d'hiver de mars 2021 étaient les miens."),
        ("es", "Gracias por la entrevista del 9."),
        ("es", "El miércoles 24 me viene bien."),
        ("es", "El horario de invierno de marzo de 2021 fue mío."),
    ],
)
def test_a_day_that_follows_from_the_facts_passes(language: str, sentence: str) -> None:
    assert days(sentence, language) == set()


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Thank you for Tuesday the 2nd."),
        ("en", "Wednesday the 9th was a fine day for it."),
        ("en", "I drew that timetable in 2019."),
        ("de", "Danke für das Gespräch am 3. Juni."),
        ("fr", "Notre entretien datait du 4."),
        ("fr", "J'ai dessiné ces horaires en 2018."),
        ("es", "Gracias por la entrevista del 4."),
        ("es", "Dibujé ese horario en 2018."),
    ],
)
def test_a_day_no_fact_carries_is_seen(language: str, sentence: str) -> None:
    assert "unproven_date" in days(sentence, language)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "May I come by on Monday 15 June?"),
        ("de", "Darf ich am Montag, den 15. vorbeikommen?"),
        ("fr", "Je viens le lundi 15 avec les horaires."),
        ("es", "Si sigue abierto, voy el lunes 15."),
    ],
)
def test_a_day_gone_by_is_not_offered(language: str, sentence: str) -> None:
    assert "past_date" in days(sentence, language)


def test_a_day_of_the_facts_is_gone_when_the_letter_is_late() -> None:
    late = date(2026, 6, 25)
    assert "past_date" in days("I am free on the 23rd and 24th.", today=late)
    assert days("Thank you for keeping me posted on the 9th.", today=late) == set()


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("de", "Am Dienstag 14 Uhr passt."),
        ("fr", "La part est passée du 19 au 7 pour cent."),
        ("es", "La merma bajó del 19 al 7 por ciento."),
    ],
)
def test_a_figure_that_counts_something_is_no_day(language: str, sentence: str) -> None:
    assert days(sentence, language) == set()
