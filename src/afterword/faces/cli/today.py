"""What is worth doing now, with whom and why; what you wait for; what the mail said.

An answer that has just arrived stays a closed envelope here too. "Nothing to do" is a good answer.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from afterword.errors import UserError
from afterword.faces.cli.days import day

EXAMPLE = """examples:
  afterword today
  afterword today --at 2026-03-01     what this day looked like
  afterword today --brief             one line, for a loop over several homes
  afterword today --json
"""


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="as JSON")
    parser.add_argument("--brief", action="store_true", help="one line: what is due, closed, next")
    parser.add_argument("--at", type=day, metavar="DATE", help="the end of that local day")


def run(args: argparse.Namespace) -> int:
    from afterword.faces.cli.house import open_house

    account = open_house()
    show(account.id, at=args.at, as_json=args.json, brief=args.brief)
    return 0


def show(
    account: Any, *, at: date | None = None, as_json: bool = False, brief: bool = False
) -> None:
    """Prints the morning of this account."""
    from afterword.casebook.profile import Profile
    from afterword.desk import morning
    from afterword.desk.watch import watches_json
    from afterword.faces import clock

    now = clock.now()
    profile = Profile.of(account, at=now)
    zone = profile.zone or clock.zone()
    if at is not None and at > now.astimezone(ZoneInfo(zone)).date():
        raise UserError(
            f"{at:%d %B %Y} has not come yet: what is due then, nobody can say. Without --at it is "
            "today."
        )
    if at is None:
        morning.freshen(account, now)
        page = morning.today(account, now, zone)
    else:
        page = morning.on_day(account, at, now, zone)
    then = now if at is None else min(morning.end_of(at, zone), now)
    if as_json:
        told = {**asdict(page), "moved": watches_json.moved_lately(account, then)}
        print(json.dumps(told, ensure_ascii=False, indent=2, default=str))
        return
    if brief:
        print(_in_a_line(page))
        return
    _print(page, zone, watches_json.moved_lately(account, then))


def _in_a_line(page: Any) -> str:
    """What is due, how many letters lie closed, what is asked, and the next day somebody waits for."""
    from afterword.faces.cli import words

    if not page.cases:
        return "no processes yet"
    open_ones = [one for one in (*page.cards, *page.later) if not one.sealed]
    due = len(open_ones) + page.more_later
    shut = sum(one.sealed for one in (*page.cards, *page.later)) + len(page.envelopes)
    said = [f"{due} due" if due else "nothing due"]
    if shut:
        said.append(f"{words.counted(shut, 'closed letter')}")
    if page.questions:
        said.append(f"{words.counted(len(page.questions), 'question')}")
    days = [one.when for one in open_ones if one.when is not None and one.when >= page.day]
    days += [one.until for one in page.waiting if one.until is not None and one.until >= page.day]
    if days:
        said.append(f"next {words.day(min(days))}")
    return ", ".join(said)


def _print(page: Any, zone: str, moved: list[dict[str, Any]]) -> None:
    from afterword.faces.cli import house, words

    print(f"\n{words.day(page.day)}\n")
    if not page.cases:
        _print_questions(page)
        print("   No processes yet. Read a mailbox:  afterword import PATH")
        print("   Or look at an invented search:     afterword demo\n")
        return
    for talk in page.talks:
        print(words.wrapped(_talk(talk, zone)))
        print()
    if not page.cards:
        said = (
            "That is all for today." if page.had else "Nothing to do today. That is a good answer."
        )
        print(f"   {said}\n")
    for number, card in enumerate(page.cards, 1):
        if card.sealed:
            print(f"{number}. {card.company} answered on {words.day(card.at, zone)}.")
            due = f"It asks for an answer by {words.day(card.when)}." if card.when else ""
            print(words.wrapped(due or "Open it when you like."))
        else:
            print(f"{number}. {_whom(card)}")
            print(words.wrapped(card.why))
            if card.question and not card.asked:
                print(words.wrapped(f"To ask: {card.question}"))
            if card.letter:
                demo = " --demo" if house.is_the_demo() else ""
                print(f"   > afterword letter {card.letter} --case {card.case}{demo}")
        print()
    if moved:
        print("Something moved")
        for one in moved:
            print(words.wrapped(one["says"]))
        print("   > afterword watches\n")
    more = len([one for one in page.later if not one.sealed]) + page.more_later
    shut = len([one for one in page.later if one.sealed]) + len(page.envelopes)
    if more:
        print(f"   {more} more can wait; they are on the page.\n")
    if shut:
        print(f"   {words.counted(shut, 'more letter')} lie{'s' * (shut == 1)} closed.\n")
    if page.waiting:
        print("Waiting for others")
        for row in page.waiting[:8]:
            print(words.wrapped(f"{row.company}: {row.says}"))
        more = len(page.waiting) - 8 + page.more_waiting
        if more > 0:
            print(f"   and {more} more: afterword cases")
        print()
    _print_questions(page)


def _talk(talk: Any, zone: str) -> str:
    """When by the clock of the place, with whom and where; the user's own hour where it is another."""
    here = talk.at.astimezone(ZoneInfo(zone))
    there = talk.there if talk.there is not None else here
    when = f"{there:%A} {there.day} {there:%B at %H:%M}"
    if there.utcoffset() != here.utcoffset():
        when += f" there ({there:UTC%z}), {here:%H:%M} by your clock"
    who = f" with {', '.join(talk.who)}" if talk.who else ""
    where = f", {talk.place}" if talk.place else ""
    return f"{when}: you talk{who} at {talk.company}{where}."


def _print_questions(page: Any) -> None:
    from afterword.faces.cli import words

    if page.questions:
        n = len(page.questions)
        print(f"Only you know ({words.counted(n, 'thing')})")
        for asked in page.questions[:5]:
            print(words.wrapped(asked.text))
        if n > 5:
            print(f"   and {n - 5} more, on the page: afterword open")
        print()


def _whom(card: Any) -> str:
    from afterword.faces.cli import words

    who = ", ".join(x for x in (card.who, card.company) if x)
    kind = f"  [{words.letter(card.letter)}]" if card.letter else ""
    return f"{who}{kind}"
