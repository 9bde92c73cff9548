"""Adverts: keep one by link, words or file; see what changed; say whose it is."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from afterword.casebook import models as record
from afterword.desk.watch import roles as desk
from afterword.errors import AfterwordError
from afterword.faces import clock
from afterword.faces.web import role_forms
from afterword.faces.web.pages import roles as page
from afterword.faces.web.views import finding
from afterword.faces.web.visit import Visit, to

#: A saved page carries its pictures with it.
LARGEST = 40 * 1024 * 1024


def _show(visit: Visit, *, error: str = "", **bound: Any) -> HttpResponse:
    cases = list(finding.open_cases(visit))
    given = {"case": visit.request.GET.get("case", "")}
    doors = {
        name: form(cases=cases, initial=given, auto_id=f"{name}-%s")
        for name, form in (
            ("link_form", role_forms.LinkForm),
            ("words_form", role_forms.WordsForm),
            ("paper_form", role_forms.PaperForm),
        )
    }
    status = 422 if bound or error else 200
    shown = page.listing(visit, error=error)
    return visit.show("roles.html", shown, here="roles", status=status, **{**doors, **bound})


@require_GET
def roles(request: HttpRequest) -> HttpResponse:
    return _show(Visit.of(request))


def _chosen(visit: Visit, given: str) -> record.Case | None:
    return finding.case(visit, UUID(given)) if given else None


def _came(visit: Visit, came: desk.Kept) -> HttpResponse:
    if came.changes:
        return visit.done(page.said_of(came.changes), to("role", came.kept.pk))
    if not came.new:
        says = _("It reads as it did; the day is noted.")
        return visit.done(says, to("role", came.kept.pk), level=messages.INFO)
    return visit.done(_("Kept, with today’s date."), to("role", came.kept.pk))


@require_POST
def link(request: HttpRequest) -> HttpResponse:
    visit = Visit.of(request)
    cases = finding.open_cases(visit)
    form = role_forms.LinkForm(request.POST, cases=cases, auto_id="link_form-%s")
    if not form.is_valid():
        return _show(visit, link_form=form)
    given = form.cleaned_data
    case = _chosen(visit, given["case"])
    fetch = desk.on_the_web(clock.now)
    try:
        came = desk.keep_link(visit.account, given["url"], now=visit.now, fetch=fetch, case=case)
    except AfterwordError as problem:
        return _show(visit, error=str(problem), link_form=form)
    return _came(visit, came)


@require_POST
def text(request: HttpRequest) -> HttpResponse:
    visit = Visit.of(request)
    cases = finding.open_cases(visit)
    form = role_forms.WordsForm(request.POST, cases=cases, auto_id="words_form-%s")
    if not form.is_valid():
        return _show(visit, words_form=form)
    given = form.cleaned_data
    case = _chosen(visit, given["case"])
    try:
        came = desk.keep_text(
            visit.account, given["text"], title=given["title"], now=visit.now, case=case
        )
    except AfterwordError as problem:
        return _show(visit, error=str(problem), words_form=form)
    return _came(visit, came)


@require_POST
def file(request: HttpRequest) -> HttpResponse:
    visit = Visit.of(request)
    cases = finding.open_cases(visit)
    form = role_forms.PaperForm(request.POST, request.FILES, cases=cases, auto_id="paper_form-%s")
    if not form.is_valid():
        return _show(visit, paper_form=form)
    given = form.cleaned_data["file"]
    if given.size > LARGEST:
        return _show(visit, error=_("The file is larger than any saved advert."), paper_form=form)
    case = _chosen(visit, form.cleaned_data["case"])
    try:
        came = desk.keep_file(
            visit.account, given.read(), given.name or "", now=visit.now, case=case
        )
    except AfterwordError as problem:
        return _show(visit, error=str(problem), paper_form=form)
    return _came(visit, came)


def _kept(visit: Visit, key: UUID) -> record.KeptPosting:
    rows = record.KeptPosting.objects.select_related("case__company").prefetch_related("versions")
    found: record.KeptPosting = finding.one(visit, rows, key)
    return found


@require_GET
def role(request: HttpRequest, key: UUID) -> HttpResponse:
    visit = Visit.of(request)
    return _role(visit, _kept(visit, key))


def _role(visit: Visit, kept: record.KeptPosting, **bound: Any) -> HttpResponse:
    forms = {
        "whose_form": role_forms.WhoseForm(
            cases=finding.open_cases(visit), initial={"case": kept.case_id}, auto_id="whose-%s"
        ),
        "lead_form": role_forms.LeadForm(
            initial={"company": kept.company, "role": kept.title}, auto_id="lead-%s"
        ),
    }
    status = 422 if bound else 200
    shown = page.role(kept, visit)
    return visit.show("role.html", shown, here="roles", status=status, **{**forms, **bound})


@require_POST
def role_case(request: HttpRequest, key: UUID) -> HttpResponse:
    visit = Visit.of(request)
    kept = _kept(visit, key)
    try:
        case = _chosen(visit, request.POST.get("case", ""))
    except ValueError:
        raise Http404 from None
    desk.place(kept, case, now=visit.now)
    return visit.done(_("Noted: that is whose it is."), to("role", kept.pk))


@require_POST
def role_lead(request: HttpRequest, key: UUID) -> HttpResponse:
    visit = Visit.of(request)
    kept = _kept(visit, key)
    form = role_forms.LeadForm(request.POST, auto_id="lead-%s")
    if not form.is_valid():
        return _role(visit, kept, lead_form=form)
    case = desk.make_lead(kept, now=visit.now, **form.cleaned_data)
    return visit.done(_("A lead is open, with its advert."), to("case", case.pk))


@require_POST
def role_again(request: HttpRequest, key: UUID) -> HttpResponse:
    visit = Visit.of(request)
    kept = _kept(visit, key)
    try:
        came = desk.look_again(kept, now=visit.now, fetch=desk.on_the_web(clock.now))
    except AfterwordError as problem:
        return visit.done(problem, to("role", kept.pk), level=messages.WARNING)
    return _came(visit, came)


@require_POST
def role_drop(request: HttpRequest, key: UUID) -> HttpResponse:
    visit = Visit.of(request)
    _kept(visit, key).drop(at=visit.now)
    return visit.done(_("Put away."), to("roles"))
