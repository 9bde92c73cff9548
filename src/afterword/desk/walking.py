"""One walk through one mailbox: what is new is examined and kept, batch by batch.

Examining needs no database and may be done by other processes; here every batch
is written, with the place it ends at, in the order in which it lay there.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import chain
from typing import Any, Protocol
from uuid import UUID

from afterword import reading as room
from afterword.casebook import catch as catching
from afterword.casebook.marks import digest_of
from afterword.casebook.profile import OwnAddress, Profile
from afterword.casebook.question import Question
from afterword.casebook.seen import Seen
from afterword.casebook.source import Source
from afterword.desk import examining, teaching
from afterword.desk.examiners import examiners_for
from afterword.desk.examining import Found
from afterword.desk.reading_room import LEAST, likely
from afterword.intake.mailbox import Mailbox, parse, peek
from afterword.intake.mailbox.imap import ImapMailbox
from afterword.intake.mailbox.ledger import Ledger
from afterword.terms import Parcel

#: A batch is this many mails or this many bytes, whichever comes first.
BATCH, BATCH_BYTES = 200, 8 * 1024 * 1024
#: How much is looked at to learn whose mailbox it is.
GLANCE, GLANCE_BYTES = 500, 16 * 1024 * 1024
#: From a server the newest come first: so many about jobs make a first look worth having.
FIRST_LOOK = 3
#: There the first batch is small, that something is soon to be seen, and each other larger.
FIRST_BATCH, MORE = 6, 2
#: So few are looked at there to learn whose mailbox it is: what waits is waited for.
GLANCE_AT_SERVER = 120
#: So many mails are fetched again one by one; for more it is quicker to walk once more.
FEW = 50


class Progress(Protocol):
    """Told after each batch: mails so far, bytes of bytes, mails a second, seconds left."""

    def __call__(
        self, *, mails: int, done: int, total: int, rate: float, left: float
    ) -> object: ...


@dataclass(slots=True)
class TakenIn:
    """What came of it. `seen` mails were looked at, `new` of them for the first time."""

    source: str = ""
    seen: int = 0
    new: int = 0
    job: int = 0
    kept: int = 0
    broken: int = 0
    questions: int = 0
    cases: int = 0
    stopped: bool = False
    addresses: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Batch:
    """So many mails in a row: those to examine, each with the cursor before it, and where it ends."""

    fresh: list[tuple[Parcel, str]]
    count: int
    weight: int
    end: str


class Walk:
    """One walk through one mailbox."""

    def __init__(
        self,
        source: Source,
        mailbox: Mailbox,
        report: TakenIn,
        now: datetime,
        *,
        by_hand: bool,
        progress: Progress | None,
        stop: Callable[[], bool],
        look: Callable[[], object] = lambda: None,
    ) -> None:
        self.source, self.mailbox, self.report, self.now = source, mailbox, report, now
        self.account = source.account
        self.by_hand, self.progress, self.stop = by_hand, progress, stop
        self.look, self._look_at = look, FIRST_LOOK
        self.ties = Profile.of(self.account, at=now).keeps_ties
        self.ledgered = isinstance(mailbox, ImapMailbox)
        if isinstance(mailbox, ImapMailbox):
            mailbox.promises = room.promises
        # A server is not asked for every size beforehand: it tells what is left as it goes.
        self.total = 0 if self.ledgered else mailbox.size_hint()
        self.done = int(source.counts.get("bytes", 0)) if source.cursor else 0
        self.began, self.start = time.monotonic(), self.done
        self.threads = catching.kept_threads(self.account)
        self.again = bool(self.threads) or Seen.objects.of(self.account).exists()
        self.asked = examining.Question(
            self.account, by_hand=by_hand, lessons=teaching.lessons(self.account)
        )
        self.handed: list[str] = []

    def read_in(self) -> None:
        parcels = self._whose(self.mailbox.parcels(self.source.cursor))
        for batch, found in self._examined(self._batches(parcels)):
            if self.stop():
                self.report.stopped = True
                return
            self._take(batch, found)
        self._go_back()
        if not self.report.stopped:
            self._end()

    def _end(self) -> None:
        """The walk came to its end: write down how each folder stands, and whether it is whole."""
        if not isinstance(self.mailbox, ImapMailbox):
            self._keep(catching.Catch(), self.source.cursor, whole=True)
            return
        ledger = self.mailbox.ledger
        owed = sum(len(one.owed) for one in ledger.folios.values())
        self.source.counts = {**self.source.counts, "owed": owed}
        self._keep(
            catching.Catch(), self.mailbox.end, whole=ledger.whole, folders=folders_of(ledger)
        )

    def _whose(self, parcels: Iterator[Parcel]) -> Iterator[Parcel]:
        """The same parcels, after a glance at the first ones: whose mailbox is this?"""
        size = GLANCE_AT_SERVER if self.ledgered else GLANCE
        glance = next(in_batches(parcels, size, GLANCE_BYTES), [])
        if not self.source.cursor:
            heads = [peek(parcel) or parse(parcel) for parcel in glance]
            found = likely(room.own_addresses(heads), least=LEAST)
            proposed = OwnAddress.propose(account=self.account, found=found, at=self.now)
            self.report.addresses = [row.email for row in proposed]
            _ask_whose(self.account, proposed, self.now)
        self.asked = self.asked.known_by(OwnAddress.mine(self.account))
        return chain(glance, parcels)

    def _batches(self, parcels: Iterator[Parcel]) -> Iterator[_Batch]:
        """The parcels in small heaps, without those that were looked at before."""
        before = self.source.cursor
        first = FIRST_BATCH if self.ledgered else BATCH
        for heap in in_batches(parcels, first=first):
            known = self._known(heap)
            if known and self.ledgered:
                self._relocate(heap, known)
            fresh: list[tuple[Parcel, str]] = []
            weight = 0
            for parcel in heap:
                if not known or examining.id_in(parcel.raw) not in known:
                    fresh.append((parcel, parcel.source if self.ledgered else before))
                before = parcel.position
                weight += len(parcel.raw)
            yield _Batch(fresh, len(heap), weight, before)

    def _relocate(self, heap: list[Parcel], known: set[str]) -> None:
        """What is known and came again from a server may lie at another place now."""
        places = {}
        for parcel in heap:
            own = examining.id_in(parcel.raw)
            if own in known:
                places[digest_of(self.account, own)] = parcel.source
        catching.relocate(self.source, places)

    def _known(self, heap: list[Parcel]) -> set[str]:
        """The ids of those that need not even be opened; none where nothing was ever read."""
        if not self.again or self.by_hand:
            return set()
        ids = [one for one in map(examining.id_in, (parcel.raw for parcel in heap)) if one]
        return catching.known_of(self.account, ids)

    def _examined(self, batches: Iterator[_Batch]) -> Iterator[tuple[_Batch, list[Found]]]:
        """Each batch with what its mails come to, found here or by helpers, in order."""
        helpers = examiners_for(self._left(), self.asked)
        if helpers is None:
            for batch in batches:
                yield batch, [examining.examined(parcel, self.asked) for parcel, _ in batch.fresh]
            return
        try:
            asked = ((batch, [parcel for parcel, _ in batch.fresh]) for batch in batches)
            yield from helpers.run(asked)
        finally:
            helpers.close()

    def _take(self, batch: _Batch, found: list[Found]) -> None:
        """Write one batch: what was not known before, kept or passed over."""
        passed = [one.passed for one in found]
        new = set(map(id, catching.unknown(self.account, passed, passed_too=self.by_hand)))
        self.handed += [one.key for one in passed if self.by_hand]
        catch = catching.Catch()
        for (parcel, before), one in zip(batch.fresh, found, strict=True):
            if id(one.passed) in new:
                self._judge(parcel, before, one, catch)
        self.done += batch.weight
        self.report.seen += batch.count
        self._keep(catch, batch.end)
        if self.report.kept >= self._look_at and self.ledgered:
            # Four times as many each time: each look reads what was filed before.
            self._look_at = self.report.kept * 4
            self.look()
        self._tell()

    def _judge(self, parcel: Parcel, before: str, found: Found, catch: catching.Catch) -> None:
        self.report.new += 1
        if found.reading is None and not self.threads.isdisjoint(found.passed.threads):
            # A few words in answer to a job mail say nothing of a job by themselves.
            found = examining.in_its_thread(parcel, self.asked)
        mail, reading = found.mail, found.reading
        if mail is not None and mail.errors:
            catch.broken.append((mail, " ".join(mail.errors)))
        if mail is None or reading is None:
            catch.passed.append((found.passed, before))
        else:
            catch.kept.append((mail, reading, parcel.raw))
            self._remember(found)

    def _remember(self, found: Found) -> None:
        """From here on what answers this mail, or what it answers, belongs to it."""
        own = found.mail.id if found.mail else ""
        self.threads.update(found.passed.threads, [digest_of(self.account, own)])

    def _go_back(self) -> None:
        """Fetch what was passed over before the mail it answers was known."""
        tried: set[str] = set()
        while not self.report.stopped:
            missed = catching.missed(self.source, self.threads)
            wanted = {digest: place for digest, place in missed.items() if digest not in tried}
            tried |= set(wanted)
            if not wanted:
                return
            for batch in in_batches(self._refetch(wanted)):
                catch = catching.Catch()
                for parcel in batch:
                    own = examining.id_in(parcel.raw)
                    if own and digest_of(self.account, own) not in wanted:
                        continue
                    found = examining.in_its_thread(parcel, self.asked)
                    if found.passed.mark not in wanted or found.mail is None:
                        continue
                    assert found.reading is not None
                    catch.kept.append((found.mail, found.reading, parcel.raw))
                    self._remember(found)
                self._keep(catch, self.source.cursor)

    def _refetch(self, wanted: dict[str, str]) -> Iterator[Parcel]:
        """These mails again: a few one by one, many in one walk; a server is never walked twice."""
        if isinstance(self.mailbox, ImapMailbox):
            yield from self.mailbox.again(wanted.values())
            return
        # A dropped file has no places to go back to: its cursor never moves.
        if len(wanted) > FEW or not self.source.cursor:
            yield from self.mailbox.parcels()
            return
        for place in wanted.values():
            parcel = next(self.mailbox.parcels(place), None)
            if parcel is not None:
                yield parcel

    def _keep(
        self,
        catch: catching.Catch,
        cursor: str,
        *,
        whole: bool = False,
        folders: list[dict[str, Any]] | None = None,
    ) -> None:
        counts: dict[str, Any] = dict(self.source.counts)
        news = {
            "kept": len(catch.kept),
            "passed": len(catch.passed),
            "broken": len(catch.broken),
        }
        for name, number in news.items():
            counts[name] = counts.get(name, 0) + number
        counts["bytes"] = self.done
        catching.keep(
            catch,
            source=self.source,
            cursor=cursor,
            counts=counts,
            ties=self.ties,
            at=self.now,
            whole=whole,
            folders=folders,
        )
        self.report.job += len(catch.kept)
        self.report.kept += len(catch.kept)
        self.report.broken += len(catch.broken)

    def _tell(self) -> None:
        if self.progress is None:
            return
        spent = max(time.monotonic() - self.began, 1e-6)
        pace = (self.done - self.start) / spent
        left = self._left() / pace if pace > 0 else 0.0
        rate = self.report.seen / spent
        total = self.done + self._left() if self.ledgered else self.total
        self.progress(mails=self.report.seen, done=self.done, total=total, rate=rate, left=left)

    def _left(self) -> int:
        if isinstance(self.mailbox, ImapMailbox):
            return self.mailbox.left
        return max(0, self.total - self.done)


def folders_of(ledger: Ledger) -> list[dict[str, Any]]:
    """How each folder stands, in the words of the casebook; those left alone last, with why."""
    rows: list[dict[str, Any]] = [
        {
            "name": one.name,
            "total": one.total,
            "holds": one.holds,
            "read": one.read,
            "owed": [[f"{one.name}/{uid}", why] for uid, why in sorted(one.owed.items())],
            "trouble": one.trouble,
            "left_out": "",
            "whole": one.whole,
        }
        for one in ledger.folios.values()
    ]
    empty = {"total": 0, "holds": 0, "read": 0, "owed": [], "trouble": "", "whole": False}
    rows += [{**empty, "name": n, "left_out": why} for n, why in ledger.left_out.items()]
    return rows


def _ask_whose(account: UUID, proposed: Iterable[OwnAddress], now: datetime) -> None:
    for row in proposed:
        Question.objects.get_or_create(
            account=account,
            about="own_address",
            key=row.email,
            defaults={"entered_at": now, "text": f"Is {row.email} an address of yours?"},
        )


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
