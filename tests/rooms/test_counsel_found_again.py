"""Likely to be found again: high, medium or low, by what an employer's own system filters on (issue 4, 9)."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword import counsel
from afterword.counsel.found_again import (
    FoundAgain,
    Likely,
    Trace,
    found_again,
    trace_of,
    weigh,
)
from afterword.terms import (
    CaseFile,
    Deed,
    Hand,
    Happening,
    MailKind,
    Outcome,
    Part,
    Person,
    ReasonSeen,
    Stage,
    Warmth,
)

DAY = date(2026, 3, 10)
NOW = datetime(2026, 3, 10, 9, tzinfo=UTC)
FINALIST = Trace(Outcome.REJECTED, Stage.FINAL_EXECUTIVE, date(2026, 3, 1), person="Ada Reed")
GRADES = {Likely.LOW: 0, Likely.MEDIUM: 1, Likely.HIGH: 2}


def grade(**changes: Any) -> Likely:
    return weigh(replace(FINALIST, **changes), DAY).likely


def test_a_silver_medallist_whom_someone_knows_is_likely_found() -> None:
    """E22: firms do go back to people they nearly chose; S3-08."""
    found = weigh(FINALIST, DAY)
    assert found.likely is Likely.HIGH and found.raises == ()
    assert any("last round" in says for says in found.pro)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"stage": Stage.PANEL_ONSITE}, Likely.MEDIUM),
        ({"stage": Stage.HIRING_MANAGER_INTERVIEW}, Likely.MEDIUM),
        ({"stage": Stage.RECRUITER_SCREEN}, Likely.LOW),
        ({"stage": None}, Likely.LOW),
        ({"person": ""}, Likely.MEDIUM),
        ({"ended": date(2024, 10, 1)}, Likely.MEDIUM),
        ({"ended": date(2023, 3, 1)}, Likely.LOW),
        ({"reasons": ("R16",)}, Likely.LOW),
        ({"reasons": ("R15",)}, Likely.LOW),
        ({"reasons": ("R13",)}, Likely.LOW),
        ({"reasons": ("R14",)}, Likely.LOW),
        ({"reasons": ("R16",), "invited": Hand.PERSONAL}, Likely.MEDIUM),
        ({"reasons": ("R04",), "stage": Stage.PANEL_ONSITE}, Likely.HIGH),
        ({"stage": Stage.RECRUITER_SCREEN, "invited": Hand.PERSONAL}, Likely.MEDIUM),
        ({"stage": Stage.RECRUITER_SCREEN, "invited": Hand.TEMPLATE}, Likely.LOW),
        ({"stage": Stage.PANEL_ONSITE, "similar": "A role like it."}, Likely.HIGH),
        ({"stopped": True}, Likely.LOW),
    ],
)
def test_each_filter_moves_the_grade(changes: dict[str, Any], expected: Likely) -> None:
    """Milestone, disqualifying reason, recency, similar role, invitation, a person's address."""
    assert grade(**changes) is expected


def test_a_declined_offer_was_their_choice() -> None:
    assert grade(outcome=Outcome.OFFER_DECLINED, stage=None) is Likely.HIGH


def test_what_would_raise_it_is_said_and_can_be_done() -> None:
    lone = weigh(replace(FINALIST, person=""), DAY)
    assert any("address" in says for says in lone.raises)
    tested = weigh(replace(FINALIST, reasons=("R16",)), DAY)
    assert any("test again" in says for says in tested.raises)


def test_after_a_stop_nothing_is_advised() -> None:
    """S3-11, L10: after a clear stop even one more word is wrong."""
    found = weigh(replace(FINALIST, stopped=True, person=""), DAY)
    assert found.raises == () and found.pro == () and "quiet" in found.con[0]


def test_fit_is_nobodys_homework() -> None:
    """R15, method 6.8: never "work on fit"."""
    found = weigh(replace(FINALIST, reasons=("R15",)), DAY)
    assert not any("fit" in says.casefold() for says in found.raises)


traces = st.builds(
    Trace,
    st.sampled_from([Outcome.REJECTED, Outcome.POSITION_FILLED, Outcome.WITHDRAWN]),
    st.sampled_from([None, *Stage]),
    st.dates(date(2022, 1, 1), DAY),
    st.lists(st.sampled_from([f"R{n:02}" for n in range(1, 20)]), max_size=3).map(tuple),
    st.sampled_from([None, Hand.TEMPLATE, Hand.PERSONAL]),
    st.sampled_from(["", "Ada Reed"]),
    st.sampled_from(["", "A role like it."]),
    st.booleans(),
)


def _texts(found: FoundAgain) -> str:
    return " ".join((*found.pro, *found.con, *found.raises, found.likely))


@given(traces)
def test_never_a_percentage_nor_a_score(trace: Trace) -> None:
    """Issue 4, 9 and method 6.3: high, medium or low with reasons; no odds. Days are the only figures."""
    found = weigh(trace, DAY)
    words = re.sub(r"\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)\b", "", _texts(found))  # fmt: skip
    assert not re.search(r"\d|%|per cent|percent|score|chance|odds", words)
    assert found.pro or found.con
    assert {field.name for field in fields(found)} == {"likely", "pro", "con", "raises"}


@given(traces)
def test_what_speaks_for_the_user_never_lowers_it(trace: Trace) -> None:
    """Further, invited by a person, known to someone, more recent, with a role like it: never worse."""
    here = GRADES[weigh(trace, DAY).likely]
    better = [
        replace(trace, stage=Stage.FINAL_EXECUTIVE),
        replace(trace, invited=Hand.PERSONAL),
        replace(trace, person="Ada Reed"),
        replace(trace, similar="A role like it."),
        replace(trace, ended=DAY),
    ]
    assert all(GRADES[weigh(one, DAY).likely] >= here for one in better)


# ── from the case ───────────────────────────────────────────────────────────


def at(ago: int) -> datetime:
    return NOW - timedelta(days=ago)


ADA = Person("p1", "Ada Reed", "ada@firm.example", Part.HIRING_MANAGER)
TALKS = (
    Happening("1", at(40), Deed.APPLICATION),
    Happening("2", at(20), Deed.INTERVIEW, who="p1", stage=Stage.FINAL_EXECUTIVE),
)
NO = Happening(
    "3",
    at(5),
    MailKind.REJECTION,
    who="p1",
    opened=at(5),
    invitation=True,
    reasons=(ReasonSeen("R04", "One of our own."),),
)


def the_case(*more: Happening, **changes: Any) -> CaseFile:
    file = CaseFile("c", "Firm", "Head of Supply", happenings=(*TALKS, *more), people=(ADA,))
    return replace(file, **changes)


def look(file: CaseFile, others: tuple[str, ...] = ()) -> FoundAgain | None:
    return found_again(file, counsel.stand(file, NOW), NOW, others)


def test_the_case_is_read_into_what_their_records_hold() -> None:
    file = the_case(NO)
    trace = trace_of(file, counsel.stand(file, NOW), NOW)
    assert trace == Trace(
        Outcome.REJECTED, Stage.FINAL_EXECUTIVE, at(5).date(), ("R04",), Hand.PERSONAL, "Ada Reed"
    )
    found = look(file)
    assert found is not None and found.likely is Likely.HIGH


def test_a_running_case_and_a_won_one_are_not_asked() -> None:
    assert look(the_case()) is None
    won = the_case(Happening("4", at(3), Deed.OFFER_ACCEPTED))
    assert look(won) is None


def test_a_person_who_stopped_or_never_met_the_user_is_no_address() -> None:
    stranger = replace(ADA, id="p2", name="Bo", email="bo@firm.example")
    file = the_case(NO, people=(replace(ADA, warmth=Warmth.STOP), stranger))
    trace = trace_of(file, counsel.stand(file, NOW), NOW)
    assert trace is not None and trace.person == ""


def test_a_mailbox_of_the_firm_knows_nobody() -> None:
    mailbox = replace(ADA, name="Firm Recruiting", email="jobs@firm.example")
    file = the_case(NO, people=(mailbox,))
    trace = trace_of(file, counsel.stand(file, NOW), NOW)
    assert trace is not None and trace.person == ""


def test_a_thank_you_is_advised_only_in_its_season() -> None:
    fresh = weigh(replace(FINALIST, stage=Stage.PANEL_ONSITE, ended=DAY - timedelta(days=3)), DAY)
    later = weigh(replace(FINALIST, stage=Stage.PANEL_ONSITE, ended=date(2026, 1, 1)), DAY)
    assert any("thank-you" in says for says in fresh.raises)
    assert not any("thank-you" in says for says in later.raises)
    assert any("Ada Reed" in says for says in later.raises)


def test_a_stop_in_their_words_ends_it() -> None:
    found = look(the_case(replace(NO, stop=True)))
    assert found is not None and found.likely is Likely.LOW and found.raises == ()


def test_a_role_like_it_is_seen_in_signs_and_in_other_cases_there() -> None:
    sign = Happening("5", at(2), Deed.SIGNAL, detail="sibling_role")
    seen = [look(the_case(NO, sign)), look(the_case(NO), ("Supply Planner",))]
    for found in seen:
        assert found is not None and any("role like it" in says for says in found.pro)
    rank_alone = look(the_case(NO), ("Head of Marketing",))
    assert rank_alone is not None
    assert not any("role like it" in says for says in rank_alone.pro)


def test_it_travels_in_time() -> None:
    file = the_case(NO)
    then = at(6)
    assert found_again(file, counsel.stand(file, then), then) is None
