"""Records of this account by their id, or a plain 404; nothing of another account is ever found."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404

from afterword.casebook import models as record
from afterword.faces.web.visit import Visit


def one(visit: Visit, rows: QuerySet[Any], key: UUID) -> Any:
    found = rows.filter(account=visit.account, pk=key).first()
    if found is None:
        raise Http404
    return found


def case(visit: Visit, key: UUID) -> record.Case:
    """The case, or the one it went into."""
    found: record.Case = one(
        visit, record.Case.objects.for_list().select_related("merge", "company__stop"), key
    )
    merged = getattr(found, "merge", None)
    return case(visit, merged.into_id) if merged is not None else found


def open_cases(visit: Visit, but: record.Case | None = None) -> Any:
    """The cases a field can offer, by name."""
    rows = record.Case.objects.of(visit.account).standing_alone().select_related("company")
    rows = rows.order_by("company__name", "role")
    return rows.exclude(pk=but.pk) if but is not None else rows
