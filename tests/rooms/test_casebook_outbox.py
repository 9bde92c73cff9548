"""A letter written here and seen again in Sent shows once, and its touch carries the mail."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest

from afterword import terms
from afterword.casebook.models import Case, Event, Letter, Person, Touch
from afterword.casebook.outbox import meet_sent

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)
TEXT = (
    "Dear Ada,\n\nThank you for the hour on Tuesday. You asked how we would halve the lead time; "
    "in Utrecht we did it in nine weeks by moving the booking forward.\n\nSam"
)
EDITED = TEXT.replace("nine weeks", "ten weeks").replace("Dear", "Hello")


@pytest.fixture
def letter() -> Letter:
    account = uuid.uuid4()
    case = Case.open(account=account, company="Firm", role="Buyer", at=NOW - timedelta(days=9))
    ada = Person.add(account=account, name="Ada", email="ada@firm.example", at=NOW)
    return Letter.draw(
        case=case, person=ada, kind="thank_you", at=NOW, subject="Our talk", text=TEXT
    )


@pytest.fixture
def sent(web: SimpleNamespace, letter: Letter) -> Any:
    def mail(
        body: str = EDITED, hours: float = 5, to: str = "ada@firm.example", **more: Any
    ) -> Any:
        more = {"subject": "Something else", "direction": "out", **more}
        at = NOW + timedelta(hours=hours)
        row = web.message(letter.account, letter.case, "other_job", body=body, at=at, **more)
        row.envelope = {"to": [{"name": "", "email": to}]}
        row.save()
        return row

    return mail


def shown(letter: Letter) -> list[Any]:
    assert letter.case is not None
    file = letter.case.as_file(NOW + timedelta(days=5))
    return [h.kind for h in file.happenings if h.direction is terms.Direction.OUT]


@pytest.mark.parametrize("state", ["approved", "sent"])
@pytest.mark.parametrize("more", [{}, {"hours": -40}], ids=str)
def test_it_shows_once(letter: Letter, sent: Any, state: str, more: dict[str, Any]) -> None:
    letter.approve(at=NOW) if state == "approved" else letter.mark_sent(at=NOW)
    mail = sent(**more)
    assert meet_sent(letter.account, at=NOW) == 1
    touch = Touch.objects.get(letter=letter)
    assert touch.message == mail
    assert touch.at == (mail.at if state == "approved" else NOW)
    assert Letter.objects.get(pk=letter.pk).state == "sent"
    assert shown(letter) == [terms.Deed.LETTER]
    events = Event.objects.count()
    assert meet_sent(letter.account, at=NOW) == 0 and Event.objects.count() == events


@pytest.mark.parametrize(
    "more",
    [
        {"to": "bo@firm.example"},
        {"hours": 24 * 3},
        {"direction": "in"},
        {"body": "I would like to withdraw my application; another offer came."},
    ],
    ids=str,
)
def test_another_mail_is_another_word(letter: Letter, sent: Any, more: dict[str, Any]) -> None:
    letter.mark_sent(at=NOW)
    sent(**more)
    assert meet_sent(letter.account, at=NOW) == 0
    assert not Touch.objects.filter(message__isnull=False).exists()


def test_a_subject_alone_is_enough_only_where_the_user_says_it_went_out(
    letter: Letter, sent: Any
) -> None:
    letter.approve(at=NOW)
    sent(body="Short.", subject="RE: Our talk")
    assert meet_sent(letter.account, at=NOW) == 0
    letter.mark_sent(at=NOW)
    assert meet_sent(letter.account, at=NOW) == 1
    assert shown(letter) == [terms.Deed.LETTER]


def test_a_mere_draft_waits_for_its_writer(letter: Letter, sent: Any) -> None:
    sent()
    assert meet_sent(letter.account, at=NOW) == 0


def test_one_mail_carries_one_letter(letter: Letter, sent: Any) -> None:
    other = Letter.draw(
        case=letter.case, person=letter.person, kind="influence_letter", at=NOW, text=TEXT
    )
    for one in (letter, other):
        one.mark_sent(at=NOW)
    sent()
    assert meet_sent(letter.account, at=NOW) == 1
