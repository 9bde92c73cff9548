"""The in-memory twin of a mail server: folders that count as IMAP does, and that fail when told to."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from types import TracebackType
from typing import Self

from afterword.errors import SourceError
from afterword.wire.imap import FolderRefused, ServerFolder, Tally

_PIECE = 64 * 1024
_HEADING = re.compile(rb"(?im)^(?:from|subject):[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*")


@dataclass
class _Folder:
    flags: frozenset[str]
    validity: int
    next: int = 1
    modseq: int = 1
    mails: dict[int, tuple[date, bytes]] = field(default_factory=dict)
    gone: dict[int, int] = field(default_factory=dict)


class MemoryServer:
    """A server to read from: put mails in, take them out, renumber, cut the line.

    `cut_after` is how many more commands are answered before the line drops
    (None: it holds). `withheld` names mails it lists and will not hand over;
    `shut` folders it will not open. `before` is called before each command, so
    that things can happen in the middle of a reading.
    """

    def __init__(self, *, gmail: bool = False, clocked: bool = True) -> None:
        self.gmail, self.clocked = gmail, clocked
        self.boxes: dict[str, _Folder] = {}
        self.withheld: set[tuple[str, int]] = set()
        self.shut: set[str] = set()
        self.cut_after: int | None = None
        self.before: Callable[[str], object] = lambda command: None
        self.told: list[str] = []
        self._validities = 100
        for name, flag in (("INBOX", ""), ("Gesendet", "\\sent"), ("Drafts", "\\drafts"),
                           ("Junk", "\\junk"), ("Everything", "\\all")):  # fmt: skip
            self.create(name, flag)

    def create(self, name: str, *flags: str) -> None:
        self._validities += 1
        self.boxes[name] = _Folder(frozenset(filter(None, flags)), self._validities)

    def put(self, name: str, raw: bytes, day: date = date(2026, 3, 1)) -> int:
        """A mail arrives; the answer is its UID."""
        box = self.boxes[name]
        uid = box.next
        box.mails[uid] = (day, raw)
        box.next += 1
        box.modseq += 1
        return uid

    def expunge(self, name: str, uid: int) -> None:
        box = self.boxes[name]
        if box.mails.pop(uid, None) is not None:
            box.modseq += 1
            box.gone[uid] = box.modseq

    def renumber(self, name: str) -> None:
        """The folder counts anew, as after a restore or a move of the server."""
        box = self.boxes[name]
        self._validities += 1
        mails = [box.mails[uid] for uid in sorted(box.mails)]
        self.boxes[name] = _Folder(box.flags, self._validities)
        for day, raw in mails:
            self.put(name, raw, day)

    def talk(self) -> MemoryTalk:
        return MemoryTalk(self)


class MemoryTalk:
    """The twin of `wire.imap.Session`."""

    can_idle = True

    def __init__(self, server: MemoryServer) -> None:
        self.server = server
        self.gmail = server.gmail
        self._open = ""
        self._command("LOGIN")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._open = ""

    def folders(self) -> list[ServerFolder]:
        self._command("LIST")
        return [ServerFolder(name, box.flags) for name, box in self.server.boxes.items()]

    def tally(self, folder: str) -> Tally:
        self._command("STATUS")
        return self._tally(folder)

    def examine(self, folder: str) -> Tally:
        self._command("EXAMINE")
        said = self._tally(folder)
        self._open = folder
        return said

    def since(self, day: date, first: int = 0) -> list[int]:
        self._command("SEARCH")
        held = self._box.mails.items()
        return sorted(uid for uid, (came, _) in held if came >= day and uid >= first)

    def vanished(self, modseq: int, last: int) -> int | None:
        if not self.server.clocked or not modseq:
            return None
        self._command("FETCH")
        return sum(1 for uid, at in self._box.gone.items() if uid <= last and at > modseq)

    def present(self, uids: list[int]) -> set[int]:
        self._command("SEARCH")
        return {uid for uid in uids if uid in self._box.mails}

    def sizes(self, uids: list[int]) -> dict[int, int]:
        if uids:
            self._command("FETCH")
        mails = self._box.mails
        return {uid: len(mails[uid][1]) for uid in uids if uid in mails}

    def headings(self, uids: list[int]) -> dict[int, bytes]:
        self._command("FETCH")
        held = ((uid, self._box.mails[uid][1]) for uid in uids if uid in self._box.mails)
        return {
            uid: b"\r\n".join(_HEADING.findall(raw.partition(b"\r\n\r\n")[0])) for uid, raw in held
        }

    def labels(self, uids: list[int]) -> dict[int, tuple[str, ...]]:
        return {}

    def mails(self, uids: list[int]) -> dict[int, bytes | None]:
        self._command("FETCH")
        held = self._box.mails
        return {
            uid: None if (self._open, uid) in self.server.withheld else held[uid][1]
            for uid in uids
            if uid in held
        }

    def pieces(self, uid: int) -> Iterator[bytes]:
        raw = self.mails([uid]).get(uid) or b""
        for start in range(0, len(raw), _PIECE):
            self._command("FETCH")
            yield raw[start : start + _PIECE]

    def wait(self, seconds: float, stop: Callable[[], bool] = lambda: False) -> bool:
        before = self._box.modseq
        self._command("IDLE")
        return self._box.modseq != before

    @property
    def _box(self) -> _Folder:
        return self.server.boxes[self._open]

    def _tally(self, folder: str) -> Tally:
        if folder in self.server.shut or folder not in self.server.boxes:
            raise FolderRefused
        box = self.server.boxes[folder]
        modseq = box.modseq if self.server.clocked else 0
        return Tally(box.validity, box.next, len(box.mails), modseq)

    def _command(self, name: str) -> None:
        self.server.before(name)
        self.server.told.append(name)
        if self.server.cut_after is not None:
            self.server.cut_after -= 1
            if self.server.cut_after < 0:
                raise SourceError(
                    "The line broke off. What was read is kept; try again later.", permanent=False
                )
