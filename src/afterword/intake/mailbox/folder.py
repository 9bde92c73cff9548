"""A folder of mail: Maildir, .eml and .emlx files, mboxes and Takeout zips, mixed as they come.

Mails that lie one to a file are taken in the order in which the files came to
be here, so that a mail added later always stands after the cursor, whatever its
name. What holds many mails (mbox, zip) keeps a cursor of its own.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from afterword.errors import AfterwordError, NotAMailbox
from afterword.terms import Parcel

from .files import looks_like_mail, one_file
from .foldernames import is_sent, unmodified_utf7
from .lean import parcel_of
from .mbox import Mbox, looks_like_mbox
from .takeout import TakeoutZip

_MAIL_ENDINGS = (".eml", ".emlx")
_MBOX_ENDINGS = (".mbox", ".mbx")
_UNSURE_ENDINGS = ("", ".mail", ".txt")
_LOOK = 8_192
_MAX_DEPTH = 20
_NEVER = frozenset({".git", ".cache", "node_modules", "__MACOSX", "__pycache__"})
#: Maildir flags that change what a mail is (maildir(5)); seen and replied do not.
_FLAGS = {"D": "Draft", "T": "Trash"}


@dataclass(frozen=True, slots=True, order=True)
class _Letter:
    """One file with one mail: when it came to be here, where, how large."""

    arrived: int
    where: str
    size: int
    file: str
    sent: bool
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Found:
    letters: list[_Letter]
    many: dict[str, Mbox | TakeoutZip]
    maildir: bool
    broken: dict[str, str]


class Folder:
    """Everything that is mail below a folder, as one mailbox."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.name = f"folder:{path.resolve()}"
        found = self._look()
        if not (found.letters or found.many or found.maildir):
            raise NotAMailbox(
                f"No mail was found in {path}: no .eml, .emlx or .mbox file, no Maildir, "
                "no Takeout zip. Nothing was read."
            )
        self.kind = "Maildir" if found.maildir else "folder"

    def size_hint(self) -> int:
        found = self._look()
        letters = sum(letter.size for letter in found.letters)
        return letters + sum(box.size_hint() for box in found.many.values())

    def parcels(self, cursor: str = "") -> Iterator[Parcel]:
        found = self._look()
        inner, after = _opened(cursor)
        for where, box in sorted(found.many.items()):
            try:
                for parcel in box.parcels(inner.get(where, "")):
                    inner[where] = parcel.position
                    source = f"{where}{parcel.source[len(box.label) :]}"
                    yield replace(parcel, source=source, position=_closed(inner, after))
            except AfterwordError as broken:  # one bad file never stops the folder
                yield parcel_of(b"", where, _closed(inner, after), error=str(broken))
        if not cursor:
            for where, why in found.broken.items():
                yield parcel_of(b"", where, _closed(inner, after), error=why)
        for letter in sorted(found.letters):
            if (letter.arrived, letter.where) > after:
                after = (letter.arrived, letter.where)
                yield one_file(
                    Path(letter.file),
                    letter.where,
                    _closed(inner, after),
                    size=letter.size,
                    sent=letter.sent,
                    labels=letter.labels,
                )

    def _look(self) -> _Found:
        found = _Found([], {}, _is_maildir(self.path), {})
        own = self.path.name if is_sent(self.path.name) else ""
        self._walk(str(self.path), own, found, 0)
        return found

    def _walk(self, folder: str, sent: str, found: _Found, depth: int) -> None:
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError as broken:
            where = os.path.relpath(folder, self.path)
            found.broken[where] = f"The folder could not be read: {broken.strerror}."
            return
        maildir = {"cur", "new"} <= {e.name for e in entries if e.is_dir(follow_symlinks=False)}
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                if maildir and entry.name in ("cur", "new"):
                    self._maildir(entry.path, sent, found)
                elif not (maildir and entry.name == "tmp") and self._enters(entry.name, depth):
                    inside = sent or (entry.name if is_sent(entry.name) else "")
                    self._walk(entry.path, inside, found, depth + 1)
            elif not maildir and entry.is_file() and not entry.name.startswith("."):
                self._file(entry, sent, found)

    def _enters(self, name: str, depth: int) -> bool:
        return depth < _MAX_DEPTH and name not in _NEVER

    def _maildir(self, folder: str, sent: str, found: _Found) -> None:
        try:
            entries = list(os.scandir(folder))
        except OSError:
            return
        box = unmodified_utf7(os.path.relpath(os.path.dirname(folder), self.path))
        for entry in entries:
            if entry.name.startswith(".") or not entry.is_file():
                continue
            unique, flags = _maildir_name(entry.name)
            where = unique if box == "." else f"{box}/{unique}"
            labels = tuple(word for flag, word in _FLAGS.items() if flag in flags)
            info = entry.stat()
            found.letters.append(
                _Letter(info.st_ctime_ns, where, info.st_size, entry.path, bool(sent), labels)
            )

    def _file(self, entry: os.DirEntry[str], sent: str, found: _Found) -> None:
        ending = os.path.splitext(entry.name)[1].lower()
        info = entry.stat()
        where = os.path.relpath(entry.path, self.path).replace(os.sep, "/")
        if not info.st_size:
            return
        kind = "letter" if ending in _MAIL_ENDINGS else _told_by_bytes(entry.path, ending)
        if kind == "letter":
            found.letters.append(
                _Letter(info.st_ctime_ns, where, info.st_size, entry.path, bool(sent))
            )
        elif kind == "mbox":
            found.many[where] = Mbox(Path(entry.path), label=where, sent=bool(sent))
        elif kind == "zip":
            try:
                found.many[where] = TakeoutZip(Path(entry.path), label=where)
            except NotAMailbox:
                return  # a zip of something else is none of our business


def _told_by_bytes(path: str, ending: str) -> str:
    if ending not in (*_MBOX_ENDINGS, *_UNSURE_ENDINGS, ".zip"):
        return ""
    try:
        with open(path, "rb") as file:
            beginning = file.read(_LOOK)
    except OSError:
        return "mbox" if ending in _MBOX_ENDINGS else ""
    if ending == ".zip":
        return "zip" if beginning.startswith(b"PK\x03\x04") else ""
    if looks_like_mbox(beginning):
        return "mbox"
    if ending in _MBOX_ENDINGS or ending == ".txt":
        return ""
    return "letter" if looks_like_mail(beginning) else ""


def _is_maildir(path: Path) -> bool:
    return (path / "cur").is_dir() and (path / "new").is_dir()


def _maildir_name(name: str) -> tuple[str, str]:
    """The part that never changes, and the flags; Windows writes ; or ! for the colon."""
    for mark in (":2,", ";2,", "!2,", ":1,"):
        unique, found, flags = name.partition(mark)
        if found:
            return unique, flags
    return name, ""


def _opened(cursor: str) -> tuple[dict[str, str], tuple[int, str]]:
    try:
        kept = json.loads(cursor) if cursor else {}
        inner = {str(k): str(v) for k, v in kept.get("in", {}).items()}
        arrived, where = kept.get("after", (0, ""))
        return inner, (int(arrived), str(where))
    except (ValueError, TypeError, AttributeError):
        return {}, (0, "")  # a cursor from elsewhere: read all again, ids tell what is known


def _closed(inner: dict[str, str], after: tuple[int, str]) -> str:
    return json.dumps({"in": inner, "after": after}, ensure_ascii=False, separators=(",", ":"))
