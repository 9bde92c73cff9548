"""A case that has ended: the kind word first, nothing waiting for an answer, no sign that another has met."""

from __future__ import annotations

import uuid
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from tests.rooms.conftest import NOW

from afterword.casebook.models import Case, Remark, Standing
from afterword.desk.day import agenda
from afterword.desk.watch.signs import unanswered
from afterword.faces.web.pages.ribbon import _kind_word
from afterword.terms import Hand, MailKind, Signal

HARSH = "We have chosen somebody who has run a mill of this size."
KIND = "Your plan for the weir was as good as any I have seen."


def _no(hand: Hand, *kinds: str) -> Any:
    remarks = [{"kind": kind, "quote": KIND} for kind in kinds]
    reading = {"hand": str(hand), "reasons": [{"quote": HARSH}], "remarks": remarks}
    return SimpleNamespace(reading=reading)


def test_of_a_no_by_hand_the_kind_word_stands_first() -> None:
    assert _kind_word(_no(Hand.PERSONAL, "rival", "praise"), MailKind.REJECTION) == KIND
    assert _kind_word(_no(Hand.PERSONAL, "rival"), MailKind.REJECTION) == ""
    assert _kind_word(_no(Hand.TEMPLATE, "praise"), MailKind.REJECTION) == ""
    assert _kind_word(_no(Hand.PERSONAL, "praise"), MailKind.STATUS_UPDATE) == ""


def test_a_seat_that_is_open_again_is_not_asked_how_it_worked_out() -> None:
    def sign(signal: Signal, case: str) -> Any:
        return SimpleNamespace(signal=signal, case_id=case)

    rows = [
        sign(Signal.ANNIVERSARY, "a"),
        sign(Signal.REOPENED, "a"),
        sign(Signal.ANNIVERSARY, "b"),
        sign(Signal.GROWING, "b"),
    ]
    assert unanswered(rows) == rows[1:]


@pytest.mark.django_db
def test_below_an_ended_case_nothing_waits_for_an_answer(
    web: Any, client: Client, account: uuid.UUID
) -> None:
    case: Case = web.full(account)
    doubt = "We worry that you have never run a mill of this size."
    Remark.note(case=case, kind="challenge", quote=doubt, on=NOW.date(), at=NOW)
    for state, marked in (("awaiting", True), ("closed", False)):
        Standing.objects.filter(case=case).update(state=state, seen_state=state, sealed=False)
        shown = client.get(reverse("web:case", args=[case.pk])).content.decode()
        assert ("not yet answered" in shown) is marked


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("words", "by"),
    [
        ("I'll ring you that afternoon.", "ring by today"),
        ("I'll send you a line.", "write by today"),
    ],
)
def test_who_promised_to_ring_is_waited_for_at_the_phone(
    web: Any, account: uuid.UUID, words: str, by: str
) -> None:
    case: Case = web.full(account)
    Remark.note(case=case, kind="promise", quote=words, on=NOW.date(), at=NOW)
    ahead = NOW.date() + timedelta(days=4)
    Standing.objects.filter(case=case).update(
        state="awaiting", seen_state="awaiting", promised=ahead, sealed=False
    )
    assert any(by in one.says for one in agenda.due(account, NOW))
