"""The job boards of firms: which are watched, adding one, looking now, leaving one alone.

A board is looked at once a day at most, by itself while Afterword is open. The board learns which
program asks, and nothing about you. --off ends all fetching from the web, --on allows it again.
"""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from afterword.casebook.watched import WatchedBoard
    from afterword.members.models import Account

EXAMPLE = """examples:
  afterword boards
  afterword boards --json
  afterword boards --add https://jobs.lever.co/acme --company "Acme"
  afterword boards --watch acme        (yes to one that your mails led to)
  afterword boards --look              (those that are due)
  afterword boards --leave acme
  afterword boards --off               (nothing is fetched from the web any more)
"""


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="as JSON")
    parser.add_argument("--add", metavar="URL", help="watch the board at this address")
    parser.add_argument("--company", default="", metavar="NAME", help="whose board it is (--add)")
    parser.add_argument("--watch", metavar="NAME", help="watch a board that was come upon")
    parser.add_argument("--leave", metavar="NAME", help="watch this one no more")
    parser.add_argument("--look", action="store_true", help="look at the boards that are due")
    switch = parser.add_mutually_exclusive_group()
    switch.add_argument("--off", action="store_true", help="fetch nothing from the web any more")
    switch.add_argument("--on", action="store_true", help="fetch again what was asked for")


def run(args: argparse.Namespace) -> int:
    from afterword.faces.cli.house import open_house

    account = open_house()
    from afterword.desk.watch import board_finding, boards, leaving
    from afterword.faces import clock

    now = clock.now()
    if args.off:
        leaving.turn_off(account.id, now)
    if args.on:
        leaving.turn_on(account.id, now)
    if args.add:
        boards.add(account.id, args.add, company=args.company, at=now)
    if args.watch:
        _named(account, args.watch).confirm(at=now)
    if args.leave:
        _named(account, args.leave).leave(at=now)
    board_finding.find(account.id, now)
    if args.look:
        _look(account, quiet=args.json)
    return _show(account, as_json=args.json)


def _look(account: Account, *, quiet: bool) -> None:
    import time

    from afterword.desk.watch import boards
    from afterword.faces import clock

    came = boards.look_at(account.id, clock=clock.now, pause=time.sleep)
    if quiet:
        return
    print(
        f"Looked at {came.looked}: {came.changed} changed, {came.unchanged} as before. "
        f"{came.missed} could not be read. {came.asked} requests."
    )
    for row, why in came.told:
        print(f"  !! {row.company}: {why}")


def _show(account: Account, *, as_json: bool) -> int:
    from afterword.desk.watch import boards, leaving

    rows = [boards.as_json(one) for one in boards.all_of(account.id)]
    off = leaving.off_since(account.id)
    if as_json:
        told = {"off_since": off.isoformat() if off else None, "boards": rows}
        print(json.dumps(told, ensure_ascii=False, indent=2))
        return 0
    if off:
        print(f"Fetching from the web is off since {off:%Y-%m-%d}.  `afterword boards --on`")
    if not rows:
        print("No board is watched.  `afterword boards --add URL`")
    for one in rows:
        print(f"{one['company']}: {one['kind']}, {one['page']}")
        if one["state"] == "proposed":
            print(f"  come upon in {one['found_in']}; `afterword boards --watch {one['tenant']}`")
        elif one["state"] == "left":
            print("  left alone")
        else:
            seen = (one["looked_at"] or "not yet")[:16].replace("T", " ")
            print(f"  {one['adverts']} adverts, looked at: {seen}")
        if one["trouble"]:
            print(f"  !! {one['trouble']}")
    return 0


def _named(account: Account, name: str) -> WatchedBoard:
    """The one board of this firm or tenant. Raises UserError where there is none, or several."""
    from afterword.desk.watch import boards
    from afterword.errors import UserError

    low = name.lower()
    rows = boards.all_of(account.id)
    found = [
        one for one in rows if low in (one.tenant.lower(), str(one.company).lower(), str(one.pk))
    ]
    if len(found) != 1:
        known = ", ".join(one.tenant for one in rows) or "none"
        says = "No board is" if not found else "Several boards are"
        raise UserError(f"{says} called {name}. Known: {known}.")
    return found[0]
