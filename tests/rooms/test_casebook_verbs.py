"""Every verb of the casebook: done once it leaves one event, done twice nothing more, undone nothing at all."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from world import AT, LATER, World, build, fresh, message, snapshot

from afterword import terms
from afterword.casebook import answer, correction, ending, envelope, joining, snooze, stop
from afterword.casebook.event import Event, Who
from afterword.casebook.filing import file_into
from afterword.casebook.models import (
    Answer,
    Case,
    Company,
    Entry,
    Interview,
    Letter,
    Message,
    OwnAddress,
    Person,
    Profile,
    Remark,
    Seat,
    Snooze,
    Story,
    Touch,
)
from afterword.casebook.record import CrossedAccounts
from afterword.casebook.undo import undo, undo_last
from afterword.errors import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return build(uuid.uuid4())


#: Each verb as a user would call it, and what must be true afterwards.
VERBS: dict[str, tuple[Callable[[World], Any], Callable[[World], bool]]] = {
    "open": (
        lambda w: Case.open(account=w.account, company="New", role="Lead", at=LATER),
        lambda w: Case.objects.filter(company__name="New", role="Lead").count() == 1,
    ),
    "rename": (
        lambda w: fresh(w.case).rename(company="Firm Group", role="COO", at=LATER),
        lambda w: str(fresh(w.case)) == "COO at Firm Group",
    ),
    "confirm": (
        lambda w: correction.confirm(message=fresh(w.message), at=LATER),
        lambda w: not fresh(w.message).is_proposal,
    ),
    "correct kind": (
        lambda w: correction.correct(message=fresh(w.message), kind="on_hold", at=LATER),
        lambda w: fresh(w.message).shown_kind == "on_hold" and fresh(w.message).kind == "rejection",
    ),
    "correct company": (
        lambda w: correction.correct(message=fresh(w.message), company="Sister", at=LATER),
        lambda w: fresh(w.case).company.name == "Sister",
    ),
    "correct case": (
        lambda w: correction.correct(message=fresh(w.message), case=fresh(w.other), at=LATER),
        lambda w: fresh(w.message).case_id == w.other.pk,
    ),
    "file by hand": (
        lambda w: file_into(message=fresh(w.loose), case=fresh(w.case), at=LATER),
        lambda w: fresh(w.loose).case_id == w.case.pk,
    ),
    "open envelope": (
        lambda w: envelope.open_envelope(message=fresh(w.message), at=LATER),
        lambda w: not fresh(w.message).is_sealed,
    ),
    "merge": (
        lambda w: joining.merge(case=fresh(w.case), into=fresh(w.other), at=LATER),
        lambda w: (
            fresh(w.message).case_id == w.other.pk
            and list(Case.objects.of(w.account).standing_alone()) == [w.other]
        ),
    ),
    "not mine": (
        lambda w: joining.not_my_case(case=fresh(w.case), at=LATER),
        lambda w: w.case not in Case.objects.of(w.account).standing_alone(),
    ),
    "end": (
        lambda w: ending.end(case=fresh(w.case), outcome="withdrawn", at=LATER),
        lambda w: fresh(w.case).endings.count() == 1,
    ),
    "snooze": (
        lambda w: snooze.snooze(case=fresh(w.case), until=date(2026, 4, 1), at=LATER),
        lambda w: [s.rests(date(2026, 3, 31)) for s in Snooze.objects.all()] == [True],
    ),
    "stop person": (
        lambda w: stop.stop(person=fresh(w.person), at=LATER),
        lambda w: stop.stopped(w.account, [w.person.pk]) == {w.person.pk},
    ),
    "answer": (
        lambda w: Answer.give(case=fresh(w.case), key="F1", value=0.4, at=LATER),
        lambda w: fresh(w.case).answers.count() == 1,
    ),
    "overrule": (
        lambda w: answer.overrule(case=fresh(w.case), band="fight", at=LATER),
        lambda w: fresh(w.case).answers.filter(key="band", value="fight").exists(),
    ),
    "interview": (
        lambda w: Interview.hold(case=fresh(w.case), when=LATER, people=[w.person], at=LATER),
        lambda w: fresh(w.case).interviews.count() == 2,
    ),
    "debrief": (
        lambda w: fresh(w.talk).debrief(note="Went well", at=LATER),
        lambda w: fresh(w.talk).note == "Went well",
    ),
    "cancel interview": (
        lambda w: w.talk.cancel(at=LATER),
        lambda w: fresh(w.case).interviews.count() == 0 and fresh(w.remark).interview is None,
    ),
    "remark": (
        lambda w: Remark.note(case=fresh(w.case), kind="praise", quote="Good", at=LATER),
        lambda w: fresh(w.case).remarks.count() == 2,
    ),
    "answer remark": (
        lambda w: fresh(w.remark).answer_with(story=w.story, at=LATER),
        lambda w: fresh(w.remark).answered_by == w.story,
    ),
    "drop remark": (
        lambda w: w.remark.drop(at=LATER),
        lambda w: fresh(w.case).remarks.count() == 0,
    ),
    "story": (
        lambda w: Story.tell(account=w.account, title="Lincoln", numbers=["112"], at=LATER),
        lambda w: [s.numbers for s in Story.objects.filter(title="Lincoln")] == [["112"]],
    ),
    "retell": (
        lambda w: fresh(w.story).retell(result="It held", at=LATER),
        lambda w: fresh(w.story).result == "It held",
    ),
    "drop story": (lambda w: w.story.drop(at=LATER), lambda w: not Story.objects.exists()),
    "person": (
        lambda w: Person.add(account=w.account, name="Bo", email="bo@firm.example", at=LATER),
        lambda w: [p.email for p in Person.objects.filter(name="Bo")] == ["bo@firm.example"],
    ),
    "describe person": (
        lambda w: fresh(w.person).describe(title="COO", email="a.reed@firm.example", at=LATER),
        lambda w: (fresh(w.person).title, fresh(w.person).email) == ("COO", "a.reed@firm.example"),
    ),
    "seat": (
        lambda w: Seat.give(case=fresh(w.case), person=fresh(w.person), stance="for", at=LATER),
        lambda w: (fresh(w.seat).stance, fresh(w.seat).stance_basis) == ("for", "said"),
    ),
    "leave seat": (lambda w: w.seat.leave(at=LATER), lambda w: fresh(w.case).seats.count() == 0),
    "draft": (
        lambda w: Letter.draw(case=fresh(w.case), person=w.person, kind="call_request", at=LATER),
        lambda w: Letter.objects.filter(kind="call_request").count() == 1,
    ),
    "edit letter": (
        lambda w: fresh(w.letter).edit(text="Dear Ada,", at=LATER),
        lambda w: fresh(w.letter).text == "Dear Ada,",
    ),
    "approve": (
        lambda w: fresh(w.letter).approve(at=LATER),
        lambda w: fresh(w.letter).state == "approved",
    ),
    "mark sent": (
        lambda w: fresh(w.letter).mark_sent(at=LATER),
        lambda w: fresh(w.letter).state == "sent" and fresh(w.letter).touch.kind == "grace_note",
    ),
    "discard": (
        lambda w: fresh(w.letter).throw_away(at=LATER),
        lambda w: fresh(w.letter).state == "discarded",
    ),
    "touch": (
        lambda w: Touch.note_one(person=fresh(w.person), when=LATER, channel="phone", at=LATER),
        lambda w: fresh(w.person).touches.count() == 3,
    ),
    "touch result": (
        lambda w: Touch.note_one(
            person=fresh(w.person), when=fresh(w.touch).at, result="replied_warm", at=LATER
        ),
        lambda w: fresh(w.touch).result == "replied_warm",
    ),
    "entry": (
        lambda w: Entry.enter(case=fresh(w.case), kind="rejection", when=LATER, at=LATER),
        lambda w: fresh(w.case).entries.count() == 2,
    ),
    "strike entry": (lambda w: w.entry.strike(at=LATER), lambda w: fresh(w.case).entries.count() == 0),
    "reply to a question": (
        lambda w: fresh(w.question).reply(answer=str(w.case.pk), at=LATER),
        lambda w: fresh(w.loose).case_id == w.case.pk,
    ),
    "reply with a new case": (
        lambda w: fresh(w.question).reply(answer="new", at=LATER),
        lambda w: fresh(w.loose).case not in (None, w.case, w.other),
    ),
    "company": (
        lambda w: Company.add(account=w.account, name="Acme", country="DE", at=LATER),
        lambda w: Company.objects.filter(key="acme", country="DE").exists(),
    ),
    "describe company": (
        lambda w: fresh(w.case.company).describe(sector="retail", at=LATER),
        lambda w: fresh(w.case.company).sector == "retail",
    ),
    "own address": (
        lambda w: OwnAddress.add(account=w.account, email="Me@Home.example ", at=LATER),
        lambda w: OwnAddress.mine(w.account) == {"me@home.example"},
    ),
    "profile": (
        lambda w: Profile.of(w.account, at=AT).describe(name="Sam", settings={"a": 1}, at=LATER),
        lambda w: Profile.objects.get(account=w.account).name == "Sam",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", VERBS)
def test_a_verb_once_twice_undone(world: World, name: str) -> None:
    do, holds = VERBS[name]
    Profile.of(world.account, at=AT)
    before, events = snapshot(world.account), Event.objects.count()
    assert not holds(world)

    do(world)
    assert holds(world)
    assert Event.objects.count() == events + 1
    event = Event.objects.last_first().first()
    assert (event.who, event.at, bool(event.says)) == (Who.USER, LATER, True)

    once = snapshot(world.account)
    do(world)
    assert snapshot(world.account) == once
    assert Event.objects.count() == events + 1

    undo_last(account=world.account, at=LATER)
    assert snapshot(world.account) == before
    assert Event.objects.count() == events + 2


def test_split_takes_mails_out_and_undo_puts_them_back(world: World) -> None:
    second = message(world.account, world.case)
    before = snapshot(world.account)
    new = joining.split(case=world.case, messages=[second], role="Deputy", at=LATER)
    assert (new.role, fresh(second).case, fresh(world.message).case) == ("Deputy", new, world.case)
    undo_last(account=world.account, at=LATER)
    assert snapshot(world.account) == before


def test_reopening_takes_the_ending_back_and_keeps_it_in_the_record(world: World) -> None:
    ending.end(case=world.case, outcome="withdrawn", at=AT)
    ending.reopen(case=world.case, at=LATER, why="they rang")
    assert [e.reopening.why for e in world.case.endings.all()] == ["they rang"]
    then = [h.detail for h in world.case.as_file(AT).happenings]
    since = [h.detail for h in world.case.as_file(LATER).happenings]
    assert "withdrawn" in then and "withdrawn" not in since


def test_reopening_what_a_mail_closed_is_the_users_word(world: World) -> None:
    ending.reopen(case=world.case, at=LATER, why="that mail was for another role")
    ending.reopen(case=world.case, at=LATER)
    words = [h for h in world.case.as_file(LATER).happenings if h.kind == "reopened"]
    assert [(h.detail, h.direction) for h in words] == [("that mail was for another role", "in")]


def test_naming_a_verdict_oneself_seals_nothing(world: World) -> None:
    update = message(world.account, world.case, kind="status_update")
    correction.correct(message=update, kind="offer", at=LATER)
    assert not fresh(update).is_sealed
    (offer,) = [h for h in world.case.as_file(LATER).happenings if h.kind == "offer"]
    assert (offer.opened, offer.certainty) == (LATER, terms.Certainty.STRONG)
    undo_last(account=world.account, at=LATER)
    assert fresh(update).shown_kind == "status_update"


def test_an_answer_that_names_a_merged_case_finds_what_it_became(world: World) -> None:
    joining.merge(case=world.case, into=world.other, at=AT)
    assert fresh(world.case).remains == world.other
    world.question.reply(answer=str(world.case.pk), at=LATER)
    assert fresh(world.loose).case == world.other


def test_undo_walks_back_one_by_one(world: World) -> None:
    Story.tell(account=world.account, title="A", at=LATER)
    Story.tell(account=world.account, title="B", at=LATER)
    undo_last(account=world.account, at=LATER)
    assert set(Story.objects.values_list("title", flat=True)) == {"The depot", "A"}
    undo_last(account=world.account, at=LATER)
    assert set(Story.objects.values_list("title", flat=True)) == {"The depot"}


def test_undo_refuses_what_later_things_rest_on(world: World) -> None:
    new = Case.open(account=world.account, company="New", at=LATER)
    opened = Event.objects.last_first().first()
    Remark.note(case=new, kind="topic", quote="Ports", at=LATER)
    before = snapshot(world.account)
    with pytest.raises(Refused, match="Ports"):
        undo(event=opened, at=LATER)
    assert snapshot(world.account) == before
    undo_last(account=world.account, at=LATER)
    undo_last(account=world.account, at=LATER)
    assert not Case.objects.filter(pk=new.pk).exists()


def test_undo_refuses_when_the_machine_changed_the_row_since(world: World) -> None:
    world.case.rename(role="COO", at=LATER)
    Case.objects.filter(pk=world.case.pk).update(role="CEO")
    with pytest.raises(Refused, match="Nothing was changed"):
        undo_last(account=world.account, at=LATER)
    assert fresh(world.case).role == "CEO"


def test_undo_is_the_users_only_and_only_for_their_account(world: World) -> None:
    other = uuid.uuid4()
    Story.tell(account=other, title="Theirs", at=LATER)
    OwnAddress.propose(account=world.account, found=[("me@x.example", 9)], at=LATER)
    undone = undo_last(account=world.account, at=LATER)
    assert undone is not None and undone.undoes.who == Who.USER
    assert Story.objects.filter(account=other).count() == 1
    assert OwnAddress.objects.count() == 1
    assert undo_last(account=uuid.uuid4(), at=LATER) is None


def test_no_row_points_into_another_account(world: World) -> None:
    theirs = build(uuid.uuid4())
    crossings: list[Callable[[], Any]] = [
        lambda: Remark.note(case=world.case, kind="topic", quote="x", person=theirs.person, at=AT),
        lambda: Seat.give(case=world.case, person=theirs.person, at=AT),
        lambda: joining.merge(case=world.case, into=theirs.case, at=AT),
        lambda: Letter.draw(case=world.case, person=theirs.person, kind="grace_note", at=AT),
        lambda: correction.correct(message=world.message, case=theirs.case, at=AT),
        lambda: Message.objects.bulk_create(
            [Message(account=world.account, entered_at=AT, mail_id="m", sha256="", at=AT,
                     case_id=theirs.case.pk, direction="in", kind="offer", certainty="low")]
        ),
    ]  # fmt: skip
    mine, other = snapshot(world.account), snapshot(theirs.account)
    for crossing in crossings:
        with pytest.raises(CrossedAccounts):
            crossing()
    assert (snapshot(world.account), snapshot(theirs.account)) == (mine, other)


def test_the_machine_never_overwrites_what_the_user_set(world: World) -> None:
    Seat.give(case=world.case, person=world.person, part="hiring_manager", at=AT)
    Seat.give(case=world.case, person=world.person, part="sourcer", at=LATER, by=Who.MACHINE)
    assert fresh(world.seat).part == "hiring_manager"


def test_an_answer_renewed_on_a_later_day_counts_from_then(world: World) -> None:
    Answer.give(case=world.case, key="F1", value=1, at=AT)
    Answer.give(case=world.case, key="F1", value=1, at=AT + timedelta(days=2))
    file = world.case.as_file(AT + timedelta(days=3))
    assert file.answers["F1"] == terms.Answer(1, AT + timedelta(days=2))


def test_an_edit_takes_the_approval_back(world: World) -> None:
    world.letter.approve(at=AT)
    world.letter.edit(text="Other words", at=LATER)
    assert fresh(world.letter).state == "draft"


def test_a_week_of_peace_does_not_bring_back_what_was_refused_for_good(world: World) -> None:
    case, today, week = fresh(world.case), date(2026, 3, 20), date(2026, 3, 27)

    def rests(day: date, play: str) -> bool:
        return Snooze.objects.get(case=case).rests(day, play)

    snooze.snooze(case=case, until=None, play="P12", at=LATER)
    snooze.snooze(case=case, until=None, play="P15", at=LATER)
    assert [rests(today, p) for p in ("P12", "P15", "P1", "")] == [True, True, False, False]
    snooze.snooze(case=case, until=week, at=LATER)
    assert [rests(today, p) for p in ("P12", "P1", "")] == [True, True, True]
    assert [rests(week, p) for p in ("P12", "P15", "P1", "")] == [True, True, False, False]
    # Another "never" in that week leaves the week as it is; looking again ends the week alone.
    snooze.snooze(case=case, until=None, play="P09", at=LATER)
    assert rests(today, "P1") and rests(week, "P09") and not rests(week, "P1")
    snooze.wake(case=case, at=datetime(2026, 3, 21, 9, tzinfo=UTC))
    assert [rests(today, p) for p in ("P12", "P15", "P09", "P1")] == [True, True, True, False]
    snooze.wake(case=case, at=datetime(2026, 3, 21, 10, tzinfo=UTC))
    assert not Snooze.objects.filter(case=case).exists()


def test_never_for_the_whole_case_outlives_a_week(world: World) -> None:
    case = fresh(world.case)
    snooze.snooze(case=case, until=None, at=LATER)
    before = Event.objects.count()
    held = snooze.snooze(case=case, until=date(2026, 3, 27), at=LATER)
    assert held.for_good and held.rests(date(2027, 3, 27), "P12")
    assert Event.objects.count() == before


def test_never_anything_of_this_outlives_a_merge(world: World) -> None:
    one = Case.open(account=world.account, company="Firm", role="Buyer", at=LATER)
    other = Case.open(account=world.account, company="Firm", role="Purchaser", at=LATER)
    snooze.snooze(case=one, until=None, at=LATER)
    joining.merge(case=one, into=other, at=LATER)
    assert Snooze.objects.get(case=other).for_good
    undo_last(account=world.account, at=LATER)
    assert not Snooze.objects.filter(case=other).exists()


def test_a_case_is_woken_by_the_users_own_day(world: World) -> None:
    """At 22:00 of the 23rd in New York it is the 24th by UTC, and the rest until the 24th still holds."""
    case = Case.open(account=world.account, company="Firm", role="Buyer", at=LATER)
    snooze.snooze(case=case, until=None, play="P12", at=LATER)
    snooze.snooze(case=case, until=date(2026, 12, 24), at=LATER)
    night = datetime(2026, 12, 24, 3, tzinfo=UTC)
    snooze.wake(case=case, at=night, today=date(2026, 12, 23))
    assert Snooze.objects.get(case=case).never == ("P12",)


def test_what_was_refused_for_good_outlives_a_merge_and_a_rest_does_not(world: World) -> None:
    one = Case.open(account=world.account, company="Firm", role="Buyer", at=LATER)
    other = Case.open(account=world.account, company="Firm", role="Purchaser", at=LATER)
    snooze.snooze(case=one, until=None, play="P12", at=LATER)
    snooze.snooze(case=one, until=date(2026, 4, 1), at=LATER)
    joining.merge(case=one, into=other, at=LATER)
    held = Snooze.objects.get(case=other)
    assert held.rests(date(2026, 5, 1), "P12") and not held.rests(date(2026, 3, 21), "P09")
    undo_last(account=world.account, at=LATER)
    assert not Snooze.objects.filter(case=other).exists()
    assert Snooze.objects.get(case=one).rests(date(2026, 3, 21), "P09")
