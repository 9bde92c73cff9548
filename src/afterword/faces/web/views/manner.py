"""How you write, as letters take it up: shown, changed, forgotten."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST

from afterword.casebook import models as record
from afterword.desk.letters import manner
from afterword.faces.web.pages.parts import Act
from afterword.faces.web.views.adding import ask, data, form_view
from afterword.faces.web.visit import Visit, to


class MannerForm(forms.Form):
    greeting = forms.CharField(
        label=gettext_lazy("How you greet"),
        required=False,
        max_length=40,
        help_text=gettext_lazy("Such as Hi, Hello or Dear; the name follows by itself."),
    )
    sign_off = forms.CharField(label=gettext_lazy("How you close"), required=False, max_length=40)
    contractions = forms.ChoiceField(
        label=gettext_lazy("Short forms, as in I’m and don’t"),
        required=False,
        choices=(
            ("", gettext_lazy("as counted")),
            ("yes", gettext_lazy("yes")),
            ("no", gettext_lazy("no")),
        ),
    )
    pace = forms.FloatField(
        label=gettext_lazy("Words in a sentence"),
        required=False,
        min_value=5,
        max_value=40,
        help_text=gettext_lazy("Below 13, long sentences of ours are parted."),
    )
    favourites = forms.CharField(
        label=gettext_lazy("Words you like"),
        required=False,
        max_length=400,
        help_text=gettext_lazy("With commas. Such as happy, where we would say glad."),
    )
    avoided = forms.CharField(
        label=gettext_lazy("Words you never use"), required=False, max_length=400
    )
    tone = forms.ChoiceField(
        label=gettext_lazy("Tone of new letters"),
        choices=(
            ("usual", gettext_lazy("usual")),
            ("formal", gettext_lazy("formal: full names and full forms")),
            ("plain", gettext_lazy("plain: short sentences, only what is needed")),
        ),
    )
    learn = forms.BooleanField(
        label=gettext_lazy("Count how I write, from job mail I sent"),
        required=False,
        help_text=gettext_lazy("Only counts of short forms are kept, never a sentence."),
    )


@form_view
def voice(request: HttpRequest) -> HttpResponse:
    visit = Visit.of(request)
    found = manner.shown(visit.account, now=visit.now)
    kept = record.Manner.of(visit.account, at=visit.now)
    form = MannerForm(
        data(visit),
        initial={
            "greeting": found.greeting,
            "sign_off": found.sign_off,
            "contractions": {True: "yes", False: "no"}.get(kept.said.get("contractions"), ""),
            "pace": found.pace or None,
            "favourites": ", ".join(found.favourites),
            "avoided": ", ".join(found.avoided),
            "tone": visit.profile.settings.get("tone", "usual"),
            "learn": manner.learns(visit.account, now=visit.now),
        },
    )
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        kept.say(at=visit.now, **_said(given, form.changed_data))
        visit.profile.describe(
            at=visit.now, settings={"tone": given["tone"], "learn_voice": given["learn"]}
        )
        return visit.done(_("Kept. The next letter is written so."), to("voice"))
    n = found.letters
    lead = ngettext("Counted from %(n)d mail of yours.", "Counted from %(n)d mails of yours.", n)
    return ask(
        visit,
        form,
        title=_("How you write"),
        lead=lead % {"n": n}
        if n
        else _("Nothing is counted yet; three mails you sent are enough."),
        back=to("settings"),
        acts=(Act(_("Forget how I write"), to("voice-forget"), "quiet", True),),
        here="settings",
    )


def _said(given: dict[str, Any], changed: list[str]) -> dict[str, Any]:
    """Only what the user changed is theirs; an emptied field goes back to the counting."""
    said: dict[str, Any] = {}
    for name in changed:
        value = given.get(name) or ""
        if name in ("favourites", "avoided"):
            said[name] = [word.strip() for word in value.split(",") if word.strip()] or None
        elif name == "contractions":
            said[name] = {"yes": True, "no": False}.get(str(value))
        elif name in ("greeting", "sign_off", "pace"):
            said[name] = value or None
    return said


@require_POST
def forget(request: HttpRequest) -> HttpResponse:
    visit = Visit.of(request)
    record.Manner.of(visit.account, at=visit.now).forget(at=visit.now)
    return visit.done(_("Forgotten."), to("voice"))
