"""Doors that somebody else opened: an offer, a call back, a review, another offer that runs out.

Each story was told by somebody who had not seen the rules; the rules are for the next thousand.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from afterword.counsel import answers_from_json, decide
from afterword.counsel.decision import Answers
from afterword.counsel.decision.timing import before_they_decide, named_time
from afterword.terms import Advice, Band

Known = dict[str, Any]

#: A finalist who was met, answered and treated well; where they stand is not known.
KNOWN: Known = {"F4": 1, "F5": 1, "F8": 1, "F9": 1, "W1": 1, "W4": 1, "W6": 1, "W8": 0.5}


def advice(known: Known, **context: Any) -> Advice:
    """The advice on these answers, gates among them, with the context beside."""
    return decide(answers_from_json({**known, "context": context}))


def test_a_spoken_offer_is_thanked_for_and_asked_for_in_writing() -> None:
    held = advice(
        KNOWN | {"F1": 1}, offered=True, after_no=False, talked_on="2026-03-18", today="2026-03-19"
    )
    assert held.band is Band.ASK_FIRST and "in writing" in held.next_question
    assert "Say yes to nothing" in held.next_step.what


def test_another_offer_that_ends_first_is_told_them_today() -> None:
    """They decide on the 28th; the other paper must be signed by the 24th."""
    open_: Known = KNOWN | {"F1": 1, "F3": -1}
    dates = {"today": "2026-04-22", "promised_date": "2026-04-28", "after_no": False}
    held = advice(open_, other_offer_by="2026-04-24", **dates)
    assert held.band is Band.ASK_FIRST and held.next_step.when == "today"
    assert "24 April" in held.next_question and "only if it is true" in held.next_step.what
    # where their day comes first, it is waited for; a day that has gone by presses nobody
    assert advice(open_, other_offer_by="2026-04-30", **dates).band is Band.WAIT
    assert advice(open_, other_offer_by="2026-04-20", **dates).band is Band.WAIT
    # and after a no there is nothing to hasten
    assert (
        "other offer"
        not in advice(
            KNOWN | {"F1": -0.8}, other_offer_by="2026-04-24", today="2026-04-22", after_no=True
        ).headline
    )


def test_who_is_called_back_answers_at_once_and_is_not_told_to_be_silent() -> None:
    """The winner moves away; the clinic rings on the same morning: would you still think about us?"""
    back = {"they_came_back": True, "talked_on": "2026-07-16", "today": "2026-07-16"}
    held = advice(KNOWN | {"F1": 1, "W2": 1}, after_no=True, country="NZ", **back)
    assert held.band is Band.ASK_FIRST and held.next_step.when.startswith("today")
    assert "old no" in held.next_step.what
    # who would not work there, or has no line to them, is not sent there
    assert advice(KNOWN | {"F1": 1, "W4": -1}, **back).band is not Band.ASK_FIRST


@pytest.mark.parametrize("shown", [{"F7": 1}, {"F2": 1}])
def test_a_review_that_is_open_is_asked_for_where_something_can_be_shown(shown: Known) -> None:
    held = advice(KNOWN | shown, fixed_rules=True, review_open=True, after_no=True)
    assert held.band is Band.ASK_FIRST and "last day" in held.next_step.when
    assert "the way the notice says" in held.next_step.what


def test_where_nothing_can_be_shown_a_review_is_a_question_for_an_adviser() -> None:
    """A teacher passed over against the contract; the union knows the window."""
    held = advice(KNOWN | {"F1": -0.8, "F2": 0}, review_open=True, after_no=True)
    assert held.band is Band.WAIT and "union" in held.next_step.who


def test_a_contract_taken_back_is_answered_with_nothing_gracious() -> None:
    held = advice(KNOWN | {"G4": True}, rescinded=True, after_no=True, today="2026-06-10")
    assert held.band is Band.WAIT and "not even something gracious" in held.next_step.what
    assert "employment law" in held.next_step.who


def test_a_form_alone_does_not_end_it_where_the_one_who_decides_answers() -> None:
    """A form from the department, and the plant manager's own number in the pocket (4.5: ask once)."""
    held = advice(KNOWN | {"F3": 0.5}, template=True, after_no=True)
    assert held.band is Band.ASK_FIRST
    # known to be taken, or asked for quiet, it is at most a light touch as ever
    assert advice(KNOWN | {"F1": -0.8}, template=True).band is Band.LIGHT_TOUCH
    assert advice(KNOWN, template=True, soft_stop=True, after_no=True).band is Band.LIGHT_TOUCH


def test_we_will_get_in_touch_is_waited_for_while_nobody_has_said_no() -> None:
    held = advice(KNOWN, soft_stop=True, after_no=False, today="2026-03-26")
    assert held.band is Band.WAIT and "count it as a no" in held.next_step.when


def test_a_date_that_passed_yesterday_has_two_business_days_more() -> None:
    """Promised on a public holiday; the user says, rightly, that the day is over."""
    held = advice(
        KNOWN | {"F1": 1, "F3": 0.5, "G8": False},
        promised_date="2026-09-23", today="2026-09-24", country="SA", after_no=False,
    )  # fmt: skip
    assert held.band is Band.WAIT and "27 September" in held.next_step.when


def test_while_another_holds_the_offer_one_line_keeps_the_door() -> None:
    held = advice(KNOWN | {"F1": 0.4, "F2": -0.3, "F3": -1}, after_no=True)
    assert held.band is Band.KEEP_WARM and "should the seat come free" in held.next_step.what
    assert "next time" not in held.next_step.what


def test_who_was_introduced_thanks_through_the_one_between() -> None:
    quiet: Known = {"F3": -1, "F4": 0.5, "F5": 0.3, "F9": 1, "W4": 1, "W6": 0.5}
    names = {"introducer": "Michiko", "decider": "Mr Ogawa"}
    held = advice(quiet, after_no=True, names=names)
    assert held.next_step.who.startswith("Michiko") and "past them" in held.next_step.what
    # who has a line of their own to the one who decides writes there
    own = advice(quiet | {"F1": -0.8, "F5": 1}, after_no=True, names=names)
    assert not own.next_step.who.startswith("Michiko")


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("apply in the last week of February", date(2027, 2, 22)),
        ("write in the second half of May", date(2027, 5, 17)),
        ("pitch for the summer series in April", date(2027, 4, 1)),
        ("come back at the beginning of March", date(2027, 3, 1)),
    ],
)
def test_the_time_they_named_is_the_one_that_was_meant(words: str, day: date) -> None:
    assert named_time(Answers(invitation=words, today=date(2026, 12, 3)))[1] == day


def test_a_seat_that_comes_free_later_is_asked_about_now() -> None:
    """ "The Kisumu base in June" names when the seat is free; "apply in June" when to apply."""
    gone = KNOWN | {"F1": -0.8, "W2": 1, "W5": 1}
    now = {"today": "2026-03-20", "after_no": True}
    seat = advice(gone, other_seat="the base in June", invitation="the base in June", **now)
    assert "What would be the next step" in seat.next_step.what
    assert seat.headline == "Say yes to what they spoke of, soon"
    told = advice(gone, other_seat="the base", invitation="apply for the base in June", **now)
    assert "ask nothing about it before" in told.next_step.what
    assert "Then ask about" not in told.next_step.what


@pytest.mark.parametrize(
    ("words", "does"),
    [
        ("the training from April", "Say what you can begin with now"),
        ("send me what you have in the autumn", "in the autumn, as they said"),
    ],
)
def test_what_they_named_is_taken_up_before_another_seat_is_asked_about(
    words: str, does: str
) -> None:
    held = advice(
        KNOWN | {"F1": -0.8, "W2": 1, "W5": 1}, other_seat="the unit next door",
        invitation=words, today="2026-02-17", after_no=True,
    )  # fmt: skip
    step = held.next_step
    assert does in step.what + step.when and "whom may I talk to" not in step.what


def test_an_answer_at_hand_is_given_and_not_announced() -> None:
    """They are afraid of the nights; the house next door is rented. Nobody has said yes or no."""
    known = KNOWN | {"F2": 1, "F3": 1, "F7": 1, "F9": None}
    held = advice(known, names={"decider": "Dr. N"}, today="2026-03-10")
    assert held.band is Band.ASK_FIRST and held.next_question == "Is the seat still open?"
    assert held.next_step.what.startswith("Give your answer")


def test_the_page_says_of_a_day_gone_by_that_it_is_gone() -> None:
    held = advice(KNOWN | {"F1": 1, "F3": -1}, promised_date="2026-11-12", today="2026-11-13")
    assert held.headline == "Give them two business days more" and "gone by" in held.why
    ahead = advice(KNOWN | {"F1": 1, "F3": -1}, promised_date="2026-11-14", today="2026-11-13")
    assert ahead.headline == "Wait for the day they named"


def test_each_door_has_its_own_way_on_when_no_answer_comes() -> None:
    review = advice(KNOWN | {"F2": 1}, review_open=True, after_no=True)
    assert "before its last day" in review.fallback
    assert "nothing is agreed" in advice(KNOWN | {"F1": 1}, offered=True).fallback


def test_five_days_before_they_meet_is_today_or_tomorrow() -> None:
    thursday = Answers(today=date(2026, 6, 11), promised_date=date(2026, 6, 16), country="GB")
    assert before_they_decide(thursday) == "today or tomorrow, before 16 June"


def test_that_one_would_have_to_wait_is_no_news_worth_a_letter() -> None:
    held = advice(KNOWN, reposted=True, after_no=True)
    assert held.band is Band.ASK_FIRST
    assert not [line for line in held.would_change if line.endswith(": wait.")]
