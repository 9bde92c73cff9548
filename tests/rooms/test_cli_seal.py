"""A closed letter stays closed in the terminal: neither its subject nor its words are printed."""

from __future__ import annotations

import json
import uuid
from datetime import UTC, datetime
from typing import Any

import pytest

from afterword.faces.cli import main

pytestmark = pytest.mark.django_db

SUBJECT = "A decision"


@pytest.fixture
def house(monkeypatch: pytest.MonkeyPatch, account: uuid.UUID) -> None:
    """The commands open this account instead of a home on disk."""
    from types import SimpleNamespace

    from afterword.faces.cli import house

    monkeypatch.setattr(house, "open_house", lambda: SimpleNamespace(id=account))


TODAY = datetime.now(UTC).date().isoformat()
SHOWN = [
    ["today"],
    ["today", "--json"],
    ["today", "--at", TODAY],
    ["today", "--at", TODAY, "--json"],
    ["cases"],
    ["cases", "--at", TODAY],
    ["doubts"],
    ["numbers"],
    ["network"],
    ["references"],
    ["lessons"],
    ["looking-back"],
    ["watches"],
    ["posting", "list"],
    ["sources"],
    ["boards"],
    ["report", "--csv"],
]


@pytest.mark.parametrize("words", SHOWN, ids=" ".join)
def test_no_command_opens_a_closed_letter(
    words: list[str],
    web: Any,
    account: uuid.UUID,
    house: None,
    capsys: pytest.CaptureFixture[str],
) -> None:
    mail = web.sealed(account)
    assert mail.is_sealed
    assert main(words) == 0
    out = capsys.readouterr()
    shown = " ".join((out.out + out.err).split())
    assert SUBJECT not in shown and web.SECRET not in shown
    if words[0] == "today" and "--json" not in words:
        assert "A closed letter came. Which process does it belong to?" in shown


@pytest.mark.parametrize("kind", ["grace_note", "reopen_letter", "thank_you", "status_nudge"])
def test_a_letter_drafted_before_the_envelope_is_open_quotes_nothing_of_it(
    kind: str, web: Any, account: uuid.UUID, house: None, capsys: pytest.CaptureFixture[str]
) -> None:
    mail = web.sealed(account)
    main(["letter", kind, "--case", str(mail.case_id)])
    out = capsys.readouterr()
    assert SUBJECT not in out.out + out.err and web.SECRET not in out.out + out.err


def test_once_opened_the_question_names_the_mail(
    web: Any, account: uuid.UUID, house: None, capsys: pytest.CaptureFixture[str]
) -> None:
    from afterword.casebook.models import Opening

    mail = web.sealed(account)
    now = datetime.now(UTC)
    Opening.objects.create(account=account, entered_at=now, message=mail, at=now)
    assert main(["today", "--json"]) == 0
    asked = json.loads(capsys.readouterr().out)["questions"]
    assert [one["text"] for one in asked] == ["Which of these does “A decision” belong to?"]
