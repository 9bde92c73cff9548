"""One letter out of the door, by the way you choose. Without LETTER it lists what lies on the desk.

Nothing is sent without your word at this terminal, one letter at a time. Where nobody can tell
whether a letter went, it says so and sends nothing again until you settle it.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any
from uuid import UUID

from afterword.errors import Refused, UserError
from afterword.faces.cli.given import letter_of

EXAMPLE = """examples:
  afterword send                            the letters that lie on the desk, with their ids
  afterword send 01a2... --smtp             by your own mail account; it asks before it goes
  afterword send 01a2... --draft            into your own Drafts, threaded; you send it from there
  afterword send 01a2... --pdf letter.pdf   for the post; --docx, --card and --eml likewise
  afterword send 01a2... --words LinkedIn_message
  afterword send 01a2... --look             is it in Sent?  then --went or --did-not-go
  afterword send --try                      prove your mail account; sends nothing to anyone
"""
#: The ways that write a file, and what makes it.
FILES = ("pdf", "docx", "card", "eml")


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("letter", nargs="?", metavar="LETTER", help="the id of one letter")
    one = parser.add_mutually_exclusive_group()
    one.add_argument("--smtp", action="store_true", help="send it with your own mail account")
    one.add_argument("--draft", action="store_true", help="lay it into your own Drafts")
    one.add_argument("--look", action="store_true", help="look for it in your own Sent")
    one.add_argument("--went", action="store_true", help="say that it went, by whatever way")
    one.add_argument("--did-not-go", action="store_true", help="say that one in doubt did not go")
    one.add_argument("--words", metavar="CHANNEL", help="LinkedIn_message or LinkedIn_comment")
    one.add_argument("--remind", action="store_true", help="be reminded at 09:30 their time")
    one.add_argument("--try", dest="try_out", action="store_true", help="prove your mail account")
    for name in FILES:
        one.add_argument(f"--{name}", type=Path, metavar="PATH", help=f"write it as .{name}")
    parser.add_argument("--with-holes", action="store_true", help="it may leave with [open] parts")
    parser.add_argument("--json", action="store_true", help="as JSON")


def run(args: argparse.Namespace) -> int:
    from afterword.faces import clock
    from afterword.faces.cli.house import open_house

    account, now = open_house(), clock.now()
    if args.smtp or args.draft or args.look or args.try_out:
        _unlock()
    if args.try_out:
        return _try(account.id, now, args.json)
    if not args.letter:
        _list(account.id, now, args.json)
        return 0
    letter = letter_of(account.id, args.letter)
    said = _do(args, letter, now)
    said = {"id": str(letter.pk), **said, **_state(letter, now)}
    if args.json:
        print(json.dumps(said, ensure_ascii=False, indent=2, default=str))
    else:
        print(said.get("says") or _told(said))
    return 1 if said.get("way") == "failed" and args.smtp else 0


def _do(args: argparse.Namespace, letter: Any, now: Any) -> dict[str, Any]:
    from afterword.desk.letters import posting
    from afterword.desk.mail import own_mail, sending
    from afterword.terms import Channel

    if args.smtp:
        return _send(args, letter)
    if args.draft:
        laid = own_mail.lay_draft(letter, now=now, with_holes=args.with_holes)
        return {"draft": laid.state, "folder": laid.folder,
                "says": f"It lies in “{laid.folder}” ({laid.state})."}  # fmt: skip
    if args.look:
        seen = sending.look(letter, now=now)
        return {"found": seen.found, "folder": seen.folder, "telling": seen.telling,
                "says": f"{'It lies' if seen.found else 'It does not lie'} in “{seen.folder}”."}  # fmt: skip
    if args.went:
        sending.mark(letter, now=now)
    if args.did_not_go:
        sending.settle(letter, went=False, now=now)
    if args.words:
        if args.words not in (Channel.LINKEDIN_MESSAGE, Channel.LINKEDIN_COMMENT):
            raise UserError("Words go as LinkedIn_message or as LinkedIn_comment.")
        found = posting.as_words(letter, Channel(args.words))
        return {"text": found.text, "signs": found.signs, "most": found.most, "over": found.over,
                "says": f"{found.text}\n\n({found.signs} of {found.most} signs)"}  # fmt: skip
    if args.remind:
        from afterword.casebook.profile import Profile

        row = posting.remind(letter, now=now, zone=Profile.of(letter.account, at=now).zone)
        return {"remind_at": row.at.isoformat(), "says": f"You will be reminded at {row.at:%c %Z}."}
    return _file(args, letter, now)


def _send(args: argparse.Namespace, letter: Any) -> dict[str, Any]:
    """The sending itself: a person at this terminal reads it and says yes."""
    from afterword.desk.letters import carrying
    from afterword.desk.mail import own_mail, sending
    from afterword.faces import clock

    carrying.may_leave(letter, with_holes=args.with_holes)
    sender, to = own_mail.address(letter.account), carrying.reader_of(letter)
    if not sys.stdin.isatty():
        raise Refused(
            "A person sends each letter: --smtp asks you at a terminal. Nothing was sent."
        )
    seen = carrying.seal(letter)
    print(f"From: {sender.email}\nTo: {to.name} <{to.email}>\nSubject: {letter.subject}\n\n"
          f"{letter.text}\n", file=sys.stderr)  # fmt: skip
    print("Send this letter now? Type yes: ", end="", file=sys.stderr, flush=True)
    if sys.stdin.readline().strip().casefold() != "yes":
        return {"sent": False, "says": "Not sent. It lies on the desk as before."}
    came = sending.send(letter, clock=clock.now, seen=seen, with_holes=args.with_holes)
    return {"beside": came.beside}


def _file(args: argparse.Namespace, letter: Any, now: Any) -> dict[str, Any]:
    from afterword.desk.letters import correspondence, posting

    makers = {
        "pdf": posting.as_pdf, "docx": posting.as_docx, "card": posting.as_card,
    }  # fmt: skip
    for name in FILES:
        path = getattr(args, name)
        if path is None:
            continue
        made = (
            correspondence.as_eml(letter)
            if name == "eml"
            else makers[name](letter, now=now, with_holes=args.with_holes)
        )
        try:
            path.write_bytes(made)
        except OSError as problem:
            raise UserError(f"{path} could not be written: {problem.strerror}.") from problem
        return {"file": str(path), "bytes": len(made), "says": f"Written: {path}"}
    return {}


def _unlock() -> None:
    """The passphrase, where passwords lie in a locked file and a person sits here to give it."""
    from getpass import getpass

    from afterword.desk.mail import locker

    if sys.stdin.isatty() and locker.is_locked():
        locker.unlock(getpass("Passphrase of your passwords (not shown): "))


def _try(account: UUID, now: Any, as_json: bool) -> int:
    from dataclasses import asdict

    from afterword.desk.mail import own_mail

    steps = own_mail.try_out(account, now=now)
    if as_json:
        print(json.dumps([asdict(one) for one in steps], ensure_ascii=False, indent=2))
    else:
        for one in steps:
            print(f"{'well   ' if one.well else 'not yet'}  {one.says}")
        print("Nothing was sent to anyone.")
    return 0 if all(one.well for one in steps) else 1


def _list(account: UUID, now: Any, as_json: bool) -> None:
    from afterword.casebook.letter import Letter

    rows = Letter.objects.of(account).open().select_related("person", "case__company", "approval")
    found = [
        {"id": str(row.pk), "kind": row.kind, "to": str(row.person or ""),
         "case": str(row.case or ""), **_state(row, now)}
        for row in rows.order_by("-id")
    ]  # fmt: skip
    if as_json:
        print(json.dumps(found, ensure_ascii=False, indent=2, default=str))
        return
    if not found:
        print(
            "Nothing lies on the desk. `afterword letter KIND --case ID --keep` lays a letter there."
        )
    for one in found:
        print(
            f"{one['id']}  {one['kind'].replace('_', ' ')}  {one['to']}  {one['way'] or one['state']}"
        )


def _state(letter: Any, now: Any) -> dict[str, Any]:
    """Where the letter is; `way` tells of a sending: under_way, never_left, in_doubt, sent, failed."""
    from afterword.desk.mail import sending

    letter.forget_states()
    row = sending.last(letter)
    way = str(row.way(now)) if row is not None else ""
    return {"state": letter.state, "way": way, "why": row.why if row is not None else "",
            "message_id": row.message_id if row is not None else ""}  # fmt: skip


def _told(said: dict[str, Any]) -> str:
    if said["way"] == "in_doubt":
        return ("Nobody here can tell whether it went. `--look` looks into Sent; then say --went or "
                "--did-not-go. Until then nothing is sent again.")  # fmt: skip
    if said["way"] in ("failed", "never_left") and said["state"] != "sent":
        return said["why"] or "It was not sent."
    return {"sent": "Sent. Now it is theirs to answer."}.get(
        said["state"], f"It is {said['state']}."
    )
