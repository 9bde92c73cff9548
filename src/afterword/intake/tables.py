"""A table out of a text file: its headings, and each row with the line it begins on.

The separator is found by trying; lines of explanation above the headings are passed over, and said.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from afterword.intake.lettering import decoded
from afterword.terms import Unread

#: Headings stand within the first lines, if at all.
_LOOK = 25
_SEPARATORS = (",", ";", "\t", "|")
#: A cell longer than this is a runaway quotation, not a note.
_LONGEST = 1_000_000

csv.field_size_limit(_LONGEST)


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the line it begins on, and its cells by heading, trimmed."""

    line: int
    cells: Mapping[str, str]

    def __getitem__(self, heading: str) -> str:
        return self.cells.get(heading, "")

    @property
    def empty(self) -> bool:
        return not any(self.cells.values())


@dataclass(frozen=True, slots=True)
class Table:
    """`headings` as they stand; rows by the headings in lower case; what could not be read."""

    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    unread: tuple[Unread, ...] = ()

    @property
    def names(self) -> frozenset[str]:
        return frozenset(map(folded, self.headings))


NO_TABLE = Table((), ())


def folded(heading: str) -> str:
    return " ".join(heading.casefold().split())


def table_of(data: bytes | str) -> Table:
    """The table in a file; `NO_TABLE` when there is no line with two headings."""
    text = decoded(data) if isinstance(data, bytes) else data
    separator = _separator(text)
    rows = list(_rows(text, separator))
    first = next((n for n, (_, cells, _) in enumerate(rows[:_LOOK]) if _is_head(cells)), None)
    if first is None:
        return NO_TABLE
    headings = _named_apart([cell.strip() for cell in rows[first][1]])
    keys = [folded(one) for one in headings]
    found: list[Row] = []
    unread: list[Unread] = []
    for line, cells, broken in rows[first + 1 :]:
        if broken:
            unread.append(Unread(line, broken))
            continue
        if not any(cell.strip() for cell in cells):
            continue
        more = [cell for cell in cells[len(keys) :] if cell.strip()]
        if more:
            unread.append(
                Unread(
                    line,
                    f"The line has {len(more)} cells more than there are headings; read without them.",
                )
            )
        trimmed = [cell.strip() for cell in cells[: len(keys)]]
        trimmed += [""] * (len(keys) - len(trimmed))
        found.append(Row(line, dict(zip(keys, trimmed, strict=True))))
    return Table(tuple(headings), tuple(found), tuple(unread + _runaway(rows)))


def _separator(text: str) -> str:
    """The sign that cuts the headings: of those that cut most lines alike, the first to cut any, and into most."""

    def fit(sign: str) -> tuple[bool, int, int]:
        rows = [row for row in _rows(text[:20_000], sign) if any(row[1])][: _LOOK * 2]
        cut = [(line, len(cells)) for line, cells, _ in rows if len(cells) > 1]
        if not cut:
            return (False, -len(text), 0)
        sizes = [size for _, size in cut]
        usual = max(set(sizes), key=sizes.count)
        return (sizes.count(usual) * 2 > len(rows), -cut[0][0], cut[0][1])

    return max(_SEPARATORS, key=fit)


def _rows(text: str, separator: str) -> Iterator[tuple[int, list[str], str]]:
    """Each row with its first line; a row that cannot be cut comes with the reason."""
    # Not `splitlines`, which cuts at U+2028, form feeds and the like: half a note was a row of its own.
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    while True:
        line = reader.line_num + 1
        try:
            yield line, next(reader), ""
        except StopIteration:
            return
        except csv.Error:
            yield line, [], "The cells of this line cannot be told apart."


def _runaway(rows: list[tuple[int, list[str], str]]) -> list[Unread]:
    """A quotation that was opened and never closed swallows what follows: that is said."""
    if not rows:
        return []
    line, cells, _ = rows[-1]
    swallowed = max((cell.count("\n") for cell in cells), default=0)
    last = cells[-1] if cells else ""
    if swallowed > 1 and last.endswith("\n"):
        why = f"A quotation mark opens here and never closes; the {swallowed} lines after it were taken as one cell."
        return [Unread(line, why)]
    return []


def _is_head(cells: list[str]) -> bool:
    return sum(bool(cell.strip()) for cell in cells) >= 2


def _named_apart(headings: list[str]) -> list[str]:
    """The headings, each different: a second “Date” is “Date 2”, an empty one “Column 3”."""
    seen: dict[str, int] = {}
    found = []
    for place, heading in enumerate(headings, 1):
        name = heading or f"Column {place}"
        seen[folded(name)] = n = seen.get(folded(name), 0) + 1
        found.append(name if n == 1 else f"{name} {n}")
    return found


def first_of(row: Row, *headings: str) -> str:
    """The first of these cells that holds something."""
    return next((row[name] for name in headings if row[name]), "")
