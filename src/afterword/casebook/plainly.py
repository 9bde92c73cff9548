"""A table asked and written in plain statements, where rows come by the thousand.

For rows as small as a mark Django's own way costs four times what the database does.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db import connections, models, router

#: So many values are asked for in one question.
MANY = 500

Row = tuple[Any, ...]


class Plainly:
    """One table, by its model, on the database that it is written to."""

    def __init__(self, model: type[models.Model]) -> None:
        self.model = model
        self.connection = connections[router.db_for_write(model)]
        self.quoted = self.connection.ops.quote_name
        self.table = self.quoted(model._meta.db_table)
        self._knows_keys = self.connection.features.has_native_uuid_field

    def kept_as(self, name: str, value: Any) -> Any:
        """A value as this database keeps it in that column."""
        if isinstance(value, UUID):
            return value if self._knows_keys else value.hex
        field: Any = self.model._meta.get_field(name)
        return field.get_db_prep_save(value, self.connection)

    def among(self, column: str, account: UUID, values: Iterable[str]) -> set[str]:
        """Which of these values stand in that column of the account's rows."""
        asked, found = list(values), set[str]()
        of, name = self.kept_as("account", account), self.quoted(column)
        with self.connection.cursor() as cursor:
            for start in range(0, len(asked), MANY):
                some = asked[start : start + MANY]
                places = ", ".join(["%s"] * len(some))
                cursor.execute(
                    f"SELECT {name} FROM {self.table} WHERE account = %s AND {name} IN ({places})",
                    [of, *some],
                )
                found |= {row[0] for row in cursor.fetchall()}
        return found

    def insert(self, columns: tuple[str, ...], rows: list[Row]) -> None:
        """These rows, save those that are there already."""
        if not rows:
            return
        names = ", ".join(map(self.quoted, columns))
        places = ", ".join(["%s"] * len(columns))
        with self.connection.cursor() as cursor:
            cursor.executemany(
                f"INSERT INTO {self.table} ({names}) VALUES ({places}) ON CONFLICT DO NOTHING", rows
            )
