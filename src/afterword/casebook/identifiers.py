"""Keys that sort by the moment they were made, in the order they were made.

The one place of the casebook that reads the clock: a key says when a row was
written, never when something happened.
"""

from __future__ import annotations

import os
import threading
import time
from uuid import UUID

_lock = threading.Lock()
_last = 0


def uuid7() -> UUID:
    """A new UUID of version 7 (RFC 9562, 5.7): later calls give greater keys.

    48 bits of Unix milliseconds, then 12 bits of the fraction of that
    millisecond (RFC 9562, 6.2, method 3), then 62 random bits. Within one
    process the first 60 bits never repeat nor step back, even when the clock
    does, so rows written in a row keep their order.
    """
    return uuid7s(1)[0]


def uuid7s(count: int) -> list[UUID]:
    """So many new keys in rising order: for rows by the thousand, asked for at once."""
    global _last
    with _lock:
        milliseconds, rest = divmod(time.time_ns(), 1_000_000)
        first = max((milliseconds << 12) | ((rest << 12) // 1_000_000), _last + 1)
        _last = first + max(0, count - 1)
    chance = os.urandom(8 * count)
    return [
        UUID(
            int=((tick >> 12) << 80)
            | (0x7 << 76)
            | ((tick & 0xFFF) << 64)
            | (0b10 << 62)
            | (int.from_bytes(chance[8 * n : 8 * n + 8]) & ((1 << 62) - 1))
        )
        for n, tick in enumerate(range(first, first + count))
    ]
