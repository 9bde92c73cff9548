"""The example: an invented search with its notes, set up once or twice, in nobody's way."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta

import pytest

from afterword.casebook.looking_back import Hired, LookBack
from afterword.casebook.models import (
    Case,
    Entry,
    Event,
    Interview,
    Message,
    Profile,
    Remark,
    Sighted,
    Story,
    WatchedBoard,
)
from afterword.casebook.undo import undo_last
from afterword.desk import morning
from afterword.desk.letters import correspondence
from afterword.desk.mail import mailroom
from afterword.desk.whole import example
from afterword.errors import Refused
from afterword.intake.demo.build import mails, notes
from afterword.intake.memory import MemoryMailbox

pytestmark = pytest.mark.django_db

#: A Friday.
NOW = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)


@pytest.fixture
def account() -> uuid.UUID:
    account = uuid.uuid4()
    example.set_up(account, now=NOW, zone="Europe/Amsterdam")
    return account


def test_one_no_has_opened_again_and_no_real_board_is_ever_asked(account: uuid.UUID) -> None:
    (sign,) = Sighted.objects.of(account).filter(signal="reopened")
    assert sign.case.company.name == "Torvane Energy Services"
    assert sign.strength == "strong"  # the advert she kept asked for something else
    board = WatchedBoard.objects.get(account=account)
    assert board.looked_at is not None and board.looked_at <= NOW
    assert not WatchedBoard.objects.of(account).due(NOW + timedelta(days=3650)).exists()


def test_everything_she_noted_is_there(account: uuid.UUID) -> None:
    told = notes(NOW.date())
    assert Profile.objects.get(account=account).name == told["me"]["name"]
    stories = Story.objects.of(account)
    assert {s.title for s in stories} == {s["title"] for s in told["story"]}
    assert {s.title for s in stories if s.confidential} == {
        s["title"] for s in told["story"] if s["confidential"]
    }
    assert Interview.objects.of(account).filter(debriefed_at__isnull=False).count() == len(
        told["debrief"]
    )
    said = {r["quote"] for d in told["debrief"] for r in d["remarks"]}
    assert said <= set(Remark.objects.of(account).values_list("quote", flat=True))
    assert Entry.objects.of(account).count() == len(told["event"])
    kept = LookBack.objects.of(account).values_list("lesson", flat=True)
    assert set(kept) == {one["lesson"] for one in told["look_back"]}
    assert Hired.objects.of(account).count() == len(told["hired"])
    assert Message.objects.of(account).filter(at__gt=NOW).count() == 0


def test_setting_it_up_twice_changes_nothing(account: uuid.UUID) -> None:
    before = Event.objects.count(), Message.objects.count(), Case.objects.count()
    example.set_up(account, now=NOW, zone="Europe/Amsterdam")
    assert (Event.objects.count(), Message.objects.count(), Case.objects.count()) == before


def test_on_a_later_day_it_begins_afresh_with_its_dates_moved_on(account: uuid.UUID) -> None:
    first = Message.objects.of(account).count(), Interview.objects.of(account).count()
    later = NOW + timedelta(days=7)
    example.set_up(account, now=later, zone="Europe/Amsterdam")
    # Other weekdays and dates stand in the same mails: one at the border may be read otherwise.
    assert abs(Message.objects.of(account).count() - first[0]) <= 2
    assert abs(Interview.objects.of(account).count() - first[1]) <= 1
    assert Message.objects.of(account).latest("at").at > NOW


def test_it_is_never_mixed_with_the_users_own_mail() -> None:
    account = uuid.uuid4()
    raw = [m for _, m in mails(NOW.date())][:40]
    mailroom.take_in(account, MemoryMailbox(raw), now=NOW)
    kept = Message.objects.of(account).count()
    assert kept
    with pytest.raises(Refused, match="home of its own"):
        example.set_up(account, now=NOW)
    assert (Message.objects.of(account).count(), Story.objects.of(account).count()) == (kept, 0)


def test_nothing_of_it_is_the_users_to_undo(account: uuid.UUID) -> None:
    assert undo_last(account=account, at=NOW) is None


def test_private_mail_of_hers_is_not_kept(account: uuid.UUID) -> None:
    kept = Message.objects.of(account).count()
    assert 0 < kept < len(mails(NOW.date()))


def test_the_finalist_still_in_the_running_has_a_letter_waiting(account: uuid.UUID) -> None:
    """She weighs two and has said what she has not seen: the letter answers that, before all else."""
    case = Case.objects.of(account).standing_alone().get(interviews__at__date="2026-11-17")
    assert case.company.key.startswith("calderwick")
    card = next(
        c for c in morning.today(account, NOW, "Europe/Amsterdam").cards if c.case == case.pk
    )
    assert (card.letter, card.who) == ("proof_offer", "Renata Solheim")
    letter = correspondence.draft(case, card.letter, now=NOW)
    assert letter.person and letter.person.name == "Renata Solheim"
    # Her doubt, in her own words of the day after, and something set against it.
    assert "run a network from the numbers" in letter.text
    confidential = Story.objects.get(account=account, confidential=True)
    assert confidential.result[:30] not in letter.text
