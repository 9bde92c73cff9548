"""The next step obeys the story: its dates, its open questions, and nothing of another case.

Each cause was found by a second reader; the stories are of this file alone.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.counsel import answers_from_json, decide
from afterword.counsel.decision.answers import CONTEXT, Answers
from afterword.counsel.decision.timing import named_time, their_day
from afterword.terms import Advice, Band

Known = dict[str, Any]

#: A saddler in Graz, one of the last two, who got on with the owner; the seat is taken.
SADDLER: Known = {
    "F1": -0.8, "F4": 1, "F5": 1, "F8": 1, "F9": 1,
    "W1": 1, "W2": 1, "W4": 1, "W5": 0.5, "W6": 1,
}  # fmt: skip
#: A tram driver in Porto: still open, a doubt named, an answer at hand.
DRIVER: Known = SADDLER | {"F1": 1, "F2": 1, "F3": 1}


def advice(base: Known, **more: Any) -> Advice:
    context = {key: value for key, value in more.items() if key in CONTEXT}
    coded = {key: value for key, value in more.items() if key not in CONTEXT}
    return decide(answers_from_json({**base, **coded, "context": context}))


def said(held: Advice) -> str:
    step = held.next_step
    return " ".join(
        (held.headline, held.why, step.who, step.what, step.when, held.next_question, held.fallback)
    )


# ── the day they named to come back ─────────────────────────────────────────


@pytest.mark.parametrize(
    ("words", "phrase", "day"),
    [
        ("ring me in February", "in February", date(2027, 2, 1)),
        ("come by after New Year with a piece", "after New Year", date(2027, 1, 7)),
        ("a line at the end of November", "at the end of November", date(2026, 11, 25)),
        ("write at the beginning of March", "at the beginning of March", date(2027, 3, 1)),
        ("call on 14 December", "on 14 December", date(2026, 12, 14)),
        ("call on December 14", "on December 14", date(2026, 12, 14)),
        ("write after January", "after January", date(2027, 2, 1)),
        ("ask again next month", "next month", date(2026, 12, 1)),
        ("ask again next year", "next year", date(2027, 1, 7)),
        ("let us speak 2026-12-01", "2026-12-01", date(2026, 12, 1)),
        ("stay in touch, the shop opens this summer", "this summer", None),
        ("write in November", "", None),  # it is November: the time has come
        ("you may write to me any day", "", None),  # no month of that name
        ("hand it in before Easter", "", None),  # an end is no time to come back
        ("stay in touch", "", None),
    ],
)
def test_the_time_they_named_is_read_from_their_words(
    words: str, phrase: str, day: date | None
) -> None:
    assert named_time(Answers(invitation=words, today=date(2026, 11, 9))) == (phrase, day)


@given(st.dates(date(2020, 1, 1), date(2035, 12, 31)), st.integers(0, 11), st.integers(0, 4))
def test_a_named_day_is_never_today_nor_before(today: date, month: int, part: int) -> None:
    name = date(2000, month + 1, 1).strftime("%B")
    words = ("in ", "at the end of ", "after ", "mid ", "on 31 ")[part] + name
    _phrase, day = named_time(Answers(invitation=f"call me {words}", today=today))
    assert day is None or day > today


@pytest.mark.parametrize("seat", [None, "the bench his father leaves"])
def test_what_they_set_a_time_for_is_not_asked_about_before(seat: str | None) -> None:
    held = advice(
        SADDLER, invitation="ring me in May", other_seat=seat, today="2026-02-10", country="AT"
    )
    assert held.band is Band.KEEP_WARM and held.headline == "Come back at the time they named"
    assert "from 4 May" in held.next_step.when  # the first is a holiday
    assert "ask nothing about it before" in held.next_step.what
    assert "sooner" not in said(held) and "soon" not in held.headline
    assert (held.play, "bench" in held.next_step.what) == (
        ("P17", True) if seat else ("P15", False)
    )


def test_without_a_day_there_is_no_calendar_and_an_offered_talk_gets_two_days() -> None:
    plain = advice(SADDLER, invitation="stay in touch", today="2026-02-10")
    assert "calendar" not in said(plain) and "no day" in plain.next_step.what.lower()
    tea = advice(SADDLER, invitation="a cup of tea some time", today="2026-02-10")
    assert "let them name the day" in tea.next_step.what and "calendar" not in said(tea)


def test_what_begins_later_is_said_yes_to_now() -> None:
    held = advice(SADDLER, invitation="teach the apprentices from October", today="2026-08-03")
    assert held.headline == "Say yes, gladly"
    assert "say yes, gladly" in held.next_step.what and "nothing about it" not in said(held)


def test_another_seat_without_a_time_is_asked_about_within_two_days() -> None:
    held = advice(SADDLER, other_seat="two cutters retire", today="2026-02-10")
    assert held.next_step.when == "by 12 February"
    assert "the other seat (two cutters retire)" in held.next_step.what


# ── before they decide ──────────────────────────────────────────────────────


def test_while_they_decide_no_date_is_named_that_may_come_too_late() -> None:
    """They meet, nobody said when; then on Thursday; then tomorrow."""
    assert "before they decide" in advice(DRIVER, today="2026-06-08").next_step.when
    held = advice(DRIVER, today="2026-06-08", promised_date="2026-06-09")
    assert held.next_step.when == "today, before they decide"
    far = advice(DRIVER, today="2026-06-08", promised_date="2026-06-19", country="DE")
    assert far.next_step.when == "by 10 June, well before 19 June"
    gone = advice(DRIVER, today="2026-06-08", promised_date="2026-06-04")
    assert gone.band is Band.FIGHT and "4 June" not in gone.next_step.when


def test_the_weekday_of_their_meeting_is_a_day_to_be_in_time_for() -> None:
    friday = Answers(invitation="bring it to the board on Friday", today=date(2026, 6, 8))
    assert their_day(friday) == date(2026, 6, 12)
    held = advice(
        DRIVER, they_came_back=True, invitation="bring it on Wednesday", today="2026-06-09"
    )
    assert held.band is Band.FIGHT and held.next_step.when == "today, before they decide"
    assert "bring it on Wednesday" in held.next_step.what


def test_a_letter_while_another_holds_the_offer_goes_before_anybody_signs() -> None:
    held = advice(DRIVER, F1=0.4, F6=1, today="2026-06-08", after_no=True)
    assert held.band is Band.FIGHT and "before anybody signs" in held.next_step.when


def test_a_day_that_is_past_but_not_by_two_is_not_met_with_a_line_tonight() -> None:
    held = advice(DRIVER, F2=0, F3=-1, G8=False, promised_date="2026-06-08", today="2026-06-09")
    assert held.band is Band.WAIT and "until 10 June" in held.next_step.when


# ── an open decision is not accepted, and a mistake is put right at once ─────


@pytest.mark.parametrize("F1", [1, 0.4])
def test_a_mistake_of_fact_is_put_right_by_telephone_today(F1: float) -> None:
    """A signalman refused for a colour test that was another man's."""
    held = advice(DRIVER, F1=F1, F7=1, after_no=True, today="2026-06-08")
    assert held.band is Band.FIGHT and held.headline == "Ring today and say what is so"
    assert "by telephone today" in held.next_step.what and "June" not in held.next_step.when
    assert "accept" not in said(held) and "trial" not in said(held)


@pytest.mark.parametrize("more", [{}, {"F7": 1}, {"F2": 0, "F7": 0.5}, {"after_no": True}])
def test_no_open_decision_is_accepted(more: Known) -> None:
    held = advice(DRIVER, today="2026-06-08", **more)
    assert held.band is Band.FIGHT
    assert "accept" not in held.next_step.what and "trial" not in held.next_step.what


def test_an_offer_withdrawn_by_mistake_is_mended_before_anybody_is_sued() -> None:
    """A lock keeper: the offer went back over a debt of his namesake; the seat is kept a week."""
    held = advice(DRIVER, F7=1, rescinded=True, after_no=True)
    assert held.band is Band.FIGHT and "owed" not in said(held)
    assert (
        advice(DRIVER, F7=1, F3=-1, rescinded=True).headline == "First find out what you are owed"
    )


def test_after_an_offer_is_taken_back_the_old_employer_comes_first() -> None:
    held = advice(SADDLER, F1=-1, F2=-1, rescinded=True, today="2026-05-05")
    assert held.next_step.when.startswith("your employer by 6 May, the advice by 7 May")


# ── the question is about what they said ────────────────────────────────────

OPEN: Known = {"F4": 1, "F5": 1, "F8": 1, "F9": 1, "W4": 1}


@pytest.mark.parametrize(
    ("context", "asks"),
    [
        ({"they_came_back": True, "after_no": True}, "What has changed"),
        ({"invitation": "we see you here, in another shape"}, "what do you have in mind"),
        ({"after_no": False}, "has something changed"),
    ],
)
def test_where_nobody_refused_the_stock_questions_are_not_asked(context: Known, asks: str) -> None:
    held = advice(OPEN, **context)
    assert held.band is Band.ASK_FIRST and asks in held.next_question
    assert "final" not in said(held) and "made the difference" not in said(held)
    assert "today" in held.next_step.when and "Listen first" in held.next_step.what
    assert "made the difference" in advice(OPEN, after_no=True).next_question


def test_a_condition_they_named_is_what_is_asked_about() -> None:
    held = advice(OPEN, F2=0.5, after_no=True)
    assert held.question_factor == "F1" and "what you named" in held.next_question


def test_a_word_given_and_then_long_silence_gets_one_calm_question_with_a_day() -> None:
    """An innkeeper was told at table that she was the one; sixteen days, and no paper."""
    told: Known = {"F3": -1, "F4": 1, "F9": 1, "W1": 1, "W4": 1}
    held = advice(told, after_no=False, talked_on="2026-06-01", today="2026-06-23")
    assert held.band is Band.ASK_FIRST and "by which day" in held.next_question
    assert "Nobody has said no" in held.why
    early = advice(told, after_no=False, talked_on="2026-06-01", today="2026-06-05")
    assert early.band is not Band.ASK_FIRST and "argue" not in said(early)


def test_a_form_from_the_firm_does_not_close_the_way_through_the_agency() -> None:
    held = advice(OPEN, F5=0.3, agency=True, template=True, after_no=True)
    assert held.band is Band.ASK_FIRST and held.headline == "Ask the agency first"
    for more in ({"soft_stop": True}, {"unanswered": 2}, {"F5": -1}):
        quiet = advice(OPEN | {"F5": 0.3}, agency=True, template=True, **more)
        assert quiet.band is not Band.ASK_FIRST


# ── a mail that asks for money ──────────────────────────────────────────────


def test_who_asks_for_money_gets_none_and_no_answer() -> None:
    """A fruit picker in Split is to pay for his bed by gift card; the farm writes in haste."""
    held = advice(OPEN, asks_money=True, G2=True, they_came_back=True, country="GB")
    step = held.next_step
    assert held.band is Band.MOVE_ON and held.headline == "Send no money, and do not answer"
    assert step.what.startswith("Send no money") and "police" in step.who and step.when == "today"
    assert "not your fault" in held.why and "Acas" not in said(held)
    assert held.pro == held.con == held.would_change == () and held.next_question == ""
    assert "do not answer" in held.fallback
    # despair comes before everything else, even this
    assert advice(OPEN, asks_money=True, needs_care=True).headline == "First you, and no letter"


# ── nothing of another case ─────────────────────────────────────────────────


def test_a_post_that_was_refused_is_not_declined() -> None:
    held = advice(SADDLER, G3=True, after_no=True, W4=-1)
    assert held.band is Band.MOVE_ON and held.headline == "It is settled, and you are free"
    assert "hear it from others" not in said(held) and "decline within" not in said(held)
    assert advice(DRIVER, G3=True, after_no=False).play == "P21"


def test_a_call_for_names_only_where_they_reach_further() -> None:
    far = advice(SADDLER, W2=0.5, W7=1)
    assert far.play == "P13" and "15 minutes" in far.next_step.what
    near = advice(SADDLER, W2=0.5)
    assert near.play == "P12" and "who do you know" not in said(near)
    assert "next time" in near.next_step.what


def test_a_permit_with_a_named_day_is_a_warm_tie_and_a_merit_list_is_not() -> None:
    """Method 5, R13: warm with a date. A diver from Perth; they ask for a licence in spring."""
    diver = SADDLER | {"F1": -1, "F2": -1}
    held = advice(diver, G7=True, invitation="come back when we have the licence this spring")
    assert held.band is Band.KEEP_WARM and "reserve list" not in said(held)
    assert "this spring" in held.next_step.when and "so does their word" in held.headline
    listed = advice(diver, fixed_rules=True, invitation="come back this spring")
    assert listed.band is Band.LIGHT_TOUCH


def test_what_the_rules_allow_is_named() -> None:
    """A surveyor of bridges, second on points; the notice lets one ask for the merits in writing."""
    for more in ({"no_contact": True, "F5": -1}, {"F5": 0.3}):
        held = advice(SADDLER, fixed_rules=True, today="2026-06-08", **more)
        assert "comparative merits" in held.next_step.what and "in writing" in held.next_step.what


def test_the_honest_are_not_suspected() -> None:
    held = advice(SADDLER, claim="secret", invitation="a bench in the new shop")
    assert "untrue" not in said(held) and "rumour" not in said(held)
    assert "a bench in the new shop" in held.next_step.what


@pytest.mark.parametrize(
    "wounds", ["no point in you", "spying", "old desk", "Long three months", "sooner the better"]
)
def test_words_that_wound_or_stumble_are_gone(wounds: str) -> None:
    cases = (
        advice(SADDLER, needs_care=True),
        advice(SADDLER | {"F1": 0.4, "F2": -0.3, "F3": 0.5, "F7": -0.3}, reposted=True),
        advice(SADDLER, other_seat="the post she leaves"),
        advice(SADDLER, G2=True, country="GB"),
    )
    for held in cases:
        assert wounds not in said(held)


@pytest.mark.parametrize(
    ("words", "rings"),
    [
        ("Ring me when you feel like it.", True),
        ("Do give me a call once you are back.", True),
        ("Rufen Sie mich an, wenn Sie mögen.", True),
        ("Come for a coffee one of these days.", False),
        ("Write to me when you have news.", False),
    ],
)
def test_who_asked_to_be_rung_is_rung_and_not_asked_for_leave(words: str, rings: bool) -> None:
    step = advice(SADDLER, invitation=words, today="2026-02-10").next_step
    assert step.what.startswith("Ring, and do not write") is rings
    assert words in step.what


def test_an_invitation_taken_up_weeks_later_says_so() -> None:
    fresh = advice(
        SADDLER, after_no=True, F8=1, invitation="Ring me when you like.", today="2026-02-10"
    )
    late = advice(
        SADDLER, after_no=True, F8=-1, invitation="Ring me when you like.", today="2026-02-10"
    )
    assert "weeks since" not in fresh.next_step.what
    assert "weeks since" in late.next_step.what
