"""Teamtailor: the JSON Feed of a firm's careers site, each item with its schema.org JobPosting."""

from __future__ import annotations

from datetime import date
from typing import Any

from afterword.intake.boards import raw
from afterword.intake.boards.board import Kind, Question, Sheet, Unreadable
from afterword.terms.watching import Posting


def tenant(url: str) -> str:
    return raw.under(url, "teamtailor.com")


def ask(firm: str) -> Question:
    return Question(f"https://{firm}.teamtailor.com/jobs.json")


def read(firm: str, body: bytes, asked: Question, _day: date) -> Sheet:
    found = raw.parse(body)
    rows = raw.inside(found, "items")
    if not isinstance(rows, list) or "jsonfeed.org" not in raw.line(raw.inside(found, "version")):
        raise Unreadable("no feed of jobs")
    onward = raw.line(found.get("next_url"))
    same = raw.address(onward).hostname == raw.address(asked.url).hostname
    return raw.sheet(
        raw.listed(rows),
        lambda row: _advert(firm, row, found.get("title")),
        onward=Question(onward) if onward and same and onward != asked.url else None,
    )


def _advert(firm: str, row: dict[str, Any], company: Any) -> Posting:
    told = row.get("_jobposting")
    spots = raw.inside(told, "jobLocation")
    spots = spots if isinstance(spots, list) else [spots]
    places = raw.lines(
        raw.place(
            raw.inside(one, "address", "addressLocality"),
            raw.inside(one, "address", "addressRegion"),
            raw.inside(one, "address", "addressCountry"),
        )
        for one in spots
    )
    employer = raw.line(raw.inside(told, "hiringOrganization", "name"))
    return Posting(
        board="teamtailor",
        tenant=firm,
        id=raw.line(row.get("id")),
        title=raw.line(row.get("title")),
        company=employer or raw.line(company),
        places=places,
        remote=raw.from_anywhere(raw.inside(told, "jobLocationType"), places),
        contract=raw.line(raw.inside(told, "employmentType")),
        requisition=raw.line(raw.inside(told, "identifier", "value")),
        posted=raw.day(row.get("date_published")),
        changed=raw.moment(row.get("date_modified")),
        closes=raw.day(raw.inside(told, "validThrough")),
        url=raw.line(row.get("url")),
        text=raw.prose(row.get("content_html") or raw.inside(told, "description")),
    )


BOARD = Kind(
    name="teamtailor",
    title="Teamtailor",
    tenant=tenant,
    page=lambda firm: f"https://{firm}.teamtailor.com/jobs",
    ask=ask,
    read=read,
)
