"""Everything of yours in one zip: records as JSON, mails as .eml, letters as text. No secrets."""

from __future__ import annotations

import argparse
from pathlib import Path

EXAMPLE = """examples:
  afterword export
  afterword export ~/Desktop/my-search.zip
"""


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("path", nargs="?", default=".", help="a file or a folder (default: here)")


def run(args: argparse.Namespace) -> int:
    from afterword.faces import clock
    from afterword.faces.cli.house import open_house

    account = open_house()
    from afterword.desk import archive

    path = archive.pack(account.id, Path(args.path).expanduser(), at=clock.now())
    print(f"Everything is in {path}")
    return 0
