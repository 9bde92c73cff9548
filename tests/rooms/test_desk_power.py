"""Who decides, as the casebook is laid before counsel: referees, titles, and where nobody is asked."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from afterword.casebook.decision import Move, Standing
from afterword.casebook.models import Case, Company, Person, Reference, Remark, Seat
from afterword.desk.cases import power
from afterword.desk.people import network
from afterword.terms import Part, Stance

pytestmark = pytest.mark.django_db

NOW = datetime.now(UTC)


def seated(
    case: Case, name: str, part: str = "unknown", by: str = "machine", **more: Any
) -> Person:
    firm = more.pop("firm", "")
    company = Company.add(account=case.account, name=firm, at=NOW) if firm else None
    who = Person.add(account=case.account, name=name, company=company, at=NOW, **more)
    Seat.give(case=case, person=who, part=part, at=NOW - timedelta(days=9), by=by)
    return who


@pytest.fixture
def case(account: uuid.UUID) -> Case:
    since = NOW - timedelta(days=60)
    return Case.open(account=account, company="Alder Mills", role="Buyer", since=since, at=NOW)


def parts(case: Case) -> dict[str, Part]:
    return {seat.name: seat.part for seat in power.of_case(case, NOW).seats}


def test_who_vouches_for_the_user_decides_nowhere_else(case: Case) -> None:
    """Unless they write from that very house; then they sit there and vouch besides."""
    guest = seated(case, "Ann Roe", title="CEO", email="ann@birchworks.example")
    inside = seated(case, "Bo Fox", title="CEO", email="bo@aldermills.example")
    private = seated(case, "Cy Hale", title="COO", email="cy@gmail.com", firm="Birch")
    for who in (guest, inside, private):
        Reference.consider(person=who, status="agreed", at=NOW)
    found = power.of_case(case, NOW)
    assert [seat.name for seat in found.deciders] == ["Bo Fox"]
    assert set(parts(case)) == {"Bo Fox"}  # they stand at the user's side, and at no table
    people = network.net(case.account, NOW).people
    assert not people[str(guest.pk)].parts and people[str(inside.pk)].parts


def test_a_title_tells_more_than_what_a_mail_was_read_as(case: Case) -> None:
    seated(case, "Ann Roe", "hiring_manager", title="Partner, Elm Executive Search")
    seated(case, "Bo Fox", "hiring_manager", title="Leiterin Personal")
    seated(case, "Cy Hale", "hiring_manager", by="user", title="HR Director")
    found = power.of_case(case, NOW)
    assert [seat.name for seat in found.deciders] == ["Cy Hale"]
    assert parts(case)["Ann Roe"] is Part.RECRUITER_AGENCY
    assert parts(case)["Bo Fox"] is Part.HR_PARTNER


@pytest.mark.parametrize(
    ("state", "nudges", "letter", "asks"),
    [
        ("awaiting", 0, "", True),
        ("overdue", 1, "", False),
        ("quiet", 0, "", False),
        ("soft_closed", 2, "", False),
        ("closed", 0, "", False),
        ("closed", 0, "advice_request", True),
    ],
)
def test_where_it_fell_silent_or_rests_nobody_is_asked(
    case: Case, state: str, nudges: int, letter: str, asks: bool
) -> None:
    seated(case, "Ann Roe", "recruiter_internal", email="ann@aldermills.example")
    stands = {"at": NOW, "account": case.account, "entered_at": NOW, "case": case}
    Standing.objects.create(**stands, state=state, seen_state=state, nudges=nudges)
    Move.objects.create(**stands, letter=letter)
    found = power.of_case(Case.objects.get(pk=case.pk), NOW)
    assert bool([gap for gap in found.missing if gap.who]) is asks


def test_praise_is_theirs_whom_the_first_name_means(case: Case) -> None:
    """Unless two of them bear it, or nobody there does."""
    for name in ("Orla Byrne", "Declan Roe", "Sam Fox", "Sam Hale"):
        seated(case, name, "peer")
    for by, quote in (
        ("Orla", "she would work with you"),
        ("Sam", "he liked your plan"),
        ("Kit", "Kit too"),
    ):
        Remark.note(case=case, kind="praise", quote=quote, by_name=by, on=NOW.date(), at=NOW)
    found = {seat.name: seat.stance for seat in power.of_case(case, NOW).seats}
    assert found["Orla Byrne"] is Stance.FOR
    assert {found[name] for name in ("Declan Roe", "Sam Fox", "Sam Hale")} == {Stance.UNKNOWN}
