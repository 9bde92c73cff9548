"""What the advice says to a person, cause by cause: each found by a reader, each with its own story.

The stories are of this file alone. A band that the method fixes stays; what is tested is what is
said, what is asked, to whom a step goes, and that nothing is sent where nobody may be written to.
"""

from __future__ import annotations

import json
import sys
from io import StringIO
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from afterword.counsel import advice_to_json, answers_from_json, decide
from afterword.counsel.decision.answers import CONTEXT, FLAGS
from afterword.counsel.decision.clauses import SHADES, clause
from afterword.counsel.decision.factors import FACTORS, GATES
from afterword.counsel.decision.headlines import BY_RULE as HEADLINES
from afterword.counsel.decision.questions import NOT_NOW, OF_RULE
from afterword.counsel.decision.reasons import BY_RULE as REASONS
from afterword.counsel.decision.rules import RULES
from afterword.counsel.decision.steps import BY_RULE as STEPS
from afterword.errors import UserError
from afterword.faces.cli import main
from afterword.terms import Advice, Band

Known = dict[str, Any]

#: A bookbinder, one of the last two in Bruges, who got on with the owner; the seat is taken.
BINDER: Known = {
    "F1": -0.8, "F4": 1, "F5": 1, "F8": 1, "F9": 1,
    "W1": 1, "W2": 0.5, "W4": 1, "W5": 0.5, "W6": 1,
}  # fmt: skip
#: A surveyor in Leith: still open, a doubt named, an answer at hand.
SURVEYOR: Known = BINDER | {"F1": 1, "F2": 1, "F3": 1}


def advice(base: Known, **more: Any) -> Advice:
    context = {key: value for key, value in more.items() if key in CONTEXT}
    coded = {key: value for key, value in more.items() if key not in CONTEXT}
    return decide(answers_from_json({**base, **coded, "context": context}))


def everything(held: Advice) -> str:
    """All that the person reads, in one string."""
    step = held.next_step
    said = [held.headline, held.why, step.who, step.what, step.when, held.next_question]
    said += [w.says for w in (*held.pro, *held.con)] + list(held.would_change)
    return " ".join(filter(None, said))


# ── (a) nothing is sent where nobody may or can be written to ───────────────


def test_a_notice_that_forbids_contact_is_kept_and_has_an_end() -> None:
    """A forester, seventh on a state list in Ljubljana; the notice forbids letters to the panel."""
    held = advice(BINDER | {"F5": -1}, fixed_rules=True, no_contact=True, today="2026-05-04")
    assert held.band is Band.WAIT
    assert held.headline == "Send nothing; do what the rules allow"
    assert "next call" in held.next_step.what and "Write to nobody" in held.next_step.what
    assert "2 June" in held.next_step.when
    assert "thank" not in everything(held).lower()


def test_nobody_to_write_to_under_fixed_rules_is_no_touch_even_if_not_said_outright() -> None:
    assert advice(BINDER | {"F5": -1}, fixed_rules=True).band is Band.WAIT
    assert advice(BINDER | {"F5": 0.3}, fixed_rules=True).band is Band.LIGHT_TOUCH  # 4.5 G7


def test_a_formal_review_is_named_with_its_last_day() -> None:
    """A midwife whose points were added up wrongly; the appeal is open for ten days."""
    held = advice(BINDER | {"F5": 0.3, "F7": 1}, G7=True, review_open=True, today="2026-05-04")
    assert held.band is Band.ASK_FIRST
    assert "the way the notice says" in held.next_step.what and "last day" in held.next_step.when
    # where nothing can be shown to be wrong, one takes advice, and writes no letter
    vague = advice(BINDER | {"F2": 0, "F7": None}, G7=True, review_open=True, today="2026-05-04")
    assert vague.band is Band.WAIT and "last day" in vague.next_step.when


def test_a_nameless_form_after_one_talk_is_left_with_nothing_to_send() -> None:
    """A cook, one talk, then a form from an address that takes no replies."""
    cook: Known = {"F5": -1, "W2": -0.5, "W3": 1, "W4": 0.5, "W5": 1}
    held = advice(cook, template=True)
    assert held.warm_score > 0 and held.band is Band.MOVE_ON
    assert held.next_step.what.startswith("Send nothing")
    assert "through their page" in held.next_step.what
    # somebody who met the cook in the late rounds may still have one line of thanks, by name
    late = advice(cook | {"W1": 1}, template=True)
    assert late.band is Band.LIGHT_TOUCH and "never to the portal" in late.next_step.what


def test_a_ban_on_contact_ends_even_a_warm_tie() -> None:
    assert advice(BINDER, no_contact=True).band is Band.MOVE_ON


def test_a_stop_is_kept_down_to_the_apology_and_a_public_post_is_named_with_care() -> None:
    held = advice(BINDER, G1=True, other_seat="the post on their page")
    assert held.band is Band.MOVE_ON
    assert "not even an apology" in held.next_step.what
    assert "adviser" in held.next_step.what and "private word is not" in held.next_step.what
    assert held.pro == held.con == ()


# ── (b) the person first ────────────────────────────────────────────────────


def test_in_despair_the_person_is_met_and_no_letter_is_spoken_for() -> None:
    """A tiler in Cork who has not slept since the no: no letter, somebody to talk to, an end."""
    held = advice(SURVEYOR, needs_care=True, country="GB", today="2026-03-02")
    assert held.band is Band.WAIT
    step = held.next_step
    assert "Write no letter" in step.what and "one person today" in step.what
    assert "116 123" in step.what and "999" in step.what
    assert step.when.startswith("today") and "9 March" in step.when
    assert held.pro == held.con == held.would_change == () and held.next_question == ""
    assert "never what you are worth" in held.why


def test_without_a_country_a_directory_of_helplines_is_named() -> None:
    assert "findahelpline.com" in advice(BINDER, needs_care=True).next_step.what


@pytest.mark.parametrize("gate", [gate.id for gate in GATES])
def test_no_gate_comes_before_the_person(gate: str) -> None:
    held = advice(SURVEYOR, needs_care=True, **{gate: True})
    assert held.headline == "First you, and no letter" and gate in held.gates


# ── (c) the truth first ─────────────────────────────────────────────────────


def test_an_untruth_told_is_named_and_the_excuse_dropped() -> None:
    """A pilot boatman who claimed a licence he sits for in June; they ask for the paper."""
    held = advice(SURVEYOR | {"F2": -1, "F3": -1}, claim="untrue", names={"decider": "Ms. Ray"})
    assert held.band is Band.WAIT and "G6" in held.gates
    assert held.next_step.who == "Ms. Ray"
    assert held.next_step.what.startswith("Drop the excuse and tell the truth")
    assert "withdraw" in held.next_step.what


def test_after_a_no_an_untruth_is_not_mended_by_a_second() -> None:
    held = advice(BINDER, claim="untrue")
    assert held.band is Band.WAIT
    assert "no letter that repeats it" in held.next_step.what


def test_proof_that_is_not_ones_own_stays_and_something_else_is_asked_for() -> None:
    held = advice(SURVEYOR, claim="secret")
    assert held.band is Band.ASK_FIRST
    assert "not even with the names blacked out" in held.next_step.what
    assert held.next_question in held.next_step.what
    assert advice(BINDER, claim="secret").band is Band.KEEP_WARM  # nothing left to settle


def test_a_rumour_is_left_out() -> None:
    assert "Leave the rumour out" in advice(BINDER, claim="unproven").next_step.what


def test_a_claim_that_nobody_explained_is_as_before() -> None:
    assert advice(SURVEYOR, G6=True).band is Band.KEEP_WARM


# ── (d) words that wound ────────────────────────────────────────────────────


def test_neither_escape_nor_pride_is_held_against_anybody() -> None:
    for value in (-1, -0.5, -0.3, -0.1):
        for base in (BINDER, SURVEYOR):
            said = everything(advice(base, F9=value)).lower()
            assert "pride" not in said and "escape" not in said


def test_a_low_wish_is_said_as_one_and_ill_treatment_as_theirs() -> None:
    low = advice(SURVEYOR, F9=-0.3, F2=0)
    assert "You are not sure of the work and the people." in [w.says for w in low.con]
    badly = advice(BINDER, F9=-1, W8=-1)
    assert "did not treat you well" in badly.why


@pytest.mark.parametrize("F1", [1, 0.4, -0.8, None])
def test_a_remark_that_may_be_unlawful_is_theirs_and_says_what_helps(F1: float | None) -> None:
    """A conductor asked in the final whether "her faith allows evenings"; two heard it."""
    held = advice(SURVEYOR, G2=True, F1=F1, F6=-1, F9=-0.3, W8=-1, country="DE", today="2026-03-02")
    said = everything(held)
    assert held.band is Band.WAIT
    assert "not your fault" in said and "who heard it" in said and "two months" in said
    assert "inside" not in said and "not sure" not in said
    assert [w.factor for w in held.con] == ["W8"] and held.pro == ()
    # undecided, the advice must come before their day: the wait is shorter
    assert ("4 March" if F1 == 1 else "9 March") in held.next_step.when


def test_a_grievance_is_not_fed_with_points() -> None:
    held = advice(SURVEYOR, G4=True)
    assert {w.factor[0] for w in held.pro} == {"W"} and held.con == ()
    assert "tomorrow" in held.headline and "tomorrow" in held.next_step.when
    old = advice(SURVEYOR, G4=True, F8=-1, F1=-1)
    assert "one other advert" in old.next_step.what


def test_shades_stand_between_the_ends_and_never_leave_a_gap_of_meaning() -> None:
    for id, shades in SHADES.items():
        for low, high, words in shades:
            assert FACTORS[id].worst <= low <= high <= FACTORS[id].best
            assert low * high > 0 and words not in (FACTORS[id].good, FACTORS[id].bad)
            assert clause(id, low) == clause(id, high) == words
    assert clause("F9", 1) == FACTORS["F9"].good and clause("F9", -1) == FACTORS["F9"].bad


# ── (e) the question fits the moment ────────────────────────────────────────


def test_before_a_verdict_nobody_is_asked_what_went_wrong() -> None:
    held = advice({"F1": 1, "F4": 1, "F5": 1, "F8": 1, "F9": 1})
    assert (held.band, held.question_factor) == (Band.ASK_FIRST, "F2")
    assert "pause" in held.next_question and "done differently" not in everything(held)
    after_it = advice({"F1": 0.4, "F4": 1, "F5": 1, "F8": 1, "F9": 1})
    assert "done differently" in after_it.next_question


def test_while_their_clock_runs_nothing_is_asked() -> None:
    held = advice(SURVEYOR | {"F2": None}, promised_date="2026-05-08", today="2026-05-04")
    assert held.band is Band.WAIT and held.next_question == ""


def test_after_a_written_no_the_no_is_not_doubted() -> None:
    held = advice(BINDER | {"F1": None, "F3": 1}, after_no=True)
    assert held.question_factor == "F1" and "made the difference" in held.next_question
    assert "still deciding" not in everything(held)


def test_a_rule_that_stands_is_not_asked_about() -> None:
    """A welder without the card for the yard: who has accepted is no matter."""
    held = advice({"F2": -1, "F5": 0.3, "F8": 1, "W2": -0.5, "W4": 0.5}, G7=False)
    assert held.band is Band.MOVE_ON and held.next_question == ""
    assert "and not you" in held.why


def test_a_day_that_has_passed_is_asked_about_and_nothing_else() -> None:
    """A luthier promised word by Friday; on Thursday after, one friendly line."""
    held = advice(
        {"F1": 1, "F9": 1, "F5": 0.3, "W4": 1, "W6": 0.5},
        promised_date="2026-05-08", today="2026-05-14",
    )  # fmt: skip
    assert (held.band, held.question_factor) == (Band.ASK_FIRST, "F1")
    assert "how far you are" in held.next_question and "seen" not in everything(held)
    # a doubt that can be answered is still answered
    assert advice(SURVEYOR, promised_date="2026-05-08", today="2026-05-14").band is Band.FIGHT


@pytest.mark.parametrize(
    ("base", "context"),
    [
        (SURVEYOR, {"unpaid_work_again": True}),
        (BINDER, {"unpaid_work_again": True}),
        (SURVEYOR, {"agency": True}),
        (BINDER | {"F1": None}, {"agency": True}),
        (BINDER, {"G3": True, "they_came_back": True}),
        (SURVEYOR, {"claim": "secret"}),
        (BINDER | {"F1": 0.4, "F2": -0.3, "F3": 0.5, "F7": -0.3}, {"reposted": True}),
    ],
)
def test_who_is_told_to_ask_is_told_what(base: Known, context: Known) -> None:
    held = advice(base, **context)
    assert held.band is Band.ASK_FIRST
    assert held.next_question.endswith("?") and held.next_question in held.next_step.what


def test_work_asked_for_after_a_no_is_asked_about_as_a_project() -> None:
    assert "paid project" in advice(BINDER, unpaid_work_again=True).next_question


def test_a_question_goes_through_the_one_who_introduced() -> None:
    names = {"introducer": "Mrs. Abe", "decider": "Mr. Kita"}
    held = advice({"F3": 0.5, "F8": 1, "F9": 1, "W4": 1}, names=names, country="JP")
    assert held.band is Band.ASK_FIRST
    assert held.next_step.who == "Mrs. Abe, who introduced you"
    assert "passed on" in held.next_question and "accepted" not in everything(held)


# ── (f) the live chance ─────────────────────────────────────────────────────


@pytest.mark.parametrize("spent", [False, True])
def test_the_other_seat_is_the_matter_and_the_old_one_is_not(spent: bool) -> None:
    """A glazier: the head post is gone, the bench by the window is free."""
    held = advice(BINDER | {"F2": -0.8}, other_seat="the bench in the north shop", G5=spent)
    assert held.band is Band.KEEP_WARM and held.play == "P17"
    assert "the bench in the north shop" in held.next_step.what
    assert not [w for w in (*held.pro, *held.con) if w.factor[0] == "F"]
    assert "other" in held.headline


def test_an_agency_with_other_seats_is_asked_about_those() -> None:
    held = advice(BINDER, agency=True, other_seat="the dairy on her books")
    assert held.band is Band.KEEP_WARM and held.next_step.who == "the agency recruiter"


def test_their_invitation_is_taken_at_its_word() -> None:
    held = advice(BINDER, W2=1, invitation="call me when the new wing opens in May")
    assert "call me when the new wing opens in May" in held.next_step.what


def test_a_form_that_invites_back_is_answered_the_way_it_asks() -> None:
    held = advice(BINDER | {"F1": 1, "F5": -1, "W2": -0.5}, template=True, they_came_back=True)
    assert held.band is Band.LIGHT_TOUCH and held.headline == "Answer the way they ask"
    assert "No letter beside it" in held.next_step.what


def test_being_asked_back_is_an_invitation_and_no_fight() -> None:
    held = advice(SURVEYOR, they_came_back=True, F7=1)
    assert held.band is Band.FIGHT and "answer gladly" in held.headline
    assert "old no" in held.next_step.what


def test_an_offer_taken_back_asks_first_what_is_owed() -> None:
    held = advice(BINDER | {"F1": -1, "F2": -1}, rescinded=True, today="2026-05-04")
    assert held.band is Band.WAIT and "6 May" in held.next_step.when
    assert "what you are owed" in held.next_step.what
    later = advice(BINDER | {"F1": -1, "F8": -1}, rescinded=True)
    # Who chose the user is warm: asked once whom they know, not left alone until the work comes near.
    assert later.band is Band.KEEP_WARM and "whom they know" in later.next_step.what


# ── (g) a wait has an end; not too early, never a third time ────────────────


def test_two_days_after_a_talk_is_too_early_and_seven_business_days_are_not() -> None:
    talk: Known = {"F1": 1, "F8": 1, "F9": 0.5, "W4": 0.5}
    early = advice(talk, talked_on="2026-05-07", today="2026-05-11")
    assert early.band is Band.WAIT and "18 May" in early.next_step.when
    assert advice(talk, talked_on="2026-05-07", today="2026-05-18").band is Band.ASK_FIRST
    # later in Germany (contract, ruling 2)
    slow = advice(talk, talked_on="2026-05-07", today="2026-05-18", country="DE")
    assert slow.band is Band.WAIT
    assert advice(SURVEYOR, talked_on="2026-05-07", today="2026-05-11").band is Band.FIGHT


def test_one_message_without_an_answer_while_they_decide_waits() -> None:
    assert advice({"F1": 1, "F8": 1, "F9": 0.5, "W4": 0.5}, unanswered=1).band is Band.WAIT


def test_after_two_unanswered_there_is_no_third() -> None:
    for more in ({}, {"F5": -1, "W1": None, "W6": None}):
        held = advice(BINDER | more, unanswered=2, today="2026-05-04")
        assert held.band in (Band.LIGHT_TOUCH, Band.MOVE_ON)
        assert held.headline == "No third message"
        assert held.next_step.what.startswith("Send no third message")


ENDS = ("until", "by ", "on ", "in ", "tomorrow", "within", "when ")


@settings(max_examples=300, deadline=None)
@given(
    st.fixed_dictionaries(
        {}, optional={name: st.sampled_from([-1.0, -0.3, 0.3, 1.0]) for name in FACTORS}
    ),
    st.sets(st.sampled_from([gate.id for gate in GATES]), max_size=2),
    st.sets(st.sampled_from(sorted(FLAGS)), max_size=2),
    st.booleans(),
)
def test_every_answer_says_who_what_when_and_a_wait_ends(
    known: Known, gates: set[str], flags: set[str], dated: bool
) -> None:
    known = {k: max(FACTORS[k].worst, min(FACTORS[k].best, v)) for k, v in known.items()}
    context: Known = dict.fromkeys(flags, True) | ({"today": "2026-05-04"} if dated else {})
    held = decide(answers_from_json({**known, **dict.fromkeys(gates, True), "context": context}))
    step = held.next_step
    assert step.who and step.what.endswith((".", "?", "”")) and step.when and held.headline
    if held.band is Band.WAIT:
        assert any(word in step.when for word in ENDS), step.when
    if held.band is Band.ASK_FIRST:
        assert held.next_question
    if "no_contact" in flags:
        free = gates & {"G3"} and not gates & {"G1", "G2", "G4"}  # one may always step back
        assert free or held.band in (Band.MOVE_ON, Band.WAIT)
    assert len(held.next_question) < 130 and "  " not in everything(held)


# ── the tables fit together ─────────────────────────────────────────────────


def test_every_table_by_rule_names_rules_that_exist() -> None:
    rules = {rule.id for rule in RULES}
    for table in (HEADLINES, REASONS, STEPS, OF_RULE, NOT_NOW):
        assert set(table) <= rules
    assert len(rules) == len(RULES)


def test_what_an_answer_without_the_new_keys_gets_has_the_contracts_shape() -> None:
    shape = advice_to_json(advice(BINDER, G1=True))
    assert shape["reasons"]["against"] == [
        "They asked not to be contacted, and that is respected. (G1)"
    ]
    assert set(shape["next_step"]) == {"who", "what", "when"}


@pytest.mark.parametrize(
    ("context", "says"),
    [
        ({"claim": "embellished"}, "claim"),
        ({"names": {"uncle": "Bo"}}, "names"),
        ({"country": 7}, "country"),
        ({"needs_care": 1}, "needs_care"),
        ({"talked_on": "lately"}, "talked_on"),
        ({"invitation": 3}, "invitation"),
    ],
)
def test_the_new_keys_are_refused_with_a_sentence(context: Known, says: str) -> None:
    with pytest.raises(UserError, match=says):
        answers_from_json({"context": context})


def test_the_command_asks_for_everything_in_plain_words(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["decide", "--asks"]) == 0
    asked = capsys.readouterr().out
    for key in (*FACTORS, *(gate.id for gate in GATES), *CONTEXT):
        assert key in asked
    given_ = {"F1": 1, "context": {"needs_care": True}}
    monkeypatch.setattr(sys, "stdin", StringIO(json.dumps(given_)))
    assert main(["decide"]) == 0
    assert capsys.readouterr().out.startswith("wait: First you, and no letter")
