"""Everything of yours in one zip: records as JSON, mails as .eml, letters as text. No secrets."""

from __future__ import annotations

import argparse
from pathlib import Path

EXAMPLE = """examples:
  afterword export
  afterword export ~/Desktop/my-search.zip
  afterword export --csv            cases, people, letters and touches as tables
"""


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("path", nargs="?", default=".", help="a file or a folder (default: here)")
    parser.add_argument("--csv", action="store_true", help="only tables for a spreadsheet, zipped")


def run(args: argparse.Namespace) -> int:
    from afterword.faces import clock
    from afterword.faces.cli.house import open_house

    account = open_house()
    from afterword.desk.whole import archive, tables

    to = Path(args.path).expanduser()
    if args.csv:
        print(f"The tables are in {tables.pack(account.id, to, at=clock.now())}")
        return 0
    path = archive.pack(account.id, to, at=clock.now())
    print(f"Everything is in {path}")
    return 0
