"""What the doctor looks at of the database: which it is, where, who else can read it, who copies it."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from afterword.faces import faults

#: What to do where it cannot be reached.
MEND = (
    "Look whether the server runs, and whether AFTERWORD_DATABASE names its host, its database, and "
    "a user it lets in. A casebook in a file: look at the folder, its room and its rights; a damaged "
    "one comes back by `afterword restore`."
)


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at: well or not, what was found, what to do."""

    name: str
    well: bool
    found: str
    mend: str = ""


def checks(account: Any) -> Iterator[Check]:
    """Which database holds this casebook, and how it is kept."""
    from django.db import connection

    if connection.vendor == "sqlite":
        yield from _of_a_file(connection)
    else:
        yield from _of_a_server(connection, account)


def _of_a_file(connection: Any) -> Iterator[Check]:
    new_enough = sqlite3.sqlite_version_info >= (3, 35)
    path = Path(connection.settings_dict["NAME"])
    yield Check("database", new_enough, f"SQLite {sqlite3.sqlite_version}, the file {path}",
                "Afterword needs SQLite 3.35 or newer.")  # fmt: skip
    if os.name == "posix" and path.exists():
        private = path.stat().st_mode & 0o077 == 0
        yield Check("its file", private, "only you can read it" if private else
                    "others on this machine can read it", f"chmod 600 {path}")  # fmt: skip


def _of_a_server(connection: Any, account: Any) -> Iterator[Check]:
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version")
        version = str(cursor.fetchone()[0]).split()[0]
    here = faults.is_here(connection.settings_dict["HOST"])
    sealed = bool(getattr(connection.connection.pgconn, "ssl_in_use", False))
    way = "encrypted" if sealed else "not encrypted"
    way = f"{way}, within this computer" if here else f"{way} on the way there"
    which = faults.where().removeprefix("PostgreSQL").rstrip(",")
    yield Check(
        "database",
        sealed or here,
        f"PostgreSQL {version}{which}; {way}",
        "Your mail travels there unsealed: end the address in ?sslmode=verify-full, or in "
        "?sslmode=require where the server has no certificate to be checked.",
    )
    yield Check("whose", True, f"this home's own casebook there, opened {account.opened_at:%d %b %Y}; "
                "the file home.mark here is the key to it: keep a copy of the home")  # fmt: skip
    yield Check("backups", True, "none by Afterword: whoever runs the server makes them (pg_dump), and "
                "whether they do it cannot see; `afterword export` takes this casebook along")  # fmt: skip
