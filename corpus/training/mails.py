"""The corpus as training sees it: clauses, facts, kind, and which clause settled it."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

TOP = Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(TOP / "src"), str(TOP / "corpus")]

from written import mail_of, rows  # noqa: E402

from afterword.reading.hearing import hear  # noqa: E402
from afterword.reading.model.facts import Facts  # noqa: E402
from afterword.terms import MailKind  # noqa: E402

KINDS = tuple(kind.value for kind in MailKind)
HANDS = TOP / "corpus" / "hands"


@dataclass(frozen=True, slots=True)
class Lesson:
    """One mail of a hand; the sender is its first clause. `settles` marks the decisive ones."""

    id: str
    hand: str
    language: str
    kind: int
    also: tuple[int, ...]
    clauses: tuple[str, ...]
    facts: Facts
    settles: tuple[bool, ...]

    def right(self, kind: int) -> bool:
        return kind == self.kind or kind in self.also


def lessons(folder: Path = HANDS) -> list[Lesson]:
    """Every mail of the hands, in the order of the files; the blind part lies elsewhere."""
    return [lesson_of(row) for row in rows(folder) if row["kind"] in KINDS]


def lesson_of(row: dict[str, Any]) -> Lesson:
    heard = hear(*mail_of(row))
    facts = heard.facts()
    clauses = (facts.sender, *(heard.text[s.start : s.end] for s in heard.clauses()))
    decisive = " ".join((row.get("decisive") or "").split())
    return Lesson(
        id=row["id"],
        hand=row["hand"],
        language=row["language"],
        kind=KINDS.index(row["kind"]),
        also=tuple(KINDS.index(kind) for kind in row.get("kind_also") or () if kind in KINDS),
        clauses=clauses,
        facts=facts,
        settles=tuple(at > 0 and _holds(clause, decisive) for at, clause in enumerate(clauses)),
    )


def _holds(clause: str, decisive: str) -> bool:
    """Whether the decisive words stand in the clause, or run over it."""
    plain = " ".join(clause.split())
    return bool(decisive) and (decisive in plain or (len(plain) > 15 and plain in decisive))
