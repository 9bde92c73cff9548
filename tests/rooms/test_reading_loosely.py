"""A day that they named loosely is kept as they said it, by the very words in which it was found."""

from __future__ import annotations

from datetime import date

import pytest

from afterword.reading.dates.loosely import as_named
from afterword.reading.dates.promised import promised_in
from afterword.terms import MailKind

WRITTEN = date(2027, 1, 11)


@pytest.mark.parametrize(
    ("day", "sentence", "says"),
    [
        (date(2027, 2, 10), "We shall know more in early February.", "early February"),
        (date(2027, 2, 10), "Wir wissen Anfang Februar mehr.", "early February"),
        (date(2027, 2, 10), "Nous en saurons plus début février.", "early February"),
        (date(2027, 2, 10), "Sabremos más a principios de febrero.", "early February"),
        (date(2027, 2, 10), "Teremos novidades no início de fevereiro.", "early February"),
        (date(2027, 2, 10), "Ne sapremo di più all'inizio di febbraio.", "early February"),
        (date(2027, 2, 10), "We weten begin februari meer.", "early February"),
        (date(2027, 3, 15), "Expect word from us mid-March.", "mid-March"),
        (date(2027, 3, 31), "Wir entscheiden Ende März.", "the end of March"),
        (date(2027, 3, 31), "Entro fine marzo le scriviamo.", "the end of March"),
        (date(2027, 2, 10), "You hear from us by 10 February.", ""),
        (date(2027, 2, 10), "Wir melden uns am 10. Februar, am Ende der Woche.", ""),
        (date(2027, 2, 12), "We shall write by Friday.", ""),
        (date(2027, 2, 28), "We will come back to you in February.", "February"),
        # the part of a month that another thing has
        (date(2027, 2, 22), "Reviews begin February 7; we will let you know by February 22.", ""),
        (date(2027, 3, 12), "We will begin marketing it and tell you by 12 March.", ""),
        (date(2027, 2, 26), "Our team is away in early February, so we write by 26 February.", ""),
        (date(2027, 3, 12), "The post closed at the start of March; we write on 12 March.", ""),
        (date(2027, 2, 28), "We met in February and will write on 28 February.", ""),
    ],
)
def test_a_part_of_a_month_is_heard_in_seven_languages(day: date, sentence: str, says: str) -> None:
    assert as_named(sentence, day, WRITTEN) == says


@pytest.mark.parametrize(
    ("text", "day", "says"),
    [
        (
            "Budget reviews begin February 7; we will let you know by February 22.",
            date(2027, 2, 22),
            "",
        ),
        ("We will let you know in early February.", date(2027, 2, 10), "early February"),
        ("You will hear from us by mid-February.", date(2027, 2, 15), "mid-February"),
        ("Wir melden uns Ende Februar bei Ihnen.", date(2027, 2, 28), "the end of February"),
    ],
)
def test_what_is_promised_is_named_by_its_own_words(text: str, day: date, says: str) -> None:
    found = promised_in(text, WRITTEN, MailKind.ON_HOLD)
    assert found is not None
    named, span = found
    assert named == day
    assert as_named(text[span.start : span.end], named, WRITTEN) == says
