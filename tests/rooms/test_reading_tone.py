"""Who wrote it and how, whether an answer arrives, and doors left open or shut."""

from __future__ import annotations

import pytest

from afterword.reading.text import open_letter
from afterword.reading.tone import can_reply, hand_of, invitation_in, stop_in
from afterword.terms import Address, Hand, Mail, MailKind

K = MailKind


def mail(name: str, email: str, text: str, **headers: str) -> Mail:
    return Mail(
        id="1",
        source="test",
        subject="Re: loom fitter",
        sender=Address(name, email),
        to=(Address("Ida Roth", "ida@home.example"),),
        text=text,
        headers={key.replace("_", "-"): value for key, value in headers.items()},
    )


def hand(name: str, email: str, text: str) -> Hand:
    one = mail(name, email, text)
    return hand_of(one, open_letter(text, (name,)), outgoing=False)


def test_a_desk_writes_templates_and_a_person_letters() -> None:
    formal = "Dear Ms Roth,\n\nThe committee has met. The post has been awarded elsewhere."
    assert hand("Staff Office", "staffing@tidemill.example", formal) is Hand.TEMPLATE
    warm = "Hi Ida,\n\nsorry, I really wanted this for you. Honestly, your sample was lovely."
    assert hand("Sal Orr", "sal.orr@tidemill.example", warm) is Hand.PERSONAL
    assert hand("Tide Mill", "mill@tidemill.example", warm) is Hand.PERSONAL


def test_a_machines_mail_is_answered_only_where_it_says_so() -> None:
    plain = mail("Jobs", "jobs@tidemill.example", "Thank you.", auto_submitted="auto-generated")
    asking = mail(
        "Jobs",
        "jobs@tidemill.example",
        "Just reply to this e-mail.",
        auto_submitted="auto-generated",
    )
    assert not can_reply(plain, open_letter(plain.text))
    assert can_reply(asking, open_letter(asking.text))
    assert can_reply(mail("Sal", "sal@tidemill.example", "Hi"), open_letter("Hi"))


@pytest.mark.parametrize(
    "text",
    [
        "It's a no for now. Finish the ticket and ring me direct in March.",
        "Another bench comes free in May. Come and see me then.",
        "Machen Sie den Schein und melden Sie sich im Herbst wieder.",
        "Haal eerst je bewijs en bel mij dan.",
        "Passez le permis et rappelez-moi quand vous l'avez.",
        "Cuando tengas el carné, llámame.",
        "Quando terminar o curso, ligue-me.",
        "Se finisci il corso, torna a trovarmi.",
    ],
)
def test_a_named_door_left_open_is_an_invitation(text: str) -> None:
    assert invitation_in(text, Hand.PERSONAL, K.REJECTION) is not None


@pytest.mark.parametrize(
    ("text", "hand", "kind"),
    [
        ("Ring me in March when you have the ticket.", Hand.TEMPLATE, K.REJECTION),
        ("Ring me on Friday when you arrive.", Hand.PERSONAL, K.INTERVIEW_LOGISTICS),
        ("Call me if you have any questions about the decision.", Hand.PERSONAL, K.REJECTION),
        ("Keep an eye on our careers page and apply again.", Hand.PERSONAL, K.REJECTION),
        ("We wish you well in your search.", Hand.PERSONAL, K.REJECTION),
    ],
)
def test_a_brush_off_and_an_errand_are_none(text: str, hand: Hand, kind: MailKind) -> None:
    assert invitation_in(text, hand, kind) is None


@pytest.mark.parametrize(
    "text",
    [
        "Please do not write or ring about this again.",
        "Neem hierover geen contact met ons op.",
        "Von weiteren Zuschriften bitten wir Abstand zu nehmen.",
        "Le agradeceré no volver a escribirme por este asunto.",
        "La preghiamo di non scrivere oltre.",
        "Merci de ne plus nous contacter.",
    ],
)
def test_who_asks_not_to_be_written_to_is_heard(text: str) -> None:
    assert stop_in(f"The answer is no. {text}") is not None


@pytest.mark.parametrize(
    "text",
    [
        "Please do not hesitate to contact us again.",
        "Do not reply to this e-mail.",
        "Don't call before nine, the office is empty.",
    ],
)
def test_good_manners_are_no_stop(text: str) -> None:
    assert stop_in(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "It was close, and I'd gladly meet you for a coffee in the new year if you would like to.",
        "Let me buy you a coffee when you are next in town.",
        "Gern würde ich Sie im neuen Jahr auf einen Kaffee treffen.",
        "Je prendrais volontiers un café avec vous à la rentrée.",
        "Me encantaría tomar un café con usted en enero.",
        "Ik drink graag in het voorjaar een kop koffie met je.",
        "Gostaria de tomar um café consigo em janeiro.",
        "Prenderei volentieri un caffè con Lei in primavera.",
    ],
)
def test_a_cup_offered_with_a_time_invites(text: str) -> None:
    body = f"Dear Ida,\n\nWe chose somebody else. {text} We expect to open a second post in the summer.\n\nImke"
    span = invitation_in(body, Hand.PERSONAL, MailKind.REJECTION)
    assert span is not None
    assert body[span.start : span.end] == text


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for the coffee in January.",
        "It was a pleasure to have coffee with you in the spring.",
        "I'd gladly send you feedback on coffee and cake in the new year.",
    ],
)
def test_a_cup_that_was_drunk_invites_nobody(text: str) -> None:
    assert invitation_in(f"Dear Ida,\n\n{text}\n\nImke", Hand.PERSONAL, MailKind.REJECTION) is None
