"""SmartRecruiters: its public Posting API, a hundred adverts a page; each text is asked for apart."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from afterword.intake.boards import raw
from afterword.intake.boards.board import Kind, Question, Sheet, Unreadable
from afterword.terms.watching import Posting

_SIZE = 100
_SECTIONS = ("companyDescription", "jobDescription", "qualifications", "additionalInformation")


def tenant(url: str) -> str:
    return raw.after(url, ["jobs.smartrecruiters.com", "careers.smartrecruiters.com"]) or raw.after(
        url, ["api.smartrecruiters.com"], "v1", "companies"
    )


def ask(firm: str, offset: int = 0) -> Question:
    return Question(
        f"https://api.smartrecruiters.com/v1/companies/{firm}/postings?limit={_SIZE}&offset={offset}"
    )


def read(firm: str, body: bytes, asked: Question, _day: date) -> Sheet:
    found = raw.parse(body)
    if raw.inside(found, "id") and raw.inside(found, "name"):
        return raw.sheet([found], lambda row: _advert(firm, row))
    rows = raw.inside(found, "content")
    if not isinstance(rows, list):
        raise Unreadable("no list of postings")
    total = raw.inside(found, "totalFound")
    total = total if isinstance(total, int) and not isinstance(total, bool) else None
    offset = int("".join(filter(str.isdigit, asked.url.rpartition("offset=")[2])) or 0)
    end = offset + len(rows)
    more = ask(firm, end) if rows and total is not None and end < total else None
    return raw.sheet(raw.listed(rows), lambda row: _advert(firm, row), onward=more, total=total)


def _advert(firm: str, row: dict[str, Any]) -> Posting:
    spot, mark = row.get("location"), raw.line(row.get("id"))
    whole = raw.line(raw.inside(spot, "fullLocation"))
    parts = [one.strip() for one in whole.split(",")] if whole else []
    here = raw.place(*parts) or raw.place(
        raw.inside(spot, "city"), raw.inside(spot, "region"), raw.inside(spot, "country")
    )
    hybrid = raw.inside(spot, "hybrid") is True
    return Posting(
        board="smartrecruiters",
        tenant=firm,
        id=mark,
        title=raw.line(row.get("name")),
        company=raw.line(raw.inside(row, "company", "name")),
        places=raw.lines([here]),
        remote=False if hybrid else raw.switch(raw.inside(spot, "remote")),
        department=raw.line(raw.inside(row, "department", "label"))
        or raw.line(raw.inside(row, "function", "label")),
        contract=raw.line(raw.inside(row, "typeOfEmployment", "label")),
        requisition=raw.line(row.get("refNumber")),
        posted=raw.day(row.get("releasedDate")),
        url=f"https://jobs.smartrecruiters.com/{firm}/{mark}",
        text=_text(row),
    )


def _text(found: Any) -> str:
    sections = raw.inside(found, "jobAd", "sections")
    return raw.prose(*(raw.inside(sections, one, "text") for one in _SECTIONS))


def detail(posting: Posting) -> Question:
    return Question(
        f"https://api.smartrecruiters.com/v1/companies/{posting.tenant}/postings/{posting.id}"
    )


def complete(posting: Posting, body: bytes) -> Posting:
    return replace(posting, text=_text(raw.parse(body)))


BOARD = Kind(
    name="smartrecruiters",
    title="SmartRecruiters",
    tenant=tenant,
    page=lambda firm: f"https://careers.smartrecruiters.com/{firm}",
    ask=ask,
    read=read,
    detail=detail,
    complete=complete,
)
