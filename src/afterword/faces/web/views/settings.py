"""Settings: who you are, which addresses are yours, how it looks."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from afterword.casebook import models as record
from afterword.desk import morning
from afterword.faces.web import forms
from afterword.faces.web.pages.parts import Act
from afterword.faces.web.pages.settings import AddressRow, Settings
from afterword.faces.web.views.adding import data, form_view
from afterword.faces.web.visit import Visit, to


@form_view
def settings(request: HttpRequest) -> HttpResponse:
    visit = Visit.of(request)
    profile = visit.profile
    kept = {
        "name": profile.name,
        "zone": profile.zone,
        "country": profile.country,
        "keep_ties": profile.keeps_ties,
        "theme": profile.settings.get("theme", ""),
    }
    form = forms.ProfileForm(data(visit), initial=kept)
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        profile.describe(
            at=visit.now,
            name=given["name"],
            zone=given["zone"],
            country=given["country"],
            settings={"keep_ties": given["keep_ties"], "theme": given["theme"]},
        )
        morning.freshen(visit.account, visit.now)
        return visit.done(_("Kept."), to("settings"))
    page = Settings(
        title=_("Settings"),
        lead=_("All of this stays on this computer."),
        addresses=_addresses(visit),
        links=(Act(_("Dates for your calendar (.ics)"), to("due")),),
    )
    status = 422 if form.is_bound else 200
    return visit.show(
        "settings.html", page, form=form, address_form=forms.AddressForm(), status=status
    )


def _addresses(visit: Visit) -> tuple[AddressRow, ...]:
    rows = record.OwnAddress.objects.of(visit.account).order_by("-weight", "email")
    return tuple(_address(row) for row in rows)


def _address(row: record.OwnAddress) -> AddressRow:
    mine = Act(
        _("Mine"), to("address-add"), "small", True, (("email", row.email),), about=row.email
    )
    other = Act(
        _("Not mine"),
        to("address-decline"),
        "small",
        True,
        (("email", row.email),),
        about=row.email,
    )
    if row.confirmed_at:
        return AddressRow(row.email, _("yours"), (other,))
    if row.declined_at:
        return AddressRow(row.email, _("not yours"), (mine,))
    return AddressRow(row.email, _("looks like yours"), (mine, other))


@require_POST
def address_add(request: HttpRequest) -> HttpResponse:
    visit = Visit.of(request)
    form = forms.AddressForm(request.POST)
    if not form.is_valid():
        says = _("That does not look like a mail address. Nothing was changed.")
        return visit.done(says, to("settings"), level=messages.WARNING)
    record.OwnAddress.add(account=visit.account, email=form.cleaned_data["email"], at=visit.now)
    return visit.done(_("Noted: this one is yours."), to("settings"))


@require_POST
def address_decline(request: HttpRequest) -> HttpResponse:
    visit = Visit.of(request)
    email = request.POST.get("email", "")
    record.OwnAddress.decline(account=visit.account, email=email, at=visit.now)
    return visit.done(_("Noted: not yours."), to("settings"))
