"""What moved at firms that said no: boards, news and days, each with what shows it and how much it carries.

A sign taken from an advert alone is weak and says so. Nothing is looked at that you did not turn on;
`afterword boards` turns boards on and off, --feed reads a firm's news.
"""

from __future__ import annotations

import argparse
import json
from typing import Any

from afterword.faces.cli.days import day

EXAMPLE = """examples:
  afterword watches
  afterword watches --look
  afterword watches --feed https://firm.example/news.rss --company "Firm"
  afterword watches --json --at 2026-03-01
"""


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="all of it, as JSON")
    parser.add_argument(
        "--at",
        type=day,
        metavar="DATE",
        help="as it was told by the end of that day",
    )
    parser.add_argument("--feed", metavar="ADDRESS", help="read a firm's news from now on")
    parser.add_argument("--company", default="", help="whose news it is, with --feed")
    parser.add_argument("--away", metavar="ID", help="put a sign away; it is not told again")
    parser.add_argument(
        "--look", action="store_true", help="read the news that is due, and weigh what was seen"
    )


def run(args: argparse.Namespace) -> int:
    from afterword.faces import clock
    from afterword.faces.cli.house import open_house

    account, now = open_house(), clock.now()
    from afterword.desk import morning
    from afterword.desk.watch import reading_news, watches
    from afterword.desk.watch.watches_json import watches_json

    if args.feed:
        row = reading_news.add(account.id, args.feed, company=args.company, at=now)
        print(f"The news of {row.company} is read from now on, once a day.")
        return 0
    if args.away:
        return _away(account.id, args.away, now)
    if args.look:
        import time

        from afterword.desk.watch.leaving import SwitchedOff

        try:
            reading_news.read_news(account.id, clock=clock.now, pause=time.sleep)
        except SwitchedOff as off:
            print(off)
        watches.judge(account.id, clock.now())
        morning.freshen(account.id, clock.now())
        now = clock.now()
    found = watches_json(account.id, now, args.at)
    if args.json:
        print(json.dumps(found, ensure_ascii=False, indent=2))
        return 0
    _print(found)
    return 0


def _away(account: Any, key: str, now: Any) -> int:
    from uuid import UUID

    from afterword.casebook.sighted import Sighted
    from afterword.desk import morning
    from afterword.errors import UserError

    try:
        row = Sighted.objects.of(account).filter(pk=UUID(key)).first()
    except ValueError:
        row = None
    if row is None:
        raise UserError("There is no such sign. `afterword watches --json` shows each with its id.")
    row.dismiss(at=now)
    morning.freshen(account, now)
    print("Put away. It is not told again.")
    return 0


def _print(found: dict[str, Any]) -> None:
    from afterword.faces.cli import words

    moved = [one for one in found["moved"] if not one["dismissed"]]
    if not moved and not found["boards"] and not found["feeds"]:
        print("Nothing is watched yet. `afterword boards` shows which boards could be.")
        return
    for one in moved:
        carries = "" if one["strength"] != "weak" else " (a weak sign, taken alone)"
        print(words.wrapped(f"{one['at'][:10]}  {one['says']}{carries}"))
        for seen in one["evidence"]:
            print(words.wrapped(f"- {seen['what']}, {seen['at'][:10]}", "     "))
        if one["doubt"]:
            answer = (
                f"you can answer it now: “{one['answered_by']}”"
                if one["answered_by"]
                else "no story of yours meets it yet"
            )
            print(words.wrapped(f"- “{one['doubt']}”: {answer}", "     "))
        if one["advert"]:
            print(words.wrapped(f"- what changed: afterword posting diff {one['advert']}", "     "))
        if one["warm"]:
            print(words.wrapped(f"- warmest there: {one['warm']}", "     "))
    if not moved:
        print("Nothing has moved. Most days nothing does.")
    looked = [*found["boards"], *found["feeds"]]
    on = [one for one in looked if not one["off"]]
    print(f"\n{len(on)} looked at: {len(found['boards'])} boards, {len(found['feeds'])} feeds.")
