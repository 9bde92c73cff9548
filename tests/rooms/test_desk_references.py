"""What is owed to those who vouch, from the user's own mail and from mail that names them."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client

from afterword.casebook.decision import Standing
from afterword.casebook.models import Case, Favour, Opening, Person, Reference, Remark, Story
from afterword.casebook.person import PersonAddress
from afterword.casebook.reference import Vouching
from afterword.casebook.seat import Seat
from afterword.casebook.stop import stop
from afterword.casebook.touch import Touch
from afterword.desk import morning
from afterword.desk.day.words_due import words_due
from afterword.desk.people import favours, references
from afterword.faces.cli import main

pytestmark = pytest.mark.django_db

NOW = datetime.now(UTC)


def ago(days: int) -> datetime:
    return NOW - timedelta(days=days)


def referee(account: uuid.UUID, name: str, email: str) -> Person:
    who = Person.add(account=account, name=name, email=email, at=NOW)
    Reference.consider(person=who, status="agreed", consent_on=ago(120).date(), at=NOW)
    return who


def test_a_promise_in_the_users_own_mail_is_owed_when_the_process_ended(
    web: Any, account: uuid.UUID
) -> None:
    """Ended three months ago, past the sixty days in which a word is raised by itself."""
    who = referee(account, "Dora Quinn", "dora@elm.example")
    case = Case.open(account=account, company="Acme", role="Buyer", since=ago(150), at=NOW)
    row = Reference.objects.get(person=who)
    Vouching.objects.create(
        account=account, entered_at=NOW, reference=row, case=case, contacted_on=ago(100).date(),
        thanked_on=ago(99).date(),
    )  # fmt: skip
    no = web.message(account, case, "rejection", at=ago(90), body="We chose somebody else.")
    Opening.objects.create(account=account, entered_at=NOW, message=no, at=ago(90))
    morning.plan(account, NOW)

    def owed() -> list[str]:
        found = references.look(account, NOW).rounds
        return [due.why for one in found for due in one.owed]

    assert owed() == []
    to = {"to": [{"name": "", "email": "dora@elm.example"}]}
    out = {"direction": "out", "envelope": to, "sender_email": "me@home.example"}
    web.message(
        account, None, "other_job", at=ago(99), body="I'll let you know how it ends.", **out
    )
    (why,) = owed()
    assert "you promised to tell them what came of Buyer at Acme" in why
    web.message(account, None, "other_job", at=ago(80), body="It was a no.", **out)
    assert owed() == []


def test_a_lead_that_came_through_a_referee_is_a_good_turn(web: Any, account: uuid.UUID) -> None:
    who = referee(account, "Dora Quinn", "dora@elm.example")
    case = Case.open(account=account, company="Birch", at=NOW)
    said = "Dora Quinn says you are the one to ask. Can we talk?"
    web.message(account, case, "outreach", at=ago(10), body=said, sender_email="x@birch.example")
    (turn,) = favours.turns(account, NOW)
    assert (turn.favour.person, turn.favour.kind, turn.is_due) == (str(who.pk), "lead", True)
    # a later mail that only names them is no other lead
    web.message(account, case, "other_job", at=ago(5), body=said, sender_email="x@birch.example")
    assert len(favours.turns(account, NOW)) == 1
    # what the user notes stands instead
    Favour.note(person=who, way="received", kind="lead", on=ago(9).date(), at=NOW)
    assert [one.favour.id != "" for one in favours.turns(account, NOW)] == [True]


def test_the_terminal_names_who_could_speak_to_a_doubt(
    account: uuid.UUID, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """ "Nobody vouches" and, three lines on, somebody who can: one of the two was untrue."""
    from afterword.desk.people import references as desk
    from afterword.faces.cli import house

    monkeypatch.setattr(house, "open_house", lambda: SimpleNamespace(id=account))
    referee(account, "Dora Quinn", "dora@elm.example")
    case = Case.open(account=account, company="Acme", since=ago(30), at=NOW)
    for title, confirm in (("The audit", "D. Quinn"), ("The move", "Cy Hale, planner")):
        Story.tell(account=account, title=title, confirm=confirm, at=NOW)
        Remark.note(case=case, kind="doubt", quote=f"Not sure of {title}.", at=NOW)
    stories = {story.title: str(story.pk) for story in Story.objects.all()}
    meets = {str(row.pk): frozenset({stories[row.quote[12:-1]]}) for row in Remark.objects.all()}
    monkeypatch.setattr(desk, "_meets", lambda file, known: meets)
    monkeypatch.setattr(desk, "_files", lambda *given: [files(case)])

    def files(case: Case) -> Any:
        return Case.objects.get(pk=case.pk).as_file(NOW)

    assert main(["references"]) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert "Dora Quinn saw “The audit” and could." in said
    assert "your story “The move” names Cy Hale, who can confirm it. Ask them first." in said
    assert "Nobody vouches against" not in said


def test_a_promise_is_kept_by_a_mail_to_another_address_and_by_a_call_noted_by_hand(
    web: Any, account: uuid.UUID
) -> None:
    to = {"to": [{"name": "", "email": "ann@elm.example"}]}
    out = {"direction": "out", "envelope": to, "sender_email": "me@home.example"}
    ann = Person.add(account=account, name="Ann Roe", email="ann@elm.example", at=NOW)
    bo = Person.add(account=account, name="Bo Roe", email="bo@elm.example", at=NOW)
    PersonAddress.objects.create(
        account=account, entered_at=NOW, person=ann, email="ann.roe@home.example"
    )
    body = "I will tell you how it goes."
    web.message(account, None, "other_job", at=ago(30), body=body, **out)
    out["envelope"] = {"to": [{"name": "", "email": "bo@elm.example"}]}
    web.message(account, None, "other_job", at=ago(30), body=body, **out)
    assert set(words_due(account, NOW)) == {ann.pk, bo.pk}
    out["envelope"] = {"to": [{"name": "", "email": "Ann.Roe@home.example"}]}
    web.message(account, None, "other_job", at=ago(20), body="It went well.", **out)
    Touch.note_one(person=bo, when=ago(10), at=NOW, channel="phone")
    assert words_due(account, NOW) == {}


def test_promises_the_user_has_not_kept_are_words_due(
    web: Any, account: uuid.UUID, client: Client
) -> None:
    """With whom and since when; a later word keeps it, an ending after it or a stop releases it."""
    names = ("ann", "bo", "cy", "di", "eve")
    people = {name: Person.add(
        account=account, name=f"{name.title()} Roe", email=f"{name}@elm.example", at=NOW
    ) for name in names}  # fmt: skip

    def wrote(name: str, days: int, body: str = "I will tell you how it goes.") -> None:
        to = {"to": [{"name": "", "email": f"{name}@elm.example"}]}
        out = {"direction": "out", "envelope": to, "sender_email": "me@home.example"}
        web.message(account, None, "other_job", at=ago(days), body=body, **out)

    for name in names:
        wrote(name, 30)
    wrote("bo", 20, "It went well.")  # kept
    stop(person=people["cy"], at=NOW)  # left alone
    for name, ended in (("di", 25), ("eve", 35)):  # over since the promise; over before it
        case = Case.open(account=account, company=f"{name} works", since=ago(90), at=NOW)
        Seat.give(case=case, person=people[name], part="hiring_manager", at=ago(80))
        Standing.objects.create(
            account=account, entered_at=NOW, at=NOW, case=case, state="closed",
            seen_state="closed", since=ago(ended),
        )  # fmt: skip
    fresh = Person.add(account=account, name="Flo Roe", email="flo@elm.example", at=NOW)
    wrote("flo", 13)  # left some days
    owed = words_due(account, NOW)
    assert set(owed) == {people["ann"].pk, people["eve"].pk} and fresh.pk not in owed
    assert "you wrote them: “I will tell you how it goes.”" in owed[people["ann"].pk].why
    page = client.get("/people/", {"which": "due"}).content.decode()
    assert "Ann Roe" in page and "Eve Roe" in page and "Bo Roe" not in page


def test_who_brought_a_lead_is_asked_of_the_mail_in_as_many_queries_for_one_referee_as_for_many(
    web: Any, account: uuid.UUID, django_assert_max_num_queries: Any
) -> None:
    from afterword.desk.people.brought_by import leads

    for n in range(12):
        referee(account, f"Ann Quill{n}", f"ann{n}@elm.example")
        case = Case.open(account=account, company=f"Acme {n}", role="Buyer", since=ago(20), at=NOW)
        body = f"Ann Quill{n} spoke of you, and I would like to meet."
        web.message(account, case, "outreach", at=ago(20), body=body)
    with django_assert_max_num_queries(3):
        assert len(list(leads(account, NOW))) == 12
