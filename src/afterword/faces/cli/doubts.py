"""What they doubted, across all your cases: the same doubt in other words, and what would answer it.

A doubt is no verdict on you. Those that only respect answers are said to be so. What stands in an
answer you have not opened stays closed here; --json opens it, and adds how likely each firm is to
find you again.
"""

from __future__ import annotations

import argparse
import json
from typing import Any

from afterword.faces.cli.days import day

EXAMPLE = """examples:
  afterword doubts
  afterword doubts --json --at 2026-03-01
"""
ANSWERS = {
    "story": "tell",
    "sample": "show",
    "plan": "plan",
    "check": "check",
    "correct": "correct",
    "nothing": "respect",
}


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="the whole ledger, as JSON")
    parser.add_argument("--at", type=day, metavar="DATE", help="as it stood at the end of that day")


def run(args: argparse.Namespace) -> int:
    from afterword.faces import clock
    from afterword.faces.cli.house import open_house

    account, now = open_house(), clock.now()
    from afterword.desk.cases import doubting, preparing
    from afterword.desk.cases.doubts_json import doubts_json

    if args.json:
        print(json.dumps(doubts_json(account.id, now, args.at), ensure_ascii=False, indent=2))
        return 0
    found = doubting.ledger(account.id, now, args.at)
    if not found.groups:
        print("No doubt is noted yet. Note what they said on the page of a case, or after a talk.")
        return 0
    for heading, groups in (("Heard more than once", found.recurring), ("Heard once", found.once)):
        if groups:
            print(f"{heading}\n")
            for group in groups:
                _print(group)
    for page in preparing.pages(account.id, now, args.at):
        _print_page(page)
    return 0


def _print(group: Any) -> None:
    from afterword.desk.cases.doubting import remedy_of
    from afterword.faces.cli import words

    for one in group.doubts:
        remark, where = one.heard.remark, one.heard.where
        sure = "" if remark.basis == "said" else f" ({remark.basis})"
        print(words.wrapped(f"“{remark.quote}”{sure}"))
        told = dict.fromkeys((remark.by, where.company, words.day(remark.at)))
        who = ", ".join(x for x in told if x)
        print(f"     {who}")
        if one.met is not None:
            print(words.wrapped(one.met.how, "     "))
    mend = remedy_of(group)
    print(words.wrapped(f"> {ANSWERS[mend.answer]}: {mend.says}"))
    if mend.story is not None:
        print(words.wrapped(f"{mend.story.title}", "     "))
    for line in mend.lines:
        print(words.wrapped(line, "     "))
    print()


def _print_page(page: Any) -> None:
    from afterword.faces.cli import words

    talk = page.talk
    title = ", ".join(x for x in (talk.role, talk.company) if x)
    print(f"Before you talk about {title} on {words.day(talk.on)}\n")
    for point in (*page.points, *page.facts):
        print(words.wrapped(f"“{point.said.heard.remark.quote}” {point.why}"))
    for weak in talk.weak_answers:
        print(words.wrapped(f"You wanted to answer this better: {weak}"))
    if page.late:
        print(words.wrapped(page.late))
    print(words.wrapped(f"At the end you may ask: {page.question}") + "\n")
