"""Is the year consistent? Days in order, nothing removed that is not there, nothing expected that does not exist."""

import json
from pathlib import Path

HERE = Path(__file__).parent
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
    "anniversary",
}
FIELDS = {
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
}


def lines(path: Path) -> list[dict]:
    """The objects of a file, one a line."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def replay(firm: str) -> tuple[dict[str, tuple[str, str]], list[int]]:
    """Each posting's first and last day on the board, and how many stood on each day of change."""
    board, stood, sizes, before = {}, {}, [], ""
    for line in lines(HERE / f"{firm}.jsonl"):
        day = line["day"]
        assert before < day and "2026-01-05" <= day <= "2026-12-20", (firm, day)
        assert not line["broken"] or not (line["add"] or line["remove"] or line["change"]), (
            firm,
            day,
        )
        for gone in line["remove"]:
            del board[gone]
            stood[gone] = (stood[gone][0], day)
        for posting in line["add"]:
            assert set(posting) == FIELDS and posting["id"] not in stood, (firm, day, posting["id"])
            assert (posting["posted"] or "") <= day and ".example/" in posting["url"], (
                firm,
                posting["id"],
            )
            board[posting["id"]], stood[posting["id"]] = posting, (day, "9999")
        for change in line["change"]:
            new = {k: v for k, v in change.items() if k not in ("id", "changed")}
            assert new and all(board[change["id"]][k] != v for k, v in new.items()), (
                firm,
                day,
                change["id"],
            )
            board[change["id"]].update(change)
        sizes.append(len(board))
        before = day
    return stood, sizes


def main() -> None:
    """Walk every firm, then everything expected of it."""
    searches = json.loads((HERE / "searches.json").read_text("utf-8"))
    expected = json.loads((HERE / "expected.json").read_text("utf-8"))
    stood = {}
    for firm, held in searches.items():
        stood[firm], sizes = replay(firm)
        told = [item["at"] for item in lines(HERE / "news" / f"{firm}.jsonl")]
        assert told == sorted(told)
        counts = {
            kind: sum(one["firm"] == firm for one in expected[kind])
            for kind in ("planted", "traps", "accepted")
        }
        print(
            f"{firm:12} {min(sizes):3} to {max(sizes):2} seats, {len(told)} news, {len(held['cases'])} cases,",
            counts,
        )
    for one in expected["planted"] + expected["accepted"]:
        first, last = one.get("day") or one["from"], one.get("until") or one.get("to") or one["day"]
        assert (
            "2026-01-05" <= first <= last <= "2026-12-20"
            and one["signal"] in SIGNALS
            and one["why"]
        ), one
        assert one["case"] in {case["case"] for case in searches[one["firm"]]["cases"]}, one
        if one["posting"]:
            came, went = stood[one["firm"]][one["posting"]]
            assert came <= first <= last < went, (one, came, went)
        if "day" in one and one["posting"]:
            assert came == first and one["strength"] in ("weak", "strong"), (one, came)
    for trap in expected["traps"]:
        assert (
            "2026-01-05" <= trap["from"] <= trap["to"] <= "2026-12-20"
            and trap["what"]
            and trap["why"]
        ), trap


if __name__ == "__main__":
    main()
