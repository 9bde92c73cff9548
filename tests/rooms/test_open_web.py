"""Safe fetching: what may be dialled, how much may come back, and that the switch is asked."""

from __future__ import annotations

import gzip
import socket
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from afterword.errors import Refused, SourceError
from afterword.wire.dialling import is_public
from afterword.wire.open_web import AGENT, Limits, Unwilling, Web

Page = Callable[[BaseHTTPRequestHandler], None]


class Book:
    """A ledger that remembers, and refuses once it is told to."""

    def __init__(self) -> None:
        self.left: list[str] = []
        self.answers: list[tuple[str, int]] = []
        self.off = False

    def leaving(self, host: str) -> None:
        if self.off:
            raise Refused("Switched off.")
        self.left.append(host)

    def came(self, host: str, status: int) -> None:
        self.answers.append((host, status))


class Server:
    """A web server in this process that plays one page, and counts who knocks."""

    def __init__(self) -> None:
        self.page: Page = lambda handler: plain(handler, b"hello")
        self.heads: list[dict[str, str]] = []
        self.methods: list[str] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                outer.heads.append({k.lower(): v for k, v in self.headers.items()})
                outer.methods.append(f"{self.command} {self.path}")
                if length := int(self.headers.get("content-length", 0)):
                    self.rfile.read(length)
                try:
                    outer.page(self)
                except OSError:
                    self.close_connection = True

            do_POST = do_GET

            def log_message(self, *_: object) -> None: ...

        class Quiet(ThreadingHTTPServer):
            daemon_threads = True

        self.http = Quiet(("127.0.0.1", 0), Handler)
        self.port = self.http.server_port
        self.door = ("127.0.0.1", self.port)
        self.url = f"http://127.0.0.1:{self.port}/"
        threading.Thread(target=self.http.serve_forever, args=(0.05,), daemon=True).start()


def plain(handler: BaseHTTPRequestHandler, body: bytes, status: int = 200, **head: str) -> None:
    handler.send_response(status)
    for name, value in head.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.send_header("content-length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)


@pytest.fixture
def server() -> Iterator[Server]:
    one = Server()
    yield one
    one.http.shutdown()
    one.http.server_close()


def web(server: Server, book: Book | None = None, **limits: float) -> Web:
    kept = Limits(**limits)  # type: ignore[arg-type]
    return Web(book or Book(), limits=kept, allowed={server.door})


# --- what may be dialled ---------------------------------------------------


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.8.8.8", "0.0.0.0", "10.0.0.1", "172.16.0.1", "192.168.1.1",
        "169.254.169.254", "100.64.0.1", "192.0.0.8", "198.18.0.1", "203.0.113.9", "224.0.0.1",
        "239.255.255.250", "240.0.0.1", "255.255.255.255",
        "::", "::1", "::127.0.0.1", "::ffff:127.0.0.1", "::ffff:7f00:1", "::ffff:169.254.169.254",
        "::ffff:0:10.0.0.1", "64:ff9b::7f00:1", "64:ff9b::10.1.2.3", "64:ff9b:1::1",
        "2002:7f00:1::", "2002:c0a8:101::1", "2001:0:4136:e378::1", "2001:db8::1",
        "fe80::1", "fe80::1%eth0", "fc00::1", "fd12:3456::1", "fec0::1", "ff02::1", "100::1",
        "not an address", "",
    ],
)  # fmt: skip
def test_what_is_not_on_the_open_internet(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "address",
    ["93.184.216.34", "8.8.8.8", "2606:2800:220:1::1", "::ffff:8.8.8.8", "64:ff9b::808:808",
     "2002:808:808::1"],
)  # fmt: skip
def test_what_is_on_the_open_internet(address: str) -> None:
    assert is_public(address)


TRICKS = [
    "http://127.0.0.1:{port}/", "http://127.1:{port}/", "http://2130706433:{port}/",
    "http://0x7f000001:{port}/", "http://0177.0.0.1:{port}/", "http://0x7f.1:{port}/",
    "http://localhost:{port}/", "http://[::1]:{port}/", "http://[::ffff:127.0.0.1]:{port}/",
    "http://[::ffff:7f00:1]:{port}/", "http://[::]:{port}/", "http://0.0.0.0:{port}/",
    "http://0:{port}/", "http://１２７.0.0.1:{port}/", "http://127。0。0。1:{port}/",
    "http://169.254.169.254/", "http://10.0.0.1/", "http://[fe80::1]/", "http://[fd00::1]/",
    "http://[64:ff9b::7f00:1]/", "http://192.168.0.1/", "https://172.17.0.1/",
]  # fmt: skip


@pytest.fixture
def any_door(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every port may be knocked at, so that it is the address alone that is refused."""
    monkeypatch.setattr("afterword.wire.open_web._WEB", frozenset())


@pytest.mark.usefixtures("any_door")
@pytest.mark.parametrize("trick", TRICKS)
def test_no_way_of_writing_it_leads_inside(server: Server, trick: str) -> None:
    with Web(Book(), limits=Limits(step=2, whole=3)) as one, pytest.raises((SourceError, Refused)):
        one.fetch(trick.format(port=server.port))
    assert server.methods == []


@pytest.mark.usefixtures("any_door")
@pytest.mark.parametrize("trick", TRICKS)
def test_no_redirect_leads_inside(server: Server, trick: str) -> None:
    """The first host may be called, the one it leads to may not: another port of this machine."""
    inner = Server()
    server.page = lambda handler: plain(handler, b"", 302, location=trick.format(port=inner.port))
    try:
        with web(server, step=2, whole=3) as one, pytest.raises(SourceError):
            one.fetch(server.url)
        assert len(server.methods) == 1 and inner.methods == []
    finally:
        inner.http.shutdown()
        inner.http.server_close()


@pytest.mark.parametrize(
    "url",
    ["file:///etc/passwd", "ftp://example.org/", "gopher://example.org/", "data:text/html,x",
     "javascript:alert(1)", "//example.org/", "example.org", "", "http://", "http:///x",
     "https://user:secret@example.org/", "http://[::1", "http://exa mple.org/",
     "https://example.org/" + "x" * 5000],
)  # fmt: skip
def test_only_web_addresses(url: str) -> None:
    book = Book()
    with Web(book) as one, pytest.raises(Refused):
        one.fetch(url)
    assert book.left == []


def _names(monkeypatch: pytest.MonkeyPatch, *answers: list[str]) -> tuple[list[str], list[str]]:
    """A resolver that gives these answers in turn, and a line that only notes whom it calls."""
    import httpcore2

    asked: list[str] = []
    dialled: list[str] = []
    waiting = list(answers)

    def look_up(host: str, port: int, **_: object) -> list[tuple[object, ...]]:
        asked.append(host)
        found = waiting.pop(0) if len(waiting) > 1 else waiting[0]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, port)) for ip in found]

    def dial(_self: object, host: str, *_: object, **__: object) -> object:
        dialled.append(host)
        raise httpcore2.ConnectError("nobody there")

    monkeypatch.setattr("afterword.wire.dialling.socket.getaddrinfo", look_up)
    monkeypatch.setattr(httpcore2.SyncBackend, "connect_tcp", dial)
    return asked, dialled


def test_a_name_that_changes_its_mind_is_asked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """DNS rebinding: the second answer would lead inside, and is never asked for."""
    asked, dialled = _names(monkeypatch, ["93.184.216.34"], ["127.0.0.1"])
    with Web(Book()) as one, pytest.raises(SourceError):
        one.fetch("http://rebind.example/")
    assert asked == ["rebind.example"] and dialled == ["93.184.216.34"]


def test_a_name_that_rebinds_before_the_next_fetch_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _, dialled = _names(monkeypatch, ["93.184.216.34"], ["127.0.0.1"])
    with Web(Book()) as one:
        for _look in range(2):
            with pytest.raises(SourceError):
                one.fetch("http://rebind.example/")
    assert dialled == ["93.184.216.34"]


def test_one_address_inside_among_several_is_enough_to_refuse(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _, dialled = _names(monkeypatch, ["93.184.216.34", "192.168.0.7"])
    with Web(Book()) as one, pytest.raises(SourceError):
        one.fetch("http://both.example/")
    assert dialled == []


def test_doors_that_are_no_web_site_stay_shut(monkeypatch: pytest.MonkeyPatch) -> None:
    _, dialled = _names(monkeypatch, ["93.184.216.34"])
    for port in (22, 25, 6379, 8080):
        with Web(Book()) as one, pytest.raises(SourceError):
            one.fetch(f"http://open.example:{port}/")
    assert dialled == []


# --- how much may come back ------------------------------------------------


def test_a_slow_drip_is_cut(server: Server) -> None:
    def drip(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("content-length", "1000")
        handler.end_headers()
        for _ in range(100):
            handler.wfile.write(b"x")
            time.sleep(0.1)

    server.page = drip
    started = time.monotonic()
    with web(server, step=5, whole=0.5) as one, pytest.raises(SourceError) as told:
        one.fetch(server.url)
    assert not told.value.permanent and time.monotonic() - started < 3


def test_headers_that_drip_are_cut_too(server: Server) -> None:
    def drip(handler: BaseHTTPRequestHandler) -> None:
        for letter in b"HTTP/1.1 200 OK\r\n" + b"a" * 60:
            handler.wfile.write(bytes([letter]))
            handler.wfile.flush()
            time.sleep(0.1)

    server.page = drip
    started = time.monotonic()
    with web(server, step=5, whole=0.5) as one, pytest.raises(SourceError):
        one.fetch(server.url)
    assert time.monotonic() - started < 3


def test_a_gigabyte_is_left_where_it_lies(server: Server) -> None:
    sent = 0

    def flood(handler: BaseHTTPRequestHandler) -> None:
        nonlocal sent
        handler.send_response(200)
        handler.send_header("connection", "close")
        handler.end_headers()
        for _ in range(16_384):
            handler.wfile.write(b"\0" * 65_536)
            sent += 65_536

    server.page = flood
    with web(server, most=200_000) as one, pytest.raises(SourceError) as told:
        one.fetch(server.url)
    assert told.value.permanent and sent < 64 * 1024 * 1024


def test_a_gigabyte_that_is_announced_is_not_begun(server: Server) -> None:
    def announce(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("content-length", str(1 << 30))
        handler.end_headers()

    server.page = announce
    with web(server, step=5) as one, pytest.raises(SourceError, match="more than"):
        one.fetch(server.url)


def test_a_bomb_is_not_unpacked(server: Server) -> None:
    """50 MB of nothing, in 50 kB."""
    server.page = lambda handler: plain(
        handler, gzip.compress(b"\0" * 50_000_000), content_encoding="gzip"
    )
    with web(server, most=1_000_000) as one, pytest.raises(SourceError, match="more than"):
        one.fetch(server.url)


@pytest.mark.parametrize("packed", ["gzip, gzip", "gzip,deflate", "br", "zstd", "deflate", "x"])
def test_packed_in_a_way_nobody_asked_for(server: Server, packed: str) -> None:
    twice = gzip.compress(gzip.compress(b"\0" * 1_000_000))
    server.page = lambda handler: plain(handler, twice, content_encoding=packed)
    with web(server) as one, pytest.raises(SourceError, match="packed"):
        one.fetch(server.url)


def test_gzip_is_unpacked_and_half_of_it_is_told(server: Server) -> None:
    whole = gzip.compress(b"an advert " * 1000)
    server.page = lambda handler: plain(handler, whole, content_encoding="gzip")
    with web(server) as one:
        assert one.fetch(server.url).body == b"an advert " * 1000
    server.page = lambda handler: plain(handler, whole[:-20], content_encoding="gzip")
    with web(server) as one, pytest.raises(SourceError) as told:
        one.fetch(server.url)
    assert not told.value.permanent


# --- what is said, and to whom ---------------------------------------------


def test_the_request_says_which_program_asks_and_no_more(server: Server) -> None:
    server.page = lambda handler: plain(handler, b"x", set_cookie="who=you; path=/")
    with web(server) as one:
        one.fetch(server.url)
        one.fetch(server.url + "again")
    expected = {"host", "user-agent", "accept", "accept-encoding", "connection"}
    assert [set(head) for head in server.heads] == [expected, expected]
    assert server.heads[0]["user-agent"] == AGENT and server.heads[0]["accept-encoding"] == "gzip"


def test_marks_go_to_the_address_they_came_from_alone(server: Server) -> None:
    pages = {"/": lambda h: plain(h, b"", 302, location="/b"), "/b": lambda h: plain(h, b"there")}
    server.page = lambda handler: pages[handler.path](handler)
    with web(server) as one:
        answer = one.fetch(server.url, etag='"a"', modified="Mon, 02 Nov 2026 08:00:00 GMT")
    assert answer.body == b"there" and answer.url == server.url + "b"
    assert server.heads[0]["if-none-match"] == '"a"'
    assert server.heads[0]["if-modified-since"] == "Mon, 02 Nov 2026 08:00:00 GMT"
    assert not {"if-none-match", "if-modified-since"} & set(server.heads[1])


def test_unchanged_is_an_answer_where_it_was_asked_for(server: Server) -> None:
    server.page = lambda handler: plain(handler, b"", 304)
    with web(server) as one:
        assert one.fetch(server.url, etag='"a"').status == 304
        with pytest.raises(Unwilling):
            one.fetch(server.url)


@pytest.mark.parametrize(
    ("status", "permanent"), [(404, True), (410, True), (403, True), (429, False), (503, False)]
)
def test_a_no_is_told_with_its_number(server: Server, status: int, permanent: bool) -> None:
    server.page = lambda handler: plain(handler, b"secret words", status, retry_after="120")
    with web(server) as one, pytest.raises(Unwilling) as told:
        one.fetch(server.url)
    found = told.value
    assert (found.status, found.permanent, found.retry_after) == (status, permanent, 120)
    assert "secret" not in str(found)


def test_retry_after_as_a_date_is_held_against_the_servers_clock(server: Server) -> None:
    def later(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response_only(429)
        handler.send_header("Date", "Mon, 02 Nov 2026 08:00:00 GMT")
        handler.send_header("Retry-After", "Mon, 02 Nov 2026 09:30:00 GMT")
        handler.send_header("content-length", "0")
        handler.end_headers()

    server.page = later
    with web(server) as one, pytest.raises(Unwilling) as told:
        one.fetch(server.url)
    assert told.value.retry_after == 5400


def test_round_and_round_ends(server: Server) -> None:
    server.page = lambda handler: plain(handler, b"", 302, location="/again")
    with web(server) as one, pytest.raises(SourceError, match="without end"):
        one.fetch(server.url)
    assert len(server.methods) == 6


def test_every_host_is_written_down_before_it_is_called(server: Server) -> None:
    book = Book()
    with web(server, book) as one:
        one.fetch(server.url)
        book.off = True
        with pytest.raises(Refused):
            one.fetch(server.url)
    assert book.left == ["127.0.0.1"] and book.answers == [("127.0.0.1", 200)]
    assert len(server.methods) == 1


def test_what_gave_no_answer_is_written_down_as_such(server: Server) -> None:
    book = Book()
    server.http.shutdown()
    server.http.server_close()
    with web(server, book, step=2, whole=2) as one, pytest.raises(SourceError):
        one.fetch(server.url)
    assert book.answers == [("127.0.0.1", 0)]


def test_a_question_is_posted_once_and_not_carried_on(server: Server) -> None:
    server.page = lambda handler: plain(handler, b"", 307, location="/elsewhere")
    with web(server) as one, pytest.raises(SourceError):
        one.fetch(server.url, ask={"limit": 20})
    assert server.methods == ["POST /"]
