"""An account with one row of every record there is, and something in every column, whatever is added later."""

from __future__ import annotations

import hashlib
import uuid
from datetime import UTC, date, datetime, timedelta
from typing import Any

from django.db import models

from afterword.casebook.models import Blob
from afterword.desk.whole import archive

AT = datetime(2026, 3, 10, 9, 0, 0, 123456, tzinfo=UTC)
RAW = b"From: Ad\xc3\xa9 <ade@firm.example>\r\nMessage-ID: <m@firm.example>\r\n\r\nNo.\x00\xff\r\n"


def one_of(model: type[models.Model], account: uuid.UUID, known: dict[Any, Any]) -> Any:
    """An unsaved row with something in every column, whatever columns there are."""
    row = model(account=account, entered_at=AT)
    for field in model._meta.concrete_fields:
        if field.name in ("id", "account", "entered_at"):
            continue
        if field.is_relation:
            other = field.related_model
            value = None if other is model else known.get(other)
            if value is None and other is not model:
                value = known[other] = saved(other, account, known)
            setattr(row, field.name, value)
        else:
            setattr(row, field.attname, something(field))
    return row


def something(field: Any) -> Any:
    number = int(hashlib.sha256(str(field).encode()).hexdigest()[:6], 16)
    if isinstance(field, models.JSONField):
        return (
            {"ß": [1, 2.5, None, True, "“a”", {"b": []}]} if field.default is dict else [["x", 1]]
        )
    if isinstance(field, models.BooleanField):
        return not field.default
    if isinstance(field, models.DateTimeField):
        return AT + timedelta(microseconds=number)
    if isinstance(field, models.DateField):
        return date(2026, 1, 1) + timedelta(days=number % 300)
    if isinstance(field, models.UUIDField):
        return uuid.UUID(int=number)
    if isinstance(field, models.BinaryField):
        return b""
    if isinstance(field, models.IntegerField):
        return number
    return f"=é\n☃{number}"[: field.max_length or 99]


def saved(model: type[models.Model], account: uuid.UUID, known: dict[Any, Any]) -> Any:
    row = one_of(model, account, known)
    if isinstance(row, Blob):
        row = Blob.packed(account, hashlib.sha256(RAW).hexdigest(), RAW, at=AT)
    row.save(force_insert=True)
    return known.setdefault(model, row)


def brim_full(account: uuid.UUID) -> int:
    """One row of every record there is, and every column filled; how many."""
    known: dict[Any, Any] = {}
    for model in archive.shape.records():
        if model not in known:
            known[model] = saved(model, account, known)
    return len(known)
