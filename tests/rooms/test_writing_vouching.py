"""The letters to those who vouch, and the one that asks for a name: short, true, open where it must be."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from afterword.terms import (
    Basis,
    Brief,
    Deed,
    Direction,
    Fact,
    Happening,
    LetterKind,
    MailKind,
    Person,
    Remark,
    RemarkKind,
    Story,
)
from afterword.writing import compose, review, unproven

K = LetterKind
#: The contract's upper bounds, typed again here on purpose.
BOUNDS = {
    K.REFERENCE_REQUEST: 160,
    K.REFERENCE_BRIEF: 350,
    K.REFERENCE_THANKS: 100,
    K.REFERRAL_ASK: 150,
}
TODAY = date(2026, 3, 3)
JAN = Person("jan", "Jan Visser", "jan@x.example")
LONG = "It was hard. " + "We changed the whole plan again and again for the night team. " * 6
UTRECHT = Story(
    "u",
    "Utrecht",
    action="Moved 14 lines in 9 weekends",
    result="errors from 2.1% to 0.4%",
    when="2021",
)
LYON = Story("l", "Lyon", action="I sat in 40 cabs", result="turnover fell to 12%")
SECRET = Story(
    "s", "Falke", action="Built 77 robots", result="saved 8.8 million", confidential=True
)
DOUBT = Remark("d", RemarkKind.DOUBT, "You have not run an automated warehouse.", "dana")
HINT = Remark("h", RemarkKind.DOUBT, "too soft, perhaps", "dana", Basis.INFERRED)
AGREED = Fact("reference:consent", "2026-02-20", "the register, Friday 20 February 2026")
CALLED = Fact("reference:called", "2026-02-27", "the register, Friday 27 February 2026")
SAW = (
    Fact("reference:saw:u", "Utrecht", "Jan Visser can confirm it"),
    Fact("reference:saw:s", "Falke", ""),
)
RICH = Brief(
    K.REFERENCE_BRIEF, JAN, "Sam Verhoeven", "Acme Freight", "Head of Operations", TODAY,
    (DOUBT, HINT), (LYON, UTRECHT, SECRET), facts=(AGREED, CALLED, *SAW),
)  # fmt: skip
EMPTY = replace(RICH, to=Person("", ""), company="", role="", remarks=(), stories=(), facts=())
LOADED = replace(
    RICH,
    company="The Extraordinarily Long-Named International Holding Company",
    remarks=tuple(replace(DOUBT, id=str(i), quote=LONG) for i in range(4)),
    stories=tuple(replace(UTRECHT, id=f"u{i}", challenge=LONG, action=LONG) for i in range(6)),
    facts=(CALLED, *(Fact(f"reference:saw:u{i}", "Utrecht", "") for i in range(6))),
)


def of(kind: LetterKind, brief: Brief = RICH) -> str:
    return compose(replace(brief, kind=kind)).body


def ended(kind: MailKind | Deed) -> Brief:
    end = Happening("end", datetime(2026, 3, 2, 9, tzinfo=UTC), kind, Direction.IN)
    return replace(RICH, happenings=(end,))


@pytest.mark.parametrize("kind", BOUNDS)
@pytest.mark.parametrize("brief", [RICH, EMPTY, LOADED], ids=["much", "nothing", "too much"])
def test_every_letter_is_short_true_and_says_nothing_twice(kind: LetterKind, brief: Brief) -> None:
    """Contract, lengths of letters; guardrail 2: no claim without its fact."""
    made = compose(replace(brief, kind=kind))
    assert len(made.body.split()) <= BOUNDS[kind]
    assert unproven(made) == ()
    known = {fact.id for fact in made.facts}
    assert all(set(sentence.facts) <= known for sentence in made.sentences)
    texts = [sentence.text for sentence in made.sentences]
    assert brief is LOADED or len(texts) == len(set(texts))
    notes = review(
        made.body, kind, to=made.to, company=brief.company, today=TODAY, facts=made.facts
    )
    assert {note.rule for note in notes} <= {"open_hole"}


def test_the_request_is_plain_and_leaves_a_way_out() -> None:
    """P22, S0-06: could you speak warmly and specifically; a no is a good answer; nobody is named before."""
    text = of(K.REFERENCE_REQUEST, replace(RICH, facts=SAW))
    assert "warmly and specifically about Utrecht" in text
    assert "rather not" in text and "before you have said yes" in text


def test_of_one_who_agreed_it_asks_for_the_word_nobody_asked_for() -> None:
    """S0-17: plain facts they saw, to the one who decides, and only if they are glad to."""
    to = Fact("reference:to", "Dana Reyes", "people")
    text = of(K.REFERENCE_REQUEST, replace(RICH, facts=(AGREED, *SAW, to)))
    assert "to Dana Reyes" in text and "0.4%" in text and "glad to" in text
    assert "[who decides there?]" in of(K.REFERENCE_REQUEST, replace(RICH, facts=(AGREED, *SAW)))


def test_the_brief_tells_what_they_saw_and_writes_no_script() -> None:
    """P22, reference brief: role, facts with dates, likely probes, consent, the call; no scripting."""
    text = of(K.REFERENCE_BRIEF)
    assert "agreeing on 20 February" in text and "Head of Operations role at Acme Freight" in text
    assert "Utrecht, 2021" in text and "0.4%" in text
    assert "Lyon" not in text and "40 cabs" not in text  # Jan did not see it
    assert "You have not run an automated warehouse" in text and "too soft" not in text
    assert "work with me again" in text and "leave it out" in text
    assert "please say" not in text.casefold() and "tell them that" not in text.casefold()
    assert "[have they agreed?]" in of(K.REFERENCE_BRIEF, replace(RICH, facts=SAW))
    unsure = of(K.REFERENCE_BRIEF, replace(RICH, facts=(AGREED,)))
    assert "[which of these did they see themselves?]" in unsure


@pytest.mark.parametrize("kind", BOUNDS)
def test_nothing_confidential_travels(kind: LetterKind) -> None:
    """Guardrail 2: a confidential story stands in no letter, though the referee saw it."""
    text = of(kind)
    assert not any(word in text for word in ("Falke", "77", "8.8"))


@pytest.mark.parametrize(
    ("end", "says"),
    [
        (Deed.OFFER_ACCEPTED, "I have accepted the Head of Operations role"),
        (MailKind.REJECTION, "They chose someone else this time"),
        (MailKind.CANCELLED, "nobody was chosen"),
        (MailKind.OFFER, "They have offered me"),
    ],
)
def test_the_thanks_say_how_it_ended(end: MailKind | Deed, says: str) -> None:
    """P22: thank and report the outcome, whatever it was."""
    text = of(K.REFERENCE_THANKS, ended(end))
    assert says in text and "on Friday" in text
    assert "have not decided yet" in of(K.REFERENCE_THANKS)


def test_who_do_you_know_asks_for_a_name_and_no_endorsement() -> None:
    """S1-06, P13, method 2b: two firms, may I say you suggested it, something back."""
    text = of(K.REFERRAL_ASK)
    assert "Who do you know at [" in text and "May I say that you suggested it?" in text
    assert "not a word on my behalf" in text and "quite all right" in text
