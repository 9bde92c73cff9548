"""What changed in a letter since last night, so that a person can read it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from afterword.writing import fragments

#: Two sentences are versions of one while they share this much.
SAME = 0.5


class How(StrEnum):
    KEPT = "kept"
    NEW = "new"
    GONE = "gone"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words that stayed, came or went."""

    how: How
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """One sentence: as it was, as it is, and for a changed one its runs of words."""

    how: How
    before: str = ""
    after: str = ""
    pieces: tuple[Piece, ...] = ()


def changes(before: str, after: str) -> tuple[Change, ...]:
    """Sentence by sentence in the order of the letter as it is now; what went stands where it was."""
    old, new = _sentences(before), _sentences(after)
    found: list[Change] = []
    for tag, a, b, c, d in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        if tag == "equal":
            found += [Change(How.KEPT, line, line) for line in new[c:d]]
        else:
            found += _versions(old[a:b], new[c:d])
    return tuple(found)


def _versions(gone: list[str], come: list[str]) -> list[Change]:
    """Sentences that went and came at one place, each paired with its new version if it has one."""
    left, found = list(gone), list[Change]()
    for line in come:
        alike = [(_alike(old, line), -i) for i, old in enumerate(left)]
        score, place = max(alike, default=(0.0, 0))
        if score < SAME:
            found.append(Change(How.NEW, "", line))
            continue
        found += [Change(How.GONE, old) for old in left[:-place]]
        found.append(Change(How.CHANGED, left[-place], line, _pieces(left[-place], line)))
        left = left[-place + 1 :]
    return found + [Change(How.GONE, old) for old in left]


def _pieces(before: str, after: str) -> tuple[Piece, ...]:
    old, new = before.split(), after.split()
    found: list[Piece] = []
    for tag, a, b, c, d in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        if tag == "equal":
            found.append(Piece(How.KEPT, " ".join(new[c:d])))
            continue
        if b > a:
            found.append(Piece(How.GONE, " ".join(old[a:b])))
        if d > c:
            found.append(Piece(How.NEW, " ".join(new[c:d])))
    return tuple(found)


def _alike(old: str, new: str) -> float:
    return SequenceMatcher(a=old.split(), b=new.split(), autojunk=False).ratio()


def _sentences(text: str) -> list[str]:
    blocks = [block.strip() for block in re.split(r"\n\s*\n", text.replace("\r\n", "\n"))]
    return [part for block in blocks if block for part in fragments.split(" ".join(block.split()))]
