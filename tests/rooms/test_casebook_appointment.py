"""Interviews read from mail: proposed, moved, taken over by the user's own word, never doubled."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest

from afterword import terms
from afterword.casebook import filing
from afterword.casebook.models import Case, Interview, Message
from afterword.casebook.undo import undo_last
from afterword.desk import morning
from afterword.desk.day import agenda

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)
TALK = datetime(2026, 3, 17, 14, 0, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture
def case() -> Case:
    return Case.open(
        account=uuid.uuid4(), company="Firm", role="Buyer", since=NOW - 9 * DAY, at=NOW
    )


@pytest.fixture
def says(web: SimpleNamespace, case: Case) -> Any:
    """A mail that sets this hour, filed into the case."""

    def mail(when: datetime, *, ago: float = 1, answers: str = "", kind: str = "interview_invitation",
             **more: Any) -> Message:  # fmt: skip
        row = web.message(case.account, None, kind, at=NOW - ago * DAY, **more)
        row.envelope = {"in_reply_to": answers}
        row.reading |= {"interview_at": when.isoformat(), "stage": "panel_onsite"}
        row.save()
        filing.file_into(message=row, case=case, at=NOW)
        return row

    return mail


def hours(case: Case) -> list[datetime]:
    return list(case.interviews.order_by("at").values_list("at", flat=True))


def test_it_is_proposed_and_the_calendar_and_the_morning_know(case: Case, says: Any) -> None:
    mail = says(TALK)
    talk = Interview.objects.get(case=case)
    assert (talk.at, talk.stage, talk.message, talk.is_proposal) == (
        TALK,
        "panel_onsite",
        mail,
        True,
    )
    told = {h.kind: h for h in case.as_file(NOW).happenings}
    assert told[terms.Deed.INTERVIEW].at == TALK
    assert told[terms.MailKind.INTERVIEW_INVITATION].stage is terms.Stage.PANEL_ONSITE
    morning.plan(case.account, NOW)
    assert any(one.when == TALK for one in agenda.due(case.account, NOW))
    talk.confirm(at=NOW)
    assert not Interview.objects.get(case=case).is_proposal
    undo_last(account=case.account, at=NOW)
    assert Interview.objects.get(case=case).is_proposal


def test_on_a_past_day_it_is_known_from_its_mail_on(case: Case, says: Any) -> None:
    says(TALK, ago=5)
    kinds = [[h.kind for h in case.as_file(NOW - days * DAY).happenings] for days in (6, 4)]
    assert kinds == [[], [terms.MailKind.INTERVIEW_INVITATION, terms.Deed.INTERVIEW]]


def test_a_later_mail_of_the_conversation_moves_it(case: Case, says: Any) -> None:
    first = says(TALK, ago=5)
    Interview.objects.get(case=case).confirm(at=NOW)
    says(TALK + 2 * DAY, ago=3, answers=first.mail_id, kind="interview_logistics")
    assert hours(case) == [TALK + 2 * DAY]
    assert Interview.objects.get(case=case).is_proposal


def test_an_earlier_mail_found_later_moves_nothing_back(case: Case, says: Any) -> None:
    first = says(TALK, ago=3, answers="root@x.example")
    says(TALK - DAY, ago=5, answers="root@x.example")
    assert hours(case) == [TALK]
    assert Interview.objects.get(case=case).message == first


def test_a_second_round_in_the_same_conversation_is_another_one(case: Case, says: Any) -> None:
    first = says(NOW - 8 * DAY, ago=9)
    says(TALK, ago=1, answers=first.mail_id)
    assert hours(case) == [NOW - 8 * DAY, TALK]


@pytest.mark.parametrize("minutes", [0, 90])
def test_entered_by_hand_it_is_not_doubled(case: Case, says: Any, minutes: int) -> None:
    mine = TALK + timedelta(minutes=minutes)
    Interview.hold(case=case, when=mine, at=NOW)
    says(TALK)
    assert hours(case) == [mine]


@pytest.mark.parametrize("minutes", [0, 90])
def test_the_users_word_takes_the_proposal_over(case: Case, says: Any, minutes: int) -> None:
    says(TALK)
    mine = TALK + timedelta(minutes=minutes)
    Interview.hold(case=case, when=mine, at=NOW)
    assert hours(case) == [mine]
    assert not Interview.objects.get(case=case).is_proposal


def test_taken_out_it_does_not_come_back(case: Case, says: Any) -> None:
    mail = says(TALK)
    Interview.objects.get(case=case).cancel(at=NOW)
    other = Case.open(account=case.account, company="Other", at=NOW)
    filing.file_into(message=Message.objects.get(pk=mail.pk), case=other, at=NOW)
    assert not Interview.objects.exists()


def test_filed_elsewhere_it_goes_along(case: Case, says: Any) -> None:
    mail = says(TALK)
    other = Case.open(account=case.account, company="Other", at=NOW)
    filing.file_into(message=Message.objects.get(pk=mail.pk), case=other, at=NOW)
    assert (hours(case), hours(other)) == ([], [TALK])


@pytest.mark.parametrize(
    ("when", "more"),
    [
        (TALK, {"direction": "out"}),
        (TALK, {"kind": "rejection"}),
        (NOW - 30 * DAY, {}),
        (NOW + 300 * DAY, {}),
    ],
)
def test_what_sets_none(case: Case, says: Any, when: datetime, more: dict[str, Any]) -> None:
    says(when, **more)
    assert not Interview.objects.exists()
