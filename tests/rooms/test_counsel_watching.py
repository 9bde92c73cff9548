"""What moved at a firm: a development year of invented boards, planted signs and the traps beside them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

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
from afterword.counsel.watching.craft import Near, craft_of, near
from afterword.counsel.watching.sketch import alike, sketch
from afterword.terms import BoardSeen, Posting, Sighting, Strength

START = datetime(2025, 1, 1, 6, 0, tzinfo=UTC)
FIRM = "Brackwater Freight moves perishable goods between ports and towns; we offer a bicycle, a pension, thirty days of leave and a kind house."
CRAFT = {
    "Head of Logistics": "You lead forty planners and drivers at three depots, own the transport budget, settle carrier contracts and cut the hours that trailers stand idle at the gates of Rotterdam.",
    "Payroll Specialist": "You run the monthly payroll of six hundred colleagues, check tariffs and allowances, answer their questions and report to the tax office on the tenth of each month.",
    "Backend Engineer": "You write services in Go that route consignments, keep their queues short under load, review code of others and carry the pager one week in six.",
    "Account Manager": "You look after twenty grocers, visit them each quarter, renew their contracts, and bring their complaints to the people who can mend what went wrong.",
    "Quality Manager": "You audit the cold chain by the rules of good distribution practice, trace deviations of temperature and train the depots to prevent them.",
    "Treasury Analyst": "You forecast liquidity across nine currencies, hedge what we owe in zloty and crowns, and explain to the board where the cash of next quarter sits.",
    "Facility Manager": "You keep roofs tight, gates moving and forklifts inspected, and hold the contracts with cleaners, guards and electricians at every site.",
    "Recruiter": "You find drivers and planners, speak with each of them yourself, and keep managers from waiting three weeks before they answer anybody.",
}


def text(title: str) -> str:
    return f"{FIRM} {CRAFT.get(title.split(' (')[0], title * 8)}"


@dataclass
class Board:
    """Adverts by the day they go up and the last day they stand; days of the year from 0."""

    adverts: list[tuple[int, int, Posting]] = field(default_factory=list)
    empty: set[int] = field(default_factory=set)
    down: set[int] = field(default_factory=set)
    cut: set[int] = field(default_factory=set)
    silently_cut: set[int] = field(default_factory=set)

    def up(self, since: int, until: int, title: str, id: str = "", **more: object) -> Board:
        id = id or f"{title}-{since}"
        given = {"text": text(title), "places": ("Rotterdam",), **more}
        board, tenant = (
            str(given.pop("board", "greenhouse")),
            str(given.pop("tenant", "brackwater")),
        )
        self.adverts.append((since, until, Posting(board, tenant, id, title, **given)))  # type: ignore[arg-type]
        return self

    def looks(self, day: int) -> list[BoardSeen]:
        if day in self.down:
            return []
        at = START + timedelta(days=day)
        homes = sorted({(p.board, p.tenant) for since, _, p in self.adverts if since <= day})
        found = []
        for board, tenant in homes:
            there = [p for a, b, p in self.adverts if a <= day <= b and (p.board, p.tenant) == (board, tenant)]  # fmt: skip
            there = [] if day in self.empty else there
            if day in self.cut | self.silently_cut:
                there = there[: len(there) // 3]
            found.append(BoardSeen(board, tenant, at, tuple(there), day not in self.cut))
        return found


def year(board: Board, past: Past, days: int = 365) -> list[tuple[int, Sighting]]:
    """Every sighting with the day on which it was told, day by day, as a morning would."""
    memory, told, found = Memory(), [], []
    for day in range(days):
        looks = board.looks(day)
        for seen in looks:
            memory = from_plain(to_plain(look(memory, seen)))
        if not looks:
            continue
        now = START + timedelta(days=day)
        for one in worth_telling(seen_at(house_of(memory), past), told, now):
            told.append(Told(one.key, one.signal, one.at, one.company, one.case))
            found.append((day, one))
    return found


def lost(role: str = "Head of Logistics", ended: int = 40, **more: object) -> Past:
    at = START + timedelta(days=ended)
    return Past("c", "Brackwater Freight", role, at - timedelta(days=60), at, **more)  # type: ignore[arg-type]


def said(found: list[tuple[int, Sighting]]) -> list[tuple[int, str]]:
    return [(day, str(one.signal)) for day, one in found]


def usual() -> Board:
    """Seats that come and go at their own pace, none of them the user's."""
    return (
        Board()
        .up(0, 200, "Payroll Specialist")
        .up(0, 120, "Backend Engineer")
        .up(0, 364, "Facility Manager")
        .up(90, 150, "Treasury Analyst")
        .up(210, 300, "Recruiter")
    )


# ── what must be seen ───────────────────────────────────────────────────────


def test_a_seat_that_closed_with_the_no_and_comes_again_is_told_the_same_day() -> None:
    board = usual().up(0, 42, "Head of Logistics").up(160, 220, "Head of Logistics (m/w/d)")
    [(day, one)] = year(board, lost())
    assert (day, one.signal, one.strength) == (160, "reopened", Strength.WEAK)
    assert "weak" in one.says and one.posting is not None


def test_a_text_that_was_rewritten_makes_it_strong() -> None:
    other = f"{FIRM} You build a new network of night trains, speak Czech and Polish with the railways, found two hubs from nothing and answer to the owners."
    board = usual().up(0, 42, "Head of Logistics").up(160, 220, "Head of Logistics", text=other)
    [(day, one)] = year(board, lost())
    assert (day, one.signal, one.strength) == (160, "reopened", Strength.STRONG)


def test_small_edits_are_no_new_text() -> None:
    edited = text("Head of Logistics").replace("forty", "forty-two") + " Apply by 3 May 2025."
    board = usual().up(0, 42, "Head of Logistics").up(160, 220, "Head of Logistics", text=edited)
    assert [one.strength for _, one in year(board, lost())] == [Strength.WEAK]


def test_a_seat_the_watch_never_saw_before_counts_when_the_board_was_watched_without_it() -> None:
    board = usual().up(100, 150, "Leiter Logistik (m/w/d)")
    assert said(year(board, lost(ended=20))) == [(100, "reopened")]


def test_a_sibling_is_told_once_though_it_is_shown_in_nine_towns() -> None:
    board = usual()
    for town in ("Ulm", "Kiel", "Hof", "Trier", "Jena", "Essen", "Bonn", "Gera", "Celle"):
        board.up(130, 200, "Deputy Head of Logistics", id=f"d-{town}", places=(town,))
    assert said(year(board, lost())) == [(130, "sibling_role")]


def test_growth_is_counted_in_seats() -> None:
    board = usual()
    for n, title in enumerate(
        ("Account Manager", "Quality Manager", "Driver Trainer", "Customs Clerk")
    ):
        board.up(230 + n, 340, title)
    found = said(year(board, lost()))
    assert [signal for _, signal in found] == ["growing"]
    assert 231 <= found[0][0] <= 234


def test_nine_towns_are_no_growth() -> None:
    board = usual()
    for n in range(9):
        board.up(230, 340, "Account Manager", id=f"am{n}", places=(f"Town{n}",))
    assert year(board, lost()) == []


def test_a_freeze_of_the_board_that_thaws() -> None:
    board = Board()
    for title in ("Payroll Specialist", "Backend Engineer", "Facility Manager", "Recruiter"):
        board.up(0, 90, title)
    board.up(180, 260, "Treasury Analyst").up(181, 260, "Quality Manager")
    assert said(year(board, lost())) == [(97, "shrinking"), (181, "thawing")]


def test_a_role_put_on_hold_and_the_firm_hires_again() -> None:
    board = Board().up(0, 364, "Facility Manager")
    board.up(120, 200, "Quality Manager", department="Safety")
    board.up(150, 200, "Planner of Routes", department="Logistics")
    past = lost(frozen=True, department="Logistics")
    assert said(year(board, past)) == [(150, "thawing")]


def test_growth_of_the_side_one_spoke_with_is_seen_while_the_firm_stands_still() -> None:
    board = Board()
    for n, title in enumerate(CRAFT):
        board.up(0, 364, title, department="Elsewhere", id=f"e{n}")
    for n, title in enumerate(("Route Planner", "Depot Foreman", "Fleet Buyer")):
        board.up(200 + n, 300, title, department="Logistics")
    past = lost(role="Head of Harbours", department="Logistics")
    assert said(year(board, past))[:1] == [(202, "growing")]


def test_a_sibling_in_another_country_is_not_told() -> None:
    board = usual().up(0, 42, "Head of Logistics", places=("Rotterdam, Netherlands",))
    board.up(140, 200, "Senior Head of Logistics, Rail", places=("Lyon, France",))
    assert year(board, lost()) == []


def test_one_seat_in_two_languages_is_not_rewritten() -> None:
    german = f"{FIRM} Sie führen vierzig Disponenten und Fahrer an drei Standorten, verantworten das Budget für den Verkehr und senken mit uns die Stunden, in denen die Auflieger vor den Toren von Rotterdam stehen."
    board = usual().up(0, 42, "Head of Logistics").up(160, 220, "Leitung Logistik (m/w/d)", text=german)  # fmt: skip
    assert [one.strength for _, one in year(board, lost())] == [Strength.WEAK]


def test_shrinking_of_a_board_that_still_shows_some_is_told_at_the_third_look() -> None:
    board = Board()
    for title in CRAFT:
        board.up(0, 364 if title in ("Recruiter", "Facility Manager") else 150, title)
    [(day, one)] = year(board, lost(role="Harbour Pilot"))
    assert (day, one.signal) == (153, "shrinking")


# ── what must be left in peace ──────────────────────────────────────────────


def test_an_advert_put_up_anew_every_month_says_nothing() -> None:
    board = usual()
    for month in range(12):
        board.up(month * 30, month * 30 + 26, "Head of Logistics", id=f"m{month}", posted=date(2025, 1, 1) + timedelta(days=month * 30))  # fmt: skip
    assert year(board, lost(ended=100)) == []


def test_an_advert_left_up_whose_date_jumps_says_nothing() -> None:
    board = usual()
    for month in range(12):
        posted = date(2025, 1, 1) + timedelta(days=month * 30)
        board.up(month * 30, month * 30 + 29, "Head of Logistics", id="one", posted=posted)
    assert year(board, lost()) == []


@pytest.mark.parametrize(
    "title",
    [
        "Head of Sales",
        "Talent Pool Logistics (all genders)",
        "Werkstudent Logistik (m/w/d)",
        "Internship Logistics",
        "Logistics Engineer",
        "Logistics Assistant",
        "Initiativbewerbung Logistik",
    ],
)
def test_what_only_shares_a_word_is_another_craft(title: str) -> None:
    assert year(usual().up(140, 200, title), lost()) == []


def test_a_board_that_moves_to_another_system_in_one_night() -> None:
    board = Board()
    for title in CRAFT:
        stays = 364 if title != "Head of Logistics" else 42
        board.up(0, min(stays, 180), title)
        if stays == 364:
            board.up(181, 364, title, id=f"new-{title}", board="lever", tenant="bw")
    assert year(board, lost()) == []


def test_days_on_which_the_board_is_down_empty_or_cut_short() -> None:
    board = Board(
        down={60, 61, 62, 63},
        empty={100, 150, 151, 152},
        cut={200},
        silently_cut={230, 231},
    )
    for title in CRAFT:
        board.up(0, 364, title)
    assert year(board, lost()) == []


def test_a_board_numbered_anew_in_one_night() -> None:
    board = Board()
    for title in CRAFT:
        board.up(0, 180, title, id=f"a-{title}").up(181, 364, title, id=f"b-{title}")
    assert year(board, lost()) == []


def test_the_same_seat_in_another_town_is_a_sibling_and_not_the_seat() -> None:
    board = usual().up(0, 42, "Head of Logistics").up(160, 220, "Head of Logistics", places=("Tilburg",))  # fmt: skip
    assert said(year(board, lost())) == [(160, "sibling_role")]


def test_nothing_is_said_of_a_first_look_save_what_the_firm_itself_dates() -> None:
    board = usual().up(0, 364, "Head of Logistics", posted=date(2024, 12, 20))
    assert year(board, lost(ended=-200), 30)[0][1].says.count("weak") == 1
    undated = usual().up(0, 364, "Head of Logistics")
    assert year(undated, lost(ended=-200), 30) == []


# ── titles and texts ────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("a", "b", "how"),
    [
        ("Head of Logistics", "Leiterin Logistik (w/m/d)", Near.SAME),
        ("Head of Logistics", "Head of Logistics - remote - Ref. 4711", Near.SAME),
        ("Key Account Manager", "Key Account Manager:in (Vollzeit, unbefristet)", Near.SAME),
        ("Finance Director", "Director of Finance", Near.SAME),
        ("Product Manager", "Product Manager, Payments", Near.SIBLING),
        ("Data Analyst", "Senior Data Analyst", Near.SIBLING),
        ("Data Analyst", "Data Engineer", Near.APART),
        ("Product Manager", "Project Manager", Near.APART),
        ("Product Manager", "Product Marketing Manager", Near.APART),
        ("Account Manager", "Accounting Manager", Near.APART),
        ("Sales Engineer", "Sales Manager", Near.APART),
        ("Head of Quality", "Quality Manager", Near.APART),
    ],
)  # fmt: skip
def test_how_near_two_titles_are(a: str, b: str, how: Near) -> None:
    assert near(craft_of(a), craft_of(b)) is how
    assert near(craft_of(b), craft_of(a)) is how


WORDS = sorted({word for said in CRAFT.values() for word in said.split()})


@given(st.lists(st.sampled_from(WORDS), min_size=60, max_size=200), st.integers(0, 50))  # fmt: skip
def test_a_text_is_wholly_like_itself_and_likeness_has_no_direction(
    words: list[str], drop: int
) -> None:
    a, b = sketch(" ".join(words)), sketch(" ".join(words[drop:]))
    assert alike(a, b) == alike(b, a)
    if (shared := alike(a, a)) is not None:
        assert shared == 1.0


@given(st.integers(0, 364), st.integers(1, 40))
def test_the_same_look_twice_changes_nothing(start: int, n: int) -> None:
    memory = Memory()
    for day in range(start, start + n, 5):
        for seen in usual().looks(day):
            memory = look(memory, seen)
            assert look(memory, seen) == memory
