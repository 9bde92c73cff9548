"""Says what each mail means and shows the words that led to it. Keeps nothing, sends nothing.

PATH is an mbox, a Maildir, a folder of .eml, one .eml or .emlx, or a Google Takeout .mbox or .zip.
With --json one object a mail is printed, a line each.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

EXAMPLE = """examples:
  afterword read inbox.mbox
  afterword read letter.eml --json --me sam@example.org
"""


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", metavar="PATH", help="where the mail lies")
    parser.add_argument("--json", action="store_true", help="one JSON object a line, a mail each")
    parser.add_argument(
        "--me", action="append", default=[], metavar="ADDRESS", help="an address of yours"
    )
    parser.add_argument(
        "--all", action="store_true", help="print mail that is not about jobs too (text output)"
    )


def run(args: argparse.Namespace) -> int:
    from afterword.desk.mail.reading_room import read_paths, reading_json

    me = frozenset(a.strip().lower() for a in args.me)
    shown = hidden = 0
    for reading in read_paths([Path(p) for p in args.paths], me):
        if args.json:
            print(json.dumps(reading_json(reading), ensure_ascii=False))
            continue
        if reading.kind == "not_job" and not args.all and not reading.errors:
            hidden += 1
            continue
        shown += 1
        day = reading.date.strftime("%d %b %Y") if reading.date else "no date"
        subject = reading.text.partition("\n")[0][:70] or "(no subject)"
        print(f"{day:>11}  {reading.kind.replace('_', ' ')} ({reading.certainty})  {subject}")
        about = ", ".join(x for x in (reading.role, reading.company) if x)
        if about:
            print(f"{'':13}{about}")
        for piece in reading.evidence[:2]:
            print(f"{'':13}“{' '.join(piece.text.split())[:96]}”")
        for problem in reading.errors:
            print(f"{'':13}could not be read whole: {problem}")
    if not args.json:
        rest = f", {hidden} not about jobs" if hidden else ""
        print(f"\n{shown} mails{rest}. Nothing was kept.")
    return 0
