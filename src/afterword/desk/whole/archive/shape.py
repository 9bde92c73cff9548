"""What an archive is: its version, which records stand in it, and a row as plain JSON and back."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models
from django.db.migrations.loader import MigrationLoader

from afterword.casebook.event import image
from afterword.casebook.message import Blob

WHAT = "afterword archive"
#: Raised when an older Afterword could no longer read what we write.
VERSION = 1
MANIFEST, READ_ME = "manifest.json", "README.txt"
#: Records that stay where they are, each with its reason; every other record goes along.
LEFT_BEHIND = {
    "job": "What the clock has to do; it is put down anew wherever the program runs.",
}
#: Columns of a process that runs here and now; elsewhere they would only be in the way.
OF_THE_MOMENT = {"connection": {"reading_until": None, "reading_by": ""}}


@dataclass(frozen=True, slots=True)
class Manifest:
    """What an archive says of itself. `files` is name: (size in bytes, sha256)."""

    account: UUID
    name: str
    opened_at: datetime
    made_at: datetime
    program: str
    change: str
    records: dict[str, int]
    files: dict[str, tuple[int, str]]
    version: int = VERSION

    def written(self) -> str:
        told = {
            "what": WHAT,
            "version": self.version,
            "program": self.program,
            "change": self.change,
            "made_at": self.made_at.isoformat(),
            "account": {
                "id": str(self.account),
                "name": self.name,
                "opened_at": self.opened_at.isoformat(),
            },
            "records": self.records,
            "files": {name: list(told) for name, told in self.files.items()},
        }
        return json.dumps(told, ensure_ascii=False, indent=1)


def records() -> list[Any]:
    """Every kind of record that belongs in an archive, by name."""
    rows = (m for m in apps.get_app_config("casebook").get_models())
    return sorted(
        (m for m in rows if m._meta.model_name not in LEFT_BEHIND), key=lambda m: m._meta.model_name
    )


def last_change() -> str:
    """The name of the last change of the casebook's shape that this program knows."""
    return str(MigrationLoader(None, ignore_no_migrations=True).graph.leaf_nodes("casebook")[0][1])


def knows_change(name: str) -> bool:
    return ("casebook", name) in MigrationLoader(None, ignore_no_migrations=True).disk_migrations


def rows(model: Any, account: UUID) -> Iterator[dict[str, Any]]:
    """The records of one kind as plain values, without the account they stand under."""
    moment = OF_THE_MOMENT.get(model._meta.model_name, {})
    found = model.objects.filter(account=account).order_by("pk")
    if model is Blob:
        found = found.defer("data")
    for row in found.iterator(chunk_size=500):
        told = image(row)
        del told["account"]
        yield {**told, **moment}


def row_of(model: Any, told: dict[str, Any], account: UUID) -> Any:
    """The unsaved record of plain values; what an older archive does not say takes its default.

    Raises `ValueError` with the reason.
    """
    fields = {field.attname: field for field in model._meta.concrete_fields}
    odd = set(told) - set(fields) | ({"account"} & set(told))
    if odd:
        raise ValueError(f"“{sorted(odd)[0]}” is nothing a {model._meta.model_name} has")
    if "id" not in told:
        raise ValueError("it has no id")
    return model(account=account, **{name: _value(fields[name], v) for name, v in told.items()})


def _value(field: Any, told: Any) -> Any:
    if told is None:
        return None
    to = field.target_field if field.is_relation else field
    if isinstance(to, models.JSONField):
        return told
    try:
        value = to.to_python(told)
    except ValidationError as problem:
        raise ValueError(f"“{field.attname}” cannot be {str(told)[:40]!r}") from problem
    most = getattr(to, "max_length", None)
    if most is not None and isinstance(value, str) and len(value) > most:
        raise ValueError(f"“{field.attname}” is longer than {most} letters")
    if isinstance(value, datetime) and value.tzinfo is None:
        raise ValueError(f"“{field.attname}” names no time zone")
    return value


def picture(account: UUID) -> dict[str, tuple[int, str]]:
    """Every record of an account as (how many, one hash over all): equal pictures are equal accounts.

    Raw mails count by their own bytes, not by how they are packed.
    """
    seen: dict[str, tuple[int, str]] = {}
    for model in records():
        count, sums = 0, hashlib.sha256()
        for told in rows(model, account):
            count += 1
            sums.update(json.dumps(told, sort_keys=True).encode())
        if model is Blob:
            for blob in Blob.objects.of(account).order_by("pk").iterator(chunk_size=50):
                sums.update(blob.raw)
        seen[model._meta.model_name] = (count, sums.hexdigest())
    return seen
