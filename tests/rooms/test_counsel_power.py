"""Who decides, who has a stake, who stands where, who was not heard, what is missing."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from afterword.counsel import titles
from afterword.counsel.power import (
    AtTable,
    Executive,
    Known,
    Power,
    Table,
    came_late,
    part_by_title,
    power,
)
from afterword.terms import Basis, Part, Remark, RemarkKind, Stance

TODAY = date(2026, 3, 10)


def remark(kind: RemarkKind, quote: str, **more: Any) -> Remark:
    return Remark(id=quote, kind=kind, quote=quote, **{"at": TODAY - timedelta(days=1), **more})


def person(name: str, part: Part = Part.UNKNOWN, title: str = "", **more: Any) -> AtTable:
    return AtTable(id=name.split()[0].lower(), name=name, part=part, title=title, **more)


def look(*people: AtTable, **more: Any) -> Power:
    return power(Table("Calderwick", people, **more), TODAY)


RECRUITER = person("Priya N", Part.RECRUITER_INTERNAL)


# ── who decides ─────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("one", "basis"),
    [
        (person("Ann", Part.DECISION_MAKER, by_user=True), Basis.SAID),
        (person("Ann", Part.DECISION_MAKER), Basis.INFERRED),
        (person("Ann", said=(remark(RemarkKind.PROMISE, "We decide on Friday"),)), Basis.INFERRED),
        (
            person(
                "Ann",
                said=(remark(RemarkKind.PROMISE, "Wir entscheiden Freitag", basis=Basis.GUESSED),),
            ),
            Basis.GUESSED,
        ),
        (person("Ann", met=TODAY, last_round=True), Basis.INFERRED),
        (person("Ann", Part.HIRING_MANAGER), Basis.INFERRED),
        (person("Ann", Part.SKIP_LEVEL_OR_EXECUTIVE), Basis.GUESSED),
        (person("Ann", title="Group COO"), Basis.GUESSED),
    ],
)
def test_who_decides_and_how_it_is_known(one: AtTable, basis: Basis) -> None:
    """S0-16: each way to know it carries its basis, the surest first."""
    found = look(one)
    assert [s.name for s in found.deciders] == ["Ann"]
    assert found.deciders[0].decides is not None
    assert found.deciders[0].decides.basis is basis and found.deciders[0].decides.why


@pytest.mark.parametrize(
    "one",
    [
        RECRUITER,
        person("Hugh", Part.RECRUITER_AGENCY, "Managing Director"),
        person(
            "Jo", Part.COORDINATOR, said=(remark(RemarkKind.PROMISE, "We will decide by Friday"),)
        ),
        person("Ref", Part.REFEREE, "Chief Executive"),
        person("Peer", Part.PEER, "Planner"),
        person("Jodie", Part.SKIP_LEVEL_OR_EXECUTIVE, "EA to the Group COO"),
    ],
)
def test_who_carries_word_or_stands_beside_does_not_decide(one: AtTable) -> None:
    """S0-16: the recruiter who says “we decide” carries the panel's word."""
    assert look(one).deciders == ()


def test_who_spoke_of_the_decision_stands_before_who_only_manages() -> None:
    """S0-16: the surest first, a guess last."""
    said = (remark(RemarkKind.PROMISE, "We decide on Wednesday"),)
    found = look(
        person("Ada Frost", title="CEO"),
        person("Bo Pryce", Part.HIRING_MANAGER),
        person("Cy Solheim", said=said),
    )
    assert [s.name for s in found.deciders] == ["Cy Solheim", "Bo Pryce", "Ada Frost"]


def test_a_late_executive_counts_as_one_who_decides() -> None:
    """S2-02: the fourth talk was with somebody whose criterion nobody had raised."""
    late = person("Eve Vice", title="Analyst", met=TODAY, last_round=True)
    found = look(person("Max", Part.HIRING_MANAGER, met=TODAY), late)
    assert {s.name for s in found.deciders} == {"Eve Vice", "Max"}


@pytest.mark.parametrize(
    ("own", "talks", "late"),
    [((3,), (1, 2, 3), True), ((2, 3), (1, 2, 3), False), ((2,), (1, 2), False), ((), (), False)],
)
def test_who_comes_in_at_the_fourth_talk(
    own: tuple[int, ...], talks: tuple[int, ...], late: bool
) -> None:
    """S2-02: met first in the last talk, when two and more lay behind."""
    days = [date(2026, 3, n) for n in talks]
    assert came_late([date(2026, 3, n) for n in own], days) is late


def test_nobody_known_to_decide_is_asked_of_the_recruiter() -> None:
    """S0-16, P01: “you do not know who decides: ask …”."""
    gap = look(RECRUITER, person("Peer", Part.PEER)).missing[0]
    assert gap.what == "You do not know who decides."
    assert (gap.who, gap.ask) == (
        "Priya N",
        "Who will make the decision, and who else has a say in it?",
    )


def test_after_the_end_the_question_is_who_took_part() -> None:
    """S4-03: then it is put in the past, to whoever may be asked."""
    gap = look(RECRUITER, over=True).missing[0]
    assert gap.what == "You do not know who decided." and "took part" in gap.ask


def test_nobody_under_stop_and_nobody_who_left_is_asked() -> None:
    """S3-11: a gap is shown, but no question is put to who is left alone."""
    gone = person("Priya N", Part.RECRUITER_INTERNAL, stopped=True)
    left = person("Oliver B", Part.RECRUITER_INTERNAL, now_at="Lark", moved_on=TODAY)
    assert look(gone, left).missing[0].whom == ""


def test_a_guess_stays_a_question() -> None:
    """S0-16: a title alone leaves the question open; the hiring manager's part closes it."""
    boss = person("Sioned Ellis", title="Managing Director", stance=Stance.FOR)
    assert "only a guess" in look(boss, RECRUITER).missing[0].what
    sure = look(boss, person("Rhodri", Part.HIRING_MANAGER, stance=Stance.FOR), RECRUITER)
    assert not any("guess" in gap.what for gap in sure.missing)


def test_somebody_above_is_asked_for_by_name_of_who_spoke() -> None:
    """S0-18: “the headcount needs group approval” tells of a decider who was never named."""
    said = (remark(RemarkKind.LOGISTICS, "The headcount needs group approval"),)
    rhodri = person("Rhodri Pugh", Part.HIRING_MANAGER, said=said, stance=Stance.FOR, met=TODAY)
    gap = next(g for g in look(rhodri).missing if "S0-18" in g.source)
    assert gap.who == "Rhodri Pugh" and "group approval" in gap.what


def test_a_decider_nobody_met_is_missing_only_before_the_end() -> None:
    """S4-05: get before the one who decides, while there is something to decide."""
    boss = person("Renata", Part.DECISION_MAKER, by_user=True)
    peer = person("Tom", Part.PEER, met=TODAY)
    assert any("No talk with Renata" in g.what for g in look(boss, peer, late=True).missing)
    assert not any("No talk" in g.what for g in look(boss, peer, late=True, over=True).missing)


def test_one_voice_is_not_a_committee() -> None:
    """S0-10: senior hiring is a committee act."""
    tom = person("Tom", Part.HIRING_MANAGER, met=TODAY, stance=Stance.FOR)
    assert any("Only Tom" in g.what for g in look(tom, late=True).missing)
    two = look(tom, person("Ann", Part.PEER, stance=Stance.FOR), late=True)
    assert not any("Only" in g.what for g in two.missing)


# ── stakes ──────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("title", "stake"),
    [
        ("Finance Director", "finance"),
        ("CFO", "finance"),
        ("VP Sales EMEA", "sales"),
        ("Head of Marketing", "marketing"),
        ("Customer Service Manager", "service"),
        ("Group COO", "operations"),
        ("Director Manufacturing", "operations"),
        ("Head of Planning", "operations"),
        ("Director Quality", "quality"),
        ("HR Director Benelux", "people"),
        ("Chief Technology Officer", "technology"),
        ("Managing Director", titles.WHOLE),
        ("Geschäftsführerin", titles.WHOLE),
        ("Directeur général", titles.WHOLE),
        ("Vice President, Logistics", "operations"),
        ("Leiter Vertrieb", "sales"),
        ("Choir singer", ""),
        ("Assistant to the Finance Director", ""),
        ("", ""),
    ],
)
def test_a_title_tells_what_is_at_stake(title: str, stake: str) -> None:
    """S0-10: sales, marketing, operations, service all have a stake."""
    assert titles.stake_of(title) == stake


def test_a_stake_noted_by_the_user_is_said_and_one_read_from_a_title_inferred() -> None:
    """S0-10."""
    found = look(
        person("Ann", title="CFO"), person("Bo", title="CFO", stake="the merger"), person("Cy")
    )
    stakes = {s.name: (s.stake.value, s.stake.basis) if s.stake else None for s in found.seats}
    assert stakes == {
        "Ann": ("finance", Basis.INFERRED),
        "Bo": ("the merger", Basis.SAID),
        "Cy": None,
    }
    assert set(found.stakes) == {"finance", "the merger"}


@pytest.mark.parametrize(
    ("title", "top"),
    [
        ("Chief Supply Officer", True),
        ("SVP Commercial", True),
        ("Managing Director Benelux", True),
        ("Head of Planning", False),
        ("Site Director", False),
        ("Software engineer", False),
        ("EA to Renata Solheim, Group COO", False),
        ("Chief of Staff to the CEO", False),
    ],
)
def test_who_sits_in_the_executive_team(title: str, top: bool) -> None:
    """S0-09."""
    assert titles.is_executive(title) is top


# ── stances, split, unheard ─────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("said", "stance", "basis"),
    [
        ((remark(RemarkKind.PRAISE, "You saw the printer"),), Stance.FOR, Basis.INFERRED),
        (
            (remark(RemarkKind.PRAISE, "He wants me", basis=Basis.GUESSED),),
            Stance.FOR,
            Basis.GUESSED,
        ),
        ((remark(RemarkKind.DOUBT, "Eleven depots"),), Stance.AGAINST, Basis.INFERRED),
        (
            (remark(RemarkKind.DOUBT, "Eleven depots"), remark(RemarkKind.PRAISE, "Good")),
            Stance.UNKNOWN,
            Basis.INFERRED,
        ),
        ((remark(RemarkKind.TOPIC, "Gdansk"),), Stance.UNKNOWN, Basis.GUESSED),
    ],
)
def test_what_they_said_lets_one_infer_where_they_stand(
    said: tuple[Remark, ...], stance: Stance, basis: Basis
) -> None:
    """S0-16: a stance read from words is inferred, from a guess guessed, never said."""
    found = look(person("Ann", said=said)).seats[0]
    assert (found.stance, found.stance_basis) == (stance, basis)


def test_the_users_word_on_a_stance_counts_before_any_reading() -> None:
    """S0-16."""
    said = (remark(RemarkKind.DOUBT, "Eleven depots"),)
    one = person("Ann", said=said, stance=Stance.FOR, stance_basis=Basis.SAID, quote="I want her")
    found = look(one).seats[0]
    assert (found.stance, found.stance_basis, found.stance_why) == (
        Stance.FOR,
        Basis.SAID,
        "“I want her”",
    )


def test_a_recruiter_who_passes_on_a_doubt_does_not_hold_it() -> None:
    """S4-03: the recruiter is the one to be candid; the doubt is the panel's."""
    said = (remark(RemarkKind.DOUBT, "They missed depth in pharma"),)
    found = look(person("Priya", Part.RECRUITER_INTERNAL, said=said))
    assert found.doubters == () and found.seats[0].stance is Stance.UNKNOWN


def test_two_minds_may_be_a_split_panel() -> None:
    """S0-10: the panel may have split and the majority won."""
    tom = person("Tom Ferris", said=(remark(RemarkKind.PRAISE, "You saw the printer"),))
    renata = person("Renata", said=(remark(RemarkKind.DOUBT, "Eleven depots"),))
    before, after = look(tom, renata), look(tom, renata, over=True)
    assert before.split is not None and "one mind" in before.split.why
    assert after.split is not None and after.split.basis is Basis.INFERRED
    assert "Tom Ferris" in after.split.why and "some of them wanted you" in after.split.why
    assert look(tom).split is None and look(renata).split is None


def test_who_was_in_the_room_and_left_no_word_is_unheard() -> None:
    """S0-10: present, and nothing known; one word, or a stance, and they are heard."""
    quiet = person("Sean Corrigan", Part.PANEL_INTERVIEWER, met=TODAY)
    spoke = person("Mei", met=TODAY, said=(remark(RemarkKind.TOPIC, "One plan"),))
    absent = person("Cy", Part.PANEL_INTERVIEWER)
    found = look(quiet, spoke, absent)
    assert [s.name for s in found.unheard] == ["Sean Corrigan"]
    assert any("Sean Corrigan was in the room" in g.what for g in found.missing)


def test_somebody_better_connected_is_said_to_be_outside_the_room() -> None:
    """S0-08: a late entrant, an internal candidate or someone better connected may have won."""
    found = look(RECRUITER, over=True, outside=Known("someone from Lille", Basis.SAID))
    assert found.outside is not None and "from within or known" in found.outside.why
    assert "someone from Lille" in found.outside.why and look(RECRUITER).outside is None


def test_the_executive_team_is_asked_for_until_something_is_noted() -> None:
    """S0-09: research the team, and how you complete its mix; late rounds only."""
    max_ = person("Max", Part.DECISION_MAKER, by_user=True, met=TODAY, stance=Stance.FOR)
    assert any(g.source == "S0-09" for g in look(max_, late=True).missing)
    team = (Executive("f", "Frost", "CEO", brings="sales", beside="plants"),)
    found = look(max_, late=True, team=team)
    assert found.team == team and not any(g.source == "S0-09" for g in found.missing)
    assert not any(g.source == "S0-09" for g in look(max_).missing)


def test_the_map_outlives_the_role() -> None:
    """S1-13: who left the firm keeps the seat on the map, and where they are now."""
    moved = person("Max", Part.HIRING_MANAGER, now_at="Bergholt", moved_on=TODAY)
    assert [s.now_at for s in look(moved).moved] == ["Bergholt"]
    later = person("Max", now_at="Bergholt", moved_on=TODAY + timedelta(days=1))
    assert look(later).moved == ()


def test_only_what_was_known_by_the_day_counts() -> None:
    """Every judgement is a function of (file, now)."""
    later = remark(RemarkKind.PRAISE, "Good", at=TODAY + timedelta(days=1))
    found = look(person("Ann", said=(later,), met=TODAY + timedelta(days=1)))
    assert found.seats[0].stance is Stance.UNKNOWN
    assert found.seats[0].met is None and found.unheard == ()


PEOPLE = st.lists(
    st.builds(
        AtTable,
        id=st.uuids().map(str),
        name=st.text(min_size=1, max_size=9),
        part=st.sampled_from(Part),
        title=st.sampled_from(["", "CEO", "CFO", "Planner", "VP Sales"]),
        stance=st.sampled_from(Stance),
        stance_basis=st.sampled_from(Basis),
        met=st.sampled_from([None, TODAY]),
        stopped=st.booleans(),
        said=st.lists(
            st.builds(
                remark,
                st.sampled_from(RemarkKind),
                st.sampled_from(["We decide on Friday", "Needs the board", "Well"]),
                basis=st.sampled_from(Basis),
            ),
            max_size=3,
        ).map(tuple),
    ),
    max_size=8,
)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(PEOPLE, st.booleans(), st.booleans())
def test_whatever_is_at_the_table(people: list[AtTable], over: bool, late: bool) -> None:
    """Everybody keeps a seat; nobody is for and against; nobody under stop is asked; few gaps."""
    found = look(*people, over=over, late=late)
    assert sorted(s.id for s in found.seats) == sorted(p.id for p in people)
    assert not set(found.supporters) & set(found.doubters)
    assert len(found.missing) <= 4
    stopped = {p.id for p in people if p.stopped}
    assert not {gap.whom for gap in found.missing} & stopped
    for seat in found.seats:
        if seat.decides and seat.decides.basis is Basis.SAID:
            given_ = next(p for p in people if p.id == seat.id)
            assert given_.by_user and given_.part is Part.DECISION_MAKER


# ── a title says what a mail was only read as ───────────────────────────────


@pytest.mark.parametrize(
    ("part", "title", "role", "told"),
    [
        (Part.HIRING_MANAGER, "Partner, Alder Executive Search", "Buyer", Part.RECRUITER_AGENCY),
        (Part.HIRING_MANAGER, "Personalberaterin", "Buyer", Part.RECRUITER_AGENCY),
        (Part.HIRING_MANAGER, "Head of Recruitment", "Buyer", Part.RECRUITER_INTERNAL),
        (Part.HIRING_MANAGER, "Leiterin Personal", "Einkäufer", Part.HR_PARTNER),
        (Part.SKIP_LEVEL_OR_EXECUTIVE, "VP People", "Buyer", Part.HR_PARTNER),
        (Part.UNKNOWN, "Directrice des ressources humaines", "Acheteur", Part.HR_PARTNER),
        # for a seat on the people side its head hires
        (Part.HIRING_MANAGER, "HR Director", "HR Business Partner", Part.HIRING_MANAGER),
        # who holds another side too may hire for it
        (Part.HIRING_MANAGER, "Head of Finance and HR", "Controller", Part.HIRING_MANAGER),
        # what was said of their part is not what was inferred
        (Part.PEER, "HR Director", "Buyer", Part.PEER),
        (Part.HIRING_MANAGER, "Research Director", "Buyer", Part.HIRING_MANAGER),
        (Part.HIRING_MANAGER, "Personal Assistant to the CEO", "Buyer", Part.HIRING_MANAGER),
    ],
)
def test_a_part_said_by_title_goes_before_an_inferred_one(
    part: Part, title: str, role: str, told: Part
) -> None:
    assert part_by_title(part, title, role, by_user=False) is told
    assert part_by_title(part, title, role, by_user=True) is part


def test_the_people_side_decides_only_where_the_user_says_so() -> None:
    said = (remark(RemarkKind.PROMISE, "We decide on Friday"),)
    assert not look(person("Ann", Part.HR_PARTNER, "HR Director", said=said)).deciders
    assert not look(person("Ann", Part.HR_PARTNER, "Chief People Officer")).deciders


def test_nobody_is_asked_where_it_fell_silent() -> None:
    """A gap that only they can fill is no reason for one more question; what the user heard still is."""
    who = (RECRUITER, person("Ann", met=TODAY - timedelta(days=9)))
    assert any(gap.who for gap in look(*who).missing)
    found = look(*who, quiet=True).missing
    assert [gap.whom for gap in found] == [""] and found[0].what.startswith("Ann was in the room")
