"""The program as a page in the browser: finds a free port, makes the link, listens on loopback."""

from __future__ import annotations

import os
import socket
import sys
import threading
import webbrowser
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit

from afterword.errors import UserError
from afterword.faces import clock, faults, passing

FIRST_PORT = 8642
PORTS_TRIED = 50
#: Whether another program started us and holds our input (see `held`).
_held = False


def free_port(first: int = FIRST_PORT) -> int:
    """The first port from `first` on that nobody listens on; 0 asks the system for any."""
    for port in range(first, first + PORTS_TRIED) if first else [0]:
        with closing(socket.socket(socket.AF_INET, socket.SOCK_STREAM)) as probe:
            # On Windows SO_REUSEADDR would let two programs share a port.
            if os.name == "posix":
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return int(probe.getsockname()[1])
    raise UserError(
        f"No free port between {first} and {first + PORTS_TRIED - 1}. "
        "Close another program, or choose one with --port."
    )


def listens(address: str) -> bool:
    """Whether anybody answers at the host and port of this address of ours."""
    parts = urlsplit(address)
    try:
        with socket.create_connection((parts.hostname or "", parts.port or 0), timeout=1):
            return True
    except OSError:
        return False


def own_address() -> str:
    """This machine's address on its local network; no packet is sent to learn it."""
    with closing(socket.socket(socket.AF_INET, socket.SOCK_DGRAM)) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # a documentation address: only the route is looked up
            return str(probe.getsockname()[0])
        except OSError:
            return "127.0.0.1"


def has_display() -> bool:
    """Whether a browser window could show here at all."""
    if sys.platform in ("darwin", "win32"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def front_door(port: int) -> str:
    """A link that opens this account once; needs Django set up and migrated."""
    from afterword.members.models import make_link, the_account

    at = clock.now()
    return f"http://127.0.0.1:{port}/open/{make_link(the_account(at=at), at=at)}/"


def held(words: list[str]) -> int:
    """Runs a command for another program that holds our input: when it lets go, we end."""
    global _held
    _held = True
    from afterword.faces import cli

    return cli.main(words)


def _mind_the_holder(port: int, end: Callable[[], None]) -> None:
    """A line on our input asks for a fresh link; its end is the holder's end, and ours."""
    from django.db import connections

    # Not `sys.stdin`: a worker forked while its lock is held could never end.
    while asked := os.read(0, 1024):
        for _line in asked.splitlines():
            print(front_door(port), flush=True)
        connections.close_all()
    end()


def _promised() -> str:
    """What stays where it is; of a casebook on a server nobody may say that nothing leaves."""
    lies = faults.server()
    return (
        f"The casebook lies in {lies}."
        if lies
        else "Nothing leaves this machine unless you say so."
    )


def listen(port: int, *, show: bool = True) -> None:
    """Prints the link, opens the browser if there is one, and serves until Ctrl-C."""
    from django.conf import settings
    from granian.constants import Interfaces
    from granian.log import LogLevels
    from granian.server import Server

    passing.sweep(Path(settings.HOME), clock.now())
    link = front_door(port)
    print(f"\n  Afterword is at  {link}", flush=True)
    print("  The link works once, for ten minutes; `afterword` makes a new one.", flush=True)
    print(f"  Ctrl-C closes it. {_promised()}\n", flush=True)
    server = Server(
        "afterword.config.wsgi:application",
        address="127.0.0.1",
        port=port,
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=4,
        websockets=False,
        log_level=LogLevels.warning,
        working_dir=Path.cwd(),
    )
    if show and has_display():
        server.on_startup(lambda: webbrowser.open(link))
    if _held:
        mind = (port, server.signal_handler_interrupt)
        threading.Thread(target=_mind_the_holder, args=mind, daemon=True).start()
    server.serve()
