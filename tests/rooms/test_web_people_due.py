"""People: whom a word is due to, by which day and why; nothing of it while a letter lies closed."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from afterword.casebook.decision import Move
from afterword.casebook.favour import Favour
from afterword.casebook.models import Case, Person, Seat
from afterword.casebook.snooze import snooze
from afterword.desk import morning

pytestmark = pytest.mark.django_db

NOW = datetime.now(UTC)
WHY = "The role is open again. One short note with one new fact."


@pytest.fixture
def dana(account: uuid.UUID, web: Any) -> Person:
    """Somebody to whom counsel would write a note in three days, and somebody it would not."""
    case = Case.open(account=account, company="Acme", role="Planner", at=NOW)
    web.message(account, case, "acknowledgement")
    found = {}
    for name in ("Dana Reyes", "Piet Claes"):
        one = Person.add(account=account, name=name, company=case.company, at=NOW)
        Seat.give(case=case, person=one, at=NOW, part="hiring_manager")
        found[name] = one
    morning.plan(account, NOW)
    due = {"play": "P16", "letter": "trigger_note", "who": str(found["Dana Reyes"].pk), "why": WHY}
    Move.objects.filter(case=case).update(**due, when=NOW.date() + timedelta(days=3))
    return found["Dana Reyes"]


def listed(client: Client, which: str = "") -> str:
    return client.get(f"/people/?which={which}").content.decode()


def test_the_next_word_stands_beside_who_gets_it_with_day_and_cause(
    client: Client, dana: Person
) -> None:
    everybody, due = listed(client), listed(client, "due")
    assert WHY in everybody and "Piet Claes" in everybody
    assert "Dana Reyes" in due and "by " in due and "Piet Claes" not in due


def test_a_snoozed_case_and_a_closed_letter_owe_nobody_a_word(
    client: Client, account: uuid.UUID, web: Any, dana: Person
) -> None:
    case = Case.objects.get()
    case.standing.sealed = True
    case.standing.save()
    assert WHY not in listed(client)
    case.standing.sealed = False
    case.standing.save()
    assert WHY in listed(client)
    snooze(case=case, until=NOW.date() + timedelta(days=7), at=NOW)
    assert WHY not in listed(client)


def test_a_good_turn_that_nobody_answered_is_a_word_due(client: Client, account: uuid.UUID) -> None:
    helper = Person.add(account=account, name="Ines Moreau", at=NOW, note="helped me")
    Favour.note(
        person=helper, way="received", kind="introduction", what="to Acme", on=NOW.date(), at=NOW
    )
    assert "Ines Moreau" in listed(client, "due")
