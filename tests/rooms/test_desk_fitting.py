"""Letters that fit: what their answer rules out is not offered, and noted where it is drafted anyway."""

from __future__ import annotations

import uuid
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from afterword.casebook.models import Answer, Case, Move, Standing
from afterword.desk.letters import fitting
from afterword.terms import LetterKind, Outcome, State

K = LetterKind


def _case(state: State, outcome: Outcome | str = "") -> Any:
    return SimpleNamespace(standing=SimpleNamespace(seen_state=state, seen_outcome=outcome))


@pytest.mark.parametrize("kind", [K.STATUS_NUDGE, K.FINAL_NUDGE, K.INFLUENCE_LETTER, K.WITHDRAWAL])
def test_after_a_no_nothing_asks_how_it_stands(kind: LetterKind) -> None:
    assert not fitting.fits(_case(State.CLOSED, Outcome.REJECTED), kind)
    assert fitting.fits(_case(State.OVERDUE), kind)


@pytest.mark.parametrize("kind", [K.GRACE_NOTE, K.ADVICE_REQUEST])
def test_before_their_answer_nothing_answers_a_no(kind: LetterKind) -> None:
    assert not fitting.fits(_case(State.AWAITING), kind)
    assert fitting.fits(_case(State.CLOSED, Outcome.POSITION_FILLED), kind)
    assert fitting.fits(_case(State.SOFT_CLOSED), kind)  # who takes the silence for a no may say so


@pytest.mark.parametrize("kind", [K.KEEP_IN_TOUCH, K.THANK_YOU, K.CALL_REQUEST])
@pytest.mark.parametrize("state", list(State))
def test_what_asks_for_no_verdict_fits_anywhere(state: State, kind: LetterKind) -> None:
    outcome = Outcome.REJECTED if state is State.CLOSED else ""
    assert fitting.fits(_case(state, outcome), kind)


def test_drafted_all_the_same_it_is_noted_in_the_margin() -> None:
    over = _case(State.CLOSED, Outcome.REJECTED)
    for kind in (K.STATUS_NUDGE, K.FINAL_NUDGE):
        (note,) = fitting.too_late(over, kind)
        assert note.rule == "after_verdict" and "where things stand" in note.message
    (note,) = fitting.too_late(over, K.PROOF_OFFER)
    assert "argues for a seat" in note.message
    assert fitting.too_late(over, K.GRACE_NOTE) == ()
    assert fitting.too_late(_case(State.QUIET), K.FINAL_NUDGE) == ()
    assert fitting.too_late(_case(State.CLOSED, Outcome.WITHDRAWN), K.STATUS_NUDGE) == ()


@pytest.mark.django_db
class TestAFraud:
    def lure(self, web: Any, account: uuid.UUID) -> Case:
        case: Case = web.full(account)
        why = "This looks like a fraud. Whoever gives work pays you. Send no money."
        Move.objects.filter(case=case).update(play="", letter="", why=why)
        Standing.objects.filter(case=case).update(
            state=State.QUIET,
            seen_state=State.QUIET,
            outcome="",
            seen_outcome="",
            sealed=False,
        )
        return case

    def test_is_called_so_and_offers_no_letter(
        self, web: Any, client: Client, account: uuid.UUID
    ) -> None:
        case = self.lure(web, account)
        shown = client.get(reverse("web:case", args=[case.pk])).content.decode()
        assert "looks like a fraud" in shown and "An empty page" not in shown
        listed = client.get(reverse("web:cases")).content.decode()
        assert "looks like a fraud" in listed

    def test_and_a_quiet_firm_is_none(self, web: Any, client: Client, account: uuid.UUID) -> None:
        case = self.lure(web, account)
        Move.objects.filter(case=case).update(why="It has gone quiet.")
        shown = client.get(reverse("web:case", args=[case.pk])).content.decode()
        assert "looks like a fraud" not in shown and "An empty page" in shown
        assert not Answer.objects.filter(case=case).exists()
