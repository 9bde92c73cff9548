"""One file: read, taken in by one verb, reported line by line."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings

from afterword.casebook.brought import MOST_LINES, Import
from afterword.casebook.event import Act, act
from afterword.casebook.introducing import Introductions
from afterword.casebook.profile import OwnAddress, Profile
from afterword.casebook.taking_over import TakingOver
from afterword.desk import morning
from afterword.desk.incoming import appointments, messages, proposals
from afterword.errors import UserError
from afterword.intake import bringing
from afterword.intake.bringing import Wish
from afterword.terms import Brought, Column, Unread

#: Files that wait for an answer lie here, in the home, each under its import's key.
WAITING = "waiting"


@dataclass(slots=True)
class Taken:
    """What came of one file. `asks` is what must be answered first; then nothing was taken in yet."""

    id: str
    kind: str
    name: str
    counts: dict[str, int] = field(default_factory=dict)
    unread: tuple[Unread, ...] = ()
    left: tuple[str, ...] = ()
    columns: tuple[Column, ...] = ()
    asks: str = ""
    new: bool = True

    def as_json(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "kind": self.kind,
            "name": self.name,
            "new": self.new,
            "counts": self.counts,
            "asks": self.asks,
            "columns": [
                {"heading": one.heading, "means": one.means, "sample": list(one.sample)}
                for one in self.columns
            ],
            "unread": [
                {"line": one.line, "reason": one.reason, "where": one.where} for one in self.unread
            ],
            "left": list(self.left),
        }


def read(
    account: UUID,
    data: bytes,
    name: str,
    *,
    now: datetime,
    kind: str = "",
    wish: Wish | None = None,
) -> Brought:
    """What a file holds; nothing is kept."""
    profile = Profile.of(account, at=now)
    wish = wish or Wish()
    if not wish.me:
        wish = replace(wish, me=profile.name)
    return bringing.bring(
        data, name[:300], now=now, zone=ZoneInfo(profile.zone), kind=kind, wish=wish
    )


def take_file(
    account: UUID,
    path: Path,
    *,
    now: datetime,
    name: str = "",
    kind: str = "",
    wish: Wish | None = None,
) -> Taken:
    """Read a file and take it in. Raises `UserError` when it cannot be read as a whole."""
    try:
        data = path.read_bytes()
    except OSError as problem:
        raise UserError(
            f"{path} cannot be opened: {problem.strerror}. Nothing was read."
        ) from problem
    return take(account, data, name or path.name, now=now, kind=kind, wish=wish)


def take(
    account: UUID,
    data: bytes,
    name: str,
    *,
    now: datetime,
    kind: str = "",
    wish: Wish | None = None,
    look_first: bool = False,
) -> Taken:
    """Take in what a file holds: one event, and what was not read with its line.

    With `look_first` the columns of a table are shown before anything is taken in.
    """
    brought = read(account, data, name, now=now, kind=kind, wish=wish)
    digest = sha256(data).hexdigest()
    known = Import.known(account, digest)
    if look_first and brought.columns and not brought.asks and (known is None or known.waits):
        brought = replace(brought, asks="columns")
    if brought.asks:
        row = Import.wait(
            account=account, at=now, name=brought.name, kind=brought.kind, digest=digest,
            waits=brought.asks, columns=_columns(brought),
        )  # fmt: skip
        _lay_down(row, data)
        return _told(row, brought, new=True)
    if not brought.kind:
        raise UserError(f"{name}: {brought.unread[0].reason} Nothing was taken in.")
    return _keep(account, brought, digest, now)


def _keep(account: UUID, brought: Brought, digest: str, now: datetime) -> Taken:
    zone = ZoneInfo(Profile.of(account, at=now).zone)
    counts: Counter[str] = Counter()
    says = f"{brought.name} was brought in"
    with act(account, "brought_in", at=now, says=says) as doing:
        known = Import.known(account, digest)
        people = Introductions(account, doing)
        people.all(brought.contacts)
        counts += people.counts
        taking = TakingOver(account, doing, now, zone)
        for one in brought.applied:
            taking.take(one)
        counts += taking.counts
        counts += messages.meet(account, brought.said, people, doing, now)
        row = _report(account, brought, digest, now, doing, known)
        counts += proposals.propose(row, brought.proofs, doing)
        counts += appointments.take(account, brought.appointments, doing, now, name=brought.name)
        fresh = known is None or bool(known.waits) or len(doing.ledger) > 0
        if known is None or known.waits:
            doing.change(row, counts=dict(counts), waits="")
    own = [(one, 1) for one in brought.own_addresses]
    OwnAddress.propose(account=account, found=own, at=now)
    if brought.own_name and not Profile.of(account, at=now).name:
        Profile.of(account, at=now).describe(at=now, by="machine", name=brought.own_name[:200])
    _take_up(row)
    counts += messages.read(account, brought.said, now=now)
    morning.freshen(account, now)
    told = _told(row, brought, new=fresh)
    told.counts = dict(sorted((name, n) for name, n in counts.items() if n))
    return told


def _report(
    account: UUID, brought: Brought, digest: str, now: datetime, doing: Act, known: Import | None
) -> Import:
    lines = [
        {"line": one.line, "reason": one.reason, "where": one.where}
        for one in brought.unread[:MOST_LINES]
    ]
    fields: dict[str, Any] = {
        "kind": brought.kind[:32],
        "unread": lines,
        "left": list(brought.left),
        "columns": _columns(brought),
    }
    if known is not None:
        doing.change(known, **fields)
        return known
    return doing.create(Import(account=account, name=brought.name, digest=digest, at=now, **fields))


def again(
    row: Import,
    *,
    now: datetime,
    columns: Mapping[str, str] | None = None,
    day_first: bool | None = None,
) -> Taken:
    """Read a file that waits, with the user's answer. Raises `UserError` when it is there no more."""
    path = _place(row)
    if not path.exists():
        raise UserError(f"{row.name} is here no more. Bring it in once more; nothing was changed.")
    wish = Wish(columns=columns, day_first=day_first)
    kind = row.kind if row.kind == "tracker" else ""
    return take(row.account, path.read_bytes(), row.name, now=now, kind=kind, wish=wish)


def headings_of(path: Path) -> dict[str, str]:
    """What each column of a table is taken for, by its heading."""
    found = bringing.columns_of(path.read_bytes())
    return {one.heading: one.means for one in found}


def waiting(row: Import, *, now: datetime) -> Brought:
    """What is asked about a file that waits, read anew."""
    path = _place(row)
    if not path.exists():
        raise UserError(f"{row.name} is here no more. Bring it in once more; nothing was changed.")
    return read(row.account, path.read_bytes(), row.name, now=now, kind=row.kind)


def leave(row: Import, *, now: datetime) -> None:
    """Put a file away that waited, unread."""
    _take_up(row)
    row.drop(at=now)


def sweep() -> None:
    """Remove files that waited for an import which is there no more: forgotten, or taken back."""
    folder = Path(settings.HOME) / WAITING
    held = set(map(str, Import.objects.exclude(waits="").values_list("pk", flat=True)))
    for path in folder.glob("*") if folder.is_dir() else ():
        if path.name not in held:
            path.unlink(missing_ok=True)


def _columns(brought: Brought) -> list[dict[str, Any]]:
    return [{"heading": one.heading, "means": one.means} for one in brought.columns]


def _place(row: Import) -> Path:
    return Path(settings.HOME) / WAITING / str(row.pk)


def _lay_down(row: Import, data: bytes) -> None:
    place = _place(row)
    place.parent.mkdir(mode=0o700, exist_ok=True)
    handle = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as out:
        out.write(data)


def _take_up(row: Import) -> None:
    _place(row).unlink(missing_ok=True)


def _told(row: Import, brought: Brought, *, new: bool) -> Taken:
    return Taken(
        id=str(row.pk),
        kind=brought.kind,
        name=brought.name,
        unread=brought.unread,
        left=brought.left,
        columns=brought.columns,
        asks=brought.asks,
        new=new,
    )
