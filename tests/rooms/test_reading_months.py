"""A word promised for a month without a day: until it is over silence means nothing."""

from __future__ import annotations

from datetime import date

import pytest

from afterword.reading.dates import promised_in
from afterword.terms import MailKind

WRITTEN = date(2027, 9, 30)
K = MailKind


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("We will come back to you in January.", date(2028, 1, 31)),
        ("It goes to the trustees in December. Till then I can offer nothing. May I write to you then?", date(2027, 12, 31)),
        ("The budget is settled in February. I would like to come back to you then.", date(2028, 2, 29)),
        ("Über das Budget wird im November entschieden. Dann melde ich mich bei Ihnen.", date(2027, 11, 30)),
        ("Le poste sera budgété en mars. Je vous recontacterai alors.", date(2028, 3, 31)),
        ("A gennaio sapremo di più e La richiamo io.", date(2028, 1, 31)),
    ],
)  # fmt: skip
def test_the_last_day_of_the_month_is_taken(text: str, day: date) -> None:
    found = promised_in(text, WRITTEN, K.ON_HOLD)
    assert found is not None and found[0] == day


@pytest.mark.parametrize(
    "text",
    [
        "If you like, ring me in March.",
        "You may come back to us in June.",
        "We met in June. I will write to you then again.",
        "The post starts in January.",
        "The team moves in May; we will let you know.",
        "If you are still free in May, we will be in touch.",
    ],
)
def test_other_months_promise_nothing(text: str) -> None:
    assert promised_in(text, WRITTEN, K.ON_HOLD) is None


def test_a_day_that_is_named_comes_before_a_month() -> None:
    found = promised_in(
        "We start in January. We will write to you by 8 October.", WRITTEN, K.ON_HOLD
    )
    assert found is not None and found[0] == date(2027, 10, 8)


def test_after_a_no_a_month_is_an_invitation_and_no_promise() -> None:
    assert promised_in("We will come back to you in January.", WRITTEN, K.REJECTION) is None
