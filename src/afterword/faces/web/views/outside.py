"""What leaves this machine, the switch that ends it, and the job boards that are watched."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from afterword.desk.watch import boards, leaving
from afterword.errors import UserError
from afterword.faces.web.pages import boards as boards_page
from afterword.faces.web.pages import outside as outside_page
from afterword.faces.web.views.adding import form_view
from afterword.faces.web.visit import Visit, to

SHOWN = 200


class BoardForm(forms.Form):
    url = forms.CharField(
        label=gettext_lazy("The address of the job board"),
        max_length=2000,
        help_text=gettext_lazy("Or of any advert on it."),
        widget=forms.TextInput(attrs={"inputmode": "url", "autocapitalize": "off"}),
    )
    company = forms.CharField(label=gettext_lazy("The firm"), max_length=200, required=False)


@require_GET
def outside(request: HttpRequest) -> HttpResponse:
    visit = Visit.of(request)
    rows, more = leaving.book(visit.account, most=SHOWN)
    page = outside_page.build(
        rows, more, leaving.doors(visit.account), leaving.off_since(visit.account), visit.clock
    )
    return visit.show("outside.html", page, here="settings")


@require_POST
def outside_switch(request: HttpRequest) -> HttpResponse:
    visit = Visit.of(request)
    if request.POST.get("do") == "on":
        leaving.turn_on(visit.account, visit.now)
        return visit.done(_("Boards, adverts and news may be fetched again."), to("outside"))
    leaving.turn_off(visit.account, visit.now)
    return visit.done(_("Nothing is fetched from the web any more."), to("outside"))


@form_view
def watched(request: HttpRequest) -> HttpResponse:
    visit = Visit.of(request)
    form = BoardForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        try:
            row = boards.add(visit.account, given["url"], company=given["company"], at=visit.now)
        except UserError as problem:
            form.add_error("url", str(problem))
        else:
            says = _("The job board of %(firm)s is looked at from now on.") % {"firm": row.company}
            return visit.done(says, to("boards"))
    rows = boards.all_of(visit.account)
    page = boards_page.build(
        rows,
        {str(one.pk): boards.spoken_of(one) for one in rows},
        visit.clock,
        off=leaving.off_since(visit.account) is not None,
        names=boards.kinds(),
    )
    status = 422 if form.is_bound else 200
    return visit.show("boards.html", page, here="settings", form=form, status=status)


@require_POST
def board_watch(request: HttpRequest, key: UUID) -> HttpResponse:
    visit = Visit.of(request)
    row = boards.one_of(visit.account, key)
    if row is None:
        raise Http404
    row.confirm(at=visit.now)
    says = _("The job board of %(firm)s is looked at from now on.") % {"firm": row.company}
    return visit.done(says, to("boards"))


@require_POST
def board_leave(request: HttpRequest, key: UUID) -> HttpResponse:
    visit = Visit.of(request)
    row = boards.one_of(visit.account, key)
    if row is None:
        raise Http404
    row.leave(at=visit.now)
    says = _("The job board of %(firm)s is left alone.") % {"firm": row.company}
    return visit.done(says, to("boards"), level=messages.SUCCESS)
