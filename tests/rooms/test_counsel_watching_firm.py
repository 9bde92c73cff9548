"""Moves of a side of a house: what grows, shrinks and thaws, and all that only looks like it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from math import exp, factorial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.counsel.watching import (
    Memory,
    Past,
    Told,
    from_plain,
    house_of,
    look,
    seen_at,
    to_plain,
    worth_telling,
)
from afterword.counsel.watching.flow import chance_of_more, chance_of_none
from afterword.counsel.watching.lexicon import NO_DESK
from afterword.counsel.watching.seats import Seats
from afterword.counsel.watching.sides import Sides, rests
from afterword.terms import BoardSeen, Posting, Sighting, Strength

#: A day in February: no house rests in the first months from here.
START = datetime(2025, 2, 3, 7, tzinfo=UTC)
WORDS = [
    "kestrel",
    "merlin",
    "hobby",
    "falcon",
    "plover",
    "dunlin",
    "sanderling",
    "turnstone",
    "whimbrel",
    "curlew",
    "godwit",
    "knot",
    "ruff",
    "snipe",
]


def post(title: str, department: str = "Mews", text: str = "", **more: object) -> Posting:
    own = " ".join(f"{title.split()[0].lower()}{word}" for word in WORDS * 3)
    given = {"places": ("Tartu",), "id": f"{department}-{title}", **more}
    return Posting(
        "lever",
        "hallaste",
        str(given.pop("id")),
        title,
        "Hallaste",
        department=department,
        text=text or own,
        **given,
    )  # type: ignore[arg-type]


def bird(n: int) -> str:
    """A name of its own for each number: words alone are compared, figures are not."""
    parts = ("ba", "ke", "li", "mo", "nu", "ra", "se")
    return f"{parts[n % 7]}{parts[n // 7 % 7]}{parts[n // 49]}ling".capitalize()


class Board:
    """Adverts by the days on which they stand, and what a day makes of them."""

    def __init__(self) -> None:
        self.adverts: list[tuple[int, int, Posting]] = []
        self.changes: list[tuple[range, str, str]] = []

    def up(self, since: int, until: int, *posts: Posting) -> Board:
        self.adverts += [(since, until, one) for one in posts]
        return self

    def renamed(self, days: range, old: str, new: str) -> Board:
        self.changes.append((days, old, new))
        return self

    def on(self, day: int) -> tuple[Posting, ...]:
        there = [one for since, until, one in self.adverts if since <= day < until]
        for days, old, new in self.changes:
            if day in days:
                there = [replace(o, department=new) if o.department == old else o for o in there]
        return tuple(there)


def told(board: Board, past: Past, days: int = 300) -> list[tuple[int, str, Strength]]:
    """What is told of moves, day by day."""
    memory, said, found = Memory(), [], []
    for day in range(days):
        now = START + timedelta(days=day)
        memory = look(memory, BoardSeen("lever", "hallaste", now, board.on(day)))
        if memory.last is None or day < 2:
            continue
        for one in worth_telling(seen_at(house_of(memory), past), said, now):
            said.append(Told(one.key, one.signal, one.at, one.company, one.case))
            if one.signal in ("growing", "shrinking", "thawing"):
                found.append((day, str(one.signal), one.strength))
    return found


def lost(ended: int = 10, **more: object) -> Past:
    at = START + timedelta(days=ended)
    given = {"department": "Mews", **more}
    return Past("c", "Hallaste", "Abbot of Ravens", at - timedelta(days=60), at, **given)  # type: ignore[arg-type]


def house() -> Board:
    """Another department, busy and steady: eight desks, one exchanged every three weeks."""
    board = Board()
    for n in range(24):
        board.up(21 * n - 160, 21 * n + 8, post(f"{bird(n)} Thatcher", "Roofs"))
    return board


NEW = [post(f"{name} Keeper") for name in ("Owl", "Rook", "Swan", "Teal", "Wren", "Tern")]


def test_three_new_desks_on_a_side_that_seldom_has_one_are_growth_and_two_are_not() -> None:
    board = house().up(0, 300, post("Crow Keeper"))
    for n in range(3):
        board.up(150 + 5 * n, 300, NEW[n])
    assert told(board, lost()) == [(160, "growing", Strength.STRONG)]
    two = house().up(0, 300, post("Crow Keeper")).up(150, 300, NEW[0]).up(155, 300, NEW[1])
    assert told(two, lost()) == []


def test_what_goes_on_every_month_is_no_growth() -> None:
    board = Board()
    for n in range(36):
        board.up(9 * n - 40, 9 * n + 20, post(f"{bird(n + 100)} Keeper"))
    assert told(board, lost()) == []


def test_growth_of_another_side_is_not_theirs() -> None:
    board = house().up(0, 300, post("Crow Keeper"))
    board.up(150, 300, *[replace(one, department="Moat", id=one.id + "m") for one in NEW[:4]])
    assert told(board, lost()) == []


@pytest.mark.parametrize(
    "titles",
    [
        ("Owl Internship", "Praktikum Rook", "Werkstudent Swan"),
        ("Owl Keeper (Confined Competition)", "Riders' Panel, Rook", "Honorary Lecturer in Swans"),
        ("Volunteer, Owl House", "Owl Keeper for our client in Tallinn", "Call for Speakers: Swans"),
        ("Acting Manager, Owls", "Request for Proposals: Rook Consultant", "Freelance Swan Keeper"),
    ],
)  # fmt: skip
def test_what_seeks_nobody_for_a_desk_is_not_counted(titles: tuple[str, ...]) -> None:
    board = house().up(0, 300, post("Crow Keeper"))
    for n, title in enumerate(titles):
        board.up(150 + n, 300, post(title))
    assert told(board, lost()) == []
    assert told(board, lost(ended=20, frozen=True)) == []


@pytest.mark.parametrize("title", ["Contracting Manager", "Panelbeater", "Client Adviser", "Test Engineer", "Internal Auditor"])  # fmt: skip
def test_what_only_sounds_like_it_is_a_desk(title: str) -> None:
    assert not NO_DESK.search(title)


def test_copies_of_one_desk_are_one() -> None:
    owl = NEW[0]
    board = house().up(0, 300, post("Crow Keeper")).up(150, 300, owl)
    board.up(152, 300, replace(owl, id="b", title="Owl Keeper, 80 per cent", text="other words"))
    board.up(155, 300, replace(owl, id="c", title="Lord of the Night Shift"))
    assert told(board, lost()) == []


def test_a_department_renamed_in_all_its_adverts_stays_the_same_side() -> None:
    board = house().up(0, 300, *NEW[:5]).renamed(range(120, 300), "Mews", "Birds of Prey")
    assert told(board, lost()) == []
    board.adverts = [(s, 200 if p in NEW[:4] else u, p) for s, u, p in board.adverts]
    assert [(s, str(k)) for s, k, _ in told(board, lost())][:1] == [(202, "shrinking")]


def test_one_advert_put_right_joins_no_departments() -> None:
    stray = post("Wren Keeper", "Roofs", id="stray")
    memory = Memory()
    for day in (0, 5, 6):
        there = [*NEW[:3], post("Roof Thatcher", "Roofs"), stray]
        if day > 5:
            there[-1] = replace(stray, department="Mews")
        memory = look(memory, BoardSeen("lever", "hallaste", START + timedelta(days=day), tuple(there)))  # fmt: skip
    sides = Sides(memory, Seats())
    assert sides.of("Mews") != sides.of("Roofs")
    assert from_plain(to_plain(memory)) == memory


def test_departments_that_are_missing_for_days_were_not_dissolved() -> None:
    board = house().up(0, 300, *NEW[:5])
    board.renamed(range(150, 153), "Mews", "").renamed(range(150, 153), "Roofs", "")
    assert told(board, lost()) == []


def test_capitals_and_ands_make_no_other_side() -> None:
    sides = Sides(Memory(), Seats())
    assert sides.of("MEWS & Lofts") == sides.of("Mews and Lofts") == sides.of("mews / lofts")


def test_three_of_five_gone_within_weeks_and_nothing_new_is_shrinking() -> None:
    board = house().up(0, 300, NEW[4], NEW[5])
    for n in range(3):
        board.up(0, 120 + 7 * n, NEW[n])
    assert told(board, lost()) == [(136, "shrinking", Strength.FAIR)]


def test_two_of_three_gone_or_one_that_came_is_not() -> None:
    assert told(house().up(0, 300, NEW[0]).up(0, 120, *NEW[1:3]), lost()) == []
    board = house().up(0, 300, NEW[0], NEW[1]).up(0, 120, *NEW[2:5]).up(118, 300, NEW[5])
    assert told(board, lost()) == []


def test_a_house_at_rest_has_lost_nothing_and_comes_back_as_it_was() -> None:
    """7 to 24 August: all down but a notice, all back under new numbers and from another system's dates."""
    down, back = 185, 202
    assert (START + timedelta(days=down)).date() == date(2025, 8, 7)
    board = Board().up(down, back, post("Betriebsferien: unsere Stellen ab 24. August", ""))
    for n, one in enumerate((*NEW, *[post(f"{bird(n)} Thatcher", "Roofs") for n in range(6)])):
        board.up(0, down, one).up(back, 320, replace(one, id=f"n{n}"))
    for past in (lost(), lost(frozen=True), lost(cancelled=True), lost(department="")):
        assert told(board, past) == []


def test_a_house_that_does_not_wake_is_believed_after_three_weeks() -> None:
    board = Board().up(185, 320, post("Betriebsferien", ""))
    board.up(0, 185, *NEW, *[post(f"{bird(n)} Thatcher", "Roofs") for n in range(6)])
    [(day, signal, _)] = told(board, lost())
    assert signal == "shrinking" and 205 <= day <= 210


def test_weeks_of_rest() -> None:
    days = [
        date(2025, 8, 7),
        date(2025, 12, 24),
        date(2026, 1, 3),
        date(2025, 6, 20),
        date(2025, 11, 3),
    ]
    assert [rests(datetime(d.year, d.month, d.day, tzinfo=UTC)) for d in days] == [True] * 3 + [False] * 2  # fmt: skip


def test_a_neighbours_board_taken_in_over_night_is_no_growth() -> None:
    board = house().up(0, 300, post("Crow Keeper")).up(150, 300, *NEW[:4])
    board.up(150, 300, *[post(f"{bird(n + 200)} Digger", "Roofs") for n in range(5)])
    assert told(board, lost()) == []


def test_the_first_desk_after_a_hold_is_a_thaw_and_strong_after_months() -> None:
    board = house().up(0, 20, post("Crow Keeper")).up(110, 200, NEW[0])
    assert told(board, lost(frozen=True)) == [(110, "thawing", Strength.STRONG)]
    soon = house().up(0, 20, post("Crow Keeper")).up(50, 200, NEW[0])
    assert told(soon, lost(frozen=True)) == [(50, "thawing", Strength.WEAK)]
    assert told(board, lost()) == []  # a small side that never had a stream has not been frozen


def test_a_role_given_up_thaws_where_its_side_was_emptied() -> None:
    board = house().up(0, 12, *NEW[:2]).up(130, 300, NEW[3])
    assert told(board, lost(cancelled=True)) == [(130, "thawing", Strength.STRONG)]
    stands = house().up(0, 300, *NEW[:2]).up(130, 300, NEW[3])
    assert told(stands, lost(cancelled=True)) == []


def test_one_event_has_one_word() -> None:
    """The seat that ended a long pause is told as the thaw it is; two sides move each by itself."""
    from afterword.terms import Seen, Signal

    now = START + timedelta(days=100)
    seen = (Seen("“Owl Keeper” is on their board", now, "Owl Keeper"),)
    seat = Sighting(Signal.SIBLING_ROLE, "s", now, Strength.WEAK, "", seen, "Hallaste", "c")
    thaw = replace(seat, signal=Signal.THAWING, key="thawing:hallaste:mews:2025-05-14", strength=Strength.STRONG)  # fmt: skip
    assert [one.signal for one in worth_telling([seat, thaw], [], now)] == [Signal.THAWING]
    weak = replace(thaw, strength=Strength.WEAK)
    assert [one.signal for one in worth_telling([seat, weak], [], now)] == [Signal.SIBLING_ROLE]
    other = replace(thaw, key="thawing:hallaste:roofs:2025-05-14", case="d")
    assert len(worth_telling([thaw, other], [], now)) == 2
    again = replace(thaw, key="thawing:hallaste:mews:2025-05-13", case="d")
    assert len(worth_telling([thaw, again], [], now)) == 1


@given(st.integers(0, 40), st.integers(0, 40), st.integers(20, 400), st.integers(7, 60))
def test_chance_falls_with_what_is_seen_and_grows_with_what_is_usual(
    seen: int, before: int, watched: int, span: int
) -> None:
    known, within = timedelta(days=watched), timedelta(days=span)
    here = chance_of_more(seen, before, known, within)
    assert 0.0 <= chance_of_more(seen + 1, before, known, within) <= here <= 1.0
    assert here <= chance_of_more(seen, before + 1, known, within) + 1e-9
    assert chance_of_more(0, before, known, within) == 1.0
    none = chance_of_none(before, known, within)
    assert abs(none + chance_of_more(1, before, known, within) - 1.0) < 1e-9


def test_chance_is_poissons_where_the_rate_is_well_known() -> None:
    """Ten thousand desks in as many days: one a day, within five days."""
    days = timedelta(days=10_000)
    poisson = 1 - sum(exp(-5) * 5**n / factorial(n) for n in range(9))
    assert chance_of_more(9, 10_000, days, timedelta(days=5)) == pytest.approx(poisson, rel=0.02)
