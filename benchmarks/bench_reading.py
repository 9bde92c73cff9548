"""How fast a mailbox goes from bytes to stored verdicts, beside what others do with the same mail.

    .venv/bin/python benchmarks/bench_reading.py [MAILS] [--slow MAILS] [--huge MAILS]

Writes a mailbox of natural vocabulary (natural.py) as mbox and as Maildir, then
runs each of these in a process of its own: reading and splitting the bytes (the
floor), the Rust parser, the standard parser, `notmuch new`, `mu index`, and the
whole import into a fresh casebook. What is not installed is said and left out.
Ratios within one run are what counts: the machine may be busy with other things.

The last figures stand in benchmarks/bench_reading.md.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import natural  # noqa: E402

UNIT = 1 if sys.platform == "darwin" else 1024


def main(mails: int, slow: int, huge: int) -> None:
    if natural.words_from() != "wordfreq":
        print("wordfreq is not installed: the words are those of our own corpus, which are few.")
    with tempfile.TemporaryDirectory() as folder:
        top = Path(folder)
        _make("write_mbox", top / "all.mbox", mails)
        _make("write_maildir", top / "all", mails)
        _make("write_maildir", top / "some", slow)
        _make("write_mbox", top / "some.mbox", slow)
        _make("write_mbox", top / "few.mbox", mails // 10)
        weight = (top / "all.mbox").stat().st_size
        print(f"{mails:,} mails, {weight / 1e6:,.0f} MB; the slow peers get {slow:,}\n")
        print(f"{'':34s}{'wall':>9s} {'mails/s':>9s} {'cpu':>9s} {'us/mail':>8s} "
              f"{'x floor':>8s} {'peak':>8s}")  # fmt: skip
        floor = _row("floor: split the mbox", mails, _run("floor", top / "all.mbox"))
        _row("floor: read the Maildir", mails, _run("files", top / "all"), floor)
        _row("fast_mail_parser, mbox", mails, _run("rust", top / "all.mbox"), floor)
        _row("email.parser, mbox", slow, _run("standard", top / "some.mbox"), floor)
        _peer("notmuch new, Maildir", "notmuch", top / "some", slow, floor)
        _peer("mu index, Maildir", "mu", top / "some", slow, floor)
        _row("afterword, mbox", mails, _run("import", top / "all.mbox"), floor)
        _row("afterword, Maildir", mails, _run("import", top / "all"), floor)
        _row("afterword, Maildir of the peers", slow, _run("import", top / "some"), floor)
        _row("afterword, a tenth", mails // 10, _run("import", top / "few.mbox"), floor)
        if huge:
            _make("write_mbox", top / "huge.mbox", huge)
            _row("afterword, the huge mbox", huge, _run("import", top / "huge.mbox"), floor)


def _make(how: str, path: Path, count: int) -> None:
    """Write a mailbox in another process: what is measured must not inherit our peak of memory."""
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]); import natural; from pathlib import Path; "
        "getattr(natural, sys.argv[2])(Path(sys.argv[3]), int(sys.argv[4]))"
    )
    command = [sys.executable, "-c", code, str(HERE), how, str(path), str(count)]
    subprocess.run(command, check=True)


def _row(name: str, mails: int, ran: dict[str, Any], floor: float = 0.0) -> float:
    """Print one line; the answer is the processor time of one mail."""
    each = ran["cpu"] / mails
    ratio = f"{each / floor:8.1f}" if floor else f"{'1':>8s}"
    print(f"{name:34s}{ran['wall']:8.1f}s {mails / ran['wall']:9,.0f} {ran['cpu']:8.1f}s "
          f"{each * 1e6:8,.0f} {ratio} {ran['peak']:6.0f}MB  {ran['says']}", flush=True)  # fmt: skip
    return float(each)


def _peer(name: str, program: str, maildir: Path, mails: int, floor: float) -> None:
    if shutil.which(program) is None:
        print(f"{name:34s}  not installed here (Debian: notmuch, maildir-utils); left out")
        return
    _row(name, mails, _run(program, maildir), floor)


def _run(what: str, path: Path) -> dict[str, Any]:
    """One thing measured in a process of its own, with a home of its own."""
    with tempfile.TemporaryDirectory() as home:
        env = {**os.environ, "AFTERWORD_HOME": home, "OPENBLAS_NUM_THREADS": "1"}
        command = [sys.executable, __file__, f"--{what}", str(path), home]
        ran = subprocess.run(command, env=env, capture_output=True, text=True)
    if ran.returncode:
        raise SystemExit(ran.stderr)
    return dict(json.loads(ran.stdout.splitlines()[-1]))


def _floor(path: Path, home: str) -> str:
    from afterword.intake.mailbox import open_mailbox

    return str(sum(1 for parcel in open_mailbox(path).parcels() if parcel.raw))


def _files(path: Path, home: str) -> str:
    return str(sum(1 for one in (path / "cur").iterdir() if one.read_bytes()))


def _rust(path: Path, home: str) -> str:
    try:
        from fast_mail_parser import parse_email
    except ImportError:
        return "not installed here; only the bytes were split"
    from afterword.intake.mailbox import open_mailbox

    failed = 0
    for parcel in open_mailbox(path).parcels():
        try:
            parse_email(parcel.raw)
        except Exception:  # it refuses some mails with errors of several kinds
            failed += 1
    return f"{failed} refused"


def _standard(path: Path, home: str) -> str:
    from email import message_from_bytes

    from afterword.intake.mailbox import open_mailbox

    return str(sum(1 for p in open_mailbox(path).parcels() if message_from_bytes(p.raw).walk()))


def _notmuch(path: Path, home: str) -> str:
    conf = Path(home) / "notmuch.conf"
    conf.write_text(f"[database]\npath={path}\nmail_root={path}\n[user]\nname=S\n"
                    f"primary_email={natural.ME}\n[new]\ntags=\n", encoding="utf-8")  # fmt: skip
    return _called(["notmuch", f"--config={conf}", "new", "--quiet", "--no-hooks"], home)


def _mu(path: Path, home: str) -> str:
    own = f"--my-address={natural.ME}"
    _called(["mu", "init", f"--maildir={path}", own, f"--muhome={home}/mu"], home)
    return _called(["mu", "index", "--quiet", f"--muhome={home}/mu"], home)


def _called(command: list[str], home: str) -> str:
    env = {**os.environ, "HOME": home}
    ran = subprocess.run(command, env=env, capture_output=True, text=True, check=True)
    return (ran.stdout.strip().splitlines() or [""])[-1][:60]


def _import(path: Path, home: str) -> str:
    from datetime import UTC, datetime

    from afterword.faces.cli.house import open_house

    account = open_house()
    from afterword.desk.mail import mailroom

    now = datetime(2026, 6, 1, tzinfo=UTC)
    came = mailroom.take_in(account.id, mailroom.mailbox_at(path), now=now)
    return f"{came.kept:,} kept, {came.cases} cases, {came.broken} broken"


WORK: dict[str, Callable[[Path, str], str]] = {
    "floor": _floor, "files": _files, "rust": _rust, "standard": _standard,
    "notmuch": _notmuch, "mu": _mu, "import": _import,
}  # fmt: skip


def _measured(work: str, path: Path, home: str) -> None:
    """Run it here and print what it took; the peak is ours and, of helpers, twice the largest's."""
    began = time.perf_counter()
    says = WORK[work](path, home)
    wall = time.perf_counter() - began
    used = os.times()
    own, others = (
        resource.getrusage(who).ru_maxrss * UNIT / 1e6
        for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    helpers = len(os.sched_getaffinity(0)) if work == "import" else 1
    print(json.dumps({
        "wall": wall,
        "cpu": used.user + used.system + used.children_user + used.children_system,
        "peak": own + helpers * others,
        "says": says,
    }))  # fmt: skip


if __name__ == "__main__":
    if len(sys.argv) == 4 and sys.argv[1].removeprefix("--") in WORK:
        _measured(sys.argv[1].removeprefix("--"), Path(sys.argv[2]), sys.argv[3])
    else:
        line = argparse.ArgumentParser(description=__doc__.splitlines()[0])
        line.add_argument("mails", nargs="?", type=int, default=100_000)
        line.add_argument("--slow", type=int, default=20_000, help="mails for the slow peers")
        line.add_argument("--huge", type=int, default=0, help="one more import, of so many mails")
        given = line.parse_args()
        main(given.mails, min(given.slow, given.mails), given.huge)
