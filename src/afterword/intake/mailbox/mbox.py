"""One mbox file, split where a mail really starts; a window on it, never the whole.

`From ` after a line end separates mails only if it reads like a postmark or a
head follows: "From the desk of …" in a letter does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from afterword.errors import SourceError
from afterword.terms import Parcel

from .foldernames import is_sent
from .lean import LARGE, Bytes, lean, parcel_of
from .window import Window

_POSTMARK = re.compile(
    rb"From [^\r\n]{0,400}?(?:\d\d?:\d\d(?::\d\d)?[^\r\n]{0,60}\d{4}|\d{4}[^\r\n]{0,40}\d\d?:\d\d)"
)
_FIRST_LINES = re.compile(
    rb"From [^\r\n]{0,1000}\r?\n(?:>?From [^\r\n]{0,1000}\r?\n)?([!-9;-~]{1,80}):"
)
_QUOTED_FROM = re.compile(rb"(?m)^>(>*From )")
_LOOK = 2_200
_BLANKS = b"\r\n\t \xef\xbb\xbf"
_LEADING = frozenset(bytes([one]) for one in _BLANKS)


class Mbox:
    """An mbox file as a mailbox; a position is the byte where the next mail starts."""

    kind = "mbox"

    def __init__(self, path: Path, *, label: str = "", sent: bool = False) -> None:
        self.path = path
        self.label = label or path.name
        self.name = f"mbox:{path.resolve()}"
        self.sent = sent or is_sent(self.label)

    def size_hint(self) -> int:
        return self.path.stat().st_size

    def parcels(self, cursor: str = "") -> Iterator[Parcel]:
        try:
            with self.path.open("rb") as file:
                if self.path.stat().st_size == 0:
                    return
                with Window(file.fileno()) as window:
                    for start, stop in spans(window, place(window, cursor)):
                        source = f"{self.label}@{start}"
                        yield message(window, start, stop, source, str(stop), sent=self.sent)
        except OSError as broken:
            reason = broken.strerror or "it cannot be read"
            raise SourceError(
                f"{self.path.name} could not be read: {reason}.", permanent=False
            ) from broken


def message(
    window: Bytes, start: int, stop: int, source: str, position: str, *, sent: bool
) -> Parcel:
    """The parcel for the mail whose postmark is at `start`."""
    line = window.find(b"\n", start, min(stop, start + 4_096))
    begin = line + 1 if line >= 0 else stop
    error = ""
    if stop - begin > LARGE:
        raw, error = lean(_View(window, begin, stop))
    else:
        raw = window[begin:stop]
    if b"\n>" in raw:
        raw = _QUOTED_FROM.sub(rb"\1", raw)
    if not raw.strip():
        error = error or "Here the mailbox holds a postmark and no mail."
    return parcel_of(raw, source, position, size=stop - start, sent=sent, error=error)


class _View:
    """A stretch of a window with its own zero, still without a copy."""

    def __init__(self, window: Bytes, start: int, stop: int) -> None:
        self.window, self.start, self.stop = window, start, stop

    def __len__(self) -> int:
        return self.stop - self.start

    def find(self, sub: bytes, start: int = 0, end: int | None = None, /) -> int:
        last = self.stop if end is None else min(self.stop, self.start + end)
        found = self.window.find(sub, self.start + start, last)
        return found - self.start if found >= 0 else -1

    def __getitem__(self, key: slice, /) -> bytes:
        start, stop, _ = key.indices(len(self))
        return self.window[self.start + start : self.start + stop]


def place(window: Bytes, cursor: str) -> int:
    """Where to go on: the cursor's byte if a mail still starts there, else the beginning.

    A mail program that compacts a folder moves every mail; starting again is safe,
    because a mail seen twice keeps its id.
    """
    at = int(cursor) if cursor.isdecimal() else 0
    if at == 0 or at > len(window):
        return 0
    ahead = window[at : at + 8].lstrip(_BLANKS)
    return at if not ahead or ahead.startswith(b"From"[: len(ahead)]) else 0


def spans(window: Bytes, start: int = 0) -> Iterator[tuple[int, int]]:
    """(postmark, start of the next) for every mail from `start` on."""
    total = len(window)
    while start < total and window[start : start + 1] in _LEADING:
        start += 1
    while start < total:
        stop = min(next_separator(window, start + 5) + 1, total)
        yield start, stop
        start = stop


def next_separator(window: Bytes, at: int) -> int:
    """The line end before the next postmark, or the length of the window."""
    while True:
        found = window.find(b"\nFrom ", at)
        if found < 0:
            return len(window)
        if separates(window, found):
            return found
        at = found + 1


def separates(window: Bytes | bytearray, line_end: int) -> bool:
    """Whether a mail starts after this line end."""
    ahead = window[line_end + 1 : line_end + _LOOK]
    gap = window[max(0, line_end - 2) : line_end].endswith((b"\n", b"\n\r"))
    marked = _POSTMARK.match(ahead) is not None
    headed = _FIRST_LINES.match(ahead) is not None
    if gap:
        return marked or (headed and _simple_sender(ahead))
    return marked and headed


def _simple_sender(ahead: bytes | bytearray) -> bool:
    """ "From - …", "From ???@???", "From someone@somewhere": a postmark without a time."""
    words = ahead.split(b"\n", 1)[0].split()
    return len(words) >= 2 and (b"@" in words[1] or words[1] in (b"-", b"MAILER-DAEMON"))


def looks_like_mbox(beginning: bytes) -> bool:
    """Whether a file that begins so is an mbox."""
    ahead = beginning.lstrip(_BLANKS)
    return ahead.startswith(b"From ") and (
        _POSTMARK.match(ahead) is not None or _FIRST_LINES.match(ahead) is not None
    )
