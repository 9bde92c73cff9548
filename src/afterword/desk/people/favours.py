"""Give and take as counsel sees it: favours noted by hand, and those a person's part in a case implies."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from afterword import terms
from afterword.casebook.favour import Favour
from afterword.casebook.person import Person
from afterword.casebook.seat import Seat
from afterword.counsel import giving
from afterword.counsel.giving import Turn
from afterword.desk.cases.judging import at_home
from afterword.desk.people import brought_by
from afterword.terms import Basis, Part

__all__ = ["Turn", "of", "turns"]

#: What a part in a case says was received.
IMPLIED = {Part.REFERRER: "lead", Part.INTRODUCER: "introduction"}


def turns(account: UUID, now: datetime, person: Person | None = None) -> tuple[Turn, ...]:
    """Every good turn as it stands today, those that want a word first."""
    return giving.turns(of(account, now, person), at_home(account, now).date())


def of(account: UUID, now: datetime, person: Person | None = None) -> list[terms.Favour]:
    """Every good turn known by then; one that a seat implies only where none is noted there.

    A lead that a mail shows is one only where no later turn of theirs is noted: that may be the same.
    """
    today = at_home(account, now).date()
    rows = Favour.objects.of(account).filter(on__lte=today).select_related("person")
    seats = Seat.objects.of(account).filter(part__in=[str(one) for one in IMPLIED], since__lte=now)
    seats = seats.select_related("person", "case__company")
    if person is not None:
        rows, seats = rows.filter(person=person), seats.filter(person=person)
    found = [_noted(row) for row in rows.prefetch_related("person__addresses")]
    noted = {(row.person_id, row.case_id) for row in rows}
    for seat in seats.prefetch_related("person__addresses"):
        if (seat.person_id, seat.case_id) not in noted and (seat.person_id, None) not in noted:
            found.append(_implied(seat))
    for lead in brought_by.leads(account, now, person):
        if not any(one.person == lead.person and one.on >= lead.on for one in found):
            found.append(lead)
    return found


def _noted(row: Favour) -> terms.Favour:
    return terms.Favour(
        id=str(row.pk),
        person=str(row.person_id),
        name=str(row.person),
        way=row.way,
        kind=row.kind,
        on=row.on,
        what=row.what,
        returned=row.returned_on,
    )


def _implied(seat: Seat) -> terms.Favour:
    return terms.Favour(
        id="",
        person=str(seat.person_id),
        name=str(seat.person),
        way="received",
        kind=IMPLIED[Part(seat.part)],
        on=seat.since.date(),
        what=str(seat.case),
        basis=Basis.INFERRED,
    )
