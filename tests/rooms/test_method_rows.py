"""A test per row of the method: what sets each play, gate and factor off, and what does not.

The situations are the articles' own where there is one: Jill who asked for a call and Jim who
declined (S1), the analyst whom the fourth interviewer doubted (S2), the two finalists (S3), the
late insider (S0), the candidate who asked the recruiter (S4).
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from afterword.counsel import Answers, decide, next_move, stand, weigh
from afterword.counsel.asking import QUESTIONS, Known, questions
from afterword.counsel.decision import FACTORS, GATES
from afterword.counsel.forecast.course import course
from afterword.counsel.forecast.pipeline import pipeline
from afterword.counsel.looking_back.the_hired import look_at_hired
from afterword.counsel.method import METHOD, ROW
from afterword.counsel.plays import PLAYS
from afterword.counsel.wellbeing import Day, PutAway, offering
from afterword.terms import (
    Answer,
    Band,
    CaseFile,
    Deed,
    Direction,
    Feeling,
    Hand,
    Happening,
    LetterKind,
    Lost,
    MailKind,
    Part,
    Person,
    ReasonSeen,
    Referee,
    ReferenceStatus,
    Register,
    Remark,
    RemarkKind,
    Stage,
    Stance,
    State,
    Story,
    Vouched,
    Warmth,
)

START = datetime(2026, 3, 2, 10, tzinfo=UTC)  # a Monday
JO = Person("jo", "Jo", "jo@acme.example", Part.HIRING_MANAGER, warmth=Warmth.WARM)
REC = Person("rec", "Rae", "rae@acme.example", Part.RECRUITER_INTERNAL)


def at(day: int, hour: int = 10) -> datetime:
    return START + timedelta(days=day, hours=hour - 10)


def h(day: int, kind: MailKind | Deed, **more: Any) -> Happening:
    hour = more.pop("hour", 10)
    return Happening(id=f"{day:03}-{hour:02}-{kind}", at=at(day, hour), kind=kind, **more)


def letter(day: int, kind: LetterKind, who: str = "jo", hour: int = 12) -> Happening:
    return h(day, Deed.LETTER, direction=Direction.OUT, detail=kind.value, who=who, hour=hour)


def case(*happenings: Happening, **more: Any) -> CaseFile:
    more.setdefault("people", (JO, REC))
    return CaseFile("c", "Acme", "Engineer", happenings=happenings, **more)


def said(day: int = 0, **known: Any) -> dict[str, Answer]:
    return {name: Answer(value, at(day)) for name, value in known.items()}


def note(day: int, what: str, hour: int = 19) -> Happening:
    return h(day, Deed.NOTE, direction=Direction.OUT, detail=what, hour=hour)


MET = h(0, Deed.INTERVIEW, who="jo", stage=Stage.FINAL_EXECUTIVE)
NOTED = (note(0, "debriefed"), note(0, "if_then"))
WRITTEN = (MET, *NOTED, letter(1, LetterKind.THANK_YOU), letter(2, LetterKind.INFLUENCE_LETTER))
#: The no of a finalist, opened at once, from somebody who can be answered.
NO = h(10, MailKind.REJECTION, who="jo", opened=at(10))
THANKED = letter(11, LetterKind.GRACE_NOTE)
WANTS = said(9, F9=1.0, W4=1.0, W5=1.0)
STORY = Story("s", "The churn model", result="churn fell by a fifth", numbers=("20%",))
DOUBT = Remark("d", RemarkKind.DOUBT, "no analytics", "jo", at=at(2).date(), answered_by="s")
RIVAL = Remark("r", RemarkKind.RIVAL, "one of the top two", "jo", at=at(3).date())
FILLED = replace(NO, reasons=(ReasonSeen("R05", "the seat is filled"),))
JILL = case(*WRITTEN, FILLED, THANKED, letter(12, LetterKind.ADVICE_REQUEST), answers=WANTS)
#: The analyst as the no fell: the reason is named, the proof is held, nothing was sent yet.
GAP = ReasonSeen("R03", "more depth in analytics")
ANALYST = case(
    MET,
    letter(0, LetterKind.THANK_YOU, hour=18),
    replace(NO, reasons=(GAP,)),
    remarks=(replace(DOUBT, at=at(9).date()),),
    stories=(STORY,),
    answers={**said(11, F1=1.0, F9=1.0, F10=0.5, F4=1.0), **WANTS},
)
GROWING = h(20, Deed.SIGNAL, detail="growing")
AGENT = Person("ag", "Abe", "abe@agency.example", Part.RECRUITER_AGENCY)
VERA = Referee(
    "v", "Vera", status=ReferenceStatus.AGREED, consent=date(2026, 1, 5), told=date(2026, 1, 5)
)
LOSSES = Register(
    referees=(VERA,),
    vouched=tuple(
        Vouched("v", key, date(2026, 1, 6), date(2026, 1, 8), date(2026, 3, 13), date(2026, 3, 14))
        for key in ("a", "c")
    ),
    lost=(Lost("a", "A", date(2026, 1, 20)), Lost("c", "Acme", at(10).date())),
)

Situation = tuple[CaseFile, datetime]

#: play -> what sets it off, and the nearest thing that does not
SITUATIONS: dict[str, tuple[Situation, Situation]] = {
    # the day before a talk; with the talk a week away it waits
    "P01": (
        (case(h(1, Deed.INTERVIEW, who="jo")), at(0)),
        (case(h(8, Deed.INTERVIEW, who="jo")), at(0)),
    ),
    # the morning of a final; not where the plan is written
    "P02": (
        (case(h(0, Deed.INTERVIEW, hour=15, stage=Stage.FINAL_EXECUTIVE)), at(0)),
        (
            case(
                h(0, Deed.INTERVIEW, hour=15, stage=Stage.FINAL_EXECUTIVE),
                note(-1, "if_then"),
            ),
            at(0),
        ),
    ),
    # within the hour; not once it is written down
    "P03": ((case(MET), at(0, 11)), (case(MET, note(0, "debriefed", 10)), at(0, 11))),
    "P04": ((case(MET), at(1)), (case(MET, letter(0, LetterKind.THANK_YOU)), at(1))),
    "P05": ((case(*WRITTEN[:4]), at(1, 14)), (case(*WRITTEN), at(3))),
    # S2: "I do not see analytics"; not where a letter has met the doubt
    "P06": (
        (case(*WRITTEN, remarks=(replace(DOUBT, at=at(3).date()),), stories=(STORY,)), at(3)),
        (case(*WRITTEN, remarks=(replace(DOUBT, at=at(1).date()),), stories=(STORY,)), at(3)),
    ),
    # S2: one of the top two; why you?
    "P07": ((case(*WRITTEN, remarks=(RIVAL,)), at(3)), (case(*WRITTEN), at(3))),
    "P08": (
        (case(*WRITTEN, h(3, MailKind.STATUS_UPDATE, promised=at(9).date())), at(14)),
        (case(*WRITTEN, h(3, MailKind.STATUS_UPDATE, promised=at(9).date())), at(10)),
    ),
    "P09": ((case(*WRITTEN), at(10)), (case(*WRITTEN), at(8))),
    # S3, S4: twelve hours from opening, not thirteen
    "P10": ((case(*WRITTEN, NO), at(10, 21)), (case(*WRITTEN, NO), at(10, 23))),
    "P11": (
        (case(*WRITTEN, NO, answers=WANTS), at(11)),
        (case(*WRITTEN, NO, THANKED, answers=WANTS), at(11, 14)),
    ),
    "P12": (
        (case(*WRITTEN, NO, THANKED, answers=WANTS), at(12)),
        (JILL, at(12, 14)),
    ),
    # S1: Jill had talked with that manager several times; nobody calls a stranger
    "P13": (
        (JILL, at(18)),
        (replace(JILL, people=(replace(JO, warmth=Warmth.COOL), REC)), at(18)),
    ),
    # S2 after the verdict: something to answer and something new; without the proof nothing
    "P14": ((ANALYST, at(11)), (replace(ANALYST, stories=(), remarks=()), at(11))),
    # S3-04: a month after, with a topic of the talk; without a cause nothing
    "P15": (
        (
            replace(JILL, remarks=(Remark("t", RemarkKind.TOPIC, "port fees", at=at(0).date()),)),
            at(45),
        ),
        (JILL, at(45)),
    ),
    # S3-08: the advert is up again; not while nothing has moved
    "P16": (
        (
            replace(JILL, happenings=(*JILL.happenings, h(60, Deed.SIGNAL, detail="reopened"))),
            at(61),
        ),
        (JILL, at(61)),
    ),
    # S1-12: a new need; not a second time for the same news
    "P17": (
        (
            replace(JILL, happenings=(*JILL.happenings, h(60, Deed.SIGNAL, detail="growing"))),
            at(61),
        ),
        (
            replace(
                JILL,
                happenings=(
                    *JILL.happenings,
                    h(60, Deed.SIGNAL, detail="growing"),
                    letter(61, LetterKind.TRIGGER_NOTE, hour=9),
                ),
            ),
            at(61),
        ),
    ),
    # S3-10: frozen; not once the kind note is out
    "P18": (
        (case(*WRITTEN, h(10, MailKind.ON_HOLD, opened=at(10)), answers=WANTS), at(14)),
        (
            case(
                *WRITTEN,
                h(10, MailKind.ON_HOLD, opened=at(10)),
                letter(13, LetterKind.KEEP_IN_TOUCH),
                answers=WANTS,
            ),
            at(14),
        ),
    ),
    # S4-11: would not work there; with a wish to, the same day is P11
    "P20": (
        (case(*WRITTEN, NO, answers=said(9, W4=-1.0)), at(11)),
        (case(*WRITTEN, NO, answers=WANTS), at(11)),
    ),
    # S1-10: Jim declined; not once he has written so
    "P21": (
        (case(*WRITTEN, h(5, MailKind.OFFER), h(6, Deed.OFFER_DECLINED)), at(6, 14)),
        (
            case(
                *WRITTEN,
                h(5, MailKind.OFFER),
                h(6, Deed.OFFER_DECLINED),
                letter(6, LetterKind.OFFER_DECLINE),
            ),
            at(6, 14),
        ),
    ),
    "P22": (
        (case(*WRITTEN, h(5, MailKind.REFERENCE_CHECK), register=Register((VERA,))), at(5, 14)),
        (case(*WRITTEN, register=Register((VERA,))), at(5, 14)),
    ),
    # two late losses after checks; one may well be chance
    "P23": (
        (replace(JILL, register=LOSSES), at(33)),
        (replace(JILL, register=replace(LOSSES, lost=LOSSES.lost[1:])), at(33)),
    ),
    # S4-03: the agency first; not where somebody of the firm can be written to
    "P25": (
        (
            case(
                *WRITTEN,
                replace(NO, who="ag"),
                people=(AGENT,),
                answers=WANTS,
            ),
            at(12),
        ),
        (case(*WRITTEN, NO, THANKED, people=(AGENT, JO), answers=WANTS), at(12)),
    ),
}
#: Plays that are no move of one case: what sets them off is tested by itself below.
ELSEWHERE = {"P19", "P24", "P26"}


@pytest.mark.parametrize("id", SITUATIONS)
def test_what_sets_a_play_off(id: str) -> None:
    """P01-P26: in this situation the play is the move."""
    file, now = SITUATIONS[id][0]
    move = next_move(file, now)
    assert move.play == id, move.why
    assert move.source.startswith(f"{id}: ")
    assert move.not_before is None or move.not_before > now or move.not_before.date() <= now.date()


@pytest.mark.parametrize("id", SITUATIONS)
def test_what_does_not_set_it_off(id: str) -> None:
    """P01-P26: one thing is different, and it is not the move."""
    file, now = SITUATIONS[id][1]
    move = next_move(file, now)
    due = move.not_before is None or move.not_before <= now
    assert move.play != id or not due, move.why


def test_every_play_stands_in_a_situation_or_says_where_it_is_proven() -> None:
    assert set(SITUATIONS) | ELSEWHERE == {play.id for play in PLAYS}


def test_one_look_at_who_was_hired_in_its_weeks_and_once() -> None:
    """P19, S0-14: one to four weeks after they start; not before, not after, not twice."""
    started = date(2026, 4, 6)
    due = [look_at_hired(started, None, started + timedelta(days=n)).due for n in (3, 8, 27, 40)]
    assert due == [False, True, True, False]
    assert not look_at_hired(started, date(2026, 4, 14), date(2026, 4, 15)).due
    assert not look_at_hired(None, None, date(2026, 4, 15)).due


def test_a_thin_pipeline_asks_for_a_second_target_and_a_full_one_does_not() -> None:
    """P24, S0-20: three to six that are past the application; quiet ones do not count."""
    files = [replace(case(*WRITTEN), id=str(n)) for n in range(4)]
    courses = [course(file, at(3)) for file in files]
    assert "one step towards another target" in pipeline(courses[:1]).why
    assert "one step towards another target" not in pipeline(courses).why
    assert len(pipeline(courses).targets) == 4


def test_help_is_offered_after_two_heavy_weeks_or_when_asked() -> None:
    """P26, S3-12: never for one bad day, never after it was put away, always when asked for."""
    today = date(2026, 4, 20)
    heavy = tuple(Day(today - timedelta(days=n), Feeling.HURT) for n in (12, 6, 0))
    assert offering(heavy, today) is not None
    assert offering(heavy[-1:], today) is None
    assert offering((*heavy[:2], Day(today, Feeling.HOPEFUL)), today) is None
    assert offering(heavy, today, put_away=(PutAway("offers", today),)) is None
    assert offering((), today, asked=True) is not None


# ── gates: each turns a cleared fight into something else ───────────────────

#: S2, undecided, as contract.md codes it: F 26, so a fight unless a gate holds.
CLEARED = Answers(
    F1=1, F2=1, F3=1, F4=1, F5=1, F8=1, F9=1, F10=0.5,
    W1=1, W2=0.5, W4=1, W5=0.5, W6=1, W7=1, today=date(2026, 3, 2),
)  # fmt: skip
UNNAMED = replace(CLEARED, F2=0, F7=1)  # something new, but no named doubt to answer
GATED: dict[str, tuple[Answers, Band]] = {
    "G1": (CLEARED, Band.MOVE_ON),
    "G2": (CLEARED, Band.WAIT),
    "G3": (CLEARED, Band.KEEP_WARM),
    "G4": (CLEARED, Band.WAIT),
    "G5": (CLEARED, Band.KEEP_WARM),
    "G6": (CLEARED, Band.KEEP_WARM),
    "G7": (CLEARED, Band.LIGHT_TOUCH),
    "G8": (UNNAMED, Band.WAIT),
    "G9": (CLEARED, Band.KEEP_WARM),
}


@pytest.mark.parametrize("gate", [gate.id for gate in GATES])
def test_a_gate_decides_before_the_points(gate: str) -> None:
    """G1-G9 (method 4.1, 4.5): with it the band is this, without it the same answers fight."""
    answers, band = GATED[gate]
    assert decide(answers).band is Band.FIGHT
    held = decide(answers.given(gate, True))
    assert held.band is band and gate in held.gates
    assert decide(answers.given(gate, False)).band is Band.FIGHT
    assert gate not in decide(answers.given(gate, False)).gates


def test_a_named_doubt_with_proof_need_not_wait_for_their_date() -> None:
    """G8: their clock runs, but a doubt they named may be answered."""
    assert decide(CLEARED.given("G8", True)).band is Band.FIGHT


STOP = h(12, MailKind.OTHER_JOB, who="rec", stop=True)
#: gate -> a file that shows it, and a file beside it that does not
SEEN: dict[str, tuple[Situation, Situation]] = {
    "G1": (
        (case(*WRITTEN, NO, STOP), at(13)),
        (case(*WRITTEN, NO, replace(STOP, stop=False)), at(13)),
    ),
    "G3": (
        (case(*WRITTEN, h(9, MailKind.WITHDRAWN, direction=Direction.OUT)), at(13)),
        (case(*WRITTEN, NO), at(13)),
    ),
    "G4": ((case(*WRITTEN, NO), at(10, 21)), (case(*WRITTEN, NO), at(10, 22))),
    "G5": (
        (case(*WRITTEN, NO, letter(12, LetterKind.REOPEN_LETTER)), at(13)),
        (
            case(
                *WRITTEN,
                NO,
                letter(12, LetterKind.REOPEN_LETTER),
                h(13, Deed.SIGNAL, detail="reopened", hour=9),
            ),
            at(13),
        ),
    ),
}


@pytest.mark.parametrize("gate", SEEN)
def test_a_gate_is_seen_in_the_file(gate: str) -> None:
    (shows, now), (not_, then) = SEEN[gate]
    assert weigh(shows, stand(shows, now), now).gate(gate) is True
    assert weigh(not_, stand(not_, then), then).gate(gate) is None


def test_a_date_of_theirs_is_seen_in_the_file() -> None:
    """G8 rests on the date they named, and on nothing once it has passed by two business days."""
    file = case(*WRITTEN, h(3, MailKind.STATUS_UPDATE, promised=at(9).date()))
    for day, runs in ((8, True), (10, True), (11, False)):
        answers = replace(weigh(file, stand(file, at(day)), at(day)), F2=None, F3=None)
        assert ("G8" in decide(answers).gates) is runs, day


@pytest.mark.parametrize("gate", ["G2", "G6", "G7", "G9"])
def test_a_gate_only_the_user_can_see_is_asked_of_them(gate: str) -> None:
    file = case(*WRITTEN, NO, answers={**WANTS, **said(10, **{gate: True})})
    assert weigh(file, stand(file, at(12)), at(12)).gate(gate) is True
    without = replace(file, answers=WANTS)
    assert weigh(without, stand(without, at(12)), at(12)).gate(gate) is None


# ── factors: each read from the file, or asked of the user ──────────────────

TEMPLATE = replace(NO, hand=Hand.TEMPLATE, reply_possible=False, who="")
RECENT = h(9, MailKind.STATUS_UPDATE, who="jo")
#: factor -> a file and day that speak for it, and one that speaks against it or says nothing
READ: dict[str, tuple[Situation, float, Situation, float | None]] = {
    # S2 undecided; S3-10 frozen
    "F1": ((case(*WRITTEN), at(3)), 1.0, (case(*WRITTEN, h(10, MailKind.ON_HOLD)), at(12)), -1.0),
    # S2: analytics, and a story answers it; S0-08: from within
    "F2": (
        (ANALYST, at(11)),
        1.0,
        (case(*WRITTEN, replace(NO, reasons=(ReasonSeen("R04", "a colleague"),))), at(12)),
        -0.8,
    ),
    # S2: a strong sample not yet shown; nothing said, nothing known
    "F3": ((ANALYST, at(11)), 1.0, (case(*WRITTEN, NO), at(12)), None),
    # S1, S3: finalists; a first talk with a recruiter
    "F4": (
        (case(*WRITTEN, NO), at(12)),
        1.0,
        (case(h(0, Deed.INTERVIEW, who="rec", stage=Stage.RECRUITER_SCREEN), NO), at(12)),
        -1.0,
    ),
    # E14: the manager wrote; only no-reply
    "F5": (
        (case(*WRITTEN, RECENT), at(11)),
        1.0,
        (case(TEMPLATE, people=()), at(12)),
        -1.0,
    ),
    # S0-10: somebody spoke for the user, or against
    "F6": (
        (case(*WRITTEN, people=(replace(JO, stance=Stance.FOR),)), at(3)),
        1.0,
        (case(*WRITTEN, people=(replace(JO, stance=Stance.AGAINST),)), at(3)),
        -1.0,
    ),
    # E18: three business days, and more than ten
    "F8": ((case(*WRITTEN, NO), at(15)), 1.0, (case(*WRITTEN, NO), at(26)), -1.0),
    "W1": (
        (case(*WRITTEN, NO), at(12)),
        1.0,
        (case(h(0, Deed.INTERVIEW, who="rec", stage=Stage.RECRUITER_SCREEN), NO), at(12)),
        -1.0,
    ),
    "W2": (
        (case(*WRITTEN, replace(NO, invitation=True, detail="do write in spring")), at(12)),
        1.0,
        (case(*WRITTEN, TEMPLATE), at(12)),
        -0.5,
    ),
    # S3-09: a growing firm
    "W3": (
        (case(*WRITTEN, NO, GROWING), at(21)),
        1.0,
        (case(*WRITTEN, NO, h(20, Deed.SIGNAL, detail="shrinking")), at(21)),
        -1.0,
    ),
    # S1-04b: that manager and she had got on
    "W6": (
        (case(*WRITTEN, NO), at(12)),
        1.0,
        (case(TEMPLATE, people=()), at(12)),
        -1.0,
    ),
}


@pytest.mark.parametrize("factor", READ)
def test_a_factor_is_read_from_the_file_with_its_ground(factor: str) -> None:
    """F1-F8, W1-W3, W6: what speaks for it, what against, each with a sentence."""
    (good, now), value, (bad, then), other = READ[factor]
    for file, day, wanted in ((good, now, value), (bad, then, other)):
        answers = weigh(file, stand(file, day), day)
        assert answers.value(factor) == wanted
        if wanted is not None:
            assert answers.grounds[factor].says.endswith((".", "!"))


@pytest.mark.parametrize("factor", [f for f in FACTORS if f not in READ])
def test_what_only_the_user_knows_is_asked_and_shown_as_unknown(factor: str) -> None:
    """F7, F9, F10, W4, W5, W7, W8: nothing is guessed; the user's word counts."""
    file = case(*WRITTEN, NO)
    blank = weigh(file, stand(file, at(12)), at(12))
    assert blank.value(factor) is None and factor in decide(blank).unknown
    told = replace(file, answers=said(11, **{factor: FACTORS[factor].best}))
    answers = weigh(told, stand(told, at(12)), at(12))
    assert answers.value(factor) == FACTORS[factor].best
    assert answers.grounds[factor].by_user and "you said on" in answers.grounds[factor].says


@pytest.mark.parametrize("factor", FACTORS.values(), ids=lambda f: f.id)
def test_a_factor_weighs_what_the_table_says(factor: Any) -> None:
    """Weight times value, and nothing while it is unknown; it moves its own sum only."""
    blank, fight = Answers(), factor.id.startswith("F")
    for value in (factor.best, factor.worst):
        advice = decide(blank.given(factor.id, value))
        sums = (advice.fight_score, advice.warm_score)
        points = round(factor.weight * value, 1)
        assert sums == ((points, 0.0) if fight else (0.0, points))
    assert (decide(blank).fight_score, decide(blank).warm_score) == (0.0, 0.0)


# ── the articles: each claim that the engine itself can keep ────────────────


def test_murmurs_are_no_offer() -> None:
    """S0-01: praise and promises leave the case waiting; a written offer does not."""
    warm = h(4, MailKind.STATUS_UPDATE, who="jo", detail="we all loved you")
    assert stand(case(*WRITTEN, warm), at(5)).state is State.AWAITING
    assert stand(case(*WRITTEN, h(4, MailKind.OFFER)), at(5)).state is State.OFFER


def test_the_desk_an_insider_leaves_is_asked_about() -> None:
    """S0-08: the late or internal winner is not argued with."""
    inside = case(*WRITTEN, replace(NO, by_internal=True), THANKED, answers=WANTS)
    answers = weigh(inside, stand(inside, at(12)), at(12))
    assert answers.other_seat == "the post the new holder leaves"
    assert decide(answers).band is Band.KEEP_WARM


def test_a_frozen_seat_is_said_to_be_about_the_seat() -> None:
    """S0-11, S3-10."""
    frozen = case(*WRITTEN, h(10, MailKind.ON_HOLD))
    assert "not about you" in stand(frozen, at(12)).why


def test_a_terse_reply_after_a_week_is_a_word_like_any_other() -> None:
    """S2-10: silence is not refusal, terse is not hostile."""
    assert stand(case(*WRITTEN), at(7)).state is State.AWAITING
    terse = h(7, MailKind.ACTION_NEEDED, who="jo", detail="See attached.")
    assert stand(case(*WRITTEN, terse), at(7)).state is State.ACTIVE


def test_escape_ends_the_fight() -> None:
    """S3-02, S4-11: mostly away from something is no reason to fight."""
    assert decide(CLEARED).band is Band.FIGHT
    assert decide(replace(CLEARED, F9=-1)).band is not Band.FIGHT


def test_the_soft_questions_stand_first_and_fall_away_when_answered() -> None:
    """S2-01, S2-06, S2-12, S0-16, E14, E27 (P01)."""
    blank = questions(Known())
    assert [q.soft for q in blank] == sorted((q.soft for q in blank), reverse=True)
    assert {q.id for q in blank if not q.soft} == {"pause", "beside"} and len(blank) == len(
        QUESTIONS
    )
    assert [q.id for q in blank[:2]] == ["first", "struggle"]
    known = Known(frozenset({RemarkKind.DOUBT, RemarkKind.RIVAL}), True, True, True)
    left = {q.id for q in questions(known)}
    assert left == {"first", "struggle", "success"}
    assert questions(Known(frozenset(RemarkKind), True, True, True)) == ()


def test_a_plan_is_asked_for_again_after_the_letters_and_only_for_late_rounds() -> None:
    """P02, E30, E33: two business days after a final, once the letters are out."""
    out = (MET, note(0, "debriefed"), *WRITTEN[3:])
    out = tuple(
        replace(x, at=at(1, 9 + i)) if x.kind is Deed.LETTER else x for i, x in enumerate(out)
    )
    assert next_move(case(*out), at(2)).play == "P02"
    assert next_move(case(*out), at(3)).play == ""
    early = tuple(
        replace(x, stage=Stage.RECRUITER_SCREEN) if x.kind is Deed.INTERVIEW else x for x in out
    )
    assert next_move(case(*early), at(2)).play == ""


def test_the_plan_is_remembered_on_the_day_it_was_written_for() -> None:
    """P02, P10: when the no has come, the pause points at the plan; without one it does not."""
    with_plan = next_move(case(*WRITTEN, NO), at(10, 14))
    assert with_plan.play == "P10" and "You wrote a plan for this day" in with_plan.why
    bare = tuple(x for x in WRITTEN if x.detail != "if_then")
    assert "plan" not in next_move(case(*bare, NO), at(10, 14)).why


def test_rows_that_do_not_stand_are_few_and_named() -> None:
    """What is not built says so; nothing claims a place without a way to meet it."""
    for row in METHOD:
        assert row.is_there == bool(row.where and row.meets)
    assert all(ROW[id].is_there for id in SITUATIONS)
    assert ROW["G1"].is_there
