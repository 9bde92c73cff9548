"""The parser: one sheet, or the whole zip, into what each row tells; nothing is dropped unsaid."""

from __future__ import annotations

import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import PurePosixPath
from typing import IO, Any

from afterword.errors import UserError
from afterword.intake.contacts.linkedin import adapter
from afterword.intake.contacts.linkedin.raw import sheet_of
from afterword.intake.resume.positions import position
from afterword.intake.tables import Row, Table, table_of
from afterword.terms import Applied, Brought, Contact, Proof, Said, Unread

#: The largest sheet seen holds 30 MB of messages; beyond this it is no export.
LARGEST = 256 * 1024 * 1024
MAX_RATIO = 200
_BREAKS = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError)

#: What makes a value of each row of a sheet.
_ROWS: dict[str, Callable[[Row], Any]] = {
    "connections": adapter.connection,
    "recommendations": adapter.recommendation,
    "imported": adapter.imported,
    "invitations": adapter.invitation,
    "applications": adapter.application,
    "saved": adapter.saved,
    "positions": position,
}


def parse(table: Table, name: str, *, me: str = "") -> Brought:
    """One sheet. `me` is the user's name, for messages that do not tell by themselves whose they are."""
    sheet = sheet_of(table)
    if sheet in ("profile", "addresses"):
        return _owner(table, sheet, name)
    made: Iterable[Any] = (
        adapter.messages(table.rows, me) if sheet == "messages" else map(_ROWS[sheet], table.rows)
    )
    found: list[Any] = []
    passed: Counter[str] = Counter()
    for one in made:
        if isinstance(one, str):
            passed[one] += 1
        else:
            found.append(one)
    return Brought(
        f"linkedin {sheet}",
        name,
        contacts=tuple(one for one in found if isinstance(one, Contact)),
        said=tuple(one for one in found if isinstance(one, Said)),
        applied=tuple(one for one in found if isinstance(one, Applied)),
        proofs=tuple(one for one in found if isinstance(one, Proof)),
        unread=(*table.unread, *(one for one in found if isinstance(one, Unread))),
        left=tuple(f"{n} {what}" for what, n in sorted(passed.items())),
    )


def _owner(table: Table, sheet: str, name: str) -> Brought:
    if sheet == "profile":
        row = table.rows[0] if table.rows else Row(1, {})
        whole = " ".join(filter(None, (row["first name"], row["last name"])))
        return Brought("linkedin profile", name, own_name=whole, unread=table.unread)
    emails = tuple(
        row["email address"].lower() for row in table.rows if "@" in row["email address"]
    )
    return Brought("linkedin addresses", name, own_addresses=emails, unread=table.unread)


def parse_zip(file: IO[bytes], name: str, *, me: str = "") -> Brought:
    """The whole export. The sheets we do not read are named, so that nobody believes they were."""
    whole = Brought("linkedin", name)
    try:
        with zipfile.ZipFile(file) as archive:
            sheets = [
                (entry, _table(archive, entry)) for entry in archive.infolist() if _is_sheet(entry)
            ]
    except _BREAKS as broken:
        raise UserError(
            f"{name} is damaged or not whole. Download it again. Nothing was read."
        ) from broken
    others: list[str] = []
    for _, table in sheets:
        if isinstance(table, Table) and sheet_of(table) == "profile":
            me = _owner(table, "profile", name).own_name or me
    for entry, table in sheets:
        short = PurePosixPath(entry.filename).name
        if isinstance(table, Unread):
            whole = replace(whole, unread=(*whole.unread, table))
        elif not sheet_of(table):
            others.append(short)
        else:
            whole = joined(whole, parse(table, short, me=me), short)
    if others:
        passed = f"{len(others)} sheets that tell nothing of people, posts or applications: {', '.join(sorted(others))}"
        whole = replace(whole, left=(*whole.left, passed))
    return whole


def joined(whole: Brought, part: Brought, where: str) -> Brought:
    """Two answers as one; everything of the second says from which file it came."""

    def placed(values: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(replace(one, where=where) for one in values)

    return replace(
        whole,
        contacts=whole.contacts + placed(part.contacts),
        said=whole.said + placed(part.said),
        applied=whole.applied + placed(part.applied),
        appointments=whole.appointments + placed(part.appointments),
        proofs=whole.proofs + placed(part.proofs),
        own_addresses=whole.own_addresses + part.own_addresses,
        own_name=whole.own_name or part.own_name,
        unread=whole.unread + placed(part.unread),
        left=whole.left + tuple(f"{where}: {one}" for one in part.left),
    )


def holds_sheets(file: IO[bytes]) -> bool:
    """Whether a zip is LinkedIn's export: one of its tables is a sheet we know."""
    try:
        with zipfile.ZipFile(file) as archive:
            for entry in archive.infolist():
                if _is_sheet(entry):
                    with archive.open(entry) as opened:
                        if sheet_of(table_of(opened.read(20_000))):
                            return True
    except _BREAKS:
        return False
    return False


def _is_sheet(entry: zipfile.ZipInfo) -> bool:
    name = PurePosixPath(entry.filename).name
    return not entry.is_dir() and name.lower().endswith(".csv") and not name.startswith(".")


def _table(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Table | Unread:
    short = PurePosixPath(entry.filename).name
    if entry.flag_bits & 1:
        return Unread(0, "The file is locked with a password.", short)
    swollen = entry.file_size > 4_000_000 and entry.file_size > MAX_RATIO * max(
        1, entry.compress_size
    )
    if entry.file_size > LARGEST or swollen:
        return Unread(
            0, "The file would unpack to far more than a sheet ever is; it was left out.", short
        )
    with archive.open(entry) as opened:
        data = opened.read(LARGEST + 1)
    if len(data) > LARGEST:
        return Unread(0, "The file is larger than it says; it was left out.", short)
    return table_of(data)
