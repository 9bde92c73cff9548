"""A case: one seat at one firm, from the first word to the last, and its verbs of naming."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import models

from afterword.casebook import renaming
from afterword.casebook.company import Company
from afterword.casebook.event import Who, act
from afterword.casebook.record import Record, RecordQuerySet

if TYPE_CHECKING:
    from afterword import terms


class CaseQuerySet(RecordQuerySet["Case"]):
    def standing_alone(self) -> CaseQuerySet:
        """Cases that are the user's own and not merged into another: all that is ever listed."""
        return self.filter(merge__isnull=True, not_mine__isnull=True)

    def awake(self) -> CaseQuerySet:
        """Cases that a morning looks at."""
        return self.standing_alone()

    def for_list(self) -> CaseQuerySet:
        """With what a list shows, in a fixed number of queries."""
        return self.select_related("company", "standing", "move")


class Case(Record):
    """`opened_at` is the date of the first word, `last_at` of the last one known."""

    company = models.ForeignKey(Company, on_delete=models.PROTECT, related_name="cases")
    role = models.CharField(max_length=300, blank=True)
    country = models.CharField(max_length=6, blank=True)
    posting = models.CharField(max_length=1000, blank=True)
    opened_at = models.DateTimeField()
    last_at = models.DateTimeField(null=True)

    objects = CaseQuerySet.as_manager()  # type: ignore[misc]

    class Meta(Record.Meta):
        indexes = [models.Index(fields=["account", "last_at"])]

    def __str__(self) -> str:
        return f"{self.role} at {self.company}" if self.role else str(self.company)

    @property
    def remains(self) -> Case:
        """The case this one is part of now: itself, or what it was merged into."""
        found: Case = self
        while (merge := getattr(found, "merge", None)) is not None:
            found = merge.into
        return found

    @classmethod
    def open(
        cls,
        *,
        account: UUID,
        company: str,
        at: datetime,
        role: str = "",
        since: datetime | None = None,
        by: str = Who.USER,
    ) -> Case:
        """Begin a case by hand; the same firm and role that still stand are found again."""
        says = f"{role or 'A case'} at {company} was opened"
        with act(account, "opened", at=at, by=by, says=says) as doing:
            firm = Company.named(company, doing=doing)
            same = cls.objects.of(account).standing_alone().filter(company=firm, role__iexact=role)
            found = same.first()
            if found is None:
                found = doing.create(cls(company=firm, role=role, opened_at=since or at))
            doing.case = found.pk
            return found

    def rename(
        self, *, at: datetime, by: str = Who.USER, company: str = "", role: str | None = None
    ) -> None:
        """Set the firm's name for this case (the firm itself stays for the others), the role, or both.

        Its people come along, and what only this case brought to the firm.
        """
        says = f"{self} was renamed"
        with act(self.account, "renamed", at=at, by=by, case=self, says=says) as doing:
            firm = Company.named(company, doing=doing) if company else self.company
            renaming.carry(self, self.company, firm, doing)
            doing.change(self, company=firm, role=self.role if role is None else role)

    def as_file(self, now: datetime) -> terms.CaseFile:
        """All that counsel may know of this case at `now`."""
        from afterword.casebook.files import case_files

        return case_files(self.account, [self], now)[self.pk]
