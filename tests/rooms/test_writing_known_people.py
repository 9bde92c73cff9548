"""Whom and what the review knows already, and what one click may put in the place of a word."""

from __future__ import annotations

from datetime import date

import pytest

from afterword.terms import Fact, Finding, LetterKind, Person
from afterword.writing.reviewing import review

FACTS = (
    Fact("person:1", "Ingrid Falkenrath, Head of Dyeing, Tessaly Mills", "people"),
    Fact("person:2", "Bao-Yi Chen, Night Manager, Tessaly Mills", "people"),
    Fact("remark:1", "The dye vats stop every Friday", "Bao-Yi Chen, 3 March"),
    Fact("story:1", "Re-laid the loom hall: 14 looms", "your story, Padraig Nolan can confirm it"),
    Fact("story:2", "Three lines stopped; found two leaks in the steam main", "story"),
)
FRAME = "{greeting}\n\n{said}\n\nKind regards,\nOwen Tarr"


def look(said: str, *, greeting: str = "Dear Ingrid,", **more: object) -> list[tuple[str, Finding]]:
    text = FRAME.format(greeting=greeting, said=said)
    found = review(
        text,
        LetterKind.INFLUENCE_LETTER,
        to=Person("1", "Ingrid Falkenrath", company="Tessaly Mills"),
        company="Tessaly Mills",
        today=date(2026, 3, 10),
        facts=FACTS,
        language="en",
        me="Owen Tarr",
        checked=True,
        with_grammar=True,
        **more,  # type: ignore[arg-type]
    )
    return [(text[one.start : one.end], one) for one in found]


def names(rows: list[tuple[str, Finding]]) -> set[str]:
    return {
        said for said, one in rows if one.rule in ("wrong_name", "wrong_company", "unproven_name")
    }


def mends(rows: list[tuple[str, Finding]]) -> dict[str, str]:
    return {said: one.mend for said, one in rows if one.mend}


def test_people_of_the_case_and_whoever_is_quoted_may_be_named_anywhere() -> None:
    said = "Bao-Yi Chen showed me the boiler, and Padraig Nolan will tell you of the looms."
    assert names(look(said)) == set()


def test_a_referee_is_known() -> None:
    said = "Wilhelmina Aske knows how I run a night shift."
    assert "Wilhelmina" in names(look(said))
    assert names(look(said, people=("Wilhelmina Aske",))) == set()


def test_a_slip_in_a_persons_name_is_mended_with_that_persons_name() -> None:
    rows = look("I spoke with Bao-Yi Chin and with Padriag Nolan about the vats.")
    assert mends(rows) == {"Chin": "Chen", "Padriag": "Padraig"}
    assert all(one.rule != "wrong_company" for _, one in rows)


def test_a_slip_in_their_own_firm_is_mended_with_its_name() -> None:
    assert mends(look("I am glad that Tesaly Mills runs vats.")) == {"Tesaly": "Tessaly"}


@pytest.mark.parametrize(
    "said",
    [
        "I would begin at Tamworth.",
        "The team at Tamworth has vats of its own.",
        "I learned it with Soo-Ah Park.",
    ],
)
def test_a_place_or_a_stranger_is_never_made_a_firm(said: str) -> None:
    assert mends(look(said)) == {}


def test_what_the_casebook_has_is_no_slip_and_no_stray_firm() -> None:
    said = "The team at Tamworth has vats, and I worked in Tamworth."
    assert names(look(said))
    assert names(look(said, knows=lambda word: word.casefold() == "tamworth")) == set()


def test_another_firm_of_the_users_is_seen_but_not_replaced() -> None:
    rows = look("At Corvin Press I learned to listen.", names=("Corvin Press",))
    assert "Corvin Press" in names(rows) and mends(rows) == {}


@pytest.mark.parametrize(
    ("greeting", "mend"),
    [
        ("Dear Ms Falkenrat,", {"Falkenrat": "Falkenrath"}),
        ("Dear Ingird,", {"Ingird": "Ingrid"}),
        ("Dear Mr Chan,", {"Chan": "Chen"}),
        ("Dear Bao-Yi,", {}),
        ("Dear Humphrey,", {}),
    ],
)
def test_at_the_top_a_slip_is_mended_and_another_name_only_noted(
    greeting: str, mend: dict[str, str]
) -> None:
    rows = look("The vats stop every Friday.", greeting=greeting)
    assert any(one.rule == "wrong_name" for _, one in rows)
    assert {a: b for a, b in mends(rows).items() if a in greeting} == mend


def test_ordinary_words_and_words_made_of_them_are_nobodys_slip() -> None:
    rows = look("There is more to it. The packers and stackers told me so, and the steamers too.")
    assert not {"There", "stackers", "packers", "steamers"} & set(mends(rows))


def test_a_law_may_be_cited() -> None:
    said = "I ask this under Article 15 of the General Data Protection Regulation, the UK GDPR."
    assert names(look(said)) == set()


def test_a_german_noun_with_its_article_is_no_firm() -> None:
    text = "Liebe Frau Falk,\n\nvielen Dank für Ihr Angebot und die Mühe.\n\nViele Grüße\nJan Ott"
    found = review(
        text,
        LetterKind.OFFER_DECLINE,
        to=Person("1", "Hanna Falk", company="Wollwerk"),
        company="Wollwerk",
        facts=FACTS[:1],
        language="de",
        me="Jan Ott",
        checked=True,
    )
    assert "wrong_company" not in {one.rule for one in found}


def test_the_casebook_is_asked_of_doubtful_words_alone() -> None:
    """A mailbox is large: a sound letter asks it nothing that any reader would know."""
    asked: set[str] = set()

    def knows(word: str) -> bool:
        asked.add(word)
        return False

    said = (
        "Thank you for the hour on Tuesday. The dye vats stop every Friday, you said. Would it help "
        "if I came for a morning? When three lines stopped at once I found two leaks in the steam "
        "main. Perhaps the same is true of yours. Please tell me which morning suits you."
    )
    look(said, knows=knows)
    assert not asked & {"Thank", "The", "Would", "When", "Perhaps", "Please", "Friday", "Tuesday"}
