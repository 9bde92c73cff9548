"""Whose hand it is: a name under it and yours above make it a person's, a team's name does not."""

from __future__ import annotations

import pytest

from afterword.reading.text import open_letter
from afterword.reading.tone import hand_of
from afterword.terms import Address, Hand, Mail


def _hand(name: str, address: str, text: str) -> Hand:
    one = Mail(id="x", sender=Address(name, address), text=text)
    return hand_of(one, open_letter(text, (name,)), outgoing=False)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "Fernlock People Team",
            "Dear Ines,\n\nI am glad to offer you the post of stock planner from 4 May.\n\n"
            "Kind regards,\nCorwin Bask\nHead of Planning",
        ),
        (
            "Personalabteilung",
            "Sehr geehrte Frau Weidt,\n\nich freue mich, Ihnen die Stelle ab Mai anzubieten.\n\n"
            "Mit freundlichen Grüßen\nTilman Orth",
        ),
    ],
)
def test_an_offer_signed_by_name_from_a_shared_address_is_a_persons(name: str, text: str) -> None:
    assert _hand(name, "people@fernlock.example", text) is Hand.PERSONAL


@pytest.mark.parametrize(
    "text",
    [
        "Hi Ines,\n\nSorry for the wait, we really enjoyed your talk on the dock.\n\nThe Fernlock "
        "Team",
        "Hallo Ines,\n\nwir melden uns bei dir, sobald dein Gespräch ausgewertet ist.\n\n"
        "Dein Recruiting-Team",
    ],
)
def test_a_letter_that_a_team_signs_and_nobody_speaks_in_is_a_form(text: str) -> None:
    assert _hand("Fernlock Careers", "careers@fernlock.example", text) is Hand.TEMPLATE
