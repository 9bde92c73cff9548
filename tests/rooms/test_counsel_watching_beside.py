"""Kin on the lost seat's own side, the same trade in another field, growth, and who is only there for a time."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from ears import Ranked

from afterword.counsel.watching import Memory, Past, Told, house_of, look, seen_at, worth_telling
from afterword.counsel.watching.craft import craft_of, exchanged, of_two_crafts, widened
from afterword.counsel.watching.kinship import terms
from afterword.counsel.watching.lost_side import likely_side
from afterword.counsel.watching.reach import lands_of
from afterword.counsel.watching.said import Said, said
from afterword.counsel.watching.seats import seats_of
from afterword.counsel.watching.sides import is_desk
from afterword.counsel.when import named_day
from afterword.terms import BoardSeen, Posting, Sighting

START = datetime(2025, 2, 3, 7, tzinfo=UTC)
HOUSE = "Hallaste has woven sails since 1811 and lets nobody leave without soup. "
LOST = "You cut jibs and spinnakers from drawings, lead the loft floor at night and argue with skippers about luff curves."
#: The lost work in other words.
ANEW = "Jibs, spinnakers and a loft floor at night: you lead, you argue with skippers over drawings and luff curves."
#: Another field of the trade, in words of its own.
FIELD = (
    "Marquees for weddings: guy ropes, pegs, wet grass, brides and a lorry that must leave by four."
)
OTHERS = {
    "Glassblower": ("Furnace", "Goblets and lamps beside a fire that never sleeps; you blow and polish with two apprentices."),
    "Baker": ("Kitchen", "Bread before six, dough by hand, an oven of stone and cakes on Sundays."),
    "Gardener": ("Grounds", "Roses, hedges, a pond with carp and one old mower; beds for the summer visitors."),
    "Fiddler": ("Evenings", "Dances on Fridays, weddings in June, a repertoire from four parishes."),
    "Groom": ("Stables", "Four horses, harness and hooves; you muck out, plait manes and drive round the lake."),
    "Printer": ("Press", "Type by hand, posters for concerts, ink under your nails, proofs before breakfast."),
    "Nurse": ("Infirmary", "Bandages, fevers, sprained wrists; you keep the cupboard and call the doctor."),
    "Porter": ("Gate", "Letters, lost umbrellas and sixty visitors a day; you greet, point and lock at night."),
}  # fmt: skip


def heard(**near: float) -> Ranked:
    """Blanks of a title are written as underscores."""
    return Ranked({title.replace("_", " "): how for title, how in near.items()})


def post(title: str, side: str, text: str, place: str = "Tartu") -> Posting:
    return Posting(
        "lever", "hallaste", title, title, "Hallaste", (place,), department=side, text=HOUSE + text
    )


BOARD = tuple(post(title, side, text) for title, (side, text) in OTHERS.items())


def lost(role: str, side: str = "Loft", text: str = LOST, **more: object) -> Past:
    at = START + timedelta(days=10)
    past = Past("c", "Hallaste", role, at - timedelta(days=60), at, places=("Tartu",), tongue="en")
    whole = HOUSE + text
    given = {"department": side, "sense": role, "text": whole, "terms": terms(whole), **more}
    return replace(past, **given)  # type: ignore[arg-type]


def told(days: dict[int, tuple[Posting, ...]], past: Past, heard: Ranked | None) -> list[Sighting]:
    """All that is told on the days on which the board moved, and the day after."""
    memory, known, found, there = Memory(), [], [], ()
    for day in range(max(days) + 2):
        now, there = START + timedelta(days=day), days.get(day, there)
        seen = BoardSeen("lever", "hallaste", now, there)
        memory = look(memory, seen, (lambda one, first: one.title) if heard else None)
        if day < 12 or not {day, day - 1} & set(days):
            continue
        for one in worth_telling(seen_at(house_of(memory, heard), past), known, now):
            known.append(Told(one.key, one.signal, one.at, one.company, one.case))
            found.append(one)
    return found


def signs(new: Posting, past: Past, heard: Ranked, there: tuple[Posting, ...] = BOARD) -> list[str]:
    found = told({0: there, 40: (*there, new)}, past, heard)
    return [str(one.signal) for one in found if one.posting]


# ── one side, one family ────────────────────────────────────────────────────


def test_two_fields_of_one_trade_on_one_side_are_siblings_though_their_texts_are_strangers() -> (
    None
):
    past, near = lost("Sailmaker, Jibs"), heard(Sailmaker_for_Tents=0.8)
    title = "Sailmaker for Tents"
    assert signs(post(title, "Loft", FIELD, "Narva"), past, near) == ["sibling_role"]
    # on another side, or with a name that is less near, nothing says so
    assert signs(post(title, "Weddings", FIELD, "Narva"), past, near) == []
    assert signs(post(title, "Loft", FIELD, "Narva"), past, heard(Sailmaker_for_Tents=0.6)) == []


def test_where_three_titles_are_nearer_it_is_not_of_the_family() -> None:
    past = lost("Sailmaker, Jibs")
    near = heard(Sailmaker_for_Tents=0.8, Baker=0.85, Groom=0.85, Nurse=0.85)
    assert signs(post("Sailmaker for Tents", "Loft", FIELD, "Narva"), past, near) == []


def test_kin_of_the_side_is_a_seat_beside_the_lost_one_and_not_the_lost_one() -> None:
    past, near = lost("Sailmaker, Jibs"), heard(Sailmaker_for_Tents=0.8)
    assert signs(post("Sailmaker for Tents", "Loft", FIELD), past, near) == ["sibling_role"]


@pytest.mark.parametrize(
    ("side", "board", "expected"),
    [
        ("Loft", "Loft", ["reopened"]),  # of the lost side, in the lost words
        ("", "Furnace", ["sibling_role"]),  # the same trade in another field: nobody says whose
    ],
)
def test_a_field_exchanged_for_another_is_the_lost_seat_only_on_its_own_side(
    side: str, board: str, expected: list[str]
) -> None:
    past = lost("Sailmaker of Jibs", side)
    new = post("Sailmaker of Awnings", board, ANEW)
    assert signs(new, past, heard(Sailmaker_of_Awnings=0.7)) == expected


def test_a_craft_exchanged_for_another_is_no_field_of_it() -> None:
    past, near = lost("Regatta Sales"), heard(Regatta_Payroll=0.9)
    assert signs(post("Regatta Payroll", "Loft", FIELD, "Narva"), past, near) == []
    assert of_two_crafts(craft_of("Regatta Sales"), craft_of("Regatta Payroll"))
    assert not of_two_crafts(craft_of("Sales, Ropes"), craft_of("Sales of Tar"))


def test_what_a_title_exchanges_and_what_it_adds() -> None:
    kept = craft_of("Sailmaker Jibs")
    assert exchanged(kept, craft_of("Sailmaker Tents"))
    assert not exchanged(kept, craft_of("Sailmaker Jibs and Tents"))
    assert not exchanged(kept, craft_of("Ropewalker"))
    # a leader's seat may grow by a grade with its title, any other keeps its own
    assert widened(craft_of("Regatta Manager"), craft_of("Head of Regatta and Moorings")) is False
    assert widened(craft_of("Regatta Manager"), craft_of("Regatta and Moorings Lead"))
    assert not widened(craft_of("Regatta Clerk"), craft_of("Senior Regatta and Moorings Clerk"))


def test_another_kind_of_work_in_the_same_words_is_no_kin() -> None:
    """The clerk of the loft writes of jibs as well."""
    past, new = lost("Jib Engineer"), post("Jib Clerk", "Loft", ANEW)
    assert signs(new, past, heard(Jib_Clerk=0.66)) == []


@pytest.mark.parametrize("title", ["Assistenz Leitung Segelmacherei", "Executive Assistant to the Head of Sails"])  # fmt: skip
def test_who_assists_a_head_heads_nothing(title: str) -> None:
    craft = craft_of(title)
    assert (craft.work, craft.rank) == ("assistant", 2)


# ── growth ──────────────────────────────────────────────────────────────────

CREW = tuple(
    post(title, "Loft", f"{own}. You answer to Ottilie Reef and share the glue room.")
    for title, own in (
        ("Mast Turner", "You turn spruce on a lathe as long as a street"),
        ("Batten Smith", "You steam ash and bend it over your knee"),
        ("Eyelet Setter", "You punch brass into canvas from dawn"),
    )
)


def test_the_lost_seat_come_back_says_nothing_of_how_often_the_side_seeks_somebody_new() -> None:
    """With one other new desk before, three in three weeks are growth; with two they are not."""
    again = post("Sailmaker, Jibs", "Loft", LOST)
    early = post("Rope Walker", "Loft", "Hemp, tar, a walk of three hundred feet, backwards.")
    late = {200 + 9 * n: (*BOARD, early, *CREW[: n + 1]) for n in range(3)}
    days = {0: BOARD, 50: (*BOARD, early), 60: (*BOARD, early, again), 90: (*BOARD, early), **late}
    found = told(days, lost("Sailmaker, Jibs"), None)
    assert [str(s.signal) for s in found if s.signal in ("growing", "reopened")] == ["reopened", "growing"]  # fmt: skip
    # to somebody else's no the same seat was one more that came
    other = told(days, lost("Keeper of Kites"), None)
    assert [s for s in other if s.signal == "growing"] == []


def test_three_who_say_that_they_are_new_are_growth_though_as_many_went() -> None:
    """What went may have been filled: an advert that is gone is no seat that is gone."""
    old = tuple(post(f"{one} Hand", "Loft", f"{one} " * 9 + "all year.") for one in ("Hemp", "Flax", "Jute"))  # fmt: skip
    bare = {0: (*BOARD, *old)}
    late = {200 + 5 * n: (*BOARD, *old[n + 1 :], *CREW[: n + 1]) for n in range(3)}
    fresh = tuple(replace(one, text=one.text + " This is a newly created seat.") for one in CREW)
    said_so = {200 + 5 * n: (*BOARD, *old[n + 1 :], *fresh[: n + 1]) for n in range(3)}
    for days, expected in ((late, []), (said_so, ["growing"])):
        found = told({**bare, **days}, lost("Keeper of Kites"), None)
        assert [str(one.signal) for one in found if one.signal == "growing"] == expected


def test_a_seat_that_was_held_for_a_time_last_year_may_be_lasting_now() -> None:
    first = replace(post("Mast Turner", "Loft", "Spruce on a lathe as long as a street."), contract="temporary")  # fmt: skip
    again = replace(first, id="anew", contract="permanent", text=first.text + " Ash as well.")
    memory = Memory()
    for day, there in ((0, (*BOARD, first)), (1, BOARD), (60, (*BOARD, again))):
        memory = look(memory, BoardSeen("lever", "hallaste", START + timedelta(days=day), there))
    (seat,) = [one for one in seats_of(memory).all if one.title == "Mast Turner"]
    assert Said.PASSING in seat.said and is_desk(seat)


# ── who is only there for a time, and where ─────────────────────────────────


@pytest.mark.parametrize(
    ("title", "passes"),
    [
        ("Sail Fellow (one year)", True),
        ("Segelmacher (18 Monate)", True),
        ("Voilier (2 ans)", True),
        ("Zeilmaker (een jaar)", True),
        ("Sailmaker (two posts)", False),
    ],
)
def test_a_title_that_bounds_its_seat_in_time(title: str, passes: bool) -> None:
    assert (Said.PASSING in said(title, "", "")) is passes


@pytest.mark.parametrize("title", ["Estágio curricular, Velas", "Sailing Fellowship", "Graduate Fellow, Sails"])  # fmt: skip
def test_places_for_learners_are_no_desks(title: str) -> None:
    assert craft_of(title).kind == "learner"


def test_in_portuguese_too_who_is_responsible_leads() -> None:
    craft = craft_of("Responsável de Velas")
    assert (craft.work, craft.rank) == ("lead", 5)
    assert craft.core == craft_of("Velas").core


@pytest.mark.parametrize(
    ("place", "lands"),
    [
        ("Tallahassee, FL", {"US"}),
        ("Asheville, NC", {"US", "NC"}),  # a state, or an island in the Pacific
        ("Moose Jaw, SK", {"CA", "SK"}),
        ("Lecco, CO", {"US", "CO", "IT"}),
        ("Köln, DE", {"DE"}),  # its town settles it
        ("Elva", set()),
    ],
)
def test_two_letters_behind_a_town_are_all_that_they_may_be(place: str, lands: set[str]) -> None:
    assert lands_of([place]) == lands


def test_a_seat_in_no_land_they_may_work_in_is_not_told_whatever_its_letters_stand_for() -> None:
    new = post("Sailmaker", "Loft", FIELD, "Asheville, NC")
    near = heard(Sailmaker=0.9)
    for allowed, expected in (("IE", []), ("US", ["sibling_role"])):
        past = lost("Sailmaker", may_work_in=frozenset({allowed}))
        assert signs(new, past, near) == expected
    # one of several places is enough
    assert lands_of(["Asheville, NC", "Köln, DE"]) == {"US", "NC", "DE"}
    assert lands_of(["Asheville, NC", "Elva"]) == frozenset()


# ── what they said of the side, and when a wait is over ─────────────────────


def test_who_names_the_unit_has_named_the_side() -> None:
    sides = ("Canvas & Rigging Strategy", "Night Watch")
    there = (*BOARD, post("Chart Reader", sides[0], FIELD), post("Watchman", sides[1], ANEW))
    memory = look(Memory(), BoardSeen("lever", "hallaste", START, there))
    seats = seats_of(memory)
    past = lost("Forecaster", "", "You draw curves.")
    spoken = replace(past, told=("There are no posts in the strategy team before the fair.",))
    assert likely_side(seats, spoken, by_words=False)[0] == sides[0]
    # who only works with a unit is not of it
    with_it = replace(past, told=("You would argue with the strategy team a good deal.",))
    assert likely_side(seats, with_it, by_words=False)[0] == ""


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("in six months", date(2028, 2, 29)),  # the last of a month that has no thirty-first
        ("dentro de tres meses", date(2027, 11, 30)),
        ("over een jaar", date(2028, 8, 31)),
        ("bis zum 5. April 2028 nicht", date(2028, 4, 6)),
        ("not before 5 April 2028", date(2028, 4, 5)),
        ("jusqu'au 3 mai 2028", date(2028, 5, 4)),
        ("vent et år", date(2028, 8, 31)),
        ("om 2 år", date(2029, 8, 31)),
        ("om ett halvår", date(2028, 2, 29)),
        ("om tre måneder", date(2027, 11, 30)),
        ("om två veckor", date(2027, 9, 14)),
        ("daqui a um mês", date(2027, 9, 30)),
        ("dentro de 2 semanas", date(2027, 9, 14)),
        ("tra due settimane", date(2027, 9, 14)),
        ("fra un anno", date(2028, 8, 31)),
        ("in anderthalb Jahren", date(2029, 2, 28)),
        ("in two quarters", date(2028, 2, 29)),
        ("im nächsten Monat", date(2027, 9, 1)),
        ("l'année prochaine", date(2028, 1, 7)),
        ("after March", date(2028, 4, 1)),
        ("in thirty days", date(2027, 9, 30)),
        ("after 180 days", date(2028, 2, 27)),
        # what lies behind, and what only sounds like a length of time
        ("two years ago", None),
        ("you need three years of experience", None),
        ("vor zwei Jahren", None),
        ("hace dos años", None),
        ("the other day", None),
        ("toda a semana", None),
        ("in vår avdelning", None),
    ],
)
def test_months_are_counted_by_the_calendar_and_until_a_day_holds_through_it(
    words: str, day: date | None
) -> None:
    assert named_day(words, date(2027, 8, 31)) == day
