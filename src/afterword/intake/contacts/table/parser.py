"""The parser: an address book that is a table into people."""

from __future__ import annotations

from afterword.intake.contacts.table.adapter import contact
from afterword.intake.tables import Table
from afterword.terms import Brought, Contact, Unread


def parse(table: Table, name: str) -> Brought:
    """The people of a table, and each line that names nobody."""
    made = [contact(row) for row in table.rows]
    return Brought(
        "contacts",
        name,
        contacts=tuple(one for one in made if isinstance(one, Contact)),
        unread=(*table.unread, *(one for one in made if isinstance(one, Unread))),
    )
