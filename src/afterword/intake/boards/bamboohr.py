"""BambooHR: the list behind a firm's careers page; each text, and its day, are asked for apart."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from afterword.intake.boards import raw
from afterword.intake.boards.board import Kind, Question, Sheet, Unreadable
from afterword.terms.watching import Posting

#: How the list marks where one works.
_WHERE = {"0": False, "1": True, "2": False}


def tenant(url: str) -> str:
    firm = raw.under(url, "bamboohr.com")
    first = raw.path(raw.address(url))[:1]
    return firm if not first or first[0] in ("careers", "jobs") else ""


def ask(firm: str) -> Question:
    return Question(f"https://{firm}.bamboohr.com/careers/list")


def read(firm: str, body: bytes, _asked: Question, _day: date) -> Sheet:
    found = raw.parse(body)
    rows = raw.inside(found, "result")
    if not isinstance(rows, list):
        raise Unreadable("no list of openings")
    total = raw.inside(found, "meta", "totalCount")
    return raw.sheet(
        raw.listed(rows),
        lambda row: _advert(firm, row),
        total=total if isinstance(total, int) else None,
    )


def _advert(firm: str, row: dict[str, Any]) -> Posting:
    mark = raw.line(row.get("id"))
    spots = [
        raw.place(raw.inside(one, "city"), raw.inside(one, "state"), raw.inside(one, "country"))
        for one in (row.get("location"), row.get("atsLocation"))
    ]
    said = raw.switch(row.get("isRemote"))
    return Posting(
        board="bamboohr",
        tenant=firm,
        id=mark,
        title=raw.line(row.get("jobOpeningName")),
        places=raw.lines(spots[:1]) or raw.lines(spots),
        remote=_WHERE.get(raw.line(row.get("locationType"))) if said is None else said,
        department=raw.line(row.get("departmentLabel")),
        contract=raw.line(row.get("employmentStatusLabel")),
        url=f"https://{firm}.bamboohr.com/careers/{mark}",
    )


def detail(posting: Posting) -> Question:
    return Question(f"https://{posting.tenant}.bamboohr.com/careers/{posting.id}/detail")


def complete(posting: Posting, body: bytes) -> Posting:
    row = raw.inside(raw.parse(body), "result", "jobOpening")
    if not isinstance(row, dict):
        raise Unreadable("no advert in the answer")
    return replace(
        posting, text=raw.prose(row.get("description")), posted=raw.day(row.get("datePosted"))
    )


BOARD = Kind(
    name="bamboohr",
    title="BambooHR",
    tenant=tenant,
    page=lambda firm: f"https://{firm}.bamboohr.com/careers",
    ask=ask,
    read=read,
    detail=detail,
    complete=complete,
)
