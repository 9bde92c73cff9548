"""Greenhouse: its public Job Board API, one answer with every advert and its text."""

from __future__ import annotations

from datetime import date
from html import unescape
from typing import Any
from urllib.parse import parse_qs

from afterword.intake.boards import raw
from afterword.intake.boards.board import Kind, Question, Sheet, Unreadable
from afterword.terms.watching import Posting

_HOSTS = (
    "boards.greenhouse.io",
    "job-boards.greenhouse.io",
    "boards.eu.greenhouse.io",
    "job-boards.eu.greenhouse.io",
)


def tenant(url: str) -> str:
    parts = raw.address(url)
    named = parse_qs(parts.query).get("for", [""])[0]
    if (parts.hostname or "").lower() in _HOSTS and raw.path(parts)[:1] == ["embed"]:
        return raw.name(named)
    return raw.after(url, _HOSTS) or raw.after(url, ["boards-api.greenhouse.io"], "v1", "boards")


def ask(firm: str) -> Question:
    return Question(f"https://boards-api.greenhouse.io/v1/boards/{firm}/jobs?content=true")


def read(firm: str, body: bytes, _asked: Question, _day: date) -> Sheet:
    found = raw.parse(body)
    if raw.inside(found, "id") and raw.inside(found, "title"):
        return raw.sheet([found], lambda row: _advert(firm, row))
    if not isinstance(raw.inside(found, "jobs"), list):
        raise Unreadable("no list of jobs")
    total = raw.inside(found, "meta", "total")
    return raw.sheet(
        raw.listed(found["jobs"]),
        lambda row: _advert(firm, row),
        total=total if isinstance(total, int) else None,
    )


def _advert(firm: str, row: dict[str, Any]) -> Posting:
    places = raw.lines([raw.inside(row, "location", "name")])
    content = row.get("content")
    return Posting(
        board="greenhouse",
        tenant=firm,
        id=raw.line(row.get("id")),
        title=raw.line(row.get("title")),
        company=raw.line(row.get("company_name")),
        places=places,
        remote=raw.from_anywhere(None, places),
        department=raw.place(
            *(raw.inside(one, "name") for one in raw.listed(row.get("departments")))
        ),
        requisition=raw.line(row.get("requisition_id")),
        posted=raw.day(row.get("first_published")),
        changed=raw.moment(row.get("updated_at")),
        closes=raw.day(row.get("application_deadline")),
        url=raw.line(row.get("absolute_url")),
        # The text is HTML written as text: "&lt;p&gt;".
        text=raw.prose(unescape(content)) if isinstance(content, str) else "",
    )


BOARD = Kind(
    name="greenhouse",
    title="Greenhouse",
    tenant=tenant,
    page=lambda firm: f"https://job-boards.greenhouse.io/{firm}",
    ask=ask,
    read=read,
)
