"""The words that the database is asked for first: every rule of the user's own words needs one of them.

A rule and its words are one thing written twice, so the rule itself is taken apart here: whatever
it matches, written with any white space, has to contain one of the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import pytest

from afterword.reading.own import promises, quiet

#: What may be any sign: no stem has it in it.
ANY = "\x00"


def shapes(parsed: Sequence[Any]) -> set[str]:
    """What such a part of a rule can look like, the free places marked; nothing is left out."""
    found = {""}
    for code, given in parsed:
        found = {one + more for one in found for more in _of(code, given)}
    return found


def _of(code: Any, given: Any) -> set[str]:
    if code is codes.LITERAL:
        return {chr(given)}
    if code is codes.BRANCH:
        return {one for way in given[1] for one in shapes(way)}
    if code is codes.SUBPATTERN:
        return shapes(given[-1])
    if code in (codes.MAX_REPEAT, codes.MIN_REPEAT):
        least, most, part = given
        inner = shapes(part)
        once = inner if most == 1 else {f"{one}{ANY}" for one in inner}
        return once if least else {"", *once}
    if code in (codes.AT, codes.ASSERT_NOT, codes.ASSERT):
        return {""}
    assert code in (codes.IN, codes.NOT_LITERAL, codes.ANY), code
    return {ANY}


def ways(rule: re.Pattern[str]) -> Iterator[str]:
    yield from shapes(list(parser.parse(rule.pattern, rule.flags)))


@pytest.mark.parametrize(
    ("rule", "stems"),
    [
        (promises._TELL, promises.STEMS),
        (promises._SEND, promises.STEMS),
        (quiet._QUIET, quiet.STEMS),
    ],
    ids=["tells", "sends", "quiet"],
)
def test_every_way_to_say_it_needs_a_word_that_is_asked_for(
    rule: re.Pattern[str], stems: tuple[str, ...]
) -> None:
    said = set(ways(rule))
    assert len(said) > 50
    assert [one for one in said if not any(stem in one.casefold() for stem in stems)] == []


@pytest.mark.parametrize("stem", [*promises.STEMS, *quiet.STEMS])
def test_no_wrapped_line_and_no_database_hides_such_a_word(stem: str) -> None:
    assert stem.isascii() and stem.isalpha() and stem == stem.casefold()


@pytest.mark.parametrize(
    "text",
    [
        "Thank you. I will let\nyou know how it goes.",
        "Thank you. I'll send\r\nyou the drawings.",
        "Danke. Ich sage Ihnen Bescheid, sobald ich mehr\nweiß.",
        "Merci. Je vous\ndirai ce que cela donne.",
    ],
)
def test_a_promise_that_a_mail_program_broke_is_found(text: str) -> None:
    assert promises.promise_in(text)
    assert any(stem in text.casefold() for stem in promises.STEMS)


@pytest.mark.parametrize(
    "text",
    [
        "Please do not contact\nme again.",
        "Please don’t\ncall me.",
        "Please take me\noff your list.",
    ],
)
def test_a_wish_for_quiet_that_a_mail_program_broke_is_found(text: str) -> None:
    assert quiet.asks_for_quiet(text)
    assert any(stem in text.casefold() for stem in quiet.STEMS)


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("I'll let you know how it goes.", True),
        ("If I get it, I'll let you know how it went.", False),
        ("I will send you the drawings.", False),
        ("Shall I let you know how it goes?", False),
    ],
)
def test_a_promise_to_tell_is_a_promise(text: str, tells: bool) -> None:
    """Both questions hear the same sentences; what hangs on an "if" is neither."""
    assert bool(promises.promises_to_tell(text)) is tells
    assert not tells or promises.promise_in(text)
