"""The people: who they are and where they can be written to."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import models

from afterword.casebook.company import Company
from afterword.casebook.event import Act, Who, act
from afterword.casebook.forgotten import let_in
from afterword.casebook.record import Record


class Person(Record):
    name = models.CharField(max_length=200, blank=True)
    title = models.CharField(max_length=200, blank=True)
    company = models.ForeignKey(
        Company, null=True, blank=True, on_delete=models.PROTECT, related_name="people"
    )
    country = models.CharField(max_length=6, blank=True)
    note = models.TextField(blank=True)
    # Where a letter or a card reaches them on paper, line by line.
    postal = models.TextField(blank=True)
    # What they bring to their team, and what the user would add beside them (S0-09).
    brings = models.TextField(blank=True)
    beside = models.TextField(blank=True)

    def __str__(self) -> str:
        return self.name or self.email

    @property
    def email(self) -> str:
        """The address to write to: the one last added, or nothing. Reads a prefetch when there is one."""
        rows = sorted(self.addresses.all(), key=lambda row: row.pk)
        return rows[-1].email if rows else ""

    @classmethod
    def known(
        cls, *, doing: Act, name: str = "", email: str = "", company: Company | None = None
    ) -> Person:
        """The person with this address, else a new one; part of the verb that asks.

        A name alone never joins two people, except within one firm.
        """
        email = email.strip().lower()
        if email:
            row = (
                PersonAddress.objects.of(doing.account)
                .filter(email=email)
                .select_related("person")
                .first()
            )
            if row is not None:
                if name and not row.person.name:
                    doing.change(row.person, name=name[:200])
                return row.person
        found = None
        if name and company is not None:
            same = cls.objects.of(doing.account).filter(name__iexact=name, company=company)
            found = same.first()
        if found is None:
            found = doing.create(cls(name=name[:200], company=company))
        if email:
            doing.create(PersonAddress(person=found, email=email[:320]))
        return found

    @classmethod
    def add(
        cls,
        *,
        account: UUID,
        name: str,
        at: datetime,
        by: str = Who.USER,
        email: str = "",
        company: Company | None = None,
        title: str = "",
        note: str = "",
    ) -> Person:
        with act(account, "added_person", at=at, by=by, says=f"{name} was added") as doing:
            if by == Who.USER:
                let_in(account, name=name, email=email)
            found = cls.known(doing=doing, name=name, email=email, company=company)
            more = {"title": title, "note": note, "company": company}
            doing.change(found, **{field: value for field, value in more.items() if value})
            return found

    def describe(self, *, at: datetime, by: str = Who.USER, **fields: Any) -> None:
        """Set name, title, company, country, note, postal, brings, beside; `email` adds an address to write to."""
        email = str(fields.pop("email", "")).strip().lower()
        says = f"{self} was changed"
        with act(self.account, "described_person", at=at, by=by, says=says) as doing:
            doing.change(self, **fields)
            held = PersonAddress.objects.of(self.account).filter(email=email).exists()
            if email and not held:
                doing.create(PersonAddress(person=self, email=email))


class PersonAddress(Record):
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="addresses")
    email = models.CharField(max_length=320)

    class Meta(Record.Meta):
        constraints = [
            models.UniqueConstraint(fields=["account", "email"], name="one_person_address")
        ]
