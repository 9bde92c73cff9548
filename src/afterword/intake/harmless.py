"""What strangers wrote, made fit to keep and to show: words without what breaks a page or a terminal.

JSON can name half a letter (a lone surrogate) or a NUL, which no database takes, and an escape sign,
which a terminal obeys; an address can be a script. None of it is anything that a reader would miss.
"""

from __future__ import annotations

import re
from dataclasses import fields, replace
from typing import Any

from afterword.terms.watching import Posting

#: Signs that command a machine and tell a reader nothing; tabs and line ends stay.
_COMMANDS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_HALVES = re.compile("[\ud800-\udfff]")


def words(text: str) -> str:
    """The text without signs that no reader sees; half a letter becomes the sign for "unreadable"."""
    if _HALVES.search(text):
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return _COMMANDS.sub("", text)


def link(url: str) -> str:
    """The address where it leads to the open web; "" for anything else (javascript:, file: …)."""
    url = url.strip()
    fine = url.lower().startswith(("https://", "http://")) and url.isprintable() and " " not in url
    return url[:2000] if fine else ""


def advert(given: Posting) -> Posting:
    """The same advert, each of its words and its address harmless."""
    told: dict[str, Any] = {one.name: getattr(given, one.name) for one in fields(given)}
    clean: dict[str, Any] = {
        name: words(said) for name, said in told.items() if isinstance(said, str)
    }
    clean["url"] = link(given.url)
    return replace(given, **clean, places=tuple(map(words, given.places)))
