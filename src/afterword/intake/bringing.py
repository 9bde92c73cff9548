"""One door for every file that is no mailbox: what it is, told by what stands in it, and what it holds."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from pathlib import Path

from afterword.intake import trackers
from afterword.intake.calendar import ics
from afterword.intake.contacts import linkedin, table, vcard
from afterword.intake.lettering import decoded
from afterword.intake.resume import json_resume, papers, plain
from afterword.intake.tables import table_of
from afterword.terms import Brought, Column, Unread

#: So much of a file says what it is.
GLANCE = 200_000
#: No address book, calendar or résumé of one person is larger; a mailbox may be.
LARGEST = 300 * 1024 * 1024
#: A calendar, or a part of one that somebody cut out.
_CALENDAR = re.compile(r"BEGIN\s*:\s*V(?:CALENDAR|EVENT|TODO|JOURNAL|TIMEZONE|FREEBUSY|ALARM)\b")


@dataclass(frozen=True, slots=True)
class Wish:
    """The user's own word, where a guess was wrong or was asked: the columns, the order of days, their name."""

    columns: Mapping[str, str] | None = None
    day_first: bool | None = None
    me: str = ""


def what_is(data: bytes) -> str:
    """What a file is: vcard, calendar, linkedin, contacts, tracker, json, docx, pdf, resume; "" for none of these.

    Told by its content; the name is never asked. "" may still be a mailbox.
    """
    if data.startswith(b"%PDF"):
        return "pdf"
    if data.startswith(b"PK"):
        return _zipped(data)
    text = decoded(data[:GLANCE])
    head = text.lstrip()[:400].upper()
    if head.startswith("BEGIN:VCARD"):
        return "vcard"
    if _CALENDAR.match(head):
        return "calendar"
    if head.startswith(("{", "[")) and _is_json(data):
        return "json"
    if head.startswith(("FROM ", "RECEIVED:", "RETURN-PATH:", "DELIVERED-TO:")):
        return ""
    found = table_of(text)
    if linkedin.sheet_of(found):
        return "linkedin"
    if found.rows and table.is_address_book(found.names):
        return "contacts"
    if found.rows and len(found.headings) > 2 and trackers.is_tracker(found):
        return "tracker"
    if "BEGIN:VCARD" in text.upper():
        return "vcard"
    return "resume" if plain.looks_like_resume(text) else ""


def what_is_at(path: Path) -> str:
    """The same of a file on the disk, however large: only its beginning is read, or a zip's list."""
    with path.open("rb") as file:
        head = file.read(GLANCE)
        if not head.startswith(b"PK"):
            return what_is(head)
        file.seek(0)
        try:
            with zipfile.ZipFile(file) as archive:
                names = archive.namelist()
        except (zipfile.BadZipFile, OSError, ValueError, UnicodeError, NotImplementedError):
            return ""
        if "word/document.xml" in names:
            return "docx"
        return "linkedin" if linkedin.holds_sheets(file) else ""


def bring(
    data: bytes,
    name: str,
    *,
    now: datetime,
    zone: tzinfo = UTC,
    kind: str = "",
    wish: Wish | None = None,
) -> Brought:
    """What a file holds, in our words. Raises `UserError` when it is damaged as a whole."""
    wish = wish or Wish()
    kind = kind or what_is(data)
    if len(data) > LARGEST:
        return Brought(kind, name, unread=(Unread(0, "The file is larger than any of its kind."),))
    match kind:
        case "vcard":
            return vcard.parse(data, name)
        case "calendar":
            return ics.parse(data, name, now=now, zone=zone)
        case "json":
            return json_resume.parse(data, name)
        case "docx":
            return papers.parse_docx(data, name)
        case "pdf":
            return papers.parse_pdf(data, name)
        case "resume":
            return plain.parse(plain.numbered(decoded(data)), name)
        case "linkedin" if data.startswith(b"PK"):
            return linkedin.parse_zip(io.BytesIO(data), name, me=wish.me)
        case "linkedin":
            return linkedin.parse(table_of(data), name, me=wish.me)
        case "contacts":
            return table.parse(table_of(data), name)
        case "tracker":
            return trackers.parse(
                table_of(data), name, columns=wish.columns, day_first=wish.day_first
            )
    why = "This is no address book, calendar, résumé, table of applications or export of LinkedIn that we know."
    return Brought("", name, unread=(Unread(0, why),))


def columns_of(data: bytes) -> tuple[Column, ...]:
    """What each column of a table of applications is taken for."""
    return trackers.parse(table_of(data), "").columns


def _zipped(data: bytes) -> str:
    if b"word/document.xml" in data:
        return "docx"
    return "linkedin" if linkedin.holds_sheets(io.BytesIO(data)) else ""


def _is_json(data: bytes) -> bool:
    try:
        json.loads(decoded(data))
    except ValueError:
        return data.lstrip()[:1] == b"{"
    except RecursionError:
        return True
    return True
