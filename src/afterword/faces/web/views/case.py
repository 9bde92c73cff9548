"""Cases: the list, one case, and what a person says on it."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from afterword.casebook import models as record
from afterword.casebook import several
from afterword.casebook.answer import overrule as casebook_overrule
from afterword.casebook.snooze import snooze
from afterword.casebook.snooze import wake as casebook_wake
from afterword.desk import morning
from afterword.desk.day import putting_off
from afterword.faces.web import answers
from afterword.faces.web.pages import case as case_page
from afterword.faces.web.pages import cases as cases_page
from afterword.faces.web.pages import cases_kept, cases_said, put_off
from afterword.faces.web.pages import today as today_page
from afterword.faces.web.pages import what_if as what_if_page
from afterword.faces.web.views import finding
from afterword.faces.web.visit import SeeOther, Visit, to
from afterword.terms import Band


@require_GET
def cases(request: HttpRequest) -> HttpResponse:
    visit = Visit.of(request)
    template = "cases.html#rows" if visit.in_place else "cases.html"
    return visit.show(template, cases_page.build(visit), here="cases")


@require_POST
def views(request: HttpRequest) -> HttpResponse:
    """Keep the view on the page under a name, or drop one."""
    visit, asked = Visit.of(request), request.POST.dict()
    there = cases_kept.address(asked)
    if "drop" in asked:
        cases_kept.drop(visit, asked["drop"])
        return visit.done(_("The view is kept no longer."), there)
    if not cases_kept.keep(visit, asked.get("name", ""), asked):
        return visit.done(_("A view needs a name to be found again."), there, level=messages.ERROR)
    return visit.done(_("Kept. You find it above the cases."), there)


@require_POST
def several_at_once(request: HttpRequest) -> HttpResponse:
    """One deed for all cases that were ticked; one step takes it back."""
    visit, asked = Visit.of(request), request.POST
    there = cases_kept.address(asked.dict())
    chosen = [key for key in (_uuid(one) for one in asked.getlist("case")) if key is not None]
    cases = list(record.Case.objects.keyed(visit.account, chosen).standing_alone().for_list())
    if not cases:
        return visit.done(_("Tick the cases first."), there, level=messages.ERROR)
    deed, sooner = asked.get("do", ""), {}
    if deed == "rest":
        sooner = _sooner(visit, cases)
        found = several.rest(
            cases=cases,
            until=visit.clock.today + putting_off.A_WEEK,
            sooner=sooner,
            today=visit.clock.today,
            at=visit.now,
        )
    elif deed == "not_mine":
        found = several.not_mine(cases=cases, at=visit.now)
    elif deed == "given_up":
        found = several.given_up(cases=cases, at=visit.now)
    else:
        raise Http404
    morning.freshen(visit.account, visit.now)
    level = messages.SUCCESS if found.done else messages.INFO
    return visit.done(cases_said.said(deed, found, sooner), there, level=level)


def _sooner(visit: Visit, cases: list[record.Case]) -> dict[UUID, date]:
    """The day on which those are there again that have one."""
    pauses = putting_off.pauses(visit.account, cases, visit.clock.today)
    return {key: pause.until for key, pause in pauses.items() if pause.due is not None}


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


@require_GET
def case(request: HttpRequest, key: UUID) -> HttpResponse:
    visit = Visit.of(request)
    found = finding.case(visit, key)
    if found.pk != key:
        return SeeOther(to("case", found.pk))
    return visit.show("case.html", case_page.build(found, visit), here="cases")


def after(visit: Visit, found: record.Case, says: str) -> HttpResponse:
    """Plan the case anew and show its decision: in place, or on its page."""
    morning.plan_case(found, visit.now)
    visit.tell(says)
    if not visit.in_place:
        return SeeOther(to("case", found.pk) + "#decision")
    fresh = finding.case(visit, found.pk)
    return visit.show("case.html#panel", case_page.build(fresh, visit), here="cases")


@require_POST
def answer(request: HttpRequest, key: UUID) -> HttpResponse:
    visit = Visit.of(request)
    found = finding.case(visit, key)
    asked = request.POST.get("key", "")
    try:
        value = answers.value_of(asked, request.POST.get("value", ""))
    except KeyError:
        raise Http404 from None
    record.Answer.give(
        case=found, key=asked, value=value, at=visit.now, asks=answers.question_of(asked)
    )
    return after(visit, found, _("Your answer is noted, and weighed."))


@require_http_methods(["GET", "HEAD", "POST"])
def what_if(request: HttpRequest, key: UUID) -> HttpResponse:
    """Try other answers; a POST notes those that are so."""
    visit = Visit.of(request)
    found = finding.case(visit, key)
    standing = getattr(found, "standing", None)
    if standing is None or standing.sealed or not standing.band:
        return SeeOther(to("case", found.pk))
    if request.method == "POST":
        for asked, value in what_if_page.tried_in(request.POST.dict()).items():
            record.Answer.give(
                case=found, key=asked, value=value, at=visit.now, asks=answers.question_of(asked)
            )
        return after(visit, found, _("Your answer is noted, and weighed."))
    template = "what_if.html#would" if visit.in_place else "what_if.html"
    tried = what_if_page.tried_in(request.GET.dict())
    return visit.show(template, what_if_page.build(found, tried, visit), here="cases")


@require_POST
def overrule(request: HttpRequest, key: UUID) -> HttpResponse:
    visit = Visit.of(request)
    found = finding.case(visit, key)
    band = request.POST.get("band", "")
    if band and band not in set(Band):
        raise Http404
    casebook_overrule(case=found, band=band or None, at=visit.now)
    said = _("As you say.") if band else _("Back to the advice.")
    return after(visit, found, said)


@require_POST
def rest(request: HttpRequest, key: UUID) -> HttpResponse:
    """Not now, or never this one; in place the card goes."""
    visit = Visit.of(request)
    found = finding.case(visit, key)
    level = messages.SUCCESS
    if request.POST.get("until") == "never":
        move = getattr(found, "move", None)
        play = request.POST.get("play", "") or (move.play if move else "")
        snooze(case=found, until=None, play=play, at=visit.now)
        says = _("Not this one, then. It is not brought up again.")
    else:
        level, says = _not_now(visit, found)
    visit.tell(says, level=level)
    if visit.in_place:
        return visit.show("today.html#gone", today_page.lead_after(visit))
    return SeeOther(visit.back(to("today")))


def _not_now(visit: Visit, found: record.Case) -> tuple[int, str]:
    """Put away until it would be too late to leave it longer; what is for today is not put away."""
    today = visit.clock.today
    pause = putting_off.pauses(visit.account, [found], today)[found.pk]
    if pause.until <= today:
        return messages.INFO, put_off.says(pause, visit)
    held = snooze(case=found, until=pause.until, at=visit.now)
    if held.for_good:
        return messages.SUCCESS, _(
            "You said that nothing of this is brought up again, and it stays so."
        )
    return messages.SUCCESS, put_off.says(pause, visit)


@require_POST
def wake(request: HttpRequest, key: UUID) -> HttpResponse:
    visit = Visit.of(request)
    found = finding.case(visit, key)
    casebook_wake(case=found, at=visit.now, today=visit.clock.today)
    return visit.done(_("It is looked at again."), to("case", found.pk))
