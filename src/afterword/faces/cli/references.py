"""Who vouches for you on a day: who may be named, who must be told or thanked, and what nobody speaks to.

Nobody is named before they agreed. Nothing here finds out who was asked.
"""

from __future__ import annotations

import argparse
import json
from typing import Any

from afterword.faces.cli.days import day

EXAMPLE = """examples:
  afterword references
  afterword references --json --at 2026-03-01
"""


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="the whole register, as JSON")
    parser.add_argument("--at", type=day, metavar="DATE", help="as it stood at the end of that day")


def run(args: argparse.Namespace) -> int:
    from afterword.faces import clock
    from afterword.faces.cli.house import open_house

    account, now = open_house(), clock.now()
    from afterword.desk.people import references, references_json

    look = references.look(account.id, now, args.at)
    if args.json:
        print(json.dumps(references_json.whole(look), ensure_ascii=False, indent=2))
        return 0
    _print(look)
    return 0


def _print(look: Any) -> None:
    from afterword.faces.cli import words

    if not look.rows:
        print("Nobody is on the register yet. Put people on it on the page References.")
    for row in look.rows:
        who = row.ready.referee
        print(
            f"{who.name}\n   {'may be named' if row.ready.may_be_named else 'not to be named yet'}"
        )
        print(words.wrapped(row.ready.why))
        if who.will_say:
            print(words.wrapped(f"They will say: “{who.will_say}”"))
        if row.too_high:
            print(words.wrapped(f"“{row.too_high}” may sound too good to be believed."))
        print()
    for one in look.rounds:
        lines = [*(f"{due.referee.name}: {due.why}" for due in (*one.due, *one.owed))]
        lines += [_nobody(row) for row in one.doubts if row.nobody]
        if one.unprompted:
            lines.append(f"A reference you could offer: {one.unprompted.why}")
        if lines:
            print(one.process.title)
            for line in lines:
                print(words.wrapped(line))
            print()
    if look.suspicion:
        print("Worth a talk in private")
        print(words.wrapped(look.suspicion.why))
        print()
    for turn in look.turns:
        print(words.wrapped(f"{turn.says} {turn.prompt}"))


def _nobody(row: Any) -> str:
    """A doubt that nobody said they will speak to, and who could, as far as it is known."""
    quote = f"“{row.doubt.quote}”"
    if row.could:
        one, story = row.could[0]
        return f"{quote}: nobody has said they will speak to it. {one.name} saw “{story.title}” and could."
    if row.confirm:
        name, story = row.confirm[0]
        return (
            f"{quote}: your story “{story.title}” names {name}, who can confirm it. Ask them first."
        )
    return f"Nobody vouches against: {quote}"
