"""The way back to a copy of the casebook: the one of now is set aside first, and stays whole at every moment."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path

from django.db import connections

from afterword.desk.whole import copying, keys_held
from afterword.desk.whole.keeping import BACKUPS, BEFORE_RESTORE, check
from afterword.errors import UserError

#: So many seconds whoever writes in the casebook is waited for before it is set aside.
PATIENCE = 30.0


def restore(home: Path, backup: Path, *, at: datetime, another: bool = False) -> Path | None:
    """Go back to a backup; the answer is where the casebook of before now lies, None if there was none.

    The backup is checked first. It is then written over the casebook as one transaction, so that
    at every moment there is a whole one, and whoever has it open goes on with the other. One of an
    older version is brought up to date; where that fails, the casebook of before comes back.
    One of another casebook is refused where there is anything in this one, unless `another` is meant.
    """
    if not backup.is_file():
        raise UserError(f"There is no backup at {backup}. Nothing was changed.")
    copying.look_through(backup)
    target = copying.database(home)
    if not another and _is_anothers(backup, target):
        raise UserError(
            f"{backup.name} is a backup of another casebook, and there is something in this one. "
            "If that is what you mean: `afterword restore FILE --another`. Nothing was changed."
        )
    open_doors = keys_held.good() if target.exists() else {}
    connections["default"].close()
    kept = _set_aside(target, at)
    _write_over(backup, target)
    try:
        _catch_up()
    except Exception as problem:
        connections["default"].close()
        if kept is not None:
            _write_over(kept, target)
        raise UserError(
            f"{backup.name} could not be brought up to date ({type(problem).__name__}). "
            "The casebook is as it was."
        ) from problem
    keys_held.shut_others(open_doors)
    if kept is not None:
        with suppress(UserError):  # Damaged it stays all the same: somebody may yet read in it.
            check(home, kept.name, at=at)
    return kept


def _is_anothers(backup: Path, target: Path) -> bool:
    """Whether the backup is of somebody else than who has something in the casebook of now."""
    here, there = _whose(target), _whose(backup)
    return bool(here and there) and here.isdisjoint(there)


def _whose(path: Path) -> set[str]:
    """The accounts in which something was done; none where nothing was, or nothing can be read."""
    tables = ("case", "message", "person", "story", "seen")
    found: set[str] = set()
    with suppress(sqlite3.Error, OSError), closing(sqlite3.connect(path)) as book:
        for table in tables:
            found |= {
                row[0] for row in book.execute(f"SELECT DISTINCT account FROM casebook_{table}")
            }
    return found


def _set_aside(target: Path, at: datetime) -> Path | None:
    """Keep the present casebook, with what still lies in its journal, under a dated name."""
    if not target.exists():
        return None
    folder = target.parent / BACKUPS
    kept = copying.free(folder / f"{BEFORE_RESTORE}-{at:%Y-%m-%d-%H%M%S}.sqlite3")
    with _told(kept, kept):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        try:
            # What they commit who write just now belongs to what is set aside.
            with closing(sqlite3.connect(target, timeout=PATIENCE)) as there:
                there.execute("BEGIN IMMEDIATE")
            copying.copy(target, kept)
        except sqlite3.Error as problem:
            if not _is_broken(problem):
                raise
            shutil.copyfile(target, kept)  # What is damaged is kept as it lies.
            os.chmod(kept, 0o600)
    return kept


def _write_over(source: Path, target: Path) -> None:
    fresh = target.with_suffix(".restoring")
    with _told(source, fresh):
        if target.exists():
            try:
                with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(target, timeout=0)) as new:  # fmt: skip
                    old.backup(new, progress=_not_waiting)
                return
            except sqlite3.Error as problem:
                if not _is_broken(problem):
                    raise  # Not replaced as a file: a live writer's words went with it.
        copying.copy(source, fresh)
        for journal in ("-wal", "-shm"):
            # They belong to the file that goes; beside another one they would corrupt it.
            Path(f"{target}{journal}").unlink(missing_ok=True)
        os.replace(fresh, target)


def _not_waiting(status: int, *_: int) -> None:
    """Who began to write since the casebook was set aside is not overwritten: that would be kept nowhere."""
    if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        raise sqlite3.OperationalError("somebody is writing in the casebook")


def _is_broken(problem: sqlite3.Error) -> bool:
    """Whether a file is no database any more; a full disk or a lock says nothing of the kind."""
    return getattr(problem, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)  # fmt: skip


@contextmanager
def _told(whose: Path, part: Path) -> Iterator[None]:
    """What goes wrong is said as the user can mend it, and leaves no `part` behind."""
    try:
        yield
    except (sqlite3.Error, OSError) as problem:
        part.unlink(missing_ok=True)
        why = f"{whose.name} could not be written ({problem}). The casebook is as it was."
        raise UserError(f"{why} Make room, or close what else uses it, and try again.") from problem


def _catch_up() -> None:
    """A backup of an older version is brought up to date."""
    from django.core.management import call_command

    call_command("migrate", interactive=False, verbosity=0)
