"""People: the list, one person, their seat in a case, and leaving them alone."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from afterword.casebook import models as record
from afterword.casebook import stop as casebook_stop
from afterword.desk import morning
from afterword.desk.whole import forgetting
from afterword.faces.web import data_forms, dated, forms
from afterword.faces.web.pages import data as data_words
from afterword.faces.web.pages import people as page
from afterword.faces.web.pages.parts import Act
from afterword.faces.web.views import finding
from afterword.faces.web.views.adding import ask, data, form_view, noon
from afterword.faces.web.visit import Visit, to


@require_GET
def people(request: HttpRequest) -> HttpResponse:
    visit = Visit.of(request)
    template = "people.html#rows" if visit.in_place else "people.html"
    return visit.show(template, page.build(visit), here="people")


def _person(visit: Visit, key: UUID) -> record.Person:
    rows = record.Person.objects.select_related("company__stop", "stop")
    found: record.Person = finding.one(visit, rows.prefetch_related("addresses"), key)
    return found


@require_GET
def person(request: HttpRequest, key: UUID) -> HttpResponse:
    visit = Visit.of(request)
    return visit.show("person.html", page.person_page(_person(visit, key), visit), here="people")


def _firm(visit: Visit, name: str) -> record.Company | None:
    return (
        record.Company.add(account=visit.account, name=name, at=visit.now) if name.strip() else None
    )


@form_view
def person_add(request: HttpRequest) -> HttpResponse:
    visit = Visit.of(request)
    form = forms.PersonForm(data(visit), initial={"email": request.GET.get("email", "")})
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        found = record.Person.add(
            account=visit.account,
            name=given["name"],
            email=given["email"],
            title=given["title"],
            note=given["note"],
            company=_firm(visit, given["company"]),
            at=visit.now,
        )
        if given["country"]:
            found.describe(at=visit.now, country=given["country"])
        return visit.done(_("Noted."), to("person", found.pk))
    return ask(visit, form, title=_("A person"), back=to("people"), here="people")


@form_view
def person_edit(request: HttpRequest, key: UUID) -> HttpResponse:
    visit = Visit.of(request)
    found = _person(visit, key)
    kept = {
        "name": found.name,
        "email": found.email,
        "title": found.title,
        "company": found.company.name if found.company else "",
        "country": found.country,
        "note": found.note,
    }
    form = forms.PersonForm(data(visit), initial=kept)
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        firm = _firm(visit, given["company"]) if given["company"] != kept["company"] else None
        fields = {name: given[name] for name in ("name", "title", "note", "email", "country")}
        if firm is not None or not given["company"]:
            fields["company"] = firm
        found.describe(at=visit.now, **fields)
        return visit.done(_("Changed."), to("person", found.pk))
    return ask(visit, form, title=str(found), back=to("person", found.pk), here="people")


@form_view
def person_forget(request: HttpRequest, key: UUID) -> HttpResponse:
    """Forgotten for good: the one deed on a person that undo does not bring back."""
    visit = Visit.of(request)
    found = _person(visit, key)
    form = data_forms.ForgetForm(data(visit))
    if form.is_bound and form.is_valid():
        gone = forgetting.forget(
            found, now=visit.now, older_copies=form.cleaned_data["older_copies"]
        )
        return visit.done(data_words.forgotten(gone), to("people"), level=messages.INFO)
    return ask(
        visit,
        form,
        title=_("Forget %(who)s") % {"who": found},
        lead=_(
            "Their name and addresses go from everything kept here: cases, letters, notes, what "
            "was corrected; mails that name them are no longer kept as they came. No undo brings "
            "them back. What they wrote stays in the case without their name, for it is your "
            "history too. The next reading of your mail does not bring them back either: only you "
            "can, by adding them by hand. Backups and exports of before still know them."
        ),
        button=_("Forget them"),
        back=to("person", found.pk),
        here="people",
    )


@require_POST
def person_stop(request: HttpRequest, key: UUID) -> HttpResponse:
    visit = Visit.of(request)
    found = _person(visit, key)
    casebook_stop.stop(person=found, at=visit.now)
    morning.freshen(visit.account, visit.now)
    return visit.done(_("They are left alone from now on."), to("person", found.pk))


@require_POST
def person_lift(request: HttpRequest, key: UUID) -> HttpResponse:
    visit = Visit.of(request)
    found = _person(visit, key)
    held = record.Stop.objects.of(visit.account).filter(person=found).first()
    if held is not None:
        casebook_stop.lift(stop=held, at=visit.now)
        morning.freshen(visit.account, visit.now)
    return visit.done(_("You may write to them again."), to("person", found.pk))


@require_POST
def firm_stop(request: HttpRequest, key: UUID) -> HttpResponse:
    visit = Visit.of(request)
    firm = finding.one(visit, record.Company.objects.all(), key)
    casebook_stop.stop(company=firm, at=visit.now)
    morning.freshen(visit.account, visit.now)
    return visit.done(_("They are left alone from now on."), visit.back(to("cases")))


@require_POST
def firm_lift(request: HttpRequest, key: UUID) -> HttpResponse:
    visit = Visit.of(request)
    firm = finding.one(visit, record.Company.objects.all(), key)
    held = record.Stop.objects.of(visit.account).filter(company=firm).first()
    if held is not None:
        casebook_stop.lift(stop=held, at=visit.now)
        morning.freshen(visit.account, visit.now)
    return visit.done(_("You may write to them again."), visit.back(to("cases")))


@form_view
def touch_add(request: HttpRequest, key: UUID) -> HttpResponse:
    """A word that no letter here shows: a call, a comment, a coffee."""
    visit = Visit.of(request)
    found = _person(visit, key)
    form = forms.TouchForm(data(visit), initial={"when": visit.clock.today})
    if form.is_bound and form.is_valid() and dated.has_been(form, "when", visit.clock.today):
        given = form.cleaned_data
        seat_ = found.seats.select_related("case").order_by("-id").first()
        record.Touch.note_one(
            person=found,
            when=noon(visit, given["when"]),
            at=visit.now,
            case=seat_.case if seat_ else None,
            channel=given["channel"],
            note=given["note"],
        )
        morning.freshen(visit.account, visit.now)
        return visit.done(_("Noted."), to("person", found.pk))
    return ask(
        visit,
        form,
        title=_("A word with %(who)s") % {"who": found},
        lead=_("So that nobody is written to twice for the same."),
        back=to("person", found.pk),
        here="people",
    )


@form_view
def seat_add(request: HttpRequest, key: UUID) -> HttpResponse:
    visit = Visit.of(request)
    case = finding.case(visit, key)
    form = forms.SeatForm(data(visit))
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        who = record.Person.add(
            account=visit.account,
            name=given["name"],
            email=given["email"],
            company=case.company,
            at=visit.now,
        )
        record.Seat.give(case=case, person=who, at=visit.now, **_of_seat(given))
        morning.plan_case(case, visit.now)
        return visit.done(_("Noted."), to("case", case.pk))
    return ask(visit, form, title=_("Someone in this case"), case=case)


SEAT = ("title", "part", "stake", "stance", "stance_basis", "quote")


def _of_seat(given: dict[str, str]) -> dict[str, str]:
    return {name: given[name] for name in SEAT}


@form_view
def seat(request: HttpRequest, key: UUID) -> HttpResponse:
    visit = Visit.of(request)
    rows = record.Seat.objects.select_related("case__company", "person")
    held = finding.one(visit, rows, key)
    kept = {
        "name": held.person.name,
        "email": held.person.email,
        "title": held.title,
        "part": held.part,
        "stake": held.stake,
        "stance": held.stance,
        "stance_basis": held.stance_basis,
        "quote": held.quote,
    }
    form = forms.SeatForm(data(visit), initial=kept)
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        if (given["name"], given["email"]) != (kept["name"], kept["email"]):
            held.person.describe(at=visit.now, name=given["name"], email=given["email"])
        record.Seat.give(case=held.case, person=held.person, at=visit.now, **_of_seat(given))
        morning.plan_case(held.case, visit.now)
        return visit.done(_("Changed."), to("case", held.case_id))
    leave = Act(_("Not part of this case"), to("seat-leave", held.pk), "quiet", True)
    return ask(visit, form, title=str(held.person), case=held.case, acts=(leave,))


@require_POST
def seat_leave(request: HttpRequest, key: UUID) -> HttpResponse:
    visit = Visit.of(request)
    held = finding.one(visit, record.Seat.objects.select_related("case", "person"), key)
    case = held.case
    held.leave(at=visit.now)
    morning.plan_case(case, visit.now)
    return visit.done(_("Taken out of this case."), to("case", case.pk))
