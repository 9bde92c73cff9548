"""Taking in a mailbox: read what is new, keep what is about jobs, file it, plan the morning.

Two steps, each in small transactions. *Reading in* walks the mailbox from its
cursor; *filing* takes what was read, oldest first whatever the order it came
in, and links it. A process that dies in either goes on where it was, and the
end is the same as if it had never died.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from itertools import chain
from pathlib import Path
from typing import Any, Protocol
from uuid import UUID

from afterword import reading as room
from afterword.casebook import catch as catching
from afterword.casebook.profile import OwnAddress, Profile
from afterword.casebook.question import Question
from afterword.casebook.source import Source
from afterword.desk import morning, sorting
from afterword.desk.reading_room import LEAST, likely
from afterword.intake.mailbox import Mailbox, open_mailbox, parse, pasted
from afterword.intake.mailbox.files import SingleMail
from afterword.intake.mailbox.imap import ImapMailbox
from afterword.terms import Certainty, Mail, MailKind, Parcel, Reading

#: A batch is this many mails or this many bytes, whichever comes first.
BATCH, BATCH_BYTES = 200, 16 * 1024 * 1024
#: How much is looked at to learn whose mailbox it is.
GLANCE, GLANCE_BYTES = 500, 16 * 1024 * 1024
#: So many mails are fetched again one by one; for more it is quicker to walk once more.
FEW = 50


def mailbox_at(path: Path) -> Mailbox:
    """The mailbox at a path; raises NotAMailbox with a sentence when there is none."""
    return open_mailbox(path)


def mailbox_on_server(
    host: str, user: str, password: str, *, since: date, port: int = 993
) -> Mailbox:
    """A mailbox on an IMAP server, read-only, from `since` on, the newest mails first."""
    return ImapMailbox(host, user, password, port=port, since=since)


class Dropped:
    """A file dropped on the page: always read from its beginning, whatever was read under its name."""

    def __init__(self, path: Path, name: str) -> None:
        self.inner = open_mailbox(path)
        self.name, self.kind = f"dropped:{name}", self.inner.kind

    def size_hint(self) -> int:
        return self.inner.size_hint()

    def parcels(self, cursor: str = "") -> Iterator[Parcel]:
        for parcel in self.inner.parcels():
            yield replace(parcel, position="")


class Pasted:
    """The text of one mail, pasted into the page."""

    name, kind = "pasted", "pasted"

    def __init__(self, text: str, *, received: datetime) -> None:
        self.parcel = pasted(text, received=received)

    def size_hint(self) -> int:
        return len(self.parcel.raw)

    def parcels(self, cursor: str = "") -> Iterator[Parcel]:
        yield replace(self.parcel, position="")


def is_handed_over(mailbox: Mailbox) -> bool:
    """Whether the user chose this one mail by hand: such a mail is kept, whatever it looks like."""
    inner = mailbox.inner if isinstance(mailbox, Dropped) else mailbox
    return isinstance(inner, SingleMail | Pasted)


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


def take_in(
    account: UUID,
    mailbox: Mailbox,
    *,
    now: datetime,
    progress: Progress | None = None,
    stop: Callable[[], bool] | None = None,
) -> TakenIn:
    """Read what is new in a mailbox into the casebook; the same mailbox twice changes nothing.

    `stop` is asked between batches; Ctrl-C counts as a yes. Either way what was
    read so far is kept and filed, and the next call goes on from there.
    """
    source = Source.named(account=account, name=mailbox.name[:1000], kind=mailbox.kind, at=now)
    report = TakenIn(source=source.name)
    walk = _Walk(source, mailbox, report, now, progress, stop or (lambda: False))
    try:
        walk.read_in()
    except KeyboardInterrupt:
        report.stopped = True
    finally:
        # Also when the source fails half way: what was read before is filed all the same.
        done = sorting.sort_new(account, now=now)
        report.cases, report.questions = done.cases, done.questions
        report.questions += sorting.ask_what(account, walk.handed, now=now)
    morning.freshen(account, now)
    return report


class _Walk:
    """One walk through one mailbox."""

    def __init__(
        self,
        source: Source,
        mailbox: Mailbox,
        report: TakenIn,
        now: datetime,
        progress: Progress | None,
        stop: Callable[[], bool],
    ) -> None:
        self.source, self.mailbox, self.report, self.now = source, mailbox, report, now
        self.account = source.account
        self.progress, self.stop = progress, stop
        self.ties = Profile.of(self.account, at=now).keeps_ties
        self.total = mailbox.size_hint()
        self.done = int(source.counts.get("bytes", 0)) if source.cursor else 0
        self.began, self.start = time.monotonic(), self.done
        self.threads = catching.kept_threads(self.account)
        self.me: frozenset[str] = frozenset()
        self.by_hand = is_handed_over(mailbox)
        self.handed: list[str] = []

    def read_in(self) -> None:
        parcels = self._whose(self.mailbox.parcels(self.source.cursor))
        for batch in _batches(parcels):
            if self.stop():
                self.report.stopped = True
                return
            self._take(batch)
        self._go_back()
        if not self.report.stopped:
            self._keep(catching.Catch(), self.source.cursor, whole=True)

    def _whose(self, parcels: Iterator[Parcel]) -> Iterator[Parcel]:
        """The same parcels, after a glance at the first ones: whose mailbox is this?"""
        glance = next(_batches(parcels, GLANCE, GLANCE_BYTES), [])
        if not self.source.cursor:
            found = likely(room.own_addresses([parse(parcel) for parcel in glance]), least=LEAST)
            proposed = OwnAddress.propose(account=self.account, found=found, at=self.now)
            self.report.addresses = [row.email for row in proposed]
            _ask_whose(self.account, proposed, self.now)
        self.me = OwnAddress.mine(self.account)
        return chain(glance, parcels)

    def _take(self, batch: list[Parcel]) -> None:
        """One batch: parse, read, keep; the network and the parser stay outside the transaction."""
        places = dict(
            zip(map(id, batch), [self.source.cursor, *(p.position for p in batch)], strict=False)
        )
        opened = {mail.id: (mail, parcel) for parcel in batch for mail in [parse(parcel)]}
        mails = [mail for mail, _ in opened.values()]
        fresh = catching.unknown(self.account, mails, passed_too=self.by_hand)
        self.handed += [catching.key_of(mail) for mail in mails if self.by_hand]
        catch = catching.Catch()
        for mail in fresh:
            parcel = opened[mail.id][1]
            self._judge(mail, parcel.raw, places[id(parcel)], catch)
        self.done += sum(len(parcel.raw) for parcel in batch)
        self.report.seen += len(batch)
        self._keep(catch, batch[-1].position)
        self._tell()

    def _judge(self, mail: Mail, raw: bytes, before: str, catch: catching.Catch) -> None:
        self.report.new += 1
        if mail.errors:
            catch.broken.append((mail, " ".join(mail.errors)))
        unlike = not self.by_hand and room.is_about_jobs(mail) is False
        reading = None if unlike else room.read(mail, self.me)
        marks = catching.threads_of(self.account, mail)
        if reading is not None and reading.kind is MailKind.NOT_JOB:
            # A few words in answer to a job mail say nothing of a job by themselves.
            answers = not self.threads.isdisjoint(marks)
            reading = _kin(reading) if answers or (self.by_hand and raw) else None
        if reading is None:
            catch.passed.append((mail, before))
            return
        catch.kept.append((mail, reading, raw))
        self.threads.update(marks, catching.threads_of(self.account, _as_parent(mail)))

    def _go_back(self) -> None:
        """Fetch what was passed over before the mail it answers was known."""
        tried: set[str] = set()
        while not self.report.stopped:
            missed = catching.missed(self.source, self.threads)
            wanted = {digest: place for digest, place in missed.items() if digest not in tried}
            tried |= set(wanted)
            if not wanted:
                return
            for batch in _batches(self._refetch(wanted)):
                catch = catching.Catch()
                for parcel in batch:
                    mail = parse(parcel)
                    if catching.mark_of(self.account, mail) not in wanted:
                        continue
                    catch.kept.append((mail, _kin(room.read(mail, self.me)), parcel.raw))
                    self.threads.update(
                        catching.threads_of(self.account, mail),
                        catching.threads_of(self.account, _as_parent(mail)),
                    )
                self._keep(catch, self.source.cursor)

    def _refetch(self, wanted: dict[str, str]) -> Iterator[Parcel]:
        """These mails again: a few one by one, many in one walk; a server is never walked twice."""
        # A dropped file has no places to go back to: its cursor never moves.
        many = len(wanted) > FEW or not self.source.cursor
        if many and self.mailbox.kind != "IMAP":
            yield from self.mailbox.parcels()
            return
        for place in wanted.values():
            parcel = next(self.mailbox.parcels(place), None)
            if parcel is not None:
                yield parcel

    def _keep(self, catch: catching.Catch, cursor: str, *, whole: bool = False) -> None:
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
            me=self.me,
            at=self.now,
            whole=whole,
        )
        self.report.job += len(catch.kept)
        self.report.kept += len(catch.kept)
        self.report.broken += len(catch.broken)

    def _tell(self) -> None:
        if self.progress is None:
            return
        spent = max(time.monotonic() - self.began, 1e-6)
        pace = (self.done - self.start) / spent
        left = max(0.0, (self.total - self.done) / pace) if pace > 0 else 0.0
        rate = self.report.seen / spent
        self.progress(
            mails=self.report.seen, done=self.done, total=self.total, rate=rate, left=left
        )


def _kin(reading: Reading) -> Reading:
    """The reading of a mail that is about a job only by what it answers."""
    if reading.kind is not MailKind.NOT_JOB:
        return reading
    return replace(reading, kind=MailKind.OTHER_JOB, certainty=Certainty.LOW)


def _as_parent(mail: Mail) -> Mail:
    """The mail as those see it that answer it."""
    return Mail(id=mail.id, in_reply_to=mail.id)


def _ask_whose(account: UUID, proposed: Iterable[OwnAddress], now: datetime) -> None:
    for row in proposed:
        Question.objects.get_or_create(
            account=account,
            about="own_address",
            key=row.email,
            defaults={"entered_at": now, "text": f"Is {row.email} an address of yours?"},
        )


def _batches(
    parcels: Iterable[Parcel], size: int = BATCH, weight: int = BATCH_BYTES
) -> Iterator[list[Parcel]]:
    batch: list[Parcel] = []
    held = 0
    for parcel in parcels:
        batch.append(parcel)
        held += len(parcel.raw)
        if len(batch) >= size or held >= weight:
            yield batch
            batch, held = [], 0
    if batch:
        yield batch
