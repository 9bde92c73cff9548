"""The doubts ledger, rule by rule: kinds, mending, answers, the same doubt in other words, what would answer it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from afterword.counsel import doubts
from afterword.counsel.doubts import Answer, Heard, Own, Proof, Since, Talk, Where
from afterword.counsel.doubts.before import LATE_WORD
from afterword.counsel.doubts.kinds import OF_REASON
from afterword.terms import Basis, DoubtKind, LetterKind, Remark, RemarkKind, Stage, Story

DAY = date(2026, 3, 10)
K = DoubtKind
DEPOTS = Story(
    id="s1",
    title="Nine countries from one desk",
    challenge="Nobody could say before noon what was late. I had visited four points in a year.",
    action="Built one daily exception list. Set three thresholds.",
    result="On time in full rose from 88.1 to 95.6 per cent in seven months.",
)


def said(quote: str, key: str = "a", **more: Any) -> Heard:
    """A doubt of 1 March at Acme, unless something else is given."""
    company = more.pop("company", "Acme")
    where = more.pop(
        "where", Where(case=f"case of {company}", company=company, round=1, in_talk=True)
    )
    at = more.pop("at", date(2026, 3, 1))
    by = more.pop("by", "Renata Solheim")
    answered_by = more.pop("answered_by", "")
    basis = more.pop("basis", Basis.SAID)
    remark = Remark(key, RemarkKind.DOUBT, quote, by, basis, at, answered_by)
    topics = {word: word for word in more.pop("topics", ())}
    return Heard(remark, where, topics=topics, **more)


def judge(quote: str, **more: Any) -> doubts.Doubt:
    return doubts.judge(said(quote, **more), DAY)


def grouped(*heard: Heard) -> list[list[str]]:
    found = doubts.groups(doubts.judge_all(heard, DAY))
    return sorted(sorted(one.id for one in group.doubts) for group in found)


def remedy_of(*heard: Heard) -> doubts.Remedy:
    (group,) = doubts.groups(doubts.judge_all(heard, DAY))
    return doubts.remedy(group)


# ── kinds ───────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("R03", K.GAP),
        ("R11", K.DOUBT),
        ("R12", K.CONSTRAINT),
        ("R13", K.CONSTRAINT),
        ("R14", K.CONSTRAINT),
        ("R15", K.PREFERENCE),
        ("R16", K.GAP),
    ],
)
def test_a_stated_reason_says_what_kind_of_doubt_it_is(code: str, kind: DoubtKind) -> None:
    """Method 5 R01–R19 with 2b: gap, doubt, preference, constraint."""
    found = judge("Their words.", codes=(code,))
    assert (found.kind, found.kind_basis) == (kind, Basis.INFERRED)
    assert doubts.states_a_doubt(code)


def test_reasons_that_say_nothing_of_the_user_are_no_doubts() -> None:
    """R01, R02, R04–R10, R17–R19: about the seat, the door or nothing; R18 invents no reason."""
    silent = {"R01", "R02", "R04", "R05", "R06", "R07", "R08", "R09", "R10", "R17", "R18", "R19"}
    assert {code for code in OF_REASON if not doubts.states_a_doubt(code)} == silent
    assert set(OF_REASON) == {f"R{n:02}" for n in range(1, 20)}


@pytest.mark.parametrize(
    ("quote", "kind"),
    [
        ("You have never run a network of this size.", K.GAP),
        ("There was no track record in pharma.", K.GAP),
        ("I am not sure you would stay.", K.DOUBT),
        ("What would an inspector say to your quarantine racks?", K.DOUBT),
        ("We would rather have somebody from the region.", K.PREFERENCE),
        ("We were under the impression that you live in Spain.", K.MISUNDERSTANDING),
        ("They thought you were still employed by a competitor.", K.MISUNDERSTANDING),
    ],
)
def test_words_without_a_reason_are_judged_by_what_they_say(quote: str, kind: DoubtKind) -> None:
    """2b, objection handling: the five kinds."""
    assert judge(quote).kind is kind


def test_words_that_say_nothing_of_their_kind_stay_a_guess() -> None:
    found = judge("Eleven depots.")
    assert (found.kind, found.kind_basis) == (K.DOUBT, Basis.GUESSED)


def test_a_rule_outweighs_a_wish_and_what_one_did_outweighs_what_it_costs() -> None:
    """ "We need someone who can be on site" is a place; "never run a budget of this size" is no pay."""
    assert judge("…", codes=("R03", "R13")).kind is K.CONSTRAINT
    assert judge("…", codes=("R03", "R12")).kind is K.GAP


def test_the_users_word_on_kind_and_mending_stands_above_all() -> None:
    """Ruling 4: every judgement can be overruled."""
    own = Own(kind=K.PREFERENCE, fixable="yes")
    found = judge("You have never run a network.", codes=("R03",), own=own)
    assert (found.kind, found.kind_basis) == (K.PREFERENCE, Basis.SAID)
    assert (found.fixable, found.fixable_basis) == (True, Basis.SAID)


@pytest.mark.parametrize(
    ("kind", "mends"),
    [(K.GAP, True), (K.DOUBT, True), (K.MISUNDERSTANDING, True), (K.PREFERENCE, False), (K.CONSTRAINT, False)],
)  # fmt: skip
def test_what_can_be_mended_follows_from_the_kind_with_its_reason(
    kind: DoubtKind, mends: bool
) -> None:
    found = judge("…", own=Own(kind=kind))
    assert (found.fixable, found.fixable_basis) == (mends, Basis.INFERRED)
    assert found.fixable_why


def test_a_gap_with_a_story_was_not_shown_rather_than_lacking() -> None:
    """2b: separate "lack" from "not shown"; S4-07."""
    found = judge("You have never run a network.", codes=("R03",), proof=Proof(DEPOTS))
    assert "not shown" in found.fixable_why and DEPOTS.title in found.fixable_why


@pytest.mark.parametrize(
    "quote",
    [
        "Frankly you are too old for a team like this.",
        "Are you planning to have children?",
        "Her strong accent may be hard for customers.",
    ],
)
def test_words_about_who_one_is_are_never_ours_to_mend(quote: str) -> None:
    """Method 6.8: pause persuasion, keep the facts, no "work on fit"."""
    found = judge(quote, proof=Proof(DEPOTS))
    assert not found.fixable and "who you are" in found.fixable_why
    assert remedy_of(said(quote, proof=Proof(DEPOTS))).answer is Answer.NOTHING


def test_where_the_law_may_have_been_broken_nothing_is_rehearsed() -> None:
    """G2, 6.8: pause persuasion in that case; the same doubt elsewhere is still answered."""
    guarded = Where("case of Acme", "Acme", guarded=True)
    here = said("Never ran a network.", codes=("R11",), where=guarded, proof=Proof(DEPOTS))
    there = said("Not a network.", "b", company="Birch", codes=("R11",), proof=Proof(DEPOTS))
    assert remedy_of(here).answer is Answer.NOTHING
    assert page(HERE, here).points == ()
    assert remedy_of(here, there).answer is Answer.STORY


# ── answered ────────────────────────────────────────────────────────────────


def test_nothing_after_it_means_it_was_not_met() -> None:
    before = Since(date(2026, 2, 20), LetterKind.INFLUENCE_LETTER, frozenset({"remark:a"}))
    same_talk = Since(date(2026, 3, 1))
    assert judge("…", since=(before, same_talk)).met is None


def test_the_users_own_note_answers_it() -> None:
    found = judge("…", own=Own(met_on=date(2026, 3, 5)))
    assert found.answered and found.met is not None and found.met.on == date(2026, 3, 5)


def test_a_note_for_a_day_to_come_has_not_happened() -> None:
    """Time travel: every judgement is a function of (file, now)."""
    assert judge("…", own=Own(met_on=DAY + timedelta(days=1))).met is None


@pytest.mark.parametrize("mark", ["remark:a", "story:s1"])
def test_a_letter_that_took_it_up_answers_it(mark: str) -> None:
    """S2-08: met head-on, in the letter of the same day or later."""
    sent = Since(date(2026, 3, 1), LetterKind.INFLUENCE_LETTER, frozenset({mark}))
    found = judge("…", since=(sent,), answered_by="s1", proof=Proof(DEPOTS))
    assert found.answered and found.met is not None
    assert "influence letter" in found.met.how and "1 March" in found.met.how


def test_a_letter_with_a_story_only_thought_of_is_no_sure_answer() -> None:
    sent = Since(date(2026, 3, 3), LetterKind.INFLUENCE_LETTER, frozenset({"story:s1"}))
    found = judge("…", since=(sent,), proof=Proof(DEPOTS))
    assert not found.answered and found.met is not None and found.met.basis is Basis.GUESSED


def test_a_later_talk_is_an_occasion_and_only_the_user_knows() -> None:
    found = judge("…", since=(Since(date(2026, 3, 4)),))
    assert not found.answered and found.met is not None
    assert found.met.basis is Basis.GUESSED and "only you know" in found.met.how


def test_a_thank_you_argues_nothing() -> None:
    assert judge("…", since=(Since(date(2026, 3, 2), LetterKind.THANK_YOU),)).met is None


# ── the same doubt in other words ───────────────────────────────────────────


def test_a_common_reason_and_a_common_thing_make_one_doubt() -> None:
    """R03 at two firms, both about a network: one doubt, two firms, two rounds."""
    one = said("Never run a network.", "a", codes=("R03",), topics=("network", "run"))
    two = said("We needed more network experience.", "b", company="Birch", codes=("R03",), topics=("network",))  # fmt: skip
    (group,) = doubts.groups(doubts.judge_all((one, two), DAY))
    assert (group.firms, group.rounds, group.recurs) == (("Acme", "Birch"), 2, True)
    assert "network" in group.why and "network" in group.about


def test_a_common_reason_alone_joins_only_what_is_one_theme() -> None:
    """Two gaps in different things are two doubts; fear of boredom is one wherever it is said."""
    gaps = [
        said("…", k, codes=("R03",), topics=(t,)) for k, t in (("a", "french"), ("b", "pharma"))
    ]
    fears = [said("…", k, codes=("R11",), topics=()) for k in ("c", "d")]
    assert grouped(*gaps) == [["a"], ["b"]]
    assert grouped(*fears) == [["c", "d"]]


def test_without_a_reason_one_common_word_is_not_enough() -> None:
    one = said("I wonder about the depots and the nights.", "a", topics=("depot", "night"))
    two = said("I wonder about depots.", "b", topics=("depot",), by="Tom")
    three = said("I wonder: depots, nights?", "c", topics=("depot", "night"), by="Tom")
    assert grouped(one, two) == [["a"], ["b"]]
    assert grouped(one, three) == [["a", "c"]]


def test_the_same_mouth_in_the_same_case_comes_back_to_its_doubt() -> None:
    """One common word is enough from one person, whatever the kind; not from two, nor at two firms."""
    one = said("I have not seen a network.", "a", codes=("R03",), topics=("network",))
    two = said("Only a site person, hm?", "b", topics=("network", "site"))
    assert grouped(one, two) == [["a", "b"]]
    stranger = replace(two, remark=replace(two.remark, by="Tom Ferris"))
    elsewhere = replace(two, where=replace(two.where, case="another"))
    assert grouped(one, stranger) == grouped(one, elsewhere) == [["a"], ["b"]]


def test_different_reasons_are_never_joined() -> None:
    one = said("…", "a", codes=("R03",), topics=("depot", "night"))
    two = said("…", "b", codes=("R13",), topics=("depot", "night"))
    assert grouped(one, two) == [["a"], ["b"]]


def test_a_chain_does_not_join_its_ends() -> None:
    """Careful: a doubt must be like all of a group."""
    chain = [
        said("I wonder", "a", topics=("x", "y"), at=date(2026, 1, 1)),
        said("I wonder", "b", topics=("x", "y", "u", "v"), at=date(2026, 1, 2)),
        said("I wonder", "c", topics=("u", "v"), at=date(2026, 1, 3)),
    ]
    assert grouped(*chain) == [["a", "b"], ["c"]]


def test_the_user_joins_and_parts() -> None:
    alike = {"codes": ("R11",)}
    joined = [said("x", "a", own=Own(kin="m")), said("y", "b", own=Own(kin="m"))]
    assert grouped(*joined, said("z", "c")) == [["a", "b"], ["c"]]
    parted = said("…", "e", own=Own(kin="alone"), **alike)
    assert grouped(said("…", "d", **alike), parted) == [["d"], ["e"]]
    (group, _) = doubts.groups(doubts.judge_all((*joined, said("z", "c")), DAY))
    assert group.by_user and "You said" in group.why


def test_the_doubt_of_most_firms_stands_first() -> None:
    often = [said("…", f"r{i}", company=f"F{i}", codes=("R11",)) for i in range(3)]
    once = said("…", "z", at=date(2026, 3, 9))
    found = doubts.groups(doubts.judge_all((once, *often), DAY))
    assert [len(group.firms) for group in found] == [3, 1]


def test_the_same_firm_in_two_rounds_recurs() -> None:
    where = Where("c", "Acme", round=2, in_talk=True)
    one, two = said("…", "a", codes=("R11",)), said("…", "b", codes=("R11",), where=where)
    (group,) = doubts.groups(doubts.judge_all((one, replace(two)), DAY))
    assert (len(group.firms), group.rounds, group.recurs) == (1, 2, True)


heard = st.builds(
    lambda n, codes, topics, kin, firm, day: said(
        "…", f"k{n}", codes=codes, topics=topics, own=Own(kin=kin), company=firm,
        at=date(2026, 1, 1) + timedelta(days=day),
    ),
    st.integers(0, 10_000),
    st.lists(st.sampled_from(["R03", "R11", "R13", "R15"]), max_size=2, unique=True).map(tuple),
    st.lists(st.sampled_from("uvwxyz"), max_size=4, unique=True).map(tuple),
    st.sampled_from(["", "", "", "m", "n"]),
    st.sampled_from(["Acme", "Birch", "Cedar"]),
    st.integers(0, 60),
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(heard, max_size=12, unique_by=lambda one: one.remark.id), st.randoms())
def test_grouping_is_a_partition_that_minds_the_user_and_not_the_order(
    given_: list[Heard], order: Any
) -> None:
    before = grouped(*given_)
    assert sorted(key for group in before for key in group) == sorted(h.remark.id for h in given_)
    for mark in ("m", "n"):
        own = {h.remark.id for h in given_ if h.own.kin == mark}
        homes = [group for group in before if own & set(group)]
        assert len(homes) <= 1 and (len(own) != 1 or homes == [sorted(own)])
    mixed = list(given_)
    order.shuffle(mixed)
    assert grouped(*mixed) == before


# ── what would answer it ────────────────────────────────────────────────────


def test_a_held_story_is_told_in_three_lines() -> None:
    """S2-07/08, 2b: challenge, action, result, one line each."""
    found = remedy_of(said("Never run a network.", codes=("R03",), proof=Proof(DEPOTS)))
    assert found.answer is Answer.STORY and found.story is DEPOTS
    assert found.lines == (DEPOTS.challenge, DEPOTS.action, DEPOTS.result)


def test_a_line_holds_whole_sentences_and_cuts_only_what_never_ends() -> None:
    long = "We moved it. " + "And then " + "on and " * 60 + "on."
    told = replace(DEPOTS, challenge=long, action="word " * 100, result="")
    lines = doubts.three_lines(told)
    assert lines[0] == "We moved it." and len(lines) == 2
    assert lines[1].endswith("word …") and len(lines[1]) < 230


def test_a_story_not_to_be_told_is_named_and_not_printed() -> None:
    closed = replace(DEPOTS, confidential=True)
    found = remedy_of(said("Never run a network.", codes=("R03",), proof=Proof(closed)))
    assert found.answer is Answer.STORY and found.lines == () and "may not tell" in found.says


def test_the_analyst_offers_to_do_the_very_task_doubted() -> None:
    """S2's own story: the executive doubts her analytics; she asks for data and does the task (S2-09)."""
    found = remedy_of(said("I am not convinced that you can do the analytics."))
    assert found.answer is Answer.SAMPLE and "8 hours" in found.says and "data" in found.says


def test_a_gap_that_takes_years_or_that_firms_repeat_wants_a_plan() -> None:
    """R03 default: the proof if you hold it, else a skill plan."""
    long = said("You have never run a network of this size.", codes=("R03",))
    assert remedy_of(long).answer is Answer.PLAN
    tongue = said("We need someone who speaks Norwegian.", codes=("R03",))
    assert remedy_of(tongue).answer is Answer.PLAN
    talker = said("We missed someone who speaks to customers.", codes=("R03",))
    assert remedy_of(talker).answer is Answer.SAMPLE
    short = said("We missed pivot tables.", "b", codes=("R03",), topics=("pivot",))
    assert remedy_of(short).answer is Answer.SAMPLE
    again = said("Not enough pivot work.", "c", company="Birch", codes=("R03",), topics=("pivot",))
    assert remedy_of(short, again).answer is Answer.PLAN


@pytest.mark.parametrize(
    ("kind", "answer"),
    [(K.PREFERENCE, Answer.NOTHING), (K.CONSTRAINT, Answer.CHECK), (K.MISUNDERSTANDING, Answer.CORRECT)],
)  # fmt: skip
def test_respect_a_fact_or_one_correction(kind: DoubtKind, answer: Answer) -> None:
    """2b: preference (respect), constraint (fact check), misunderstanding (correct once)."""
    assert remedy_of(said("…", own=Own(kind=kind))).answer is answer


def test_what_the_user_calls_hopeless_is_left_in_peace() -> None:
    found = remedy_of(said("Never ran a network.", own=Own(fixable="no"), proof=Proof(DEPOTS)))
    assert found.answer is Answer.NOTHING


def test_the_story_the_user_tied_goes_before_those_thought_of() -> None:
    other = replace(DEPOTS, id="s2", title="Breda under inspection")
    heard = [
        said("…", "a", codes=("R11",), proof=Proof(DEPOTS)),
        said("…", "b", codes=("R11",), proof=Proof(DEPOTS)),
        said("…", "c", codes=("R11",), proof=Proof(other), answered_by="s2"),
    ]
    assert remedy_of(*heard).story is other


# ── before the next talk ────────────────────────────────────────────────────


def page(talk: Talk, *heard: Heard) -> doubts.Preparation:
    return doubts.may_ask(talk, doubts.groups(doubts.judge_all(heard, DAY)))


HERE = Talk("case of Acme", "Acme", round=2)


def test_their_own_open_doubts_come_first_then_what_others_asked_most() -> None:
    """S2-08: a voiced objection is met head-on."""
    often = [said("…", f"r{i}", company=f"F{i}", codes=("R11",)) for i in range(3)]
    found = page(HERE, *often, said("Is she senior enough?", "own"))
    assert [(one.here, one.said.id) for one in found.points] == [(True, "own"), (False, "r2")]
    assert "three firms" in found.points[1].why and "here" in found.points[0].why


def test_an_answered_doubt_of_theirs_is_not_rehearsed_again() -> None:
    met = Own(met_on=date(2026, 3, 5))
    assert page(HERE, said("Is she senior enough?", own=met)).points == ()


def test_an_uncertain_answer_is_still_prepared_and_says_so() -> None:
    found = page(HERE, said("Is she senior enough?", since=(Since(date(2026, 3, 4)),)))
    assert len(found.points) == 1 and "only you know" in found.points[0].why


def test_facts_stand_apart_and_preferences_stay_out() -> None:
    found = page(
        HERE,
        said("Above our range.", "pay", codes=("R12",), company="Birch"),
        said("Not a match for the team.", "fit", codes=("R15",), company="Cedar"),
    )
    assert [one.said.id for one in found.facts] == ["pay"] and found.points == ()


def test_one_firms_own_worry_is_not_rehearsed_elsewhere() -> None:
    """What one firm wondered about one seat, or what was only read in a face, stays there."""
    worry = said("What would an inspector say?", "a", company="Birch")
    face = said("Never ran a network.", "b", company="Birch", basis=Basis.INFERRED)
    gap = said("Never ran a network.", "c", company="Cedar")
    tongue = said("We need someone who speaks Norwegian.", "d", company="Fir", codes=("R03",))
    assert [one.said.id for one in page(HERE, worry, face, gap, tongue).points] == ["c"]


def test_what_one_no_says_of_the_other_is_no_preparation_for_a_stranger() -> None:
    """An old refusal read aloud before a new talk helps nobody; told by two firms it is a pattern."""

    def no(key: str, company: str, **more: Any) -> Heard:
        where = Where(case=f"case of {company}", company=company, round=3, with_verdict=True)
        quote = "We chose someone who grew up in dairy."
        return said(quote, key, where=where, company=company, codes=("R03",), **more)

    assert page(HERE, no("a", "Birch")).points == ()
    both = page(HERE, no("a", "Birch", topics=("dairy",)), no("b", "Cedar", topics=("dairy",)))
    assert len(both.points) == 1 and "two firms" in both.points[0].why


def test_the_page_stays_short() -> None:
    many = [said("Never ran it.", f"k{i}", company=f"F{i}", topics=(f"t{i}",)) for i in range(12)]
    assert len(page(HERE, *many).points) == 5


@pytest.mark.parametrize(
    ("talk", "late"),
    [
        (replace(HERE, round=4), True),
        (replace(HERE, round=1, stage=Stage.FINAL_EXECUTIVE), True),
        (HERE, False),
    ],
)
def test_a_late_face_may_hold_a_measure_nobody_named(talk: Talk, late: bool) -> None:
    """S2-02: the fourth meeting, and analytics."""
    assert (page(talk).late == LATE_WORD) is late


def test_the_closing_question_is_the_soft_one() -> None:
    """S2-01 asks for what gives them pause; E27 forbids putting anyone on the spot."""
    asked = page(HERE).question
    assert "expand on" in asked and "pause" not in asked and "concern" not in asked


def test_what_is_said_later_is_not_known_today() -> None:
    later = said("…", at=DAY + timedelta(days=1))
    assert doubts.judge_all((later,), DAY) == ()


@pytest.mark.parametrize(
    ("small", "first", "second"),
    [
        ("across", "You led people, not teams across sites.", "How would you sell across borders?"),
        ("towards", "You lean towards the old ways.", "We move towards the small farms."),
        ("zwischen", "Sie wechselten oft zwischen den Häusern.", "Der Weg zwischen uns und ihnen ist weit."),
        ("gegenüber", "Wir haben Zweifel gegenüber der Schule.", "Das ist nicht gerecht gegenüber den anderen."),
        ("recht", "Das ging uns recht schnell.", "Sie haben noch recht wenig mit Käse gemacht."),
        ("depuis", "Vous êtes seul depuis deux ans.", "Nous cherchons cela depuis un an."),
        ("car", "Nous hésitons car il est jeune.", "C'est long, car vous êtes loin de nous."),
        ("mediante", "No se hace mediante la prensa.", "Lo vemos mediante las cifras."),
        ("através", "Não o vimos através dos números.", "Isso não se faz através de uma loja."),
        ("tijdens", "Wij zagen u niet tijdens de les.", "U was er niet tijdens het werk."),
        ("men", "Dat doet men hier niet met de hand.", "Zo zegt men dat niet in een winkel."),
        ("attraverso", "Non si fa attraverso la posta.", "Lo abbiamo visto attraverso i numeri."),
        ("vis-à-vis", "We wonder how you stand vis-à-vis the board.", "It was weak vis-à-vis our own."),
    ],
)  # fmt: skip
def test_a_word_that_only_holds_a_sentence_together_is_no_subject(
    small: str, first: str, second: str
) -> None:
    """In its own language: neither does it join two doubts nor name them."""
    one = said(first, "a", codes=("R03",), topics=(small,))
    other = said(second, "b", codes=("R03",), topics=(small,), company="Fenwater")
    assert grouped(one, other) == [["a"], ["b"]]
    joined = (replace(one, own=Own(kin="k")), replace(other, own=Own(kin="k")))
    (group,) = doubts.groups(doubts.judge_all(joined, DAY))
    assert small not in group.about


@pytest.mark.parametrize(
    ("thing", "first", "second"),
    [
        ("car", "You never sold a car to anybody.", "We doubt that the car trade suits you."),
        ("men", "You led a crew of men at sea.", "We have forty men and you had four."),
        ("recht", "Im deutschen Recht sind Sie nicht zu Hause.", "Wer das Recht nicht kennt, hat es schwer."),
        ("back", "Im Bereich Back Office haben Sie wenig getan.", "Das ist für das Back Office zu wenig."),
        ("war", "You have not reported from a war.", "How would you write about war?"),
        ("los", "Das Los der Tiere war Ihnen nicht wichtig.", "Sie sprachen nicht über das Los der Bauern."),
    ],
)  # fmt: skip
def test_what_is_small_in_another_language_is_a_thing_in_this(
    thing: str, first: str, second: str
) -> None:
    one = said(first, "a", codes=("R03",), topics=(thing,))
    other = said(second, "b", codes=("R03",), topics=(thing,), company="Fenwater")
    assert grouped(one, other) == [["a", "b"]]
    (group,) = doubts.groups(doubts.judge_all((one, other), DAY))
    assert group.about == thing


def test_a_word_that_names_a_thing_still_joins() -> None:
    one = said("Your vans ran late.", "a", codes=("R03",), topics=("van",))
    other = said("We run vans at night.", "b", codes=("R03",), topics=("van",), company="Fenwater")
    assert grouped(one, other) == [["a", "b"]]
