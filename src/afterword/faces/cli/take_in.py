"""Reads a mailbox into your casebook. Only mail about jobs is kept; the rest is forgotten.

PATH is an mbox, a Maildir, a folder of .eml, one .eml or .emlx, or a Google Takeout .mbox or .zip.
The same mailbox again changes nothing. Ctrl-C stops cleanly; the next run goes on from there.
"""

from __future__ import annotations

import argparse
from pathlib import Path

EXAMPLE = """examples:
  afterword import ~/Takeout/All\\ mail.mbox
  afterword import --imap imap.example.org --user sam@example.org   (asks for the app password)
"""


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="*", metavar="PATH", help="where the mail lies")
    parser.add_argument("--imap", metavar="HOST", help="read the last twelve months from a server")
    parser.add_argument("--user", help="the name to log in with (with --imap)")
    parser.add_argument("--port", type=int, default=993, help="the server's port (default 993)")


def run(args: argparse.Namespace) -> int:
    from afterword.errors import UserError

    if not args.paths and not args.imap:
        raise UserError("Which mailbox? Give a path, or --imap HOST.  `afterword import --help`")
    from afterword.faces.cli.house import open_house

    account = open_house()
    for path in args.paths:
        take_in(account.id, _at_path(Path(path).expanduser()))
    if args.imap:
        take_in(account.id, _at_server(args))
    return 0


def take_in(account: object, mailbox: object) -> None:
    """Reads one mailbox with a line of progress, and says in words what came of it."""
    from afterword.desk import mailroom
    from afterword.faces import clock
    from afterword.faces.cli.progress import Line

    line = Line()
    try:
        came = mailroom.take_in(account, mailbox, now=clock.now(), progress=line)  # type: ignore[arg-type]
    finally:
        line.end()
    print(told(came))


def told(came: object) -> str:
    """What a reading brought, as a sentence or three."""
    from afterword.desk.mailroom import TakenIn

    assert isinstance(came, TakenIn)
    if not came.new and not came.stopped:
        return f"Nothing new in {came.source}: all {came.seen or 'its'} mails were read before."
    words = [f"{came.new:,} mails read, {came.kept:,} of them about jobs"]
    if came.cases:
        words.append(f"{came.cases} hiring processes begun")
    lines = [", ".join(words) + "."]
    if came.broken:
        lines.append(f"{came.broken} could not be read whole; they are kept and listed.")
    if came.questions:
        lines.append(f"{came.questions} things only you can answer wait on Today.")
    if came.stopped:
        lines.append("Stopped. What was read is kept; the next run goes on from there.")
    return "\n".join(lines)


def _at_path(path: Path) -> object:
    from afterword.desk.mailroom import mailbox_at

    return mailbox_at(path)


def _at_server(args: argparse.Namespace) -> object:
    from datetime import timedelta
    from getpass import getpass

    from afterword.desk.mailroom import mailbox_on_server
    from afterword.errors import UserError
    from afterword.faces import clock

    if not args.user:
        raise UserError("With --imap, --user says whose mailbox it is.")
    password = getpass(f"App password of {args.user} (not shown, not kept): ")
    since = (clock.now() - timedelta(days=365)).date()
    return mailbox_on_server(args.imap, args.user, password, port=args.port, since=since)
