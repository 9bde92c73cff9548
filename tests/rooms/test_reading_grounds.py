"""A shop, a scheme, a magazine, a list: what is made like those is no job mail for a guess."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from afterword.reading import senders
from afterword.reading.grounds import lacks_ground, ways_of_selling
from afterword.reading.hearing import Heard, hear
from afterword.reading.model import Facts, Opinion
from afterword.reading.settling import Settled, settle
from afterword.terms import Address, Certainty, Mail, MailKind

K = MailKind
SHOP = (
    "Our autumn range is in. Order now and get 20% off, satisfaction guaranteed. "
    "Click here to see it. To unsubscribe, write to us."
)
SCHEME = (
    "Be your own boss! We are looking for ten people who want an extra income from home. "
    "No experience, no risk. Click here for free information."
)
SOLD_AT_HOME = {
    "de": "Jetzt bestellen, kostenlos testen. Hier klicken, oder hier abmelden.",
    "fr": "Commandez sans engagement. Cliquez ici. Pour vous désabonner, répondez.",
    "es": "Haga clic aquí: compre ahora con descuento, gratis. Puede darse de baja.",
    "pt": "Clique aqui, compre agora com descontos. Grátis. Para cancelar, descadastre-se.",
    "nl": "Bestel nu met korting, vrijblijvend. Klik hier. Uitschrijven kan altijd.",
    "it": "Acquista ora, gratis e senza impegno. Clicca qui. Per disiscriverti, scrivi.",
}


def heard(text: str, subject: str = "News", **more: object) -> Heard:
    mail = Mail(id="1", subject=subject, sender=Address("Mo", "mo@acorn.example"), text=text)
    return hear(replace(mail, **more))  # type: ignore[arg-type]


def says(kind: MailKind, share: float) -> Callable[[Sequence[str], Facts], Opinion]:
    rest = tuple((other, (1 - share) / 20) for other in K if other is not kind)
    return lambda clauses, facts: Opinion(kind, share, rest, 0)


@pytest.mark.parametrize("text", [SHOP, SCHEME])
def test_who_sells_is_not_believed_for_the_models_word(text: str) -> None:
    got = settle(heard(text), says(K.OUTREACH, 0.97))
    assert got == Settled(K.NOT_JOB, Certainty.LOW)


@pytest.mark.parametrize("language", SOLD_AT_HOME)
def test_selling_is_heard_in_every_language(language: str) -> None:
    assert ways_of_selling("", SOLD_AT_HOME[language]) >= 3


def test_money_and_loudness_alone_sell_nothing() -> None:
    assert ways_of_selling("Offer!!", "We offer you £41,000 and the desk by the window!!") == 0


def test_a_pitch_that_can_be_unsubscribed_from_stays_a_pitch() -> None:
    pitch = (
        "I came across your profile and have a role that fits your experience: Senior Planner, "
        "permanent, with our client. Would you be open to a call? To unsubscribe, reply stop."
    )
    assert settle(heard(pitch), says(K.OUTREACH, 0.9)).kind is K.OUTREACH


def test_a_magazine_is_not_read_for_a_sentence_deep_inside() -> None:
    essay = "The tide came in over the flats and the birds went up together. " * 60
    deep = heard(f"{essay}\n\nUnfortunately your application was not successful.")
    assert lacks_ground(deep, deep.facts(), K.OTHER_JOB, 0.9)
    early = heard(f"Unfortunately your application for the post was not successful.\n\n{essay}")
    assert not lacks_ground(early, early.facts(), K.REJECTION, 0.5)


def test_a_known_thread_needs_no_ground() -> None:
    assert settle(heard(SHOP), says(K.OUTREACH, 0.97), kin=True).kind is K.OUTREACH


@pytest.mark.parametrize(
    ("to", "listed"),
    [
        ("harbour-talk@lists.acorn.example", True),
        ("harbour@groups.acorn.example", True),
        ("boats-users@acorn.example", True),
        ("stalker@acorn.example", False),
        ("mo.devlin@acorn.example", False),
        ("talk@acorn.example", False),
    ],
)
def test_what_is_sent_to_a_list_by_name_is_a_lists(to: str, listed: bool) -> None:
    mail = Mail(id="1", to=(Address("", "me@home.example"),), cc=(Address("", to),))
    assert senders.is_list(mail) is listed


def test_a_list_is_known_by_who_takes_its_bounces() -> None:
    bounced = {"return-path": "<harbour-bounces+me=home.example@acorn.example>"}
    assert senders.is_list(Mail(id="1", headers=bounced))
    assert not senders.is_list(Mail(id="1", headers={"return-path": "<bounces@mail.example>"}))


def test_a_rule_gives_way_where_the_model_holds_it_impossible() -> None:
    mail = heard("The position has been filled.", subject="Planner at Acorn Ltd")
    assert mail.verdict.kind is K.POSITION_FILLED
    sure = Opinion(K.STATUS_UPDATE, 0.6, ((K.POSITION_FILLED, 0.02), (K.OFFER, 0.38)), 0)
    torn = Opinion(K.STATUS_UPDATE, 0.6, ((K.POSITION_FILLED, 0.2), (K.OFFER, 0.2)), 0)
    assert settle(mail, lambda clauses, facts: sure).kind is K.STATUS_UPDATE
    assert settle(mail, lambda clauses, facts: torn).kind is K.POSITION_FILLED


def test_an_invitation_to_look_in_again_makes_no_no_of_a_filled_post() -> None:
    said = Opinion(K.REJECTION, 0.6, ((K.POSITION_FILLED, 0.3), (K.OFFER, 0.1)), 0)
    body = "We have decided to fill this post with an internal candidate."
    again = heard(f"{body} We encourage you to check our page.", subject="Planner post")
    sorry = heard(f"Unfortunately, {body} Good luck with your search.", subject="Planner post")
    assert settle(again, lambda clauses, facts: said).kind is K.POSITION_FILLED
    assert settle(sorry, lambda clauses, facts: said).kind is K.REJECTION


def test_talk_among_others_is_nobodys_search() -> None:
    said = "That test took me all of Sunday, and I would not set it again."
    answers = {"in_reply_to": "0@acorn.example", "to": (Address("", "bo@acorn.example"),)}
    mail = Mail(id="1", subject="Re: tests", text=said, **answers)  # type: ignore[arg-type]
    others, mine = hear(mail, frozenset({"me@home.example"})), hear(mail, frozenset())
    assert settle(others, says(K.ASSESSMENT, 0.8)).kind is K.NOT_JOB
    assert others.overheard and not mine.overheard
    assert hear(replace(mail, to=()), frozenset()).overheard


def test_an_alert_of_one_line_is_fair_and_one_that_sells_is_asked_about() -> None:
    text = "12 new jobs for you this week: planner, Leeds."
    bulk = {"list-unsubscribe": "<mailto:stop@jobs.example>"}
    alert = heard(text, subject="News", headers=bulk)
    assert settle(alert, says(K.NOT_JOB, 0.9)).kind is K.JOB_ALERT
    shop = heard(f"{text} {SHOP}", subject="News", headers=bulk)
    assert settle(shop, says(K.NOT_JOB, 0.9)).kind is K.NOT_JOB


@pytest.mark.parametrize(
    ("answers", "share", "kind"),
    [
        (True, 0.85, K.WITHDRAWN),
        (True, 0.7, K.OTHER_JOB),
        (False, 0.97, K.WITHDRAWN),
        (False, 0.85, K.OTHER_JOB),
    ],
)
def test_the_user_steps_back_only_by_many_shares(
    answers: bool, share: float, kind: MailKind
) -> None:
    mail = Mail(
        id="1",
        subject="Planner post",
        sender=Address("Me", "me@home.example"),
        text="After some thought the post of planner is not for me. Thank you for the interview.",
        in_reply_to="0@acorn.example" if answers else "",
        sent=True,
    )
    said = Opinion(K.WITHDRAWN, share, ((K.OTHER_JOB, 1 - share),), 0)
    assert settle(hear(mail), lambda clauses, facts: said).kind is kind


def test_a_word_of_thanks_confirms_no_stepping_back() -> None:
    said = Opinion(K.WITHDRAWN, 0.7, ((K.OTHER_JOB, 0.3),), 0)

    def kind(body: str) -> MailKind:
        mail = Mail(
            id="1", sender=Address("Ayo", "ayo@brann.example"), subject="Re: the paper",
            text=body, in_reply_to="<0@x.example>",
        )  # fmt: skip
        return settle(hear(mail, frozenset()), lambda clauses, facts: said, kin=True).kind

    assert kind("Splendid, ta!") is not K.WITHDRAWN
    longer = "No harm done at all, and thank you for ringing before Thursday; the panel knows, your file is shut."
    assert kind(longer) is K.WITHDRAWN
