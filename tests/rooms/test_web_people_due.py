"""People: whom a word is due to, by which day and why; nothing of it while a letter lies closed."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from afterword.casebook.decision import Move
from afterword.casebook.favour import Favour
from afterword.casebook.models import Case, Interview, Opening, Person, Profile, Seat
from afterword.casebook.snooze import snooze, wake
from afterword.desk import morning
from afterword.faces import clock

pytestmark = pytest.mark.django_db

#: A talk on Monday morning; the pages are looked at by this clock.
TALK = datetime(2026, 3, 2, 10, tzinfo=UTC)
NOW = TALK + timedelta(hours=5)


@pytest.fixture(autouse=True)
def it_is(monkeypatch: pytest.MonkeyPatch) -> Callable[[datetime], None]:
    """Set the one clock."""

    def at(moment: datetime) -> None:
        monkeypatch.setattr(clock, "now", lambda: moment)

    at(NOW)
    return at


@pytest.fixture
def case(account: uuid.UUID, web: Any) -> Case:
    """A talk with Dana Reyes this morning, while Piet Claes keeps the diary."""
    Profile.of(account, at=NOW).describe(at=NOW, zone="UTC")
    began = NOW - timedelta(days=20)
    case = Case.open(account=account, company="Acme", role="Planner", at=NOW, since=began)
    web.message(account, case, "acknowledgement", at=began, sender_email="jobs@acme.example", sender_name="Acme")  # fmt: skip
    dana = Person.add(account=account, name="Dana Reyes", email="dana@acme.example", company=case.company, at=NOW)  # fmt: skip
    piet = Person.add(account=account, name="Piet Claes", company=case.company, at=NOW)
    Seat.give(case=case, person=dana, at=NOW, part="hiring_manager")
    Seat.give(case=case, person=piet, at=NOW, part="coordinator")
    talk = Interview.hold(case=case, when=TALK, at=NOW, stage="panel_onsite", people=[dana])
    talk.debrief(note="It went well", at=NOW)
    morning.plan(account, NOW)
    return case


def listed(client: Client, which: str = "") -> str:
    return client.get(f"/people/?which={which}").content.decode()


def test_the_next_word_stands_beside_who_gets_it_with_day_and_cause(
    client: Client, case: Case
) -> None:
    # A thank-you is due by the day after the talk: Tuesday the third.
    says = "Thank-you note, by 3 March: You spoke on 2 March."
    assert says in listed(client) and "Piet Claes" in listed(client)
    due = listed(client, "due")
    assert says in due and "Dana Reyes" in due and "Piet Claes" not in due


def test_on_the_day_itself_no_day_is_said(
    client: Client, case: Case, it_is: Callable[[datetime], None]
) -> None:
    it_is(NOW + timedelta(hours=18))  # Tuesday, nine in the morning
    morning.plan(case.account, NOW + timedelta(hours=18))
    due = listed(client, "due")
    assert "Dana Reyes" in due and "by 3 March" not in due


def test_in_the_rest_after_a_no_nobody_is_owed_a_word(
    client: Client, account: uuid.UUID, web: Any, case: Case, it_is: Callable[[datetime], None]
) -> None:
    """Twelve hours from the opening nothing leaves; Today has no card, and this page no name."""
    opened = NOW + timedelta(days=1)
    no = web.message(account, case, "rejection", subject="News", body="We said no.", at=opened)
    Opening.objects.create(account=account, entered_at=opened, message=no, at=opened)
    for hours, there in ((1, False), (11, False), (17, True)):
        now = opened + timedelta(hours=hours)
        it_is(now)
        morning.plan(account, now)
        assert Move.objects.get().play == ("P11" if there else "P10")
        assert bool(morning.today(account, now).cards) is there
        assert ("Dana Reyes" in listed(client, "due")) is there


def test_a_snoozed_case_and_a_closed_letter_owe_nobody_a_word(
    client: Client, account: uuid.UUID, web: Any, case: Case
) -> None:
    assert "Thank-you note" in listed(client)
    snooze(case=case, until=NOW.date() + timedelta(days=7), at=NOW)
    assert "Thank-you note" not in listed(client)
    wake(case=case, at=NOW)
    assert "Thank-you note" in listed(client)
    web.message(account, case, "rejection", at=NOW)
    morning.plan(account, NOW)
    assert "Dana Reyes" not in listed(client, "due")


def test_a_good_turn_that_nobody_answered_is_a_word_due(client: Client, account: uuid.UUID) -> None:
    helper = Person.add(account=account, name="Ines Moreau", at=NOW, note="helped me")
    Favour.note(
        person=helper, way="received", kind="introduction", what="to Acme", on=NOW.date(), at=NOW
    )
    assert "Ines Moreau" in listed(client, "due")
