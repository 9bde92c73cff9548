"""Whether an account that is taken along and brought back is the same account, record by record.

    .venv/bin/python benchmarks/roundtrip.py [CASES]        (3,000 by default)

Twice: the demo's invented search, and a generated one with so many cases. Each is packed in one
home by one process and brought back in an empty home by another; then the two database files are
compared by themselves, table by table and column by column, without any code of the program: raw
mails unpacked, everything else as it lies. The archive is brought back a second time, which must
change nothing. The floors, in the same run: zipping the same files and no more, and unzipping and
parsing them and no more.

It ends with 1 where anything differs. The last figures stand in benchmarks/sources.md.
"""

from __future__ import annotations

import io
import json
import os
import sqlite3
import subprocess
import sys
import tempfile
import time
import zipfile
import zlib
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

NOW = datetime(2026, 6, 1, 8, 0, tzinfo=UTC)
#: What stays behind, and the columns of a process that was running (docs/archive.md).
BEHIND, MOMENT = {"casebook_job"}, {"casebook_connection": {"reading_until", "reading_by"}}


def main(cases: int) -> int:
    well = True
    for kind, count in (("demo", 0), ("generated", cases)):
        with tempfile.TemporaryDirectory() as folder:
            well = _trip(kind, count, Path(folder)) and well
    return 0 if well else 1


def _trip(kind: str, count: int, folder: Path) -> bool:
    here, there, path = folder / "here", folder / "there", folder / "all.zip"
    _apart("make", here, kind, count)
    out = _apart("out", here, path)
    back = _apart("back", there, path)
    rows, differ = compare(here / "afterword.sqlite3", there / "afterword.sqlite3")
    again = _apart("back", there, path)
    changed = compare(here / "afterword.sqlite3", there / "afterword.sqlite3")[1]
    zipping, parsing = _floors(path)
    size = path.stat().st_size / 1e6
    print(f"{kind}: {back['cases']:,} cases, {rows:,} records, {size:.1f} MB")
    print(f"  packed in {out['seconds']:.1f} s ({out['seconds'] / zipping:.1f} times bare zipping)")
    print(
        f"  brought back in {back['seconds']:.1f} s "
        f"({back['seconds'] / parsing:.1f} times bare unzipping and parsing)"
    )
    print(f"  different: {', '.join(differ) or 'nothing'}")
    print(f"  again: {again['state']}, changed: {', '.join(changed) or 'nothing'}", flush=True)
    return not differ and not changed and again["state"] == "here already"


def compare(one: Path, other: Path) -> tuple[int, list[str]]:
    """How many rows there are, and what differs: read from the files, not through the program."""
    mine, theirs = sqlite3.connect(one), sqlite3.connect(other)
    names = mine.execute("SELECT name FROM sqlite_master WHERE type='table' ORDER BY name")
    tables = [name for (name,) in names if name.startswith("casebook_") and name not in BEHIND]
    count, differ = 0, []
    for table in [*tables, "members_account"]:
        left, right = _rows(mine, table), _rows(theirs, table)
        count += len(left)
        if left != right:
            odd = sum(1 for key in {**left, **right} if left.get(key) != right.get(key))
            differ.append(f"{odd} of {table}")
    return count, differ


def _rows(base: sqlite3.Connection, table: str) -> dict[Any, Any]:
    found = base.execute(f"SELECT * FROM {table}")
    columns = [told[0] for told in found.description]
    skip = MOMENT.get(table, set())
    rows = {}
    for row in found:
        told = {name: value for name, value in zip(columns, row, strict=True) if name not in skip}
        if table == "casebook_blob":
            told["data"] = zlib.decompress(told["data"])
        rows[told["id"]] = told
    return rows


def _floors(path: Path) -> tuple[float, float]:
    """Seconds to zip the same files, and to unzip them and parse what is JSON."""
    began = time.perf_counter()
    with zipfile.ZipFile(path) as held:
        files = {name: held.read(name) for name in held.namelist()}
        for name, data in files.items():
            if name.endswith(".json"):
                json.loads(data)
    parsed = time.perf_counter() - began
    began = time.perf_counter()
    with zipfile.ZipFile(io.BytesIO(), "w", zipfile.ZIP_DEFLATED) as bare:
        for name, data in files.items():
            bare.writestr(name, data)
    return time.perf_counter() - began, parsed


def _apart(*words: Any) -> Any:
    """One step in a process of its own, as a person would take it."""
    command = [sys.executable, str(Path(__file__).resolve()), *map(str, words)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stderr)
    return json.loads(done.stdout.splitlines()[-1])


# ── the steps ───────────────────────────────────────────────────────────────


def step(what: str, home: Path, *more: str) -> dict[str, Any]:
    os.environ["AFTERWORD_HOME"] = str(home)
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from afterword.faces.cli.house import open_house

    account = open_house().id
    from afterword.desk.whole import archive, example

    if what == "make":
        example.set_up(account, now=NOW)
        if more[0] == "generated":
            generate(account, int(more[1]))
        return {}
    began = time.perf_counter()
    if what == "out":
        archive.pack(account, Path(more[0]), at=NOW)
        return {"seconds": time.perf_counter() - began}
    back = archive.bring_back(account, Path(more[0]))
    state = "here already" if back.again else "brought back"
    taken = time.perf_counter() - began
    return {"seconds": taken, "state": state, "cases": back.counts["case"]}


def generate(account: Any, cases: int) -> None:
    """So many cases beside the demo's own, each with what a case has, in words of the demo's mails."""
    import hashlib

    from afterword.casebook import models as m

    model = list(m.Message.objects.of(account).exclude(text=""))
    raws = {one.sha256: one.raw for one in m.Blob.objects.of(account)}
    events = list(m.Event.objects.of(account)[:200])
    moves = (
        list(m.Move.objects.all()),
        list(m.Standing.objects.all()),
        list(m.Decision.objects.all()),
    )
    more: dict[Any, list[Any]] = {}

    def new(kind: Any, /, **fields: Any) -> Any:
        row = kind(account=account, entered_at=NOW, **fields)
        more.setdefault(kind, []).append(row)
        return row

    def like(row: Any, /, **fields: Any) -> Any:
        left = {f.name: getattr(row, f.attname) for f in row._meta.concrete_fields
                if not f.is_relation and f.name not in ("id", "account", "entered_at")}  # fmt: skip
        return new(type(row), **{**left, **fields})

    for n in range(cases - m.Case.objects.of(account).count()):
        firm = new(
            m.Company, name=f"Größe & Söhne {n}", key=f"große sohne {n}", domains=[f"g{n}.example"]
        )
        case = new(m.Case, company=firm, role=f"Buyer {n}", opened_at=NOW - timedelta(days=n % 300))
        who = new(m.Person, name=f"Ada Reed {n}", company=firm, note="met at the fair\n☃")
        new(m.PersonAddress, person=who, email=f"ada{n}@g{n}.example")
        new(m.Seat, case=case, person=who, since=NOW)
        for k in range(4):
            old = model[(4 * n + k) % len(model)]
            raw = b"X-Copy: %d-%d\r\n" % (n, k) + raws.get(old.sha256, b"")
            sha = hashlib.sha256(raw).hexdigest()
            like(old, mail_id=f"{n}.{k}@g{n}.example", sha256=sha, case=case)
            more.setdefault(m.Blob, []).append(m.Blob.packed(account, sha, raw, at=NOW))
        for rows in moves:
            like(rows[n % len(rows)], case=case)
        letter = new(
            m.Letter, case=case, person=who, kind="grace_note", text="Dear Ada,\n\nthanks."
        )
        new(m.Touch, person=who, case=case, letter=letter, at=NOW)
        like(events[n % len(events)], case=case.pk)
    for kind, rows in more.items():
        kind.objects.bulk_create(rows, batch_size=500)


if __name__ == "__main__":
    if sys.argv[1:2] and sys.argv[1] in ("make", "out", "back"):
        print(json.dumps(step(sys.argv[1], Path(sys.argv[2]), *sys.argv[3:])))
    else:
        sys.exit(main(int(sys.argv[1]) if sys.argv[1:] else 3000))
