"""Mail accounts kept in step: how they stand, connecting, reading now, letting go; and the clock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from afterword.casebook.connection import Connection
from afterword.casebook.job import Job
from afterword.desk.mail import accounts as desk
from afterword.desk.mail import syncing
from afterword.errors import AfterwordError, UserError
from afterword.faces import clock, errands
from afterword.faces.web import account_forms as forms
from afterword.faces.web import readings, signing
from afterword.faces.web.pages import accounts as page
from afterword.faces.web.pages.parts import Act, Crumb
from afterword.faces.web.visit import SeeOther, Visit, to
from afterword.wire.oauth import Client
from afterword.wire.vault import SealedFile

A_YEAR = timedelta(days=365)


@require_GET
def accounts(request: HttpRequest) -> HttpResponse:
    visit = Visit.of(request)
    form = forms.PassphraseForm()
    return visit.show("accounts.html", page.build(visit), passphrase_form=form)


@dataclass(frozen=True, slots=True)
class Adding:
    title: str
    lead: str
    crumbs: tuple[Crumb, ...]
    locked: str = ""
    errors: tuple[str, ...] = ()


@require_http_methods(["GET", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    visit = Visit.of(request)
    door = request.POST.get("door", "")
    if door == "sign-in":
        return _sign_in(visit)
    if door != "password":
        return _adding(visit)
    form = forms.AccountForm(request.POST)
    if not form.is_valid():
        return _adding(visit, form=form)
    given = form.cleaned_data
    account = desk.Account(given["host"].strip(), given["user"].strip(), given["since"],
                           given["port"])  # fmt: skip
    try:
        connection, _folders = desk.connect(
            visit.account, account, clock=clock.now, password=given["password"]
        )
    except AfterwordError as problem:
        return _adding(visit, says=str(problem), form=form)
    return _begin(visit, connection)


def _adding(visit: Visit, *, says: str = "", **bound: Any) -> HttpResponse:
    since = {"since": visit.clock.today - A_YEAR}
    box = desk.the_vault()
    locked = ""
    if isinstance(box, SealedFile) and not box.is_open:
        locked = (
            _("Your passwords lie in a file that a passphrase locks. Give it first.")
            if box.is_made
            else _(
                "This system has no keyring, so your passwords go into a file beside the casebook "
                "that a passphrase locks. Nobody can tell you the passphrase again, us included."
            )
        )
    given = Adding(
        title=_("Connect a mail account"),
        lead=_("It is read and never written to. The server is asked at once, so you see if it works."),
        crumbs=(
            Crumb(_("Settings"), to("settings")),
            Crumb(_("Mail accounts"), to("accounts")),
        ),
        locked=locked,
        errors=(says,) if says else (),
    )  # fmt: skip
    parts = {
        "form": forms.AccountForm(initial=since),
        "sign_in": forms.SignInForm(auto_id="sign-%s", initial=since),
        "passphrase_form": forms.PassphraseForm(auto_id="lock-%s"),
    }
    status = 422 if bound or says else 200
    return visit.show("account_add.html", given, **{**parts, **bound}, status=status)


def _sign_in(visit: Visit) -> HttpResponse:
    form = forms.SignInForm(visit.request.POST, auto_id="sign-%s")
    if not form.is_valid():
        return _adding(visit, sign_in=form)
    given = form.cleaned_data
    from afterword.wire.oauth import PROVIDERS

    provider = PROVIDERS[given["way"]]
    account = desk.Account(provider.host, given["user"], given["since"], 993, given["way"],
                           given["client"])  # fmt: skip
    client = Client(given["client"], given["secret"])
    begun = signing.begin(visit.account, client, account, by_code=given["by_code"])
    if begun.failed:
        return _adding(visit, says=begun.failed, sign_in=form)
    return SeeOther(to("account-signing", begun.id))


@dataclass(frozen=True, slots=True)
class SigningPage:
    id: str
    title: str
    says: str
    over: bool = False
    code: str = ""
    leads: str = ""
    leads_label: str = ""
    failed: str = ""
    acts: tuple[Act, ...] = ()


@require_GET
def signing_in(request: HttpRequest, key: str) -> HttpResponse:
    visit = Visit.of(request)
    found = signing.of(visit.account, key)
    if found is None:
        raise Http404
    back = (Act(_("Mail accounts"), to("accounts"), "primary" if found.over else "quiet"),)
    name = found.provider.name
    if found.over:
        given = SigningPage(
            key,
            _("Signed in at %(name)s") % {"name": name} if not found.failed else name,
            "" if found.failed else _("It is read from here on."),
            over=True,
            failed=found.failed,
            acts=back,
        )
    else:
        says = (
            _("Open the page on any device and type this code. This page goes on by itself.")
            if found.code
            else _("Sign in on the page of %(name)s. This page goes on by itself.") % {"name": name}
        )
        given = SigningPage(
            key,
            _("Signing in at %(name)s") % {"name": name},
            says,
            code=found.code,
            leads=found.page if found.page.startswith("https://") else "",
            leads_label=_("Open the page"),
            acts=back,
        )
    template = "account_signing.html#state" if visit.in_place else "account_signing.html"
    return visit.show(template, given)


@require_POST
def unlock(request: HttpRequest) -> HttpResponse:
    visit = Visit.of(request)
    box = desk.the_vault()
    form = forms.PassphraseForm(request.POST)
    back = visit.back(to("accounts"))
    if not isinstance(box, SealedFile):
        return SeeOther(back)
    if not form.is_valid():
        says = _("A passphrase of eight letters or more, please.")
        return visit.done(says, back, level=messages.WARNING)
    try:
        box.unlock(form.cleaned_data["passphrase"])
    except UserError as problem:
        return visit.done(str(problem), back, level=messages.WARNING)
    return visit.done(_("Unlocked while Afterword runs."), back, level=messages.INFO)


@require_POST
def read(request: HttpRequest, key: UUID) -> HttpResponse:
    """Read it now, with its progress on a page; the way on from a halt as well."""
    visit = Visit.of(request)
    connection = _mine(visit, key)
    thorough, go_on = bool(request.POST.get("thorough")), bool(request.POST.get("go_on"))
    return _begin(visit, connection, thorough=thorough, go_on=go_on)


def _begin(visit: Visit, connection: Connection, **how: bool) -> HttpResponse:
    def take(reading: readings.Reading) -> Any:
        return syncing.sync(
            connection,
            clock=clock.now,
            by=errands.here(),
            pause=reading.asked_to_stop.wait,
            progress=reading.progress,
            stop=reading.asked_to_stop.is_set,
            **how,
        )

    reading = readings.start(visit.account, connection.user, take=take)
    return SeeOther(to("progress", reading.id))


@require_POST
def leave(request: HttpRequest, key: UUID) -> HttpResponse:
    visit = Visit.of(request)
    connection = _mine(visit, key)
    desk.disconnect(connection, at=visit.now)
    says = _("%(who)s is read no more, and its password is forgotten. What was read stays.")
    return visit.done(says % {"who": connection.user}, to("accounts"), level=messages.INFO)


@require_POST
def job_again(request: HttpRequest, key: UUID) -> HttpResponse:
    visit = Visit.of(request)
    get_object_or_404(Job.objects.of(visit.account).dead(), pk=key).revive(at=visit.now)
    return visit.done(_("It is tried again."), to("accounts"), level=messages.INFO)


@require_POST
def job_drop(request: HttpRequest, key: UUID) -> HttpResponse:
    visit = Visit.of(request)
    get_object_or_404(Job.objects.of(visit.account).dead(), pk=key).delete()
    return visit.done(_("Put away."), to("accounts"), level=messages.INFO)


def _mine(visit: Visit, key: UUID) -> Connection:
    mine = Connection.objects.of(visit.account).select_related("source")
    found: Connection = get_object_or_404(mine, pk=key)
    return found
