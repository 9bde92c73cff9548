"""A letter answers what was said: the named doubt, the mail that waits, the story that fits, or a hole."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from afterword.terms import (
    Basis,
    Brief,
    Deed,
    Direction,
    Fact,
    Happening,
    LetterKind,
    MailKind,
    Person,
    ReasonSeen,
    Remark,
    RemarkKind,
    Story,
)
from afterword.writing import compose, unproven
from afterword.writing.letters.quoting import praising
from afterword.writing.letters.replying import told_back
from afterword.writing.matching import match, match_among

K = LetterKind
TODAY = date(2026, 5, 12)
MIRA = Person("mira", "Mira Okonjo", "mira@stclare.example", title="Director of Nursing")
FALLS = Story(
    "falls",
    "Fewer falls on the ward",
    "On a geriatric ward of 28 beds somebody fell every third night.",
    "Went round with the nurses for two weeks. Put the toilet rounds at fixed hours. Moved the four "
    "unsteadiest patients near the desk. Wrote the new rounds up so that the other wards could take them "
    "over without a talk. Sat in on each handover for a month and asked what had gone wrong since the "
    "evening before, and who had seen it. Ran the four satellite wards by one nightly sheet, from my desk.",
    "Falls went from 11 to 4 a month. Complaints of relatives stopped.",
    skills=("patient safety", "nursing rounds"),
)
ROTA = Story(
    "rota",
    "A rota people kept",
    "Sick leave stood at 12 per cent and the rota was rewritten every day.",
    "Let the team write the rota themselves six weeks ahead, with three rules only.",
    "Sick leave fell to 6 per cent, overtime by a third.",
    skills=("staff planning", "absence"),
)
INSPECTED = Story(
    "inspected",
    "Six weeks to an inspection",
    "The care regulator announced an inspection of our clinic with six weeks' notice.",
    "Led the clinic through it, rewrote the medicines log, and walked the inspectors round.",
    "Rated good in all five areas, up from two.",
    skills=("inspection", "regulation"),
)
GIFTS = Story(
    "gifts",
    "Lapsed donors",
    "Donations had fallen for four years.",
    "Wrote by hand to 300 lapsed donors and took the bus to see the largest of them.",
    "112 gave again, EUR 84,000 in all.",
    skills=("fundraising", "donor care"),
)


def at(month: int, day: int) -> datetime:
    return datetime(2026, month, day, 10, tzinfo=UTC)


def brief(kind: LetterKind, **more: object) -> Brief:
    blank = Brief(
        kind=kind, to=MIRA, me="Jo Lindqvist", company="St Clare", role="Ward Manager", today=TODAY
    )
    return replace(blank, **more)  # type: ignore[arg-type]


def said(kind: RemarkKind, quote: str, **more: object) -> Remark:
    return replace(Remark(quote[:9], kind, quote, by="mira"), **more)  # type: ignore[arg-type]


# ── after a no: the reason that names a lack ─────────────────────────────────

VERDICT = Happening(
    "no",
    at(5, 11),
    MailKind.REJECTION,
    who="mira",
    reasons=(
        ReasonSeen("R02", "After long talks the board came down in favour of the other candidate."),
        ReasonSeen(
            "R03",
            "The regulator visits us in June, and none of us had heard that you have led a clinic "
            "through an inspection.",
        ),
    ),
)


def test_the_named_lack_is_answered_and_not_the_sentence_that_says_whom_they_took() -> None:
    draft = compose(brief(K.REOPEN_LETTER, happenings=(VERDICT,), stories=(FALLS, ROTA, INSPECTED)))
    assert "none of us had heard" in draft.body and "came down in favour" not in draft.body
    assert "story:inspected" in {f for s in draft.sentences for f in s.facts}
    assert draft.holes == () and unproven(draft) == ()


def test_a_comparison_gives_way_to_a_lack_that_a_story_answers() -> None:
    compared = ReasonSeen(
        "R02", "The other applicant had ten years on a ward of ventilated children."
    )
    verdict = replace(VERDICT, reasons=(compared, VERDICT.reasons[1]))
    body = compose(brief(K.REOPEN_LETTER, happenings=(verdict,), stories=(ROTA, INSPECTED))).body
    assert "through an inspection" in body and "ventilated" not in body


def test_an_explained_lack_no_story_answers_leaves_a_hole() -> None:
    lack = ReasonSeen(
        "R03", "We could not see where you have ever worked with ventilated children."
    )
    verdict = replace(VERDICT, reasons=(VERDICT.reasons[0], lack))
    draft = compose(brief(K.REOPEN_LETTER, happenings=(verdict,), stories=(ROTA, FALLS, GIFTS)))
    assert "ventilated" in draft.body and draft.holes
    assert not any(f.startswith("story:") for s in draft.sentences for f in s.facts)


# ── a mail that waits for an answer ──────────────────────────────────────────

DOUBT = "I have not yet seen that you can run four wards from your desk."
WROTE = said(RemarkKind.DOUBT, DOUBT, said_in="mail-7", at=date(2026, 5, 10))
TALK = Happening("talk", at(5, 7), Deed.INTERVIEW, who="mira")
OTHERS = (
    said(
        RemarkKind.TOPIC, "The handover at seven tells me how the night went", at=date(2026, 5, 7)
    ),
    said(RemarkKind.CHALLENGE, "The rota is rewritten every day", at=date(2026, 5, 7)),
)


def waiting(*remarks: Remark, happenings: tuple[Happening, ...] = (TALK,)) -> str:
    return compose(
        brief(
            K.INFLUENCE_LETTER,
            remarks=remarks,
            happenings=happenings,
            stories=(FALLS, ROTA),
        )
    ).body


def test_a_doubt_written_after_the_talk_is_answered_first() -> None:
    body = waiting(*OTHERS, WROTE)
    first, second = body.split("\n\n")[1:3]
    assert "mail" in first and "you have not yet seen that I can run four wards" in first
    assert "28 beds" in second or "falls" in second.casefold()
    assert body.index("wards") < body.index("rota")


def test_a_doubt_from_before_the_talk_or_answered_since_comes_in_its_place() -> None:
    early = replace(WROTE, at=date(2026, 5, 2))
    reply = Happening("re", at(5, 11), Deed.LETTER, Direction.OUT, who="mira")
    for body in (waiting(*OTHERS, early), waiting(*OTHERS, WROTE, happenings=(TALK, reply))):
        assert "mail" not in body.split("\n\n")[1]


def test_a_mail_answered_in_its_own_afternoon_is_answered() -> None:
    theirs = Happening("mail-7", at(5, 10), MailKind.OTHER_JOB, who="mira")
    mine = Happening("re", at(5, 10), MailKind.OTHER_JOB, Direction.OUT, who="mira")
    later = replace(mine, at=mine.at + timedelta(hours=5))
    earlier = replace(mine, at=mine.at - timedelta(hours=2))
    answered = waiting(*OTHERS, WROTE, happenings=(TALK, theirs, later))
    assert "mail" not in answered.split("\n\n")[1]
    assert "mail" in waiting(*OTHERS, WROTE, happenings=(TALK, earlier, theirs)).split("\n\n")[1]


def test_a_story_cut_to_its_length_keeps_the_lines_that_meet_the_doubt() -> None:
    first = said(RemarkKind.FIRST_PRIORITY, "Get the medicines log in order before the summer")
    long = " ".join(["Every team tried it for a week and told the next one what had failed."] * 8)
    brief_ = brief(
        K.INFLUENCE_LETTER,
        remarks=(*OTHERS, WROTE, first),
        happenings=(TALK,),
        stories=(FALLS, replace(ROTA, action=f"{ROTA.action} {long}")),
    )
    body = compose(brief_).body
    assert "satellite wards by one nightly sheet" in body
    assert len(body.split()) <= 300


@pytest.mark.parametrize(
    ("quote", "back"),
    [
        (DOUBT, "you have not yet seen that I can run four wards from your desk"),
        ("I am not sure that you are used to nights.", "you are not sure that I am used to nights"),
        (
            "I doubt that your style suits a small ward",
            "you doubt that my style suits a small ward",
        ),
        ("I wonder whether we would overwhelm you", ""),  # who is meant would be left open
        ("You have never led a ward", ""),
        ("I do not know what to make of you", ""),
    ],
)
def test_a_doubt_is_told_back_only_where_the_turn_is_plain(quote: str, back: str) -> None:
    if "from your desk" in back:
        back = back.replace("your desk", "my desk")
    assert told_back(quote.rstrip(".")) == back


# ── a story, or a hole ───────────────────────────────────────────────────────

ALL = (FALLS, ROTA, INSPECTED, GIFTS)


@pytest.mark.parametrize(
    "quote",
    [
        "From midnight to six I do not know who is in the building",
        "You would have to drive at night",
        "The minutes of the board are late",
        "The other candidate had led a unit with ventilated patients",
        "He has spent ten years in paediatrics and the panel wanted no learning curve",
    ],
)
def test_one_word_by_the_way_makes_no_answer(quote: str) -> None:
    assert match(Remark("r", RemarkKind.DOUBT, quote), ALL) == []


@pytest.mark.parametrize(
    ("quote", "story"),
    [
        ("Absence is eating my budget", "rota"),
        ("I wonder whether you know patient safety", "falls"),
        ("Our donors give less every year", "gifts"),
        ("The last inspection went badly", "inspected"),
    ],
)
def test_what_a_story_is_about_still_finds_it(quote: str, story: str) -> None:
    assert match(Remark("r", RemarkKind.DOUBT, quote), ALL)[0][0].id == story


def test_one_doubt_in_two_wordings_finds_one_story() -> None:
    plain = said(RemarkKind.DOUBT, "I have not seen that you can keep a rota")
    image = said(RemarkKind.DOUBT, "With us the plan on the wall has to hold for six weeks")
    assert match(image, ALL) == []
    assert [one[0].id for one in match_among(image, (plain, image), ALL)] == ["rota"]
    stranger = replace(plain, by="tom")
    assert match_among(image, (stranger, image), ALL) == []


def test_a_story_told_once_does_not_answer_a_second_problem() -> None:
    problems = (
        said(RemarkKind.CHALLENGE, "The rota is rewritten every day"),
        said(RemarkKind.CHALLENGE, "Sick leave and overtime are out of hand"),
    )
    body = compose(brief(K.INFLUENCE_LETTER, remarks=problems, stories=(ROTA,))).body
    assert "bears on this as well" not in body and body.count("Sick leave fell") == 1


# ── a note after the verdict ─────────────────────────────────────────────────


def test_the_readers_own_title_is_not_the_role_applied_for() -> None:
    mixed = brief(K.GRACE_NOTE, role="Director of Nursing", happenings=(VERDICT,))
    assert "Director of Nursing" not in compose(mixed).body
    agent = replace(mixed, to=Person("agent", "Ida Roth"))
    known = replace(
        agent, facts=(Fact("person:mira", "Mira Okonjo, Director of Nursing, St Clare"),)
    )
    assert "Director of Nursing" not in compose(known).body


def test_an_invitation_is_spoken_of_only_in_its_own_words() -> None:
    asked = replace(VERDICT, invitation=True)
    bare = compose(brief(K.GRACE_NOTE, happenings=(asked,))).body
    assert "invite" not in bare and "stay in touch" not in bare
    words = Fact("invited:no", "Do ring me in the autumn.")
    whole = compose(brief(K.GRACE_NOTE, happenings=(asked,), facts=(words,)))
    assert "“Do ring me in the autumn”" in whole.body and unproven(whole) == ()
    other = replace(asked, who="tom")
    assert "autumn" not in compose(brief(K.GRACE_NOTE, happenings=(other,), facts=(words,))).body


@pytest.mark.parametrize(
    ("words", "does"),
    [
        ("If she says no, you will be the first person we call", False),
        ("Should the bakery grow, we’ll come back to you before anybody", False),
        ("I’d ring you first if Ole retires", False),
        ("Ring me in the autumn and I will ask the board again", True),
        ("If it opens again, please apply; we will let you know", True),
        ("I would love for you to try again", True),
    ],
)
def test_a_promise_of_theirs_is_thanked_for_and_a_wish_of_theirs_is_done(
    words: str, does: bool
) -> None:
    asked = replace(VERDICT, invitation=True)
    facts = (Fact("invited:no", words),)
    body = compose(brief(K.GRACE_NOTE, happenings=(asked,), facts=facts)).body
    assert ("gladly do so" in body) is does
    assert ("thank you for that" in body) is not does


def test_a_colleagues_news_is_not_thanked_for_as_the_readers() -> None:
    body = compose(brief(K.GRACE_NOTE, happenings=(replace(VERDICT, who="tom"),))).body
    assert "telling me" not in body and "letting me know" not in body


@pytest.mark.parametrize(
    ("quote", "kept"),
    [
        ("We all enjoyed the afternoon with you, but the board decided for someone else.",
         "We all enjoyed the afternoon with you"),
        ("Unfortunately we chose another strong candidate", ""),
        ("You were impressive and close, yet it was not enough", ""),
        ("Your questions were the clearest we heard", "Your questions were the clearest we heard"),
    ],
)  # fmt: skip
def test_of_praise_only_the_clause_that_praises_is_quoted(quote: str, kept: str) -> None:
    assert praising(quote).rstrip(",") == kept


def test_praise_inside_bad_news_is_no_kind_word() -> None:
    both = said(
        RemarkKind.PRAISE, "It was close, but in the end another candidate was the better fit."
    )
    body = compose(brief(K.GRACE_NOTE, happenings=(VERDICT,), remarks=(both,))).body
    assert "better fit" not in body


def test_two_records_of_one_name_are_one_reader() -> None:
    word = Remark("r", RemarkKind.TOPIC, "The handover at seven decides the day", by="mira-2")
    facts = (Fact("person:mira-2", "Mira Okonjo"),)
    assert "handover" in compose(brief(K.THANK_YOU, remarks=(word,), facts=facts)).body


def test_what_a_colleague_said_in_the_same_talk_is_a_true_detail() -> None:
    word = Remark(
        "r",
        RemarkKind.TOPIC,
        "The handover at seven decides the whole day",
        by="tom",
        heard_by=("mira", "tom"),
    )
    facts = (Fact("person:tom", "Tom Reis, Charge Nurse"),)
    body = compose(brief(K.THANK_YOU, remarks=(word,), facts=facts)).body
    assert "Tom Reis" in body and "handover" in body
    mine = replace(word, by="Jo Lindqvist")
    assert "Jo Lindqvist said" not in compose(brief(K.THANK_YOU, remarks=(mine,))).body


# ── once more, and at the end ────────────────────────────────────────────────

RIVAL = said(RemarkKind.RIVAL, "The other one has run a ward of this size")


def test_no_bare_tag_is_set_beside_a_rivals_strength() -> None:
    left = replace(FALLS, skills=("night leadership", "data"))
    right = replace(ROTA, skills=("team leadership", "data"))
    doubt = said(RemarkKind.DOUBT, "I have not seen you cut falls")
    body = compose(brief(K.SECOND_INFLUENCE, remarks=(RIVAL, doubt), stories=(left, right))).body
    assert "leadership" not in body and "data" not in body
    whole = replace(left, skills=("patient safety",)), replace(right, skills=("patient safety",))
    body = compose(brief(K.SECOND_INFLUENCE, remarks=(RIVAL, doubt), stories=whole)).body
    assert "turns on patient safety" in body


def test_a_question_is_no_word_of_where_things_stand() -> None:
    asked = said(RemarkKind.DOUBT, "What would your night nurses say of you?")
    body = compose(brief(K.SECOND_INFLUENCE, remarks=(asked,), stories=(FALLS,))).body
    assert "You asked me: “What would your night nurses say of you?”" in body
    assert "where things stand" not in body and "frank" not in body
    waits = said(RemarkKind.RIVAL, "One more person to meet")
    assert "frank" not in compose(brief(K.SECOND_INFLUENCE, remarks=(waits,))).body


def test_a_referee_hears_that_the_offer_was_declined() -> None:
    offer = Happening("offer", at(3, 2), MailKind.OFFER, who="mira")
    for end in (
        Happening("bye", at(3, 9), MailKind.WITHDRAWN, Direction.OUT, who="mira"),
        Happening("bye", at(3, 9), Deed.OFFER_DECLINED, Direction.OUT),
    ):
        body = compose(brief(K.REFERENCE_THANKS, happenings=(offer, end))).body
        assert "said no" in body and "They have offered" not in body
    back = Happening("back", at(3, 9), MailKind.OFFER_RESCINDED)
    assert (
        "took the offer back" in compose(brief(K.REFERENCE_THANKS, happenings=(offer, back))).body
    )


# ── wording ──────────────────────────────────────────────────────────────────


def test_no_letter_goes_under_a_subject_that_says_nothing() -> None:
    sees = Happening("s", at(5, 1), Deed.SIGNAL, detail="reopened")
    for kind in (K.ADVICE_REQUEST, K.CALL_REQUEST, K.TRIGGER_NOTE, K.GRACE_NOTE, K.OFFER_DECLINE):
        assert "Ward Manager" in compose(brief(kind, happenings=(sees,))).subject, kind
    for language in ("de", "fr", "es"):
        for kind in (K.STATUS_NUDGE, K.FINAL_NUDGE, K.GRACE_NOTE, K.WITHDRAWAL):
            made = compose(brief(kind, language=language))
            assert "Ward Manager" in made.subject, (kind, language)


def test_a_title_that_many_hold_is_still_the_role_sought() -> None:
    peer = Fact("person:2", "Ravi Shah, Software Engineer, St Clare", "people")
    made = compose(brief(K.STATUS_NUDGE, role="Software Engineer", facts=(peer,)))
    assert "Software Engineer" in made.body
    head = Fact("person:2", "Ravi Shah, Head of Nursing, St Clare", "people")
    assert "Head of Nursing" not in compose(
        brief(K.STATUS_NUDGE, role="Head of Nursing", facts=(head,))
    ).body  # fmt: skip
    assert "“" not in compose(brief(K.STATUS_NUDGE, role="Façade Engineer")).body


def test_a_foreign_title_stands_as_a_title_in_an_english_sentence() -> None:
    made = compose(brief(K.STATUS_NUDGE, role="Stationsleitung und Pflegeleiterin"))
    assert "the role of “Stationsleitung und Pflegeleiterin”" in made.body
    assert "“" not in compose(brief(K.STATUS_NUDGE, role="Ward Manager")).body


def test_the_greeting_in_use_is_kept() -> None:
    used = brief(K.STATUS_NUDGE, language="de", greeting="Sehr geehrte Frau Okonjo,")
    assert compose(used).body.startswith("Sehr geehrte Frau Okonjo,\n")
    long = replace(
        used, kind=K.INFLUENCE_LETTER
    )  # there is no German one: it is written in English
    made = compose(long)
    assert (made.language, made.greeting) == ("en", "Dear Mira,")


def test_a_day_that_a_later_talk_has_overtaken_is_named_to_nobody() -> None:
    named = Happening(
        "u", at(4, 20), MailKind.STATUS_UPDATE, who="mira", promised=date(2026, 4, 28)
    )
    talked = Happening("t", at(5, 5), Deed.INTERVIEW, who="mira")
    asks = compose(brief(K.STATUS_NUDGE, happenings=(named,))).body
    assert "28 April" in asks or "April 28" in asks
    overtaken = compose(brief(K.STATUS_NUDGE, happenings=(named, talked))).body
    assert "April" not in overtaken and "where things stand" in overtaken


def test_courtesies_abroad_say_what_a_native_hand_would() -> None:
    late = Happening("u", at(5, 1), MailKind.STATUS_UPDATE, who="mira", promised=date(2026, 5, 8))
    nudge = compose(brief(K.STATUS_NUDGE, language="de", happenings=(late,))).body
    assert "um 8. Mai hatten Sie mir eine Rückmeldung zugesagt" in nudge
    last = compose(brief(K.FINAL_NUDGE, language="de")).body
    assert "Über eine Fortsetzung des Gesprächs würde ich mich freuen." in last
    bad = {
        "fr": ("plus proche", "bon choix"),
        "es": ("más cercano", "buena elección"),
        "de": ("liegt eines",),
    }
    for language, phrases in bad.items():
        for kind in (K.OFFER_DECLINE, K.WITHDRAWAL):
            body = compose(brief(kind, language=language)).body.casefold()
            assert not any(one in body for one in phrases), (kind, language)


def test_an_inferred_doubt_is_never_told_as_their_mail() -> None:
    sensed = replace(WROTE, basis=Basis.INFERRED)
    assert "You wrote" not in waiting(*OTHERS, sensed)
