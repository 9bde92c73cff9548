"""A mailbox on an IMAP server, read without leaving a trace, the newest mails first.

The cursor is the ledger (`ledger.py`): for each folder what is done, what is
owed, and what the server said when it was last whole. Where that still stands
the folder is not even opened.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path

from afterword.errors import SourceEmptied
from afterword.terms import Parcel
from afterword.wire.imap import FolderRefused, ServerFolder, Session, Tally

from . import ledger as book
from .foldernames import is_sent
from .imap_fetching import Talk, batches, fetched, heading_of
from .imap_folders import left_out, worth_reading
from .lean import parcel_of

__all__ = ["ImapMailbox", "Talk", "worth_reading"]

#: What a mail weighs before the first was seen.
_USUAL = 30_000
#: Sizes are asked for so many mails at once; the first mails need not wait for all.
_SIZED = 2_000
#: Where so many mails wait, the headings of the newest are looked at, and the telling ones come first.
_MANY, _FIRST, _HEADINGS, _AT_ONCE = 500, 40, 2_000, 250
_SHUT = "The server would not open this folder."


class ImapMailbox:
    """The mails that arrived on `since` or later, of every folder worth reading.

    After `parcels` came to its end, `ledger` says how each folder stands and
    `end` is the cursor to go on from. `thorough` looks into every folder even
    where nothing seems to have changed; `emptied_is_right` reads on although a
    mailbox that was full is suddenly empty, which otherwise raises SourceEmptied.
    """

    kind = "IMAP"

    def __init__(
        self,
        host: str,
        user: str,
        password: str = "",
        *,
        port: int = 993,
        since: date,
        tls: bool = True,
        authority: Path | None = None,
        timeout: float = 60.0,
        token: Callable[[], str] | None = None,
        thorough: bool = False,
        emptied_is_right: bool = False,
        opening: Callable[[], AbstractContextManager[Talk]] | None = None,
    ) -> None:
        self.name = f"imap:{user}@{host}:{port}"
        self.since = since
        self.thorough, self.emptied_is_right = thorough, emptied_is_right
        self.ledger = book.Ledger(since)
        self.end = ""
        #: Whether a mail of this subject and sender is worth reading before the others.
        self.promises: Callable[[str, str], bool] | None = None
        #: Told about how many bytes are to come before the first is fetched: who helps gets ready meanwhile.
        self.expects: Callable[[int], object] = lambda size: None
        #: The places asked for by `again` at which there is nothing any more.
        self.gone: set[str] = set()
        self._ahead: dict[str, int] = {}
        self._handed = self._weight = 0
        self._open: Callable[[], AbstractContextManager[Talk]] = opening or (
            lambda: Session(
                host, user, password,
                port=port, tls=tls, authority=authority, timeout=timeout, token=token,
            )
        )  # fmt: skip

    def check(self) -> tuple[str, ...]:
        """The folders that would be read: proof that name, password and server are right."""
        with self._open() as talk:
            return tuple(folder.name for folder in worth_reading(talk.folders(), talk.gmail))

    def size_hint(self) -> int:
        """The bytes of all mails in the time asked for; the server is asked each time."""
        total = 0
        with self._open() as talk:
            for folder in worth_reading(talk.folders(), talk.gmail):
                try:
                    talk.examine(folder.name)
                except FolderRefused:
                    continue
                total += sum(talk.sizes(talk.since(self.since)).values())
        return total

    @property
    def left(self) -> int:
        """About how many bytes are still to come of the walk under way."""
        if not self._handed:
            return sum(self._ahead.values()) * _USUAL
        return sum(self._ahead.values()) * self._weight // self._handed

    def wait(self, seconds: float, stop: Callable[[], bool] = lambda: False) -> bool:
        """Listen at the inbox for at most so long; true when something changed there.

        False at once where the server cannot tell of news by itself.
        """
        with self._open() as talk:
            if not talk.can_idle:
                return False
            talk.examine("INBOX")
            return talk.wait(seconds, stop)

    def parcels(self, cursor: str = "") -> Iterator[Parcel]:
        ledger = self.ledger = book.opened(cursor, self.since)
        with self._open() as talk:
            listed = talk.folders()
            kept = worth_reading(listed, talk.gmail)
            ledger.left_out = left_out(listed, kept, talk.gmail)
            tallies = dict(self._tallies(talk, kept))
            names = {folder.name for folder in kept}
            emptied = ledger.emptied(tallies, shut=names - tallies.keys())
            if emptied and not self.emptied_is_right:
                raise SourceEmptied(*emptied)
            ledger.forget_gone(names)
            self._look_ahead(tallies)
            self.expects(self.left)
            for folder in kept:
                folio = ledger.folio(folder.name)
                tally = tallies.get(folder.name)
                if tally is None:
                    folio.whole, folio.trouble = False, _SHUT
                elif self.thorough or not folio.stands(tally):
                    yield from self._folder(talk, folder, folio)
        self.end = book.closed(ledger)

    def _look_ahead(self, tallies: dict[str, Tally]) -> None:
        """At most so many mails will come of each folder; `_folder` learns it exactly."""
        self._handed = self._weight = 0
        self._ahead = {}
        for name, tally in tallies.items():
            folio = self.ledger.folio(name)
            if not folio.stands(tally):
                since = folio.next if folio.whole and folio.validity == tally.validity else 0
                self._ahead[name] = min(tally.holds, tally.next - since if since else tally.holds)

    def again(self, places: Iterable[str]) -> Iterator[Parcel]:
        """The mails at these places (`Parcel.source`) once more, the newest of each folder first.

        Those that are not there any more are named in `gone`.
        """
        self.gone = set()
        wanted: dict[str, list[int]] = {}
        for place in places:
            name, _, uid = place.rpartition("/")
            if uid.isdecimal():
                wanted.setdefault(name, []).append(int(uid))
        with self._open() as talk:
            for folder in worth_reading(talk.folders(), talk.gmail):
                uids = sorted(wanted.pop(folder.name, ()), reverse=True)
                if uids:
                    yield from self._again(talk, folder, uids)
        self.gone |= {f"{name}/{uid}" for name, uids in wanted.items() for uid in uids}

    def _again(self, talk: Talk, folder: ServerFolder, uids: list[int]) -> Iterator[Parcel]:
        try:
            talk.examine(folder.name)
        except FolderRefused:
            return
        sizes = talk.sizes(uids)
        self.gone |= {f"{folder.name}/{uid}" for uid in uids if uid not in sizes}
        for batch in batches(uids, sizes):
            labels = talk.labels(batch)
            for uid, raw, cut in fetched(talk, batch, sizes):
                if raw:
                    yield _parcel(folder, uid, raw, cut, "", sizes, labels)

    def _tallies(self, talk: Talk, kept: list[ServerFolder]) -> Iterator[tuple[str, Tally]]:
        for folder in kept:
            try:
                yield folder.name, talk.tally(folder.name)
            except FolderRefused:
                continue  # it stands in the ledger as shut

    def _folder(self, talk: Talk, folder: ServerFolder, folio: book.Folio) -> Iterator[Parcel]:
        try:
            tally = talk.examine(folder.name)
        except FolderRefused:
            folio.whole, folio.trouble = False, _SHUT
            return
        held, fresh = self._fresh(talk, folio, tally)
        self._ahead[folder.name] = len(fresh)
        before = dict(folio.owed)
        pen = book.Pen(self.ledger, folio)
        first = self._first(talk, fresh)
        telling = set(first)
        rest = [uid for uid in fresh if uid not in telling]
        # What is owed is asked for again each time; the rest from the newest down.
        walks = ((sorted(before, reverse=True), None), (first, 0), (rest, fresh[0] if fresh else 0))
        for uids, top in walks:
            for start in range(0, len(uids), _SIZED):
                sizes = talk.sizes(uids[start : start + _SIZED])
                for batch in batches(uids[start : start + _SIZED], sizes):
                    labels = talk.labels(batch)
                    for uid, raw, cut in fetched(talk, batch, sizes):
                        self._count(folder.name, sizes[uid])
                        folio.owed.pop(uid, None)
                        if not raw:
                            folio.owed[uid] = cut
                        if top is not None:
                            folio.mark(uid, max(uid, top))
                        elif not raw:
                            continue  # refused before, refused again: it is in the ledger
                        if not _is_draft(labels.get(uid, ())):
                            yield _parcel(folder, uid, raw, cut, pen.cursor(), sizes, labels)
        self._ahead[folder.name] = 0
        gone = set(before) - talk.present(sorted(before)) if before else set()
        for uid in gone:
            folio.owed.pop(uid, None)
        if tally.next > 1:
            folio.mark(1, tally.next - 1)
        folio.close(tally, held)

    def _first(self, talk: Talk, fresh: list[int]) -> list[int]:
        """The newest mails whose heading promises most, where so many wait that it matters."""
        if self.promises is None or len(fresh) < _MANY:
            return []
        found: list[int] = []
        for start in range(0, min(len(fresh), _HEADINGS), _AT_ONCE):
            uids = fresh[start : start + _AT_ONCE]
            headings = talk.headings(uids)
            here = ((uid, heading_of(headings[uid])) for uid in uids if uid in headings)
            found += [uid for uid, told in here if self.promises(*told)]
            if len(found) >= _FIRST:
                break
        return found[:_FIRST]

    def _count(self, name: str, size: int) -> None:
        self._ahead[name] = max(0, self._ahead.get(name, 0) - 1)
        self._handed += 1
        self._weight += size

    def _fresh(self, talk: Talk, folio: book.Folio, tally: Tally) -> tuple[int, list[int]]:
        """How many mails it holds in the time asked for, and those to fetch, the newest first.

        Where the server keeps a clock only the new ones are listed, provided that
        what went and what came add up to what it holds; else all are, which is
        the proof everywhere.
        """
        same = folio.next and folio.validity == tally.validity and folio.whole
        before, total, last = folio.holds, folio.total, folio.next
        gone = talk.vanished(folio.modseq, last - 1) if same and not self.thorough else None
        folio.begin(tally)
        if gone == 0:
            new = talk.since(date(1970, 1, 1), last)
            if total + len(new) == tally.holds:
                new = [uid for uid in talk.since(self.since, last) if not folio.has(uid)]
                return before + len(new), new[::-1]
        held = talk.since(self.since)
        new = [uid for uid in held if not folio.has(uid)]
        return len(held), new[::-1]


def _is_draft(labels: Iterable[str]) -> bool:
    return any(label.lstrip("\\") in ("Draft", "Drafts") for label in labels)


def _parcel(
    folder: ServerFolder,
    uid: int,
    raw: bytes,
    cut: str,
    position: str,
    sizes: dict[int, int],
    labels: dict[int, tuple[str, ...]],
) -> Parcel:
    own = tuple(label.lstrip("\\") for label in labels.get(uid, ()))
    sent = "\\sent" in folder.flags or is_sent(folder.name)
    return parcel_of(
        raw,
        f"{folder.name}/{uid}",
        position,
        size=sizes.get(uid, 0),
        labels=own,
        sent=sent or "Sent" in own,
        error=cut,
    )
