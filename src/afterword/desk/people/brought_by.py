"""Which leads a referee brought: the first mail of a case says that they spoke of the user."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from functools import reduce
from operator import or_
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from afterword import terms
from afterword.casebook.case import Case
from afterword.casebook.message import Message
from afterword.casebook.person import Person
from afterword.reading.people.named_by import speaks_of_reader
from afterword.terms import Basis, Direction

#: A lead older than this is not looked for.
LOOKED_BACK = timedelta(days=400)


def leads(account: UUID, now: datetime, person: Person | None = None) -> Iterator[terms.Favour]:
    """A good turn for each case whose first mail names a referee as who spoke of the user."""
    people = Person.objects.of(account).filter(reference__isnull=False)
    if person is not None:
        people = people.filter(pk=person.pk)
    known = list(people.exclude(name="").prefetch_related("addresses").order_by("id"))
    begun = _beginnings(account, [who.name.split()[-1] for who in known], now) if known else []
    for who in known:
        own = {row.email for row in who.addresses.all()}
        for mail in begun:
            theirs = mail.sender_email in own or mail.case is None
            if not theirs and speaks_of_reader(who.name, mail.text):
                yield terms.Favour(
                    id="",
                    person=str(who.pk),
                    name=str(who),
                    way="received",
                    kind="lead",
                    on=mail.at.astimezone(now.tzinfo).date(),
                    what=str(mail.case),
                    basis=Basis.INFERRED,
                )


def _beginnings(account: UUID, names: Iterable[str], now: datetime) -> list[Message]:
    """Mails to the user that begin a case and hold one of these names; closed ones stay closed."""
    held = reduce(or_, (Q(text__icontains=name) for name in names))
    earlier = Message.objects.filter(case=OuterRef("case"), at__lt=OuterRef("at"))
    rows = Message.objects.of(account).filter(
        held,
        ~Exists(earlier),
        direction=Direction.IN,
        at__lte=now,
        at__gte=now - LOOKED_BACK,
        case__in=Case.objects.of(account).standing_alone(),
    )
    rows = rows.exclude(pk__in=Message.objects.of(account).sealed().values("pk"))
    return list(rows.select_related("case__company").order_by("at", "id"))
