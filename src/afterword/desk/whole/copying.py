"""One copy of the casebook's file: written as one picture, looked through, and noted as whole.

Nothing here knows which copies there are (`keeping.py`) or how one goes back to one (`going_back.py`).
"""

from __future__ import annotations

import json
import os
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db.migrations.loader import MigrationLoader

from afterword.errors import UserError

DATABASE = "afterword.sqlite3"
#: When each copy was found whole, and how large it was then.
LEDGER = "checked.json"
#: What a casebook must hold to be one; a stray database is refused before anything moves.
TABLES = {"casebook_case", "casebook_message", "casebook_event", "django_migrations"}


def is_ours() -> bool:
    """Whether the casebook is a file here; in PostgreSQL its copies are the server's affair."""
    return str(settings.DATABASES["default"]["ENGINE"]).endswith("sqlite3")


def database(home: Path) -> Path:
    if not is_ours():
        raise UserError(
            "This casebook lies in PostgreSQL. Its own tools (pg_dump, pg_restore) copy it best; "
            "`afterword export` takes one account along."
        )
    return home / DATABASE


def copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.unlink(missing_ok=True)
    handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    os.close(handle)
    with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(target)) as new:
        old.backup(new)
        # One file, without a journal beside it, that can be copied by hand.
        new.execute("PRAGMA journal_mode=DELETE")


def look_through(path: Path) -> None:
    """Raise `UserError` unless this is a whole casebook that this program knows how to read."""
    try:
        with closing(sqlite3.connect(f"file:{_quoted(path)}?mode=ro", uri=True)) as copy:
            well = copy.execute("PRAGMA integrity_check").fetchone()[0]
            names = {row[0] for row in copy.execute("SELECT name FROM sqlite_master")}
            astray = copy.execute("PRAGMA foreign_key_check").fetchone()
            ran = set(copy.execute("SELECT app, name FROM django_migrations")) if names >= TABLES else set()  # fmt: skip
    except sqlite3.Error as problem:
        raise UserError(
            f"{path.name} is not a casebook ({problem}). Nothing was changed."
        ) from problem
    if well != "ok" or astray is not None:
        raise UserError(f"{path.name} is damaged. Nothing was changed.")
    if not names >= TABLES:
        raise UserError(f"{path.name} is a database, but no casebook. Nothing was changed.")
    known = MigrationLoader(None, ignore_no_migrations=True)
    if {one for one in ran if one[0] in known.migrated_apps} - set(known.disk_migrations):
        raise UserError(
            f"{path.name} was written by a newer Afterword. Update this one, then try again. "
            "Nothing was changed."
        )


def note(folder: Path, path: Path, at: datetime) -> None:
    """Write down that this copy was found whole."""
    told = {name: seen for name, seen in checked(folder).items() if (folder / name).exists()}
    told[path.name] = {"at": at.isoformat(), "size": path.stat().st_size}
    part = folder / f"{LEDGER}.part"
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as out:
        json.dump(told, out, indent=1)
    os.replace(part, folder / LEDGER)


def checked(folder: Path) -> dict[str, Any]:
    try:
        told = json.loads((folder / LEDGER).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return told if isinstance(told, dict) else {}


def _quoted(path: Path) -> str:
    return path.absolute().as_posix().replace("%", "%25").replace("?", "%3f").replace("#", "%23")


def free(path: Path) -> Path:
    """A name nothing has yet: two backups in one second are two files."""
    number, found = 1, path
    while found.exists():
        number += 1
        found = path.with_stem(f"{path.stem}-{number}")
    return found
