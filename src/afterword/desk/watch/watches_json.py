"""The watches as `afterword watches --json` prints them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from afterword.casebook.profile import Profile
from afterword.casebook.watched import WatchedBoard
from afterword.casebook.watched_feed import WatchedFeed
from afterword.desk.morning import end_of
from afterword.desk.watch import signs


def watches_json(account: UUID, now: datetime, at: date | None = None) -> dict[str, Any]:
    """What moved, newest first, and what is looked at; with `at` as it was told by that day's end."""
    then = min(end_of(at, Profile.of(account, at=now).zone), now) if at is not None else now
    rows = [
        row
        for row in signs.all_of(account, then)
        if at is None or row.dismissed_at is None or row.dismissed_at > then
    ]
    boards = WatchedBoard.objects.of(account).filter(confirmed_at__lte=then)
    feeds = WatchedFeed.objects.of(account).filter(entered_at__lte=then)
    return {
        "moved": [_moved(one) for one in signs.shown(account, rows, then)],
        "boards": [
            {
                "company": row.company.name,
                "board": row.board,
                "tenant": row.tenant,
                "since": _iso(row.confirmed_at),
                "looked": _iso(row.looked_at),
                "off": row.declined_at is not None and row.declined_at <= then,
                "trouble": row.trouble,
            }
            for row in boards.select_related("company").order_by("company__name")
        ],
        "feeds": [
            {
                "company": row.company.name,
                "url": row.url,
                "since": _iso(row.entered_at),
                "looked": _iso(row.looked_at),
                "off": row.left_at is not None and row.left_at <= then,
                "items": len(row.items),
                "trouble": row.trouble,
            }
            for row in feeds.select_related("company").order_by("company__name")
        ],
    }


def moved_lately(account: UUID, now: datetime) -> list[dict[str, Any]]:
    """The signs that Today shows, as they are printed there too: one a case, the strongest first."""
    return [_moved(one) for one in signs.fresh(account, now)]


def _moved(one: signs.Shown) -> dict[str, Any]:
    row, tied = one.row, one.tied
    return {
        "id": str(row.pk),
        "signal": row.signal,
        "strength": row.strength,
        "at": _iso(row.at),
        "told": _iso(row.entered_at),
        "company": row.company.name if row.company else "",
        "case": str(row.case_id or ""),
        "says": row.says,
        "evidence": row.seen,
        "warm": tied.person.name if tied.person else "",
        "doubt": tied.doubt.quote if tied.doubt else "",
        "answered_by": tied.story.title if tied.story else "",
        "letter": one.letter,
        "advert": str(one.advert or ""),
        "dismissed": _iso(row.dismissed_at),
    }


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment is not None else None
