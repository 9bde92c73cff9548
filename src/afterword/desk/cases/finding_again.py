"""Likely to be found again, joined: the cases that ended, with the user's other cases at the firm."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from afterword import counsel
from afterword.casebook.case import Case
from afterword.casebook.files import case_files
from afterword.casebook.profile import Profile
from afterword.counsel.found_again import FoundAgain, found_again
from afterword.desk import morning
from afterword.desk.cases.judging import open_all
from afterword.desk.letters.answered import met_by
from afterword.terms import CaseFile


@dataclass(frozen=True, slots=True)
class Place:
    """One ended case and how likely that firm is to find the user again."""

    case: UUID
    company: str
    role: str
    found: FoundAgain


def of_case(case: Case, now: datetime) -> FoundAgain | None:
    """For one case; None while it runs. The caller minds the seal: this sees every letter open."""
    file = _told(open_all(case.as_file(now)))
    others = Case.objects.of(case.account).standing_alone().filter(company=case.company_id)
    roles = others.exclude(pk=case.pk).filter(opened_at__lte=now).values_list("role", flat=True)
    return found_again(file, counsel.stand(file, now), now, list(roles))


def _told(file: CaseFile) -> CaseFile:
    """The file with the stories that answer what they named, as the advice has it."""
    return replace(file, met_by=met_by(file))


def every(account: UUID, now: datetime, at: date | None = None) -> list[Place]:
    """Every ended case, now or at the end of that day; no seal is kept here."""
    zone = Profile.of(account, at=now).zone
    then = min(morning.end_of(at, zone), now) if at is not None else now
    rows = Case.objects.of(account).standing_alone().filter(opened_at__lte=then)
    cases = list(rows.select_related("company").order_by("opened_at", "id"))
    files = case_files(account, cases, then)
    there: dict[UUID, list[Case]] = defaultdict(list)
    for case in cases:
        there[case.company_id].append(case)
    found = []
    for case in cases:
        file = _told(open_all(files[case.pk]))
        others = [other.role for other in there[case.company_id] if other.pk != case.pk]
        grade = found_again(file, counsel.stand(file, then), then, others)
        if grade is not None:
            found.append(Place(case.pk, case.company.name, case.role, grade))
    return found
