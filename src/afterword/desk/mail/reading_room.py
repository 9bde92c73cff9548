"""Reading without keeping: what each mail at these paths means, for a terminal or a program."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from afterword import reading
from afterword.intake.mailbox import open_mailbox, parse
from afterword.terms import Reading

#: How many mails are looked at first to learn whose mailbox it is.
GLANCE = 300
#: How sure the first guess must be against all others before it is used unasked.
LEAST = 10


def read_paths(paths: Iterable[Path], me: frozenset[str] = frozenset()) -> Iterator[Reading]:
    """Every mail at these paths as a reading, in the order it lies there. Keeps nothing.

    Without `me` the user's own addresses are guessed from the first mails.
    Raises NotAMailbox before the first reading of a path that holds no mail.
    """
    for path in paths:
        mailbox = open_mailbox(path)
        mine = me or _whose(islice(mailbox.parcels(), GLANCE))
        for parcel in mailbox.parcels():
            yield reading.read(parse(parcel), mine)


def reading_json(one: Reading) -> dict[str, Any]:
    """A reading in the shape of contract.md, `read --json`."""
    return reading.to_json(one)


def _whose(parcels: Iterable[Any]) -> frozenset[str]:
    found = reading.own_addresses(parse(parcel) for parcel in parcels)
    return frozenset(email for email, _ in likely(found, least=LEAST))


def likely(found: list[tuple[str, int]], *, least: int = 0) -> list[tuple[str, int]]:
    """The addresses worth proposing: a quarter of the best one's weight or more, five at most."""
    best = max((weight for _, weight in found), default=0)
    return [(who, weight) for who, weight in found if weight >= max(least, best / 4)][:5]
