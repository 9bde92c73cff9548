"""A pattern's needed words: never a match that they would have refused."""

from __future__ import annotations

import re

import pytest

from afterword.reading.kind.needed import needed, scraps_in
from afterword.reading.kind.tables import rules_of
from afterword.reading.view import rule, view

LANGUAGES = ["en", "de", "fr", "es", "pt", "nl", "it"]


def test_a_branch_needs_one_of_its_words_and_a_sequence_all_its_parts() -> None:
    needs = needed(rule("(?:not|cannot) (?:select|choos)ed?").pattern)
    assert {frozenset(n) for n in needs} == {
        frozenset({"not", "cannot"}),
        frozenset({"select", "choos"}),
    }
    said = rule("(?:not|cannot) select").pattern
    assert scraps_in(said, "we have not selected") == ("select",)
    assert scraps_in(said, "we have selected") is None


def test_what_may_be_absent_is_not_needed() -> None:
    assert needed(r"(?:perhaps )?\d+") == ()
    assert needed(r"\w+") == ()
    assert needed("(?:long|)") == ()


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
                scraps = scraps_in(one.regex.pattern, text.lower())
                assert not scraps or any(s in match.group().lower() for s in scraps), one.id
                assert scraps_in(one.regex.pattern, text.lower()) is not None, one.id
    assert spoke > 0
