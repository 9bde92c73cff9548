"""Every year of boards is whole: its ids, its days, and that what is expected of it exists."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from afterword.terms.watching import Signal

WATCHES = Path(__file__).resolve().parents[2] / "corpus" / "watches"
YEARS = sorted(
    (path.parent for path in WATCHES.rglob("expected.json")), key=lambda one: (one != WATCHES, one)
)
BROKEN = {"", "down", "empty", "cut"}
#: What a posting says of itself in every year; the firm's name may stand with the search instead.
FIELDS = {"id", "title", "places", "department", "posted", "url", "text"}


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


@cache
def spans(board: Path) -> dict[str, list[str]]:
    """Of each advert of this board the day it came and the day it went, played through."""
    live: set[str] = set()
    found: dict[str, list[str]] = {}
    before = ""
    for line in rows(board):
        day = line["day"]
        assert before < day, (board.stem, day)
        assert line["broken"] in BROKEN, (board.stem, day)
        for gone in line["remove"]:
            live.remove(gone)
            found[gone].append(day)
        for posting in line["add"]:
            assert set(posting) >= FIELDS, (board.stem, day, posting["id"])
            assert posting["title"] and posting["text"] and posting["places"], posting["id"]
            assert ".example" in posting["url"], posting["url"]
            assert posting["id"] not in found, (board.stem, day, posting["id"])
            live.add(posting["id"])
            found[posting["id"]] = [day]
        for change in line["change"]:
            assert change["id"] in live and len(change) > 1, (board.stem, day, change)
        before = day
    return found


def of(year: Path, name: str) -> Any:
    return json.loads((year / f"{name}.json").read_text("utf-8"))


@pytest.fixture(params=YEARS, ids=lambda one: "first" if one == WATCHES else one.name)
def year(request: pytest.FixtureRequest) -> Path:
    return Path(request.param)


def test_each_board_can_be_played_and_has_its_news_and_its_search(year: Path) -> None:
    boards = {path.stem for path in year.glob("*.jsonl")}
    assert boards == {path.stem for path in (year / "news").glob("*.jsonl")}
    assert boards == set(of(year, "searches"))
    for board in boards:
        assert spans(year / f"{board}.jsonl")


def test_what_is_planted_happens_and_may_be_told(year: Path) -> None:
    searches = of(year, "searches")
    for planted in of(year, "expected")["planted"]:
        firm, day = planted["firm"], planted["day"]
        board = spans(year / f"{firm}.jsonl")
        cases = {case["case"]: case for case in searches[firm]["cases"]}
        assert planted["signal"] in set(Signal) and planted["why"], planted
        assert planted["strength"] in {"weak", "strong"}, planted
        assert day <= planted.get("until", day), planted
        for key in {planted["case"], *planted.get("cases", [])}:
            assert cases[key]["verdict_on"] <= day, planted
            assert not cases[key].get("no_contact"), planted
        if planted["posting"]:
            assert board[planted["posting"]][0] <= planted.get("until", day), planted
        if planted["signal"] == "news":
            items = {one["id"]: one["at"][:10] for one in rows(year / "news" / f"{firm}.jsonl")}
            told = [items[planted["item"]]] if "item" in planted else list(items.values())
            assert any(at <= day for at in told), planted


def test_what_may_be_told_and_what_may_not_is_there(year: Path) -> None:
    searches, expected = of(year, "searches"), of(year, "expected")
    for fair in expected["accepted"]:
        board = spans(year / f"{fair['firm']}.jsonl")
        assert fair["from"] <= fair["to"] and fair["signal"] in set(Signal), fair
        assert fair["case"] in {case["case"] for case in searches[fair["firm"]]["cases"]}, fair
        assert not fair.get("posting") or fair["posting"] in board, fair
    for trap in expected["traps"]:
        board = spans(year / f"{trap['firm']}.jsonl")
        assert trap["from"] <= trap["to"] and trap["what"] and trap["why"], trap
        assert set(trap.get("postings", [])) <= set(board), trap


def test_what_is_told_of_a_search_can_be(year: Path) -> None:
    for firm, search in of(year, "searches").items():
        board = spans(year / f"{firm}.jsonl")
        for case in search["cases"]:
            assert case["applied"] <= case["verdict_on"], case["case"]
            assert bool(case["invited"]) == bool(case["invited_on"]), case["case"]
            assert not case.get("posting_then") or case["posting_then"] in board, case["case"]
