"""Bring in: files, what is pasted, places elsewhere; what waits, what came, and the way back."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from afterword.casebook import models as record
from afterword.casebook import same_person
from afterword.casebook.undo import undo
from afterword.desk import incoming, morning
from afterword.desk.incoming import elsewhere
from afterword.errors import AfterwordError, Refused, UserError
from afterword.faces.web import bring_forms, forms
from afterword.faces.web.pages import bringing as page
from afterword.faces.web.pages.parts import Act
from afterword.faces.web.views import finding
from afterword.faces.web.views.adding import ask, data, form_view
from afterword.faces.web.views.stories import _fields
from afterword.faces.web.visit import SeeOther, Visit, to
from afterword.members import models as members

#: The largest file taken by the page; a mailbox has a page of its own.
LARGEST = 100 * 1024 * 1024


@require_GET
def bring(request: HttpRequest) -> HttpResponse:
    return _show(Visit.of(request))


def _show(visit: Visit, *, says: str = "", address: str = "", **bound: Any) -> HttpResponse:
    doors = {
        "file_form": bring_forms.BringFileForm(auto_id="file-%s"),
        "paste_form": bring_forms.BringPasteForm(auto_id="paste-%s"),
        "place_form": bring_forms.ElsewhereForm(auto_id="place-%s"),
    }
    feed = members.feed_key(visit.request.account)  # type: ignore[attr-defined]
    errors = (says,) if says else ()
    given = page.build(visit, feed, errors=errors, address=address)
    status = 422 if bound or says else 200
    return visit.show("bring.html", given, status=status, **{**doors, **bound})


@require_POST
def file(request: HttpRequest) -> HttpResponse:
    """A file from the browser: read in memory, and kept only while a question about it is open."""
    visit = Visit.of(request)
    form = bring_forms.BringFileForm(request.POST, request.FILES, auto_id="file-%s")
    if not form.is_valid():
        return _show(visit, file_form=form)
    given = form.cleaned_data["file"]
    if given.size > LARGEST:
        return _show(
            visit, says=_("This file is larger than 100 MB. A mailbox is read under Mail.")
        )
    return _take(visit, given.read(), given.name or _("a file"))


@require_POST
def pasted(request: HttpRequest) -> HttpResponse:
    visit = Visit.of(request)
    form = bring_forms.BringPasteForm(request.POST, auto_id="paste-%s")
    if not form.is_valid():
        return _show(visit, paste_form=form)
    return _take(visit, form.cleaned_data["text"].encode(), _("pasted résumé"), kind="resume")


def _take(visit: Visit, raw: bytes, name: str, kind: str = "") -> HttpResponse:
    try:
        came = incoming.take(visit.account, raw, name, now=visit.now, kind=kind, look_first=True)
    except AfterwordError as problem:
        return _show(visit, says=str(problem))
    if came.asks:
        return SeeOther(to("brought-columns", came.id))
    if not came.new:
        says = _("Nothing new; all of it was known.")
        return visit.done(says, to("brought", came.id), level=messages.INFO)
    return visit.done(_("It is in."), to("brought", came.id))


def _import(visit: Visit, key: UUID) -> record.Import:
    found: record.Import = finding.one(visit, record.Import.objects.all(), key)
    return found


@require_GET
def brought(request: HttpRequest, key: UUID) -> HttpResponse:
    visit = Visit.of(request)
    row = _import(visit, key)
    if row.waits:
        return SeeOther(to("brought-columns", row.pk))
    return visit.show("brought.html", page.report(row))


@form_view
def columns(request: HttpRequest, key: UUID) -> HttpResponse:
    """What each column of a table is, as guessed; nothing is taken in before the user says so."""
    visit = Visit.of(request)
    row = _import(visit, key)
    if not row.waits:
        return SeeOther(to("brought", row.pk))
    try:
        asked = incoming.waiting(row, now=visit.now)
        form = bring_forms.ColumnsForm(
            data(visit), columns=asked.columns, days=asked.asks == "days"
        )
        if form.is_bound and form.is_valid():
            given = form.cleaned_data
            order = {"day": True, "month": False}.get(given.get("order", ""))
            came = incoming.again(row, now=visit.now, columns=form.chosen(given), day_first=order)
            # Another column of days may raise the question that the first one did not.
            where = "brought-columns" if came.asks else "brought"
            if came.asks:
                return SeeOther(to(where, came.id))
            return visit.done(_("It is in."), to(where, came.id))
    except UserError as problem:
        return visit.done(problem, to("bring"), level=messages.WARNING)
    return ask(
        visit,
        form,
        title=row.name,
        lead=_("This is what each column was taken for. Correct what is wrong; nothing is in yet."),
        button=_("Take it in so"),
        back=to("bring"),
        acts=(Act(_("Put it away unread"), to("brought-leave", row.pk), "quiet", True),),
        here="",
    )


@require_POST
def leave(request: HttpRequest, key: UUID) -> HttpResponse:
    visit = Visit.of(request)
    incoming.leave(_import(visit, key), now=visit.now)
    return visit.done(_("Put away; nothing was taken in."), to("bring"), level=messages.INFO)


@require_POST
def brought_undo(request: HttpRequest, key: UUID) -> HttpResponse:
    visit = Visit.of(request)
    row = _import(visit, key)
    event = row.event
    if event is None:
        says = _("This cannot be taken back any more. Nothing was changed.")
        return visit.done(says, to("brought", row.pk), level=messages.WARNING)
    try:
        undo(event=event, at=visit.now)
    except Refused as problem:
        return visit.done(problem, to("brought", row.pk), level=messages.WARNING)
    morning.freshen(visit.account, visit.now)
    return visit.done(_("Taken back; nothing of it is left."), to("bring"), level=messages.INFO)


# ── places elsewhere ────────────────────────────────────────────────────────


@require_POST
def place_add(request: HttpRequest) -> HttpResponse:
    visit = Visit.of(request)
    form = bring_forms.ElsewhereForm(request.POST, auto_id="place-%s")
    if not form.is_valid():
        return _show(visit, place_form=form)
    given = form.cleaned_data
    way = (given["url"], given["user"], given["password"])
    try:
        place = elsewhere.place_at(given["kind"], *way)
        came = elsewhere.read_on(visit.account, place, now=visit.now)
    except AfterwordError as problem:
        return _show(visit, says=str(problem), place_form=form)
    if given["keep"]:
        try:
            elsewhere.remember(visit.account, given["kind"], came.name, *way)
        except AfterwordError as problem:
            visit.tell(problem, level=messages.WARNING)
    return _read(visit, came)


@require_POST
def place_read(request: HttpRequest, key: UUID) -> HttpResponse:
    visit = Visit.of(request)
    source = finding.one(visit, record.Source.objects.filter(kind__in=elsewhere.KINDS), key)
    try:
        place = elsewhere.remembered(visit.account, source.name)
        if place is None:
            return _show(visit, says=_("The way there was not kept. Type it in below once more."))
        came = elsewhere.read_on(visit.account, place, now=visit.now)
    except AfterwordError as problem:
        return _show(visit, says=str(problem))
    return _read(visit, came)


def _read(visit: Visit, came: elsewhere.ReadOn) -> HttpResponse:
    said = incoming.told(came.counts)
    for bad in came.unread[:5]:
        said.append(f"{bad.where} {_('line %(n)s') % {'n': bad.line}}: {bad.reason}".strip())
    level = messages.SUCCESS if came.counts else messages.INFO
    return visit.done(" ".join(said) or _("Nothing new there."), to("bring"), level=level)


@require_POST
def place_forget(request: HttpRequest, key: UUID) -> HttpResponse:
    visit = Visit.of(request)
    source = finding.one(visit, record.Source.objects.filter(kind__in=elsewhere.KINDS), key)
    elsewhere.forget(source)
    says = _("The way there is forgotten; what it brought stays.")
    return visit.done(says, to("bring"), level=messages.INFO)


# ── the calendar that goes out ──────────────────────────────────────────────


@require_POST
def feed_on(request: HttpRequest) -> HttpResponse:
    """The address is shown this once: only a hash of its key is kept."""
    visit = Visit.of(request)
    token = members.make_feed_key(request.account, at=visit.now)  # type: ignore[attr-defined]
    return _show(visit, address=request.build_absolute_uri(reverse("feed", args=[token])))


@require_POST
def feed_off(request: HttpRequest) -> HttpResponse:
    visit = Visit.of(request)
    members.drop_feed_key(request.account)  # type: ignore[attr-defined]
    return visit.done(
        _("Off. The address opens nothing any more."), to("bring"), level=messages.INFO
    )


# ── people entered twice ────────────────────────────────────────────────────


@require_GET
def twice(request: HttpRequest) -> HttpResponse:
    visit = Visit.of(request)
    return visit.show("twice.html", page.twice(visit), here="people")


def _both(visit: Visit) -> tuple[record.Person, record.Person]:
    def who(name: str) -> record.Person:
        try:
            key = UUID(visit.request.POST.get(name, ""))
        except ValueError:
            key = UUID(int=0)
        found: record.Person = finding.one(visit, record.Person.objects.all(), key)
        return found

    return who("one"), who("other")


@require_POST
def twice_join(request: HttpRequest) -> HttpResponse:
    visit = Visit.of(request)
    one, other = _both(visit)
    same_person.join(person=other, into=one, at=visit.now)
    morning.freshen(visit.account, visit.now)
    return visit.done(_("They are one person now."), to("twice"))


@require_POST
def twice_apart(request: HttpRequest) -> HttpResponse:
    visit = Visit.of(request)
    one, other = _both(visit)
    same_person.keep_apart(one=one, other=other, at=visit.now)
    return visit.done(_("Noted: two people."), to("twice"))


# ── proposed stories ────────────────────────────────────────────────────────


@require_GET
def proposed(request: HttpRequest) -> HttpResponse:
    visit = Visit.of(request)
    return visit.show("proposed.html", page.proposed(visit), here="stories")


def _proposal(visit: Visit, key: UUID) -> record.ProposedStory:
    found: record.ProposedStory = finding.one(visit, record.ProposedStory.objects.all(), key)
    return found


@require_POST
def proposed_keep(request: HttpRequest, key: UUID) -> HttpResponse:
    visit = Visit.of(request)
    _proposal(visit, key).tell(at=visit.now)
    morning.freshen(visit.account, visit.now)
    return visit.done(_("Kept. Letters can rest on it now."), to("proposed"))


@require_POST
def proposed_no(request: HttpRequest, key: UUID) -> HttpResponse:
    visit = Visit.of(request)
    _proposal(visit, key).decline(at=visit.now)
    return visit.done(_("Passed over."), to("proposed"))


@form_view
def proposed_change(request: HttpRequest, key: UUID) -> HttpResponse:
    visit = Visit.of(request)
    found = _proposal(visit, key)
    kept = {name: getattr(found, name) for name in ("title", "action", "result", "when")}
    kept |= {"numbers": "\n".join(found.numbers), "skills": ", ".join(found.skills)}
    form = forms.StoryForm(data(visit), initial=kept)
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        found.tell(at=visit.now, title=given["title"], **_fields(given))
        morning.freshen(visit.account, visit.now)
        return visit.done(_("Kept. Letters can rest on it now."), to("proposed"))
    lead = " · ".join(words for _number, words in found.lines)
    return ask(
        visit, form, title=_("In your words"), lead=lead, back=to("proposed"), here="stories"
    )
