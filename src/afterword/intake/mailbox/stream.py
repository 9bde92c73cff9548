"""An mbox that cannot be looked at as a whole, split while it comes."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import IO

from afterword.terms import Parcel

from .lean import LARGE, Bytes
from .mbox import message, separates
from .window import Window

_CHUNK = 1024 * 1024
_LOOK = 2_400


class Swollen(Exception):
    """The stream gave more than anybody would send; carries the sentence to show."""


@dataclass(frozen=True, slots=True)
class Streamed:
    """One mail of the stream: its bytes with the postmark, where it stood, what follows."""

    window: Bytes
    start: int
    last: bool

    @property
    def after(self) -> int:
        return self.start + len(self.window)

    def parcel(self, label: str, position: str, sent: bool) -> Parcel:
        return message(
            self.window, 0, len(self.window), f"{label}@{self.start}", position, sent=sent
        )


def messages(read: Callable[[int], bytes], skip: int = 0) -> Iterator[Streamed]:
    """Every mail of an mbox stream from byte `skip` on; holds one mail at a time.

    A mail above `LARGE` waits in a temporary file, not in memory.
    """
    left = skip
    while left > 0:
        gone = read(min(_CHUNK, left))
        if not gone:
            return
        left -= len(gone)
    yield from _Splitter(read, skip).run()


class _Splitter:
    def __init__(self, read: Callable[[int], bytes], start: int) -> None:
        self.read = read
        self.start = start
        self.buffer = bytearray()
        self.scanned = 5
        self.spill: IO[bytes] | None = None
        self.spilled = 0

    def run(self) -> Iterator[Streamed]:
        ended = False
        while not ended:
            chunk = self.read(_CHUNK)
            ended = not chunk
            self.buffer += chunk
            while (cut := self._separator(ended)) >= 0:
                yield from self._give(cut + 1, last=False)
            if len(self.buffer) > LARGE:
                self._spill(len(self.buffer) - _LOOK - 8)
        if self.buffer.strip() or self.spill:
            yield from self._give(len(self.buffer), last=True)

    def _separator(self, ended: bool) -> int:
        """The next line end before a postmark, or -1 while none is certain."""
        while True:
            found = self.buffer.find(b"\nFrom ", self.scanned)
            if found < 0:
                self.scanned = max(self.scanned, len(self.buffer) - 6)
                return -1
            if not ended and found + _LOOK > len(self.buffer):
                self.scanned = found
                return -1
            if separates(self.buffer[max(0, found - 2) : found + _LOOK], min(2, found)):
                return found
            self.scanned = found + 1

    def _spill(self, count: int) -> None:
        if self.spill is None:
            self.spill = tempfile.TemporaryFile()  # noqa: SIM115 (closed in _give)
        self.spill.write(self.buffer[:count])
        self.spilled += count
        del self.buffer[:count]
        self.scanned = max(0, self.scanned - count)

    def _give(self, count: int, *, last: bool) -> Iterator[Streamed]:
        if self.spill is None:
            raw = bytes(self.buffer[:count])
            del self.buffer[:count]
            yield Streamed(raw, self.start, last)
            self.start += count
        else:
            self._spill(count)
            total, spill = self.spilled, self.spill
            self.spill, self.spilled = None, 0
            with spill:
                spill.flush()
                with Window(spill.fileno()) as window:
                    yield Streamed(window, self.start, last)
            self.start += total
        self.scanned = 5
