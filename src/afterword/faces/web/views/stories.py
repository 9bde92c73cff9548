"""Stories: what can be proven."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from afterword.casebook import models as record
from afterword.desk import morning
from afterword.faces.web import forms
from afterword.faces.web.pages import stories as page
from afterword.faces.web.pages.parts import Act
from afterword.faces.web.views import finding
from afterword.faces.web.views.adding import ask, data, form_view
from afterword.faces.web.visit import Visit, to


@require_GET
def stories(request: HttpRequest) -> HttpResponse:
    visit = Visit.of(request)
    return visit.show("stories.html", page.build(visit), here="stories")


def _fields(given: dict[str, Any]) -> dict[str, Any]:
    lines = [line.strip() for line in given["numbers"].splitlines()]
    skills = [word.strip() for word in given["skills"].split(",")]
    rest = {
        name: given[name]
        for name in ("challenge", "action", "result", "confirm", "when", "confidential")
    }
    return {**rest, "numbers": [x for x in lines if x], "skills": [x for x in skills if x]}


@form_view
def story_add(request: HttpRequest) -> HttpResponse:
    visit = Visit.of(request)
    form = forms.StoryForm(data(visit))
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        record.Story.tell(
            account=visit.account, title=given["title"], at=visit.now, **_fields(given)
        )
        morning.freshen(visit.account, visit.now)
        return visit.done(_("Kept. Letters can rest on it now."), to("stories"))
    return ask(
        visit,
        form,
        title=_("Tell a story"),
        lead=_("One time, told plainly. Fill in what you have; the rest can come later."),
        back=to("stories"),
        here="stories",
    )


@form_view
def story(request: HttpRequest, key: UUID) -> HttpResponse:
    visit = Visit.of(request)
    told = finding.one(visit, record.Story.objects.all(), key)
    names = ("title", "challenge", "action", "result", "confirm", "when", "confidential")
    kept = {name: getattr(told, name) for name in names}
    kept |= {"numbers": "\n".join(told.numbers), "skills": ", ".join(told.skills)}
    form = forms.StoryForm(data(visit), initial=kept)
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        told.retell(at=visit.now, title=given["title"], **_fields(given))
        morning.freshen(visit.account, visit.now)
        return visit.done(_("Kept."), to("stories"))
    drop = Act(_("Remove this story"), to("story-drop", told.pk), "quiet", True)
    return ask(visit, form, title=told.title, back=to("stories"), acts=(drop,), here="stories")


@require_POST
def story_drop(request: HttpRequest, key: UUID) -> HttpResponse:
    visit = Visit.of(request)
    told = finding.one(visit, record.Story.objects.all(), key)
    told.drop(at=visit.now)
    morning.freshen(visit.account, visit.now)
    return visit.done(_("Removed. Undo brings it back."), to("stories"))
