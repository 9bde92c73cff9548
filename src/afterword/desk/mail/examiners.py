"""Other processes that examine mail: a large mailbox takes every core, a small one none.

They are plain Python without Django, fed through pipes. When this process dies
they find their pipe closed and end; when one of them dies its mails are examined
here. Ctrl-C is for this process alone.
"""

from __future__ import annotations

import contextlib
import copyreg
import gc
import os
import pickle
import queue
import signal
import subprocess
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from types import MappingProxyType
from typing import Any, BinaryIO, TypeVar

from afterword.casebook.marks import Passed
from afterword.desk.mail.examining import Found, Question, examine
from afterword.terms import Parcel

#: Below so many bytes the others would not have started before the work was done.
WORTH_IT = 6 * 1024 * 1024
MOST = 8
#: So many batches wait beside those in work: enough that nobody starves, few enough to hold.
AHEAD = 2

# Each helper counts with one thread: there is one of them for each processor already.
_START = """
import os, sys
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
sys.path[:] = sys.argv[1:]
from afterword.desk.mail.examiners import serve
serve()
"""

Batch = list[Parcel]
#: A parcel or a finding as it goes through a pipe: its parts alone are a third of the work.
Parts = tuple[Any, ...]
#: A mail that has to be read whole, so that rules and model are loaded.
_WARMING = Parcel(
    b"From: Jo <jo@firm.example>\nTo: me@home.example\nSubject: Your application\n"
    b"Date: Mon, 02 Mar 2026 09:12:00 +0000\nMessage-ID: <warming@firm.example>\n\n"
    b"We would like to talk with you about the role and how you see the team. Jo\n",
    "",
)
T = TypeVar("T")


def _headers(held: dict[str, str]) -> MappingProxyType[str, str]:
    return MappingProxyType(held)


# Python does not send a read-only mapping through a pipe by itself.
copyreg.pickle(MappingProxyType, lambda proxy: (_headers, (dict(proxy),)))


class Examiners:
    """Batches in, what each mail of them comes to out, in the same order.

    `asked` may be changed between batches.
    """

    def __init__(self, asked: Question, count: int, *, first: int | None = None) -> None:
        """`first` of `count` begin at once, all where it is not given; the others with `join_in`."""
        self.asked = asked
        self._over = False
        self._count = count
        self._idle: queue.SimpleQueue[subprocess.Popen[bytes]] = queue.SimpleQueue()
        self._all: list[subprocess.Popen[bytes]] = []
        self._begin(count if first is None else first)
        self._threads = ThreadPoolExecutor(count, thread_name_prefix="examiner")

    def warm(self) -> None:
        """Have those at work load what reading needs before the first batch is there."""
        for _ in self._all:
            self._threads.submit(self._ask, "whole", [_WARMING])

    def join_in(self) -> None:
        """The others begin as well."""
        self._begin(self._count - len(self._all))

    def _begin(self, count: int) -> None:
        for _ in range(count):
            one = _started()
            self._all.append(one)
            self._idle.put(one)

    def run(self, batches: Iterable[tuple[T, str, Batch]]) -> Iterator[tuple[T, list[Found]]]:
        """For each batch what stands beside it and its findings; only a few are held at a time.

        Between the two stands in which of `examining.WAYS` it is examined.
        """
        waiting: deque[tuple[T, Future[list[Found]]]] = deque()
        for beside, way, batch in batches:
            waiting.append((beside, self._threads.submit(self._ask, way, batch)))
            while waiting and (waiting[0][1].done() or len(waiting) >= len(self._all) + AHEAD):
                first, findings = waiting.popleft()
                yield first, findings.result()
        while waiting:
            first, findings = waiting.popleft()
            yield first, findings.result()

    def close(self) -> None:
        """End them all, whatever they are at."""
        self._over = True
        for one in self._all:
            one.kill()
        self._threads.shutdown(wait=True, cancel_futures=True)
        for one in self._all:
            for pipe in (one.stdin, one.stdout):
                if pipe is not None:
                    with contextlib.suppress(OSError):  # nobody reads what was left to write
                        pipe.close()
            one.wait()

    def _ask(self, way: str, batch: Batch) -> list[Found]:
        one = self._idle.get()
        try:
            assert one.stdin is not None and one.stdout is not None
            _put(one.stdin, (self.asked, way, [_parts_of(parcel) for parcel in batch]))
            return [_found(parts) for parts in pickle.load(one.stdout)]
        except (OSError, EOFError, ValueError, pickle.UnpicklingError):
            # It died: its pipe is closed, so each batch it is given comes here at once.
            return [] if self._over else examine(batch, self.asked, way)
        finally:
            self._idle.put(one)


def examiners_for(size: int, asked: Question, *, first: int | None = None) -> Examiners | None:
    """Helpers for a mailbox of so many bytes; None when it is quicker alone."""
    count = min(_cores(), MOST)
    return Examiners(asked, count, first=first) if size >= WORTH_IT and count > 1 else None


def serve() -> None:
    """The other end: examine what comes until the pipe is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    given, back = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # whatever prints must not spoil the answer
    while True:
        try:
            asked, way, parts = pickle.load(given)
        except EOFError:
            return
        found = examine([Parcel(*one) for one in parts], asked, way)
        _put(back, [_parts_found(one) for one in found])
        if not gc.get_freeze_count():
            # What was loaded by now stays for good: it need not be gone through for litter again.
            gc.collect()
            gc.freeze()


def _parts_of(parcel: Parcel) -> Parts:
    return (
        parcel.raw,
        parcel.source,
        parcel.position,
        parcel.labels,
        parcel.sent,
        parcel.error,
        parcel.size,
    )


def _parts_found(one: Found) -> Parts:
    passed = one.passed
    marks = (passed.key, passed.mark, passed.threads, passed.houses)
    ties = (passed.people, passed.at, passed.direction)
    return (*marks, *ties, one.mail, one.reading, one.waits)


def _found(parts: Parts) -> Found:
    return Found(Passed(*parts[:7]), *parts[7:])


def _started() -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-c", _START, *sys.path], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )


def _put(pipe: BinaryIO | Any, what: object) -> None:
    pickle.dump(what, pipe, protocol=pickle.HIGHEST_PROTOCOL)
    pipe.flush()


def _cores() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
