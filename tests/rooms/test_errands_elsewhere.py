"""Calendars and address books elsewhere on the clock: once a day each, and one that fails alone."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime
from typing import Any

import pytest

from afterword.casebook.job import Job
from afterword.casebook.source import Source
from afterword.desk.incoming import elsewhere
from afterword.desk.incoming.elsewhere import ReadOn
from afterword.errors import SourceError
from afterword.faces import errands
from afterword.wire.vault import VaultLocked

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 6, 1, 8, 0, tzinfo=UTC)


@pytest.fixture
def account(monkeypatch: pytest.MonkeyPatch) -> uuid.UUID:
    """An account with a calendar and an address book whose ways were kept, and one whose was not."""
    key = uuid.uuid4()
    for name, kind in (("cal", "caldav"), ("cards", "carddav"), ("gone", "webcal")):
        Source.named(account=key, name=name, kind=kind, at=NOW)
    ways = {"cal": "cal", "cards": "cards"}
    monkeypatch.setattr(elsewhere, "remembered", lambda _, name: ways.get(name))
    return key


def answers(monkeypatch: pytest.MonkeyPatch, **by_name: Any) -> list[str]:
    asked: list[str] = []

    def read_on(_: uuid.UUID, place: Any, *, now: datetime) -> ReadOn:
        asked.append(place)
        if isinstance(by_name.get(place), SourceError):
            raise by_name[place]
        return ReadOn(place, dict(by_name.get(place) or {}))

    monkeypatch.setattr(elsewhere, "read_on", read_on)
    return asked


def test_each_kept_place_is_read_and_what_came_is_said(
    account: uuid.UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = answers(monkeypatch, cal={"interviews": 1}, cards={"people_new": 2})
    assert errands.read_elsewhere.func(str(account)) == (
        "2 people are new. 1 interview tied to its process."
    )
    assert asked == ["cal", "cards"]


def test_nothing_new_is_said_as_plainly(
    account: uuid.UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers(monkeypatch)
    assert errands.read_elsewhere.func(str(account)) == "Nothing new at 2 places."


def test_one_that_is_away_keeps_no_other_waiting_and_is_tried_again(
    account: uuid.UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    away = SourceError("cal is away", permanent=False)
    asked = answers(monkeypatch, cal=away)
    with pytest.raises(SourceError, match="cal is away"):
        errands.read_elsewhere.func(str(account))
    assert asked == ["cal", "cards"]


def test_what_only_the_user_can_mend_is_said_and_not_tried_again_at_once(
    account: uuid.UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers(monkeypatch, cal=SourceError("The password was refused.", permanent=True))
    assert errands.read_elsewhere.func(str(account)) == "The password was refused."


def test_a_locked_vault_waits_for_its_owner(
    account: uuid.UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(*_: object) -> None:
        raise VaultLocked

    monkeypatch.setattr(elsewhere, "remembered", locked)
    assert "passphrase" in errands.read_elsewhere.func(str(account)).lower()


def test_it_is_put_down_once_a_day_while_there_is_a_place(account: uuid.UUID) -> None:
    def waiting() -> list[Job]:
        path = errands.read_elsewhere.module_path
        return list(Job.objects.of(account).open().filter(task=path))

    errands.wind(account)
    errands.wind(account)
    (job,) = waiting()
    assert job.every == 24 * 3600
    Source.objects.of(account).delete()
    errands.wind(account)
    assert waiting() == []
