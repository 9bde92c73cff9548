"""What a host asks of programs in its robots.txt (RFC 9309), read by protego."""

from __future__ import annotations

from urllib.parse import urlsplit

from protego import Protego

#: The name under which a host may speak to us, and how much of its rules is read.
NAME, MOST = "Afterword", 500 * 1024


def where(url: str) -> str:
    """The address of the rules that hold for this address."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}/robots.txt"


def allows(rules: str, url: str) -> bool:
    """Whether these rules let us fetch this address. No rules, or none that can be read, allow it."""
    if not rules.strip():
        return True
    try:
        return bool(Protego.parse(rules).can_fetch(url, NAME))
    except (ValueError, TypeError, RecursionError):
        return True
