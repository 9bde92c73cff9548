"""A feed as a library reads it: RSS, Atom, RDF and JSON Feed, from bytes alone.

Both libraries fetch by themselves when they are handed an address as text, and one of them opens
files: a feed whose body is an address must not send us anywhere. So they get bytes in hand, never
a word they could follow.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import fastfeedparser
import feedparser


class NoFeed(ValueError):
    """These bytes are no feed; the text says what they seem to be."""


@dataclass(frozen=True, slots=True)
class Raw:
    """The feed's own title, and its entries as the library names things."""

    title: str
    entries: tuple[Mapping[str, Any], ...]


#: A feed longer than this is read up to here: the rest is old.
MOST = 4 * 1024 * 1024
_STARTS = (b"<", b"{", b"[", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def raw(body: bytes) -> Raw:
    """What stands in a feed. Raises `NoFeed`."""
    body = body[:MOST].lstrip()
    if not body.startswith(_STARTS):
        raise NoFeed("This is not a feed: it begins with neither XML nor JSON.")
    if b"<!ENTITY" in body.replace(b"\x00", b"")[:20_000].upper():
        raise NoFeed("This feed brings words of its own making along (entities); it is not read.")
    try:
        found = fastfeedparser.parse(body)
        return Raw(str(found.feed.get("title") or ""), tuple(found.entries))
    except Exception as problem:  # a parser of hostile bytes may stumble in any way
        why = str(problem)
    slow = feedparser.parse(io.BytesIO(body), sanitize_html=False, resolve_relative_uris=False)
    if not slow.get("version") or not (slow.entries or slow.feed.get("title")):
        raise NoFeed(f"This is not a feed that can be read ({why[:120]}).")
    return Raw(str(slow.feed.get("title") or ""), tuple(slow.entries))
