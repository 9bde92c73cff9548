"""Adverts kept with their dates, because adverts vanish: add one, list them, see what changed.

`add` takes a link (fetched once), a file (.html, .mhtml, .pdf, .docx, text) or - for words from a
pipe. `diff` shows each wording against the one before, and whether it changed after your interview.
"""

from __future__ import annotations

import argparse
import json
import sys
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from afterword.errors import UserError
from afterword.faces.cli.days import day

EXAMPLE = """examples:
  afterword posting add https://example.com/jobs/7
  afterword posting add saved.html --case 01a2...
  pbpaste | afterword posting add - --company "Acme Freight"
  afterword posting list --json
  afterword posting diff 01a2... --at 2026-03-01
"""
#: A saved page with its pictures; more is read of nothing.
MOST = 40 * 1024 * 1024


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "do", choices=("add", "list", "diff"), help="add one, list all, show changes"
    )
    parser.add_argument(
        "what", nargs="?", default="", metavar="LINK|FILE|-|ID",
        help="add: a link, a file or - for words; diff: an advert's or a case's id",
    )  # fmt: skip
    parser.add_argument("--case", default="", metavar="ID", help="the case it is about")
    parser.add_argument("--lead", action="store_true", help="add: begin a case of it")
    parser.add_argument("--company", default="", help="add -: the firm, where the words do not say")
    parser.add_argument("--title", default="", help="add -: the title, where the words do not say")
    parser.add_argument("--json", action="store_true", help="as JSON")
    parser.add_argument("--at", type=day, metavar="DATE", help="as it stood at the end of that day")


def run(args: argparse.Namespace) -> int:
    from afterword.faces import clock
    from afterword.faces.cli.house import open_house

    if args.do != "list" and not args.what:
        raise UserError(
            "Say which one: a link, a file or -, or for diff an id from `posting list`."
        )
    account, now = open_house(), clock.now()
    from afterword.desk.people import network

    if args.do == "add":
        return _add(args, account.id, now)
    at = network.moment(account.id, args.at, now)
    rows = _rows(account.id, args.what if args.do == "diff" else args.case, at)
    if args.do == "diff" and not rows:
        raise UserError(f"No advert {args.what} is kept. `afterword posting list` lists them.")
    return _show(rows, at, args)


def _add(args: argparse.Namespace, account: UUID, now: datetime) -> int:
    from afterword.desk.watch import roles
    from afterword.faces import clock
    from afterword.faces.cli.letter import _case

    if args.at:
        raise UserError(
            "An advert is kept with the day it is seen, which is today. Leave --at out."
        )
    case = _case(account, args.case) if args.case else None
    if args.what.startswith(("https://", "http://")):
        fetch = roles.on_the_web(clock.now)
        came = roles.keep_link(account, args.what, now=now, fetch=fetch, case=case)
    elif args.what == "-":
        text = sys.stdin.read(MOST)
        came = roles.keep_text(
            account, text, now=now, case=case, title=args.title, company=args.company
        )
    else:
        path = Path(args.what).expanduser()
        if not path.is_file():
            raise UserError(f"There is no file {path}. A link begins with https://.")
        if path.stat().st_size > MOST:
            raise UserError("The file is larger than any saved advert.")
        came = roles.keep_file(account, path.read_bytes(), path.name, now=now, case=case)
    if args.lead and came.kept.case_id is None:
        roles.make_lead(came.kept, company=args.company, role="", now=now)
        came.kept.refresh_from_db()
    if args.json:
        print(
            json.dumps(
                {"new": came.new, **roles.as_json(came.kept, now)}, ensure_ascii=False, indent=2
            )
        )
        return 0
    print(f"Kept: {came.kept}" if came.new else f"Known, and looked at again: {came.kept}")
    for one in came.changes:
        print(_wrapped(one.says))
    if not came.new and not came.changes:
        print(_wrapped("It reads as it did."))
    if came.kept.case is not None:
        print(_wrapped(f"with the case {came.kept.case}"))
    else:
        print(_wrapped("It waits to be told which case it is about: --case ID, or --lead."))
    return 0


def _rows(account: UUID, given: str, at: datetime) -> list[Any]:
    from django.db.models import Q

    from afterword.casebook.kept_posting import KeptPosting

    rows = KeptPosting.objects.of(account).filter(versions__seen_at__lte=at).distinct()
    rows = (
        rows.select_related("case__company")
        .prefetch_related("versions")
        .order_by("company", "title")
    )
    if not given:
        return list(rows)
    try:
        key = UUID(given)
    except ValueError:
        return []
    return list(rows.filter(Q(pk=key) | Q(case_id=key)))


def _show(rows: list[Any], at: datetime, args: argparse.Namespace) -> int:
    from afterword.desk.watch import roles
    from afterword.faces import clock
    from afterword.faces.cli import words

    if args.json:
        print(json.dumps([roles.as_json(one, at) for one in rows], ensure_ascii=False, indent=2))
        return 0
    if not rows:
        print("No advert is kept yet. `afterword posting add LINK` keeps one before it vanishes.")
    for kept in rows:
        told = roles.wordings(kept, at)
        print(f"{kept}   {kept.pk}")
        if args.do == "list":
            n = len(told)
            first = words.day(told[0].version.seen_at, clock.zone())
            where = str(kept.case) if kept.case else "waits to be told which case it is about"
            print(_wrapped(f"kept on {first}, {n} wording{'s' * (n != 1)}; {where}"))
            continue
        for one in told:
            seen = words.day(one.version.seen_at, clock.zone())
            print(_wrapped(f"{seen}: {'first seen' if one is told[0] else 'it reads otherwise'}"))
            for change in one.changes:
                print(words.wrapped(change.says, "      "))
        since = roles.since_interview(kept, at)
        if since is not None:
            print(_wrapped(since.says))
    return 0


def _wrapped(text: str) -> str:
    from afterword.faces.cli import words

    return words.wrapped(text)
