"""Keeping: dated copies of the casebook, each checked, the old ones thinned; and the way back to one.

A copy is one file that its owner alone can read. Those the program makes by itself are thinned by
the table `KEPT`; one the user made stays until the user removes it.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import DatabaseError, connections
from django.db.migrations.loader import MigrationLoader

from afterword.desk.whole import keys_held
from afterword.errors import UserError

DATABASE = "afterword.sqlite3"
BACKUPS = "backups"
#: When each copy was found whole, and how large it was then.
LEDGER = "checked.json"
#: Says that something was deleted whose bytes may still lie in the file.
TO_WIPE = "to-wipe"
#: What a casebook must hold to be one; a stray database is refused before anything moves.
TABLES = {"casebook_case", "casebook_message", "casebook_event", "django_migrations"}
#: How a copy came about, by the beginning of its name.
BY_HAND, DAILY, BEFORE_CHANGE, BEFORE_RESTORE = "afterword", "daily", "before-change", "before-restore"  # fmt: skip
#: Of the daily ones the last seven days, then one a week for four weeks.
DAYS, WEEKS = 7, 4
#: Of the others that the program makes, so many of the newest.
KEPT = {BEFORE_CHANGE: 3, BEFORE_RESTORE: 3}
#: So many seconds whoever writes in the casebook is waited for before it is set aside.
PATIENCE = 30.0
_NAME = re.compile(
    rf"({DAILY}|{BEFORE_CHANGE}|{BEFORE_RESTORE}|{BY_HAND})-(\d{{4}}-\d\d-\d\d-\d{{6}})(?:-\d+)?\.sqlite3"
)


@dataclass(frozen=True, slots=True)
class Copy:
    """One copy of the casebook. `checked_at` is None for a file we did not make, or that changed since."""

    path: Path
    kind: str
    at: datetime
    size: int
    checked_at: datetime | None

    @property
    def name(self) -> str:
        return self.path.name


def is_ours() -> bool:
    """Whether the casebook is a file here; in PostgreSQL its copies are the server's affair."""
    return str(settings.DATABASES["default"]["ENGINE"]).endswith("sqlite3")


def backup(home: Path, *, at: datetime, to: Path | None = None, kind: str = BY_HAND) -> Path:
    """Copy the casebook to a dated file, check the copy, and say where it lies.

    Safe while the program runs: SQLite's own online backup takes one consistent
    picture. A copy that does not check out is removed and reported.
    """
    source = _database(home)
    if not source.exists():
        raise UserError("There is no casebook here yet, so there is nothing to back up.")
    folder = to or home / BACKUPS
    path, part = folder, folder
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        path = _free(folder / f"{kind}-{at:%Y-%m-%d-%H%M%S}.sqlite3")
        part = path.with_suffix(".part")
        _copy(source, part)
        _check(part)
        os.replace(part, path)
    except (sqlite3.Error, OSError) as problem:
        if part != folder:
            part.unlink(missing_ok=True)
        raise UserError(
            f"The backup could not be written: {problem}. Nothing was lost."
        ) from problem
    except UserError:
        part.unlink(missing_ok=True)
        raise
    if to is None:
        _note(folder, path, at)
    return path


def daily(home: Path, *, at: datetime) -> Path | None:
    """The copy of this day, when there is none yet; and too many old ones go. None when there was one."""
    made = None
    if (home / TO_WIPE).exists():
        wipe(home)
    if not any(one.kind == DAILY and one.at.date() == at.date() for one in copies(home)):
        made = backup(home, at=at, kind=DAILY)
    for one in too_many(copies(home)):
        remove(home, one.name)
    return made


def copies(home: Path) -> list[Copy]:
    """Every copy that is there, however it came about, the newest first."""
    folder = home / BACKUPS
    checked = _checked(folder)
    found = []
    for path in folder.glob("*.sqlite3") if folder.is_dir() else ():
        told = _NAME.fullmatch(path.name)
        if told is None or not path.is_file():
            continue
        size = path.stat().st_size
        try:
            at = datetime.strptime(told[2], "%Y-%m-%d-%H%M%S").replace(tzinfo=UTC)
        except ValueError:
            continue  # A day that never was: none of ours made that file.
        well = _well(checked.get(path.name), size)
        found.append(Copy(path, told[1], at, size, well))
    return sorted(found, key=lambda one: (one.at, one.name), reverse=True)


def _well(seen: Any, size: int) -> datetime | None:
    """When it was found whole; None where the ledger says nothing of it, or nothing that holds."""
    try:
        return datetime.fromisoformat(seen["at"]) if seen["size"] == size else None
    except (TypeError, KeyError, ValueError):
        return None


def backups(home: Path) -> list[Path]:
    """Where one may go back to by default: the copies, the newest first, without those set aside."""
    return [one.path for one in copies(home) if one.kind != BEFORE_RESTORE]


def too_many(held: Iterable[Copy]) -> list[Copy]:
    """Those that may go: what the table above does not keep. Nothing the user made is among them."""
    kept: set[str] = set()
    of_kind: dict[str, list[Copy]] = {}
    for one in sorted(held, key=lambda one: (one.at, one.name), reverse=True):
        of_kind.setdefault(one.kind, []).append(one)
    for kind, rows in of_kind.items():
        if kind in KEPT:
            kept.update(one.name for one in rows[: KEPT[kind]])
    days: dict[Any, str] = {}
    weeks: dict[Any, str] = {}
    for one in of_kind.get(DAILY, []):
        days.setdefault(one.at.date(), one.name)
    recent = list(days.values())[:DAYS]
    older = set(list(days.values())[DAYS:])
    for one in of_kind.get(DAILY, []):
        if one.name in older:
            weeks.setdefault(one.at.isocalendar()[:2], one.name)
    kept.update(recent, list(weeks.values())[:WEEKS])
    made = [one for rows in of_kind.values() for one in rows if one.kind != BY_HAND]
    return [one for one in made if one.name not in kept]


def remove(home: Path, name: str) -> None:
    """Remove one copy; a name that is none of ours changes nothing."""
    if _NAME.fullmatch(name):
        (home / BACKUPS / name).unlink(missing_ok=True)


def thin(home: Path, *, at: datetime) -> int:
    """Make a copy of now, then remove every older one; the answer is how many went.

    For who has forgotten somebody, and wants no older copy to remember them.
    """
    fresh = backup(home, at=at)
    gone = [one for one in copies(home) if one.path != fresh]
    for one in gone:
        remove(home, one.name)
    return len(gone)


def wipe(home: Path) -> bool:
    """Leave no byte of what was deleted in the casebook's file; false when somebody is in the way.

    A deleted row stays in free pages and in the journal until they are written over. VACUUM writes
    the file anew, the checkpoint empties the journal. What could not be done now is done with the
    copy of the day. In PostgreSQL this is the server's own affair.
    """
    connection = connections["default"]
    if not is_ours() or connection.in_atomic_block:
        return False
    owed = home / TO_WIPE
    owed.touch(mode=0o600)
    try:
        with connection.cursor() as cursor:
            # The file that VACUUM builds on the way would else lie in the system's /tmp.
            cursor.execute("PRAGMA temp_store=MEMORY")
            cursor.execute("VACUUM")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            busy = cursor.fetchone()[0]
    except DatabaseError:
        return False
    if not busy:
        owed.unlink(missing_ok=True)
    return not busy


def check(home: Path, name: str, *, at: datetime) -> None:
    """Look through a copy once more, and write down that it is whole. Raises `UserError`."""
    path = one_of(home, name)
    _check(path)
    _note(path.parent, path, at)


def one_of(home: Path, name: str) -> Path:
    """The copy of this name; raises `UserError` for a name that is none."""
    for one in copies(home):
        if one.name == name:
            return one.path
    raise UserError("There is no backup of that name. Nothing was changed.")


def restore(home: Path, backup: Path, *, at: datetime) -> Path | None:
    """Go back to a backup; the answer is where the casebook of before now lies, None if there was none.

    The backup is checked first. It is then written over the casebook as one transaction, so that
    at every moment there is a whole one, and whoever has it open goes on with the other. One of an
    older version is brought up to date; where that fails, the casebook of before comes back.
    """
    if not backup.is_file():
        raise UserError(f"There is no backup at {backup}. Nothing was changed.")
    _check(backup)
    target = _database(home)
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


def _set_aside(target: Path, at: datetime) -> Path | None:
    """Keep the present casebook, with what still lies in its journal, under a dated name."""
    if not target.exists():
        return None
    folder = target.parent / BACKUPS
    kept = _free(folder / f"{BEFORE_RESTORE}-{at:%Y-%m-%d-%H%M%S}.sqlite3")
    with _told(kept, kept):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        try:
            # What they commit who write just now belongs to what is set aside.
            with closing(sqlite3.connect(target, timeout=PATIENCE)) as there:
                there.execute("BEGIN IMMEDIATE")
            _copy(target, kept)
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
        _copy(source, fresh)
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


def _database(home: Path) -> Path:
    if not is_ours():
        raise UserError(
            "This casebook lies in PostgreSQL. Its own tools (pg_dump, pg_restore) copy it best; "
            "`afterword export` takes one account along."
        )
    return home / DATABASE


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.unlink(missing_ok=True)
    handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    os.close(handle)
    with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(target)) as new:
        old.backup(new)
        # One file, without a journal beside it, that can be copied by hand.
        new.execute("PRAGMA journal_mode=DELETE")


def _check(path: Path) -> None:
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


def _note(folder: Path, path: Path, at: datetime) -> None:
    """Write down that this copy was found whole."""
    told = {name: seen for name, seen in _checked(folder).items() if (folder / name).exists()}
    told[path.name] = {"at": at.isoformat(), "size": path.stat().st_size}
    part = folder / f"{LEDGER}.part"
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as out:
        json.dump(told, out, indent=1)
    os.replace(part, folder / LEDGER)


def _checked(folder: Path) -> dict[str, Any]:
    try:
        told = json.loads((folder / LEDGER).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return told if isinstance(told, dict) else {}


def _quoted(path: Path) -> str:
    return path.absolute().as_posix().replace("%", "%25").replace("?", "%3f").replace("#", "%23")


def _free(path: Path) -> Path:
    """A name nothing has yet: two backups in one second are two files."""
    number, found = 1, path
    while found.exists():
        number += 1
        found = path.with_stem(f"{path.stem}-{number}")
    return found
