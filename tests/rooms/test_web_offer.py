"""The page of a case with an offer: its terms and its day in their words, and both answers at hand."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from afterword.casebook.models import Case, Opening, Person, Seat
from afterword.desk import morning
from afterword.desk.cases import offered
from afterword.desk.day import agenda

pytestmark = pytest.mark.django_db

NOW = datetime.now(UTC)
BY = (NOW + timedelta(days=5)).date()
DEADLINE = "Kindly answer by noon of that day."
BODY = f"""We would like you to join us.

Salary: 48,200 a year
Annual leave: 27 days
We were all very pleased.
Our office has 3 floors.
The probation period is six months: the usual one.

{DEADLINE}"""


@pytest.fixture
def case(web: Any, account: uuid.UUID) -> Case:
    case = Case.open(account=account, company="Quarryside", role="Planner", at=NOW)
    words = [{"start": 0, "end": 1, "text": DEADLINE, "rule": "asked.date"}]
    mail = web.message(account, case, "offer", subject="Our offer", body=BODY, evidence=words)
    mail.reading = {**mail.reading, "asked_by": BY.isoformat()}
    mail.save()
    Opening.objects.create(account=account, entered_at=NOW, message=mail, at=NOW)
    morning.plan(account, NOW)
    return Case.objects.for_list().get(pk=case.pk)


def ahead(web: Any, account: uuid.UUID, company: str, stage: str) -> Case:
    case = Case.open(account=account, company=company, role="Planner", at=NOW)
    who = Person.add(account=account, name=f"Ida {company}", company=case.company, at=NOW)
    Seat.give(case=case, person=who, at=NOW)
    mail = web.message(account, case, "status_update")
    mail.reading = {**mail.reading, "stage": stage}
    mail.save()
    morning.plan(account, NOW)
    return case


def test_the_terms_are_theirs_and_small_talk_is_none(case: Case) -> None:
    found = offered.of_case(case, NOW, "UTC")
    assert found is not None
    assert found.terms == (
        "Salary: 48,200 a year",
        "Annual leave: 27 days",
        "The probation period is six months: the usual one.",
    )
    assert (found.by, found.deadline) == (BY, DEADLINE)


def test_the_page_offers_both_answers_and_asks_nobody_who_decides(
    case: Case, client: Client
) -> None:
    page = client.get(reverse("web:case", args=[case.pk])).content.decode()
    assert "Accepting an offer" in page
    assert "Declining an offer" in page
    assert DEADLINE in page
    assert "You do not know who decides" not in page


@pytest.mark.parametrize("kind", ["offer_acceptance", "offer_decline"])
def test_each_answer_is_drafted_from_the_page(case: Case, client: Client, kind: str) -> None:
    answer = client.post(reverse("web:letter-draft", args=[case.pk]), {"kind": kind})
    assert answer.status_code == 303
    assert case.letters.get().kind == kind


def test_a_form_that_is_asked_for_meanwhile_hides_no_offer(
    web: Any, account: uuid.UUID, case: Case, client: Client
) -> None:
    near = (NOW + timedelta(days=2)).date()
    form = web.message(account, case, "action_needed", subject="A form")
    form.reading = {**form.reading, "asked_by": near.isoformat()}
    form.save()
    morning.plan(account, NOW)
    again = Case.objects.for_list().get(pk=case.pk)
    found = offered.of_case(again, NOW, "UTC")
    assert found is not None
    assert found.by == BY
    assert "They asked you for something" in found.steps[0].says
    page = client.get(reverse("web:case", args=[case.pk])).content.decode()
    assert DEADLINE in page
    card = next(one for one in morning.today(account, NOW).cards if one.case == case.pk)
    assert card.when == BY
    days = {one.key: one.when for one in agenda.due(account, NOW)}
    assert days[f"move-{case.pk}"] == BY
    assert days[f"asked-{case.pk}"] == near


def test_who_else_may_be_told_is_whoever_has_talked_and_can_be_reached(
    web: Any, account: uuid.UUID, case: Case
) -> None:
    near = ahead(web, account, "Birchwood", "hiring_manager_interview")
    ahead(web, account, "Alder", "applied")
    found = offered.of_case(case, NOW, "UTC")
    assert found is not None
    assert [one.case for one in found.elsewhere] == [str(near.pk)]


def test_it_comes_first_on_today(web: Any, account: uuid.UUID, case: Case) -> None:
    task = Case.open(account=account, company="Alder", role="Planner", at=NOW)
    mail = web.message(account, task, "assessment")
    mail.reading = {**mail.reading, "asked_by": (NOW + timedelta(days=2)).date().isoformat()}
    mail.save()
    morning.plan(account, NOW)
    cards = morning.today(account, NOW).cards
    assert [card.case for card in cards] == [case.pk, task.pk]
