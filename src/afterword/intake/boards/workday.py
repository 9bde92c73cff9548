"""Workday: what a firm's own careers page asks for, twenty adverts a page; each text apart.

A firm stands as "acme.wd5/External": its name, the data centre, the site. Days are told as "Posted
3 Days Ago", and so counted back from the day of the look. A list never shows more than 2,000.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from afterword.intake.boards import raw
from afterword.intake.boards.board import Kind, Question, Sheet, Unreadable
from afterword.terms.watching import Posting

_SIZE, CEILING = 20, 2000
_HOST = re.compile(r"(?P<firm>[a-z0-9][a-z0-9_-]{0,80})\.(?P<centre>wd\d{1,4})\.myworkdayjobs\.com")
_SITE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")
_LANGUAGE = re.compile(r"[a-z]{2}(-[A-Z]{2})?")
_AGO = re.compile(r"(?i)posted (?:(\d+) days? ago|(today)|(yesterday))\s*$")


def tenant(url: str) -> str:
    parts = raw.address(url)
    host = _HOST.fullmatch((parts.hostname or "").lower())
    if host is None:
        return ""
    way = raw.path(parts)
    if way[:2] == ["wday", "cxs"]:
        way = way[3:]
    way = way[1:] if way and _LANGUAGE.fullmatch(way[0]) else way
    site = way[0] if way and _SITE.fullmatch(way[0]) else ""
    return f"{host['firm']}.{host['centre']}/{site}" if site else ""


def _root(firm: str) -> tuple[str, str, str]:
    where, _, site = firm.partition("/")
    return f"https://{where}.myworkdayjobs.com", where.partition(".")[0], site


def page(firm: str) -> str:
    root, _, site = _root(firm)
    return f"{root}/{site}"


def ask(firm: str, offset: int = 0) -> Question:
    root, name, site = _root(firm)
    body = {"appliedFacets": {}, "limit": _SIZE, "offset": offset, "searchText": ""}
    return Question(f"{root}/wday/cxs/{name}/{site}/jobs", body)


def read(firm: str, body: bytes, asked: Question, day: date) -> Sheet:
    found = raw.parse(body)
    one = raw.inside(found, "jobPostingInfo")
    if isinstance(one, dict):
        return raw.sheet([one], lambda row: _single(firm, row, day))
    rows = raw.inside(found, "jobPostings")
    if not isinstance(rows, list):
        raise Unreadable("no list of job postings")
    offset = int((asked.ask or {}).get("offset", 0))
    end, total = offset + len(rows), raw.inside(found, "total")
    # Only the first page tells the total; later ones may say 0.
    total = total if isinstance(total, int) and offset == 0 else None
    more = len(rows) >= _SIZE and end < CEILING and (total is None or end < total)
    return raw.sheet(
        raw.listed(rows),
        lambda row: _advert(firm, row, day),
        onward=ask(firm, end) if more else None,
        total=total,
    )


def _advert(firm: str, row: dict[str, Any], day: date) -> Posting:
    way = raw.line(row.get("externalPath"))
    fields = raw.listed(row.get("bulletFields"))
    told = raw.line(row.get("locationsText"))
    # "13 Locations" names none of them; where it is stands in the path then.
    places = () if re.fullmatch(r"\d+ Locations?", told) else raw.lines([told])
    return Posting(
        board="workday",
        tenant=firm,
        id=way.rpartition("/")[2],
        title=raw.line(row.get("title")),
        places=places,
        remote=raw.from_anywhere(row.get("remoteType"), places),
        requisition=raw.line(fields[0]) if fields else "",
        posted=_posted(row.get("postedOn"), day),
        url=page(firm) + way if way.startswith("/") else "",
    )


def _single(firm: str, row: dict[str, Any], day: date) -> Posting:
    mark = raw.line(row.get("jobPostingId")) or raw.line(row.get("id"))
    posting = Posting(board="workday", tenant=firm, id=mark, title=raw.line(row.get("title")))
    return replace(_whole(posting, row), posted=_since(row, day))


def _posted(said: Any, day: date) -> date | None:
    found = _AGO.match(raw.line(said))
    if found is None:
        return None
    days = min(int(found[1]), 10_000) if found[1] else 0 if found[2] else 1
    return day - timedelta(days=days)


def _since(row: dict[str, Any], day: date | None = None) -> date | None:
    return raw.day(row.get("startDate")) or (_posted(row.get("postedOn"), day) if day else None)


def detail(posting: Posting) -> Question:
    root, name, site = _root(posting.tenant)
    way = posting.url.removeprefix(page(posting.tenant))
    return Question(f"{root}/wday/cxs/{name}/{site}{way}")


def complete(posting: Posting, body: bytes) -> Posting:
    found = raw.parse(body)
    row = raw.inside(found, "jobPostingInfo")
    if not isinstance(row, dict):
        raise Unreadable("no advert in the answer")
    whole = _whole(posting, row)
    return replace(whole, company=raw.line(raw.inside(found, "hiringOrganization", "name")))


def _whole(posting: Posting, row: dict[str, Any]) -> Posting:
    places = raw.lines([row.get("location"), *raw.listed(row.get("additionalLocations"))])
    places = places or posting.places
    return replace(
        posting,
        places=places,
        remote=raw.from_anywhere(row.get("remoteType"), places),
        contract=raw.line(row.get("timeType")),
        requisition=raw.line(row.get("jobReqId")) or posting.requisition,
        posted=_since(row) or posting.posted,
        closes=raw.day(row.get("endDate")),
        url=raw.line(row.get("externalUrl")) or posting.url,
        text=raw.prose(row.get("jobDescription")),
    )


BOARD = Kind(
    name="workday",
    title="Workday",
    tenant=tenant,
    page=page,
    ask=ask,
    read=read,
    detail=detail,
    complete=complete,
)
