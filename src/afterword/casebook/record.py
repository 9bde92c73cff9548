"""What every row of the casebook has: its key, its account, and the moment it was entered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, Self, TypeVar, cast
from uuid import UUID

from django.db import models, router, transaction

from afterword.casebook.identifiers import uuid7

M = TypeVar("M", bound=models.Model, covariant=True)


class CrossedAccounts(Exception):
    """A row of one account pointed at a row of another: a fault of ours, never the user's."""


class RecordQuerySet(models.QuerySet[M]):
    """Rows of the casebook; `of` is where every question about an account begins."""

    def of(self, account: UUID) -> Self:
        return self.filter(account=account)

    def keyed(self, account: UUID, keys: Iterable[UUID]) -> Self:
        """The rows with these keys, of those the account's own.

        The account stands as a range of one: SQLite, which has no statistics here, takes an
        account for ten rows and would rather walk through all of them than look up twenty keys.
        """
        return self.filter(pk__in=keys, account__range=(account, account))

    def bulk_create(self, objs: Iterable[Any], *args: Any, **kwargs: Any) -> Any:
        rows = list(objs)
        stay_in_account(rows)
        return super().bulk_create(rows, *args, **kwargs)


class Record(models.Model):
    """A row: UUIDv7 key, account, and when it was entered (given by the caller, never read)."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    account = models.UUIDField(db_index=True)
    entered_at = models.DateTimeField()

    objects = RecordQuerySet.as_manager()

    #: Derived rows are made anew from the others, so undo neither keeps nor minds them.
    derived = False

    class Meta:
        abstract = True
        ordering = ["id"]

    def save(self, *args: Any, **kwargs: Any) -> None:
        stay_in_account([self])
        super().save(*args, **kwargs)


def stay_in_account(rows: Iterable[Record]) -> None:
    """Raise `CrossedAccounts` when a row points outside its own account.

    A database cannot hold this by itself without composite foreign keys, which
    Django has not; so every way into the tables passes here. Rows that are
    already loaded cost nothing, the others one query a table.
    """
    wanted: dict[tuple[type[Record], UUID], set[UUID]] = defaultdict(set)
    for row in rows:
        for field in cast(Iterable[Any], row._meta.concrete_fields):
            other: Any = field.related_model
            key = getattr(row, field.attname)
            if not field.is_relation or key is None or not issubclass(other, Record):
                continue
            if field.is_cached(row):
                if getattr(row, field.name).account != row.account:
                    raise CrossedAccounts(f"{row._meta.model_name}.{field.name}")
            else:
                wanted[other, row.account].add(key)
    for (other, account), keys in wanted.items():
        if other.objects.filter(pk__in=keys).exclude(account=account).exists():
            raise CrossedAccounts(
                f"a row of account {account} points at another's {other._meta.model_name}"
            )


def in_one_go(model: type[models.Model] | None = None) -> transaction.Atomic:
    """One transaction on the database that this model is written to."""
    return transaction.atomic(using=router.db_for_write(model or _event()))


def _event() -> type[models.Model]:
    from django.apps import apps

    return apps.get_model("casebook", "Event")
