"""Who reaches which company; with FIRM, whom to ask first on the way there, and why.

Only what the casebook itself knows is used: who wrote, when and which way. Nobody who
is left alone is ever named, and each is asked within the caps.
"""

from __future__ import annotations

import argparse
import json
from typing import Any

from afterword.faces.cli.days import day

EXAMPLE = """examples:
  afterword network
  afterword network "Bergholt Sensors"
  afterword network Calderwick --json --at 2026-03-01
"""


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("firm", nargs="?", default="", metavar="FIRM", help="a firm, by its name")
    parser.add_argument("--json", action="store_true", help="as JSON")
    parser.add_argument("--at", type=day, metavar="DATE", help="as it stood at the end of that day")


def run(args: argparse.Namespace) -> int:
    from afterword.faces import clock
    from afterword.faces.cli.house import open_house

    account = open_house().id
    from afterword.desk.people import network, network_json

    now, past = network.moment(account, args.at, clock.now()), args.at is not None
    if args.json:
        found = (
            network_json.reach_json(account, args.firm, now, past=past)
            if args.firm
            else network_json.overview_json(account, now, past=past)
        )
        print(json.dumps(found, ensure_ascii=False, indent=2))
    elif args.firm:
        _reach(network.reach(account, args.firm, now, past=past))
    else:
        _overview(network.overview(account, now, past=past))
    return 0


def _overview(found: Any) -> None:
    from afterword.faces.cli import words

    if not found.firms and not found.private:
        print("Nobody is known yet. Read a mailbox:  afterword import PATH")
        return
    for row in (*found.firms, *found.private):
        alone = " · left alone" if row.stopped else f" · {words.TIES[row.tie]}"
        more = row.near + row.dormant + row.weak - 1
        others = f", and {more} more" if more > 0 else ""
        print(f"{row.name}\n   {row.who_name}{alone}{others}")
    print("\nWhom to ask first:  afterword network FIRM")


def _reach(answer: Any) -> None:
    from afterword.faces.cli import words

    found = answer.reach
    print(f"\n{found.name}\n{words.wrapped(found.says)}\n")
    for number, path in enumerate(found.paths, 1):
        _path(f"{number}. ", path)
    for path in found.resting:
        print(words.wrapped(f"{path.name} rests: {path.wait}"))
    for note in found.notes:
        print(words.wrapped(note))
    if found.vouch:
        print("\nWho could vouch, if they agree")
        for one in found.vouch:
            print(words.wrapped(f"{one.name}: {one.why}"))
    if answer.connectors:
        print("Ask somebody whom they know")
        for path in answer.connectors:
            _path("   ", path)
    if answer.others:
        print("\nOr did you mean " + ", ".join(name for _, name in answer.others) + "?")


def _path(mark: str, path: Any) -> None:
    from afterword.faces.cli import words

    through = f" → {path.to_name}" if path.to_name else ""
    tie = f"  [{words.TIES[path.tie]}]" if path.known else ""
    print(f"{mark}{path.name}{through}{tie}")
    wait = f" Not before {words.day(path.not_before)}." if path.not_before else ""
    for line in (path.relation, path.bond, *path.why, path.ask + wait):
        print(words.wrapped(line))
    print()
