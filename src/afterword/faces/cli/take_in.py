"""Reads a mailbox into your casebook, or people, a calendar, a résumé, a list of applications.

PATH is an mbox, a Maildir, a folder of .eml, one .eml or .emlx, a Google Takeout .mbox or .zip; or a
.vcf, LinkedIn's export (the zip, or any of its files), a table of contacts from Google or Outlook, an
.ics, a résumé (JSON Resume, .docx, .pdf, text, Markdown), a table of applications. It is told by what stands in
it. Of mail only what is about jobs is kept. The same file again changes nothing. Ctrl-C stops
cleanly; the next run goes on from there.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from uuid import UUID

EXAMPLE = """examples:
  afterword import ~/Takeout/All\\ mail.mbox
  afterword import ~/Downloads/Basic_LinkedInDataExport.zip contacts.vcf calendar.ics
  afterword import applications.csv --columns "Employer=company" --dates day-first
  afterword import --calendar https://dav.example.org --user sam
  afterword import --imap imap.example.org --user sam@example.org   (asks for the app password)
"""


def configure(parser: argparse.ArgumentParser) -> None:
    from afterword.faces.cli import bring

    parser.add_argument("paths", nargs="*", metavar="PATH", help="the mailbox, or any such file")
    parser.add_argument("--imap", metavar="HOST", help="read the last twelve months from a server")
    parser.add_argument("--user", help="the name to log in with (with --imap)")
    parser.add_argument("--port", type=int, default=993, help="the server's port (default 993)")
    bring.configure(parser)


def run(args: argparse.Namespace) -> int:
    from afterword.errors import UserError

    if not (args.paths or args.imap or args.calendar or args.contacts):
        raise UserError("Which mailbox? Give a path, or --imap HOST.  `afterword import --help`")
    from afterword.faces.cli import bring
    from afterword.faces.cli.house import open_house

    account = open_house()
    found = []
    failed = 0
    for given in args.paths:
        path = Path(given).expanduser()
        try:
            if bring.is_for_us(path):
                found.append(bring.take_in(account.id, path, args))
            elif bring.is_my_resume(path, args):
                found.append(bring.take_in(account.id, path, args, kind="resume"))
            else:
                found.append(take_in(account.id, _at_path(path), quiet=args.json))
        except UserError as problem:
            # One file of several that cannot be read keeps no other one out.
            if len(args.paths) == 1:
                raise
            failed = 1
            print(f"afterword: {problem}", file=sys.stderr)
            found.append({"name": str(path), "kind": "", "error": str(problem)})
    if args.imap:
        found.append(take_in(account.id, _at_server(args), quiet=args.json))
    found += bring.read_elsewhere(account.id, args)
    if args.json:
        bring.printed(found)
    return failed


def take_in(account: UUID, mailbox: object, *, quiet: bool = False) -> dict[str, object]:
    """Reads one mailbox with a line of progress, and says in words what came of it; the same as JSON."""
    from afterword.desk.day import at_hand
    from afterword.desk.mail import mailroom
    from afterword.faces import clock
    from afterword.faces.cli.progress import Line

    line = Line()
    try:
        came = mailroom.take_in(account, mailbox, now=clock.now(), progress=line)  # type: ignore[arg-type]
    finally:
        line.end()
    if not quiet:
        print(told(came, at_hand.asked(account, clock.now())))
    counts = {"mails": came.new, "kept": came.kept, "broken": came.broken, "cases_new": came.cases}
    return {"name": came.source, "kind": "mailbox", "new": bool(came.new), "counts": counts}


def told(came: object, asked: int) -> str:
    """What a reading brought, as a sentence or three; `asked` questions stand open now, as on Today."""
    from afterword.desk.mail import tongues
    from afterword.desk.mail.mailroom import TakenIn
    from afterword.faces.cli.words import counted

    assert isinstance(came, TakenIn)
    if not came.new and not came.stopped:
        known = f"all {came.seen} mails were" if came.seen > 1 else "it was"
        return f"Nothing new in {came.source}: {known} read before."
    about = f"{came.kept:,} of them" if came.new != 1 else "it is" if came.kept else "it is not"
    words = [f"{counted(came.new, 'mail')} read, {about} about jobs"]
    if came.cases:
        words.append(f"{counted(came.cases, 'hiring process', 'hiring processes')} begun")
    lines = [", ".join(words) + "."]
    if came.broken:
        it = "it is" if came.broken == 1 else "they are"
        lines.append(f"{came.broken} could not be read whole; {it} kept and listed.")
    if came.questions and asked:
        waits = "waits" if asked == 1 else "wait"
        lines.append(f"{counted(asked, 'thing')} only you can answer {waits} on Today.")
    if said := tongues.told(came.tongues):
        lines.append(said)
    if came.name:
        lines.append(
            f"Letters are signed “{came.name}”, as the mails you sent are; Settings changes it."
        )
    if came.stopped:
        lines.append("Stopped. What was read is kept; the next run goes on from there.")
    return "\n".join(lines)


def _at_path(path: Path) -> object:
    from afterword.desk.mail.mailroom import mailbox_at

    return mailbox_at(path)


def _at_server(args: argparse.Namespace) -> object:
    from datetime import timedelta
    from getpass import getpass

    from afterword.desk.mail.mailroom import mailbox_on_server
    from afterword.errors import UserError
    from afterword.faces import clock

    if not args.user:
        raise UserError("With --imap, --user says whose mailbox it is.")
    password = getpass(f"App password of {args.user} (not shown, not kept): ")
    since = (clock.now() - timedelta(days=365)).date()
    return mailbox_on_server(args.imap, args.user, password, port=args.port, since=since)
