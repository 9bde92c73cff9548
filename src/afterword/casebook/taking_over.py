"""Applications taken over from another tracker: a case each, with what the list dates and no more.

Part of the verb that brings the file in. A case that mail already tells of keeps what the
mail says; only what is empty in it is filled.
"""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime, time, timedelta, tzinfo
from typing import Any
from uuid import UUID

from afterword import terms
from afterword.casebook.case import Case
from afterword.casebook.company import Company
from afterword.casebook.ending import Ending
from afterword.casebook.entry import Entry
from afterword.casebook.event import Act
from afterword.casebook.interview import Interview
from afterword.terms import Channel, Deed, Direction, MailKind, Outcome

#: The same firm and role within this time is the same application; later it is another.
SAME = timedelta(days=120)
#: A job that was only saved, and longer ago than this, is no lead any more.
FRESH = timedelta(days=60)
#: How an outcome without a day of its own is kept: as an ending.
OUTCOMES = {
    MailKind.REJECTION: Outcome.REJECTED,
    MailKind.POSITION_FILLED: Outcome.POSITION_FILLED,
    MailKind.CANCELLED: Outcome.CANCELLED,
    MailKind.WITHDRAWN: Outcome.WITHDRAWN,
    MailKind.OFFER_RESCINDED: Outcome.OFFER_RESCINDED,
    Deed.OFFER_DECLINED: Outcome.OFFER_DECLINED,
    Deed.OFFER_ACCEPTED: Outcome.HIRED,
}
OURS = (MailKind.WITHDRAWN, Deed.OFFER_ACCEPTED, Deed.OFFER_DECLINED, Deed.APPLICATION)
NO_DAY = "Your list gives no day for this; it stands on the day of the application."


class TakingOver:
    """The rows of one list, one after another."""

    def __init__(self, account: UUID, doing: Act, now: datetime, zone: tzinfo) -> None:
        self.account, self.doing, self.now, self.zone = account, doing, now, zone
        self.counts: Counter[str] = Counter()
        rows = Case.objects.of(account).standing_alone().select_related("company")
        self.by_firm: dict[UUID, list[Case]] = {}
        for case in rows:
            self.by_firm.setdefault(case.company_id, []).append(case)
        self.told = set(
            Case.objects.of(account).filter(messages__isnull=False).values_list("pk", flat=True)
        )

    def take(self, one: terms.Applied) -> Case | None:
        """The case of this row; None for a job that was saved long ago, or lies ahead of today."""
        if one.on is not None and self._at(one.on) > self.now + timedelta(days=1):
            self.counts["applications_ahead"] += 1
            return None
        if one.saved and (one.on is None or self._at(one.on) < self.now - FRESH):
            self.counts["saved_long_ago"] += 1
            return None
        firm = Company.named(one.company, doing=self.doing)
        since = self._at(one.on) if one.on else self.now
        case = self._same(firm, one, since)
        if case is None:
            case = self.doing.create(
                Case(
                    company=firm,
                    role=one.role[:300],
                    posting=one.posting[:1000],
                    opened_at=since,
                    last_at=since,
                )
            )
            self.by_firm.setdefault(firm.pk, []).append(case)
            self.counts["cases_new"] += 1
            self._tell(case, one)
        elif case.pk in self.told:
            self.counts["cases_known"] += 1
            self._fill(case, one)
        else:
            self.counts["cases_known"] += 1
            self._fill(case, one)
            self._tell(case, one)
        return case

    def _same(self, firm: Company, one: terms.Applied, since: datetime) -> Case | None:
        known = self.by_firm.get(firm.pk, [])
        for case in known:
            if one.posting and case.posting == one.posting:
                return case
        near = [case for case in known if one.on is None or abs(case.opened_at - since) <= SAME]
        if one.role:
            role = one.role[:300].casefold()
            return next((case for case in near if case.role.casefold() == role), None)
        return near[0] if len(near) == 1 else None

    def _fill(self, case: Case, one: terms.Applied) -> None:
        given = {"role": one.role[:300], "posting": one.posting[:1000]}
        self.doing.change(case, **{k: v for k, v in given.items() if v and not getattr(case, k)})

    def _tell(self, case: Case, one: terms.Applied) -> None:
        """The dated steps; else the application and, where the list says so, how it ended."""
        if one.on is not None and not one.saved:
            self._enter(case, one.on, 0, Deed.APPLICATION, one.stage)
        dated = False
        for n, step in enumerate(one.steps, 1):
            if step.kind is None or (step.kind is Deed.APPLICATION and step.on == one.on):
                continue
            dated = dated or step.kind == one.means
            self._enter(case, step.on, n, step.kind, step.stage, detail=step.what)
        if one.means is not None and not dated and one.on is not None:
            self._end(case, one)
        note = "\n".join(filter(None, (one.place, one.note)))
        if note and one.on is not None:
            self._enter(case, one.on, 59, Deed.NOTE, detail=note)

    def _end(self, case: Case, one: terms.Applied) -> None:
        assert one.on is not None and one.means is not None
        at = self._at(one.on)
        outcome = OUTCOMES.get(one.means)
        if outcome is not None:
            if not Ending.objects.filter(case=case, outcome=outcome).exists():
                self.doing.create(Ending(case=case, at=at, outcome=outcome, why=NO_DAY))
                self.counts["endings_without_a_day"] += 1
        elif one.means not in (Deed.APPLICATION, Deed.INTERVIEW):
            self._enter(case, one.on, 1, one.means, one.stage, detail=one.status)

    def _enter(
        self,
        case: Case,
        on: date,
        minute: int,
        kind: MailKind | Deed,
        stage: str = "",
        detail: str = "",
    ) -> None:
        at = self._at(on) + timedelta(minutes=minute)
        if at > self.now:
            at = self.now
        if kind is Deed.INTERVIEW:
            if not Interview.objects.filter(case=case, at=at).exists():
                self.doing.create(Interview(case=case, at=at, stage=stage, note="From your list."))
            return
        if Entry.objects.filter(case=case, at=at, kind=str(kind)).exists():
            return
        fields: dict[str, Any] = {"stage": stage, "detail": detail}
        way = Direction.OUT if kind in OURS else Direction.IN
        self.doing.create(
            Entry(case=case, at=at, kind=str(kind), direction=way, channel=Channel.EMAIL, **fields)
        )

    def _at(self, on: date) -> datetime:
        return datetime.combine(on, time(12), tzinfo=self.zone)
