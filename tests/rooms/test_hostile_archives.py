"""Archives and copies that mean harm: refused in words; and no key that was taken back opens again."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
from brimful import AT
from django.conf import settings
from test_archive import opened

from afterword.casebook.models import Story
from afterword.desk.whole import archive, copying, keeping
from afterword.desk.whole.archive import opening
from afterword.errors import UserError
from afterword.faces.web.templatetags.paper import outward

ROOT = Path(__file__).resolve().parents[2]
KEYS = """
import sys
from datetime import timedelta
from pathlib import Path
from afterword.faces import clock
from afterword.faces.cli.house import open_house
account, now, home = open_house(), clock.now(), Path(sys.argv[1])
from afterword.desk.whole import copying, going_back, keeping
from afterword.members import models as members
stays = members.make_browser_key(account, "extension", at=now)
leaked = members.make_browser_key(account, "bookmark", at=now)
feed, link = members.make_feed_key(account, at=now), members.make_link(account, at=now)
copy = keeping.backup(home, at=now)
members.drop_browser_keys(account, "bookmark"); members.drop_feed_key(account)
assert members.use_link(link, at=now)
going_back.restore(home, copy, at=now + timedelta(seconds=5))
print(members.whose_browser(stays, "extension", at=now) == account)
print(members.whose_browser(leaked, "bookmark", at=now), members.whose_feed(feed, at=now))
print(members.use_link(link, at=now))
"""


@pytest.mark.skipif(
    "sqlite" not in settings.DATABASES["default"]["ENGINE"], reason="copies of a file"
)
def test_going_back_opens_no_door_that_was_shut_since(tmp_path: Path) -> None:
    env = {**os.environ, "AFTERWORD_HOME": str(tmp_path), "PYTHONPATH": str(ROOT / "src")}
    ran = subprocess.run(
        [sys.executable, "-c", KEYS, str(tmp_path)], env=env, capture_output=True, text=True
    )
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.splitlines() == ["True", "None None", "None"]


def test_a_file_of_a_day_that_never_was_and_a_spoilt_ledger_are_no_crash(tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    (folder / "afterword-2026-13-45-999999.sqlite3").write_bytes(b"x")
    (folder / "afterword-2026-01-02-030405.sqlite3").write_bytes(b"x")
    spoilt = {"afterword-2026-01-02-030405.sqlite3": {"size": 1, "at": "never"}}
    (folder / copying.LEDGER).write_text(json.dumps(spoilt))
    assert [one.checked_at for one in keeping.copies(tmp_path)] == [None]


def _told(path: Path, change: Any) -> Path:
    out = path.with_name("told.zip")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "manifest.json":
                told = json.loads(data)
                change(told)
                data = json.dumps(told).encode()
            new.writestr(name, data)
    return out


@pytest.mark.django_db
@pytest.mark.parametrize(
    "change",
    [
        lambda told: told.update(version=float("inf")),
        lambda told: told["records"].update(story=float("inf")),
        lambda told: told["account"].update(name="half \ud800"),
    ],
)
def test_a_manifest_of_odd_numbers_and_letters_is_refused(tmp_path: Path, change: Any) -> None:
    account = opened()
    Story.tell(account=account, title="One", at=AT)
    path = archive.pack(account, tmp_path, at=AT)
    with pytest.raises(UserError, match="cannot be understood"):
        archive.look_at(_told(path, change))


def test_a_name_in_no_letters_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "odd.zip"
    with zipfile.ZipFile(path, "w") as out:
        out.writestr("xé", b"")
    path.write_bytes(path.read_bytes().replace("é".encode(), b"\xff\xfe"))
    with pytest.raises(UserError, match="no zip file"):
        archive.look_at(path)


def test_a_mail_larger_than_any_is_not_read(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(opening, "LARGEST_MAIL", 10)
    path = tmp_path / "large.zip"
    with zipfile.ZipFile(path, "w") as out:
        out.writestr("mails/a.eml", b"x" * 11)
    manifest: Any = type("M", (), {"files": {"mails/a.eml": (11, "")}})
    with zipfile.ZipFile(path) as held, pytest.raises(UserError, match="larger than any"):
        opening.Opened(held, manifest).mail("mails/a.eml")


def test_a_link_leads_to_the_web_or_nowhere() -> None:
    assert outward("https://acme.example/") == "https://acme.example/"
    assert outward("javascript:alert(1)") == outward(" javascript:1") == outward("") == ""
