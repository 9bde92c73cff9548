"""The account on PostgreSQL: every change of the shape, out and back, and over from SQLite, equal."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]

STEPS = r"""
import json, sys
from pathlib import Path
from afterword.faces.cli.house import open_house
what, zip_path = sys.argv[1], Path(sys.argv[2])
fresh = open_house().id
import brimful
from django.apps import apps
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from afterword.casebook.models import Dated, Person
from afterword.casebook.record import RecordQuerySet
from afterword.desk.whole import archive, forgetting, keeping, tables
from afterword.errors import UserError
from afterword.members.models import Account

def told(account):
    return {name: list(seen) for name, seen in archive.picture(account).items()}

said = {"vendor": connection.vendor}
if what == "make":
    known = {}
    for model in archive.shape.records():
        if model._meta.model_name not in ("profile", "event") and model not in known:
            known[model] = brimful.saved(model, fresh, known)
    said["picture"] = told(fresh)
    archive.pack(fresh, zip_path, at=brimful.AT)
    tables.pack(fresh, zip_path.with_suffix(".csv.zip"), at=brimful.AT)
else:
    executor = MigrationExecutor(connection)
    said["owed"] = len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    # Broken off half way, nothing is there.
    plain, count = RecordQuerySet.bulk_create, 0
    def breaks(self, rows, *args, **kwargs):
        global count
        count += 1
        if count == 20:
            raise KeyboardInterrupt
        return plain(self, rows, *args, **kwargs)
    RecordQuerySet.bulk_create = breaks
    try:
        archive.bring_back(fresh, zip_path)
    except KeyboardInterrupt:
        said["left"] = sum(m.objects.count() for m in archive.shape.records()
                           if m._meta.model_name not in ("profile", "event"))
    RecordQuerySet.bulk_create = plain
    back = archive.bring_back(fresh, zip_path)
    said["picture"] = told(back.account)
    said["again"] = archive.bring_back(back.account, zip_path).again
    try:
        keeping.backup(Path("."), at=brimful.AT)
    except UserError as why:
        said["backup"] = str(why)
    archive.pack(back.account, zip_path.with_suffix(".back.zip"), at=brimful.AT)
    if connection.vendor == "postgresql":
        Dated.objects.update(people=[])
        person = Person.objects.of(back.account).first()
        forgetting.morning.freshen = lambda *a: None
        gone = forgetting.forget(person, now=brimful.AT)
        said["people"] = Person.objects.of(back.account).filter(pk=person.pk).count()
        forgetting.forget_all(back.account, now=brimful.AT)
        said["rows"] = sum(m.objects.count() for m in apps.get_app_config("casebook").get_models())
print(json.dumps(said))
"""


def ran(home: Path, what: str, path: Path, database: str = "sqlite") -> Any:
    env = {
        **os.environ,
        "AFTERWORD_HOME": str(home),
        "AFTERWORD_DATABASE": database,
        "PYTHONPATH": os.pathsep.join(
            [str(ROOT / "src"), str(ROOT / "tests" / "rooms"), *sys.path]
        ),
    }
    words = [sys.executable, "-c", STEPS, what, str(path)]
    done = subprocess.run(words, env=env, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def base(address: str, name: str) -> str:
    """A database of its own on that server."""
    import psycopg

    with psycopg.connect(address, autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}")
    return address.replace("/postgres?", f"/{name}?")


def test_an_account_moves_from_sqlite_to_postgresql_and_back_equal(
    postgres: str, tmp_path: Path
) -> None:
    made = ran(tmp_path / "a", "make", tmp_path / "a.zip")
    there = ran(tmp_path / "b", "bring", tmp_path / "a.zip", base(postgres, "one"))
    # Every change of the shape ran there.
    assert there["vendor"] == "postgresql" and there["owed"] == 0
    assert there["picture"] == made["picture"] and there["again"]
    # Broken off, nothing was left of it; and what is to go, goes.
    assert there["left"] == 0 and there["people"] == 0 and there["rows"] == 0
    assert "pg_dump" in there["backup"]
    # What was packed there comes back here.
    here = ran(tmp_path / "c", "bring", tmp_path / "a.back.zip")
    assert here["vendor"] == "sqlite" and here["picture"] == made["picture"]
