"""A talk that words move or call off: the new day is the talk's, the old one is none."""

from __future__ import annotations

from datetime import date

import pytest

from afterword.reading.moved import moved_in

WRITTEN = date(2026, 11, 16)  # a Monday
TOMORROW, TUESDAY = date(2026, 11, 17), date(2026, 11, 24)


@pytest.mark.parametrize(
    "words",
    [
        "We need to move our interview from tomorrow to Tuesday 24 November.",
        "Our interview moves to Tuesday 24 November instead of tomorrow, so it is postponed a week.",
        "Wir müssen das Gespräch von morgen auf Dienstag, den 24. November verschieben.",
        "Je dois reporter notre entretien de demain au mardi 24 novembre, même heure.",
        "Tenemos que aplazar la entrevista de mañana al martes 24 de noviembre.",
        "Temos de adiar a entrevista de amanhã para terça-feira, 24 de novembro.",
        "Dobbiamo spostare il colloquio di domani a martedì 24 novembre.",
        "We moeten het gesprek van morgen verplaatsen naar dinsdag 24 november.",
    ],
)
def test_the_new_day_is_the_talks(words: str) -> None:
    assert moved_in(f"Hello,\n\n{words}\n\nIda", WRITTEN) == (TOMORROW, TUESDAY)


@pytest.mark.parametrize(
    "words",
    [
        "I am sorry, we have to cancel tomorrow's interview.",
        "Das Gespräch morgen müssen wir leider absagen.",
        "Das morgige Gespräch entfällt.",
        "Je dois annuler notre entretien de demain.",
        "Tenemos que cancelar la entrevista de mañana.",
        "Temos de cancelar a entrevista de amanhã.",
        "Purtroppo dobbiamo annullare il colloquio di domani.",
        "Helaas moeten we het gesprek van morgen annuleren.",
    ],
)
def test_one_called_off_has_no_new_day(words: str) -> None:
    assert moved_in(words, WRITTEN) == (TOMORROW, None)


@pytest.mark.parametrize(
    "words",
    [
        "If you need to cancel the interview tomorrow, write to us.",
        "Should you have to move the interview of 17 November, use the link.",
        "The interview on 17 November will not be cancelled.",
        "Could we move our interview from tomorrow to Tuesday 24 November?",
        "Wenn Sie das Gespräch morgen absagen müssen, rufen Sie an.",
        "Si vous souhaitez annuler l'entretien de demain, écrivez-nous.",
        "Si necesita cancelar la entrevista de mañana, avísenos.",
        "Se precisar de cancelar a entrevista de amanhã, avise.",
        "Se dovesse annullare il colloquio di domani, ci scriva.",
        "Als u het gesprek van morgen wilt annuleren, bel ons.",
        "I look forward to our interview tomorrow.",
        "We moved our office to Leeds in November.",
    ],
)
def test_what_could_be_moved_is_not_moved(words: str) -> None:
    assert moved_in(words, WRITTEN) is None
