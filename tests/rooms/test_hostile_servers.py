"""Servers that mean harm, or slip: their answers become sentences, never crashes and never floods."""

from __future__ import annotations

import gzip
import time
import uuid
from datetime import UTC, datetime

import pytest
from test_open_web import Book, Server, plain

from afterword.casebook.models import WatchedFeed
from afterword.desk.watch import reading_news
from afterword.errors import Refused, SourceError, UserError
from afterword.wire import http
from afterword.wire.http import Door, Place
from afterword.wire.open_web import Web

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    "typed",
    ["https://cal.example:abc/", "https://[", "https://cal.example:99999", "https://a\x00b/"],
)
def test_an_address_that_is_none_is_refused_in_words(typed: str) -> None:
    with pytest.raises(Refused):
        Door(Place(typed))


@pytest.mark.parametrize(
    "onward",
    ["http://[", "https://cal.example:99999/", "javascript:alert(1)", "file:///etc/passwd"],
)
def test_a_server_that_leads_nowhere_is_a_sentence(onward: str) -> None:
    server = Server()
    server.page = lambda handler: plain(handler, b"", 302, location=onward)
    with Door(Place(server.url)) as door, pytest.raises(SourceError, match="no web address"):
        door.ask("GET")


def test_a_calendar_packed_twice_over_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http, "MOST", 1_000_000)
    server = Server()
    once = gzip.compress(b"\0" * 200_000_000, 1)
    server.page = lambda handler: plain(handler, gzip.compress(once), content_encoding="gzip, gzip")
    with Door(Place(server.url)) as door, pytest.raises(SourceError, match="nobody asked for"):
        door.ask("GET")
    server.page = lambda handler: plain(handler, once, content_encoding="gzip")
    with Door(Place(server.url)) as door, pytest.raises(SourceError, match="more than such"):
        door.ask("GET")
    server.page = lambda handler: plain(
        handler, gzip.compress(b"BEGIN:VCALENDAR"), content_encoding="gzip"
    )
    with Door(Place(server.url)) as door:
        assert door.ask("GET").body == b"BEGIN:VCALENDAR"


def test_a_calendar_that_drips_is_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http, "WHOLE", 1.0)
    server = Server()

    def drips(handler: object) -> None:
        handler.send_response(200)  # type: ignore[attr-defined]
        handler.send_header("content-length", "40")  # type: ignore[attr-defined]
        handler.end_headers()  # type: ignore[attr-defined]
        for _ in range(40):
            handler.wfile.write(b"x")  # type: ignore[attr-defined]
            time.sleep(0.2)

    server.page = drips
    began = time.monotonic()
    with Door(Place(server.url)) as door, pytest.raises(SourceError, match="in time"):
        door.ask("GET")
    assert time.monotonic() - began < 4


def test_a_mark_with_odd_letters_is_left_out() -> None:
    server = Server()
    with Web(Book(), allowed=[server.door]) as web:
        web.fetch(server.url, etag='"größe"', modified="März\r\nX-Evil: 1")
        web.fetch(server.url, etag='"abc"')
    assert "if-none-match" not in server.heads[0] and "x-evil" not in server.heads[0]
    assert "if-modified-since" not in server.heads[0]
    assert server.heads[1]["if-none-match"] == '"abc"'


@pytest.mark.django_db
@pytest.mark.parametrize(
    "typed", ["https://[", "https://firm.example:99999/feed", "https://me:secret@firm.example/feed"]
)
def test_a_feed_that_could_never_be_fetched_is_refused_when_it_is_typed(typed: str) -> None:
    with pytest.raises(UserError) as told:
        reading_news.add(uuid.uuid4(), typed, company="Acme", at=NOW)
    assert "secret" not in str(told.value)


@pytest.mark.django_db
def test_a_feed_that_cannot_be_asked_does_not_stop_the_others() -> None:
    account = uuid.uuid4()
    row = reading_news.add(account, "https://firm.example/feed", company="Acme", at=NOW)
    WatchedFeed.objects.filter(pk=row.pk).update(url="https://me@firm.example/feed")
    with Web(Book()) as web:
        came = reading_news.read_news(account, clock=lambda: NOW, pause=lambda _: None, web=web)
    row.refresh_from_db()
    assert came == 0 and "https://" in row.trouble
