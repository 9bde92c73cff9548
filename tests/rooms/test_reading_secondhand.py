"""What a firm's own people wrote to a friend who passes it on is said to the reader at second hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from afterword.reading import read
from afterword.reading.linking.clues import clues_of
from afterword.reading.passed_on import letter_below
from afterword.reading.secondhand import through_a_friend
from afterword.terms import (
    Address,
    Certainty,
    Direction,
    Evidence,
    Hand,
    Mail,
    MailKind,
    Part,
    PersonSeen,
    Reading,
)

K = MailKind
FRIEND = Address("Wim Tack", "wim@tackmarine.example")
READER = Address("Maren Oke", "maren.oke@inbox.example")
HEAD = Address("Sigrid Vole", "sv@fernquay.example")

ASKS = "We are looking for a Yard Manager from August. Anybody come to mind? They can write to me."


def _passed_on(
    said: str, *, head: str = "", own: str = "See below, you'd be mad not to talk to her."
) -> Mail:
    head = head or (
        "From: Sigrid Vole <sv@fernquay.example>\nDate: Fri, 6 Mar 2026 at 15:32\n"
        "Subject: Yard manager\nTo: Wim Tack <wim@tackmarine.example>"
    )
    return Mail(
        id="f@x",
        subject="Fwd: Yard manager",
        sender=FRIEND,
        to=(READER,),
        text=f"{own}\n\nWim\n\n---------- Forwarded message ----------\n{head}\n\n{said}\n\nSigrid\nCEO",
    )


def _as(kind: MailKind, **more: object) -> Callable[[Mail], Reading]:
    """A reader that takes the letter below for this."""

    def reads(mail: Mail) -> Reading:
        text = f"{mail.subject}\n\n{mail.text}"
        return _plain(
            text, kind, company="Fernquay", role="Yard Manager", **more,
            people=(PersonSeen(HEAD.name, HEAD.email, Part.DECISION_MAKER),),
            evidence=(Evidence(14, 20, text[14:20], "model"),),
        )  # fmt: skip

    return reads


def _plain(text: str, kind: MailKind = K.OTHER_JOB, **more: object) -> Reading:
    return Reading(
        id="f@x", source="", date=None, direction=Direction.IN, language="en", text=text,
        kind=kind, certainty=Certainty.STRONG, hand=Hand.PERSONAL, **more,  # type: ignore[arg-type]
    )  # fmt: skip


def _heard(mail: Mail, kind: MailKind) -> Reading:
    own = _plain(f"{mail.subject}\n\nSee below.", company="Tack Marine", below=(HEAD.email,))
    return through_a_friend(own, mail, _as(kind))


def test_who_looks_for_somebody_approaches_the_reader_and_the_friend_introduces() -> None:
    found = _heard(_passed_on(ASKS), K.OUTREACH)
    assert (found.kind, found.certainty) == (K.OUTREACH, Certainty.FAIR)
    assert (found.company, found.role) == ("Fernquay", "Yard Manager")
    assert [one.email for one in found.people] == [HEAD.email, FRIEND.email]
    assert found.people[-1].part is Part.INTRODUCER
    assert all(found.text[one.start : one.end] == one.text for one in found.evidence)


def test_it_belongs_where_the_writers_letters_belong_with_the_friend_beside() -> None:
    mail = _passed_on(ASKS)
    clues = clues_of(_heard(mail, K.OUTREACH), mail, frozenset({READER.email}))
    assert clues.persons == {HEAD.email} and FRIEND.email in clues.beside
    assert clues.houses == {"fernquay.example"} and not clues.confided


def test_a_no_about_the_reader_is_a_no_and_one_about_the_friend_is_not() -> None:
    no = "Your Maren is a good woman, but I have gone for a local. Will you tell her?"
    assert _heard(_passed_on(no), K.REJECTION).kind is K.REJECTION
    theirs = "I am sorry, Wim, I have gone for a local. It was close."
    assert _heard(_passed_on(theirs), K.REJECTION).kind is K.OTHER_JOB


@pytest.mark.parametrize(
    "head",
    [
        "From: Sigrid Vole <sv@fernquay.example>\nSubject: Yard manager\nTo: All Friends of the Quay",
        "From: Fernquay Jobs <jobs@fernquay.example>\nSubject: x\nTo: Wim Tack <wim@tackmarine.example>",
        "From: Ada Tack <ada@tackmarine.example>\nSubject: x\nTo: Wim Tack <wim@tackmarine.example>",
        "From: Sigrid Vole <sv.vole@gmail.com>\nSubject: x\nTo: Wim Tack <wim@tackmarine.example>",
    ],
)
def test_an_advert_sent_round_or_the_friends_own_house_says_nothing_to_the_reader(
    head: str,
) -> None:
    assert _heard(_passed_on(ASKS, head=head), K.OUTREACH).kind is K.OTHER_JOB


@pytest.mark.parametrize(
    "head",
    [
        "Von: Sigrid Vole <sv@fernquay.example>\nGesendet: Freitag, 6. März 2026 15:32\n"
        "An: Wim Tack <wim@tackmarine.example>\nBetreff: Platzmeister",
        "De : Sigrid Vole <sv@fernquay.example>\nDate : ven. 6 mars 2026 à 15:32\n"
        "Objet : Chef de quai\nÀ : Wim Tack <wim@tackmarine.example>",
        "Da: Sigrid Vole <sv@fernquay.example>\nData: ven 6 mar 2026\n"
        "Oggetto: Capo banchina\nA: Wim Tack <wim@tackmarine.example>",
        "Betreff: Platzmeister\nDatum: Fri, 6 Mar 2026\nVon: Sigrid Vole <sv@fernquay.example>\n"
        "An: Wim Tack <wim@tackmarine.example>",
        "Van: Sigrid Vole <sv@fernquay.example>\nVerzonden: vrijdag 6 maart\n"
        "Aan: wim@tackmarine.example\nOnderwerp: Kadebaas",
        "De: Sigrid Vole <sv@fernquay.example>\nEnviado el: viernes\n"
        "Para: Wim Tack <wim@tackmarine.example>\nAsunto: Jefa de muelle",
    ],
)
def test_the_letter_below_is_found_under_the_heads_of_any_mail_program(head: str) -> None:
    below = letter_below(_passed_on(ASKS, head=head))
    assert below is not None and below.sender == HEAD
    assert below.subject not in ("", "Fwd: Yard manager")
    assert below.text.startswith("We are looking") and below.to == (FRIEND,)


def test_read_whole_it_is_an_approach_of_the_house_below() -> None:
    found = read(_passed_on(f"Hi Wim\n\n{ASKS}"), frozenset({READER.email}))
    assert found.kind is K.OUTREACH and found.role.casefold() == "yard manager"
    assert found.company == "Fernquay"
