"""The whole method: each item, what the program does with it, where it lives and where you meet it.

S0 to S4 are the five articles it comes from; P are the plays, G the gates, F and W the factors.
What does not stand yet says so.
"""

from __future__ import annotations

import argparse
import json

from afterword.errors import UserError

EXAMPLE = """examples:
  afterword method
  afterword method S2          one article; P, G, F and W work too
  afterword method --json
"""


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("like", nargs="?", default="", metavar="ID", help="only ids that begin so")
    parser.add_argument("--json", action="store_true", help="as JSON")


def run(args: argparse.Namespace) -> int:
    from afterword.desk.you import method
    from afterword.faces.cli import words

    found = method.rows(args.like)
    if not found:
        raise UserError(
            f"No item begins with “{args.like}”. They run from S0-01 to S4-14, P, G, F, W."
        )
    if args.json:
        print(json.dumps([method.row_to_json(one) for one in found], ensure_ascii=False, indent=2))
        return 0
    for one in found:
        print(words.wrapped(f"{one.id}  {one.says}", ""))
        print(words.wrapped(f"{', '.join(one.ways)}: {one.answer}"))
        if one.is_there:
            print(words.wrapped(f"where you meet it: {one.meets}"))
        else:
            print("   not yet")
        if one.where:
            print(f"   {one.where}")
        print()
    there = sum(one.is_there for one in found)
    many = "items" if len(found) > 1 else "item"
    print(f"{len(found)} {many}; {there} stand, {len(found) - there} not yet.")
    return 0
