"""Mail that a first look found worth reading, and that is still to be read: its mark and its place.

Nothing of such a mail is kept, for it may be about no job at all; it is fetched again
when its turn comes.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db import models

from afterword.casebook.record import Record
from afterword.casebook.source import Source


class Waiting(Record):
    """One such mail. The row goes in the transaction that keeps the mail or passes it over."""

    account = models.UUIDField()
    digest = models.CharField(max_length=32)
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="waiting")
    place = models.TextField()

    class Meta(Record.Meta):
        constraints = [models.UniqueConstraint(fields=["account", "digest"], name="one_waiting")]


def put_by(marks: Iterable[tuple[str, str]], *, source: Source, at: datetime) -> None:
    """These marks wait at these places; one that waits already lies at the new place."""
    rows = {
        digest: Waiting(
            account=source.account, entered_at=at, digest=digest, source=source, place=place
        )
        for digest, place in marks
    }
    Waiting.objects.bulk_create(
        rows.values(),
        update_conflicts=True,
        unique_fields=["account", "digest"],
        update_fields=["source", "place"],
    )


def take_up(marks: Iterable[str], *, source: Source) -> None:
    """These wait no more."""
    Waiting.objects.of(source.account).filter(digest__in=list(marks)).delete()


def places_of(source: Source) -> dict[str, str]:
    """What waits of this source: mark and place, in the order in which it was looked at."""
    rows = Waiting.objects.of(source.account).filter(source=source).order_by("id")
    return dict(rows.values_list("digest", "place"))


def those_of(account: UUID, marks: Iterable[str]) -> set[str]:
    """Those of these marks that wait."""
    asked = list(marks)
    if not asked:
        return set()
    rows = Waiting.objects.of(account).filter(digest__in=asked)
    return set(rows.values_list("digest", flat=True))
