"""What your endings can teach: doubts that recur, where it stops, what you would do again.

Nothing here ranks you. What lies in a closed envelope is left out; --json opens it.
"""

from __future__ import annotations

import argparse
import json
from typing import Any

from afterword.faces.cli.days import day

EXAMPLE = """examples:
  afterword looking-back
  afterword looking-back --json --at 2026-03-01
"""
HABITS = {
    "deciders": "find the deciders",
    "problem": "uncover the real problem early",
    "references": "test the references",
    "letters": "write to each person, with proof",
    "targets": "keep other targets alive",
}
CAME = {
    "hired": "hired there",
    "talking": "in talks again",
    "answered": "answered what you wrote",
    "unanswered": "left it unanswered",
    "untouched": "not written to",
    "stopped": "asked for quiet",
}
STAGES = {
    "applied": "after the application",
    "recruiter_screen": "after the first talk",
    "assessment": "after a test or task",
    "hiring_manager_interview": "after the talk with the hiring manager",
    "panel_onsite": "after a panel or a day on site",
    "final_executive": "after the final round",
    "reference_background_check": "after a reference check",
    "verbal_offer": "after an offer by word of mouth",
    "written_offer": "after an offer in writing",
    "accepted": "after you had said yes",
}


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="all of it, as JSON")
    parser.add_argument("--at", type=day, metavar="DATE", help="as it stood at the end of that day")


def run(args: argparse.Namespace) -> int:
    from afterword.faces import clock
    from afterword.faces.cli.house import open_house

    account, now = open_house(), clock.now()
    from afterword.desk.cases import looking_back
    from afterword.desk.cases.looking_back_json import looking_back_json

    if args.json:
        found = looking_back_json(account.id, now, args.at)
        print(json.dumps(found, ensure_ascii=False, indent=2))
        return 0
    _print(looking_back.back(account.id, now, args.at))
    return 0


def _print(found: Any) -> None:
    from afterword.desk.cases.doubting import remedy_of
    from afterword.faces.cli import words

    if not found.over:
        print("Nothing has ended yet, so there is nothing to look back on.")
        return
    if found.offer is not None:
        print(words.wrapped(found.offer.offer.why, "") + "\n")
    if found.doubts:
        print("Doubts that came up more than once")
        for group in found.doubts:
            print(
                words.wrapped(f"“{group.doubts[-1].heard.remark.quote}”  {', '.join(group.firms)}")
            )
            print(words.wrapped(f"> {remedy_of(group).says}", "     "))
        print()
    print("Where it stopped")
    for row in found.stops.rows:
        seat = f"; {row.seat} of them about the seat" if row.seat else ""
        print(words.wrapped(f"{row.ended} of {row.came} {STAGES[row.stage]}{seat}"))
    print(words.wrapped(found.stops.says) + "\n")
    for one in found.habits:
        for says, firms in (("You would again", one.again), ("You will try to", one.next_time)):
            if firms:
                print(words.wrapped(f"{says} {HABITS[one.key]}: {', '.join(firms)}"))
    for one in found.lessons:
        print(words.wrapped(f"“{one.says}”  {one.company}, {words.day(one.on)}"))
    for row in found.advice.rows:
        came = ", ".join(f"{n} {CAME[one]}" for one, n in row.came)
        print(words.wrapped(f"advised {words.BANDS[row.band]}: {row.n}; {came}"))
    for one in found.quality:
        if one.facts:
            print(f"\n{one.key.capitalize()}")
            for fact in one.facts:
                print(words.wrapped(fact))
    if found.sealed:
        print("\nWhat lies in a closed envelope is left out.")
