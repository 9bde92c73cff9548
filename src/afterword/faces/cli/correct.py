"""Says what a mail is, when it was read wrongly; mail made like it is then read as you said.

MAIL is its Message-ID, as `afterword cases --json` lists them, or its id here. Without --alike
the kept mails that look like it are only counted. A closed letter stays closed: open it first.
"""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING, Any
from uuid import UUID

from afterword.errors import UserError
from afterword.terms import MailKind

if TYPE_CHECKING:
    from afterword.casebook.message import Message

EXAMPLE = """examples:
  afterword correct 'abc@mail.acme.example' --kind rejection
  afterword correct 'abc@mail.acme.example' --kind status_update --alike
  afterword correct 'abc@mail.acme.example' --company "Acme Freight" --role Planner --json
"""


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("mail", metavar="MAIL", help="which mail")
    parser.add_argument("--kind", metavar="KIND", help="what it is: " + ", ".join(MailKind))
    parser.add_argument("--company", metavar="NAME", help="the firm it speaks of")
    parser.add_argument("--role", metavar="NAME", help="the role it speaks of")
    parser.add_argument(
        "--alike", action="store_true", help="say the same of the kept mails that look like it"
    )
    parser.add_argument("--json", action="store_true", help="as JSON")


def run(args: argparse.Namespace) -> int:
    if args.kind and args.kind not in set(MailKind):
        raise UserError(f"{args.kind} is no kind of mail. It is one of: {', '.join(MailKind)}.")
    from afterword.faces import clock
    from afterword.faces.cli.house import open_house

    account, now = open_house(), clock.now()
    from afterword.casebook.correction import correct
    from afterword.desk.mail import teaching

    mail = found(account.id, args.mail)
    said = {name: getattr(args, name) for name in ("kind", "company", "role")}
    said = {name: value for name, value in said.items() if value}
    if said:
        correct(message=mail, at=now, **said)
        teaching.plan_cases([mail], now)
    elif not args.alike:
        raise UserError("Say what it is: --kind, --company or --role. Nothing was changed.")
    like = teaching.siblings(mail)
    n = teaching.teach(mail, now=now) if args.alike else 0
    if args.json:
        print(json.dumps(_whole(mail, said, like, n), ensure_ascii=False, indent=2))
        return 0
    if said:
        print(f"Corrected: {mail}. What you say counts from now on.")
    if n:
        print(f"{n} more read as you said.")
    elif like.open:
        print(f"{len(like.open)} more look like it. With --alike the same is said of them.")
    elif args.alike:
        print("Nothing else looks like it.")
    if like.sealed:
        print(f"{like.sealed} closed letters may be of the same make; they stay closed.")
    return 0


def _whole(mail: Message, said: dict[str, str], like: Any, n: int) -> dict[str, Any]:
    return {
        "id": str(mail.pk),
        "message_id": mail.mail_id,
        "said": said,
        "alike": [
            {"id": str(one.message.pk), "message_id": one.message.mail_id, "said": one.said}
            for one in like.open
        ],
        "sealed": like.sealed,
        "corrected_alike": n,
    }


def found(account: UUID, given: str) -> Message:
    """The kept mail of this Message-ID or id, if it lies open; a plain sentence when it does not."""
    from afterword.casebook.message import Message

    rows = Message.objects.of(account).select_related("correction", "opening", "case")
    mail = rows.filter(mail_id=given.strip().strip("<>")).first()
    if mail is None:
        try:
            mail = rows.filter(pk=UUID(given)).first()
        except ValueError:
            mail = None
    if mail is None:
        raise UserError(f"There is no mail {given} here. `afterword cases --json` lists them.")
    if mail.is_sealed:
        raise UserError("That letter is still closed. Open it on its page first.")
    return mail
