"""Word lists as they are best read: as lines of words."""

from __future__ import annotations


def words_of(text: str) -> frozenset[str]:
    """The words of `text`, for asking whether one is among them."""
    return frozenset(text.split())


def in_order(text: str) -> tuple[str, ...]:
    """The words of `text` in their order."""
    return tuple(text.split())
