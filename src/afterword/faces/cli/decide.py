"""Fight, ask first, keep warm, touch lightly, move on or wait: from answers in JSON.

Reads {"F1": 0.4, "W1": 1, "G1": false, "context": {"today": "2026-03-10"}} from standard
input or a file; a factor left out or null is unknown. The answer says why.
"""

from __future__ import annotations

import argparse
import json
import sys

from afterword.errors import UserError

EXAMPLE = """example:
  echo '{"F1": 1, "F2": 1, "F3": 1, "F4": 1}' | afterword decide --json
  afterword decide --asks
"""


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file", nargs="?", default="-", help="the answers (default: standard input)"
    )
    parser.add_argument("--json", action="store_true", help="the whole advice as JSON")
    parser.add_argument(
        "--asks", action="store_true", help="what may be answered, each as a question, and stop"
    )


def run(args: argparse.Namespace) -> int:
    from afterword.desk.cases.deciding import asks, from_answers

    if args.asks:
        for part in asks():
            for key, question in part.items():
                print(f"{key:22}{question}")
            print()
        return 0
    try:
        given = json.loads(_read(args.file))
    except OSError as problem:
        raise UserError(f"{args.file} cannot be read: {problem.strerror}.") from problem
    except ValueError as problem:
        raise UserError(f"The answers are not JSON: {problem}.") from problem
    if not isinstance(given, dict):
        raise UserError('The answers are an object, such as {"F1": 1, "W1": 0.5}.')
    context = given.get("context")
    dated = ("promised_date", "talked_on")
    if isinstance(context, dict) and any(map(context.get, dated)) and not context.get("today"):
        # Whether their date is still ahead, or a talk still fresh, depends on the day it is.
        from afterword.faces import clock

        given = {**given, "context": {**context, "today": clock.now().date().isoformat()}}
    advice, whole = from_answers(given)
    if args.json:
        print(json.dumps(whole, ensure_ascii=False, indent=2))
        return 0
    band = advice.band.replace("_", " ")
    print(f"{band}: {advice.headline}" if advice.headline else band)
    if advice.why:
        print(f"  {advice.why}")
    for sign, reasons in (("+", advice.pro), ("-", advice.con)):
        for reason in reasons[:3]:
            print(f"  {sign} {reason.says}")
    if advice.next_question:
        print(f"  ? {advice.next_question}")
    step = advice.next_step
    if step.what:
        print(f"  > {', '.join(x for x in (step.who, step.what, step.when) if x)}")
    return 0


def _read(file: str) -> str:
    if file == "-":
        return sys.stdin.read()
    with open(file, encoding="utf-8") as answers:
        return answers.read()
