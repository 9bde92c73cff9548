"""What a file tells of a no: what decided it, who has said yes, what is owed since, each fact once.

Trades and people of this file alone; every rule is held against more than one wording.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from afterword.counsel import decide, stand, weigh
from afterword.counsel.found_again import found_again
from afterword.counsel.weighing.spans import put_off_until
from afterword.terms import (
    Advice,
    Answer,
    Band,
    Basis,
    CaseFile,
    Channel,
    Deed,
    Direction,
    Hand,
    Happening,
    MailKind,
    Part,
    Person,
    ReasonSeen,
    Remark,
    RemarkKind,
    Stage,
    Story,
)

K = MailKind
#: A Monday.
START = datetime(2027, 3, 1, 10, tzinfo=UTC)
#: The head of an observatory, who answers.
MAREN = Person("maren", "Maren Ostby", "maren@dome.example", Part.HIRING_MANAGER)
MIRROR = Story(
    "s1", "The mirror of Skagen", "A mirror lost its coat", "Recoated it in the dome",
    "Seeing back to 0.8 seconds in 3 weeks", numbers=("3 weeks",),
)  # fmt: skip
NAMED = "Nobody here had heard from you that you have ever recoated a large mirror."
CLOSER = "In the end the board came down in favour of the other finalist."


def day(n: int) -> datetime:
    return START + timedelta(days=n)


def mail(n: int, kind: MailKind = K.OTHER_JOB, *reasons: tuple[str, str], **more: Any) -> Happening:
    seen = tuple(ReasonSeen(code, words) for code, words in reasons)
    given: dict[str, Any] = {"who": "maren", "detail": "Re: the dome", "reasons": seen} | more
    return Happening(f"m{n}-{kind}", day(n), kind, opened=day(n), **given)


def talk(n: int, stage: Stage | None = Stage.FINAL_EXECUTIVE) -> Happening:
    detail = str(stage or "")
    return Happening(f"t{n}", day(n), Deed.INTERVIEW, who="maren", stage=stage, detail=detail)


def mine(n: int, kind: MailKind = K.OTHER_JOB) -> Happening:
    return mail(n, kind, direction=Direction.OUT)


def case(*happenings: Happening, **more: Any) -> CaseFile:
    told = tuple(sorted(happenings, key=lambda h: h.at))
    return CaseFile("c", "Skagen Dome", "Optician", "DK", people=(MAREN,), happenings=told, **more)


def advice(file: CaseFile, n: int) -> Advice:
    return decide(weigh(file, stand(file, day(n)), day(n)))


def everything(held: Advice) -> str:
    step = held.next_step
    said = (held.headline, held.why, step.who, step.what, step.when, held.next_question)
    return " ".join((*said, *(w.says for w in (*held.pro, *held.con))))


# ── what decided it, and what answers it ────────────────────────────────────

NO = mail(9, K.REJECTION, ("R02", CLOSER), ("R03", NAMED), detail="The optician's post")
LOST = case(mail(1, K.INTERVIEW_INVITATION), talk(4), NO)


def test_a_reason_that_a_story_answers_is_answered_and_not_asked_about() -> None:
    held = advice(replace(LOST, stories=(MIRROR,), met_by={NAMED: "s1"}), 10)
    first = held.pro[0]
    assert (first.factor, first.value, first.quote) == ("F2", 1.0, NAMED)
    assert MIRROR.title in first.says and first.basis is Basis.INFERRED
    assert "F3" not in held.unknown
    assert held.band is Band.ASK_FIRST and held.question_factor == "F1"
    assert held.next_question.startswith("I can answer what you named.")
    assert "final" not in held.next_question and "made the difference" not in everything(held)


def test_that_the_seat_is_known_to_be_open_clears_the_letter() -> None:
    file = replace(
        LOST, stories=(MIRROR,), met_by={NAMED: "s1"}, answers={"F1": Answer(1.0, day(9))}
    )
    assert advice(file, 10).band is Band.FIGHT


@pytest.mark.parametrize("code", ["R03", "R11", "R16"])
def test_where_nothing_is_known_to_answer_it_one_asks_oneself_first(code: str) -> None:
    no = mail(9, K.REJECTION, ("R02", CLOSER), (code, NAMED))
    held = advice(case(mail(1, K.INTERVIEW_INVITATION), talk(4), no), 10)
    assert held.question_factor == "F3" and NAMED.rstrip(".") in held.next_step.what
    assert held.next_step.who == "you"
    assert "F2" not in held.unknown  # their reason is known, whatever answers it


@pytest.mark.parametrize(("shown", "worth"), [(1.0, 1.0), (0.5, 0.5), (-1.0, 0.0)])
def test_what_the_user_says_they_could_show_answers_the_reason(shown: float, worth: float) -> None:
    file = replace(LOST, answers={"F3": Answer(shown, day(9) + timedelta(hours=4))})
    answers = weigh(file, stand(file, day(10)), day(10))
    assert worth == answers.F2
    before = replace(LOST, answers={"F3": Answer(shown, day(3))})  # said of something else
    assert weigh(before, stand(before, day(10)), day(10)).F2 is None


def test_a_comparison_alone_is_still_asked_about() -> None:
    held = advice(
        case(mail(1, K.INTERVIEW_INVITATION), talk(4), mail(9, K.REJECTION, ("R18", ""))), 10
    )
    assert "made the difference" in held.next_question and "final" not in held.next_question


# ── somebody has said yes ───────────────────────────────────────────────────


@pytest.mark.parametrize(
    "words", ["We went with the other one and she has accepted.", "She starts on 4 May."]
)
def test_who_has_accepted_is_not_asked_about(words: str) -> None:
    no = mail(9, K.REJECTION, ("R02", "We went with the other one."), ("R05", words))
    held = advice(case(mail(1, K.INTERVIEW_INVITATION), talk(4), no), 11)
    assert held.question_factor != "F1" and "final" not in everything(held)
    assert next(w for w in held.con if w.factor == "F1").quote == words


def test_a_talk_given_after_the_no_is_warmth() -> None:
    no = mail(9, K.REJECTION, ("R05", "She has accepted."))
    cool = case(mail(1, K.INTERVIEW_INVITATION), talk(4, Stage.PANEL_ONSITE), no)
    held = advice(case(*cool.happenings, mine(10), mail(11), talk(17, None)), 30)
    assert held.band is Band.KEEP_WARM
    assert "18 March" in next(w for w in held.pro if w.factor == "W2").says
    assert advice(cool, 30).warm_score < held.warm_score


# ── an invitation with its words and its day ────────────────────────────────

INVITED = mail(
    9, K.REJECTION, ("R02", CLOSER), ("R10", "Write to me in June, when we build."), invitation=True
)


def test_an_invitation_is_quoted_and_kept_to_its_day() -> None:
    thanked = case(mail(1, K.INTERVIEW_INVITATION), talk(4), INVITED, mine(10))
    held = advice(thanked, 40)
    assert held.headline == "Come back at the time they named"
    assert "1 June" in held.next_step.when and "June" in held.next_step.what
    assert "Thank them" not in held.next_step.what and "nothing before" in held.next_step.what
    unthanked = advice(case(mail(1, K.INTERVIEW_INVITATION), talk(4), INVITED), 40)
    assert "Thank them now, if you have not" in unthanked.next_step.what


@pytest.mark.parametrize(
    "file",
    [
        case(mail(1, K.INTERVIEW_INVITATION), talk(4), INVITED, mine(10)),
        case(mail(1, K.INTERVIEW_INVITATION), mail(9, K.REJECTION, invitation=True)),
        case(mail(1, K.INTERVIEW_INVITATION), mail(9, K.CANCELLED)),
        case(mail(1, K.INTERVIEW_INVITATION), mail(9, K.ON_HOLD)),
        case(mail(1, K.INTERVIEW_INVITATION), mail(9, K.REJECTION, stop=True)),
        case(
            mail(1, K.INTERVIEW_INVITATION), mail(9, K.REJECTION, detail="To one of our finalists")
        ),
    ],
)
def test_no_evidence_is_a_subject_line(file: CaseFile) -> None:
    found = weigh(file, stand(file, day(20)), day(20))
    subjects = {h.detail for h in file.happenings if isinstance(h.kind, MailKind)}
    assert not subjects & {ground.quote for ground in found.grounds.values()}


def test_what_was_said_by_telephone_is_quoted() -> None:
    words = "The council has stopped it."
    told = mail(9, K.CANCELLED, detail=words, channel=Channel.PHONE)
    file = case(mail(1, K.INTERVIEW_INVITATION), talk(4), told)
    found = weigh(file, stand(file, day(20)), day(20))
    assert found.grounds["F1"].quote == words


# ── an offer that was taken back ────────────────────────────────────────────


@pytest.mark.parametrize(
    ("words", "when"),
    [
        ("The county has pushed the new dome back by a year.", "10 February 2028"),
        ("It is postponed until September.", "2 August"),
        ("The council has frozen every post.", "when it comes near again"),
    ],
)
def test_who_was_chosen_has_nothing_to_learn(words: str, when: str) -> None:
    back = mail(10, K.OFFER_RESCINDED, ("R07", words), ("R19", "I withdraw the offer."))
    held = advice(case(mail(1, K.OUTREACH), mail(4, K.OFFER), mine(5), back, mine(11)), 60)
    assert held.headline == "They had chosen you; nothing now"
    said = everything(held)
    assert "accepted" not in said and "next time" not in said and words.rstrip(".") in said
    assert when in held.next_step.when


@pytest.mark.parametrize(
    ("words", "to"),
    [
        ("pushed back by six months", date(2027, 9, 1)),
        ("postponed for six to nine months", date(2027, 12, 1)),
        ("put off by half a year", date(2027, 9, 1)),
        ("Das Projekt ist um ein Jahr verschoben.", date(2028, 3, 1)),
        ("Wir haben die Stelle auf den Herbst verschoben.", date(2027, 9, 1)),
        ("Le projet est reporté de six mois.", date(2027, 9, 1)),
        ("El proyecto se aplaza hasta septiembre.", date(2027, 9, 1)),
        ("Il progetto è rinviato di un anno.", date(2028, 3, 1)),
        ("O projeto foi adiado por três meses.", date(2027, 6, 1)),
        ("Het project is een jaar uitgesteld.", date(2028, 3, 1)),
        ("Projektet er udskudt et år.", date(2028, 3, 1)),
        ("Nothing will be built before June.", date(2027, 6, 1)),
        # what lasts, and is not put off
        (
            "We have been looking for two years and now put it off until the summer.",
            date(2027, 6, 1),
        ),
        ("The budget, set for one year, was cut.", None),
        ("We stopped after two years of losses.", None),
        ("It was paused after two years of losses.", None),
        ("Wir suchen seit zwei Jahren, und nun ist alles eingefroren.", None),
        ("It pays 48,000 a year and is on hold.", None),
        ("moved to next spring", date(2028, 3, 1)),
        ("postponed until 2029", date(2029, 1, 1)),
        ("put on hold", None),
        ("postponed by a committee", None),
    ],
)
def test_how_long_it_is_put_off(words: str, to: date | None) -> None:
    assert put_off_until(words, date(2027, 3, 1)) == to


# ── the user's own ending ───────────────────────────────────────────────────


@pytest.mark.parametrize("offer", [True, False])
def test_who_stepped_back_is_not_told_that_they_have_chosen(offer: bool) -> None:
    before = (mail(4, K.OFFER),) if offer else ()
    file = case(mail(1, K.INTERVIEW_INVITATION), talk(3), *before, mine(7, K.WITHDRAWN))
    held = advice(file, 20)
    assert "They have chosen" not in everything(held) and "free" not in held.headline
    assert "decline" not in held.next_step.what


def test_who_declined_and_is_asked_first_next_time_is_invited() -> None:
    words = "When the second dome is built you will be asked before anyone."
    kind = mail(8, K.OTHER_JOB, ("R10", words), invitation=True)
    file = case(
        mail(1, K.INTERVIEW_INVITATION), talk(3), mail(4, K.OFFER), mine(7, K.WITHDRAWN), kind
    )
    assert words.rstrip(".") in advice(file, 20).next_step.what
    again = found_again(file, stand(file, day(20)), day(20))
    assert again is not None and not any("Nobody has asked" in one for one in again.con)


# ── who moved up, and the post they leave ───────────────────────────────────

WITHIN = ("R04", "We have appointed one of our own night keepers.")


@pytest.mark.parametrize(
    ("reasons", "after", "asked"),
    [
        ((WITHIN,), 2, True),
        ((WITHIN,), 45, False),
        ((WITHIN, ("R03", "It was about the Danish, not about you.")), 2, False),
        ((WITHIN, ("R13", "We cannot sponsor a permit.")), 2, False),
    ],
)
def test_the_post_they_leave_is_asked_about_soon_and_not_for_want_of_the_same(
    reasons: tuple[tuple[str, str], ...], after: int, asked: bool
) -> None:
    no = mail(9, K.REJECTION, *reasons)
    file = case(mail(1, K.INTERVIEW_INVITATION), talk(4), no)
    now = day(9 + after)
    assert (weigh(file, stand(file, now), now).other_seat is not None) is asked


# ── what is owed months later ───────────────────────────────────────────────

OVER = case(mail(1, K.INTERVIEW_INVITATION), talk(4), mail(9, K.REJECTION, ("R02", CLOSER)))


@pytest.mark.parametrize("since", [(), (mine(10),), (mine(10), mail(11), mine(40), mail(41))])
def test_months_later_no_question_about_the_no_is_asked(since: tuple[Happening, ...]) -> None:
    held = advice(case(*OVER.happenings, *since), 130)
    assert "learn or show" not in held.next_step.what and "?" not in held.next_step.what
    assert ("thank-you" in held.next_step.what) is not bool(since)


def test_while_it_is_young_the_question_is_fair() -> None:
    held = advice(case(*OVER.happenings, mail(10)), 12)
    assert "“" in held.next_step.what


def test_who_gave_a_lead_hears_how_it_goes() -> None:
    lead = Happening("e1", day(80), K.OUTREACH, who="maren")
    file = replace(case(*OVER.happenings, mine(10), mail(11)), elsewhere=(lead,))
    held = advice(file, 100)
    assert "how it goes" in held.next_step.what and held.next_step.who == "Maren Ostby"
    early = replace(file, elsewhere=(replace(lead, at=day(5)),))  # before it ended
    assert weigh(early, stand(early, day(100)), day(100)).referred is None


# ── each fact once, and words of theirs or a date ───────────────────────────

FORMS = {"hand": Hand.TEMPLATE, "reply_possible": False, "who": "no-reply@dome.example"}
MANY = [
    LOST,
    OVER,
    replace(LOST, stories=(MIRROR,), met_by={NAMED: "s1"}),
    case(
        mail(1, K.INTERVIEW_INVITATION), talk(4), mail(9, K.CANCELLED, ("R08", "It is cancelled."))
    ),
    case(mail(1, K.INTERVIEW_INVITATION), talk(4), mail(9, K.ON_HOLD, ("R07", "It is paused."))),
    case(mail(1, K.INTERVIEW_INVITATION), talk(4), mail(9, K.REJECTION, WITHIN)),
    case(mail(1, K.INTERVIEW_INVITATION), talk(4), INVITED, mine(10), mail(11)),
    case(mail(1, K.OUTREACH), mail(4, K.OFFER), mail(9, K.OFFER_RESCINDED, ("R19", "Withdrawn."))),
    replace(
        case(mail(1, K.ACKNOWLEDGEMENT, **FORMS), mail(9, K.REJECTION, ("R18", ""), **FORMS)),
        people=(),
    ),
    replace(
        OVER,
        remarks=(
            Remark("r", RemarkKind.PRAISE, "You see like an owl.", "Maren Ostby", at=day(4).date()),
        ),
    ),
]


@pytest.mark.parametrize("file", MANY)
@pytest.mark.parametrize("n", [10, 16, 60, 200])
def test_no_list_says_a_thing_twice_and_each_reason_can_be_seen(file: CaseFile, n: int) -> None:
    held = advice(file, n)
    answers = weigh(file, stand(file, day(n)), day(n))
    for side in (held.pro, held.con):
        quotes = [one.quote for one in side if one.quote]
        assert len(quotes) == len(set(quotes))
        facts = {one.factor for one in side}
        assert not {"F4", "W1"} <= facts
        assert not any(
            one.factor == "F1" and one.basis is Basis.GUESSED and "F8" in facts for one in side
        )
        for one in side:
            ground = answers.ground(one.factor)
            if ground is not None and not ground.by_user:
                assert one.quote or any(c.isdigit() for c in one.says), one
