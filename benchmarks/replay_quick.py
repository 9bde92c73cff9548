"""The same year by the rules alone, in seconds: boards and news held straight against the old noes.

    python benchmarks/replay_quick.py [--year NAME] [--misses] [--firm NAME]

For building only: no casebook, no desk, no dates that come (invitations, waits, what was told). The
figures that count are those of `replay.py`, which goes the product's own way.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from datetime import date, datetime, timedelta
from pathlib import Path
from time import process_time
from typing import Any

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "src")]

import replay  # noqa: E402

from afterword.counsel import watching  # noqa: E402
from afterword.counsel.watching.kinship import terms  # noqa: E402
from afterword.counsel.watching.named import number_in  # noqa: E402
from afterword.counsel.watching.sketch import sketch, tongue  # noqa: E402
from afterword.desk.watch.adverts_heard import ByModel, hear_for, heard  # noqa: E402
from afterword.terms import CaseFile, FeedItem, Person, Remark, RemarkKind  # noqa: E402

#: As the desk has it.
ANEW = timedelta(days=7)
SIGNALS = {"reopened", "sibling_role", "growing", "thawing", "shrinking", "news"}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--firm", action="append")
    parser.add_argument("--year", default="")
    args = parser.parse_args()
    replay.choose(args.year)
    searches = json.loads((replay.YEAR / "searches.json").read_text("utf-8"))
    expected = json.loads((replay.YEAR / "expected.json").read_text("utf-8"))
    expected["planted"] = [one for one in expected["planted"] if one["signal"] in SIGNALS]
    began = process_time()
    told = {f: play(f, s) for f, s in searches.items() if not args.firm or f in args.firm}
    replay.report(told, expected, misses=args.misses)
    print(f"{process_time() - began:.0f} s of processor time")
    return 0


def play(name: str, search: dict[str, Any]) -> list[dict[str, Any]]:
    board = replay.Board(replay.YEAR / f"{name}.jsonl")
    first = date.fromisoformat(board.days[0]["day"])
    news = [
        FeedItem(one["id"], one["title"], one["url"], replay.moment(one["at"]), one["text"])
        for one in replay.lines(replay.YEAR / "news" / f"{name}.jsonl")
    ]
    memory, told, found = watching.Memory(), [], []
    judged: datetime | None = None
    towns: set[str] = set()
    before, stormy = "", False
    meaning = ByModel()
    pasts = {case["case"]: past(case, search) for case in search["cases"]}
    for n in range(364):
        day = first + timedelta(days=n)
        now = replay.at(day)
        weather = board.until(day)
        there = repr(board.there)
        if weather != "down" and (there != before or weather or stormy):
            for home in board.homes():
                seen = board.seen(home, now, weather)
                towns |= {place for one in seen.postings for place in one.places}
                memory = watching.look(memory, seen, hear_for(pasts.values(), meaning))
            moved = True
        else:
            moved = judged is None or now - judged >= ANEW or bool(memory.doubt)
            moved = moved or watching.settles(memory, now)
            if moved and weather != "down":
                for home in board.homes():
                    seen = board.seen(home, now, weather)
                    memory = watching.look(memory, seen, hear_for(pasts.values(), meaning))
        before, stormy = there, bool(weather)
        judged = now if moved else judged
        hard = watching.hard_times([one for one in news if one.at and one.at <= now], now)
        house = watching.house_of(memory, meaning, hard=hard) if moved else None
        for case in sorted(search["cases"], key=lambda c: c["verdict_on"], reverse=True):
            if date.fromisoformat(case["verdict_on"]) > day or case.get("no_contact"):
                continue
            old = pasts[case["case"]]
            if moved:
                old = heard(old, memory, meaning)
            signs = list(watching.seen_at(house, old)) if house else []
            items = [one for one in news if one.at and one.at <= now]
            signs += watching.matching(file(case, search, day), items, now, towns)
            for one in watching.worth_telling(signs, told, now):
                told.append(watching.told_of(one))
                found.append(
                    {
                        "day": day,
                        "signal": str(one.signal),
                        "case": one.case,
                        "strength": str(one.strength),
                        "posting": one.posting.id if one.posting else "",
                        "says": one.says,
                    }
                )
    return found


def past(case: dict[str, Any], search: dict[str, Any]) -> watching.Past:
    text = case.get("text_of_posting_then") or ""
    on = date.fromisoformat(case["verdict_on"])
    began = date.fromisoformat(case["applied"]) if case.get("applied") else on - timedelta(days=40)
    return watching.Past(
        case["case"], case["company"], case["role"], replay.at(began),
        replay.at(on) - timedelta(hours=1), case["state"] == "on_hold", sketch(text),
        (case["place"],) if case.get("place") else (), case.get("requisition_then") or number_in(text),
        tongue(text), replay.department(case), "", case["outcome"] == "cancelled", frozenset(replay.countries(search)), text=text, terms=terms(text), told=told(case),
    )  # fmt: skip


def told(case: dict[str, Any]) -> tuple[str, ...]:
    """What they had written and said by the day of the no."""
    said = [
        replay.words_of(said)
        for one in case.get("people", ())
        for said in one.get("said", ())
        if said["on"] <= case["verdict_on"]
    ]
    own = [one["quote"] for one in replay.reasons(case) if one["code"] != "R10"]
    return (*own, *said)


def file(case: dict[str, Any], search: dict[str, Any], day: date) -> CaseFile:
    people = tuple(Person(p["name"], p["name"]) for p in case.get("people", ()))
    remarks = tuple(
        Remark(
            replay.words_of(said), RemarkKind(replay.remark_kind(said)), replay.words_of(said),
            by=p["name"], at=date.fromisoformat(said["on"]),
        )
        for p in case.get("people", ())
        for said in p.get("said", ())
        if date.fromisoformat(said["on"]) <= day
    )  # fmt: skip
    return CaseFile(case["case"], case["company"], case["role"], people=people, remarks=remarks)


if __name__ == "__main__":
    raise SystemExit(main())
