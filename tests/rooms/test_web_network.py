"""Who decides, who reaches whom, and where people went: the pages and their forms."""

from __future__ import annotations

import uuid
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from afterword.casebook.models import (
    Case,
    Company,
    Exchange,
    Interview,
    Person,
    Post,
    Remark,
    Seat,
)
from afterword.casebook.stop import stop
from afterword.desk import morning
from afterword.members.models import Account

pytestmark = pytest.mark.django_db

NOW = datetime.now(UTC)


def case_at(account: uuid.UUID, firm: str = "Calderwick") -> Case:
    return Case.open(account=account, company=firm, role="Director", at=NOW)


def met(case: Case, name: str, days: int, **seat: Any) -> Person:
    who = Person.add(account=case.account, name=name, company=case.company, at=NOW)
    Seat.give(case=case, person=who, at=NOW - timedelta(days=90), by="mail", **seat)
    when = NOW - timedelta(days=days)
    Interview.hold(case=case, when=when, people=[who], at=NOW)
    return who


def shown(client: Client, name: str, *args: Any, **query: str) -> str:
    answer = client.get(reverse(f"web:{name}", args=args), query)
    assert answer.status_code == 200
    return answer.content.decode()


# ── who decides ─────────────────────────────────────────────────────────────


def test_the_case_says_who_decides_and_how_it_is_known(client: Client, account: uuid.UUID) -> None:
    """S0-16, S0-10, S2-02: the late executive, the split, the stake, each by its basis."""
    case = case_at(account)
    tom = met(case, "Tom Ferris", 30, title="Managing Director")
    met(case, "Gordon Pryce", 20, title="Finance Director")
    renata = met(case, "Renata Solheim", 3, title="Group COO")
    Remark.note(case=case, kind="praise", quote="You saw the printer", person=tom, at=NOW)
    Remark.note(case=case, kind="doubt", quote="Eleven depots", by_name="Renata Solheim", at=NOW)
    page = shown(client, "case", case.pk)
    assert f"#{renata.pk}" not in page
    assert 'class="inferred">They sat in the last round, on' in page
    assert "They may not be of one mind." in page
    assert 'class="inferred">finance</span>' in page
    assert "in the room, not heard" in page and "has doubts, inferred" in page


def test_the_case_asks_for_what_is_missing(client: Client, account: uuid.UUID) -> None:
    """“You do not know who decides: ask …”."""
    case = case_at(account)
    who = Person.add(account=account, name="Priya N", company=case.company, at=NOW)
    Seat.give(case=case, person=who, part="recruiter_internal", at=NOW)
    page = shown(client, "case", case.pk)
    assert "You do not know who decides." in page and "Ask Priya N:" in page


def test_a_closed_letter_tells_nobodys_stance(web: Any, client: Client, account: uuid.UUID) -> None:
    """Ruling 6: what they wrote in a sealed letter stays in it."""
    mail = web.sealed(account)
    who = Person.add(account=account, name="Dana Reyes", company=mail.case.company, at=NOW)
    Seat.give(case=mail.case, person=who, at=NOW - timedelta(days=9), by="mail")
    Remark.objects.filter(case=mail.case).update(person=who)
    page = shown(client, "case", mail.case.pk)
    assert web.SECRET not in page and "has doubts" not in page


def test_a_stake_noted_by_hand_shows_in_ink(client: Client, account: uuid.UUID) -> None:
    """S0-10: the user's word on a stake goes before the title."""
    case = case_at(account)
    who = met(case, "Gordon Pryce", 20, title="Finance Director")
    seat = case.seats.get(person=who)
    form = {
        "name": "Gordon Pryce",
        "title": "Finance Director",
        "part": "panel_interviewer",
        "stake": "the merger",
        "stance": "for",
        "stance_basis": "said",
        "quote": "I want you",
    }
    assert client.post(reverse("web:seat", args=[seat.pk]), form).status_code == 303
    page = shown(client, "case", case.pk)
    assert 'class="said">the merger</span>' in page and "for you" in page
    assert 'value="the merger"' in shown(client, "seat", seat.pk)


def test_the_executive_team_and_what_one_adds(client: Client, account: uuid.UUID) -> None:
    """S0-09: somebody of the team is noted without a seat in the case."""
    case = case_at(account)
    form = {"name": "Diane Frost", "title": "CEO", "brings": "Sales", "beside": "Plants"}
    answer = client.post(reverse("web:team-add", args=[case.pk]), form)
    assert answer.status_code == 303
    page = shown(client, "case", case.pk)
    assert "Diane Frost" in page and "Beside them you add:</p>" not in page
    assert "Beside them you add: Plants" in page and not case.seats.exists()
    who = Person.objects.of(account).get(name="Diane Frost")
    client.post(reverse("web:person-team", args=[who.pk]), {"brings": "", "beside": "Rail"})
    assert "Beside them you add: Rail" in shown(client, "person", who.pk)


# ── where they went ─────────────────────────────────────────────────────────


def test_somebody_moved_and_the_map_follows(client: Client, account: uuid.UUID) -> None:
    """S0-13, S1-13: one form; both firms are reached then, and undo brings it back."""
    case = case_at(account)
    who = met(case, "Tom Ferris", 30)
    form = {"company": "Bergholt", "title": "COO", "on": "2026-01-05", "source": "told me"}
    answer = client.post(reverse("web:person-moved", args=[who.pk]), form)
    assert (answer.status_code, answer["Location"]) == (303, reverse("web:person", args=[who.pk]))
    page = shown(client, "person", who.pk)
    assert "Bergholt" in page and "Calderwick" in page and "told me" in page
    assert "at Bergholt since" in shown(client, "case", case.pk)
    assert "Works there, as COO." in shown(client, "reach", firm="Bergholt")
    assert "knows the house" in shown(client, "reach", firm="Calderwick")
    client.post(reverse("web:undo"))
    assert not Post.objects.of(account).exists()
    who.refresh_from_db()
    assert who.company == case.company


# ── who reaches whom ────────────────────────────────────────────────────────


def test_whom_to_ask_first_with_its_reasons(client: Client, account: uuid.UUID) -> None:
    """E08, E12: the one to ask, the record, the evidence with its source, the call to begin."""
    case = case_at(account)
    who = met(case, "Tom Ferris", 30)
    who.describe(at=NOW, email="tom@calderwick.example")
    page = shown(client, "reach", firm="calderwick")
    assert "Ask Tom Ferris first." in page and "you are acquainted" in page
    assert "Science 2022" in page and "Ask for a call of 15 minutes" in page
    assert reverse("web:letter-draft", args=[case.pk]) in page and "call_request" in page


def test_nobody_who_is_left_alone_is_offered(client: Client, account: uuid.UUID) -> None:
    """S3-11."""
    case = case_at(account)
    who = met(case, "Tom Ferris", 30)
    stop(person=who, at=NOW)
    assert "Tom Ferris" not in shown(client, "reach", firm="Calderwick")
    stop(company=case.company, at=NOW)
    assert "You leave Calderwick alone" in shown(client, "reach", firm="Calderwick")


def test_a_private_address_leads_to_a_firm_and_can_be_given_a_name(
    client: Client, account: uuid.UUID
) -> None:
    """Ruling 7: who, when and which way is all that is known; a name is the user's to give."""
    for i, way in enumerate(("in", "out", "out")):
        Exchange.objects.create(
            account=account,
            entered_at=NOW,
            digest=f"{i:032}",
            email="samira@corvane.example",
            at=NOW - timedelta(days=30 + i),
            direction=way,
        )
    page = shown(client, "reach")
    assert "corvane.example" in page and "Known by address alone" in page
    page = shown(client, "reach", firm="corvane")
    assert "email=samira%40corvane.example" in page
    form = shown(client, "person-add", email="samira@corvane.example")
    assert 'value="samira@corvane.example"' in form


def test_people_show_how_near_they_are_and_the_last_word_each_way(
    web: Any, client: Client, account: uuid.UUID
) -> None:
    """Design, People: strength and last word both ways."""
    case = web.full(account)
    who = case.seats.get().person
    Exchange.objects.create(
        account=account,
        entered_at=NOW,
        digest="0" * 32,
        email=who.email,
        at=NOW - timedelta(days=1),
        direction="out",
    )
    page = shown(client, "people")
    assert "you are acquainted" in page and "you yesterday" in page and "met " in page
    assert "On record:" in shown(client, "person", who.pk)


def test_an_empty_map_says_what_to_do_first(client: Client) -> None:
    page = shown(client, "reach")
    assert "Nobody is known yet." in page and reverse("web:person-add") in page
    assert "Nobody on record leads to Zenith yet." in shown(client, "reach", firm="Zenith")


def test_nothing_of_another_account_leads_anywhere(client: Client, account: uuid.UUID) -> None:
    met(case_at(Account.objects.create(opened_at=NOW).id), "Tom Ferris", 30)
    assert "Tom Ferris" not in shown(client, "reach", firm="Calderwick") + shown(client, "reach")


def test_queries_of_the_map_do_not_grow_with_people(web: Any, account: uuid.UUID) -> None:
    counts = []
    client = web.visitor(account)
    for n in (2, 9):
        case = web.full(account, n)
        for i in range(n):
            who = met(case, f"P{n}{i}", i + 1)
            firm = Company.add(account=account, name=f"New {n}{i}", at=NOW)
            Post.move(person=who, company=firm, on=date(2026, 1, 1), at=NOW)
        morning.plan(account, NOW)
        here = []
        for path in ("/people/reach/", "/people/reach/?firm=acme", "/people/"):
            with CaptureQueriesContext(connection) as queries:
                assert client.get(path).status_code == 200
            here.append(len(queries))
        with CaptureQueriesContext(connection) as queries:
            client.get(reverse("web:case", args=[case.pk]))
        counts.append([*here, len(queries)])
    assert all(b <= a for a, b in zip(*counts, strict=True)), counts
