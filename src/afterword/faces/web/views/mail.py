"""A mail: its text, its envelope, and the user's word on how it was read."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from afterword.casebook import models as record
from afterword.casebook.correction import confirm
from afterword.casebook.correction import correct as casebook_correct
from afterword.casebook.envelope import open_envelope as casebook_open
from afterword.casebook.filing import file_into
from afterword.desk import morning
from afterword.desk.mail import rereading, teaching
from afterword.faces.web import words
from afterword.faces.web.forms import CorrectForm
from afterword.faces.web.pages import alike as alike_page
from afterword.faces.web.pages import mail as page
from afterword.faces.web.pages.read_rows import ReadRow
from afterword.faces.web.views import finding
from afterword.faces.web.visit import SeeOther, Visit, to


def _found(visit: Visit, key: UUID) -> record.Message:
    rows = record.Message.objects.select_related(
        "case__company", "correction", "confirmation", "opening"
    )
    found: record.Message = finding.one(visit, rows, key)
    return found


@require_GET
def mail(request: HttpRequest, key: UUID) -> HttpResponse:
    visit = Visit.of(request)
    found = _found(visit, key)
    return _show(visit, found, _form(visit, found), correcting="correct" in request.GET)


def _show(
    visit: Visit, found: record.Message, form: CorrectForm | None, *, correcting: bool = False
) -> HttpResponse:
    given = page.build(found, visit)
    form = None if given.sealed else form
    return visit.show("mail.html", given, here="cases", form=form, correcting=correcting)


def _form(visit: Visit, found: record.Message) -> CorrectForm:
    data = visit.request.POST if visit.request.method == "POST" else None
    return CorrectForm(data, cases=finding.open_cases(visit))


@require_POST
def open_envelope(request: HttpRequest, key: UUID) -> HttpResponse:
    visit = Visit.of(request)
    found = _found(visit, key)
    if found.is_sealed:
        casebook_open(message=found, at=visit.now)
        if found.case is not None:
            morning.plan_case(found.case, visit.now)
    return SeeOther(to("mail", found.pk))


@require_POST
def open_all(request: HttpRequest) -> HttpResponse:
    """Every closed letter at once: for the first day, when most of them are old news."""
    visit = Visit.of(request)
    closed = record.Message.objects.of(visit.account).sealed().filter(case__isnull=False)
    for found in closed.select_related("correction"):
        casebook_open(message=found, at=visit.now)
    morning.freshen(visit.account, visit.now)
    return visit.done(_("They are open. None of them needs an answer today."), to("cases"))


@require_POST
def right(request: HttpRequest, key: UUID) -> HttpResponse:
    visit = Visit.of(request)
    found = _found(visit, key)
    if found.is_sealed:
        raise Http404
    confirm(message=found, at=visit.now)
    if found.case is not None:
        morning.plan_case(found.case, visit.now)
    if visit.in_place:
        return visit.show("today.html#readrow", None, row=_settled(found), swapped=False)
    return visit.done(_("Noted: it was read right."), visit.back(to("mail", found.pk)))


def _settled(found: record.Message) -> ReadRow:
    return ReadRow(
        id=str(found.pk),
        who=str(found.case.company) if found.case else found.sender_name,
        url=to("mail", found.pk),
        says=words.says(words.KIND, found.shown_kind) + ".",
        settled=_("Right."),
    )


@require_POST
def correct(request: HttpRequest, key: UUID) -> HttpResponse:
    visit = Visit.of(request)
    found = _found(visit, key)
    if found.is_sealed:
        raise Http404
    form = _form(visit, found)
    if not form.is_valid():
        return _show(visit, found, form, correcting=True)
    given = form.cleaned_data
    before = found.case
    chosen = finding.case(visit, UUID(given["case"])) if given["case"] else None
    if chosen is not None:
        file_into(message=found, case=chosen, at=visit.now)
        found.refresh_from_db()
    said = {name: given[name] for name in ("kind", "company", "role") if given[name]}
    if said:
        casebook_correct(message=found, at=visit.now, **said)
    for one in {case.pk: case for case in (before, found.case) if case is not None}.values():
        morning.plan_case(one, visit.now)
    return visit.done(_("Corrected. What you say counts from now on."), to("mail", found.pk))


@require_POST
def alike(request: HttpRequest, key: UUID) -> HttpResponse:
    """The same of every mail that looks like this one, in one stroke that undo takes back."""
    visit = Visit.of(request)
    found = _found(visit, key)
    if found.is_sealed:
        raise Http404
    n = teaching.teach(found, now=visit.now)
    if not n:
        says = _("There is nothing left that looks like it.")
        return visit.done(says, to("mail", found.pk), level=messages.INFO)
    says = ngettext("One more is read as you said.", "%(n)d more are read as you said.", n)
    return visit.done(says % {"n": n}, to("mail", found.pk))


@require_POST
def unsaid(request: HttpRequest, key: UUID) -> HttpResponse:
    """Take a lesson back: the correction, those said along with it, and what was read by it."""
    visit = Visit.of(request)
    found = _found(visit, key)
    teaching.take_back(found, now=visit.now)
    rereading.unlearn(visit.account, now=visit.now)
    return visit.done(_("Taken back. Mails are read as before."), visit.back(to("taught")))


@require_GET
def taught(request: HttpRequest) -> HttpResponse:
    visit = Visit.of(request)
    return visit.show("taught.html", alike_page.taught(visit), here="settings")


@require_GET
def raw(request: HttpRequest, key: UUID) -> HttpResponse:
    """The bytes as they came: always as a file to keep, never as a page to run."""
    visit = Visit.of(request)
    found = _found(visit, key)
    blob = found.blob
    if found.is_sealed or blob is None:
        raise Http404
    answer = HttpResponse(blob.raw, content_type="application/octet-stream")
    answer["Content-Disposition"] = 'attachment; filename="mail.eml"'
    return answer
