"""The numbers after a no: what can be done stands first, and a closed letter counts for nothing."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from tests.rooms.conftest import NOW

from afterword.casebook.models import Case, Interview, Opening
from afterword.counsel.forecast import Range
from afterword.desk.day import numbers
from afterword.faces.web.pages import numbers as page

pytestmark = pytest.mark.django_db


def talked(account: uuid.UUID, firm: str) -> Case:
    case = Case.open(account=account, company=firm, role="Planner", at=NOW - timedelta(days=30))
    Interview.hold(case=case, when=NOW - timedelta(days=6), at=NOW - timedelta(days=6))
    return case


def test_no_offer_is_no_headline() -> None:
    said = page._range(Range(0, 0, 0.95))
    assert "No new offer" not in said and "searches like it" in said


def test_what_can_be_done_stands_before_what_may_come(
    web: Any, client: Client, account: uuid.UUID
) -> None:
    web.full(account)
    shown = client.get(reverse("web:numbers")).content.decode()
    assert shown.index("What you can do") < shown.index("Offers by")
    assert "No new offer yet" not in shown


@pytest.mark.parametrize("kind", ["rejection", "offer"])
def test_a_process_with_a_closed_letter_is_neither_live_nor_over(
    web: Any, account: uuid.UUID, kind: str
) -> None:
    case, other = talked(account, "Larkmoor"), talked(account, "Fenwater")
    mail = web.message(account, case, kind, at=NOW - timedelta(days=1))
    sheet = numbers.numbers(account, NOW)
    assert [one.company for one in sheet.targets] == [other.company.name] and sheet.sealed == 1
    Opening.objects.create(account=account, entered_at=NOW, message=mail, at=NOW)
    assert numbers.numbers(account, NOW).sealed == 0
