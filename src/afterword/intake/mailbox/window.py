"""A file of any size, looked at without being held.

A plain mmap of ten gigabytes is ten gigabytes of resident memory once it was
searched through. This window tells the system, as it moves on, that what lies
behind is not needed.
"""

from __future__ import annotations

import mmap
from types import TracebackType
from typing import Self

_STRETCH = 16 * 1024 * 1024
_LONG = 1024 * 1024


class Window:
    """A read-only mmap with the two questions mail asks of it: where is, and give me."""

    def __init__(self, file: int) -> None:
        self._map = mmap.mmap(file, 0, access=mmap.ACCESS_READ)
        self._mark = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._map.close()

    def __len__(self) -> int:
        return len(self._map)

    def find(self, sub: bytes, start: int = 0, end: int | None = None, /) -> int:
        last = len(self._map) if end is None else min(end, len(self._map))
        while True:
            stop = min(last, start + _STRETCH)
            found = self._map.find(sub, start, min(last, stop + len(sub) - 1))
            if found >= 0 or stop >= last:
                return found
            self._forget(start, stop)
            start = stop

    def __getitem__(self, key: slice, /) -> bytes:
        start, stop, _ = key.indices(len(self._map))
        data = self._map[start:stop]
        if stop - start >= _LONG:
            self._forget(start, stop)
        elif start - self._mark > _STRETCH:
            self._forget(self._mark, start)
            self._mark = start
        return data

    def _forget(self, start: int, stop: int) -> None:
        if hasattr(mmap, "MADV_DONTNEED"):  # not on Windows, which trims by itself
            start -= start % mmap.PAGESIZE
            if stop > start:
                self._map.madvise(mmap.MADV_DONTNEED, start, stop - start)
