"""How fast a large mailbox is read, and with how much memory.

    .venv/bin/python benchmarks/intake.py [MAILS]

Writes an invented mailbox, reads it in a process of its own, and prints the
figures with their ratio to the floor: parsing the same mails and keeping nothing.

The last figures stand in benchmarks/intake.md.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent


def main(size: int) -> None:
    sys.path.insert(0, str(HERE))
    import crowd

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "crowd.mbox"
        weight = crowd.write(path, size)
        floor = _run("floor", path)
        first = _run("import", path)
        again = _run("import", path)
    print(f"{size:,} mails, {weight / 1e6:.0f} MB")
    print(f"  parsing alone      {floor['seconds']:7.1f} s   {floor['peak']:4.0f} MB")
    ratio = first["seconds"] / floor["seconds"]
    print(f"  first import       {first['seconds']:7.1f} s   {first['peak']:4.0f} MB   "
          f"{ratio:.1f} times the floor, {size / first['seconds']:,.0f} mails/s")  # fmt: skip
    print(f"  the same again     {again['seconds']:7.1f} s   {again['peak']:4.0f} MB")
    print(f"  {first['report']}")


def _run(what: str, path: Path) -> dict[str, float | str]:
    env = {**os.environ, "AFTERWORD_HOME": str(path.parent / "home")}
    ran = subprocess.run(
        [sys.executable, __file__, f"--{what}", str(path)], env=env, capture_output=True, text=True
    )
    if ran.returncode:
        raise SystemExit(ran.stderr)
    return dict(json.loads(ran.stdout.splitlines()[-1]))


def _floor(path: Path) -> str:
    from afterword.intake.mailbox import open_mailbox, parse

    return str(sum(1 for parcel in open_mailbox(path).parcels() if parse(parcel)))


def _import(path: Path) -> str:
    from datetime import UTC, datetime

    from afterword.faces.cli.house import open_house

    account = open_house()
    from afterword.desk.mail import mailroom

    now = datetime(2026, 6, 1, tzinfo=UTC)
    return str(mailroom.take_in(account.id, mailroom.mailbox_at(path), now=now))


def _measured(work: str, path: Path) -> None:
    began = time.perf_counter()
    report = {"floor": _floor, "import": _import}[work](path)
    spent = time.perf_counter() - began
    unit = 1 if sys.platform == "darwin" else 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6
    print(json.dumps({"seconds": spent, "peak": peak, "report": report}))


if __name__ == "__main__":
    if len(sys.argv) > 2 and sys.argv[1].startswith("--"):
        _measured(sys.argv[1].removeprefix("--"), Path(sys.argv[2]))
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 50_000)
