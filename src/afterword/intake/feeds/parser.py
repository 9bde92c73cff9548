"""The bytes of a feed as its items, newest first; an item that is nothing is left out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from afterword.intake.feeds.adapter import item_of, plain
from afterword.intake.feeds.raw import NoFeed, raw
from afterword.terms import FeedItem

__all__ = ["Feed", "NoFeed", "feed"]

#: More items than this are an archive, not news.
MOST_ITEMS = 200
_NEVER = datetime(1, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed read: what it calls itself, and its items, each mark once."""

    title: str
    items: tuple[FeedItem, ...]


def feed(body: bytes) -> Feed:
    """Read a feed. Raises `NoFeed`, saying what is wrong with these bytes."""
    found = raw(body)
    items: dict[str, FeedItem] = {}
    for entry in found.entries[: 5 * MOST_ITEMS]:
        one = item_of(entry)
        if one is not None:
            items.setdefault(one.id, one)
    newest = sorted(items.values(), key=lambda one: one.at or _NEVER, reverse=True)
    return Feed(plain(found.title)[:300], tuple(newest[:MOST_ITEMS]))
