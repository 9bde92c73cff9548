"""The in-memory twin of every mailbox: for the demo, for tests, for pasted mail."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from afterword.intake.mailbox.lean import parcel_of
from afterword.terms import Parcel


class MemoryMailbox:
    """Mails held in a list; a position is how many have been handed over."""

    kind = "memory"

    def __init__(
        self, mails: Iterable[bytes], *, name: str = "memory", sent: frozenset[int] = frozenset()
    ) -> None:
        self.mails = list(mails)
        self.name = name
        self.sent = sent

    def size_hint(self) -> int:
        return sum(map(len, self.mails))

    def parcels(self, cursor: str = "") -> Iterator[Parcel]:
        done = int(cursor) if cursor.isdecimal() else 0
        for place, raw in enumerate(self.mails[done:], done):
            yield parcel_of(raw, f"{self.name}#{place}", str(place + 1), sent=place in self.sent)
