"""Keeping: a copy that was checked, and the way back to it."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import connections

from afterword.errors import UserError

DATABASE = "afterword.sqlite3"
BACKUPS = "backups"
#: What a casebook must hold to be one; a stray database is refused before anything moves.
TABLES = {"casebook_case", "casebook_message", "casebook_event", "django_migrations"}


def backup(home: Path, *, at: datetime, to: Path | None = None) -> Path:
    """Copy the casebook to a dated file, check the copy, and say where it lies.

    Safe while the program runs: SQLite's own online backup takes one consistent
    picture. A copy that does not check out is removed and reported.
    """
    source = _database(home)
    if not source.exists():
        raise UserError("There is no casebook here yet, so there is nothing to back up.")
    folder = to or home / BACKUPS
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = _free(folder / f"afterword-{at:%Y-%m-%d-%H%M%S}.sqlite3")
    part = path.with_suffix(".part")
    try:
        _copy(source, part)
        _check(part)
        os.replace(part, path)
    except (sqlite3.Error, OSError) as problem:
        part.unlink(missing_ok=True)
        raise UserError(
            f"The backup could not be written: {problem}. Nothing was lost."
        ) from problem
    return path


def backups(home: Path) -> list[Path]:
    """The backups that are there, the newest first."""
    return sorted((home / BACKUPS).glob("afterword-*.sqlite3"), reverse=True)


def restore(home: Path, backup: Path, *, at: datetime) -> Path | None:
    """Go back to a backup; the answer is where the casebook of before now lies, None if there was none.

    The backup is checked first and copied beside the casebook, so that at every
    moment there is a whole casebook in place. The backup itself stays as it is.
    """
    if not backup.is_file():
        raise UserError(f"There is no backup at {backup}. Nothing was changed.")
    _check(backup)
    target = _database(home)
    fresh = target.with_suffix(".restoring")
    fresh.unlink(missing_ok=True)
    _copy(backup, fresh)
    _check(fresh)
    connections["default"].close()
    kept = _set_aside(target, at)
    os.replace(fresh, target)
    _catch_up()
    return kept


def _set_aside(target: Path, at: datetime) -> Path | None:
    """Keep the present casebook, with what still lies in its journal, under a dated name."""
    if not target.exists():
        return None
    folder = target.parent / BACKUPS
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    kept = _free(folder / f"before-restore-{at:%Y-%m-%d-%H%M%S}.sqlite3")
    _copy(target, kept)
    for journal in ("-wal", "-shm"):
        # They belong to the file that goes; beside another one they would corrupt it.
        Path(f"{target}{journal}").unlink(missing_ok=True)
    return kept


def _catch_up() -> None:
    """A backup of an older version is brought up to date."""
    from django.core.management import call_command

    call_command("migrate", interactive=False, verbosity=0)


def _database(home: Path) -> Path:
    engine = settings.DATABASES["default"]["ENGINE"]
    if not engine.endswith("sqlite3"):
        raise UserError(
            "This casebook lies in PostgreSQL. Its own tools (pg_dump, pg_restore) copy it best."
        )
    return home / DATABASE


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    os.close(handle)
    with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(target)) as new:
        old.backup(new)
        # One file, without a journal beside it, that can be copied by hand.
        new.execute("PRAGMA journal_mode=DELETE")


def _check(path: Path) -> None:
    """Raise `UserError` unless this is a whole casebook."""
    try:
        with closing(sqlite3.connect(f"file:{_quoted(path)}?mode=ro", uri=True)) as copy:
            well = copy.execute("PRAGMA integrity_check").fetchone()[0]
            names = {row[0] for row in copy.execute("SELECT name FROM sqlite_master")}
            astray = copy.execute("PRAGMA foreign_key_check").fetchone()
    except sqlite3.Error as problem:
        raise UserError(
            f"{path.name} is not a casebook ({problem}). Nothing was changed."
        ) from problem
    if well != "ok" or astray is not None:
        raise UserError(f"{path.name} is damaged. Nothing was changed.")
    if not names >= TABLES:
        raise UserError(f"{path.name} is a database, but no casebook. Nothing was changed.")


def _quoted(path: Path) -> str:
    return path.absolute().as_posix().replace("%", "%25").replace("?", "%3f").replace("#", "%23")


def _free(path: Path) -> Path:
    """A name nothing has yet: two backups in one second are two files."""
    number, found = 1, path
    while found.exists():
        number += 1
        found = path.with_stem(f"{path.stem}-{number}")
    return found
