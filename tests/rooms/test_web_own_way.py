"""Who sees a case otherwise gets the step and the letter of the way they chose, not only its title."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from afterword.casebook.case import Case
from afterword.casebook.entry import Entry
from afterword.casebook.letter import Letter
from afterword.casebook.person import Person
from afterword.casebook.seat import Seat
from afterword.desk import morning
from afterword.faces.web.pages.panel import Panel, _acts_of
from afterword.faces.web.pages.parts import Act
from afterword.terms import Advice, Band, NextStep

pytestmark = pytest.mark.django_db
NOW = datetime.now(UTC)


@pytest.fixture
def lost(account: uuid.UUID) -> Case:
    case = Case.open(
        account=account, company="Sundlinie", role="Harbour Manager", since=NOW - timedelta(days=40),
        at=NOW - timedelta(days=40),
    )  # fmt: skip
    per = Person.add(account=account, name="Per Holm", email="per@sund.example", at=NOW)
    Seat.give(case=case, person=per, part="hiring_manager", since=NOW - timedelta(days=40), at=NOW)
    Entry.enter(
        case=case, kind="rejection", when=NOW - timedelta(days=3), person=per, channel="phone",
        detail="Somebody else", at=NOW,
    )  # fmt: skip
    morning.plan_case(case, NOW)
    return case


def choose(client: Client, case: Case, band: str) -> str:
    path = reverse("web:case-overrule", args=[case.pk])
    return client.post(path, {"band": band}, headers={"HX-Request": "true"}).content.decode()


def test_one_more_letter_offers_that_letter(client: Client, lost: Case) -> None:
    shown = choose(client, lost, "fight")
    assert "One more letter is worth writing" in shown
    assert "not argued" not in shown and "do not argue" not in shown
    assert "bring one fact they did not have" in shown
    assert 'value="reopen_letter"' in shown and 'value="grace_note"' not in shown
    client.post(reverse("web:letter-draft", args=[lost.pk]), {"kind": "reopen_letter"})
    letter = Letter.objects.get(kind="reopen_letter")
    assert reverse("web:letter", args=[letter.pk]) in choose(client, lost, "fight")
    letter.mark_sent(at=NOW)
    after = choose(client, lost, "fight")
    assert "your one letter has gone" in after
    assert 'value="reopen_letter"' not in after


def test_another_way_has_its_own_letter(client: Client, lost: Case) -> None:
    shown = choose(client, lost, "keep_warm")
    assert 'value="keep_in_touch"' in shown
    assert "no ask" in shown


def test_a_step_that_asks_a_question_opens_the_letter_that_asks(lost: Case) -> None:
    step = NextStep("Per Holm", "ask one question", "")
    advice = Advice(Band.KEEP_WARM, 0.0, 0.0, 0.0, next_step=step, play="P12")
    move: Any = SimpleNamespace(letter="grace_note", play="P11", when=None, who="")
    laid = Act("Draft the letter", "/x/", "primary", True, (("kind", "grace_note"),))
    before = Panel(case="", title="", why="", next_acts=(laid,))
    first, second = _acts_of(lost, advice, move, before)
    assert ("kind", "advice_request") in first.fields and first.style == "primary"
    assert second.label == "Only thank them" and second.style == "plain"
    move.letter = "advice_request"
    assert _acts_of(lost, advice, move, before) == (laid,)


def test_while_they_decide_there_is_nothing_to_reopen(
    web: Any, client: Client, account: uuid.UUID
) -> None:
    case = Case.open(account=account, company="Weir", role="Dyer", since=NOW, at=NOW)
    per = Person.add(account=account, name="Per Holm", email="per@weir.example", at=NOW)
    Seat.give(case=case, person=per, part="hiring_manager", since=NOW, at=NOW)
    morning.plan_case(case, NOW)
    shown = choose(client, case, "fight")
    assert 'value="reopen_letter"' not in shown
