"""The invented example as a program beside this one: its own process, its own home, its own port.

A reader who wants to look round first clicks once. The example never shares a
database with real mail, so it cannot run inside this process. The two talk over
the child's own pipes and nothing else: a line asks for a fresh one-time link, the
end of the pipe says good-bye, so the example goes when this program goes.
"""

from __future__ import annotations

import queue
import re
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field

from afterword.errors import UserError
from afterword.faces.serve import listens

#: How long a start may take, on a slow machine too: it writes and reads five months of mail.
PATIENCE = 300.0
LINK = re.compile(r"http://127\.0\.0\.1:\d+/open/\S+")
BEGIN = "from afterword.faces import serve; serve.held(['demo', '--no-browser'])"
FAILED = (
    "The example did not start. Nothing of yours was touched. "
    "“afterword demo” in the terminal says more."
)


@dataclass(slots=True)
class Example:
    """A running example, and the links it has said."""

    process: subprocess.Popen[str]
    until: float
    said: str = ""
    links: queue.SimpleQueue[str] = field(default_factory=queue.SimpleQueue)

    def listen(self) -> None:
        """Read what it says for as long as it speaks: a full pipe would stop it."""
        for line in self.process.stdout or ():
            if found := LINK.search(line):
                self.links.put(found[0])

    def ask(self) -> None:
        """Ask for a fresh link: each opens once."""
        if self.process.stdin is not None:
            self.process.stdin.write("link\n")
            self.process.stdin.flush()


_running: list[Example] = []
_lock = threading.Lock()


def begin() -> None:
    """Start the example, or ask the one that runs for another link."""
    with _lock:
        _running[:] = [one for one in _running if one.process.poll() is None]
        until = time.monotonic() + PATIENCE
        if _running:
            _running[0].until, _running[0].said = until, ""
            _running[0].ask()
            return
        process = subprocess.Popen(
            [sys.executable, "-c", BEGIN],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
        )
        one = Example(process, until)
        threading.Thread(target=one.listen, daemon=True).start()
        _running.append(one)


def link() -> str:
    """A link that opens the example once, "" while it is not ready; raises when it never will be."""
    with _lock:
        one = _running[0] if _running else None
        if one is None:
            raise UserError(FAILED)
        while not one.links.empty():
            one.said = one.links.get()
        # It says its link a moment before it listens.
        if one.said and listens(one.said):
            return one.said
        if one.process.poll() is not None or time.monotonic() > one.until:
            one.process.kill()
            _running.clear()
            raise UserError(FAILED)
        return ""
