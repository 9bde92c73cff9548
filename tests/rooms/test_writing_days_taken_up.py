"""The days that a letter takes from their mail: when the work begins, and when they will know more."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from afterword.terms import Brief, Fact, Happening, LetterKind, MailKind, Person
from afterword.writing import compose
from afterword.writing.letters.expecting import knows_when
from afterword.writing.letters.starting import starts_on

IDA = Person("ida", "Ida Quist", "ida@weir.example")


def brief(
    *said: str,
    kind: LetterKind = LetterKind.OFFER_ACCEPTANCE,
    mail: MailKind = MailKind.OFFER,
    language: str = "en",
    country: str = "",
    today: date = date(2026, 11, 23),
) -> Brief:
    """The mail came on Friday 20 November 2026, the answer is written on the Monday after."""
    return Brief(
        kind, replace(IDA, country=country), "Noor Bakker", "Weir Textiles", "Dyer", today,
        happenings=(Happening("m1", datetime(2026, 11, 20, 9, tzinfo=UTC), mail, who="ida"),),
        facts=tuple(Fact(f"line:m1:{n}", one, "Ida Quist, 20 Nov") for n, one in enumerate(said)),
        language=language,
    )  # fmt: skip


def start(*said: str, language: str = "en", country: str = "") -> date | None:
    return starts_on(brief(*said, language=language, country=country))[0]


FIRST_OF_FEBRUARY = date(2027, 2, 1)


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("Your first day is 1 February 2027.", FIRST_OF_FEBRUARY),
        ("Your contract starts on 1 February 2027; a course begins 8 February.", FIRST_OF_FEBRUARY),
        ("Your start date would be Monday, February 1, 2027.", FIRST_OF_FEBRUARY),
        ("We offer you the post of Dyer, starting on 1 February 2027.", FIRST_OF_FEBRUARY),
        ("Starting date: 2027-02-01", FIRST_OF_FEBRUARY),
        ("You start on 5 January.", date(2027, 1, 5)),
        ("Start date: 02/13/2027", date(2027, 2, 13)),  # no month has the number thirteen
    ],
)
def test_a_plain_start_is_taken(sentence: str, day: date) -> None:
    assert start(sentence) == day


@pytest.mark.parametrize(
    "sentence",
    [
        "Your start date is 02/01/2027.",
        "Your start date is 01.02.2027.",
        "You start on Tuesday 1 February 2027.",  # a Monday
        "You start on 20 November.",  # the day of the mail, and gone by
        "Could you start on 1 February 2027?",
        "You would start around 1 February 2027.",
        "You cannot start on 1 February 2027.",
        "You asked to start on 1 February 2027.",
        "Your health insurance begins on 1 February 2027.",
        "The leave year starts on 1 January 2027.",
        "Your onboarding starts on 1 February 2027.",
        "Tom starts on 1 March 2027.",
    ],
)
def test_any_other_day_leaves_the_hole(sentence: str) -> None:
    for country in ("", "US", "GB"):
        assert start(sentence, country=country) is None
    assert "I start on [the day]" in compose(brief(sentence)).body


def test_another_day_of_the_offer_does_not_hide_the_start() -> None:
    by = "Please accept by 1 December 2026 so that your contract starts on time."
    assert start(by, "Your first day is 1 February 2027.") == FIRST_OF_FEBRUARY


def test_two_starts_are_none() -> None:
    assert start("Your first day is 1 February 2027.", "Could you start on 4 January 2027?") is None
    assert start("You start on 1 February 2027.", "Start date: 1 March 2027") is None
    assert start("You start on 1 February 2027.", "You start on 02/01/2027.") is None


@pytest.mark.parametrize(
    ("language", "twin", "guilty"),
    [
        ("de", "Arbeitsbeginn: 01.02.2027", "Das Geschäftsjahr beginnt am 01.02.2027."),
        ("de", "Sie beginnen am 1. Februar 2027.", "Könnten Sie am 1. Februar 2027 beginnen?"),
        ("fr", "Date de début : 01/02/2027", "La formation commence le 1er février 2027."),
        ("es", "Se incorporará el 1 de febrero de 2027.", "El curso comienza el 01/02/2027."),
    ],
)
def test_the_start_abroad(language: str, twin: str, guilty: str) -> None:
    assert start(twin, language=language) == FIRST_OF_FEBRUARY
    assert start(guilty, language=language) is None


def test_a_figure_to_an_american_is_a_hole_in_any_language() -> None:
    assert start("Date de début : 01/02/2027", language="fr", country="CA") is None


def when(*said: str, language: str = "en", today: date = date(2026, 11, 23)) -> str:
    frozen = brief(
        *said, kind=LetterKind.KEEP_IN_TOUCH, mail=MailKind.ON_HOLD, language=language, today=today
    )
    return knows_when(frozen)[0]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("I hope to know more in late June.", "in late June"),
        ("In early February we should know more.", "in early February"),
        ("We expect a decision by the end of January.", "by the end of January"),
        ("The board will decide in March.", "in March"),
        ("We hope to know more in March 2028.", "in March 2028"),
    ],
)
def test_when_they_will_know(sentence: str, told: str) -> None:
    assert when(sentence) == told


@pytest.mark.parametrize(
    "sentence",
    [
        "We decided in March to close two plants, and nobody could know.",
        "I will leave in May, and whoever comes after will decide.",
        "We know that in summer you were ill.",
        "We do not expect to know more before March.",
        "We will know more if the budget passes in March.",
        "We will be in touch; in March the plant closes.",
        "I know you hoped to start in March.",
        "I hope to hear how you got on in the spring.",
        "We will know more by March 3.",  # a day, which the reader of dates tells
    ],
)
def test_a_month_beside_it_is_not_when_they_will_know(sentence: str) -> None:
    assert when(sentence) == ""
    frozen = brief(sentence, kind=LetterKind.KEEP_IN_TOUCH, mail=MailKind.ON_HOLD)
    assert "When would a word from me help?" in compose(frozen).body


def test_a_month_that_is_over_is_not_asked_for() -> None:
    said = "We hope to know more in March."
    assert when(said, today=date(2027, 3, 2)) == "in March"
    assert when(said, today=date(2027, 4, 2)) == ""


@pytest.mark.parametrize(
    ("language", "twin", "told", "guilty"),
    [
        (
            "de", "Wir rechnen damit, dass wir Mitte Januar mehr wissen.", "Mitte Januar",
            "Wir haben im Januar entschieden, das Werk zu schließen.",
        ),
        ("de", "Im März entscheiden wir neu.", "im März", "Wir hoffen, Sie im März zu sehen."),
        (
            "fr", "Nous devrions en savoir plus en mars.", "en mars",
            "Nous avons décidé en mars de fermer.",
        ),
        ("es", "Esperamos saber más en marzo.", "en marzo", "Decidimos en marzo cerrar la planta."),
    ],
)  # fmt: skip
def test_when_they_will_know_abroad(language: str, twin: str, told: str, guilty: str) -> None:
    assert when(twin, language=language) == told
    assert when(guilty, language=language) == ""


def test_an_american_reads_the_day_the_american_way() -> None:
    said = compose(brief("Your first day is January 4, 2027.", country="US")).body
    assert "As agreed, I start on January 4, 2027, on the terms of" in said
    at_home = compose(brief("Your first day is 4 January 2027.", country="GB")).body
    assert "As agreed, I start on 4 January 2027, on the terms of" in at_home


def test_the_mail_in_which_the_terms_stand_is_cited_and_not_the_last_of_the_thread() -> None:
    offered = Happening("m0", datetime(2026, 11, 19, 9, tzinfo=UTC), MailKind.OFFER, who="ida")
    later = Happening("m1", datetime(2026, 11, 20, 9, tzinfo=UTC), MailKind.OFFER, who="ida")
    told = (
        Fact(
            "line:m0:0",
            "The base salary is £68,000 plus a 10% bonus, starting 1 February 2027.",
            "Ida Quist",
        ),
        Fact("line:m1:0", "It would be a Dutch contract; take your time.", "Ida Quist"),
    )
    given = replace(brief(), happenings=(offered, later), facts=told)
    body = compose(given).body
    assert "19 November" in body and "20 November" not in body and "1 February 2027" in body
    for language, day in (("de", "19. November"), ("fr", "19 novembre"), ("es", "19 de noviembre")):
        abroad = compose(replace(given, language=language)).body
        assert day in abroad and "20" not in abroad.replace("2027", "")
    # A later mail with other pay is what holds.
    raised = Fact("line:m1:0", "We can go to £71,000.", "Ida Quist")
    assert "20 November" in compose(replace(given, facts=(told[0], raised))).body


def test_a_day_that_follows_a_course_or_reads_two_ways_is_no_first_day() -> None:
    assert start("The salary is £52,000, starting 1 February 2027.") == FIRST_OF_FEBRUARY
    assert (
        start("The salary is £52,000 after the training course, starting 1 February 2027.") is None
    )
    assert start("The salary is £52,000, starting 02/01/2027.") is None
