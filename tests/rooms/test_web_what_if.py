"""What if: an answer is tried on the page, the advice moves, and nothing is kept until one says so."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from afterword import counsel
from afterword.casebook.models import Answer, Case, Event
from afterword.desk.cases.what_if import what_if
from afterword.terms import Band, MailKind

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(web: Any, client: Client, account: uuid.UUID) -> Case:
    """A case with a no, on which there is advice."""
    web.full(account)
    client.get("/")
    found = [
        one
        for one in Case.objects.of(account).select_related("standing")
        if one.standing.band and not one.standing.sealed
    ]
    assert found, "the full account has no case with advice"
    return found[0]


def where(case: Case) -> str:
    return reverse("web:case-what-if", args=[case.pk])


def test_an_answer_tried_moves_the_advice_and_is_not_kept(client: Client, case: Case) -> None:
    before = Event.objects.count()
    stands = client.get(where(case)).content.decode()
    assert "Nothing is changed yet." in stands
    tried = client.get(where(case), {"G3": "True"}).content.decode()
    assert "It is so: note it" in tried
    assert "You have chosen another way" in tried  # the gate that now binds
    assert Event.objects.count() == before and not Answer.objects.filter(case=case).exists()


def test_a_reason_found_for_the_real_answer_is_not_given_for_another(case: Case) -> None:
    now = datetime.now(UTC)
    known = what_if(case, {}, now).known
    said = {key: known.ground(key) for key in ("F1", "F4", "F5", "F8", "W1", "W2", "W6")}
    key, ground = next((key, one) for key, one in said.items() if one is not None)
    would = what_if(case, {key: 0.123}, now).would
    assert ground.says not in [one.says for one in (*would.pro, *would.con)]


def test_a_fresh_no_is_weighed_as_on_its_page_and_nobody_is_called_angry(case: Case) -> None:
    """The twelve hours are the clock's: the case's page draws what holds after them, and so does this."""
    verdict = max(
        (h for h in case.as_file(datetime.now(UTC)).happenings if h.kind is MailKind.REJECTION),
        key=lambda h: h.at,
    )
    now = (verdict.opened or verdict.at) + timedelta(hours=1)
    assert counsel.weigh(case.as_file(now), counsel.stand(case.as_file(now), now), now).G4
    found = what_if(case, {}, now)
    assert found.known.G4 is None
    assert found.stands == counsel.after_rest(case.as_file(now), now)
    assert what_if(case, {"G4": True}, now).would.band is Band.WAIT


def test_in_place_only_the_advice_comes_back(client: Client, case: Case) -> None:
    part = client.get(where(case), {"G3": "True"}, headers={"HX-Request": "true"}).content.decode()
    assert part.lstrip().startswith('<div id="would"')


def test_what_is_so_is_noted_and_can_be_undone(client: Client, case: Case) -> None:
    answer = client.post(where(case), {"G3": "True", "W4": "-1"})
    assert answer.status_code == 303
    kept = dict(Answer.objects.filter(case=case).values_list("key", "value"))
    assert kept == {"G3": True, "W4": -1}
    client.post(reverse("web:undo"))
    assert len(Answer.objects.filter(case=case)) == 1


def test_what_no_ladder_knows_is_passed_over(client: Client, case: Case) -> None:
    page = client.get(where(case), {"F1": "17", "nonsense": "1", "G3": "perhaps"})
    assert "Nothing is changed yet." in page.content.decode()


def test_a_case_nobody_asks_advice_on_leads_back_to_it(
    web: Any, client: Client, account: uuid.UUID
) -> None:
    web.full(account)
    bare = Case.objects.of(account).order_by("id").first()
    assert bare is not None
    bare.standing.__class__.objects.filter(case=bare).update(band="")
    answer = client.get(where(bare))
    assert (answer.status_code, answer["Location"]) == (303, reverse("web:case", args=[bare.pk]))
