"""What the second pair of eyes sees, and what it lets pass."""

from __future__ import annotations

from datetime import date

import pytest

from afterword.terms import Fact, Finding, LetterKind, Person
from afterword.writing import review
from afterword.writing.limits import LENGTHS
from afterword.writing.reviewing import RULES

K = LetterKind
DANA = Person("p", "Dana Reyes")
TODAY = date(2026, 3, 3)


def look(text: str, kind: LetterKind = K.REOPEN_LETTER, **more) -> tuple[Finding, ...]:
    return review(text, kind, to=DANA, company="Acme Freight", today=TODAY, **more)


def whole(sentence: str, name: str = "Dana") -> str:
    return f"Dear {name},\n\n{sentence}\n\nWith kind regards,\nSam Verhoeven"


def test_a_good_letter_gets_no_notes() -> None:
    assert look(whole("We moved 14 lines. If it helps, I would show you how in ten minutes.")) == ()


def rules(text: str, kind: LetterKind = K.REOPEN_LETTER, **more) -> set[str]:
    return {finding.rule for finding in look(text, kind, **more)}


@pytest.mark.parametrize(
    ("sentence", "rule"),
    [
        ("I deserve this job.", "entitlement"),
        ("I was the best candidate you saw.", "entitlement"),
        ("Please reconsider your decision.", "entitlement"),
        ("This was unfair.", "blame"),
        ("I think you made a mistake.", "blame"),
        ("You wasted my time.", "blame"),
        ("I still haven't heard from you.", "blame"),
        ("Please give me one more chance.", "begging"),
        ("I am desperate to work with you.", "begging"),
        ("Sorry to bother you again.", "over_apology"),
        ("I need an answer urgently.", "false_urgency"),
        ("I have other offers on the table.", "false_urgency"),
        ("Just checking in.", "pretext"),
        ("I hope this email finds you well.", "cliche"),
        ("I am passionate about freight.", "cliche"),
        ("I am the perfect fit.", "cliche"),
        ("I truly believe that we can do it.", "hedging"),
        ("I attach my plan.", "attachment"),
        ("The plan is [which plan?].", "open_hole"),
        ("Unlike the other candidate, I stay.", "disparaging"),
    ],
)
def test_each_rule_sees_its_own(sentence: str, rule: str) -> None:
    text = whole(sentence)
    found = [finding for finding in look(text) if finding.rule == rule]
    assert found, look(text)
    assert found[0].message and text[found[0].start : found[0].end].strip() in sentence


def test_a_hedge_is_mended_by_one_click() -> None:
    text = whole("I truly believe we can do it. As you know, it works.")
    for finding in sorted(look(text), key=lambda one: -one.start):
        if finding.rule == "hedging":
            assert finding.mend is not None
            text = text[: finding.start] + finding.mend + text[finding.end :]
    assert "We can do it. It works." in text and "hedging" not in rules(text)


def test_their_own_words_in_quotation_marks_are_left_alone() -> None:
    assert "blame" not in rules(whole("You said: “That was unfair of us.”"))


@pytest.mark.parametrize("name", ["Diana", "Tom", "Mr Smith"])
def test_another_name_at_the_top_is_seen(name: str) -> None:
    assert "wrong_name" in rules(whole("Thank you.", name))


@pytest.mark.parametrize("name", ["Dana", "Dana Reyes", "Ms Reyes", "Dr. Reyes", "dana"])
def test_their_own_name_passes(name: str) -> None:
    assert "wrong_name" not in rules(whole("Thank you.", name))


def test_a_firm_of_another_case_is_seen_unless_a_fact_names_it() -> None:
    text = whole("At Globex I learned a lot.")
    assert "wrong_company" in rules(text, names=("Globex", "Acme Freight"))
    known = (Fact("story:s", "Globex: 14 lines"),)
    assert "wrong_company" not in rules(text, names=("Globex",), facts=known)
    assert "wrong_company" not in rules(whole("Globexian ways."), names=("Globex",))


def test_a_day_gone_by_is_not_offered() -> None:
    assert "past_date" in rules(whole("Would you be free on 2 March?"))
    assert "past_date" not in rules(whole("Would you be free on 12 March?"))
    assert "past_date" not in rules(whole("Thank you for our talk on 26 February."))


def test_an_advice_request_asks_one_thing_and_a_grace_note_nothing() -> None:
    text = whole("What should I change? And who won?")
    assert [f.rule for f in look(text, K.ADVICE_REQUEST)] == ["second_question"]
    assert [f.rule for f in look(text, K.GRACE_NOTE)] == ["question", "question"]
    assert look(whole("What should I change?"), K.ADVICE_REQUEST) == ()


@pytest.mark.parametrize("kind", sorted(LENGTHS))
def test_the_bound_of_every_kind_is_held(kind: LetterKind) -> None:
    bound = LENGTHS[kind]
    assert "length" not in {f.rule for f in review("so " * bound, kind)}
    assert "length" in {f.rule for f in review("so " * (bound + 1), kind)}


def test_keep_in_touch_is_counted_in_characters() -> None:
    assert not review("a" * 400, K.KEEP_IN_TOUCH)
    assert [f.rule for f in review("a" * 401, K.KEEP_IN_TOUCH)] == ["length"]


def test_where_two_lines_are_the_custom_thanks_are_shorter() -> None:
    british = Person("p", "Dana Reyes", country="GB")
    assert "length" in {f.rule for f in review("so " * 61, K.THANK_YOU, to=british)}
    assert "length" not in {f.rule for f in review("so " * 61, K.THANK_YOU, to=DANA)}


def test_findings_come_in_reading_order_and_each_rule_is_named() -> None:
    text = whole("I deserve it. I beg you. [why?] Just checking.")
    found = look(text)
    assert [f.start for f in found] == sorted(f.start for f in found)
    assert {"entitlement", "begging", "open_hole", "pretext"} <= {f.rule for f in found}
    assert all(rule.__doc__ or rule.__name__ for rule in RULES)
