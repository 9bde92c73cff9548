"""Homes on one database: each opens its own casebook and nobody else's; starts and imports at once."""

from __future__ import annotations

import json
import mailbox
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
#: Whose firm says no to whom; each stands in one home alone.
FIRMS = {"ann": "Northgate", "sam": "Kestrelmere"}
NO = """From: Ada Reed <ada@{firm}.example>
To: {who}@home.example
Subject: Your application for Buyer at {firm}
Date: Mon, 9 Mar 2026 10:00:00 +0000
Message-ID: <no-{who}@{firm}.example>

Dear {who},

Thank you for interviewing for the Buyer role at {firm}. Unfortunately we have decided to move
forward with another candidate.

Ada Reed
{firm}
"""

PAGES = r"""
import json, sys
from django.test import Client
from afterword.faces.cli.house import open_house
account = open_house()
from afterword.faces import clock
from afterword.members import models
said, strange = {}, sys.argv[1:]
now = clock.now()
said["account"] = str(account.id)
said["link"] = models.make_link(account, at=now)
said["feed"] = models.make_feed_key(account, at=now)
said["key"] = models.make_browser_key(account, "extension", at=now)
client = Client(HTTP_HOST="127.0.0.1")
said["opened"] = client.get(f"/open/{models.make_link(account, at=now)}/").status_code
said["cases"] = client.get("/cases/").content.decode()
said["today"] = client.get("/").content.decode()
if strange:
    other = json.loads(strange[0])
    guest = Client(HTTP_HOST="127.0.0.1")
    said["their link"] = guest.get(f"/open/{other['link']}/").status_code
    said["their feed"] = guest.get(f"/feed/{other['feed']}.ics").status_code
    said["their key"] = models.whose_browser(other["key"], "extension", at=now) is None
    session = guest.session
    session["account"] = other["account"]
    session.save()
    said["their session"] = guest.get("/cases/").status_code
print(json.dumps(said))
"""

WORK = r"""
import json, sys
from afterword.faces.cli.house import open_house
account = open_house().id
from afterword.casebook.job import Job
from afterword.faces import errands, worker
if sys.argv[1] == "put":
    errands.plan_day.enqueue(str(account))
else:
    hand = worker.Worker(account)
    hand._listen = lambda: None
    hand.beat()
rows = Job.objects.all().values_list("account", "finished_at", "tries")
print(json.dumps([[str(a), bool(done), tries] for a, done, tries in rows]))
"""

LEAVE = r"""
from afterword.faces.cli.house import open_house
account = open_house().id
from afterword.desk.whole import forgetting
from afterword.faces import clock
forgetting.forget_all(account, now=clock.now())
"""

#: What an older version left: an account that bears no home's mark.
OLDER = r"""
from afterword.faces.cli.house import open_house
from django.conf import settings
from pathlib import Path
open_house()
from afterword.members.models import Account
Account.objects.update(home=None)
(Path(settings.HOME) / "home.mark").unlink()
"""


def environment(home: Path, database: str) -> dict[str, str]:
    return {
        **os.environ,
        "AFTERWORD_HOME": str(home),
        "AFTERWORD_DATABASE": database,
        "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), *sys.path]),
    }


def started(home: Path, database: str, *words: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, *words],
        env=environment(home, database),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def ran(home: Path, database: str, *words: str, code: int = 0) -> str:
    """What a command said; its errors where it was to fail."""
    done = started(home, database, "-m", "afterword", *words)
    out, err = done.communicate(timeout=300)
    assert done.returncode == code, err
    return out if code == 0 else err


def steps(home: Path, database: str, script: str, *words: str) -> Any:
    done = started(home, database, "-c", script, *words)
    out, err = done.communicate(timeout=300)
    assert done.returncode == 0, err
    return json.loads(out.splitlines()[-1]) if out.strip() else None


def firms(home: Path, database: str, *more: str) -> list[str]:
    return [one["company"] for one in json.loads(ran(home, database, "cases", "--json", *more))]


def base(address: str, name: str) -> str:
    """A database of its own on that server."""
    import psycopg

    with psycopg.connect(address, autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}")
    return address.replace("/postgres?", f"/{name}?")


@pytest.fixture(params=["postgresql", "sqlite"])
def shared(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """One PostgreSQL for all homes; or the file of each."""
    if request.param == "sqlite":
        return "sqlite"
    name = f"homes_{abs(hash(str(tmp_path))) % 10**9}"
    return base(request.getfixturevalue("postgres"), name)


@pytest.fixture
def two(shared: str, tmp_path: Path) -> dict[str, Path]:
    """Ann's home and Sam's, each with the mail of its own."""
    homes = {}
    for who, firm in FIRMS.items():
        mail = tmp_path / f"{who}.eml"
        mail.write_text(NO.format(who=who, firm=firm), encoding="utf-8")
        homes[who] = tmp_path / "clients" / who
        ran(homes[who], shared, "import", str(mail))
    return homes


def test_two_homes_on_one_database_know_nothing_of_each_other(
    shared: str, two: dict[str, Path], tmp_path: Path
) -> None:
    ann, sam = two["ann"], two["sam"]
    assert firms(ann, shared) == ["Northgate"] and firms(sam, shared) == ["Kestrelmere"]

    # The pages, and every key to them.
    his = steps(sam, shared, PAGES)
    hers = steps(ann, shared, PAGES, json.dumps(his))
    assert hers["opened"] == 302 and "Northgate" in hers["cases"]
    assert "Kestrelmere" not in hers["cases"] + hers["today"]
    assert (hers["their link"], hers["their feed"], hers["their session"]) == (403, 404, 403)
    assert hers["their key"] is True
    # His link was not used up by being tried at her door.
    assert steps(sam, shared, PAGES)["opened"] == 302

    # What is taken along, and what the doctor sees.
    ran(ann, shared, "export", str(tmp_path / "ann.zip"))
    ran(sam, shared, "export", str(tmp_path / "sam.zip"))
    shutil.unpack_archive(tmp_path / "ann.zip", tmp_path / "ann-out")
    told = "".join(
        one.read_text("utf-8") for one in (tmp_path / "ann-out").rglob("*") if one.is_file()
    )
    assert "Northgate" in told and "Kestrelmere" not in told and "sam@home" not in told
    assert "1 mail about jobs in 1 process\n" in ran(ann, shared, "doctor")

    # Who works for one never does what is due for the other.
    steps(sam, shared, WORK, "put")
    steps(ann, shared, WORK, "put")
    jobs = steps(ann, shared, WORK, "work")
    done = {
        account: (finished, tries) for account, finished, tries in jobs if tries or not finished
    }
    assert {account for account, (finished, _) in done.items() if finished} <= {hers["account"]}
    assert any(a == hers["account"] and finished for a, finished, _ in jobs)
    assert all(tries == 0 for account, _, tries in jobs if account == his["account"])

    # One leaves; the other stays as they were. And what left comes back to its own home.
    steps(sam, shared, LEAVE)
    assert firms(sam, shared) == [] and firms(ann, shared) == ["Northgate"]
    ran(sam, shared, "bring-back", str(tmp_path / "sam.zip"))
    assert firms(sam, shared) == ["Kestrelmere"] and firms(ann, shared) == ["Northgate"]


def test_the_invented_search_has_a_casebook_of_its_own(postgres: str, tmp_path: Path) -> None:
    shared, ann, sam = base(postgres, "invented"), tmp_path / "ann", tmp_path / "sam"
    mail = tmp_path / "ann.eml"
    mail.write_text(NO.format(who="ann", firm="Northgate"), encoding="utf-8")
    ran(ann, shared, "import", str(mail))
    ran(ann, shared, "demo", "--no-open")
    assert firms(ann, shared) == ["Northgate"]
    invented = firms(ann, shared, "--demo")
    assert len(invented) > 20 and "Northgate" not in invented
    # A demo nobody set up yet shows nobody's cases, nor does a new home.
    assert firms(sam, shared, "--demo") == [] and firms(sam, shared) == []


def test_what_lay_there_before_goes_to_one_home_that_was_there_before(
    postgres: str, tmp_path: Path
) -> None:
    shared = base(postgres, "older")
    mail = tmp_path / "ann.eml"
    mail.write_text(NO.format(who="ann", firm="Northgate"), encoding="utf-8")
    ann, late, old = tmp_path / "ann", tmp_path / "late", tmp_path / "old"
    ran(ann, shared, "import", str(mail))
    steps(ann, shared, OLDER)
    # A home made today is not hers, though it opens the database first; nor is a demo in hers.
    assert firms(late, shared) == []
    assert firms(ann, shared, "--demo") == []
    assert firms(ann, shared) == ["Northgate"]
    # Another that was there before comes too late.
    old.mkdir(mode=0o700)
    shutil.copy(ann / "secret.key", old / "secret.key")
    assert firms(old, shared) == [] and firms(ann, shared) == ["Northgate"]


def test_a_copied_home_is_refused_and_a_moved_one_goes_on(postgres: str, tmp_path: Path) -> None:
    shared = base(postgres, "moved")
    mail = tmp_path / "ann.eml"
    mail.write_text(NO.format(who="ann", firm="Northgate"), encoding="utf-8")
    ann, copy, moved = tmp_path / "ann", tmp_path / "copy", tmp_path / "moved"
    ran(ann, shared, "import", str(mail))
    shutil.copytree(ann, copy)
    said = ran(copy, shared, "cases", code=1)
    assert f"copy of {ann}" in said and "Traceback" not in said
    (copy / "home.mark").unlink()
    assert firms(copy, shared) == []
    ann.rename(moved)
    assert firms(moved, shared) == ["Northgate"]


def test_three_first_starts_at_once_all_come_up(shared: str, tmp_path: Path) -> None:
    home = tmp_path / "new"
    at_once = [started(home, shared, "-m", "afterword", "cases", "--json") for _ in range(3)]
    said = [one.communicate(timeout=300) for one in at_once]
    assert [one.returncode for one in at_once] == [0, 0, 0], said
    assert [json.loads(out) for out, _ in said] == [[], [], []]
    if shared == "sqlite":
        files = sorted(home.glob("afterword.sqlite3*"))
        assert files and all(one.stat().st_mode & 0o077 == 0 for one in files)


def test_imports_at_once_wait_for_one_another_and_come_to_the_same(
    shared: str, tmp_path: Path, demo_part: Callable[[Path, int], list[Path]]
) -> None:
    whole, *parts = demo_part(tmp_path, 3)
    ran(tmp_path / "alone", "sqlite", "import", str(whole))
    wanted = sorted(firms(tmp_path / "alone", "sqlite"))
    home = tmp_path / "together"
    at_once = [started(home, shared, "-m", "afterword", "import", str(one)) for one in parts]
    for one in at_once:
        _, err = one.communicate(timeout=300)
        assert one.returncode == 0 and "Traceback" not in err, err
    assert sorted(firms(home, shared)) == wanted and len(wanted) > 5


@pytest.fixture
def demo_part() -> Callable[[Path, int], list[Path]]:
    def made(folder: Path, parts: int) -> list[Path]:
        """Forty mails of the invented search as one mailbox, and dealt out into several."""
        from datetime import date

        from afterword.intake.demo.build import write_mbox

        write_mbox(folder / "all.mbox", date(2026, 3, 10))
        mails = list(mailbox.mbox(folder / "all.mbox"))[:40]
        found = []
        for name, some in (
            ("whole", mails),
            *((f"part{n}", mails[n::parts]) for n in range(parts)),
        ):
            box = mailbox.mbox(folder / f"{name}.mbox")
            for mail in some:
                box.add(mail)
            box.close()
            found.append(folder / f"{name}.mbox")
        return found

    return made


@pytest.mark.parametrize("command", ["cases", "doctor"])
def test_a_database_that_is_not_to_be_had_is_told_in_one_sentence(
    postgres: str, tmp_path: Path, command: str
) -> None:
    away = "postgresql://me:hushhush@127.0.0.1:1/book"
    for address, named in (
        (away, "127.0.0.1:1"),
        (postgres.replace("/postgres?", "/nobook?"), "nobook"),
    ):
        done = started(tmp_path / "home", address, "-m", "afterword", command)
        out, err = done.communicate(timeout=60)
        assert done.returncode == 1 and named in out + err
        assert "Traceback" not in out + err and "hushhush" not in out + err
        assert "could not be used" in out + err
        if command == "doctor":
            assert "ok  home" in out and "!!  database" in out and "Something wants mending" in out
        else:
            assert len(err.strip().splitlines()) == 1


def test_the_doctor_names_the_database_and_who_copies_it(postgres: str, tmp_path: Path) -> None:
    told = ran(tmp_path / "home", base(postgres, "named"), "doctor")
    assert "database: PostgreSQL" in told and "database named" in told and "SQLite" not in told
    assert "within this computer" in told and "none by Afterword" in told
    assert "lies in PostgreSQL on this computer" in told
    assert "pg_dump" in ran(tmp_path / "home", base(postgres, "named2"), "restore", code=1)
