"""Whose clock an interview's hour is of: the zone written beside it, then the mail's own."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from afterword.reading.schedule import interview_at
from afterword.terms import Address, Mail, MailKind


def hour(text: str, ahead: float, email: str = "jo@meridew.example", month: int = 2) -> str:
    """The hour of the interview in UTC, of a mail whose date lies so many hours ahead of it."""
    written = datetime(2027, month, 1, 9, tzinfo=timezone(timedelta(hours=ahead)))
    mail = Mail(
        id="1", source="t", subject="s", sender=Address("Jo Orr", email), to=(), date=written, text=text,
    )  # fmt: skip
    found = interview_at(mail, text, MailKind.INTERVIEW_INVITATION)
    assert found is not None
    return found.astimezone(UTC).strftime("%H:%M")


@pytest.mark.parametrize(
    ("text", "ahead", "utc"),
    [
        ("We meet on 9 February at 14:00 GMT.", 1, "14:00"),
        ("We meet on 9 February at 14:00 CET.", 0, "13:00"),
        ("We meet on 9 February, 14:00-15:00 (CET).", 0, "13:00"),
        ("We meet on 9 February at 2pm UK time.", 1, "14:00"),
        ("We meet on 9 February at 2:00 PM EST.", 0, "19:00"),
        ("We meet on 9 February at 11am Pacific time.", 0, "19:00"),
        ("We meet on 9 February at 10:00 CT.", 1, "16:00"),
        ("We meet on 9 February at 14:00 GMT (15:00 CET).", 1, "14:00"),
        ("We meet on 9 February at 15:00 (that is 14:00 GMT).", 1, "14:00"),
        ("We meet on 9 February at 14:00 UTC-5.", 0, "19:00"),
        ("We meet on 9 February at 14:00 GMT-15:00 GMT.", 1, "14:00"),
        ("We meet on 9 February at 14:00.\n\nAll times are given in CET.", 0, "13:00"),
        ("Wir sehen uns am 9. Februar um 14 Uhr MEZ.", 0, "13:00"),
        ("Das Gespräch ist am 9. Februar um 14:00 Uhr (Berliner Zeit).", 0, "13:00"),
        ("L'entretien aura lieu le 9 février à 14h, heure de Paris.", 0, "13:00"),
        ("Nous vous attendons le 9 février de 14:00 à 14:45 (heure de Paris).", 0, "13:00"),
        ("La entrevista es el 9 de febrero a las 14:00, hora peninsular.", 0, "13:00"),
        ("A entrevista é no dia 9 de fevereiro às 14:00, hora de Lisboa.", 1, "14:00"),
        ("Het gesprek is op 9 februari om 14:00 uur Nederlandse tijd.", 0, "13:00"),
        ("Il colloquio è il 9 febbraio alle 14:00, ora italiana.", 0, "13:00"),
    ],
)
def test_the_zone_beside_the_hour_wins(text: str, ahead: float, utc: str) -> None:
    assert hour(text, ahead) == utc


@pytest.mark.parametrize(
    ("text", "ahead", "email", "utc"),
    [
        ("We meet on 9 February at 14:00 IST.", 0, "jo@meridew.ie", "14:00"),
        ("We meet on 9 February at 14:00 IST.", 0, "jo@meridew.in", "08:30"),
        ("We meet on 9 February at 14:00 IST.", 5.5, "jo@meridew.example", "08:30"),
        ("We meet on 9 February at 14:00 CST.", 0, "jo@meridew.cn", "06:00"),
        ("We meet on 9 February at 14:00 CST.", -6, "jo@meridew.example", "20:00"),
        # Nobody knows whose: the mail's own clock.
        ("We meet on 9 February at 14:00 CST.", 0, "jo@meridew.example", "14:00"),
    ],
)
def test_a_name_that_two_share_is_the_senders(
    text: str, ahead: float, email: str, utc: str
) -> None:
    assert hour(text, ahead, email) == utc


@pytest.mark.parametrize(
    ("text", "ahead", "utc"),
    [
        ("We meet on 9 February at 14:00.", 1, "13:00"),
        ("We meet the European team on 9 February at 14:00; take your time at our Berlin desk.", 0, "14:00"),
    ],
)  # fmt: skip
def test_without_a_zone_the_mails_own_clock_counts(text: str, ahead: float, utc: str) -> None:
    assert hour(text, ahead) == utc


def test_who_lives_by_the_clock_means_its_hour_under_either_name() -> None:
    assert hour("We meet on 9 July at 2pm EST.", -4, month=7) == "18:00"
    assert hour("We meet on 9 July at 14:00 CET.", 2, month=7) == "12:00"
    assert hour("We meet on 9 July at 14:00 BST.", 0, month=7) == "13:00"
