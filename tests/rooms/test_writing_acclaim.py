"""Applause and spotless records that no fact carries are asked about; the talk and the facts are not."""

from __future__ import annotations

import pytest

from afterword.terms import Fact, LetterKind
from afterword.writing.remarks.acclaim import acclaim
from afterword.writing.remarks.sheet import Sheet

FACTS = (
    Fact(
        "1", "Story: at Birchwood Forge I set up a tool wall; search time fell from 20 to 4 minutes"
    ),
    Fact("2", "The apprentices at Birchwood Forge still use the tool wall"),
)


def found(said: str, *, checked: bool = True, language: str = "en") -> list[str]:
    text = f"Dear Ms Lund,\n\nThe tool wall took four days. {said}\n\nKind regards,\nOla Berg"
    sheet = Sheet(text, LetterKind.THANK_YOU, facts=FACTS, tongue=language, checked=checked)
    return [text[one.start : one.end] for one in acclaim(sheet)]


@pytest.mark.parametrize(
    "said",
    [
        "Three foundries have copied it since.",
        "The inspectors still send visitors to us.",
        "Half the valley has followed our plan since.",
        "We shod four hundred ponies and never lost a nail.",
        "The farriers of the county ask for me by name.",
        "The auctioneers used to say that the yard would stop without me.",
    ],
)
def test_what_the_world_does_about_it_needs_a_fact(said: str) -> None:
    assert found(said)


@pytest.mark.parametrize(
    "said",
    [
        "The apprentices still use it.",
        "The council decides on Friday.",
        "Your customers would find it by themselves.",
        "I had never worked with bronze.",
        "The panel asked me about the wall.",
        "The council weighs it now.",
        "No visitor had to be told where the gloves were.",
        "Would the fitters copy it?",
    ],
)
def test_facts_talk_and_modesty_need_none(said: str) -> None:
    assert found(said) == []


def test_without_facts_to_rest_on_and_in_other_languages_nothing_is_asked() -> None:
    said = "The inspectors still send visitors to us."
    assert found(said) and not found(said, checked=False) and not found(said, language="de")
