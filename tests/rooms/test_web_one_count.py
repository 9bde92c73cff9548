"""A process under way is counted the same on every page, and an offer from the day it came."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from afterword.casebook.models import Case, Opening
from afterword.counsel.forecast import course
from afterword.desk import morning
from afterword.desk.cases import board
from afterword.terms import CaseFile, Deed, Direction, Happening, MailKind

pytestmark = pytest.mark.django_db

NOW = datetime.now(UTC)


def heard(web: Any, account: uuid.UUID, company: str, kind: str, opened: int = 2) -> Case:
    case = Case.open(account=account, company=company, role="Planner", at=NOW)
    mail = web.message(account, case, kind, at=NOW - timedelta(days=3))
    then = NOW - timedelta(days=opened)
    Opening.objects.create(account=account, entered_at=then, message=mail, at=then)
    return case


def test_cases_and_looking_back_count_the_same_processes(
    web: Any, account: uuid.UUID, client: Client
) -> None:
    for company, kind in (
        ("Alder", "interview_invitation"),
        ("Birch", "status_update"),
        ("Cedar", "offer"),
        ("Dogwood", "on_hold"),
        ("Elm", "rejection"),
    ):
        heard(web, account, company, kind)
    morning.plan(account, NOW)
    cases = client.get("/cases/").content.decode()
    assert "5 processes, 3 under way, 1 paused by them." in cases
    assert "3 processes are under way." in client.get("/looking-back/").content.decode()


def test_in_the_hours_after_a_no_neither_list_calls_the_waiting_an_advice(
    web: Any, account: uuid.UUID
) -> None:
    heard(web, account, "Elm", "rejection", opened=0)
    morning.plan(account, NOW)
    (row,) = board.cases(account, NOW)
    assert (row.outcome, row.band) == ("rejected", "")


def test_an_offer_is_counted_from_the_day_it_came() -> None:
    def h(day: int, kind: MailKind | Deed, **more: Any) -> Happening:
        return Happening(id=f"{day:03}", at=NOW - timedelta(days=day), kind=kind, **more)

    talked = (
        h(40, Deed.APPLICATION, direction=Direction.OUT),
        h(30, Deed.INTERVIEW),
        h(4, MailKind.OFFER),
    )
    assert course(CaseFile("c", "Cedar", "Planner", happenings=talked), NOW).waited == 4
    assert course(CaseFile("c", "Cedar", "Planner", happenings=talked[:2]), NOW).waited == 30
    alone = CaseFile("c", "Cedar", "Planner", happenings=(h(6, MailKind.OFFER),))
    assert course(alone, NOW).waited == 6
