"""Mails in heaps: neither too many nor too heavy to be examined and written at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from afterword.terms import Parcel

#: A batch is this many mails or this many bytes, whichever comes first.
BATCH, BATCH_BYTES = 200, 8 * 1024 * 1024
#: Where the first is small, each that follows is so many times as large.
MORE = 2


@dataclass(frozen=True, slots=True)
class Heap:
    """So many mails in a row: those to examine, each with the cursor before it, and where it ends."""

    fresh: list[tuple[Parcel, str]]
    count: int
    weight: int
    end: str


def in_batches(
    parcels: Iterable[Parcel], size: int = BATCH, weight: int = BATCH_BYTES, first: int = BATCH
) -> Iterator[list[Parcel]]:
    """The parcels in lists of at most so many mails, or not much more than so many bytes.

    Where the first is to be smaller, each that follows is twice as large until they are of that size.
    """
    batch: list[Parcel] = []
    held, most = 0, min(first, size)
    for parcel in parcels:
        batch.append(parcel)
        held += len(parcel.raw)
        if len(batch) >= most or held >= weight:
            yield batch
            batch, held, most = [], 0, min(size, most * MORE)
    if batch:
        yield batch
