"""A firm is called in its case as it calls itself, and the post stays the one it began with."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime

import pytest

from afterword import reading
from afterword.casebook.models import Case, OwnAddress
from afterword.desk.mail import mailroom
from afterword.intake.memory import MemoryMailbox
from afterword.terms import Address

NOW = datetime(2026, 6, 1, 8, 0, tzinfo=UTC)
ME = "sam@home.example"


def mail(key: str, day: int, who: str, subject: str, body: str, answers: str = "") -> bytes:
    head = [f"From: {who}", f"To: Sam Lowe <{ME}>", f"Subject: {subject}",
            f"Date: Mon, {day:02d} May 2026 09:00:00 +0000", f"Message-ID: <{key}@x.example>"]  # fmt: skip
    if answers:
        head += [f"In-Reply-To: <{answers}@x.example>", f"References: <{answers}@x.example>"]
    return ("\n".join(head) + f"\n\n{body}\n").encode()


def case_of(*portions: list[bytes]) -> Case:
    account = uuid.uuid4()
    for row in OwnAddress.propose(account=account, found=[(ME, 99)], at=NOW):
        row.confirmed = True
        row.save()
    for at, mails in enumerate(portions):
        mailroom.take_in(account, MemoryMailbox(mails, name=f"post{at}"), now=NOW)
    return Case.objects.of(account).select_related("company").get()


IAN = "Ian Gell <ian.gell@larkmoss.example>"
FIRST = mail(
    "a1", 4, IAN, "Depot Planner - first talk",
    "Dear Sam,\n\nthank you for applying for the position of Depot Planner. We would like to invite you to "
    "an interview on 12 May at 10:00.\n\nIan",
)  # fmt: skip
SIGNED = mail(
    "a2", 13, IAN, "Re: Depot Planner - first talk",
    "Dear Sam,\n\nthank you for coming in for the Depot Planner interview. We are still meeting other "
    "candidates and will let you know by 22 May.\n\nKind regards\n\nIan Gell\nHR Manager\n"
    "Lark & Moss Haulage Ltd", "a1",
)  # fmt: skip
AGAIN = mail(
    "a3", 20, IAN, "Second interview",
    "Dear Sam,\n\nwe would like to invite you to a second interview on 28 May at 10:00, with Ruth Amble "
    "(VP Supply Chain).\n\nIan", "a2",
)  # fmt: skip


@pytest.mark.django_db
@pytest.mark.parametrize(
    "portions",
    [
        [[FIRST, SIGNED, AGAIN]],
        [[FIRST, AGAIN], [SIGNED]],
        [[AGAIN], [SIGNED], [FIRST]],
    ],
)
def test_the_signature_names_the_firm_and_the_first_mail_the_post(
    portions: list[list[bytes]],
) -> None:
    case = case_of(*portions)
    assert case.company.name == "Lark & Moss Haulage Ltd"
    assert case.role == "Depot Planner"


@pytest.mark.django_db
def test_a_host_cut_into_words_agrees_with_what_the_mail_writes() -> None:
    anna = "Anna Reeve <anna@clearwaterfoods.example>"
    case = case_of(
        [
            mail("b1", 4, "Clearwater Foods Careers <careers@clearwaterfoods.example>",
                 "Your application as Depot Planner", "Dear Sam,\n\nthank you for applying for the position "
                 "of Depot Planner at Clearwater Foods. We have received your application."),
            mail("b2", 12, anna, "Depot Planner - interview", "Dear Sam,\n\nwe would like to invite you to "
                 "an interview for the position of Depot Planner on 20 May at 10:00.\n\nAnna"),
        ]
    )  # fmt: skip
    assert case.company.name == "Clearwater Foods"


@pytest.mark.django_db
def test_two_houses_of_one_label_keep_their_own_names() -> None:
    """A clinic and a factory: what larkfield.de signs is no name of larkfield.co.uk."""
    account = uuid.uuid4()
    clinic = [
        mail(f"e{n}", 4 + n, "Joy Amble <joy.amble@larkfield.co.uk>", subject, f"Dear Sam,\n\n{body}\n\nJoy")
        for n, (subject, body) in enumerate((
            ("Ward Clerk", "thank you for applying for the position of Ward Clerk. We have your papers."),
            ("Ward Clerk - interview", "we would like to invite you to an interview for the position of "
             "Ward Clerk on 20 May at 10:00."),
        ))
    ]  # fmt: skip
    factory = mail(
        "f1", 6, "Uwe Brand <u.brand@larkfield.de>", "Buyer - interview", "Dear Sam,\n\nwe would like to "
        "invite you to an interview for the position of Buyer on 22 May at 10:00.\n\nUwe Brand\n"
        "Larkfield Maschinenbau GmbH",
    )  # fmt: skip
    mailroom.take_in(account, MemoryMailbox([*clinic, factory], name="post"), now=NOW)
    named = {case.role: case.company.name for case in Case.objects.of(account)}
    assert named == {"Ward Clerk": "Larkfield", "Buyer": "Larkfield Maschinenbau GmbH"}


@pytest.mark.parametrize(
    ("name", "said", "guess"),
    [
        ("Larkmoss", "Dear Sam, see you on Monday. Ian", True),
        ("Larkmoss", "Dear Sam, Larkmoss would like to meet you.", False),
        ("Lark & Moss Haulage Ltd", "Dear Sam, see you on Monday.", False),
    ],
)
def test_a_name_no_word_of_the_mail_says_is_a_guess_from_its_host(
    name: str, said: str, guess: bool
) -> None:
    assert reading.guessed(name, Address("Ian Gell", "ian@larkmoss.example"), said) is guess


@pytest.mark.django_db
def test_a_case_through_an_agency_bears_the_client_it_named() -> None:
    tess = "Tess Amory <tess@amoryvane.example>"
    case = case_of(
        [
            mail("c1", 4, tess, "Depot Planner - cold chain", "Hi Sam,\n\nI came across your profile and "
                 "thought of you for a role I'm working on: Depot Planner for a leading cold chain business. "
                 "Would you be open to a chat?\n\nTess Amory\nSenior Consultant, Amory & Vane Recruitment"),
            mail("c2", 6, tess, "Re: Depot Planner - cold chain", "Hi Sam,\n\nlovely speaking yesterday. As "
                 "discussed the client is Tarnbeck Cold Stores, for the Depot Planner role.\n\nTess", "c1"),
            mail("c3", 12, tess, "Re: Depot Planner - cold chain", "Hi Sam,\n\ngood news, they would like to "
                 "invite you to an interview on 20 May at 10:30. Can you confirm?\n\nTess", "c2"),
        ]
    )  # fmt: skip
    assert case.company.name == "Tarnbeck Cold Stores"
    assert {str(seat.part) for seat in case.seats.all()} == {"recruiter_agency"}
    assert {seat.person.company for seat in case.seats.select_related("person__company")} == {None}


@pytest.mark.django_db
def test_a_client_told_after_two_mails_is_the_firm_though_the_next_one_says_no_client() -> None:
    tess = "Tess Amory <tess@amoryvane.example>"
    case = case_of(
        [
            mail("d1", 4, tess, "Depot Planner - cold chain", "Hi Sam,\n\nI came across your profile and "
                 "thought of you for a role I'm working on: Depot Planner for a leading cold chain business. "
                 "Would you be open to a chat?\n\nTess Amory\nSenior Consultant, Amory & Vane Recruitment"),
            mail("d2", 6, tess, "Re: Depot Planner - cold chain", "Hi Sam,\n\nthe client is happy for me to "
                 "say who they are: Tarnbeck Cold Stores, out by the ring road.\n\nTess", "d1"),
            mail("d3", 12, tess, "Tarnbeck Cold Stores: first interview", "Hi Sam,\n\nJo Tarn would like to "
                 "meet you on 20 May at 10:30. Can you confirm?\n\nTess", "d2"),
        ]
    )  # fmt: skip
    assert case.company.name == "Tarnbeck Cold Stores"
