"""Keeping: dated copies of the casebook, each checked, the old ones thinned.

A copy is one file that its owner alone can read. Those the program makes by itself are thinned by
the table `KEPT`; one the user made stays until the user removes it.
"""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.db import DatabaseError, connections

from afterword.desk.whole import copying
from afterword.errors import UserError

BACKUPS = "backups"
#: Says that something was deleted whose bytes may still lie in the file.
TO_WIPE = "to-wipe"
#: How a copy came about, by the beginning of its name.
BY_HAND, DAILY, BEFORE_CHANGE, BEFORE_RESTORE = "afterword", "daily", "before-change", "before-restore"  # fmt: skip
#: Of the daily ones the last seven days, then one a week for four weeks.
DAYS, WEEKS = 7, 4
#: Of the others that the program makes, so many of the newest.
KEPT = {BEFORE_CHANGE: 3, BEFORE_RESTORE: 3}
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


def backup(home: Path, *, at: datetime, to: Path | None = None, kind: str = BY_HAND) -> Path:
    """Copy the casebook to a dated file, check the copy, and say where it lies.

    Safe while the program runs: SQLite's own online backup takes one consistent
    picture. A copy that does not check out is removed and reported.
    """
    source = copying.database(home)
    if not source.exists():
        raise UserError("There is no casebook here yet, so there is nothing to back up.")
    folder = to or home / BACKUPS
    path, part = folder, folder
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        path = copying.free(folder / f"{kind}-{at:%Y-%m-%d-%H%M%S}.sqlite3")
        part = path.with_suffix(".part")
        copying.copy(source, part)
        copying.look_through(part)
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
        copying.note(folder, path, at)
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
    checked = copying.checked(folder)
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
    if not copying.is_ours() or connection.in_atomic_block:
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
    copying.look_through(path)
    copying.note(path.parent, path, at)


def one_of(home: Path, name: str) -> Path:
    """The copy of this name; raises `UserError` for a name that is none."""
    for one in copies(home):
        if one.name == name:
            return one.path
    raise UserError("There is no backup of that name. Nothing was changed.")
