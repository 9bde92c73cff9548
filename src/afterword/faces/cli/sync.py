"""Reads what is new of every mail account kept in step, newest first; Ctrl-C stops cleanly.

A line that drops is taken up again. A mailbox that was full and is suddenly empty stops and
asks; --go-on says that it is right so.
"""

from __future__ import annotations

import argparse
import json
from typing import Any

EXAMPLE = """examples:
  afterword sync
  afterword sync --json
  afterword sync --thorough     (every folder looked through, even where nothing seems new)
  afterword sync --go-on        (the mailbox is rightly empty; or: try again after a refusal)
"""


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--user", help="only this account")
    parser.add_argument("--thorough", action="store_true", help="look through every folder")
    parser.add_argument("--go-on", action="store_true", help="go on where it stopped to ask")
    parser.add_argument("--json", action="store_true", help="as JSON")


def run(args: argparse.Namespace) -> int:
    from afterword.desk.mail import accounts
    from afterword.errors import AfterwordError, UserError
    from afterword.faces.cli import unlocking
    from afterword.faces.cli.house import open_house

    account = open_house()
    mine = accounts.connections(account.id)
    if args.user:
        mine = [one for one in mine if one.user == args.user]
    if not mine:
        raise UserError("No such account is kept in step.  `afterword sources --add HOST`")
    unlocking.unlock()
    found: list[dict[str, Any]] = []
    for one in mine:
        try:
            came = _sync(one, args)
        except AfterwordError as problem:
            found.append({"user": one.user, "host": one.host, "failed": str(problem)})
        else:
            found.append({"user": one.user, "host": one.host, "failed": "", **came})
    if args.json:
        print(json.dumps(found, ensure_ascii=False, indent=2))
    else:
        for said in found:
            print(f"{said['user']}: {said['failed'] or said['told']}")
    return 1 if any(said["failed"] for said in found) else 0


def _sync(connection: Any, args: argparse.Namespace) -> dict[str, Any]:
    import time

    from afterword.desk.day import at_hand
    from afterword.desk.mail import syncing
    from afterword.faces import clock, errands
    from afterword.faces.cli.progress import Line
    from afterword.faces.cli.take_in import told

    line = Line()
    try:
        came = syncing.sync(
            connection,
            clock=clock.now,
            by=errands.here(),
            pause=time.sleep,
            progress=line,
            thorough=args.thorough,
            go_on=args.go_on,
        )
    finally:
        line.end()
    return {
        "new": came.new,
        "about_jobs": came.kept,
        "broken": came.broken,
        "cases": came.cases,
        "questions": came.questions,
        "stopped": came.stopped,
        "told": told(came, at_hand.asked(connection.account, clock.now())),
    }
