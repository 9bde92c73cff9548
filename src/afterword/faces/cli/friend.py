"""A letter seen once more before it goes: its night, what changed, and a friend's eyes.

LETTER is the id of a letter on the desk (`afterword letter ... --keep` prints it). --file writes one
HTML page for a friend that sends nothing; --comments reads what came back, from a file or `-`.
--on-network lends the letter, and only it, to your local network for a while: anyone on that
network who has the link can read it, and it is not encrypted on the way. Off unless you ask.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import sys
from pathlib import Path
from typing import Any
from uuid import UUID

from afterword.errors import UserError

EXAMPLE = """examples:
  afterword friend 01a2...                        the night, the changes, the comments
  afterword friend 01a2... --file for-jo.html     a page for a friend; it sends nothing
  afterword friend 01a2... --comments back.txt    what Jo sent back
  afterword friend 01a2... --let-go "They asked for it tonight"
  afterword friend 01a2... --on-network --minutes 60
"""


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("letter", metavar="LETTER", help="its id")
    parser.add_argument("--file", type=Path, metavar="PATH", help="write the page for a friend")
    parser.add_argument("--comments", metavar="PATH", help="read what came back (- for the input)")
    parser.add_argument("--let-go", metavar="WHY", help="overrule the night's rest, and say why")
    parser.add_argument("--on-network", action="store_true", help="lend it on the local network")
    parser.add_argument("--minutes", type=int, default=60, metavar="N", help="for how long (60)")
    parser.add_argument("--host", default="0.0.0.0", help=argparse.SUPPRESS)
    parser.add_argument("--port", type=int, default=0, help="at which port (default: any free one)")
    parser.add_argument("--json", action="store_true", help="as JSON")


def run(args: argparse.Namespace) -> int:
    from afterword.faces import clock
    from afterword.faces.cli.house import open_house

    account, now = open_house(), clock.now()
    from afterword.casebook.second_eyes import Waiver
    from afterword.desk.letters import second_eyes

    letter = _letter(account.id, args.letter)
    if args.let_go is not None:
        Waiver.give(letter=letter, why=args.let_go, at=now)
    if args.comments:
        print(f"{second_eyes.bring_back(letter, _read(args.comments), now=now)} new comments")
    if args.file:
        try:
            args.file.write_text(second_eyes.sheet(letter, now=now), "utf-8")
        except OSError as problem:
            raise UserError(f"{args.file} could not be written: {problem.strerror}.") from problem
        print(f"Written to {args.file}. It sends nothing; give it to your friend as you like.")
        return 0
    if args.on_network:
        return _lend(letter, args)
    eyes = second_eyes.look(letter, now=now)
    if args.json:
        print(json.dumps(second_eyes.as_json(eyes), ensure_ascii=False, indent=2))
        return 0
    _tell(eyes, clock.zone())
    return 0


def _lend(letter: Any, args: argparse.Namespace) -> int:
    from afterword.desk.letters import second_eyes
    from afterword.faces import clock, serve
    from afterword.faces.reading_out import Lent

    if not 1 <= args.minutes <= 24 * 60:
        raise UserError("--minutes takes 1 to 1440.")
    lent = Lent(
        lambda post: second_eyes.sheet(letter, now=clock.now(), post=post),
        lambda fields: second_eyes.hand_over(letter, fields, now=clock.now()),
        host=args.host,
        port=args.port,
    )
    where = serve.own_address() if args.host == "0.0.0.0" else args.host
    print(f"http://{where}:{lent.port}{lent.path}")
    print(
        "Anyone on this network who has this link can read this letter and comment on it. It is not "
        f"encrypted on the way. Nothing else of yours can be reached. It ends in {args.minutes} "
        "minutes, or with Ctrl-C.",
        flush=True,
    )
    with contextlib.suppress(KeyboardInterrupt):
        lent.lend(args.minutes * 60)
    print(f"Taken back. {lent.comments} comments came in.")
    return 0


def _tell(eyes: Any, zone: str) -> None:
    from afterword.faces.cli import words

    if eyes.waiver is not None:
        print(f"It goes without its night: {eyes.waiver.why or 'you decided so'}")
    elif eyes.rest.until is not None and not eyes.rest.over:
        print(f"Let it rest until {words.day(eyes.rest.until, zone)}, in the morning.")
        print(words.wrapped(eyes.rest.why))
    changed = [one for one in eyes.changes if one.how != "kept"]
    print("Since last night:" if changed else "Nothing has changed since last night.")
    for one in changed:
        for sign, text in (("-", one.before), ("+", one.after)):
            if text:
                print(words.wrapped(f"{sign} {text}"))
    for row in eyes.answered:
        print(f"“{row.remark.quote}”")
        print(words.wrapped(f"{row.story.title}: {row.why}" if row.story else NO_STORY))
    for one in eyes.comments:
        about = f"“{one.sentence}”" if one.sentence else "On the whole"
        print(words.wrapped(about))
        print(words.wrapped(f"{one.comment.by_name or 'A friend'}: {one.comment.text}", "      "))


NO_STORY = (
    "No story of yours answers this yet. Three lines would do: what was hard, what you did, what "
    "came of it."
)


def _read(path: str) -> str:
    if path == "-":
        return sys.stdin.read()
    try:
        return Path(path).read_text("utf-8", errors="replace")
    except OSError as problem:
        raise UserError(f"{path} could not be read: {problem.strerror}.") from problem


def _letter(account: UUID, given: str) -> Any:
    from afterword.casebook.letter import Letter

    try:
        found = Letter.objects.of(account).filter(pk=UUID(given)).first()
    except ValueError:
        found = None
    if found is None:
        raise UserError(f"There is no letter {given} on the desk.")
    return found
