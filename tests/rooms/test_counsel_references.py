"""Those who vouch, judged on a day: who may be named, told, thanked, spared; what nobody speaks to."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from afterword.counsel import checks, giving, next_move, references, stand, voices
from afterword.counsel.references import Step
from afterword.reading.own.promises import STEMS, promise_in, promises_to_tell
from afterword.reading.people.named_by import speaks_of_reader
from afterword.terms import (
    Basis,
    CaseFile,
    Certainty,
    Deed,
    Direction,
    Favour,
    Happening,
    LetterKind,
    Lost,
    MailKind,
    Outcome,
    Part,
    Person,
    ReasonSeen,
    Referee,
    ReferenceKind,
    ReferenceSignal,
    ReferenceStatus,
    Register,
    Remark,
    RemarkKind,
    Stage,
    Standing,
    State,
    Story,
    Vouched,
    Warmth,
)
from afterword.terms.vouching import NO_REGISTER

TODAY = date(2026, 3, 2)  # a Monday
NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)
ANNA = Referee(
    "anna",
    "Anna Berg",
    status=ReferenceStatus.AGREED,
    signal=ReferenceSignal.STRONG_SPECIFIC,
    consent=date(2026, 1, 12),
    will_say="She rebuilt our planning in a year",
    firm="Corvane",
)
BO = Referee("bo", "Bo Lind", status=ReferenceStatus.AGREED, consent=date(2026, 1, 12))
ROUND = references.Process("c", "Planner at Acme", final=date(2026, 3, 9))  # the Monday after
UTRECHT = Story(
    "utrecht",
    "Utrecht",
    action="Moved 14 lines in 9 weekends",
    result="errors from 2.1% to 0.4%",
    numbers=("14", "9"),
    confirm="A. Berg, Corvane",
)
DOUBT = Remark("d1", RemarkKind.DOUBT, "You have not run an automated site.", "eve")
EVE = Person("eve", "Eve Stone", "eve@acme.example", Part.DECISION_MAKER)


def step(referee: Referee, register: Register | None = None, today: date = TODAY) -> Step:
    return references.ready(referee, register or Register((referee,)), today).step


def at(day: int, hour: int = 10) -> datetime:
    return NOW + timedelta(days=day, hours=hour - 10)


def case(*happenings: Happening, register: Register = NO_REGISTER, **more: Any) -> CaseFile:
    more.setdefault("people", (EVE,))
    return CaseFile("c", "Acme", "Planner", happenings=happenings, register=register, **more)


def talk(day: int, stage: Stage = Stage.FINAL_EXECUTIVE) -> Happening:
    return Happening(f"talk{day}", at(day), Deed.INTERVIEW, who="eve", stage=stage)


def mail(day: int, kind: MailKind, **more: Any) -> Happening:
    return Happening(f"{kind}{day}", at(day), kind, opened=at(day), who="eve", **more)


# ── who may be named ────────────────────────────────────────────────────────


def test_nobody_is_named_without_consent() -> None:
    """E02, L06: listed without being told is what 15% did; here it cannot happen."""
    idea = replace(ANNA, status=ReferenceStatus.CANDIDATE_IDEA, consent=None)
    assert step(idea) is Step.ASK
    assert not references.ready(idea, Register((idea,)), TODAY).may_be_named
    assert step(replace(idea, consent=TODAY + timedelta(days=1))) is Step.ASK
    assert references.ready(ANNA, Register((ANNA,)), TODAY).may_be_named
    undated = replace(ANNA, consent=None)
    assert step(undated) is Step.WAIT and "day" in references.ready(undated, Register(), TODAY).why


def test_agreeing_is_no_promise_of_praise() -> None:
    """S0-06: find out what each will actually say."""
    ready = references.ready(BO, Register((BO,)), TODAY)
    assert ready.step is Step.NAME and "not known" in ready.why
    assert "not known" not in references.ready(ANNA, Register((ANNA,)), TODAY).why


@pytest.mark.parametrize("status", [ReferenceStatus.HESITANT, ReferenceStatus.DECLINED])
def test_hesitation_means_another_referee(status: ReferenceStatus) -> None:
    """P22: consent given once does not outweigh a hesitation now."""
    assert step(replace(ANNA, status=status)) is Step.REPLACE


@pytest.mark.parametrize("signal", [ReferenceSignal.MIXED, ReferenceSignal.NEGATIVE])
def test_a_weak_reference_is_talked_over_in_private_and_not_named(signal: ReferenceSignal) -> None:
    """S0-05, E01: a weak reference is common enough to test one's own; no figure is shown."""
    ready = references.ready(replace(ANNA, signal=signal), Register(), TODAY)
    assert (ready.step, ready.may_be_named) == (Step.TALK, False)
    assert "%" not in ready.why and "private" in ready.why


def test_one_request_and_one_reminder() -> None:
    """P22, stop rule: one reminder; then somebody else."""
    asked = replace(ANNA, status=ReferenceStatus.ASKED, consent=None, asked=(date(2026, 2, 26),))
    assert step(asked) is Step.WAIT
    assert step(asked, today=date(2026, 3, 4)) is Step.WAIT  # 4 business days
    assert step(asked, today=date(2026, 3, 5)) is Step.REMIND  # 5
    twice = replace(asked, asked=(date(2026, 2, 26), date(2026, 3, 5)))
    assert step(twice, today=date(2026, 3, 6)) is Step.WAIT
    assert step(twice, today=date(2026, 3, 12)) is Step.REPLACE


def test_who_is_left_alone_or_could_be_asked_unseen_is_never_named() -> None:
    """S0-07: a back-door voice is no referee; a stop holds across all plays (guardrail 1)."""
    behind = replace(ANNA, status=ReferenceStatus.UNCONSENTED_BACKDOOR_POSSIBLE)
    for one in (replace(ANNA, alone=True), behind, replace(ANNA, status=ReferenceStatus.RETIRED)):
        assert step(one) is Step.REST
        assert not references.due(Register((one,)), ROUND, date(2026, 3, 4))


def test_who_was_drawn_on_too_often_is_spared() -> None:
    """Fatigue: three processes within 90 days (our judgement); the fourth asks too much."""
    days = [date(2026, 1, 5), date(2026, 2, 2), date(2026, 2, 23)]
    vouched = tuple(Vouched("anna", f"c{i}", briefed=day) for i, day in enumerate(days))
    register = Register((ANNA,), vouched)
    assert step(ANNA, replace(register, vouched=vouched[:2])) is Step.NAME
    assert step(ANNA, register) is Step.SPARE
    assert step(ANNA, register, date(2026, 4, 6)) is Step.NAME  # 91 days after the first
    same = tuple(replace(one, case="c0") for one in vouched)
    assert step(ANNA, replace(register, vouched=same)) is Step.NAME  # one process, many words
    assert not references.due(register, ROUND, date(2026, 3, 4))  # and is not asked again for it


@given(
    st.sampled_from(ReferenceStatus),
    st.sampled_from(ReferenceSignal),
    st.one_of(st.none(), st.dates(date(2025, 1, 1), date(2027, 1, 1))),
    st.dates(date(2025, 6, 1), date(2026, 6, 1)),
)
@settings(max_examples=150, deadline=None)
def test_naming_always_rests_on_a_consent_that_has_been_given(
    status: ReferenceStatus, signal: ReferenceSignal, consent: date | None, today: date
) -> None:
    """E02: whatever else stands in the register."""
    one = replace(ANNA, status=status, signal=signal, consent=consent)
    ready = references.ready(one, Register((one,)), today)
    assert ready.why
    if ready.may_be_named:
        assert consent is not None and consent <= today


# ── told before a final, thanked after it ───────────────────────────────────


def test_three_business_days_before_a_final() -> None:
    """P22: a final on Monday the 9th wants the referees told by Wednesday the 4th."""
    register = Register((ANNA,))
    (due,) = references.due(register, ROUND, TODAY)
    assert (due.by, due.step) == (date(2026, 3, 4), Step.NAME)
    assert "9 March" in due.why and "4 March" in due.why
    (late,) = references.due(register, ROUND, date(2026, 3, 6))
    assert late.by == date(2026, 3, 6)  # late is still better than not at all
    far = replace(ROUND, final=date(2026, 4, 20))
    assert references.due(register, far, TODAY) == ()
    assert references.due(register, replace(ROUND, final=None), TODAY) == ()


def test_holidays_where_the_firm_is_move_the_day_forward() -> None:
    """P22 counts the recipient's business days: Easter lies before 8 April 2026 in Germany."""
    process = replace(ROUND, country="DE", final=date(2026, 4, 8))
    assert references.deadline(process, date(2026, 3, 30)) == date(2026, 4, 1)


def test_a_new_process_means_a_new_brief() -> None:
    """P22: told for another firm is not told for this one."""
    elsewhere = Register((ANNA,), (Vouched("anna", "other", briefed=date(2026, 2, 20)),))
    assert references.due(elsewhere, ROUND, TODAY)
    here = Register((ANNA,), (Vouched("anna", "c", briefed=date(2026, 2, 27)),))
    assert references.due(here, ROUND, TODAY) == ()
    told_tomorrow = Register((ANNA,), (Vouched("anna", "c", briefed=date(2026, 3, 3)),))
    assert references.due(told_tomorrow, ROUND, TODAY)


def test_when_they_turn_to_references_it_is_today() -> None:
    """P22: a check has begun; three days are no longer there, so today."""
    begun = replace(ROUND, final=None, check=date(2026, 2, 27))
    (due,) = references.due(Register((ANNA,)), begun, TODAY)
    assert due.by == TODAY and "27 February" in due.why
    assert references.due(Register((ANNA,)), begun, date(2026, 3, 20)) == ()


def test_whoever_spoke_is_thanked_and_hears_how_it_ended() -> None:
    """P22: thank and report outcome; two weeks after the end at the latest."""
    called = Vouched("anna", "c", briefed=date(2026, 2, 20), called=date(2026, 2, 26))
    (thanks,) = references.owed(Register((ANNA,), (called,)), ROUND, TODAY)
    assert thanks.by == date(2026, 3, 2) and "26 February" in thanks.why
    thanked = replace(called, thanked=date(2026, 2, 27))
    assert references.owed(Register((ANNA,), (thanked,)), ROUND, TODAY) == ()
    over = replace(ROUND, live=False, final=None, ended=date(2026, 3, 1))
    (word,) = references.owed(Register((ANNA,), (thanked,)), over, TODAY)
    assert word.by == date(2026, 3, 15)
    told = replace(thanked, outcome_told=date(2026, 3, 2))
    assert references.owed(Register((ANNA,), (told,)), over, TODAY) == ()
    after = replace(called, thanked=date(2026, 3, 2))  # one letter thanks and tells
    assert references.owed(Register((ANNA,), (after,)), over, TODAY) == ()
    assert references.owed(Register((ANNA,), (thanked,)), over, date(2026, 6, 1)) == ()


# ── the plan ────────────────────────────────────────────────────────────────


def test_the_plan_asks_for_referees_before_a_final() -> None:
    """P22 in the morning plan: brief who agreed, ask who has not been asked."""
    move = next_move(case(talk(7), register=Register((ANNA,))), NOW)
    assert (move.play, move.letter, move.who) == ("P22", LetterKind.REFERENCE_BRIEF, "anna")
    assert move.when == date(2026, 3, 4)
    idea = replace(BO, status=ReferenceStatus.CANDIDATE_IDEA, consent=None)
    move = next_move(case(talk(7), register=Register((idea,))), NOW)
    assert (move.play, move.letter, move.who) == ("P22", LetterKind.REFERENCE_REQUEST, "bo")
    done = Register((ANNA,), (Vouched("anna", "c", briefed=TODAY),))
    assert next_move(case(talk(7), register=done), NOW).play != "P22"
    assert (
        next_move(case(talk(7, Stage.RECRUITER_SCREEN), register=Register((ANNA,))), NOW).play == ""
    )


def test_a_reference_check_says_they_are_about_to_ask() -> None:
    """P22: mail of kind reference_check; whoever agreed is told today, urgently."""
    asked = mail(-1, MailKind.REFERENCE_CHECK)
    move = next_move(case(asked, register=Register((ANNA, BO))), NOW)
    assert (move.play, move.letter, move.who) == ("P22", LetterKind.REFERENCE_BRIEF, "anna")
    assert "about to ask" in move.why
    nobody = next_move(case(asked), NOW)
    assert (nobody.play, nobody.who) == ("P22", "") and "Who will speak" in nobody.question
    told = tuple(Vouched(who, "c", briefed=TODAY) for who in ("anna", "bo"))
    assert next_move(case(asked, register=Register((ANNA, BO), told)), NOW).play != "P22"


def test_the_plan_tells_the_referees_how_it_ended() -> None:
    """P22 after a no and after a yes: those who lent their name hear it."""
    called = Vouched("anna", "c", called=at(-20).date())
    register = Register((ANNA,), (called,))
    no = mail(-18, MailKind.REJECTION)
    move = next_move(case(mail(-25, MailKind.REFERENCE_CHECK), no, register=register), NOW)
    assert (move.play, move.letter, move.who) == ("P22", LetterKind.REFERENCE_THANKS, "anna")
    yes = Happening("yes", at(-1), Deed.OFFER_ACCEPTED, Direction.OUT)
    move = next_move(case(yes, register=register), NOW)
    assert (move.letter, move.who) == (LetterKind.REFERENCE_THANKS, "anna")


def lost_twice(**more: Any) -> Register:
    lost = (
        Lost("b", "Head at Bolt", date(2026, 1, 8), "GB"),
        Lost("c", "Planner at Acme", at(-25).date(), "GB"),
    )
    vouched = (
        Vouched("anna", "b", called=date(2026, 1, 5), outcome_told=date(2026, 1, 9)),
        Vouched("anna", "c", called=date(2026, 1, 30), outcome_told=date(2026, 2, 16)),
        Vouched("bo", "c", called=date(2026, 1, 30), outcome_told=date(2026, 2, 16)),
    )
    return Register((BO, ANNA), vouched, lost, **more)


def test_two_late_losses_after_checks_ask_for_a_private_talk() -> None:
    """P23, S0-07: the referee is asked, without accusation; whoever spoke in both comes first."""
    found = checks.suspicion(lost_twice(), TODAY)
    assert found is not None
    assert [one.id for one in found.ask] == ["anna", "bo"]
    assert "private" in found.why and "chance" in found.why and "%" not in found.why
    once = replace(lost_twice(), lost=lost_twice().lost[:1])
    assert checks.suspicion(once, TODAY) is None
    assert checks.suspicion(lost_twice(), date(2026, 1, 20)) is None  # only one by then


def test_p23_is_settled_once() -> None:
    """P23, stop rule: after the talk it rests, until another loss follows a check."""
    talked = lost_twice(talked=(date(2026, 2, 20),))
    assert checks.suspicion(talked, TODAY) is None
    before = lost_twice(talked=(date(2026, 1, 20),))
    assert checks.suspicion(before, TODAY) is not None


def test_a_copy_is_a_late_and_separate_option_where_the_law_knows_one() -> None:
    """L02, L06: UK and EU only, dated, with what it may cost; never part of a courtesy."""
    found = checks.suspicion(lost_twice(), TODAY)
    assert found is not None and "goodwill" in found.copy and "2026" in found.copy
    assert "withheld" in found.copy and "not legal advice" in found.copy
    german = tuple(replace(one, country="DE") for one in lost_twice().lost)
    found = checks.suspicion(replace(lost_twice(), lost=german), TODAY)
    assert found is not None and found.copy and "withheld" not in found.copy
    abroad = tuple(replace(one, country="US") for one in lost_twice().lost)
    found = checks.suspicion(replace(lost_twice(), lost=abroad), TODAY)
    assert found is not None and found.copy == ""


def test_the_plan_raises_p23_in_the_last_of_them_only() -> None:
    """P23 in the morning plan, with no letter: the talk is private."""
    file = case(
        mail(-30, MailKind.REFERENCE_CHECK), mail(-25, MailKind.REJECTION), register=lost_twice()
    )
    move = next_move(file, NOW)
    assert (move.play, move.letter, move.who) == ("P23", None, "anna")
    other = replace(file, id="b")
    assert next_move(other, NOW).play != "P23"
    talked = replace(file, register=lost_twice(talked=(TODAY,)))
    assert next_move(talked, NOW).play != "P23"


def test_what_counts_as_lost_after_a_check() -> None:
    """P23, R14: a no after they turned to references, or one that names the checks itself."""

    def lost(file: CaseFile) -> Lost | None:
        return checks.lost_after_check(file, stand(file, NOW), NOW)

    check, no = mail(-25, MailKind.REFERENCE_CHECK), mail(-18, MailKind.REJECTION)
    found = lost(case(check, no))
    assert found is not None and found.on == at(-18).date()
    assert lost(case(no)) is None
    assert lost(case(check)) is None
    named = replace(no, reasons=(ReasonSeen("R14", "after completing our checks"),))
    assert lost(case(named)) is not None
    declined = Happening("d", at(-18), Deed.OFFER_DECLINED, Direction.OUT)
    assert lost(case(check, declined)) is None


# ── what they say, and to whom ──────────────────────────────────────────────


def test_a_doubt_nobody_vouches_against_stands_first() -> None:
    """Issue 4, item 7: what they said they will say, against the doubts voiced."""
    other = Remark("d2", RemarkKind.DOUBT, "Too little time in planning.", "eve")
    guessed = Remark("d3", RemarkKind.DOUBT, "perhaps pay", "eve", Basis.GUESSED)
    file = case(remarks=(other, DOUBT, guessed), stories=(UTRECHT,))
    meets = {"d2": frozenset({"anna"}), "d1": frozenset({"utrecht"})}
    rows = voices.against_doubts(file, Register((ANNA, BO)), meets, TODAY)
    assert [row.doubt.id for row in rows] == ["d1", "d2"]
    assert rows[0].nobody and [(w.id, s.id) for w, s in rows[0].could] == [("anna", "utrecht")]
    assert [one.id for one in rows[1].by] == ["anna"]
    hesitant = replace(ANNA, status=ReferenceStatus.HESITANT)
    rows = voices.against_doubts(file, Register((hesitant,)), meets, TODAY)
    assert all(row.nobody and not row.could for row in rows)


IN_A_FINAL = Standing(State.AWAITING, Stage.FINAL_EXECUTIVE)


def test_the_reference_nobody_asked_for() -> None:
    """S0-17: a former boss writes unasked, with specific evidence, to the one who decides."""
    file = case(remarks=(DOUBT,), stories=(UTRECHT,))
    meets = {"d1": frozenset({"utrecht"})}
    found = voices.unprompted(file, IN_A_FINAL, Register((ANNA,)), meets, TODAY)
    assert found is not None
    assert (found.referee.id, found.story.id, found.to.id) == ("anna", "utrecht", "eve")
    assert found.doubt == DOUBT and "automated site" in found.why


@pytest.mark.parametrize(
    "change",
    [
        {"stories": (replace(UTRECHT, confirm="Someone Else"),)},
        {"stories": (replace(UTRECHT, confidential=True),)},
        {"stories": (replace(UTRECHT, result="a great success", numbers=()),)},
        {"stories": (replace(UTRECHT, result="She was flawless; errors fell to 0.4%"),)},
        {"people": (replace(EVE, warmth=Warmth.STOP),)},
        {"people": (replace(EVE, part=Part.COORDINATOR),)},
    ],
)
def test_only_believable_facts_they_saw_and_only_to_one_who_decides(change: dict[str, Any]) -> None:
    """S0-17, E03: implausibly glowing letters are discounted; general praise is no evidence."""
    file = case(remarks=(DOUBT,), **{"stories": (UTRECHT,), **change})
    assert voices.unprompted(file, IN_A_FINAL, Register((ANNA,)), {}, TODAY) is None


def test_no_unprompted_word_early_late_or_without_consent() -> None:
    """S0-17 within P22: consent first; and never after they closed."""
    file = case(remarks=(DOUBT,), stories=(UTRECHT,))
    early = Standing(State.AWAITING, Stage.RECRUITER_SCREEN)
    closed = Standing(State.CLOSED, Stage.FINAL_EXECUTIVE, Outcome.REJECTED)
    for standing in (early, closed):
        assert voices.unprompted(file, standing, Register((ANNA,)), {}, TODAY) is None
    idea = replace(ANNA, consent=None, status=ReferenceStatus.CANDIDATE_IDEA)
    assert voices.unprompted(file, IN_A_FINAL, Register((idea,)), {}, TODAY) is None


def test_praise_too_high_to_be_believed_is_pointed_at() -> None:
    """E03 (earlier draft): implausibly glowing letters are discounted."""
    assert voices.too_high("the best manager I have ever met") == "the best manager I have ever"
    assert voices.too_high("He cut errors from 2.1% to 0.4%") == ""


def test_who_could_vouch_is_who_saw_it() -> None:
    """Issue 4, item 6: who could vouch, from the stories first, then a mentor."""
    people = [
        voices.Known("m", "Mia Ek", Part.MENTOR),
        voices.Known("j", "Jan Visser"),
        voices.Known("anna", "Anna Berg"),
    ]
    stories = [replace(UTRECHT, confirm="J. Visser, buyer; Tom Hart, planner"), UTRECHT]
    found = voices.could_vouch(people, stories, Register((ANNA,)))
    assert [(one.who.id, one.who.name) for one in found] == [
        ("j", "Jan Visser"),
        ("", "Tom Hart"),
        ("m", "Mia Ek"),
    ]
    assert found[-1].basis is Basis.INFERRED and found[0].basis is Basis.SAID


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("J. Visser", "Jan Visser", True),
        ("Dr Jan Visser", "jan visser", True),
        ("Jan Visser", "Piet Visser", False),
        ("Visser", "Jan Visser", False),
        ("", "", False),
    ],
)
def test_names(a: str, b: str, same: bool) -> None:
    assert voices.same_name(a, b) is same


def test_who_could_be_asked_behind_ones_back_and_how_we_know() -> None:
    """S0-07, L07: who could be asked, said, inferred or guessed; never who was."""
    behind = Referee(
        "cy", "Cy Roth", status=ReferenceStatus.UNCONSENTED_BACKDOOR_POSSIBLE, firm="Dune"
    )
    moved = checks.Moved("di", "Di Watt", before="Corvane", now="Acme")
    elsewhere = checks.Moved("ed", "Ed Orr", before="Corvane", now="Bolt")
    client = replace(BO, kind=ReferenceKind.CLIENT, firm="Elm")
    register = Register((ANNA, behind, client))
    found = checks.back_doors("Acme", register, (moved, elsewhere))
    assert [(door.who, door.basis) for door in found] == [
        ("Cy Roth", Basis.SAID),
        ("Di Watt", Basis.INFERRED),
        ("Corvane", Basis.GUESSED),
        ("Dune", Basis.GUESSED),
    ]


def test_the_law_of_back_doors_is_a_dated_pointer() -> None:
    """L06, L07."""
    assert "consent" in checks.law("GB") and "EU" in checks.law("DE")
    assert "unregulated" in checks.law("US-CA")
    for place in ("GB", "DE", "US", ""):
        assert "not legal advice" in checks.law(place) and "2026" in checks.law(place)


# ── give and take ───────────────────────────────────────────────────────────


LEAD = Favour("f", "ann", "Ann", "received", "introduction", date(2026, 2, 20), "to Bo at Elm")


def test_an_introduction_is_reported_back_on_within_two_weeks() -> None:
    """S1-06, method 2b: thank and report the result within two weeks; kindly, also later."""
    (turn,) = giving.turns([LEAD], TODAY)
    assert turn.is_due and turn.by == date(2026, 3, 6) and "6 March" in turn.prompt
    (late,) = giving.turns([LEAD], date(2026, 5, 1))
    assert "still welcome" in late.prompt
    (told,) = giving.turns([replace(LEAD, returned=date(2026, 2, 25))], TODAY)
    assert not told.is_due
    assert giving.turns([LEAD], date(2026, 2, 1)) == ()


def test_nothing_is_ever_owed_to_the_user_and_nobody_has_a_balance() -> None:
    """S4-13, guardrail 3: a gift stays a gift."""
    given_ = replace(LEAD, id="g", way="given")
    rows = giving.turns([given_, replace(LEAD, kind="advice")], TODAY)
    assert not any(row.is_due for row in rows)
    assert not any(word in row.says for row in rows for word in ("owe", "balance", "even"))
    long_ago = replace(LEAD, basis=Basis.INFERRED, on=date(2025, 6, 1))
    assert not giving.turns([long_ago], TODAY)[0].is_due


def test_a_word_nobody_asked_for_comes_from_one_whose_words_are_known() -> None:
    """S0-17 with S0-06: agreement alone is not enough, and without a doubt it waits for a final."""
    file = case(remarks=(DOUBT,), stories=(UTRECHT,))
    meets = {"d1": frozenset({"utrecht"})}
    silent = replace(ANNA, will_say="", signal=ReferenceSignal.UNKNOWN)
    assert voices.unprompted(file, IN_A_FINAL, Register((silent,)), meets, TODAY) is None
    panel = Standing(State.AWAITING, Stage.PANEL_ONSITE)
    assert voices.unprompted(file, panel, Register((ANNA,)), {}, TODAY) is None
    assert voices.unprompted(file, panel, Register((ANNA,)), meets, TODAY) is not None


def test_a_check_long_ago_does_not_hide_a_final_ahead() -> None:
    """P22: briefed or not in October, a final in March wants a word in March."""
    old = mail(-60, MailKind.REFERENCE_CHECK)
    move = next_move(case(old, talk(7), register=Register((ANNA,))), NOW)
    assert (move.play, move.who, move.when) == ("P22", "anna", date(2026, 3, 4))
    unsure = replace(mail(-1, MailKind.REFERENCE_CHECK), certainty=Certainty.LOW)
    process = references.process_of(case(unsure), stand(case(unsure), NOW), NOW)
    assert process.check is None  # a doubtful reading is a question, not a check


def test_the_letters_of_the_last_round_go_first_while_there_is_time() -> None:
    """P05 before P22 until the day of P22 has nearly come; then P22 (our judgement)."""
    register = Register((ANNA,))
    met = talk(-4, Stage.HIRING_MANAGER_INTERVIEW)
    early = case(met, talk(9), register=register)  # a final on the 11th: told by the 6th
    assert next_move(early, NOW).play == "P05"
    near = case(met, talk(8), register=register)  # on the 10th: told by the 5th
    assert next_move(near, at(1)).play == "P22"
    nothing_else = case(talk(9), register=register)
    assert next_move(nothing_else, NOW).play == "P22"


def test_a_word_that_was_promised_does_not_lapse() -> None:
    """The user wrote "I will let you know"; two months later it is still owed, until they wrote again."""
    drawn = Vouched("anna", "c", called=date(2026, 2, 26), thanked=date(2026, 2, 27))
    over = replace(ROUND, live=False, final=None, ended=date(2026, 3, 1))
    late = date(2026, 6, 1)
    assert references.owed(Register((ANNA,), (drawn,)), over, late) == ()
    promised = replace(drawn, promised=date(2026, 2, 27), written=date(2026, 2, 27))
    (word,) = references.owed(Register((ANNA,), (promised,)), over, late)
    assert "27 February" in word.why and "how it ended" in word.why
    since = replace(promised, written=date(2026, 4, 2))
    assert references.owed(Register((ANNA,), (since,)), over, late) == ()
    told = replace(promised, outcome_told=date(2026, 4, 2))
    assert references.owed(Register((ANNA,), (told,)), over, late) == ()


def test_who_a_story_names_is_named_against_a_doubt() -> None:
    """Nobody on the register saw it; the story itself says who did, and they are asked first."""
    told = replace(UTRECHT, confirm="Dora Quinn, auditor; Bo Larsen")
    file = case(remarks=(DOUBT,), stories=(told,))
    (row,) = voices.against_doubts(file, Register((ANNA,)), {"d1": frozenset({"utrecht"})}, TODAY)
    assert row.nobody and not row.could
    assert [name for name, _ in row.confirm] == ["Dora Quinn", "Bo Larsen"]
    hidden = case(remarks=(DOUBT,), stories=(replace(told, confidential=True),))
    (row,) = voices.against_doubts(hidden, Register(()), {"d1": frozenset({"utrecht"})}, TODAY)
    assert not row.confirm


@pytest.mark.parametrize(
    ("text", "promise"),
    [
        ("Thank you so much; I will let you know what becomes of it.", True),
        ("I'll tell you how it goes.", True),
        ("Lovely to hear. I'll keep you posted.", True),
        ("Danke! Ich sage Ihnen Bescheid, sobald ich mehr weiß.", True),
        ("Merci, je vous dirai ce que cela donne.", True),
        ("Ik laat je weten hoe het afloopt.", True),
        ("Please let me know how it goes.", False),
        ("I will not tell you about the weather.", False),
        ("Did I tell you how it went?", False),
    ],
)
def test_where_the_user_promises_to_tell(text: str, promise: bool) -> None:
    assert bool(promises_to_tell(text)) is promise


@pytest.mark.parametrize(
    ("text", "spoke"),
    [
        ("Dora Quinn says you know your way round an audit. Can we talk?", True),
        ("I got your name from Dora Quinn last week.", True),
        ("You were recommended to us by Dora Quinn.", True),
        ("Dora Quinn hat Sie empfohlen. Dora Quinn meint, Sie suchen etwas Neues.", True),
        ("You will meet Dora Quinn and our head of audit.", False),
        ("Dora says you know your way round an audit.", False),
        ("Our auditor Dora Quinn left. Are you free on Monday?", False),
    ],
)
def test_whether_a_mail_says_that_somebody_spoke_of_the_user(text: str, spoke: bool) -> None:
    assert speaks_of_reader("Dora Quinn", text) is spoke


@pytest.mark.parametrize(
    ("text", "promise"),
    [
        ("Thank you. I will send you the drawings on Monday.", True),
        ("Of course. I'll forward you her address.", True),
        ("Gern, ich schicke Ihnen die Unterlagen morgen.", True),
        ("Bien sûr, je vous enverrai le dossier.", True),
        ("Ik stuur je het rapport volgende week.", True),
        ("I will send you my CV, attached.", False),
        ("If you like, I will send you the drawings.", False),
        ("Will you send me the drawings?", False),
    ],
)
def test_what_the_user_promised_to_send(text: str, promise: bool) -> None:
    """An offer that hangs on an "if" is none, and what lies in the mail is sent."""
    assert bool(promise_in(text)) is promise
    assert not promise or any(stem in text.casefold() for stem in STEMS)
