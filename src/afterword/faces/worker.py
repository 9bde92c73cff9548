"""The worker of one user's machine: a thread that does what is due, and one that listens for mail.

For many users the same worker runs as processes of their own; the lease on the
database keeps them apart. Nothing here is lost when the program dies.
"""

from __future__ import annotations

import logging
import random
import threading
from datetime import timedelta
from uuid import UUID

from django.db import connections

from afterword.casebook.connection import Connection, Halt
from afterword.casebook.job import LEASE, Job
from afterword.desk.mail import accounts
from afterword.errors import AfterwordError
from afterword.faces import clock, clockwork, errands
from afterword.members.models import the_account

LOG = logging.getLogger("afterword.clock")
#: How often it is looked whether something is due.
BEAT = 5.0
#: Every so many beats it is seen to that everything which repeats is put down.
WIND = 6
#: An IDLE is begun anew within half an hour (RFC 2177).
LISTEN = timedelta(minutes=25).total_seconds()
SHORTEST, LONGEST = 5.0, 15 * 60.0

_begun: Worker | None = None
_lock = threading.Lock()


class Worker:
    """Does what is due for one account (or, with None, for all), until it is stopped."""

    def __init__(self, account: UUID | None = None) -> None:
        self.account = account
        self.name = errands.here()
        self.stopped = threading.Event()
        self._beats = 0
        self._listening: dict[UUID, threading.Thread] = {}

    def run(self) -> None:
        """The thread: wind the clock, then beat until stopped."""
        self.name = errands.here()
        try:
            while not self.stopped.is_set():
                try:
                    self.beat()
                except Exception:
                    # A database that is busy or gone must not end the clock for good.
                    LOG.exception("the clock missed a beat")
                connections.close_all()
                self.stopped.wait(BEAT)
        finally:
            connections.close_all()

    def beat(self) -> int:
        """Do everything that is due now; the answer is how many things."""
        if self.account is not None and self._beats % WIND == 0:
            # An archive that was brought back has put its own name at the door.
            self.account = the_account(at=clock.now()).id
            errands.wind(self.account)
            self._listen()
        self._beats += 1
        count = 0
        while not self.stopped.is_set():
            job = Job.claim(by=self.name, at=clock.now(), account=self.account)
            if job is None:
                return count
            self.do(job)
            count += 1
        return count

    def do(self, job: Job) -> None:
        """One job: its lease kept while it runs; what it came to, or why not, written down."""
        ended = threading.Event()
        keeper = threading.Thread(target=self._keep, args=(job, ended), daemon=True)
        keeper.start()
        try:
            says = clockwork.perform(job)
        except AfterwordError as problem:
            may_help = errands.may_help(problem)
            job.failed(at=clock.now(), says=str(problem), permanent=not may_help)
        except ImportError:
            job.die(at=clock.now(), says="This version of Afterword does not know this errand.")
        except Exception as fault:
            # The sentence names the fault and no more: what it was about may be private.
            LOG.exception("an errand broke off")
            job.failed(at=clock.now(), says=f"It broke off ({type(fault).__name__}).")
        else:
            job.done(at=clock.now(), says=says)
        finally:
            ended.set()
            keeper.join()

    def stop(self) -> None:
        errands.closing.set()
        self.stopped.set()

    def _keep(self, job: Job, ended: threading.Event) -> None:
        try:
            while not ended.wait(LEASE.total_seconds() / 3):
                if not job.keep(at=clock.now()):
                    return
        finally:
            connections.close_all()

    def _listen(self) -> None:
        """One listener an account that is kept in step; one that ended is begun anew."""
        for connection in Connection.objects.of(self.account).select_related("source"):  # type: ignore[arg-type]
            known = self._listening.get(connection.pk)
            halted = Halt.objects.filter(source=connection.source).exists()
            if (known is None or not known.is_alive()) and not halted:
                thread = threading.Thread(
                    target=listen, args=(connection.pk, self.stopped), daemon=True
                )
                self._listening[connection.pk] = thread
                thread.start()


def listen(key: UUID, stopped: threading.Event) -> None:
    """Listen at an inbox and ask for a reading when something comes; longer pauses while it fails."""
    pause = SHORTEST
    try:
        while not stopped.is_set():
            connection = Connection.objects.filter(pk=key).select_related("source").first()
            if connection is None or Halt.objects.filter(source=connection.source).exists():
                return
            try:
                mailbox = accounts.reached(connection, clock=clock.now)
                connections.close_all()
                began = clock.now()
                news = mailbox.wait(LISTEN, stopped.is_set)
                if not news and clock.now() - began < timedelta(seconds=1):
                    return  # no IDLE here: the clock asks every few minutes anyway
                pause = SHORTEST
            except AfterwordError:
                # Why is said by the reading itself, which meets the same; here it is waited out.
                stopped.wait(pause * random.uniform(0.7, 1.3))
                pause = min(LONGEST, pause * 2)
                continue
            if news and not stopped.is_set():
                errands.sooner(connection.account, connection.source_id)
    finally:
        connections.close_all()


def begin() -> Worker:
    """Start the worker of this process, once."""
    global _begun
    with _lock:
        if _begun is None:
            _begun = Worker(the_account(at=clock.now()).id)
            threading.Thread(target=_begun.run, name="clock", daemon=True).start()
        return _begun
