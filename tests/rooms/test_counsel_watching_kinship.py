"""What two adverts share of what few others say: it brings a seat home, and parts two of one name."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.counsel.watching import Memory, Past, from_plain, house_of, look, seen_at, to_plain
from afterword.counsel.watching.craft import Near, craft_of, judged
from afterword.counsel.watching.kinship import kinship, terms, weights_of
from afterword.terms import BoardSeen, Posting, Sighting, Signal

START = datetime(2025, 3, 3, 7, tzinfo=UTC)
HOUSE = "Hallaste has built organs since 1874 and teaches everybody who comes. "
CLOCKS = (
    "You keep forty tower clocks running, climb ladders in the wind, oil the wheels in winter, "
    "listen to bells and write down what each pendulum did."
)
#: The same seat in other words.
CLOCKS_ANEW = (
    "Forty tower clocks want somebody who does not mind ladders: you oil wheels, hear the bells "
    "before breakfast and know every pendulum by its name."
)
OTHERS = {
    "Glassblower": "Goblets, lamps and a furnace that never sleeps; you blow, cut and polish glass with two apprentices.",
    "Baker": "Bread for the whole house before six, dough by hand, an oven of stone and cakes on Sundays.",
    "Gardener": "Roses, hedges, a pond with carp and one old lawn mower; you plan the beds for the summer visitors.",
    "Bookkeeper": "Invoices, wages, the yearly accounts and letters to the bank, all of it tidy and in time.",
    "Fiddler": "Dances on Fridays, weddings in June, a repertoire from four parishes and patience with beginners.",
    "Painter": "Walls, ceilings, gilded frames; you mix colours yourself and work on scaffolds with the masons.",
}


def post(id: str, title: str, text: str, side: str = "House") -> Posting:
    return Posting(
        "lever", "hallaste", id, title, "Hallaste", ("Tartu",), department=side, text=HOUSE + text
    )


BOARD = tuple(post(title, title, text) for title, text in OTHERS.items())


def shown(new: Posting, past: Past) -> list[Sighting]:
    memory, there = Memory(), BOARD
    for day in range(31):
        there = (*BOARD, new) if day == 30 else BOARD
        seen = BoardSeen("lever", "hallaste", START + timedelta(days=day), there)
        memory = look(memory, seen, lambda one, first: one.title)
    return list(seen_at(house_of(memory, Deaf()), past))


class Deaf:
    """Hears each title, and finds no two alike but a little."""

    def sense(self, title: str) -> str:
        return title

    def is_known(self, one: str) -> bool:
        return bool(one)

    def likeness(self, one: str, other: str) -> tuple[float, float]:
        return (0.2, 0.2)

    def is_open(self, one: str) -> float:
        return 1.0


def lost(text: str = CLOCKS) -> Past:
    began = START - timedelta(days=60)
    past = Past("c", "Hallaste", "Keeper of Clocks", began, START - timedelta(days=20))
    return replace(
        past, places=("Tartu",), terms=terms(HOUSE + text), tongue="en", department="Towers"
    )


def test_one_work_in_other_words_is_nearer_than_any_other() -> None:
    weights = weights_of([*(terms(HOUSE + text) for text in OTHERS.values()), terms(HOUSE + CLOCKS_ANEW)])  # fmt: skip
    own = kinship(terms(HOUSE + CLOCKS), terms(HOUSE + CLOCKS_ANEW), weights)
    rest = [kinship(terms(HOUSE + CLOCKS), terms(HOUSE + text), weights) for text in OTHERS.values()]  # fmt: skip
    assert own is not None
    assert all(one is not None and own > 3 * one for one in rest)


def test_what_a_firm_says_everywhere_tells_nothing() -> None:
    texts = [terms(HOUSE * 2 + text) for text in OTHERS.values()]
    glass, bread = texts[:2]
    near = kinship(glass, bread, weights_of(texts))
    assert near is not None and near < 0.1


@pytest.mark.parametrize("count", [0, 1, 5])
def test_a_firm_with_few_texts_has_no_words_of_its_own(count: int) -> None:
    texts = [terms(text) for text in list(OTHERS.values())[:count]]
    assert kinship(terms(CLOCKS), terms(CLOCKS_ANEW), weights_of(texts)) is None


@given(st.lists(st.text(max_size=300), max_size=12), st.text(max_size=300), st.text(max_size=300))
def test_nearness_is_one_share_both_ways(texts: list[str], a: str, b: str) -> None:
    weights = weights_of(map(terms, texts))
    there, back = kinship(terms(a), terms(b), weights), kinship(terms(b), terms(a), weights)
    assert there == back
    assert there is None or 0 <= there <= 1 + 1e-9


TITLE = (craft_of("Keeper of Clocks"), craft_of("Friend of Towers"))


@pytest.mark.parametrize(
    ("by_title", "close", "kin", "apart", "how"),
    [
        (Near.APART, 0.65, 0.22, False, Near.SIBLING),  # the texts are of one make
        (Near.APART, 0.3, 0.22, False, Near.APART),  # where the side is not known, titles help
        (Near.APART, 0.3, 0.22, True, Near.APART),  # in another department the titles must say so too
        (Near.APART, 0.9, 0.22, True, Near.SIBLING),
        (Near.SIBLING, 0.95, 0.05, False, Near.APART),  # one name, and strangers by their texts
        (Near.SIBLING, 0.95, None, False, Near.SIBLING),  # a text nobody can compare speaks not
        (Near.APART, 0.3, None, False, Near.APART),
    ],
)  # fmt: skip
def test_texts_are_a_witness_for_and_against(
    by_title: Near, close: float, kin: float | None, apart: bool, how: Near
) -> None:
    assert judged(by_title, close, *TITLE, beside=False, kin=kin, apart=apart) is how


def test_a_seat_in_other_words_under_another_title_is_open_again() -> None:
    found = shown(
        post("n", "Friend of Towers", CLOCKS_ANEW, "Towers"), replace(lost(), sense="Keeper")
    )
    assert [one.signal for one in found if one.posting] == [Signal.REOPENED]
    stranger = (
        "Kites, drums, fireworks for the feast of the harbour and a cart drawn by two donkeys."
    )
    assert not shown(
        post("n", "Friend of Towers", stranger, "Towers"), replace(lost(), sense="Keeper")
    )


def test_the_words_are_kept_with_the_memory() -> None:
    memory = look(Memory(), BoardSeen("lever", "hallaste", START, BOARD))
    assert from_plain(to_plain(memory)) == memory
    assert all(one.lines for one in memory.adverts)


def test_a_memory_from_before_they_were_kept_learns_them_at_its_next_look() -> None:
    seen = BoardSeen("lever", "hallaste", START, BOARD)
    plain = to_plain(look(Memory(), seen))
    for one in plain["adverts"]:
        del one["lines"], one["once"], one["marks"]
    later = replace(seen, at=START + timedelta(days=1))
    assert all(one.lines for one in look(from_plain(plain), later).adverts)
