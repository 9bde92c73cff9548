"""The report of a search: what is handed on, and the ways to take it along."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext as _

from afterword.desk.cases import search_report
from afterword.faces.web.pages.parts import Act, Crumb, Empty

if TYPE_CHECKING:
    from afterword.faces.web.visit import Visit


@dataclass(frozen=True, slots=True)
class ReportLine:
    on: str
    firm: str
    role: str
    done: str
    outcome: str


@dataclass(frozen=True, slots=True)
class ReportPage:
    title: str
    lead: str
    name: str
    crumbs: tuple[Crumb, ...]
    lines: tuple[ReportLine, ...]
    acts: tuple[Act, ...]
    since: str
    until: str
    empty: Empty | None = None


def build(visit: Visit, made: search_report.Report) -> ReportPage:
    """The lines as they will be handed on; nothing else of the casebook is in them."""
    since, until = made.since.isoformat(), made.until.isoformat()
    period = f"?since={since}&until={until}"
    return ReportPage(
        title=_("Record of a job search"),
        lead=_("%(since)s to %(until)s. %(summary)s")
        % {
            "since": visit.clock.day(made.since),
            "until": visit.clock.day(made.until),
            "summary": search_report.summary(made),
        },
        name=visit.profile.name,
        crumbs=(Crumb(_("Looking back"), reverse("web:looking-back")),),
        lines=tuple(
            ReportLine(visit.clock.day(one.on), one.firm, one.role, one.done, one.outcome)
            for one in made.lines
        ),
        acts=(
            Act(_("PDF"), reverse("web:search-report-pdf") + period, "primary"),
            Act(_("CSV for a spreadsheet"), reverse("web:search-report-csv") + period),
        ),
        since=since,
        until=until,
        empty=None
        if made.lines
        else Empty(
            _("Nothing was done in these days, as far as the record shows."),
            _("Choose other days, or put in by hand what the mail does not know."),
        ),
    )
