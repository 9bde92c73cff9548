"""A talk of the next days stands at the head of Today: by the clock of the place, with whom, and where."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from afterword.casebook.models import Case, Interview, Person, Profile, Seat
from afterword.desk import morning
from afterword.desk.day import talks
from afterword.faces import clock
from afterword.terms import Basis

pytestmark = pytest.mark.django_db

#: A Monday in November: winter time everywhere in Europe.
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
WEDNESDAY = datetime(2026, 11, 25, 8, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def now(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: NOW)


@pytest.fixture
def case(account: uuid.UUID) -> Case:
    return Case.open(account=account, company="Oude Foods", role="Director", at=NOW)


def invited(web: Any, case: Case, **envelope: Any) -> Interview:
    """A mail of a recruiter in Belgium that sets the talk; half past nine there is 08:30 UTC."""
    mail = web.message(
        case.account, case, "interview_invitation", body="Hendrik would like to meet you."
    )
    mail.sender_name = "Lotte Claes"
    mail.reading = {**mail.reading, "date": "2026-11-16T10:30:29+01:00"}
    mail.envelope = {**mail.envelope, **envelope}
    mail.save()
    for name in ("Lotte Claes", "Hendrik Oude", "Greet Oude"):
        person = Person.objects.create(account=case.account, entered_at=NOW, name=name)
        Seat.give(case=case, person=person, at=NOW)
    return Interview.objects.create(
        account=case.account, entered_at=NOW, case=case, at=WEDNESDAY, message=mail
    )


def lives_in(account: uuid.UUID, zone: str) -> None:
    Profile.of(account, at=NOW).describe(at=NOW, zone=zone, settings={"zone_seen": True})


def test_who_is_named_in_the_mail_is_inferred_and_the_writer_is_not_among_them(
    web: Any, case: Case
) -> None:
    invited(web, case)
    (talk,) = talks.ahead(case.account, NOW)
    assert (talk.who, talk.basis, talk.proposal) == (("Hendrik Oude",), Basis.INFERRED, True)


def test_who_was_entered_is_said(web: Any, case: Case) -> None:
    Interview.hold(
        case=case, when=WEDNESDAY, at=NOW,
        people=[Person.objects.create(account=case.account, entered_at=NOW, name="Greet Oude")],
    )  # fmt: skip
    (talk,) = talks.ahead(case.account, NOW)
    assert (talk.who, talk.basis, talk.there) == (("Greet Oude",), Basis.SAID, None)


@pytest.mark.parametrize(
    ("zone", "says"),
    [
        ("Europe/Amsterdam", "Wednesday 25 November at 09:30<"),
        (
            "Europe/London",
            "Wednesday 25 November at 09:30 there (UTC+1), 08:30 by your clock (London)",
        ),
        (
            "Pacific/Auckland",
            "Wednesday 25 November at 09:30 there (UTC+1), 21:30 by your clock (Auckland)",
        ),
    ],
)
def test_the_hour_is_that_of_the_place_and_the_zone_is_named_where_it_is_another(
    web: Any, case: Case, client: Client, zone: str, says: str
) -> None:
    invited(web, case)
    lives_in(case.account, zone)
    page = client.get("/").content.decode()
    assert says in page
    assert "with Hendrik Oude" in page and "#talk" in page and "Prepare" in page


def test_the_invitation_tells_the_zone_by_name_and_the_place(
    web: Any, case: Case, client: Client
) -> None:
    invited(web, case, calendars=[
        "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;TZID=Europe/Brussels:20261125T093000\r\n"
        "LOCATION:Molenstraat 4\\, Aalst\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"])  # fmt: skip
    lives_in(case.account, "Europe/London")
    page = client.get("/").content.decode()
    assert "09:30 there (Brussels), 08:30 by your clock (London)" in page
    assert "Molenstraat 4, Aalst" in page


def test_it_is_said_once_and_neither_waited_for_nor_a_card(web: Any, case: Case) -> None:
    invited(web, case)
    morning.plan(case.account, NOW)
    page = morning.today(case.account, NOW, "Europe/Amsterdam")
    assert [talk.company for talk in page.talks] == ["Oude Foods"]
    assert page.waiting == ()
    assert not [card for card in page.cards if card.play == "P01"]


def test_what_is_further_off_over_or_not_the_users_is_not_there(web: Any, case: Case) -> None:
    talk = invited(web, case)
    for when, there in (
        (NOW + timedelta(days=5), False),
        (NOW - timedelta(minutes=30), True),
        (NOW - timedelta(hours=2), False),
    ):
        talk.at = when
        talk.save()
        assert bool(talks.ahead(case.account, NOW)) is there
    assert talks.ahead(uuid.uuid4(), NOW) == []
