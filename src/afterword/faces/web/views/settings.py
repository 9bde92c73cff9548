"""Settings: who you are, which addresses are yours, how it looks."""

from __future__ import annotations

from pathlib import Path

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from afterword.casebook import models as record
from afterword.casebook.broken import Broken
from afterword.desk import morning
from afterword.desk.letters import own_name
from afterword.desk.whole import forgetting
from afterword.faces import faults
from afterword.faces.web import data_forms, forms
from afterword.faces.web.pages import data as data_words
from afterword.faces.web.pages.parts import Act
from afterword.faces.web.pages.settings import AddressRow, Settings
from afterword.faces.web.views.adding import ask, data, form_view
from afterword.faces.web.visit import Visit, to

UNREAD_SHOWN = 200


@form_view
def settings(request: HttpRequest) -> HttpResponse:
    visit = Visit.of(request)
    profile = visit.profile
    kept = {
        "name": profile.name,
        "zone": profile.zone,
        "country": profile.country,
        "works_in": profile.works_in,
        "keep_ties": profile.keeps_ties,
        "theme": profile.settings.get("theme", ""),
    }
    form = forms.ProfileForm(data(visit), initial=kept)
    if form.is_bound and form.is_valid():
        given, before = form.cleaned_data, profile.name
        profile.describe(
            at=visit.now,
            name=given["name"],
            zone=given["zone"],
            country=given["country"],
            works_in=given["works_in"],
            settings={
                "keep_ties": given["keep_ties"],
                "theme": given["theme"],
                "name_from": "user",
            },
        )
        own_name.sign(visit.account, before=before, now=visit.now)
        morning.freshen(visit.account, visit.now)
        return visit.done(_("Kept."), to("settings"))
    if own_name.is_from_mail(profile):
        form.fields["name"].help_text = _("As the mails you sent are signed. Correct it if needed.")
    page = Settings(
        title=_("Settings"),
        lead=_stays(),
        addresses=_addresses(visit),
        links=(
            Act(_("Your data"), to("data")),
            Act(_("Dates for your calendar (.ics)"), to("due")),
        ),
        backup=data_words.standing(visit),
        unread=_unread(visit),
        taught=Act(_("See what you taught"), to("taught")),
        plays=Act(_("Your own plays"), to("own-plays")),
        letters=(
            Act(_("Sending"), to("own-mail")),
            Act(_("Letter paper"), to("letterhead")),
            Act(_("Other words"), to("model")),
        ),
        forget=Act(_("Delete everything"), to("forget-all")),
    )
    status = 422 if form.is_bound else 200
    return visit.show(
        "settings.html", page, form=form, address_form=forms.AddressForm(), status=status
    )


def _unread(visit: Visit) -> tuple[tuple[str, str], ...]:
    """The mails that could not be read whole, each with the reason; the latest first."""
    rows = Broken.objects.of(visit.account).order_by("-at", "-id")
    return tuple(
        (f"{Path(row.source).name}, {visit.clock.short(row.at)}", row.reason)
        for row in rows[:UNREAD_SHOWN]
    )


@form_view
def forget_all(request: HttpRequest) -> HttpResponse:
    """The one deed that undo does not bring back, so it is the one that asks."""
    visit = Visit.of(request)
    form = data_forms.ForgetForm(data(visit))
    if form.is_bound and form.is_valid():
        gone = forgetting.forget_all(
            visit.account, now=visit.now, older_copies=form.cleaned_data.get("older_copies", False)
        )
        return visit.done(data_words.all_gone(gone), to("welcome"), level=messages.INFO)
    return ask(
        visit,
        form,
        title=_("Delete everything"),
        lead=_all_goes(),
        button=_("Delete it all"),
        back=to("data"),
        here="",
    )


def _stays() -> str:
    if lies := faults.server():
        return _("All of this lies in %(server)s.") % {"server": lies}
    return _("All of this stays on this computer.")


def _all_goes() -> str:
    """What deleting everything does; of a server's own files and backups we can promise nothing."""
    if lies := faults.server():
        return _(
            "Every case, mail, letter, story and person in this casebook goes, and no undo brings "
            "them back. Passwords kept go as well. It lies in %(server)s: what that server keeps in "
            "its own files, logs and backups only whoever runs it can remove. Your mailbox itself is "
            "not touched. A zip of everything can be had on the page before this one."
        ) % {"server": lies}
    return _(
        "Every case, mail, letter, story and person in this casebook goes, and no undo brings "
        "them back; no byte of it stays in the free space of the file. Passwords kept go as well. "
        "Backups stay where they lie, unless you say otherwise here. Your mailbox itself is not "
        "touched. A zip of everything can be had on the page before this one."
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
