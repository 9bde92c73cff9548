"""One walk through one mailbox: what is new is examined and kept, batch by batch.

Examining needs no database and may be done by other processes; here every batch
is written, with the place it ends at, in the order in which it lay there. Where a
server holds much, the first words of every mail are looked at before any but the
most promising is read (`walking_back.py` reads the others).
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from itertools import chain, islice
from typing import Any
from uuid import UUID

from afterword import reading as room
from afterword.casebook import catch as catching
from afterword.casebook import waiting
from afterword.casebook.alone import alone
from afterword.casebook.marks import digest_of
from afterword.casebook.profile import OwnAddress, Profile
from afterword.casebook.question import Question
from afterword.casebook.seen import Seen
from afterword.casebook.source import Source
from afterword.desk.mail import examining, teaching, walking_back
from afterword.desk.mail.akin import Houses
from afterword.desk.mail.examiners import Examiners, examiners_for
from afterword.desk.mail.examining import Found
from afterword.desk.mail.heaps import BATCH, Heap, in_batches
from afterword.desk.mail.reading_room import LEAST, likely
from afterword.desk.mail.taken_in import Progress, TakenIn, folders_of
from afterword.intake.mailbox import Mailbox, parse, peek
from afterword.intake.mailbox.imap import ImapMailbox
from afterword.terms import Parcel

#: How much is looked at to learn whose mailbox it is.
GLANCE, GLANCE_BYTES = 500, 16 * 1024 * 1024
#: From a server the newest come first: so many about jobs make a first look worth having.
FIRST_LOOK = 3
#: There the first batch is small, that something is soon to be seen, and each other larger.
FIRST_BATCH = 6
#: So few are looked at there to learn whose mailbox it is: what waits is waited for.
GLANCE_AT_SERVER = 120
#: From so many bytes on all mails of a server are looked at before they are read; first those whose
#: headings promise most are read, a few at a time and at most so many, until there is something to see.
TWO_LOOKS, PROMISING, A_FEW = 6 * 1024 * 1024, 40, 3
#: So many are looked at, and written, together.
A_GLANCE = 400
#: About so many seconds one that waits takes to be read, before it is known better.
A_HEARING = 0.07
#: And it is as much work to read one as to look at so many bytes.
A_WAIT = 128 * 1024


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
        self.helpers: Examiners | None = None
        self.two_looks = False
        if isinstance(mailbox, ImapMailbox):
            mailbox.promises, mailbox.expects = room.promises, self._get_ready
        # A server is not asked for every size beforehand: it tells what is left as it goes.
        self.total = 0 if self.ledgered else mailbox.size_hint()
        self.done = int(source.counts.get("bytes", 0)) if source.cursor else 0
        self.began, self.start = time.monotonic(), self.done
        self.houses = Houses(self.account)
        self.threads = catching.kept_threads(self.account) | self.houses.known
        self.again = bool(self.threads) or Seen.objects.of(self.account).exists()
        self.asked = examining.Question(
            self.account, by_hand=by_hand, lessons=teaching.lessons(self.account)
        )
        self.handed: list[str] = []
        self._end_of_last = source.cursor
        self.waits = len(waiting.places_of(source))

    def read_in(self) -> None:
        try:
            self._walk()
            if not self.report.stopped:
                walking_back.hear(self)
            if not self.report.stopped:
                # Of a mailbox of years this is the costly part of a look that finds nothing new.
                if self.source.counts.get("threads") != walking_back.mark_of(self.threads):
                    walking_back.find_threads(self)
                self._end()
        finally:
            if self.helpers is not None:
                self.helpers.close()

    def _walk(self) -> None:
        parcels = self._whose(self.mailbox.parcels(self.source.cursor))
        for batch, found in self.examined(self._batches(parcels)):
            if self.stop():
                self.report.stopped = True
                return
            self._take(batch, found)

    def _get_ready(self, size: int) -> None:
        """So much may come from a server: whoever helps loads what reading needs meanwhile."""
        self.two_looks = size >= TWO_LOOKS and not self.by_hand
        if self.two_looks and self.helpers is None:
            # One loads rules and model; a second would only take the time of whoever fetches.
            self.helpers = examiners_for(size, self.asked, first=1)
            if self.helpers is not None:
                self.helpers.warm()

    def _end(self) -> None:
        """The walk came to its end: write down how each folder stands, and whether it is whole."""
        mark = walking_back.mark_of(self.threads)
        self.source.counts = {**self.source.counts, "threads": mark}
        if not isinstance(self.mailbox, ImapMailbox):
            self.keep(catching.Catch(), self.source.cursor, whole=True)
            return
        ledger = self.mailbox.ledger
        owed = sum(len(one.owed) for one in ledger.folios.values())
        self.source.counts = {**self.source.counts, "owed": owed}
        self.keep(
            catching.Catch(),
            self.mailbox.end,
            whole=ledger.whole and not self.waits,
            folders=folders_of(ledger),
        )

    def _whose(self, parcels: Iterator[Parcel]) -> Iterator[Parcel]:
        """The same parcels, after a glance at the first ones: whose mailbox is this?"""
        size = GLANCE_AT_SERVER if self.ledgered else GLANCE
        glance = next(in_batches(parcels, size, GLANCE_BYTES), [])
        if not self.source.cursor:
            heads = [peek(parcel) or parse(parcel) for parcel in glance]
            found = likely(room.own_addresses(heads), least=LEAST)
            with alone(self.account):
                proposed = OwnAddress.propose(account=self.account, found=found, at=self.now)
                self.report.addresses = [row.email for row in proposed]
                _ask_whose(self.account, proposed, self.now)
        self.asked = self.asked.known_by(OwnAddress.mine(self.account))
        return chain(glance, parcels)

    def _batches(self, parcels: Iterator[Parcel]) -> Iterator[tuple[Heap, str]]:
        """The parcels in heaps without those looked at before, each with the way to examine it."""
        if self.two_looks:
            # From a server the most promising come first.
            for heap in in_batches(islice(parcels, PROMISING), A_FEW, first=A_FEW):
                yield self._heap(heap), "whole"
                if self.report.kept >= FIRST_LOOK:
                    break
            for heap in in_batches(parcels, A_GLANCE, first=A_GLANCE):
                yield self._heap(heap), "glance"
            return
        for heap in in_batches(parcels, first=FIRST_BATCH if self.ledgered else BATCH):
            yield self._heap(heap), "whole"

    def _heap(self, parcels: list[Parcel]) -> Heap:
        known = self._known(parcels)
        if known and self.ledgered:
            self._relocate(parcels, known)
        fresh: list[tuple[Parcel, str]] = []
        before, weight = self._end_of_last, 0
        for parcel in parcels:
            if not known or examining.id_in(parcel.raw) not in known:
                fresh.append((parcel, parcel.source if self.ledgered else before))
            before = parcel.position
            weight += len(parcel.raw)
        self._end_of_last = before
        return Heap(fresh, len(parcels), weight, before)

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

    def examined(self, batches: Iterable[tuple[Heap, str]]) -> Iterator[tuple[Heap, list[Found]]]:
        """Each batch with what its mails come to, found here or by helpers, in order."""
        if self.helpers is None and not self.two_looks:
            size = self._left() + self.waits * A_WAIT
            self.helpers = examiners_for(size, self.asked)
        if self.helpers is None:
            for batch, way in batches:
                yield batch, examining.examine([one for one, _ in batch.fresh], self.asked, way)
            return
        self.helpers.asked = self.asked
        asked = ((batch, way, [one for one, _ in batch.fresh]) for batch, way in batches)
        yield from self.helpers.run(asked)

    def _take(self, batch: Heap, found: list[Found]) -> None:
        """Write one batch: what was not known before, kept or passed over."""
        with alone(self.account):
            self._write(batch, found)
        self._show()
        self.tell()

    def _write(self, batch: Heap, found: list[Found]) -> None:
        passed = [one.passed for one in found]
        new = set(map(id, catching.unknown(self.account, passed, passed_too=self.by_hand)))
        self.handed += [one.key for one in passed if self.by_hand]
        catch = catching.Catch()
        for (parcel, before), one in zip(batch.fresh, found, strict=True):
            if id(one.passed) not in new:
                continue
            self.report.new += 1
            if one.waits:
                catch.waits.append((one.passed.mark, parcel.source))
            else:
                self._judge(parcel, before, one, catch)
        self._await(catch)
        if self.helpers is not None and batch.count >= A_GLANCE:
            # Not before: who comes while mails are read whole would load rules and model to help.
            self.helpers.join_in()
        self.done += batch.weight
        self.report.seen += batch.count
        self.keep(catch, batch.end)

    def _await(self, catch: catching.Catch) -> None:
        """What waits already and came again, in another folder, is no new mail."""
        twice = waiting.those_of(self.account, [mark for mark, _ in catch.waits])
        fresh = len({mark for mark, _ in catch.waits} - twice)
        self.report.new -= len(catch.waits) - fresh
        self.waits += fresh

    def _show(self) -> None:
        """Put what was kept into its cases, where enough was kept since the last time."""
        if self.report.kept >= self._look_at and self.ledgered:
            # Four times as many each time: each look reads what was filed before.
            self._look_at = self.report.kept * 4
            self.look()

    def take_heard(self, batch: Heap, found: list[Found], wanted: dict[str, str]) -> None:
        """Write one batch of mails that had waited: each is kept now, or passed over."""
        with alone(self.account):
            self._write_heard(batch, found, wanted)
        self._show()

    def _write_heard(self, batch: Heap, found: list[Found], wanted: dict[str, str]) -> None:
        new = set(map(id, catching.unknown(self.account, [one.passed for one in found])))
        catch = catching.Catch(heard=[one.passed.mark for one in found])
        for (parcel, before), one in zip(batch.fresh, found, strict=True):
            # At a place that counts anew another mail may lie.
            if id(one.passed) in new and one.passed.mark in wanted:
                self._judge(parcel, before, one, catch)
        self.keep(catch, self.source.cursor)
        self.waits = max(0, self.waits - len(catch.heard))

    def _judge(self, parcel: Parcel, before: str, found: Found, catch: catching.Catch) -> None:
        akin = not self.threads.isdisjoint((found.passed.mark, *found.passed.kinship))
        if found.reading is None and akin and not self.two_looks:
            # A few words in answer to a job mail say nothing of a job by themselves.
            found = examining.in_its_thread(parcel, self.asked)
        if found.tongue:
            self.report.tongues[found.tongue] += 1
        mail, reading = found.mail, found.reading
        if mail is not None and mail.errors:
            catch.broken.append((mail, " ".join(mail.errors)))
        if mail is None or reading is None:
            catch.passed.append((found.passed, before))
        else:
            catch.kept.append((mail, reading, parcel.raw))
            self.remember(found)

    def remember(self, found: Found) -> None:
        """From here on what answers this mail, what it answers, and what its house writes are akin."""
        own = found.mail.id if found.mail else ""
        self.threads.update(found.passed.threads, [digest_of(self.account, own)])
        self.threads.update(self.houses.note(found))

    def keep(
        self,
        catch: catching.Catch,
        cursor: str,
        *,
        whole: bool = False,
        folders: list[dict[str, Any]] | None = None,
    ) -> None:
        counts: dict[str, Any] = dict(self.source.counts)
        if catch.kept or catch.passed or catch.waits or catch.heard:
            counts.pop("threads", None)
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

    def tell(self, *, hearing: float = 0.0) -> None:
        """Say how far it is; `hearing` seconds a mail where all was looked at and some is still read."""
        if self.progress is None:
            return
        spent = max(time.monotonic() - self.began, 1e-6)
        pace = (self.done - self.start) / spent
        left = self._left() / pace if pace > 0 else 0.0
        rate = 0.0 if hearing else self.report.seen / spent
        total = self.done + self._left() if self.ledgered else self.total
        if self.waits and self.report.seen:
            more = self.waits * (self._left() / max(1, self.done)) if not hearing else 0.0
            left += (self.waits + more) * (hearing or A_HEARING)
        self.progress(mails=self.report.seen, done=self.done, total=total, rate=rate, left=left,
                      waits=self.waits)  # fmt: skip

    def _left(self) -> int:
        if isinstance(self.mailbox, ImapMailbox):
            return self.mailbox.left
        return max(0, self.total - self.done)


def _ask_whose(account: UUID, proposed: Iterable[OwnAddress], now: datetime) -> None:
    for row in proposed:
        Question.objects.get_or_create(
            account=account,
            about="own_address",
            key=row.email,
            defaults={"entered_at": now, "text": f"Is {row.email} an address of yours?"},
        )
