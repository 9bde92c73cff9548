"""The title alone: in any trade and language, cut where the sentence goes on."""

from __future__ import annotations

import pytest

from afterword.reading.role import role_of


@pytest.mark.parametrize(
    ("subject", "body", "title"),
    [
        ("Offer: Glazier", "", "Glazier"),
        ("Votre candidature cuisinière de nuit", "", "Cuisinière de nuit"),
        ("AW: Bewerbung Kranfahrer", "", "Kranfahrer"),
        ("kandidatuur lasser", "", "Lasser"),
        ("Hola", "su solicitud para la plaza de soldadora llegó", "Soldadora"),
        ("Reminder: Night Porter, tomorrow 12:00", "", "Night Porter"),
        ("Yard Foreman, and a thought", "", "Yard Foreman"),
        ("Last talk, Store Director", "", "Store Director"),
        ("News", "You applied to become Harbour Manager further north.", ""),
        ("Saturday", "Are you free to speak?", ""),
    ],
)
def test_the_title_alone(subject: str, body: str, title: str) -> None:
    said = role_of(subject, body)
    assert said == title or (not title and "become" not in said and "further" not in said)
