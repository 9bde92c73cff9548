"""Checks that the program and your data are well, and says what to do where they are not."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from afterword.faces import faults
from afterword.faces.cli import doctor_database as database
from afterword.faces.cli import words
from afterword.faces.cli.doctor_database import Check

EXAMPLE = """examples:
  afterword doctor
  afterword doctor --json
"""


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="as JSON")


def run(args: argparse.Namespace) -> int:
    from afterword.faces.cli import house

    checks = [*_program()]
    try:
        account = house.open_house()
        checks += [*_home(house.home()), *database.checks(account)]
        for look in (_casebook, _in_step, _clock):
            checks += look(account.id)
    except Exception as problem:
        says = faults.database(problem)
        if not says:
            raise
        # This is the command for that moment: what could be looked at is told all the same.
        if not any(one.name == "home" for one in checks):
            checks += _home(house.home())
        checks.append(Check("database", False, says, database.MEND))
    if args.json:
        print(json.dumps([asdict(one) for one in checks], ensure_ascii=False, indent=2))
    else:
        for one in checks:
            print(f"{'ok ' if one.well else '!! '} {one.name}: {one.found}")
            if one.mend and not one.well:
                print(f"      {one.mend}")
        print("\nAll is well." if all(c.well for c in checks) else "\nSomething wants mending.")
    return 0 if all(one.well for one in checks) else 1


def _program() -> Iterator[Check]:
    from afterword import __version__

    version = ".".join(map(str, sys.version_info[:3]))
    yield Check("program", True, f"Afterword {__version__}, Python {version}")
    try:
        import fast_mail_parser  # noqa: F401

        yield Check("mail parser", True, "the fast one")
    except ImportError:
        yield Check("mail parser", True, "the plain one (slower, same answers)")


def _home(home: Any) -> Iterator[Check]:
    free = shutil.disk_usage(home).free
    writable = os.access(home, os.W_OK)
    yield Check("home", writable, str(home), "This folder cannot be written to.")
    yield Check("disk", free > 200e6, f"{free / 1e9:.1f} GB free", "Less than 200 MB are left.")
    if os.name == "posix":
        private = home.stat().st_mode & 0o077 == 0
        beyond = f"; the casebook itself lies in {faults.server()}" if faults.server() else ""
        yield Check("privacy", private, "only you can read the home" + beyond if private else
                    "others on this machine can look into the home",
                    f"chmod 700 {home}")  # fmt: skip


def _casebook(account: Any) -> Iterator[Check]:
    from django.db import connection

    from afterword.casebook.broken import Broken
    from afterword.casebook.case import Case
    from afterword.casebook.message import Message
    from afterword.casebook.question import Question
    from afterword.casebook.source import Source
    from afterword.desk.whole import keeping
    from afterword.faces.cli import house

    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA quick_check")
            answer = cursor.fetchone()[0]
        yield Check("casebook", answer == "ok", "whole" if answer == "ok" else answer,
                    "Go back to the last backup: afterword restore")  # fmt: skip
        yield _backups(keeping.copies(house.home()), house.home() / keeping.BACKUPS)
    mails = Message.objects.of(account).count()
    cases = Case.objects.of(account).standing_alone().count()
    yield Check(
        "contents",
        True,
        f"{words.counted(mails, 'mail')} about jobs in {words.counted(cases, 'process', 'processes')}",
    )
    broken = Broken.objects.of(account).count()
    yield Check("unreadable mail", True, f"{broken} kept and listed" if broken else "none")
    asked = Question.objects.of(account).open().count()
    yield Check("questions", True, f"{asked} wait for you on Today" if asked else "none")
    for source in Source.objects.of(account).filter(connection__isnull=True).order_by("name"):
        whole = source.last_whole_at
        yield Check(f"mailbox {source.name}", bool(whole),
                    f"whole on {whole:%d %b %Y %H:%M}" if whole else "not read to its end",
                    "Import it again; it goes on where it was.")  # fmt: skip


def _backups(kept: Any, folder: Any) -> Check:
    """When the last copy was made, where it lies, how large it is, whether it was found whole."""
    if not kept:
        return Check("backups", True, "none yet; one is made each day while Afterword is open")
    last, others = kept[0], sum(1 for one in kept if one.checked_at is None)
    seen = f"checked on {last.checked_at:%d %b %Y %H:%M}" if last.checked_at else "never checked"
    found = (
        f"{len(kept)} in {folder}, the newest of {last.at:%d %b %Y %H:%M}, "
        f"{last.size / 1e6:.1f} MB, {seen}"
    )
    found += f"; {others} not made here, or changed since" if others else ""
    return Check("backups", last.checked_at is not None, found, "afterword backup")


def _in_step(account: Any) -> Iterator[Check]:
    """The mail accounts kept in step: whole or not, and why not."""
    from afterword.desk.mail import accounts

    for connection in accounts.connections(account):
        one = accounts.standing(connection)
        name = f"mail of {one['user']}"
        halt, missing = one["halt"], one["missing"]
        shut = [folder["name"] for folder in one["folders"] if folder["trouble"]]
        if halt:
            yield Check(name, False, str(halt["says"]), "afterword sync --go-on")
        elif not one["last_read"]:
            yield Check(name, False, "not read yet", "afterword sync")
        elif shut or missing:
            found = f"{words.counted(missing, 'mail')} the server would not hand over"
            found += f"; folders it would not open: {', '.join(shut)}" if shut else ""
            yield Check(name, False, found, "They are asked for again each time: afterword sources")
        else:
            found = f"complete: {one['holds']:,} mails, last seen {one['last_read'][:16]}"
            yield Check(name, one["whole"], found if one["whole"] else "not read to its end",
                        "afterword sync goes on where it was.")  # fmt: skip
    box = accounts.the_vault()
    if accounts.connections(account):
        yield Check("passwords", True, f"in {box.said}")


def _clock(account: Any) -> Iterator[Check]:
    """What ran by itself, what failed, what is next."""
    from afterword.casebook.models import Job

    mine = Job.objects.of(account)
    last = mine.filter(finished_at__isnull=False).order_by("-finished_at").first()
    due = mine.open().order_by("due_at").first()
    ran = f"last {_name(last)} on {last.finished_at:%d %b %H:%M}" if last else "nothing ran yet"
    then = f"; next {_name(due)} from {due.due_at:%d %b %H:%M} on" if due else ""
    yield Check("clock", True, ran + then + " (while Afterword is open)")
    for job in mine.open().filter(tries__gt=1).exclude(says="").order_by("due_at")[:5]:
        yield Check(f"{_name(job)}, try {job.tries} of {job.most}", True, job.says)
    for job in mine.dead().order_by("-dead_at")[:10]:
        yield Check(_name(job), False, f"gave up on {job.dead_at:%d %b %H:%M}: {job.says}",
                    "Try it again on the page Mail accounts.")  # fmt: skip


def _name(job: Any) -> str:
    return str(job.task.rpartition(".")[2].replace("_", " "))
