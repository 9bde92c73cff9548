"""Your own sentences in other words, by a language model you chose. Off until you choose one.

It shows every word that would leave and asks, each time. What comes back may add nothing: a name,
number, day or claim that was not in your sentence is struck out and shown, and that sentence stays
as it was. --show sends nothing; --take puts what is clean into the letter.
"""

from __future__ import annotations

import argparse
import json
import sys
from typing import Any
from uuid import UUID

from afterword.errors import UserError
from afterword.faces.cli.given import letter_of

EXAMPLE = """examples:
  afterword rephrase --set-up http://127.0.0.1:11434/v1 --model llama3.2    a model on this machine
  afterword rephrase --set-up https://api.example/v1 --model m --limit 50000    asks for the key
  afterword rephrase 01a2... --show               what would leave; sends nothing
  afterword rephrase 01a2... --wish shorten --sentence 2 --take
  afterword rephrase 01a2... --wish translate --into de --json
  afterword rephrase --off                        use no model; forget its key
"""


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("letter", nargs="?", metavar="LETTER", help="the id of one letter")
    parser.add_argument("--wish", default="rephrase", help="rephrase, shorten, vary or translate")
    parser.add_argument("--into", default="", help="for a translation: en, de, fr or es")
    parser.add_argument(
        "--sentence", type=int, action="append", default=[], metavar="N", help="only this one"
    )
    parser.add_argument("--show", action="store_true", help="what would leave; sends nothing")
    parser.add_argument("--yes", metavar="MARK", default="", help="yes to the words of this mark")
    parser.add_argument("--take", action="store_true", help="put what is clean into the letter")
    parser.add_argument("--set-up", metavar="URL", help="use the model at this address")
    parser.add_argument("--model", default="", help="its name")
    parser.add_argument("--speech", default="openai", help="openai (the usual) or anthropic")
    parser.add_argument("--limit", type=int, help="tokens a month")
    parser.add_argument("--off", action="store_true", help="use no model any more")
    parser.add_argument("--json", action="store_true", help="as JSON")


def run(args: argparse.Namespace) -> int:
    from afterword.faces import clock
    from afterword.faces.cli.house import open_house

    account, now = open_house(), clock.now()
    from afterword.desk.letters import rewording

    if args.off:
        rewording.take_out(account.id, now=now)
        print("No model is used any more. Its key is gone.")
        return 0
    if args.set_up:
        return _set_up(args, account.id, now)
    if not args.letter:
        found = rewording.chosen(account.id, now=now)
        print(rewording.NONE_YET if found is None else f"{found.name} at {found.host}")
        return 0
    return _reword(args, letter_of(account.id, args.letter), now)


def _set_up(args: argparse.Namespace, account: UUID, now: Any) -> int:
    from getpass import getpass

    from afterword.desk.letters import rewording
    from afterword.faces.cli.unlocking import unlock

    if not args.model:
        raise UserError("Say which model: --model NAME.")
    key = ""
    if sys.stdin.isatty():
        key = getpass("Its key (not shown; empty for none): ")
    if key:
        unlock()
    rewording.set_up(
        account,
        now=now,
        speech=args.speech,
        url=args.set_up,
        name=args.model,
        key=key,
        most=args.limit or rewording.USUAL,
    )
    print("Kept. Nothing is sent without your yes to the very words.")
    return 0


def _reword(args: argparse.Namespace, letter: Any, now: Any) -> int:
    from afterword.desk.letters import rewording

    if args.wish not in set(rewording.Wish):
        raise UserError(f"{args.wish} is no wish. It is one of: {', '.join(rewording.Wish)}.")
    if args.into and args.into not in rewording.LANGUAGES:
        raise UserError(f"{args.into} is not among: {', '.join(rewording.LANGUAGES)}.")
    wish, only = rewording.Wish(args.wish), [n - 1 for n in args.sentence]
    made = rewording.offer(letter, wish, now=now, only=only, into=args.into)
    leaves = {"to": made.model.host, "system": made.asked.system, "words": made.asked.words,
              "at_most": made.at_most, "mark": made.asked.mark}  # fmt: skip
    if args.show:
        print(json.dumps(leaves, ensure_ascii=False, indent=2) if args.json else _told(leaves))
        return 0
    yes = args.yes or _asked(leaves)
    if not yes:
        print("Nothing was sent.")
        return 0
    found = rewording.ask(letter, wish, now=now, yes_to=yes, only=only, into=args.into)
    taken = rewording.take(letter, found.lines, now=now) if args.take else 0
    if args.json:
        print(json.dumps(_whole(found, taken), ensure_ascii=False, indent=2))
    else:
        _print(found, taken)
    return 1 if found.why else 0


def _told(leaves: dict[str, Any]) -> str:
    return (
        f"To {leaves['to']}, at most {leaves['at_most']} tokens. Every word that would leave:\n\n"
        f"{leaves['system']}\n\n{leaves['words']}\n\nmark: {leaves['mark']}"
    )


def _asked(leaves: dict[str, Any]) -> str:
    """The mark, once the user at this terminal has said yes; "" otherwise."""
    if not sys.stdin.isatty():
        raise UserError("Nothing leaves without your yes. See it with --show, then --yes MARK.")
    print(_told(leaves))
    answer = input("\nSend these words? (yes/no) ").strip().casefold()
    return str(leaves["mark"]) if answer in ("y", "yes") else ""


def _whole(found: Any, taken: int) -> dict[str, Any]:
    return {
        "why": found.why or None,
        "taken": taken,
        "lines": [
            {
                "n": one.number + 1,
                "old": one.old,
                "new": one.new,
                "clean": one.is_clean,
                "note": one.note or None,
                "struck": [
                    {"start": s.start, "end": s.end, "text": one.new[s.start : s.end], "why": s.why}
                    for s in one.struck
                ],
            }
            for one in found.lines
        ],
    }


def _print(found: Any, taken: int) -> None:
    if found.why:
        print(found.why)
    for one in found.lines:
        print(f"\n{one.number + 1}. {one.old}\n   {one.new}")
        for s in one.struck:
            print(f"   struck: {one.new[s.start : s.end]} ({s.why.replace('_', ' ')})")
        if one.note:
            print(f"   {one.note}")
    if taken:
        print(f"\n{taken} taken over. The letter is traced anew.")
