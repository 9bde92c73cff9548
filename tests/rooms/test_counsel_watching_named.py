"""What an advert names of its seat, and which side of the house a lost seat was of."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from afterword.counsel.watching import Memory, Past, from_plain, house_of, look, seen_at, to_plain
from afterword.counsel.watching.lost_side import likely_side
from afterword.counsel.watching.named import names, once_called
from afterword.counsel.watching.reach import country_of
from afterword.counsel.watching.said import Said, said
from afterword.counsel.watching.seats import seats_of
from afterword.terms import BoardSeen, Posting, Sighting, Signal, Strength

START = datetime(2025, 3, 3, 7, tzinfo=UTC)


@pytest.mark.parametrize(
    ("role", "text"),
    [
        ("Keeper of Clocks", "This post replaces that of Keeper of Clocks, with one room more."),
        ("Keeper of Clocks", "It was advertised in spring as Keeper of Clocks and then put aside."),
        ("Keeper of Clocks", "The role, formerly known as Keeper of Clocks, has grown."),
        ("Leiter Uhrensammlung (m/w/d)", "Die Stelle ersetzt die des Leiters Uhrensammlung."),
        ("Leiter Uhrensammlung", "Sie war im Herbst als Leiter Uhrensammlung ausgeschrieben."),
        ("Conservateur des horloges", "Ce poste remplace celui de conservateur des horloges."),
        ("Encargada de Relojes", "El puesto sustituye al de Encargada de Relojes."),
        ("Curatrice Orologi", "La figura sostituisce quella di Curatrice Orologi."),
        ("Conservator Klokken", "De functie vervangt die van conservator klokken."),
        ("Curador de Relógios", "Este lugar substitui o cargo de Curador de Relógios."),
    ],
)
def test_the_title_a_seat_bore_before_is_read(role: str, text: str) -> None:
    assert names(once_called(text), role)


@pytest.mark.parametrize(
    "text",
    [
        "You have been a Keeper of Clocks before, or wish to become one.",
        "You report to the Keeper of Clocks.",
        "You work beside the Keeper of Clocks and the gardeners.",
        "Sie waren bereits Keeper of Clocks.",
        "The post replaces that of Keeper of Lamps.",
    ],
)
def test_who_is_only_spoken_of_is_not_the_seat(text: str) -> None:
    assert not names(once_called(text), "Keeper of Clocks")


def test_one_word_alone_names_no_seat() -> None:
    assert not names(once_called("The post replaces the former manager."), "Manager")


def post(
    id: str, title: str, department: str = "", text: str = "", place: str = "Tartu"
) -> Posting:
    return Posting(
        "lever", "hallaste", id, title, "Hallaste", (place,), department=department, text=text
    )


def shown(days: dict[int, tuple[Posting, ...]], past: Past) -> list[Sighting]:
    return list(seen_at(house_of(memory_of(days)), past))


def memory_of(days: dict[int, tuple[Posting, ...]]) -> Memory:
    memory, there = Memory(), ()
    for day in range(max(days) + 1):
        there = days.get(day, there)
        memory = look(memory, BoardSeen("lever", "hallaste", START + timedelta(days=day), there))
    return memory


def lost(role: str, **more: object) -> Past:
    began = START - timedelta(days=60)
    past = Past("c", "Hallaste", role, began, START - timedelta(days=20), places=("Tartu",))
    return replace(past, **more)  # type: ignore[arg-type]


OTHER = post("o", "Glassblower")


def test_a_seat_whose_text_names_the_lost_one_is_open_again_whatever_its_title() -> None:
    redrawn = post("n", "Director of Time", text="It replaces that of Keeper of Clocks, and adds the tower. " * 3)  # fmt: skip
    found = shown({0: (OTHER,), 30: (OTHER, redrawn)}, lost("Keeper of Clocks"))
    assert [one.signal for one in found] == [Signal.REOPENED]
    unsaid = replace(redrawn, text="It adds the tower, the bells and the garden. " * 3)
    assert not shown({0: (OTHER,), 30: (OTHER, unsaid)}, lost("Keeper of Clocks"))


def test_what_a_text_names_is_kept_with_the_memory() -> None:
    redrawn = post("n", "Director of Time", text="Kennziffer HA-2024-31. It replaces that of Keeper of Clocks.")  # fmt: skip
    memory = memory_of({0: (OTHER,), 3: (OTHER, redrawn)})
    assert from_plain(to_plain(memory)) == memory
    kept = next(one for one in memory.adverts if one.key.endswith("/n"))
    assert (kept.requisition, kept.once) == ("HA-2024-31", ("Keeper of Clocks",))


SIDES = tuple(
    post(f"s{n}", title, department)
    for n, (title, department) in enumerate(
        [
            ("Painter", "Workshops"),
            ("Cook", "House and Kitchen"),
            ("Bookkeeper", "Purchasing & Stores"),
            ("Fiddler", "Evening Programme"),
            ("Lamp Fitter", "Programme, Narva"),
        ]
    )
)


@pytest.mark.parametrize(
    ("past", "side"),
    [
        # its advert places it
        (lost("Hand", text="Join Evening Programme in Tartu, close to our Workshops."), "Evening Programme"),
        (lost("Hand", text="You join the Workshops, and work with House and Kitchen every day."), "Workshops"),
        # one word alone is also what one works with
        (lost("Hand", text="You write letters, with Workshops listening."), ""),
        # its title says it, the longer name first
        (lost("Head of Purchasing"), "Purchasing & Stores"),
        (lost("Programme Lead, Narva"), "Programme, Narva"),
        (lost("Hand"), ""),
    ],
)  # fmt: skip
def test_the_side_of_a_lost_seat_nobody_noted(past: Past, side: str) -> None:
    assert likely_side(seats_of(memory_of({0: SIDES})), past)[0] == side


def test_a_search_that_says_it_is_a_second_one_is_the_lost_one_where_its_place_and_rank_are() -> (
    None
):
    for text in ("The post is free again after a departure.", "Die Stelle ist wieder zu besetzen."):
        assert Said.BACK in said("Optician", "", text)
    assert Said.BACK not in said("Optician", "", "You grind lenses and look after the shop.")


@pytest.mark.parametrize(
    "text",
    [
        "We are building up the team for two large orders.",
        "It is one of five new posts.",
        "Wir wachsen: von zwölf auf neunzehn Leute.",
        "L'unité passe de dix-huit à trente lits.",
        "Una de las nueve plazas nuevas.",
    ],
)
def test_a_house_that_says_it_grows_is_heard(text: str) -> None:
    assert Said.NEW in said("Optician", "", text)


def test_a_freeze_of_one_house_is_not_over_where_another_one_hires() -> None:
    past = lost("Head of Purchasing", frozen=True)
    others = tuple(post(f"x{n}", f"Smith {n}", "Forge") for n in range(4))
    gone = post("g", "Stock Clerk", "Purchasing & Stores", place="Tartu")
    came = post("c", "Stores Lead", "Purchasing & Stores", text="The freeze is over. " * 3)
    for place, signals in (("Tartu", [Signal.THAWING]), ("Narva", [])):
        back = replace(came, places=(place,))
        found = shown({0: (*others, gone), 10: others, 90: (*others, back)}, past)
        assert [one.signal for one in found] == signals
        assert all(one.strength is Strength.STRONG for one in found)


def test_a_name_two_countries_bear_says_nothing_of_the_country() -> None:
    assert country_of(["Lagos"]) == ""
    assert country_of(["Abuja"]) == "NG"


@pytest.mark.parametrize(
    "contract", ["Tempo indeterminato", "Temps plein", "unbefristet", "Indefinido"]
)
def test_a_lasting_contract_is_not_held_for_a_time(contract: str) -> None:
    assert Said.PASSING not in said("Optician", contract, "")
