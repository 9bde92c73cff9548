"""Bringing an archive back: into an empty casebook, all of it in one transaction, or nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from django.db import DatabaseError, connections, router

from afterword.casebook.event import Event
from afterword.casebook.job import Job
from afterword.casebook.message import Blob
from afterword.casebook.record import CrossedAccounts, in_one_go
from afterword.desk.whole.archive import shape
from afterword.desk.whole.archive.opening import KEPT, LARGEST_MAIL, Opened, opened, refused
from afterword.errors import UserError
from afterword.members.models import Account

#: What a casebook has before anything happened in it: it goes when another takes its place.
OF_NOTHING = {"profile", "event"}
BATCH, BATCH_OF_MAILS = 500, 50


@dataclass(frozen=True, slots=True)
class Back:
    """What came back. `account` is who it is now; `again` says that all of it was here already."""

    account: UUID
    made_at: datetime
    counts: dict[str, int] = field(default_factory=dict)
    again: bool = False


def bring_back(account: UUID, path: Path) -> Back:
    """Make of an empty account the one that was exported; the same archive again changes nothing.

    The account takes the identity it had, because the marks of mail that is not kept are bound to
    it. Raises `UserError` with the reason: then nothing was changed. A crash leaves nothing either.
    """
    with opened(path) as archive:
        told = archive.manifest
        if all_here(account, archive):
            return Back(account, told.made_at, told.records, again=True)
        _refuse_a_full_one(account)
        try:
            with in_one_go(Event):
                _move_in(account, told)
                counts = {m._meta.model_name: _load(m, archive) for m in shape.records()}
                if counts != {**dict.fromkeys(counts, 0), **told.records}:
                    raise refused("there are fewer or more records in it than it says")
                tables = [model._meta.db_table for model in shape.records()]
                connections[router.db_for_write(Event)].check_constraints(table_names=tables)
        except (
            DatabaseError,
            CrossedAccounts,
            OverflowError,
            ValueError,
            TypeError,
            RecursionError,
        ) as problem:
            # What the database said may hold words of a mail, so only its kind is told.
            raise refused(
                f"its records do not fit together ({type(problem).__name__})"
            ) from problem
        return Back(told.account, told.made_at, counts)


def all_here(account: UUID, archive: Opened) -> bool:
    """Whether every record of the archive that is not made anew each day stands in this account."""
    if account != archive.manifest.account or is_empty(account):
        return False
    for model in shape.records():
        if model.derived:
            continue
        held = {pk.hex for pk in model.objects.filter(account=account).values_list("pk", flat=True)}
        if any(str(row.get("id", "")).replace("-", "") not in held
               for _, row in archive.rows(model._meta.model_name)):  # fmt: skip
            return False
    return True


def is_empty(account: UUID) -> bool:
    """Whether nothing was done in this account yet."""
    return not any(
        model.objects.filter(account=account).exists()
        for model in shape.records()
        if model._meta.model_name not in OF_NOTHING
    )


def _refuse_a_full_one(account: UUID) -> None:
    if not is_empty(account):
        raise UserError(
            "An archive is brought back into an empty casebook, and there is something in this one. "
            "Take it along first (Settings, Your data), then delete everything, then bring the "
            f"archive back. {KEPT}"
        )


def _move_in(account: UUID, told: shape.Manifest) -> None:
    """Clear the empty rooms, and put the name at the door that the archive has."""
    Event.objects.of(account).update(undoes=None)
    for model in shape.records():
        if model._meta.model_name in OF_NOTHING:
            model.objects.filter(account=account).delete()
    Job.objects.of(account).delete()
    if told.account != account:
        if Account.objects.filter(pk=told.account).exists():
            raise refused("the account it is of lives here already; open that one")
        # The home stays: what came back is its casebook now, and nobody else's.
        home = Account.objects.filter(pk=account).values_list("home", flat=True).first()
        Account.objects.filter(pk=account).delete()
        Account.objects.create(pk=told.account, name=told.name, opened_at=told.opened_at, home=home)
    else:
        Account.objects.filter(pk=account).update(name=told.name, opened_at=told.opened_at)


def _load(model: Any, archive: Opened) -> int:
    """Every row of one kind; the answer is how many."""
    mails = model is Blob
    count, batch = 0, []
    for row in _made(model, archive):
        batch.append(row)
        if len(batch) >= (BATCH_OF_MAILS if mails else BATCH):
            model.objects.bulk_create(batch)
            count, batch = count + len(batch), []
    if batch:
        model.objects.bulk_create(batch)
    return count + len(batch)


def _made(model: Any, archive: Opened) -> Iterator[Any]:
    account, name = archive.manifest.account, model._meta.model_name
    for line, told in archive.rows(name):
        raw = None
        if model is Blob:
            raw = archive.mail(str(told.pop("file", "")))
        try:
            row = shape.row_of(model, told, account)
        except ValueError as problem:
            raise refused(f"records/{name}.json, line {line}: {problem}") from problem
        if raw is not None:
            if len(raw) > LARGEST_MAIL or len(raw) != row.size:
                raise refused(f"records/{name}.json, line {line}: the mail has another size")
            row.data = Blob.packed(account, row.sha256, raw, at=row.entered_at).data
        yield row
