"""What arrives sealed: fresh verdicts only; what the user read long ago is told at once."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest

from afterword.casebook import envelope
from afterword.casebook.models import Case, Message
from afterword.desk import morning

pytestmark = pytest.mark.django_db

#: A Tuesday with a crooked second: comparing moments as text must not go wrong on it.
TAKEN_IN = datetime(2026, 3, 10, 9, 0, 0, 250_000, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture
def case() -> Case:
    since = TAKEN_IN - 200 * DAY
    return Case.open(account=uuid.uuid4(), company="Firm", role="Buyer", since=since, at=since)


def no(web: SimpleNamespace, case: Case, age: timedelta, **more: object) -> Message:
    row = web.message(case.account, case, "rejection", at=TAKEN_IN - age, **more)
    Message.objects.filter(pk=row.pk).update(entered_at=TAKEN_IN)
    return Message.objects.get(pk=row.pk)


@pytest.mark.parametrize(
    ("age", "sealed"),
    [
        (timedelta(0), True),
        (13 * DAY, True),
        (14 * DAY, True),
        (14 * DAY + timedelta(microseconds=1), False),
        (15 * DAY, False),
        (400 * DAY, False),
    ],
)
def test_only_fresh_verdicts_are_sealed(
    web: SimpleNamespace, case: Case, age: timedelta, sealed: bool
) -> None:
    mail = no(web, case, age)
    assert mail.is_sealed is sealed
    assert Message.objects.of(case.account).sealed().exists() is sealed
    (told,) = case.as_file(TAKEN_IN).happenings
    assert told.sealed is sealed
    assert told.opened == (None if sealed else mail.at)


@pytest.mark.parametrize("direction", ["in", "out"])
@pytest.mark.parametrize("kind", ["offer", "on_hold", "status_update"])
@pytest.mark.parametrize("age", [3, 30])
def test_the_query_and_the_row_agree(
    web: SimpleNamespace, case: Case, direction: str, kind: str, age: int
) -> None:
    mail = no(web, case, age * DAY, direction=direction)
    Message.objects.filter(pk=mail.pk).update(kind=kind)
    mail.refresh_from_db()
    assert Message.objects.of(case.account).sealed().exists() is mail.is_sealed
    assert mail.is_sealed is (direction == "in" and kind != "status_update" and age == 3)


def test_an_old_no_starts_no_pause_and_opening_it_again_changes_nothing(
    web: SimpleNamespace, case: Case
) -> None:
    mail = no(web, case, 30 * DAY)
    morning.plan(case.account, TAKEN_IN)
    planned = Case.objects.for_list().get(pk=case.pk)
    assert (planned.standing.sealed, planned.standing.seen_outcome) == (False, "rejected")
    assert planned.move.not_before is None
    envelope.open_envelope(message=mail, at=TAKEN_IN)
    (told,) = case.as_file(TAKEN_IN).happenings
    assert (told.sealed, told.opened) == (False, mail.at)


def test_it_was_open_on_every_past_day_too(web: SimpleNamespace, case: Case) -> None:
    mail = no(web, case, 30 * DAY)
    (told,) = case.as_file(mail.at + DAY).happenings
    assert (told.sealed, told.opened) == (False, mail.at)
