"""What an edit does to a letter, and what the checker catches when a claim is changed."""

from __future__ import annotations

import random
import re
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.terms import (
    Brief,
    Deed,
    Draft,
    Fact,
    Happening,
    LetterKind,
    Person,
    Remark,
    RemarkKind,
    Sentence,
    Story,
)
from afterword.writing import compose, retrace, unproven

K = LetterKind
KINDS = (
    K.THANK_YOU,
    K.INFLUENCE_LETTER,
    K.SECOND_INFLUENCE,
    K.PROOF_OFFER,
    K.STATUS_NUDGE,
    K.GRACE_NOTE,
    K.REOPEN_LETTER,
    K.TRIGGER_NOTE,
    K.OFFER_DECLINE,
    K.WITHDRAWAL,
)
FIRST = ("Dana", "Ngozi", "Piet", "Ines", "Tomasz", "Aiko", "Fergus", "Leila")
LAST = ("Reyes", "Okafor", "Maes", "Ferreira", "Nowak", "Tanaka", "Byrne", "Haddad")
FIRMS = ("Acme Freight", "Northwind", "Contoso Rail", "Lumen Foods", "Veldkamp")
PLACES = ("Utrecht", "Lyon", "Porto", "Gdansk", "Leeds")
WORK = (
    (
        "You have not run an automated warehouse.",
        "Moved {a} lines to automated picking in {b} weekends",
    ),
    ("We lose customers at renewal.", "I called {a} clients myself and rewrote {b} contracts"),
    ("Hiring takes us for ever.", "we hired {a} engineers in {b} weeks"),
    ("The audit worries me.", "Closed {a} audit findings with a team of {b}"),
)


def brief(seed: int) -> Brief:
    """One of very many briefs, the same for the same seed."""
    rnd = random.Random(seed)
    quote, action = rnd.choice(WORK)
    a, b = rnd.sample(range(11, 90), 2)
    low, high = sorted(rnd.sample(range(2, 60), 2))
    story = Story(
        "s",
        rnd.choice(PLACES),
        rnd.choice(("Two unions and little time", "The site could not close", "")),
        action.format(a=a, b=b),
        rnd.choice((f"errors from {high}% to {low}.5%", f"saved €{high}.{low} million")),
    )
    person = Person("p", f"{rnd.choice(FIRST)} {rnd.choice(LAST)}")
    kinds = (RemarkKind.DOUBT, RemarkKind.CHALLENGE, RemarkKind.FIRST_PRIORITY)
    remarks = tuple(Remark(f"r{i}", kind, quote, "p") for i, kind in enumerate(kinds))
    topic = Remark("t", RemarkKind.TOPIC, f"the plant in {rnd.choice(PLACES)}", "p")
    talk = Happening(
        "e",
        datetime(2026, 2, rnd.randint(1, 24), tzinfo=UTC),
        Deed.INTERVIEW,
        who="p",
        promised=date(2026, 2, 27),
    )
    return Brief(
        rnd.choice(KINDS),
        person,
        "Sam Verhoeven",
        rnd.choice(FIRMS),
        rnd.choice(("Head of Operations", "Plant Manager", "CFO")),
        date(2026, 3, 3),
        (*remarks, topic),
        (story,),
        (talk,),
    )


def mutations(draft: Draft, rnd: random.Random) -> list[tuple[str, str]]:
    """Edits of the body that make it untrue: another number, another name."""
    body = draft.body
    found = []
    for match in re.finditer(r"\d+", body):
        wrong = str(int(match[0]) + rnd.choice((1, 7, 100)))
        found.append((match[0], body[: match.start()] + wrong + body[match.end() :]))
    others = [*FIRST, *LAST, *PLACES, *(firm.split()[0] for firm in FIRMS)]
    for match in re.finditer(r"[^\W\d_]+", body):
        if match[0] in others:
            wrong = rnd.choice([one for one in others if one not in repr(draft)])
            found.append((match[0], body[: match.start()] + wrong + body[match.end() :]))
    return found


def test_a_changed_number_or_name_is_flagged_in_99_of_100() -> None:
    tried = caught = 0
    missed = []
    for seed in range(300):
        draft = compose(brief(seed))
        rnd = random.Random(seed)
        for was, text in mutations(draft, rnd):
            tried += 1
            if unproven(retrace(draft, text)):
                caught += 1
            else:
                missed.append((seed, was, draft.kind))
    assert tried > 1200
    assert caught / tried >= 0.99, missed[:20]


def test_an_untouched_letter_keeps_everything_and_is_clean() -> None:
    for seed in range(300):
        draft = compose(brief(seed))
        assert retrace(draft, draft.body) == draft
        assert retrace(draft, draft.body.replace("\n", "\r\n") + "\n\n") == draft
        assert not unproven(draft)


def letter() -> Draft:
    remarks = (Remark("d", RemarkKind.DOUBT, "You have not run an automated warehouse.", "p"),)
    story = Story(
        "s", "Utrecht", "", "Moved 14 lines to automated picking in 9 weekends", "down 80%"
    )
    return compose(replace(brief(1), kind=K.REOPEN_LETTER, remarks=remarks, stories=(story,)))


def facts_of(draft: Draft, words: str) -> tuple[str, ...]:
    return next(s.facts for s in draft.sentences if words in s.text)


def test_a_reworded_sentence_keeps_its_facts() -> None:
    draft = letter()
    text = draft.body.replace(
        "I moved 14 lines to automated picking in 9 weekends.",
        "There we moved fourteen lines to automated picking, in nine weekends.",
    )
    edited = retrace(draft, text)
    assert facts_of(edited, "fourteen") == ("story:s",)
    assert not unproven(edited)


def test_a_replaced_sentence_loses_its_facts() -> None:
    draft = letter()
    text = draft.body.replace(
        "I moved 14 lines to automated picking in 9 weekends.",
        "Our board liked the plan from the first day and never asked again.",
    )
    assert facts_of(retrace(draft, text), "board") == ()


def test_a_new_claim_is_flagged_where_it_stands() -> None:
    draft = letter()
    text = draft.body.replace(
        "I respect the decision", "Last year I led 250 people at Globex. I respect the decision"
    ).replace(
        "The decision was fair", "Last year I led 250 people at Globex. The decision was fair"
    )
    edited = retrace(draft, text)
    found = {edited.body[f.start : f.end] for f in unproven(edited)}
    assert found == {"250", "Globex"}
    assert edited.body == text


def test_a_bracket_the_user_types_is_a_hole() -> None:
    draft = letter()
    edited = retrace(draft, draft.body.replace("automated picking", "[which kind of] picking"))
    assert "which kind of" in edited.holes


def test_a_filled_hole_is_no_hole_any_more() -> None:
    draft = compose(replace(brief(1), kind=K.INFLUENCE_LETTER, stories=()))
    hole = next(s.text for s in draft.sentences if s.hole)
    edited = retrace(draft, draft.body.replace(hole, "I did that in a small team."))
    assert len(edited.holes) < len(draft.holes)


def test_paragraphs_greeting_and_closing_survive_an_edit() -> None:
    draft = letter()
    edited = retrace(draft, draft.body.replace("With kind regards,", "Kind regards from Ghent,"))
    assert edited.greeting == draft.greeting
    assert edited.closing.startswith("Kind regards from Ghent,")
    assert edited.sentences == draft.sentences


def test_a_claim_cannot_hide_beside_the_farewell() -> None:
    draft = letter()
    near = draft.body.replace("\n\nWith kind", "\nI also ran 250 plants.\nWith kind")
    after = draft.body + "\n\nP.S. I also ran 250 plants."
    for text in (near, after):
        edited = retrace(draft, text)
        assert [edited.body[f.start : f.end] for f in unproven(edited)] == ["250"]


@given(st.text(alphabet=st.sampled_from("aB .,[]\n\r:?“”5Ü"), max_size=80), st.integers(0, 400))
def test_any_text_can_be_traced(text: str, place: int) -> None:
    draft = letter()
    for whole in (text, draft.body[:place] + text + draft.body[place:]):
        edited = retrace(draft, whole)
        unproven(edited)
        kept = re.sub(r"\s+", "", edited.body)
        assert sorted(kept) == sorted(re.sub(r"\s+", "", whole))


def sheet(text: str, *facts: Fact) -> Draft:
    ids = tuple(fact.id for fact in facts)
    return Draft(
        K.REOPEN_LETTER,
        Person("p", "Dana Reyes"),
        "x",
        "Dear Dana,",
        (Sentence(text, ids),),
        "With kind regards,\nSam Verhoeven",
        (*facts, Fact("me:name", "Sam Verhoeven")),
    )


STORY = Fact("story:s", "Utrecht: 14 lines in 9 weekends; errors from 2.1% to 0.4%; €1,200 saved")


@pytest.mark.parametrize(
    "text",
    [
        "We moved fourteen lines in nine weekends.",
        "Errors went from 2.1 to 0.4 per cent.",
        "Utrecht saved €1200.",
        "That is one thing I would show you in twenty minutes.",
        "May I call you?",
        "I would be glad to.",
        "Then 14 lines moved.",
    ],
)
def test_what_the_fact_carries_passes(text: str) -> None:
    assert unproven(sheet(text, STORY)) == ()


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("We moved fifteen lines.", "fifteen"),
        ("Errors went from 2.1 to 0.5 per cent.", "0.5 per cent"),
        ("We moved 14% of the lines.", "14%"),
        ("It was the fastest move of all.", "fastest"),
        ("We did it in Rotterdam.", "Rotterdam"),
        ("It began in February.", "February"),
        ("We began on Monday.", "Monday"),
        ("I saved $1,200.", "$1,200"),
        ("We saved 2 million.", "2 million"),
        ("We doubled the output.", "doubled"),
        ("I ran SAP there.", "SAP"),
        ("Globex was my client.", "Globex"),
        ("It took 9 weekends in 2021.", "2021"),
        ("It took 14 weeks.", "14 weeks"),
    ],
)
def test_what_no_fact_carries_is_flagged(text: str, what: str) -> None:
    draft = sheet(text, STORY)
    assert [draft.body[f.start : f.end] for f in unproven(draft)] == [what]


def test_a_true_figure_of_another_story_is_not_proof_here() -> None:
    draft = sheet("We moved 31 lines.", STORY)
    other = replace(draft, facts=(*draft.facts, Fact("story:t", "31 drivers")))
    assert unproven(other)


def test_the_wrong_name_at_the_top_or_the_end_is_flagged() -> None:
    draft = sheet("I would be glad to.", STORY)
    assert unproven(replace(draft, greeting="Dear Diana,"))
    assert unproven(replace(draft, closing="With kind regards,\nTom Verhoeven"))
