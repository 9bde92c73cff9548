"""Which story answers a remark, and that none is better than a wrong one."""

from __future__ import annotations

import pytest

from afterword.terms import Remark, RemarkKind, Story
from afterword.writing import match
from afterword.writing.matching import THRESHOLD, concept_of, stem

UTRECHT = Story(
    "utrecht",
    "Utrecht",
    "two unions, no day closed",
    "Moved 14 lines to automated picking; rehearsed each cut-over",
    "errors from 2.1% to 0.4%",
)
LYON = Story("lyon", "Lyon", "drivers kept leaving", "sat in 40 cabs", "turnover 31% to 12%")
LEDGER = Story("ledger", "Close", "late books", "cut the ledger close to 4 days", "5 days saved")
SALES = Story("sales", "Reps", "sales were falling", "hired and coached 6 reps", "revenue up 20%")
WARD = Story("ward", "Ward 7", "patients waited for hours", "redesigned the intake", "wait halved")
ALL = (UTRECHT, LYON, LEDGER, SALES, WARD)


def best(quote: str, *stories: Story, answered_by: str = "") -> str:
    remark = Remark("r", RemarkKind.DOUBT, quote, answered_by=answered_by)
    ranked = match(remark, stories or ALL)
    return ranked[0][0].id if ranked else ""


@pytest.mark.parametrize(
    ("quote", "wanted"),
    [
        ("You have not run an automated warehouse.", "utrecht"),
        ("We lose two days at every cut-over.", "utrecht"),
        ("The works council will fight any change.", "utrecht"),
        ("I cannot keep drivers past a year.", "lyon"),
        ("Our resignations are too high.", "lyon"),
        ("Month-end accounting takes for ever.", "ledger"),
        ("We need someone who can recruit quickly.", "sales"),
        ("Clinical experience is what I miss.", "ward"),
    ],
)
def test_the_right_story_comes_first(quote: str, wanted: str) -> None:
    assert best(quote) == wanted


@pytest.mark.parametrize(
    "quote",
    [
        "",
        "???",
        "You never worked in aerospace.",
        "Your French is not strong enough.",
        "Our people work hard in the team this year.",
        "We wondered about your level of experience.",
        "The problem is the new business.",
        "We need a chemist.",
    ],
)
def test_no_story_is_better_than_a_wrong_one(quote: str) -> None:
    assert best(quote) == ""


def test_the_users_own_choice_comes_first() -> None:
    quote = "You have not run an automated warehouse."
    assert best(quote, *ALL, answered_by="ward") == "ward"


def test_the_reason_names_the_words_they_share() -> None:
    remark = Remark("r", RemarkKind.CHALLENGE, "Automation and every cut-over cost us days")
    story, score, why = match(remark, ALL)[0]
    assert story is UTRECHT and THRESHOLD <= score < 1
    assert "automation" in why and "cut-over" in why and why.startswith("both speak of")


def test_a_story_with_figures_goes_before_one_without() -> None:
    bare = Story("bare", "", "", "automated a warehouse", "it went well")
    full = Story("full", "", "", "automated a warehouse", "errors down 80%")
    assert best("the automated warehouse", bare, full) == "full"


def test_scores_only_fall_and_stay_between_nothing_and_one() -> None:
    for quote in ("drivers and automation", "sales, patients, turnover", "books and errors"):
        scores = [score for _, score, _ in match(Remark("r", RemarkKind.TOPIC, quote), ALL)]
        assert scores == sorted(scores, reverse=True)
        assert all(THRESHOLD <= score <= 1 for score in scores)


def test_inflections_come_out_alike() -> None:
    for family in (
        ("automated", "automation", "automatic", "automate"),
        ("planning", "plans", "planned"),
        ("migration", "migrate", "migrated"),
        ("cut-over", "cutover"),
        ("moving", "moved", "moves"),
    ):
        assert len({stem(word) for word in family}) == 1, family
    assert concept_of("clients") == concept_of("customer")
