"""Letters: drafted at a click, edited with the facts beside, sent by the user's own hand."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from afterword.casebook import models as record
from afterword.desk import morning
from afterword.desk.letters import carrying, correspondence
from afterword.desk.mail import sending
from afterword.errors import Refused, UserError
from afterword.faces.web import forms
from afterword.faces.web.pages import letter as page
from afterword.faces.web.pages import sure
from afterword.faces.web.views import finding
from afterword.faces.web.views.adding import data, form_view
from afterword.faces.web.visit import SeeOther, Visit, to
from afterword.terms import Channel, LetterKind


@require_GET
def letters(request: HttpRequest) -> HttpResponse:
    visit = Visit.of(request)
    return visit.show("letters.html", page.letters(visit), here="letters")


def _found(visit: Visit, key: UUID) -> record.Letter:
    rows = record.Letter.objects.select_related(
        "case__company",
        "case__move",
        "person__company__stop",
        "person__stop",
        "approval",
        "sending",
        "discard",
    )
    found: record.Letter = finding.one(visit, rows.prefetch_related("person__addresses"), key)
    return found


@require_POST
def draft(request: HttpRequest, key: UUID) -> HttpResponse:
    """Lay the letter on the desk; where the program will not draft, it says why."""
    visit = Visit.of(request)
    case = finding.case(visit, key)
    kind = request.POST.get("kind", "")
    if kind not in set(LetterKind):
        raise Http404
    person = _to(visit, request.POST.get("person", ""))
    if request.POST.get("hand") == "yes":
        person = person or correspondence.addressee(case, visit.now, LetterKind(kind))
        made = correspondence.by_hand(case, kind, now=visit.now, person=person)
        return SeeOther(to("letter", made.pk))
    play = request.POST.get("play", "")
    try:
        made = correspondence.draft(case, kind, now=visit.now, play=play, person=person)
    except Refused as refused:
        return visit.done(refused, to("case", case.pk), level=messages.WARNING)
    return SeeOther(to("letter", made.pk))


def _to(visit: Visit, key: str) -> record.Person | None:
    """Whom the form names; nobody when it names none of this account's people."""
    try:
        rows = record.Person.objects.of(visit.account).filter(pk=UUID(key))
    except ValueError:
        return None
    found: record.Person | None = rows.prefetch_related("addresses").first()
    return found


@form_view
def letter(request: HttpRequest, key: UUID) -> HttpResponse:
    visit = Visit.of(request)
    found = _found(visit, key)
    form = None
    if found.state in ("draft", "approved") and not sending.is_unsettled(found):
        form = forms.LetterForm(data(visit), initial={"subject": found.subject, "text": found.text})
    if form is not None and form.is_bound and form.is_valid():
        given = form.cleaned_data
        correspondence.edit(found, now=visit.now, text=given["text"], subject=given["subject"])
        if request.headers.get("X-Autosave"):
            return HttpResponse(status=204)
        said = _("Kept.") if given["text"].strip() else _("Kept, without a word on it yet.")
        return visit.done(said, to("letter", found.pk))
    return visit.show(
        "letter.html", page.build(found, visit), here="letters", form=form, editing=not found.text
    )


@require_GET
def printed(request: HttpRequest, key: UUID) -> HttpResponse:
    visit = Visit.of(request)
    found = _found(visit, key)
    back = to("letter", found.pk)
    return visit.show("printed.html", page.on_paper(found, visit), here="letters", back=back)


@require_GET
def eml(request: HttpRequest, key: UUID) -> HttpResponse:
    visit = Visit.of(request)
    found = _found(visit, key)
    try:
        made = correspondence.as_eml(found)
    except UserError as problem:
        return visit.done(problem, to("letter", found.pk), level=messages.WARNING)
    answer = HttpResponse(made, content_type="message/rfc822")
    answer["Content-Disposition"] = 'attachment; filename="letter.eml"'
    return answer


def _channel(given: str) -> str:
    """The way the user says it went; "" for the letter's own."""
    return given if given in set(Channel) else ""


@require_POST
def sent(request: HttpRequest, key: UUID) -> HttpResponse:
    visit = Visit.of(request)
    found = _found(visit, key)
    if carrying.holes(found) and request.POST.get("sure") != "yes":
        shown = sure.sent_with_places(found, request.POST.get("channel", ""))
        return visit.show("sure.html", shown, here="letters")
    sending.mark(found, now=visit.now, channel=_channel(request.POST.get("channel", "")))
    said = _("Noted as sent. Now it is theirs to answer.")
    return visit.done(said, to("case", found.case_id) if found.case_id else to("letters"))


@require_POST
def again(request: HttpRequest, key: UUID) -> HttpResponse:
    visit = Visit.of(request)
    found = _found(visit, key)
    try:
        language = request.POST.get("language", "")
        offered = correspondence.languages(found)
        correspondence.again(found, now=visit.now, language=language if language in offered else "")
    except UserError as problem:
        return visit.done(problem, to("letter", found.pk), level=messages.WARNING)
    said = _("Drafted anew. Undo brings your words back.")
    return visit.done(said, to("letter", found.pk))


@require_POST
def away(request: HttpRequest, key: UUID) -> HttpResponse:
    visit = Visit.of(request)
    found = _found(visit, key)
    try:
        correspondence.put_away(found, now=visit.now)
    except Refused as refused:
        return visit.done(refused, to("letter", found.pk), level=messages.WARNING)
    if found.case is not None:
        morning.plan_case(found.case, visit.now)
    return visit.done(_("Put away, unsent."), to("letters"))
