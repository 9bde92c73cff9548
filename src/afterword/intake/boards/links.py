"""Boards that a mail or a text leads to: the addresses in it that belong to a kind of board we know."""

from __future__ import annotations

import re
from email import message_from_bytes
from email.errors import MessageError
from html import unescape

from afterword.intake.boards import whose

_ADDRESS = re.compile(r"https?://[^\s<>\"'\\\])}]{4,1500}")
#: A mail that leads to more firms than this is a list of adverts, and says nothing of one firm.
MOST_FIRMS = 3
_MOST = 2_000_000


def boards_in(text: str) -> dict[tuple[str, str], str]:
    """(board, tenant) to the first address that led there; empty where too many firms are named."""
    found: dict[tuple[str, str], str] = {}
    for match in _ADDRESS.finditer(text[:_MOST]):
        url = unescape(match[0]).rstrip(".,;:!?")
        place = whose(url)
        if place is not None:
            found.setdefault(place, url)
    return found if len(found) <= MOST_FIRMS else {}


def boards_in_mail(raw: bytes) -> dict[tuple[str, str], str]:
    """The same of a whole mail, its HTML included, where the links usually stand."""
    try:
        parts = [
            bytes(part.get_payload(decode=True) or b"").decode("utf-8", "replace")
            for part in message_from_bytes(raw[: 4 * _MOST]).walk()
            if part.get_content_maintype() == "text"
        ]
    except (MessageError, ValueError, LookupError, RecursionError, AssertionError):
        return {}
    return boards_in("\n".join(parts))
