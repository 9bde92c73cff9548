"""A day is a limit though an hour, a zone or a bracket stands before it, or it is told behind it."""

from __future__ import annotations

from datetime import date

import pytest

from afterword.reading.dates.asked import asked_in
from afterword.reading.dates.promised import promised_in
from afterword.terms import MailKind

WRITTEN = date(2026, 11, 16)  # a Monday
FRIDAY_WEEK = date(2026, 11, 27)
FRIDAY = date(2026, 11, 20)
K = MailKind


@pytest.mark.parametrize(
    "text",
    [
        "Could you let us have your decision by noon (UK time) on Friday 27 November 2026?",
        "Please let us know by close of business London time on Friday, 27 November 2026.",
        "Bitte geben Sie uns Ihre Antwort bis 12 Uhr (MEZ) am Freitag, den 27. November 2026.",
        "Merci de nous donner votre réponse avant midi, heure de Paris, le vendredi 27 novembre 2026.",
        "Le rogamos que nos dé su respuesta antes del mediodía (hora peninsular) del viernes 27 de noviembre.",
        "Pedimos a sua resposta até ao meio-dia (hora de Lisboa) de sexta-feira, 27 de novembro.",
        "Wilt u ons uw antwoord laten weten uiterlijk 12 uur (Nederlandse tijd) op vrijdag 27 november?",
        "La preghiamo di darci una risposta entro le ore 12 (ora italiana) di venerdì 27 novembre.",
    ],
)
def test_an_hour_a_zone_or_a_bracket_is_no_distance(text: str) -> None:
    found = asked_in(text, WRITTEN, K.OFFER)
    assert found is not None and found[0] == FRIDAY_WEEK


@pytest.mark.parametrize(
    "text",
    [
        "Take your time; noon on the 27th is the date our board needs.",
        "The day our board needs is Friday 27 November.",
        "Friday 27 November is our deadline.",
        "Freitag, der 27. November, ist der Tag, den unser Vorstand braucht.",
        "Der 27. November ist für uns der letzte Termin.",
        "Le 27 novembre à midi est la date dont notre comité a besoin.",
        "El 27 de noviembre es la fecha que necesita el consejo.",
        "27 de novembro é o último dia.",
        "Vrijdag 27 november is de dag waarop de directie het moet weten.",
        "Il 27 novembre è la data di cui il consiglio ha bisogno.",
    ],
)
def test_a_day_that_they_call_the_one_they_need_is_the_limit(text: str) -> None:
    found = asked_in(text, WRITTEN, K.OFFER)
    assert found is not None and found[0] == FRIDAY_WEEK


@pytest.mark.parametrize(
    "text",
    [
        "Nous vous serions reconnaissants de nous donner votre réponse d'ici vendredi midi.",
        "Vous avez jusqu'à vendredi pour nous répondre.",
        "Sie haben noch bis Freitag Zeit.",
        "Necesitamos su respuesta para el viernes.",
        "Ci dia per favore la Sua risposta per venerdì.",
        "Please let us have your answer by Friday noon.",
        "Je hebt nog tot vrijdag om te beslissen.",
        "Pedimos a sua resposta até sexta-feira ao meio-dia.",
    ],
)
def test_a_weekday_is_a_limit_too(text: str) -> None:
    found = asked_in(text, WRITTEN, K.OFFER)
    assert found is not None and found[0] == FRIDAY


@pytest.mark.parametrize(
    "text",
    [
        "The 27th is the date of the office party.",
        "Friday is the day our team needs you to meet the board.",
        "The 27th is the day our office moves.",
        "Der 27. November ist der Tag, an dem wir umziehen.",
        "Le 27 novembre est la date de notre déménagement.",
        "Your contract starts at 9 am (UK time) on Friday 27 November 2026.",
    ],
)
def test_a_day_of_other_things_is_none(text: str) -> None:
    assert asked_in(text, WRITTEN, K.OFFER) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Bitte haben Sie etwas Geduld, die Prüfung kann bis zu vier Wochen dauern.", date(2026, 12, 14)),
        ("Merci de patienter, l'étude des dossiers peut prendre jusqu'à quatre semaines.", date(2026, 12, 14)),
        ("Le rogamos un poco de paciencia: la revisión puede tardar hasta cuatro semanas.", date(2026, 12, 14)),
    ],
)  # fmt: skip
def test_who_asks_for_patience_names_the_end_of_the_wait(text: str, day: date) -> None:
    found = promised_in(text, WRITTEN, K.ACKNOWLEDGEMENT)
    assert found is not None and found[0] == day


def test_who_asks_for_papers_within_four_weeks_promises_nothing() -> None:
    text = "Bitte senden Sie uns Ihre Zeugnisse, das kann bis zu vier Wochen dauern."
    assert promised_in(text, WRITTEN, K.ACKNOWLEDGEMENT) is None
