"""The pages in the browser: they answer, they keep the seal, they need no script, they run nothing."""

from __future__ import annotations

import hashlib
import re
import uuid
import zlib
from datetime import UTC, datetime, timedelta
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from afterword.casebook.models import (
    Answer,
    Blob,
    Case,
    Event,
    Interview,
    Letter,
    Message,
    NotMine,
    Opening,
    OwnAddress,
    Person,
    Profile,
    Question,
    Remark,
    Seat,
    Snooze,
    Stop,
    Story,
)
from afterword.desk import morning
from afterword.members.models import Account

pytestmark = pytest.mark.django_db

NOW = datetime.now(UTC)
SECRET = "Unfortunately we have chosen another candidate"
HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)> \"quoted\" 'single'"


@pytest.fixture
def account() -> uuid.UUID:
    return Account.objects.create(opened_at=NOW).id


@pytest.fixture
def client(account: uuid.UUID) -> Client:
    return visitor(account)


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
            for name in ("case", "entry-add", "interview-add", "remark-add", "seat-add")
        ),
        *(
            reverse(f"web:{name}", args=[case.pk])
            for name in ("case-rename", "case-merge", "case-split", "case-end")
        ),
        reverse("web:mail", args=[mail.pk]),
        reverse("web:person", args=[person.pk]),
        reverse("web:person-edit", args=[person.pk]),
        reverse("web:letter", args=[letter.pk]),
        reverse("web:letter-printed", args=[letter.pk]),
        reverse("web:letter-eml", args=[letter.pk]),
        reverse("web:remark", args=[remark.pk]),
        reverse("web:remark-story", args=[remark.pk]),
        reverse("web:interview", args=[talk.pk]),
        reverse("web:story", args=[story.pk]),
        reverse("web:seat", args=[seat.pk]),
    ]


LISTS = [
    "/cases/",
    "/cases/?look=lanes",
    "/cases/?which=sealed",
    "/cases/?which=asks&q=acme",
    "/people/",
    "/people/?which=alone",
    "/letters/",
    "/stories/",
    "/questions/",
    "/find/",
    "/find/?q=dana",
    "/keys/",
    "/due.ics",
    "/welcome/",
    "/mailboxes/",
    "/settings/",
    "/cases/new/",
    "/people/new/",
    "/stories/new/",
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
        """Addresses outside this program."""
        names = {"src", "href", "action", "hx-get", "hx-post", "data-find"}
        return [
            value
            for _, attrs in self.all
            for name, value in attrs.items()
            if name in names and not value.startswith(("/", "#", "?", "mailto:")) and value
        ]


# ── they answer ─────────────────────────────────────────────────────────────


@pytest.mark.parametrize("path", LISTS)
def test_every_list_answers_an_account_that_has_nothing(client: Client, path: str) -> None:
    assert client.get(path).status_code == 200


def test_the_first_visit_leads_to_the_doors_for_mail(client: Client) -> None:
    answer = client.get("/")
    assert (answer.status_code, answer["Location"]) == (303, "/welcome/")


def test_every_page_answers_a_full_account(client: Client, account: uuid.UUID) -> None:
    case = full(account)
    answers = {path: client.get(path).status_code for path in ["/", *pages_of(case)]}
    assert {path: code for path, code in answers.items() if code != 200} == {}


def test_nothing_of_another_account_is_ever_found(account: uuid.UUID) -> None:
    case = full(account)
    stranger = visitor(Account.objects.create(opened_at=NOW).id)
    own = [path for path in pages_of(case) if path not in LISTS]
    assert {stranger.get(path).status_code for path in own} == {404}
    for path in LISTS:
        assert "Acme 0" not in stranger.get(path).content.decode()


@pytest.mark.parametrize(
    "path",
    ["/", "/cases/", "/cases/?look=lanes", "/people/", "/letters/", "/stories/", "/questions/"],
)
def test_queries_do_not_grow_with_rows(account: uuid.UUID, path: str) -> None:
    counts = []
    for n in (2, 9):
        full(account, n)
        client = visitor(account)
        client.get(path)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert client.get(path).status_code == 200
        counts.append(len(queries))
    assert counts[1] <= counts[0], counts


def test_queries_of_a_case_do_not_grow_with_what_happened(account: uuid.UUID) -> None:
    case = full(account)
    client = visitor(account)
    path = reverse("web:case", args=[case.pk])
    counts = []
    for more in (0, 12):
        for i in range(more):
            mail = message(account, case, "status_update", at=NOW - timedelta(hours=i + 1))
            Remark.note(case=case, kind="topic", quote=f"topic {i}", message=mail, at=NOW)
            who = Person.add(account=account, name=f"P{i}", email=f"p{i}@x.example", at=NOW)
            Seat.give(case=case, person=who, at=NOW)
            Interview.hold(case=case, when=NOW - timedelta(days=20 + i), people=[who], at=NOW)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(path).status_code == 200
        counts.append(len(queries))
    assert counts[1] <= counts[0], counts


# ── they keep the seal ──────────────────────────────────────────────────────


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


def test_a_closed_letter_tells_who_and_when_and_nothing_else(
    client: Client, account: uuid.UUID
) -> None:
    mail = sealed(account)
    pages = [
        "/",
        "/cases/",
        "/cases/?look=lanes",
        "/cases/?which=over",
        "/people/",
        "/stories/",
        "/questions/",
        "/find/?q=decision",
        "/find/?q=chosen",
        "/due.ics",
        reverse("web:case", args=[mail.case_id]),
        reverse("web:case-split", args=[mail.case_id]),
        reverse("web:mail", args=[mail.pk]),
    ]
    for path in pages:
        shown = client.get(path).content.decode()
        assert SECRET not in shown, path
        assert "A decision" not in shown, path
        assert "tag-rose" not in shown, path
    assert "Northwind answered" in client.get("/").content.decode()
    # A filter must not tell either: it is not among those that are over.
    assert "Northwind" not in client.get("/cases/?which=over").content.decode()


def test_a_closed_letter_cannot_be_had_raw_judged_or_opened_by_a_link(
    client: Client, account: uuid.UUID
) -> None:
    mail = sealed(account)
    assert client.get(reverse("web:mail-raw", args=[mail.pk])).status_code == 404
    assert client.post(reverse("web:mail-right", args=[mail.pk])).status_code == 404
    assert client.post(reverse("web:mail-correct", args=[mail.pk])).status_code == 404
    assert client.get(reverse("web:mail-open", args=[mail.pk])).status_code == 405
    assert not Opening.objects.exists()


def test_opening_is_a_deed_after_which_the_words_and_their_marks_show(
    client: Client, account: uuid.UUID
) -> None:
    mail = sealed(account)
    answer = client.post(reverse("web:mail-open", args=[mail.pk]))
    assert (answer.status_code, answer["Location"]) == (303, reverse("web:mail", args=[mail.pk]))
    shown = client.get(answer["Location"]).content.decode()
    assert re.search(r"<mark[^>]*>" + SECRET + "</mark>", shown)
    page = client.get(reverse("web:case", args=[mail.case_id])).content.decode()
    assert "They said no" in page
    # The twelve hours count from opening; said, never enforced.
    assert "let it rest until" in page


# ── they run nothing and load nothing from elsewhere ────────────────────────


def test_the_words_of_a_hostile_mail_are_words(client: Client, account: uuid.UUID) -> None:
    case = Case.open(account=account, company=f"Evil {HOSTILE}", role=HOSTILE, at=NOW)
    who = Person.add(account=account, name=HOSTILE, email="e@x.example", note=HOSTILE, at=NOW)
    Seat.give(case=case, person=who, at=NOW, quote=HOSTILE)
    mail = message(
        account,
        case,
        "status_update",
        subject=HOSTILE,
        body=HOSTILE * 3,
        sender_name=HOSTILE,
        evidence=[{"start": 5, "end": 40, "text": f"“{HOSTILE}”", "rule": HOSTILE}],
    )
    Remark.note(case=case, kind="doubt", quote=f"“{HOSTILE}”", by_name=HOSTILE, at=NOW)
    Story.tell(account=account, title=HOSTILE, result=f"“{HOSTILE}”", at=NOW)
    Letter.draw(case=case, person=who, kind="thank_you", text=HOSTILE, subject=HOSTILE, at=NOW)
    morning.plan(account, NOW)
    letter = Letter.objects.get()
    for path in (
        "/",
        "/cases/",
        "/people/",
        "/stories/",
        "/find/?q=" + "%3Cscript%3Ealert(1)",
        reverse("web:case", args=[case.pk]),
        reverse("web:mail", args=[mail.pk]),
        reverse("web:person", args=[who.pk]),
        reverse("web:letter", args=[letter.pk]),
        reverse("web:letter-printed", args=[letter.pk]),
    ):
        shown = client.get(path).content.decode()
        assert "<script>alert" not in shown, path
        assert Tags(shown).running() == [], path
        assert "img" not in {tag for tag, _ in Tags(shown).all}, path


def test_pages_hold_no_inline_script_or_style_and_name_no_other_host(
    client: Client, account: uuid.UUID
) -> None:
    case = full(account)
    for path in ["/", *pages_of(case)]:
        answer = client.get(path)
        if "text/html" not in answer["Content-Type"]:
            continue
        policy = answer["Content-Security-Policy"]
        assert "default-src 'none'" in policy, path
        assert "unsafe" not in policy, path
        shown = answer.content.decode()
        tags = Tags(shown)
        assert tags.running() == [], path
        assert tags.elsewhere() == [], path
        # Read over the shoulder: neither a firm nor a no stands in the window's title.
        assert re.search(r"<title>(.*?)</title>", shown).group(1) == "Afterword"  # type: ignore[union-attr]


def test_the_raw_mail_is_a_file_to_keep_and_no_page(client: Client, account: uuid.UUID) -> None:
    case = Case.open(account=account, company="Acme", at=NOW)
    mail = message(account, case, "acknowledgement")
    raw = b"Content-Type: text/html\n\n<script>alert(1)</script>"
    blob = Blob(
        account=account,
        entered_at=NOW,
        sha256=hashlib.sha256(raw).hexdigest(),
        data=zlib.compress(raw),
        size=len(raw),
    )
    blob.save()
    Message.objects.filter(pk=mail.pk).update(sha256=blob.sha256)
    answer = client.get(reverse("web:mail-raw", args=[mail.pk]))
    assert answer.content == raw
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_what_is_vendored_is_what_the_list_says() -> None:
    from afterword.faces import web

    vendor = Path(web.__file__).parent / "static" / "web" / "vendor"
    listed = re.findall(
        r"^\| (\S+\.\w+) \|.*\| ([0-9a-f]{64}) \|$", (vendor / "VENDORED.md").read_text(), re.M
    )
    found = {name: hashlib.sha256((vendor / name).read_bytes()).hexdigest() for name, _ in listed}
    assert found == dict(listed)
    files = {p.relative_to(vendor).as_posix() for p in vendor.rglob("*") if p.is_file()}
    assert files - set(found) - {"VENDORED.md"} == {
        f"{Path(name).parent}/LICENSE" for name in found
    }


# ── they work without a script ──────────────────────────────────────────────


def test_every_deed_is_a_post_with_a_token_and_answers_by_303(account: uuid.UUID) -> None:
    case = full(account)
    strict = visitor(account, enforce_csrf_checks=True)
    path = reverse("web:case-rest", args=[case.pk])
    assert strict.post(path, {"until": "later"}).status_code == 403
    page = strict.get("/").content.decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page).group(1)  # type: ignore[union-attr]
    assert token
    answer = strict.post(path, {"until": "later", "csrfmiddlewaretoken": token})
    assert answer.status_code == 303
    assert Snooze.objects.get().until is not None


def test_an_answer_is_weighed_and_can_be_taken_back(client: Client, account: uuid.UUID) -> None:
    case = full(account)
    path = reverse("web:case-answer", args=[case.pk])
    assert client.post(path, {"key": "F9", "value": "1"}).status_code == 303
    assert Answer.objects.get().value == 1
    assert "Yes, I do" in client.get(reverse("web:case", args=[case.pk])).content.decode()
    assert client.post(path, {"key": "F9", "value": "0.77"}).status_code == 404
    assert client.post(path, {"key": "F99", "value": "1"}).status_code == 404
    assert client.post("/undo").status_code == 303
    assert not Answer.objects.exists()


def test_with_htmx_only_the_panel_comes_back(client: Client, account: uuid.UUID) -> None:
    case = full(account)
    path = reverse("web:case-overrule", args=[case.pk])
    answer = client.post(path, {"band": "keep_warm"}, headers={"HX-Request": "true"})
    shown = answer.content.decode()
    assert answer.status_code == 200
    assert shown.count('id="decision"') == 1
    assert "<html" not in shown
    assert "Keep this door warm" in shown
    assert "This is your own choice" in shown
    assert 'id="toast"' in shown


def test_a_case_a_call_and_what_was_said_are_added_by_hand(
    client: Client, account: uuid.UUID
) -> None:
    client.post("/cases/new/", {"company": "Verda Foods", "role": "Lead"})
    case = Case.objects.get()
    today = NOW.date().isoformat()
    path = reverse("web:entry-add", args=[case.pk])
    answer = client.post(
        path, {"kind": "rejection", "when": today, "channel": "phone", "detail": "Someone else"}
    )
    assert answer.status_code == 303
    assert (case.entries.get().kind, case.entries.get().detail) == ("rejection", "Someone else")
    path = reverse("web:remark-add", args=[case.pk])
    wrong = client.post(path, {"quote": "", "kind": "doubt", "basis": "said"})
    assert wrong.status_code == 422
    assert "This field is required" in wrong.content.decode()
    client.post(path, {"quote": "Never led so many", "kind": "doubt", "basis": "inferred"})
    shown = client.get(reverse("web:case", args=[case.pk])).content.decode()
    # Pencil: inferred, so no quotation marks round it.
    assert re.search(r'class="quote inferred">Never led so many<', shown)
    assert "not yet answered" in shown


def test_an_interview_names_its_people_and_keeps_the_debrief(
    client: Client, account: uuid.UUID
) -> None:
    Profile.of(account, at=NOW).describe(at=NOW, zone="Europe/Brussels")
    case = Case.open(account=account, company="Acme", at=NOW)
    answer = client.post(
        reverse("web:interview-add", args=[case.pk]),
        {"when": "2026-03-03T10:00", "channel": "video", "people": "Ines Moreau, Piet Claes"},
    )
    talk = Interview.objects.get()
    # Ten o'clock in Brussels in winter.
    assert talk.at == datetime(2026, 3, 3, 9, 0, tzinfo=UTC)
    assert {seat.person.name for seat in case.seats.all()} == {"Ines Moreau", "Piet Claes"}
    assert answer["Location"] == reverse("web:interview", args=[talk.pk])
    client.post(answer["Location"], {"note": "Budget", "doubt": "No port work", "by": "Piet Claes"})
    talk.refresh_from_db()
    assert talk.note == "Budget"
    assert Remark.objects.get().quote == "No port work"


def test_a_letter_is_drafted_edited_and_marked_as_sent(client: Client, account: uuid.UUID) -> None:
    case = full(account)
    path = reverse("web:letter-draft", args=[case.pk])
    made = client.post(path, {"kind": "grace_note"})
    assert made.status_code == 303
    letter = Letter.objects.get(kind="grace_note")
    page = reverse("web:letter", args=[letter.pk])
    assert (
        client.post(page, {"subject": "Hello", "text": "Dear Dana,\n\nThank you."}).status_code
        == 303
    )
    saved = client.post(page, {"text": "Dear Dana,\n\nThanks."}, headers={"X-Autosave": "1"})
    assert saved.status_code == 204
    letter.refresh_from_db()
    assert letter.text == "Dear Dana,\n\nThanks."
    assert client.post(reverse("web:letter-sent", args=[letter.pk])).status_code == 303
    assert Letter.objects.get(pk=letter.pk).state == "sent"
    assert client.post(path, {"kind": "ransom_note"}).status_code == 404


def test_who_is_left_alone_gets_no_draft_and_the_page_says_why(
    client: Client, account: uuid.UUID
) -> None:
    case = full(account)
    who = case.seats.get().person
    client.post(reverse("web:person-stop", args=[who.pk]))
    assert Stop.objects.get().person == who
    shown = client.get(reverse("web:person", args=[who.pk])).content.decode()
    assert "leave alone" in shown.lower()
    letter = case.letters.get()
    page = client.get(reverse("web:letter", args=[letter.pk])).content.decode()
    assert "data-copy=" not in page
    assert "mailto:" not in page


def test_not_my_case_leaves_every_list_and_undo_brings_it_back(
    client: Client, account: uuid.UUID
) -> None:
    case = full(account)
    client.post(reverse("web:case-not-mine", args=[case.pk]))
    assert NotMine.objects.exists()
    assert "Acme 0" not in client.get("/cases/").content.decode().split("</nav>", 1)[1]
    answer = client.post("/undo", {"to": "//elsewhere.example/"})
    assert answer["Location"] == "/"
    assert not NotMine.objects.exists()
    assert Event.objects.filter(verb="undone").exists()


def test_a_question_takes_only_what_it_offers(client: Client, account: uuid.UUID) -> None:
    case = full(account)
    mail = message(account, None, "status_update", filed_at=None)
    asked = Question.objects.get()
    Question.objects.filter(pk=asked.pk).update(message=mail)
    path = reverse("web:question", args=[asked.pk])
    client.post(path, {"answer": str(uuid.uuid4())})
    asked.refresh_from_db()
    assert asked.answered_at is None
    client.post(path, {"answer": str(case.pk)})
    mail.refresh_from_db()
    assert mail.case_id == case.pk


def test_a_correction_counts_from_now_on(client: Client, account: uuid.UUID) -> None:
    case = full(account)
    mail = message(account, case, "status_update")
    answer = client.post(reverse("web:mail-correct", args=[mail.pk]), {"kind": "on_hold"})
    assert answer.status_code == 303
    assert Message.objects.get(pk=mail.pk).shown_kind == "on_hold"


def test_a_mailbox_is_read_while_its_page_tells_how_far(
    client: Client, account: uuid.UUID, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from afterword.faces.web import readings

    wrong = client.post("/mailboxes/path/", {"path": str(tmp_path / "nothing")})
    assert wrong.status_code == 422
    assert "notice error" in wrong.content.decode()
    # In the test the thread would have a database of its own: it runs here instead.
    monkeypatch.setattr(readings.threading, "Thread", _AtOnce)
    monkeypatch.setattr(readings.connections, "close_all", lambda: None)
    (tmp_path / "one.eml").write_text(
        "From: Jobs <jobs@acme.example>\nTo: sam@home.example\nSubject: Your application\n"
        "Date: Tue, 3 Mar 2026 10:00:00 +0000\nMessage-ID: <1@acme.example>\n\n"
        "Dear Sam,\n\nThank you for applying for the position of Planner at Acme. "
        "We have received your application.\n"
    )
    begun = client.post("/mailboxes/path/", {"path": str(tmp_path / "one.eml")})
    assert begun.status_code == 303
    shown = client.get(begun["Location"]).content.decode()
    assert "1 mail read" in shown
    assert "See today" in shown
    part = client.get(begun["Location"], headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in part
    other = visitor(Account.objects.create(opened_at=NOW).id)
    assert other.get(begun["Location"]).status_code == 404


class _AtOnce:
    def __init__(self, target: Any, args: Any, **_: Any) -> None:
        self.target, self.args = target, args

    def start(self) -> None:
        self.target(*self.args)
