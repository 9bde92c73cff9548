"""Round a talk: what is still worth asking, softly first; the notes after it; your plan for a no.

Questions whose answer stands on the case are left out. The plan is yours to write:
--if-no keeps it, in your own words, before they answer.
"""

from __future__ import annotations

import argparse
import json

from afterword.faces.cli.days import day

EXAMPLE = """examples:
  afterword talk --case 01a2...
  afterword talk --case 01a2... --json
  afterword talk --case 01a2... --if-no "I walk by the river, and on Monday I write to Northgate"
"""


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--case", required=True, metavar="ID", help="from `afterword cases`")
    parser.add_argument("--if-no", metavar="WORDS", help="what you will do if it is a no")
    parser.add_argument("--json", action="store_true", help="as JSON")
    parser.add_argument("--at", type=day, metavar="DATE", help="as it stood at the end of that day")


def run(args: argparse.Namespace) -> int:
    from afterword.faces import clock
    from afterword.faces.cli.house import open_house

    account, now = open_house(), clock.now()
    from afterword.casebook.looking_back import IfThen
    from afterword.desk import morning
    from afterword.desk.cases import talking
    from afterword.faces.cli import words
    from afterword.faces.cli.letter import _case

    case = _case(account.id, args.case)
    if args.if_no:
        IfThen.write(case=case, then=args.if_no, at=now)
        morning.plan_case(case, now)
    found = talking.round_a_talk(case, now)
    if args.at:
        found = talking.on_day(case, args.at, now, clock.zone())
    if args.json:
        print(json.dumps(talking.talking_json(case, found), ensure_ascii=False, indent=2))
        return 0
    print(case)
    if found.ahead is not None:
        print(f"   the talk: {words.day(found.ahead.at, clock.zone())}")
    for one in found.asks:
        mark = "" if one.soft else "plainer, if they invite it: "
        print(words.wrapped(f"{mark}“{one.text}”"))
        print(words.wrapped(one.why, "      "))
    for line in found.manner if found.asks else ():
        print(words.wrapped(line))
    if found.to_note is not None:
        print(words.wrapped("The last talk has no notes yet; ten minutes now are worth a lot."))
    if found.plan is not None:
        print(words.wrapped(f"If it is a no, then I will: {found.plan.then}"))
    elif found.plan_is_due:
        print(words.wrapped('Before they answer: --if-no "…" keeps your plan, for you alone.'))
    if not (found.asks or found.to_note or found.plan or found.plan_is_due):
        print("   no talk ahead, and nothing to note down.")
    return 0
