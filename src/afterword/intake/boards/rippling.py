"""Rippling: the public list of a firm's board, a row a place; it holds neither days nor texts."""

from __future__ import annotations

from datetime import date
from typing import Any

from afterword.intake.boards import raw
from afterword.intake.boards.board import Kind, Question, Sheet, Unreadable
from afterword.terms.watching import Posting


def tenant(url: str) -> str:
    return raw.after(url, ["ats.rippling.com"])


def ask(firm: str) -> Question:
    return Question(f"https://api.rippling.com/platform/api/ats/v1/board/{firm}/jobs")


def read(firm: str, body: bytes, _asked: Question, _day: date) -> Sheet:
    rows = raw.parse(body)
    if not isinstance(rows, list) or any(
        not isinstance(one, dict) or "uuid" not in one or "workLocation" not in one for one in rows
    ):
        raise Unreadable("no list of jobs")
    return raw.sheet(raw.listed(rows), lambda row: _advert(firm, row))


def _advert(firm: str, row: dict[str, Any]) -> Posting:
    places = raw.lines([raw.inside(row, "workLocation", "label")])
    return Posting(
        board="rippling",
        tenant=firm,
        id=raw.line(row.get("uuid")),
        title=raw.line(row.get("name")),
        places=places,
        remote=raw.from_anywhere(None, places),
        department=raw.line(raw.inside(row, "department", "label")),
        url=raw.line(row.get("url")),
    )


BOARD = Kind(
    name="rippling",
    title="Rippling",
    tenant=tenant,
    page=lambda firm: f"https://ats.rippling.com/{firm}/jobs",
    ask=ask,
    read=read,
)
