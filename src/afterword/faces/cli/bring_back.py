"""Brings a whole export back into an empty casebook: all of it, or nothing with the reason."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

EXAMPLE = """examples:
  afterword bring-back afterword-2026-03-10.zip
  afterword bring-back afterword-2026-03-10.zip --check     look at it, change nothing
"""


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("archive", help="the zip that `afterword export` wrote")
    parser.add_argument("--check", action="store_true", help="only say whether it is whole")
    parser.add_argument("--json", action="store_true", help="as JSON")


def run(args: argparse.Namespace) -> int:
    from afterword.faces.cli.house import open_house

    account = open_house()
    from afterword.desk.whole import archive

    path = Path(args.archive).expanduser()
    if args.check:
        told = archive.look_at(path)
        state, made_at, records = "whole", told.made_at, told.records
    else:
        back = archive.bring_back(account.id, path)
        state = "here already" if back.again else "brought back"
        made_at, records = back.made_at, back.counts
    count = sum(records.values())
    if args.json:
        held = {name: n for name, n in records.items() if n}
        print(json.dumps({"state": state, "made_at": made_at.isoformat(), "records": held}))
    elif state == "whole":
        print(f"It is whole: {count:,} records, written on {made_at:%d %B %Y}.")
    elif state == "here already":
        print("Everything in it is here already. Nothing was changed.")
    else:
        print(f"Brought back: {count:,} records, as they stood on {made_at:%d %B %Y}.")
        print("Passwords were not in it: give them again where mail is kept in step.")
    return 0
