"""Lever: its public Postings API, one answer with every advert and its text.

Firms on the European service stand as "eu/acme".
"""

from __future__ import annotations

from datetime import date
from typing import Any

from afterword.intake.boards import raw
from afterword.intake.boards.board import Kind, Question, Sheet, Unreadable
from afterword.terms.watching import Posting


def tenant(url: str) -> str:
    here = raw.after(url, ["jobs.lever.co"]) or raw.after(url, ["api.lever.co"], "v0", "postings")
    there = raw.after(url, ["jobs.eu.lever.co"]) or raw.after(
        url, ["api.eu.lever.co"], "v0", "postings"
    )
    return here or (there and f"eu/{there}")


def _where(firm: str) -> tuple[str, str]:
    return ("eu.", firm[3:]) if firm.startswith("eu/") else ("", firm)


def ask(firm: str) -> Question:
    region, named = _where(firm)
    return Question(f"https://api.{region}lever.co/v0/postings/{named}?mode=json")


def page(firm: str) -> str:
    region, named = _where(firm)
    return f"https://jobs.{region}lever.co/{named}"


def read(firm: str, body: bytes, _asked: Question, _day: date) -> Sheet:
    found = raw.parse(body)
    rows = [found] if raw.inside(found, "text") and raw.inside(found, "id") else found
    if not isinstance(rows, list) or any(
        isinstance(one, dict) and "text" not in one for one in rows
    ):
        raise Unreadable("no list of postings")
    return raw.sheet(raw.listed(rows), lambda row: _advert(firm, row))


def _advert(firm: str, row: dict[str, Any]) -> Posting:
    groups = row.get("categories")
    places = raw.lines(
        [raw.inside(groups, "location"), *raw.listed(raw.inside(groups, "allLocations"))]
    )
    told = [
        f"<h3>{raw.line(raw.inside(one, 'text'))}</h3><ul>{raw.inside(one, 'content') or ''}</ul>"
        for one in raw.listed(row.get("lists"))
    ]
    return Posting(
        board="lever",
        tenant=firm,
        id=raw.line(row.get("id")),
        title=raw.line(row.get("text")),
        places=places,
        remote=raw.from_anywhere(row.get("workplaceType"), places),
        department=raw.line(raw.inside(groups, "department"))
        or raw.line(raw.inside(groups, "team")),
        contract=raw.line(raw.inside(groups, "commitment")),
        posted=raw.day(row.get("createdAt")),
        url=raw.line(row.get("hostedUrl")),
        text=raw.prose(
            row.get("description") or row.get("descriptionPlain"), *told, row.get("additional")
        ),
    )


BOARD = Kind(name="lever", title="Lever", tenant=tenant, page=page, ask=ask, read=read)
