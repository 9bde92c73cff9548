"""One line that says how far a reading is: count, rate, time left."""

from __future__ import annotations

import sys
from typing import TextIO


class Line:
    """Rewrites one line on a terminal; on a pipe it stays silent but for the last word."""

    def __init__(self, out: TextIO | None = None) -> None:
        self.out = out or sys.stderr
        self.live = self.out.isatty()

    def __call__(
        self, *, mails: int, done: int, total: int, rate: float, left: float, waits: int = 0
    ) -> None:
        """Shows `mails` looked at so far, `done` of `total` bytes, `rate` mails/s, `left` seconds.

        `waits` of them may be about the search and are still to be read.
        """
        if not self.live:
            return
        share = f"{min(100, done * 100 // total):3d}%" if total else ""
        wait = f", about {_span(left)} left" if left > 1 else ""
        pace = f", {rate:,.0f} a second" if rate else ""
        more = f", {waits:,} that may be about your search still to be read" if waits else ""
        self.out.write(f"\r\033[K  {share} {mails:,} mails{pace}{more}{wait}")
        self.out.flush()

    def end(self) -> None:
        if self.live:
            self.out.write("\r\033[K")
            self.out.flush()


def _span(seconds: float) -> str:
    whole = int(seconds)
    return f"{whole} s" if whole < 90 else f"{(whole + 30) // 60} min"
