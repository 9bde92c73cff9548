"""One at a time over a file: for threads of this program, and for other programs on this machine."""

from __future__ import annotations

import errno
import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

#: Systems of files that know no locks: there the threads of this program still wait for each other.
_NO_LOCKS = {errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP}
#: One lock a path: who waits for one file keeps nobody from another.
_threads: dict[Path, threading.Lock] = {}


@contextmanager
def turn(path: Path) -> Iterator[None]:
    """Nobody else who asks for a turn at this path has one meanwhile. Not to be asked for twice over.

    The lock lies in a file beside it, which stays: one that is removed would be locked by some
    and made anew by others.
    """
    with _threads.setdefault(path, threading.Lock()):
        handle = os.open(f"{path}.lock", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _wait(handle)
            yield
        finally:
            # Who dies lets go of it too. Given up by name: a child that was made meanwhile holds it open.
            _give_up(handle)
            os.close(handle)


if sys.platform == "win32":
    import msvcrt

    def _wait(handle: int) -> None:
        while True:
            try:
                msvcrt.locking(handle, msvcrt.LK_LOCK, 1)
            except OSError as busy:
                # It gives up after ten seconds of asking, and says so by this.
                if busy.errno != errno.EDEADLK:
                    raise
            else:
                return

    def _give_up(handle: int) -> None:
        with suppress(OSError):
            msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _wait(handle: int) -> None:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX)
        except OSError as unknown:
            if unknown.errno not in _NO_LOCKS:
                raise

    def _give_up(handle: int) -> None:
        with suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_UN)
