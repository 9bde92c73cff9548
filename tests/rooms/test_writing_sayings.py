"""Proverbs and stock turns are found in four languages, and every row is one the tables know the rule of."""

from __future__ import annotations

import pytest

from afterword.terms import LetterKind
from afterword.writing.remarks.wordings import LANGUAGES, wordings
from afterword.writing.remarks.wordings.sayings import SAYINGS
from afterword.writing.reviewing import review


@pytest.mark.parametrize(
    ("language", "rule", "said"),
    [
        ("en", "cliche", "Too many cooks spoil the broth."),
        ("en", "disparaging", "The new man is a chocolate teapot."),
        ("en", "false_urgency", "From Friday I am spoken for."),
        ("en", "blame", "That is no way to treat anybody."),
        ("de", "cliche", "Steter Tropfen höhlt den Stein."),
        ("de", "false_urgency", "Ab dem Ersten bin ich vergeben."),
        ("fr", "cliche", "Qui ne tente rien n’a rien."),
        ("fr", "begging", "Je vous le demande à genoux."),
        ("es", "cliche", "A quien madruga, Dios le ayuda."),
        ("es", "disparaging", "Le queda grande el puesto."),
    ],
)
def test_a_saying_is_found_under_its_rule(language: str, rule: str, said: str) -> None:
    for text, is_there in ((said, True), ("17:30.", False)):
        found = {one.rule for one in review(text, LetterKind.THANK_YOU, language=language)}
        assert (rule in found) is is_there


def test_every_saying_joins_a_rule_the_language_has() -> None:
    assert set(SAYINGS) == set(LANGUAGES)
    for language, rows in SAYINGS.items():
        known = wordings(language)
        assert all(len(known[rule]) > len(more) for rule, more in rows.items())
