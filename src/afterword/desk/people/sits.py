"""What the seats of people come to: their parts in processes, those that are open, how they stand."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime
from uuid import UUID

from afterword.casebook.favour import Favour
from afterword.casebook.seat import Seat
from afterword.desk.cases.judging import at_home
from afterword.desk.people import vouching_for
from afterword.terms import Part, Stance, Warmth


class Sits:
    """What the seats of one person come to."""

    def __init__(self) -> None:
        self.parts: list[tuple[str, Part]] = []
        self.open: list[Part] = []
        self.case = ""
        self.title = ""
        self.warm = False
        self.cool = False


def sits_of(
    account: UUID, now: datetime, running: dict[UUID, UUID], emails: dict[str, str]
) -> dict[UUID, Sits]:
    """Person -> the parts they had and have; a referee has none at a firm they are not of."""
    found: dict[UUID, Sits] = defaultdict(Sits)
    guests = vouching_for.guests(account, emails)
    rows = Seat.objects.of(account).filter(since__lte=now, case__not_mine__isnull=True)
    named = ("person_id", "case_id", "case__company_id", "part", "title", "stance", "warmth")
    for key, case, firm, part, title, stance, warmth in rows.order_by("id").values_list(*named):
        if (key, firm) in guests:
            continue
        sits = found[key]
        sits.parts.append((str(firm), Part(part)))
        sits.case = str(case)
        if case in running:
            sits.open.append(Part(part))
        sits.title = title or sits.title
        sits.warm = sits.warm or stance == Stance.FOR or warmth == Warmth.WARM
        sits.cool = warmth == Warmth.COOL
    brought = Favour.objects.of(account).filter(way="received", kind="introduction")
    brought = brought.filter(case__isnull=False, on__lte=at_home(account, now).date())
    for key, firm in brought.values_list("person_id", "case__company_id"):
        found[key].parts.append((str(firm), Part.INTRODUCER))
    return found
