"""A letter's second look: rest it or not, tell a story it lacks, hear what a friend said."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from afterword.casebook import models as record
from afterword.desk.letters import second_eyes
from afterword.errors import UserError
from afterword.faces.web.pages import second_eyes as page
from afterword.faces.web.views import finding
from afterword.faces.web.views.adding import ask, data, form_view
from afterword.faces.web.visit import Visit, to

MOST = 200_000


class ThreeLines(forms.Form):
    """Challenge, action, result: what a letter can rest on."""

    challenge = forms.CharField(
        label=gettext_lazy("What was hard?"),
        required=False,
        max_length=400,
        help_text=gettext_lazy("One line, as you would say it: two unions, and no day to close."),
    )
    action = forms.CharField(
        label=gettext_lazy("What did you do?"),
        max_length=400,
        help_text=gettext_lazy("One line: moved 14 lines to automated picking in 9 weekends."),
    )
    result = forms.CharField(
        label=gettext_lazy("What came of it?"),
        max_length=400,
        help_text=gettext_lazy(
            "One line, with a figure if there is one: errors from 2.1% to 0.4%."
        ),
    )


class BringForm(forms.Form):
    text = forms.CharField(
        label=gettext_lazy("What your friend sent back"),
        required=False,
        max_length=MOST,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=gettext_lazy("The gathered text, or their mail with your sentences quoted."),
    )
    file = forms.FileField(label=gettext_lazy("Or the file they sent"), required=False)


def _found(visit: Visit, key: UUID) -> record.Letter:
    rows = record.Letter.objects.select_related("case__company", "person", "discard", "sending")
    found: record.Letter = finding.one(visit, rows, key)
    return found


@require_GET
def eyes(request: HttpRequest, key: UUID) -> HttpResponse:
    visit = Visit.of(request)
    letter = _found(visit, key)
    shown = page.build(letter, visit)
    return visit.show("second_eyes.html", shown, here="letters", form=BringForm())


@require_POST
def waive(request: HttpRequest, key: UUID) -> HttpResponse:
    visit = Visit.of(request)
    letter = _found(visit, key)
    if request.POST.get("back") == "yes":
        given = record.Waiver.objects.filter(letter=letter).first()
        if given is not None:
            given.take_back(at=visit.now)
        return visit.done(_("It rests."), to("letter-eyes", letter.pk))
    why = " ".join(request.POST.get("why", "").split())
    record.Waiver.give(letter=letter, why=why, at=visit.now)
    return visit.done(_("It may go now; you decided so."), to("letter-eyes", letter.pk))


@form_view
def tell(request: HttpRequest, key: UUID, remark: UUID) -> HttpResponse:
    """The three-line form, where no story answers what they said."""
    visit = Visit.of(request)
    letter = _found(visit, key)
    said = finding.one(visit, record.Remark.objects.select_related("case__company"), remark)
    form = ThreeLines(data(visit))
    back = to("letter-eyes", letter.pk)
    if form.is_bound and form.is_valid():
        try:
            second_eyes.tell(letter, said, now=visit.now, **form.cleaned_data)
        except UserError as problem:
            return visit.done(problem, back, level=messages.WARNING)
        return visit.done(_("Kept as a story; letters can rest on it now."), back)
    return ask(
        visit,
        form,
        title=_("Three lines are enough"),
        lead=f"“{said.quote}”",
        back=back,
        here="letters",
    )


@require_GET
def sheet(request: HttpRequest, key: UUID) -> HttpResponse:
    """The page for a friend, as a file: it is handed out, never shown under our own roof."""
    visit = Visit.of(request)
    made = second_eyes.sheet(_found(visit, key), now=visit.now)
    answer = HttpResponse(made, content_type="text/html; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="letter-to-read.html"'
    return answer


@require_POST
def comments(request: HttpRequest, key: UUID) -> HttpResponse:
    visit = Visit.of(request)
    letter = _found(visit, key)
    form = BringForm(request.POST, request.FILES)
    back = to("letter-eyes", letter.pk)
    if not form.is_valid():
        shown = page.build(letter, visit)
        return visit.show("second_eyes.html", shown, here="letters", form=form, status=422)
    text = form.cleaned_data["text"]
    if (file := form.cleaned_data["file"]) is not None:
        text += "\n" + file.read(MOST).decode("utf-8", "replace")
    try:
        n = second_eyes.bring_back(letter, text, now=visit.now)
    except UserError as problem:
        return visit.done(problem, back, level=messages.WARNING)
    return visit.done(_("%(n)d new comments stand beside their sentences.") % {"n": n}, back)


@require_POST
def done(request: HttpRequest, key: UUID) -> HttpResponse:
    visit = Visit.of(request)
    comment = finding.one(visit, record.Comment.objects.select_related("letter"), key)
    comment.settle(at=visit.now)
    return visit.done(_("Noted."), to("letter-eyes", comment.letter_id))
