"""Copies the casebook to a dated file and checks the copy. Safe while Afterword runs.

One is made each day by itself: seven days are kept, then one a week for four weeks.
"""

from __future__ import annotations

import argparse
from pathlib import Path

EXAMPLE = """examples:
  afterword backup
  afterword backup --to /media/stick
  afterword backup --list
"""


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--to", metavar="FOLDER", help="where (default: backups/ in the home)")
    parser.add_argument("--list", action="store_true", help="which backups there are")


def run(args: argparse.Namespace) -> int:
    from afterword.faces import clock
    from afterword.faces.cli import house

    house.open_house()
    from afterword.desk.whole import keeping

    if args.list:
        for one in keeping.copies(house.home()):
            seen = f"checked {one.checked_at:%Y-%m-%d %H:%M}" if one.checked_at else "not checked"
            print(f"{one.path}  {one.size / 1e6:.1f} MB  {seen}")
        return 0
    to = Path(args.to).expanduser() if args.to else None
    print(f"Backed up to {keeping.backup(house.home(), at=clock.now(), to=to)}")
    return 0
