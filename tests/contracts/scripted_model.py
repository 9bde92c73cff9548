"""A language model's server that says what a test tells it to, and remembers what it was told."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Script = Callable[["Model", BaseHTTPRequestHandler, dict[str, Any]], None]


@dataclass
class Model:
    """One server on the loopback. `heard` is every body that ever reached it, with its headers."""

    script: Script
    port: int = 0
    heard: list[tuple[str, dict[str, str], str]] = field(default_factory=list)
    let_go: threading.Event = field(default_factory=threading.Event)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/v1"

    def rows(self, body: dict[str, Any]) -> list[dict[str, Any]]:
        """The sentences it was asked about."""
        words = body["messages"][-1]["content"]
        return list(json.loads(words[words.index("[") :]))


def answers(make: Callable[[list[dict[str, Any]]], Any]) -> Script:
    """A model that makes its answer of the sentences it was given."""

    def script(model: Model, handler: BaseHTTPRequestHandler, body: dict[str, Any]) -> None:
        said = make(model.rows(body))
        text = said if isinstance(said, str) else json.dumps(said, ensure_ascii=False)
        if handler.path.endswith("/messages"):
            told: dict[str, Any] = {
                "content": [{"type": "text", "text": text}],
                "usage": {"input_tokens": 30, "output_tokens": 12},
            }
        else:
            told = {
                "choices": [{"message": {"role": "assistant", "content": text}}],
                "usage": {"prompt_tokens": 30, "completion_tokens": 12},
            }
        send(handler, 200, json.dumps(told).encode())

    return script


def raw(status: int, data: bytes, **headers: str) -> Script:
    """A model that answers so, whatever it is asked."""
    return lambda model, handler, body: send(handler, status, data, **headers)


def hangs(model: Model, handler: BaseHTTPRequestHandler, body: dict[str, Any]) -> None:
    """Says nothing at all until the test is over."""
    model.let_go.wait(20)


def drips(model: Model, handler: BaseHTTPRequestHandler, body: dict[str, Any]) -> None:
    """A byte now and then, so that no single wait is long."""
    handler.send_response(200)
    handler.end_headers()
    while not model.let_go.wait(0.05):
        handler.wfile.write(b" ")
        handler.wfile.flush()


def cut(model: Model, handler: BaseHTTPRequestHandler, body: dict[str, Any]) -> None:
    """Promises more than it gives."""
    handler.send_response(200)
    handler.send_header("content-length", "1000")
    handler.end_headers()
    handler.wfile.write(b'{"choices"')


def send(handler: BaseHTTPRequestHandler, status: int, data: bytes, **headers: str) -> None:
    handler.send_response(status)
    for name, value in headers.items():
        handler.send_header(name, value)
    handler.send_header("content-length", str(len(data)))
    handler.end_headers()
    handler.wfile.write(data)


@contextmanager
def serving(script: Script) -> Iterator[Model]:
    model = Model(script)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            data = self.rfile.read(int(self.headers["content-length"])).decode()
            model.heard.append((self.path, {k.lower(): v for k, v in self.headers.items()}, data))
            with suppress(BrokenPipeError, ConnectionError):  # whoever asked has left
                model.script(model, self, json.loads(data))

        do_GET = do_POST

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    model.port = server.server_address[1]
    thread = threading.Thread(
        target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True
    )
    thread.start()
    try:
        yield model
    finally:
        model.let_go.set()
        server.shutdown()
        server.server_close()
