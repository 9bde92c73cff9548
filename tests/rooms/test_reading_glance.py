"""The first glance is quick by doing less, never by answering otherwise."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.reading import cheap, glance

#: What a beginning is, in one line: the first seven letters of a word of two letters or more.
BEGINNING = re.compile(r"(?<![^\W\d_])[^\W\d_]{2,7}")
SIGNS = st.text(alphabet=st.sampled_from("abzAZéßİı²½一-_0٣\n 'ǅẞ.,@"), max_size=60)


@given(st.one_of(SIGNS, st.text(max_size=60), st.text(alphabet=st.characters(max_codepoint=127))))
def test_beginnings_are_the_first_letters_of_words_in_every_script(text: str) -> None:
    assert glance.beginnings(text) == set(BEGINNING.findall(text.lower()))


@pytest.mark.parametrize("way", list(cheap.Way))
def test_what_is_refused_for_too_few_words_of_hiring_no_lean_would_let_in(way: cheap.Way) -> None:
    for outright in range(cheap._LEAST[way]):
        seen = glance.Look(lean=1e9, outright=outright, short=False, english=True)
        assert not cheap._ENGLISH[way].lets_in(seen) and not cheap._OTHERS[way].lets_in(seen)
    assert glance.look("Soup", "More lemons.", least=1) is None
    assert glance.look("Your application", "The role.", least=2) is not None
