"""The next move in every state, what is never proposed, and the rhythm of keeping warm."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from afterword.counsel import (
    PLAYS,
    Due,
    Rhythm,
    advise,
    decide,
    lane,
    next_move,
    next_touch,
    stand,
    weigh,
)
from afterword.counsel.plays import PLAY
from afterword.terms import (
    Answer,
    Band,
    Basis,
    CaseFile,
    Certainty,
    Deed,
    Direction,
    Hand,
    Happening,
    Lane,
    LetterKind,
    MailKind,
    Outcome,
    Part,
    Person,
    ReasonSeen,
    Remark,
    RemarkKind,
    Stage,
    Standing,
    State,
    Story,
    Warmth,
)

START = datetime(2026, 3, 2, 10, tzinfo=UTC)  # a Monday
ANA = Person("ana", "Ana", "ana@acme.example", Part.HIRING_MANAGER, warmth=Warmth.WARM)
BEN = Person("ben", "Ben", "ben@acme.example", Part.RECRUITER_INTERNAL)


def at(day: int, hour: int = 10) -> datetime:
    return START + timedelta(days=day, hours=hour - 10)


def h(day: int, kind: MailKind | Deed, **more: Any) -> Happening:
    hour = more.pop("hour", 10)
    return Happening(id=f"{day:03}-{hour:02}-{kind}", at=at(day, hour), kind=kind, **more)


def letter(day: int, kind: LetterKind, who: str = "ana") -> Happening:
    return h(day, Deed.LETTER, direction=Direction.OUT, detail=kind.value, who=who, hour=12)


def case(*happenings: Happening, **more: Any) -> CaseFile:
    more.setdefault("people", (ANA, BEN))
    return CaseFile("c", "Acme", "Engineer", happenings=happenings, **more)


MET = h(0, Deed.INTERVIEW, who="ana", stage=Stage.FINAL_EXECUTIVE)
WRITTEN = (
    letter(1, LetterKind.THANK_YOU),
    letter(2, LetterKind.INFLUENCE_LETTER),
)
SAID = {name: Answer(value, at(0)) for name, value in {"F9": 1.0, "W4": 1.0, "W5": 1.0}.items()}


# ── before the verdict ──────────────────────────────────────────────────────


def test_the_same_day_asks_for_notes() -> None:
    move = next_move(case(MET), at(0, 12))
    assert (move.play, move.letter) == ("P03", None)
    assert move.question


def test_the_letter_of_the_round_comes_first_once_it_is_due() -> None:
    file = case(MET)
    assert next_move(file, at(1)).letter is LetterKind.THANK_YOU
    assert next_move(file, at(2)).letter is LetterKind.INFLUENCE_LETTER  # its second day
    late = next_move(file, at(4))
    assert late.letter is LetterKind.INFLUENCE_LETTER and "late" in late.why
    assert next_move(file, at(8)).letter is None  # six business days on, it is past


def test_each_person_gets_a_thank_you_of_their_own() -> None:
    file = case(MET, h(0, Deed.INTERVIEW, who="ben", hour=11))
    assert next_move(file, at(1)).who == "ana"
    assert next_move(case(*file.happenings, letter(1, LetterKind.THANK_YOU)), at(1, 13)).who == (
        "ben"
    )


@pytest.mark.parametrize(
    ("country", "letter_", "says"),
    [
        ("JP", LetterKind.INFLUENCE_LETTER, ""),  # no notes there (3.2)
        ("PT", LetterKind.INFLUENCE_LETTER, ""),
        ("DE", LetterKind.THANK_YOU, "Optional"),
        ("GB", LetterKind.THANK_YOU, "Optional"),
        ("US", LetterKind.THANK_YOU, ""),
    ],
)
def test_customs_of_the_country(country: str, letter_: LetterKind, says: str) -> None:
    move = next_move(case(MET, country=country), at(1))
    assert move.letter is letter_
    assert says in move.why
    assert ("Optional" in move.why) is bool(says)


def test_while_a_promise_runs_there_is_nothing_to_do() -> None:
    promise = h(3, MailKind.STATUS_UPDATE, promised=date(2026, 3, 20), who="ben")
    move = next_move(case(MET, *WRITTEN, promise), at(10))
    assert (move.play, move.letter) == ("", None)
    assert move.why == (
        "Nothing to do; they promised word by 20 March. Until 24 March silence means nothing."
    )
    assert move.when == date(2026, 3, 24)


def test_two_fair_questions_and_then_none() -> None:
    promise = h(3, MailKind.STATUS_UPDATE, promised=date(2026, 3, 20), who="ben")
    file = case(MET, *WRITTEN, promise)
    first = next_move(file, at(22))  # Tuesday 24 March
    assert (first.play, first.letter, first.who) == ("P08", LetterKind.STATUS_NUDGE, "ben")
    asked = case(*file.happenings, letter(22, LetterKind.STATUS_NUDGE, "ben"))
    assert next_move(asked, at(30)).play == ""
    last = next_move(asked, at(31))  # seven business days after the 24th is 2 April
    assert (last.play, last.letter) == ("P08", LetterKind.FINAL_NUDGE)
    done = case(*asked.happenings, letter(31, LetterKind.FINAL_NUDGE, "ben"))
    assert {next_move(done, at(day)).play for day in range(32, 120)} == {""}


def test_without_a_date_the_question_is_the_other_play() -> None:
    assert next_move(case(MET, *WRITTEN), at(9)).play == "P09"
    assert next_move(case(MET, *WRITTEN), at(8)).play == ""


def test_nobody_is_nudged_at_an_address_that_takes_no_replies() -> None:
    word = h(1, MailKind.STATUS_UPDATE, hand=Hand.TEMPLATE, reply_possible=False)
    file = case(h(0, Deed.APPLICATION, direction=Direction.OUT), word, people=())
    assert next_move(file, at(15)).letter is None


@pytest.mark.parametrize("kind", [MailKind.ACTION_NEEDED, MailKind.ASSESSMENT])
def test_while_they_wait_for_something_nothing_is_asked_about_a_decision(kind: MailKind) -> None:
    move = next_move(case(MET, *WRITTEN, h(3, kind, who="ana")), at(4))
    assert move.why
    assert not move.letter
    assert move.question == ""


def test_a_thaw_is_answered_at_once() -> None:
    file = case(MET, h(20, MailKind.ON_HOLD, who="ana"), h(60, MailKind.REOPENED, who="ana"))
    move = next_move(file, at(60, 12))
    assert (move.play, move.letter, move.who) == ("P17", LetterKind.TRIGGER_NOTE, "ana")
    assert (move.when, move.urgency) == (at(60).date(), 3)
    answered = case(*file.happenings, letter(60, LetterKind.TRIGGER_NOTE))
    assert next_move(answered, at(61)).play == ""


def test_a_frozen_role_gets_a_kind_note_once() -> None:
    file = case(MET, h(20, MailKind.ON_HOLD, who="ana"))
    assert next_move(file, at(20, 11)).play == "P10"
    move = next_move(file, at(22))
    assert (move.play, move.letter) == ("P18", LetterKind.KEEP_IN_TOUCH)
    sent = case(*file.happenings, letter(22, LetterKind.KEEP_IN_TOUCH))
    later = next_move(sent, at(23))
    assert later.play == ""
    assert lane(stand(sent, at(23)), advise(sent, at(23))) is Lane.WATCHING


def test_going_elsewhere_is_told_within_a_day() -> None:
    file = case(MET, *WRITTEN, answers={"G3": Answer(True, at(3))})
    move = next_move(file, at(3, 12))
    assert (move.play, move.letter) == ("P21", LetterKind.WITHDRAWAL)
    offered = case(MET, h(3, MailKind.OFFER, who="ana"), answers={"G3": Answer(True, at(4))})
    assert next_move(offered, at(4, 12)).letter is LetterKind.OFFER_DECLINE


# ── after a no ──────────────────────────────────────────────────────────────


def test_a_sealed_letter_is_the_users_to_open() -> None:
    file = case(MET, h(10, MailKind.REJECTION, sealed=True))
    move = next_move(file, at(12))
    assert (move.play, move.band) == ("", None)
    assert "no" not in move.why.lower().split()


def test_the_twelve_hours_count_from_the_opening() -> None:
    opened = h(10, MailKind.REJECTION, who="ana", opened=at(14, 20))
    file = case(MET, opened, answers=SAID)
    assert next_move(file, at(15, 7)).play == "P10"
    assert next_move(file, at(15, 7)).not_before == at(15, 8)
    assert next_move(file, at(15, 9)).play == "P11"


def test_a_second_no_has_its_own_twelve_hours() -> None:
    """G4, ruling 6: a no that follows a reopen letter is news as the first one was."""
    first = h(3, MailKind.REJECTION, who="ana", opened=at(3))
    again = h(12, MailKind.REJECTION, who="ana", opened=at(14, 20))
    asked = h(5, Deed.LETTER, direction=Direction.OUT, who="ana", detail="reopen_letter")
    file = case(first, asked, again, people=(ANA,))
    assert next_move(file, at(15, 7)).play == "P10"
    assert next_move(file, at(15, 9)).play != "P10"


def test_the_user_may_overrule_the_pause() -> None:
    file = case(MET, h(10, MailKind.REJECTION, who="ana"),
                answers=SAID | {"G4": Answer(False, at(10, 11))})  # fmt: skip
    assert next_move(file, at(10, 12)).letter is LetterKind.GRACE_NOTE


def test_nobody_met_means_no_letter_owed() -> None:
    file = case(
        h(0, Deed.APPLICATION, direction=Direction.OUT),
        h(9, MailKind.REJECTION, hand=Hand.TEMPLATE, reply_possible=False),
        people=(),
    )
    move = next_move(file, at(10))
    assert (move.play, move.letter) == ("", None)
    assert lane(stand(file, at(10)), advise(file, at(10))) is Lane.RESTING


def test_an_illegal_remark_drafts_nothing_and_points_on() -> None:
    file = case(MET, h(10, MailKind.REJECTION, who="ana"), answers={"G2": Answer(True, at(11))})
    move = next_move(file, at(12))
    assert move.letter is None
    assert "not legal advice" in move.why


def test_a_repost_seen_is_one_short_note() -> None:
    file = case(
        MET,
        h(10, MailKind.REJECTION, who="ana"),
        letter(11, LetterKind.GRACE_NOTE),
        h(90, Deed.SIGNAL, detail="reopened", basis=Basis.INFERRED),
        answers=SAID,
    )
    answers = weigh(file, stand(file, at(91)), at(91))
    assert answers.F1 == 0.4  # ruling 5
    assert "weak" in answers.grounds["F1"].says
    assert next_move(file, at(91)).play == "P16"
    said = replace(file.happenings[-1], basis=Basis.SAID)
    file = case(*file.happenings[:-1], said, answers=SAID)
    assert weigh(file, stand(file, at(91)), at(91)).F1 == 1.0


def test_a_hired_case_asks_for_nothing() -> None:
    file = case(MET, h(10, MailKind.OFFER), h(11, Deed.OFFER_ACCEPTED))
    assert next_move(file, at(12)).play == ""
    assert lane(stand(file, at(12)), None) is None


# ── stops ───────────────────────────────────────────────────────────────────


def test_a_stop_from_the_firm_ends_it() -> None:
    file = case(MET, h(10, MailKind.REJECTION, who="ben", stop=True), answers=SAID)
    advice = advise(file, at(12))
    assert (advice.band, advice.gates) == (Band.MOVE_ON, ("G1",))
    assert {next_move(file, at(d)).letter for d in range(10, 150, 7)} == {None}


def test_a_stop_from_one_interviewer_spares_that_one() -> None:
    panel = Person("pia", "Pia", "pia@acme.example", Part.PANEL_INTERVIEWER)
    file = case(
        h(0, Deed.INTERVIEW, who="pia", stage=Stage.FINAL_EXECUTIVE),
        h(0, MailKind.OTHER_JOB, who="pia", stop=True, hour=12),
        people=(ANA, panel),
    )
    move = next_move(file, at(1))
    assert move.letter is not None and move.who != "pia"


_WHO = st.sampled_from(["ana", "ben", ""])
_LETTERS = st.sampled_from([kind.value for kind in LetterKind])


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.integers(0, 40), st.sampled_from([*MailKind, *Deed]), _WHO,
            st.sampled_from(list(Certainty)), _LETTERS, st.booleans(), st.booleans(),
        ),
        max_size=8,
    ),
    st.integers(0, 120),
)  # fmt: skip
def test_a_move_never_goes_to_someone_who_asked_to_be_left_alone(
    told: list[tuple[int, Any, str, Certainty, str, bool, bool]], day: int
) -> None:
    events = [
        Happening(
            f"{i}", at(d), kind, who=who, certainty=certainty, stop=stop,
            detail=detail if kind is Deed.LETTER else "",
            direction=Direction.OUT if out else Direction.IN,
        )
        for i, (d, kind, who, certainty, detail, stop, out) in enumerate(told)
    ]  # fmt: skip
    file = case(*events)
    now = at(day)
    move = next_move(file, now)
    stopped = {
        e.who for e in events
        if e.stop and e.at <= now and isinstance(e.kind, MailKind) and e.direction is Direction.IN
    }  # fmt: skip
    if move.letter is not None:
        assert move.who not in stopped - {""}
        assert "ana" not in stopped and "ben" not in stopped  # both speak for the firm
    assert move.why
    assert move.play == "" or move.play in PLAY
    # what has not happened yet is not known, but for a talk that is set
    known = case(*(e for e in events if e.at <= now or e.kind is Deed.INTERVIEW))
    assert next_move(known, now) == move


@settings(max_examples=100, deadline=None)
@given(st.integers(1, 60), st.sampled_from(["", "DE", "US"]))
def test_a_user_who_follows_every_nudge_sends_two(promise: int, country: str) -> None:
    file = case(MET, *WRITTEN, country=country)
    file = case(*file.happenings,
                h(3, MailKind.STATUS_UPDATE, promised=at(promise + 3).date(), who="ben"),
                country=country)  # fmt: skip
    sent = []
    for day in range(4, 160):
        move = next_move(file, at(day))
        if move.letter in (LetterKind.STATUS_NUDGE, LetterKind.FINAL_NUDGE):
            sent.append(move.letter)
            assert at(day).date() > at(promise + 3).date()
            file = case(*file.happenings, letter(day, move.letter, move.who), country=country)
    assert sent in ([], [LetterKind.STATUS_NUDGE, LetterKind.FINAL_NUDGE])
    assert sent


# ── what is weighed ─────────────────────────────────────────────────────────


def test_the_users_answer_wins_until_it_is_stale() -> None:
    said = {"F1": Answer(1.0, at(10)), "W3": Answer(1.0, at(10)), "F9": Answer(1.0, at(10))}
    file = case(MET, h(9, MailKind.POSITION_FILLED, who="ana"), answers=said)
    fresh = weigh(file, stand(file, at(17)), at(17))  # five business days on
    assert (fresh.F1, fresh.W3) == (1.0, 1.0)
    assert fresh.grounds["F1"].by_user
    old = weigh(file, stand(file, at(18)), at(18))
    assert old.F1 == -0.8  # what the file shows again
    assert old.F9 == 1.0  # a wish does not expire in a week
    assert weigh(file, stand(file, at(100)), at(100)).W3 == 1.0
    assert weigh(file, stand(file, at(101)), at(101)).W3 is None
    # and before it was said it was not known
    assert weigh(file, stand(file, at(9, 12)), at(9, 12)).F9 is None


def test_i_do_not_know_is_an_answer() -> None:
    file = case(MET, h(9, MailKind.POSITION_FILLED), answers={"F1": Answer(None, at(10))})
    assert weigh(file, stand(file, at(11)), at(11)).F1 is None


@pytest.mark.parametrize(
    ("code", "value"),
    [("R02", -0.3), ("R04", -0.8), ("R06", -0.8), ("R12", -1.0), ("R13", -1.0), ("R15", 0.0),
     ("R03", None), ("R18", None), ("R01", None)],
)  # fmt: skip
def test_the_stated_reason(code: str, value: float | None) -> None:
    no = h(9, MailKind.REJECTION, who="ana", reasons=(ReasonSeen(code, "their words"),))
    file = case(MET, no)
    answers = weigh(file, stand(file, at(10)), at(10))
    assert value == answers.F2
    if code not in ("R18", "R01"):  # of a gap it stands open whether anything answers it
        assert answers.grounds["F2"].quote == "their words"


@pytest.mark.parametrize(
    ("day", "value"),
    # the no came on Monday 9 March: Thursday is 3 business days on, Friday 4, Monday 23rd 10
    [(7, 1.0), (10, 1.0), (11, 0.0), (13, 0.0), (21, 0.0), (22, -1.0)],
)
def test_how_fresh_the_decision_is(day: int, value: float) -> None:
    file = case(MET, h(7, MailKind.REJECTION, who="ana"))
    assert value == weigh(file, stand(file, at(day, 12)), at(day, 12)).F8


def test_a_new_trigger_makes_an_old_decision_fresh() -> None:
    no = h(7, MailKind.REJECTION, who="ana")
    file = case(MET, no, h(90, Deed.SIGNAL, detail="reopened"))
    assert weigh(file, stand(file, at(89)), at(89)).F8 == -1.0
    assert weigh(file, stand(file, at(91)), at(91)).F8 == 1.0


def test_what_was_told_in_confidence_is_no_cause() -> None:
    file = case(
        MET,
        h(10, MailKind.REJECTION, who="ana", reasons=(ReasonSeen("R05", "filled"),)),
        letter(11, LetterKind.GRACE_NOTE),
        h(90, Deed.SIGNAL, detail="winner_left"),
        answers=SAID | {"confidential_trigger": Answer(True, at(90))},
        remarks=(Remark("t", RemarkKind.TOPIC, "the archive", "ana", at=at(0).date()),),
    )
    move = next_move(file, at(91))
    assert move.play == "P15"
    assert "the archive" in move.why and "seat" not in move.why


def test_a_template_to_someone_who_can_write_to_a_person_is_not_the_end() -> None:
    """The form no to a finalist asks first; with nobody to write to it is a light touch."""
    no = h(9, MailKind.REJECTION, hand=Hand.TEMPLATE, reply_possible=False)
    assert advise(case(MET, no, answers=SAID), at(10)).band is Band.ASK_FIRST
    alone = advise(case(MET, no, people=(), answers=SAID), at(10)).band
    assert alone in (Band.LIGHT_TOUCH, Band.MOVE_ON)


def test_unknown_stays_unknown() -> None:
    answers = weigh(case(), stand(case(), at(0)), at(0))
    for name in ("F2", "F3", "F4", "F6", "F7", "F9", "F10", "W3", "W4", "W5", "W7", "W8"):
        assert answers.value(name) is None


def test_every_reason_of_an_advice_has_its_ground() -> None:
    file = case(MET, h(9, MailKind.REJECTION, who="ana"), answers=SAID)
    answers = weigh(file, stand(file, at(10)), at(10))
    for reason in (*decide(answers).pro, *decide(answers).con):
        assert reason.says == answers.grounds[reason.factor].says


# ── keeping warm ────────────────────────────────────────────────────────────

END = at(0)


def touched(*events: Happening, topics: int = 9) -> CaseFile:
    remarks = tuple(
        Remark(f"t{i}", RemarkKind.TOPIC, f"topic {i}", "ana", at=at(0).date())
        for i in range(topics)
    )
    return case(*events, remarks=remarks)


def test_thirty_sixty_ninety_then_by_quarters_while_they_answer() -> None:
    events: list[Happening] = []
    due = []
    for day in range(1, 300):
        if next_touch(touched(*events), ANA, END, at(day, 13)).due is Due.NOW:
            due.append(day)
            events.append(letter(day, LetterKind.KEEP_IN_TOUCH))
            events.append(h(day + 1, MailKind.OTHER_JOB, who="ana"))
    assert due == [30, 60, 90, 181, 272]


def test_silence_widens_and_then_lets_it_sleep() -> None:
    events = [letter(30, LetterKind.KEEP_IN_TOUCH)]
    assert next_touch(touched(*events), ANA, END, at(89)).due is Due.LATER
    assert next_touch(touched(*events), ANA, END, at(90)).due is Due.NOW  # 30 days became 60
    events.append(letter(90, LetterKind.KEEP_IN_TOUCH))
    assert next_touch(touched(*events), ANA, END, at(400)).due is Due.DORMANT
    events.append(h(401, MailKind.OTHER_JOB, who="ana"))
    assert next_touch(touched(*events), ANA, END, at(500)).due is Due.NOW


def test_a_touch_needs_a_cause_and_names_it() -> None:
    assert next_touch(touched(topics=0), ANA, END, at(40)).due is Due.NO_CAUSE
    topic = next_touch(touched(topics=1), ANA, END, at(40))
    assert (topic.due, topic.cause) == (Due.NOW, "You talked about it: “topic 0”")
    news = next_touch(touched(h(35, Deed.SIGNAL, detail="growing")), ANA, END, at(40))
    assert news.cause.startswith("The firm is growing")


def test_caps_bind_across_people_and_cases() -> None:
    to_ben = letter(28, LetterKind.KEEP_IN_TOUCH, "ben")
    assert next_touch(touched(to_ben), ANA, END, at(41)).due is Due.LATER
    assert next_touch(touched(to_ben), ANA, END, at(42)).due is Due.NOW  # 14 days a firm
    other = next_touch(touched(), ANA, END, at(41), elsewhere=[to_ben])
    assert (other.due, other.when) == (Due.LATER, at(42).date())
    own = replace(to_ben, who="ana")
    elsewhere = next_touch(touched(), ANA, END, at(41), elsewhere=[own])
    assert elsewhere.when == at(49).date()  # 21 days a person
    # the courtesies of a verdict are free
    grace = letter(28, LetterKind.GRACE_NOTE)
    assert next_touch(touched(grace), ANA, END, at(41)).due is Due.NOW


def test_a_light_touch_is_a_quarter_and_a_freeze_sixty_days() -> None:
    assert next_touch(touched(), ANA, END, at(90), rhythm=Rhythm.LIGHT).due is Due.LATER
    assert next_touch(touched(), ANA, END, at(91), rhythm=Rhythm.LIGHT).due is Due.NOW
    assert next_touch(touched(), ANA, END, at(59), rhythm=Rhythm.FROZEN).due is Due.LATER
    assert next_touch(touched(), ANA, END, at(60), rhythm=Rhythm.FROZEN).due is Due.NOW


def test_a_stop_is_for_ever() -> None:
    stop = h(5, MailKind.OTHER_JOB, who="ana", stop=True)
    answer = h(300, MailKind.OTHER_JOB, who="ana")
    assert next_touch(touched(stop, answer), ANA, END, at(400)).due is Due.NEVER
    left_alone = replace(ANA, warmth=Warmth.STOP)
    assert next_touch(touched(), left_alone, END, at(400)).due is Due.NEVER


# ── board and playbook ──────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("state", "outcome", "band", "lane_"),
    [
        (State.CLOSED, Outcome.REJECTED, Band.FIGHT, Lane.FIGHT),
        (State.CLOSED, Outcome.REJECTED, Band.ASK_FIRST, Lane.DECIDING),
        (State.CLOSED, Outcome.REJECTED, Band.WAIT, Lane.DECIDING),
        (State.CLOSED, Outcome.REJECTED, Band.KEEP_WARM, Lane.WARM),
        (State.CLOSED, Outcome.REJECTED, Band.LIGHT_TOUCH, Lane.WATCHING),
        (State.CLOSED, Outcome.REJECTED, Band.MOVE_ON, Lane.RESTING),
        (State.SOFT_CLOSED, None, Band.KEEP_WARM, Lane.WATCHING),
        (State.ON_HOLD, None, Band.KEEP_WARM, Lane.WATCHING),
        (State.CLOSED, Outcome.HIRED, Band.KEEP_WARM, None),
        (State.AWAITING, None, Band.WAIT, None),
    ],
)
def test_lanes(state: State, outcome: Outcome | None, band: Band, lane_: Lane | None) -> None:
    advice = replace(advise(case(), at(0)), band=band)
    assert lane(Standing(state, outcome=outcome), advice) is lane_


def test_what_sleeps_rests() -> None:
    advice = replace(advise(case(), at(0)), band=Band.KEEP_WARM)
    standing = Standing(State.CLOSED, outcome=Outcome.REJECTED)
    assert lane(standing, advice, dormant=True) is Lane.RESTING
    assert lane(Standing(State.CLOSED, outcome=Outcome.NO_RESPONSE), None) is Lane.RESTING


def test_the_playbook_is_whole() -> None:
    assert [p.id for p in PLAYS] == [f"P{i:02}" for i in range(1, 27)]
    for play in PLAYS:
        assert play.situation and play.does and play.guardrail and play.source
        if play.earliest is not None and play.latest is not None:
            assert play.earliest <= play.latest


# ── the user's own mail, found in the mailbox ───────────────────────────────


def test_a_note_the_user_wrote_on_their_own_is_not_asked_for_again() -> None:
    own = h(1, MailKind.OTHER_JOB, direction=Direction.OUT, hour=9)
    assert next_move(case(MET, own), at(1, 12)).letter is LetterKind.INFLUENCE_LETTER
    no = h(10, MailKind.REJECTION, who="ana")
    grace = h(11, MailKind.OTHER_JOB, direction=Direction.OUT, hour=9)
    assert next_move(case(MET, no, grace, answers=SAID), at(11, 12)).letter is not (
        LetterKind.GRACE_NOTE
    )


def test_what_they_doubt_after_the_thanks_comes_before_the_letter_of_the_round() -> None:
    own = h(1, MailKind.OTHER_JOB, direction=Direction.OUT, hour=9)
    doubt = Remark("d", RemarkKind.DOUBT, "can you run it from numbers?", "ana", at=at(2).date())
    reply = h(2, MailKind.OTHER_JOB, who="ana")
    move = next_move(case(MET, own, reply, remarks=(doubt,)), at(2, 12))
    assert (move.play, move.letter) == ("P06", LetterKind.PROOF_OFFER)
    assert "a small sample" in move.why


def test_a_doubt_that_a_story_answers_is_answered_and_not_only_offered_to_be() -> None:
    own = h(1, MailKind.OTHER_JOB, direction=Direction.OUT, hour=9)
    doubt = Remark("d", RemarkKind.DOUBT, "can you run it from numbers?", "ana", at=at(2).date())
    story = Story("s", "The board of forty figures", result="Late runs fell by half.")
    file = case(MET, own, remarks=(doubt,), stories=(story,), met_by={doubt.quote: "s"})
    move = next_move(file, at(2, 12))
    assert (move.play, move.letter) == ("P06", LetterKind.PROOF_OFFER)
    assert "your story “The board of forty figures” answers it" in move.why
    secret = next_move(replace(file, stories=(replace(story, confidential=True),)), at(2, 12))
    assert story.title not in secret.why  # what is kept confidential is not told to them


def test_an_offer_taken_back_points_to_the_law_first() -> None:
    file = case(MET, h(8, MailKind.OFFER, who="ana"), h(10, MailKind.OFFER_RESCINDED, who="ana"))
    move = next_move(file, at(11))
    assert (move.play, move.letter) == ("", None)
    assert "not legal advice" in move.why


def test_an_old_no_without_news_is_taken_for_taken_and_said_to_be_a_guess() -> None:
    file = case(MET, h(7, MailKind.REJECTION, who="ana"))
    for day, value in ((21, None), (22, -0.8)):  # ten business days, and one more
        answers = weigh(file, stand(file, at(day)), at(day))
        assert value == answers.F1
    assert answers.grounds["F1"].basis is Basis.GUESSED


def test_of_several_doubts_the_newest_counts_whatever_their_order() -> None:
    """What she wrote after the thanks comes before the letter of the round, though it was noted first."""
    written = Remark(
        id="new", kind=RemarkKind.DOUBT, by="ana", basis=Basis.SAID, at=at(4).date(),
        quote="I have not seen you lead at a distance",
    )  # fmt: skip
    noted = Remark(
        id="old", kind=RemarkKind.DOUBT, by="ana", basis=Basis.INFERRED, at=at(1).date(),
        quote="too close to the floor",
    )  # fmt: skip
    told = (h(0, Deed.APPLICATION, direction=Direction.OUT), h(1, Deed.INTERVIEW, who="ana"))
    file = case(*told, letter(2, LetterKind.THANK_YOU), remarks=(written, noted))
    move = next_move(file, at(5))
    assert (move.play, move.letter) == ("P06", LetterKind.PROOF_OFFER)
    assert "I have not seen you lead at a distance" in move.why
