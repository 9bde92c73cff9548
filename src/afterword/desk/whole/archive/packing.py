"""Packing: every record as JSON, every kept mail as it came, every letter as text, and the sums of all."""

from __future__ import annotations

import hashlib
import json
import os
import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from django.db import connections, router, transaction

from afterword import __version__
from afterword.casebook.event import Event
from afterword.casebook.letter import Letter
from afterword.casebook.message import Blob, Message
from afterword.desk.whole.archive import shape
from afterword.errors import UserError
from afterword.members.models import Account

ABOUT = """Your casebook, exported on {day}.

records/        every record as JSON, one file a kind; `id` names a row, `…_id` points at another
mails/          the mail about jobs, as it arrived (.eml opens in any mail program)
letters/        the letters you wrote, as text
manifest.json   what is in here, how many of each, and the sum (sha256) of every file

`afterword bring-back THIS.zip`, or Settings, Your data, makes the same casebook of it again in an
empty Afterword. Nothing that opens a mail account is in here: such secrets stay where they lie.
Mail that is not about jobs was never kept, so none of it is here.
"""


def pack(account: UUID, path: Path, *, at: datetime) -> Path:
    """Everything of this account in one zip, as it stood at one moment; the answer is where it lies.

    Readable without Afterword and by its owner alone, and without secrets: no keys, sessions or
    links are in it, and nothing of any other account. Raises `UserError`; then no file is left.
    """
    if path.is_dir():
        path = free(path / f"afterword-{at:%Y-%m-%d}.zip")
    part = path.with_name(path.name + ".part")
    try:
        handle = os.open(part, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w+b") as file, one_moment():
            with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as out:
                _fill(_Sums(out), account, at)
            file.flush()
            os.fsync(file.fileno())
        os.replace(part, path)
    except OSError as problem:
        part.unlink(missing_ok=True)
        raise UserError(f"The export could not be written: {problem.strerror}.") from problem
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    return path


def free(path: Path) -> Path:
    """A name nothing has yet: two of one day are two files."""
    number, found = 1, path
    while found.exists():
        number += 1
        found = path.with_stem(f"{path.stem}-{number}")
    return found


class _Sums:
    """A zip that remembers size and sum of what is laid into it."""

    def __init__(self, out: zipfile.ZipFile) -> None:
        self.out = out
        self.files: dict[str, tuple[int, str]] = {}

    def lay(self, name: str, data: bytes) -> None:
        self.out.writestr(name, data)
        self.files[name] = (len(data), hashlib.sha256(data).hexdigest())

    def lay_rows(self, name: str, rows: Iterator[dict[str, Any]]) -> int:
        """A JSON list with one row a line, so that it can be read line by line; how many there were."""
        count, size, sums = 0, 0, hashlib.sha256()
        with self.out.open(name, "w", force_zip64=True) as file:
            for row in rows:
                line = ",\n" if count else "[\n"
                data = (line + json.dumps(row, ensure_ascii=False)).encode("utf-8")
                count, size = count + 1, size + len(data)
                sums.update(data)
                file.write(data)
            end = b"\n]\n" if count else b"[]\n"
            sums.update(end)
            file.write(end)
        self.files[name] = (size + len(end), sums.hexdigest())
        return count


def _fill(out: _Sums, account: UUID, at: datetime) -> None:
    out.lay(shape.READ_ME, ABOUT.format(day=f"{at:%d %B %Y}").encode())
    names = _mail_names(account)
    counts = {}
    for model in shape.records():
        name = model._meta.model_name
        rows = shape.rows(model, account)
        if model is Blob:
            rows = ({**row, "file": names[row["sha256"]]} for row in rows)
        count = out.lay_rows(f"records/{name}.json", rows)
        counts[name] = count
    for blob in Blob.objects.of(account).order_by("pk").iterator(chunk_size=50):
        out.lay(names[blob.sha256], blob.raw)
    for name, text in _letters(account):
        out.lay(name, text.encode("utf-8"))
    row = Account.objects.filter(pk=account).first()
    manifest = shape.Manifest(
        account=account,
        name=row.name if row else "",
        opened_at=row.opened_at if row else at,
        made_at=at,
        program=__version__,
        change=shape.last_change(),
        records=counts,
        files=out.files,
    )
    out.out.writestr(shape.MANIFEST, manifest.written())


@contextmanager
def one_moment() -> Iterator[None]:
    """All that is read inside is of one moment, and nobody has to wait for it meanwhile."""
    connection = connections[router.db_for_read(Event) or "default"]
    if connection.in_atomic_block:
        yield
    elif connection.vendor == "sqlite":
        # Django's own transactions begin IMMEDIATE, which would keep the mail from being read on.
        with connection.cursor() as cursor:
            cursor.execute("BEGIN DEFERRED")
            try:
                yield
            finally:
                cursor.execute("ROLLBACK")
    else:
        with transaction.atomic(using=connection.alias):
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield


def _mail_names(account: UUID) -> dict[str, str]:
    """By the sum of a mail, the file it is laid into."""
    heads = Message.objects.of(account).order_by("-at", "-pk")
    known = {
        sha: (at, subject) for sha, at, subject in heads.values_list("sha256", "at", "subject")
    }
    names = {}
    for sha in Blob.objects.of(account).values_list("sha256", flat=True):
        at, subject = known.get(sha, (None, "mail"))
        day = f"{at:%Y-%m-%d}" if at else "undated"
        names[sha] = f"mails/{day}-{_plain(subject)}-{sha[:16]}.eml"
    return names


def _letters(account: UUID) -> Iterator[tuple[str, str]]:
    rows = Letter.objects.of(account).select_related("case__company", "person").order_by("pk")
    for letter in rows:
        firm = letter.case.company.name if letter.case else ""
        to = str(letter.person) if letter.person else ""
        head = f"To: {to}\nSubject: {letter.subject}\nState: {letter.state}\n\n"
        name = f"letters/{_plain(firm or to)}-{_plain(letter.kind)}-{letter.pk.hex[-12:]}.txt"
        yield name, head + letter.text + "\n"


def _plain(words: str) -> str:
    """Words as part of a file name that every system takes."""
    return re.sub(r"[^\w-]+", "-", words, flags=re.ASCII).strip("-")[:60].lower() or "untitled"
