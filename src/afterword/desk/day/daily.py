"""The daily word: mail read, day planned, and what is worth saying on a screen that others see."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from afterword.casebook.message import Message
from afterword.casebook.profile import Profile
from afterword.desk import morning
from afterword.desk.day import abreast
from afterword.desk.mail import syncing


@dataclass(frozen=True, slots=True)
class Word:
    """`says` is empty when there is nothing to say: then nothing is shown."""

    says: str
    due: int
    sealed: int
    new: int
    failed: tuple[str, ...]


def word(
    account: UUID,
    *,
    clock: Callable[[], datetime],
    by: str,
    pause: Callable[[float], object],
) -> Word:
    """Read every account, plan the day, and say it in one line without a name in it."""
    came = syncing.sync_all(account, clock=clock, by=by, pause=pause)
    now = clock()
    morning.freshen(account, now)
    day = now.astimezone(ZoneInfo(Profile.of(account, at=now).zone)).date()
    due = abreast.due(account, now, day)
    sealed = Message.objects.of(account).sealed().count()
    new = sum(one.kept for _, one, _ in came if one is not None)
    failed = tuple(f"{who.user}: {why}" for who, _, why in came if why)
    return Word(said(due, sealed, len(failed)), due, sealed, new, failed)


def said(due: int, sealed: int, failed: int) -> str:
    """One quiet line; empty when nothing asks for anything."""
    words = []
    if due:
        words.append("One thing is worth doing today." if due == 1 else "A few things are worth doing today; one is enough.")  # fmt: skip
    if sealed:
        words.append("A letter waits, closed." if sealed == 1 else f"{sealed} letters wait, closed.")  # fmt: skip
    if failed:
        words.append("Your mail could not be read; Afterword says why.")
    return " ".join(words)
