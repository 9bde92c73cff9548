"""The numbers of a search on a day: what is live, how long words take, offers by a date, how many more.

While an envelope is closed, its process is left out and said to be; `--json` keeps no seal.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from afterword.casebook.case import Case
from afterword.casebook.files import case_files
from afterword.casebook.profile import Profile
from afterword.counsel import forecast
from afterword.desk.cases.judging import open_all
from afterword.desk.morning import end_of

#: What stands behind the numbers, each with its source and year.
BEHIND = (forecast.ARITHMETIC, forecast.SURVEY, *forecast.SOURCES)
spoken = forecast.spoken


@dataclass(frozen=True, slots=True)
class Target:
    """One live process by name; `since` is how many days it has stood where it stands."""

    id: UUID
    company: str
    role: str
    leg: str
    state: str
    since: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """The numbers, the live processes by name, and what was left out of them."""

    numbers: forecast.Numbers
    targets: tuple[Target, ...]
    quiet: tuple[Target, ...]
    sealed: int
    older: int


def numbers(
    account: UUID,
    now: datetime,
    *,
    at: date | None = None,
    by: date | None = None,
    everything: bool = False,
    keep_seal: bool = True,
) -> Sheet:
    """The numbers as known at `now`, or at the end of the local day `at`.

    They speak of the search of the last year, unless `everything` is asked for.
    `by` is the day a forecast reaches to; it is held between a week and half a year.
    """
    zone = ZoneInfo(Profile.of(account, at=now).zone)
    then = end_of(at, str(zone)) if at is not None else now.astimezone(zone)
    rows = Case.objects.of(account).standing_alone().filter(opened_at__lte=then)
    cases = {str(case.pk): case for case in rows.select_related("company").order_by("opened_at")}
    files = list(case_files(account, cases.values(), then).values())
    whole = [file for file in files if not any(h.sealed for h in file.happenings)]
    sealed = len(files) - len(whole)
    if keep_seal:
        # Neither as live nor as over: either would count what nobody has opened.
        files = whole
    courses = [forecast.course(open_all(file), then) for file in files]
    counted = tuple(courses) if everything else forecast.this_search(courses, then.date())
    found = forecast.numbers(counted, then.date(), by)
    known = {course.case: course for course in counted}

    def named(keys: tuple[str, ...]) -> tuple[Target, ...]:
        return tuple(_target(cases[key], known[key]) for key in keys)

    return Sheet(
        numbers=found,
        targets=named(found.pipeline.offers + found.pipeline.targets),
        quiet=named(found.pipeline.quiet),
        sealed=sealed if keep_seal else 0,
        older=len(courses) - len(counted),
    )


def numbers_json(
    account: UUID, now: datetime, *, at: date | None, by: date | None, everything: bool
) -> dict[str, Any]:
    """The same for a program; a curve is given as its steps, a date as YYYY-MM-DD."""
    sheet = numbers(account, now, at=at, by=by, everything=everything, keep_seal=False)
    return {**asdict(sheet.numbers), "older_left_out": sheet.older, "behind": list(BEHIND)}


def _target(case: Case, course: forecast.Course) -> Target:
    return Target(
        id=case.pk,
        company=case.company.name,
        role=case.role,
        leg=str(course.leg or ""),
        state=str(course.state),
        since=course.waited,
    )
