"""How near people are, and whom to ask first on the way to a firm."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from afterword.counsel.network import (
    Contact,
    Firm,
    Hold,
    Known,
    Link,
    Net,
    Place,
    Rest,
    bond,
    comes_back,
    connectors,
    elsewhere,
    hold_of,
    houses,
    reach,
    who_reaches,
)
from afterword.counsel.network.evidence import BY_CALL, FOR_TIE, INTO_THE_ROOM
from afterword.counsel.network.paths import COUNTED, introduces
from afterword.reading.own.quiet import STEMS, asks_for_quiet
from afterword.terms import LetterKind, Part, State, Tie

NOW = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)


def ago(days: int) -> datetime:
    return NOW - timedelta(days=days)


def talked(first: int, last: int, heard: int = 1, sent: int = 1, **more: Any) -> Contact:
    """Words both ways between `first` and `last` days ago, all of late when the last is."""
    lately = last < 365
    given_ = {
        "first": ago(first),
        "last_in": ago(last),
        "last_out": ago(last) if sent else None,
        "heard": heard,
        "sent": sent,
        "heard_lately": heard * lately,
        "sent_lately": sent * lately,
    }
    return Contact(**{**given_, **more})


A_LITTLE = talked(60, 20, 2, 2)
CLOSE = talked(800, 10, 9, 9)
ASLEEP = talked(2500, 1300, 9, 9)
RARELY = talked(30, 30, 1, 0)


def person(key: str, firm: str = "", contact: Contact = A_LITTLE, **more: Any) -> Known:
    places = more.pop("places", (Place(firm),) if firm else ())
    return Known(key, key.title(), contact=contact, places=places, **more)


def net(*people: Known, links: Mapping[str, Mapping[str, Link]] | None = None, **firms: Any) -> Net:
    named = {
        key: Firm(key, key.title(), **(firms.get(key) or {})) for key in ("acme", "bolt", "crane")
    }
    return Net({one.id: one for one in people}, named, NOW, links or {})


# ── how near ────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("contact", "tie"),
    [
        (CLOSE, Tie.STRONG),
        (A_LITTLE, Tie.MODERATELY_WEAK),
        (talked(900, 500, 8, 8), Tie.MODERATELY_WEAK),  # a past of more than a year
        (talked(40, 40, 1, 1), Tie.WEAK),  # one exchange
        (RARELY, Tie.WEAK),
        (talked(30, 30, 0, 3, last_in=None), Tie.WEAK),  # one way only
        (ASLEEP, Tie.DORMANT),
        (talked(2500, 1094, 9, 9), Tie.MODERATELY_WEAK),  # a day short of three years
        (talked(2500, 1300, 5, 0), Tie.WEAK),  # they wrote, nobody answered: no tie to wake
        (talked(90, 5, 20, 20), Tie.MODERATELY_WEAK),  # a busy process makes no friend
        (talked(900, 200, 9, 9), Tie.MODERATELY_WEAK),  # close once, quiet for half a year
        (Contact(first=ago(9), last_met=ago(9), met=1, met_lately=1), Tie.MODERATELY_WEAK),
        (Contact(), Tie.WEAK),
    ],
)
def test_how_near_from_who_when_and_which_way(contact: Contact, tie: Tie) -> None:
    """E08, E11: recency, frequency, both directions, age; each with its reason."""
    found = bond(contact, NOW)
    assert found.tie is tie and found.why.endswith(".")
    assert found.known is (contact.words > 0)


def test_the_reason_holds_the_count_and_the_days() -> None:
    """L08: counts and dates, never a word of what was written."""
    assert bond(talked(800, 10, 9, 7, met=1), NOW).why.endswith(
        "On record: 9 from them, 7 from you, 1 talk, since 31 December 2023, last on 28 February."
    )


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.integers(0, 4000),
    st.integers(0, 4000),
    st.integers(0, 40),
    st.integers(0, 40),
    st.integers(0, 12),
)
def test_a_longer_silence_never_brings_people_nearer(
    age: int, silent: int, heard: int, sent: int, met: int
) -> None:
    """E11: dormant and strong both need words both ways; silence only loosens."""
    at = ago(min(age, silent))
    lately = min(age, silent) < 365
    contact = Contact(
        first=ago(max(age, silent)),
        last_in=at if heard else None,
        last_out=at if sent else None,
        last_met=at if met else None,
        heard=heard,
        sent=sent,
        met=met,
        heard_lately=heard * lately,
        sent_lately=sent * lately,
        met_lately=met * lately,
    )
    found = bond(contact, NOW)
    if found.tie in (Tie.STRONG, Tie.MODERATELY_WEAK, Tie.DORMANT):
        assert contact.both_ways
    later = bond(contact, NOW + timedelta(days=800))
    assert not (later.tie is Tie.STRONG and found.tie is not Tie.STRONG)
    if contact.both_ways:
        assert bond(contact, NOW + timedelta(days=1096)).tie is Tie.DORMANT


# ── whom to ask first ───────────────────────────────────────────────────────


def test_a_little_known_comes_before_asleep_before_close() -> None:
    """E08, E11: moderately weak and relevant first, dormant ties that were trusted, then close."""
    found = reach(
        net(
            person("close", "acme", CLOSE),
            person("sleeper", "acme", ASLEEP),
            person("little", "acme", A_LITTLE),
            person("rare", "acme", RARELY),
            person("name", "acme", Contact()),
        ),
        "acme",
    )
    assert [p.who for p in found.paths] == ["little", "sleeper", "close", "rare", "name"]
    assert found.first is not None and found.first.who == "little"
    assert found.notes == (FOR_TIE[Tie.MODERATELY_WEAK], BY_CALL, INTO_THE_ROOM)


def test_in_a_trade_that_is_less_digital_the_close_come_first() -> None:
    """E08: strong ties win in less digital industries."""
    people = person("close", "acme", CLOSE), person("little", "acme", A_LITTLE)
    found = reach(net(*people, acme={"sector": "Construction"}), "acme")
    assert [p.who for p in found.paths] == ["close", "little"]


def test_a_tie_that_sleeps_without_trust_waits_behind() -> None:
    """E11: the dormant ties that helped were trusted ones."""
    stranger = talked(2500, 1300, 1, 1)
    found = reach(net(person("a", "acme", stranger), person("b", "acme", CLOSE)), "acme")
    assert [p.who for p in found.paths] == ["b", "a"]
    trusted = person("a", "acme", stranger, vouches=True)
    found = reach(net(trusted, person("b", "acme", CLOSE)), "acme")
    assert found.first is not None and found.first.who == "a"
    assert "Agreed to vouch for you." in found.first.why


def test_one_request_and_it_is_a_call() -> None:
    """E12, S1-04, P13: a call of 15 minutes, for a name, not an endorsement or a list of favours."""
    first = reach(net(person("ann", "acme")), "acme").first
    assert first is not None
    assert first.ask.startswith("Ask for a call of 15 minutes") and first.ask.count("?") == 1


def test_no_statistic_is_shown_that_the_method_marks_weak() -> None:
    """Method 6 (2), E08, E09: source and year beside each line; the popular figures never."""
    for line in (*filter(None, FOR_TIE.values()), BY_CALL, INTO_THE_ROOM):
        assert any(year in line for year in ("2011", "2015", "2016", "2017", "2022"))
        assert not any(bad in line for bad in ("84", "4x", "70%", "%"))


def test_who_sits_in_an_open_process_is_not_asked_beside_it() -> None:
    """S4-03, P25: while they decide, the process has its own plays; a friend there may be asked."""
    panel = person("panel", "acme", sits=(Part.HIRING_MANAGER,))
    alone = reach(net(panel, acme={"open": True}), "acme")
    assert alone.first is None and "process" in alone.paths[0].ask and "open at Acme" in alone.says
    friend = person("friend", "acme", CLOSE)
    both = reach(net(panel, friend, acme={"open": True}), "acme")
    assert both.first is not None and both.first.who == "friend"
    assert [p.who for p in connectors(net(panel, friend))] == ["friend"]
    agent = reach(net(person("agent", "acme", sits=(Part.RECRUITER_AGENCY,))), "acme").first
    assert agent is not None and agent.who == "agent"


def test_the_address_tells_the_house() -> None:
    """A referee who turns up in a process writes from where they work; two make a domain a firm's."""
    firms = {
        key: Firm(key, name) for key, name in (("w", "Wexcombe Makers"), ("k", "Kestrel Works"))
    }

    def at(key: str, firm: str, email: str) -> Known:
        return Known(key, key, email, places=(Place(firm),))

    people = [
        at("a", "w", "a@wexcombe.example"),
        at("b", "w", "b@corvane.example"),
        at("c", "w", "c@kestrel-works.example"),
        at("d", "w", "d@gmail.com"),
        at("e", "k", "e@holding.example"),
        at("f", "k", "f@holding.example"),
        at("g", "w", "g@corvane.example"),
    ]
    free = frozenset({"gmail.com"})
    house = houses(people, firms, free)
    assert house == {"wexcombe.example": "w", "kestrel-works.example": "k"}
    assert [elsewhere(one, house, free) for one in people] == [
        None,
        "",
        "k",
        None,
        "",
        "",
        "",
    ]


def test_nobody_under_a_stop_is_asked_or_led_to() -> None:
    """S3-11: neither the person, nor anyone at a firm that is left alone, nor through them."""
    people = (
        person("stopped", "acme", stopped=True),
        person("away", "bolt"),
        person("end", "acme", Contact(), stopped=True),
        person("via", "crane"),
    )
    links = {"end": {"via": Link("wrote")}, "via": {"end": Link("wrote")}}
    assert reach(net(*people, links=links), "acme").paths == ()
    quiet = reach(net(*people, bolt={"stopped": True}), "bolt")
    assert quiet.stopped and quiet.paths == () and quiet.vouch == ()


def test_two_words_without_an_answer_are_enough() -> None:
    """E29: after two unanswered the tie rests; it is shown with its reason and not asked."""
    tired = person("ann", "acme", talked(60, 20, 2, 4, unanswered=2))
    found = reach(net(tired), "acme")
    assert found.paths == () and found.first is None
    assert [p.who for p in found.resting] == ["ann"] and "sleep" in found.resting[0].wait


@pytest.mark.parametrize(("days", "person_free"), [(20, False), (21, True)])
def test_the_cap_of_a_person(days: int, person_free: bool) -> None:
    """Ruling 3: one unsolicited touch per person in 21 days."""
    found = reach(net(person("ann", "acme", asked=ago(days))), "acme")
    assert (found.first is not None) is person_free
    assert (found.paths[0].not_before is None) is person_free
    if not person_free:
        assert found.paths[0].not_before == date(2026, 3, 11) and "11 March" in found.says


@pytest.mark.parametrize(("days", "firm_free"), [(13, False), (14, True)])
def test_the_cap_of_a_firm(days: int, firm_free: bool) -> None:
    """Ruling 3: one unsolicited touch per firm in 14 days, whoever there it went to."""
    other = person("bo", "acme", RARELY, asked=ago(days))
    found = reach(net(person("ann", "acme"), other), "acme")
    ann = next(p for p in found.paths if p.who == "ann")
    assert (ann.not_before is None) is firm_free


def test_what_the_caps_count() -> None:
    """Ruling 3: requests and words to keep in touch, not the courtesies of a round or a verdict."""
    assert {LetterKind.REFERRAL_ASK, LetterKind.CALL_REQUEST, LetterKind.KEEP_IN_TOUCH} <= COUNTED
    assert not COUNTED & {LetterKind.THANK_YOU, LetterKind.GRACE_NOTE, LetterKind.STATUS_NUDGE}


# ── two steps, and people who move ──────────────────────────────────────────


def test_one_contact_leads_to_the_next() -> None:
    """S1-13, S3-05: the manager who said no leads to somebody at another firm."""
    martin = person("martin", "bolt")
    sunniva = person("sunniva", "acme", Contact(), title="COO")
    link = Link("introduced", date(2026, 1, 15))
    links = {"martin": {"sunniva": Link("wrote")}, "sunniva": {"martin": link}}
    found = reach(net(martin, sunniva, links=links), "acme")
    assert found.first is not None
    assert (found.first.who, found.first.steps, found.first.to_name) == ("martin", 2, "Sunniva")
    assert found.first.relation == "Named Sunniva to you on 15 January."
    assert [p.who for p in found.paths] == ["martin", "sunniva"]


def test_who_knows_the_end_well_needs_nobody_in_between() -> None:
    """S1-06: then ask them, and say through whom you met."""
    link = Link("introduced")
    links = {"martin": {"sunniva": Link("wrote")}, "sunniva": {"martin": link}}
    found = reach(net(person("martin", "bolt"), person("sunniva", "acme"), links=links), "acme")
    assert [p.who for p in found.paths] == ["sunniva"]
    assert "You know each other through Martin." in found.paths[0].why
    back = reach(net(person("martin", "bolt"), person("sunniva", "acme"), links=links), "bolt")
    assert back.paths[0].why == ()


def test_former_colleagues_are_a_way_when_their_years_overlap() -> None:
    """Two steps from posts alone: both at one firm, at a time that may have been the same."""
    old = person(
        "to",
        "",
        Contact(),
        places=(Place("bolt", since=date(2015, 1, 1), until=date(2019, 1, 1)), Place("acme")),
    )
    beside = person("beside", "", places=(Place("bolt", since=date(2018, 1, 1)),))
    after = person("after", "", places=(Place("bolt", since=date(2020, 1, 1)),))
    found = reach(net(old, beside, after), "acme")
    assert [(p.who, p.steps) for p in found.paths] == [("beside", 2), ("to", 1)]
    assert "Bolt" in found.paths[0].relation


def test_the_map_follows_people_to_their_new_employer() -> None:
    """S0-13, S1-13: who moved reaches both: the new firm from within, the old one from before."""
    moved = person(
        "max", "", places=(Place("bolt", until=date(2026, 1, 1)), Place("acme", since=date(2026, 1, 1)))
    )  # fmt: skip
    now = net(moved)
    assert reach(now, "acme").paths[0].relation == "Works there."
    assert reach(now, "bolt").paths[0].relation == "Was there until 2026, and knows the house."
    before = Net(now.people, now.firms, datetime(2025, 6, 1, tzinfo=UTC))
    assert reach(before, "acme").paths == ()
    assert reach(before, "bolt").paths[0].relation == "Works there."


def test_an_agency_recruiter_leads_to_the_firms_they_recruit_for() -> None:
    """P25: outside the firm, and a way in."""
    hugh = person("hugh", "crane", parts=(("acme", Part.RECRUITER_AGENCY),))
    found = reach(net(hugh), "acme")
    assert [(p.who, p.relation) for p in found.paths] == [("hugh", "Recruits for them.")]
    peer = person("peer", "crane", parts=(("acme", Part.PANEL_INTERVIEWER),))
    assert reach(net(peer), "acme").paths == ()


@pytest.mark.parametrize(
    ("subject", "does"),
    [
        ("Introducing Marianne Holt <> Sunniva Dahl", True),
        ("Intro: Sam / Dana", True),
        ("Ik stel jullie graag aan elkaar voor: voorstellen", True),
        ("Your interview on Tuesday", False),
        ("Introduced tomorrow? no: an invoice", True),
        ("Invoice 4711", False),
    ],
)
def test_a_mail_that_makes_two_people_known(subject: str, does: bool) -> None:
    """S1-13: who introduced whom; a colleague in copy is not introduced."""
    assert introduces(subject) is does
    assert introduces(subject, "a@acme.example", "b@bolt.example") is does
    assert not introduces(subject, "a@acme.example", "b@acme.example")


# ── who could vouch, what one brings, where nothing leads ───────────────────


def test_who_could_vouch_there() -> None:
    """E10, S0-17: who agreed to, or has a lasting past with the user, and is known there."""
    link = {"ref": {"end": Link("met")}, "end": {"ref": Link("met")}}
    people = (
        person("ref", "bolt", vouches=True),
        person("old", "acme", CLOSE),
        person("end", "acme", Contact()),
        person("friend", "crane", CLOSE),
        person("spare", "crane", RARELY, vouches=True),
    )
    found = reach(net(*people, links=link), "acme").vouch
    assert [(v.who, v.agreed) for v in found] == [("ref", True), ("old", False), ("spare", True)]
    assert "End" in found[0].why and "No tie" in found[2].why


def test_employers_buy_the_network_too() -> None:
    """S0-03: firms the user reaches well, those of the same trade first; never a person's name."""
    people = (
        person("a", "bolt"), person("b", "bolt"), person("c", "crane"), person("d", "acme"),
        person("e", "crane", RARELY),
    )  # fmt: skip
    found = reach(net(*people, acme={"sector": "rail"}, crane={"sector": "rail"}), "acme")
    assert found.brings == (("Crane", 1), ("Bolt", 2))


def test_where_nothing_leads_somebody_is_asked_who_they_know() -> None:
    """S1-06: “who do you know…”, put to those who know many."""
    links = {"hub": {"a": Link("wrote"), "b": Link("wrote")}}
    people = person("hub", "bolt"), person("lone", "crane"), person("far", "crane", RARELY)
    here = net(*people, links=links)
    assert reach(here, "zenith", "Zenith").says == "Nobody on record leads to Zenith yet."
    assert [p.who for p in connectors(here)] == ["hub", "lone"]


def test_the_map_of_who_reaches_which_company() -> None:
    """Design, People: the best reached first; a firm under a stop is shown and not offered."""
    people = (
        person("a", "bolt", RARELY), person("b", "acme"), person("c", "acme", CLOSE),
        person("d", "crane", ASLEEP),
    )  # fmt: skip
    rows = who_reaches(net(*people, crane={"stopped": True}))
    assert [(r.firm, r.who, r.near, r.dormant, r.weak) for r in rows] == [
        ("acme", "b", 2, 0, 0),
        ("bolt", "a", 0, 0, 1),
        ("crane", "d", 0, 0, 0),
    ]
    assert rows[2].stopped


CONTACTS = st.sampled_from([A_LITTLE, CLOSE, ASLEEP, RARELY, Contact(), talked(60, 20, 2, 4, unanswered=2)])  # fmt: skip
KEYS = st.sampled_from("abcdefgh")
PEOPLE = st.lists(
    st.builds(
        person,
        KEYS,
        st.sampled_from(["acme", "bolt", "crane", ""]),
        CONTACTS,
        stopped=st.booleans(),
        cool=st.booleans(),
        vouches=st.booleans(),
        asked=st.sampled_from([None, ago(3), ago(17), ago(40)]),
    ),
    max_size=8,
    unique_by=lambda one: one.id,
)
LINKS = st.dictionaries(
    KEYS, st.dictionaries(KEYS, st.builds(Link, st.sampled_from(["wrote", "met", "introduced"])))
)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(PEOPLE, LINKS, st.booleans())
def test_whatever_is_known(
    people: list[Known], links: dict[str, dict[str, Link]], stopped: bool
) -> None:
    """No stop, cap or silence is ever broken, and nobody is offered twice (S3-11, ruling 3)."""
    here = net(*people, links=links, bolt={"stopped": stopped})
    for firm in ("acme", "bolt"):
        found = reach(here, firm)
        offered = [p.who for p in (*found.paths, *found.resting)]
        assert len(offered) == len(set(offered))
        for path in (*found.paths, *found.resting):
            for key in filter(None, (path.who, path.to)):
                assert not here.left_alone(here.people[key])
        for voucher in found.vouch:
            assert not here.left_alone(here.people[voucher.who])
        if found.first is not None:
            one = here.people[found.first.who]
            assert one.contact.unanswered < 2 and here.free_from(one) is None and not one.cool
            assert one.contact.words
        if firm == "bolt" and stopped:
            assert not offered and not found.vouch
    for path in connectors(here):
        assert not here.left_alone(here.people[path.who])
    assert len({row.firm for row in who_reaches(here)}) == len(who_reaches(here))


# ── who is left in peace: the case's own next step goes first ───────────────


def test_a_case_that_waits_holds_its_people() -> None:
    """Rest until a day binds every ask; it says until when, and in the case's own words."""
    today = NOW.date()
    rest = Rest("acme", State.CLOSED, when=date(2026, 4, 7), why="They said: after Easter.")
    hold = hold_of(rest, today)
    assert hold == Hold("Their case waits until 7 April. They said: after Easter.")
    found = reach(net(person("ann", "acme", holds=(hold,))), "acme")
    assert found.first is None and not found.paths
    assert found.says == "Nobody is asked on the way to Acme now."
    assert [(one.name, one.wait, one.held) for one in found.resting] == [("Ann", hold.why, True)]
    # a day that has come holds nobody
    assert hold_of(Rest("acme", State.CLOSED, when=today, why=""), today) is None


@pytest.mark.parametrize(
    ("rest", "every_ask"),
    [
        (Rest("acme", State.SOFT_CLOSED, why="It went quiet."), True),
        (Rest("acme", State.ON_HOLD, sealed=True), True),
        (Rest("acme", State.CLOSED, play="P16", why="One short note."), True),
        (Rest("acme", State.CLOSED, why="It waits for news of theirs."), False),
    ],
)
def test_what_binds_every_ask_and_what_only_ways_to_that_firm(rest: Rest, every_ask: bool) -> None:
    hold = hold_of(rest, NOW.date())
    assert hold is not None and hold.why
    one = person("ann", "acme", holds=(hold,))
    assert one.rests("acme") and bool(one.rests("bolt")) is every_ask
    assert bool(connectors(net(one))) is not every_ask


def test_a_lead_and_an_old_ending_hold_nobody() -> None:
    """Before a process a path is what helps; after half a year without a word on it an ending is past."""
    why = "Nothing is owed."
    assert hold_of(Rest("acme", State.LEAD, why="So far a lead."), NOW.date()) is None
    old = Rest("acme", State.CLOSED, why=why, since=NOW.date() - timedelta(days=181))
    assert hold_of(old, NOW.date()) is None
    assert hold_of(replace(old, since=NOW.date() - timedelta(days=180)), NOW.date()) is not None


def test_nobody_is_sent_to_somebody_who_asked_for_time() -> None:
    """The way through a third person is held too, with whom it would have led to."""
    hold = comes_back(date(2026, 4, 30), NOW.date())
    cy = person("cy", "crane", talked(30, 30, 1, 0), holds=(hold,))
    ann = person("ann", "acme")
    found = reach(net(ann, cy, links={"cy": {"ann": Link("wrote")}}), "crane")
    assert found.first is None and {one.name for one in found.resting} == {"Ann", "Cy"}
    through = next(one for one in found.resting if one.name == "Ann")
    assert "Cy" in through.wait and "30 April" in through.wait


@pytest.mark.parametrize(
    ("text", "quiet"),
    [
        ("Please take me off your mailing list.", True),
        ("Kindly remove my details from the database, thank you.", True),
        ("Please do not contact me again.", True),
        ("Bitte streichen Sie mich aus Ihrem Verteiler.", True),
        ("Merci, retirez-moi de votre liste.", True),
        ("Haal me alstublieft van de lijst.", True),
        ("Please do not call me before nine.", False),
        ("I took two names off the list you sent.", False),
        ("You can contact me at any time.", False),
        ("Don't call me back today, tomorrow is better.", False),
    ],
)
def test_whether_the_user_asked_for_quiet(text: str, quiet: bool) -> None:
    assert asks_for_quiet(text) is quiet
    assert not quiet or any(stem in text.casefold() for stem in STEMS)


# ── near whatever the mailbox shows ─────────────────────────────────────────


def test_who_is_close_by_definition_is_no_stranger() -> None:
    """Two mails in a year do not make a manager of six years a stranger; long silence still sleeps."""
    why = "They were your manager, and they vouch for you."
    few = bond(talked(40, 40, 1, 1), NOW, why)
    assert few.tie is Tie.STRONG and few.why.startswith(why) and "1 from them" in few.why
    none = bond(Contact(), NOW, why)
    assert none.tie is Tie.STRONG and none.known
    assert none.why == f"{why} No word between you is on record."
    assert bond(ASLEEP, NOW, why).tie is Tie.DORMANT


@pytest.mark.parametrize(
    ("contact", "tie"),
    [
        (talked(60, 9, 3, 3, own_in=3, own_out=3), Tie.STRONG),  # private, both ways
        (talked(60, 9, 3, 3, own_in=5, own_out=2), Tie.MODERATELY_WEAK),  # mostly one way
        (talked(29, 9, 3, 3, own_in=3, own_out=3), Tie.MODERATELY_WEAK),  # one errand
        (talked(400, 130, 3, 3, own_in=3, own_out=3), Tie.MODERATELY_WEAK),  # quiet since
        (talked(200, 9, 4, 4, met=1, met_lately=1, last_met=ago(9)), Tie.STRONG),
        (talked(200, 9, 5, 5), Tie.MODERATELY_WEAK),  # more mails and no talk
        (Contact(first=ago(500), last_met=ago(500), met=1), Tie.MODERATELY_WEAK),
    ],
)
def test_private_words_and_talks_count_more_than_mail(contact: Contact, tie: Tie) -> None:
    assert bond(contact, NOW).tie is tie
