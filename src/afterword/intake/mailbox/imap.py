"""A mailbox on an IMAP server, read without leaving a trace, the newest mails first.

A position names, for each folder, its UIDVALIDITY and the stretches of UIDs
that are done. UIDs only grow, so a new mail always lies outside them.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path
from typing import Protocol

from afterword.terms import Parcel
from afterword.wire.imap import ServerFolder, Session

from .foldernames import is_sent, is_unwanted
from .lean import LARGE, lean, parcel_of
from .window import Window

_BATCH_MAILS = 100
_BATCH_BYTES = 8 * 1024 * 1024
_NEVER = frozenset({"\\junk", "\\trash", "\\drafts"})
#: Folders that show again what lies elsewhere (RFC 6154; \\important is Gmail's).
_VIEWS = frozenset({"\\all", "\\flagged", "\\important"})

Stretches = list[tuple[int, int]]


class Talk(Protocol):
    """What this mailbox asks of a session; `wire.imap.Session` is the real one."""

    gmail: bool

    def folders(self) -> list[ServerFolder]: ...
    def examine(self, folder: str) -> int: ...
    def since(self, day: date) -> list[int]: ...
    def sizes(self, uids: list[int]) -> dict[int, int]: ...
    def labels(self, uids: list[int]) -> dict[int, tuple[str, ...]]: ...
    def mails(self, uids: list[int]) -> dict[int, bytes | None]: ...
    def pieces(self, uid: int) -> Iterator[bytes]: ...


class ImapMailbox:
    """The mails that arrived on `since` or later, of every folder worth reading."""

    kind = "IMAP"

    def __init__(
        self,
        host: str,
        user: str,
        password: str,
        *,
        port: int = 993,
        since: date,
        tls: bool = True,
        authority: Path | None = None,
        timeout: float = 60.0,
    ) -> None:
        self.name = f"imap:{user}@{host}:{port}"
        self.since = since
        self._open: Callable[[], AbstractContextManager[Talk]] = lambda: Session(
            host, user, password, port=port, tls=tls, authority=authority, timeout=timeout
        )

    def check(self) -> tuple[str, ...]:
        """The folders that would be read: proof that name, password and server are right."""
        with self._open() as talk:
            return tuple(folder.name for folder in worth_reading(talk.folders(), talk.gmail))

    def size_hint(self) -> int:
        """The bytes of all mails in the time asked for; the server is asked each time."""
        with self._open() as talk:
            total = 0
            for folder in worth_reading(talk.folders(), talk.gmail):
                talk.examine(folder.name)
                total += sum(talk.sizes(talk.since(self.since)).values())
            return total

    def parcels(self, cursor: str = "") -> Iterator[Parcel]:
        done = _opened(cursor)
        with self._open() as talk:
            for folder in worth_reading(talk.folders(), talk.gmail):
                validity = talk.examine(folder.name)
                kept, stretches = done.get(folder.name, (validity, []))
                if kept != validity:  # the server counts anew: what was done says nothing
                    stretches = []
                done[folder.name] = (validity, stretches)
                yield from self._folder(talk, folder, validity, stretches, done)

    def _folder(
        self,
        talk: Talk,
        folder: ServerFolder,
        validity: int,
        before: Stretches,
        done: dict[str, tuple[int, Stretches]],
    ) -> Iterator[Parcel]:
        uids = [uid for uid in talk.since(self.since) if not _within(uid, before)]
        uids.reverse()
        sizes = talk.sizes(uids)
        top = uids[0] if uids else 0
        sent = "\\sent" in folder.flags or is_sent(folder.name)
        for batch in _batches(uids, sizes):
            labels = talk.labels(batch)
            for uid, raw, cut in _fetched(talk, batch, sizes):
                done[folder.name] = (validity, _joined([*before, (uid, top)]))
                own = tuple(label.lstrip("\\") for label in labels.get(uid, ()))
                if "Draft" in own or "Drafts" in own:
                    continue
                yield parcel_of(
                    raw,
                    f"{folder.name}/{uid}",
                    _closed(done),
                    size=sizes.get(uid, 0),
                    labels=own,
                    sent=sent or "Sent" in own,
                    error=cut,
                )


def worth_reading(folders: Iterable[ServerFolder], gmail: bool) -> list[ServerFolder]:
    """The folders to read, the inbox first, then sent mail; nothing twice.

    At Gmail "All Mail" holds every mail once, with its labels; elsewhere a folder
    of all mails only repeats the others.
    """
    folders = [f for f in folders if not f.flags & _NEVER]
    if gmail:
        everything = [f for f in folders if "\\all" in f.flags]
        if everything:
            return everything
    kept = [f for f in folders if not f.flags & _VIEWS]
    kept = [f for f in kept if "\\sent" in f.flags or is_sent(f.name) or not is_unwanted(f.name)]

    def rank(folder: ServerFolder) -> tuple[int, str]:
        if folder.name.upper() == "INBOX":
            return 0, ""
        return (1 if "\\sent" in folder.flags or is_sent(folder.name) else 2), folder.name

    return sorted(kept, key=rank)


def _batches(uids: list[int], sizes: dict[int, int]) -> Iterator[list[int]]:
    """UIDs in the order given, as many at once as are neither many nor large."""
    batch: list[int] = []
    total = 0
    for uid in uids:
        size = sizes.get(uid)
        if size is None:  # deleted since the search
            continue
        if batch and (len(batch) >= _BATCH_MAILS or total + size > _BATCH_BYTES):
            yield batch
            batch, total = [], 0
        batch.append(uid)
        total += size
    if batch:
        yield batch


def _fetched(
    talk: Talk, batch: list[int], sizes: dict[int, int]
) -> Iterator[tuple[int, bytes, str]]:
    """(uid, bytes, what is missing) in the order of the batch."""
    if len(batch) == 1 and sizes.get(batch[0], 0) > LARGE:
        yield batch[0], *_large(talk, batch[0])
        return
    found = talk.mails(batch)
    for uid in batch:
        if uid in found:
            raw = found[uid]
            yield uid, raw or b"", "" if raw else "The server would not hand over this mail."


def _large(talk: Talk, uid: int) -> tuple[bytes, str]:
    """A large mail by way of a temporary file, without its attachments."""
    with tempfile.TemporaryFile() as file:
        for piece in talk.pieces(uid):
            file.write(piece)
        file.flush()
        if not file.tell():
            return b"", "The server would not hand over this mail."
        with Window(file.fileno()) as window:
            return lean(window)


def _within(uid: int, stretches: Stretches) -> bool:
    return any(low <= uid <= high for low, high in stretches)


def _joined(stretches: Stretches) -> Stretches:
    """The same stretches, overlapping and touching ones as one, the newest first."""
    out: Stretches = []
    for low, high in sorted(stretches):
        if out and low <= out[-1][1] + 1:
            out[-1] = (out[-1][0], max(high, out[-1][1]))
        else:
            out.append((low, high))
    return out[::-1]


def _opened(cursor: str) -> dict[str, tuple[int, Stretches]]:
    try:
        kept = json.loads(cursor) if cursor else {}
        return {
            str(name): (int(validity), [(int(low), int(high)) for low, high in stretches])
            for name, (validity, stretches) in kept.items()
        }
    except (ValueError, TypeError, AttributeError):
        return {}  # a cursor from elsewhere: read all again, ids tell what is known


def _closed(done: dict[str, tuple[int, Stretches]]) -> str:
    return json.dumps(done, ensure_ascii=False, separators=(",", ":"))
