"""What was read of each folder of a server, so that it can be proved that nothing is missing.

A folder's UIDs only grow while its UIDVALIDITY stands (RFC 3501, 2.3.1.1). So
"everything up to here is done, save these few, which the server would not give"
is a proof, and the server's next UID and its count tell whether it still holds.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from afterword.wire.imap import Tally

Stretches = list[tuple[int, int]]

#: From so many mails on, a mailbox that loses nearly all of them is asked about.
FULL = 20
#: What is left of it then: one in ten, or less.
NEARLY_ALL = 10


@dataclass(slots=True)
class Folio:
    """One folder's page of the ledger.

    `done` are the stretches of UIDs that need not be asked for again; `owed` the
    mails among them that the server would not hand over, each with its reason:
    they are asked for again every time. `holds` is what the folder has in the
    time asked for, `total` what it has at all. `whole` is true when the last
    look came to its end.
    """

    name: str
    validity: int = 0
    next: int = 0
    modseq: int = 0
    total: int = 0
    holds: int = 0
    done: Stretches = field(default_factory=list)
    owed: dict[int, str] = field(default_factory=dict)
    whole: bool = False
    trouble: str = ""

    @property
    def read(self) -> int:
        """How many of the mails it holds were handed over."""
        return self.holds - len(self.owed) if self.whole else 0

    def stands(self, tally: Tally) -> bool:
        """Whether nothing can have come or gone since it was last whole."""
        if not self.whole or self.owed or tally.validity != self.validity:
            return False
        same_mails = tally.next == self.next and tally.holds == self.total
        return same_mails and bool(self.next)

    def begin(self, tally: Tally) -> None:
        """Open the page for another look; where the server counts anew, so do we."""
        if tally.validity != self.validity:
            self.done, self.owed, self.modseq, self.next = [], {}, 0, 0
        self.validity, self.whole, self.trouble = tally.validity, False, ""

    def close(self, tally: Tally, holds: int) -> None:
        """Everything the folder held at this moment was asked for."""
        self.next, self.modseq, self.total = tally.next, tally.modseq, tally.holds
        self.holds, self.whole = holds, True

    def mark(self, low: int, high: int) -> None:
        self.done = joined([*self.done, (low, high)])

    def has(self, uid: int) -> bool:
        return any(low <= uid <= high for low, high in self.done)

    def as_plain(self) -> dict[str, Any]:
        said: dict[str, Any] = {
            "v": self.validity,
            "n": self.next,
            "m": self.modseq,
            "t": self.total,
            "h": self.holds,
            "w": int(self.whole),
            "d": self.done,
        }
        if self.owed:
            said["o"] = {str(uid): why for uid, why in self.owed.items()}
        if self.trouble:
            said["x"] = self.trouble
        return said


@dataclass(slots=True)
class Ledger:
    """Every folder of a server that is read, in the order read; and those left alone, with why."""

    since: date
    folios: dict[str, Folio] = field(default_factory=dict)
    left_out: dict[str, str] = field(default_factory=dict)

    def folio(self, name: str) -> Folio:
        return self.folios.setdefault(name, Folio(name))

    @property
    def whole(self) -> bool:
        return all(folio.whole for folio in self.folios.values())

    def emptied(
        self, tallies: dict[str, Tally], shut: Collection[str] = ()
    ) -> tuple[int, int] | None:
        """(mails before, mails now) when a mailbox that was full has lost nearly all.

        A folder that is `shut` was not counted now, so what it held before says nothing; one that is
        listed no more counts as lost.
        """
        known = [one for one in self.folios.values() if one.next and one.name not in shut]
        before = sum(folio.total for folio in known)
        now = sum(tally.holds for tally in tallies.values())
        lost = before >= FULL and now * NEARLY_ALL <= before
        return (before, now) if lost else None

    def forget_gone(self, names: set[str]) -> None:
        """Folders that were removed or renamed on the server leave the ledger."""
        for name in [name for name in self.folios if name not in names]:
            del self.folios[name]


def opened(cursor: str, since: date) -> Ledger:
    """The ledger that a cursor holds; an empty one where it is of another kind.

    Asked for an earlier day than before, what was done says nothing of the days
    between: every folder begins anew (and what is known is passed by its id).
    """
    ledger = Ledger(since)
    try:
        kept = json.loads(cursor) if cursor else {}
        if not kept or date.fromisoformat(kept["since"]) > since:
            return ledger
        for name, said in kept["folders"].items():
            ledger.folios[str(name)] = _folio(str(name), said)
    except (ValueError, TypeError, KeyError, AttributeError):
        return Ledger(since)
    return ledger


def _folio(name: str, said: dict[str, Any]) -> Folio:
    return Folio(
        name,
        validity=int(said["v"]),
        next=int(said["n"]),
        modseq=int(said["m"]),
        total=int(said["t"]),
        holds=int(said["h"]),
        whole=bool(said["w"]),
        done=[(int(low), int(high)) for low, high in said["d"]],
        owed={int(uid): str(why) for uid, why in said.get("o", {}).items()},
        trouble=str(said.get("x", "")),
    )


class Pen:
    """Writes the ledger as a cursor after every mail; what does not change is written once."""

    def __init__(self, ledger: Ledger, folio: Folio) -> None:
        others = {n: f.as_plain() for n, f in ledger.folios.items() if n != folio.name}
        head = _json({"since": ledger.since.isoformat(), "folders": others})
        self._head = head.removesuffix("}}") + ("," if others else "") + _json(folio.name) + ":"
        self._folio = folio

    def cursor(self) -> str:
        return self._head + _json(self._folio.as_plain()) + "}}"


def closed(ledger: Ledger) -> str:
    """The cursor that holds this ledger."""
    folders = {name: folio.as_plain() for name, folio in ledger.folios.items()}
    return _json({"since": ledger.since.isoformat(), "folders": folders})


def joined(stretches: Stretches) -> Stretches:
    """The same stretches, overlapping and touching ones as one, the newest first."""
    out: Stretches = []
    for low, high in sorted(stretches):
        if out and low <= out[-1][1] + 1:
            out[-1] = (out[-1][0], max(high, out[-1][1]))
        else:
            out.append((low, high))
    return out[::-1]


_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
