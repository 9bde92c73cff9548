"""The pages of what is brought in: doors, columns to correct, the report, the way back; the feed and its key."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from afterword.casebook.models import (
    Case,
    Import,
    Interview,
    Person,
    ProposedStory,
    Question,
    Source,
    Story,
)
from afterword.desk import incoming
from afterword.desk.incoming import elsewhere
from afterword.desk.mail import locker
from afterword.intake.collections import InMemory

pytestmark = pytest.mark.django_db
NOW = datetime.now(UTC)
CARDS = "BEGIN:VCARD\nVERSION:3.0\nUID:1\nFN:Dana <b>Reyes</b>\nEMAIL:dana@acme.example\nORG:Acme\nEND:VCARD\nBEGIN:VCARD\nVERSION:3.0\nN:;;;;\nEND:VCARD\n"
LIST = "Employer,Job,Date,State of it\nAcme,Planner,03/02/2025,Rejected\n"
RESUME = (
    "Sam\nExperience\nNorthwind, Planner\n- Cut errors from 2.1% to 0.4% in 2019\nEducation\nx\n"
)


def send(client: Client, text: str, name: str = "file") -> Any:
    return client.post(
        "/bring/file/", {"file": SimpleUploadedFile(name, text.encode())}, follow=True
    )


def test_a_file_is_brought_in_reported_and_taken_back(client: Client, account: uuid.UUID) -> None:
    page = send(client, CARDS, "people.vcf")
    text = page.content.decode()
    assert "1 person is new" in text
    assert "line 8" in text and "neither a name nor an address" in text
    row = Import.objects.get()
    assert page.redirect_chain[-1][0].endswith(f"/bring/files/{row.pk}/")
    assert "people.vcf" in client.get("/bring/").content.decode()
    client.post(f"/bring/files/{row.pk}/back/")
    assert not Person.objects.exists() and not Import.objects.exists()


def test_columns_are_shown_and_corrected_before_anything_is_in(client: Client) -> None:
    page = send(client, LIST, "list.csv")
    text = page.content.decode()
    assert "State of it" in text and "Acme" in text
    assert not Case.objects.exists()
    row = Import.objects.get()
    where = f"/bring/files/{row.pk}/columns/"
    given = {"column-0": "company", "column-1": "role", "column-2": "on", "column-3": "status"}
    twice = client.post(where, {**given, "column-1": "company"})
    assert twice.status_code == 422 and not Case.objects.exists()
    without = client.post(where, {**given, "column-0": ""})
    assert "which column names the firm" in without.content.decode()
    if "order" in page.content.decode():
        given["order"] = "day"
    done = client.post(where, given, follow=True)
    if not Case.objects.exists():  # the order of days is asked for once the column is known
        done = client.post(where, {**given, "order": "day"}, follow=True)
    assert "1 process begun" in done.content.decode()
    case = Case.objects.get()
    assert str(case) == "Planner at Acme"
    assert (case.opened_at.month, case.opened_at.day) == (2, 3)


def test_a_waiting_file_can_be_put_away(client: Client) -> None:
    send(client, LIST)
    row = Import.objects.get()
    client.post(f"/bring/files/{row.pk}/leave/")
    assert not Import.objects.exists()
    assert not incoming.taking._place(row).exists()


def test_deleting_everything_closes_the_feed_and_takes_the_waiting_file(client: Client) -> None:
    send(client, LIST)
    place = incoming.taking._place(Import.objects.get())
    assert place.exists()
    text = client.post("/bring/feed/").content.decode()
    address = text.split('id="feed-address"')[1].split('value="')[1].split('"')[0]
    path = address.partition("127.0.0.1")[2]
    page = client.get("/settings/delete/").content.decode()
    word = {"sure": "on", "confirm": "on", "word": "delete"}
    client.post("/settings/delete/", word)
    assert page and not Import.objects.exists()
    assert not place.exists()
    assert Client(HTTP_HOST="127.0.0.1").get(path).status_code == 404


def test_what_cannot_be_read_is_said_on_the_page(client: Client) -> None:
    page = send(client, "a few words")
    assert page.status_code == 422
    assert "Nothing was taken in" in page.content.decode()


def test_proposed_stories_are_kept_changed_or_passed_over(client: Client) -> None:
    client.post("/bring/pasted/", {"text": RESUME})
    row = ProposedStory.objects.get()
    text = client.get("/stories/proposed/").content.decode()
    assert "line 4" in text and "Cut errors from 2.1% to 0.4% in 2019" in text
    assert not Story.objects.exists()
    client.post(
        f"/stories/proposed/{row.pk}/change/",
        {"title": "Errors fell", "action": "I did it", "numbers": "2.1% to 0.4%", "skills": ""},
    )
    story = Story.objects.get()
    assert (story.title, story.numbers) == ("Errors fell", ["2.1% to 0.4%"])
    assert "Nothing waits here" in client.get("/stories/proposed/").content.decode()
    client.post("/undo")
    assert not Story.objects.exists()
    client.post(f"/stories/proposed/{row.pk}/no/")
    assert ProposedStory.objects.get().settled_at is not None


def test_two_entries_are_joined_by_a_click_and_parted_by_undo(
    client: Client, account: uuid.UUID
) -> None:
    case = Case.open(account=account, company="Acme", at=NOW)
    one = Person.add(
        account=account, name="Dana Reyes", email="d@acme.example", company=case.company, at=NOW
    )
    other = Person.add(account=account, name="Dana Reyes.", email="x@home.example", at=NOW)
    other.describe(at=NOW, name="Dana Reyes", company=case.company)
    text = client.get("/people/twice/").content.decode()
    assert "The same name at the same firm." in text
    client.post("/people/twice/join/", {"one": str(one.pk), "other": str(other.pk)})
    assert Person.objects.count() == 1
    client.post("/undo")
    assert Person.objects.count() == 2
    client.post("/people/twice/apart/", {"one": str(one.pk), "other": str(other.pk)})
    assert "Nobody seems to be here twice" in client.get("/people/twice/").content.decode()


def test_nobody_joins_people_of_another_account(client: Client, account: uuid.UUID) -> None:
    mine = Person.add(account=account, name="A", email="a@x.example", at=NOW)
    theirs = Person.add(account=uuid.uuid4(), name="B", email="b@x.example", at=NOW)
    answer = client.post("/people/twice/join/", {"one": str(mine.pk), "other": str(theirs.pk)})
    assert answer.status_code == 404
    assert Person.objects.count() == 2


def test_an_appointment_is_asked_about_and_answered(client: Client, account: uuid.UUID) -> None:
    case = Case.open(account=account, company="Acme", role="Planner", at=NOW)
    at = (NOW + timedelta(days=5)).strftime("%Y%m%dT%H%M00Z")
    send(
        client,
        f"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:{at}\nSUMMARY:Phone screen\nEND:VEVENT\nEND:VCALENDAR\n",
    )
    asked = Question.objects.get(about="appointment")
    text = client.get("/questions/").content.decode()
    assert "Phone screen" in text and "No talk about a job" in text
    client.post(f"/questions/{asked.pk}/", {"answer": str(uuid.uuid4())})
    assert not Interview.objects.exists()
    client.post(f"/questions/{asked.pk}/", {"answer": str(case.pk)})
    assert Interview.objects.get().case == case


def test_a_place_elsewhere_is_read_again_by_a_button(
    client: Client, account: uuid.UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    box = InMemory("carddav", "carddav:sam@https://dav.example")
    box.put("/1.vcf", CARDS)
    held: dict[str, str] = {}
    monkeypatch.setattr(elsewhere, "place_at", lambda *way: box)
    monkeypatch.setattr(locker, "keep", lambda _of, name, secret: held.update({name: secret}))
    monkeypatch.setattr(locker, "find", lambda _of, name: held.get(name, ""))
    monkeypatch.setattr(locker, "drop", lambda _of, name: held.pop(name, ""))
    given = {
        "kind": "carddav",
        "url": "https://dav.example",
        "user": "sam",
        "password": "hush-hush",
        "keep": "on",
    }
    page = client.post("/bring/places/", given, follow=True)
    assert "1 person is new" in page.content.decode()
    assert "hush-hush" not in page.content.decode()
    source = Source.objects.get(kind="carddav")
    assert "hush-hush" not in str(list(Source.objects.values()))
    again = client.post(f"/bring/places/{source.pk}/read/", follow=True)
    assert "Nothing new there" in again.content.decode()
    client.post(f"/bring/places/{source.pk}/forget/")
    lost = client.post(f"/bring/places/{source.pk}/read/")
    assert "was not kept" in lost.content.decode()
    # Deleting everything takes the way to it along.
    client.post("/bring/places/", given)
    assert "hush-hush" in str(held)
    client.post("/settings/delete/", {"sure": "on"})
    assert held == {} and not Source.objects.exists()


def test_a_plain_password_to_another_machine_is_refused(client: Client) -> None:
    given = {"kind": "caldav", "url": "http://dav.example", "user": "sam", "password": "hush-hush"}
    page = client.post("/bring/places/", given)
    assert page.status_code == 422 and "https://" in page.content.decode()
    assert "hush-hush" not in page.content.decode()


def test_the_feed_is_off_then_on_then_off(client: Client, account: uuid.UUID) -> None:
    assert Client(HTTP_HOST="127.0.0.1").get("/feed/anything.ics").status_code == 404
    case = Case.open(account=account, company="Acme", role="Planner", at=NOW)
    Interview.hold(case=case, when=NOW + timedelta(days=3), at=NOW)
    text = client.post("/bring/feed/").content.decode()
    address = text.split('id="feed-address"')[1].split('value="')[1].split('"')[0]
    path = address.partition("127.0.0.1")[2]
    stranger = Client(HTTP_HOST="127.0.0.1")
    given = stranger.get(path)
    assert given.status_code == 200
    assert given["Content-Type"].startswith("text/calendar")
    assert b"SUMMARY:Interview: Planner at Acme" in given.content
    assert stranger.get(path, HTTP_HOST="192.168.1.4").status_code in (400, 403)
    assert address not in client.get("/bring/").content.decode()
    client.post("/bring/feed/")
    assert stranger.get(path).status_code == 404  # a new address closes the old one
    client.post("/bring/feed/off/")
    assert "Off." in client.get("/bring/").content.decode()


def test_the_pages_are_safe_and_do_not_grow_in_questions(
    client: Client, account: uuid.UUID, web: SimpleNamespace, django_assert_max_num_queries: Any
) -> None:
    send(client, CARDS)
    client.post("/bring/pasted/", {"text": RESUME})
    row = Import.objects.order_by("id").first()
    assert row is not None
    for path in ("/bring/", "/people/twice/", "/stories/proposed/", f"/bring/files/{row.pk}/"):
        with django_assert_max_num_queries(30):
            page = client.get(path)
        assert page.status_code == 200
        tags = web.Tags(page.content.decode())
        assert not tags.running() and not tags.elsewhere()
        assert "<b>Reyes" not in page.content.decode()
