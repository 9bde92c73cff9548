"""What a foreign answer holds, taken out with care: whatever is not of the shape expected is nothing.

A board's answer is written by strangers. A number where a word should be, a list nested a thousand
deep, a title of a megabyte: each gives an empty value or a problem told in words, never a crash.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from html import unescape
from typing import Any
from urllib.parse import SplitResult, unquote, urlsplit

from afterword.intake import harmless
from afterword.intake.boards.board import Sheet, Unreadable
from afterword.intake.mailbox.parsing.html import text_of
from afterword.terms.watching import Posting

#: The most adverts of one answer, places of one advert, letters of a line and of a text.
MOST, PLACES, LINE, TEXT = 20_000, 40, 500, 60_000
#: The first part of a host that is the provider's own and no firm's.
_NOBODYS = frozenset(
    [
        "www",
        "app",
        "api",
        "help",
        "support",
        "status",
        "blog",
        "mail",
        "email",
        "click",
        "links",
        "track",
        "tracking",
        "go",
        "info",
        "docs",
        "developers",
        "static",
        "cdn",
        "assets",
        "hire",
        "login",
        "auth",
        "resources",
        "learn",
    ]
)
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")


def parse(body: bytes) -> Any:
    """The JSON of an answer. Raises Unreadable."""
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        raise Unreadable("the answer is no whole JSON") from None


def inside(found: Any, *path: str) -> Any:
    """What lies under these names, one in the other; None where the way ends."""
    for name in path:
        found = found.get(name) if isinstance(found, dict) else None
    return found


def listed(found: Any) -> list[Any]:
    return found[:MOST] if isinstance(found, list) else []


def line(found: Any) -> str:
    """A word or number as one line of text; "" for anything else."""
    if isinstance(found, bool) or not isinstance(found, (str, int, float)):
        return ""
    return " ".join(unescape(str(found)[:LINE]).split())


def lines(found: Iterable[Any]) -> tuple[str, ...]:
    """Every line that says something, each once, in order."""
    return tuple(dict.fromkeys(one for each in found if (one := line(each))))[:PLACES]


def prose(*parts: Any) -> str:
    """Pieces of HTML as one plain text, a blank line between them."""
    texts = [text_of(one[: 4 * TEXT]) for one in parts if isinstance(one, str) and one.strip()]
    return "\n\n".join(text for text in texts if text)[:TEXT]


def place(*parts: Any) -> str:
    """Town, region and country on one line, what is said twice only once."""
    return ", ".join(lines(parts))


def day(found: Any) -> date | None:
    """A day as it is written, at the writer's own clock; a number is milliseconds since 1970 (UTC)."""
    if isinstance(found, str):
        try:
            return date.fromisoformat(found.strip()[:10])
        except ValueError:
            return None
    when = moment(found)
    return when.date() if when else None


def moment(found: Any) -> datetime | None:
    """A moment with its zone; one written without is taken as UTC."""
    try:
        if isinstance(found, (int, float)) and not isinstance(found, bool):
            return datetime.fromtimestamp(found / 1000, UTC)
        if not isinstance(found, str):
            return None
        when = datetime.fromisoformat(found.strip().replace(" UTC", "+00:00"))
    except (ValueError, OverflowError, OSError):
        return None
    return when if when.tzinfo else when.replace(tzinfo=UTC)


def switch(found: Any) -> bool | None:
    return found if isinstance(found, bool) else None


def from_anywhere(said: Any, places: Iterable[str] = ()) -> bool | None:
    """Whether a seat can be held from anywhere, from a board's own word for it, else its places'."""
    word = line(said).lower().replace("-", "").replace("_", "").replace(" ", "")
    if word in ("remote", "fullyremote", "telecommute", "fullremote"):
        return True
    if word in ("hybrid", "onsite", "inoffice", "office"):
        return False
    return True if any(re.search(r"\bremote\b", one.lower()) for one in places) else None


def sheet(rows: Iterable[Any], adapt: Callable[[dict[str, Any]], Posting], **more: Any) -> Sheet:
    """Every row as an advert; one that has no mark or no title is a problem. The same mark twice is
    one advert at two places (as several boards write it)."""
    found: dict[str, Posting] = {}
    problems: list[str] = []
    for number, row in enumerate(rows, start=1):
        posting = harmless.advert(adapt(row)) if isinstance(row, dict) else None
        if posting is None or not posting.id or not posting.title:
            problems.append(f"Advert {number} has no title or no mark of its own.")
            continue
        before = found.get(posting.id)
        if before is not None:
            # Where one of the two can be held from anywhere, the seat can.
            remote = (
                before.remote or posting.remote if before.remote is not None else posting.remote
            )
            posting = replace(
                before, places=lines([*before.places, *posting.places]), remote=remote
            )
        found[posting.id] = posting
    if problems and not found:
        raise Unreadable("nothing in the list has a title and a mark of its own")
    return Sheet(tuple(found.values()), tuple(problems), **more)


def address(url: str) -> SplitResult:
    """A web address in its parts, the host in lower case; an empty one where it is none."""
    try:
        parts = urlsplit(url.strip()[:2000])
        return parts if parts.scheme in ("http", "https") and parts.hostname else urlsplit("")
    except ValueError:
        return urlsplit("")


def path(parts: SplitResult) -> list[str]:
    return [unquote(one) for one in parts.path.split("/") if one]


def name(found: str) -> str:
    """A firm's name in an address; "" for what cannot be one."""
    return found if _NAME.fullmatch(found) and ".." not in found else ""


def under(url: str, *hosts: str) -> str:
    """The firm that stands before one of these hosts: "acme" of acme.recruitee.com; "" for none."""
    host = (address(url).hostname or "").lower()
    for one in hosts:
        if host.endswith("." + one):
            first = host[: -len(one) - 1]
            return "" if first.split(".")[0] in _NOBODYS else name(first)
    return ""


def after(url: str, hosts: Iterable[str], *before: str) -> str:
    """The firm named first in the path at one of these hosts, after the parts `before`."""
    parts = address(url)
    if (parts.hostname or "").lower() not in hosts:
        return ""
    way = path(parts)
    if [one.lower() for one in way[: len(before)]] != list(before):
        return ""
    return name(way[len(before)]) if len(way) > len(before) else ""
