"""The mails a walk comes back to: those that wait to be read, and those of threads known only now."""

from __future__ import annotations

import time
from collections.abc import Iterator
from hashlib import blake2b
from typing import TYPE_CHECKING

from afterword.casebook import catch as catching
from afterword.casebook import waiting
from afterword.casebook.marks import digest_of
from afterword.desk.mail import examining
from afterword.desk.mail.heaps import Heap, in_batches
from afterword.intake.mailbox.imap import ImapMailbox
from afterword.terms import Parcel

if TYPE_CHECKING:
    from afterword.desk.mail.walking import Walk

#: So many that waited are read and written together: each takes a helper a tenth of a second.
TOGETHER = 24
#: So many mails are fetched again one by one; for more it is quicker to walk once more.
FEW = 50


def hear(walk: Walk) -> None:
    """Read what waits, the newest first; what is gone from the server waits no more."""
    mailbox = walk.mailbox
    if not walk.waits or not isinstance(mailbox, ImapMailbox):
        return
    wanted = waiting.places_of(walk.source)
    walk.waits = len(wanted)
    left, there = dict(wanted), set()
    began = time.monotonic()
    for batch, found in walk.examined(_heaps(mailbox.again(wanted.values()))):
        if walk.stop():
            walk.report.stopped = True
            return
        walk.take_heard(batch, found, wanted)
        there |= {place for _, place in batch.fresh}
        for one in found:
            left.pop(one.passed.mark, None)
        walk.tell(hearing=(time.monotonic() - began) / max(1, len(there)))
    # Where another mail lies now the folder counts anew, and the one that waited came again elsewhere.
    lost = [mark for mark, place in left.items() if place in mailbox.gone or place in there]
    walk.keep(catching.Catch(heard=lost), walk.source.cursor)
    walk.waits = len(left) - len(lost)


def _heaps(parcels: Iterator[Parcel], way: str = "whole") -> Iterator[tuple[Heap, str]]:
    for some in in_batches(parcels, TOGETHER, first=TOGETHER):
        weight = sum(len(one.raw) for one in some)
        yield Heap([(one, one.source) for one in some], len(some), weight, ""), way


def mark_of(threads: set[str]) -> str:
    """Tells whether, since these were looked for, any thread was kept: here or from another source."""
    return blake2b("".join(sorted(threads)).encode(), digest_size=16).hexdigest()


def find_threads(walk: Walk) -> None:
    """Fetch what was passed over before the mail it answers, or its house, was known, and keep it."""
    tried: set[str] = set()
    while not walk.report.stopped:
        missed = catching.missed(walk.source, walk.threads)
        wanted = {digest: place for digest, place in missed.items() if digest not in tried}
        tried |= set(wanted)
        if not wanted:
            return
        theirs = _theirs(walk, _refetch(walk, wanted), wanted)
        for batch, found in walk.examined(_heaps(theirs, "kin")):
            catch = catching.Catch()
            for (parcel, _), one in zip(batch.fresh, found, strict=True):
                if one.passed.mark not in wanted or one.mail is None or one.reading is None:
                    continue
                catch.kept.append((one.mail, one.reading, parcel.raw))
                walk.remember(one)
            walk.keep(catch, walk.source.cursor)


def _theirs(walk: Walk, parcels: Iterator[Parcel], wanted: dict[str, str]) -> Iterator[Parcel]:
    """Those that are wanted, as far as their ids tell."""
    for parcel in parcels:
        own = examining.id_in(parcel.raw)
        if not own or digest_of(walk.account, own) in wanted:
            yield parcel


def _refetch(walk: Walk, wanted: dict[str, str]) -> Iterator[Parcel]:
    """These mails again: a few one by one, many in one walk; a server is never walked twice."""
    mailbox = walk.mailbox
    if isinstance(mailbox, ImapMailbox):
        yield from mailbox.again(wanted.values())
        return
    # A dropped file has no places to go back to: its cursor never moves.
    if len(wanted) > FEW or not walk.source.cursor:
        yield from mailbox.parcels()
        return
    for place in wanted.values():
        parcel = next(mailbox.parcels(place), None)
        if parcel is not None:
            yield parcel
