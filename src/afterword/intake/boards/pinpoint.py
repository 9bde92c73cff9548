"""Pinpoint: the list of a firm's own careers site, one answer with every advert and its text."""

from __future__ import annotations

from datetime import date
from typing import Any

from afterword.intake.boards import raw
from afterword.intake.boards.board import Kind, Question, Sheet, Unreadable
from afterword.terms.watching import Posting


def tenant(url: str) -> str:
    return raw.under(url, "pinpointhq.com")


def ask(firm: str) -> Question:
    return Question(f"https://{firm}.pinpointhq.com/postings.json")


def read(firm: str, body: bytes, _asked: Question, _day: date) -> Sheet:
    rows = raw.inside(raw.parse(body), "data")
    if not isinstance(rows, list) or any(
        isinstance(one, dict) and "public_slug" in one for one in rows
    ):
        raise Unreadable("no list of postings")
    return raw.sheet(raw.listed(rows), lambda row: _advert(firm, row))


def _advert(firm: str, row: dict[str, Any]) -> Posting:
    places = raw.lines([raw.inside(row, "location", "name")])
    section = raw.inside(row, "job", "department", "name") or raw.inside(row, "department", "name")
    way = raw.line(row.get("path"))
    return Posting(
        board="pinpoint",
        tenant=firm,
        id=raw.line(row.get("id")),
        title=raw.line(row.get("title")),
        places=places,
        remote=raw.from_anywhere(row.get("workplace_type"), places),
        department=raw.line(section),
        contract=raw.line(row.get("employment_type_text")),
        requisition=raw.line(raw.inside(row, "job", "requisition_id")),
        closes=raw.day(row.get("deadline_at")),
        url=raw.line(row.get("url")) or (f"https://{firm}.pinpointhq.com{way}" if way else ""),
        text=raw.prose(
            row.get("description"),
            row.get("key_responsibilities"),
            row.get("skills_knowledge_expertise"),
            row.get("benefits"),
        ),
    )


BOARD = Kind(
    name="pinpoint",
    title="Pinpoint",
    tenant=tenant,
    page=lambda firm: f"https://{firm}.pinpointhq.com/",
    ask=ask,
    read=read,
)
