"""How you write, as letters take it up: greeting, farewell, pace, short forms, words you love or avoid.

It is counted from mail you sent, on this machine; only numbers and short forms are kept, never a
sentence. --learn counts your own mail in a mailbox in passing. What you set yourself wins.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from afterword.errors import UserError

EXAMPLE = """examples:
  afterword voice
  afterword voice --learn ~/Mail/Sent.mbox
  afterword voice --set greeting=Hi --set avoided="delighted, passionate"
  afterword voice --set pace=        gives it back to the counting
  afterword voice --forget
"""
WORDS = ("favourites", "avoided")
NAMES = ("greeting", "sign_off", "contractions", "pace", *WORDS)


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--learn", type=Path, metavar="MAILBOX", help="count your own mail in it")
    parser.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help=f"one of {', '.join(NAMES)}",
    )
    parser.add_argument("--forget", action="store_true", help="forget what was learned and set")
    parser.add_argument("--json", action="store_true", help="as JSON")


def run(args: argparse.Namespace) -> int:
    from afterword.faces import clock
    from afterword.faces.cli.house import open_house

    said = dict(_set(one) for one in args.set)
    account, now = open_house(), clock.now()
    from afterword.casebook.manner import Manner
    from afterword.desk.letters import manner
    from afterword.desk.mail import mailroom

    if args.forget:
        Manner.of(account.id, at=now).forget(at=now)
    if args.learn:
        mailbox = mailroom.mailbox_at(args.learn)
        n = manner.learn_from(account.id, mailbox, now=now)
        print(f"{n} mails of yours counted; nothing of them was kept.")
    if said:
        Manner.of(account.id, at=now).say(at=now, **said)
    found = manner.shown(account.id, now=now)
    kept = {name: getattr(found, name) for name in (*NAMES, "letters")}
    if args.json:
        print(json.dumps(kept, ensure_ascii=False, indent=2))
        return 0
    for name, value in kept.items():
        shown = ", ".join(value) if isinstance(value, tuple) else value
        print(f"{name.replace('_', ' '):13} {'not known' if shown in ('', 0.0, None) else shown}")
    return 0


def _set(given: str) -> tuple[str, Any]:
    name, sign, value = given.partition("=")
    if name not in NAMES or not sign:
        raise UserError(
            f"{given} is not understood. It is NAME=VALUE, NAME one of {', '.join(NAMES)}."
        )
    value = value.strip()
    if not value:
        return name, None
    if name in WORDS:
        return name, [word.strip() for word in value.split(",") if word.strip()]
    if name == "contractions":
        if value not in ("yes", "no"):
            raise UserError("contractions takes yes or no.")
        return name, value == "yes"
    if name == "pace":
        try:
            return name, float(value)
        except ValueError:
            raise UserError("pace is a number of words in a sentence, such as 14.") from None
    return name, value
