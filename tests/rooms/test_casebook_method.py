"""The records of the method, verb by verb: referees, favours, looking back, posts, the inward days."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from world import AT, LATER, World, build, fresh, snapshot

from afterword.casebook import forgetting, joining
from afterword.casebook.event import Event
from afterword.casebook.models import (
    Case,
    CheckIn,
    Company,
    Favour,
    Hired,
    IfThen,
    JournalPage,
    LookBack,
    OwnPlays,
    Person,
    Post,
    Reference,
    Vouching,
)
from afterword.casebook.undo import undo_last

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 10)


@pytest.fixture
def world() -> World:
    made = build(uuid.uuid4())
    Company.add(account=made.account, name="Elsewhere", at=AT)
    return made


def elsewhere(w: World) -> Company:
    return Company.objects.of(w.account).get(name="Elsewhere")


VERBS: dict[str, tuple[Callable[[World], Any], Callable[[World], bool]]] = {
    "referee": (
        lambda w: Reference.consider(person=fresh(w.person), kind="manager", at=LATER),
        lambda w: Reference.objects.of(w.account).count() == 1,
    ),
    "favour": (
        lambda w: Favour.note(
            person=fresh(w.person), way="received", kind="lead", what="Named a vendor",
            on=DAY, at=LATER,
        ),
        lambda w: fresh(w.person).favours.filter(kind="lead").exists(),
    ),
    "look back": (
        lambda w: LookBack.write(
            case=fresh(w.case), on=DAY, answers={"decider": "no"}, lesson="Ask earlier", at=LATER
        ),
        lambda w: LookBack.objects.filter(case=w.case, lesson="Ask earlier").exists(),
    ),
    "hired": (
        lambda w: Hired.note(case=fresh(w.case), brings=["Ran two depots"], at=LATER),
        lambda w: Hired.objects.filter(case=w.case).exists(),
    ),
    "if then": (
        lambda w: IfThen.write(case=fresh(w.case), then="two letters, then a walk", at=LATER),
        lambda w: IfThen.objects.filter(case=w.case).exists(),
    ),
    "check in": (
        lambda w: CheckIn.note(account=w.account, on=DAY, feeling="hurt", at=LATER),
        lambda w: CheckIn.objects.of(w.account).get().feeling == "hurt"
        if CheckIn.objects.of(w.account).exists() else False,
    ),
    "journal": (
        lambda w: JournalPage.write(account=w.account, on=DAY, text="A long day.", at=LATER),
        lambda w: JournalPage.objects.of(w.account).count() == 1,
    ),
    "moved": (
        lambda w: Post.move(person=fresh(w.person), company=elsewhere(w), on=DAY, at=LATER),
        lambda w: fresh(w.person).company == elsewhere(w),
    ),
    "own plays": (
        lambda w: OwnPlays.write(account=w.account, text="[[play]]", at=LATER),
        lambda w: OwnPlays.objects.of(w.account).exists(),
    ),
}  # fmt: skip


def _refers(w: World) -> Reference:
    return Reference.consider(person=fresh(w.person), at=AT)


#: Verbs on rows that must be there before.
LATER_VERBS: dict[
    str, tuple[Callable[[World], Any], Callable[[Any], Any], Callable[[Any], bool]]
] = {
    "agree": (
        _refers,
        lambda r: r.agree(on=DAY, will_say="She held the plant together", at=LATER),
        lambda r: (r.status, r.consent_on) == ("agreed", DAY),
    ),
    "mend referee": (
        _refers,
        lambda r: r.mend(signal="strong_specific", at=LATER),
        lambda r: r.signal == "strong_specific",
    ),
    "vouch": (
        _refers,
        lambda r: Vouching.note_one(
            reference=r, case=Case.objects.of(r.account).first(), briefed_on=DAY, at=LATER
        ),
        lambda r: (r.told_on, r.vouchings.count()) == (DAY, 1),
    ),
    "favour returned": (
        lambda w: Favour.note(person=fresh(w.person), way="received", on=DAY, at=AT),
        lambda f: f.made_good(on=DAY + timedelta(days=5), at=LATER),
        lambda f: f.returned_on == DAY + timedelta(days=5),
    ),
    "rewrite a page": (
        lambda w: JournalPage.write(account=w.account, on=DAY, text="Dark.", at=AT),
        lambda p: p.rewrite(text="Less dark.", at=LATER),
        lambda p: p.text == "Less dark.",
    ),
}


def check(world: World, do: Callable[[], Any], holds: Callable[[], bool]) -> None:
    before, events = snapshot(world.account), Event.objects.count()
    assert not holds()
    do()
    assert holds()
    assert Event.objects.count() == events + 1
    once = snapshot(world.account)
    do()
    assert snapshot(world.account) == once
    assert Event.objects.count() == events + 1
    undo_last(account=world.account, at=LATER)
    assert snapshot(world.account) == before


@pytest.mark.parametrize("name", VERBS)
def test_a_verb_once_twice_undone(world: World, name: str) -> None:
    do, holds = VERBS[name]
    check(world, lambda: do(world), lambda: holds(world))


@pytest.mark.parametrize("name", LATER_VERBS)
def test_a_verb_on_what_is_there(world: World, name: str) -> None:
    begin, do, holds = LATER_VERBS[name]
    row = begin(world)
    check(world, lambda: do(fresh(row)), lambda: holds(fresh(row)))


DROPS: dict[str, Callable[[World], Any]] = {
    "referee": _refers,
    "favour": lambda w: Favour.note(person=fresh(w.person), way="given", on=DAY, at=AT),
    "look back": lambda w: LookBack.write(case=w.case, on=DAY, at=AT),
    "hired": lambda w: Hired.note(case=w.case, at=AT),
    "journal": lambda w: JournalPage.write(account=w.account, on=DAY, text="x", at=AT),
}


@pytest.mark.parametrize("name", DROPS)
def test_what_was_written_can_be_taken_out_and_brought_back(world: World, name: str) -> None:
    row = DROPS[name](world)
    before = snapshot(world.account)
    fresh(row).drop(at=LATER)
    row.drop(at=LATER)
    assert not type(row).objects.filter(pk=row.pk).exists()
    undo_last(account=world.account, at=LATER)
    assert snapshot(world.account) == before


def test_the_post_before_is_remembered(world: World) -> None:
    firm = Company.objects.of(world.account).get(name="Firm Ltd")
    fresh(world.person).describe(company=firm, title="Head of HR", at=AT)
    Post.move(person=fresh(world.person), company=elsewhere(world), on=DAY, title="CHRO", at=LATER)
    posts = [(p.company.name, p.title, p.until) for p in fresh(world.person).posts.order_by("id")]
    assert posts == [("Firm Ltd", "Head of HR", DAY), ("Elsewhere", "CHRO", None)]


def test_words_outside_the_vocabulary_are_refused(world: World) -> None:
    with pytest.raises(ValueError, match="boss"):
        Reference.consider(person=world.person, kind="boss", at=AT)
    with pytest.raises(ValueError, match="splendid"):
        CheckIn.note(account=world.account, on=DAY, feeling="splendid", at=AT)
    with pytest.raises(ValueError, match="lent"):
        Favour.note(person=world.person, way="lent", on=DAY, at=AT)


def test_a_merge_carries_them_and_undo_brings_them_back(world: World) -> None:
    reference = _refers(world)
    Vouching.note_one(reference=reference, case=world.case, briefed_on=DAY, at=AT)
    LookBack.write(case=world.case, on=DAY, lesson="Ask earlier", at=AT)
    IfThen.write(case=world.case, then="rest", at=AT)
    IfThen.write(case=world.other, then="walk", at=AT)
    before = snapshot(world.account)
    joining.merge(case=fresh(world.case), into=fresh(world.other), at=LATER)
    into = Case.objects.get(pk=world.other.pk)
    assert (into.vouchings.count(), into.look_back.lesson, into.if_then.then) == (
        1, "Ask earlier", "walk",
    )  # fmt: skip
    undo_last(account=world.account, at=LATER)
    assert snapshot(world.account) == before


def test_forgetting_a_person_takes_what_was_kept_of_them(world: World) -> None:
    reference = _refers(world)
    Vouching.note_one(reference=reference, case=world.case, briefed_on=DAY, at=AT)
    Favour.note(person=world.person, way="given", on=DAY, at=AT)
    Post.move(person=fresh(world.person), company=elsewhere(world), on=DAY, at=AT)
    forgetting.forget_person(person=fresh(world.person), at=LATER)
    left = [
        m.objects.of(world.account).count() for m in (Person, Reference, Favour, Post, Vouching)
    ]
    assert left == [0, 0, 0, 0, 0]
