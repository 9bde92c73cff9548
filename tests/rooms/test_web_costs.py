"""On the decision card every grey line says what it is, and in the hours after a no nothing is weighed up."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from afterword.casebook.models import Case, Interview, Opening
from afterword.desk import morning

pytestmark = pytest.mark.django_db

NOW = datetime.now(UTC)


def lost(web: Any, account: uuid.UUID, opened: datetime) -> str:
    case = Case.open(account=account, company="Quarryside", role="Planner", at=NOW)
    Interview.hold(case=case, when=NOW - timedelta(days=6), people=[], at=NOW)
    mail = web.message(account, case, "rejection", at=NOW - timedelta(days=3))
    Opening.objects.create(account=account, entered_at=opened, message=mail, at=opened)
    morning.plan(account, NOW)
    return reverse("web:case", args=[case.pk])


def test_what_each_way_may_cost_says_which_way_it_is(
    web: Any, account: uuid.UUID, client: Client
) -> None:
    page = client.get(lost(web, account, NOW - timedelta(days=2))).content.decode()
    assert "What each way may cost" in page
    assert "If you follow it and it was wrong:" in page
    assert "If you do otherwise and it was right:" in page


def test_in_the_hours_after_a_no_no_cost_is_held_out(
    web: Any, account: uuid.UUID, client: Client
) -> None:
    page = client.get(lost(web, account, NOW - timedelta(hours=1))).content.decode()
    assert "You can write now; it is best sent" in page
    assert "What each way may cost" not in page
    assert "Nobody can say how often" not in page
