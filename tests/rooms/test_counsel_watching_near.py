"""Which seats are one, which are neighbours: each rule by titles and boards of its own."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from afterword.counsel.watching import (
    Memory,
    Past,
    each_once,
    house_of,
    look,
    seen_at,
    settles,
    told_of,
    worth_telling,
)
from afterword.counsel.watching.craft import Kind, Near, craft_of, near, widened
from afterword.counsel.watching.reach import country_of, may_work
from afterword.counsel.watching.seats import together
from afterword.counsel.when import named_day
from afterword.terms import BoardSeen, Posting, Sighting, Signal, Strength

START = datetime(2025, 3, 3, 7, tzinfo=UTC)


def post(id: str, title: str, place: str = "Tartu", **more: str) -> Posting:
    return Posting("lever", "hallaste", id, title, "Hallaste", (place,), **more)  # type: ignore[arg-type]


def shown(days: dict[int, tuple[Posting, ...]], past: Past) -> list[Sighting]:
    """What the last of these looks shows; a look a day, the board as it stood since the last named."""
    memory, there = Memory(), ()
    for day in range(max(days) + 1):
        there = days.get(day, there)
        memory = look(memory, BoardSeen("lever", "hallaste", START + timedelta(days=day), there))
    return list(seen_at(house_of(memory), past))


def lost(role: str, **more: object) -> Past:
    began = START - timedelta(days=60)
    past = Past("c", "Hallaste", role, began, START - timedelta(days=20), places=("Tartu",))
    return replace(past, **more)  # type: ignore[arg-type]


OTHER = post("o", "Glassblower")


@pytest.mark.parametrize(
    ("a", "b", "how"),
    [
        # one trade with its field changed
        ("Analista de Riesgo de Crédito", "Analista de Riesgo Fiscal", Near.SIBLING),
        ("Production Quality Engineer", "Production Safety Technician", Near.APART),
        # a calling with its field behind it, with or without a comma
        ("Product Owner, Checkout", "Product Owner Loyalty", Near.SIBLING),
        ("Product Owner, Checkout", "Product Photographer", Near.APART),
        # grades of one field
        ("Lead Hydrologist, Flood Forecasting", "Flood Forecasting Hydrologist", Near.SIBLING),
        ("Head of Quality", "Quality Manager", Near.APART),
        # an officer and an adviser of one subject
        ("Beleidsadviseur Geluidhinder", "Beleidsmedewerker Geluidhinder", Near.SAME),
        # one seat in two languages
        ("Teamleiter Transportplanung", "Teamlead Transport Planning", Near.SAME),
        ("Responsable de Compras", "Responsable Achats", Near.SAME),
        ("Head of Procurement", "Leitung Einkauf (m/w/d)", Near.SAME),
        ("Payroll Specialist North", "Payroll Specialist", Near.SAME),
    ],
)  # fmt: skip
def test_how_near_they_are(a: str, b: str, how: Near) -> None:
    assert near(craft_of(a), craft_of(b)) is how
    assert near(craft_of(b), craft_of(a)) is how


def test_who_leads_a_craft_beside_the_one_who_leads_it_is_a_sibling_in_one_department_only() -> (
    None
):
    a, b = craft_of("Leitung Einkauf Rohstoffe"), craft_of("Leitung Einkauf Verpackung")
    assert near(a, b, beside=True) is Near.SIBLING
    assert near(a, b) is Near.APART


def test_a_title_with_more_to_it_is_the_seat_redrawn_where_its_name_is_its_own() -> None:
    seat = craft_of("Falconry Adviser")
    assert widened(seat, craft_of("Falconry Adviser, Bird Hides"))
    assert not widened(seat, craft_of("Falconry Adviser"))
    assert not widened(seat, craft_of("Senior Falconry Adviser, Bird Hides"))
    # one common trade names hundreds of seats
    assert not widened(craft_of("Payroll Specialist"), craft_of("Payroll Specialist, Textiles"))


def test_a_redrawn_seat_is_open_again_and_strong() -> None:
    wider = post("n", "Falconry Adviser, Bird Hides")
    [one] = shown({0: (OTHER,), 40: (OTHER, wider)}, lost("Falconry Adviser"))
    assert (one.signal, one.strength) == (Signal.REOPENED, Strength.STRONG)


def test_a_wider_seat_beside_the_old_one_is_a_second_seat() -> None:
    old, wider = post("a", "Falconry Adviser"), post("n", "Falconry Adviser, Bird Hides")
    found = shown({0: (OTHER, old), 40: (OTHER, old, wider)}, lost("Falconry Adviser"))
    assert [one.signal for one in found] == [Signal.SIBLING_ROLE]


def test_a_seat_is_told_only_where_one_may_work() -> None:
    days = {0: (OTHER,), 40: (OTHER, post("n", "Senior Falconry Adviser", "Riga, Portugal"))}
    past = lost("Falconry Adviser", places=("Tartu, Finland",))
    assert shown(days, past) == []
    assert shown(days, replace(past, may_work_in=frozenset({"FI"}))) == []
    assert len(shown(days, replace(past, may_work_in=frozenset({"FI", "PT"})))) == 1
    assert may_work("AT", frozenset({"EU"})) and not may_work("CH", frozenset({"EU"}))


def test_a_number_with_another_title_is_a_specification_changed() -> None:
    again = post("n", "Owl Keeper, Night Flights", requisition="H-12")
    [one] = shown({0: (OTHER,), 40: (OTHER, again)}, lost("Owl Keeper", requisition="H-12"))
    assert one.strength is Strength.STRONG


@pytest.mark.parametrize("title", ["Prácticas de verano – Riesgos", "Sustituciones de verano", "Saisonkraft Versand", "Christmas Temp, Toys"])  # fmt: skip
def test_seats_of_a_season_are_no_desks(title: str) -> None:
    assert craft_of(title).kind is Kind.LEARNER


def test_what_is_seasoned_or_named_for_a_park_is_a_seat() -> None:
    assert {craft_of(t).kind for t in ("Seasoned Buyer", "Ferienpark Manager")} == {Kind.SEAT}


FROZEN = {0: (OTHER,), 60: (OTHER, post("n", "Feather Sorter", department="Mews"))}


def test_a_side_that_hired_after_the_freeze_was_not_frozen() -> None:
    past = lost("Falconry Adviser", frozen=True, department="Mews")
    assert [one.signal for one in shown(FROZEN, past)] == [Signal.THAWING]
    early = (OTHER, post("e", "Hood Maker", department="Mews"))
    days = {0: (OTHER,), 10: early, 60: (*early, post("n", "Feather Sorter", department="Mews"))}
    assert shown(days, past) == []


def test_what_was_frozen_last_week_has_not_thawed() -> None:
    past = lost(
        "Falconry Adviser", frozen=True, department="Mews", ended=START + timedelta(days=50)
    )
    assert shown(FROZEN, past) == []


def test_so_much_gone_is_looked_at_again_in_the_next_days_and_then_no_more() -> None:
    seats = tuple(post(f"s{n}", f"{t} Keeper") for n, t in enumerate(("Owl", "Kite", "Crow", "Rook", "Wren", "Swan", "Tern", "Teal", "Dove")))  # fmt: skip
    memory, when = Memory(), {}
    for day in range(40):
        there = seats if day < 20 else seats[:5]
        at = START + timedelta(days=day)
        memory = look(memory, BoardSeen("lever", "hallaste", at, there))
        when[day] = settles(memory, at)
    assert not when[19] and when[20] and when[22] and not when[30]


@pytest.mark.parametrize(
    ("place", "code"),
    [
        ("Kuala Lumpur, Malaysia", "MY"),
        ("Santa Maria, Sal, Cabo Verde", "CV"),
        ("Hamilton, Bermuda", "BM"),
        ("Wien, Österreich", "AT"),
        ("Columbus, OH", "US"),
        ("Berlin, DE", "DE"),  # its town settles what the letters stand for
        ("Dover, DE", ""),  # a state there, a country here: nobody can say
        ("Brisbane campus, Queensland", "AU"),
    ],
)
def test_a_country_is_known_by_its_printed_name(place: str, code: str) -> None:
    assert country_of((place,)) == code


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [
        ("Mackay campus, Queensland", "Mackay", True),
        ("Site de Lyon", "Lyon", True),
        ("York", "New York", True),  # too generous, and harmless: the titles must be near as well
        ("Mackay", "Brisbane", False),
    ],
)
def test_a_campus_of_a_town_is_that_town(a: str, b: str, one: bool) -> None:
    assert together((a,), (b,)) is one


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Check back with us in the second quarter", date(2026, 4, 1)),
        ("im dritten Quartal gern wieder", date(2026, 7, 1)),
        (
            "after Easter, please",
            date(2026, 4, 7),
        ),  # Easter Sunday is 5 April 2026, its Monday the 6th
        ("nach Ostern", date(2026, 4, 7)),
        ("write to us again in October 2027", date(2027, 10, 1)),
        ("You may write to us in March", date(2026, 3, 1)),
        ("Schreiben Sie uns Mitte Mai", date(2026, 5, 14)),
        ("ci risentiamo a metà aprile", date(2026, 4, 14)),
        ("a mediados de noviembre", date(2025, 11, 14)),
        ("em meados de janeiro", date(2026, 1, 14)),
        ("from 30 June on", date(2026, 6, 30)),
        ("not until 2026-03-18", date(2026, 3, 18)),
        ("bis 18.3.2026", date(2026, 3, 19)),  # over when that day is
    ],
)
def test_a_quarter_and_a_feast_are_named_days(words: str, day: date) -> None:
    assert named_day(words, date(2025, 10, 9)) == day


def test_one_advert_is_told_once_for_two_noes() -> None:
    there = {0: (OTHER,), 30: (OTHER, post("n", "Senior Baker"))}
    first = shown(there, lost("Baker"))
    assert [one.signal for one in first] == [Signal.SIBLING_ROLE]
    other = [replace(one, case="d", key="sibling_role:d") for one in first]
    now = START + timedelta(days=30)
    assert worth_telling(other, [], now)
    assert not worth_telling(other, [told_of(one) for one in first], now)


def test_an_advert_that_is_one_noes_own_seat_is_not_anothers_sibling() -> None:
    (sibling,) = shown({0: (OTHER,), 30: (OTHER, post("n", "Senior Baker"))}, lost("Baker"))
    again = replace(sibling, signal=Signal.REOPENED, case="d")
    assert each_once([("a", (sibling,)), ("a", (again,))]) == [(), (again,)]
    # of another firm, or without the other no, it stays
    assert each_once([("a", (sibling,)), ("b", (again,))]) == [(sibling,), (again,)]
    assert each_once([("a", (sibling,))]) == [(sibling,)]
