"""Every page answers, an empty account and a full one, and asks no more of a larger casebook."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from afterword.casebook.models import (
    Interview,
    Person,
    Remark,
    Seat,
)
from afterword.members.models import Account

pytestmark = pytest.mark.django_db

NOW = datetime.now(UTC)


def test_every_list_answers_an_account_that_has_nothing(web: Any, client: Client) -> None:
    answers = {path: client.get(path).status_code for path in web.LISTS}
    assert {path: code for path, code in answers.items() if code != 200} == {}


def test_the_first_visit_leads_to_the_doors_for_mail(client: Client) -> None:
    answer = client.get("/")
    assert (answer.status_code, answer["Location"]) == (303, "/welcome/")


def test_every_page_answers_a_full_account(web: Any, client: Client, account: uuid.UUID) -> None:
    case = web.full(account)
    answers = {path: client.get(path).status_code for path in ["/", *web.pages_of(case)]}
    assert {path: code for path, code in answers.items() if code != 200} == {}


def test_nothing_of_another_account_is_ever_found(web: Any, account: uuid.UUID) -> None:
    case = web.full(account)
    stranger = web.visitor(Account.objects.create(opened_at=NOW).id)
    own = [path for path in web.pages_of(case) if path not in web.LISTS]
    assert {stranger.get(path).status_code for path in own} == {404}
    for path in web.LISTS:
        assert "Acme 0" not in stranger.get(path).content.decode()


@pytest.mark.parametrize(
    "path",
    ["/", "/cases/", "/cases/?look=lanes", "/people/", "/letters/", "/stories/", "/questions/"],
)
def test_queries_do_not_grow_with_rows(web: Any, account: uuid.UUID, path: str) -> None:
    counts = []
    for n in (2, 9):
        web.full(account, n)
        client = web.visitor(account)
        client.get(path)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert client.get(path).status_code == 200
        counts.append(len(queries))
    assert counts[1] <= counts[0], counts


def test_queries_of_a_case_do_not_grow_with_what_happened(web: Any, account: uuid.UUID) -> None:
    case = web.full(account)
    client = web.visitor(account)
    path = reverse("web:case", args=[case.pk])
    counts = []
    for more in (0, 12):
        for i in range(more):
            mail = web.message(account, case, "status_update", at=NOW - timedelta(hours=i + 1))
            Remark.note(case=case, kind="topic", quote=f"topic {i}", message=mail, at=NOW)
            who = Person.add(account=account, name=f"P{i}", email=f"p{i}@x.example", at=NOW)
            Seat.give(case=case, person=who, at=NOW)
            Interview.hold(case=case, when=NOW - timedelta(days=20 + i), people=[who], at=NOW)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(path).status_code == 200
        counts.append(len(queries))
    assert counts[1] <= counts[0], counts
