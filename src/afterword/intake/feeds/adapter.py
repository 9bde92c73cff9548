"""A library's entry as our `FeedItem`: plain words, a link that is one, a day that may be."""

from __future__ import annotations

import html
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from hashlib import sha256
from typing import Any

import nh3

from afterword.intake.harmless import link, words
from afterword.terms import FeedItem

#: What of an item's text is kept: enough to meet what was said, no archive of their news.
LONGEST = 4000
#: How much mark-up, and how many tags, are looked through for that: what cleans it takes the square
#: of how deep tags stand in one another.
LOOKED_AT, MOST_TAGS = 100_000, 1500


def item_of(entry: Mapping[str, Any]) -> FeedItem | None:
    """One item; None where it has neither title nor text."""
    title = plain(str(entry.get("title") or ""))[:300]
    text = plain(_body(entry))[:LONGEST]
    if not title and not text:
        return None
    url = link(str(entry.get("link") or ""))
    mark = words(str(entry.get("id") or entry.get("guid") or url or ""))[:300]
    mark = mark or sha256(f"{title}\n{text}".encode()).hexdigest()
    return FeedItem(mark, title or text[:120], url, _day(entry), text)


def _body(entry: Mapping[str, Any]) -> str:
    """The longer of what it tells: many feeds put a teaser beside the whole."""
    told = [str(entry.get("description") or ""), str(entry.get("summary") or "")]
    for one in entry.get("content") or ():
        if isinstance(one, Mapping):
            told.append(str(one.get("value") or ""))
    return max(told, key=len)


def plain(text: str) -> str:
    """The words without mark-up; what stands in scripts and styles goes with them."""
    text = "<".join(words(text[:LOOKED_AT]).split("<", MOST_TAGS)[:MOST_TAGS])
    bare = nh3.clean(
        text.replace("</p>", " </p>").replace("<br", " <br").replace("</li>", " </li>"),
        tags=set(),
        clean_content_tags={"script", "style"},
    )
    line = " ".join(html.unescape(bare).split())
    return "".join(c for c in line if c.isprintable())


def _day(entry: Mapping[str, Any]) -> datetime | None:
    for name in ("published", "updated", "created"):
        said = str(entry.get(name) or "").strip()
        if not said:
            continue
        for reading in (datetime.fromisoformat, parsedate_to_datetime):
            try:
                found = reading(said)
            except (ValueError, TypeError, IndexError, OverflowError):
                continue
            return found if found.tzinfo else found.replace(tzinfo=UTC)
    return None
