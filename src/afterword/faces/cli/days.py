"""A day as a terminal takes it: 2026-03-01, and a plain sentence where it is something else."""

from __future__ import annotations

import argparse
from datetime import date

#: Years a search can have to do with; the year 9999 has no day after its last.
FIRST, LAST = 1970, 2100


def day(given: str) -> date:
    """The day of these words. What is none is told what one looks like."""
    try:
        found = date.fromisoformat(given.strip())
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"{given} is no day. A day is written year-month-day, such as 2026-03-01."
        ) from None
    if not FIRST <= found.year <= LAST:
        raise argparse.ArgumentTypeError(
            f"{given} is too far away. It takes days from {FIRST} to {LAST}, such as 2026-03-01."
        )
    return found
