"""The corpus as training sees it: clauses, facts, kind, and which clause settled it."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from email.utils import parseaddr
from pathlib import Path
from typing import Any

TOP = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(TOP / "src"))

from afterword.reading.hearing import hear  # noqa: E402
from afterword.reading.model.facts import Facts  # noqa: E402
from afterword.terms import Address, Mail, MailKind  # noqa: E402

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
    return [lesson for path in sorted(folder.glob("*.jsonl")) for lesson in _of(path)]


def _of(path: Path) -> Iterator[Lesson]:
    for line in path.read_text("utf-8").splitlines():
        if line.strip():
            row = json.loads(line)
            if row["kind"] in KINDS:
                yield lesson_of(row)


def _address(text: str) -> Address | None:
    name, email = parseaddr(text or "")
    return Address(name, email.lower()) if email else None


def lesson_of(row: dict[str, Any]) -> Lesson:
    sender = _address(row["from"])
    outgoing = row["direction"] == "out"
    mail = Mail(
        id=row["id"],
        subject=row["subject"],
        sender=sender,
        date=datetime.fromisoformat(row["date"]),
        text=row["body"],
        headers={name.lower(): value for name, value in (row.get("headers") or {}).items()},
        sent=outgoing,
    )
    heard = hear(mail)
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
