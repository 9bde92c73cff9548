"""Opening an archive: nothing in it is believed before its names, sizes and sums were looked at.

Nothing is ever unpacked to the disk; what stands in it is read in place, never past the size it
declares.
"""

from __future__ import annotations

import hashlib
import json
import re
import stat
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from afterword.desk.whole.archive import shape
from afterword.errors import UserError

#: More than anybody's search; past it a file is no casebook but an attack on the disk.
MOST_FILES, MOST_BYTES = 1_000_000, 16 * 1024**3
#: Deflate can make a thousandfold of nothing; honest archives stay under forty.
MOST_SWELLING, SWELLING_FROM = 200, 50 * 1024**2
#: One row, and the manifest; a mail of 32 MB is the largest that is kept.
LONGEST_ROW, LARGEST_MAIL = 128 * 1024**2, 32 * 1024**2
_NAME = re.compile(r"records/[a-z]{1,40}\.json|(?:mails/[\w-]{1,120}\.eml)|(?:letters/[\w-]{1,160}\.txt)", re.ASCII)  # fmt: skip
_PART = 1024 * 1024
KEPT = "Nothing was changed."


class Opened:
    """An archive whose every file was found as its manifest says."""

    def __init__(self, held: zipfile.ZipFile, manifest: shape.Manifest) -> None:
        self._held, self.manifest = held, manifest

    def rows(self, name: str) -> Iterator[tuple[int, dict[str, Any]]]:
        """The rows of one kind of record with the line each stands on. Raises `UserError`."""
        place = f"records/{name}.json"
        if place not in self.manifest.files:
            return
        with self._held.open(place) as file:
            for number, line in enumerate(iter(lambda: file.readline(LONGEST_ROW), b""), 1):
                bare = line.strip().rstrip(b",")
                if bare in (b"[", b"]", b"[]", b""):
                    continue
                try:
                    row = json.loads(bare)
                except (ValueError, RecursionError) as problem:
                    raise refused(f"{place}, line {number}, is no JSON") from problem
                if not isinstance(row, dict):
                    raise refused(f"{place}, line {number}, is no record")
                yield number, row

    def mail(self, name: str) -> bytes:
        if not name.startswith("mails/") or name not in self.manifest.files:
            raise refused("a mail it speaks of is not in it")
        # Asked before it is read: what is packed small may be gigabytes.
        if self._held.getinfo(name).file_size > LARGEST_MAIL:
            raise refused("there is a mail in it that is larger than any that is kept")
        return self._held.read(name)


def refused(why: str) -> UserError:
    return UserError(f"This archive cannot be brought back: {why}. {KEPT}")


def look_at(path: Path) -> shape.Manifest:
    """What an archive holds, after every file in it was checked. Raises `UserError` with the reason."""
    with opened(path) as archive:
        return archive.manifest


@contextmanager
def opened(path: Path) -> Iterator[Opened]:
    """The archive at this place, checked from end to end. Raises `UserError` with the reason."""
    if not path.is_file():
        raise UserError(f"There is no file at {path}. {KEPT}")
    try:
        with zipfile.ZipFile(path) as held:
            infos = _innocent(held, path.stat().st_size)
            manifest = _manifest(held, infos)
            _whole(held, infos, manifest)
            yield Opened(held, manifest)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, UnicodeError) as problem:
        raise refused("it is no zip file, or it is cut off or damaged") from problem
    except OSError as problem:
        raise refused(f"it could not be read ({problem.strerror})") from problem


def _innocent(held: zipfile.ZipFile, size: int) -> dict[str, zipfile.ZipInfo]:
    """Its files by name, after a look at the directory alone."""
    infos = held.infolist()
    if len(infos) > MOST_FILES:
        raise refused("there are more files in it than any casebook has")
    names = {info.filename: info for info in infos}
    if len(names) != len(infos):
        raise refused("two files in it have the same name")
    for name, info in names.items():
        if name not in (shape.MANIFEST, shape.READ_ME) and not _NAME.fullmatch(name):
            raise refused(f"“{name[:60]}” is no name that belongs in one")
        if info.flag_bits & 1:
            raise refused("it is locked with a password; unpack it and make it a plain zip")
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise refused("it is packed in a way that no archive of ours is")
        if stat.S_ISLNK(info.external_attr >> 16):
            raise refused("there is a link in it, and no archive of ours has one")
    total = sum(info.file_size for info in infos)
    if total > MOST_BYTES or (total > SWELLING_FROM and total > MOST_SWELLING * size):
        raise refused(f"unpacked it would swell to {total / 1e9:.1f} GB, as no casebook does")
    end = 0
    for info in sorted(infos, key=lambda one: one.header_offset):
        if info.header_offset < end:
            raise refused("files in it lie over one another")
        end = info.header_offset + info.compress_size
    return names


def _manifest(held: zipfile.ZipFile, infos: dict[str, zipfile.ZipInfo]) -> shape.Manifest:
    info = infos.get(shape.MANIFEST)
    if info is None:
        raise refused("it has no manifest.json, so it is no export of Afterword")
    if info.file_size > LONGEST_ROW:
        raise refused("its manifest is longer than any")
    try:
        told = json.loads(held.read(shape.MANIFEST))
        if told["what"] != shape.WHAT:
            raise ValueError(told["what"])
        if int(told["version"]) > shape.VERSION or not shape.knows_change(str(told["change"])):
            raise refused(
                f"it was written by a newer Afterword ({str(told['program'])[:20]}). "
                "Update this one, then try again"
            )
        found = shape.Manifest(
            account=UUID(told["account"]["id"]),
            name=str(told["account"]["name"])[:200],
            opened_at=datetime.fromisoformat(told["account"]["opened_at"]),
            made_at=datetime.fromisoformat(told["made_at"]),
            program=str(told["program"])[:40],
            change=str(told["change"]),
            records={str(name): int(count) for name, count in told["records"].items()},
            files={str(name): (int(size), str(sha)) for name, (size, sha) in told["files"].items()},
            version=int(told["version"]),
        )
        found.written().encode()
    except (
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        OverflowError,
        RecursionError,
    ) as problem:
        raise refused("its manifest.json cannot be understood") from problem
    if found.opened_at.tzinfo is None or found.made_at.tzinfo is None:
        raise refused("its manifest.json cannot be understood")
    return found


def _whole(
    held: zipfile.ZipFile, infos: dict[str, zipfile.ZipInfo], manifest: shape.Manifest
) -> None:
    """Every file is there, none besides, and each has the sum that the manifest says."""
    there, told = set(infos) - {shape.MANIFEST}, set(manifest.files)
    if told - there:
        raise refused(f"{sorted(told - there)[0]} is missing from it")
    if there - told:
        raise refused(f"{sorted(there - told)[0]} does not belong in it")
    known = {model._meta.model_name for model in shape.records()}
    if set(manifest.records) - known:
        raise refused(
            f"“{sorted(set(manifest.records) - known)[0]}” is no record this Afterword knows"
        )
    for name, (size, sha) in manifest.files.items():
        sums, count = hashlib.sha256(), 0
        with held.open(name) as file:
            while data := file.read(_PART):
                count += len(data)
                sums.update(data)
        if count != size or sums.hexdigest() != sha:
            raise refused(f"{name} is not as it was when it was written")
