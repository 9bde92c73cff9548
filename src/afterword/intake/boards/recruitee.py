"""Recruitee: the offers of a firm's own careers site, one answer with every advert and its text."""

from __future__ import annotations

from datetime import date
from typing import Any

from afterword.intake.boards import raw
from afterword.intake.boards.board import Kind, Question, Sheet, Unreadable
from afterword.terms.watching import Posting


def tenant(url: str) -> str:
    return raw.under(url, "recruitee.com")


def ask(firm: str) -> Question:
    return Question(f"https://{firm}.recruitee.com/api/offers/")


def read(firm: str, body: bytes, _asked: Question, _day: date) -> Sheet:
    found = raw.parse(body)
    one = raw.inside(found, "offer")
    rows = [one] if isinstance(one, dict) else raw.inside(found, "offers")
    if not isinstance(rows, list):
        raise Unreadable("no list of offers")
    return raw.sheet(raw.listed(rows), lambda row: _advert(firm, row))


def _advert(firm: str, row: dict[str, Any]) -> Posting:
    spots = [
        raw.place(
            raw.inside(one, "city") or raw.inside(one, "name"),
            raw.inside(one, "state"),
            raw.inside(one, "country"),
        )
        for one in raw.listed(row.get("locations"))
    ]
    return Posting(
        board="recruitee",
        tenant=firm,
        id=raw.line(row.get("id")),
        title=raw.line(row.get("title")),
        company=raw.line(row.get("company_name")),
        places=raw.lines(spots) or raw.lines([row.get("location")]),
        remote=raw.switch(row.get("remote")),
        department=raw.line(row.get("department")),
        contract=raw.line(row.get("employment_type_code")),
        posted=raw.day(row.get("published_at")),
        changed=raw.moment(row.get("updated_at")),
        closes=raw.day(row.get("close_at")),
        url=raw.line(row.get("careers_url")),
        text=raw.prose(row.get("description"), row.get("requirements")),
    )


BOARD = Kind(
    name="recruitee",
    title="Recruitee",
    tenant=tenant,
    page=lambda firm: f"https://{firm}.recruitee.com/",
    ask=ask,
    read=read,
)
