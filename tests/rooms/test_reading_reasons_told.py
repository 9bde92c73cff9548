"""What a no really says: who came from within, what decided it, that the seat is taken already.

The sentences are of this file alone, from trades and towns that no other test knows.
"""

from __future__ import annotations

import pytest

from afterword.reading.reasons.codes import reasons_in, with_invitation
from afterword.reading.schedule import stage_of
from afterword.reading.text import open_letter
from afterword.reading.tone import invitation_in
from afterword.terms import Basis, Hand, MailKind, ReasonSeen, Stage

K = MailKind


def said(body: str, kind: MailKind = K.REJECTION) -> dict[str, str]:
    text = f"Your application\n\nDear Ola,\n\n{body}"
    return {one.code: one.quote for one in reasons_in(text, kind, outgoing=False)}


@pytest.mark.parametrize(
    "sentence",
    [
        "After internal discussion we will not be taking your application as head gardener further.",
        "We talked it over internally and do not think that the bakery is the right place for you.",
        "Having compared notes internally, the jury has decided to stop here.",
        "Our internal review of the portfolios is complete and yours is not among them.",
        "We looked for a candidate from within the industry.",
    ],
)
def test_a_talk_within_the_house_is_no_colleague_who_took_the_seat(sentence: str) -> None:
    assert "R04" not in said(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The lighthouse trust has appointed from inside.",
        "The post was filled internally last week.",
        "We have promoted somebody internally to lead the choir school.",
        "We have chosen an internal candidate.",
        "In the end they took somebody from our Bergen office.",
        "The chair goes to a colleague from the Turin branch.",
        "We are covering the kitchen internally from May.",
    ],
)
def test_a_colleague_who_took_the_seat_is_heard_as_one(sentence: str) -> None:
    assert said(sentence).get("R04") == sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "We have chosen a woman from Galway who has kept bees all her life and knows the growers.",
        "The board offered the post to somebody who came up through opera: sets, flies, the lot.",
        "They would have needed a year to bring you up to speed on organ restoration.",
        "Ruth picked the other one; it was about the Italian, not about you.",
        "It came down to welding under water, and not to you.",
        "He has run a tannery since he was twenty and speaks to the tanners without an interpreter.",
        "We took the person who already spoke Welsh with the families.",
    ],
)
def test_what_decided_it_is_a_reason_by_name(sentence: str) -> None:
    assert said(f"Thank you for coming. {sentence}").get("R03") == sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "We have chosen another candidate whose profile fits more closely.",
        "It was about the seat, not about you.",
        "It was about timing and not about you.",
        "We have chosen a woman from Galway.",
        "Hers was the letter that came first.",
    ],
)
def test_what_names_nothing_is_no_named_reason(sentence: str) -> None:
    assert "R03" not in said(f"Thank you for coming. {sentence}")


@pytest.mark.parametrize(
    "sentence",
    [
        "We have gone with the other cellist and she has accepted.",
        "He signed on Friday, so the workshop is spoken for.",
        "She starts on 4 May.",
        "The other person has already said yes.",
        "Our offer has been accepted by somebody else.",
        "The new conductor begins in September.",
    ],
)
def test_that_somebody_has_said_yes_is_heard(sentence: str) -> None:
    assert said(f"It is a no from us, and I am sorry. {sentence}").get("R05") == sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "We have accepted that the timing was bad.",
        "The season starts on 4 May.",
        "It is widely accepted that such choices hurt.",
        "I hope that you have accepted my apology.",
    ],
)
def test_other_acceptances_fill_no_seat(sentence: str) -> None:
    assert "R05" not in said(f"It is a no from us. {sentence}")


def test_why_an_offer_was_withdrawn_stands_beside_that_it_was() -> None:
    body = (
        "The council has pushed the opening of the pool back by two years. "
        "So I have to withdraw the offer I made you."
    )
    found = said(body, K.OFFER_RESCINDED)
    assert found["R07"] == "The council has pushed the opening of the pool back by two years."
    assert "R19" in found
    assert "R07" not in said("We pushed ourselves back from the table.", K.OFFER_RESCINDED)


def test_a_named_reason_stands_before_a_comparison() -> None:
    found = said(
        "In the end we came down in favour of the other finalist. "
        "Nobody in the room had heard from you that you had ever led a rescue at sea."
    )
    assert next(iter(found)) == "R03"
    assert "R02" in found


# ── the words of an invitation ──────────────────────────────────────────────


def invited(body: str, kind: MailKind, hand: Hand = Hand.PERSONAL) -> str:
    letter = open_letter(body)
    span = invitation_in(letter.body, hand, kind)
    return letter.body[span.start : span.end] if span else ""


@pytest.mark.parametrize(
    "sentence",
    [
        "When the glasshouse comes free you will be asked before anyone.",
        "You'll be the first person we ring when Nora retires.",
        "If the night desk ever needs somebody I will come to you first.",
        "Next time we look for a luthier, you are the first one I call.",
        "I have told Edna that you are to be asked first.",
    ],
)
def test_who_will_be_asked_first_is_invited_though_they_declined(sentence: str) -> None:
    body = f"Dear Ola,\n\nWell, that is a pity. {sentence}\n\nLook after yourself."
    assert invited(body, K.OTHER_JOB) == sentence
    assert invited(body, K.REJECTION) == sentence
    assert not invited(body, K.OTHER_JOB, Hand.TEMPLATE)


@pytest.mark.parametrize(
    "sentence",
    [
        "You will be asked first to show your badge.",
        "Ring me again when you are at the gate.",
        "You are the first person to read this.",
        "Before anyone comes in, you will be asked for your papers.",
        "We'll call you first thing on Monday.",
        "In the talk we will ask you first about your present boat.",
        "You will be called first, at 9:00, then the other two.",
        "We will call you first and then the two others.",
        "I will ring you first of all.",
        "You will be called first. Then the others follow at 10:30.",
        "You'll be the first person we tell once we have made a decision.",
        "On Thursday you will be asked before anyone.",
    ],
)
def test_other_mail_invites_nobody_back(sentence: str) -> None:
    assert not invited(f"Dear Ola,\n\n{sentence}", K.OTHER_JOB)


@pytest.mark.parametrize("kind", [K.INTERVIEW_INVITATION, K.INTERVIEW_LOGISTICS, K.ASSESSMENT])
def test_a_mail_that_ends_nothing_asks_nobody_back(kind: MailKind) -> None:
    sentence = "You will be called first."
    assert not invited(f"Dear Ola,\n\nThree of you come that day. {sentence}", kind)
    assert invited(f"Dear Ola,\n\nIf it opens again: {sentence}", K.REJECTION)


@pytest.mark.parametrize(
    "sentence",
    [
        "We'll call you first thing on Monday.",
        "We will ask you first about your present boat.",
        "You will be called first, at 9:00, then the other two.",
    ],
)
def test_the_order_of_a_day_is_no_invitation_in_whatever_mail(sentence: str) -> None:
    assert not invited(f"Dear Ola,\n\n{sentence}", K.REJECTION)
    assert not invited(f"Dear Ola,\n\n{sentence}", K.ON_HOLD)


def test_an_invitation_has_its_words_among_the_reasons() -> None:
    none_given = (ReasonSeen("R18", "", Basis.INFERRED),)
    words = "Ring me when you feel like it."
    assert with_invitation(none_given, words) == (
        ReasonSeen("R10", words, Basis.SAID),
        none_given[0],
    )
    cooler = ReasonSeen("R10", "Do write back if you wish.")
    assert with_invitation((cooler,), words) == (ReasonSeen("R10", words, Basis.SAID),)
    assert with_invitation((cooler,), "") == (cooler,)


# ── how far it came ─────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "sentence",
    [
        "Five of them will come to Lerwick to meet us.",
        "We will only be meeting with the team leaders who know the ferry.",
        "We are unable to meet you at this time.",
    ],
)
def test_that_others_will_be_met_is_no_talk_of_the_users(sentence: str) -> None:
    assert stage_of(f"Your application\n\nHello Ola,\n\n{sentence}", K.REJECTION) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "It was good to meet you in Lerwick.",
        "Thank you for meeting with us.",
        "We enjoyed our conversation.",
    ],
)
def test_a_talk_that_was_is_remembered(sentence: str) -> None:
    found = stage_of(f"Your application\n\nHello Ola,\n\n{sentence}", K.REJECTION)
    assert found is Stage.HIRING_MANAGER_INTERVIEW
