"""Renaming, merging and parting a case leaves every person one person, with all that hangs on them."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Any

import pytest
from tests.rooms.test_desk_any_order import NOW, bring, case_of, mail

from afterword import terms
from afterword.casebook import joining
from afterword.casebook.models import Case, Letter, Person, Post, Seat, Stop, WatchedBoard
from afterword.casebook.undo import undo_last
from afterword.desk.mail import mailroom
from afterword.intake.memory import MemoryMailbox

pytestmark = pytest.mark.django_db

ROSE = "Rosa Quill <rosa@larkmoor.example>"
#: The first mail names Ivo without an address; a later one is from him.
MAILS = (
    mail("r1", 4, ROSE, "Your application as Fleet Planner", "Dear Sam,\n\nThank you for applying for the "
         "Fleet Planner role at Larkmoor. We would like to invite you to an interview on Thursday, "
         "14 May 2026 at 10:00 with Ivo Tarn, our Head of Fleet.\n\nKind regards\nRosa Quill\n"
         "Recruiter, Larkmoor"),
    mail("r2", 16, "Ivo Tarn <ivo@larkmoor.example>", "Re: Your application as Fleet Planner",
         "Dear Sam,\n\nI enjoyed talking with you on Thursday. We need another week to decide about the "
         "Fleet Planner role.\n\nIvo Tarn\nHead of Fleet, Larkmoor", "r1"),
)  # fmt: skip
LATE = mail("r3", 20, ROSE, "Re: Your application as Fleet Planner", "Dear Sam,\n\nWe need another week to "
            "decide about the Fleet Planner role.\n\nRosa Quill", "r1")  # fmt: skip


@pytest.fixture
def account() -> uuid.UUID:
    from tests.rooms import test_desk_any_order as order

    return order.begin()


def named(account: uuid.UUID, name: str) -> Person:
    return Person.objects.of(account).get(name=name)


def whole(account: uuid.UUID, case: Case, letter: Letter) -> None:
    """Each of the two is there once, with an address, a seat and what hangs on them."""
    letter.refresh_from_db()
    for name, email in (
        ("Ivo Tarn", "ivo@larkmoor.example"),
        ("Rosa Quill", "rosa@larkmoor.example"),
    ):
        who = named(account, name)
        assert who.email == email
        assert Seat.objects.filter(case=case, person=who).count() == 1
    assert letter.person == named(account, "Ivo Tarn")


class TestAnotherName:
    def test_people_stay_one_each_when_mail_comes_after(self, account: uuid.UUID) -> None:
        bring(account, MAILS)
        case = case_of(account, "r1")
        letter = Letter.draw(
            case=case, person=named(account, "Ivo Tarn"), kind="thank_you", text="Dear Ivo,", at=NOW
        )
        case.rename(company="Larkmoor Haulage Group", at=NOW)
        bring(account, [LATE])
        whole(account, Case.objects.get(pk=case.pk), letter)
        assert named(account, "Ivo Tarn").company.name == "Larkmoor Haulage Group"  # type: ignore[union-attr]

    def test_undo_takes_all_of_it_back(self, account: uuid.UUID) -> None:
        bring(account, MAILS)
        case, ivo = case_of(account, "r1"), named(account, "Ivo Tarn")
        firm = case.company
        case.rename(company="Larkmoor Haulage Group", at=NOW)
        undo_last(account=account, at=NOW)
        ivo.refresh_from_db()
        assert ivo.company == firm and Case.objects.get(pk=case.pk).company == firm

    def test_posts_stops_and_watches_of_the_firm_come_too(self, account: uuid.UUID) -> None:
        case = Case.open(account=account, company="Larkmoor", role="Planner", at=NOW)
        who = Person.add(account=account, name="Ivo Tarn", company=case.company, at=NOW)
        Seat.give(case=case, person=who, at=NOW)
        post = Post.objects.create(
            account=account, entered_at=NOW, person=who, company=case.company
        )
        stop = Stop.objects.create(account=account, entered_at=NOW, company=case.company, at=NOW)
        board = WatchedBoard.propose(
            account=account, company=case.company, board="greenhouse", tenant="larkmoor", at=NOW
        )
        case.rename(company="Larkmoor Haulage Group", at=NOW)
        for row in (who, post, stop, board):
            row.refresh_from_db()
            assert row.company == case.company, row

    def test_what_belongs_to_another_case_of_the_firm_stays_there(self, account: uuid.UUID) -> None:
        case = Case.open(account=account, company="Larkmoor", role="Planner", at=NOW)
        other = Case.open(account=account, company="Larkmoor", role="Buyer", at=NOW)
        here, there, both = (
            Person.add(account=account, name=name, company=case.company, at=NOW)
            for name in ("Ivo Tarn", "Ann Oak", "Rosa Quill")
        )
        for one, seated in ((case, here), (other, there), (case, both), (other, both)):
            Seat.give(case=one, person=seated, at=NOW)
        board = WatchedBoard.propose(
            account=account, company=case.company, board="greenhouse", tenant="larkmoor", at=NOW
        )
        case.rename(company="Fenwater", at=NOW)
        for row in (here, there, both, board):
            row.refresh_from_db()
        assert here.company == case.company
        assert there.company == both.company == board.company == other.company


class TestMergeAndSplit:
    def test_the_people_of_a_case_that_went_into_another_firm_s_stay_one(
        self, account: uuid.UUID
    ) -> None:
        bring(account, MAILS)
        case = case_of(account, "r1")
        letter = Letter.draw(
            case=case, person=named(account, "Ivo Tarn"), kind="thank_you", text="Dear Ivo,", at=NOW
        )
        into = Case.open(account=account, company="Fenwater", role="Fleet Planner", at=NOW)
        joining.merge(case=case, into=into, at=NOW)
        bring(account, [LATE])
        whole(account, into, letter)

    def test_who_wrote_the_mails_that_part_goes_with_them(self, account: uuid.UUID) -> None:
        bring(account, MAILS)
        case = case_of(account, "r1")
        ivo = named(account, "Ivo Tarn")
        letter = Letter.draw(case=case, person=ivo, kind="thank_you", text="Dear Ivo,", at=NOW)
        mails: Any = list(case.messages.filter(mail_id="r2@x.example"))
        new = joining.split(case=case, messages=mails, company="Fenwater", at=NOW)
        assert Seat.objects.filter(case=new, person=ivo).count() == 1
        bring(account, [LATE])
        assert named(account, "Ivo Tarn").email == "ivo@larkmoor.example"
        letter.refresh_from_db()
        assert letter.person == named(account, "Ivo Tarn")
        undo_last(account=account, at=NOW + timedelta(hours=1))
        assert not Seat.objects.filter(case=new).exists()


def test_the_trial_is_fair(account: uuid.UUID) -> None:
    """Ivo is first named without an address: else the tests above show nothing."""
    box = MemoryMailbox([MAILS[0]], name="first")
    mailroom.take_in(account, box, now=NOW)
    assert named(account, "Ivo Tarn").email == "" and terms
