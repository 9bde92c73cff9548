"""How long "not now" lasts, and what the day has had already: a day of theirs is never slept through."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Max, QuerySet

from afterword.casebook.by_heart import by_heart
from afterword.casebook.case import Case
from afterword.casebook.letter import Letter
from afterword.casebook.message import Message
from afterword.casebook.snooze import Snooze
from afterword.counsel.moving.scene import THEIRS

#: What has no day rests this long; a judgement, undone in one click.
A_WEEK = timedelta(days=7)
A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Pause:
    """`until` is the day on which it is looked at again; today's own means that nothing is put away.

    `due` is the day it must not miss; `theirs`, whether they set it.
    """

    until: date
    due: date | None = None
    theirs: bool = False


def pauses(account: UUID, cases: Iterable[Case], today: date) -> dict[UUID, Pause]:
    """How long each of these rests at most when the user says "not now".

    What has a day is there again the next morning. What is for today stays: the next look at the
    page shows it, as a rest of a day would be a day too long.
    """
    cases = list(cases)
    theirs = their_days(account, cases, today)
    return {case.pk: _pause(case, theirs.get(case.pk), today) for case in cases}


def _pause(case: Case, theirs: date | None, today: date) -> Pause:
    move = getattr(case, "move", None)
    ours = move.when if move is not None and move.when and move.when > today else None
    due = theirs or ours
    if due is None:
        return Pause(today + A_WEEK)
    return Pause(today + A_DAY if due > today else today, due, theirs is not None)


def their_days(account: UUID, cases: Iterable[Case], today: date) -> dict[UUID, date]:
    """The next day that they set in each case: by which they want an answer, or on which they decide.

    What may stand in a closed letter is said by its envelope and not here.
    """
    cases = list(cases)
    found: dict[UUID, date] = {}

    def takes(case: UUID, day: date | None) -> None:
        if day is not None and day >= today:
            found[case] = min(day, found.get(case, day))

    for case in cases:
        standing, move = getattr(case, "standing", None), getattr(case, "move", None)
        if standing is not None and not standing.sealed:
            takes(case.pk, standing.promised)
        if move is not None and move.source == THEIRS:
            takes(case.pk, move.when)
    for case_id, day in _unanswered(account, [case.pk for case in cases], today).items():
        takes(case_id, day)
    return found


def _unanswered(account: UUID, cases: list[UUID], today: date) -> dict[UUID, date]:
    """The days by which mails ask for an answer that has not been written since."""
    asked: dict[UUID, tuple[datetime, date]] = {}
    for case, at, by in _asking(account, cases):
        if by and date.fromisoformat(by) >= today and (case not in asked or at > asked[case][0]):
            asked[case] = (at, date.fromisoformat(by))
    if not asked:
        return {}
    said = dict(_own_words(account, list(asked)))
    return {case: day for case, (at, day) in asked.items() if case not in said or said[case] < at}


@by_heart
def _asking(account: UUID, cases: list[UUID]) -> QuerySet[Any, tuple[UUID, datetime, str | None]]:
    rows = Message.objects.of(account).filter(case__in=cases, direction="in")
    rows = rows.filter(reading__asked_by__isnull=False).order_by()
    return rows.values_list("case_id", "at", "reading__asked_by")


@by_heart
def _own_words(account: UUID, cases: list[UUID]) -> QuerySet[Any, tuple[UUID, datetime]]:
    rows = Message.objects.of(account).filter(case__in=cases, direction="out").order_by()
    return rows.values("case_id").annotate(last=Max("at")).values_list("case_id", "last")


def had(account: UUID, since: datetime, now: datetime) -> int:
    """How many of the day's things are off the desk since then: put off one by one, or written and sent.

    Several put off at once are a tidying of the list, and use up nothing of the day.
    """
    put_off = _put_off(account, since, now)
    at_once = Counter(at for _case, at in put_off)
    cases = {case for case, at in put_off if at_once[at] == 1}
    return len(cases | {case for case in _sent(account, since, now) if case is not None})


@by_heart
def _put_off(account: UUID, since: datetime, now: datetime) -> QuerySet[Any, tuple[UUID, datetime]]:
    rows = Snooze.objects.of(account).filter(at__gte=since, at__lte=now).order_by()
    return rows.values_list("case_id", "at")


@by_heart
def _sent(account: UUID, since: datetime, now: datetime) -> QuerySet[Any, UUID | None]:
    rows = Letter.objects.of(account).filter(sending__at__gte=since, sending__at__lte=now)
    return rows.order_by().values_list("case_id", flat=True)
