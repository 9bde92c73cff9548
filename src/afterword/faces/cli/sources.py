"""The mail accounts kept in step: how each stands, connecting one, letting one go.

What was read of every folder is written down, so that it can be proved that nothing is missing.
Passwords lie in the keyring of this system, else in a file locked by a passphrase.
"""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from afterword.members.models import Account

EXAMPLE = """examples:
  afterword sources
  afterword sources --json
  afterword sources --add imap.example.org --user sam@example.org   (asks for the app password)
  afterword sources --google --user sam@gmail.com --client ID       (signs in with your own client)
  afterword sources --remove sam@example.org
"""


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="as JSON")
    parser.add_argument("--add", metavar="HOST", help="keep the account on this server in step")
    parser.add_argument("--google", action="store_true", help="sign in at Gmail (with --client)")
    parser.add_argument("--microsoft", action="store_true", help="sign in at Outlook")
    parser.add_argument("--device", action="store_true", help="sign in by a code, not the browser")
    parser.add_argument("--client", metavar="ID", default="", help="the id of your own client")
    parser.add_argument("--user", help="the name to log in with")
    parser.add_argument("--port", type=int, default=993, help="the server's port (default 993)")
    parser.add_argument("--since", metavar="DATE", help="read from this day on (default: a year)")
    parser.add_argument("--remove", metavar="USER", help="keep this account in step no more")


def run(args: argparse.Namespace) -> int:
    from afterword.faces.cli.house import open_house

    account = open_house()
    if args.remove:
        return _remove(account, args.remove)
    if args.add or args.google or args.microsoft:
        return _add(account, args)
    return _show(account, as_json=args.json)


def _show(account: Account, *, as_json: bool) -> int:
    from afterword.desk.mail import accounts

    found = [accounts.standing(one) for one in accounts.connections(account.id)]
    if as_json:
        print(json.dumps(found, ensure_ascii=False, indent=2))
        return 0
    if not found:
        print("No mail account is kept in step.  `afterword sources --add HOST --user NAME`")
    for one in found:
        print("\n".join(told(one)))
    return 0


def told(one: dict[str, Any]) -> list[str]:
    """One account in a few lines: whole or not, and what is missing with the reason."""
    lines = [f"{one['user']} at {one['host']}, from {one['since']} on"]
    if one["halt"]:
        lines += [f"  !! {one['halt']['says']}", "     afterword sync --go-on"]
    if one["whole"]:
        lines.append(f"  complete: all {one['holds']:,} mails read, last seen {one['last_read']}")
    elif one["last_read"]:
        whole = one["last_whole"] or "never yet"
        lines.append(f"  read in part: {one['last_read']}; last complete: {whole}")
    else:
        lines.append("  not read yet: afterword sync")
    for folder in one["folders"]:
        if folder["left_out"]:
            lines.append(f"  -  {folder['name']}: {folder['left_out']}")
            continue
        lines.append(f"     {folder['name']}: {folder['read']:,} of {folder['holds']:,}")
        if folder["trouble"]:
            lines.append(f"     !! {folder['trouble']}")
        lines += [f"     !! {m['where']}: {m['why']}" for m in folder["not_read"]]
    return lines


def _add(account: Account, args: argparse.Namespace) -> int:
    from datetime import date, timedelta
    from getpass import getpass

    from afterword.desk.mail import accounts
    from afterword.errors import UserError
    from afterword.faces import clock
    from afterword.faces.cli import unlocking

    if not args.user:
        raise UserError("--user says whose account it is.")
    try:
        year_ago = (clock.now() - timedelta(days=365)).date()
        since = date.fromisoformat(args.since) if args.since else year_ago
    except ValueError:
        raise UserError("--since takes a day such as 2026-01-31.") from None
    unlocking.unlock()
    way = "google" if args.google else "microsoft" if args.microsoft else "password"
    if way == "password":
        given = accounts.Account(args.add, args.user, since, args.port)
        password = getpass(f"App password of {args.user} (not shown): ")
        _, folders = accounts.connect(account.id, given, clock=clock.now, password=password)
    else:
        from afterword.faces.cli import signing_in

        provider, client, grant = signing_in.sign_in(way, args.client, by_code=args.device)
        given = accounts.Account(provider.host, args.user, since, 993, way, client.id)
        _, folders = accounts.connect(
            account.id, given, clock=clock.now, grant=grant, client=client
        )
    print(f"Connected. {len(folders)} folders will be read: {', '.join(folders[:12])}.")
    print(f"The password lies in {accounts.the_vault().said}.")
    print("`afterword sync` reads it now; while Afterword is open it stays in step by itself.")
    return 0


def _remove(account: Account, user: str) -> int:
    from afterword.desk.mail import accounts
    from afterword.errors import UserError
    from afterword.faces import clock

    mine = [one for one in accounts.connections(account.id) if one.user == user]
    if not mine:
        raise UserError(f"{user} is not kept in step.  `afterword sources` shows who is.")
    for one in mine:
        accounts.disconnect(one, at=clock.now())
    print(f"{user} is read no more, and its password is forgotten. The mail read so far stays.")
    return 0
