"""Where a case stands on a day: states of silence over time, verdicts, thaws, and what never closes."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from afterword import workdays
from afterword.counsel import stand
from afterword.terms import (
    CaseFile,
    Certainty,
    Deed,
    Direction,
    Hand,
    Happening,
    LetterKind,
    MailKind,
    Outcome,
    Part,
    Person,
    ReasonSeen,
    Stage,
    State,
)

START = datetime(2026, 3, 2, 10, tzinfo=UTC)  # a Monday


def at(day: int, hour: int = 10) -> datetime:
    """So many calendar days after Monday 2 March 2026."""
    return START + timedelta(days=day, hours=hour - 10)


def h(day: int, kind: MailKind | Deed, **more: Any) -> Happening:
    return Happening(id=f"{day:03}-{kind}", at=at(day), kind=kind, **more)


def letter(day: int, kind: LetterKind, who: str = "") -> Happening:
    return h(day, Deed.LETTER, direction=Direction.OUT, detail=kind.value, who=who)


def case(*happenings: Happening, **more: Any) -> CaseFile:
    return CaseFile("c", "Acme", "Engineer", happenings=happenings, **more)


APPLIED = h(0, Deed.APPLICATION, direction=Direction.OUT)
MET = h(0, Deed.INTERVIEW, stage=Stage.FINAL_EXECUTIVE)
ORDER = [State.AWAITING, State.OVERDUE, State.QUIET, State.SOFT_CLOSED]


# ── silence ─────────────────────────────────────────────────────────────────


def test_a_promised_date_holds_until_two_business_days_after() -> None:
    # promised Friday 13 March; Tuesday 17 March is two business days later
    file = case(MET, h(1, MailKind.STATUS_UPDATE, promised=date(2026, 3, 13)))
    assert stand(file, at(14)).state is State.AWAITING  # Monday 16
    late = stand(file, at(15))  # Tuesday 17
    assert late.state is State.OVERDUE
    assert late.nudge_from == date(2026, 3, 17)
    assert late.promised == date(2026, 3, 13)
    assert "13 March" in late.why
    # the last question seven business days later: Thursday 26 March
    assert stand(file, at(23)).state is State.OVERDUE
    assert stand(file, at(24)).state is State.QUIET
    # ten more: Thursday 9 April; the usual time and a half (38 days from 3 March) is 10 April
    assert stand(file, at(38)).state is State.QUIET
    assert stand(file, at(39)).state is State.SOFT_CLOSED
    assert stand(file, at(39)).outcome is None  # never labelled a rejection


@pytest.mark.parametrize(
    ("country", "sector", "bd"),
    [("", "", 7), ("US", "", 7), ("DE", "", 15), ("AT", "", 15), ("CH", "", 15),
     ("US", "government", 15)],
)  # fmt: skip
def test_without_a_date_a_question_is_fair_after_days_that_depend_on_the_place(
    country: str, sector: str, bd: int
) -> None:
    file = case(MET, country=country, sector=sector)
    fair = workdays.add(START.date(), bd, country)
    standing = stand(file, at(1))
    assert standing.state is State.AWAITING
    assert standing.nudge_from == fair
    on_the_day = datetime.combine(fair, START.timetz())
    assert stand(file, on_the_day).state is State.OVERDUE
    assert stand(file, on_the_day - timedelta(days=1)).state is State.AWAITING


def test_the_usual_time_only_moves_quiet_and_soft_closed() -> None:
    """Ruling 2: France's 38.9 days leave the first question where it was."""
    here, there = case(MET), case(MET, country="FR")
    assert stand(here, at(1)).nudge_from == stand(there, at(1)).nudge_from == date(2026, 3, 11)

    def first(file: CaseFile, state: State) -> date:
        return next(
            d for i in range(200) if stand(file, at(i)).state is state for d in [at(i).date()]
        )

    # default 25.1 days -> 26 days after 2 March; France 39 days
    assert first(here, State.QUIET) == date(2026, 3, 28)
    assert first(there, State.QUIET) == date(2026, 4, 10)
    # ten further business days (Easter Monday is off in France) or a half more, the later
    assert first(here, State.SOFT_CLOSED) == date(2026, 4, 10)
    assert first(there, State.SOFT_CLOSED) == date(2026, 4, 30)  # 59 days; 10 bd is 24 April


def test_receipts_alone_wait_and_are_never_nudged() -> None:
    file = case(APPLIED, h(0, MailKind.ACKNOWLEDGEMENT, hand=Hand.TEMPLATE))
    for day in range(25):
        standing = stand(file, at(day))
        assert standing.state is State.AWAITING
        assert standing.nudge_from is None
    assert stand(file, at(200)).state is State.SOFT_CLOSED
    assert stand(file, at(1)).stage is Stage.APPLIED


def test_any_word_of_theirs_reopens_a_soft_close() -> None:
    file = case(MET, h(100, MailKind.OTHER_JOB))
    assert stand(file, at(99)).state is State.SOFT_CLOSED
    assert stand(file, at(100)).state is State.AWAITING


def test_a_delay_with_a_new_date_moves_the_date() -> None:
    file = case(
        MET,
        h(1, MailKind.STATUS_UPDATE, promised=date(2026, 3, 13)),
        h(11, MailKind.STATUS_UPDATE, promised=date(2026, 3, 27)),
    )
    standing = stand(file, at(16))
    assert (standing.state, standing.promised) == (State.AWAITING, date(2026, 3, 27))
    # and the past does not know it
    assert stand(file, at(10)).promised == date(2026, 3, 13)


def test_a_question_sent_puts_off_the_next_and_their_answer_clears_it() -> None:
    promise = h(1, MailKind.STATUS_UPDATE, promised=date(2026, 3, 13))
    file = case(MET, promise, letter(17, LetterKind.STATUS_NUDGE))  # Thursday 19 March
    standing = stand(file, at(18))
    assert (standing.nudges, standing.nudge_from) == (1, date(2026, 3, 30))  # 7 bd on
    two = case(*file.happenings, letter(28, LetterKind.FINAL_NUDGE))
    assert (stand(two, at(29)).nudges, stand(two, at(29)).nudge_from) == (2, None)
    answered = case(*two.happenings, h(30, MailKind.STATUS_UPDATE))
    assert stand(answered, at(31)).nudges == 0
    assert stand(answered, at(31)).state is State.AWAITING


def test_ontario_gets_its_line_at_day_45() -> None:
    file = case(MET, country="CA-ON")
    assert "Ontario" not in stand(file, at(44)).why
    assert "Ontario" in stand(file, at(45)).why
    assert "Ontario" not in stand(replace(file, country="US"), at(45)).why


def test_korea_gets_its_line_when_they_have_gone_silent() -> None:
    """L01: a duty there, with what is disputed of it; nobody is told so while it is their turn."""
    file = case(MET, country="KR")
    assert "Korea" not in stand(file, at(3)).why
    late = stand(file, at(60))
    assert late.state in (State.QUIET, State.SOFT_CLOSED)
    assert "papers there differ" in late.why and "not legal advice" in late.why
    assert "Korea" not in stand(replace(file, country="JP"), at(60)).why


# ── verdicts and what opens them ────────────────────────────────────────────


@pytest.mark.parametrize(
    "kind", [MailKind.INTERVIEW_LOGISTICS, MailKind.ACTION_NEEDED, Deed.INTERVIEW]
)
def test_who_said_no_may_still_be_spoken_with(kind: MailKind | Deed) -> None:
    """A call for advice is arranged and held after the no: the no stands, and a round opens it."""
    said = (MET, h(10, MailKind.REJECTION), letter(11, LetterKind.CALL_REQUEST))
    arranged = case(*said, h(12, kind), h(13, MailKind.OTHER_JOB))
    standing = stand(arranged, at(14))
    assert (standing.state, standing.outcome) == (State.CLOSED, Outcome.REJECTED)
    assert standing.stage == stand(case(*said), at(14)).stage
    again = case(*arranged.happenings, h(15, MailKind.INTERVIEW_INVITATION))
    assert stand(again, at(16)).state is State.ACTIVE
    # a freeze is no end: whoever arranges a talk has thawed it
    frozen = case(MET, h(10, MailKind.ON_HOLD), h(12, kind))
    assert stand(frozen, at(14)).state is not State.ON_HOLD


@pytest.mark.parametrize(
    ("kind", "outcome"),
    [
        (MailKind.REJECTION, Outcome.REJECTED),
        (MailKind.POSITION_FILLED, Outcome.POSITION_FILLED),
        (MailKind.CANCELLED, Outcome.CANCELLED),
        (MailKind.WITHDRAWN, Outcome.WITHDRAWN),
        (MailKind.OFFER_RESCINDED, Outcome.OFFER_RESCINDED),
        (Deed.OFFER_DECLINED, Outcome.OFFER_DECLINED),
        (Deed.OFFER_ACCEPTED, Outcome.HIRED),
    ],
)
def test_what_closes_a_case(kind: MailKind | Deed, outcome: Outcome) -> None:
    standing = stand(case(MET, h(5, kind)), at(6))
    assert (standing.state, standing.outcome) == (State.CLOSED, outcome)
    assert standing.since == at(5)
    assert standing.nudge_from is None
    assert "7 March" in standing.why
    before = stand(case(MET, h(5, kind)), at(4))
    assert (before.state, before.outcome) == (State.AWAITING, None)


@pytest.mark.parametrize(
    "kind",
    [MailKind.REJECTION, MailKind.POSITION_FILLED, MailKind.CANCELLED, MailKind.WITHDRAWN,
     MailKind.OFFER_RESCINDED, MailKind.ON_HOLD, MailKind.OFFER],
)  # fmt: skip
def test_a_doubtful_reading_neither_closes_nor_freezes_nor_crowns(kind: MailKind) -> None:
    standing = stand(case(MET, h(5, kind, certainty=Certainty.LOW)), at(6))
    assert standing.state is State.AWAITING
    assert standing.outcome is None
    assert standing.last_word == at(5)


def test_on_hold_is_a_state_and_a_thaw_lifts_it() -> None:
    file = case(MET, h(5, MailKind.ON_HOLD), h(60, MailKind.REOPENED))
    held = stand(file, at(40))
    assert (held.state, held.outcome) == (State.ON_HOLD, None)
    assert "not about you" in held.why
    assert stand(file, at(61)).state is State.ACTIVE


@pytest.mark.parametrize("back", [MailKind.REOPENED, MailKind.INTERVIEW_INVITATION, MailKind.OFFER])
def test_a_no_is_lifted_only_by_a_word_that_means_it(back: MailKind) -> None:
    no = h(5, MailKind.REJECTION)
    assert stand(case(MET, no, h(9, MailKind.OTHER_JOB)), at(10)).state is State.CLOSED
    again = stand(case(MET, no, h(9, back)), at(10))
    assert again.state in (State.ACTIVE, State.OFFER)
    assert again.outcome is None
    doubtful = h(9, back, certainty=Certainty.LOW)
    assert stand(case(MET, no, doubtful), at(10)).state is State.CLOSED


def test_the_first_end_stands() -> None:
    file = case(MET, h(5, MailKind.WITHDRAWN, direction=Direction.OUT), h(8, MailKind.REJECTION))
    assert stand(file, at(9)).outcome is Outcome.WITHDRAWN


def test_an_insider_is_told_by_the_mail_or_by_its_reason() -> None:
    said = h(5, MailKind.POSITION_FILLED, by_internal=True)
    coded = h(5, MailKind.REJECTION, reasons=(ReasonSeen("R04", "a colleague"),))
    assert stand(case(MET, said), at(6)).by_internal
    assert stand(case(MET, coded), at(6)).by_internal
    assert not stand(case(MET, h(5, MailKind.REJECTION)), at(6)).by_internal


def test_a_template_from_nowhere_is_said_plainly() -> None:
    no = h(10, MailKind.REJECTION, hand=Hand.TEMPLATE, reply_possible=False)
    assert stand(case(MET, no), at(11)).why == (
        "They said no on 12 March, in a template, from an address that takes no replies."
    )


def test_the_user_may_close_by_hand() -> None:
    standing = stand(case(MET, h(50, Deed.NOTE, detail="no_response")), at(51))
    assert (standing.state, standing.outcome) == (State.CLOSED, Outcome.NO_RESPONSE)


def test_other_mail_about_jobs_says_nothing_of_the_case() -> None:
    file = case(MET, h(9, MailKind.JOB_ALERT), h(9, MailKind.ACCOUNT))
    assert stand(file, at(10)).last_word == at(0)


# ── the ball with the user ──────────────────────────────────────────────────


def test_a_lead_is_a_lead_until_something_is_sent() -> None:
    assert stand(case(h(0, MailKind.OUTREACH)), at(5)).state is State.LEAD
    assert stand(case(h(0, MailKind.OUTREACH), h(2, Deed.APPLICATION)), at(5)).state is (
        State.AWAITING
    )


@pytest.mark.parametrize(
    "kind", [MailKind.ACTION_NEEDED, MailKind.ASSESSMENT, MailKind.INTERVIEW_INVITATION]
)
def test_what_they_ask_makes_it_active(kind: MailKind) -> None:
    assert stand(case(APPLIED, h(2, kind)), at(3)).state is State.ACTIVE


def test_doing_the_task_makes_it_their_turn() -> None:
    done = h(4, MailKind.OTHER_JOB, direction=Direction.OUT)
    standing = stand(case(APPLIED, h(2, MailKind.ASSESSMENT), done), at(5))
    assert standing.state is State.AWAITING
    assert standing.stage is Stage.ASSESSMENT
    assert standing.nudge_from == date(2026, 3, 17)  # 7 bd after the 6th, when it was sent


def test_an_invitation_that_was_followed_by_nothing_runs_out() -> None:
    file = case(APPLIED, h(1, MailKind.INTERVIEW_INVITATION))
    assert stand(file, at(15)).state is State.ACTIVE
    assert stand(file, at(16)).state is State.AWAITING


def test_an_offer_is_a_state_and_a_written_stage() -> None:
    standing = stand(case(MET, h(8, MailKind.OFFER)), at(9))
    assert (standing.state, standing.stage) == (State.OFFER, Stage.WRITTEN_OFFER)
    verbal = h(8, MailKind.OFFER, stage=Stage.VERBAL_OFFER)
    assert stand(case(MET, verbal), at(9)).stage is Stage.VERBAL_OFFER


def test_the_stage_never_goes_back_and_counts_rounds_without_other_signs() -> None:
    rounds = [h(i * 7, Deed.INTERVIEW) for i in range(3)]
    reached = [stand(case(APPLIED, *rounds[: n + 1]), at(30)).stage for n in range(3)]
    assert reached == [
        Stage.RECRUITER_SCREEN,
        Stage.HIRING_MANAGER_INTERVIEW,
        Stage.PANEL_ONSITE,
    ]
    file = case(MET, h(9, Deed.INTERVIEW, stage=Stage.RECRUITER_SCREEN))
    assert stand(file, at(10)).stage is Stage.FINAL_EXECUTIVE
    # the invitation and the talk it led to are one round
    one = case(APPLIED, h(1, MailKind.INTERVIEW_INVITATION), h(5, Deed.INTERVIEW))
    assert stand(one, at(6)).stage is Stage.RECRUITER_SCREEN


# ── properties ──────────────────────────────────────────────────────────────

_COUNTRIES = st.sampled_from(["", "US", "DE", "FR", "SA", "BR"])
_PROMISE = st.none() | st.integers(1, 40)


@settings(max_examples=60, deadline=None)
@given(_COUNTRIES, _PROMISE, st.lists(st.integers(1, 90), max_size=3), st.booleans())
def test_silence_only_deepens(
    country: str, promise: int | None, nudges: list[int], government: bool
) -> None:
    """Without a word of theirs a case never comes nearer again, whatever the user asks."""
    promised = at(promise).date() if promise else None
    word = h(0, MailKind.STATUS_UPDATE, promised=promised)
    sent = [letter(day, LetterKind.STATUS_NUDGE) for day in sorted(set(nudges))]
    file = case(MET, word, *sent, country=country, sector="government" if government else "")
    seen = [ORDER.index(stand(file, at(day, 12)).state) for day in range(0, 150, 2)]
    assert seen == sorted(seen)


@settings(max_examples=60, deadline=None)
@given(_COUNTRIES, st.integers(1, 40), st.integers(0, 80))
def test_no_question_is_fair_before_the_promised_date_and_two_days(
    country: str, promise: int, day: int
) -> None:
    promised = at(promise).date()
    file = case(MET, h(0, MailKind.STATUS_UPDATE, promised=promised), country=country)
    standing = stand(file, at(day))
    free = workdays.add(promised, 2, country)
    if at(day).date() < free:
        assert standing.state is State.AWAITING
    assert standing.nudge_from is None or standing.nudge_from >= free


_KINDS = st.sampled_from([*MailKind, *Deed])


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.integers(0, 60), _KINDS, st.sampled_from(list(Certainty)),
            st.sampled_from(list(Direction)),
        ),
        max_size=8,
    ),
    st.integers(0, 60),
)  # fmt: skip
def test_what_comes_later_changes_nothing_before(
    told: list[tuple[int, Any, Certainty, Direction]], day: int
) -> None:
    every = [
        Happening(f"{i}", at(d), kind, direction=direction, certainty=certainty)
        for i, (d, kind, certainty, direction) in enumerate(told)
    ]
    whole, known = case(*every), case(*(e for e in every if e.at <= at(day)))
    standing = stand(whole, at(day))
    assert standing == stand(known, at(day))
    assert standing.why and (standing.outcome is None) == (standing.state is not State.CLOSED)


# ── what the mailbox shows of the user's own hand ───────────────────────────


def test_withdrawing_from_an_offer_declines_it() -> None:
    gone = h(9, MailKind.WITHDRAWN, direction=Direction.OUT)
    assert stand(case(MET, h(8, MailKind.OFFER), gone), at(10)).outcome is Outcome.OFFER_DECLINED


def test_small_talk_does_not_make_an_application_of_a_lead() -> None:
    file = case(h(0, MailKind.OUTREACH), h(3, MailKind.OTHER_JOB), h(5, Deed.CALL))
    assert stand(file, at(120)).state is State.LEAD


def test_own_mail_long_into_the_wait_is_a_question_and_its_copy_is_not_a_second() -> None:
    thanks = h(1, MailKind.OTHER_JOB, direction=Direction.OUT)
    asked = h(15, MailKind.OTHER_JOB, direction=Direction.OUT)
    assert stand(case(MET, thanks), at(20)).nudges == 0
    assert stand(case(MET, thanks, asked), at(20)).nudges == 1
    kept = letter(15, LetterKind.STATUS_NUDGE)
    copy = replace(asked, id="copy", at=at(15, 11))
    assert stand(case(MET, kept, copy), at(20)).nudges == 1


def test_a_later_invitation_is_another_round_and_a_new_hour_is_not() -> None:
    first, again = h(1, MailKind.INTERVIEW_INVITATION), h(2, MailKind.INTERVIEW_INVITATION)
    second = h(12, MailKind.INTERVIEW_INVITATION)
    assert stand(case(APPLIED, first, again), at(3)).stage is Stage.RECRUITER_SCREEN
    assert stand(case(APPLIED, first, second), at(13)).stage is Stage.HIRING_MANAGER_INTERVIEW


def test_a_manager_invites_to_a_talk_with_themselves() -> None:
    person = Person("m", "Mara", "m@acme.example", Part.HIRING_MANAGER)
    file = case(APPLIED, h(1, MailKind.INTERVIEW_INVITATION, who="m"), people=(person,))
    assert stand(file, at(3)).stage is Stage.HIRING_MANAGER_INTERVIEW


def test_a_receipt_after_a_request_starts_the_wait_anew_while_nobody_was_met() -> None:
    asked = h(0, MailKind.ACTION_NEEDED)
    done = h(1, MailKind.OTHER_JOB, direction=Direction.OUT)
    late = h(20, MailKind.ACKNOWLEDGEMENT)
    assert stand(case(APPLIED, asked, done, late), at(25)).state is State.AWAITING


def test_a_lead_says_by_when_they_come_back_while_that_is_ahead() -> None:
    word = h(2, MailKind.OTHER_JOB, promised=date(2026, 4, 30), promised_as="April")
    lead = case(h(0, MailKind.OUTREACH), word)
    assert stand(lead, at(5)).state is State.LEAD
    assert "They named April to come back" in stand(lead, at(5)).why
    assert "They named" not in stand(lead, at(75)).why  # the middle of May
    assert "They named" not in stand(case(h(0, MailKind.OUTREACH)), at(5)).why
