"""One at a time takes mail into an account: who comes second waits, and sees what the first wrote.

What is new, where it belongs and what is written of it are three steps. Two imports that did them
side by side each placed their mail beside what the other had not yet written: cases stood twice, or
were gone when they were to be written to.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.db import connections, router

from afterword.casebook.event import Event
from afterword.wire.turns import turn

#: Beside it lies the lock, where the casebook is a file.
FILE = "taking-in"
_here = threading.local()


@contextmanager
def alone(account: UUID) -> Iterator[None]:
    """Nobody else takes mail into this account meanwhile. May be asked for twice over.

    Never begun inside a transaction that has written: who waits there would keep others waiting.
    """
    held: set[UUID] = _here.__dict__.setdefault("held", set())
    if account in held:
        yield
        return
    with _lock(account):
        held.add(account)
        try:
            yield
        finally:
            held.discard(account)


@contextmanager
def _lock(account: UUID) -> Iterator[None]:
    """Held by this process until it ends, however it ends."""
    connection = connections[router.db_for_write(Event)]
    if connection.vendor != "postgresql":
        with turn(Path(settings.HOME) / FILE):
            yield
        return
    key = account.int >> 65  # as long as PostgreSQL's numbers
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [key])
    try:
        yield
    finally:
        # A connection that was lost has let go of it already.
        if connection.connection is not None and not connection.needs_rollback:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [key])
