"""Everything a person can do on a page is a form that works without a script."""

from __future__ import annotations

import os
import re
import uuid
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from afterword.casebook.models import (
    Answer,
    Case,
    Event,
    Interview,
    Letter,
    Message,
    NotMine,
    Person,
    Profile,
    Question,
    Remark,
    Snooze,
    Stop,
)
from afterword.members.models import Account

pytestmark = pytest.mark.django_db

NOW = datetime.now(UTC)


def test_every_deed_is_a_post_with_a_token_and_answers_by_303(web: Any, account: uuid.UUID) -> None:
    case = web.full(account)
    strict = web.visitor(account, enforce_csrf_checks=True)
    path = reverse("web:case-rest", args=[case.pk])
    assert strict.post(path, {"until": "later"}).status_code == 403
    page = strict.get("/").content.decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page).group(1)  # type: ignore[union-attr]
    assert token
    answer = strict.post(path, {"until": "later", "csrfmiddlewaretoken": token})
    assert answer.status_code == 303
    assert Snooze.objects.get().until is not None


def test_an_answer_is_weighed_and_can_be_taken_back(
    web: Any, client: Client, account: uuid.UUID
) -> None:
    case = web.full(account)
    path = reverse("web:case-answer", args=[case.pk])
    assert client.post(path, {"key": "F9", "value": "1"}).status_code == 303
    assert Answer.objects.get().value == 1
    assert "Yes, I do" in client.get(reverse("web:case", args=[case.pk])).content.decode()
    assert client.post(path, {"key": "F9", "value": "0.77"}).status_code == 404
    assert client.post(path, {"key": "F99", "value": "1"}).status_code == 404
    assert client.post("/undo").status_code == 303
    assert not Answer.objects.exists()


def test_with_htmx_only_the_panel_comes_back(web: Any, client: Client, account: uuid.UUID) -> None:
    case = web.full(account)
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
    assert "not yet answered" not in shown  # below a closed case nothing is left to answer


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


def test_a_letter_is_drafted_edited_and_marked_as_sent(
    web: Any, client: Client, account: uuid.UUID
) -> None:
    case = web.full(account)
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
    web: Any, client: Client, account: uuid.UUID
) -> None:
    case = web.full(account)
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
    web: Any, client: Client, account: uuid.UUID
) -> None:
    case = web.full(account)
    client.post(reverse("web:case-not-mine", args=[case.pk]))
    assert NotMine.objects.exists()
    assert "Acme 0" not in client.get("/cases/").content.decode().split("</nav>", 1)[1]
    answer = client.post("/undo", {"to": "//elsewhere.example/"})
    assert answer["Location"] == "/"
    assert not NotMine.objects.exists()
    assert Event.objects.filter(verb="undone").exists()


def test_a_question_takes_only_what_it_offers(web: Any, client: Client, account: uuid.UUID) -> None:
    case = web.full(account)
    mail = web.message(account, None, "status_update", filed_at=None)
    asked = Question.objects.get()
    Question.objects.filter(pk=asked.pk).update(message=mail)
    path = reverse("web:question", args=[asked.pk])
    client.post(path, {"answer": str(uuid.uuid4())})
    asked.refresh_from_db()
    assert asked.answered_at is None
    client.post(path, {"answer": str(case.pk)})
    mail.refresh_from_db()
    assert mail.case_id == case.pk


def test_a_correction_counts_from_now_on(web: Any, client: Client, account: uuid.UUID) -> None:
    case = web.full(account)
    mail = web.message(account, case, "status_update")
    answer = client.post(reverse("web:mail-correct", args=[mail.pk]), {"kind": "on_hold"})
    assert answer.status_code == 303
    assert Message.objects.get(pk=mail.pk).shown_kind == "on_hold"


def test_a_mailbox_is_read_while_its_page_tells_how_far(
    web: Any, client: Client, account: uuid.UUID, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
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
    other = web.visitor(Account.objects.create(opened_at=NOW).id)
    assert other.get(begun["Location"]).status_code == 404


def test_what_comes_while_another_is_read_is_said_and_leaves_no_copy(
    client: Client, account: uuid.UUID, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from afterword.faces.web import readings

    monkeypatch.setattr(settings, "HOME", tmp_path)
    other = readings.Reading("r9", account, "sam@mail.example")
    monkeypatch.setitem(readings._known, "r9", other)
    mail = (
        "From: Jobs <jobs@acme.example>\nTo: sam@home.example\nSubject: Your application\n"
        "Date: Tue, 3 Mar 2026 10:00:00 +0000\nMessage-ID: <1@acme.example>\n\nDear Sam, no.\n"
    )
    (tmp_path / "own.eml").write_text(mail)
    given: dict[str, dict[str, Any]] = {
        "/mailboxes/file/": {"file": SimpleUploadedFile("one.eml", mail.encode())},
        "/mailboxes/path/": {"path": str(tmp_path / "own.eml")},
        "/mailboxes/pasted/": {"text": mail},
    }
    for address, form in given.items():
        refused = client.post(address, form)
        said = refused.content.decode()
        assert refused.status_code == 422, address
        assert "still under way (sam@mail.example)" in said and "Press the button once more" in said
    # What was pasted stands there still.
    assert "Dear Sam, no." in said
    assert {one.name for one in tmp_path.iterdir()} - {"taking-in.lock"} == {"own.eml"}
    # When that has ended it is taken, and its copy goes with the reading.
    other.over = True
    monkeypatch.setattr(readings.threading, "Thread", _AtOnce)
    monkeypatch.setattr(readings.connections, "close_all", lambda: None)
    file = SimpleUploadedFile("one.eml", mail.encode())
    begun = client.post("/mailboxes/file/", {"file": file})
    assert begun.status_code == 303
    assert "1 mail read" in client.get(begun["Location"]).content.decode()
    assert {one.name for one in tmp_path.iterdir()} - {"taking-in.lock"} == {"own.eml"}


def test_what_a_program_that_died_left_of_a_file_is_swept_at_the_next_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from granian import server

    from afterword.faces import serve

    class Stopped(Exception):
        pass

    def stops(*_: Any, **__: Any) -> None:
        raise Stopped

    monkeypatch.setattr(settings, "HOME", tmp_path)
    monkeypatch.setattr(server, "Server", stops)
    monkeypatch.setattr(serve, "front_door", lambda port: "")
    (tmp_path / "read-old").mkdir()
    (tmp_path / "read-old" / "all.mbox").write_text("private")
    (tmp_path / "read-now").mkdir()
    for name, age in (("read-old", 25), ("read-now", 1), ("read-x.mbox", 99), ("ready.txt", 99)):
        if "." in name:
            (tmp_path / name).write_text("private")
        then = (datetime.now(UTC) - timedelta(hours=age)).timestamp()
        os.utime(tmp_path / name, (then, then))
    with pytest.raises(Stopped):
        serve.listen(0)
    assert sorted(one.name for one in tmp_path.iterdir()) == ["read-now", "ready.txt"]


class _AtOnce:
    def __init__(self, target: Any, args: Any, **_: Any) -> None:
        self.target, self.args = target, args

    def start(self) -> None:
        self.target(*self.args)


def test_a_firm_can_be_left_alone_and_yet_be_written_to_by_hand(
    web: Any, client: Client, account: uuid.UUID
) -> None:
    case = web.full(account)
    client.post(reverse("web:firm-stop", args=[case.company_id]))
    path = reverse("web:letter-draft", args=[case.pk])
    refused = client.post(path, {"kind": "advice_request"}, follow=True)
    assert "is left alone" in refused.content.decode()
    assert not Letter.objects.filter(kind="advice_request").exists()
    made = client.post(path, {"kind": "keep_in_touch", "hand": "yes"})
    letter = Letter.objects.get(kind="keep_in_touch")
    assert made["Location"] == reverse("web:letter", args=[letter.pk])
    assert letter.text == ""
    # An empty page is open for writing at once.
    assert '<details class="section" open>' in client.get(made["Location"]).content.decode()


def test_a_letter_can_be_begun_to_one_person(web: Any, client: Client, account: uuid.UUID) -> None:
    case = web.full(account)
    who = Person.add(account=account, name="Piet Claes", email="piet@acme.example", at=NOW)
    path = reverse("web:letter-draft", args=[case.pk])
    client.post(path, {"kind": "thank_you", "person": str(who.pk)})
    assert Letter.objects.filter(kind="thank_you", person=who).exists()
    stranger = Person.add(account=uuid.uuid4(), name="Else", email="e@x.example", at=NOW)
    client.post(path, {"kind": "grace_note", "person": str(stranger.pk)})
    assert not Letter.objects.filter(person=stranger).exists()


def test_a_word_by_telephone_is_noted(web: Any, client: Client, account: uuid.UUID) -> None:
    case = web.full(account)
    who = case.seats.get().person
    path = reverse("web:touch-add", args=[who.pk])
    answer = client.post(path, {"when": NOW.date().isoformat(), "channel": "phone", "note": "Rota"})
    assert answer.status_code == 303
    assert who.touches.get().note == "Rota"
