"""The search over a period as a list to hand on: date, firm, role, what was done, how it stands.

No note, doubt or letter of yours stands in it, and no answer you have not opened. Read it before
you hand it on. Without days it covers the last four weeks. The PDF lies in papers/ in the home
unless you say where.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from afterword.faces.cli.days import day

EXAMPLE = """examples:
  afterword report                                  a PDF of the last four weeks
  afterword report --from 2026-03-01 --to 2026-03-31 --out march.pdf
  afterword report --csv > search.csv
"""


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--from", dest="since", type=day, metavar="DATE", help="the first day")
    parser.add_argument("--to", dest="until", type=day, metavar="DATE", help="the last day")
    parser.add_argument("--csv", action="store_true", help="for a spreadsheet, instead of a PDF")
    parser.add_argument(
        "--out",
        type=Path,
        metavar="FILE",
        help="where to write it (default: papers/ in the home; CSV: the terminal, as with -)",
    )


def run(args: argparse.Namespace) -> int:
    from afterword.errors import UserError
    from afterword.faces import clock
    from afterword.faces.cli.house import home, open_house

    account, now = open_house(), clock.now()
    from afterword.desk.cases import search_report

    made = search_report.report(account.id, now, args.since, args.until)
    if not made.lines:
        print(f"{search_report.nothing(made)} Nothing was written.", file=sys.stderr)
        return 0
    to_terminal = args.out is None or str(args.out) == "-"
    if args.csv and to_terminal:
        # The lines end as CSV has them; the stream must not turn them into something else.
        sys.stdout.write(search_report.as_csv(made).replace("\r\n", "\n"))
        return 0
    if to_terminal and args.out is not None:
        raise UserError("A PDF cannot be shown in a terminal. Name a file after --out.")
    path = args.out or search_report.papers(home()) / search_report.file_name(made, "pdf")
    # A mark at the beginning tells spreadsheets that it is UTF-8.
    content = (
        search_report.as_csv(made).encode("utf-8-sig")
        if args.csv
        else search_report.as_pdf(account.id, made, now)
    )
    try:
        path.write_bytes(content)
    except OSError as problem:
        why = problem.strerror or "it is not there"
        raise UserError(
            f"{path} cannot be written: {why}. Name another file after --out."
        ) from None
    said = path.expanduser().resolve()
    print(f"{search_report.summary(made)}\nWritten to {said}. Read it before you hand it on.")
    return 0
