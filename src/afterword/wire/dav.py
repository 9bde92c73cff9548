"""Reading collections on a WebDAV server: which there are, what lies in them, what changed. Nothing is written.

RFC 4791 (calendars), RFC 6352 (address books), RFC 6764 (finding them), RFC 6578 (what changed).
Our own small client: the library for it replaces files of another we rely on (libraries.md, surprise 14).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree.ElementTree import Element, ParseError
from xml.sax.saxutils import escape

from lxml import etree

from afterword.errors import SourceError
from afterword.wire.http import Answer, Denied, Door

_NS = {
    "d": "DAV:",
    "c": "urn:ietf:params:xml:ns:caldav",
    "a": "urn:ietf:params:xml:ns:carddav",
}
_HEAD = '<?xml version="1.0" encoding="utf-8"?>'
_ALL = 'xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav" xmlns:a="urn:ietf:params:xml:ns:carddav"'
#: So many things are asked for at once.
AT_ONCE = 50


class Kind(StrEnum):
    CALENDAR = "calendar"
    ADDRESSES = "addressbook"


_HOME = {Kind.CALENDAR: "c:calendar-home-set", Kind.ADDRESSES: "a:addressbook-home-set"}
_TYPE = {Kind.CALENDAR: "c:calendar", Kind.ADDRESSES: "a:addressbook"}
_DATA = {Kind.CALENDAR: "c:calendar-data", Kind.ADDRESSES: "a:address-data"}
_MANY = {Kind.CALENDAR: "c:calendar-multiget", Kind.ADDRESSES: "a:addressbook-multiget"}
_KNOWN = {Kind.CALENDAR: "/.well-known/caldav", Kind.ADDRESSES: "/.well-known/carddav"}


@dataclass(frozen=True, slots=True)
class Collection:
    """One calendar or address book: where it is, and what its owner calls it."""

    url: str
    name: str


@dataclass(frozen=True, slots=True)
class Item:
    """One thing in a collection: its address, its mark, its text; `gone` when it is there no more."""

    url: str
    mark: str
    text: str = ""
    gone: bool = False


def collections(door: Door, kind: Kind) -> list[Collection]:
    """The calendars (or address books) to be had at this address: it itself, those in it, or the account's."""
    tried: list[str] = []
    for start in ("", _KNOWN[kind]):
        try:
            found = _in(door, start, kind, tried)
        except SourceError as problem:
            if not problem.permanent or start or isinstance(problem, Denied):
                raise
            continue
        if found:
            return found
    what = "calendar" if kind == Kind.CALENDAR else "address book"
    raise SourceError(f"No {what} was found at {door.host}.", permanent=True)


def _in(door: Door, url: str, kind: Kind, tried: list[str]) -> list[Collection]:
    """What lies at an address; else where its owner's home is, looked at in turn."""
    body = (
        f"{_HEAD}<d:propfind {_ALL}><d:prop><d:resourcetype/><d:displayname/>"
        f"<d:current-user-principal/><{_HOME[kind]}/></d:prop></d:propfind>"
    )
    tree = _tree(door.ask("PROPFIND", url, body=body, headers={"Depth": "1", **_XML}))
    base = urljoin(door.place.url, url)
    found = [
        Collection(urljoin(base, href), _text(one, ".//d:displayname") or _last(href))
        for href, one in _responses(tree)
        if one.find(f".//d:resourcetype/{_TYPE[kind]}", _NS) is not None
    ]
    if found:
        return found
    for path in (f".//{_HOME[kind]}/d:href", ".//d:current-user-principal/d:href"):
        for node in tree.findall(path, _NS):
            onward = urljoin(base, (node.text or "").strip())
            if onward not in tried and urlsplit(onward).hostname:
                tried.append(onward)
                found = _in(door, onward, kind, tried)
                if found:
                    return found
    return []


_XML = {"Content-Type": "application/xml; charset=utf-8"}


def changed(door: Door, place: Collection, kind: Kind, since: str) -> tuple[list[Item], str, bool]:
    """What is new or gone since that mark, the next mark, and whether it is the whole collection.

    With "" everything. A server that forgot the mark, or keeps none, tells everything again.
    """
    body = (
        f"{_HEAD}<d:sync-collection {_ALL}><d:sync-token>{escape(since)}</d:sync-token>"
        "<d:sync-level>1</d:sync-level><d:prop><d:getetag/></d:prop></d:sync-collection>"
    )
    try:
        tree = _tree(door.ask("REPORT", place.url, body=body, headers={"Depth": "1", **_XML}))
    except SourceError as problem:
        if not problem.permanent or isinstance(problem, Denied):
            raise
        return changed(door, place, kind, "") if since else (_listed(door, place), "", True)
    items = []
    for href, one in _responses(tree):
        url = urljoin(place.url, href)
        if url.rstrip("/") == place.url.rstrip("/"):
            continue
        gone = "404" in _text(one, "d:status")
        items.append(Item(url, _text(one, ".//d:getetag"), gone=gone))
    token = (tree.findtext("d:sync-token", "", _NS) or "").strip()
    return items, token, not since


def _listed(door: Door, place: Collection) -> list[Item]:
    body = f"{_HEAD}<d:propfind {_ALL}><d:prop><d:getetag/><d:resourcetype/></d:prop></d:propfind>"
    tree = _tree(door.ask("PROPFIND", place.url, body=body, headers={"Depth": "1", **_XML}))
    return [
        Item(urljoin(place.url, href), _text(one, ".//d:getetag"))
        for href, one in _responses(tree)
        if one.find(".//d:resourcetype/d:collection", _NS) is None
    ]


def fetched(door: Door, place: Collection, kind: Kind, items: Sequence[Item]) -> Iterator[Item]:
    """The same things with their text, a good many at a time."""
    wanted = [one for one in items if not one.gone]
    for start in range(0, len(wanted), AT_ONCE):
        part = wanted[start : start + AT_ONCE]
        hrefs = "".join(f"<d:href>{escape(urlsplit(one.url).path)}</d:href>" for one in part)
        body = f"{_HEAD}<{_MANY[kind]} {_ALL}><d:prop><d:getetag/><{_DATA[kind]}/></d:prop>{hrefs}</{_MANY[kind]}>"
        tree = _tree(door.ask("REPORT", place.url, body=body, headers={"Depth": "1", **_XML}))
        for href, one in _responses(tree):
            text = one.findtext(f".//{_DATA[kind]}", "", _NS) or ""
            yield Item(urljoin(place.url, href), _text(one, ".//d:getetag"), text, gone=not text)


def _tree(answer: Answer) -> Element:
    """The answer as a tree; entities and the network are closed to it."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, recover=False
    )
    try:
        tree = etree.fromstring(answer.body, parser)
    except (etree.XMLSyntaxError, ParseError, ValueError):
        raise SourceError(
            f"{urlsplit(answer.url).hostname} answers, but not as a server of calendars or addresses does.",
            permanent=True,
        ) from None
    return tree  # type: ignore[no-any-return]


def _responses(tree: Element) -> Iterator[tuple[str, Element]]:
    for one in tree.findall("d:response", _NS):
        yield (one.findtext("d:href", "", _NS) or "").strip(), one


def _text(node: Element, path: str) -> str:
    return (node.findtext(path, "", _NS) or "").strip()


def _last(href: str) -> str:
    return unquote(href.rstrip("/").rpartition("/")[2])
