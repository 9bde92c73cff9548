"""Files that are no mailbox, and calendars or address books elsewhere: taken in and told line by line."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from uuid import UUID

#: So many lines that were not read are printed; --json has them all.
SHOWN = 20
#: How a file of words is called, and how many it holds at least.
TEXTS = (".txt", ".text", ".md", ".markdown")
LEAST = 20


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="what came of each file, as JSON")
    parser.add_argument(
        "--columns",
        metavar="A=B,...",
        help="which column of a table is what: Firm=company,When=on (an empty word takes one out)",
    )
    parser.add_argument(
        "--dates", choices=("day-first", "month-first"), help="how 03/04/2025 is meant in a table"
    )
    parser.add_argument(
        "--resume", action="store_true", help="a text or Markdown file is your résumé"
    )
    parser.add_argument(
        "--calendar",
        metavar="URL",
        help="read a calendar: webcal://, https://….ics, or a CalDAV server",
    )
    parser.add_argument(
        "--contacts", metavar="URL", help="read an address book on a CardDAV server"
    )


def is_for_us(path: Path) -> bool:
    """Whether a file is one of these, told by what stands in it; anything else may be a mailbox."""
    from afterword.desk.incoming import kind_at

    return path.is_file() and bool(kind_at(path))


def is_my_resume(path: Path, args: argparse.Namespace) -> bool:
    """Whether a text that is no mail, and no résumé by its headings, is one: said, or asked.

    Raises `UserError` with the way to say it where nobody can be asked.
    """
    from afterword.desk.mail.mailroom import mailbox_at
    from afterword.errors import AfterwordError, UserError

    if not path.is_file() or not _is_text(path):
        return False
    try:
        mailbox_at(path)
        return False
    except AfterwordError:
        pass
    if args.resume:
        return True
    if sys.stdin.isatty() and not args.json:
        said = input(f"{path.name} is no mail. Is it your résumé? [y/N] ")
        if said.strip().casefold() in ("y", "yes"):
            return True
    raise UserError(
        f"{path.name} is plain text: no mail, and no résumé by its headings. If it is your résumé, "
        f"say so:  afterword import {path.name} --resume   Nothing was read."
    )


def _is_text(path: Path) -> bool:
    """Whether a file holds words and nothing else."""
    with path.open("rb") as file:
        head = file.read(65536)
    if not head.strip() or b"\0" in head or len(head.split()) < LEAST:
        return False
    return path.suffix.casefold() in TEXTS


def take_in(account: UUID, path: Path, args: argparse.Namespace, kind: str = "") -> dict[str, Any]:
    """Take in one file and say what came of it; the answer is the same as JSON."""
    from afterword.desk import incoming
    from afterword.faces import clock

    came = incoming.take_file(account, path, now=clock.now(), kind=kind, wish=_wish(args, path))
    if not args.json:
        print("\n".join(_told(came)))
    return came.as_json()


def _wish(args: argparse.Namespace, path: Path) -> Any:
    from afterword.desk.incoming import Wish, headings_of

    given = dict(part.partition("=")[::2] for part in (args.columns or "").split(",") if part)
    order = {"day-first": True, "month-first": False, None: None}[args.dates]
    # What was not named stays as it was guessed: one wrong column needs one word.
    columns: Mapping[str, str] | None = None
    if given:
        named = {name.strip(): means.strip() for name, means in given.items()}
        columns = headings_of(path) | named
        wanted = set(named.values())
        columns = {
            name: "" if means in wanted and name not in named else means
            for name, means in columns.items()
        }
    return Wish(columns=columns, day_first=order)


def _told(came: Any) -> list[str]:
    from afterword.desk.incoming import told

    lines = [f"{came.name}: {KINDS.get(came.kind, came.kind)}."]
    if came.asks == "columns":
        shown = ", ".join(f"“{one.heading}”" for one in came.columns)
        return [
            *lines,
            f"Which column names the firm? There are {shown}.",
            f'Say it so:  afterword import {came.name} --columns "{came.columns[0].heading}=company"',
            "Nothing was taken in yet.",
        ]
    if came.asks == "days":
        days = next((one.sample[0] for one in came.columns if one.means == "on" and one.sample), "")
        return [
            *lines,
            f"Is “{days}” day first or month first? Every date in the file can be read both ways.",
            f"Say it so:  afterword import {came.name} --dates day-first",
            "Nothing was taken in yet.",
        ]
    lines += told(came.counts) or ["Nothing new; all of it was known."]
    meant = [f"{one.heading} → {one.means}" for one in came.columns if one.means]
    if meant:
        lines.append(f"Columns: {', '.join(meant)}. Wrong? Take it back (undo) and use --columns.")
    lines += [f"Left out: {one}." for one in came.left]
    for one in came.unread[:SHOWN]:
        where = f"{one.where}, line {one.line}" if one.where else f"Line {one.line}"
        lines.append(f"{where}: {one.reason}" if one.line else one.reason)
    if len(came.unread) > SHOWN:
        lines.append(f"… and {len(came.unread) - SHOWN} more lines; --json lists them all.")
    return lines


KINDS = {
    "vcard": "an address book (vCard)",
    "contacts": "an address book",
    "calendar": "a calendar",
    "tracker": "a table of applications",
    "resume": "a résumé",
    "resume docx": "a résumé (Word)",
    "resume pdf": "a résumé (PDF)",
    "linkedin": "LinkedIn's export",
    "linkedin connections": "LinkedIn's connections",
    "linkedin messages": "LinkedIn's messages",
    "linkedin invitations": "LinkedIn's invitations",
    "linkedin applications": "LinkedIn's applications",
    "linkedin saved": "LinkedIn's saved jobs",
    "linkedin positions": "LinkedIn's positions",
}


def read_elsewhere(account: UUID, args: argparse.Namespace) -> list[dict[str, Any]]:
    """Read the calendar and the address book that were named; a password is asked for and not kept."""
    from getpass import getpass

    from afterword.desk.incoming import elsewhere, told
    from afterword.faces import clock

    found = []
    for kind, url in (
        ("carddav", args.contacts),
        (_calendar_kind(args.calendar or ""), args.calendar),
    ):
        if not url:
            continue
        password = getpass(f"Password of {args.user} (not shown, not kept): ") if args.user else ""
        place = elsewhere.place_at(kind, url, args.user or "", password)
        came = elsewhere.read_on(account, place, now=clock.now())
        found.append({"name": came.name, "kind": kind, "counts": came.counts})
        if not args.json:
            print("\n".join(told(came.counts) or [f"Nothing new in {came.name}."]))
    return found


def _calendar_kind(url: str) -> str:
    plain = url.split("?")[0].casefold()
    return "webcal" if plain.startswith("webcal") or plain.endswith(".ics") else "caldav"


def printed(found: list[dict[str, Any]]) -> None:
    print(json.dumps(found, ensure_ascii=False, indent=2))
