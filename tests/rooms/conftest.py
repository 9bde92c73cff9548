"""A desk for the tests of the pages: accounts with something of everything, and a page as a browser reads it."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta
from html.parser import HTMLParser
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from afterword.casebook.models import (
    Case,
    Interview,
    Letter,
    Message,
    Opening,
    OwnAddress,
    Person,
    Question,
    Remark,
    Seat,
    Story,
)
from afterword.desk import morning
from afterword.members.models import Account

NOW = datetime.now(UTC)
SECRET = "Unfortunately we have chosen another candidate"


def visitor(account: uuid.UUID, **more: Any) -> Client:
    client = Client(HTTP_HOST="127.0.0.1", **more)
    session = client.session
    session["account"] = str(account)
    session.save()
    return client


def message(account: uuid.UUID, case: Case | None, kind: str, **given: Any) -> Message:
    """A kept mail, as the mailroom would leave it."""
    body = given.pop("body", "We have your application.")
    subject = given.pop("subject", "Your application")
    evidence = given.pop("evidence", [])
    reasons = given.pop("reasons", [])
    fields = {
        "direction": "in",
        "certainty": "strong",
        "sender_name": "Dana Reyes",
        "sender_email": "dana@acme.example",
        "at": NOW - timedelta(days=2),
        "filed_at": NOW,
        **given,
    }
    return Message.objects.create(
        account=account,
        entered_at=NOW,
        mail_id=f"{uuid.uuid4()}@x.example",
        sha256=uuid.uuid4().hex,
        case=case,
        kind=kind,
        subject=subject,
        text=f"{subject}\n\n{body}",
        reading={
            "id": "x",
            "source": "",
            "date": None,
            "direction": "in",
            "language": "en",
            "certainty": "strong",
            "kind": kind,
            "hand": "personal",
            "reply_possible": True,
            "evidence": evidence,
            "reasons": reasons,
        },
        **fields,
    )


def full(account: uuid.UUID, n: int = 1) -> Case:
    """An account with something of everything, `n` times over; the last case made."""
    case: Case
    for i in range(n):
        case = Case.open(account=account, company=f"Acme {i}", role="Head of Supply", at=NOW)
        who = Person.add(
            account=account,
            name=f"Dana Reyes {i}",
            email=f"dana{i}@acme.example",
            company=case.company,
            at=NOW,
        )
        Seat.give(case=case, person=who, at=NOW, part="hiring_manager", stance="for")
        message(account, case, "acknowledgement", at=NOW - timedelta(days=9))
        opened = message(account, case, "rejection", subject="News", body="We said no.")
        Opening.objects.create(account=account, entered_at=NOW, message=opened, at=NOW)
        story = Story.tell(
            account=account,
            title=f"Utrecht {i}",
            result="Errors fell",
            numbers=["2.1 to 0.4"],
            at=NOW,
        )
        note = Remark.note(
            case=case, kind="doubt", quote=f"Never ran {i} warehouses", person=who, at=NOW
        )
        note.answer_with(story=story, at=NOW)
        Remark.note(case=case, kind="challenge", quote=f"We lose {i} days", at=NOW)
        Interview.hold(case=case, when=NOW - timedelta(days=5), people=[who], at=NOW)
        letter = Letter.draw(case=case, person=who, kind="thank_you", text="Dear Dana,", at=NOW)
        assert letter.pk
        Question.objects.create(
            account=account,
            entered_at=NOW,
            about="link",
            key=str(uuid.uuid4()),
            text="Which one?",
            candidates=[{"id": str(case.pk), "label": str(case)}],
        )
    OwnAddress.add(account=account, email="sam@home.example", at=NOW)
    morning.plan(account, NOW)
    return Case.objects.for_list().get(pk=case.pk)


def pages_of(case: Case) -> list[str]:
    """Every address that answers a GET for an account that has this case."""
    mail = case.messages.first()
    person = case.seats.get().person
    letter = case.letters.get()
    remark = case.remarks.first()
    talk = case.interviews.get()
    story = Story.objects.of(case.account).first()
    seat = case.seats.get()
    return [
        *LISTS,
        *(
            reverse(f"web:{name}", args=[case.pk])
            for name in (
                "case",
                "case-place",
                "case-plan",
                "entry-add",
                "interview-add",
                "remark-add",
                "seat-add",
            )
        ),
        *(
            reverse(f"web:{name}", args=[case.pk])
            for name in ("case-rename", "case-merge", "case-split", "case-end")
        ),
        reverse("web:mail", args=[mail.pk]),
        reverse("web:person", args=[person.pk]),
        reverse("web:person-edit", args=[person.pk]),
        reverse("web:touch-add", args=[person.pk]),
        reverse("web:person-moved", args=[person.pk]),
        reverse("web:person-team", args=[person.pk]),
        reverse("web:team-add", args=[case.pk]),
        reverse("web:letter", args=[letter.pk]),
        reverse("web:letter-printed", args=[letter.pk]),
        reverse("web:letter-eyes", args=[letter.pk]),
        reverse("web:letter-eml", args=[letter.pk]),
        reverse("web:remark", args=[remark.pk]),
        reverse("web:remark-story", args=[remark.pk]),
        reverse("web:interview", args=[talk.pk]),
        reverse("web:story", args=[story.pk]),
        reverse("web:seat", args=[seat.pk]),
    ]


class Tags(HTMLParser):
    """The tags of a page as a browser reads them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.all: list[tuple[str, dict[str, str]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.all.append((tag, {name: value or "" for name, value in attrs}))

    def running(self) -> list[tuple[str, str]]:
        """What a strict policy would refuse: inline script, inline style, handlers."""
        found = [
            (tag, name)
            for tag, attrs in self.all
            for name, value in attrs.items()
            if name.startswith("on") or name == "style" or value.startswith("javascript:")
        ]
        bare = [(tag, "") for tag, a in self.all if tag == "script" and "src" not in a]
        return found + bare + [(tag, "") for tag, _ in self.all if tag == "style"]

    def elsewhere(self) -> list[str]:
        """Addresses outside this program; a link marked as leading out is the user's own step."""
        names = {"src", "href", "action", "hx-get", "hx-post", "data-find"}
        return [
            value
            for _, attrs in self.all
            for name, value in attrs.items()
            if name in names and not value.startswith(("/", "#", "?", "mailto:", "tel:")) and value
            if not (name == "href" and attrs.get("rel") == "external noreferrer")
        ]


def sealed(account: uuid.UUID, **given: Any) -> Message:
    case = Case.open(account=account, company="Northwind", role="Planner", at=NOW)
    start = len("A decision\n\n")
    words = {"start": start, "end": start + len(SECRET), "text": SECRET, "rule": "rejection"}
    mail = message(
        account,
        case,
        "rejection",
        subject="A decision",
        body=SECRET,
        evidence=[words],
        reasons=[{"code": "R02", "quote": SECRET, "basis": "said"}],
        **given,
    )
    Remark.note(case=case, kind="doubt", quote=SECRET, message=mail, at=NOW)
    Question.objects.create(
        account=account,
        entered_at=NOW,
        about="link",
        key="q",
        message=mail,
        text="Which of these does “A decision” belong to?",
        candidates=[],
    )
    morning.plan(account, NOW)
    return mail


LISTS = [
    "/settings/leaving/",
    "/settings/boards/",
    "/cases/",
    "/cases/?look=lanes",
    "/cases/?look=board",
    "/cases/?look=weeks&q=a",
    "/cases/?which=sealed",
    "/cases/?which=asks&q=acme",
    "/people/",
    "/people/?which=alone",
    "/people/reach/",
    "/people/reach/?firm=acme",
    "/letters/",
    "/stories/",
    "/roles/",
    "/settings/browser/",
    "/you/",
    "/you/?ask=1",
    "/watches/",
    "/references/",
    "/doubts/",
    "/looking-back/",
    "/looking-back/report/",
    "/questions/",
    "/find/",
    "/find/?q=dana",
    "/numbers/",
    "/keys/",
    "/due.ics",
    "/welcome/",
    "/mailboxes/",
    "/accounts/",
    "/accounts/new/",
    "/bring/",
    "/people/twice/",
    "/stories/proposed/",
    "/settings/",
    "/settings/data/",
    "/settings/voice/",
    "/settings/taught/",
    "/settings/plays/",
    "/cases/new/",
    "/people/new/",
    "/stories/new/",
    "/references/new/",
]


@pytest.fixture
def web() -> SimpleNamespace:
    """The helpers above, for tests that cannot import one another."""
    return SimpleNamespace(
        visitor=visitor,
        message=message,
        full=full,
        pages_of=pages_of,
        sealed=sealed,
        Tags=Tags,
        LISTS=LISTS,
        SECRET=SECRET,
    )


@pytest.fixture
def account() -> uuid.UUID:
    """An account with nothing in it."""
    return Account.objects.create(opened_at=NOW).id


@pytest.fixture
def client(account: uuid.UUID) -> Client:
    """A browser that is let in to the account."""
    return visitor(account)
