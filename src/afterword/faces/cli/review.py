"""Looks a letter over as a careful friend would, and says what to mend. Keeps nothing, sends nothing.

FILE is the letter as text; it may begin with a line "Subject: …". With --case it is held against what
your casebook knows; with --facts against a file of facts:
{"facts": [{"id", "text"}], "to": {"name", "title", "company"}, "from": {"name"}, "date", "language"}.
With neither, only the words themselves are looked at.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

EXAMPLE = """examples:
  afterword review letter.txt --kind grace_note
  afterword review letter.txt --kind influence_letter --facts facts.json --json
  afterword review letter.txt --kind reopen_letter --case 01a2... --to dana@acme.example
"""


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="the letter, as text")
    parser.add_argument("--kind", required=True, metavar="KIND", help="which letter it is")
    against = parser.add_mutually_exclusive_group()
    against.add_argument("--case", metavar="ID", help="from `afterword cases`")
    against.add_argument("--facts", metavar="FACTS.json", help="what the letter may rest on")
    parser.add_argument("--to", metavar="EMAIL", help="to whom, with --case")
    parser.add_argument(
        "--no-grammar", action="store_true", help="leave out grammar and spelling (starts faster)"
    )
    parser.add_argument("--json", action="store_true", help="each finding with its place")


def run(args: argparse.Namespace) -> int:
    from afterword.desk.letters import second_look

    kind = second_look.kind_of(args.kind)
    text = second_look.read_letter(Path(args.file))
    known = second_look.Known()
    if args.facts:
        known = second_look.known_from(Path(args.facts))
    elif args.case:
        known = _from_casebook(args, str(kind))
    findings = second_look.look(text, kind, known, with_grammar=not args.no_grammar)
    if args.json:
        print(json.dumps(second_look.findings_json(findings), ensure_ascii=False, indent=2))
        return 0
    for one in findings:
        line = text.count("\n", 0, one.start) + 1
        print(f"line {line}: {one.message}")
        if one.mend is not None:
            instead = f"put “{one.mend}”" if one.mend else "take it out"
            print(f"{'':8}“{' '.join(text[one.start : one.end].split())[:60]}”: {instead}")
    print("Nothing to note. It reads well." if not findings else f"\n{len(findings)} to look at.")
    return 0


def _from_casebook(args: argparse.Namespace, kind: str) -> Any:
    from afterword.faces import clock
    from afterword.faces.cli.house import open_house

    account, now = open_house(), clock.now()
    from afterword.desk.letters import correspondence, letter_mends
    from afterword.faces.cli.letter import _case, _person
    from afterword.terms import LetterKind

    case = _case(account.id, args.case)
    asked = LetterKind(kind)
    if args.to:
        person = _person(account.id, case, args.to)
    else:
        person = correspondence.addressee(case, now, asked)
    return letter_mends.known_of(case, person, asked, now=now)
