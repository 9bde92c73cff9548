"""What your corrections taught: each with its mail, the last first. Any of it can be taken back."""

from __future__ import annotations

import argparse
import json
from typing import Any

EXAMPLE = """examples:
  afterword lessons
  afterword lessons --json
  afterword lessons --take-back 'abc@mail.acme.example'
"""


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="as JSON")
    parser.add_argument(
        "--take-back", metavar="MAIL", help="unsay what you said of this mail and of those alike"
    )


def run(args: argparse.Namespace) -> int:
    from afterword.faces import clock
    from afterword.faces.cli.house import open_house

    account, now = open_house(), clock.now()
    from afterword.desk.mail import rereading, teaching
    from afterword.faces.cli.correct import found

    if args.take_back:
        mail = found(account.id, args.take_back)
        teaching.take_back(mail, now=now)
        rereading.unlearn(account.id, now=now)
    taught = teaching.taught(account.id)
    if args.json:
        print(json.dumps([_whole(one) for one in taught], ensure_ascii=False, indent=2))
        return 0
    if args.take_back:
        print("Taken back. Mails are read as before.")
    elif not taught:
        print("You have not taught anything yet. `afterword correct --help` says how.")
    for one in taught:
        _print(one)
    return 0


def _print(one: Any) -> None:
    from afterword.faces.cli import words

    mail = one.message
    who = mail.sender_name or mail.sender_email
    print("a closed letter" if mail.is_sealed else f"“{mail}”", f"from {who}, {words.day(mail.at)}")
    for name, value in one.said.items() if not mail.is_sealed else ():
        was = str(one.read) if name == "kind" else mail.reading.get(name, "")
        read = f", not {was.replace('_', ' ')}" if was and was != value else ""
        print(f"   {name}: {value.replace('_', ' ')}{read}")
    if one.also:
        print(f"   said of {one.also} more")
    if one.since:
        print(f"   {one.since} read by it since")
    print(f"   {mail.mail_id}\n")


def _whole(one: Any) -> dict[str, Any]:
    return {
        "id": str(one.message.pk),
        "message_id": one.message.mail_id,
        "at": one.at.isoformat(),
        "read": {"kind": str(one.read)},
        "said": one.said,
        "also": one.also,
        "since": one.since,
    }
