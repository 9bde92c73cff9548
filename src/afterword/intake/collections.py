"""Calendars and address books that live elsewhere, read: by CalDAV, CardDAV, or a plain subscription.

Each has a name and `changes(cursor)`: every thing that is new or gone since that cursor, and the
cursor to come back with. The in-memory twin stands here too; the tests and the demo use it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Protocol
from urllib.parse import urlsplit

from afterword.wire import dav
from afterword.wire.dav import Kind
from afterword.wire.http import Door, Place


@dataclass(frozen=True, slots=True)
class Held:
    """One thing of a collection: where it lies, its text, or that it is gone."""

    url: str
    text: str = ""
    gone: bool = False


class Elsewhere(Protocol):
    """What every one of them can do. Raises SourceError, with what was read so far kept by the caller."""

    name: str
    kind: str

    def changes(self, cursor: str = "") -> tuple[list[Held], str]: ...


class OnServer:
    """All calendars (or all address books) of an account on a server; the cursor keeps a mark for each."""

    def __init__(self, place: Place, kind: Kind) -> None:
        self.place, self.what = place, kind
        self.kind = "caldav" if kind == Kind.CALENDAR else "carddav"
        self.name = (
            f"{self.kind}:{place.user}@{place.url}" if place.user else f"{self.kind}:{place.url}"
        )

    def changes(self, cursor: str = "") -> tuple[list[Held], str]:
        marks = _marks(cursor)
        found: list[Held] = []
        after: dict[str, object] = {}
        with Door(self.place) as door:
            for one in dav.collections(door, self.what):
                known = marks.get(one.url, {})
                held, mark = self._one(door, one, known if isinstance(known, dict) else {})
                found.extend(held)
                after[one.url] = mark
        return found, json.dumps(after)

    def _one(
        self, door: Door, place: dav.Collection, known: Mapping[str, object]
    ) -> tuple[list[Held], dict[str, object]]:
        before = {str(url): str(tag) for url, tag in dict(known.get("items") or {}).items()}  # type: ignore[call-overload]
        items, token, whole = dav.changed(door, place, self.what, str(known.get("token") or ""))
        now = {} if whole else dict(before)
        wanted = []
        for item in items:
            if item.gone:
                now.pop(item.url, None)
                continue
            now[item.url] = item.mark
            if before.get(item.url) != item.mark or not item.mark:
                wanted.append(item)
        held = [
            Held(one.url, one.text, one.gone) for one in dav.fetched(door, place, self.what, wanted)
        ]
        held += [Held(url, gone=True) for url in before if url not in now]
        return held, {"token": token, "items": now}


class Subscribed:
    """One calendar at an address (webcal, https): read whole, and not again while its mark is the same."""

    kind = "webcal"

    def __init__(self, place: Place) -> None:
        url = place.url.replace("webcals://", "https://").replace("webcal://", "https://")
        self.place = Place(url, place.user, place.password, place.authority)
        # The address is the key of such a calendar: it is a secret, and no name shows it.
        mark = sha256(url.encode()).hexdigest()[:8]
        self.name = f"webcal:{urlsplit(url).hostname}#{mark}"

    def changes(self, cursor: str = "") -> tuple[list[Held], str]:
        known = _marks(cursor)
        headers = {}
        if known.get("etag"):
            headers["If-None-Match"] = str(known["etag"])
        if known.get("modified"):
            headers["If-Modified-Since"] = str(known["modified"])
        with Door(self.place) as door:
            answer = door.ask("GET", headers=headers)
        digest = sha256(answer.body).hexdigest()
        if answer.status == 304 or digest == known.get("sha256"):
            return [], cursor
        mark = {
            "etag": answer.headers.get("etag", ""),
            "modified": answer.headers.get("last-modified", ""),
            "sha256": digest,
        }
        return [Held(self.name, answer.body.decode("utf-8", "replace"))], json.dumps(mark)


class InMemory:
    """The twin: things held in a dict, and the numbers of their changes."""

    def __init__(self, kind: str, name: str = "memory") -> None:
        self.kind, self.name = kind, name
        self.log: list[tuple[str, str]] = []

    def put(self, url: str, text: str) -> None:
        self.log.append((url, text))

    def remove(self, url: str) -> None:
        self.log.append((url, ""))

    def changes(self, cursor: str = "") -> tuple[list[Held], str]:
        since = int(cursor) if cursor.isdecimal() else 0
        last = dict(self.log[since:])
        had = {url for url, text in self.log[:since] if text}
        found = [Held(url, text, gone=not text) for url, text in last.items() if text or url in had]
        return found, str(len(self.log))


def _marks(cursor: str) -> dict[str, object]:
    try:
        value = json.loads(cursor) if cursor else {}
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}


def each(held: list[Held]) -> Iterator[Held]:
    """Those that are there, before those that are gone: a thing that was moved is found first."""
    yield from (one for one in held if not one.gone)
    yield from (one for one in held if one.gone)
