"""Other words by a language model of the user's choice: see what would leave, say yes, judge, take."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from afterword.desk.letters import rewording
from afterword.desk.mail import locker
from afterword.errors import AfterwordError, UserError
from afterword.faces.web import rewording_forms as forms
from afterword.faces.web.pages import rewording as page
from afterword.faces.web.pages.parts import Act
from afterword.faces.web.views.adding import ask, data, form_view
from afterword.faces.web.views.letter import _found
from afterword.faces.web.visit import Visit, to


@form_view
def reword(request: HttpRequest, key: UUID) -> HttpResponse:
    """GET shows the very words that would leave; POST, with a yes to them, sends them and judges."""
    visit = Visit.of(request)
    letter = _found(visit, key)
    if rewording.chosen(visit.account, now=visit.now) is None:
        return visit.done(rewording.NONE_YET, to("model"), level=messages.INFO)
    given = request.POST if request.method == "POST" else request.GET
    wish, into, only = forms.wished(given)
    try:
        if request.method != "POST":
            made = rewording.offer(letter, wish, now=visit.now, only=only, into=into)
            return visit.show("reword.html", page.offered(letter, made, only), here="letters")
        found = rewording.ask(
            letter, wish, now=visit.now, yes_to=given.get("yes", ""), only=only, into=into
        )
    except AfterwordError as problem:
        return visit.done(problem, to("letter", letter.pk), level=messages.WARNING)
    return visit.show("reworded.html", page.judged(letter, found, into), here="letters")


@require_POST
def take(request: HttpRequest, key: UUID) -> HttpResponse:
    """Take over the sentences that were ticked; each is judged once more on the way in."""
    visit = Visit.of(request)
    letter = _found(visit, key)
    if letter.state not in ("draft", "approved"):
        return visit.done(_("This letter has left already."), to("letter", letter.pk))
    words, into = forms.chosen_lines(request.POST)
    lines = rewording.judged(letter, words, into)
    n = rewording.take(letter, lines, now=visit.now)
    if not n:
        return visit.done(
            _("Nothing was taken over."), to("letter", letter.pk), level=messages.INFO
        )
    return visit.done(_("Taken over. Undo brings the former words back."), to("letter", letter.pk))


@form_view
def model(request: HttpRequest) -> HttpResponse:
    """Which model, where, and how much a month; off until this is filled in."""
    visit = Visit.of(request)
    found = rewording.chosen(visit.account, now=visit.now)
    kept: dict[str, Any] = {"most": rewording.USUAL}
    if found is not None:
        most = rewording.USUAL if found.is_local else found.most
        kept = {"speech": found.speech, "url": found.url, "name": found.name, "most": most}
    form = forms.ModelForm(data(visit), initial=kept)
    if form.is_bound and form.is_valid():
        given = dict(form.cleaned_data)
        try:
            if passphrase := given.pop("passphrase", ""):
                locker.unlock(passphrase)
            rewording.set_up(visit.account, now=visit.now, **given)
        except (UserError, AfterwordError) as problem:
            form.add_error(None, str(problem))
        else:
            says = _("Kept. On a letter you now find “Other words”. It asks each time.")
            return visit.done(says, to("model"), level=messages.INFO)
    drop = Act(_("Use no model"), to("model-drop"), "quiet", True)
    return ask(
        visit,
        form,
        title=_("Other words"),
        lead=page.lead(found),
        back=to("settings"),
        acts=(drop,) if found else (),
        here="",
    )


@require_POST
def drop(request: HttpRequest) -> HttpResponse:
    visit = Visit.of(request)
    rewording.take_out(visit.account, now=visit.now)
    return visit.done(
        _("No model is used any more. Its key is gone."), to("model"), level=messages.INFO
    )
