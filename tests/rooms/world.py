"""One account with a case, a person, a mail and a letter: what every verb of the casebook acts on."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from django.apps import apps

from afterword.casebook.event import Event, image
from afterword.casebook.models import (
    Case,
    Entry,
    Interview,
    Letter,
    Message,
    Person,
    Question,
    Remark,
    Seat,
    Story,
    Touch,
)

AT = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)
LATER = AT + timedelta(hours=1)


def message(account: uuid.UUID, case: Case | None = None, **fields: Any) -> Message:
    """A kept rejection, as the mailroom would leave it."""
    key = fields.pop("mail_id", f"{uuid.uuid4()}@x.example")
    given: dict[str, Any] = {
        "kind": "rejection",
        "certainty": "strong",
        "direction": "in",
        "subject": "Your application",
        "sender_name": "Ada Reed",
        "sender_email": "ada@firm.example",
        "at": AT - timedelta(days=3),
        "filed_at": AT if case else None,
        "reading": {"id": key, "source": "", "date": None, "direction": "in", "language": "en",
                    "kind": "rejection", "certainty": "strong", "company": "Firm",
                    "people": [{"name": "Ada Reed", "email": "ada@firm.example", "part": "recruiter_internal"}]},
    }  # fmt: skip
    row = Message(account=account, entered_at=AT, mail_id=key, sha256="0" * 64, case=case)
    for name, value in {**given, **fields}.items():
        setattr(row, name, value)
    row.save()
    return row


@dataclass
class World:
    """One account with a case, a person, a mail, a letter: enough for every verb to act on."""

    account: uuid.UUID
    case: Case
    other: Case
    person: Person
    message: Message
    loose: Message
    letter: Letter
    sent: Letter
    talk: Interview
    remark: Remark
    story: Story
    seat: Seat
    touch: Touch
    entry: Entry
    question: Question


def build(account: uuid.UUID) -> World:
    case = Case.open(account=account, company="Firm Ltd", role="Director", at=AT)
    other = Case.open(account=account, company="Other", role="Head", at=AT)
    person = Person.add(account=account, name="Ada Reed", email="ada@firm.example", at=AT)
    seat = Seat.give(case=case, person=person, part="recruiter_internal", at=AT)
    talk = Interview.hold(case=case, when=AT - timedelta(days=5), people=[person], at=AT)
    story = Story.tell(account=account, title="The depot", action="Moved it", at=AT)
    remark = Remark.note(case=case, kind="doubt", quote="Too local", interview=talk, at=AT)
    letter = Letter.draw(case=case, person=person, kind="grace_note", text="Dear Ada", at=AT)
    sent = Letter.draw(case=case, person=person, kind="thank_you", at=AT)
    sent.mark_sent(at=AT)
    touch = Touch.note_one(person=person, when=AT - timedelta(days=1), at=AT)
    entry = Entry.enter(case=case, kind="call", when=AT - timedelta(days=2), at=AT)
    kept, loose = message(account, case), message(account)
    question = Question(
        account=account, entered_at=AT, about="link", key="q", message=loose, text="?"
    )
    question.save()
    return World(account, case, other, person, kept, loose, letter, sent, talk, remark, story,
                 seat, touch, entry, question)  # fmt: skip


def fresh(row: Any) -> Any:
    return type(row).objects.get(pk=row.pk)


def snapshot(account: uuid.UUID) -> dict[str, Any]:
    """Every row of the account but its events, as plain values."""
    models = [m for m in apps.get_app_config("casebook").get_models() if m is not Event]
    return {
        f"{m._meta.model_name}:{row.pk}": image(row)
        for m in models
        for row in m.objects.filter(account=account)
    }
