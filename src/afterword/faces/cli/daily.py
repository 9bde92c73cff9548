"""The daily word: reads the mail once, plans the day, and shows one quiet notice. Then it ends.

With --on a timer of this system does so each day while Afterword is closed; --off takes it away.
The notice names no firm and nobody: a screen is seen by others.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

EXAMPLE = """examples:
  afterword daily               (now, once)
  afterword daily --on 7:30     (each day; systemd, launchd or the Task Scheduler)
  afterword daily --off
"""


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--on", metavar="TIME", help="each day at this time, such as 7:30")
    parser.add_argument("--off", action="store_true", help="no longer each day")
    parser.add_argument("--json", action="store_true", help="what it came to, as JSON")


def run(args: argparse.Namespace) -> int:
    from afterword.faces.cli.house import open_house

    account = open_house()
    if args.on or args.off:
        return _wind(args)
    return _now(account.id, as_json=args.json)


def _wind(args: argparse.Namespace) -> int:
    from afterword.config import env
    from afterword.faces import timer
    from afterword.faces.cli import house

    hour, minute = timer.at(args.on) if args.on else (0, 0)
    program = [sys.executable, "-m", "afterword", "daily"]
    database = env.read().database
    given = timer.timer(
        program,
        hour,
        minute,
        home=house.home(),
        user=Path.home(),
        database="" if database == "sqlite" else database,
    )
    left = timer.turn_on(given) if args.on else timer.turn_off(given)
    for path, _ in given.files:
        print(f"{'Written' if args.on else 'Removed'}: {path}")
    if args.on and given.secret:
        print(f"{given.secret} holds the password of the database; only you can read it.")
    if left:
        print("This system did not take it by itself. What remains to be done by hand:")
        print("\n".join(f"  {line}" for line in left))
        return 1
    print(f"Each day at {hour}:{minute:02d}." if args.on else "No longer each day.")
    return 0


def _now(account: object, *, as_json: bool) -> int:
    from afterword.desk.day import daily
    from afterword.faces import clock, errands, timer
    from afterword.faces.cli.unlocking import unlock

    if sys.stdin.isatty():
        unlock()
    word = daily.word(
        account,  # type: ignore[arg-type]
        clock=clock.now,
        by=errands.here(),
        pause=errands.closing.wait,
    )
    failed = (*word.failed, *_backed_up())
    shown = bool(word.says) and timer.notify("Afterword", word.says)
    if as_json:
        said = {"says": word.says, "shown": shown, "due": word.due, "new": word.new,
                "failed": list(failed)}  # fmt: skip
        print(json.dumps(said, ensure_ascii=False, indent=2))
    else:
        print(word.says or "Nothing to do today.")
        for line in failed:
            print(f"  {line}", file=sys.stderr)
    return 1 if failed else 0


def _backed_up() -> tuple[str, ...]:
    """The copy of the day, for who seldom opens the program; why not, where there could be none."""
    from afterword.desk.whole import copying, keeping
    from afterword.errors import UserError
    from afterword.faces import clock
    from afterword.faces.cli import house

    try:
        if copying.is_ours():
            keeping.daily(house.home(), at=clock.now())
    except UserError as problem:
        return (str(problem),)
    return ()
