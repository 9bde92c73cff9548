"""What a service books or has signed is kept once a mail of a process shows whose it is."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime

import pytest
from test_reading_linking_evidence import ME, Box, who

from afterword.casebook.models import Message, OwnAddress, Profile
from afterword.desk.mail import mailroom
from afterword.intake.memory import MemoryMailbox
from afterword.reading import known_by, served_by, serves_many
from afterword.terms import Hand, Mail, MailKind

K = MailKind
MINE = frozenset({ME.email})
JO = "Jo Kettlemoor <jo.kettlemoor@coldharbour.example>"
SLOTS = "TimeSlots <no-reply@timeslots.example>"


def _mail(sender: str, subject: str, text: str = "") -> Mail:
    return Mail(id="m", sender=who(sender), to=(ME,), subject=subject, text=text)


@pytest.mark.parametrize(
    ("subject", "text", "mark"),
    [
        ("Booked: 30 minutes", "Host: Jo Kettlemoor\nWhen: Monday", "&jo kettlemoor"),
        ("Termin bestätigt", "Gesprächspartnerin: Jo Kettlemoor", "&jo kettlemoor"),
        ("Votre rendez-vous", "Avec Jo Kettlemoor, lundi", "&jo kettlemoor"),
        ("Booked: CH-2041 panel", "Monday at nine.", "#CH2041"),
        ("Completed: offer letter", "All parties have signed. Coldharbour Offer Letter", "=coldharbour"),
    ],
)  # fmt: skip
def test_a_service_names_whom_it_writes_for(subject: str, text: str, mark: str) -> None:
    assert mark in served_by(_mail(SLOTS, subject, text))


def test_a_person_and_a_service_that_tells_nothing_of_the_kind_name_nobody() -> None:
    assert not served_by(_mail(JO, "Booked", "With Ann Lee."))
    assert not served_by(_mail(SLOTS, "Our spring news", "Jo Kettlemoor joins us."))


def test_a_booking_at_a_house_one_has_applied_to_is_no_mail_of_the_search() -> None:
    stay = served_by(_mail(SLOTS, "Your stay is booked", "Coldharbour Hotel expects you."))
    own = served_by(_mail("Coldharbour <no-reply@coldharbour.example>", "Signed", "Your Coldharbour plan."))  # fmt: skip
    assert "=coldharbour" not in stay | own


def test_a_booking_makes_no_house_known_and_a_receipt_does() -> None:
    assert serves_many(_mail(SLOTS, "Confirmed: 30 minutes"))
    assert serves_many(_mail("SignHere <done@signhere.example>", "Completed: your contract"))
    assert not serves_many(_mail("Coldharbour <jobs@coldharbour.example>", "Your application"))
    assert not serves_many(_mail(JO, "Monday is booked"))


def test_a_process_is_known_by_its_people_its_number_and_its_house() -> None:
    assert known_by(_mail(JO, "CH-2041: come on Monday"), MINE) == {
        "&jo kettlemoor",
        "#CH2041",
        "=coldharbour",
    }
    assert known_by(_mail("Ann Roe <ann.roe@gmail.com>", "Hello"), MINE) == {"&ann roe"}


@pytest.mark.parametrize("first", [True, False])
@pytest.mark.django_db
def test_the_booking_of_who_invited_is_kept_in_whatever_order_and_nobody_elses(first: bool) -> None:
    now = datetime(2026, 5, 4, 9, tzinfo=UTC)
    account = uuid.uuid4()
    Profile.of(account, at=now)
    for row in OwnAddress.propose(account=account, found=[(ME.email, 9)], at=now):
        row.confirmed = True
        row.save()
    talk = _raw(JO, "Interview: Operations Planner", "Dear Sam,\n\nThank you for your application for the role of Operations Planner. We would like to invite you to an interview. Please pick a time.\n\nJo Kettlemoor\nColdharbour", now)  # fmt: skip
    slot = _raw(SLOTS, "Confirmed: 30 minutes", "Your booking is confirmed.\n\nHost: Jo Kettlemoor\nWhen: Monday 11 May, 12:00", now + timedelta(hours=2))  # fmt: skip
    other = _raw(SLOTS, "Confirmed: 30 minutes", "Your booking is confirmed.\n\nHost: Lena Brauer\nWhen: Friday 15 May, 8:00", now + timedelta(hours=3))  # fmt: skip
    mails = [talk, slot, other] if first else [other, slot, talk]
    mailroom.take_in(account, MemoryMailbox(mails, name="box"), now=now + timedelta(days=1))
    kept = Message.objects.of(account).values_list("subject", flat=True)
    assert sorted(kept) == ["Confirmed: 30 minutes", "Interview: Operations Planner"]


def _raw(sender: str, subject: str, text: str, at: datetime) -> bytes:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = sender, f"{ME.name} <{ME.email}>", subject
    message["Date"], message["Message-ID"] = format_datetime(at), f"<{uuid.uuid4()}@x.example>"
    message.set_content(text)
    return message.as_bytes()


def test_a_booking_and_a_result_join_the_search_that_they_name() -> None:
    box = Box()
    box.put(K.INTERVIEW_INVITATION, JO, "Planner", "You will hear from SpeakRight Tests.", role="Planner", company="Coldharbour")  # fmt: skip
    box.put(K.INTERVIEW_LOGISTICS, SLOTS, "Confirmed", "Host: Jo Kettlemoor", day=1, company="TimeSlots", hand=Hand.TEMPLATE)  # fmt: skip
    box.put(K.OTHER_JOB, "SpeakRight Tests <results@speakrighttests.example>", "Your result", "Sponsor: Coldharbour. Result: pass.", day=3, company="SpeakRight Tests", hand=Hand.TEMPLATE)  # fmt: skip
    assert len(set(box.cases())) == 1
