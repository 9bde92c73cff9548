"""Each item of the five articles is named by a test, and the stories they tell come out as told."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path

import pytest

from afterword.counsel import decide, next_move, next_touch, stand, weigh
from afterword.counsel.decision.model import COSTS
from afterword.counsel.method import METHOD
from afterword.counsel.moving import after_rest, judge
from afterword.counsel.weighing import look
from afterword.counsel.weighing.seat import finalist_words
from afterword.terms import (
    Answer,
    Band,
    Brief,
    CaseFile,
    Deed,
    Direction,
    Happening,
    LetterKind,
    MailKind,
    Part,
    Person,
    ReasonSeen,
    Remark,
    RemarkKind,
    Stage,
    Story,
    Warmth,
)
from afterword.writing import compose, review
from afterword.writing.matching import match

START = datetime(2026, 3, 2, 10, tzinfo=UTC)  # a Monday
TESTS = Path(__file__).resolve().parents[1]
JO = Person("jo", "Jo Marsh", "jo@acme.example", Part.HIRING_MANAGER, warmth=Warmth.WARM)
EVE = Person("eve", "Eve Lang", "eve@acme.example", Part.SKIP_LEVEL_OR_EXECUTIVE)
REC = Person("rec", "Rae Holt", "rae@acme.example", Part.RECRUITER_INTERNAL)
STORY = Story(
    "s", "The churn model", "Churn had doubled in a year", "I rebuilt the churn model.",
    "churn fell by a fifth", ("20%",), ("analytics",), confirm="Ana",
)  # fmt: skip
DOUBT = Remark("d", RemarkKind.DOUBT, "I do not see analytics in your past", "eve")
PROBLEM = Remark("p", RemarkKind.CHALLENGE, "Churn has doubled and nobody knows why", "eve")


def at(day: int, hour: int = 10) -> datetime:
    return START + timedelta(days=day, hours=hour - 10)


def h(day: int, kind: MailKind | Deed, **more: object) -> Happening:
    return Happening(id=f"{day:03}-{kind}-{more.get('who', '')}", at=at(day), kind=kind, **more)  # type: ignore[arg-type]


def letter(day: int, kind: LetterKind, who: str = "jo") -> Happening:
    return Happening(
        f"{day:03}-{kind}-{who}", at(day, 12), Deed.LETTER, Direction.OUT, who, detail=kind.value
    )


def case(*happenings: Happening, **more: object) -> CaseFile:
    more.setdefault("people", (JO, REC))
    return CaseFile("c", "Acme", "Engineer", happenings=happenings, **more)  # type: ignore[arg-type]


MET = h(0, Deed.INTERVIEW, who="jo", stage=Stage.FINAL_EXECUTIVE)
ROUND = (MET, letter(1, LetterKind.THANK_YOU), letter(2, LetterKind.INFLUENCE_LETTER))
NO = h(10, MailKind.REJECTION, who="jo", opened=at(10))
FILLED = replace(NO, reasons=(ReasonSeen("R05", "the seat is filled"),))
WANTS = {name: Answer(1.0, at(9)) for name in ("F9", "W4", "W5")}


def brief(kind: LetterKind, to: Person = JO, **more: object) -> Brief:
    given = {"remarks": (DOUBT, PROBLEM), "stories": (STORY,), "happenings": (MET,), **more}
    return Brief(kind, to, "Sam Reed", "Acme", "Engineer", at(2).date(), **given)  # type: ignore[arg-type]


# ── S0 ──────────────────────────────────────────────────────────────────────


def test_the_blow_is_met_with_rest() -> None:
    """S0-02, S1-02, S4-01: a closed letter waits; opened, it is followed by rest, not by a task."""
    closed = next_move(case(*ROUND, replace(NO, opened=None, sealed=True)), at(10))
    assert closed.play == "" and "when you are ready" in closed.why
    opened = next_move(case(*ROUND, NO), at(10, 12))
    assert opened.play == "P10" and opened.urgency == 0 and "fine" in opened.why


def test_the_nearer_the_offer_the_sooner_the_referees_are_told() -> None:
    """S0-04: when they turn to references that comes before the letters of the round."""
    turned = case(MET, h(1, MailKind.REFERENCE_CHECK))
    assert next_move(turned, at(1, 11)).play == "P22"
    assert next_move(case(MET), at(1, 11)).play == "P04"


def test_thanks_then_one_question_and_never_a_second() -> None:
    """S0-12, S0-15, S3-03, S4-12: thanks first, then advice, once; no answer is let be."""
    file = case(*ROUND, NO, answers=WANTS)
    assert next_move(file, at(11)).letter is LetterKind.GRACE_NOTE
    thanked = replace(file, happenings=(*file.happenings, letter(11, LetterKind.GRACE_NOTE)))
    assert next_move(thanked, at(12)).letter is LetterKind.ADVICE_REQUEST
    asked = replace(
        thanked, happenings=(*thanked.happenings, letter(12, LetterKind.ADVICE_REQUEST))
    )
    for day in range(13, 120):
        assert next_move(asked, at(day)).letter is not LetterKind.ADVICE_REQUEST


def test_the_grace_note_thanks_and_asks_nothing() -> None:
    """S0-12, S1-08: appreciation, interest, an open door; no question, no plea."""
    text = compose(brief(LetterKind.GRACE_NOTE, happenings=(MET, NO))).body
    assert "?" not in text and re.search(r"thank", text, re.I)


# ── S1: Jill and Jim ────────────────────────────────────────────────────────


def test_news_by_phone_counts_as_news_by_mail() -> None:
    """S1-01: a no told on the telephone closes the case as a mail would."""
    from afterword.terms import Channel

    told = case(*ROUND, replace(NO, channel=Channel.PHONE))
    assert stand(told, at(11)).outcome is stand(case(*ROUND, NO), at(11)).outcome


def test_there_is_no_letter_that_is_a_curriculum_vitae() -> None:
    """S1-03: the basics are taken for granted, and no CV is written here."""
    assert not any("cv" in kind.value or "resume" in kind.value for kind in LetterKind)


def test_jill_asks_for_fifteen_minutes_with_named_firms() -> None:
    """S1-04..07, S3-07: short, two or three firms, a name rather than an endorsement."""
    words = replace(PROBLEM, kind=RemarkKind.PRAISE, quote="You were one of the final two")
    jill = case(
        *ROUND, FILLED, letter(11, LetterKind.GRACE_NOTE), letter(12, LetterKind.ADVICE_REQUEST),
        answers=WANTS, remarks=(words,),
    )  # fmt: skip
    move = next_move(jill, at(18))
    assert (move.play, move.who) == ("P13", "jo") and "15 minutes" in move.why
    found = finalist_words(look(jill, stand(jill, at(18)), at(18)))
    assert found is not None and found.quote == "You were one of the final two"
    text = compose(brief(LetterKind.CALL_REQUEST, happenings=(MET, FILLED))).body
    assert "15 minutes" in text or "fifteen minutes" in text


def test_a_word_later_has_a_cause_and_says_which() -> None:
    """S1-09, S3-04: a month on, about something they talked about; without a cause no word."""
    topic = Remark("t", RemarkKind.TOPIC, "the night shift", "jo", at=at(0).date())
    warm = case(*ROUND, FILLED, letter(11, LetterKind.GRACE_NOTE), answers=WANTS, remarks=(topic,))
    touch = next_touch(warm, JO, at(10), at(45))
    assert touch.due == "now" and "the night shift" in touch.cause
    assert next_touch(replace(warm, remarks=()), JO, at(10), at(45)).due == "no_cause"


def test_the_tie_outlives_the_seat() -> None:
    """S1-11, S3-01: a seat that is gone leaves the tie as warm as it was."""
    gone = weigh(case(*ROUND, FILLED, answers=WANTS), stand(case(*ROUND, FILLED), at(12)), at(12))
    assert gone.F1 is not None and gone.F1 < 0
    assert decide(gone).band is Band.KEEP_WARM


# ── S2: the analyst ─────────────────────────────────────────────────────────


def test_a_letter_after_every_interview_rests_a_night() -> None:
    """S2-04, S2-18: one a round, from the next morning on."""
    noted = Happening("n", at(0, 11), Deed.NOTE, Direction.OUT, detail="debriefed")
    first = next_move(case(MET, noted, letter(0, LetterKind.THANK_YOU)), at(0, 15))
    assert (first.play, first.not_before) == ("P05", at(1, 7))
    again = case(*ROUND, h(7, Deed.INTERVIEW, who="eve"), letter(7, LetterKind.THANK_YOU, "eve"))
    assert next_move(again, at(8)).play == "P05"


def test_their_problem_is_met_by_a_story_and_the_match_says_why() -> None:
    """S2-05, S2-07: what they said is tied to what the user has done."""
    best = match(PROBLEM, (STORY,))
    assert best and best[0][0] is STORY and best[0][2]
    text = compose(brief(LetterKind.INFLUENCE_LETTER, EVE)).body
    assert "fell by a fifth" in text


def test_proof_is_offered_at_once_and_asks_for_a_slot() -> None:
    """S2-09, S2-11: offered within two business days, ending in a request for 20 minutes."""
    doubted = case(
        *ROUND, people=(JO, EVE), remarks=(replace(DOUBT, at=at(3).date(), answered_by="s"),),
        stories=(STORY,),
    )  # fmt: skip
    move = next_move(doubted, at(3))
    assert (move.play, move.who, move.when) == ("P06", "eve", date(2026, 3, 9))
    text = compose(brief(LetterKind.PROOF_OFFER, EVE)).body
    assert re.search(r"(20|twenty) minutes", text)


def test_why_you_is_answered_once_with_instances() -> None:
    """S2-13, S2-14: a rival named asks for the second letter, once; then one waits."""
    rival = Remark("r", RemarkKind.RIVAL, "one of our top two", "eve", at=at(3).date())
    weighed = case(*ROUND, people=(JO, EVE), remarks=(rival,))
    assert next_move(weighed, at(3)).play == "P07"
    sent = replace(weighed, happenings=(*ROUND, letter(3, LetterKind.SECOND_INFLUENCE, "eve")))
    assert next_move(sent, at(4)).play == ""


def test_one_reopen_letter_and_never_two() -> None:
    """S2-03, S4-05, S4-08: something to answer and something new, once; a recruiter passes it on."""
    gap = replace(NO, reasons=(ReasonSeen("R03", "more depth in analytics"),))
    told = {name: Answer(1.0, at(11)) for name in ("F1", "F4", "F9")} | WANTS
    file = case(
        MET, letter(1, LetterKind.THANK_YOU), gap, answers=told, stories=(STORY,),
        remarks=(replace(DOUBT, at=at(9).date(), answered_by="s"),),
    )  # fmt: skip
    assert next_move(file, at(11)).play == "P14"
    once = replace(file, happenings=(*file.happenings, letter(11, LetterKind.REOPEN_LETTER)))
    for day in range(11, 60):
        assert next_move(once, at(day, 14)).letter is not LetterKind.REOPEN_LETTER


def test_bad_chemistry_is_not_argued_with() -> None:
    """S2-15, S4-11: where one does not want these people no proof makes it a fight."""
    file = case(MET, NO, answers={"F9": Answer(-1.0, at(11)), "F1": Answer(1.0, at(11))})
    assert decide(weigh(file, stand(file, at(11)), at(11))).band is not Band.FIGHT


def test_a_careless_letter_is_marked() -> None:
    """S2-17, S2-19, S4-06: worn phrases, blame and entitlement are pointed at, as a friend would."""
    text = "Dear Jo,\n\nI deserve this job and your decision was a mistake.\n\nBest,\nSam"
    found = {one.rule for one in review(text, LetterKind.GRACE_NOTE, to=JO, company="Acme")}
    assert found
    plain = "Dear Jo Marsh,\n\nThank you for the talk on Monday.\n\nBest,\nSam Reed"
    assert not {one.severity for one in review(plain, LetterKind.GRACE_NOTE, to=JO)} & {"stop"}


def test_while_the_news_rests_what_follows_stands_ready() -> None:
    """S2-20: in the twelve hours the letter may be drafted against, never sent."""
    file = case(*ROUND, NO, answers=WANTS)
    now = at(10, 12)
    assert judge(file, now).move.play == "P10"
    assert judge(file, now).move.letter is LetterKind.GRACE_NOTE
    assert after_rest(file, now).band is not Band.WAIT


# ── S4 ──────────────────────────────────────────────────────────────────────


def test_the_best_question_is_the_one_that_is_asked() -> None:
    """S4-04: if we ran this again; forward-looking, one question, with a promise not to argue."""
    text = compose(brief(LetterKind.ADVICE_REQUEST, happenings=(MET, NO))).body
    assert text.count("?") == 1
    assert re.search(r"argue|debate|not to contest|nothing to defend", text)


def test_each_interviewer_gets_a_note_of_their_own() -> None:
    """S4-09, S4-10: one to each person, and no two read alike."""
    panel = case(
        MET, replace(MET, id="m2", who="eve"), people=(JO, EVE, REC)
    )  # fmt: skip
    first = next_move(panel, at(1))
    assert first.play == "P04"
    sent = replace(
        panel, happenings=(*panel.happenings, letter(1, LetterKind.THANK_YOU, first.who))
    )
    second = next_move(sent, at(1, 14))
    assert second.play == "P04" and {first.who, second.who} == {"jo", "eve"}
    ids = ("jo", "eve")
    texts = {
        compose(replace(brief(LetterKind.THANK_YOU, one), panel=ids)).body.split("\n", 1)[1]
        for one in (JO, EVE)
    }
    assert len(texts) == 2


def test_every_answer_says_what_it_costs_to_be_wrong_both_ways() -> None:
    """S4-01: fight and flight can both be right."""
    assert set(COSTS) == set(Band) and all(len(set(both)) == 2 for both in COSTS.values())


# ── the law of this table ───────────────────────────────────────────────────

NAMED = re.compile(r"\bS([0-4])-(\d\d)(b?)((?:(?:/|\.\.)\d\d)*)")


def named_in(text: str) -> set[str]:
    """The items a text names: S1-04..07 and S4-09/10 name all between or beside."""
    found: set[str] = set()
    for match_ in NAMED.finditer(text):
        article, last = match_[1], int(match_[2])
        found.add(f"S{article}-{last:02}{match_[3]}")
        for sign, digits in re.findall(r"(/|\.\.)(\d\d)", match_[4]):
            start = last + 1 if sign == ".." else int(digits)
            last = int(digits)
            found |= {f"S{article}-{n:02}" for n in range(start, last + 1)}
    return found


def test_ranges_are_read_whole() -> None:
    assert named_in("S1-04..07, S4-09/10") == {
        "S1-04", "S1-05", "S1-06", "S1-07", "S4-09", "S4-10",
    }  # fmt: skip


@pytest.mark.parametrize("id", [row.id for row in METHOD if row.id.startswith("S")])
def test_every_item_of_the_articles_is_named_by_a_test(id: str) -> None:
    """Somewhere a test says which item it proves."""
    assert id in everywhere()


@cache
def everywhere() -> frozenset[str]:
    texts = (path.read_text("utf-8") for path in TESTS.rglob("test_*.py"))
    return frozenset().union(*map(named_in, texts))
