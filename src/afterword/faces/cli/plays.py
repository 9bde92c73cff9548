"""The playbook in force: ours, and your own or your coach's beside them.

--check reads a TOML file and says line by line what cannot be used and what would change; nothing
is kept. --use keeps it, if all of it can be used; --off goes back to ours alone. docs/plays.md
explains the file.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from afterword.errors import UserError

EXAMPLE = """examples:
  afterword plays
  afterword plays --json
  afterword plays --check mine.toml
  afterword plays --use mine.toml
  afterword plays --off
"""


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="as JSON")
    either = parser.add_mutually_exclusive_group()
    either.add_argument(
        "--check", metavar="FILE", help="what this file would change; keeps nothing"
    )
    either.add_argument("--use", metavar="FILE", help="use this file from now on")
    either.add_argument("--off", action="store_true", help="use none but ours from now on")


def run(args: argparse.Namespace) -> int:
    from afterword.faces import clock
    from afterword.faces.cli.house import open_house

    account, now = open_house(), clock.now()
    from afterword.desk.you import playbook

    if args.check:
        return _check(playbook.preview(account.id, _text(args.check), now), as_json=args.json)
    if args.use or args.off:
        changed = playbook.use(account.id, "" if args.off else _text(args.use), now)
        if args.json:
            print(json.dumps([asdict(one) for one in changed], ensure_ascii=False, indent=2))
        else:
            _print_differences(changed)
            print(_used(bool(changed), off=args.off))
        return 0
    own = playbook.own_plays(account.id, now)
    if args.json:
        print(json.dumps(playbook.plays_json(own), ensure_ascii=False, indent=2))
        return 0
    _print(playbook.plays_json(own))
    for play in playbook.left_out(own):
        print(f"left out by you: {play.id}, {play.situation}")
    return 0


def _used(changed: bool, *, off: bool) -> str:
    if off:
        return "Ours alone are in force from now on." if changed else "There were none but ours."
    return "They are used from now on." if changed else "These plays are in force already."


def _text(path: str) -> str:
    try:
        return Path(path).read_text("utf-8")
    except OSError as problem:
        raise UserError(f"{path} cannot be read: {problem.strerror}.") from problem
    except UnicodeDecodeError as problem:
        raise UserError(f"{path} is not written in UTF-8, which TOML needs.") from problem


def _check(found: Any, *, as_json: bool) -> int:
    if as_json:
        print(json.dumps(asdict(found), ensure_ascii=False, indent=2, default=str))
        return 1 if found.faults else 0
    for fault in found.faults:
        print(fault)
    if found.faults:
        print("\nNothing is changed until these lines are mended.")
        return 1
    if not found.differences:
        print("All of it can be used. It changes nothing that is in force now.")
        return 0
    _print_differences(found.differences)
    for one in found.moved:
        print(f"{one.title}\n   now:  {one.was}\n   then: {one.becomes}\n")
    if found.more:
        print(f"and {found.more} more cases.\n")
    print("All of it can be used. Nothing was kept; --use does that.")
    return 0


def _print_differences(changed: Any) -> None:
    from afterword.faces.cli import words

    for one in changed:
        print(f"{one.id}  {one.situation}")
        for says in one.says:
            print(words.wrapped(says))
        print()


def _print(plays: list[dict[str, Any]]) -> None:
    from afterword.faces.cli import words

    for play in plays:
        mark = {"new": "  [your own]", "changed": "  [stricter by you]"}.get(play["own"], "")
        print(f"{play['id']}  {play['situation']}{mark}")
        print(words.wrapped(play["does"]))
        days = [f"business day {play['earliest'] or 0}"]
        if play["latest"] is not None:
            days.append(f"to {play['latest']}")
        when = " ".join(days) if play["earliest"] is not None or play["latest"] is not None else ""
        letters = ", ".join(words.letter(kind) for kind in play["letters"])
        for label, text in (
            ("when", when),
            ("letter", letters),
            ("mind", play["guardrail"]),
            ("stops", play["stop"]),
            ("from", play["source"]),
        ):
            if text:
                print(words.wrapped(f"{label}: {text}"))
        print()
