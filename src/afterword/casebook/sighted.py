"""What moved outside: each sighting once by its key, dismissed with undo; and what is remembered of boards.

A sighting that stands is a sign in its case, and counsel sees it there (`files.py`). One that was
dismissed is kept, so that it is not told again.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import models

from afterword import terms
from afterword.casebook.case import Case
from afterword.casebook.company import Company
from afterword.casebook.event import Who, act
from afterword.casebook.record import Record, RecordQuerySet
from afterword.casebook.values import to_plain
from afterword.casebook.watched import plain


class SightedQuerySet(RecordQuerySet["Sighted"]):
    def standing(self) -> SightedQuerySet:
        """Those the user has not put away."""
        return self.filter(dismissed_at__isnull=True)


class Sighted(Record):
    """One sign from outside. `at` is when it moved, `entered_at` when it was told; `seen` its evidence."""

    case = models.ForeignKey(
        Case, null=True, blank=True, on_delete=models.PROTECT, related_name="sighted"
    )
    company = models.ForeignKey(
        Company, null=True, blank=True, on_delete=models.PROTECT, related_name="sighted"
    )
    key = models.CharField(max_length=300)
    signal = models.CharField(max_length=32)
    strength = models.CharField(max_length=8)
    at = models.DateTimeField()
    says = models.TextField()
    seen = models.JSONField(default=list)
    person = models.UUIDField(null=True)
    posting = models.JSONField(null=True)
    dismissed_at = models.DateTimeField(null=True)

    objects = SightedQuerySet.as_manager()  # type: ignore[misc]

    class Meta(Record.Meta):
        constraints = [models.UniqueConstraint(fields=["account", "key"], name="one_sighting")]
        indexes = [
            models.Index(fields=["account", "at"], name="sighted_when"),
            models.Index(
                fields=["account", "entered_at"],
                condition=models.Q(dismissed_at__isnull=True),
                name="sighted_standing",
            ),
        ]

    def __str__(self) -> str:
        return self.says

    @classmethod
    def tell(
        cls, *, account: UUID, sighting: terms.Sighting, at: datetime, by: str = Who.MACHINE
    ) -> Sighted:
        """Keep a sighting; one that was told before stays as it is, dismissed or not."""
        key = sighting.key[:300]
        found = cls.objects.of(account).filter(key=key).first()
        if found is not None:
            return found
        case = None
        if sighting.case:
            rows = Case.objects.of(account).select_related("company")
            case = rows.filter(pk=UUID(sighting.case)).first()
        with act(account, "saw", at=at, by=by, case=case, says=sighting.says) as doing:
            return doing.create(
                cls(
                    case=case,
                    company=case.company if case is not None else None,
                    key=key,
                    signal=sighting.signal,
                    strength=sighting.strength,
                    at=sighting.at,
                    says=sighting.says,
                    seen=[to_plain(one) for one in sighting.seen],
                    person=_key(sighting.person),
                    posting=plain(sighting.posting) if sighting.posting else None,
                )
            )

    def dismiss(self, *, at: datetime, by: str = Who.USER) -> None:
        """Put it away: it weighs nothing any more and is not told again."""
        if self.dismissed_at is not None:
            return
        says = f"Put away: {self.says}"
        with act(
            self.account, "dismissed_sighting", at=at, by=by, case=self.case_id, says=says
        ) as doing:
            doing.change(self, dismissed_at=at)

    def restore(self, *, at: datetime, by: str = Who.USER) -> None:
        """Let it count again."""
        if self.dismissed_at is None:
            return
        says = f"Counts again: {self.says}"
        with act(
            self.account, "restored_sighting", at=at, by=by, case=self.case_id, says=says
        ) as doing:
            doing.change(self, dismissed_at=None)

    def drop(self, *, at: datetime, by: str = Who.USER) -> None:
        """Take it out for good."""
        if not Sighted.objects.filter(pk=self.pk).exists():
            return
        with act(
            self.account,
            "dropped_sighting",
            at=at,
            by=by,
            case=self.case_id,
            says="A sign from outside was removed",
        ) as doing:
            doing.remove(self)


def _key(person: str) -> UUID | None:
    try:
        return UUID(person) if person else None
    except ValueError:
        return None


def signs(account: UUID, cases: Iterable[UUID], now: datetime) -> Iterable[Sighted]:
    """The sightings that stood at `now` in these cases."""
    rows = Sighted.objects.of(account).filter(case__in=list(cases), at__lte=now)
    rows = rows.filter(entered_at__lte=now).exclude(dismissed_at__lte=now)
    # what the user was told stands in the case by their own entry
    return rows.exclude(key__startswith="told:")


def as_happening(row: Sighted) -> terms.Happening:
    """A sighting as counsel sees it in the case: inferred, with how much it carries."""
    return terms.Happening(
        id=str(row.pk),
        at=row.at,
        kind=terms.Deed.SIGNAL,
        who=str(row.person or ""),
        channel=terms.Channel.PORTAL,
        basis=terms.Basis.INFERRED,
        detail=row.signal,
        opened=row.at,
        strength=terms.Strength(row.strength),
        taken_back=tuple(one["taken_back"] for one in row.seen if one.get("taken_back")),
    )


def forget_in_sightings(account: UUID, person: UUID, name: str) -> None:
    """Take out what was seen of a person: part of the transaction that forgets them."""
    rows = Sighted.objects.of(account)
    rows.filter(person=person).delete()
    if name:
        rows.filter(says__contains=name).delete()


class Lookout(Record):
    """What is remembered of a firm's boards (`counsel.watching.to_plain`), and when that was judged.

    Derived: the adverts themselves lie in `watched.py`.
    """

    derived = True

    company = models.OneToOneField(Company, on_delete=models.CASCADE, related_name="lookout")
    memory = models.JSONField(default=dict)
    judged_at = models.DateTimeField(null=True)
    # Whether the next days must show what this was, though the board shows nothing new.
    unsettled = models.BooleanField(default=False)

    def remember(
        self, memory: dict[str, Any] | None, *, at: datetime, unsettled: bool = False
    ) -> None:
        """Keep what was folded; None where nothing new was seen."""
        if memory is not None:
            self.memory = memory
        self.judged_at, self.unsettled = at, unsettled
        self.save()
