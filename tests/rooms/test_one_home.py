"""A home of one's own: its mark, its log without keys, its door under no other name, its own backups."""

from __future__ import annotations

import json
import logging
import sqlite3
import uuid
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import IntegrityError, OperationalError
from django.test import Client

from afterword.casebook.job import Job
from afterword.config import mark, quiet_log
from afterword.counsel.own_changes import differences
from afterword.counsel.own_plays import NONE, read
from afterword.desk.whole import copying, going_back
from afterword.errors import UserError
from afterword.faces import faults
from afterword.faces.cli import main
from afterword.faces.web import data_forms
from afterword.members import models

NOW = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)


# ── the mark ────────────────────────────────────────────────────────────────


def test_a_home_keeps_its_mark_and_what_it_was_when_it_got_it(tmp_path: Path) -> None:
    first = mark.of_home(tmp_path, used=False)
    assert len(first.of) >= 32 and not first.was_here
    # Asked again it is the same, though the home has been in use since.
    assert mark.of_home(tmp_path, used=True) == first
    assert (tmp_path / mark.FILE).stat().st_mode & 0o777 == 0o600
    assert [one.name for one in tmp_path.iterdir()] == [mark.FILE]


def test_a_mark_that_cannot_be_read_is_never_made_anew(tmp_path: Path) -> None:
    """A new one would open an empty casebook, as if everything were lost."""
    (tmp_path / mark.FILE).write_text("{", encoding="utf-8")
    with pytest.raises(UserError, match="cannot be read"):
        mark.of_home(tmp_path, used=True)
    assert (tmp_path / mark.FILE).read_text("utf-8") == "{"


def test_a_moved_home_keeps_its_mark_and_a_copy_is_refused(tmp_path: Path) -> None:
    here, there, copy = tmp_path / "here", tmp_path / "there", tmp_path / "copy"
    here.mkdir()
    first = mark.of_home(here, used=True)
    here.rename(there)
    assert mark.of_home(there, used=False) == first
    copy.mkdir()
    (copy / mark.FILE).write_bytes((there / mark.FILE).read_bytes())
    with pytest.raises(UserError, match="copy of"):
        mark.of_home(copy, used=True)
    assert json.loads((there / mark.FILE).read_text("utf-8"))["path"] == str(there)


@pytest.mark.django_db
def test_of_a_shared_database_a_home_opens_its_own_account_alone(monkeypatch: Any) -> None:
    def at(home: str, *, was_here: bool = False) -> models.Account:
        monkeypatch.setattr(settings, "HOME_MARK", home)
        monkeypatch.setattr(settings, "HOME_WAS_HERE", was_here)
        return models.the_account(at=NOW)

    old = models.Account.objects.create(opened_at=NOW)
    new = at("made today")
    assert new != old and at("made today") == new
    # It had its own before marks came, and takes over the one that was nobody's; the next is too late.
    assert at("was here", was_here=True) == old
    third = at("was here too", was_here=True)
    assert third not in (old, new) and models.Account.objects.count() == 3
    # No key opens another's door.
    link = models.make_link(third, at=NOW)
    feed = models.make_feed_key(third, at=NOW)
    assert at("made today") == new
    assert models.use_link(link, at=NOW) is None and models.whose_feed(feed, at=NOW) is None
    at("was here too")
    assert models.whose_feed(feed, at=NOW) == third and models.use_link(link, at=NOW) == third


@pytest.mark.django_db
def test_two_accounts_that_are_nobodys_are_taken_over_by_none(monkeypatch: Any) -> None:
    models.Account.objects.create(opened_at=NOW)
    models.Account.objects.create(opened_at=NOW)
    monkeypatch.setattr(settings, "HOME_MARK", "m")
    monkeypatch.setattr(settings, "HOME_WAS_HERE", True)
    assert models.the_account(at=NOW).home == "m" and models.Account.objects.count() == 3


@pytest.mark.django_db
def test_a_worker_of_one_account_leaves_the_jobs_of_another() -> None:
    mine, theirs = uuid.uuid4(), uuid.uuid4()
    Job.put(account=theirs, task="afterword.faces.errands.plan_day", at=NOW)
    assert Job.claim(by="me", at=NOW, account=mine) is None
    own = Job.put(account=mine, task="afterword.faces.errands.plan_day", at=NOW)
    assert Job.claim(by="me", at=NOW, account=mine) == own
    assert Job.claim(by="me", at=NOW, account=mine) is None
    assert Job.objects.of(theirs).get().tries == 0


# ── the log, and the door ───────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Method Not Allowed (HEAD): /open/1rIkXwb33xx/", "Method Not Allowed (HEAD): /open/…"),
        ("Not Found: /feed/abc-def.ics", "Not Found: /feed/…"),
        ("Not Found: /cases/019a-77/?to=/x/", "Not Found: /cases/…"),
        ("Not Found: /find?q=Kestrel", "Not Found: /find/…"),
        ('"GET /open/key/ HTTP/1.1" 200', '"GET /open/… HTTP/1.1" 200'),
        ("Not Found: /health", "Not Found: /health"),
        ("the clock missed a beat", "the clock missed a beat"),
    ],
)
def test_an_address_in_the_log_ends_behind_its_first_part(line: str, told: str) -> None:
    assert quiet_log.shortened(line) == told


@pytest.mark.django_db
def test_a_one_time_link_that_is_only_looked_at_is_in_no_log(capfd: Any, caplog: Any) -> None:
    key = "-".join(("a", "key", "that", "opens"))  # so that no line of this file shows it
    with caplog.at_level(logging.WARNING):
        for handler in logging.getLogger().handlers:
            handler.addFilter(quiet_log.NoAddresses())
        Client(HTTP_HOST="127.0.0.1").head(f"/open/{key}/")
        Client(HTTP_HOST="127.0.0.1").get(f"/feed/{key}.ics")
    shown = caplog.text + "".join(capfd.readouterr())
    assert key not in shown and "/feed/…" in shown


def test_the_settings_of_the_log_hold_no_handler_without_the_filter() -> None:
    log: dict[str, Any] = settings.LOGGING
    assert all("no addresses" in one["filters"] for one in log["handlers"].values())
    assert log["loggers"]["django"] == {"handlers": [], "propagate": True}


@pytest.mark.django_db
def test_who_asks_under_another_name_is_told_so_kindly() -> None:
    answer = Client(HTTP_HOST="afterword.firm.example").get("/")
    shown = answer.content.decode()
    assert answer.status_code == 400
    assert "only from this machine" in shown and "no proxy" in shown
    assert "afterword open" in shown and "firm.example" not in shown


# ── faults ──────────────────────────────────────────────────────────────────


def test_of_a_row_that_was_refused_no_word_is_told(monkeypatch: Any) -> None:
    server = {"ENGINE": "django.db.backends.postgresql", "HOST": "db.example", "PORT": "5433",
              "NAME": "book", "USER": "us", "PASSWORD": "hushhush"}  # fmt: skip
    monkeypatch.setitem(settings.DATABASES, "default", server)
    away = OperationalError("connection failed:  FATAL: no\npg_hba.conf entry")
    said = faults.database(away)
    assert said.startswith(
        "PostgreSQL at db.example:5433, database book, as us, could not be used:"
    )
    assert "connection failed: FATAL: no." in said and "hushhush" not in said
    clash = IntegrityError('Key (email)=(dana@acme.example) "already exists"')
    assert "dana" not in faults.database(clash) and "IntegrityError" in faults.database(clash)
    assert faults.away(clash) == "" and faults.database(ValueError("x")) == ""
    assert faults.server() == "PostgreSQL at db.example"
    assert not copying.is_ours() and "older_copies" not in data_forms.ForgetForm().fields


@pytest.mark.parametrize("host", ["", "/run/postgresql", "localhost", "127.0.0.1", "::1"])
def test_a_server_on_this_computer_is_known(host: str) -> None:
    assert faults.is_here(host) and not faults.is_here("db.example")


# ── backups of another, and plays ───────────────────────────────────────────


def test_a_backup_of_another_casebook_is_refused_unless_it_is_meant(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def book(path: Path, *accounts: str) -> Path:
        with closing(sqlite3.connect(path)) as made:
            for table in ("case", "message", "person", "story", "seen"):
                made.execute(f"CREATE TABLE casebook_{table} (account TEXT)")
            made.executemany("INSERT INTO casebook_case VALUES (?)", [[a] for a in accounts])
            made.commit()
        return path

    mine = book(tmp_path / copying.DATABASE, "ann")
    theirs, own = book(tmp_path / "sam.sqlite3", "sam"), book(tmp_path / "own.sqlite3", "ann")
    empty = book(tmp_path / "empty.sqlite3")
    monkeypatch.setattr(copying, "look_through", lambda path: None)
    monkeypatch.setattr(copying, "database", lambda home: mine)
    with pytest.raises(UserError, match="another casebook"):
        going_back.restore(tmp_path, theirs, at=NOW)
    assert not going_back._is_anothers(own, mine)
    # Into an empty casebook any may come: that is how one moves to another machine.
    assert not going_back._is_anothers(theirs, empty)


def test_what_a_coach_took_back_is_told_without_ours_all_over_again() -> None:
    own = read('[[play]]\nid = "P05"\ndoes = "Read it to me first"\nlatest = 1')
    (one,) = differences(own, NONE)
    assert one.says == (
        "what to do, no longer: Read it to me first",
        "last business day: 2 (was: 1)",
    )


@pytest.mark.django_db
def test_off_goes_back_to_the_plays_of_the_house(tmp_path: Path, capsys: Any) -> None:
    file = tmp_path / "mine.toml"
    file.write_text('[[play]]\nid = "P04"\noff = true\n', encoding="utf-8")
    assert main(["plays", "--use", str(file)]) == 0
    assert "left out by you: P04" in _printed(capsys, "plays")
    assert "Ours alone" in _printed(capsys, "plays", "--off")
    assert "left out by you" not in _printed(capsys, "plays")
    assert "none but ours" in _printed(capsys, "plays", "--off")


def _printed(capsys: Any, *words: str) -> str:
    capsys.readouterr()
    assert main(list(words)) == 0
    return str(capsys.readouterr().out)
