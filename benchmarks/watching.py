"""The daily pass over watched firms: processor time, requests and connections, beside their floor.

    python benchmarks/watching.py [FIRMS]      # default 2,000

A server in a process of its own plays the boards of ten kinds, ten adverts a firm; the kinds that
give each firm a host of its own get an address of their own in 127.0.0.0/8. Three passes a day and
more apart: the first look, all unchanged, one firm in twenty changed. The floor, in the same run,
is the same requests of the second pass by `http.client`, line by line kept open, that keeps
nothing. There is no TLS here; what a handshake costs is measured apart. Processor time of this
process alone, with the casebook in SQLite on disk. The pauses between calls are left out.
"""

from __future__ import annotations

import http.client
import json
import multiprocessing
import os
import socket
import ssl
import subprocess
import sys
import tempfile
import threading
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from multiprocessing.connection import Connection
from pathlib import Path
from time import process_time
from typing import Any
from urllib.parse import urlsplit

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "src"), str(HERE.parent / "tests" / "rooms")]

TEN = [
    "greenhouse",
    "lever",
    "ashby",
    "workable",
    "smartrecruiters",
    "recruitee",
    "personio",
    "teamtailor",
    "workday",
    "bamboohr",
]
#: Where each kind's requests go; the others share one host with every firm.
SHARED = ("greenhouse", "lever", "ashby", "workable", "smartrecruiters")
T0 = datetime(2026, 9, 1, 6, tzinfo=UTC)


def tenant(kind: str, n: int) -> str:
    named = f"firm{n}"
    return {"personio": f"{named}/de", "workday": f"{named}.wd5/External"}.get(kind, named)


def adverts(kind: str, round_: int, n: int) -> tuple[Any, ...]:
    from afterword.terms.watching import Posting

    many = 11 if round_ == 3 and n % 20 == 0 else 10
    return tuple(
        Posting(
            board=kind, tenant=tenant(kind, n), id=str(1000 + a), title=f"Engineer {a}",
            places=("Utrecht",), department="Trains", posted=date(2026, 8, 1),
            text="We build brakes for trains that stop where they should. " * 40,
        )
        for a in range(many)
    )  # fmt: skip


def firm_of(host: str, path: str, posted: dict[str, Any]) -> int:
    """The number in "firm123", wherever it stands."""
    rest = (host + path).split("firm", 1)[1]
    return int("".join(c for c in rest[:8].partition("/")[0] if c.isdigit()))


def is_open(line: socket.socket) -> bool:
    """Whether the other side still holds this line; its thread here may learn of the end later."""
    try:
        return line.recv(1, socket.MSG_PEEK | socket.MSG_DONTWAIT) != b""
    except BlockingIOError:
        return True
    except OSError:
        return False


def serve(pipe: Connection) -> None:
    """The server's process: answers, and counts lines and how many of one host are open at once."""
    from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

    from board_server import BoardServer

    state = {"round": 1}
    asked: Counter[str] = Counter()
    standing: dict[str, set[socket.socket]] = defaultdict(set)
    most: Counter[str] = Counter()
    lines = 0
    lock = threading.Lock()
    player = BoardServer()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        wbufsize = -1
        disable_nagle_algorithm = True

        def setup(self) -> None:
            nonlocal lines
            super().setup()
            self.at = self.connection.getsockname()[0]
            with lock:
                lines += 1
                standing[self.at].add(self.connection)
                most[self.at] = max(most[self.at], sum(map(is_open, standing[self.at])))

        def finish(self) -> None:
            with lock:
                standing[self.at].discard(self.connection)
            super().finish()

        def do_GET(self) -> None:
            asked["robots" if self.path.endswith("robots.txt") else "boards"] += 1
            kinds = [k for k in TEN if HOSTS[k] in self.path]
            if kinds and not self.path.endswith("robots.txt"):
                player.pinned = adverts(kinds[0], state["round"], firm_of("", self.path, {}))
            asked["conditional"] += int("If-None-Match" in self.headers)
            player._answer(self)

        do_POST = do_GET

        def log_message(self, *_: object) -> None: ...

    class Many(ThreadingHTTPServer):
        daemon_threads = True
        request_queue_size = 512

    server = Many(("0.0.0.0", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    pipe.send(server.server_port)
    while (told := pipe.recv()) is not None:
        state["round"] = told
        with lock:
            pipe.send((dict(asked), lines, max(most.values(), default=0)))
            asked.clear()
            lines = 0


HOSTS = {
    "greenhouse": "boards-api.greenhouse.io", "lever": "api.lever.co", "ashby": "api.ashbyhq.com",
    "workable": "apply.workable.com", "smartrecruiters": "api.smartrecruiters.com",
    "recruitee": ".recruitee.com", "personio": ".jobs.personio.de", "teamtailor": ".teamtailor.com",
    "workday": ".myworkdayjobs.com", "bamboohr": ".bamboohr.com",
}  # fmt: skip


class Addresses(dict[str, str]):
    """One address in 127.0.0.0/8 a host."""

    def __missing__(self, host: str) -> str:
        n = len(self) + 1
        self[host] = f"127.1.{n // 250}.{n % 250 + 1}"
        return self[host]


class Led:
    """The real `Web`, led to the server: each host at its own address."""

    def __init__(self, web: Any, port: int, addresses: Addresses, asked: list[Any]) -> None:
        self.web, self.port, self.addresses, self.asked = web, port, addresses, asked

    def fetch(self, url: str, **more: Any) -> Any:
        parts = urlsplit(url)
        host = parts.hostname or ""
        led = f"http://{self.addresses[host]}:{self.port}/{url.removeprefix('https://')}"
        self.asked.append((led, more.get("etag", ""), more.get("ask")))
        return self.web.fetch(led, **more)


class Anywhere:
    """For this benchmark alone: every door of this machine may be dialled."""

    def __contains__(self, door: object) -> bool:
        return isinstance(door, tuple) and str(door[0]).startswith("127.")


def main() -> None:
    firms = int(sys.argv[1]) if len(sys.argv) > 1 else 2_000
    home = tempfile.TemporaryDirectory(prefix="watching-")
    os.environ |= {
        "AFTERWORD_HOME": home.name,
        "DJANGO_SETTINGS_MODULE": "afterword.config.settings",
    }
    here, there = multiprocessing.get_context("fork").Pipe()
    server = multiprocessing.get_context("fork").Process(target=serve, args=(there,), daemon=True)
    server.start()
    port = here.recv()

    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    from afterword.casebook.company import Company
    from afterword.casebook.watched import WatchedBoard
    from afterword.desk.watch import boards, leaving
    from afterword.members.models import Account

    account = Account.objects.create(opened_at=T0).id
    Company.objects.bulk_create(
        Company(account=account, entered_at=T0, name=f"Firm {n}", key=f"firm {n}")
        for n in range(firms)
    )
    WatchedBoard.objects.bulk_create(
        WatchedBoard(
            account=account, entered_at=T0, company=firm, board=TEN[n % 10],
            tenant=tenant(TEN[n % 10], n), confirmed_at=T0,
        )
        for n, firm in enumerate(Company.objects.of(account))
    )  # fmt: skip

    addresses, asked = Addresses(), []
    really = leaving.web

    @contextmanager
    def led(*args: Any, **more: Any) -> Iterator[Led]:
        with really(*args, **more) as web:
            web._dial.own = Anywhere()
            yield Led(web, port, addresses, asked)

    leaving.web = led  # type: ignore[assignment]
    held = sum(1 for n in range(firms) if TEN[n % 10] in SHARED)
    print(f"{firms} firms, {held} of them on five shared hosts, the others on a host of their own")
    said = ("first look", "all unchanged", "one in twenty changed")
    for round_, says in enumerate(said, start=1):
        here.send(round_)
        here.recv()
        asked.clear()
        at = T0 + 2 * (round_ - 1) * timedelta(days=1)
        start = process_time()
        came = boards.look_at(account, clock=lambda at=at: at, pause=lambda _s: None)
        took = process_time() - start
        here.send(round_)
        counts, lines, most = here.recv()
        print(
            f"{says}: {took:.1f} s CPU; {came.looked} looked at, {came.changed} changed, "
            f"{came.missed} missed; requests {json.dumps(counts)}; {lines} lines, at most {most} "
            "to one host at once"
        )
        if round_ == 2:
            floor = the_floor(list(asked))
            print(
                f"  floor: the same {len(asked)} requests bare: {floor:.1f} s CPU, ratio {took / floor:.1f}"
            )
            here.send(round_)
            here.recv()
    print(f"a TLS handshake, this side: {1000 * handshake():.2f} ms CPU")
    here.send(None)
    home.cleanup()


def the_floor(asked: list[Any]) -> float:
    lines: dict[str, http.client.HTTPConnection] = {}
    start = process_time()
    for url, etag, ask in asked:
        parts = urlsplit(url)
        line = lines.get(parts.netloc)
        if line is None:
            for old in lines.values():
                old.close()
            lines = {parts.netloc: http.client.HTTPConnection(parts.netloc, timeout=10)}
            line = lines[parts.netloc]
        head = {"If-None-Match": etag} if etag else {}
        way = f"{parts.path}?{parts.query}" if parts.query else parts.path
        if ask is None:
            line.request("GET", way, headers=head)
        else:
            line.request("POST", way, json.dumps(ask), {"content-type": "application/json", **head})
        line.getresponse().read()
    return process_time() - start


def handshake(times: int = 100) -> float:
    """Processor time of one TLS handshake as a client, the certificate checked (RSA 2048)."""
    with tempfile.TemporaryDirectory() as folder:
        key, cert = f"{folder}/key.pem", f"{folder}/cert.pem"
        made = subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out",
             cert, "-days", "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"],
            capture_output=True, check=False,
        )  # fmt: skip
        if made.returncode:
            return float("nan")
        listening = socket.create_server(("127.0.0.1", 0), backlog=128)
        child = multiprocessing.get_context("fork").Process(
            target=_shake_hands, args=(listening, cert, key), daemon=True
        )
        child.start()
        context = ssl.create_default_context(cafile=cert)
        start = process_time()
        for _ in range(times):
            with (
                socket.create_connection(listening.getsockname()) as line,
                context.wrap_socket(line, server_hostname="localhost") as shaken,
            ):
                shaken.recv(1)
        took = (process_time() - start) / times
        child.kill()
        return took


def _shake_hands(listening: socket.socket, cert: str, key: str) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(cert, key)
    while True:
        line, _ = listening.accept()
        with context.wrap_socket(line, server_side=True) as shaken:
            shaken.send(b"x")


if __name__ == "__main__":
    main()
