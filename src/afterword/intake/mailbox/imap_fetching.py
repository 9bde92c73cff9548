"""Mails off a server in batches: neither too many nor too large at once, and none lost in silence."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from typing import Protocol

from afterword.wire.imap import ServerFolder, Tally

from .lean import LARGE, lean
from .parsing.envelope import first_person
from .parsing.headers import scan
from .window import Window

#: The first batch is soon there; each question to a server far away costs the way there and back.
_FIRST_MAILS, _BATCH_MAILS = 100, 400
_BATCH_BYTES = 8 * 1024 * 1024
_WITHHELD = "The server would not hand over this mail."


class Talk(Protocol):
    """What this mailbox asks of a session; `wire.imap.Session` is the real one."""

    gmail: bool
    can_idle: bool

    def folders(self) -> list[ServerFolder]: ...
    def tally(self, folder: str) -> Tally: ...
    def examine(self, folder: str) -> Tally: ...
    def since(self, day: date, first: int = 0) -> list[int]: ...
    def vanished(self, modseq: int, last: int) -> int | None: ...
    def present(self, uids: list[int]) -> set[int]: ...
    def sizes(self, uids: list[int]) -> dict[int, int]: ...
    def headings(self, uids: list[int]) -> dict[int, bytes]: ...
    def labels(self, uids: list[int]) -> dict[int, tuple[str, ...]]: ...
    def mails(self, uids: list[int]) -> dict[int, bytes | None]: ...
    def pieces(self, uid: int) -> Iterator[bytes]: ...
    def wait(self, seconds: float, stop: Callable[[], bool] = ...) -> bool: ...


def heading_of(raw: bytes) -> tuple[str, str]:
    """Subject and sender's address of a mail of which only these were fetched."""
    head = scan(raw.replace(b"\r\n", b"\n").rstrip(b"\n") + b"\n\n")
    sender = first_person(head, "from")
    return head.text("subject")[:1_000], sender.email if sender else ""


def batches(uids: list[int], sizes: dict[int, int]) -> Iterator[list[int]]:
    """UIDs in the order given, as many at once as are neither many nor large; the first are fewer."""
    batch: list[int] = []
    total, most = 0, _FIRST_MAILS
    for uid in uids:
        size = sizes.get(uid)
        if size is None:  # deleted since the search
            continue
        if batch and (len(batch) >= most or total + size > _BATCH_BYTES):
            yield batch
            batch, total, most = [], 0, min(_BATCH_MAILS, most * 2)
        batch.append(uid)
        total += size
    if batch:
        yield batch


def fetched(
    talk: Talk, batch: list[int], sizes: dict[int, int]
) -> Iterator[tuple[int, bytes, str]]:
    """(uid, bytes, what is missing) in the order of the batch; expunged ones are left out.

    A mail the server passes over in silence is asked for once more by itself:
    either it was expunged meanwhile, or the server withholds it, and that is said.
    """
    if len(batch) == 1 and sizes.get(batch[0], 0) > LARGE:
        yield batch[0], *_large(talk, batch[0])
        return
    found = dict(talk.mails(batch))
    silent = [uid for uid in batch if not found.get(uid)]
    if silent:
        still = talk.present(silent)
        for uid in silent:
            again = talk.mails([uid]).get(uid) if uid in still and uid not in found else None
            if uid in still:
                found[uid] = again
            else:
                found.pop(uid, None)
    for uid in batch:
        if uid in found:
            raw = found[uid]
            yield uid, raw or b"", "" if raw else _WITHHELD


def _large(talk: Talk, uid: int) -> tuple[bytes, str]:
    """A large mail by way of a temporary file, without its attachments."""
    with tempfile.TemporaryFile() as file:
        for piece in talk.pieces(uid):
            file.write(piece)
        file.flush()
        if not file.tell():
            return b"", _WITHHELD
        with Window(file.fileno()) as window:
            return lean(window)
