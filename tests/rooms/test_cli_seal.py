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


def test_who_asks_for_quiet_in_a_closed_letter_is_named_by_it_alone(
    web: Any, account: uuid.UUID, house: None, capsys: pytest.CaptureFixture[str]
) -> None:
    """The wish binds, for it could be written against; what is shown tells only that a letter lies there."""
    from afterword.casebook.models import Opening, Person, Seat
    from afterword.casebook.stop import stop

    mail = web.sealed(account)
    ann = Person.add(
        account=account,
        name="Ann Lowe",
        email=mail.sender_email,
        company=mail.case.company,
        at=mail.at,
    )
    Seat.give(case=mail.case, person=ann, at=mail.at, part="hiring_manager")
    stop(person=ann, at=mail.at, why="do not write again")

    def said(*words: str) -> str:
        main(list(words))
        out = capsys.readouterr()
        return " ".join((out.out + out.err).split())

    for words in (
        ["network", "Northwind"],
        ["letter", "keep_in_touch", "--case", str(mail.case_id)],
    ):
        shown = said(*words)
        assert "A letter from them is waiting for you" in shown
        assert "asked you" not in shown and "asked not" not in shown and "left alone" not in shown
    assert "left alone" not in said("network")
    Opening.objects.create(account=account, entered_at=mail.at, message=mail, at=mail.at)
    assert "Ann Lowe asked you not to write there again" in said("network", "Northwind")


def test_numbers_of_a_search_whose_only_process_lies_closed(
    web: Any, account: uuid.UUID, house: None, capsys: pytest.CaptureFixture[str]
) -> None:
    web.sealed(account)
    assert main(["numbers"]) == 0
    shown = capsys.readouterr().out
    assert "once you open it" in shown and "No processes yet" not in shown
