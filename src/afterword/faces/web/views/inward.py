"""You: a word for today, rest, the journal, somebody to call."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from afterword.desk.you import inward as desk
from afterword.faces.web.pages import inward as page
from afterword.faces.web.views.adding import data, form_view
from afterword.faces.web.visit import SeeOther, Visit, to

#: What "not now" may be said of.
THINGS = ("offers", "exercise", "line")


class JournalForm(forms.Form):
    text = forms.CharField(
        label=gettext_lazy("A page for yourself"),
        max_length=200_000,
        widget=forms.Textarea(attrs={"rows": 8, "autocomplete": "off"}),
        help_text=gettext_lazy(
            "Private: no rule, letter, search or report reads it. It is in your own full export."
        ),
    )


def _show(
    visit: Visit, form: JournalForm | None = None, care: desk.Care | None = None
) -> HttpResponse:
    form = form or JournalForm()
    return visit.show("you.html", page.build(visit, care), here="you", form=form)


@require_GET
def you(request: HttpRequest) -> HttpResponse:
    return _show(Visit.of(request))


@require_POST
def word(request: HttpRequest) -> HttpResponse:
    """The first tap."""
    visit = Visit.of(request)
    try:
        desk.choose(visit.account, request.POST.get("feeling", ""), visit.now)
    except ValueError:
        raise Http404 from None
    return SeeOther(to("you"))


@require_POST
def rest(request: HttpRequest) -> HttpResponse:
    """The second tap."""
    visit = Visit.of(request)
    try:
        desk.rest(visit.account, request.POST.get("rest", ""), visit.now)
    except ValueError:
        raise Http404 from None
    return SeeOther(to("you"))


@require_POST
def away(request: HttpRequest) -> HttpResponse:
    """Not now."""
    visit = Visit.of(request)
    what = request.POST.get("what", "")
    if what not in THINGS:
        raise Http404
    desk.put_away(visit.account, what, visit.now)
    return SeeOther(visit.back(to("you")))


@require_POST
def line(request: HttpRequest) -> HttpResponse:
    """Whether Today may ask."""
    visit = Visit.of(request)
    desk.ask_on_today(visit.account, request.POST.get("ask") == "yes", visit.now)
    return visit.done(_("As you say."), to("you"))


@require_POST
def write(request: HttpRequest) -> HttpResponse:
    visit = Visit.of(request)
    form = JournalForm(request.POST)
    if not form.is_valid():
        return _show(visit, form)
    care = desk.write(visit.account, form.cleaned_data["text"], visit.now)
    # Shown in this very answer: a redirect would have to carry the message somewhere, and nothing
    # of it is to be kept. Sending the form twice keeps one page.
    return _show(visit, care=care) if care else visit.done(_("Kept, for you alone."), to("you"))


@form_view
def journal_page(request: HttpRequest, key: UUID) -> HttpResponse:
    visit = Visit.of(request)
    found = desk.page(visit.account, key)
    if found is None:
        raise Http404
    form = JournalForm(data(visit), initial={"text": found.text})
    if form.is_bound and form.is_valid():
        care = desk.rewrite(visit.account, key, form.cleaned_data["text"], visit.now)
        return _show(visit, care=care) if care else visit.done(_("Kept."), to("you"))
    return visit.show("journal.html", None, here="you", form=form)


@require_POST
def journal_forget(request: HttpRequest, key: UUID) -> HttpResponse:
    visit = Visit.of(request)
    if desk.page(visit.account, key) is None:
        raise Http404
    desk.forget(visit.account, key, visit.now)
    return visit.done(_("That page is gone for good."), to("you"))
