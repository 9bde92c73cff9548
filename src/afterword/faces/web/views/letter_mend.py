"""What is put into a letter where it stands: a mend from the margin, words for an open place; Undo takes it back."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from afterword.casebook import models as record
from afterword.desk.letters import letter_mends, open_places
from afterword.desk.mail import sending
from afterword.errors import UserError
from afterword.faces.web.views.letter import _found
from afterword.faces.web.visit import Visit, to


@require_POST
def mend(request: HttpRequest, key: UUID) -> HttpResponse:
    """Put in what the note offers; where the letter has changed since, nothing is touched."""
    visit = Visit.of(request)
    found = _open(visit, key)
    given = request.POST
    try:
        start, end = int(given.get("start", "")), int(given.get("end", ""))
    except ValueError:
        raise Http404 from None
    said = given.get("said", "").replace("\r\n", "\n")
    back = to("letter", found.pk)
    try:
        letter_mends.mend(found, start, end, said, given.get("text", ""), now=visit.now)
    except UserError as problem:
        return visit.done(problem, back, level=messages.WARNING)
    return visit.done(_("Put in. Undo takes it back."), back)


@require_POST
def fill(request: HttpRequest, key: UUID) -> HttpResponse:
    """Put the words given for the open places where they stand, or take one out with its sentence."""
    visit = Visit.of(request)
    found = _open(visit, key)
    back = to("letter", found.pk) + "#sheet"
    out = request.POST.get("out", "")
    try:
        if out:
            one = _given(visit, out)
            open_places.take_out(found, one.said, one.turn, now=visit.now)
            return visit.done(_("Taken out. Undo brings it back."), back)
        numbers = [key.removeprefix("said-") for key in request.POST if key.startswith("said-")]
        given = [_given(visit, number) for number in numbers]
        filled = open_places.fill(found, given, now=visit.now)
    except UserError as problem:
        return visit.done(problem, back, level=messages.WARNING)
    if not filled:
        # A warning: beside a word that says so, "Undo" would take back something else.
        says = _("Write what belongs there first; nothing was changed.")
        return visit.done(says, back, level=messages.WARNING)
    return visit.done(_("Put in. Undo takes it back."), back)


def _open(visit: Visit, key: UUID) -> record.Letter:
    """The letter, while its words may still be changed."""
    found = _found(visit, key)
    if found.state not in ("draft", "approved") or sending.is_unsettled(found):
        raise Http404
    return found


def _given(visit: Visit, number: str) -> open_places.Filling:
    """What the form says of one place; a story that is chosen stands in where nothing was written."""
    given = visit.request.POST
    said = given.get(f"said-{number}", "").replace("\r\n", "\n")
    turn, words = given.get(f"turn-{number}", ""), given.get(f"words-{number}", "")
    if not said or not turn.isdecimal():
        raise Http404
    story = given.get(f"story-{number}", "")
    if story and not words.strip():
        rows = record.Story.objects.of(visit.account).filter(confidential=False)
        try:
            chosen = rows.filter(pk=UUID(story)).first()
        except ValueError:
            raise Http404 from None
        words = open_places.told(chosen) if chosen is not None else ""
    return open_places.Filling(said, int(turn), words)
