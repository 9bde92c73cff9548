"""The keys to this casebook, held over a going back: a copy of an older day opens it to nobody anew."""

from __future__ import annotations

from typing import Any

from django.contrib.sessions.models import Session
from django.db import DatabaseError

from afterword.members.models import BrowserKey, FeedKey, OneTimeLink

#: What opens this casebook to somebody, by the column that tells one from another.
_KEYS: tuple[tuple[Any, str], ...] = (
    (BrowserKey, "digest"), (FeedKey, "digest"), (OneTimeLink, "digest"), (Session, "session_key"),
)  # fmt: skip


def good() -> dict[Any, set[str]]:
    """The keys and sessions that are good now, links that nobody used yet among them."""
    held: dict[Any, set[str]] = {}
    for model, column in _KEYS:
        rows = model.objects.all()
        rows = rows.filter(used_at__isnull=True) if model is OneTimeLink else rows
        try:
            held[model] = set(rows.values_list(column, flat=True))
        except DatabaseError:
            held[model] = set()  # What stands there cannot be read any more: then nothing opens.
    return held


def shut_others(held: dict[Any, set[str]]) -> None:
    """A key that was taken back since the copy was made stays taken back, and so does a used link."""
    for model, column in _KEYS:
        gone = set(model.objects.values_list(column, flat=True)) - held.get(model, set())
        model.objects.filter(**{f"{column}__in": gone}).delete()
