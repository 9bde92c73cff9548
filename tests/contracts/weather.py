"""Bad weather on the line: a relay on loopback that counts commands, cuts, delays and looks in."""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from collections.abc import Callable


class Relay:
    """Passes a plain IMAP talk on. `cut_after` more commands are let through, then the line drops."""

    def __init__(self, host: str, port: int) -> None:
        self.there = (host, port)
        self.cut_after: int | None = None
        self.delay = 0.0
        self.before: Callable[[str], object] = lambda command: None
        self.told: list[str] = []
        self._door = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._door.getsockname()[1])
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        self._door.close()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                near, _ = self._door.accept()
                far = socket.create_connection(self.there)
                threading.Thread(target=self._ask, args=(near, far), daemon=True).start()
                threading.Thread(target=self._answer, args=(far, near), daemon=True).start()

    def _ask(self, near: socket.socket, far: socket.socket) -> None:
        with contextlib.suppress(OSError, ValueError), near.makefile("rb") as lines:
            for line in lines:
                words = line.decode("latin-1").split()
                if len(words) > 1:
                    name = words[2] if words[1].upper() == "UID" else words[1]
                    self.before(name.upper())
                    self.told.append(name.upper())
                    if self.cut_after is not None:
                        self.cut_after -= 1
                        if self.cut_after < 0:
                            break
                far.sendall(line)
        self._drop(near, far)

    def _answer(self, far: socket.socket, near: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while piece := far.recv(65536):
                if self.delay:
                    time.sleep(self.delay)
                near.sendall(piece)
        self._drop(near, far)

    def _drop(self, *lines: socket.socket) -> None:
        for line in lines:
            with contextlib.suppress(OSError):
                line.shutdown(socket.SHUT_RDWR)
            line.close()
