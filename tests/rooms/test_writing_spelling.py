"""Slips of the pen are seen; trades, both shores and names are no slips."""

from __future__ import annotations

import pytest

from afterword.terms import LetterKind
from afterword.writing import review
from afterword.writing.remarks.grammar import available
from afterword.writing.remarks.spelling import slips

pytestmark = pytest.mark.skipif(not available(), reason="Harper is not installed here")
LETTER = "Dear Mila,\n\n{}\n\nKind regards,\nIda Stern"


def misspelled(sentence: str) -> dict[str, str | None]:
    text = LETTER.format(sentence)
    found = review(text, LetterKind.KEEP_IN_TOUCH, language="en", me="Ida Stern", with_grammar=True)
    return {text[one.start : one.end]: one.mend for one in found if one.rule == "spelling"}


@pytest.mark.parametrize(
    ("sentence", "slip", "mend"),
    [
        ("I was glad to recieve the plan.", "recieve", "receive"),
        ("The delivery came on a Tusday.", "Tusday", "Tuesday"),
        ("It was a lovly walk along the wall.", "lovly", "lovely"),
        ("My intrest in pumps is old.", "intrest", "interest"),
    ],
)
def test_a_slip_is_seen_with_its_mend(sentence: str, slip: str, mend: str) -> None:
    assert misspelled(sentence) == {slip: mend}


@pytest.mark.parametrize(
    "sentence",
    [
        "The kerb is two metres off, and the maths programme begins in the spring.",
        "She keeps the herbarium, and the bosun keeps the biro.",
        "Priya and Ngozi drew the old flow on the wall.",
        "Priya drew it. Ngozi laughed. Okoye was late.",
        "Write to mila.brandt@northgate.example or see rostering.example.org today.",
        "My name is spelled with two n's.",
        "I catalogued forty sheets and enquired about the rest.",
    ],
)
def test_trades_shores_and_names_are_no_slips(sentence: str) -> None:
    assert misspelled(sentence) == {}


def test_slips_are_counted() -> None:
    assert slips("receive", "receive") == 0
    assert slips("recieve", "receive") == 1  # swapped
    assert slips("lovly", "lovely") == 1
    assert slips("herbarium", "terrarium") == 2
    assert slips("plan", "planning") == 4
