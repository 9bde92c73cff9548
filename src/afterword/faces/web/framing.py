"""The frame round every page, from a handful of counts that do not grow with the casebook."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from afterword.casebook.by_heart import by_heart
from afterword.casebook.models import Event, Halt
from afterword.faces.web import titles
from afterword.faces.web.pages.frame import Frame, Place

if TYPE_CHECKING:
    from afterword.faces.web.visit import Visit


def frame(visit: Visit, here: str) -> Frame:
    cases = visit.cases
    undo = _to_undo(visit.account)
    mail, counts = _mail(visit, cases)
    return Frame(
        places=places(cases, visit.request.session.get("cards_today")),
        here=here,
        mail=mail,
        counts=counts,
        questions=_questions(visit),
        undo=str(undo[0]) if undo else "",
        theme=str(visit.profile.settings.get("theme", "")),
        demo=bool(visit.profile.settings.get("example", False)),
        demo_of=visit.profile.name,
        title=titles.title(visit.request),
        path=_path(visit.request),
    )


def _path(request: HttpRequest) -> str:
    """This page, to come back to; what was sought is not written down a second time."""
    if request.method != "GET":
        return ""
    asked = request.GET.copy()
    asked.pop("q", None)
    return f"{request.path}?{asked.urlencode()}" if asked else request.path


@by_heart
def _to_undo(account: UUID) -> QuerySet[Event]:
    return Event.objects.of(account).to_undo().only("says", "verb")[:1]


@by_heart
def _halts(account: UUID) -> QuerySet[Any, UUID]:
    return Halt.objects.of(account).values_list("pk", flat=True)[:1]


def places(cases: int | None, cards: int | None) -> tuple[Place, ...]:
    return (
        Place("today", _("Today"), reverse("web:today"), "sun", "t", cards),
        Place("cases", _("Cases"), reverse("web:cases"), "briefcase", "c", cases),
        Place("people", _("People"), reverse("web:people"), "users", "p"),
        Place("letters", _("Letters"), reverse("web:letters"), "pencil", "l"),
        Place("stories", _("Stories"), reverse("web:stories"), "book-open", "s"),
        Place("references", _("References"), reverse("web:references"), "message-circle", "r"),
        Place("roles", _("Adverts"), reverse("web:roles"), "file-text", "a"),
        Place("watches", _("Watches"), reverse("web:watches"), "monitor", "w"),
        Place("numbers", _("Numbers"), reverse("web:numbers"), "layout-grid", "n"),
        Place("looking-back", _("Looking back"), reverse("web:looking-back"), "calendar", "b"),
        Place("you", _("You"), reverse("web:you"), "hand", "y"),
    )


def _mail(visit: Visit, cases: int) -> tuple[str, str]:
    sources = [source for source in visit.sources if source.last_read_at is not None]
    if not sources:
        return "", ""
    last = max(source.last_read_at for source in sources if source.last_read_at)
    moment = (
        visit.clock.hour(last)
        if visit.clock.short(last) == _("today")
        else (visit.clock.short(last))
    )
    whole = all(
        source.last_whole_at
        and source.last_read_at
        and source.last_whole_at >= source.last_read_at
        and not source.counts.get("owed")
        for source in sources
    )
    read = _("Mail read to %(when)s, complete") if whole else _("Mail read to %(when)s, in part")
    mails = sum(
        int(source.counts.get(name, 0)) for source in sources for name in ("kept", "passed")
    )
    said = ngettext("%(n)s mail", "%(n)s mails", mails) % {"n": f"{mails:,}"}
    said += " · " + ngettext("%(n)d process", "%(n)d processes", cases) % {"n": cases}
    if _halts(visit.account):
        # Never "complete" while nobody looks: the page of accounts says what it waits for.
        read = _("Mail waits for you since %(when)s")
    return read % {"when": moment}, said


def _questions(visit: Visit) -> str:
    n = visit.asked
    if not n:
        return ""
    return ngettext("%(n)d thing to ask you", "%(n)d things to ask you", n) % {"n": n}
