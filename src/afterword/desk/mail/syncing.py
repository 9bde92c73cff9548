"""Keeping an account in step: read what is new, begin again when the line drops, stop and ask in doubt."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID

from afterword.casebook.connection import Connection, Halt
from afterword.casebook.source import Source
from afterword.desk.mail import accounts, mailroom
from afterword.desk.mail.taken_in import Progress, TakenIn
from afterword.errors import AfterwordError, SourceEmptied, SourceError, UserError

#: Pauses before another try, in seconds; what came in between begins them anew.
PAUSES = (1.0, 4.0, 15.0)
#: An account that was refused is tried again by itself after this long, not sooner.
AGAIN = timedelta(hours=12)


class Halted(UserError):
    """This account waits for the user's word; the text says why."""


class BeingRead(UserError):
    """Another window or program reads this account just now."""


def sync(
    connection: Connection,
    *,
    clock: Callable[[], datetime],
    by: str,
    pause: Callable[[float], object],
    progress: Progress | None = None,
    stop: Callable[[], bool] = lambda: False,
    thorough: bool = False,
    go_on: bool = False,
) -> TakenIn:
    """Read what is new of this account. Raises SourceError when the server cannot be had.

    A line that drops is taken up again after a pause, a little longer each time.
    A mailbox suddenly empty, or a password no longer taken, halts the account: it
    is not asked again until the user says so (`go_on`).
    """
    source = connection.source
    halt = Halt.objects.filter(source=source).first()
    if halt is not None and not go_on and not _worth_another_try(halt, clock()):
        raise Halted(halt.says)
    if not connection.claim(by=by, at=clock()):
        raise BeingRead(f"{connection.user} is being read just now. Look again in a minute.")
    try:
        report = _read(connection, clock, by, pause, progress, stop, thorough=thorough, go_on=go_on)
    except SourceEmptied as emptied:
        Halt.call(source=source, kind="emptied", says=str(emptied), at=clock())
        raise
    except SourceError as refused:
        if refused.permanent:
            Halt.call(source=source, kind="refused", says=str(refused), at=clock())
        raise
    finally:
        connection.release(by=by)
    accounts.lift_halt(source, clock())
    return report


def _worth_another_try(halt: Halt, now: datetime) -> bool:
    """A refusal may have been the network's (a hotel's sign-in page): half a day later it is seen."""
    return halt.kind == "refused" and now - halt.at >= AGAIN


def _read(
    connection: Connection,
    clock: Callable[[], datetime],
    by: str,
    pause: Callable[[float], object],
    progress: Progress | None,
    stop: Callable[[], bool],
    *,
    thorough: bool,
    go_on: bool,
) -> TakenIn:
    whole = TakenIn(source=connection.source.name)
    tries = 0

    def still_mine(**said: float) -> None:
        if not connection.claim(by=by, at=clock()):
            # It slept past its lease: two that walk on would each write over where the other stands.
            raise BeingRead(
                f"This reading of {connection.user} stopped: another one took it over, or the "
                "account was let go. What was read is kept."
            )
        if progress is not None:
            progress(**said)  # type: ignore[arg-type]

    while True:
        mailbox = accounts.reached(
            connection, clock=clock, thorough=thorough, emptied_is_right=go_on
        )
        before = Source.objects.get(pk=connection.source.pk).counts
        try:
            return _added(
                whole,
                mailroom.take_in(
                    connection.account, mailbox, now=clock(), progress=still_mine, stop=stop
                ),
            )
        except SourceError as dropped:
            moved = Source.objects.get(pk=connection.source.pk).counts != before
            tries = 0 if moved else tries + 1
            if dropped.permanent or tries > len(PAUSES) or stop():
                raise
            # A little by chance, so that a server that comes back is not met by all at once.
            pause(PAUSES[max(0, tries - 1)] * random.uniform(0.7, 1.3))


def _added(whole: TakenIn, part: TakenIn) -> TakenIn:
    for name in ("seen", "new", "job", "kept", "broken", "questions", "cases"):
        setattr(whole, name, getattr(whole, name) + getattr(part, name))
    whole.stopped, whole.addresses = part.stopped, part.addresses
    return whole


def sync_all(
    account: UUID,
    *,
    clock: Callable[[], datetime],
    by: str,
    pause: Callable[[float], object],
) -> list[tuple[Connection, TakenIn | None, str]]:
    """Every account in step, one after the other; of each what came of it, or the sentence why not."""
    found: list[tuple[Connection, TakenIn | None, str]] = []
    for connection in accounts.connections(account):
        try:
            came = sync(connection, clock=clock, by=by, pause=pause)
        except AfterwordError as problem:
            found.append((connection, None, str(problem)))
        else:
            found.append((connection, came, ""))
    return found
