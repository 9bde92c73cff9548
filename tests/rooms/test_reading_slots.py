"""Hours asked of the reader are the reader's turn, and the week they name is its day."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from afterword.counsel import next_move
from afterword.reading.dates.slots import slots_in
from afterword.terms import CaseFile, Deed, Direction, Happening, MailKind

WRITTEN = date(2026, 11, 16)  # a Monday
FRIDAY_WEEK = date(2026, 11, 27)


@pytest.mark.parametrize(
    "text",
    [
        "Pourriez-vous me donner deux ou trois créneaux la semaine du 23 novembre ?",
        "Merci de nous communiquer vos disponibilités pour la semaine prochaine.",
        "Could you send me two or three slots next week?",
        "Please let us know your availability for the week of 23 November.",
        "Bitte nennen Sie uns zwei oder drei Terminvorschläge in der Woche vom 23. November.",
        "Wann hätten Sie nächste Woche Zeit für ein Gespräch?",
        "¿Podría indicarnos su disponibilidad para la próxima semana?",
        "Poderia indicar-nos a sua disponibilidade na próxima semana?",
        "Kunt u ons uw beschikbaarheid voor volgende week doorgeven?",
        "Potrebbe indicarci la Sua disponibilità per la prossima settimana?",
    ],
)
def test_hours_are_asked_for_in_a_named_week(text: str) -> None:
    found = slots_in(text, WRITTEN)
    assert found is not None and found.day == FRIDAY_WEEK


def test_hours_may_be_asked_for_without_a_week() -> None:
    found = slots_in("Could you tell me when you would be free for a call?", WRITTEN)
    assert found is not None and found.day is None


@pytest.mark.parametrize(
    "text",
    [
        "Merci de votre disponibilité.",
        "Thank you for your availability next week.",
        "I look forward to our slot on Tuesday.",
        "We have no slots next week.",
        "Nous vous avons réservé un créneau mardi à 10h.",
        "Mes disponibilités sont mardi et mercredi.",
        "Der Termin am Dienstag passt uns gut.",
    ],
)
def test_hours_of_other_kinds_are_not_asked_for(text: str) -> None:
    assert slots_in(text, WRITTEN) is None


def _case(*more: Happening, by: date | None = FRIDAY_WEEK) -> CaseFile:
    at = datetime(2026, 11, 16, 14, tzinfo=UTC)
    return CaseFile(
        id="1",
        company="Vercorin",
        role="Planner",
        happenings=(
            Happening("a", datetime(2026, 10, 12, 9, tzinfo=UTC), Deed.APPLICATION, Direction.OUT),
            Happening(
                "w", datetime(2026, 10, 12, 9, tzinfo=UTC), MailKind.OTHER_JOB, Direction.OUT
            ),
            Happening("b", at, MailKind.INTERVIEW_INVITATION, asked_by=by, asks_times=True),
            *more,
        ),
    )


def test_they_wait_for_the_user_until_the_week_is_over() -> None:
    move = next_move(_case(), datetime(2026, 11, 23, 9, tzinfo=UTC))
    assert move.when == FRIDAY_WEEK
    assert "no answer of yours is found" in move.why
    assert "two or three hours" in move.why


def test_a_week_that_is_over_asks_for_new_hours() -> None:
    move = next_move(_case(by=date(2026, 11, 20)), datetime(2026, 11, 23, 9, tzinfo=UTC))
    assert "new hours" in move.why and move.when is None


def test_who_has_answered_is_not_asked_again() -> None:
    mine = Happening(
        "c", datetime(2026, 11, 17, 9, tzinfo=UTC), MailKind.INTERVIEW_LOGISTICS, Direction.OUT
    )
    move = next_move(_case(mine), datetime(2026, 11, 23, 9, tzinfo=UTC))
    assert "no answer of yours is found" not in move.why
