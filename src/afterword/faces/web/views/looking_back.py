"""Looking back: the page, the five questions of a case, the one hired, the report of the search."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from afterword.casebook import models as record
from afterword.casebook.forgetting import forget_hired
from afterword.casebook.looking_back import Hired, LookBack
from afterword.desk.cases import looking_back, search_report
from afterword.errors import UserError
from afterword.faces.web.back_forms import HiredForm, LookBackForm, PeriodForm
from afterword.faces.web.pages import looking_back as pages
from afterword.faces.web.pages import search_report as report_page
from afterword.faces.web.pages.asking import FormPage
from afterword.faces.web.pages.parts import Act
from afterword.faces.web.views import finding
from afterword.faces.web.views.adding import data, form_view
from afterword.faces.web.visit import Visit, to

HERE = "looking-back"


@require_GET
def page(request: HttpRequest) -> HttpResponse:
    visit = Visit.of(request)
    return visit.show("looking_back.html", pages.build(visit), here=HERE)


# ── one ending ──────────────────────────────────────────────────────────────


def _over(
    visit: Visit, key: UUID, *, asked: bool = False
) -> tuple[record.Case, looking_back.OfCase]:
    """A case that is over; one that runs, or whose answer is still closed, has nothing to ask."""
    case = finding.case(visit, key)
    found = looking_back.of_case(case, visit.now, asked=asked)
    if found is None:
        raise Http404
    return case, found


@form_view
def look_back(request: HttpRequest, key: UUID) -> HttpResponse:
    visit = Visit.of(request)
    case, found = _over(visit, key, asked=True)
    form = LookBackForm(data(visit), initial=_kept(found.kept))
    if form.is_bound and form.is_valid():
        LookBack.write(
            case=case,
            on=visit.clock.today,
            at=visit.now,
            answers=form.answers(),
            lesson=form.cleaned_data["lesson"],
        )
        return visit.done(_("Kept, for you alone."), to("looking-back"))
    status = 422 if form.is_bound else 200
    return visit.show(
        "look_back.html", pages.ask(case, found, form), here=HERE, form=form, status=status
    )


def _kept(row: LookBack | None) -> dict[str, str]:
    if row is None:
        return {}
    kept = {"lesson": row.lesson}
    for key, value in row.answers.items():
        said = looking_back.said(value)
        kept |= {key: str(said.choice), f"{key}_note": said.note}
    return kept


@require_POST
def aside(request: HttpRequest, key: UUID) -> HttpResponse:
    """Not this one: a good choice, and remembered."""
    visit = Visit.of(request)
    case, _found = _over(visit, key)
    LookBack.set_aside(case=case, on=visit.clock.today, at=visit.now)
    says = _("A good choice too: not every ending needs a lesson. It is not brought up again.")
    return visit.done(says, visit.back(to("looking-back")))


@require_POST
def drop(request: HttpRequest, key: UUID) -> HttpResponse:
    visit = Visit.of(request)
    case = finding.case(visit, key)
    kept = LookBack.objects.filter(case=case).first()
    if kept is not None:
        kept.drop(at=visit.now)
    return visit.done(_("Taken out."), to("looking-back"))


# ── the one who was hired ───────────────────────────────────────────────────


@form_view
def hired(request: HttpRequest, key: UUID) -> HttpResponse:
    visit = Visit.of(request)
    case, found = _over(visit, key)
    if found.over.end.outcome not in pages.SOMEBODY_WON:
        raise Http404
    kept = found.over.hired
    form = HiredForm(data(visit), initial=_noted(kept))
    if form.is_bound and form.is_valid():
        notes = form.notes()
        if (notes["brings"] or notes["differs"] or notes["gap"]) and not (kept and kept.looked_on):
            notes["looked_on"] = visit.clock.today
        Hired.note(case=case, at=visit.now, **notes)
        return visit.done(_("Kept. One look is enough."), to("looking-back"))
    forget = Act(_("Forget it for good"), to("hired-forget", case.pk), "quiet", True)
    asks = FormPage(
        _("Who was hired at %(firm)s") % {"firm": case.company},
        (found.over.hired_look.says + " " if found.over.hired_look else "")
        + _(
            "One look at what they say of themselves in public, for learning. No contact, no "
            "following; write it as if they might read it."
        ),
        _("Keep"),
        to("looking-back"),
        pages.crumbs(case),
        (forget,) if kept is not None else (),
    )
    status = 422 if form.is_bound else 200
    return visit.show("form.html", asks, here=HERE, form=form, status=status)


def _noted(row: Hired | None) -> dict[str, object]:
    if row is None:
        return {}
    kept: dict[str, object] = {
        name: getattr(row, name) for name in ("name", "role", "started_on", "gap")
    }
    return kept | {"brings": "\n".join(row.brings), "differs": "\n".join(row.differs)}


@require_POST
def hired_forget(request: HttpRequest, key: UUID) -> HttpResponse:
    visit = Visit.of(request)
    case = finding.case(visit, key)
    kept = Hired.objects.filter(case=case).first()
    if kept is not None:
        forget_hired(hired=kept, at=visit.now)
    says = _("Gone for good, from undo too.")
    return visit.done(says, to("looking-back"), level=messages.INFO)


# ── the report ──────────────────────────────────────────────────────────────


def _made(visit: Visit) -> search_report.Report:
    form = PeriodForm(visit.request.GET)
    if not form.is_valid():
        raise UserError(_("One of the two days is no date. Nothing was lost; choose it again."))
    since: date | None = form.cleaned_data["since"]
    return search_report.report(visit.account, visit.now, since, form.cleaned_data["until"])


@require_GET
def report(request: HttpRequest) -> HttpResponse:
    visit = Visit.of(request)
    try:
        made = _made(visit)
    except UserError as problem:
        return visit.done(problem, to("looking-back"), level=messages.WARNING)
    return visit.show("search_report.html", report_page.build(visit, made), here=HERE)


@require_GET
def report_pdf(request: HttpRequest) -> HttpResponse:
    visit = Visit.of(request)
    try:
        made = _made(visit)
        content = search_report.as_pdf(visit.account, made, visit.now)
    except UserError as problem:
        return visit.done(problem, to("looking-back"), level=messages.WARNING)
    return _file(content, "application/pdf", search_report.file_name(made, "pdf"))


@require_GET
def report_csv(request: HttpRequest) -> HttpResponse:
    visit = Visit.of(request)
    try:
        made = _made(visit)
    except UserError as problem:
        return visit.done(problem, to("looking-back"), level=messages.WARNING)
    content = search_report.as_csv(made).encode("utf-8-sig")
    return _file(content, "text/csv; charset=utf-8", search_report.file_name(made, "csv"))


def _file(content: bytes, kind: str, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
