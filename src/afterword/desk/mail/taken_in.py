"""What is told of a walk through a mailbox: how far it is, what came of it, how each folder stands."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any, Protocol

from afterword.intake.mailbox.ledger import Ledger


class Progress(Protocol):
    """Told after each batch: mails so far, bytes of bytes, mails a second, seconds left.

    `waits` of the mails may be about jobs and are still to be read; once all were looked at
    `rate` is 0 and `left` is of those alone.
    """

    def __call__(
        self, *, mails: int, done: int, total: int, rate: float, left: float, waits: int = 0
    ) -> object: ...


@dataclass(slots=True)
class TakenIn:
    """What came of it. `seen` mails were looked at, `new` of them for the first time."""

    source: str = ""
    seen: int = 0
    new: int = 0
    job: int = 0
    kept: int = 0
    broken: int = 0
    questions: int = 0
    cases: int = 0
    stopped: bool = False
    addresses: list[str] = field(default_factory=list)
    #: The user's own name, where it was taken from this mail.
    name: str = ""
    #: How many were in a language that is not read, by its code.
    tongues: Counter[str] = field(default_factory=Counter)


def folders_of(ledger: Ledger) -> list[dict[str, Any]]:
    """How each folder stands, in the words of the casebook; those left alone last, with why."""
    rows: list[dict[str, Any]] = [
        {
            "name": one.name,
            "total": one.total,
            "holds": one.holds,
            "read": one.read,
            "owed": [[f"{one.name}/{uid}", why] for uid, why in sorted(one.owed.items())],
            "trouble": one.trouble,
            "left_out": "",
            "whole": one.whole,
        }
        for one in ledger.folios.values()
    ]
    empty = {"total": 0, "holds": 0, "read": 0, "owed": [], "trouble": "", "whole": False}
    rows += [{**empty, "name": n, "left_out": why} for n, why in ledger.left_out.items()]
    return rows
