"""Readings under way: mail is taken in by a thread of this process while its page tells how far.

One at a time for an account: a second request is led to the first, or told to
come again. What was read is kept batch by batch, so a reading that is stopped, or dies with the
program, goes on from there the next time.
"""

from __future__ import annotations

import logging
import shutil
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from django.db import connections
from django.utils.translation import gettext as _

from afterword.desk.mail import mailroom
from afterword.errors import AfterwordError
from afterword.faces import clock

LOG = logging.getLogger("afterword.web")


@dataclass(slots=True)
class Reading:
    """How far it is. `came` is what it brought once it is over, `failed` the sentence if it failed."""

    id: str
    account: UUID
    name: str
    mails: int = 0
    done: int = 0
    total: int = 0
    rate: float = 0.0
    left: float = 0.0
    waits: int = 0
    over: bool = False
    failed: str = ""
    came: Any = None
    passing: Path | None = None
    asked_to_stop: threading.Event = field(default_factory=threading.Event)

    def progress(
        self, *, mails: int, done: int, total: int, rate: float, left: float, waits: int = 0
    ) -> None:
        self.mails, self.done, self.total, self.rate, self.left = mails, done, total, rate, left
        self.waits = waits


_known: dict[str, Reading] = {}
_lock = threading.Lock()


def start(account: UUID, name: str, *, take: Callable[[Reading], Any]) -> Reading:
    """Begin to read, or be led to the reading under way: for what can as well be read later."""
    return _start(account, name, take, None)[0]


def begin(
    account: UUID, name: str, door: Callable[[], Any], *, passing: Path | None = None
) -> tuple[Reading, bool]:
    """The reading of what is behind this door; or the one under way, and false: this was not taken.

    `passing` is a folder to remove afterwards, in either case.
    """
    return _start(account, name, _through(door), passing)


def _start(
    account: UUID, name: str, take: Callable[[Reading], Any], passing: Path | None
) -> tuple[Reading, bool]:
    with _lock:
        for one in _known.values():
            if one.account == account and not one.over:
                _put_away(passing)
                return one, False
        reading = Reading(uuid4().hex, account, name, passing=passing)
        _known[reading.id] = reading
    threading.Thread(target=_run, args=(reading, take), daemon=True).start()
    return reading, True


def of(account: UUID, key: str) -> Reading | None:
    """The reading of this name, if it is this account's."""
    found = _known.get(key)
    return found if found is not None and found.account == account else None


def under_way(account: UUID) -> Reading | None:
    return next((one for one in _known.values() if one.account == account and not one.over), None)


def _through(door: Callable[[], Any]) -> Callable[[Reading], Any]:
    def take(reading: Reading) -> Any:
        return mailroom.take_in(
            reading.account,
            door(),
            now=clock.now(),
            progress=reading.progress,
            stop=reading.asked_to_stop.is_set,
        )

    return take


def _put_away(folder: Path | None) -> None:
    if folder is not None:
        shutil.rmtree(folder, ignore_errors=True)


def _run(reading: Reading, take: Callable[[Reading], Any]) -> None:
    try:
        reading.came = take(reading)
    except AfterwordError as problem:
        reading.failed = str(problem)
    except Exception:
        # A thread has nobody above it: unsaid here, the page would count for ever.
        LOG.exception("a reading broke off")
        reading.failed = _(
            "The reading broke off. What was read before that is kept; "
            "reading again goes on from there."
        )
    finally:
        _put_away(reading.passing)
        connections.close_all()
        reading.over = True
