"""Which cases the page Today needs: as many as it can show, however many there are.

The rows of a list and how many there are beyond it come from one walk through the table.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import BooleanField, Count, ExpressionWrapper, F, Q, Window
from django.db.models.functions import Coalesce

from afterword.casebook.case import Case, CaseQuerySet
from afterword.casebook.message import Message
from afterword.terms import State

#: What can wait is listed this far; beyond it there is only a number.
LISTED = 20
#: Somebody else's turn.
WAITS = (State.ACTIVE, State.AWAITING, State.OVERDUE, State.ON_HOLD)


#: A closed letter: its key, its case, when it came.
Closed = tuple[UUID, UUID, datetime]


@dataclass(frozen=True, slots=True)
class Abreast:
    """The cases to show, the closed letters oldest first, and how many more there are of each."""

    cases: list[Case]
    sealed: list[Closed]
    total: int
    more_due: int
    more_waiting: int


def abreast(account: UUID, now: datetime, day: date) -> Abreast:
    """The most pressing cases that ask for something, those one waits for longest, and envelopes."""
    awake = Case.objects.of(account).awake()
    asks = _asks(now, day)
    due = awake.filter(asks).order_by(
        "-move__urgency", F("move__when").asc(nulls_last=True), "company__name", "role"
    )
    idle = awake.annotate(asks=ExpressionWrapper(asks, output_field=BooleanField()))
    idle = idle.filter(Q(asks=False) | Q(asks__isnull=True), standing__seen_state__in=WAITS)
    idle = idle.order_by(
        Coalesce("standing__promised", "standing__nudge_from").asc(nulls_last=True)
    )
    sealed = Message.objects.of(account).sealed().filter(case__isnull=False)
    sealed = sealed.filter(case__merge__isnull=True, case__not_mine__isnull=True).order_by("at")
    closed = [
        (key, case, at)
        for key, case, at in sealed.values_list("pk", "case_id", "at")
        if case is not None
    ]
    pressing, more_due = _listed(due)
    waiting, more_waiting = _listed(idle)
    keys = {*pressing, *waiting, *(case for _, case, _ in closed)}
    return Abreast(
        cases=list(awake.filter(pk__in=keys).for_list().select_related("snooze")),
        sealed=closed,
        total=awake.count(),
        more_due=more_due,
        more_waiting=more_waiting,
    )


def _listed(rows: CaseQuerySet) -> tuple[list[UUID], int]:
    """The keys of as many as are listed, and how many come after them."""
    counted = rows.annotate(all=Window(Count("pk")))
    found = list(counted.values_list("pk", "all")[:LISTED])
    return [key for key, _ in found], max(0, found[0][1] - LISTED) if found else 0


def due(account: UUID, now: datetime, day: date) -> int:
    """How many cases ask for something today."""
    return Case.objects.of(account).awake().filter(_asks(now, day)).count()


def _asks(now: datetime, day: date) -> Q:
    """Cases that ask for something which may be done today and is not put off."""
    something = Q(move__play__gt="") | Q(move__question__gt="")
    may = Q(move__not_before__isnull=True) | Q(move__not_before__lte=now)
    asleep = Q(snooze__until__isnull=True) | Q(snooze__until__gt=day)
    of_this = Q(snooze__play="") | Q(snooze__play=F("move__play"))
    return something & may & ~(Q(snooze__isnull=False) & asleep & of_this)
