"""Which leads a referee brought: the first mail of a case says that they spoke of the user."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from uuid import UUID

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
    for who in people.exclude(name="").prefetch_related("addresses").order_by("id"):
        for mail in _first_to_name(account, who, now):
            if speaks_of_reader(who.name, mail.text) and mail.case is not None:
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


def _first_to_name(account: UUID, who: Person, now: datetime) -> Iterator[Message]:
    """Mails to the user that begin a case and hold the last name of this person; closed ones stay closed."""
    own = {row.email for row in who.addresses.all()}
    rows = Message.objects.of(account).filter(
        direction=Direction.IN,
        at__lte=now,
        at__gte=now - LOOKED_BACK,
        case__in=Case.objects.of(account).standing_alone(),
        text__icontains=who.name.split()[-1],
    )
    rows = rows.exclude(pk__in=Message.objects.of(account).sealed().values("pk"))
    for mail in rows.select_related("case__company").order_by("at", "id"):
        earlier = Message.objects.filter(case=mail.case, at__lt=mail.at).exists()
        if not earlier and mail.sender_email not in own:
            yield mail
