"""Letters: drafted at a click, edited with the facts beside, sent by the user's own hand."""

from __future__ import annotations

import hashlib
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
from afterword.faces.web.letter_form import LetterForm
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
        form = LetterForm(data(visit), initial=_initial(found.subject, found.text, found))
    if form is not None and form.is_bound and form.is_valid():
        given = form.cleaned_data
        itself = bool(request.headers.get("X-Autosave"))
        if given["seen"] not in ("", _mark(found)) and given["text"] != found.text:
            if itself:
                return HttpResponse(status=409)
            says = _("These words were changed in another window. Yours stand in the box: keep them to put them in place of the others.")  # fmt: skip
            visit.tell(says, level=messages.WARNING)
            form = LetterForm(initial=_initial(given["subject"], given["text"], found))
            shown = page.build(found, visit)
            return visit.show("letter.html", shown, here="letters", form=form, editing=True)
        correspondence.edit(found, now=visit.now, text=given["text"], subject=given["subject"])
        if itself:
            return HttpResponse(status=204, headers={"X-Seen": _mark(found)})
        said = _("Kept.") if given["text"].strip() else _("Kept, without a word on it yet.")
        return visit.done(said, to("letter", found.pk))
    return visit.show(
        "letter.html", page.build(found, visit), here="letters", form=form, editing=not found.text
    )


def _initial(subject: str, text: str, found: record.Letter) -> dict[str, str]:
    return {"subject": subject, "text": text, "seen": _mark(found)}


def _mark(found: record.Letter) -> str:
    """Names the words as they are kept, so that a page which showed others is known."""
    return hashlib.sha256(f"{found.subject}\0{found.text}".encode()).hexdigest()[:16]


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
