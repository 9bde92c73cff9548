"""The morning and the board: what is stored, what is shown, what a past day looked like."""

from __future__ import annotations

import json
import uuid
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from afterword import terms
from afterword.casebook import envelope, joining
from afterword.casebook.answer import overrule
from afterword.casebook.models import (
    Case,
    Decision,
    Entry,
    Event,
    Message,
    Person,
    Remark,
    Seat,
    Standing,
    Story,
    Touch,
)
from afterword.casebook.snooze import snooze
from afterword.casebook.stop import stop
from afterword.casebook.undo import undo_last
from afterword.desk import morning
from afterword.desk.cases import board
from afterword.desk.day import agenda

pytestmark = pytest.mark.django_db

#: A Tuesday.
NOW = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)
ZONE = "Europe/London"


def mail(case: Case, kind: str, days_ago: float, **fields: Any) -> Message:
    """A mail of this case, kept so many days before NOW."""
    at = NOW - timedelta(days=days_ago)
    reading = {"hand": "personal", "reply_possible": True, **fields.pop("reading", {})}
    key = f"{uuid.uuid4()}@x.example"
    row = Message(
        account=case.account, entered_at=fields.pop("entered_at", NOW), filed_at=NOW, mail_id=key,
        sha256="0" * 64, case=case, at=at, kind=kind, certainty="strong",
        direction=fields.pop("direction", "in"), subject=fields.pop("subject", f"About it ({kind})"),
        sender_name="Ada Reed", sender_email="ada@firm.example",
        reading={"evidence": [{"start": 0, "end": 5, "text": "the words", "rule": "r"}], **reading},
    )  # fmt: skip
    for name, value in fields.items():
        setattr(row, name, value)
    row.save()
    if case.last_at is None or at > case.last_at:
        case.last_at = at
        case.save()
    return row


def a_case(
    account: uuid.UUID, company: str = "Firm", role: str = "Director", days: float = 40
) -> Case:
    since = NOW - timedelta(days=days)
    return Case.open(account=account, company=company, role=role, since=since, at=since)


@pytest.fixture
def account() -> uuid.UUID:
    return uuid.uuid4()


@pytest.fixture
def turned_down(account: uuid.UUID) -> Case:
    """Interviewed, then a personal no two days ago, still sealed."""
    case = a_case(account)
    mail(case, "acknowledgement", 40)
    mail(case, "interview_invitation", 20, reading={"stage": "final_executive"})
    mail(case, "rejection", 2, subject="A decision", reading={
        "reasons": [{"code": "R02", "quote": "a closer fit", "basis": "said"}]})  # fmt: skip
    return case


def test_a_sealed_no_shows_nowhere_but_in_json(account: uuid.UUID, turned_down: Case) -> None:
    morning.plan(account, NOW)
    row = Standing.objects.get(case=turned_down)
    assert (row.state, row.outcome, row.sealed) == ("closed", "rejected", True)
    assert row.seen_outcome == "" and row.seen_state != "closed"

    page = morning.today(account, NOW, ZONE)
    assert [card.sealed for card in page.cards] == [True]
    assert page.cards[0].company == "Firm" and page.cards[0].why == ""
    shown = repr((page, board.cases(account, NOW), agenda.due(account, NOW)))
    assert "A decision" not in shown and "closer fit" not in shown and "reject" not in shown.lower()
    told = [one for one in page.read if one.sealed]
    assert [(one.kind, one.subject, one.quote) for one in told] == [("", "", "")]
    assert not Decision.objects.exists()

    whole = board.cases_json(account, NOW)[0]
    assert (whole["state"], whole["outcome"]) == ("closed", "rejected")
    assert whole["band"] in set(terms.Band)


def test_opening_brings_the_advice_and_keeps_what_it_rested_on(
    account: uuid.UUID, turned_down: Case
) -> None:
    morning.plan(account, NOW)
    no = Message.objects.get(kind="rejection")
    envelope.open_envelope(message=no, at=NOW)
    morning.plan_case(turned_down, NOW)
    row = Standing.objects.get(case=turned_down)
    assert (row.seen_state, row.seen_outcome, row.sealed) == ("closed", "rejected", False)
    decision = Decision.objects.get(case=turned_down)
    # It rests, and meanwhile there is the advice to think about that holds afterwards.
    assert row.band == "wait" and decision.inputs["G4"] is True
    assert decision.band not in ("", "wait")
    # The twelve hours count from the opening (ruling 6), not from the mail.
    move = turned_down.__class__.objects.get(pk=turned_down.pk).move
    assert move.not_before == NOW + timedelta(hours=12)
    assert morning.today(account, NOW, ZONE).cards == ()
    later = NOW + timedelta(hours=13)
    morning.plan(account, later)
    assert morning.today(account, later, ZONE).cards != ()


def test_planning_twice_leaves_one_event_and_no_second_decision(
    account: uuid.UUID, turned_down: Case
) -> None:
    envelope.open_envelope(
        message=Message.objects.get(kind="rejection"), at=NOW - timedelta(days=1)
    )
    morning.plan(account, NOW)
    events, decisions = Event.objects.count(), Decision.objects.count()
    assert decisions == 1
    morning.plan(account, NOW)
    morning.plan(account, NOW + timedelta(minutes=5))
    assert (Event.objects.count(), Decision.objects.count()) == (events, decisions)


def test_overruling_is_remembered(account: uuid.UUID, turned_down: Case) -> None:
    envelope.open_envelope(
        message=Message.objects.get(kind="rejection"), at=NOW - timedelta(days=1)
    )
    overrule(case=turned_down, band="move_on", at=NOW)
    answers = turned_down.as_file(NOW).answers
    assert answers["band"].value == "move_on"
    overrule(case=turned_down, band=None, at=NOW)
    assert turned_down.as_file(NOW).answers["band"].value is None


def test_fresh_planning_happens_only_when_there_is_a_reason(
    account: uuid.UUID, turned_down: Case
) -> None:
    morning.freshen(account, NOW)
    with CaptureQueriesContext(connection) as quiet:
        morning.freshen(account, NOW + timedelta(minutes=1))
    assert len(quiet) <= 3
    Remark.note(case=turned_down, kind="doubt", quote="Too local", at=NOW)
    with CaptureQueriesContext(connection) as busy:
        morning.freshen(account, NOW + timedelta(minutes=2))
    assert len(busy) > 10


def planned(account: uuid.UUID, then: Any) -> set[str]:
    """The firms whose cases the morning looks at again after `then`."""
    morning.plan(account, NOW)
    Standing.objects.all().update(why="", seen_why="")
    then()
    morning.freshen(account, NOW + timedelta(minutes=1))
    return {s.case.company.name for s in Standing.objects.exclude(seen_why="")}


class TestPlanningAgain:
    """Only the cases that something happened to; all of them when it may touch any."""

    @pytest.fixture
    def cases(self, account: uuid.UUID) -> dict[str, Case]:
        found = {name: a_case(account, name) for name in ("A", "B", "C")}
        for case in found.values():
            mail(case, "acknowledgement", 5)
        return found

    def test_one_case(self, account: uuid.UUID, cases: dict[str, Case]) -> None:
        def note() -> None:
            Remark.note(case=cases["B"], kind="doubt", quote="Too local", at=NOW)

        assert planned(account, note) == {"B"}
        assert planned(account, lambda: None) == set()

    def test_taking_a_join_back(self, account: uuid.UUID, cases: dict[str, Case]) -> None:
        joining.merge(case=cases["A"], into=cases["B"], at=NOW)
        assert planned(account, lambda: undo_last(account=account, at=NOW)) == {"A", "B"}

    def test_a_case_split_off(self, account: uuid.UUID, cases: dict[str, Case]) -> None:
        loose = mail(cases["A"], "acknowledgement", 3)

        def split() -> None:
            joining.split(case=cases["A"], messages=[loose], company="D", at=NOW)

        assert planned(account, split) == {"A", "D"}

    def test_a_person_who_sits_in_two(self, account: uuid.UUID, cases: dict[str, Case]) -> None:
        ada = Person.add(account=account, name="Ada", email="ada@firm.example", at=NOW)
        for name in ("A", "B"):
            Seat.give(case=cases[name], person=ada, at=NOW)

        def word() -> None:
            Touch.note_one(person=ada, case=cases["A"], when=NOW, at=NOW, kind="call")

        assert planned(account, word) == {"A", "B"}

    def test_what_belongs_to_no_case(self, account: uuid.UUID, cases: dict[str, Case]) -> None:
        def tell() -> None:
            Story.tell(account=account, title="Utrecht", at=NOW)

        assert planned(account, tell) == {"A", "B", "C"}

    def test_an_hour_later(self, account: uuid.UUID, cases: dict[str, Case]) -> None:
        morning.plan(account, NOW)
        Standing.objects.all().update(seen_why="")
        Remark.note(case=cases["B"], kind="doubt", quote="Too local", at=NOW)
        morning.freshen(account, NOW + timedelta(minutes=59))
        assert Standing.objects.exclude(seen_why="").count() == 1
        morning.freshen(account, NOW + timedelta(minutes=60))
        assert Standing.objects.exclude(seen_why="").count() == 3


def test_at_most_three_cards_and_old_envelopes_do_not_crowd_them_out(account: uuid.UUID) -> None:
    for number in range(5):
        case = a_case(account, f"Sealed {number}")
        mail(case, "rejection", 3 + number)
    for number in range(4):
        case = a_case(account, f"Quiet {number}")
        mail(case, "interview_invitation", 20)
        Entry.enter(case=case, kind="interview", when=NOW - timedelta(days=14), at=NOW)
    morning.plan(account, NOW)
    page = morning.today(account, NOW, ZONE)
    assert len(page.cards) == 3
    # None of them asks for an answer by a day, so the first thing to do stands before them.
    assert [card.sealed for card in page.cards] == [False, True, False]
    assert page.cards[1].company == "Sealed 0"
    assert len(page.envelopes) == 4 and len(page.later) == 2


def test_a_snoozed_case_leaves_today_until_its_day(account: uuid.UUID) -> None:
    case = a_case(account)
    mail(case, "interview_invitation", 20)
    Entry.enter(case=case, kind="interview", when=NOW - timedelta(days=14), at=NOW)
    morning.plan(account, NOW)
    assert len(morning.today(account, NOW, ZONE).cards) == 1
    snooze(case=case, until=date(2026, 3, 12), at=NOW)
    assert morning.today(account, NOW, ZONE).cards == ()
    assert len(morning.today(account, NOW + timedelta(days=2), ZONE).cards) == 1


def test_waiting_says_for_whom_and_until_when(account: uuid.UUID) -> None:
    case = a_case(account)
    mail(case, "status_update", 1, reading={"promised_date": "2026-03-20"})
    morning.plan(account, NOW)
    (row,) = morning.today(account, NOW, ZONE).waiting
    assert (row.company, row.until) == ("Firm", date(2026, 3, 20))


def test_a_closed_letter_that_wants_an_answer_lies_on_top_with_its_day(account: uuid.UUID) -> None:
    """The first day ahead that any of them names; neither an older one nor a later mail hides it."""
    fresh, older = a_case(account, "Fresh"), a_case(account, "Older")
    mail(older, "offer", 4, reading={"asked_by": "2026-03-14"})
    mail(older, "reopened", 3, reading={"asked_by": "2026-03-12"})
    mail(older, "on_hold", 2)
    mail(fresh, "rejection", 1)
    past = a_case(account, "Past")
    mail(past, "offer", 2, reading={"asked_by": "2026-03-09"})
    morning.plan(account, NOW)
    page = morning.today(account, NOW, ZONE)
    assert [(one.company, one.when) for one in page.cards] == [
        ("Older", date(2026, 3, 12)),
        ("Fresh", None),
        ("Past", None),
    ]
    assert morning.on_day(account, NOW.date(), NOW, ZONE).cards[0].when == date(2026, 3, 12)


def test_who_wrote_a_letter_that_lies_closed_is_not_waited_for(account: uuid.UUID) -> None:
    case = a_case(account)
    envelope.open_envelope(message=mail(case, "on_hold", 20), at=NOW - timedelta(days=19))
    mail(case, "rejection", 1)
    morning.plan(account, NOW)
    page = morning.today(account, NOW, ZONE)
    assert [card.sealed for card in page.cards] == [True]
    assert page.waiting == () and page.more_waiting == 0


class TestAPastDay:
    """--at DATE: the end of that local day, and only what was dated or entered by then."""

    def test_the_case_as_it_stood(self, account: uuid.UUID, turned_down: Case) -> None:
        def told(day: date) -> Any:
            rows = board.cases_json(account, NOW, day)
            return (
                (rows[0]["state"], rows[0]["outcome"], len(rows[0]["message_ids"]))
                if rows
                else None
            )

        assert told(date(2026, 1, 1)) is None
        assert told(date(2026, 1, 29)) == ("awaiting", None, 1) or told(date(2026, 1, 29))[2] == 1
        assert told(date(2026, 3, 7))[1:] == (None, 2)
        assert told(date(2026, 3, 8)) == ("closed", "rejected", 3)

    def test_the_day_ends_where_the_user_lives(self, account: uuid.UUID) -> None:
        from afterword.casebook.models import Profile

        case = a_case(account)
        # 23:30 on the 8th in London is already the 9th in Berlin.
        mail(case, "rejection", 0, at=datetime(2026, 3, 8, 23, 30, tzinfo=UTC))
        for zone, day, closed in (
            ("Europe/London", 8, True),
            ("Europe/Berlin", 8, False),
            ("Europe/Berlin", 9, True),
        ):
            Profile.of(account, at=NOW).describe(zone=zone, at=NOW)
            (row,) = board.cases_json(account, NOW, date(2026, 3, day))
            assert (row["state"] == "closed") is closed, (zone, day)

    def test_what_was_entered_later_does_not_count(
        self, account: uuid.UUID, turned_down: Case
    ) -> None:
        ada = Person.add(account=account, name="Ada", email="ada@firm.example", at=NOW)
        Seat.give(case=turned_down, person=ada, part="hiring_manager", at=NOW)
        Remark.note(case=turned_down, kind="doubt", quote="Too local", at=NOW)
        Remark.note(case=turned_down, kind="doubt", quote="Old", on=date(2026, 2, 1), at=NOW)
        Entry.enter(case=turned_down, kind="call", when=NOW, at=NOW, promised=date(2026, 4, 1))
        stop(person=ada, at=NOW)
        (now,) = board.cases_json(account, NOW)
        (then,) = board.cases_json(account, NOW, date(2026, 3, 1))
        assert [p["email"] for p in now["people"]] == ["ada@firm.example"]
        assert now["stop"] == ["ada@firm.example"]
        assert {d["quote"] for d in now["doubts"]} == {"Too local", "Old"}
        assert now["promised_dates"] == ["2026-04-01"]
        assert (then["people"], then["stop"], then["promised_dates"]) == ([], [], [])
        assert [d["quote"] for d in then["doubts"]] == ["Old"]

    def test_the_page_of_a_past_day(self, account: uuid.UUID, turned_down: Case) -> None:
        envelope.open_envelope(message=Message.objects.get(kind="rejection"), at=NOW)
        page = morning.on_day(account, date(2026, 3, 9), NOW, ZONE)
        assert page.day == date(2026, 3, 9)
        assert [card.sealed for card in page.cards] == [True]
        earlier = morning.on_day(account, date(2026, 2, 20), NOW, ZONE)
        assert [card.sealed for card in earlier.cards + earlier.later] in ([], [False])
        assert not Standing.objects.exists()


def test_the_json_keeps_the_shape_of_the_contract(account: uuid.UUID, turned_down: Case) -> None:
    (row,) = json.loads(json.dumps(board.cases_json(account, NOW)))
    assert list(row) == [
        "id", "company", "role", "state", "stage", "outcome", "band", "opened", "last_word",
        "message_ids", "people", "doubts", "invitation", "stop", "promised_dates",
        "reply_possible", "next",
    ]  # fmt: skip
    assert list(row["next"]) == ["play", "when", "who", "why", "question"]
    assert len(row["message_ids"]) == 3 and row["stage"] == "final_executive"


def test_merged_and_foreign_cases_are_listed_nowhere(account: uuid.UUID) -> None:
    first, second, third = (a_case(account, name) for name in ("A", "B", "C"))
    for case in (first, second, third):
        mail(case, "acknowledgement", 5)
    joining.merge(case=first, into=second, at=NOW)
    joining.not_my_case(case=third, at=NOW)
    morning.plan(account, NOW)
    assert [row.company for row in board.cases(account, NOW)] == ["B"]
    assert [row["company"] for row in board.cases_json(account, NOW)] == ["B"]
    assert len(board.cases_json(account, NOW)[0]["message_ids"]) == 2


@pytest.mark.parametrize(
    "page",
    [
        lambda account: morning.today(account, NOW, ZONE),
        lambda account: board.cases(account, NOW),
        lambda account: board.cases_json(account, NOW),
        lambda account: morning.on_day(account, NOW.date(), NOW, ZONE),
        lambda account: agenda.ics(account, NOW),
    ],
    ids=["today", "cases", "cases --json", "a past day", "agenda"],
)
def test_queries_do_not_grow_with_cases(account: uuid.UUID, page: Any) -> None:
    def grow(number: int) -> None:
        case = a_case(account, f"Firm {number}")
        ada = Person.add(account=account, name=f"P{number}", email=f"p{number}@x.example", at=NOW)
        Seat.give(case=case, person=ada, part="hiring_manager", at=NOW)
        Remark.note(case=case, kind="doubt", quote="x", person=ada, at=NOW)
        mail(case, "interview_invitation", 20)
        Entry.enter(case=case, kind="interview", when=NOW - timedelta(days=14), at=NOW, person=ada)
        mail(case, "rejection" if number % 2 else "status_update", 1)

    def count() -> int:
        morning.plan(account, NOW)
        with CaptureQueriesContext(connection) as queries:
            page(account)
        return len(queries)

    for number in range(3):
        grow(number)
    few = count()
    for number in range(3, 15):
        grow(number)
    assert count() == few


def test_agenda_keeps_its_identities(account: uuid.UUID) -> None:
    from icalendar import Calendar

    from afterword.casebook.models import Interview

    case = a_case(account)
    mail(case, "status_update", 1, reading={"promised_date": "2026-03-20"})
    Interview.hold(case=case, when=NOW + timedelta(days=3), at=NOW)
    morning.plan(account, NOW)
    first, again = (
        {
            str(e["uid"]): e.to_ical()
            for e in Calendar.from_ical(agenda.ics(account, NOW)).walk("VEVENT")
        }
        for _ in range(2)
    )
    assert first == again and len(first) >= 2
    days = {e["dtstart"].dt for e in Calendar.from_ical(agenda.ics(account, NOW)).walk("VEVENT")}
    assert date(2026, 3, 20) in days and NOW + timedelta(days=3) in days
