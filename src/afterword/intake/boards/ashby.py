"""Ashby: its public posting API, one answer with every advert and its text."""

from __future__ import annotations

from datetime import date
from typing import Any
from urllib.parse import quote

from afterword.intake.boards import raw
from afterword.intake.boards.board import Kind, Question, Sheet, Unreadable
from afterword.terms.watching import Posting


def tenant(url: str) -> str:
    return raw.after(url, ["jobs.ashbyhq.com"]) or raw.after(
        url, ["api.ashbyhq.com"], "posting-api", "job-board"
    )


def ask(firm: str) -> Question:
    return Question(f"https://api.ashbyhq.com/posting-api/job-board/{quote(firm)}")


def read(firm: str, body: bytes, _asked: Question, _day: date) -> Sheet:
    found = raw.parse(body)
    rows = raw.inside(found, "jobs")
    if not isinstance(rows, list):
        raise Unreadable("no list of jobs")
    # An advert that is not listed is shown to nobody; it is not on the board.
    shown = [one for one in raw.listed(rows) if raw.inside(one, "isListed") is not False]
    return raw.sheet(shown, lambda row: _advert(firm, row))


def _advert(firm: str, row: dict[str, Any]) -> Posting:
    others = (raw.inside(one, "location") for one in raw.listed(row.get("secondaryLocations")))
    places = raw.lines([row.get("location"), *others])
    remote = raw.from_anywhere(row.get("workplaceType"))
    return Posting(
        board="ashby",
        tenant=firm,
        id=raw.line(row.get("id")),
        title=raw.line(row.get("title")),
        places=places,
        # "Hybrid" is the narrower word: Ashby marks hybrid seats isRemote as well.
        remote=raw.switch(row.get("isRemote")) if remote is None else remote,
        department=raw.line(row.get("department")) or raw.line(row.get("team")),
        contract=raw.line(row.get("employmentType")),
        posted=raw.day(row.get("publishedAt")),
        url=raw.line(row.get("jobUrl")),
        text=raw.prose(row.get("descriptionHtml")) or raw.prose(row.get("descriptionPlain")),
    )


BOARD = Kind(
    name="ashby",
    title="Ashby",
    tenant=tenant,
    page=lambda firm: f"https://jobs.ashbyhq.com/{quote(firm)}",
    ask=ask,
    read=read,
)
