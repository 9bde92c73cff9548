"""Words of theirs stand in a letter only where they can be read by themselves."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from afterword.terms import Brief, LetterKind, Person, Remark, RemarkKind, Story
from afterword.writing import compose
from afterword.writing.standing_alone import can_be_cited, stands

PIA = Person("pia", "Pia Novak", "pia@quarry.example", country="IE")
HOLLOW = (
    "four kilns ordered, still without a permit from the town",
    "There is one matter I want decided before the end of the year",
    "I have one question for you",
    "It keeps me awake",
    "trucks waiting at the gate because nobody has the papers in time",
)
SOUND = (
    "We lose a shift each time the kiln cools",
    "Frankly, the gate is where we waste the morning",
    "There is no plan for the winter",
    "Wir verlieren an jedem Ofen eine Schicht",
    "Nous perdons une équipe à chaque arrêt",
    "No tenemos un plan para el invierno",
)
THINGS = (
    "the winter plan",
    "open the north face",
    "too small a crew",
    "A plan that the gate can keep",
)


@pytest.mark.parametrize("words", HOLLOW)
def test_a_note_or_an_empty_sentence_is_not_cited(words: str) -> None:
    assert not stands(words) and not can_be_cited(words)


@pytest.mark.parametrize("words", SOUND)
def test_a_finished_clause_that_names_its_matter_stands(words: str) -> None:
    assert stands(words)


@pytest.mark.parametrize("words", THINGS)
def test_a_few_words_that_name_a_thing_stand_inside_a_sentence_of_ours(words: str) -> None:
    assert not stands(words) and can_be_cited(words)


def brief(kind: LetterKind, *said: tuple[RemarkKind, str], language: str = "en") -> Brief:
    remarks = tuple(Remark(f"r{i}", what, words, "pia") for i, (what, words) in enumerate(said))
    story = Story("s", "", action="I reran the kiln plan", result="stops fell from 9 to 2")
    return Brief(
        kind, PIA, "Leo Marsh", "Stonefield", "Quarry Lead", date(2026, 7, 2), remarks, (story,),
        language=language,
    )  # fmt: skip


@pytest.mark.parametrize("kind", list(LetterKind))
@pytest.mark.parametrize("what", list(RemarkKind))
@pytest.mark.parametrize("words", HOLLOW[:2])
def test_no_letter_quotes_a_hollow_line(kind: LetterKind, what: RemarkKind, words: str) -> None:
    for language in ("en", "de", "fr", "es"):
        made = compose(brief(kind, (what, words), language=language))
        told = " ".join(one.text for one in made.sentences if not one.hole)
        assert words not in told and words[6:30] not in told


def test_the_sound_line_is_chosen_before_the_hollow_one() -> None:
    kind = LetterKind.THANK_YOU
    said = ((RemarkKind.TOPIC, HOLLOW[0]), (RemarkKind.TOPIC, SOUND[0]))
    assert SOUND[0] in compose(brief(kind, *said)).body
    only = compose(replace(brief(kind, said[0])))
    assert any(HOLLOW[0] in hole for hole in only.holes)
