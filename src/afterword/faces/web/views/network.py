"""Who reaches whom, where somebody went, and what an executive team is made of."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from afterword.casebook import models as record
from afterword.desk import morning
from afterword.faces.web import forms_people as forms
from afterword.faces.web.pages import reach as page
from afterword.faces.web.views import finding
from afterword.faces.web.views.adding import ask, data, form_view
from afterword.faces.web.visit import Visit, to


@require_GET
def reach(request: HttpRequest) -> HttpResponse:
    visit = Visit.of(request)
    return visit.show("reach.html", page.build(visit), here="people")


def _person(visit: Visit, key: UUID) -> record.Person:
    rows = record.Person.objects.select_related("company").prefetch_related("addresses")
    found: record.Person = finding.one(visit, rows, key)
    return found


@form_view
def person_moved(request: HttpRequest, key: UUID) -> HttpResponse:
    """They work elsewhere now: the map follows them, and the firm before is kept."""
    visit = Visit.of(request)
    found = _person(visit, key)
    form = forms.MoveForm(data(visit), initial={"on": visit.clock.today})
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        firm = record.Company.add(account=visit.account, name=given["company"], at=visit.now)
        record.Post.move(
            person=found,
            company=firm,
            on=given["on"],
            at=visit.now,
            title=given["title"],
            source=given["source"],
        )
        morning.freshen(visit.account, visit.now)
        return visit.done(_("Noted. You know somebody there now."), to("person", found.pk))
    return ask(
        visit,
        form,
        title=_("%(who)s has moved") % {"who": found},
        lead=_("Where they were before is kept: they still know that house."),
        back=to("person", found.pk),
        here="people",
    )


@form_view
def person_team(request: HttpRequest, key: UUID) -> HttpResponse:
    """What this executive brings, and what the user would add beside them."""
    visit = Visit.of(request)
    found = _person(visit, key)
    kept = {"brings": found.brings, "beside": found.beside}
    form = forms.TeamNotesForm(data(visit), initial=kept)
    if form.is_bound and form.is_valid():
        found.describe(at=visit.now, **{name: form.cleaned_data[name] for name in kept})
        return visit.done(_("Kept."), to("person", found.pk))
    return ask(
        visit,
        form,
        title=_("%(who)s in the executive team") % {"who": found},
        back=to("person", found.pk),
        here="people",
    )


@form_view
def team_add(request: HttpRequest, key: UUID) -> HttpResponse:
    """Somebody of the firm's executive team; being known gives them no seat in the case."""
    visit = Visit.of(request)
    case = finding.case(visit, key)
    form = forms.TeamForm(data(visit))
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        who = record.Person.add(
            account=visit.account,
            name=given["name"],
            title=given["title"],
            company=case.company,
            at=visit.now,
        )
        who.describe(at=visit.now, brings=given["brings"], beside=given["beside"])
        return visit.done(_("Noted."), to("case", case.pk))
    return ask(
        visit,
        form,
        title=_("Someone of the executive team of %(firm)s") % {"firm": case.company},
        case=case,
    )
