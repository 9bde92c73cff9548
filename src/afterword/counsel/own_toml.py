"""On which line of a TOML text each value stands; the standard parser keeps no places.

A statement of TOML can be parsed by itself, so the lines are taken one after another until what
has been gathered parses: exact for strings and lists over many lines, and without a second parser.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

_PLACE = re.compile(r" ?\(at (?:line (\d+), column \d+|end of document)\)")


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that cannot be used: its line, what is wrong, and what would be taken."""

    line: int
    says: str
    takes: str = ""

    def __str__(self) -> str:
        return f"Line {self.line}: {self.says}" + (f" {self.takes}" if self.takes else "")


@dataclass(frozen=True, slots=True)
class Entry:
    """One `[[play]]` as written, with the line of its head and of each of its keys."""

    values: Mapping[str, Any]
    line: int
    lines: Mapping[str, int] = field(default_factory=dict)

    def at(self, key: str) -> int:
        return self.lines.get(key, self.line)


def entries(text: str, name: str = "play") -> tuple[list[Entry], list[Fault]]:
    """Every `[[name]]` of the text, or the reasons why there are none."""
    text = text.replace("\r\n", "\n")
    try:
        whole = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        return [], [_unreadable(text, str(problem))]
    found: list[Entry] = []
    faults: list[Fault] = []
    for line, given in _statements(text):
        for key, value in given.items():
            if key != name and not found:
                faults.append(Fault(line, f"“{key}” stands outside a play.", _HEAD))
            elif key != name:
                found[-1].lines[key] = line  # type: ignore[index]
            elif isinstance(value, list):
                for one in value:
                    keys = dict.fromkeys(one, line) if isinstance(one, dict) else {}
                    found.append(Entry({}, line, keys))
            elif not found or not isinstance(whole[name], list):
                return [], [Fault(line, "A play begins with two brackets.", _HEAD)]
            else:
                found[-1].lines.update(dict.fromkeys(value, line))  # type: ignore[attr-defined]
    plays = whole.get(name, [])
    if not isinstance(plays, list) or not all(isinstance(one, dict) for one in plays):
        return [], [Fault(1, "A play begins with two brackets.", _HEAD)]
    placed = zip(plays, found, strict=True)
    return [Entry(values, place.line, place.lines) for values, place in placed], faults


_HEAD = 'Each play begins with a line [[play]]; its fields follow, such as id = "C1".'


def _statements(text: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """Each statement with the line it begins on."""
    gathered: list[str] = []
    start = 1
    for number, line in enumerate(text.split("\n"), 1):
        start = start if gathered else number
        gathered.append(line)
        try:
            found = tomllib.loads("\n".join(gathered))
        except tomllib.TOMLDecodeError:
            continue
        gathered = []
        if found:
            yield start, found


def _unreadable(text: str, says: str) -> Fault:
    place = _PLACE.search(says)
    lines = text.split("\n")
    line = int(place[1]) if place and place[1] else max(1, len(lines))
    plain = _PLACE.sub("", says)
    shown = lines[line - 1].strip() if line <= len(lines) else ""
    what = f"“{shown[:60]}” cannot be read ({plain})." if shown else f"{plain}."
    return Fault(line, what, 'It takes lines such as does = "…", earliest = 1, or [[play]].')
