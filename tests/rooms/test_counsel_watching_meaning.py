"""What the watch does with a likeness of sense, whoever hears it: here a list of what is alike."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from afterword.counsel.watching import Memory, Past, from_plain, house_of, look, seen_at, to_plain
from afterword.terms import BoardSeen, Posting, Sighting, Signal, Strength

START = datetime(2025, 3, 3, 7, tzinfo=UTC)


class Listed:
    """A reader for whom the sense is the title, and what is alike stands in a list."""

    def __init__(self, alike: dict[str, tuple[float, float]], closed: frozenset[str] = frozenset()) -> None:  # fmt: skip
        self.alike, self.closed = alike, closed
        self.asked: list[str] = []

    def sense(self, title: str) -> str:
        self.asked.append(title)
        return title

    def is_known(self, one: str) -> bool:
        return bool(one)

    def likeness(self, one: str, other: str) -> tuple[float, float]:
        return (0.9, 0.05) if one == other else self.alike.get(other, (0.0, 0.0))

    def is_open(self, one: str) -> float:
        return 0.1 if one in self.closed else 0.99


def post(id: str, title: str, place: str = "Tartu", department: str = "Rota") -> Posting:
    return Posting("lever", "hallaste", id, title, "Hallaste", (place,), department=department)


def lost(role: str = "Dispatcher", **more: object) -> Past:
    began = START - timedelta(days=60)
    return Past("c", "Hallaste", role, began, START - timedelta(days=20), places=("Tartu",), department="Rota", sense=role, **more)  # type: ignore[arg-type]  # fmt: skip


def shown(new: Posting, heard: Listed, past: Past | None = None) -> list[Sighting]:
    """What shows when this advert is put up after three weeks of others."""
    memory = Memory()
    other = post("o", "Glassblower", department="Furnace")
    for day in range(25):
        there = (other, new) if day >= 22 else (other,)
        seen = BoardSeen("lever", "hallaste", START + timedelta(days=day), there)
        memory = look(memory, seen, lambda one, first: "" if first else heard.sense(one.title))  # fmt: skip
    assert from_plain(to_plain(memory)) == memory
    return list(seen_at(house_of(memory, heard), past or lost()))


def signals(found: list[Sighting]) -> set[Signal]:
    return {one.signal for one in found}


def test_work_that_is_alike_only_in_sense_is_told_as_a_sibling() -> None:
    heard = Listed({"Yard Movements Lead": (0.3, 0.69)})
    (one,) = shown(post("n", "Yard Movements Lead"), heard)
    assert (one.signal, one.strength) == (Signal.SIBLING_ROLE, Strength.WEAK)


@pytest.mark.parametrize("share", [0.0, 0.4, 0.7])
def test_what_is_hardly_alike_is_not_told(share: float) -> None:
    heard = Listed({"Yard Movements Lead": (0.0, share)})
    assert not shown(post("n", "Yard Movements Lead", department="Yard"), heard)


def test_another_craft_in_the_same_words_is_not_told() -> None:
    heard = Listed({"Dispatcher, Parcels Software": (0.02, 0.1)})
    assert not shown(post("n", "Dispatcher, Parcels Software"), heard)
    # without anybody to ask, the words alone speak
    silent = Listed({})
    silent.sense = lambda *_: ""  # type: ignore[method-assign]
    assert signals(shown(post("n", "Dispatcher, Parcels Software"), silent)) == {Signal.REOPENED}


def test_the_lost_work_under_another_name_is_told_as_open_again_and_says_so() -> None:
    heard = Listed({"Traffic Controller": (0.6, 0.35)})
    (one,) = shown(post("n", "Traffic Controller"), heard)
    assert one.signal is Signal.REOPENED
    assert "Traffic Controller" in one.says and "looks as if" in one.says


@pytest.mark.parametrize(
    ("place", "department", "title"),
    [
        ("Pärnu", "Rota", "Traffic Controller"),  # another town
        ("Tartu", "Parcels", "Traffic Controller"),  # another department
        ("Tartu", "Rota", "Senior Traffic Controller"),  # another rank
    ],
)
def test_elsewhere_or_at_another_rank_it_is_a_sibling(place: str, department: str, title: str) -> None:  # fmt: skip
    heard = Listed({title: (0.6, 0.39)})
    assert signals(shown(post("n", title, place, department), heard)) == {Signal.SIBLING_ROLE}


def test_what_seeks_nobody_is_no_seat_whatever_its_title() -> None:
    heard = Listed({}, closed=frozenset({"Dispatcher"}))
    assert not shown(post("n", "Dispatcher"), heard)


def test_each_advert_is_heard_once() -> None:
    heard = Listed({})
    shown(post("n", "Traffic Controller"), heard)
    assert heard.asked == ["Traffic Controller"]


def test_one_search_under_two_titles_is_told_once() -> None:
    heard = Listed({"Yard Controller II": (0.4, 0.595), "Contrôleur de parc II": (0.4, 0.595)})
    memory = Memory()
    other = post("o", "Glassblower", department="Furnace")
    for day in range(30):
        there = [other]
        there += [post("n", "Yard Controller II", department="Yard")] * (day >= 22)
        there += [post("m", "Contrôleur de parc II", department="Yard")] * (day >= 26)
        seen = BoardSeen("lever", "hallaste", START + timedelta(days=day), tuple(there))
        memory = look(memory, seen, lambda one, first: "" if first else one.title)
    found = seen_at(house_of(memory, heard), lost())
    assert [one.signal for one in found] == [Signal.SIBLING_ROLE]
