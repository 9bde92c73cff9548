"""Which cases the page Today needs: as many as it can show, however many there are.

The rows of a list and how many there are beyond it come from one walk through the table.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Case as Whether
from django.db.models import Count, F, Q, QuerySet, Subquery, Value, When, Window
from django.db.models.functions import Coalesce, Concat

from afterword.casebook.by_heart import by_heart
from afterword.casebook.case import Case
from afterword.casebook.decision import Move, Standing
from afterword.casebook.joining import Merge, NotMine
from afterword.casebook.message import Message
from afterword.terms import State

#: What can wait is listed this far; beyond it there is only a number.
LISTED = 20
#: Somebody else's turn.
WAITS = (State.ACTIVE, State.AWAITING, State.OVERDUE, State.ON_HOLD)


#: A closed letter: its key, its case, when it came, the day by which it asks for an answer (None or
#: "" for none), and what it was read as.
Closed = tuple[UUID, UUID, datetime, str | None, str]


def closed_days(closed: Iterable[Closed], day: date) -> dict[UUID, date]:
    """Case -> the first day, from that one on, by which a letter that lies closed in it asks for an answer.

    It is looked for in every verdict. It leans towards good news all the same, and is said, because an
    answer that comes too late costs more.
    """
    found: dict[UUID, date] = {}
    for _key, case, _at, by, _kind in closed:
        if by and (asked := date.fromisoformat(by)) >= day:
            found[case] = min(asked, found.get(case, asked))
    return found


def closed_by(account: UUID, day: date) -> dict[UUID, date]:
    """The same for all closed letters of the account: wherever one is shown, its day is."""
    return closed_days(_closed(account), day)


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
    closed = _closed(account)
    pressing, more_due = _listed(_due(account, now, day))
    waiting, more_waiting = _listed(_idle(account, now, day))
    keys = {*pressing, *waiting, *(case for _, case, *_ in closed)}
    return Abreast(
        cases=_with_these(account, sorted(keys)),
        sealed=closed,
        total=total(account),
        more_due=more_due,
        more_waiting=more_waiting,
    )


def total(account: UUID) -> int:
    """How many cases are listed: all but those merged into another and those not the user's."""
    ((everything, apart),) = _counted(account)
    return everything - apart


def due(account: UUID, now: datetime, day: date) -> int:
    """How many cases ask for something today."""
    return asking(account, now, day).count()


def asking(account: UUID, now: datetime, day: date) -> QuerySet[Move]:
    """The moves that ask for something on that day, of the cases that are listed."""
    return Move.objects.of(account).filter(_ALONE, _asks(now, day))


def _listed(found: list[tuple[UUID, int]]) -> tuple[list[UUID], int]:
    """The keys that are listed, and how many come after them."""
    return [key for key, _ in found], max(0, found[0][1] - LISTED) if found else 0


# Each begins at the table that says most, and there with the account: SQLite, which has no
# statistics here, else walks every case of the account to look whether it says anything.


@by_heart
def _due(account: UUID, now: datetime, day: date) -> QuerySet[Any, tuple[UUID, int]]:
    """Who asks for something, the most pressing first, each with how many there are in all."""
    rows = asking(account, now, day).order_by(
        "-urgency", F("when").asc(nulls_last=True), "case__company__name", "case__role", "case"
    )
    return rows.annotate(all=Window(Count("pk"))).values_list("case_id", "all")[:LISTED]


@by_heart
def _idle(account: UUID, now: datetime, day: date) -> QuerySet[Any, tuple[UUID, int]]:
    """Somebody else's turn, where nothing is asked of the user; the first to be due first."""
    asks = Whether(When(_asks(now, day, "case__move__"), then=Value(1)), default=Value(0))
    rows = (
        Standing.objects.of(account)
        .filter(_ALONE, seen_state__in=WAITS, sealed=False)
        .annotate(asks=asks)
    )
    rows = rows.filter(asks=0).order_by(
        Coalesce("promised", "nudge_from").asc(nulls_last=True), "case__last_at", "case"
    )
    return rows.annotate(all=Window(Count("pk"))).values_list("case_id", "all")[:LISTED]


@by_heart
def _closed(account: UUID) -> QuerySet[Any, Closed]:
    """Closed letters of cases that are listed, the oldest first.

    Looked for in the cases that the last planning found sealed: among thirty thousand mails those
    that nobody opened are not to be told from the others without reading all that may be verdicts.
    """
    held = Standing.objects.of(account).filter(sealed=True).values("case")
    rows = Message.objects.of(account).sealed().filter(_ALONE, case__in=held)
    return rows.order_by("at").values_list("pk", "case_id", "at", "reading__asked_by", "kind")


@by_heart
def _with_these(account: UUID, keys: list[UUID]) -> QuerySet[Case]:
    rows = Case.objects.keyed(account, keys).awake()
    return rows.for_list().select_related("snooze")


@by_heart
def _counted(account: UUID) -> QuerySet[Any, tuple[int, int]]:
    """How many cases there are, and how many of them were merged or are not the user's."""
    gone = Q(pk__in=Merge.objects.of(account).values("case"))
    gone |= Q(pk__in=NotMine.objects.of(account).values("case"))
    # Found by their keys alone: these rows point nowhere but into their own account.
    apart = Subquery(_number(Case.objects.filter(gone)))
    rows = _number(Case.objects.of(account)).annotate(apart=apart)
    found: QuerySet[Any, tuple[int, int]] = rows.values_list("n", "apart")
    return found


def _number(rows: QuerySet[Case]) -> QuerySet[Any, Any]:
    """How many rows, as a question; one answer even where there are none."""
    one = rows.order_by().annotate(one=Value(1)).values("one")
    return one.annotate(n=Count("*")).values("n")


_ALONE = Q(case__merge__isnull=True, case__not_mine__isnull=True)


def _asks(now: datetime, day: date, move: str = "") -> Q:
    """Moves that ask for something which may be done today and is not put off."""
    something = Q((f"{move}play__gt", "")) | Q((f"{move}question__gt", ""))
    something |= Q((f"{move}source__gt", ""))  # no play of ours, and yet the user's own turn
    may = Q((f"{move}not_before__isnull", True)) | Q((f"{move}not_before__lte", now))
    asleep = Q(case__snooze__until__isnull=True) | Q(case__snooze__until__gt=day)
    of_this = Q(case__snooze__play="") | Q(case__snooze__play=F(f"{move}play"))
    named = Concat(Value(" "), F(f"{move}play"), Value(" "))
    never = Q(case__snooze__refused__contains=named)
    return something & may & ~(Q(case__snooze__isnull=False) & ((asleep & of_this) | never))
