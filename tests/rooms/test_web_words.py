"""Every value of the vocabularies has words, every button a value that counsel takes, every mark its place."""

from __future__ import annotations

from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword import terms
from afterword.counsel.decision import CONTEXT_ASKS, FACTORS, GATES, read_answer
from afterword.faces.web import answers, words
from afterword.faces.web.pages.mail import stretches
from afterword.faces.web.pages.panel import STRIP, bar
from afterword.faces.web.pages.say import Clock
from afterword.faces.web.templatetags.paper import quoted


@pytest.mark.parametrize(
    ("vocabulary", "table"),
    [
        (terms.MailKind, words.KIND),
        (terms.Deed, words.KIND),
        (terms.State, words.STATE),
        (terms.Outcome, words.OUTCOME),
        (terms.Stage, words.STAGE),
        (terms.Band, words.BAND),
        (terms.Band, words.ADVICE),
        (terms.Lane, words.LANE),
        (terms.RemarkKind, words.REMARK),
        (terms.Basis, words.BASIS),
        (terms.Certainty, words.CERTAINTY),
        (terms.Part, words.PART),
        (terms.Stance, words.STANCE),
        (terms.Warmth, words.WARMTH),
        (terms.LetterKind, words.LETTER),
        (terms.Channel, words.CHANNEL),
    ],
)
def test_every_value_is_said_in_words(vocabulary: type[StrEnum], table: Any) -> None:
    assert [one for one in vocabulary if one not in table] == []


def test_no_word_is_a_stamp() -> None:
    tables = (words.KIND, words.STATE, words.OUTCOME, words.ADVICE, words.BAND)
    said = " ".join(str(word) for table in tables for word in table.values()).lower()
    for stamp in ("rejected", "reject", "failed", "status", "unfortunately", "_", "%", "score"):
        assert stamp not in said


def test_every_button_carries_a_value_that_counsel_takes() -> None:
    for key, (_question, choices) in answers.LADDERS.items():
        assert key in FACTORS or key in {gate.id for gate in _gates()} or key in CONTEXT_ASKS
        for value, _label in choices:
            assert read_answer(key, value) == value
            if key in FACTORS:
                assert FACTORS[key].worst <= value <= FACTORS[key].best


def test_whatever_is_unknown_can_be_asked_for_in_words() -> None:
    assert [key for key in FACTORS if answers.question_of(key) == key] == []
    assert {gate.id for gate in _gates()} == set(answers.GATES)


def _gates() -> list[Any]:
    return list(GATES.values()) if hasattr(GATES, "values") else list(GATES)


def test_a_button_gives_back_what_was_clicked() -> None:
    assert answers.value_of("F1", "0.4") == 0.4
    assert answers.value_of("G7", "True") is True
    assert answers.value_of("F1", "") is None
    assert answers.label_of("F1", 0.4) == "An offer is out"
    # True is not the number one: a gate's yes is no factor's best.
    assert answers.label_of("F1", True) == ""
    with pytest.raises(KeyError):
        answers.value_of("F1", "0.39")


@given(st.text(max_size=80), st.lists(st.tuples(st.integers(-5, 90), st.integers(-5, 90))))
def test_marks_never_lose_or_double_a_letter(text: str, marks: list[tuple[int, int]]) -> None:
    evidence = [{"start": a, "end": b, "text": "", "rule": "rejection"} for a, b in marks]
    assert "".join(run.text for run in stretches(text, evidence)) == text


def test_marks_stand_where_the_evidence_does() -> None:
    found = stretches(
        "We chose someone else.", [{"start": 3, "end": 21, "text": "", "rule": "rejection"}]
    )
    assert [(run.text, bool(run.rule)) for run in found] == [
        ("We ", False),
        ("chose someone else", True),
        (".", False),
    ]


def test_a_quotation_is_dressed_and_everything_else_escaped() -> None:
    assert quoted("She said “<b>no</b>”.") == (
        'She said <em class="quote">“&lt;b&gt;no&lt;/b&gt;”</em>.'
    )
    assert "<b>" not in quoted("<b>”“<b>")


@pytest.mark.parametrize(("points", "x", "width"), [(5, 60, 60), (-5, 0, 60), (2.5, 60, 30)])
def test_a_bar_grows_from_the_middle(points: float, x: float, width: float) -> None:
    drawn = bar(terms.Weighed("F1", 1.0, points, "the seat is open"))
    assert (drawn.x, drawn.width) == (x, width)
    assert 0 <= drawn.x <= drawn.x + drawn.width <= STRIP


def test_moments_are_said_in_the_zone_of_the_reader() -> None:
    # 23:30 in London is already tomorrow in Brussels: half past midnight on the tenth.
    now = datetime(2026, 3, 9, 23, 30, tzinfo=UTC)
    clock = Clock(now, "Europe/Brussels")
    assert clock.today == date(2026, 3, 10)
    assert clock.part_of_day() == "Tuesday morning"
    assert clock.moment(datetime(2026, 3, 9, 16, 40, tzinfo=UTC)) == "yesterday at 17:40"
    assert clock.moment(datetime(2026, 3, 3, 15, 2, tzinfo=UTC)) == "on 3 March at 16:02"
    assert clock.day(date(2025, 3, 3)) == "3 March 2025"
    assert clock.until(datetime(2026, 3, 11, 6, 40, tzinfo=UTC)) == "07:40 tomorrow"
    assert Clock(now, "Nowhere/Atall").today == date(2026, 3, 9)
