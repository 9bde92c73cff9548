"""Backup, restore and export: a round trip in a home of its own, and what must never be in a zip."""

from __future__ import annotations

import json
import os
import random
import sqlite3
import subprocess
import sys
import uuid
import zipfile
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from afterword.casebook.models import Blob, Case, Letter, Story
from afterword.desk.mail import mailroom
from afterword.desk.whole import archive, copying, going_back, keeping
from afterword.errors import UserError
from afterword.intake.memory import MemoryMailbox

ROOT = Path(__file__).resolve().parents[2]
AT = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)
NO = (
    b"From: Ada Reed <ada@firm.example>\nTo: sam@home.example\nSubject: Your application for Buyer\n"
    b"Date: Mon, 9 Mar 2026 10:00:00 +0000\nMessage-ID: <no1@firm.example>\n\nDear Sam,\n\nThank you "
    b"for interviewing for the Buyer role at Firm. Unfortunately we have decided to move forward "
    b"with another candidate.\n\nAda Reed\n"
)

on_sqlite = pytest.mark.skipif(
    "sqlite" not in settings.DATABASES["default"]["ENGINE"], reason="PostgreSQL has its own tools"
)

STEPS = """
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from afterword.faces.cli.house import open_house
account = open_house().id
from afterword.casebook.models import Story
from afterword.desk.whole import copying, going_back, keeping
home, at = Path(sys.argv[1]), datetime(2026, 3, 10, 9, tzinfo=UTC)
titles = lambda: sorted(Story.objects.of(account).values_list("title", flat=True))

try:
    going_back.restore(home, home / "nothing.sqlite3", at=at)
except Exception as refused:
    print(type(refused).__name__)

Story.tell(account=account, title="before", at=at)
first = keeping.backup(home, at=at)
second = keeping.backup(home, at=at)
print(first.name, second.name, len(keeping.backups(home)))
Story.tell(account=account, title="after", at=at)
bad = home / "bad.sqlite3"
bad.write_bytes(b"no database at all" * 100)
for wrong in (bad, home / "secret.key"):
    try:
        going_back.restore(home, wrong, at=at)
    except Exception as refused:
        print(type(refused).__name__, titles())
kept = going_back.restore(home, first, at=at + timedelta(hours=1))
print(titles(), kept.name)
going_back.restore(home, kept, at=at + timedelta(hours=2))
print(titles(), first.exists())

from django.db import connections
from django.core.management import call_command
import shutil, sqlite3

# Of a newer version: refused.
newer = home / "newer.sqlite3"
shutil.copyfile(first, newer)
with sqlite3.connect(newer) as made:
    made.execute("INSERT INTO django_migrations (app, name, applied) VALUES ('casebook', '0999_later', '2030-01-01')")
try:
    going_back.restore(home, newer, at=at)
except Exception as refused:
    print("newer Afterword" in str(refused), titles())

# Torn in the middle of its pages: refused.
torn = home / "torn.sqlite3"
data = bytearray(first.read_bytes())
data[8192:40960] = bytes(32768)
torn.write_bytes(data)
try:
    going_back.restore(home, torn, at=at)
except Exception as refused:
    print("damaged" in str(refused) or "not a casebook" in str(refused), titles())

# Of an older version: brought up to date.
call_command("migrate", "casebook", "0009", verbosity=0)
old = keeping.backup(home, at=at + timedelta(hours=3))
call_command("migrate", verbosity=0)
Story.tell(account=account, title="later", at=at)
going_back.restore(home, old, at=at + timedelta(hours=4))
print(titles())
with connections["default"].cursor() as cursor:
    cursor.execute("SELECT count(*) FROM django_migrations WHERE app='casebook'")
    print(cursor.fetchone()[0] == len(list((Path(keeping.__file__).parents[2] / "casebook/migrations").glob("0*.py"))))

# While somebody reads and goes on reading.
reader = sqlite3.connect(home / "afterword.sqlite3")
ours = lambda: sorted(row[0] for row in reader.execute("SELECT title FROM casebook_story"))
Story.tell(account=account, title="open elsewhere", at=at)
print(ours())
going_back.restore(home, old, at=at + timedelta(hours=5))
print(ours())
reader.close()

# What stands there is no database any more.
connections.close_all()
(home / "afterword.sqlite3").write_bytes(b"garbage" * 5000)
kept = going_back.restore(home, old, at=at + timedelta(hours=6))
print(titles(), kept.read_bytes()[:7])
kept.unlink()

# It cannot be brought up to date: the one of before comes back.
Story.tell(account=account, title="stays", at=at)
def fails(): raise ValueError("no room")
going_back._catch_up, plain = fails, going_back._catch_up
try:
    going_back.restore(home, old, at=at + timedelta(hours=7))
except Exception as refused:
    print("as it was" in str(refused), titles())
for wrong in (newer, torn): wrong.unlink()
"""


@on_sqlite
def test_there_and_back_again(tmp_path: Path) -> None:
    env = {**os.environ, "AFTERWORD_HOME": str(tmp_path), "PYTHONPATH": str(ROOT / "src")}
    ran = subprocess.run(
        [sys.executable, "-c", STEPS, str(tmp_path)], env=env, capture_output=True, text=True
    )
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.splitlines() == [
        "UserError",
        "afterword-2026-03-10-090000.sqlite3 afterword-2026-03-10-090000-2.sqlite3 2",
        "UserError ['after', 'before']",
        "UserError ['after', 'before']",
        "['before'] before-restore-2026-03-10-100000.sqlite3",
        "['after', 'before'] True",
        "True ['after', 'before']",
        "True ['after', 'before']",
        "['after', 'before']",
        "True",
        "['after', 'before', 'open elsewhere']",
        "['after', 'before']",
        "['after', 'before'] b'garbage'",
        "True ['after', 'before', 'stays']",
    ]
    for copy in (tmp_path / "backups").glob("*.sqlite3"):
        assert sqlite3.connect(copy).execute("PRAGMA integrity_check").fetchone() == ("ok",)
        if os.name == "posix":
            assert copy.stat().st_mode & 0o077 == 0
    assert not [p for p in tmp_path.rglob("*") if p.suffix in (".part", ".restoring")]


@on_sqlite
def test_a_damaged_backup_is_refused(tmp_path: Path) -> None:
    damaged = tmp_path / "b.sqlite3"
    with sqlite3.connect(damaged) as made:
        made.execute("CREATE TABLE casebook_case (id TEXT)")
    with pytest.raises(UserError, match="no casebook"):
        going_back.restore(tmp_path, damaged, at=AT)


@on_sqlite
def test_without_a_casebook_there_is_nothing_to_back_up(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="nothing to back up"):
        keeping.backup(tmp_path, at=AT)


@pytest.mark.django_db
def test_the_export_holds_everything_of_one_account_and_no_secret(tmp_path: Path) -> None:
    mine, other = uuid.uuid4(), uuid.uuid4()
    for account, title in ((mine, "The depot"), (other, "Their secret story")):
        mailroom.take_in(account, MemoryMailbox([NO]), now=AT)
        Story.tell(account=account, title=title, at=AT)
    case = Case.objects.get(account=mine)
    Letter.draw(case=case, kind="grace_note", text="Dear Ada, thank you.", subject="Thanks", at=AT)

    path = archive.pack(mine, tmp_path, at=AT)
    with zipfile.ZipFile(path) as held:
        assert held.testzip() is None
        names = held.namelist()
        records = {
            Path(name).stem: json.loads(held.read(name)) for name in names if "records/" in name
        }
        mails = [held.read(name) for name in names if name.startswith("mails/")]
        letters = [held.read(name).decode() for name in names if name.startswith("letters/")]
        everything = b"".join(held.read(name) for name in names)
    assert mails == [Blob.objects.get(account=mine).raw]
    assert b"<no1@firm.example>" in mails[0]
    assert len(letters) == 1 and "Dear Ada, thank you." in letters[0]
    assert [row["title"] for row in records["story"]] == ["The depot"]
    assert records["message"][0]["case_id"] == records["case"][0]["id"]
    assert records["event"] and "data" not in records["blob"][0]
    for secret in (b"Their secret", str(other).encode(), b"session", b"password", b"digest_key"):
        assert secret not in everything
    assert all(".." not in name and not name.startswith("/") for name in names)


# ── what stands in the way of going back ────────────────────────────────────


@pytest.fixture
def two(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """A casebook and a larger backup of it, with nothing of Django in between."""
    a_casebook(tmp_path)
    backup = keeping.backup(tmp_path, at=AT)
    with closing(sqlite3.connect(backup)) as made, made:
        made.execute("CREATE TABLE more (id TEXT)")
        made.executemany("INSERT INTO more VALUES (?)", [("x" * 900,)] * 200)
    with closing(sqlite3.connect(tmp_path / "afterword.sqlite3")) as made:
        made.execute("PRAGMA journal_mode=WAL")
    monkeypatch.setattr(going_back, "PATIENCE", 0.1)
    monkeypatch.setattr(going_back, "_catch_up", lambda: None)
    monkeypatch.setattr(going_back.keys_held, "good", dict)
    monkeypatch.setattr(going_back.keys_held, "shut_others", lambda _: None)
    return tmp_path / "afterword.sqlite3", backup


def cases_in(casebook: Path) -> list[str]:
    with closing(sqlite3.connect(casebook)) as there:
        return sorted(row[0] for row in there.execute("SELECT id FROM casebook_case"))


@on_sqlite
@pytest.mark.parametrize("mode", ["WAL", "DELETE"])
@pytest.mark.parametrize("begins", ["at once", "when it was set aside"])
def test_what_somebody_writes_meanwhile_is_not_lost(
    two: tuple[Path, Path], mode: str, begins: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    casebook, backup = two
    writer = sqlite3.connect(casebook, isolation_level=None)
    writer.execute(f"PRAGMA journal_mode={mode}")

    def writes() -> None:
        writer.execute("BEGIN EXCLUSIVE")
        writer.execute("INSERT INTO casebook_case VALUES ('live')")

    aside = going_back._set_aside
    if begins == "at once":
        writes()
    else:
        monkeypatch.setattr(going_back, "_set_aside", lambda *a: (aside(*a), writes())[0])
    with pytest.raises(UserError, match="The casebook is as it was"):
        going_back.restore(casebook.parent, backup, at=AT)
    writer.execute("COMMIT")
    assert cases_in(casebook) == ["live"]
    monkeypatch.setattr(going_back, "_set_aside", aside)
    # Then it is in the way of nobody, and what was committed lies in what is set aside.
    kept = going_back.restore(casebook.parent, backup, at=AT + timedelta(hours=1))
    assert kept is not None and cases_in(kept) == ["live"] and cases_in(casebook) == []
    assert keeping.copies(casebook.parent)[0].checked_at is not None
    writer.close()


@on_sqlite
@pytest.mark.parametrize("problem", [OSError(28, "No space left"), "full"])
@pytest.mark.parametrize("broken", [False, True])
def test_a_full_disk_is_said_and_leaves_nothing_behind(
    two: tuple[Path, Path], problem: Any, broken: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    casebook, backup = two
    if broken:
        casebook.write_bytes(b"garbage" * 5000)
    before = casebook.read_bytes()

    def no_room(source: Path, target: Path) -> None:
        """The file is begun, and then there is no room."""
        target.write_bytes(b"half")
        if problem != "full":
            raise problem
        full = sqlite3.OperationalError("database or disk is full")
        full.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise full

    monkeypatch.setattr(copying, "copy", no_room)
    with pytest.raises(UserError, match="The casebook is as it was"):
        going_back.restore(casebook.parent, backup, at=AT)
    assert casebook.read_bytes() == before
    left = {one.name for one in casebook.parent.rglob("*") if one.is_file()}
    assert not [one for one in left if one.endswith((".restoring", ".part"))]
    assert len([one for one in left if one.startswith("before-restore")]) == broken


@on_sqlite
def test_a_disk_that_fills_while_it_is_written_over_changes_nothing(
    two: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    casebook, backup = two
    connect = sqlite3.connect

    def small(path: Any, *given: Any, **how: Any) -> sqlite3.Connection:
        made = connect(path, *given, **how)
        if path == casebook:
            made.execute("PRAGMA max_page_count=8")
        return made

    monkeypatch.setattr(copying.sqlite3, "connect", small)
    with pytest.raises(UserError, match="is full"):
        going_back.restore(casebook.parent, backup, at=AT)
    monkeypatch.undo()
    assert cases_in(casebook) == []
    with closing(sqlite3.connect(casebook)) as there:
        assert not there.execute("SELECT 1 FROM sqlite_master WHERE name='more'").fetchall()
    assert not list(casebook.parent.glob("*.restoring"))


# ── which copies are kept ───────────────────────────────────────────────────


def copy(kind: str, at: datetime) -> keeping.Copy:
    path = Path(f"{kind}-{at:%Y-%m-%d-%H%M%S}.sqlite3")
    return keeping.Copy(path, kind, at, 1, None)


@given(seed=st.integers(0, 10_000))
@hypothesis_settings(max_examples=60, deadline=None)
def test_thinning_keeps_seven_days_four_weeks_and_all_made_by_hand(seed: int) -> None:
    chance = random.Random(seed)
    kinds = (keeping.DAILY, keeping.DAILY, keeping.BY_HAND, keeping.BEFORE_CHANGE)
    gone = chance.sample(range(200 * 24), chance.randrange(80))
    held = [copy(chance.choice(kinds), AT - timedelta(hours=hours)) for hours in gone]
    going = keeping.too_many(held)
    left = [one for one in held if one not in going]
    assert not [one for one in going if one.kind == keeping.BY_HAND]
    days = sorted({one.at.date() for one in held if one.kind == keeping.DAILY}, reverse=True)
    kept = [one for one in left if one.kind == keeping.DAILY]
    assert {one.at.date() for one in kept} >= set(days[:7])
    assert len(kept) <= 7 + 4 and len({one.at.date() for one in kept}) == len(kept)
    weeks = {day.isocalendar()[:2] for day in days[7:]}
    assert len(kept) == min(7, len(days)) + min(4, len(weeks))
    assert sum(one.kind == keeping.BEFORE_CHANGE for one in left) <= 3
    # What is left stays left: thinning twice is thinning once.
    assert keeping.too_many(left) == []


def test_a_copy_a_day_is_made_once_and_found_whole(tmp_path: Path) -> None:
    a_casebook(tmp_path)
    first = keeping.daily(tmp_path, at=AT)
    assert first is not None and first.name == "daily-2026-03-10-090000.sqlite3"
    assert keeping.daily(tmp_path, at=AT + timedelta(hours=5)) is None
    for day in range(1, 60):
        assert keeping.daily(tmp_path, at=AT + timedelta(days=day)) is not None
    held = keeping.copies(tmp_path)
    assert len(held) == 11 and held[0].at == AT + timedelta(days=59)
    assert all(one.checked_at is not None and one.size for one in held)
    if os.name == "posix":
        assert {one.path.stat().st_mode & 0o777 for one in held} == {0o600}
    # One that changed since is no longer said to be checked.
    with held[0].path.open("ab") as out:
        out.write(b"more")
    assert keeping.copies(tmp_path)[0].checked_at is None
    by_hand = keeping.backup(tmp_path, at=AT + timedelta(days=60))
    assert keeping.thin(tmp_path, at=AT + timedelta(days=61)) == 12
    assert not by_hand.exists() and len(keeping.copies(tmp_path)) == 1
    keeping.remove(tmp_path, "../afterword.sqlite3")
    assert (tmp_path / "afterword.sqlite3").exists()


def a_casebook(home: Path) -> None:
    """The smallest file that is one."""
    with sqlite3.connect(home / "afterword.sqlite3") as made:
        for table in copying.TABLES - {"django_migrations"}:
            made.execute(f"CREATE TABLE {table} (id TEXT)")
        made.execute("CREATE TABLE django_migrations (app TEXT, name TEXT)")
