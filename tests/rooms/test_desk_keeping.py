"""Backup, restore and export: a round trip in a home of its own, and what must never be in a zip."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
import uuid
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.conf import settings

from afterword.casebook.models import Blob, Case, Letter, Story
from afterword.desk import archive, keeping, mailroom
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
from afterword.desk import keeping
home, at = Path(sys.argv[1]), datetime(2026, 3, 10, 9, tzinfo=UTC)
titles = lambda: sorted(Story.objects.of(account).values_list("title", flat=True))

try:
    keeping.restore(home, home / "nothing.sqlite3", at=at)
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
        keeping.restore(home, wrong, at=at)
    except Exception as refused:
        print(type(refused).__name__, titles())
kept = keeping.restore(home, first, at=at + timedelta(hours=1))
print(titles(), kept.name)
keeping.restore(home, kept, at=at + timedelta(hours=2))
print(titles(), first.exists())
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
    ]
    for copy in (tmp_path / "backups").iterdir():
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
        keeping.restore(tmp_path, damaged, at=AT)


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
