"""Mails that lie one to a file: .eml, Apple's .emlx, and the files of a Maildir."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from afterword.terms import Parcel

from .foldernames import is_sent
from .lean import LARGE, lean, parcel_of
from .window import Window

_EMLX_COUNT = re.compile(rb"\s*(\d{1,12})[ \t]*\r?\n")
_EMLX_TAIL = re.compile(rb"\n?<\?xml version=[^\n]*\n<!DOCTYPE plist[\s\S]*\Z")
_HEADERS = re.compile(
    rb"(?im)^(from|to|subject|date|message-id|received|return-path|mime-version|delivered-to|"
    rb"content-type|reply-to|sender|x-[a-z0-9-]+|dkim-signature|list-[a-z-]+|cc|bcc)[ \t]*:"
)
_FIRST = re.compile(rb"[!-9;-~]{1,80}[ \t]*:")
_BLANKS = b"\r\n\t \xef\xbb\xbf"


def one_file(
    path: Path,
    source: str,
    position: str,
    *,
    size: int = 0,
    sent: bool = False,
    labels: tuple[str, ...] = (),
) -> Parcel:
    """The parcel for a file that holds one mail; a file that cannot be read says so."""
    try:
        raw, cut = _bytes(path)
    except OSError as broken:
        word = f"The file could not be read: {broken.strerror or 'no reason given'}."
        return parcel_of(b"", source, position, size=size, sent=sent, labels=labels, error=word)
    if path.name.lower().endswith(".emlx"):
        raw = without_emlx_frame(raw)
    word = cut or ("" if raw.strip() else "The file is empty.")
    return parcel_of(
        raw, source, position, size=size or len(raw), sent=sent, labels=labels, error=word
    )


def _bytes(path: Path) -> tuple[bytes, str]:
    with path.open("rb") as file:
        if path.stat().st_size <= LARGE:
            return file.read(), ""
        with Window(file.fileno()) as window:
            return lean(window)


def without_emlx_frame(raw: bytes) -> bytes:
    """The mail inside an .emlx: after its byte count, before the property list.

    Where the count does not fit (a synced or edited file) the property list ends it.
    """
    count = _EMLX_COUNT.match(raw[:64])
    if count is None:
        return raw
    start = count.end()
    stop = start + int(count.group(1))
    if stop <= len(raw):
        tail = raw[stop : stop + 64].lstrip()
        if not tail or tail.startswith(b"<?xml"):
            return raw[start:stop]
    return _EMLX_TAIL.sub(b"\n", raw[start:])


def looks_like_mail(beginning: bytes) -> bool:
    """Whether a file that begins so can be a single mail."""
    ahead = beginning.lstrip(_BLANKS)
    if b"\x00" in ahead[:200] or not _FIRST.match(ahead):
        return False
    return _HEADERS.search(ahead) is not None


def looks_like_emlx(beginning: bytes) -> bool:
    count = _EMLX_COUNT.match(beginning[:64])
    return count is not None and looks_like_mail(beginning[count.end() :])


class SingleMail:
    """A file with one mail as a mailbox of one."""

    def __init__(self, path: Path, kind: str) -> None:
        self.path = path
        self.kind = kind
        self.name = f"{kind}:{path.resolve()}"

    def size_hint(self) -> int:
        return self.path.stat().st_size

    def parcels(self, cursor: str = "") -> Iterator[Parcel]:
        if cursor != "1":
            sent = is_sent(self.path.parent.name)
            yield one_file(self.path, self.path.name, "1", size=self.size_hint(), sent=sent)
