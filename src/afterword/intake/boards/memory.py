"""The boards' twin in memory: what a test or the demo pins up is what a look shows."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256

from afterword.errors import SourceError
from afterword.intake.boards.board import NO_MARKS, Look, Marks
from afterword.terms.watching import BoardSeen, Posting


@dataclass
class BoardsInMemory:
    """A `board.Boards` that keeps its adverts here. `weather` is raised instead of an answer."""

    pinned: dict[tuple[str, str], tuple[Posting, ...]] = field(default_factory=dict)
    weather: SourceError | None = None
    cut_short: bool = False
    looked: list[tuple[str, str]] = field(default_factory=list)

    def pin(self, board: str, tenant: str, postings: Iterable[Posting]) -> None:
        self.pinned[board, tenant] = tuple(postings)

    def look(
        self,
        board: str,
        tenant: str,
        *,
        at: datetime,
        marks: Marks = NO_MARKS,
        known: Collection[str] = (),
    ) -> Look:
        self.looked.append((board, tenant))
        if self.weather is not None:
            raise self.weather
        if (board, tenant) not in self.pinned:
            raise SourceError("There is nothing at this address any more.", permanent=True)
        found = self.pinned[board, tenant]
        digest = sha256(repr(found).encode()).hexdigest()
        if self.cut_short:
            return Look(BoardSeen(board, tenant, at, found[:1], whole=False), Marks())
        if digest == marks.digest:
            return Look(None, marks)
        return Look(BoardSeen(board, tenant, at, found), Marks(digest=digest))
