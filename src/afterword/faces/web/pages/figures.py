"""The drawings of the numbers, as plain coordinates: a flow, a strip of days, a fan of whole offers.

All words stand in HTML beside them, so a drawing may stretch to any width and the text
stays legible; each has its table or its sentence, so nothing is told by a colour alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from afterword.faces.web.pages import words_of_numbers as words

#: Units of the flow's drawing: a column, its bar, the room for what leaves it, the height of all.
COLUMN, BAR, OUT, HEIGHT = 100, 7, 62, 100
#: How far what leaves a column sinks, and the least height that can still be seen.
SINK, LEAST = 16, 1.2
#: A fan taller than this many rows is a wall.
ROWS = 9


@dataclass(frozen=True, slots=True)
class Fate:
    """`tone` is the class of the ribbon, shown as a swatch beside the words."""

    tone: str
    n: int
    says: str


@dataclass(frozen=True, slots=True)
class Column:
    """One leg over the drawing: its name, how many came, and below it what became of them."""

    name: str
    came: int
    fates: tuple[Fate, ...]


@dataclass(frozen=True, slots=True)
class Ribbon:
    """One shape of the flow: its class and its path."""

    tone: str
    d: str


@dataclass(frozen=True, slots=True)
class Strip:
    """A band of days on a scale of 100: from `x` over `width`, with the middle at `dot`."""

    x: float
    width: float
    dot: float | None
    open_end: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """Weeks on end with the same range: from column `x` over `width`, from row `y` down."""

    tone: str
    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Fan:
    """A column a week, a row for each whole number of offers, the topmost the most."""

    weeks: int
    rows: int
    cells: tuple[Cell, ...]
    labels: tuple[str, ...]
    days: tuple[str, ...]


def columns(flow: Iterable[Any]) -> tuple[Column, ...]:
    return tuple(
        Column(
            name=str(words.LEG[reach.leg]),
            came=reach.came,
            fates=tuple(
                Fate(fate, n, words.fate(reach.leg, fate)) for fate, n in reach.fates.items()
            ),
        )
        for reach in flow
    )


def ribbons(flow: Iterable[Any]) -> tuple[Ribbon, ...]:
    """Who goes on runs straight to the next column; who does not leaves the stream and sinks."""
    flow = tuple(flow)
    whole = max((reach.came for reach in flow), default=0)
    if not whole:
        return ()
    unit = (HEIGHT - SINK) / whole
    drawn: list[Ribbon] = []
    for place, reach in enumerate(flow):
        if not reach.came:
            continue
        left = place * COLUMN
        drawn.append(Ribbon("bar", _box(left, 0, BAR, reach.came * unit)))
        top = reach.on * unit
        if reach.on:
            drawn.append(Ribbon("on", _box(left + BAR, 0, COLUMN - BAR, top)))
        for fate, n in reach.fates.items():
            drawn.append(Ribbon(fate, _sinking(left + BAR, top, max(n * unit - 0.6, LEAST))))
            top += n * unit
    return tuple(drawn)


def _box(x: float, y: float, width: float, height: float) -> str:
    return f"M{x:.1f} {y:.1f}h{width:.1f}v{height:.1f}h{-width:.1f}z"


def _sinking(x: float, y: float, height: float) -> str:
    """A ribbon that bends down as it leaves, as wide at its end as at its start."""
    end, half = x + OUT, x + OUT / 2
    low = y + SINK
    return (
        f"M{x:.1f} {y:.1f}C{half:.1f} {y:.1f} {half:.1f} {low:.1f} {end:.1f} {low:.1f}"
        f"v{height:.1f}C{half:.1f} {low + height:.1f} {half:.1f} {y + height:.1f} "
        f"{x:.1f} {y + height:.1f}z"
    )


def longest(waits: Iterable[Any]) -> int:
    """The end of the common scale of days: the furthest that any band names, in whole weeks."""
    named = [0]
    for wait in waits:
        if wait.middle is not None:
            named += [n for n in (wait.middle.days, wait.middle.low, wait.middle.high) if n]
    return -(-max(named) // 7) * 7 or 7


def strip(middle: Any, scale: int) -> Strip | None:
    if middle.low is None:
        return None
    low = 100 * middle.low / scale
    high = 100.0 if middle.high is None else 100 * middle.high / scale
    dot = None if middle.days is None else min(100 * middle.days / scale, 98.5)
    return Strip(round(low, 1), round(max(high - low, 1.5), 1), dot, middle.high is None)


def fan(weeks: Iterable[Any], day: Callable[[date], str]) -> Fan:
    weeks = tuple(weeks)
    most = max(1, *(week.wide.high for week in weeks))
    top = min(most, ROWS - 1)
    cells = [cell for tone in ("wide", "half") for cell in _runs(tone, weeks, top)]
    marks = sorted({0, len(weeks) // 3, 2 * len(weeks) // 3, len(weeks) - 1})
    return Fan(
        weeks=len(weeks),
        rows=top + 1,
        cells=tuple(cells),
        labels=(f"{top}+" if most > top else str(top), *(str(n) for n in range(top - 1, -1, -1))),
        days=tuple(str(day(weeks[i].day)) for i in marks),
    )


def _runs(tone: str, weeks: Iterable[Any], top: int) -> Iterable[Cell]:
    x = 0
    for (low, high), same in groupby(weeks, lambda week: _edges(getattr(week, tone), top)):
        width = len(list(same))
        yield Cell(tone, x, top - high, width, high - low + 1)
        x += width


def _edges(found: Any, top: int) -> tuple[int, int]:
    return min(found.low, top), min(found.high, top)
