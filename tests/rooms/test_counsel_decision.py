"""Gates, the amendments of the panel (4.5), the next question, and what the JSON refuses."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from afterword.counsel import answers_from_json, decide
from afterword.counsel.decision.answers import CONTEXT, FLAGS, MORE
from afterword.counsel.decision.factors import FACTORS, FIGHT, GATES
from afterword.counsel.decision.rules import band_for
from afterword.counsel.decision.scale import Scale
from afterword.errors import UserError
from afterword.terms import Advice, Band

#: S2, coded in the contract: everything speaks for one letter.
STRONG: dict[str, Any] = {
    "F1": 1, "F2": 1, "F3": 1, "F4": 1, "F5": 1, "F8": 1, "F9": 1, "F10": 0.5,
    "W1": 1, "W2": 0.5, "W4": 1, "W5": 0.5, "W6": 1, "W7": 1,
}  # fmt: skip
#: S1 Jill: the seat is taken, the tie is good.
JILL = STRONG | {"F1": -0.8, "F2": None, "F3": -1, "W5": 1}


def advice(base: dict[str, Any], **more: Any) -> Advice:
    given_ = {**base}
    context = {}
    for key, value in more.items():
        (context if key in CONTEXT else given_)[key] = value
    return decide(answers_from_json({**given_, "context": context}))


# ── gates ───────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("gate", "band"),
    [
        ("G1", Band.MOVE_ON),  # suppressed
        ("G2", Band.WAIT),  # pause persuasion, keep the facts
        ("G3", Band.KEEP_WARM),  # the warm score decides as usual
        ("G4", Band.WAIT),
        ("G5", Band.KEEP_WARM),
        ("G6", Band.KEEP_WARM),
        ("G7", Band.LIGHT_TOUCH),
        ("G9", Band.KEEP_WARM),
    ],
)
def test_each_gate_replaces_a_cleared_fight(gate: str, band: Band) -> None:
    assert advice(STRONG).band is Band.FIGHT
    held = advice(STRONG, **{gate: True})
    assert held.band is band
    assert gate in held.gates
    assert held.next_step.what


def test_gates_are_asked_in_order() -> None:
    every = {gate.id: True for gate in GATES}
    for first, second in pairwise(("G1", "G2", "G4")):
        assert advice(STRONG, **every).band is advice(STRONG, **{first: True}).band
        every.pop(first)
        if second == "G4":
            every.pop("G3")
    assert advice(STRONG, **every).band is Band.WAIT


def test_accepted_elsewhere_means_declining_within_a_day() -> None:
    held = advice(STRONG, G3=True)
    assert held.play == "P21"
    assert held.next_step.when == "within one business day"


def test_they_come_back_after_one_signed_elsewhere_one_honest_question() -> None:
    held = advice(STRONG, G3=True, they_came_back=True)
    assert held.band is Band.ASK_FIRST
    assert held.next_step.who.startswith("yourself")


def test_a_running_clock_waits_until_two_business_days_after_the_date() -> None:
    no_doubt = STRONG | {"F2": 0}
    # Friday 13 March 2026 + 2 business days = Tuesday 17 March
    for today in ("2026-03-10", "2026-03-13", "2026-03-16"):
        held = advice(no_doubt, promised_date="2026-03-13", today=today)
        assert (held.band, held.gates) == (Band.WAIT, ("G8",))
        assert "17 March" in held.next_step.when
    after = advice(no_doubt, promised_date="2026-03-13", today="2026-03-17")
    assert "G8" not in after.gates


def test_a_named_doubt_one_can_answer_need_not_wait() -> None:
    assert advice(STRONG, promised_date="2026-03-13", today="2026-03-10").band is Band.FIGHT


def test_the_user_overrules_the_running_clock() -> None:
    free = advice(STRONG | {"F2": 0}, promised_date="2026-03-13", today="2026-03-10", G8=False)
    assert "G8" not in free.gates


def test_what_is_known_in_confidence_never_moves_the_words() -> None:
    held = advice(STRONG, confidential_trigger=True)
    assert held.gates == ("G9",)
    assert "no question about the vacancy" in held.next_step.what


def test_fixed_rules_shut_the_door_and_a_changed_rule_opens_it() -> None:
    assert advice(STRONG, fixed_rules=True).band is Band.LIGHT_TOUCH
    bar = STRONG | {"F1": None, "F2": -1, "F3": 1}
    assert advice(bar).gates == ("G7",)
    assert "G7" not in advice(bar, F7=1).gates
    assert "G7" not in advice(bar, G7=False).gates


# ── amendments of the panel ─────────────────────────────────────────────────


def test_a_fight_needs_something_to_answer_and_something_new() -> None:
    # an offer is out (+0.4), so the decision is not simply open
    base = STRONG | {"F1": 0.4, "F6": 1, "F7": -0.3}
    assert advice(base).band is Band.FIGHT
    assert advice(base, F2=0).fight_score >= 12
    assert advice(base, F2=0).band is Band.KEEP_WARM  # proof that answers no stated reason
    assert advice(base, F3=0).band is Band.KEEP_WARM  # a reason without proof
    assert advice(base, F2=0, F7=1).band is Band.FIGHT  # they had a fact wrong


def test_an_open_decision_with_nothing_new_waits_after_one_line() -> None:
    held = advice(STRONG, F3=-1)
    assert held.band is Band.WAIT
    assert held.next_step.what.startswith("One line")


@pytest.mark.parametrize("value", [-0.5, -1])
def test_pride_or_escape_ends_the_fight_question(value: float) -> None:
    held = advice(STRONG, F9=value)
    assert held.band is Band.KEEP_WARM  # the tie is a question of its own
    assert "next target" in held.next_step.who
    assert advice(STRONG, F9=-0.4).band is Band.FIGHT


@pytest.mark.parametrize(
    "sign", [{"soft_stop": True}, {"template": True}, {"unanswered": 2}, {"unanswered": True}]
)
def test_a_soft_stop_is_at_most_a_light_touch(sign: dict[str, Any]) -> None:
    assert advice(JILL, **sign).band is Band.LIGHT_TOUCH
    assert advice(STRONG, **sign).band is Band.LIGHT_TOUCH
    cold = JILL | {"W1": -1, "W2": -1, "W6": -1, "W7": -1, "W5": -1}
    assert advice(cold, **sign).band is Band.MOVE_ON  # at most: not at least


def test_one_message_without_an_answer_is_not_two() -> None:
    assert advice(JILL, unanswered=1).band is Band.KEEP_WARM


def test_a_very_small_firm_gets_a_light_touch() -> None:
    assert advice(JILL, small_firm=True).band is Band.LIGHT_TOUCH


def test_no_to_a_role_there_is_courtesy_only() -> None:
    held = advice(JILL | {"W2": 1, "W3": 1}, W4=-1)
    assert held.warm_score > 6
    assert held.band is Band.MOVE_ON


def test_another_concrete_seat_is_asked_about() -> None:
    held = advice(JILL, other_seat="the desk Ana leaves in May")
    assert held.band is Band.KEEP_WARM
    assert held.play == "P17"
    assert "the desk Ana leaves in May" in held.next_step.what


def test_unpaid_work_again_and_an_agency_get_a_question_first() -> None:
    unpaid = advice(STRONG, unpaid_work_again=True, promised_date="2026-03-13", today="2026-03-10")
    assert unpaid.band is Band.ASK_FIRST
    assert "part of the decision" in unpaid.next_step.what
    agency = advice(JILL, agency=True)
    assert (agency.band, agency.play) == (Band.ASK_FIRST, "P25")


@pytest.mark.parametrize(
    ("warm", "band"),
    [({"W1": 1, "W2": 0.5}, Band.KEEP_WARM),  # 6
     ({"W1": 1, "W2": 0.25}, Band.LIGHT_TOUCH),  # 5
     ({}, Band.LIGHT_TOUCH),  # 0
     ({"W2": -0.5}, Band.MOVE_ON)],
)  # fmt: skip
def test_the_cut_offs_of_the_warm_score(warm: dict[str, float], band: Band) -> None:
    assert advice({"F1": -0.8} | warm).band is band


def test_a_taken_seat_is_never_fought_for() -> None:
    taken = {f.id: f.best for f in FIGHT} | {"F1": -0.1, "W1": 1, "W4": 1}
    held = advice(taken)
    assert held.fight_score > 12
    assert held.band is Band.KEEP_WARM


def test_coverage_below_sixty_percent_asks_first() -> None:
    thin = {"F1": 1, "F2": 1, "F3": 1}  # 14 of 31 points of weight, F = 14
    assert advice(thin).fight_score == 14
    assert advice(thin).band is Band.ASK_FIRST
    assert advice(thin | {"F4": 0, "F5": 0}).band is Band.FIGHT  # 20 of 31


# ── the next question ───────────────────────────────────────────────────────


def test_nothing_known_asks_for_the_state_of_the_decision() -> None:
    nothing = advice({})
    assert nothing.band is Band.ASK_FIRST
    assert nothing.question_factor == "F1"
    assert set(nothing.unknown) == set(FACTORS)


def test_the_order_of_questions_is_state_reason_evidence_wish_line() -> None:
    """Method 4.3: typical order F1 > F2 > F3 > F9 > F5, while each could change the band."""
    asked, known = [], {}
    for factor in ("F1", "F2", "F3", "F9", "F5"):
        asked.append(advice(known).question_factor)
        known[factor] = FACTORS[factor].best
    assert asked == ["F1", "F2", "F3", "F9", "F5"]


def test_one_stops_asking_when_no_answer_can_change_the_band() -> None:
    assert advice(JILL, W4=1).next_question == ""


@settings(max_examples=200, deadline=None)
@given(
    st.fixed_dictionaries(
        {}, optional={name: st.sampled_from([-1.0, -0.5, 0.0, 0.3, 1.0]) for name in FACTORS}
    )
)
def test_a_question_can_change_the_band_and_what_would_change_does(known: dict[str, float]) -> None:
    answers = answers_from_json(known)
    held = decide(answers)
    for factor in FACTORS.values():  # what-ifs are counted by difference: they must agree
        for value in (factor.best, factor.worst):
            supposed = Scale(answers).supposing(factor, value)
            whole = Scale(answers.given(factor.id, value))
            assert (supposed.fight, supposed.warm) == (whole.fight, whole.warm)
            assert supposed.best_fight == whole.best_fight
            assert abs(supposed.coverage - whole.coverage) < 1e-9
    if held.question_factor and held.band is not Band.ASK_FIRST:
        factor = FACTORS[held.question_factor]
        assert answers.value(factor.id) is None
        others = {band_for(answers.given(factor.id, v)) for v in (factor.best, factor.worst)}
        assert others != {held.band}
    assert held.next_step.what and held.next_step.when and held.why
    assert held.band is not Band.FIGHT or (
        answers.F1 is not None and answers.F1 >= 0 and (answers.F3 or 0) > 0
    )


# ── the JSON that comes in ──────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("given_", "says"),
    [
        ({"F11": 1}, "F11"),
        ({"F1": 1.5}, "between -1 and 1"),
        ({"F1": -2}, "between -1 and 1"),
        ({"F1": float("nan")}, "between -1 and 1"),
        ({"F1": True}, "a number"),
        ({"F1": "1"}, "a number"),
        ({"G1": 1}, "true, false or null"),
        ({"template": True}, "inside"),
        ({"context": {"mood": 1}}, "mood"),
        ({"context": {"today": "12.3.2026"}}, "2026-03-12"),
        ({"context": {"unanswered": -1}}, "unanswered"),
        ({"context": {"agency": "yes"}}, "agency"),
        ({"context": []}, "object"),
    ],
)
def test_what_cannot_be_right_is_refused_with_a_sentence(given_: dict[str, Any], says: str) -> None:
    with pytest.raises(UserError) as refused:
        answers_from_json(given_)
    assert says in str(refused.value)
    assert str(refused.value).endswith((".", "”."))


def test_null_is_unknown_everywhere() -> None:
    empty = dict.fromkeys((*FACTORS, *(g.id for g in GATES)))
    empty["context"] = dict.fromkeys(CONTEXT)  # type: ignore[assignment]
    assert answers_from_json(empty) == answers_from_json({})


def test_the_context_is_that_of_the_contract() -> None:
    contract = {
        "promised_date", "today", "soft_stop", "template", "unanswered", "agency", "small_firm",
        "other_seat", "fixed_rules", "confidential_trigger", "unpaid_work_again",
        "they_came_back",
    }  # fmt: skip
    ours = {
        "needs_care", "claim", "no_contact", "review_open", "rescinded", "reposted", "talked_on",
        "invitation", "country", "names", "after_no", "asks_money", "offered", "other_offer_by",
        "told", "thanked", "referred", "comes_again",
    }  # fmt: skip
    assert set(FLAGS) | set(MORE) == CONTEXT == contract | ours
    assert all("?" in asks for asks in (*FLAGS.values(), *MORE.values()))
