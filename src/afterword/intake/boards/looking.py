"""Looking at a board as a courteous guest does: one question, its pages, and only the texts that are new.

What is unchanged costs one conditional request. A look that was cut short says so, and proves what
is there, never what is gone.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from hashlib import sha256

from afterword.errors import SourceError
from afterword.intake import harmless
from afterword.intake.boards import KINDS
from afterword.intake.boards.board import (
    NO_MARKS,
    Board,
    Fetching,
    Look,
    Marks,
    Question,
    Sheet,
    Unreadable,
)
from afterword.terms.watching import BoardSeen, Posting
from afterword.wire.http import Answer

#: The most pages of one list, and texts fetched at one look; the rest comes at the next.
PAGES, TEXTS = 120, 30
_ACCEPT = "application/json, application/xml;q=0.9, text/xml;q=0.9"


class OpenBoards:
    """The boards of the open web, through anything that fetches. A `board.Boards`."""

    def __init__(self, web: Fetching) -> None:
        self._web = web

    def look(
        self,
        board: str,
        tenant: str,
        *,
        at: datetime,
        marks: Marks = NO_MARKS,
        known: Collection[str] = (),
    ) -> Look:
        kind = KINDS[board]
        asked = kind.ask(tenant)
        answer = self._web.fetch(
            asked.url, etag=marks.etag, modified=marks.modified, accept=_ACCEPT, ask=asked.ask
        )
        if answer.status == 304:
            return Look(None, marks)
        try:
            sheet = kind.read(tenant, answer.body, asked, at.date())
        except Unreadable as problem:
            raise SourceError(
                f"The board answered in a form nobody can read: {problem}.", permanent=False
            ) from None
        now = _marks(answer, sheet)
        if marks.digest == now.digest:
            return Look(None, now)
        return self._whole(kind, tenant, at, sheet, now, known)

    def _whole(
        self,
        kind: Board,
        tenant: str,
        at: datetime,
        first: Sheet,
        marks: Marks,
        known: Collection[str],
    ) -> Look:
        found = {one.id: one for one in first.postings}
        problems, count = list(first.problems), 1
        onward, ended = first.onward, True
        while onward is not None and ended:
            if count >= PAGES:
                ended = False
                break
            count += 1
            sheet, trouble = self._next(kind, tenant, at, onward)
            problems += [*sheet.problems, *([trouble] if trouble else [])]
            # A list that moved between two pages shows an advert twice; a page of nothing new ends it.
            fresh = [one for one in sheet.postings if one.id not in found]
            found |= {one.id: one for one in fresh}
            onward, ended = (sheet.onward if fresh else None), not trouble
        whole = ended and not problems and (first.total is None or len(found) >= first.total)
        postings, more, missing = self._texts(kind, list(found.values()), known)
        seen = BoardSeen(kind.name, tenant, at, tuple(postings), whole)
        # A look that left something out must not be taken for the last word tomorrow.
        kept = marks if whole and not missing else Marks()
        return Look(seen, kept, tuple(problems), count + more)

    def _next(self, kind: Board, tenant: str, at: datetime, asked: Question) -> tuple[Sheet, str]:
        try:
            answer = self._web.fetch(asked.url, accept=_ACCEPT, ask=asked.ask)
            return kind.read(tenant, answer.body, asked, at.date()), ""
        except (SourceError, Unreadable) as problem:
            return Sheet(), f"A later page of the list could not be read: {problem}"

    def _texts(
        self, kind: Board, postings: list[Posting], known: Collection[str]
    ) -> tuple[list[Posting], int, int]:
        """The adverts with their texts; how many were asked for, and how many are still missing."""
        if kind.detail is None or kind.complete is None:
            return postings, 0, 0
        asked = missing = 0
        refused = False
        for number, one in enumerate(postings):
            if one.id in known or one.text:
                continue
            if asked >= TEXTS or refused:
                missing += 1
                continue
            asked += 1
            try:
                body = self._web.fetch(kind.detail(one).url).body
                postings[number] = harmless.advert(kind.complete(one, body))
            except Unreadable:
                missing += 1
            except SourceError as problem:
                # One advert that is gone again is nothing; a server that will not is to be left alone.
                missing += 1
                refused = not problem.permanent
        return postings, asked, missing


def _marks(answer: Answer, sheet: Sheet) -> Marks:
    # `changed` is when the board touched it, not what a reader sees.
    seen = [replace(one, changed=None) for one in sheet.postings]
    return Marks(
        etag=answer.headers.get("etag", "")[:500],
        modified=answer.headers.get("last-modified", "")[:64],
        digest=sha256(repr((seen, sheet.total, sheet.problems)).encode()).hexdigest(),
    )
