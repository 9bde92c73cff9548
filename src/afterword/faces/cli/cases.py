"""Where every process stands. An answer you have not opened keeps its seal here; --json does not."""

from __future__ import annotations

import argparse
import json

from afterword.faces.cli.days import day

EXAMPLE = """examples:
  afterword cases
  afterword cases --json --at 2026-03-01
"""


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="every case whole, as JSON")
    parser.add_argument("--at", type=day, metavar="DATE", help="as it stood at the end of that day")


def run(args: argparse.Namespace) -> int:
    from afterword.faces import clock
    from afterword.faces.cli import words
    from afterword.faces.cli.house import open_house

    account, now = open_house(), clock.now()
    from afterword.desk.cases import board

    if args.json:
        print(json.dumps(board.cases_json(account.id, now, args.at), ensure_ascii=False, indent=2))
        return 0
    rows = board.cases(account.id, now, args.at)
    if not rows:
        print("No processes yet. Read a mailbox:  afterword import PATH")
        return 0
    for row in rows:
        title = ", ".join(x for x in (row.role, row.company) if x)
        if row.sealed:
            print(f"{title}\n   a closed envelope; open it when you like")
        else:
            band = f" · {words.BANDS[row.band]}" if row.band in words.BANDS else ""
            print(f"{title}\n   {words.standing(row.state, row.outcome)}{band}")
            if row.says:
                print(words.wrapped(row.says))
        print(f"   {row.id}\n")
    print("1 process." if len(rows) == 1 else f"{len(rows)} processes.")
    return 0
