"""A private radicale on a loopback port: the real server of calendars and address books.

It comes with the test requirements. Where it is missing the tests skip, and fail under CI.
"""

from __future__ import annotations

import importlib.util
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx2
import pytest

USER, PASSWORD = "sam", "a-password-of-its-own"


@dataclass(frozen=True)
class Radicale:
    url: str
    user: str = USER
    password: str = PASSWORD

    def ask(self, method: str, path: str, body: str = "", **headers: str) -> httpx2.Response:
        answer = httpx2.request(
            method,
            f"{self.url}{path}",
            content=body.encode(),
            headers=headers,
            auth=(self.user, self.password),
            trust_env=False,
            timeout=20,
        )
        assert answer.status_code < 300, (method, path, answer.status_code, answer.text[:300])
        return answer

    def calendar(self, name: str) -> str:
        path = f"/{self.user}/{name}/"
        self.ask("MKCALENDAR", path)
        return path

    def addresses(self, name: str) -> str:
        path = f"/{self.user}/{name}/"
        body = (
            '<?xml version="1.0"?><mkcol xmlns="DAV:" xmlns:a="urn:ietf:params:xml:ns:carddav"><set><prop>'
            "<resourcetype><collection/><a:addressbook/></resourcetype></prop></set></mkcol>"
        )
        self.ask("MKCOL", path, body, **{"Content-Type": "application/xml"})
        return path

    def put(self, path: str, text: str) -> None:
        kind = "text/vcard" if "VCARD" in text else "text/calendar"
        self.ask("PUT", path, text, **{"Content-Type": kind})

    def remove(self, path: str) -> None:
        self.ask("DELETE", path)


@contextmanager
def running() -> Iterator[Radicale]:
    if importlib.util.find_spec("radicale") is None:
        why = "radicale is not installed (requirements/test.txt)"
        if os.environ.get("CI"):
            pytest.fail(f"{why}, and CI is set")
        pytest.skip(why)
    with (
        tempfile.TemporaryDirectory(prefix="radicale-") as folder,
        closing(socket.socket()) as free,
    ):
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()
        root = Path(folder)
        (root / "users").write_text(f"{USER}:{PASSWORD}\n")
        log = (root / "log").open("wb")
        words = [
            sys.executable, "-m", "radicale", "--config", "", "--hosts", f"127.0.0.1:{port}",
            "--storage-filesystem-folder", str(root / "data"), 
            "--auth-type", "htpasswd", "--auth-htpasswd-filename", str(root / "users"),
            "--auth-htpasswd-encryption", "plain", "--auth-delay", "0",
        ]  # fmt: skip
        server = subprocess.Popen(words, stdout=log, stderr=log)
        try:
            _wait(port, server, root / "log")
            yield Radicale(f"http://127.0.0.1:{port}")
        finally:
            server.terminate()
            server.wait(20)
            log.close()


def _wait(port: int, server: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + 90
    while time.monotonic() < until:
        if server.poll() is not None:
            break
        with closing(socket.socket()) as door:
            door.settimeout(1)
            if door.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    pytest.fail(f"radicale did not start: {log.read_text('utf-8', 'replace')[-2000:]}")
