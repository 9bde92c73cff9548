"""Who asked in a process not to be written to, and whom that binds: their colleagues, and nobody else.

One more message is one too many, to a colleague as well (L10). An agent speaks for no firm but
the agent's own, and who is left alone without a word of theirs was the user's own choice.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import UUID

from afterword.casebook.case import Case
from afterword.casebook.filing import NO_NAME
from afterword.casebook.message import Message
from afterword.casebook.person import Person, PersonAddress
from afterword.casebook.seat import Seat
from afterword.casebook.stop import Stop, in_closed_letters
from afterword.counsel import network
from afterword.terms import Direction


@dataclass(frozen=True, slots=True)
class Quiet:
    """The cases in which somebody asked for quiet and the firms they spoke for, each with who it was.

    Firms whose name nobody knows share a row and are not one firm: of these only the case is bound.
    `unread` are those people who asked in a letter that still lies closed: who they are, and that
    they asked, is told nowhere before it is opened.
    """

    cases: dict[UUID, str] = field(default_factory=dict)
    firms: dict[UUID, str] = field(default_factory=dict)
    unread: frozenset[UUID] = frozenset()
    unread_firms: frozenset[UUID] = frozenset()

    def asked_by(self, case: Case) -> str:
        """Who asked not to be written to there, "" where nobody did."""
        return self.cases.get(case.pk) or self.firms.get(case.company_id, "")

    def lies_closed(self, person: Person, case: Case | None) -> bool:
        """Whether a letter that is not opened yet asks for quiet from them, or from their house."""
        firm = case.company_id if case is not None else person.company_id
        return person.pk in self.unread or firm in self.unread_firms


def asked_for_quiet(account: UUID, now: datetime) -> Quiet:
    """What each who asked was speaking of: the case their mail lies in, else the firm they sit at."""
    found = Quiet()
    stops = Stop.objects.of(account).filter(at__lte=now, person__isnull=False).exclude(why="")
    rows = stops.select_related("person").order_by("id")
    told = {row.person_id: row for row in rows if row.person_id is not None}
    if not told:
        return found
    unread, closed = in_closed_letters(account), set[UUID]()
    seats = _seats(account, list(told))
    said = _said_in(account, told)
    for key, stop in told.items():
        case = said.get(key) or _where(seats.get(key, []), stop)
        if case is None or _speaks_for_others(seats.get(key, []), case):
            continue
        if key in unread:
            closed |= {case.company_id} if case.company.name != NO_NAME else set()
            continue
        found.cases.setdefault(case.pk, str(stop.person))
        if case.company.name != NO_NAME:
            found.firms.setdefault(case.company_id, str(stop.person))
    return replace(found, unread=frozenset(unread), unread_firms=frozenset(closed))


def _seats(account: UUID, people: list[UUID]) -> dict[UUID, list[Seat]]:
    rows = Seat.objects.of(account).filter(person__in=people, case__not_mine__isnull=True)
    found: dict[UUID, list[Seat]] = defaultdict(list)
    for seat in rows.select_related("case__company").order_by("since", "id"):
        found[seat.person_id].append(seat)
    return found


def _said_in(account: UUID, told: dict[UUID, Stop]) -> dict[UUID, Case]:
    """The case of the mail in which they asked; a stop bears the moment of its mail."""
    rows = PersonAddress.objects.of(account).filter(person__in=list(told))
    owner = dict(rows.values_list("email", "person_id"))
    mails = Message.objects.of(account).filter(
        direction=Direction.IN,
        at__in={stop.at for stop in told.values()},
        case__isnull=False,
        case__not_mine__isnull=True,
    )
    found: dict[UUID, Case] = {}
    for mail in mails.select_related("case__company").order_by("id"):
        key = owner.get(mail.sender_email.lower())
        if key is not None and told[key].at == mail.at and mail.case is not None:
            found[key] = mail.case
    return found


def _where(seats: list[Seat], stop: Stop) -> Case | None:
    """Where the user noted it by hand: the last case by then at their own firm, else of any."""
    by_then = [seat for seat in seats if seat.since <= stop.at] or seats
    own = [seat for seat in by_then if seat.case.company_id == stop.person.company_id]  # type: ignore[union-attr]
    last = (own or by_then)[-1:]
    return last[0].case if last else None


def _speaks_for_others(seats: list[Seat], case: Case) -> bool:
    return any(seat.case_id == case.pk and seat.part in network.OUTSIDE for seat in seats)
