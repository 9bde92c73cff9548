"""What a person adds by hand: a case, a call, an interview, what was said."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from django import forms as django_forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from afterword.casebook import models as record
from afterword.desk import morning
from afterword.faces.web import dated, doubt_forms, forms
from afterword.faces.web.pages.asking import FormPage
from afterword.faces.web.pages.parts import Act, Crumb
from afterword.faces.web.views import finding
from afterword.faces.web.visit import Visit, to
from afterword.terms import Direction, MailKind, RemarkKind

form_view = require_http_methods(["GET", "HEAD", "POST"])
#: What the user can say of a doubt beside its words.
OF_A_DOUBT = ("nature", "fixable", "met_on")


def noon(visit: Visit, day: date) -> datetime:
    """A day without an hour, as a moment: noon there, or now when it is today."""
    if day == visit.clock.today:
        return visit.now
    return datetime.combine(day, time(12), tzinfo=visit.clock.zone)


def ask(
    visit: Visit,
    form: django_forms.Form,
    *,
    title: str,
    lead: str = "",
    button: str = "",
    back: str = "",
    case: record.Case | None = None,
    acts: tuple[Act, ...] = (),
    here: str = "cases",
) -> HttpResponse:
    """The page of one form; with what was wrong beside each field."""
    crumbs: tuple[Crumb, ...] = ()
    if case is not None:
        crumbs = (Crumb(_("Cases"), to("cases")), Crumb(str(case), to("case", case.pk)))
        back = back or to("case", case.pk)
    page = FormPage(title, lead, button or _("Keep"), back, crumbs, acts)
    status = 422 if form.is_bound else 200
    return visit.show("form.html", page, here=here, form=form, status=status)


def data(visit: Visit) -> Any:
    return visit.request.POST if visit.request.method == "POST" else None


@form_view
def case_add(request: HttpRequest) -> HttpResponse:
    visit = Visit.of(request)
    form = forms.CaseForm(data(visit))
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        since = noon(visit, given["since"]) if given["since"] else None
        found = record.Case.open(
            account=visit.account,
            company=given["company"],
            role=given["role"],
            since=since,
            at=visit.now,
        )
        morning.plan_case(found, visit.now)
        return visit.done(_("The case is open."), to("case", found.pk))
    return ask(
        visit,
        form,
        title=_("A case by hand"),
        lead=_("For what the mail does not know: a firm you spoke with, a post you applied for."),
        back=to("cases"),
    )


@form_view
def entry_add(request: HttpRequest, key: UUID) -> HttpResponse:
    visit = Visit.of(request)
    case = finding.case(visit, key)
    people = [seat.person for seat in case.seats.select_related("person")]
    form = forms.EntryForm(data(visit), people=people, initial={"when": visit.clock.today})
    if form.is_bound and form.is_valid() and dated.has_been(form, "when", visit.clock.today):
        given = form.cleaned_data
        person = next((one for one in people if str(one.pk) == given["person"]), None)
        out = given["kind"] == "application"
        record.Entry.enter(
            case=case,
            kind=given["kind"],
            when=noon(visit, given["when"]),
            at=visit.now,
            channel=given["channel"],
            person=person,
            detail=given["detail"],
            promised=given["promised"],
            invitation=given["invitation"],
            direction=str(Direction.OUT if out else Direction.IN),
        )
        morning.plan_case(case, visit.now)
        hurt = given["kind"] == MailKind.REJECTION
        said = _("Noted. Nothing needs doing today.") if hurt else _("Noted.")
        return visit.done(said, to("case", case.pk))
    return ask(
        visit,
        form,
        title=_("What they told you"),
        lead=_("By phone, in person, on their portal. As much as you like, and no more."),
        case=case,
    )


@require_POST
def entry_strike(request: HttpRequest, key: UUID) -> HttpResponse:
    visit = Visit.of(request)
    entry = finding.one(visit, record.Entry.objects.select_related("case"), key)
    case = entry.case
    entry.strike(at=visit.now)
    morning.plan_case(case, visit.now)
    return visit.done(_("Taken out."), to("case", case.pk))


@form_view
def interview_add(request: HttpRequest, key: UUID) -> HttpResponse:
    visit = Visit.of(request)
    case = finding.case(visit, key)
    form = forms.InterviewForm(data(visit))
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        when = given["when"].replace(tzinfo=visit.clock.zone)
        people = [
            record.Person.add(account=visit.account, name=name, company=case.company, at=visit.now)
            for name in (part.strip() for part in given["people"].split(","))
            if name
        ]
        for person in people:
            record.Seat.give(case=case, person=person, at=visit.now)
        talk = record.Interview.hold(
            case=case,
            when=when,
            at=visit.now,
            people=people,
            stage=given["stage"],
            channel=given["channel"],
        )
        morning.plan_case(case, visit.now)
        past = when <= visit.now
        return visit.done(_("Noted."), to("interview", talk.pk) if past else to("case", case.pk))
    return ask(visit, form, title=_("An interview"), case=case)


@form_view
def interview(request: HttpRequest, key: UUID) -> HttpResponse:
    """The debrief: facts apart from feelings, and the words that were said."""
    visit = Visit.of(request)
    talk = finding.one(visit, record.Interview.objects.select_related("case__company"), key)
    kept = {name: getattr(talk, name) for name in ("note", "weak_answers", "chemistry", "promised")}
    form = forms.DebriefForm(data(visit), initial=kept)
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        talk.debrief(at=visit.now, **{name: given[name] for name in kept})
        for kind in (RemarkKind.CHALLENGE, RemarkKind.DOUBT):
            if given[str(kind)]:
                record.Remark.note(
                    case=talk.case,
                    kind=str(kind),
                    quote=given[str(kind)],
                    at=visit.now,
                    by_name=given["by"],
                    on=talk.at.astimezone(visit.clock.zone).date(),
                    interview=talk,
                )
        morning.plan_case(talk.case, visit.now)
        return visit.done(_("Kept. The next letter can use it."), to("case", talk.case_id))
    cancel = Act(_("It did not take place"), to("interview-cancel", talk.pk), "quiet", True)
    return ask(
        visit,
        form,
        title=_("After the talk of %(day)s") % {"day": visit.clock.day(talk.at)},
        lead=_("While it is fresh. Every field may stay empty."),
        case=talk.case,
        acts=(cancel,),
    )


@require_POST
def interview_cancel(request: HttpRequest, key: UUID) -> HttpResponse:
    visit = Visit.of(request)
    talk = finding.one(visit, record.Interview.objects.select_related("case"), key)
    case = talk.case
    talk.cancel(at=visit.now)
    morning.plan_case(case, visit.now)
    return visit.done(_("Taken out."), to("case", case.pk))


@form_view
def remark_add(request: HttpRequest, key: UUID) -> HttpResponse:
    visit = Visit.of(request)
    case = finding.case(visit, key)
    form = doubt_forms.HeardForm(data(visit))
    if form.is_bound and form.is_valid() and dated.has_been(form, "on", visit.clock.today):
        given = form.cleaned_data
        record.Remark.note(
            case=case,
            kind=given["kind"],
            quote=given["quote"],
            at=visit.now,
            by_name=given["by"],
            person=_person(case, given["by"]),
            on=given["on"],
            basis=given["basis"],
            # The same words noted again take nothing back that was said of them before.
            **{name: given[name] for name in OF_A_DOUBT if given[name]},
        )
        morning.plan_case(case, visit.now)
        return visit.done(_("Kept, in their words."), to("case", case.pk))
    return ask(visit, form, title=_("What they said"), case=case)


def _person(case: record.Case, name: str) -> record.Person | None:
    """Someone of this case whose name was typed; a part of it is enough when only one fits."""
    if not name:
        return None
    seats = case.seats.select_related("person").filter(person__name__icontains=name)[:2]
    found = [seat.person for seat in seats]
    return found[0] if len(found) == 1 else None


@form_view
def remark(request: HttpRequest, key: UUID) -> HttpResponse:
    visit = Visit.of(request)
    row = finding.one(visit, record.Remark.objects.select_related("case__company", "person"), key)
    kept = {
        "quote": row.quote,
        "kind": row.kind,
        "by": row.by_name or (row.person.name if row.person else ""),
        "on": row.on,
        "basis": row.basis,
        **{name: getattr(row, name) for name in OF_A_DOUBT},
    }
    form = doubt_forms.HeardForm(data(visit), initial=kept)
    if form.is_bound and form.is_valid() and dated.has_been(form, "on", visit.clock.today):
        given = form.cleaned_data
        row.mend(
            at=visit.now,
            quote=given["quote"],
            kind=given["kind"],
            by_name=given["by"],
            on=given["on"],
            basis=given["basis"],
            **{name: given[name] for name in OF_A_DOUBT},
        )
        morning.plan_case(row.case, visit.now)
        return visit.done(_("Changed."), to("case", row.case_id))
    acts = (
        Act(_("Answer with a story"), to("remark-story", row.pk)),
        Act(_("They never said this"), to("remark-drop", row.pk), "quiet", True),
    )
    return ask(visit, form, title=_("What they said"), case=row.case, acts=acts)


@require_POST
def remark_drop(request: HttpRequest, key: UUID) -> HttpResponse:
    visit = Visit.of(request)
    row = finding.one(visit, record.Remark.objects.select_related("case"), key)
    case = row.case
    row.drop(at=visit.now)
    morning.plan_case(case, visit.now)
    return visit.done(_("Taken out."), to("case", case.pk))


@form_view
def remark_story(request: HttpRequest, key: UUID) -> HttpResponse:
    visit = Visit.of(request)
    row = finding.one(visit, record.Remark.objects.select_related("case__company"), key)
    stories = list(record.Story.objects.of(visit.account).order_by("title"))
    form = forms.AnswerForm(
        data(visit), stories=stories, initial={"story": str(row.answered_by_id or "")}
    )
    if form.is_bound and form.is_valid():
        chosen = next((one for one in stories if str(one.pk) == form.cleaned_data["story"]), None)
        row.answer_with(story=chosen, at=visit.now)
        morning.plan_case(row.case, visit.now)
        return visit.done(_("Noted."), to("case", row.case_id))
    return ask(
        visit,
        form,
        title=_("Which story answers this?"),
        lead=f"“{row.quote}”",
        case=row.case,
        acts=(Act(_("Tell a new story"), to("story-add")),),
    )
