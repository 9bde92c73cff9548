"""Small things a reader stumbles over, each mended once."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from tests.rooms.conftest import NOW

from afterword.casebook.models import Case, Interview, Opening, Profile
from afterword.counsel.own_plays import read
from afterword.errors import UserError
from afterword.faces.cli import today
from afterword.faces.web import readings

pytestmark = pytest.mark.django_db


def shown(client: Client, name: str, *args: Any) -> str:
    return client.get(reverse(f"web:{name}", args=args)).content.decode()


def test_a_talk_to_come_is_no_talk_had(client: Client, account: uuid.UUID) -> None:
    case = Case.open(account=account, company="Larkmoor", role="Planner", at=NOW)
    Interview.hold(case=case, when=NOW + timedelta(days=3), at=NOW)
    page = shown(client, "case", case.pk)
    assert "To come:" in page and "To come: You talked" not in page


def test_a_quotation_begins_with_a_whole_word(web: Any, client: Client, account: uuid.UUID) -> None:
    case = Case.open(account=account, company="Larkmoor", role="Planner", at=NOW)
    body = "We won't be taking yours any further at this point."
    torn = "n't be taking yours any further"
    mail = web.message(account, case, "rejection", body=body, reasons=[{"code": "R01", "quote": torn, "basis": "said"}])  # fmt: skip
    Opening.objects.create(account=account, entered_at=NOW, message=mail, at=NOW)
    page = shown(client, "case", case.pk).replace("&#x27;", "'")
    assert "won't be taking yours any further" in page


def test_a_paste_that_has_to_wait_is_kept_and_told_in_whole_sentences(
    client: Client, account: uuid.UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = readings.Reading("x", account, "box.mbox")
    monkeypatch.setattr(readings, "begin", lambda *_a, **_m: (other, False))
    text = "Dear Sam, we would like to invite you."
    answer = client.post(reverse("web:read-pasted"), {"text": text})
    page = answer.content.decode()
    assert text in page and "Your words still stand below." in page
    assert "Another reading is still under way (box.mbox)" in page


def test_the_search_says_when_it_finds_nothing(client: Client) -> None:
    assert 'data-none="Nothing found."' in shown(client, "settings")


def test_the_demo_says_whose_search_it_is(client: Client, account: uuid.UUID) -> None:
    row = Profile.of(account, at=NOW)
    row.describe(at=NOW, name="Marianne Holt", settings={"example": True})
    Case.open(account=account, company="Larkmoor", role="Planner", at=NOW)
    page = shown(client, "today")
    assert "This is an invented search of Marianne Holt" in page
    assert "To start your own, type afterword in the terminal" in page


def test_a_stage_by_one_of_its_words_is_guessed_at() -> None:
    text = (
        '[[play]]\nid = "C1"\nsituation = "s"\ndoes = "d"\nafter = "interview"\nstages = ["final"]'
    )
    assert "Did you mean “final_executive”" in " ".join(map(str, read(text).faults))


def test_a_day_to_come_is_said_to_be_one(account: uuid.UUID) -> None:
    ahead = (NOW + timedelta(days=40)).date()
    with pytest.raises(UserError, match="has not come yet"):
        today.show(account, at=ahead)


def test_one_line_says_what_is_due(
    web: Any, account: uuid.UUID, capsys: pytest.CaptureFixture[str]
) -> None:
    web.full(account)
    today.show(account, brief=True)
    (line,) = capsys.readouterr().out.splitlines()
    assert "due" in line and "question" in line
