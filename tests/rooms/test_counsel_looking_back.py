"""Looking back: the five questions, the one hired, what recurs, the four respects, the report.

The articles' own stories: the offer that never came (S0, where the author counts up what would
have changed how she ran it), the winner who came from within, the lost offer of 2011.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.counsel import days
from afterword.counsel import looking_back as lb
from afterword.counsel.looking_back import Choice, Look, Said
from afterword.counsel.power import AtTable, Power, Table, power
from afterword.terms import (
    Answer,
    Basis,
    CaseFile,
    Channel,
    Deed,
    Direction,
    Happening,
    LetterKind,
    MailKind,
    Outcome,
    Part,
    ReasonSeen,
    Referee,
    Register,
    Remark,
    RemarkKind,
    Stage,
    Story,
    Vouched,
)

SHAMING = ("rank", "score", "streak", "failed", "failure", "should have", "worse", "better than")


def at(month: int, day: int, hour: int = 10) -> datetime:
    return datetime(2026, month, day, hour, tzinfo=UTC)


APPLIED = Happening("applied", at(2, 2), Deed.APPLICATION, Direction.OUT)
FIRST = Happening("t1", at(2, 12), Deed.INTERVIEW, who="rec", stage=Stage.RECRUITER_SCREEN)
FINAL = Happening("t2", at(2, 24), Deed.INTERVIEW, who="dana", stage=Stage.FINAL_EXECUTIVE)
NO = Happening("no", at(3, 2), MailKind.REJECTION, opened=at(3, 2, 20))
NOW = at(3, 10)


def case(*more: Happening, key: str = "acme", firm: str = "Acme", **fields: object) -> CaseFile:
    """A final round that was lost, as far as it is known; `more` happens besides."""
    told = (APPLIED, FIRST, FINAL, NO, *more)
    return replace(CaseFile(key, firm, "Head of Supply", happenings=told), **fields)  # type: ignore[arg-type]


def end_of(file: CaseFile, now: datetime = NOW) -> lb.Ended:
    found = lb.ended(file, now)
    assert found is not None
    return found


def letter(kind: LetterKind, who: str, on: datetime, id: str = "") -> Happening:
    return Happening(id or f"{kind}-{who}", on, Deed.LETTER, Direction.OUT, who, detail=kind)


# ── when it is offered ──────────────────────────────────────────────────────


def test_it_is_offered_some_days_after_the_news() -> None:
    """S0-21: after the ending, some days later, with passing over as good a choice (S4-11)."""
    offer = lb.offer(end_of(case()), at(3, 6, 21))
    assert offer.due and "as good a choice" in offer.why
    assert offer.until == date(2026, 5, 1)


@given(st.integers(0, 24 * 120))
def test_never_within_the_pause_nor_before_its_day_nor_for_ever(hours: int) -> None:
    """P10, S0-21: no question falls into the twelve hours, nor before some days, nor after weeks."""
    now = NO.opened + timedelta(hours=hours) if NO.opened else NOW
    end = end_of(case(), now)
    offer = lb.offer(end, now)
    if offer.due:
        assert hours >= days.PAUSE_HOURS
        assert now.date() >= date(2026, 3, 2) + timedelta(days=days.LOOK_BACK)
        assert now.date() <= date(2026, 3, 2) + timedelta(days=days.LOOK_BACK_UNTIL)
    else:
        assert offer.why


def test_the_days_count_from_the_opening_of_the_envelope() -> None:
    """Ruling 6: a no that lay closed for a week is news on the day it is opened."""
    late = replace(NO, opened=at(3, 9))
    file = case(key="x")
    file = replace(file, happenings=(APPLIED, FIRST, FINAL, late))
    assert not lb.offer(end_of(file), NOW).due
    assert lb.offer(end_of(file, at(3, 13)), at(3, 13)).due


def test_a_closed_envelope_is_no_ending() -> None:
    """The sting is theirs to open: while it is sealed there is nothing to look back on."""
    file = replace(
        case(), happenings=(APPLIED, FIRST, FINAL, replace(NO, opened=None, sealed=True))
    )
    assert lb.ended(file, NOW) is None


def test_once_answered_or_passed_over_it_is_not_brought_up() -> None:
    """Offered once; "skip" is one tap and a valid choice (method 6.3)."""
    assert not lb.offer(end_of(case()), NOW, looked=True).due


def test_nothing_is_asked_where_no_talk_was_had() -> None:
    """R01: screened out before any talk, there is little to look back on."""
    file = replace(case(), happenings=(APPLIED, NO))
    offer = lb.offer(end_of(file), NOW)
    assert not offer.due and "before any talk" in offer.why


def test_nothing_is_asked_where_it_was_not_lawful() -> None:
    """Method 6.8, G2: who was turned down for who they are is not told to work on it."""
    file = case(answers={"G2": Answer(True, at(3, 3))})
    offer = lb.offer(end_of(file), NOW)
    assert not offer.due and "not yours to mend" in offer.why


def test_a_running_case_has_no_ending() -> None:
    assert lb.ended(replace(case(), happenings=(APPLIED, FIRST)), NOW) is None
    assert lb.ended(case(), at(2, 25)) is None


@pytest.mark.parametrize("code", ["R04", "R06", "R07", "R08"])
def test_what_was_about_the_seat_is_told_so(code: str) -> None:
    """S0-08: an internal or late winner; what one did in the room did not decide it."""
    no = replace(NO, reasons=(ReasonSeen(code, "a colleague is moving into the post"),))
    assert end_of(replace(case(), happenings=(APPLIED, FIRST, FINAL, no))).seat
    assert "did not decide" in lb.NOTHING_TO_MEND
    both = replace(no, reasons=(*no.reasons, ReasonSeen("R02", "somebody closer to it")))
    assert end_of(replace(case(), happenings=(APPLIED, FIRST, FINAL, both))).seat
    mixed = replace(no, reasons=(*no.reasons, ReasonSeen("R03", "more depth in automation")))
    assert not end_of(replace(case(), happenings=(APPLIED, FIRST, FINAL, mixed))).seat


def test_one_at_a_time_with_a_week_of_peace_between() -> None:
    """Offered once: an old mailbox read whole does not turn into a row of questions."""
    older = replace(end_of(case(key="k")), case="k", news=at(3, 1))
    due, today = [older, end_of(case())], date(2026, 3, 10)
    assert lb.the_one(due, [], today) is due[1]
    assert lb.the_one(due, [date(2026, 3, 3)], today) is due[1]
    assert lb.the_one(due, [date(2026, 3, 4)], today) is None
    assert lb.the_one([], [], today) is None


@pytest.mark.parametrize(
    ("country", "day", "shown"),
    [("NL", 40, True), ("GB", 40, True), ("GB-SCT", 40, True), ("US", 40, False), ("", 40, False), ("NL", 20, False)],
)  # fmt: skip
def test_a_copy_of_their_notes_is_a_late_and_separate_thing(
    country: str, day: int, shown: bool
) -> None:
    """L02: only where the law gives it, late, with what it costs, dated, and no advice."""
    end = end_of(case())
    said = lb.copy_of_notes(end, country, NO.at + timedelta(days=day))
    assert bool(said) is shown
    if shown:
        assert "goodwill" in said and "never join it to a letter of thanks" in said
        assert "not legal advice" in said and "2026" in said
        assert ("withheld" in said) is country.startswith("GB")
    own = replace(end, outcome=Outcome.WITHDRAWN)
    assert lb.copy_of_notes(own, country, NO.at + timedelta(days=day)) == ""


# ── the five questions ──────────────────────────────────────────────────────


def question(
    key: str, file: CaseFile, people: Iterable[AtTable] = (), **more: object
) -> lb.Question:
    known = power(Table("Acme", tuple(people), over=True), NOW.date()) if people else Power()
    found = lb.five(file, known, at(3, 2, 20), **more)  # type: ignore[arg-type]
    return next(one for one in found if one.key == key)


DANA = AtTable("dana", "Dana Reyes", Part.DECISION_MAKER, by_user=True, met=date(2026, 2, 24))
PIET = AtTable("piet", "Piet Maes", Part.PANEL_INTERVIEWER, met=date(2026, 2, 24))


def test_there_are_five_in_the_order_of_the_search() -> None:
    """S0-21 names five actions; E35: each asks what would have changed, none how one compared."""
    found = lb.five(case(), Power(), NOW)
    assert tuple(one.key for one in found) == lb.KEYS == (
        "deciders", "problem", "references", "letters", "targets",
    )  # fmt: skip
    for one in found:
        assert one.asks.endswith("?") and one.facts and "S0-21" in one.source
        said = " ".join((one.does, one.asks, *(fact.says for fact in one.facts))).lower()
        assert not any(word in said for word in SHAMING)
    assert lb.NEXT_TIME == "What will I try next?"


def test_a_decider_who_was_met_settles_the_first() -> None:
    """S0-16: the user noted that Dana decides, and they spoke: nothing is left to ask."""
    one = question("deciders", case(), [DANA, PIET])
    assert one.settled
    assert one.facts[0] == lb.Fact("Dana Reyes decides; you spoke on 24 February.", Basis.SAID)


def test_a_guessed_decider_is_asked_about() -> None:
    """A title alone is a guess, and looks like one."""
    boss = AtTable("ceo", "Ann Lee", title="Chief Executive", met=date(2026, 2, 24))
    one = question("deciders", case(), [boss])
    assert not one.settled and one.facts[0].basis is Basis.GUESSED
    assert "may decide" in one.facts[0].says
    assert not question("deciders", case()).settled


def test_a_problem_heard_in_the_first_talk_was_early() -> None:
    """S0-19, P01: what they must solve first, heard by the first talk or only in the last."""
    early = Remark("r", RemarkKind.CHALLENGE, "We lose two days", at=date(2026, 2, 12))
    one = question("problem", case(remarks=(early,)))
    assert (
        one.settled and "by the first talk, on 12 February: “We lose two days”" in one.facts[0].says
    )
    late = replace(early, at=date(2026, 2, 24))
    one = question("problem", case(remarks=(late,)))
    assert not one.settled and "in talk 2" in one.facts[0].says
    guess = replace(early, basis=Basis.GUESSED)
    assert not question("problem", case(remarks=(guess,))).settled
    doubt = replace(early, kind=RemarkKind.DOUBT)
    assert "No problem of theirs" in question("problem", case(remarks=(doubt,))).facts[0].says


def test_what_was_said_after_the_answer_does_not_count() -> None:
    """A judgement of (file, now): a word heard with the no was not known during the search."""
    after = Remark("r", RemarkKind.CHALLENGE, "We lose two days", at=date(2026, 3, 5))
    assert not question("problem", case(remarks=(after,))).settled


def test_references_are_tested_when_what_they_say_is_known_beforehand() -> None:
    """S0-05..07: told before the answer, and what they would say was known."""
    lena = Referee("lena", "Lena Vos", will_say="She kept the plant together")
    told = Vouched("lena", "acme", briefed=date(2026, 2, 20), called=date(2026, 2, 27))
    one = question("references", case(register=Register((lena,), (told,))))
    assert one.settled
    assert [fact.says for fact in one.facts] == [
        "Lena Vos was told on 20 February.",
        "They called Lena Vos on 27 February.",
        "You noted what Lena Vos would say.",
    ]
    late = replace(told, briefed=date(2026, 3, 9), called=None)
    assert not question("references", case(register=Register((lena,), (late,)))).settled
    unknown = replace(lena, will_say="")
    assert not question("references", case(register=Register((unknown,), (told,)))).settled


def test_a_letter_to_each_person_with_proof() -> None:
    """S2-09, S2-16: both were written to, both with proof; one without is asked about."""
    to_dana = letter(LetterKind.INFLUENCE_LETTER, "dana", at(2, 26))
    to_piet = letter(LetterKind.THANK_YOU, "piet", at(2, 26), "ty")
    both = case(to_dana, to_piet)
    one = question("letters", both, [DANA, PIET], proved=frozenset({"ty"}))
    assert one.settled and one.facts[0].says == "You wrote to Dana Reyes and Piet Maes."
    one = question("letters", both, [DANA, PIET])
    assert not one.settled and "to Dana Reyes rests on proof" in one.facts[1].says
    one = question("letters", case(to_dana), [DANA, PIET])
    assert not one.settled
    assert lb.Fact("No word to Piet Maes is on record.", Basis.INFERRED) in one.facts


def test_a_note_of_thanks_after_the_no_is_no_letter_of_the_search() -> None:
    grace = letter(LetterKind.GRACE_NOTE, "dana", at(3, 4))
    one = question("letters", case(grace), [DANA])
    assert lb.Fact("No word to Dana Reyes is on record.", Basis.INFERRED) in one.facts


def test_own_mail_counts_as_a_word_whose_proof_only_they_know() -> None:
    mail = Happening("m", at(2, 26), MailKind.OTHER_JOB, Direction.OUT, "dana")
    one = question("letters", case(mail), [DANA])
    assert [fact.basis for fact in one.facts] == [Basis.SAID, Basis.GUESSED]
    assert not one.settled


def test_other_targets_alive_when_the_answer_came() -> None:
    """S0-20, P24: another process in motion; none on record is asked about, never blamed."""
    other = CaseFile("k", "Kestrel", "COO", happenings=(APPLIED, FIRST))
    over = case(key="o", firm="Orsett")
    beside = lb.alive_beside([case(), other, over], "acme", at(3, 2, 20))
    assert beside == ("Kestrel",)
    one = question("targets", case(), others=beside)
    assert one.settled and one.facts[0].says.endswith("one other process was under way: Kestrel.")
    many = question("targets", case(), others=("A", "B", "C", "D", "E"))
    assert many.facts[0].says.endswith("were under way, A, B, C and D among them.")
    assert not question("targets", case()).settled


# ── the one who was hired ───────────────────────────────────────────────────


def test_one_look_one_to_four_weeks_after_the_start() -> None:
    """P19, S0-14: 1-4 weeks after start, one review, and without a start no reminder."""
    start = date(2026, 4, 1)
    due = [n for n in range(60) if lb.look_at_hired(start, None, start + timedelta(days=n)).due]
    assert (due[0], due[-1], len(due)) == (7, 28, 22)
    assert not lb.look_at_hired(start, date(2026, 4, 10), date(2026, 4, 11)).due
    assert not lb.look_at_hired(None, None, date(2026, 4, 11)).due
    assert "fine" in lb.look_at_hired(start, None, date(2026, 6, 1)).says


@pytest.mark.parametrize(
    "note",
    [
        "linkedin.com/in/jan-peeters",
        "https://example.org/jan",
        "jan@acme.example knows more",
        "He is too young for it",
        "She is pregnant, I heard",
        "already struggling with the board",
    ],
)
def test_nothing_private_is_kept_of_the_one_hired(note: str) -> None:
    """Method 6.4, 6.5: no links, no traits, no watching of how they do."""
    assert lb.why_not_kept(note)


@pytest.mark.parametrize(
    "note", ["Ran two automated depots", "Speaks French with the unions", "An MBA", ""]
)
def test_what_they_bring_to_the_work_is_kept(note: str) -> None:
    assert lb.why_not_kept(note) == ""


# ── across endings ──────────────────────────────────────────────────────────


def ended(
    key: str, stage: Stage | None, outcome: Outcome = Outcome.REJECTED, **more: bool
) -> lb.Ended:
    return lb.Ended(key, key.title(), "COO", outcome, NOW.date(), NOW, stage, met=True, **more)


def test_where_it_stops_stands_with_how_many_came_so_far() -> None:
    """S4-14: never a share without its n; what the user ended went on; the seat stands apart."""
    found = lb.stops(
        [
            ended("a", Stage.APPLIED),
            ended("b", None),
            ended("c", Stage.PANEL_ONSITE),
            ended("d", Stage.PANEL_ONSITE, Outcome.POSITION_FILLED, seat=True),
            ended("e", Stage.FINAL_EXECUTIVE, Outcome.WITHDRAWN),
            ended("f", Stage.ACCEPTED, Outcome.HIRED),
        ]
    )
    assert found.rows == (
        lb.Stop(Stage.APPLIED, 6, 2),
        lb.Stop(Stage.PANEL_ONSITE, 4, 2, seat=1),
    )
    assert found.n == 6 and "%" not in found.says


def test_from_few_endings_nothing_follows() -> None:
    assert "nothing follows" in lb.stops([ended("a", Stage.APPLIED)]).says
    assert lb.stops([]).rows == ()


@given(st.lists(st.tuples(st.sampled_from([*Stage, None]), st.sampled_from(list(Outcome)))))
def test_every_ending_by_them_stops_once(made: list[tuple[Stage | None, Outcome]]) -> None:
    """Nothing is lost and nothing counted twice, and nobody stops where they never came."""
    ends = [ended(f"c{i}", stage, outcome) for i, (stage, outcome) in enumerate(made)]
    rows = lb.stops(ends).rows
    assert sum(row.ended for row in rows) == sum(end.by_them for end in ends)
    assert all(row.seat <= row.ended <= row.came <= len(ends) for row in rows)


def test_what_one_would_do_again_and_try_next() -> None:
    """E35: a learner's answers; what did not matter is not brought up again."""
    looks = [
        Look("a", "Acme", "", date(2026, 3, 1), {"letters": Said(Choice.AGAIN), "targets": Said(Choice.NO)}),
        Look("k", "Kestrel", "", date(2026, 3, 2), {"letters": Said(Choice.NEXT), "problem": Said(Choice.NEXT)}),
    ]  # fmt: skip
    assert lb.habits(looks) == (
        lb.Habit("letters", again=("Acme",), next_time=("Kestrel",)),
        lb.Habit("problem", next_time=("Kestrel",)),
    )


def test_lessons_are_kept_newest_first_in_their_own_words() -> None:
    """P20: the line written on closing is a lesson too; said twice it is kept once."""
    looks = [
        Look("a", "Acme", "", date(2026, 3, 1), lesson="Ask earlier", parting="Ask earlier"),
        Look("k", "Kestrel", "", date(2026, 3, 5), parting="French first"),
        Look("o", "Orsett", "", date(2026, 3, 6)),
    ]
    assert [(one.says, one.company) for one in lb.lessons(looks)] == [
        ("French first", "Kestrel"),
        ("Ask earlier", "Acme"),
    ]
    assert looks[2].empty and not looks[0].empty


# ── the four respects of E32 ────────────────────────────────────────────────


def respects(*files: CaseFile, lessons: tuple[lb.Lesson, ...] = ()) -> dict[str, tuple[str, ...]]:
    ends = [end for file in files if (end := lb.ended(file, NOW)) is not None]
    found = lb.quality(files, ends, lessons, date(2026, 1, 1), NOW)
    return {one.key: one.facts for one in found}


def test_the_four_respects_are_facts_in_words() -> None:
    """E32: planning, preparation, calm, learning; each a fact of the own record."""
    plan = Happening("p-if_then", at(2, 20), Deed.NOTE, Direction.OUT, detail="if_then")
    note = Happening("t2-debriefed", at(2, 24, 13), Deed.NOTE, Direction.OUT, detail="debriefed")
    asked = letter(LetterKind.ADVICE_REQUEST, "dana", at(3, 6))
    said = Remark("r", RemarkKind.CHALLENGE, "Two days", at=date(2026, 2, 12), answered_by="s")
    story = Story("s", "Utrecht")
    one = case(plan, note, asked, remarks=(said,), stories=(story,))
    other = CaseFile("k", "Kestrel", "COO", happenings=(APPLIED, FIRST), stories=(story,))
    lesson = lb.Lesson("Ask earlier", date(2026, 3, 9), "acme", "Acme")
    assert respects(one, other, lessons=(lesson,)) == {
        "planning": (
            "One process is under way.",
            "Before the one answer you had a plan for a no.",
            "When the one answer came, something else was in motion.",
        ),
        "preparation": (
            "Into 1 talk you went with their own words on record.",
            "One story is told; the one thing they asked for can rest on one.",
        ),
        "calm": ("After the one answer you let the first half day pass.",),
        "learning": (
            "You wrote down what was said after 1 talk, on the same day.",
            "You kept one lesson.",
            "You asked for advice once.",
        ),
    }


def test_of_few_only_how_many() -> None:
    """No guilt: three of nineteen is three; most of them may be told as such."""
    talks = [replace(FIRST, id=f"t{n}", at=at(2, n)) for n in range(3, 8)]
    notes = [
        Happening(
            f"t{n}-debriefed", at(2, n + (n > 4)), Deed.NOTE, Direction.OUT, detail="debriefed"
        )
        for n in range(3, 8)
    ]
    few = CaseFile("k", "Kestrel", "COO", happenings=(APPLIED, *talks, *notes[:2]))
    most = replace(few, happenings=(APPLIED, *talks, *notes[:3]))
    said = "You wrote down what was said after"
    assert respects(few)["learning"] == (f"{said} 2 talks, on the same day.",)
    assert respects(most)["learning"] == (f"{said} 3 of 5 talks, 2 of them on the same day.",)


def test_a_plan_made_after_the_answer_is_none_and_haste_is_not_held_up() -> None:
    """No guilt: what the record does not show is simply not told."""
    late = Happening("p-if_then", at(3, 3), Deed.NOTE, Direction.OUT, detail="if_then")
    hasty = letter(LetterKind.GRACE_NOTE, "dana", at(3, 2, 21))
    found = respects(case(late, hasty))
    assert found == {"planning": (), "preparation": (), "calm": (), "learning": ()}


def test_no_respect_is_a_score_or_a_row_of_days() -> None:
    """Method 6.3: never a score of the person, never a streak; one small thing to try instead."""
    for one in lb.quality([case()], [end_of(case())], [], date(2026, 1, 1), NOW):
        said = " ".join((*one.facts, one.try_next)).lower()
        assert one.try_next and not any(word in said for word in (*SHAMING, "%", "in a row"))


# ── the report ──────────────────────────────────────────────────────────────


def lines(*files: CaseFile, since: date = date(2026, 1, 1), until: date = date(2026, 12, 31)) -> list[tuple[str, ...]]:  # fmt: skip
    return [one.cells for one in lb.report(files, since, until, NOW).lines]


def test_the_report_tells_date_firm_role_deed_and_outcome() -> None:
    """Issue 4: a printable report of the search, as agencies ask for it."""
    thanks = letter(LetterKind.THANK_YOU, "dana", at(2, 25))
    video = replace(FINAL, channel=Channel.VIDEO)
    file = replace(case(), happenings=(APPLIED, FIRST, video, thanks, NO))
    told = ("Acme", "Head of Supply")
    assert lines(file) == [
        ("2026-02-02", *told, "Applied", "They said no, 2 March"),
        ("2026-02-12", *told, "Interview", "They said no, 2 March"),
        ("2026-02-24", *told, "Interview by video", "They said no, 2 March"),
        ("2026-02-25", *told, "Wrote to thank them", "They said no, 2 March"),
    ]


def test_both_days_of_the_period_are_part_of_it() -> None:
    found = lines(case(), since=date(2026, 2, 12), until=date(2026, 2, 24))
    assert [row[0] for row in found] == ["2026-02-12", "2026-02-24"]


def test_nothing_private_and_nothing_sealed_stands_in_it() -> None:
    """No note, doubt or story, no purpose of a letter, no closed answer, no word to a referee."""
    doubt = Remark("r", RemarkKind.DOUBT, "Too local, we fear", at=date(2026, 2, 24))
    debrief = Happening("t2-debriefed", at(2, 24), Deed.NOTE, Direction.OUT, detail="debriefed")
    fight = letter(LetterKind.REOPEN_LETTER, "dana", at(2, 27))
    brief = letter(LetterKind.REFERENCE_BRIEF, "lena", at(2, 26))
    sealed = replace(NO, opened=None, sealed=True, detail="We chose another")
    file = replace(
        case(debrief, fight, brief, remarks=(doubt,)),
        happenings=(APPLIED, FIRST, FINAL, debrief, fight, brief, sealed),
    )
    found = lines(file)
    assert [row[3] for row in found] == [
        "Applied", "Interview", "Interview", "Wrote to them",
    ]  # fmt: skip
    flat = " ".join(cell for row in found for cell in row)
    for secret in ("local", "reopen", "chose another", "said no", "Lena", "note"):
        assert secret not in flat
    assert {row[4] for row in found} == {"they answered; not read yet"}


def test_who_never_applied_has_withdrawn_no_application() -> None:
    """An agent's pitch that was turned away; in a paper for an office the other word could cost money."""
    pitch = Happening("p", at(2, 3), MailKind.OUTREACH)
    no_thanks = Happening("n", at(2, 4), MailKind.WITHDRAWN, Direction.OUT)
    lead = CaseFile("k", "Kestrel", "COO", happenings=(pitch, no_thanks))
    assert [row[3] for row in lines(lead)] == ["Declined an approach"]
    told = replace(lead, happenings=(APPLIED, no_thanks))
    assert [row[3] for row in lines(told)] == ["Applied", "Withdrew the application"]


def test_a_receipt_stands_for_an_application_nobody_saw_leave() -> None:
    """Once: a second receipt, or one after the application itself, adds nothing."""
    receipt = Happening("a", at(2, 3), MailKind.ACKNOWLEDGEMENT)
    again = replace(receipt, id="b", at=at(2, 4))
    bare = CaseFile("k", "Kestrel", "COO", happenings=(receipt, again))
    assert [row[3] for row in lines(bare)] == ["Applied (they confirmed the receipt)"]
    both = replace(bare, happenings=(APPLIED, receipt))
    assert [row[3] for row in lines(both)] == ["Applied"]


def test_a_word_to_one_person_in_two_cases_is_one_deed() -> None:
    word = letter(LetterKind.KEEP_IN_TOUCH, "dana", at(2, 20), "touch")
    one, two = (CaseFile(k, "Acme", k, happenings=(word,)) for k in ("COO", "CSCO"))
    assert len(lines(one, two)) == 1


@pytest.mark.parametrize("name", ["=cmd|' /C calc'!A1", "+1", "-2", "@SUM(A1)"])
def test_no_cell_can_be_taken_for_a_formula(name: str) -> None:
    """A firm's name comes from a stranger's mail; a spreadsheet must not run it."""
    file = CaseFile("k", name, "COO", happenings=(APPLIED,))
    assert lines(file)[0][1] == f"'{name}"
