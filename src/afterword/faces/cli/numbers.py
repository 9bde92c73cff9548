"""How wide the search is spread, how long words take, and what may come of it by a date.

Each number comes with its width, or with the reason why there is none. None is about one firm.
"""

from __future__ import annotations

import argparse
import json
from typing import Any

from afterword.faces.cli.days import day

EXAMPLE = """examples:
  afterword numbers
  afterword numbers --by 2026-06-30     offers by that day
  afterword numbers --at 2026-03-01     as it stood at the end of that day
  afterword numbers --all --json        older searches too
"""
LEGS = {
    "applied": "Applied or approached",
    "talks": "First talks and tests",
    "late": "Late rounds",
    "offer": "An offer",
}
FATES = {
    "live": "open",
    "offer": "on the table",
    "yes": "you said yes",
    "paused": "paused by them",
    "silent": "silent for long",
    "no": "a no",
    "you": "ended by you",
}


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="as JSON")
    parser.add_argument("--at", type=day, metavar="DATE", help="the end of that local day")
    parser.add_argument(
        "--by",
        type=day,
        metavar="DATE",
        help="offers by that day (a week to half a year ahead; default thirteen weeks)",
    )
    parser.add_argument(
        "--all", action="store_true", help="older searches too, not only the last year"
    )


def run(args: argparse.Namespace) -> int:
    from afterword.faces import clock
    from afterword.faces.cli.house import open_house

    account, now = open_house(), clock.now()
    from afterword.desk.day import numbers

    asked = {"at": args.at, "by": args.by, "everything": args.all}
    if args.json:
        found = numbers.numbers_json(account.id, now, **asked)
        print(json.dumps(found, ensure_ascii=False, indent=2, default=str))
        return 0
    _print(numbers.numbers(account.id, now, **asked), numbers)
    return 0


def _print(sheet: Any, desk: Any) -> None:
    from afterword.faces.cli import words

    found = sheet.numbers
    if not found.cases:
        closed = (
            "A process with a closed letter is counted once you open it; there is no other yet."
        )
        print(
            closed if sheet.sealed else "No processes yet. Read a mailbox:  afterword import PATH"
        )
        return
    print(f"\n{words.day(found.today)}\n")
    print(words.wrapped(found.pipeline.why))
    for one in sheet.targets:
        print(f"   · {', '.join(x for x in (one.company, one.role) if x)}: {LEGS[one.leg].lower()}")
    print("\nThe way of your processes")
    for reach in found.flow:
        rest = [f"{n} {_fate(reach.leg, fate)}" for fate, n in reach.fates.items()]
        on = [f"{reach.on} went on"] if reach.on else []
        print(f"   {LEGS[reach.leg]:24}{reach.came:4}   {', '.join(on + rest)}")
    print("\nTime to a word")
    for wait in found.waits:
        print(words.wrapped(f"From {wait.of}: {wait.why}"))
    print("\nHow many more for an even chance of one offer by then")
    print(words.wrapped(found.more.why))
    print(f"\nOffers by {words.day(found.offers.by)}")
    if found.offers.range is not None and found.offers.range.high:
        print(words.wrapped(f"{desk.spoken(found.offers.range)}."))
    print(words.wrapped(found.offers.why))
    if sheet.sealed:
        print(words.wrapped("A process with a closed letter is left out here until you open it."))
    print()


def _fate(leg: str, word: str) -> str:
    return "taken back" if (leg, word) == ("offer", "no") else FATES[word]
