"""The side of a lost seat nobody noted, and what is nearest of all on a board."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from ears import Ranked

from afterword.counsel.watching import Memory, Past, Told, house_of, look, seen_at, worth_telling
from afterword.counsel.watching.kinship import terms
from afterword.counsel.watching.lost_side import likely_side
from afterword.counsel.watching.said import Said, said
from afterword.counsel.watching.seats import seats_of
from afterword.terms import BoardSeen, Posting, Sighting

START = datetime(2025, 2, 3, 7, tzinfo=UTC)
HOUSE = "Hallaste has built organs since 1874 and teaches everybody who comes, whatever they know. "
TOWERS = (
    "You answer to Dorothea Quill for forty tower clocks, climb ladders in the wind, oil wheels in "
    "winter, lead the storm watch, carry the belfry keys and enter in the spire ledger what each "
    "pendulum did."
)
#: Two adverts of the towers and others of other sides, each in its own words.
BOARD = {
    "Rope Splicer": ("Heights", "Hemp and steel for every bell; you splice, tar and test ropes for Dorothea Quill, enter lengths in the spire ledger and share the storm watch."),
    "Weather Clerk": ("Heights", "Frost and lightning before anybody climbs the ladders in the wind: Dorothea Quill gives out belfry keys by your tower forecast and storm watch."),
    "Glassblower": ("Furnace", "Goblets, lamps and a fire that never sleeps; you blow, cut and polish with two apprentices."),
    "Baker": ("Kitchen", "Bread for the whole house before six, dough by hand, an oven of stone and cakes on Sundays."),
    "Gardener": ("Grounds", "Roses, hedges, a pond with carp and one old mower; you plan beds for the summer visitors."),
    "Bookkeeper": ("Purse", "Invoices, wages, the yearly accounts and letters to the bank, all of it tidy and in time."),
    "Fiddler": ("Evenings", "Dances on Fridays, weddings in June, a repertoire from four parishes, patience with beginners."),
    "Groom": ("Stables", "Four horses, harness and hooves; you muck out, plait manes and drive visitors round the lake."),
    "Printer": ("Press", "Type by hand, posters for every concert, ink under your nails and proofs before breakfast."),
    "Nurse": ("Infirmary", "Bandages, fevers and sprained wrists of pupils; you keep the cupboard and call the doctor."),
    "Cellist": ("Evenings", "Quartets in autumn, a seat in the orchestra and lessons for grown beginners of any age."),
    "Porter": ("Gate", "Letters, lost umbrellas and sixty visitors a day; you greet, point and lock at night."),
    "Painter": ("Walls", "Ceilings and gilded frames; you mix colours yourself and work on scaffolds with the masons."),
}  # fmt: skip
SIGNS = ("growing", "thawing", "shrinking")


def post(title: str, side: str, text: str, **more: object) -> Posting:
    given = {"places": ("Tartu",), **more}
    return Posting("lever", "hallaste", title, title, "Hallaste", department=side, text=HOUSE + text, **given)  # type: ignore[arg-type]  # fmt: skip


THERE = tuple(post(title, side, text) for title, (side, text) in BOARD.items())


def lost(role: str = "Keeper of Clocks", text: str = TOWERS, **more: object) -> Past:
    at = START + timedelta(days=10)
    past = Past("c", "Hallaste", role, at - timedelta(days=60), at, places=("Tartu",), tongue="en")
    whole = HOUSE + text
    return replace(past, text=whole, terms=terms(whole), **more)  # type: ignore[arg-type]


def memory_of(days: dict[int, tuple[Posting, ...]], heard: object = None) -> Memory:
    memory, there = Memory(), ()
    for day in range(max(days) + 1):
        there = days.get(day, there)
        seen = BoardSeen("lever", "hallaste", START + timedelta(days=day), there)
        memory = look(memory, seen, (lambda one, first: one.title) if heard else None)
    return memory


def told(days: dict[int, tuple[Posting, ...]], past: Past, heard: object = None) -> list[Sighting]:
    """All that is told, day by day."""
    memory, known, found, there = Memory(), [], [], ()
    for day in range(max(days) + 1):
        now, there = START + timedelta(days=day), days.get(day, there)
        seen = BoardSeen("lever", "hallaste", now, there)
        memory = look(memory, seen, (lambda one, first: one.title) if heard else None)
        if day < 12 or not {day, day - 1} & set(days):
            continue  # nothing has moved
        house = house_of(memory, heard)  # type: ignore[arg-type]
        for one in worth_telling(seen_at(house, past), known, now):
            known.append(Told(one.key, one.signal, one.at, one.company, one.case))
            found.append(one)
    return found


def moves(found: list[Sighting]) -> list[str]:
    return [str(one.signal) for one in found if one.signal in SIGNS]


# ── which side it was ───────────────────────────────────────────────────────


def test_the_side_is_where_the_adverts_say_what_the_lost_one_said() -> None:
    seats = seats_of(memory_of({0: THERE}))
    assert likely_side(seats, lost())[0] == "Heights"
    # where nothing on the board shares its words, nothing is guessed
    stranger = (
        "Kites, drums, fireworks for the feast of the harbour and a cart drawn by two donkeys."
    )
    assert likely_side(seats, lost(text=stranger)) == ("", 0.0)
    # of one seat a surer side is asked for
    assert likely_side(seats, lost(), by_words=False) == ("", 0.0)


def test_the_lost_advert_put_up_anew_by_another_house_is_no_witness_of_its_side() -> None:
    copied = post("Clockmaster, Narva", "Hallaste Narva", TOWERS)
    after = {0: THERE, 30: (*THERE, copied)}
    assert likely_side(seats_of(memory_of(after)), lost())[0] == "Heights"


PLAN = "The west nave rises this spring and with it come six more people. "
CREW = tuple(
    post(
        title,
        "Heights",
        f"{own}. {PLAN}Dorothea Quill gives you belfry keys, a place in the storm watch and a page in the spire ledger.",
    )
    for title, own in (
        ("Mason of Spires", "You dress limestone, set finials and point the joints"),
        ("Lightning Wright", "You solder copper, drive earth rods and measure ohms"),
        ("Bell Tuner", "You shave bronze on a lathe and listen for the hum"),
    )
)


def test_three_new_desks_on_a_side_nobody_noted_are_growth() -> None:
    days = {0: THERE, **{120 + 4 * n: (*THERE, *CREW[: n + 1]) for n in range(3)}}
    assert moves(told(days, lost())) == ["growing"]
    other = lost(
        text="You knead dough by hand, bread before six, cakes, an oven of stone, on Sundays."
    )
    assert moves(told(days, other)) == []


def test_one_plan_named_in_three_adverts_does_not_make_them_one_desk() -> None:
    shared = PLAN * 3
    crew = tuple(
        post(title, "Heights", f"{own}. {shared}")
        for title, own in (
            ("Spire Mason", "You dress limestone, set finials and point the joints all year"),
            ("Spire Lightning Wright", "You solder copper, drive earth rods and measure ohms"),
            ("Spire Bell Tuner", "You shave bronze on a lathe and listen for the hum"),
        )
    )
    days = {0: THERE, **{120 + 4 * n: (*THERE, *crew[: n + 1]) for n in range(3)}}
    assert moves(told(days, lost(department="Heights"))) == ["growing"]


def test_where_no_board_names_departments_the_side_is_what_reads_like_the_lost_advert() -> None:
    bare = tuple(replace(one, department="") for one in THERE)
    text = "You climb ladders in the wind."
    crew = tuple(replace(one, department="", text=f"{one.text} {text}") for one in CREW)
    days = {0: bare, **{120 + 4 * n: (*bare, *crew[: n + 1]) for n in range(3)}}
    assert moves(told(days, lost())) == ["growing"]
    baker = "You knead dough by hand, bread before six, cakes, an oven of stone, on Sundays."
    assert moves(told(days, lost(text=baker))) == []


# ── a freeze that is over ───────────────────────────────────────────────────


def test_a_freeze_is_over_once() -> None:
    gone = tuple(one for one in THERE if one.department != "Heights")
    days = {0: THERE, 20: gone, 90: (*gone, CREW[0]), 110: gone, 280: (*gone, CREW[1])}
    past = lost(department="Heights", frozen=True)
    assert moves(told(days, past)) == ["thawing"]


def test_who_says_that_the_pause_is_over_needs_no_rate_beside_it() -> None:
    gone = tuple(one for one in THERE if one.department != "Heights")
    again = replace(CREW[0], text=CREW[0].text + " After the hiring freeze we recruit again.")
    for first, signs in ((again, ["thawing"]), (CREW[0], [])):
        days = {0: gone, 110: (*gone, first)}
        assert moves(told(days, lost(department="Heights"))) == signs


def test_the_first_to_open_again_says_that_they_hire_again() -> None:
    assert Said.AGAIN in said("Optician", "", "The lens team is the first to open again.")
    assert Said.AGAIN not in said("Optician", "", "You are the first to open the shop.")


# ── the nearest of all ──────────────────────────────────────────────────────


ANEW = "Forty clocks high in the wind want a warden who keeps pendulum books, greases gears and trains two helpers."


@pytest.mark.parametrize(
    ("near", "place", "signs"),
    [
        # nothing on the board is nearer, in title or in text
        ({"Warden of Hours": 0.2}, "Tartu", ["reopened"]),
        ({"Warden of Hours": 0.2}, "Narva", ["sibling_role"]),
        # another title lies nearer: of two who lead on one side this is kin, and not the lost seat
        ({"Warden of Hours": 0.2, "Painter": 0.3}, "Tartu", ["sibling_role"]),
        # three do: then it is nobody's kin
        ({"Warden of Hours": 0.2, "Painter": 0.3, "Porter": 0.3, "Baker": 0.3}, "Tartu", []),
    ],
)
def test_the_nearest_of_all_on_a_board_is_told_though_it_is_not_near(
    near: dict[str, float], place: str, signs: list[str]
) -> None:
    past = lost("Manager of Clocks", department="Heights", sense="Manager of Clocks")
    new = post("Warden and Manager of Hours", "Heights", ANEW, places=(place,))
    heard = Ranked({new.title if k == "Warden of Hours" else k: v for k, v in near.items()})
    found = told({0: THERE, 40: (*THERE, new)}, past, heard)
    assert [str(one.signal) for one in found if one.posting] == signs


def test_a_title_to_which_many_others_are_nearer_is_told_of_no_kin() -> None:
    """Two texts of one make, and a title to which half the board is nearer."""
    past = lost("Manager of Clocks", department="Heights", sense="Manager of Clocks")
    new = post("Chandler", "Heights", TOWERS.replace("forty", "sixty"), places=("Narva",))
    crowd = tuple(post(f"{one} Hand", "Walls", f"{one} work, all year, indoors.") for one in ["Lime", "Chalk", "Ochre", "Umber", "Sienna", "Madder", "Woad", "Weld", "Indigo", "Lead", "Slate"])  # fmt: skip
    for near, signs in ((0.0, 1), (0.4, 0)):
        heard = Ranked({one.title: near for one in crowd} | {"Chandler": 0.3})
        found = told({0: (*THERE, *crowd), 40: (*THERE, *crowd, new)}, past, heard)
        assert len([one for one in found if one.posting]) == signs
