"""Workable: what its widget for firms' own pages asks for, with texts; one advert a place."""

from __future__ import annotations

from datetime import date
from typing import Any

from afterword.intake.boards import raw
from afterword.intake.boards.board import Kind, Question, Sheet, Unreadable
from afterword.terms.watching import Posting

_HOST = "apply.workable.com"


def tenant(url: str) -> str:
    if (raw.address(url).hostname or "").lower() != _HOST:
        return raw.under(url, "workable.com")
    widget = raw.after(url, [_HOST], "api", "v1", "widget", "accounts")
    first = raw.after(url, [_HOST])
    return widget or (first if first not in ("j", "api") else "")


def ask(firm: str) -> Question:
    return Question(f"https://{_HOST}/api/v1/widget/accounts/{firm}?details=true")


def read(firm: str, body: bytes, _asked: Question, _day: date) -> Sheet:
    found = raw.parse(body)
    if raw.inside(found, "shortcode") and raw.inside(found, "title"):
        return raw.sheet([found], lambda row: _advert(firm, row, row.get("company_name")))
    rows = raw.inside(found, "jobs")
    if not isinstance(rows, list):
        raise Unreadable("no list of jobs")
    return raw.sheet(raw.listed(rows), lambda row: _advert(firm, row, found.get("name")))


def _advert(firm: str, row: dict[str, Any], company: Any) -> Posting:
    spots = [
        raw.place(raw.inside(one, "city"), raw.inside(one, "region"), raw.inside(one, "country"))
        for one in [*raw.listed(row.get("locations")), row.get("location")]
        if raw.inside(one, "hidden") is not True
    ]
    here = raw.place(row.get("city"), row.get("state"), row.get("country"))
    section = row.get("department")
    anywhere = raw.switch(row.get("telecommuting"))
    return Posting(
        board="workable",
        tenant=firm,
        id=raw.line(row.get("shortcode")),
        title=raw.line(row.get("title")),
        company=raw.line(company),
        places=raw.lines(spots) or raw.lines([here]),
        remote=raw.from_anywhere(row.get("workplace")) if anywhere is None else anywhere,
        department=raw.place(*section) if isinstance(section, list) else raw.line(section),
        contract=raw.line(row.get("employment_type")),
        requisition=raw.line(row.get("code")),
        posted=raw.day(row.get("published_on")),
        url=raw.line(row.get("url")),
        text=raw.prose(row.get("description")),
    )


BOARD = Kind(
    name="workable",
    title="Workable",
    tenant=tenant,
    page=lambda firm: f"https://{_HOST}/{firm}/",
    ask=ask,
    read=read,
)
