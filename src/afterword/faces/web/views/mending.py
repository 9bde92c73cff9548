"""Something is wrong here, or over: names, wrong joins, endings. All of it can be undone."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from afterword.casebook import ending, joining
from afterword.casebook import models as record
from afterword.desk import morning
from afterword.errors import Refused
from afterword.faces.web import forms
from afterword.faces.web.pages.case import outcomes
from afterword.faces.web.views import finding
from afterword.faces.web.views.adding import ask, data, form_view, noon
from afterword.faces.web.visit import Visit, to
from afterword.terms import Direction


@form_view
def rename(request: HttpRequest, key: UUID) -> HttpResponse:
    visit = Visit.of(request)
    case = finding.case(visit, key)
    form = forms.RenameForm(data(visit), initial={"company": case.company.name, "role": case.role})
    if form.is_bound and form.is_valid():
        case.rename(
            at=visit.now, company=form.cleaned_data["company"], role=form.cleaned_data["role"]
        )
        morning.plan_case(case, visit.now)
        return visit.done(_("Renamed."), to("case", case.pk))
    return ask(visit, form, title=_("Another name or role"), case=case)


@form_view
def merge(request: HttpRequest, key: UUID) -> HttpResponse:
    visit = Visit.of(request)
    case = finding.case(visit, key)
    form = forms.MergeForm(data(visit), cases=finding.open_cases(visit, but=case))
    if form.is_bound and form.is_valid():
        into = finding.case(visit, UUID(form.cleaned_data["into"]))
        try:
            one = joining.merge(case=case, into=into, at=visit.now)
        except Refused as refused:
            return visit.done(refused, to("case", case.pk), level=messages.WARNING)
        morning.plan_case(one, visit.now)
        return visit.done(_("They are one case now."), to("case", one.pk))
    return ask(visit, form, title=_("Two cases that are one"), button=_("Join them"), case=case)


@form_view
def split(request: HttpRequest, key: UUID) -> HttpResponse:
    visit = Visit.of(request)
    case = finding.case(visit, key)
    mails = {str(mail.pk): mail for mail in case.messages.for_list().order_by("-at")}
    offered = [(key_, _named(mail, visit)) for key_, mail in mails.items()]
    form = forms.SplitForm(data(visit), mails=offered)
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        new = joining.split(
            case=case,
            messages=[mails[one] for one in given["messages"]],
            company=given["company"],
            role=given["role"],
            at=visit.now,
        )
        for one in (case, new):
            morning.plan_case(one, visit.now)
        return visit.done(_("They are a case of their own now."), to("case", new.pk))
    return ask(
        visit, form, title=_("Mails that belong elsewhere"), button=_("Part them"), case=case
    )


def _named(mail: record.Message, visit: Visit) -> str:
    """A mail in a list to choose from; a closed one without its subject."""
    when = visit.clock.short(mail.at)
    if mail.is_sealed:
        return f"{when} · {mail.sender_name or mail.sender_email} · {_('a closed letter')}"
    who = _("you") if mail.direction == Direction.OUT else mail.sender_name or mail.sender_email
    return f"{when} · {who} · {mail.subject}"


@require_POST
def not_mine(request: HttpRequest, key: UUID) -> HttpResponse:
    visit = Visit.of(request)
    case = finding.case(visit, key)
    joining.not_my_case(case=case, at=visit.now)
    return visit.done(_("Gone from every list. Undo brings it back."), to("cases"))


@form_view
def end(request: HttpRequest, key: UUID) -> HttpResponse:
    visit = Visit.of(request)
    case = finding.case(visit, key)
    form = forms.EndForm(data(visit), initial={"when": visit.clock.today})
    form.fields["outcome"].choices = outcomes()  # type: ignore[attr-defined]
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        when = noon(visit, given["when"]) if given["when"] else None
        ending.end(case=case, outcome=given["outcome"], when=when, why=given["why"], at=visit.now)
        morning.plan_case(case, visit.now)
        return visit.done(_("Closed. It stays here, and opens again at any word."), to("cases"))
    return ask(visit, form, title=_("It is over"), button=_("Close it"), case=case)


@require_POST
def reopen(request: HttpRequest, key: UUID) -> HttpResponse:
    visit = Visit.of(request)
    case = finding.case(visit, key)
    ending.reopen(case=case, at=visit.now)
    morning.plan_case(case, visit.now)
    return visit.done(_("Open again."), to("case", case.pk))
