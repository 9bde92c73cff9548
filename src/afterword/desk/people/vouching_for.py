"""Who vouches for the user, and of which firm they are: whoever speaks for the user decides nowhere else.

A referee's name turns up in the mail of the firm that asks them; that makes them nobody of that
firm. Only an address of that house, or where none is known the firm they stand at, does.
"""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from afterword.casebook.company import Company
from afterword.casebook.person import Person
from afterword.casebook.reference import Reference
from afterword.casebook.seat import Seat
from afterword.counsel.network.houses import label_of, resembles
from afterword.reading.senders import FREEMAIL


def on_register(account: UUID) -> frozenset[UUID]:
    """Everybody the user counts among their referees."""
    return frozenset(Reference.objects.of(account).values_list("person_id", flat=True))


def of_the_house(person: Person, company: Company) -> bool:
    """Whether this person is of that firm, by their address, else by where they stand."""
    return at_house(
        [row.email for row in person.addresses.all()],
        company.name,
        stands_there=person.company_id == company.pk,
    )


def guests(account: UUID, emails: Mapping[str, str]) -> set[tuple[UUID, UUID]]:
    """Each referee with a firm in whose process they turn up without being of that house."""
    rows = Seat.objects.of(account).filter(person__reference__isnull=False).exclude(set_by="user")
    named = ("person_id", "person__company_id", "case__company_id", "case__company__name")
    return {
        (key, firm)
        for key, stands, firm, name in rows.values_list(*named)
        if not at_house([emails.get(str(key), "")], name, stands_there=stands == firm)
    }


def at_house(emails: list[str], firm: str, *, stands_there: bool) -> bool:
    """The same for plain values: an address tells before the firm they were put down at."""
    own = [email for email in emails if email and email.rpartition("@")[2] not in FREEMAIL]
    if not own:
        return stands_there
    return any(resembles(label_of(email), firm) for email in own)
