"""A word promised for a month without a day: until it is over silence means nothing."""

from __future__ import annotations

from datetime import date

import pytest

from afterword.reading.dates.promised import promised_in
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
        ("Ich melde mich im März bei Ihnen.", date(2028, 3, 31)),
        ("Je reviens vers vous en août.", date(2028, 8, 31)),
        ("Le escribiremos en mayo.", date(2028, 5, 31)),
        ("Entraremos em contato em maio.", date(2028, 5, 31)),
        ("Entraremos em contato em março.", date(2028, 3, 31)),
        ("We will come back to you in Feb.", date(2028, 2, 29)),
        ("Wij laten het u in mei weten.", date(2028, 5, 31)),
        ("We will come back to you before March.", date(2028, 2, 29)),
        ("Wir melden uns vor Mai bei Ihnen.", date(2028, 4, 30)),
        ("Nous vous recontacterons avant janvier.", date(2027, 12, 31)),
        ("Le escribiremos antes de marzo.", date(2028, 2, 29)),
        ("La richiamo prima di aprile.", date(2028, 3, 31)),
        ("We will come back to you before the end of March.", date(2028, 3, 31)),
        ("Wir melden uns vor Ende März bei Ihnen.", date(2028, 3, 31)),
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
        "We will come back to you by Jan, who knows more.",
        "Nous revenons vers vous après sept autres candidats.",
    ],
)
def test_other_months_promise_nothing(text: str) -> None:
    assert promised_in(text, WRITTEN, K.ON_HOLD) is None


def test_before_the_month_it_is_means_next_years() -> None:
    found = promised_in("We will come back to you before March.", date(2028, 3, 4), K.ON_HOLD)
    assert found is not None and found[0] == date(2029, 2, 28)
    found = promised_in("We will come back to you before March.", date(2028, 2, 4), K.ON_HOLD)
    assert found is not None and found[0] == date(2028, 2, 29)


def test_a_day_that_is_named_comes_before_a_month() -> None:
    found = promised_in(
        "We start in January. We will write to you by 8 October.", WRITTEN, K.ON_HOLD
    )
    assert found is not None and found[0] == date(2027, 10, 8)


def test_after_a_no_a_month_is_an_invitation_and_no_promise() -> None:
    assert promised_in("We will come back to you in January.", WRITTEN, K.REJECTION) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Nous devrions en savoir davantage dans le courant du mois de février 2028 et reprendrons alors contact avec vous.", date(2028, 2, 29)),
        ("Nous reviendrons vers vous courant février.", date(2028, 2, 29)),
        ("Wir wissen im Laufe des Februars mehr und melden uns dann.", date(2028, 2, 29)),
        ("Wir setzen uns im Laufe des Monats Februar mit Ihnen in Verbindung.", date(2028, 2, 29)),
        ("We should know more in the course of February 2028 and will then come back to you.", date(2028, 2, 29)),
        ("Sabremos más a lo largo de febrero y le llamaremos.", date(2028, 2, 29)),
        ("Saberemos mais no decorrer de fevereiro.", date(2028, 2, 29)),
        ("Nel corso di febbraio sapremo di più e La ricontatteremo.", date(2028, 2, 29)),
        ("In de loop van februari weten we meer.", date(2028, 2, 29)),
        ("Le recrutement est suspendu jusqu'au 15 février 2028. Nous reviendrons vers vous à ce moment-là.", date(2028, 2, 15)),
    ],
)  # fmt: skip
def test_a_month_in_whose_course_they_come_back_is_promised(text: str, day: date) -> None:
    found = promised_in(text, WRITTEN, K.ON_HOLD)
    assert found is not None and found[0] == day


@pytest.mark.parametrize(
    "text",
    [
        "Le poste débute courant février.",
        "Pourriez-vous nous écrire courant février ?",
        "Si vous êtes toujours libre courant février, écrivez-nous.",
        "Im Laufe des Februars ziehen wir um.",
        "Nous reviendrons vers vous, comme promis en février 2026.",
        "We met in the course of February.",
    ],
)
def test_a_month_of_other_things_is_no_promise(text: str) -> None:
    assert promised_in(text, WRITTEN, K.ON_HOLD) is None
