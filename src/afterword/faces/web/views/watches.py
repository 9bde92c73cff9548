"""The watches: what moved, what is looked at, and a feed to add."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from afterword.casebook import models as record
from afterword.desk import morning
from afterword.desk.watch import reading_news
from afterword.errors import UserError
from afterword.faces.web.pages import watches as pages
from afterword.faces.web.views import finding
from afterword.faces.web.visit import SeeOther, Visit, to

HERE = "watches"


class FeedForm(forms.Form):
    """A feed's address and whose news it is."""

    company = forms.CharField(label=gettext_lazy("Whose news"), max_length=300)
    url = forms.CharField(
        label=gettext_lazy("Address of the feed"),
        max_length=2000,
        help_text=gettext_lazy(
            "RSS, Atom or JSON Feed; often under “News” or “Press” on their site."
        ),
    )


def _show(visit: Visit, form: FeedForm, status: int = 200) -> HttpResponse:
    firm = visit.request.GET.get("firm", "")
    shown = pages.build(visit, firm=_key(firm))
    return visit.show("watches.html", shown, here=HERE, form=form, status=status)


def _key(word: str) -> UUID | None:
    try:
        return UUID(word)
    except ValueError:
        return None


@require_GET
def page(request: HttpRequest) -> HttpResponse:
    visit = Visit.of(request)
    return _show(visit, FeedForm(initial={"company": request.GET.get("whose", "")}))


@require_POST
def feed_add(request: HttpRequest) -> HttpResponse:
    visit = Visit.of(request)
    form = FeedForm(request.POST)
    if not form.is_valid():
        return _show(visit, form, 422)
    given = form.cleaned_data
    try:
        row = reading_news.add(visit.account, given["url"], company=given["company"], at=visit.now)
    except UserError as problem:
        form.add_error("url", str(problem))
        return _show(visit, form, 422)
    says = _("The news of %(who)s is read from now on, once a day.") % {"who": row.company}
    return visit.done(says, to("watches"))


@require_POST
def feed_leave(request: HttpRequest, key: UUID) -> HttpResponse:
    visit = Visit.of(request)
    row = finding.one(visit, record.WatchedFeed.objects.select_related("company"), key)
    row.leave(at=visit.now)
    return visit.done(_("It is not read any more. What it brought stays."), to("watches"))


@require_POST
def feed_again(request: HttpRequest, key: UUID) -> HttpResponse:
    visit = Visit.of(request)
    row = finding.one(visit, record.WatchedFeed.objects.select_related("company"), key)
    record.WatchedFeed.add(account=visit.account, company=row.company, url=row.url, at=visit.now)
    return visit.done(_("It is read again."), to("watches"))


def _sighting(visit: Visit, key: UUID) -> record.Sighted:
    found: record.Sighted = finding.one(visit, record.Sighted.objects.select_related("case"), key)
    return found


def _after(visit: Visit, says: str) -> HttpResponse:
    morning.freshen(visit.account, visit.now)
    if visit.in_place:
        visit.tell(says)
        return visit.show("today.html#gone", None)
    return visit.done(says, visit.back(to("watches")))


@require_POST
def away(request: HttpRequest, key: UUID) -> HttpResponse:
    """Put a sighting away: it weighs nothing any more, and is not told again."""
    visit = Visit.of(request)
    _sighting(visit, key).dismiss(at=visit.now)
    return _after(visit, _("Put away. It is not told again."))


@require_POST
def back(request: HttpRequest, key: UUID) -> HttpResponse:
    visit = Visit.of(request)
    _sighting(visit, key).restore(at=visit.now)
    morning.freshen(visit.account, visit.now)
    return visit.done(_("It counts again."), visit.back(to("watches")))


@require_POST
def drop(request: HttpRequest, key: UUID) -> HttpResponse:
    visit = Visit.of(request)
    row = record.Sighted.objects.of(visit.account).filter(pk=key).first()
    if row is None:
        return SeeOther(visit.back(to("watches")))
    row.drop(at=visit.now)
    morning.freshen(visit.account, visit.now)
    return visit.done(_("Removed."), visit.back(to("watches")), level=messages.INFO)
