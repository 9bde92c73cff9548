"""A talk that a calendar sets and a later one calls off, where both come in together."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime
from email.message import EmailMessage

import pytest

from afterword.casebook.interview import Interview
from afterword.casebook.profile import OwnAddress
from afterword.desk.mail import mailroom
from afterword.intake.memory import MemoryMailbox

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 3, 20, 9, tzinfo=UTC)


def _mail(number: int, day: int, subject: str, words: str, method: str) -> bytes:
    mail = EmailMessage()
    mail["Message-ID"], mail["Subject"] = f"<off{number}@fernquay.example>", subject
    mail["From"], mail["To"] = (
        "Maud Sallow <maud.sallow@fernquay.example>",
        "Maren <maren@gmail.com>",
    )
    mail["Date"] = datetime(2026, 3, day, 9, tzinfo=UTC)
    mail.set_content(words)
    status = "CANCELLED" if method == "CANCEL" else "CONFIRMED"
    entry = (
        f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:{method}\r\nBEGIN:VEVENT\r\nUID:quay-7\r\n"
        f"STATUS:{status}\r\nDTSTART:20260330T140000Z\r\nDTEND:20260330T150000Z\r\n"
        "SUMMARY:Interview\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    mail.add_alternative(entry, subtype="calendar", params={"method": method})
    return mail.as_bytes()


SET = _mail(
    1, 2, "Interview for Yard Manager",
    "Thank you for your application. We would like to invite you to an interview for the position "
    "of Yard Manager on 30 March at 14:00 UTC.", "REQUEST",
)  # fmt: skip
OFF = _mail(
    2, 9, "Cancelled: Interview for Yard Manager",
    "We have to take the interview for the position of Yard Manager off the calendar; a new date "
    "will follow.", "CANCEL",
)  # fmt: skip


@pytest.mark.parametrize(("mails", "talks"), [([SET], 1), ([SET, OFF], 0)])
def test_what_is_called_off_in_the_same_walk_is_no_talk(mails: list[bytes], talks: int) -> None:
    account = uuid.uuid4()
    for row in OwnAddress.propose(account=account, found=[("maren@gmail.com", 9)], at=NOW):
        row.confirmed = True
        row.save()
    mailroom.take_in(account, MemoryMailbox(mails, name="x"), now=NOW)
    assert Interview.objects.of(account).count() == talks
