"""The casebook after any order of arrival equals a clean import; what the user settled survives."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from afterword.casebook import filing, forgetting
from afterword.casebook.case import Case
from afterword.casebook.joining import merge
from afterword.casebook.models import (
    Company,
    Interview,
    Message,
    OwnAddress,
    Person,
    PersonAddress,
    Question,
    Remark,
    Seat,
    Stop,
)
from afterword.casebook.undo import undo_last
from afterword.desk import morning
from afterword.desk.mail import examining, mailroom, sorting
from afterword.intake.memory import MemoryMailbox

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 6, 1, 8, 0, tzinfo=UTC)
ME = "sam@home.example"


def mail(
    key: str, day: int, who: str, subject: str, body: str, answers: str = "", out: bool = False
) -> bytes:
    ends = (f"Sam Lowe <{ME}>", who) if out else (who, f"Sam Lowe <{ME}>")
    head = [f"From: {ends[0]}", f"To: {ends[1]}", f"Subject: {subject}",
            f"Date: Mon, {day:02d} May 2026 09:00:00 +0000", f"Message-ID: <{key}@x.example>"]  # fmt: skip
    if answers:
        head += [f"In-Reply-To: <{answers}@x.example>", f"References: <{answers}@x.example>"]
    return ("\n".join(head) + f"\n\n{body}\n").encode()


JO = "Jo Field <jo@meridew.example>"
ANN = "Ann Oak <ann.oak@meridew.example>"
DESK = "Careers <careers@meridewfoods.example>"
NO = "Unfortunately we have decided to move forward with other candidates"
#: Two processes at one firm, one that is only a lead, few words in threads, and an alert.
MAILS = (
    mail("a1", 1, JO, "The position of Head of Supply", "Dear Ms Field,\n\nMight we speak about the "
         "position of Head of Supply?\n\nSam", out=True),
    mail("a2", 3, DESK, "Your application as Head of Supply", "Dear Sam,\n\nThank you for applying for "
         "the Head of Supply position at Meridew Foods. We have received your application and will "
         "review it.\n\nTalent Team, Meridew Foods"),
    mail("a3", 6, JO, "Re: The position of Head of Supply", "Dear Sam,\n\nWe would like to invite you to "
         "an interview for the Head of Supply position at Meridew on Tuesday, 12 May 2026 at 10:00."
         "\n\nKind regards\nJo Field\nHead of Talent, Meridew", "a1"),
    mail("a4", 7, JO, "Re: The position of Head of Supply", "Tuesday at ten is fine.\n\nSam", "a3", True),
    mail("a5", 20, JO, "Re: The position of Head of Supply", f"Dear Sam,\n\nThank you for your time. {NO} "
         "for the Head of Supply role.\n\nKind regards\nJo Field\nMeridew", "a3"),
    mail("b1", 8, ANN, "Your application as Store Planner", "Dear Sam,\n\nThank you for applying for the "
         "Store Planner role at Meridew. We have received your application.\n\nAnn Oak\nRecruiter, Meridew"),
    mail("b2", 19, ANN, "Re: Your application as Store Planner", "Dear Sam,\n\nWe need another week to "
         "decide about the Store Planner role.\n\nAnn Oak\nRecruiter", "b1"),
    mail("c1", 9, "Ivo Tarn <ivo@brambledown.example>", "A role for you", "Dear Sam,\n\nI am a recruiter "
         "and I look for a Fleet Planner for a client of mine. Would you be open to a call about the "
         "role?\n\nIvo Tarn\nPartner, Brambledown"),
    mail("c2", 10, "Ivo Tarn <ivo@brambledown.example>", "Re: A role for you", "Gladly. Thursday?\n\nSam",
         "c1", True),
)  # fmt: skip


@pytest.fixture(autouse=True)
def read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a mail says does not depend on its order: it is worked out once."""
    for name in ("examined", "in_its_thread"):
        real, known = getattr(examining, name), MEMORY[name]

        def remembered(parcel: Any, asked: Any, real: Any = real, known: Any = known) -> Any:
            if parcel.raw not in known:
                known[parcel.raw] = real(parcel, asked)
            return known[parcel.raw]

        monkeypatch.setattr(examining, name, remembered)
    monkeypatch.setattr(morning, "freshen", lambda *_: None)


MEMORY: dict[str, dict[bytes, Any]] = {"examined": {}, "in_its_thread": {}}
ACCOUNT = uuid.UUID(int=5)


def picture(account: uuid.UUID) -> dict[str, Any]:
    """All that mail brought into the casebook, without keys and moments of entry."""
    cases = {
        case.pk: (case.company.name, case.role, case.opened_at, case.last_at,
                  tuple(sorted(case.messages.values_list("mail_id", flat=True))))
        for case in Case.objects.of(account).select_related("company")
    }  # fmt: skip

    def rows(model: Any, *names: str) -> list[Any]:
        return sorted(
            (cases[case][:3], *map(str, more))
            for case, *more in model.objects.of(account).values_list("case_id", *names)
        )

    return {
        "cases": sorted(cases.values()),
        "loose": sorted(Message.objects.of(account).filter(case=None).values_list("mail_id")),
        "seats": rows(Seat, "person__name", "part", "title", "since"),
        "talks": rows(Interview, "at", "stage", "message__mail_id"),
        "words": rows(Remark, "kind", "quote", "by_name", "on"),
        "firms": sorted(Company.objects.of(account).values_list("name", flat=True)),
        "people": sorted(map(str, Person.objects.of(account).values_list("name", "title", "company__name"))),
        "addresses": sorted(PersonAddress.objects.of(account).values_list("email", "person__name")),
        "stops": sorted(map(str, Stop.objects.of(account).values_list("person__name", "at"))),
        "questions": sorted(map(str, Question.objects.of(account).values_list("text", "answered_at"))),
    }  # fmt: skip


def begin() -> uuid.UUID:
    """The account, empty. Marks are bound to it, so there is one for all tests."""
    forgetting.forget_everything(account=ACCOUNT)
    OwnAddress.add(account=ACCOUNT, email=ME, at=NOW)
    return ACCOUNT


def bring(account: uuid.UUID, *portions: Iterable[bytes]) -> None:
    for at, portion in enumerate(portions):
        box = MemoryMailbox(list(portion), name=f"box {at} {uuid.uuid4()}")
        mailroom.take_in(account, box, now=NOW)


@lru_cache(maxsize=1)
def clean() -> dict[str, Any]:
    """The casebook of all mails brought in at once, oldest first."""
    account = begin()
    bring(account, MAILS)
    return picture(account)


class TestAnyOrder:
    def test_the_mails_are_a_fair_trial(self) -> None:
        """Several cases, a talk, people and a loose mail that follows: else the next tests show nothing."""
        seen = clean()
        assert len(seen["cases"]) >= 3 and seen["talks"] and len(seen["people"]) >= 3

    def test_newest_first_and_one_by_one(self) -> None:
        wanted = clean()
        account = begin()
        bring(account, *([one] for one in reversed(MAILS)))
        assert picture(account) == wanted

    @settings(max_examples=25, deadline=None,
              suppress_health_check=[HealthCheck.function_scoped_fixture])  # fmt: skip
    @given(st.permutations(MAILS), st.lists(st.integers(1, 4), min_size=9, max_size=9), st.data())
    def test_any_order_any_portions_and_twice(
        self, order: Sequence[bytes], sizes: list[int], data: Any
    ) -> None:
        wanted = clean()
        account = begin()
        left = list(order)
        portions: list[list[bytes]] = []
        for size in sizes:
            portions.append(left[:size])
            left = left[size:]
        again = data.draw(st.lists(st.sampled_from(MAILS), max_size=3))
        bring(account, *filter(None, portions), left, again)
        assert picture(account) == wanted


def case_of(account: uuid.UUID, key: str) -> Case:
    case = Message.objects.of(account).select_related("case").get(mail_id=f"{key}@x.example").case
    assert case is not None
    return case


class TestTheUsersWord:
    def test_a_mail_put_elsewhere_by_hand_stays_there(self) -> None:
        account = begin()
        bring(account, MAILS[5:])
        planner, lead = case_of(account, "b1"), case_of(account, "c1")
        mail = Message.objects.of(account).get(mail_id="b2@x.example")
        filing.file_into(message=mail, case=lead, at=NOW)
        bring(account, MAILS[:5])
        assert case_of(account, "b2") == lead and case_of(account, "b1") == planner
        undo_last(account=account, at=NOW)
        assert case_of(account, "b2") == planner

    def test_two_cases_made_one_stay_one_and_come_apart_by_undo(self) -> None:
        account = begin()
        bring(account, MAILS[5:])
        planner, lead = case_of(account, "b1"), case_of(account, "c1")
        merge(case=lead, into=planner, at=NOW)
        bring(account, MAILS[:5])
        assert {case_of(account, key) for key in ("b1", "b2", "c1", "c2")} == {planner}
        undo_last(account=account, at=NOW)
        sorting.sort_new(account, now=NOW)
        assert case_of(account, "c1") == lead and case_of(account, "c2") == lead

    def test_a_name_the_user_gave_stays_and_an_older_mail_joins_that_case(self) -> None:
        account = begin()
        bring(account, MAILS[4:5])
        case = case_of(account, "a5")
        case.rename(role="Chief of Supply", at=NOW)
        bring(account, MAILS[:4])
        again = case_of(account, "a3")
        assert again.pk == case.pk and again.role == "Chief of Supply"

    def test_a_person_taken_out_of_a_case_does_not_come_back_with_the_next_mail(self) -> None:
        account = begin()
        bring(account, MAILS[:4])
        seat = Seat.objects.of(account).get(person__name="Jo Field")
        seat.leave(at=NOW)
        bring(account, MAILS[5:])
        assert not Seat.objects.filter(case=seat.case, person=seat.person).exists()
        undo_last(account=account, at=NOW)
        assert Seat.objects.filter(case=seat.case, person=seat.person).exists()
