"""The parser: somebody's table into applications, with what was guessed laid open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from afterword.errors import UserError
from afterword.intake.tables import Row, Table, folded
from afterword.intake.trackers.adapter import meaning, named, steps_of
from afterword.intake.trackers.days import day_of, order_of, says_nothing
from afterword.intake.trackers.raw import cells, checked, guess
from afterword.terms import Applied, Brought, Column, Deed, MailKind, Step, Unread

_DAYS = ("on", "decided", "saved_on")
_SHOWN = 3
_NO = frozenset({"no", "false", "n", "nein", "non", "0"})


@dataclass(frozen=True, slots=True)
class _Sense:
    """How this table is read: which heading stands for what, and in which order days are written."""

    heading: Mapping[str, str]
    day_first: bool | None
    unsure: bool

    def cell(self, row: Row, means: str) -> str:
        name = self.heading.get(means, "")
        return row[name] if name else ""

    def day(self, row: Row, means: str) -> date | None:
        return day_of(self.cell(row, means), day_first=self.day_first)


def is_tracker(table: Table) -> bool:
    """Whether the table looks like a list of applications: a firm, and a day or a status or a role."""
    means = set(guess(table).values())
    return "company" in means and bool({"on", "status", "role", "steps"} & means)


def parse(
    table: Table,
    name: str,
    *,
    columns: Mapping[str, str] | None = None,
    day_first: bool | None = None,
) -> Brought:
    """The applications of a table. `columns` (heading to meaning) and `day_first` are the user's own word.

    With `asks` in the answer nothing is read yet but the first cells: what is
    asked must be said first. Raises `UserError` for columns that do not exist.
    """
    try:
        means = checked(table, columns) if columns is not None else guess(table)
    except ValueError as wrong:
        raise UserError(f"{name}: {wrong}. Nothing was read.") from wrong
    shown = tuple(
        Column(
            heading, means.get(folded(heading), ""), tuple(cells(table, folded(heading), _SHOWN))
        )
        for heading in table.headings
    )
    heading = {meant: column for column, meant in means.items()}
    found, doubt = order_of(
        cell for meant in _DAYS if meant in heading for cell in cells(table, heading[meant], 10_000)
    )
    order = day_first if day_first is not None else found
    answer = Brought("tracker", name, columns=shown, day_first=order, unread=table.unread)
    if "company" not in heading:
        return _asking(answer, "columns")
    if doubt and order is None:
        return _asking(answer, "days")
    return _read(table, answer, _Sense(heading, order, doubt))


def _asking(answer: Brought, what: str) -> Brought:
    return Brought(
        answer.kind, answer.name, columns=answer.columns, unread=answer.unread, asks=what
    )


def _read(table: Table, answer: Brought, sense: _Sense) -> Brought:
    applied: list[Applied] = []
    unread = list(answer.unread)
    strange: Counter[str] = Counter()
    for row in table.rows:
        one, problems = _row(row, sense)
        unread.extend(problems)
        if one is None:
            continue
        applied.append(one)
        if one.status and not meaning(one.status)[2]:
            strange[one.status] += 1
    left = [f"the column “{c.heading}”" for c in answer.columns if not c.means]
    left += [
        f"the status “{word}” of {n} lines, which we do not know"
        for word, n in sorted(strange.items())
    ]
    return Brought(
        answer.kind, answer.name, applied=tuple(applied), unread=tuple(unread),
        left=tuple(left), columns=answer.columns, day_first=answer.day_first,
    )  # fmt: skip


def _row(row: Row, sense: _Sense) -> tuple[Applied | None, list[Unread]]:
    company, role = named(sense.cell(row, "company")), named(sense.cell(row, "role"))
    if not company:
        return None, [Unread(row.line, "The line names no firm.")]
    problems: list[Unread] = []
    for means in _DAYS:
        cell = sense.cell(row, means)
        if cell and not says_nothing(cell) and sense.day(row, means) is None:
            problems.append(
                Unread(
                    row.line, f"The day “{cell[:40]}” cannot be read; the line was read without it."
                )
            )
    status = named(sense.cell(row, "status"))
    kind, stage, _ = meaning(status)
    steps, lost = steps_of(sense.cell(row, "steps"), day_first=sense.day_first)
    if lost:
        problems.append(
            Unread(row.line, f"{lost} of the steps listed in this line have no day or no name.")
        )
    said_no = sense.cell(row, "applied").casefold() in _NO
    saved = stage == "saved" or (said_no and kind in (None, Deed.APPLICATION))
    on = sense.day(row, "on") or sense.day(row, "saved_on") or (steps[0].on if steps else None)
    if on is None and kind is not None and kind is not Deed.APPLICATION:
        problems.append(
            Unread(row.line, "The line has no day, so its outcome cannot be placed in time.")
        )
        kind = None
    decided = sense.day(row, "decided")
    if decided is not None and isinstance(kind, MailKind) and not steps:
        steps = [Step(decided, status, kind, stage)]
    return Applied(
        company=company,
        role=role,
        on=on,
        status=status,
        means=kind,
        stage="" if stage in ("saved", "silent") else stage,
        posting=sense.cell(row, "posting")[:1000],
        place=sense.cell(row, "place"),
        note=sense.cell(row, "note"),
        saved=saved,
        steps=tuple(steps),
        line=row.line,
    ), problems
