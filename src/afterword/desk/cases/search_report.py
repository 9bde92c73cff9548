"""The report of a search over a period, to be handed on: as lines, as a PDF, as CSV. The seal is kept."""

from __future__ import annotations

import shutil
from datetime import date, datetime, timedelta
from pathlib import Path
from uuid import UUID
from zoneinfo import ZoneInfo

from afterword.casebook.case import Case
from afterword.casebook.files import case_files
from afterword.casebook.profile import Profile
from afterword.counsel import days
from afterword.counsel.looking_back import Report as Report
from afterword.counsel.looking_back import report as judge
from afterword.errors import UserError
from afterword.writing.delivery import search_report as paper

TITLE = "Record of a job search"
PAPERS = "papers"
#: With no day given the report reaches back four weeks.
USUAL = timedelta(days=27)


def report(
    account: UUID, now: datetime, since: date | None = None, until: date | None = None
) -> Report:
    """What was done in the period, as known now. Raises `UserError` where it ends before it begins."""
    then = now.astimezone(ZoneInfo(Profile.of(account, at=now).zone))
    until = until or max(then.date(), since or then.date())
    since = since or until - USUAL
    if since > until:
        raise UserError("The period ends before it begins. Change one of the two days.")
    rows = Case.objects.of(account).standing_alone().filter(opened_at__lte=then)
    cases = list(rows.select_related("company").order_by("opened_at", "id"))
    return judge(case_files(account, cases, then).values(), since, until, then)


def as_pdf(account: UUID, made: Report, now: datetime) -> bytes:
    """The report as a PDF with the user's name on it."""
    return paper.as_pdf(
        [(_dated(one.on), one.firm, one.role, one.done, one.outcome) for one in made.lines],
        title=TITLE,
        name=Profile.of(account, at=now).name,
        period=f"{_dated(made.since)} to {_dated(made.until)}",
        summary=summary(made),
        at=now,
    )


def as_csv(made: Report) -> str:
    """The report as CSV; days as YYYY-MM-DD."""
    return paper.as_csv(one.cells for one in made.lines)


def papers(home: Path) -> Path:
    """The folder in the home where papers to hand on lie unless another place is named."""
    folder = home / PAPERS
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder


def forget_papers(home: Path) -> None:
    """Away with all that was laid there."""
    shutil.rmtree(home / PAPERS, ignore_errors=True)


def file_name(made: Report, ending: str) -> str:
    return f"search-{made.since.isoformat()}-{made.until.isoformat()}.{ending}"


def summary(made: Report) -> str:
    """How much there is, and of which day the last column speaks."""
    n, firms = len(made.lines), made.firms
    entries = "1 entry" if n == 1 else f"{n} entries"
    return f"{entries}, {firms} {'firm' if firms == 1 else 'firms'}. How it stands is told as of {_dated(made.on)}."


def nothing(made: Report) -> str:
    """There is nothing to hand on yet, and what to do about it."""
    return (
        f"Nothing to report yet: from {_dated(made.since)} to {_dated(made.until)} nothing was done, "
        "as far as the record shows. Choose other days, or put in by hand what the mail does not know."
    )


def _dated(day: date) -> str:
    return f"{days.spoken(day)} {day.year}"
