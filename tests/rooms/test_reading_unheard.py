"""A firm's own term ends the wait, and what it says of its silence is told."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from afterword.counsel import next_move, stand
from afterword.reading.dates.unheard import silence_in
from afterword.terms import CaseFile, Deed, Direction, Hand, Happening, MailKind

WRITTEN = date(2026, 11, 9)
TERM = date(2026, 12, 7)  # four weeks on


@pytest.mark.parametrize(
    "text",
    [
        "Sans réponse de notre part dans un délai de quatre semaines, vous voudrez bien considérer que votre candidature n'a malheureusement pas été retenue.",
        "If you have not heard from us within four weeks, please consider your application unsuccessful.",
        "If you don't hear from us by 7 December, you have not been shortlisted.",
        "Sollten Sie innerhalb von vier Wochen nichts von uns hören, gehen Sie bitte davon aus, dass wir Ihre Bewerbung nicht berücksichtigen konnten.",
        "Wenn Sie bis zum 7. Dezember keine Nachricht von uns erhalten, gilt dies als Absage.",
        "Si no recibe noticias nuestras en un plazo de cuatro semanas, entienda que su candidatura ha sido descartada.",
        "Caso não receba resposta no prazo de quatro semanas, considere que a sua candidatura não foi selecionada.",
        "Als u binnen vier weken niets van ons hoort, mag u ervan uitgaan dat u niet bent geselecteerd.",
        "In assenza di riscontro entro quattro settimane, La preghiamo di considerare non accolta la Sua candidatura.",
    ],
)
def test_what_silence_means_is_read_with_its_day(text: str) -> None:
    found = silence_in(text, WRITTEN)
    assert found is not None and found.day == TERM and found.is_no


def test_a_term_after_which_one_may_ask_means_no_no() -> None:
    found = silence_in("If you haven't heard from us in four weeks, feel free to chase.", WRITTEN)
    assert found is not None and found.day == TERM and not found.is_no


@pytest.mark.parametrize(
    "text",
    [
        "If you do not receive the confirmation e-mail within two days, look into your spam.",
        "If we have not received your answer within four weeks, we close the file.",
        "Sans votre réponse dans un délai de quatre semaines, nous classerons le dossier.",
        "We will answer within four weeks.",
        "Sie hören in vier Wochen von uns.",
        "Sans hésiter, écrivez-nous dans un mois.",
    ],
)
def test_other_silences_are_no_term_of_theirs(text: str) -> None:
    assert silence_in(text, WRITTEN) is None


def _case() -> CaseFile:
    at = datetime(2026, 11, 9, 21, tzinfo=UTC)
    return CaseFile(
        id="1",
        company="Lumerane",
        role="Controller",
        happenings=(
            Happening("a", at, Deed.APPLICATION, Direction.OUT),
            Happening(
                "b", at, MailKind.ACKNOWLEDGEMENT, hand=Hand.TEMPLATE, promised=TERM, silence_is_no=True
            ),
        ),
    )  # fmt: skip


def test_until_the_term_silence_means_nothing_and_no_question_is_proposed() -> None:
    now = datetime(2026, 12, 4, 9, tzinfo=UTC)
    assert (
        "no word by 7 December means no; until then silence means nothing"
        in stand(_case(), now).why
    )
    assert next_move(_case(), now).letter is None


def test_after_the_term_their_silence_is_the_no_they_announced() -> None:
    now = datetime(2026, 12, 14, 9, tzinfo=UTC)
    why = stand(_case(), now).why
    assert "means no, and that day is over" in why and "no verdict on you" in why
    assert next_move(_case(), now).letter is None
