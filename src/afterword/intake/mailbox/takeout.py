"""A zip with mail in it, as Google Takeout makes them, read as a stream.

Nothing is ever unpacked to the disk, so a name like `../x` can hurt nobody; such
entries are refused all the same. An entry that swells beyond reason is refused
and named, and the rest is read.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from afterword.errors import NotAMailbox, SourceError
from afterword.terms import Parcel

from .files import without_emlx_frame
from .foldernames import is_sent
from .lean import LARGE, parcel_of
from .stream import Swollen, messages

MAX_ENTRIES = 500_000
MAX_ENTRY = 200 * 1024**3
MAX_LETTER = 512 * 1024**2
#: Mail packs 3 to 20 times; DEFLATE can reach 1,032. Below the floor nobody is hurt.
MAX_RATIO = 200
RATIO_FLOOR = 64 * 1024**2

_MAILDIR = re.compile(r"(?:^|/)(?:cur|new)/[^/]+$")
_BREAKS = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError)


class TakeoutZip:
    """A zip as a mailbox; a position is entry:byte:size of the zip."""

    kind = "zip"

    def __init__(self, path: Path, *, label: str = "") -> None:
        self.path = path
        self.label = label or path.name
        self.name = f"zip:{path.resolve()}"
        self._bytes = path.stat().st_size
        try:
            with zipfile.ZipFile(path) as archive:
                names = archive.namelist()
                self._entries = [e for e in archive.infolist()[:MAX_ENTRIES] if _is_mail(e)]
        except (*_BREAKS, ValueError, UnicodeError) as broken:
            raise NotAMailbox(
                f"{path.name} is damaged or not whole: the list of what it holds cannot be read. "
                "Download it again. Nothing was read."
            ) from broken
        if not self._entries:
            raise NotAMailbox(f"{path.name}: {_what_else(names)} Nothing was read.")

    def size_hint(self) -> int:
        return sum(entry.file_size for entry in self._entries if not _refused(entry))

    def parcels(self, cursor: str = "") -> Iterator[Parcel]:
        first, skip = self._opened(cursor)
        with self._archive() as archive:
            for index, entry in enumerate(self._entries[first:], first):
                done = f"{index + 1}:0:{self._bytes}"
                source = f"{self.label}/{entry.filename.lstrip('/')}"
                reason = _refused(entry)
                if reason:
                    yield parcel_of(b"", source, done, error=reason)
                else:
                    yield from self._entry(archive, entry, index, source, skip)
                skip = 0

    def _archive(self) -> zipfile.ZipFile:
        try:
            return zipfile.ZipFile(self.path)
        except _BREAKS as broken:
            raise SourceError(
                f"{self.path.name} cannot be opened any more. What was read is kept.",
                permanent=False,
            ) from broken

    def _entry(
        self, archive: zipfile.ZipFile, entry: zipfile.ZipInfo, index: int, source: str, skip: int
    ) -> Iterator[Parcel]:
        done = f"{index + 1}:0:{self._bytes}"
        sent = is_sent(entry.filename)
        try:
            with archive.open(entry) as opened:
                file = _Measured(opened, entry)
                if not entry.filename.lower().endswith((".mbox", ".mbx")):
                    yield _letter(file, entry, source, done, sent)
                    return
                for mail in messages(file.read, skip):
                    position = done if mail.last else f"{index}:{mail.after}:{self._bytes}"
                    yield mail.parcel(source, position, sent)
        except Swollen as bomb:
            yield parcel_of(b"", source, done, error=str(bomb))
        except _BREAKS:
            word = f"{entry.filename} could not be read to its end: the archive is damaged there."
            yield parcel_of(b"", source, done, error=word)

    def _opened(self, cursor: str) -> tuple[int, int]:
        parts = cursor.split(":")
        if len(parts) != 3 or not all(map(str.isdecimal, parts)) or int(parts[2]) != self._bytes:
            return 0, 0  # another zip under the same name: from the beginning
        return int(parts[0]), int(parts[1])


def _letter(
    file: _Measured, entry: zipfile.ZipInfo, source: str, position: str, sent: bool
) -> Parcel:
    raw = file.read(LARGE * 4)
    error = ""
    if len(raw) >= LARGE * 4 and file.read(1):
        error = "The mail is very large; only its beginning was read."
    if entry.filename.lower().endswith(".emlx"):
        raw = without_emlx_frame(raw)
    if not raw.strip():
        error = "The file is empty."
    return parcel_of(raw, source, position, size=entry.file_size, sent=sent, error=error)


class _Measured:
    """An entry's bytes, counted while they come: what a zip declares may be a lie."""

    def __init__(self, file: IO[bytes], entry: zipfile.ZipInfo) -> None:
        self.file, self.entry, self.out = file, entry, 0

    def read(self, size: int) -> bytes:
        data = self.file.read(size)
        self.out += len(data)
        if self.out > RATIO_FLOOR and self.out > MAX_RATIO * max(1, self.entry.compress_size):
            raise Swollen(_bomb(self.entry))
        return data


def _refused(entry: zipfile.ZipInfo) -> str:
    """Why an entry is not opened at all, or ""."""
    name = entry.filename
    if (
        name.startswith(("/", "\\"))
        or ".." in re.split(r"[/\\]", name)
        or re.match(r"[A-Za-z]:", name)
    ):
        return f"“{name}” points outside the archive; it was left out."
    if entry.flag_bits & 1:
        return f"“{name}” is locked with a password; it was left out."
    swollen = entry.file_size > MAX_RATIO * max(1, entry.compress_size)
    if entry.file_size > MAX_ENTRY or (entry.file_size > RATIO_FLOOR and swollen):
        return _bomb(entry)
    if entry.file_size > MAX_LETTER and not name.lower().endswith((".mbox", ".mbx")):
        return _bomb(entry)
    return ""


def _bomb(entry: zipfile.ZipInfo) -> str:
    return (
        f"“{entry.filename}” would unpack to far more than mail ever does; it was left out. "
        "Everything else in the archive was read."
    )


def _is_mail(entry: zipfile.ZipInfo) -> bool:
    name = entry.filename.replace("\\", "/")
    if entry.is_dir() or name.startswith("__MACOSX/") or name.rpartition("/")[2].startswith("."):
        return False
    return name.lower().endswith((".mbox", ".mbx", ".eml", ".emlx")) or bool(_MAILDIR.search(name))


def _what_else(names: list[str]) -> str:
    if "word/document.xml" in names:
        return "This is a Word document, not a mailbox. Paste the text of the mail instead."
    if any(name.startswith(("xl/", "ppt/")) for name in names):
        return "This is an Office document, not a mailbox."
    if any("Takeout/" in name for name in names):
        return (
            "This part of the Takeout holds no mail. Choose “Mail” when you export, "
            "or give the other parts."
        )
    return "There is no mail in this zip: no .mbox and no .eml."
