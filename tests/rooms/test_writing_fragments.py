"""The user's own words, cleaned and classed, and never reworded."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from afterword.writing import calling, fragments
from afterword.writing.fragments import Shape


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Moved 14 lines to automated picking in 9 weekends", Shape.PAST),
        ("led a team of 46", Shape.PAST),
        ("Cut errors by 80%", Shape.PAST),
        ("I moved 14 lines", Shape.WHOLE),
        ("we cut errors from 2.1% to 0.4%", Shape.WHOLE),
        ("The site could not close for a day", Shape.WHOLE),
        ("Automated picking went live in May", Shape.WHOLE),
        ("Turnover fell from 31% to 12%", Shape.WHOLE),
        ("Moving the night shift", Shape.GERUND),
        ("to win back the works council", Shape.INFINITIVE),
        ("Reduce errors at night", Shape.INFINITIVE),
        ("errors from 2.1% to 0.4%", Shape.PHRASE),
        ("Two unions and a site that could not close", Shape.PHRASE),
        ("Automated picking across nine sites", Shape.PHRASE),
        ("Promoted to director", Shape.PHRASE),
        ("Awarded best plant", Shape.PHRASE),
        ("Reduced by 30%", Shape.PHRASE),
        ("Wrote to each buyer myself", Shape.PAST),
        ("Split the monolith in two", Shape.PAST),
        ("Split loyalties", Shape.PHRASE),
        ("SAP", Shape.PHRASE),
        ("", Shape.PHRASE),
    ],
)
def test_the_shape_is_seen_where_it_is_plain(text: str, wanted: Shape) -> None:
    assert fragments.shape(text) is wanted


@pytest.mark.parametrize("text", ["Failed migration", "Divided team", "Cut budget, angry clients"])
def test_what_was_hard_is_not_taken_for_a_deed(text: str) -> None:
    assert fragments.shape(text, strict=True) is Shape.PHRASE


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("- led a team..", "led a team"),
        ("two  spaces\nand a line", "two spaces and a line"),
        ('they said "never"', "they said “never”"),
        ('an open " quote', "an open quote"),
        ("a (lonely bracket", "a lonely bracket"),
        ("[which] one", "(which) one"),
        ("well...", "well"),
        ("Why?!", "Why?"),
        ("it was fine .", "it was fine"),
        ("don't", "don’t"),
        ("2.1% to 0.4%", "2.1% to 0.4%"),
        ("turnover 28% -> 11%", "turnover 28% to 11%"),
    ],
)
def test_cleaning_changes_signs_not_words(text: str, wanted: str) -> None:
    assert fragments.clean(text) == wanted


@given(st.text(max_size=80))
def test_cleaning_twice_is_cleaning_once_and_loses_no_word(text: str) -> None:
    assume(not re.search(r"[-=]>|→", text))  # an arrow is spelled out as "to"
    once = fragments.clean(text)
    assert fragments.clean(once) == once
    assert set(re.findall(r"\w+", once)) <= set(re.findall(r"\w+", text))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Two unions", "two unions"),
        ("Moved lines", "moved lines"),
        ("I moved", "I moved"),
        ("I’ve moved", "I’ve moved"),
        ("SAP rollout", "SAP rollout"),
        ("Siemens asked", "Siemens asked"),
        ("Utrecht", "Utrecht"),
    ],
)
def test_a_small_letter_only_where_it_is_no_name(text: str, wanted: str) -> None:
    assert fragments.lower_first(text) == wanted


def test_sentences_are_told_apart() -> None:
    text = "Dr. Meyer spoke of 2.1%. We agreed! J. Visser saw it. [what came of it?] Then we left."
    assert fragments.split(text) == [
        "Dr. Meyer spoke of 2.1%.",
        "We agreed!",
        "J. Visser saw it.",
        "[what came of it?]",
        "Then we left.",
    ]
    assert len(fragments.split("Danke für das Gespräch am 26. Februar. Bis bald.")) == 2


@pytest.mark.parametrize(
    ("name", "english", "german"),
    [
        ("Dana Reyes", "Dear Dana,", "Guten Tag Dana Reyes,"),
        ("Reyes, Dana", "Dear Dana,", "Guten Tag Dana Reyes,"),
        ("Dr. Anna Meyer", "Dear Dr. Meyer,", "Guten Tag Dr. Anna Meyer,"),
        ("Ms Dana Reyes, MBA", "Dear Dana,", "Guten Tag Dana Reyes,"),
        ("J. Visser", "Dear J. Visser,", "Guten Tag J. Visser,"),
        ("王小明", "Dear 王小明,", "Guten Tag 王小明,"),
        ("Acme Talent Team", "Hello,", "Guten Tag,"),
        ("careers@acme.example", "Hello,", "Guten Tag,"),
        ("", "Hello,", "Guten Tag,"),
        ("Dana\r\nBcc: x", "Dear Dana,", "Guten Tag Dana Bcc: x,"),
    ],
)
def test_people_are_called_by_their_name_and_nobody_by_a_guess(
    name: str, english: str, german: str
) -> None:
    assert calling.greeting(name, "en") == english
    assert calling.greeting(name, "de") == german


def test_days_are_spoken_of_as_people_do() -> None:
    today = date(2026, 3, 3)
    assert calling.when(today, today) == "today"
    assert calling.when(date(2026, 3, 2), today) == "yesterday"
    assert calling.when(date(2026, 2, 26), today) == "on Thursday"
    assert calling.when(date(2026, 2, 12), today) == "on 12 February"
    assert calling.when(date(2026, 3, 4), today) == ""
    assert calling.when(date(2026, 2, 26), today, "de") == "am 26. Februar"
    assert calling.when(date(2026, 3, 1), today, "fr") == "le 1er mars"
    assert calling.when(date(2026, 2, 26), today, "es") == "el 26 de febrero"
