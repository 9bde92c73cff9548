"""What the user has answered lies closed no longer; an offer lies above what keeps."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest

from afterword.casebook.models import Case, Message
from afterword.desk import morning
from afterword.desk.mail.answered import open_answered

NOW = datetime.now(UTC)
pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def case() -> Case:
    return Case.open(
        account=uuid.uuid4(), company="Firm", role="Buyer", since=NOW - 9 * DAY, at=NOW
    )


def _mine(web: SimpleNamespace, case: Case, **more: object) -> Message:
    given = {"direction": "out", "at": NOW - DAY, "sender_email": "me@x.example", **more}
    return web.message(case.account, case, "other_job", **given)


def _closed(letter: Message) -> bool:
    return Message.objects.get(pk=letter.pk).is_sealed


def test_who_wrote_to_its_writer_has_read_it(web: SimpleNamespace, case: Case) -> None:
    letter = web.message(case.account, case, "offer", at=NOW - 2 * DAY)
    mine = _mine(web, case, envelope={"to": [{"name": "", "email": "dana@acme.example"}]})
    open_answered(case.account)
    assert not _closed(letter)
    assert Message.objects.get(pk=letter.pk).opened_at == mine.at


def test_who_answered_that_very_mail_has_read_it(web: SimpleNamespace, case: Case) -> None:
    letter = web.message(case.account, case, "rejection", at=NOW - 2 * DAY)
    to = [{"name": "", "email": "office@acme.example"}]
    _mine(web, case, envelope={"to": to, "in_reply_to": letter.mail_id})
    open_answered(case.account)
    assert not _closed(letter)


def test_a_mail_to_somebody_else_or_from_before_opens_nothing(
    web: SimpleNamespace, case: Case
) -> None:
    letter = web.message(case.account, case, "rejection", at=NOW - 2 * DAY)
    _mine(web, case, envelope={"to": [{"name": "", "email": "kim@acme.example"}]})
    dana = [{"name": "", "email": "dana@acme.example"}]
    _mine(web, case, at=NOW - 3 * DAY, envelope={"to": dana})
    open_answered(case.account)
    assert _closed(letter)


def test_an_offer_lies_above_what_keeps(web: SimpleNamespace) -> None:
    """Five letters, the offer the oldest: the newest would hide it."""
    account = uuid.uuid4()
    for age in range(1, 6):
        case = Case.open(account=account, company=f"Firm {age}", role="Buyer", since=NOW - 9 * DAY, at=NOW)  # fmt: skip
        web.message(account, case, "offer" if age == 5 else "rejection", at=NOW - age * DAY)
    morning.freshen(account, NOW)
    found = morning.today(account, NOW, "UTC")
    assert "Firm 5" in [card.company for card in (*found.cards, *found.later)]
    assert "Firm 5" not in [card.company for card in found.envelopes]
