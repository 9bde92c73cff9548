"""Before a talk: what they may ask this time; and after an ending, where nobody said why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from afterword import workdays
from afterword.casebook.case import Case
from afterword.casebook.interview import Interview
from afterword.casebook.profile import Profile
from afterword.counsel import days, doubts
from afterword.counsel.doubts import Point, Preparation, Talk
from afterword.desk import morning
from afterword.desk.cases import doubting
from afterword.terms import Outcome, Stage, State

__all__ = ["Point", "Preparation", "Talk", "Unsaid", "ahead", "nobody_said", "page", "pages"]

#: States in which another talk may still come.
MAY_TALK = (State.ACTIVE, State.AWAITING, State.OVERDUE, State.QUIET)
_TALKED = tuple(Stage)[1:]
#: No fifteen business days are longer than this: it only spares looking at the old ones.
LONG_AGO = timedelta(days=45)


@dataclass(frozen=True, slots=True)
class Unsaid:
    """A case that ended after a talk, and nobody said why (S4-02)."""

    case: UUID
    company: str
    role: str


def page(case: Case, now: datetime) -> Preparation:
    """The page before the next talk of this case, whether its day is set or not."""
    groups = doubting.ledger(case.account, now).groups
    return doubts.may_ask(_next(case, now), groups)


def ahead(account: UUID, now: datetime, at: date | None = None) -> list[Talk]:
    """The talks that are set, the nearest first, as they were known then."""
    zone = Profile.of(account, at=now).zone
    then = min(morning.end_of(at, zone), now) if at is not None else now
    cases = Case.objects.of(account).standing_alone()
    rows = Interview.objects.of(account).filter(case__in=cases, entered_at__lte=then)
    rows = rows.select_related("case__company").order_by("at", "id")
    held: dict[UUID, list[Interview]] = {}
    for row in rows:
        held.setdefault(row.case_id, []).append(row)
    found = []
    for talks in held.values():
        coming = next((talk for talk in talks if talk.at > then), None)
        if coming is not None:
            found.append(_talk(coming.case, talks, coming, then, zone))
    return sorted(found, key=lambda talk: talk.on or date.max)


def pages(account: UUID, now: datetime, at: date | None = None) -> list[Preparation]:
    """The page before each talk that is set."""
    talks = ahead(account, now, at)
    if not talks:
        return []
    groups = doubting.ledger(account, now, at).groups
    return [doubts.may_ask(talk, groups) for talk in talks]


def _next(case: Case, now: datetime) -> Talk:
    talks = list(case.interviews.order_by("at", "id"))
    coming = next((talk for talk in talks if talk.at > now), None)
    return _talk(case, talks, coming, now, Profile.of(case.account, at=now).zone)


def _talk(
    case: Case, talks: list[Interview], coming: Interview | None, then: datetime, zone: str
) -> Talk:
    before = [talk for talk in talks if talk.at <= then]
    day = coming.at.astimezone(ZoneInfo(zone)).date() if coming else None
    weak = [talk.weak_answers.strip() for talk in before if talk.weak_answers.strip()]
    return Talk(
        case=str(case.pk),
        company=case.company.name,
        role=case.role,
        on=day,
        round=len(before) + 1,
        stage=Stage(coming.stage) if coming is not None and coming.stage else None,
        weak_answers=tuple(weak),
    )


def nobody_said(account: UUID, now: datetime) -> list[Unsaid]:
    """Cases that ended after a talk, a short while ago, without a word on why. Only asking tells."""
    zone = ZoneInfo(Profile.of(account, at=now).zone)
    rows = Case.objects.of(account).standing_alone().for_list()
    rows = rows.filter(
        standing__state=State.CLOSED,
        standing__outcome=Outcome.REJECTED,
        standing__sealed=False,
        standing__since__gte=now - LONG_AGO,
        standing__stage__in=_TALKED,
        company__stop__isnull=True,
    )
    recent = [
        case
        for case in rows.order_by("-last_at")
        if case.standing.since is not None and _recent(case, case.standing.since, now, zone)
    ]
    if not recent:
        return []
    ids = [case.pk for case in recent]
    found = doubting.heard(account, Case.objects.filter(pk__in=ids), now, str(zone))
    said = {UUID(one.where.case) for one in found}
    return [Unsaid(c.pk, c.company.name, c.role) for c in recent if c.pk not in said]


def _recent(case: Case, ended: datetime, now: datetime, zone: ZoneInfo) -> bool:
    gone = workdays.between(
        ended.astimezone(zone).date(), now.astimezone(zone).date(), case.country
    )
    return gone <= days.LATE_CALL
