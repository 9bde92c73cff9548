"""Personio: the XML feed of a firm's careers page. A firm stands as "acme/de", its host's ending."""

from __future__ import annotations

from datetime import date
from typing import Any
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from afterword.intake.boards import raw
from afterword.intake.boards.board import Kind, Question, Sheet, Unreadable
from afterword.terms.watching import Posting


def tenant(url: str) -> str:
    for ending in ("de", "com"):
        if firm := raw.under(url, f"jobs.personio.{ending}"):
            return f"{firm}/{ending}"
    return ""


def page(firm: str) -> str:
    named, _, ending = firm.partition("/")
    return f"https://{named}.jobs.personio.{ending or 'de'}/"


def ask(firm: str) -> Question:
    return Question(page(firm) + "xml")


def read(firm: str, body: bytes, _asked: Question, _day: date) -> Sheet:
    try:
        root = fromstring(body)
    except (ParseError, DefusedXmlException, ValueError, LookupError):
        raise Unreadable("the answer is no whole XML") from None
    if root.tag != "workzag-jobs":
        raise Unreadable("no list of positions")
    rows = [_row(one) for one in root.findall("position")[: raw.MOST]]
    return raw.sheet(rows, lambda row: _advert(firm, row))


def _row(found: Element) -> dict[str, Any]:
    told = {one.tag: one.text or "" for one in found}
    parts = found.findall("jobDescriptions/jobDescription")
    return {
        **told,
        "offices": [told.get("office"), *(x.text for x in found.findall("additionalOffices/office"))],
        "parts": [f"<h3>{x.findtext('name') or ''}</h3>{x.findtext('value') or ''}" for x in parts],
    }  # fmt: skip


def _advert(firm: str, row: dict[str, Any]) -> Posting:
    mark, places = raw.line(row.get("id")), raw.lines(row["offices"])
    return Posting(
        board="personio",
        tenant=firm,
        id=mark,
        title=raw.line(row.get("name")),
        company=raw.line(row.get("subcompany")),
        places=places,
        remote=raw.from_anywhere(None, places),
        department=raw.line(row.get("department")),
        contract=raw.place(row.get("employmentType"), row.get("schedule")),
        posted=raw.day(row.get("createdAt")),
        url=f"{page(firm)}job/{mark}",
        text=raw.prose(*row["parts"]),
    )


BOARD = Kind(name="personio", title="Personio", tenant=tenant, page=page, ask=ask, read=read)
