"""Whether an account kept in step stays whole whatever happens, and how fast it is.

    .venv/bin/python benchmarks/sources.py faults [SYNCS]     (1,000 by default)
    .venv/bin/python benchmarks/sources.py speed [MAILS]      (20,000; needs dovecot and root)
    .venv/bin/python benchmarks/sources.py looks [MAILS]      (the same, but stops when all was looked at)
    .venv/bin/python benchmarks/sources.py many [MAILS]       (100,000; needs the same)
    .venv/bin/python benchmarks/sources.py deltas [MARKS]     (100,000; needs the same)

*faults*: mailboxes of invented mail on the in-memory server, read by a process of its own, every other
one in two looks, that is cut off, restarted and killed (SIGKILL) at random moments, while mails come twice, lie in any order
and folders count anew. In the end each casebook must equal a clean import of the same mails.

*speed*: a folder on a real dovecot on loopback; the first case on screen, the whole, a delta with
nothing new, and the page Today meanwhile, each beside its floor: the bare fetch of the same mails.

*many*: a folder of general mail that says nothing of hiring, one hiring thread in 2,000 apart: whether
the ledger is whole, what memory is held on the way, and what a delta costs then.

*deltas*: what a look costs that finds nothing new, with so many marks of passed mail in the casebook,
two in three of them of a thread: the marks are invented, only 60 mails lie on the server.

The last figures stand in benchmarks/sources.md.
"""

from __future__ import annotations

import importlib.util
import json
import os
import random
import resource
import signal
import socket
import statistics
import sys
import tempfile
import threading
import time
import uuid
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import wraps
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
NOW = datetime(2026, 6, 1, 8, 0, tzinfo=UTC)
LONG_AGO = date(2000, 1, 1)
sys.path.insert(0, str(HERE))


def _house(home: str) -> Any:
    os.environ["AFTERWORD_HOME"] = home
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from afterword.faces.cli.house import open_house

    return open_house()


# ── faults ──────────────────────────────────────────────────────────────────


def remember_readings() -> None:
    """What a mail says is worked out once: these runs are about syncing, not reading."""
    from afterword import reading as room

    read, known = room.read, {}

    @wraps(read)
    def remembered(mail: Any, me: Any = frozenset(), **how: Any) -> Any:
        # By its bytes and the way it came; where it lies is told anew.
        asked = (mail.sha256, mail.sent, me, *how.items())
        if asked not in known:
            known[asked] = read(mail, me, **how)
        return replace(known[asked], source=mail.source)

    room.read = remembered


def picture(account: uuid.UUID) -> dict[str, Any]:
    """All that an account's mail left behind, without keys and moments."""
    from afterword.casebook.models import (
        Blob,
        Case,
        Company,
        Exchange,
        Interview,
        Message,
        PersonAddress,
        Question,
        Remark,
        Seat,
        Seen,
        Standing,
        Stop,
    )

    cases: dict[Any, list[str]] = {}
    for mail, case in Message.objects.of(account).values_list("mail_id", "case_id"):
        cases.setdefault(case, []).append(mail)
    loose = sorted(cases.pop(None, []))
    named = {key: sorted(mails)[0] for key, mails in cases.items()}

    def rows(model: Any, *names: str) -> list[Any]:
        found = model.objects.of(account).values_list("case_id", *names)
        return sorted((named.get(case, "?"), *map(str, more)) for case, *more in found)

    return {
        "mails": sorted(Message.objects.of(account).values_list("mail_id", "kind", "direction")),
        "cases": sorted(sorted(mails) for mails in cases.values()),
        "loose": loose,
        "names": sorted(
            Case.objects.of(account).values_list("company__name", "role", "opened_at", "last_at")
        ),
        "standing": rows(Standing, "state", "outcome", "stage"),
        "seats": rows(Seat, "person__name", "part", "title", "since"),
        "talks": rows(Interview, "at", "stage"),
        "words": rows(Remark, "kind", "quote", "by_name", "on"),
        "firms": sorted(Company.objects.of(account).values_list("name", flat=True)),
        "people": sorted(PersonAddress.objects.of(account).values_list("email", "person__name")),
        "stops": sorted(map(str, Stop.objects.of(account).values_list("person__name", "at"))),
        "blobs": sorted(Blob.objects.of(account).values_list("sha256", flat=True)),
        "seen": Seen.objects.of(account).count(),
        "ties": sorted(Exchange.objects.of(account).values_list("email", "at", "direction")),
        "questions": sorted(Question.objects.of(account).values_list("text", flat=True)),
    }


def faults(
    syncs: int, *, seed: int = 1, most_seconds: float = 1e9, say: Any = print
) -> dict[str, Any]:
    """Mailbox after mailbox until so many syncs were tried; how many of each fault, and what differed."""
    import crowd

    from afterword.casebook.models import OwnAddress
    from afterword.desk.mail import mailroom
    from afterword.intake.memory import MemoryMailbox

    remember_readings()
    chance = random.Random(seed)
    pool = list(crowd.mails(600))
    count = {"syncs": 0, "kills": 0, "cuts": 0, "doubles": 0, "anew": 0, "casebooks": 0}
    differ: list[str] = []
    began = time.monotonic()
    while count["syncs"] < syncs and time.monotonic() - began < most_seconds:
        start = chance.randrange(len(pool) - 60)
        mails = pool[start : start + chance.randint(20, 60)]
        clean = uuid.uuid4()
        OwnAddress.add(account=clean, email=crowd.ME, at=NOW)
        mailroom.take_in(clean, MemoryMailbox(mails, name="clean"), now=NOW)
        account = _batter(chance, mails, count)
        count["casebooks"] += 1
        mine, other = picture(account), picture(clean)
        for what in mine:
            if mine[what] != other[what]:
                differ.append(f"casebook {count['casebooks']}: {what}")
        if count["casebooks"] % 10 == 0:
            say(f"  {count}, {len(differ)} differ")
    return {**count, "differ": differ, "seconds": round(time.monotonic() - began)}


def _batter(chance: random.Random, mails: list[bytes], count: dict[str, int]) -> uuid.UUID:
    """One account, synced under faults until it is whole with nothing left to come."""
    import crowd

    from afterword.casebook.models import Connection, OwnAddress
    from afterword.intake.memory_server import MemoryServer

    account = uuid.uuid4()
    OwnAddress.add(account=account, email=crowd.ME, at=NOW)
    connection = Connection.open(
        account=account, at=NOW, host="mail.example", port=993, user=account.hex, since=LONG_AGO
    )
    server = MemoryServer(clocked=chance.random() < 0.5)
    server.create("Jobs")
    waiting = list(mails)
    chance.shuffle(waiting)
    while True:
        # Mail keeps coming, in any order and into any folder, some of it twice.
        for raw in [waiting.pop() for _ in range(min(len(waiting), chance.randint(5, 30)))]:
            box = "Gesendet" if raw.startswith(b"From: " + crowd.ME.encode()) else chance.choice(
                ("INBOX", "INBOX", "Jobs"))  # fmt: skip
            server.put(box, raw.replace(b"\n", b"\r\n"))
            if chance.random() < 0.1:
                server.put("Jobs", raw.replace(b"\n", b"\r\n"))
                count["doubles"] += 1
        if chance.random() < 0.1:
            server.renumber(chance.choice(("INBOX", "Jobs")))
            count["anew"] += 1
        calm = not waiting and chance.random() < 0.4
        done = _sync_apart(chance, connection, server, count, calm=calm)
        if done and calm:
            return account


def _sync_apart(
    chance: random.Random, connection: Any, server: Any, count: dict[str, int], *, calm: bool
) -> bool:
    """One sync in a process of its own, cut or killed at random unless `calm`; whether it ended well."""
    from django.db import connections

    count["syncs"] += 1
    kill = not calm and chance.random() < 0.5
    server.cut_after = None if calm or chance.random() < 0.4 else chance.randint(0, 25)
    count["cuts"] += server.cut_after is not None
    moment = chance.uniform(0.0, 0.6)
    connections.close_all()
    child = os.fork()
    if not child:
        os._exit(_read(connection, server))
    if kill:
        time.sleep(moment)
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    count["kills"] += os.WIFSIGNALED(status)
    server.cut_after = None
    return os.WIFEXITED(status) and os.WEXITSTATUS(status) == 0


def _read(connection: Any, server: Any) -> int:
    from afterword.desk.mail import accounts, syncing, walking, walking_back
    from afterword.errors import SourceError
    from afterword.intake.mailbox.imap import ImapMailbox

    if os.getpid() % 2:  # every other one as if the server held much: looked at first, read after
        walking.TWO_LOOKS, walking_back.TOGETHER = 0, 4

    def reached(_connection: Any, *, clock: Any, **how: bool) -> ImapMailbox:
        return ImapMailbox(
            "mail.example", connection.user, since=LONG_AGO, opening=server.talk, **how
        )

    accounts.reached = reached
    # The lease of a process that was killed is let go: its account is its own.
    type(connection).objects.filter(pk=connection.pk).update(reading_until=None, reading_by="")
    try:
        syncing.sync(connection, clock=lambda: NOW, by=str(os.getpid()), pause=lambda seconds: None)
    except SourceError:
        return 1
    except BaseException:
        import traceback

        traceback.print_exc()
        return 2
    return 0


# ── speed ───────────────────────────────────────────────────────────────────


def realistic(size: int) -> tuple[list[bytes], str]:
    """A year of somebody's mail, oldest first, and how it was made."""
    import crowd
    import somebodys

    if somebodys.there():
        return list(somebodys.mails(size)), "general mail made anew of SpamAssassin's"
    found: list[bytes] = []
    chance = random.Random(5)
    # One hiring thread where the crowd has seven.
    for raw in crowd.mails(size * 2):
        hiring = b"@" in raw and (b"Your application for" in raw or b"Interview for" in raw)
        if not hiring or chance.random() < 0.12:
            found.append(raw)
        if len(found) == size:
            break
    return found, "invented mail"


def _dovecot() -> Any:
    spec = importlib.util.spec_from_file_location(
        "dovecot", HERE.parent / "tests" / "contracts" / "dovecot.py"
    )
    assert spec and spec.loader
    dovecot = importlib.util.module_from_spec(spec)
    sys.modules["dovecot"] = dovecot
    spec.loader.exec_module(dovecot)
    return dovecot


def speed(size: int, *, looks: bool = False) -> None:
    with _dovecot().running() as server, tempfile.TemporaryDirectory() as home:
        mails, made = realistic(size)
        floor = _filled(server, mails, made)
        _first(server, home, len(mails), floor, looks=looks)
        if not looks:
            _deltas(server, home)


def _filled(server: Any, mails: list[bytes], made: str) -> float:
    """Lay the mails down; the answer is the floor."""
    _lay_down(server, mails)
    print(f"{len(mails):,} mails, {sum(map(len, mails)) / 1e6:.0f} MB, {made}, on loopback")
    _floor(server)  # the server indexes them once
    busy = _busy()
    floor = _floor(server)
    print(f"  bare fetch (the floor)     {floor:6.1f} s  {len(mails) / floor:8,.0f} mails/s, "
          f"{_busy() - busy:.1f} s of a processor", flush=True)  # fmt: skip
    busy, bare = _busy(), _bare(server)
    print(f"  bytes off the line alone   {bare:6.1f} s  {len(mails) / bare:8,.0f} mails/s, "
          f"{_busy() - busy:.1f} s of a processor", flush=True)  # fmt: skip
    return floor


def many(size: int) -> None:
    """A mailbox of years: whole by its ledger, in memory that does not grow with it."""
    import somebodys

    with _dovecot().running() as server, tempfile.TemporaryDirectory() as home:
        connection = _connected(server, home)
        _filled(server, list(somebodys.mails(size, plain=True)), "general mail made anew")
        _note_helpers()
        from afterword.casebook.models import Folder, Message, Seen, Source, Waiting

        held: list[tuple[int, float]] = []

        def told(*, mails: int, **_: float) -> None:
            if mails >= len(held) * size // 10:
                held.append((mails, sum(map(_memory, (os.getpid(), *HELPERS)))))

        busy, began = _busy(), time.perf_counter()
        came = _sync(connection, progress=told)
        spent = time.perf_counter() - began
        folder = Folder.objects.get(name="INBOX")
        known = Message.objects.count() + Seen.objects.count()
        print(f"  first sync, to planned     {spent:6.1f} s  {size / spent:8,.0f} mails/s, "
              f"{_busy() - busy:.1f} s of a processor; {came.kept:,} about jobs")  # fmt: skip
        print(f"  the ledger: holds {folder.holds:,}, read {folder.read:,}, owed {len(folder.owed)}, "
              f"whole {Source.objects.get().last_whole_at is not None}; {known:,} known, "
              f"{Waiting.objects.count()} waiting")  # fmt: skip
        print("  memory, MB, all processes  ", ", ".join(f"{mb:,.0f} at {n:,}" for n, mb in held))
        print(f"  the ledger as kept         {len(Source.objects.get().cursor):6,} bytes")
        _deltas(server, home)


def deltas(marks: int) -> None:
    """A look that finds nothing new, in a casebook that has passed over so many mails."""
    import crowd

    with _dovecot().running() as server, tempfile.TemporaryDirectory() as home:
        _lay_down(server, list(crowd.mails(60)))
        connection = _connected(server, home)
        _sync(connection)
        from afterword.casebook.marks import Passed, digest_of
        from afterword.casebook.models import Seen
        from afterword.casebook.record import in_one_go
        from afterword.casebook.seen import pass_over

        def passed(n: int) -> tuple[Passed, str]:
            mark = digest_of(connection.account, f"passed {n}")
            above = (mark[::-1],) if n % 3 else ()
            people = (f"{n % 900}@x.example",) if n % 3 == 0 else ()
            return Passed(str(n), mark, threads=above, people=people, at=NOW), f"INBOX/{n}"

        with in_one_go(Seen):
            pass_over(map(passed, range(marks)), source=connection.source, ties=True, at=NOW)
        _sync(connection)  # what is new to it are the marks: they are gone through once
        print(f"{Seen.objects.count():,} marks in the casebook")
        busy = _busy()
        _deltas(server, home)
        print(f"  and the {2 * TIMES} of them took {_busy() - busy:.1f} s of a processor")


def _memory(pid: int) -> float:
    """Megabytes a process holds; 0 where it has ended."""
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    except OSError:
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def _busy() -> float:
    """Seconds of a processor that this process and its helpers, those at work as well, have used."""
    ended = sum(
        used.ru_utime + used.ru_stime
        for used in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    )
    return ended + sum(map(_busy_of, HELPERS))


#: So often a short thing is measured; the median is told.
TIMES = 7
#: The processes that help just now.
HELPERS: list[int] = []


def _busy_of(pid: int) -> float:
    try:
        told = Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2].split()
    except OSError:
        return 0.0
    return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")


def _note_helpers() -> None:
    """Have the processes that help counted while they are at work."""
    from afterword.desk.mail import examiners

    started = examiners._started

    def noted() -> Any:
        one = started()
        HELPERS.append(one.pid)
        return one

    examiners._started = noted


def _lay_down(server: Any, mails: list[bytes]) -> None:
    import pwd

    nobody = pwd.getpwnam("mail")
    box = server.root / "mail" / "bench"
    for part in ("", "cur", "new", "tmp"):
        (box / part).mkdir(parents=True, exist_ok=True)
    for n, raw in enumerate(mails):
        path = box / "cur" / f"{1_700_000_000 + n}.M{n:06d}P1.bench:2,S"
        path.write_bytes(raw)
        os.utime(path, (1_775_000_000 + n * 60, 1_775_000_000 + n * 60))
    for path in (box, *box.rglob("*")):
        os.chown(path, nobody.pw_uid, nobody.pw_gid)


def _floor(server: Any) -> float:
    from imapclient import IMAPClient

    client = IMAPClient(server.host, server.port, ssl=False)
    client.login("bench", server.password)
    began = time.perf_counter()
    client.select_folder("INBOX", readonly=True)
    uids = client.search(["SINCE", LONG_AGO])
    for start in range(0, len(uids), 100):
        client.fetch(uids[start : start + 100], ["BODY.PEEK[]"])
    spent = time.perf_counter() - began
    client.logout()
    return spent


def _bare(server: Any) -> float:
    """Seconds until all mails came over the line, and nobody looked at them."""
    with socket.create_connection((server.host, server.port)) as line:

        def told(command: bytes) -> None:
            line.sendall(b"x " + command + b"\r\n")
            end = b""
            while b"\r\nx OK" not in end and not end.startswith(b"x OK"):
                end = end[-200:] + line.recv(1 << 16)

        line.recv(1 << 16)
        told(b"LOGIN bench " + server.password.encode())
        told(b"EXAMINE INBOX")
        began = time.perf_counter()
        told(b"UID FETCH 1:* (BODY.PEEK[])")
        return time.perf_counter() - began


def _elsewhere() -> float:
    """Seconds of this machine's processors that were somebody's, or that its host took away."""
    told = list(map(int, Path("/proc/stat").read_text().splitlines()[0].split()[1:9]))
    return (sum(told) - told[3] - told[4]) / os.sysconf("SC_CLK_TCK")


def _connected(server: Any, home: str) -> Any:
    """The account, its connection, and a way to reach it without a keyring."""
    mine = _house(home)
    from afterword.casebook.models import Connection
    from afterword.desk.mail import accounts

    connection = Connection.open(
        account=mine.id, at=NOW, host=server.host, port=server.port, user="bench", since=LONG_AGO
    )

    class Open:
        def get(self, name: str) -> str:
            return str(server.password)

    accounts.the_vault = Open
    return connection


def _sync(connection: Any, **how: Any) -> Any:
    from afterword.desk.mail import syncing
    from afterword.faces import clock

    return syncing.sync(connection, clock=clock.now, by="bench", pause=time.sleep, **how)


def _first(server: Any, home: str, size: int, floor: float, *, looks: bool) -> None:
    connection = _connected(server, home)
    from django.db import connections as databases

    _note_helpers()
    seen: dict[str, float] = {}
    pages: list[float] = []
    over = threading.Event()
    # Whoever connects an account has a page open: what the first page of a process costs is told apart.
    watched, ready, go = [0.0], threading.Event(), threading.Event()
    watching = threading.Thread(
        target=_watch, args=(connection.account, seen, pages, over, watched, ready, go)
    )
    watching.start()
    ready.wait()
    busy, cores, before = _busy(), _elsewhere(), watched[0]
    watched[0] = 0.0
    seen |= {"busy": busy, "before": before}
    began = seen["began"] = time.perf_counter()
    go.set()
    looked: list[float] = []

    def told(*, mails: int, rate: float, waits: int, **_: float) -> None:
        """The moment when every mail was looked at, and how many were still to be read then."""
        if mails >= size and not looked:
            spent = _busy() - busy - watched[0]
            looked.extend((time.perf_counter() - began, waits, spent))
            print(f"  every mail looked at       {looked[0]:6.1f} s  {size / looked[0]:8,.0f} mails/s, "
                  f"{looked[0] / floor:.1f} times the floor; {waits:,} of them still to be read; "
                  f"{spent:.1f} s of a processor and {watched[0]:.1f} of Today asked for meanwhile; all else "
                  f"on the machine had {_elsewhere() - cores - (_busy() - busy):.1f}", flush=True)  # fmt: skip

    came = _sync(connection, progress=told, stop=lambda: looks and bool(looked))
    whole = time.perf_counter() - began
    over.set()
    watching.join()
    databases.close_all()
    pages.sort()
    if len(pages) > 2:
        slow = pages[int(len(pages) * 0.95)]
        print(f"  Today meanwhile, {len(pages)} times  median {statistics.median(pages) * 1000:,.0f} ms, "
              f"95 of 100 under {slow * 1000:,.0f} ms")  # fmt: skip
    if looks:
        return
    print(f"  first sync, to planned     {whole:6.1f} s  {size / whole:8,.0f} mails/s, "
          f"{whole / floor:.1f} times the floor; {came.kept:,} about jobs; "
          f"{_busy() - busy - watched[0]:.1f} s of a processor")  # fmt: skip


def _watch(
    account: Any,
    seen: dict[str, float],
    pages: list[float],
    over: threading.Event,
    watched: list[float],
    ready: threading.Event,
    go: threading.Event,
) -> None:
    """Ask for Today again and again, as somebody would who waits for it."""
    from django.db import connections as databases
    from django.test import Client

    from afterword.casebook.models import Case

    browser = Client(HTTP_HOST="127.0.0.1")
    session = browser.session
    session["account"] = str(account)
    session.save()
    asked = time.perf_counter()
    browser.get("/")
    print(f"  Today the first time       {time.perf_counter() - asked:6.1f} s, "
          f"{time.thread_time():.1f} s of a processor", flush=True)  # fmt: skip
    watched[0] = time.thread_time()
    ready.set()
    go.wait()
    while not over.is_set():
        asked = time.perf_counter()
        page = browser.get("/")
        pages.append(time.perf_counter() - asked)
        if "case" not in seen and page.status_code == 200 and Case.objects.of(account).exists():
            seen["case"] = time.perf_counter() - seen["began"]
            print(f"  first case on Today        {seen['case']:6.1f} s, "
                  f"{_busy() - seen['busy']:.1f} s of a processor, "
                  f"{time.thread_time() - seen['before']:.1f} of them the page's", flush=True)  # fmt: skip
        watched[0] = time.thread_time() - seen["before"]
        over.wait(0.5)
    databases.close_all()


def _deltas(server: Any, home: str) -> None:
    from imapclient import IMAPClient

    from afterword.casebook.models import Connection

    connection = Connection.objects.get()

    def bare() -> None:
        client = IMAPClient(server.host, server.port, ssl=False)
        client.login("bench", server.password)
        for _, _, name in client.list_folders():
            client.folder_status(name, ["MESSAGES", "UIDNEXT", "UIDVALIDITY", "HIGHESTMODSEQ"])
        client.logout()

    floor = _median(bare)
    delta = _median(lambda: _sync(connection))
    thorough = _median(lambda: _sync(connection, thorough=True))
    print(f"  asking and nothing else    {floor * 1000:6.0f} ms (the floor)")
    print(
        f"  a delta with nothing new   {delta * 1000:6.0f} ms, {delta / floor:.1f} times the floor"
    )
    print(f"  every folder looked through{thorough * 1000:6.0f} ms, {thorough / floor:.1f} times")


def _median(what: Any) -> float:
    spent = []
    for _ in range(TIMES):
        began = time.perf_counter()
        what()
        spent.append(time.perf_counter() - began)
    return statistics.median(spent)


def main() -> None:
    what = sys.argv[1] if len(sys.argv) > 1 else "faults"
    size = int(sys.argv[2].replace(",", "")) if len(sys.argv) > 2 else 0
    if what in ("speed", "looks"):
        speed(size or 20_000, looks=what == "looks")
        return
    if what == "many":
        many(size or 100_000)
        return
    if what == "deltas":
        deltas(size or 100_000)
        return
    with tempfile.TemporaryDirectory() as home:
        _house(home)
        seconds = float(os.environ.get("SECONDS_AT_MOST", "1e9"))
        said = faults(size or 1_000, seed=int(os.environ.get("SEED", "1")), most_seconds=seconds)
    print(json.dumps(said, indent=1))
    sys.exit(1 if said["differ"] else 0)


if __name__ == "__main__":
    main()
