"""On the pages: what they asked for stands among what is to be done, and a test is no talk."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from afterword.casebook.models import Case
from afterword.desk import morning

pytestmark = pytest.mark.django_db

NOW = datetime.now(UTC)


def asked(web: Any, account: uuid.UUID, kind: str, company: str, **reading: Any) -> Case:
    case = Case.open(account=account, company=company, role="Planner", at=NOW)
    mail = web.message(account, case, kind, body="Please do this.")
    mail.reading = {**mail.reading, **reading}
    mail.save()
    morning.plan(account, NOW)
    return case


def test_a_test_due_on_a_day_is_a_card_and_nothing_one_waits_for(
    web: Any, account: uuid.UUID, client: Client
) -> None:
    by = (NOW + timedelta(days=6)).date()
    case = asked(web, account, "assessment", "Quarryside", asked_by=by.isoformat())
    found = morning.today(account, NOW)
    assert [(card.case, card.when, card.asked) for card in found.cards] == [(case.pk, by, True)]
    assert found.waiting == ()
    page = client.get("/").content.decode()
    assert "your turn" in page
    assert "never this one" not in page


def test_the_soonest_day_comes_first(web: Any, account: uuid.UUID) -> None:
    late = asked(web, account, "assessment", "Alder", asked_by=str((NOW + timedelta(9)).date()))
    soon = asked(web, account, "action_needed", "Birch", asked_by=str((NOW + timedelta(4)).date()))
    assert [card.case for card in morning.today(account, NOW).cards] == [soon.pk, late.pk]


def test_their_day_is_not_folded_away_below_letters_that_ask_for_none(
    web: Any, account: uuid.UUID
) -> None:
    """Three closed letters, one with a day; two things they wait for: by their days, then the rest."""
    day = NOW.date()
    soon = asked(web, account, "assessment", "Alder", asked_by=str(day + timedelta(2)))
    late = asked(web, account, "action_needed", "Birch", asked_by=str(day + timedelta(5)))
    for company, by in (("Cedar", None), ("Elm", day + timedelta(4)), ("Fir", None)):
        case = Case.open(account=account, company=company, role="Planner", at=NOW)
        mail = web.message(account, case, "rejection", body="A word.", at=NOW - timedelta(hours=3))
        mail.reading = {**mail.reading, **({"asked_by": str(by)} if by else {})}
        mail.save()
    morning.plan(account, NOW)
    found = morning.today(account, NOW)
    shown = [card.company for card in found.cards]
    assert shown == [soon.company.name, "Elm", late.company.name]
    assert {one.company for one in (*found.envelopes, *found.later)} == {"Cedar", "Fir"}


@pytest.mark.parametrize(
    ("kind", "asks"),
    [("assessment", False), ("action_needed", False), ("interview_invitation", True)],
)
def test_what_to_ask_in_a_talk_stands_where_a_talk_may_come(
    web: Any, account: uuid.UUID, client: Client, kind: str, asks: bool
) -> None:
    case = asked(web, account, kind, "Quarryside")
    page = client.get(reverse("web:case", args=[case.pk])).content.decode()
    assert ("Before the talk" in page) is asks
