"""Only what is asserted, by the other side, about this person's process is a verdict."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from afterword.reading import read
from afterword.reading.hearing import hear
from afterword.terms import Address, Mail, MailKind, Reading

K = MailKind


def told(
    body: str, *, subject: str = "Your application for Planner", sender: str = "hr@acorn.example"
) -> Reading:
    return read(mail_of(body, subject, sender))


def mail_of(
    body: str, subject: str = "Your application for Planner", sender: str = "hr@acorn.example"
) -> Mail:
    return Mail(
        id="1",
        subject=subject,
        sender=Address("", sender),
        date=datetime(2026, 3, 3, 9, tzinfo=UTC),
        text=body,
    )


NOES = [
    "We have decided not to move forward with your application for the Planner role.",
    "We've chosen to pursue other candidates for the position.",
    "Unfortunately your application has not been successful on this occasion.",
    "We will not be progressing your application any further.",
    "I'm sorry, we won't be able to offer you the job.",
    "After the interview the panel preferred another candidate for the role.",
    "We are unable to take your application any further.",
    "You are no longer under consideration for this position.",
    "We have appointed someone else to the post, I'm afraid.",
    "We've decided to pass on your application this time.",
    "Your profile does not match what we need for this position.",
    "We regret that you were not shortlisted for the vacancy.",
]


@pytest.mark.parametrize("sentence", NOES)
def test_an_asserted_no_is_a_rejection(sentence: str) -> None:
    assert told(f"Dear Sam,\n\n{sentence}").kind is K.REJECTION


CONDITIONALS = [
    "If you are not selected for this role, we will let you know.",
    "Should we decide not to move forward with your application, you will hear from us.",
    "In the event that your application is unsuccessful, we will keep your details.",
    "If you do not hear from us in two weeks, please assume you have not been successful.",
    "Only candidates selected for interview will be contacted.",
    "We will tell you whether or not you have been selected.",
    "Applicants who are not successful may apply again.",
    "Unsuccessful candidates will not be notified.",
    "We may decide not to fill the position.",
    "We will write to you once the position has been filled.",
    "If the role is put on hold we will write to you.",
    "Not all applicants will be selected, and some positions may be cancelled.",
]


@pytest.mark.parametrize("sentence", CONDITIONALS)
def test_a_receipt_full_of_conditionals_stays_a_receipt(sentence: str) -> None:
    reading = told(
        f"Dear Sam,\n\nThank you for applying. We have received your application. {sentence}"
    )
    assert reading.kind is K.ACKNOWLEDGEMENT


@pytest.mark.parametrize(
    "body",
    [
        "If you have questions, write to me. We have decided not to move forward with your application.",
        "If you would like feedback, let me know, but we will not be moving forward with your application.",
        "We have filled the role, so we won't be taking your application further; if things change I'll call.",
    ],
)
def test_politeness_beside_a_no_does_not_soften_it(body: str) -> None:
    assert told(body).kind in {K.REJECTION, K.POSITION_FILLED}


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("We have put the role on hold until the budget is approved.", K.ON_HOLD),
        ("The position has been filled.", K.POSITION_FILLED),
        ("The position has been cancelled and we will not be hiring for it.", K.CANCELLED),
        ("The role has been re-opened. Are you still interested?", K.REOPENED),
        ("We must withdraw our offer of employment.", K.OFFER_RESCINDED),
        ("As requested, your application has been withdrawn.", K.WITHDRAWN),
        ("We would like to offer you the position of Planner.", K.OFFER),
        ("We would like to offer you an interview for the position.", K.INTERVIEW_INVITATION),
    ],
)
def test_what_became_of_the_seat_is_told_apart(body: str, kind: MailKind) -> None:
    """By the rules alone: in so bare a mail the model hears other worlds too."""
    assert hear(mail_of(body)).verdict.kind is kind


def test_what_stands_in_a_quoted_reply_is_not_said_by_this_mail() -> None:
    body = (
        "Thanks for the update, let's set up a call about the role next week. What times work for you?\n\n"
        "On Mon, 2 Mar 2026 at 10:00, HR <hr@x.example> wrote:\n"
        "> We have decided not to move forward with your application."
    )
    assert told(body, sender="ann@acorn.example").kind is K.INTERVIEW_INVITATION


@pytest.mark.parametrize(
    "cut",
    [
        "Von: Personal <p@x.example>\nGesendet: Montag\nAn: Sam\n",
        "Le lun. 2 mars 2026 à 10:00, RH <rh@x.example> a écrit :\n",
        "El lun, 2 mar 2026 a las 10:00, RRHH <r@x.example> escribió:\n",
        "-----Original Message-----\nFrom: HR\nSent: Monday\n",
    ],
)
def test_quotes_are_cut_in_the_manner_of_every_mail_program(cut: str) -> None:
    reading = told(
        f"Thank you for applying, we have received your application.\n\n{cut}You were not selected."
    )
    assert "not selected" not in reading.text


def test_a_no_without_a_reason_says_so_and_invents_none() -> None:
    reading = told("We have decided not to proceed with your application.")
    assert [r.code for r in reading.reasons] == ["R18"]
    assert reading.reasons[0].quote == ""


def test_mail_of_the_user_never_carries_a_verdict_of_the_other_side() -> None:
    mail = Mail(
        id="1",
        subject="Re: role",
        sender=Address("Sam", "sam@home.example"),
        text="I know you decided not to move forward with my application.",
    )
    reading = read(mail, frozenset({"SAM@home.example"}))
    assert reading.direction == "out"
    assert reading.kind is not K.REJECTION
