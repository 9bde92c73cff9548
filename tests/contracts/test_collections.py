"""One suite for calendars and address books elsewhere: the in-memory twin and a real server answer alike."""

from __future__ import annotations

import threading
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest

from afterword.casebook.models import Case, Interview, Person, Source
from afterword.desk.incoming import elsewhere
from afterword.errors import Refused, SourceError
from afterword.intake.collections import Elsewhere, InMemory, OnServer, Subscribed
from afterword.wire import dav
from afterword.wire.dav import Kind
from afterword.wire.http import Door, Place

NOW = datetime(2026, 3, 10, 9, tzinfo=UTC)


def thing(kind: str, mark: str, words: str, at: str = "20260320T140000Z", more: str = "") -> str:
    if kind == "carddav":
        return f"BEGIN:VCARD\r\nVERSION:3.0\r\nUID:{mark}\r\nFN:{words}\r\nN:{words};;;;\r\nEND:VCARD\r\n"
    return (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\nBEGIN:VEVENT\r\n"
        f"UID:{mark}\r\nDTSTAMP:20260301T000000Z\r\nDTSTART:{at}\r\nSUMMARY:{words}\r\n{more}"
        "END:VEVENT\r\nEND:VCALENDAR\r\n"
    )


class Shelf:
    """What a test does to a place, whichever it is."""

    def __init__(self, kind: str, server: Any = None) -> None:
        self.kind, self.server = kind, server
        self.place: Elsewhere
        if server is None:
            self.memory = InMemory(kind)
            self.place = self.memory
        else:
            name = uuid.uuid4().hex[:8]
            make = server.calendar if kind == "caldav" else server.addresses
            self.path = make(name)
            what = Kind.CALENDAR if kind == "caldav" else Kind.ADDRESSES
            self.place = OnServer(Place(server.url + self.path, server.user, server.password), what)
        self.ending = ".ics" if kind == "caldav" else ".vcf"

    def put(self, mark: str, words: str, **more: str) -> None:
        text = thing(self.kind, mark, words, **more)
        if self.server is None:
            self.memory.put(f"/{mark}{self.ending}", text)
        else:
            self.server.put(f"{self.path}{mark}{self.ending}", text)

    def remove(self, mark: str) -> None:
        if self.server is None:
            self.memory.remove(f"/{mark}{self.ending}")
        else:
            self.server.remove(f"{self.path}{mark}{self.ending}")


@pytest.fixture(params=["memory caldav", "memory carddav", "radicale caldav", "radicale carddav"])
def shelf(request: pytest.FixtureRequest) -> Shelf:
    where, kind = request.param.split()
    server = request.getfixturevalue("radicale") if where == "radicale" else None
    return Shelf(kind, server)


def marks(held: list[Any]) -> list[tuple[str, bool]]:
    return sorted((one.url.rpartition("/")[2].partition(".")[0], one.gone) for one in held)


def test_everything_first_and_then_nothing(shelf: Shelf) -> None:
    shelf.put("one", "First")
    shelf.put("two", "Second")
    held, cursor = shelf.place.changes("")
    assert marks(held) == [("one", False), ("two", False)]
    assert all("First" in one.text or "Second" in one.text for one in held)
    held, cursor = shelf.place.changes(cursor)
    assert held == []
    assert shelf.place.changes(cursor)[0] == []


def test_what_changed_comes_alone(shelf: Shelf) -> None:
    shelf.put("one", "First")
    shelf.put("two", "Second")
    _, cursor = shelf.place.changes("")
    shelf.put("two", "Changed")
    shelf.put("three", "Third")
    held, _ = shelf.place.changes(cursor)
    assert marks(held) == [("three", False), ("two", False)]
    assert any("Changed" in one.text for one in held)


def test_what_went_is_told(shelf: Shelf) -> None:
    shelf.put("one", "First")
    shelf.put("two", "Second")
    _, cursor = shelf.place.changes("")
    shelf.remove("one")
    held, cursor = shelf.place.changes(cursor)
    assert marks(held) == [("one", True)]
    assert shelf.place.changes(cursor)[0] == []


def test_a_mark_that_says_nothing_begins_anew(shelf: Shelf) -> None:
    shelf.put("one", "First")
    held, _ = shelf.place.changes("no such mark")
    assert marks(held) == [("one", False)]


def test_more_things_than_are_asked_for_at_once_come_whole(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dav, "AT_ONCE", 5)
    for n in range(11):
        shelf.put(f"n{n}", f"Thing {n}")
    held, _ = shelf.place.changes("")
    assert len(held) == len({one.text for one in held}) == 11


# ── the real server alone ───────────────────────────────────────────────────


def test_calendars_are_found_from_the_servers_front_door(radicale: Any) -> None:
    path = radicale.calendar(uuid.uuid4().hex[:8])
    radicale.put(f"{path}x.ics", thing("caldav", "front", "Found"))
    place = OnServer(Place(radicale.url, radicale.user, radicale.password), Kind.CALENDAR)
    held, _ = place.changes("")
    assert any("front" in one.text for one in held)


def test_a_wrong_password_is_said_and_not_repeated(radicale: Any) -> None:
    place = OnServer(Place(radicale.url, "sam", "wrong-secret"), Kind.CALENDAR)
    with pytest.raises(SourceError) as told:
        place.changes("")
    assert told.value.permanent
    assert "wrong-secret" not in str(told.value) + repr(place.place)


def test_a_mark_the_server_forgot_is_no_loss(radicale: Any) -> None:
    shelf = Shelf("caldav", radicale)
    shelf.put("one", "First")
    _, cursor = shelf.place.changes("")
    broken = cursor.replace("sync/", "sync/0000")
    assert broken != cursor
    shelf.put("two", "Second")
    held, _ = shelf.place.changes(broken)
    assert ("two", False) in marks(held)
    assert ("one", True) not in marks(held)


def test_nobody_there_is_worth_another_try() -> None:
    place = OnServer(Place("http://127.0.0.1:9", "", ""), Kind.CALENDAR)
    with pytest.raises(SourceError) as told:
        place.changes("")
    assert not told.value.permanent


@pytest.mark.django_db
def test_from_the_server_to_the_casebook(radicale: Any) -> None:
    account = uuid.uuid4()
    case = Case.open(account=account, company="Acme", role="Planner", at=NOW - timedelta(days=9))
    dates, people = Shelf("caldav", radicale), Shelf("carddav", radicale)
    dates.put(
        "talk", "Interview with Acme", more="ATTENDEE;CN=Dana Reyes:mailto:dana@acme.example\r\n"
    )
    people.put("dana", "Dana Reyes")
    assert elsewhere.read_on(account, dates.place, now=NOW).counts["interviews"] == 1
    key = Interview.objects.get(case=case).pk
    dates.put("talk", "Interview with Acme", at="20260321T150000Z", more="SEQUENCE:1\r\n")
    assert elsewhere.read_on(account, dates.place, now=NOW).counts["moved"] == 1
    held = Interview.objects.get(case=case)
    assert (held.pk, held.at) == (key, datetime(2026, 3, 21, 15, tzinfo=UTC))
    dates.remove("talk")
    assert elsewhere.read_on(account, dates.place, now=NOW).counts["called_off"] == 1
    assert elsewhere.read_on(account, people.place, now=NOW).counts["people_new"] == 1
    assert not elsewhere.read_on(account, people.place, now=NOW).again
    assert (
        Person.objects.of(account).filter(name="Dana Reyes").count() == 2
    )  # asked about, not joined
    assert radicale.password not in str(list(Source.objects.values()))


# ── an address that is subscribed to, and what the door refuses ─────────────


class Web(BaseHTTPRequestHandler):
    answers: dict[str, tuple[int, dict[str, str], str]] = {}
    asked: list[tuple[str, dict[str, str]]] = []

    def do_GET(self) -> None:
        self.asked.append((self.path, {k.lower(): v for k, v in self.headers.items()}))
        status, headers, body = self.answers[self.path]
        if headers.get("ETag") and self.headers.get("If-None-Match") == headers["ETag"]:
            status, body = 304, ""
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body.encode())))
        self.end_headers()
        self.wfile.write(body.encode())

    do_PROPFIND = do_GET

    def log_message(self, *_: object) -> None:
        return


@pytest.fixture
def web() -> Iterator[str]:
    Web.answers, Web.asked = {}, []
    server = HTTPServer(("127.0.0.1", 0), Web)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_a_subscription_is_not_read_twice(web: str) -> None:
    text = thing("caldav", "u", "Interview")
    Web.answers["/secret.ics"] = (200, {"ETag": '"1"'}, text)
    place = Subscribed(Place(f"{web}/secret.ics"))
    assert "secret" not in place.name
    held, cursor = place.changes("")
    assert [one.text for one in held] == [text]
    held, cursor = place.changes(cursor)
    assert held == [] and Web.asked[-1][1]["if-none-match"] == '"1"'
    Web.answers["/secret.ics"] = (200, {"ETag": '"2"'}, text.replace("140000", "150000"))
    assert len(place.changes(cursor)[0]) == 1


def test_where_a_page_sends_us_on_is_checked(web: str, radicale: Any) -> None:
    """A public-looking address must not make us knock at another door in the house."""
    Web.answers["/onward"] = (302, {"Location": radicale.url}, "")
    with pytest.raises(SourceError) as told:
        Subscribed(Place(f"{web}/onward", "sam", "hush")).changes("")
    assert "hush" not in str(told.value)
    Web.answers["/here"] = (302, {"Location": "/there"}, "")
    Web.answers["/there"] = (200, {}, "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")
    assert len(Subscribed(Place(f"{web}/here")).changes("")[0]) == 1


@pytest.mark.parametrize("onward", ["file:///etc/passwd", "http://169.254.169.254/", "http://[::1]:1/", "http://0.0.0.0:1/"])  # fmt: skip
def test_no_hop_leads_inside(web: str, onward: str) -> None:
    Web.answers["/x"] = (302, {"Location": onward}, "")
    with Door(Place(f"{web}/x")) as door, pytest.raises(SourceError):
        door.ask("GET")


def test_hops_without_end_are_ended(web: str) -> None:
    Web.answers["/x"] = (302, {"Location": "/x"}, "")
    with Door(Place(f"{web}/x")) as door, pytest.raises(SourceError, match="without end"):
        door.ask("GET")


def test_a_password_never_goes_out_in_the_clear() -> None:
    with pytest.raises(Refused, match="https://"):
        Door(Place("http://dav.example.org/", "sam", "hush"))
    with pytest.raises(Refused):
        Door(Place("ftp://dav.example.org/"))


@pytest.mark.parametrize(
    "body", ["", "<html><p>Hello", "<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>", "{}"]
)
def test_a_page_that_is_no_such_server_says_so(web: str, body: str) -> None:
    Web.answers = {"/": (207, {}, body), "/.well-known/caldav": (207, {}, body)}
    place = OnServer(Place(f"{web}/"), Kind.CALENDAR)
    with pytest.raises(SourceError) as told:
        place.changes("")
    assert told.value.permanent
