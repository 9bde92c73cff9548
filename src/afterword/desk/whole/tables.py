"""Cases, people, letters and touches as tables any spreadsheet opens; a closed answer stays closed.

A cell that a spreadsheet would take for a formula begins with an apostrophe, as OWASP advises
("CSV Injection"): what stands in these tables was partly written by strangers.
"""

from __future__ import annotations

import csv
import io
import os
import zipfile
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from uuid import UUID
from zoneinfo import ZoneInfo

from afterword.casebook.case import Case
from afterword.casebook.letter import Letter
from afterword.casebook.person import Person
from afterword.casebook.profile import Profile
from afterword.casebook.touch import Touch
from afterword.desk.whole.archive.packing import free, one_moment
from afterword.errors import UserError

#: What makes a formula of a cell, at its first sign; the last four as East Asian programs write them.
FORMULA = tuple("=+-@\t\r\n|%＝＋－＠")
Rows = Iterator[Sequence[object]]


def pack(account: UUID, path: Path, *, at: datetime) -> Path:
    """The tables in one zip, readable by its owner alone; the answer is where it lies. Raises `UserError`."""
    if path.is_dir():
        path = free(path / f"afterword-tables-{at:%Y-%m-%d}.zip")
    part = path.with_name(path.name + ".part")
    try:
        handle = os.open(part, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600)
        zone = ZoneInfo(Profile.of(account, at=at).zone)
        with (
            os.fdopen(handle, "w+b") as file,
            one_moment(),
            zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as out,
        ):
            for name, heads, rows in TABLES:
                out.writestr(f"{name}.csv", written(heads, rows(account, zone)))
        os.replace(part, path)
    except OSError as problem:
        part.unlink(missing_ok=True)
        raise UserError(f"The tables could not be written: {problem.strerror}.") from problem
    return path


def written(heads: Sequence[str], rows: Rows) -> bytes:
    """One table (RFC 4180), with the mark at its head by which spreadsheets know UTF-8."""
    out = io.StringIO()
    lines = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    lines.writerow(heads)
    lines.writerows([cell(one) for one in row] for row in rows)
    return out.getvalue().encode("utf-8-sig", "replace")


def cell(value: object) -> str:
    """A value as a cell that no spreadsheet calculates."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.lstrip(" ").startswith(FORMULA) else text


def _day(when: datetime | None, zone: ZoneInfo) -> str:
    return when.astimezone(zone).date().isoformat() if when else ""


def _cases(account: UUID, zone: ZoneInfo) -> Rows:
    rows = Case.objects.of(account).standing_alone().select_related("company", "standing", "move")
    for case in rows.order_by("opened_at", "id"):
        held, move = getattr(case, "standing", None), getattr(case, "move", None)
        shown = held is None or not held.sealed
        yield (
            case.company.name, case.role, case.country, _day(case.opened_at, zone),
            _day(case.last_at, zone), held.seen_state if held else "",
            held.seen_outcome if held else "", held.seen_band if held else "",
            move.play if move and shown else "", move.when if move and shown else "",
            case.posting, case.pk,
        )  # fmt: skip


def _people(account: UUID, zone: ZoneInfo) -> Rows:
    rows = Person.objects.of(account).select_related("company")
    for one in rows.prefetch_related("addresses", "handles").order_by("name", "id"):
        phones = [mark.value for mark in one.handles.all() if mark.kind == "phone"]
        emails = sorted(address.email for address in one.addresses.all())
        yield (
            one.name, one.title, one.company.name if one.company else "", "; ".join(emails),
            "; ".join(phones), one.country, one.note, one.pk,
        )  # fmt: skip


def _letters(account: UUID, zone: ZoneInfo) -> Rows:
    rows = Letter.objects.of(account).select_related("case__company", "person")
    for one in rows.order_by("entered_at", "id"):
        yield (
            _day(one.entered_at, zone), one.kind, one.case.company.name if one.case else "",
            one.case.role if one.case else "", one.person.name if one.person else "", one.state,
            one.subject, one.text, one.pk,
        )  # fmt: skip


def _touches(account: UUID, zone: ZoneInfo) -> Rows:
    rows = Touch.objects.of(account).select_related("case__company", "person")
    for one in rows.order_by("at", "id"):
        yield (
            _day(one.at, zone), one.person.name if one.person else "",
            one.case.company.name if one.case else "", one.channel, one.kind, one.play,
            one.result, one.note, one.pk,
        )  # fmt: skip


#: Name, heads, rows.
TABLES: tuple[tuple[str, tuple[str, ...], Callable[[UUID, ZoneInfo], Rows]], ...] = (
    ("cases", ("firm", "role", "country", "opened", "last word", "state", "outcome", "band",
               "next play", "next on", "advert", "id"), _cases),
    ("people", ("name", "title", "firm", "addresses", "phones", "country", "note", "id"), _people),
    ("letters", ("drawn", "kind", "firm", "role", "to", "state", "subject", "text", "id"), _letters),
    ("touches", ("on", "person", "firm", "channel", "kind", "play", "result", "note", "id"), _touches),
)  # fmt: skip
