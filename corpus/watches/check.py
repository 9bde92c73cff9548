"""Is a year whole? Ids, days, and that what is expected exists; prints counts or stops.

python check.py [FOLDER]     the first year, or one of the folders beside it
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent.joinpath(*sys.argv[1:2])
FIRST, LAST = date(2025, 11, 3), date(2026, 11, 1)
BROKEN = {"", "down", "empty", "cut"}
FIELDS = [
    "board",
    "tenant",
    "id",
    "title",
    "company",
    "places",
    "remote",
    "department",
    "contract",
    "requisition",
    "posted",
    "changed",
    "closes",
    "url",
    "text",
]
SIGNALS = {
    "reopened",
    "sibling_role",
    "growing",
    "thawing",
    "shrinking",
    "winner_left",
    "person_moved",
    "invited_date",
    "cooling_over",
    "news",
}


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def year(path: Path) -> dict[str, list[str]]:
    """Plays a board; gives for each id the days on which it appeared and vanished."""
    live: dict[str, dict[str, Any]] = {}
    spans: dict[str, list[str]] = {}
    before = ""
    sizes = []
    for line in rows(path):
        day = line["day"]
        assert before < day and FIRST <= date.fromisoformat(day) <= LAST, (path, day)
        assert line["broken"] in BROKEN, (path, day)
        assert not line["broken"] or not (line["add"] or line["remove"] or line["change"]), (
            path,
            day,
        )
        for gone in line["remove"]:
            del live[gone]
            spans[gone].append(day)
        for posting in line["add"]:
            assert list(posting) == FIELDS, (path, day, posting["id"])
            assert posting["id"] not in spans, (path, day, posting["id"])
            assert (
                posting["title"]
                and posting["text"]
                and posting["places"]
                and ".example/" in posting["url"]
            )
            live[posting["id"]] = posting
            spans[posting["id"]] = [day]
        for change in line["change"]:
            assert len(change) > 1 and set(change) <= set(FIELDS), (path, day, change)
            live[change["id"]].update(change)
        before = day
        sizes.append(len(live))
    print(
        f"{path.stem:22} lines {len(sizes):4}  postings {len(spans):5}  open {min(sizes):3} to {max(sizes):3}"
    )
    return spans


def main() -> None:
    searches = json.loads((HERE / "searches.json").read_text(encoding="utf-8"))
    expected = json.loads((HERE / "expected.json").read_text(encoding="utf-8"))
    boards = {path.stem: year(path) for path in sorted(HERE.glob("*.jsonl"))}
    news = {
        path.stem: {item["id"]: item["at"][:10] for item in rows(path)}
        for path in (HERE / "news").glob("*.jsonl")
    }
    assert set(boards) == set(news) == set(searches)
    cases = {
        firm: {case["case"]: case for case in book["cases"]} for firm, book in searches.items()
    }
    for planted in expected["planted"]:
        firm, day, seat = planted["firm"], planted["day"], planted["posting"]
        assert FIRST.isoformat() <= day <= planted.get("until", day) <= LAST.isoformat(), planted
        assert (
            planted["signal"] in SIGNALS
            and planted["strength"] in {"weak", "strong"}
            and planted["why"]
        ), planted
        for case in {planted["case"], *planted.get("cases", [])}:
            assert cases[firm][case]["verdict_on"] < day and not cases[firm][case]["no_contact"], (
                planted
            )
        assert not seat or boards[firm][seat][0] == day, planted
        for other in planted.get("postings", []):
            assert boards[firm][other][0] <= planted.get("until", day), planted
        assert planted["signal"] != "news" or news[firm][planted["item"]] == day, planted
    for firm, book in searches.items():
        for told in book["told"]:
            assert any(
                (p["firm"], p["day"], p["signal"]) == (firm, told["day"], told["signal"])
                for p in expected["planted"]
            )
        for case in book["cases"]:
            assert not case["posting_then"] or case["posting_then"] in boards[firm], case["case"]
            assert case["applied"] < case["verdict_on"] <= LAST.isoformat()
            assert bool(case["invited"]) == bool(case["invited_on"])
    for fair in expected["accepted"]:
        assert (
            FIRST.isoformat() <= fair["from"] <= fair["to"] <= LAST.isoformat()
            and fair["signal"] in SIGNALS
        ), fair
        assert fair["case"] in cases[fair["firm"]] and fair.get("posting", "") in {
            "",
            *boards[fair["firm"]],
        }, fair
    for trap in expected["traps"]:
        assert FIRST.isoformat() <= trap["from"] <= trap["to"] <= LAST.isoformat(), trap
        assert all(seat in boards[trap["firm"]] for seat in trap.get("postings", [])), trap
        assert all(item in news[trap["firm"]] for item in trap.get("items", [])), trap
    told_seats = {(p["firm"], p["posting"]) for p in expected["planted"] if p["posting"]}
    print(
        "planted", len(expected["planted"]), dict(Counter(p["signal"] for p in expected["planted"]))
    )
    print("traps  ", len(expected["traps"]), "; seats told of", len(told_seats))


if __name__ == "__main__":
    main()
