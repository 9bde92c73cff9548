"""Letters out of the door: one at a time, at the user's press, by the way they choose."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from afterword.casebook import models as record
from afterword.desk.letters import carrying, correspondence, posting
from afterword.desk.mail import locker, own_mail, sending
from afterword.desk.mail.sending import Way
from afterword.errors import AfterwordError, UserError
from afterword.faces import clock
from afterword.faces.web import sending_forms as forms
from afterword.faces.web.pages import leaving as page
from afterword.faces.web.pages.letter import said_hour, said_pause
from afterword.faces.web.views import finding
from afterword.faces.web.views.adding import ask, data, form_view
from afterword.faces.web.visit import Visit, to
from afterword.terms import Channel


def _found(visit: Visit, key: UUID) -> record.Letter:
    rows = record.Letter.objects.select_related(
        "case__company", "person__company", "approval", "sending", "discard"
    )
    found: record.Letter = finding.one(visit, rows.prefetch_related("person__addresses"), key)
    return found


def _warn(visit: Visit, problem: object, key: UUID) -> HttpResponse:
    return visit.done(problem, to("letter", key), level=messages.WARNING)


@form_view
def send(request: HttpRequest, key: UUID) -> HttpResponse:
    """The last look, and the sending. A second press, or a page sent anew, sends nothing twice."""
    visit = Visit.of(request)
    found = _found(visit, key)
    form = forms.SendForm(data(visit), initial={"seen": carrying.seal(found)})
    try:
        if form.is_bound and form.is_valid():
            given = form.cleaned_data
            came = sending.send(
                found, clock=clock.now, seen=given["seen"], with_holes=given["with_holes"]
            )
            return _came(visit, found, came)
        carrying.may_leave(found, with_holes=True)
        pause = said_pause(correspondence.page(found, now=visit.now), visit)
        shown = page.last_look(found, visit, said_hour(found, visit), pause)
        return visit.show("send.html", shown, here="letters", form=form)
    except AfterwordError as problem:
        return _warn(visit, problem, key)


def _came(visit: Visit, letter: record.Letter, came: sending.Sent) -> HttpResponse:
    way = came.dispatch.way(visit.now)
    if way is Way.SENT:
        says = _("Sent. Now it is theirs to answer.")
        if came.beside:
            says += " " + _("Beside that: %(what)s") % {"what": came.beside}
        return visit.done(says, to("letter", letter.pk), level=messages.INFO)
    if way is Way.FAILED:
        return _warn(visit, came.dispatch.why, letter.pk)
    return _warn(visit, _("It is not known whether it went. Nothing is sent again."), letter.pk)


@require_POST
def look(request: HttpRequest, key: UUID) -> HttpResponse:
    """Look for the letter in the user's own Sent folder."""
    visit = Visit.of(request)
    try:
        seen = sending.look(_found(visit, key), now=visit.now)
    except AfterwordError as problem:
        return _warn(visit, problem, key)
    if seen.found:
        says = _("It lies in “%(folder)s”: it went.") % {"folder": seen.folder}
        return visit.done(says, to("letter", key), level=messages.INFO)
    says = _("It does not lie in “%(folder)s”.") % {"folder": seen.folder}
    says += " " + (
        _("Your provider puts there what it sends, so most likely it did not go. You say.")
        if seen.telling
        else _("Your provider may not put there what it sends, so that alone says little.")
    )
    return visit.done(says, to("letter", key), level=messages.INFO)


@require_POST
def settle(request: HttpRequest, key: UUID) -> HttpResponse:
    visit = Visit.of(request)
    went = request.POST.get("went") == "yes"
    try:
        sending.settle(_found(visit, key), went=went, now=visit.now)
    except UserError as problem:
        return _warn(visit, problem, key)
    says = _("Noted as sent.") if went else _("Noted: it did not go. It lies on the desk again.")
    return visit.done(says, to("letter", key), level=messages.INFO)


@require_POST
def lay(request: HttpRequest, key: UUID) -> HttpResponse:
    """Into the user's own Drafts, once."""
    visit = Visit.of(request)
    holes = request.POST.get("with_holes") == "yes"
    try:
        laid = own_mail.lay_draft(_found(visit, key), now=visit.now, with_holes=holes)
    except AfterwordError as problem:
        return _warn(visit, problem, key)
    says = {
        "new": _("It lies in “%(folder)s” now. Read it there, and send it from there."),
        "same": _("It lies in “%(folder)s” already."),
        "replaced": _("The draft in “%(folder)s” has these words now."),
        "changed": _("You changed the draft in “%(folder)s”, so it was left as it is."),
    }[laid.state]
    return visit.done(says % {"folder": laid.folder}, to("letter", key), level=messages.INFO)


def _file(
    request: HttpRequest, key: UUID, make: Callable[..., bytes], name: str, kind: str
) -> HttpResponse:
    visit = Visit.of(request)
    found = _found(visit, key)
    try:
        # A page of paper passes the user's own hands before it goes: holes are theirs to see.
        made = make(found, now=visit.now, with_holes=True)
    except AfterwordError as problem:
        return _warn(visit, problem, key)
    answer = HttpResponse(made, content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


@require_GET
def pdf(request: HttpRequest, key: UUID) -> HttpResponse:
    return _file(request, key, posting.as_pdf, "letter.pdf", "application/pdf")


@require_GET
def card(request: HttpRequest, key: UUID) -> HttpResponse:
    return _file(request, key, posting.as_card, "card.pdf", "application/pdf")


@require_GET
def docx(request: HttpRequest, key: UUID) -> HttpResponse:
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    return _file(request, key, posting.as_docx, "letter.docx", kind)


@require_GET
def words(request: HttpRequest, key: UUID, channel: str) -> HttpResponse:
    visit = Visit.of(request)
    if channel not in (Channel.LINKEDIN_MESSAGE, Channel.LINKEDIN_COMMENT):
        raise Http404
    try:
        given = page.words(_found(visit, key), Channel(channel))
    except UserError as problem:
        return _warn(visit, problem, key)
    return visit.show("words.html", given, here="letters")


@require_POST
def remind(request: HttpRequest, key: UUID) -> HttpResponse:
    visit = Visit.of(request)
    try:
        row = posting.remind(_found(visit, key), now=visit.now, zone=visit.profile.zone)
    except UserError as problem:
        return _warn(visit, problem, key)
    says = _("You will find it on Today %(when)s. It is not sent by itself.")
    return visit.done(says % {"when": visit.clock.moment(row.at)}, to("letter", key))


@form_view
def postal(request: HttpRequest, key: UUID) -> HttpResponse:
    """Where a letter or a card reaches them."""
    visit = Visit.of(request)
    person = finding.one(visit, record.Person.objects.all(), key)
    form = forms.PostalForm(data(visit), initial={"postal": person.postal})
    back = to("person", person.pk)
    if (letter := request.GET.get("letter", "")) and _is_key(letter):
        back = to("letter", UUID(letter))
    if form.is_bound and form.is_valid():
        lines = (line.strip() for line in form.cleaned_data["postal"].splitlines())
        person.describe(at=visit.now, postal="\n".join(line for line in lines if line))
        return visit.done(_("Kept."), back)
    return ask(
        visit,
        form,
        title=_("The postal address of %(who)s") % {"who": person},
        lead=_("For a letter or a card on paper. It is used for nothing else."),
        back=back,
        here="people",
    )


def _is_key(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True


# ── settings ────────────────────────────────────────────────────────────────


@form_view
def account(request: HttpRequest) -> HttpResponse:
    visit = Visit.of(request)
    found = own_mail.of(visit.account)
    names = ("address", "smtp_host", "smtp_port", "security", "user", "imap_host", "imap_port")
    kept = {name: getattr(found, name) for name in (*names, "copies")} if found else {}
    if not found:
        kept = own_mail.first_guess(visit.account)
    form = forms.OwnMailForm(data(visit), initial=kept)
    if form.is_bound and form.is_valid():
        given = dict(form.cleaned_data)
        try:
            if passphrase := given.pop("passphrase", ""):
                locker.unlock(passphrase)
            own_mail.set_up(visit.account, now=visit.now, **given)
        except AfterwordError as problem:
            form.add_error(None, str(problem))
        else:
            says = _("Kept. Try it now: that sends nothing.")
            return visit.done(says, to("own-mail"), level=messages.INFO)
    status = 422 if form.is_bound else 200
    return visit.show("own_mail.html", page.own_mail_page(visit), form=form, status=status)


@require_POST
def account_try(request: HttpRequest) -> HttpResponse:
    """Prove the account; nothing goes to anybody."""
    visit = Visit.of(request)
    try:
        tried = tuple(own_mail.try_out(visit.account, now=visit.now))
    except UserError as problem:
        return visit.done(problem, to("own-mail"), level=messages.WARNING)
    return visit.show("own_mail.html", page.own_mail_page(visit, tried), form=None)


@require_POST
def account_drop(request: HttpRequest) -> HttpResponse:
    visit = Visit.of(request)
    own_mail.drop(visit.account, now=visit.now)
    return visit.done(_("Taken out, with its password."), to("own-mail"), level=messages.INFO)


@form_view
def letterhead(request: HttpRequest) -> HttpResponse:
    visit = Visit.of(request)
    head = posting.head_of(visit.account)
    names = ("address", "place", "phone", "layout")
    kept = {name: getattr(head, name) for name in names} if head else {}
    files = request.FILES if request.method == "POST" else None
    form = forms.LetterheadForm(data(visit), files, initial=kept)
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        picture = given["signature"].read() if given["signature"] else None
        try:
            posting.design(
                visit.account,
                now=visit.now,
                picture_given=b"" if given["unsigned"] else picture,
                **{name: given[name] for name in names},
            )
        except UserError as problem:
            form.add_error("signature", str(problem))
        else:
            return visit.done(_("Kept."), to("letterhead"))
    signed = _("A signature is kept.") if head and head.signature else ""
    return ask(
        visit,
        form,
        title=_("Letter paper"),
        lead=" ".join(
            filter(None, (_("What stands on your letters when they go by post."), signed))
        ),
        back=to("settings"),
        here="",
    )
