"""What a no names: the sentence that says what was lacking, and a door that is left open by name."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from afterword.counsel import weigh
from afterword.counsel.standing import stand
from afterword.reading.reasons.codes import reasons_in
from afterword.reading.tone import invitation_in
from afterword.terms import CaseFile, Deed, Hand, Happening, MailKind

K = MailKind
#: A no, and words of the sentence that names the reason.
NAMED = (
    (
        "You asked for the real reason. Around the table none of us had heard from you how you "
        "once closed a plant with a works council. That we could not take on trust.",
        "works council",
    ),
    (
        "We have heard nothing of you about budgets in the millions, so we chose another.",
        "budgets",
    ),
    ("We went with a colleague who has already run two ferry terminals.", "ferry terminals"),
    ("The deciding point was simple. She had already moved a laboratory.", "laboratory"),
    ("In the end the team needed somebody who knows the dairy trade from inside.", "dairy"),
    (
        "Wir haben uns für eine Bewerberin entschieden, die schon Erfahrung mit Tarifrunden hat.",
        "Tarifrunden",
    ),
    ("Ausschlaggebend war ein Punkt. Sie hat bereits ein Lager automatisiert.", "Lager"),
    ("Niemand in der Runde hatte von Ihnen gehört, ob Sie Schichten geplant haben.", "Schichten"),
    ("Nous avons choisi une personne qui a déjà ouvert trois magasins.", "magasins"),
    ("Ce qui a fait la différence tient en peu. Il a déjà conduit une fusion.", "fusion"),
    ("Elegimos a una persona que ya dirigió una planta de frío.", "planta"),
    ("El motivo real es uno solo. Ya tiene experiencia con aduanas.", "aduanas"),
)
UNNAMED = (
    "We have decided to move forward with candidates whose experience more closely matches.",
    "We were impressed with your experience, but went with another candidate.",
    "Wir haben uns für eine Bewerberin entschieden, deren Profil besser passt.",
    "Nous avons retenu un profil plus proche de nos attentes.",
    "Hemos elegido a otra persona y agradecemos su experiencia.",
)


@pytest.mark.parametrize(("text", "about"), NAMED)
def test_the_sentence_that_names_it_is_the_reason(text: str, about: str) -> None:
    found = {
        one.code: one.quote
        for one in reasons_in(f"Your talk\n\n{text}", K.REJECTION, outgoing=False)
    }
    assert about in found.get("R03", "")
    assert "R18" not in found


@pytest.mark.parametrize("text", UNNAMED)
def test_a_comparison_that_names_nothing_is_no_gap(text: str) -> None:
    found = {one.code for one in reasons_in(f"Your talk\n\n{text}", K.REJECTION, outgoing=False)}
    assert "R03" not in found


@pytest.mark.parametrize(("text", "_about"), NAMED)
def test_it_is_not_said_that_nothing_was_named(text: str, _about: str) -> None:
    reasons = reasons_in(f"Your talk\n\n{text}", K.REJECTION, outgoing=False)
    day = datetime(2026, 3, 2, 10, tzinfo=UTC)
    talk = Happening("t", datetime(2026, 2, 20, 10, tzinfo=UTC), Deed.INTERVIEW)
    no = Happening("m", day, K.REJECTION, reasons=reasons, opened=day)
    file = CaseFile("c", "Calder Works", "Planner", happenings=(talk, no))
    now = datetime(2026, 3, 5, 10, tzinfo=UTC)
    ground = weigh(file, stand(file, now), now).ground("F2")
    assert ground is not None and "without naming" not in ground.says


@pytest.mark.parametrize(
    "text",
    [
        "Gern würde ich mit Ihnen in Kontakt bleiben; im Herbst eröffnen wir eine zweite Werkstatt.",
        "Lassen Sie uns im Gespräch bleiben. Ab Juni suchen wir zwei weitere Leute.",
        "I should like to keep in touch: next spring we are opening a depot in the north.",
        "J'aimerais rester en contact ; à la rentrée, nous recrutons une équipe de nuit.",
        "Me gustaría seguir en contacto; en otoño abrimos una segunda planta.",
    ],
)
def test_a_time_and_a_thing_make_keeping_in_touch_an_invitation(text: str) -> None:
    assert invitation_in(text, Hand.PERSONAL, K.REJECTION) is not None


@pytest.mark.parametrize(
    "text",
    [
        "Gern möchten wir mit Ihnen in Kontakt bleiben und wünschen Ihnen alles Gute.",
        "We would like to keep in touch and wish you well this spring.",
        "Nous souhaitons rester en contact pour la suite.",
        "Nos gustaría mantener el contacto para otras vacantes.",
    ],
)
def test_keeping_in_touch_alone_is_manners(text: str) -> None:
    assert invitation_in(text, Hand.PERSONAL, K.REJECTION) is None
