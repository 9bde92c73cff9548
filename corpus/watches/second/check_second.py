"""Is the second year whole? The checks of the first, and a few more: `python check_second.py`."""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

import check  # noqa: E402


def main() -> None:
    check.HERE = HERE
    check.main()
    expected = json.loads((HERE / "expected.json").read_text(encoding="utf-8"))
    for path in sorted(HERE.glob("*.jsonl")):
        lines = check.rows(path)
        broken = {line["day"]: line["broken"] for line in lines if line["broken"]}
        open_on: dict[str, tuple[str, str]] = {}
        for line in lines:
            for posting in line["add"]:
                open_on[posting["id"]] = (line["day"], "9999")
            for gone in line["remove"]:
                open_on[gone] = (open_on[gone][0], line["day"])
        for planted in expected["planted"]:
            if planted["firm"] == path.stem:
                assert planted["day"] not in broken, planted
        told: set[tuple[str, str, str]] = set()
        for trap in expected["traps"]:
            if trap["firm"] != path.stem:
                continue
            for seat in trap.get("postings", []):
                start, end = open_on[seat]
                assert start <= trap["to"] and end >= trap["from"], (trap, start, end)
            told.add((trap["from"], trap["to"], trap["what"]))
        print(path.stem, "traps", len(told), "broken", dict(Counter(broken.values())))


if __name__ == "__main__":
    main()
