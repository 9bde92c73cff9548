"""The raw shape: a file of cards cut into its cards, each with the line it begins on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_BEGIN = re.compile(r"\s*BEGIN\s*:\s*VCARD\s*$", re.IGNORECASE)
_END = re.compile(r"\s*END\s*:\s*VCARD\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class RawCard:
    """The text of one card; `whole` is false when its END is missing."""

    line: int
    text: str
    whole: bool = True


def cards(text: str) -> Iterator[RawCard]:
    """Every card of the file, the unfinished ones too. A card inside a card (2.1) stays inside."""
    begun, depth, held = 0, 0, list[str]()
    for number, line in enumerate(text.split("\n"), 1):
        if _BEGIN.match(line):
            if depth and not _nested(held):
                # A card that never ended: the next one begins all the same.
                yield RawCard(begun, "\n".join(held), whole=False)
                depth, held = 0, []
            if not depth:
                begun = number
            depth += 1
        if depth:
            held.append(line)
        if _END.match(line) and depth:
            depth -= 1
            if not depth:
                yield RawCard(begun, "\n".join(held))
                held = []
    if held:
        yield RawCard(begun, "\n".join(held), whole=False)


def _nested(held: list[str]) -> bool:
    """Whether the line before says that a card follows within (AGENT, vCard 2.1 and 3.0)."""
    last = next((line for line in reversed(held) if line.strip()), "")
    return last.upper().lstrip().startswith("AGENT")
