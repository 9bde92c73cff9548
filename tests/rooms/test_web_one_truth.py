"""What a page says of a case holds, and no other page says otherwise."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from tests.rooms.conftest import NOW

from afterword.casebook.models import Case, Letter, Move
from afterword.desk import cards

pytestmark = pytest.mark.django_db


def moved(case: Case, **given: Any) -> Move:
    """The move of a case, with its letter held until the day after tomorrow."""
    fields = {"not_before": NOW + timedelta(days=2), "why": "You talk with them.", **given}
    Move.objects.filter(case=case).update(**fields)
    return Move.objects.get(case=case)


def page(client: Client, name: str, *args: Any) -> str:
    answer = client.get(reverse(f"web:{name}", args=args))
    assert answer.status_code == 200
    return answer.content.decode()


class TestWhyALetterWaits:
    def test_a_talk_to_prepare_is_no_fresh_news(
        self, web: Any, client: Client, account: uuid.UUID
    ) -> None:
        case = web.full(account)
        moved(case, play="P01", letter="")
        shown = page(client, "case", case.pk)
        assert "news is fresh" not in shown and "may be drafted" not in shown

    def test_a_letter_with_a_better_day_says_that_and_no_more(
        self, web: Any, client: Client, account: uuid.UUID
    ) -> None:
        case = web.full(account)
        moved(case, play="P05", letter="thank_you")
        letter = Letter.objects.get(case=case, kind="thank_you")
        Letter.objects.filter(pk=letter.pk).update(entered_at=NOW - timedelta(days=3))
        for shown in (page(client, "case", case.pk), page(client, "letter", letter.pk)):
            assert "news is fresh" not in shown.lower()
            assert "best time to send it is from" in shown
        assert [one.fresh for one in cards.resting(account, NOW, NOW.date())] == [False]

    def test_a_letter_after_a_fresh_verdict_rests(
        self, web: Any, client: Client, account: uuid.UUID
    ) -> None:
        case = web.full(account)
        moved(case, play="P10", letter="grace_note")
        assert "The news is fresh" in page(client, "case", case.pk)
        assert [one.fresh for one in cards.resting(account, NOW, NOW.date())] == [True]
