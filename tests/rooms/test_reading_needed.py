"""A pattern's needed words: never a match that they would have refused."""

from __future__ import annotations

import re

import pytest

from afterword.reading.kind.needed import may_match, needed, scraps_in
from afterword.reading.kind.tables import rules_of
from afterword.reading.view import rule, view

LANGUAGES = ["en", "de", "fr", "es", "pt", "nl", "it"]


def test_a_branch_needs_one_of_its_words_and_a_sequence_all_its_parts() -> None:
    needs = needed(rule("(?:not|cannot) (?:select|choos)ed?").pattern)
    assert {frozenset(n) for n in needs} == {
        frozenset({"not"}),  # whatever holds "cannot" holds it
        frozenset({"selecte", "choose"}),
    }
    said = rule("(?:not|cannot) select").pattern
    assert scraps_in(said, "we have not selected") == (("select",), ("not",))
    assert scraps_in(said, "we have selected") is None


def test_what_may_be_absent_is_not_needed() -> None:
    assert needed(r"(?:perhaps )?\d+") == ()
    assert needed(r"\w+") == ()
    assert needed("(?:long|)") == ()


def test_few_letters_in_one_place_are_spelled_out_and_many_are_not() -> None:
    assert needed("[ée]crit") == (("ecrit", "écrit"),)
    assert needed("gr[a-z]y") == (("gr",),)
    assert needed("colou?r") == (("color", "colour"),)
    assert needed("(?<!x)day(?=s)") == (("day",),)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_rule_is_silenced(language: str) -> None:
    """Every place where a rule matches in our specimens also passes the quick look."""
    from pathlib import Path

    folder = Path(__file__).resolve().parent.parent / "specimens" / "reading"
    texts = [view(p.read_text("utf-8", errors="replace")) for p in sorted(folder.glob("*.eml"))]
    assert len(texts) > 50
    spoke = 0
    for one in rules_of(language)[0]:
        for text in texts:
            for match in re.finditer(one.regex, text):
                spoke += 1
                scraps = scraps_in(one.spaced, text.lower())
                assert scraps is not None, one.id
                assert may_match(scraps, match.group().lower()), one.id
    assert spoke > 0
