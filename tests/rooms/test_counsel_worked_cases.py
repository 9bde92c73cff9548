"""The worked cases of the method, typed from the contract: scores as printed, bands by 4.5."""

from __future__ import annotations

import pytest

from afterword.counsel import advice_to_json, answers_from_json, decide
from afterword.counsel.decision.factors import FIGHT, FIGHT_WEIGHT, WARM
from afterword.terms import Band

# columns: F1..F10, W1..W8; None is unknown (contract.md, last table)
_ = None
F = [f"F{i}" for i in range(1, 11)]
W = [f"W{i}" for i in range(1, 9)]
CASES = {
    "S2 objection voiced, undecided": (
        [1, 1, 1, 1, 1, _, _, 1, 1, 0.5], [1, 0.5, _, 1, 0.5, 1, 1, _], 26.0, 16.5, Band.FIGHT),
    "S1 Jill": (
        [-0.8, _, -1, 1, 1, _, _, 1, 1, 0.5], [1, 0.5, _, 1, 1, 1, 1, _], 4.0, 18.0,
        Band.KEEP_WARM),
    "S0 internal or late entrant won": (
        [-0.8, -0.8, -0.5, 1, 0.3, _, _, 1, 1, 0.5], [1, 0.5, 0.5, 1, 1, 0.5, 1, _], -0.1, 18.0,
        Band.KEEP_WARM),
    "S3 client 2": (
        [-0.8, _, -1, 1, 0.3, _, _, 0, 1, 0.5], [1, 0, _, 1, 1, 0.5, 1, _], -0.1, 14.5,
        Band.KEEP_WARM),
    "freeze, finalist": (
        [-1, -1, _, 1, 0.3, _, 1, 1, 1, 0.5], [1, 0.5, 1, 1, 0.5, 0.3, 1, _], 1.9, 17.4,
        Band.KEEP_WARM),
    "template after a screen, no-reply": (
        [_, _, -1, -1, -1, _, _, 1, 0.5, 0], [-1, -0.5, _, 0.5, -0.5, -1, _, _], -6.5, -9.0,
        Band.MOVE_ON),
    "misread gap, offer not yet accepted": (
        [0.4, 1, 1, 1, 1, _, _, 1, 1, 0.5], [1, 0.5, _, 1, 0.5, 1, 1, _], 23.0, 16.5, Band.FIGHT),
    # 4.5 G7: the door is shut by rule, so a light touch whatever the points
    "visa barrier": (
        [_, -1, -1, 1, 0.3, _, -0.3, 1, 1, 0.5], [1, 0.5, _, 0.5, 0.5, 0.3, 1, _], 0.3, 12.9,
        Band.LIGHT_TOUCH),
    "re-posted after three months, new evidence": (
        [1, 0, 0.5, 1, 0.3, _, 0.5, 1, 1, 0.5], [1, 0.5, 1, 1, 0.5, 0.3, 1, _], 17.9, 17.4,
        Band.FIGHT),
    "disrespectful process": (
        [-0.8, _, -1, 1, 0.3, _, _, 1, -1, 0], [1, -0.5, _, -1, 0, -0.5, -1, _], -5.1, -5.5,
        Band.MOVE_ON),
    "form no to a finalist": (
        [_, _, 0.5, 1, 0.3, _, _, 1, 1, 0.5], [1, -0.5, _, 1, 0.5, 0.3, 1, _], 11.9, 10.4,
        Band.ASK_FIRST),
}  # fmt: skip


def coded(name: str, **more: object) -> dict[str, object]:
    """A worked case as the JSON of the contract, with gates and context added."""
    fight, warm, *_rest = CASES[name]
    known = dict(zip(F + W, [*fight, *warm], strict=True))
    gates = {k: v for k, v in more.items() if k[0] == "G" and k[1:].isdigit()}
    context = {k: v for k, v in more.items() if k not in gates}
    return {**known, **gates, "context": context}


@pytest.mark.parametrize("name", CASES)
def test_the_scores_and_the_band_come_out(name: str) -> None:
    advice = decide(answers_from_json(coded(name)))
    *_x, fight, warm, band = CASES[name]
    assert (advice.fight_score, advice.warm_score) == (fight, warm)
    assert advice.band is band


@pytest.mark.parametrize("name", CASES)
def test_every_advice_names_a_concrete_step(name: str) -> None:
    step = decide(answers_from_json(coded(name, today="2026-03-02"))).next_step
    assert step.who and step.what and step.when
    assert len(step.what.split()) > 5
    # a day is a date once today is known
    assert "March" in step.when or "hour" in step.when or "today" in step.when


def test_the_weights_are_those_of_the_method() -> None:
    assert {f.id: f.weight for f in FIGHT} == {
        "F1": 5, "F2": 5, "F3": 4, "F4": 3, "F5": 3, "F6": 2, "F7": 2, "F8": 2, "F9": 3, "F10": 2,
    }  # fmt: skip
    assert {f.id: f.weight for f in WARM} == {
        "W1": 4, "W2": 4, "W3": 3, "W4": 3, "W5": 3, "W6": 3, "W7": 3, "W8": 2,
    }  # fmt: skip
    assert FIGHT_WEIGHT == 31
    # "possible range -25 to +24"
    assert sum(f.weight * f.best for f in WARM) == 24
    assert sum(f.weight * f.worst for f in WARM) == -25


def test_jill_thanks_then_asks_advice_then_asks_for_a_quarter_of_an_hour() -> None:
    advice = decide(answers_from_json(coded("S1 Jill")))
    assert advice.play == "P13"
    assert "15 minutes" in advice.next_step.what and "question" in advice.next_step.what


def test_the_frozen_finalist_writes_a_kind_note() -> None:
    assert decide(answers_from_json(coded("freeze, finalist"))).play == "P18"


def test_the_form_no_asks_whether_the_seat_is_open() -> None:
    advice = decide(answers_from_json(coded("form no to a finalist")))
    assert advice.question_factor == "F1"
    assert advice.next_question.endswith("is your decision final, or still open?")
    assert advice.next_question in advice.next_step.what


def test_the_reposted_seat_is_a_fresh_approach_and_the_open_doubt_is_met_with_proof() -> None:
    reposted = decide(answers_from_json(coded("re-posted after three months, new evidence")))
    assert reposted.play == "P14"
    assert decide(answers_from_json(coded("S2 objection voiced, undecided"))).play == "P06"


def test_the_json_has_the_keys_of_the_contract_and_no_other() -> None:
    shape = advice_to_json(decide(answers_from_json(coded("S1 Jill"))))
    assert set(shape) == {
        "band", "fight", "warm", "reasons", "unknown", "next_question", "next_step",
        "would_change", "gates",
    }  # fmt: skip
    assert shape["band"] == "keep_warm"
    assert shape["fight"] == {"score": 4.0, "coverage": 0.71}  # 22 of 31
    assert shape["warm"] == {"score": 18.0}
    assert set(shape["reasons"]) == {"for", "against"}
    assert set(shape["next_step"]) == {"who", "what", "when"}
    assert shape["unknown"] == ["F2", "F6", "F7", "W3", "W8"]
    assert shape["gates"] == []


def test_reasons_are_at_most_three_a_side_heaviest_first() -> None:
    advice = decide(answers_from_json(coded("S2 objection voiced, undecided")))
    assert [w.factor for w in advice.pro] == ["F1", "F2", "F3"]
    assert advice.con == ()
    jill = decide(answers_from_json(coded("S1 Jill")))
    assert [w.factor for w in jill.con] == ["F1", "F3"]  # why this seat is not argued
    assert [abs(w.points) for w in jill.pro] == sorted(abs(w.points) for w in jill.pro)[::-1]


def test_no_advice_speaks_of_chances() -> None:
    for name in CASES:
        advice = decide(answers_from_json(coded(name)))
        text = " ".join([
            advice.why, advice.next_step.what, advice.fallback, *advice.cost_if_wrong,
            *advice.would_change, *(w.says for w in (*advice.pro, *advice.con)),
        ]).lower()  # fmt: skip
        assert all(word not in text for word in ("%", "per cent", "probab", "odds", "likelihood"))
        assert advice.fallback and all(advice.cost_if_wrong)


def test_every_door_opens_and_there_is_no_other() -> None:
    from afterword import counsel

    for name in counsel.__all__:
        assert getattr(counsel, name) is not None
    assert set(counsel.__all__) == set(counsel._WHERE)
    with pytest.raises(AttributeError):
        counsel.no_such_door  # noqa: B018
