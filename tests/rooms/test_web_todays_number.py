"""The line above the cards of Today says how many there are, the closed ones too."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from afterword.casebook.models import Case
from afterword.desk import morning

pytestmark = pytest.mark.django_db

NOW = datetime.now(UTC)


def test_one_thing_to_do_beside_a_closed_letter(
    web: Any, account: uuid.UUID, client: Client
) -> None:
    case = Case.open(account=account, company="Quarryside", role="Planner", at=NOW)
    mail = web.message(account, case, "assessment")
    mail.reading = {**mail.reading, "asked_by": (NOW + timedelta(days=3)).date().isoformat()}
    mail.save()
    morning.plan(account, NOW)
    alone = client.get("/").content.decode()
    assert "One thing is worth doing today." in alone
    assert "lies there too" not in alone
    web.sealed(account)
    both = client.get("/").content.decode()
    assert "One thing is worth doing today. A closed letter lies there too." in both
