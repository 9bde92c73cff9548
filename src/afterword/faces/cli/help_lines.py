"""Somebody to call, by country, with the day each number was last checked and a link.

Without --country it is yours, as you said it or by your clock. Where we hold no number it is
findahelpline.com, a directory of most countries.
"""

from __future__ import annotations

import argparse
import json

EXAMPLE = """examples:
  afterword help-lines
  afterword help-lines --country NL
  afterword help-lines --json
"""


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--country", default="", metavar="CC", help="two letters, such as GB")
    parser.add_argument("--json", action="store_true", help="as JSON")


def run(args: argparse.Namespace) -> int:
    from afterword.faces import clock
    from afterword.faces.cli.house import open_house

    account, now = open_house(), clock.now()
    from afterword.desk.you import help_lines

    found = help_lines.help_for(args.country or help_lines.where(account.id, now))
    if args.json:
        print(json.dumps(help_lines.help_json(found), ensure_ascii=False, indent=2))
        return 0
    for one in found.lines:
        when = f", {one.when}" if one.when else ""
        print(f"{one.number}   {one.name}{when}")
        print(f"   {one.link}, looked up on {one.checked:%d %B %Y}")
    if found.emergency:
        print(f"{found.emergency.number}   in danger now")
    print(f"{found.elsewhere}   a directory of helplines in most countries")
    if not found.lines:
        print(f"We hold numbers for: {', '.join(help_lines.COUNTRIES)}")
    return 0
