"""One letter lent to a friend on the local network, for a while, behind a token; nothing else is there.

The program itself stays on loopback (contract, ruling 14). This is a door of its own that knows one
page: the letter with boxes beside its sentences. It answers one caller after the other, and closes by
the clock, with Ctrl-C, or when it was asked so often that something else must be knocking.
"""

from __future__ import annotations

import secrets
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qsl

#: A friend's comments are short; more than this is not read.
MOST_BYTES = 200_000
MOST_VISITS = 500

Show = Callable[[str], str]
Take = Callable[[dict[str, str]], int]


class Lent:
    """A letter that can be read at one address until it is taken back."""

    def __init__(self, show: Show, take: Take, *, host: str, port: int) -> None:
        self.token = secrets.token_urlsafe(18)
        self.path = f"/read/{self.token}/"
        self.visits = self.comments = 0
        self.server = HTTPServer((host, port), self._handler(show, take))

    @property
    def port(self) -> int:
        return int(self.server.server_address[1])

    def lend(self, seconds: float) -> None:
        """Answer until the time is over or `take_back` is called."""
        closing = threading.Timer(seconds, self.take_back)
        closing.daemon = True
        closing.start()
        try:
            self.server.serve_forever(poll_interval=0.2)
        finally:
            closing.cancel()
            self.server.server_close()

    def take_back(self) -> None:
        threading.Thread(target=self.server.shutdown, daemon=True).start()

    def _handler(lent, show: Show, take: Take) -> type[BaseHTTPRequestHandler]:
        class Door(BaseHTTPRequestHandler):
            timeout = 20
            server_version, sys_version = "afterword", ""

            def do_GET(self) -> None:
                if self._welcome():
                    self._say(200, show(lent.path))

            def do_POST(self) -> None:
                if not self._welcome():
                    return
                origin = self.headers.get("Origin", "")
                if origin and origin != f"http://{self.headers.get('Host', '')}":
                    self._say(403, "<p>Not from this page.</p>")
                    return
                given = self.headers.get("Content-Length", "")
                size = int(given) if given.isdigit() else MOST_BYTES + 1
                if size > MOST_BYTES:
                    self.close_connection = True
                    self._say(413, "<p>That is too long for comments on a letter.</p>")
                    return
                body = self.rfile.read(size).decode("utf-8", "replace")
                fields = dict(parse_qsl(body, max_num_fields=400))
                lent.comments += take(fields)
                self._say(200, "<p>Handed over, with thanks. You can close this page.</p>")

            def _welcome(self) -> bool:
                lent.visits += 1
                worn = lent.visits > MOST_VISITS
                if worn:
                    lent.take_back()
                known = secrets.compare_digest(self.path.encode(), lent.path.encode())
                if not known or worn:
                    self._say(404, "<p>There is nothing here.</p>")
                return known and not worn

            def _say(self, status: int, page: str) -> None:
                raw = page.encode()
                self.send_response(status)
                for name, value in (
                    ("Content-Type", "text/html; charset=utf-8"),
                    ("Content-Length", str(len(raw))),
                    ("Cache-Control", "no-store"),
                    ("Referrer-Policy", "same-origin"),
                    ("X-Content-Type-Options", "nosniff"),
                    ("X-Frame-Options", "DENY"),
                ):
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(raw)

            def log_message(self, *args: object) -> None:
                """Who reads a letter is written nowhere."""

        return Door
