"""Today, undo, and what only the user can answer."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from afterword.casebook import models as record
from afterword.casebook.undo import undo as undo_this
from afterword.casebook.undo import undo_last
from afterword.desk import morning
from afterword.desk.day import agenda
from afterword.desk.mail import rereading
from afterword.errors import Refused
from afterword.faces.web.pages import leaving
from afterword.faces.web.pages import questions as page_of_questions
from afterword.faces.web.pages import today as page
from afterword.faces.web.views.finding import one
from afterword.faces.web.visit import SEEN_ON, TODAY, SeeOther, Visit, to


@require_GET
def today(request: HttpRequest) -> HttpResponse:
    visit = Visit.of(request)
    if not visit.sources and not record.Case.objects.of(visit.account).exists():
        return SeeOther(to("welcome"))
    # The profile first: what it settles on a first visit is an event, and planning should see it.
    morning.freshen(visit.account, visit.now, visit.profile)
    found = page.build(visit)
    seen = (len(found.cards), visit.clock.today.isoformat())
    if (request.session.get(TODAY), request.session.get(SEEN_ON)) != seen:
        # once a day, which also keeps the session from running out, and not at every look
        request.session[TODAY], request.session[SEEN_ON] = seen
    return visit.show("today.html", found, here="today", reminders=leaving.due(visit))


@require_POST
def undo(request: HttpRequest) -> HttpResponse:
    visit = Visit.of(request)
    back = visit.back(to("today"))
    try:
        done = _undo(visit)
    except Refused as refused:
        return visit.done(refused, back, level=messages.WARNING)
    if done is None:
        return visit.done(_("There is nothing to take back."), back, level=messages.INFO)
    if done.undoes is not None and done.undoes.verb == "corrected":
        # What was read by that word, and not by the user, goes with it.
        rereading.unlearn(visit.account, now=visit.now)
    morning.freshen(visit.account, visit.now)
    if _made(done, back):
        back = to("today")
    return visit.done(_undone(done), back, level=messages.INFO)


def _undo(visit: Visit) -> record.Event | None:
    """Take back the deed that was told of, else the last one."""
    given = visit.request.POST.get("event", "")
    if not given:
        return undo_last(account=visit.account, at=visit.now)
    try:
        told = (
            record.Event.objects.of(visit.account)
            .filter(pk=UUID(given), who=record.Who.USER)
            .first()
        )
    except ValueError:
        told = None
    return undo_this(event=told, at=visit.now) if told is not None else None


def _undone(done: record.Event) -> str:
    """What was taken back; of a rest, what that means now."""
    if done.undoes is not None and done.undoes.verb == "snoozed":
        return _("Taken back: it is among the things of today again.")
    return str(done)


def _made(done: record.Event, page: str) -> bool:
    """Whether the page one is on was of what is now taken back."""
    ledger = done.undoes.ledger if done.undoes is not None else []
    return any(entry["do"] == "create" and entry["id"] in page for entry in ledger)


@require_GET
def keys(request: HttpRequest) -> HttpResponse:
    return Visit.of(request).show("keys.html", None)


@require_GET
def due(request: HttpRequest) -> HttpResponse:
    visit = Visit.of(request)
    answer = HttpResponse(
        agenda.ics(visit.account, visit.now), content_type="text/calendar; charset=utf-8"
    )
    answer["Content-Disposition"] = 'attachment; filename="due.ics"'
    return answer


@require_GET
def questions(request: HttpRequest) -> HttpResponse:
    visit = Visit.of(request)
    return visit.show("questions.html", page_of_questions.build(visit))


@require_POST
def answer_question(request: HttpRequest, key: UUID) -> HttpResponse:
    visit = Visit.of(request)
    asked = one(visit, record.Question.objects.select_related("message"), key)
    given = request.POST.get("answer", "")
    answer = given == "yes" if asked.about == "own_address" else given
    offered = {str(option["id"]) for option in asked.candidates} | {"none"}
    if asked.about == "link":
        offered.add("new")
    if asked.about in ("link", "appointment") and answer not in offered:
        return visit.done(
            _("That answer was not among the choices. Nothing was changed."),
            to("questions"),
            level=messages.WARNING,
        )
    asked.reply(answer=answer, at=visit.now)
    morning.freshen(visit.account, visit.now)
    left = record.Question.objects.of(visit.account).open().exists()
    return visit.done(_("Thank you, that is settled."), reverse("web:questions") if left else "/")
