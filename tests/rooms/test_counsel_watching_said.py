"""What an advert says of its own seat, and what follows: new desks, seats held for a time, a thaw."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from afterword.counsel.watching import Memory, Past, from_plain, house_of, look, seen_at, to_plain
from afterword.counsel.watching.named import number_in
from afterword.counsel.watching.reach import country_of
from afterword.counsel.watching.said import Said, said
from afterword.terms import BoardSeen, Posting, Sighting, Signal

START = datetime(2025, 3, 3, 7, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "A new post in the eye clinic.",
        "This position is new.",
        "Die Stelle ist neu.",
        "Nieuwe functie in de ploeg.",
        "Création de poste, à pourvoir en mars.",
        "Es un puesto de nueva creación.",
        "Stillingen er nyoprettet.",
        "Tjänsten är nyinrättad.",
        "Criámos esta função no outono.",
    ],
)
def test_a_seat_that_says_it_is_new_is_heard(text: str) -> None:
    assert Said.NEW in said("Optician", "", text)


@pytest.mark.parametrize(
    "text",
    [
        "We open a new plant in May.",
        "You learn the new law on lenses.",
        "In your new role you grind lenses.",
        "Eine neue Maschine steht bereit.",
        "Wij bouwen een nieuwe fabriek.",
    ],
)
def test_new_things_are_no_new_seat(text: str) -> None:
    assert Said.NEW not in said("Optician", "", text)


@pytest.mark.parametrize(
    ("title", "contract", "text"),
    [
        ("Optician (maternity cover)", "", ""),
        ("Optician", "Fixed-term", "A permanent garden surrounds the house."),
        ("Optikerin in Elternzeitvertretung", "", ""),
        ("Optician", "", "A temporary position until June."),
        ("Barselsvikar, optik", "", ""),
    ],
)
def test_a_seat_held_for_a_time_is_heard(title: str, contract: str, text: str) -> None:
    assert Said.PASSING in said(title, contract, text)


@pytest.mark.parametrize(
    "text", ["Unbefristet, ab sofort.", "Permanent; you may stand in as interim head at times.", ""]
)
def test_a_lasting_seat_is_no_passing_one(text: str) -> None:
    assert Said.PASSING not in said("Optician", "", text)


def post(id: str, title: str, department: str = "Lenses", text: str = "") -> Posting:
    return Posting("lever", "hallaste", id, title, "Hallaste", ("Tartu",), department=department, text=text)  # fmt: skip


def watched(days: int, shown: dict[int, list[Posting]]) -> Memory:
    """The memory after so many daily looks; `shown` says what is new on which day and stays."""
    memory, there = Memory(), []
    for day in range(days):
        there += shown.get(day, [])
        memory = look(memory, BoardSeen("lever", "hallaste", START + timedelta(days=day), tuple(there)))  # fmt: skip
    assert from_plain(to_plain(memory)) == memory
    return memory


def lost(**more: object) -> Past:
    ended = START + timedelta(days=10)
    return Past("c", "Hallaste", "Optician", START - timedelta(days=40), ended, places=("Tartu",), department="Lenses", **more)  # type: ignore[arg-type]  # fmt: skip


def found(memory: Memory, past: Past) -> set[Signal]:
    return {one.signal for one in seen_at(house_of(memory), past)}


BUSY = {n: [post(f"b{n}", title)] for n, title in ((5, "Grinder"), (19, "Courier"), (33, "Porter"), (47, "Welder"))}  # fmt: skip
TITLES = ("Colour Chemist", "Frame Modeller", "Vault Keeper")


def test_three_desks_that_say_they_are_new_are_growth_where_three_alone_are_traffic() -> None:
    plain = {60 + n: [post(f"n{n}", title)] for n, title in enumerate(TITLES)}
    new = {60 + n: [post(f"n{n}", t, text="This is a new desk.")] for n, t in enumerate(TITLES)}
    assert Signal.GROWING not in found(watched(64, BUSY | plain), lost())
    assert Signal.GROWING in found(watched(64, BUSY | new), lost())


def test_desks_held_for_a_time_neither_grow_nor_thaw() -> None:
    new = {90 + n: [post(f"n{n}", f"{t} (maternity cover)", text="A new desk.")] for n, t in enumerate(TITLES)}  # fmt: skip
    assert not found(watched(95, new), lost(frozen=True)) & {Signal.GROWING, Signal.THAWING}


def test_two_siblings_of_one_morning_are_two_sightings() -> None:
    new = {30: [post("s", "Senior Optician"), post("t", "Junior Optician")]}
    shown: list[Sighting] = [
        one
        for one in seen_at(house_of(watched(31, {0: [post("x", "Porter")]} | new)), lost())
        if one.signal is Signal.SIBLING_ROLE
    ]
    assert len(shown) == len({one.key for one in shown}) == 2


def test_a_board_numbered_anew_every_night_is_kept_once() -> None:
    titles = ("Optician", "Porter", "Welder", "Grinder")
    memory = Memory()
    for day in range(60):
        there = tuple(post(f"{day}-{n}", title, text=f"{title} of lenses, " * 9) for n, title in enumerate(titles))  # fmt: skip
        memory = look(memory, BoardSeen("lever", "hallaste", START + timedelta(days=day), there))
    # a loss of the whole board is believed after three days, so some nights stand side by side
    assert len(memory.adverts) <= 5 * len(titles)
    assert sum(one.stands for one in memory.adverts) >= len(titles)
    assert not found(memory, lost()) & {Signal.REOPENED, Signal.GROWING, Signal.SHRINKING}
    assert from_plain(to_plain(memory)) == memory


@pytest.mark.parametrize(
    ("place", "country"),
    [
        ("Jakarta", "ID"),
        ("Baton Rouge", "US"),
        ("Roma, Queensland", "AU"),
        ("Springfield", ""),
        ("Greenville, South Carolina", "US"),
    ],
)
def test_a_large_city_names_its_country_where_nothing_else_does(place: str, country: str) -> None:
    assert country_of((place,)) == country


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Kennziffer TM-2025-117.", "TM-2025-117"),
        ("Please quote reference: LM1688H in your mail", "LM1688H"),
        ("Req ID R-24160", "R-24160"),
        ("Réf. : XA-778", "XA-778"),
        ("a job 24/7, our vacancy 2024, with 120 people", ""),
        ("référence 12 ans", ""),
    ],
)
def test_a_pasted_advert_tells_its_number_where_it_announces_one(text: str, number: str) -> None:
    assert number_in(text) == number


def test_who_may_hire_again_says_so() -> None:
    for text in ("Die Dreherei darf wieder einstellen.", "Il reparto torna ad assumere."):
        assert Said.AGAIN in said("A seat", "", text)
