"""A post office on a loopback port (aiosmtpd), and a line to it that can be cut anywhere.

What it took is kept in memory, and in a file when a path is given: that file plays the Sent
folder of a provider who puts there whatever is handed in.
"""

from __future__ import annotations

import email
import logging
import socket
import threading
import time
import warnings
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from email import policy
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword

USER, PASSWORD = "sam", "an-app-password"

#: The whole conversation, step by step. Each can be lost, or arrive by half.
STEPS = (
    "greeting", "EHLO", "reply EHLO", "AUTH", "reply AUTH", "MAIL", "reply MAIL", "RCPT",
    "reply RCPT", "DATA", "reply DATA", "body", ".", "reply .", "QUIT", "reply QUIT",
)  # fmt: skip


@dataclass
class Office:
    """Where letters are handed in, and those it took, oldest first."""

    host: str
    port: int
    letters: list[Any] = field(default_factory=list)
    #: What it says instead of yes, by step: {"RCPT": "550 nobody here"}.
    says: dict[str, str] = field(default_factory=dict)
    paths: dict[str, Path] = field(default_factory=dict)

    def ids(self) -> list[str]:
        return [str(one["Message-ID"]).strip("<> ") for one in self.letters]

    def await_letters(self, n: int) -> None:
        for _ in range(200):
            if len(self.letters) >= n:
                return
            time.sleep(0.02)


class _Clerk:
    def __init__(self, office: Office) -> None:
        self.office = office

    async def handle_MAIL(self, _s: Any, _x: Any, envelope: Any, sender: str, more: Any) -> str:
        if said := self.office.says.get("MAIL"):
            return said
        envelope.mail_from = sender
        return "250 OK"

    async def handle_RCPT(self, _s: Any, _x: Any, envelope: Any, to: str, more: Any) -> str:
        if said := self.office.says.get("RCPT"):
            return said
        envelope.rcpt_tos.append(to)
        return "250 OK"

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:
        if said := self.office.says.get("."):
            return said
        letter = email.message_from_bytes(envelope.content, policy=policy.default)
        letter.readers = list(envelope.rcpt_tos)  # type: ignore[attr-defined]
        self.office.letters.append(letter)
        if path := self.office.paths.get("sent"):
            with path.open("a", encoding="utf-8") as out:
                out.write(str(letter["Message-ID"]).strip("<> ") + "\n")
        return "250 OK, it is kept"


def _who(_server: Any, _session: Any, _envelope: Any, how: str, given: Any) -> AuthResult:
    right = isinstance(given, LoginPassword) and given.password == PASSWORD.encode()
    return AuthResult(success=right, handled=False)


@contextmanager
def open_for_letters(**more: Any) -> Iterator[Office]:
    """A post office that asks for a name and a password; `more` goes to aiosmtpd."""
    office = Office("127.0.0.1", free_port())
    # A loopback office without encryption is what we want; its complaints would bury ours.
    logging.getLogger("mail.log").setLevel(logging.ERROR)
    warnings.filterwarnings("ignore", module=r"aiosmtpd\..*")
    given = {"auth_require_tls": False, "authenticator": _who, "auth_required": True, **more}
    desk = Controller(_Clerk(office), hostname=office.host, port=office.port, **given)
    desk.start()
    try:
        yield office
    finally:
        desk.stop()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Line:
    """A wire to a server that is cut at one step; after that a new call goes through whole.

    `how`: `lost` (the step never arrives), `half` (its first half does), `silent` (nothing more
    arrives and nobody hangs up). `at` is a name of STEPS, or a number: which turn of the talk, each
    side's commands or answers in a row being one. `steps` are the names seen, in order.
    """

    def __init__(
        self, host: str, port: int, *, at: str | int | None = None, how: str = "lost"
    ) -> None:
        self.target, self.at, self.how = (host, port), at, how
        self.steps: list[str] = []
        self.turn, self.was_cut = -1, False
        self.whose: bool | None = None
        self.gate = threading.Lock()
        self.open: list[socket.socket] = []
        self.door = socket.create_server(("127.0.0.1", 0))
        self.host, self.port = "127.0.0.1", int(self.door.getsockname()[1])
        threading.Thread(target=self._answer, daemon=True).start()

    def hang_up(self) -> None:
        self.door.close()
        self._cut()

    def _answer(self) -> None:
        while True:
            try:
                here, _ = self.door.accept()
                there = socket.create_connection(self.target)
            except OSError:
                return
            self.open += [here, there]
            talk = _Talk()
            for one, other, mine in ((here, there, True), (there, here, False)):
                threading.Thread(
                    target=self._carry, args=(one, other, talk, mine), daemon=True
                ).start()

    def _carry(self, one: socket.socket, other: socket.socket, talk: _Talk, mine: bool) -> None:
        with closing(one), suppress(OSError), one.makefile("rb") as lines:
            for line in lines:
                with self.gate:
                    step = talk.mine(line) if mine else talk.theirs(line)
                    if not self.steps or self.steps[-1] != step:
                        self.steps.append(step)
                    self.turn += self.whose is not mine
                    self.whose = mine
                    here = not self.was_cut and self.at in (step, self.turn)
                    self.was_cut = self.was_cut or here
                if here:
                    if self.how == "silent":
                        time.sleep(5)
                    if self.how == "half":
                        other.sendall(line[: len(line) // 2])
                        time.sleep(0.02)
                    self._cut()
                    return
                other.sendall(line)
            with suppress(OSError):
                other.shutdown(socket.SHUT_WR)

    def _cut(self) -> None:
        for one in self.open:
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
        self.open.clear()


class _Talk:
    """Where an SMTP conversation stands, told by its lines alone."""

    def __init__(self) -> None:
        self.verb, self.writing = "", False

    def mine(self, line: bytes) -> str:
        if self.writing:
            self.writing = line != b".\r\n"
            self.verb = "body" if self.writing else "."
        else:
            self.verb = line.split()[0].decode("ascii", "replace").upper() if line.split() else ""
        return self.verb

    def theirs(self, line: bytes) -> str:
        self.writing = self.writing or (self.verb == "DATA" and line.startswith(b"354"))
        return f"reply {self.verb}" if self.verb else "greeting"
