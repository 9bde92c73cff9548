"""Which cases the page Today needs: as many as it can show, however many there are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import F, Q
from django.db.models.functions import Coalesce

from afterword.casebook.case import Case
from afterword.casebook.message import Message
from afterword.terms import State

#: What can wait is listed this far; beyond it there is only a number.
LISTED = 20
#: Somebody else's turn.
WAITS = (State.ACTIVE, State.AWAITING, State.OVERDUE, State.ON_HOLD)


@dataclass(frozen=True, slots=True)
class Abreast:
    """The cases to show, the closed letters among them, and how many more there are of each."""

    cases: list[Case]
    sealed: Any
    total: int
    more_due: int
    more_waiting: int


def abreast(account: UUID, now: datetime, day: date) -> Abreast:
    """The most pressing cases that ask for something, those one waits for longest, and envelopes."""
    awake = Case.objects.of(account).awake()
    due = awake.filter(_asks(now, day))
    idle = awake.filter(standing__seen_state__in=WAITS).exclude(pk__in=due.values("pk"))
    sealed = Message.objects.of(account).sealed().filter(case__in=awake.values("pk"))
    first = due.order_by(
        "-move__urgency", F("move__when").asc(nulls_last=True), "company__name", "role"
    )
    soonest = idle.order_by(
        Coalesce("standing__promised", "standing__nudge_from").asc(nulls_last=True)
    )
    keys = {
        *first.values_list("pk", flat=True)[:LISTED],
        *soonest.values_list("pk", flat=True)[:LISTED],
        *sealed.values_list("case_id", flat=True),
    }
    return Abreast(
        cases=list(awake.filter(pk__in=keys).for_list().select_related("snooze")),
        sealed=sealed,
        total=awake.count(),
        more_due=max(0, due.count() - LISTED),
        more_waiting=max(0, idle.count() - LISTED),
    )


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
