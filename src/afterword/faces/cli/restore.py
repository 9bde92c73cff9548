"""Goes back to a backup. The casebook of this moment is kept beside the backups first."""

from __future__ import annotations

import argparse
from pathlib import Path

from afterword.errors import UserError

EXAMPLE = """examples:
  afterword restore                 the newest backup
  afterword restore backups/afterword-2026-03-10-081200.sqlite3
"""


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("backup", nargs="?", help="which (default: the newest)")
    parser.add_argument(
        "--another", action="store_true", help="also a backup of another casebook than this one"
    )


def run(args: argparse.Namespace) -> int:
    from afterword.faces import clock
    from afterword.faces.cli import house

    house.open_house()
    from afterword.desk.whole import copying, going_back, keeping

    copying.database(house.home())  # says where its copies are, if not here
    if args.backup:
        wanted = Path(args.backup).expanduser()
    else:
        found = keeping.backups(house.home())
        if not found:
            raise UserError("There is no backup yet. `afterword backup` makes one.")
        wanted = found[0]
    kept = going_back.restore(house.home(), wanted, at=clock.now(), another=args.another)
    print(f"Restored {wanted.name}.")
    if kept:
        print(f"What was there before lies in {kept}.")
    return 0
