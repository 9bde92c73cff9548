"""The adapter: one row of an address book in our words."""

from __future__ import annotations

import re

from afterword.intake.contacts.profiles import profile_of
from afterword.intake.contacts.table.raw import EMAIL, HEADINGS, MANY, PAGE, PHONE
from afterword.intake.tables import Row, first_of
from afterword.terms import Contact, Unread

_ADDRESS = re.compile(r"[^\s<>,;:]+@[^\s<>,;:]+")


def contact(row: Row) -> Contact | Unread:
    """What a row says of a person; one without a name and an address is named by its line."""
    said = {key: first_of(row, *names) for key, names in HEADINGS.items()}
    parts = " ".join(filter(None, (said["first"], said["middle"], said["last"])))
    emails = [
        found.lower()
        for name, value in row.cells.items()
        if EMAIL.match(name)
        for found in _ADDRESS.findall(value)
    ]
    name = parts or said["whole"]
    if not (name or emails):
        return Unread(row.line, "The line has neither a name nor an address.")
    pages = [value for heading, value in row.cells.items() if PAGE.match(heading)]
    return Contact(
        name="" if "@" in name else name,
        emails=tuple(dict.fromkeys(emails)),
        phones=tuple(dict.fromkeys(_phones(row))),
        profile=next((one for one in map(profile_of, pages) if one), ""),
        company=said["company"].split(MANY)[0].strip(),
        title=said["title"].split(MANY)[0].strip(),
        note=said["note"],
        line=row.line,
    )


def _phones(row: Row) -> list[str]:
    cells = [value for name, value in row.cells.items() if PHONE.match(name)]
    return [one.strip() for cell in cells for one in cell.split(MANY) if re.search(r"\d{3}", one)]
