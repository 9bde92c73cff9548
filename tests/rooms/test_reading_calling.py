"""A no that names what was missed, and a no in which they offer to telephone."""

from __future__ import annotations

import pytest

from afterword.reading.reasons.codes import reasons_in
from afterword.reading.tone import invitation_in
from afterword.terms import Hand, MailKind

K = MailKind


@pytest.mark.parametrize(
    ("before", "missed"),
    [
        ("Nous avons choisi l'autre personne : elle a déjà mené un S&OP.", "C'est la seule chose qui nous a manqué chez vous."),
        ("Nous avons choisi une autre candidate.", "Il nous a manqué chez vous une expérience du S&OP."),
        ("We chose the other finalist: she has already led an S&OP.", "That is the only thing we missed in you."),
        ("Wir haben uns für die andere Person entschieden.", "Das hat uns bei Ihnen gefehlt."),
        ("Hemos elegido a la otra persona.", "Es lo único que nos ha faltado."),
        ("Escolhemos a outra pessoa.", "É a única coisa que nos faltou."),
        ("Abbiamo scelto l'altra persona.", "È l'unica cosa che ci è mancata."),
        ("Wij kozen de andere kandidaat.", "Dat is het enige wat we bij u misten."),
    ],
)  # fmt: skip
def test_what_they_missed_is_a_named_reason_in_their_words(before: str, missed: str) -> None:
    found = {
        one.code: one.quote
        for one in reasons_in(f"Update\n\n{before} {missed}", K.REJECTION, outgoing=False)
    }
    assert found["R03"] == missed


@pytest.mark.parametrize(
    "text",
    [
        "We chose another candidate. We missed you at the open day.",
        "We chose another candidate. We missed your call on Monday.",
        "Nous avons choisi une autre personne. Le temps nous a manqué pour répondre plus tôt.",
        "Wir haben uns für eine andere Person entschieden. Sie haben uns beim Sommerfest gefehlt.",
        "Nous avons retenu une autre candidature. Vous nous manquerez.",
    ],
)
def test_what_else_one_misses_is_no_reason(text: str) -> None:
    found = {one.code for one in reasons_in(f"Update\n\n{text}", K.REJECTION, outgoing=False)}
    assert "R03" not in found


@pytest.mark.parametrize(
    "text",
    [
        "Si vous en avez envie je vous appellerai volontiers dans les jours qui viennent pour en parler.",
        "If you like, I would be happy to call you this week and talk it through.",
        "Wenn Sie mögen, rufe ich Sie in den nächsten Tagen gern an.",
        "Si quiere, le llamo con mucho gusto la próxima semana.",
        "Se quiser, ligo-lhe com todo o gosto esta semana.",
        "Se vuole, La chiamo volentieri nei prossimi giorni.",
        "Als u wilt, bel ik u volgende week graag.",
    ],
)
def test_an_offer_to_telephone_in_a_no_is_an_invitation(text: str) -> None:
    assert invitation_in(text, Hand.PERSONAL, K.REJECTION) is not None
    assert invitation_in(text, Hand.TEMPLATE, K.REJECTION) is None


@pytest.mark.parametrize(
    "text",
    [
        "I would have liked to call you, but time was short.",
        "If you have any questions, we are happy to talk.",
        "Wir hätten Sie gern angerufen.",
        "Pour toute question, nous sommes disponibles pour en parler.",
        "We are happy to talk about other roles.",
        "Wir rufen Sie nicht mehr an.",
    ],
)
def test_manners_are_no_offer_to_talk(text: str) -> None:
    assert invitation_in(text, Hand.PERSONAL, K.REJECTION) is None
