"""A mail's bytes in the one form every container hands over: LF, and not too large.

So the same mail has the same bytes, and the same hash, whether it came from an
mbox with CRLF, a Maildir or IMAP; and a film attached to a thank-you note never
fills the memory or the database.
"""

from __future__ import annotations

import re
from typing import Protocol

from afterword.terms import Parcel

#: A mail above this size is handed over without its large attachments.
LARGE = 16 * 1024 * 1024
_KEEP_PART = 256 * 1024
_KEEP_TEXT = 2 * 1024 * 1024
_KEEP_HEAD = 4 * 1024 * 1024
_MAX_SEGMENTS = 20_000
_CHUNK = 1024 * 1024

_TEXTUAL = re.compile(rb"(?i)^content-type:[ \t]*(?:text/|multipart/|message/)", re.MULTILINE)
_BASE64 = re.compile(rb"(?i)^content-transfer-encoding:[ \t]*base64", re.MULTILINE)
_ATTACHED = re.compile(rb"(?i)^content-disposition:[ \t]*attachment", re.MULTILINE)


class Bytes(Protocol):
    """What bytes and mmap share: enough to look into a mail without copying it."""

    def find(self, sub: bytes, start: int = ..., end: int = ..., /) -> int: ...
    def __getitem__(self, key: slice, /) -> bytes: ...
    def __len__(self) -> int: ...


def canonical(raw: bytes) -> bytes:
    """The same mail with LF line ends and exactly one at its end."""
    if b"\r" in raw:
        raw = raw.replace(b"\r\n", b"\n")
        if b"\n" not in raw[:10_000]:  # old Mac line ends
            raw = raw.replace(b"\r", b"\n")
    if raw[-1:] == b"\n" and raw[-2:-1] != b"\n":
        return raw
    bare = raw.rstrip(b"\n")
    return bare + b"\n" if bare else b""


def parcel_of(
    raw: Bytes,
    source: str,
    position: str,
    *,
    size: int = 0,
    labels: tuple[str, ...] = (),
    sent: bool = False,
    error: str = "",
) -> Parcel:
    """A parcel with the mail in its one form; the only place where parcels are made."""
    cut = ""
    if len(raw) > LARGE:
        held, cut = lean(raw)
    else:
        held = raw if isinstance(raw, bytes) else raw[0 : len(raw)]
    word = " ".join(one for one in (error, cut) if one)
    return Parcel(
        canonical(held),
        source,
        position,
        labels=labels,
        sent=sent,
        error=word,
        size=size or len(raw),
    )


def lean(raw: Bytes) -> tuple[bytes, str]:
    """A large mail without its large attachments, and the sentence that says so.

    Every text and every head stays; of an attachment only its head stays, with
    `X-Afterword-Left-Out: <bytes>`. Works on a window (mmap): no copy of the whole.
    """
    out: list[bytes] = []
    kept = left = segments = 0
    start, total = 0, len(raw)
    while start < total:
        stop = _next_boundary(raw, start + 1)
        piece, lost = _segment(raw, start, stop, first=start == 0)
        out.append(piece)
        kept += len(piece)
        left += lost
        start = stop
        segments += 1
        if kept > LARGE or segments > _MAX_SEGMENTS:
            left += total - start
            break
    if not left:
        return b"".join(out), ""
    megabytes = max(1, round(left / 1_000_000))
    return b"".join(
        out
    ), f"About {megabytes} MB of attachments stay where they are; the text was read."


def _next_boundary(raw: Bytes, start: int) -> int:
    found = raw.find(b"\n--", start)
    return len(raw) if found < 0 else found


def _segment(raw: Bytes, start: int, stop: int, *, first: bool) -> tuple[bytes, int]:
    """The stretch from one boundary to the next, cut if it is a large attachment."""
    if stop - start <= _KEEP_PART:
        return raw[start:stop], 0
    reach = min(stop, start + (_KEEP_HEAD if first else 64 * 1024))
    end = _head_end(raw, start, reach)
    if end < 0:
        reach = min(reach, start + _KEEP_PART)
        return raw[start:reach], stop - reach
    head = raw[start:end]
    if not _ATTACHED.search(head) and (_TEXTUAL.search(head) or (first and not _typed(head))):
        reach = min(stop, end + _KEEP_TEXT)
        return raw[start:reach], stop - reach
    size = stop - end
    if _BASE64.search(head):
        size = _unpacked(raw, end, stop)
    note = b"\nX-Afterword-Left-Out: %d" % size
    return head.rstrip(b"\r\n") + note + b"\n\n", stop - end


def _unpacked(raw: Bytes, start: int, stop: int) -> int:
    """The size of a base64 attachment once unpacked, the same with LF and CRLF."""
    letters = 0
    for at in range(start, stop, _CHUNK):
        piece = raw[at : min(stop, at + _CHUNK)]
        letters += len(piece) - sum(map(piece.count, (b"\n", b"\r", b" ", b"=")))
    return letters * 3 // 4


def _typed(head: bytes) -> bool:
    return re.search(rb"(?im)^content-type:", head) is not None


def _head_end(raw: Bytes, start: int, reach: int) -> int:
    plain, dos = raw.find(b"\n\n", start, reach), raw.find(b"\r\n\r\n", start, reach)
    ends = [place for place in (plain, dos) if place >= 0]
    return min(ends) if ends else -1
