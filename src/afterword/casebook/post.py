"""Where a person works, one post after another: the map of people outlives the role."""

from __future__ import annotations

from datetime import date, datetime

from django.db import models

from afterword.casebook.company import Company
from afterword.casebook.event import Who, act
from afterword.casebook.person import Person
from afterword.casebook.record import Record


class Post(Record):
    """One post of a person at a firm. `until` is empty for the present one; `source` says how we know."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="posts")
    company = models.ForeignKey(Company, on_delete=models.PROTECT, related_name="posts")
    title = models.CharField(max_length=200, blank=True)
    since = models.DateField(null=True)
    until = models.DateField(null=True)
    source = models.CharField(max_length=200, blank=True)

    @classmethod
    def move(
        cls,
        *,
        person: Person,
        company: Company,
        on: date,
        at: datetime,
        by: str = Who.USER,
        title: str = "",
        source: str = "",
    ) -> Post:
        """They work there from that day; the post before it ends. A second call changes nothing."""
        says = f"{person} is now at {company}"
        with act(person.account, "moved", at=at, by=by, says=says) as doing:
            now = cls.objects.filter(person=person, until__isnull=True).order_by("id").last()
            if now is not None and now.company_id == company.pk:
                if title:
                    doing.change(now, title=title)
                return now
            if now is not None:
                doing.change(now, until=on)
            elif person.company_id is not None and person.company_id != company.pk:
                # Where they were known to sit before is kept as a post of its own.
                before = cls(person=person, company=person.company, title=person.title, until=on)
                doing.create(before)
            doing.change(person, company=company, **({"title": title} if title else {}))
            return doing.create(
                cls(person=person, company=company, title=title, since=on, source=source)
            )
