"""The report of a search as a PDF to hand on, and as CSV for a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import datetime

from afterword.writing.delivery.pdf import pdf

#: What stands above the columns, in the order of the cells of a line.
COLUMNS = ("Date", "Firm", "Role", "What was done", "How it stands")
_PAGE = """
#set document(title: data.title, author: data.name)
#set text(lang: "en", size: 10pt, font: ("Libertinus Serif", "Noto Serif", "DejaVu Serif"))
#set page(
  paper: "a4",
  flipped: true,
  margin: (x: 2cm, top: 2cm, bottom: 2.2cm),
  footer: context [
    #set text(size: 8.5pt, fill: luma(35%))
    #data.title #h(1fr) #counter(page).display("1 / 1", both: true)
  ],
)
#set par(leading: 0.55em)
#show heading: set text(size: 17pt, weight: "semibold")
= #data.title
#if data.name != "" [#data.name \\ ]
#data.period \\
#text(fill: luma(35%))[#data.summary]
#v(0.8em)
#set table(stroke: (x, y) => (bottom: if y == 0 { 0.8pt } else { 0.4pt + luma(80%) }), inset: (x: 5pt, y: 5pt))
#show table.cell.where(y: 0): set text(weight: "semibold")
#table(
  columns: (auto, 1.2fr, 1.5fr, 1.5fr, 1.3fr),
  align: left,
  table.header(..data.columns.map(one => [#one])),
  ..data.lines.flatten().map(one => [#one]),
)
"""


def as_pdf(
    lines: Sequence[Sequence[str]],
    *,
    title: str,
    name: str,
    period: str,
    summary: str,
    at: datetime,
) -> bytes:
    """The lines as a table on landscape A4, the head repeated on each page."""
    data = {
        "title": title,
        "name": name,
        "period": period,
        "summary": summary,
        "columns": COLUMNS,
        "lines": [list(line) for line in lines],
    }
    return pdf(_PAGE, data, at=at)


def as_csv(lines: Iterable[Sequence[str]]) -> str:
    """The lines as CSV (RFC 4180, one line each); a caller who writes a file adds the encoding."""
    out = io.StringIO()
    written = csv.writer(out, lineterminator="\r\n")
    written.writerow(COLUMNS)
    written.writerows(lines)
    return out.getvalue()
