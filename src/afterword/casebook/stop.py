"""Leave alone: nobody here is written to again by this program, person or whole firm."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db import models

from afterword.casebook.company import Company
from afterword.casebook.event import Who, act
from afterword.casebook.message import Message
from afterword.casebook.person import Person
from afterword.casebook.record import Record


class Stop(Record):
    """A hard stop, in force for every play; lifted only by the user."""

    person = models.OneToOneField(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="stop"
    )
    company = models.OneToOneField(
        Company, null=True, blank=True, on_delete=models.PROTECT, related_name="stop"
    )
    at = models.DateTimeField()
    why = models.TextField(blank=True)


def stop(
    *,
    at: datetime,
    person: Person | None = None,
    company: Company | None = None,
    why: str = "",
    by: str = Who.USER,
) -> Stop:
    """Leave this person, or this firm, alone from now on."""
    who = person or company
    if who is None:
        raise ValueError("a person or a company")
    found = Stop.objects.filter(person=person, company=company).first()
    if found is not None:
        return found
    says = f"{who} is left alone"
    with act(who.account, "stopped", at=at, by=by, why=why, says=says) as doing:
        return doing.create(Stop(person=person, company=company, at=at, why=why))


def lift(*, stop: Stop, at: datetime, by: str = Who.USER, why: str = "") -> None:
    """The user may write again; only they can say so."""
    if not Stop.objects.filter(pk=stop.pk).exists():
        return
    who = stop.person or stop.company
    with act(
        stop.account, "lifted_stop", at=at, by=by, why=why, says=f"You may write to {who} again"
    ) as doing:
        doing.remove(stop)


def stopped(account: UUID, people: Iterable[UUID]) -> set[UUID]:
    """Which of these people are to be left alone, by themselves or by their firm."""
    found = Person.objects.of(account).filter(pk__in=list(people))
    found = found.filter(models.Q(stop__isnull=False) | models.Q(company__stop__isnull=False))
    return set(found.values_list("pk", flat=True))


def in_closed_letters(account: UUID) -> set[UUID]:
    """The people whose wish for quiet stands in a letter the user has not opened yet.

    It binds all the same; but nothing may show it before the letter itself is read.
    """
    stops = Stop.objects.of(account).filter(person__addresses__isnull=False)
    asked = {
        (email.lower(), at): person
        for email, at, person in stops.values_list("person__addresses__email", "at", "person_id")
    }
    sealed = Message.objects.of(account).sealed().filter(at__in={at for _, at in asked})
    mails = sealed.values_list("sender_email", "at") if asked else ()
    return {asked[key] for sender, at in mails if (key := (sender.lower(), at)) in asked}
