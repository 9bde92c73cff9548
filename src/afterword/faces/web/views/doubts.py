"""Doubts: the ledger across cases, the page before a talk, and the user's hand on both."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from afterword.desk import morning
from afterword.desk.cases import regrouping
from afterword.errors import UserError
from afterword.faces.web import doubt_forms
from afterword.faces.web.pages import doubts as page
from afterword.faces.web.views import finding
from afterword.faces.web.views.adding import ask, data, form_view
from afterword.faces.web.visit import SeeOther, Visit, to


@require_GET
def doubts(request: HttpRequest) -> HttpResponse:
    visit = Visit.of(request)
    return visit.show("doubts.html", page.build(visit), here="stories")


@require_GET
def asked(request: HttpRequest, key: UUID) -> HttpResponse:
    """What they may ask this time."""
    visit = Visit.of(request)
    case = finding.case(visit, key)
    return visit.show("asked.html", page.asked(case, visit), here="cases")


@form_view
def same(request: HttpRequest, key: str) -> HttpResponse:
    """Say that a doubt is another one in other words."""
    visit = Visit.of(request)
    quote = page.quote_of(visit, key)
    if not quote:
        raise Http404
    groups = page.labels(visit, key)
    form = doubt_forms.SameForm(data(visit), groups=groups)
    if form.is_bound and form.is_valid():
        regrouping.join(visit.account, key, form.cleaned_data["group"], visit.now)
        morning.freshen(visit.account, visit.now)
        return visit.done(_("One doubt now."), to("doubts"))
    return ask(
        visit,
        form,
        title=_("The same doubt in other words?"),
        lead=f"“{quote}”" if groups else _("There is no other doubt yet to join it to."),
        button=_("It is the same"),
        back=to("doubts"),
        here="stories",
    )


@require_POST
def apart(request: HttpRequest, key: str) -> HttpResponse:
    visit = Visit.of(request)
    try:
        regrouping.part(visit.account, key, visit.now)
    except UserError:
        raise Http404 from None
    morning.freshen(visit.account, visit.now)
    return visit.done(_("It stands alone now."), to("doubts"))


@require_POST
def met(request: HttpRequest, key: str) -> HttpResponse:
    """Yes, it was answered that day."""
    visit = Visit.of(request)
    try:
        day = date.fromisoformat(request.POST.get("on", ""))
        regrouping.answered(visit.account, key, day, visit.now)
    except (ValueError, UserError):
        raise Http404 from None
    return visit.done(_("Noted as answered."), visit.back(to("doubts")))


@require_POST
def keep(request: HttpRequest, key: str) -> HttpResponse:
    """A reason that stands only in a no becomes a remark, to be changed like any other."""
    visit = Visit.of(request)
    try:
        row = regrouping.remark_of(visit.account, key, visit.now)
    except UserError:
        raise Http404 from None
    morning.freshen(visit.account, visit.now)
    return SeeOther(to("remark", row.pk))
