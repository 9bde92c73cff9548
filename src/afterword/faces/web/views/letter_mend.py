"""A mend from the margin put into the letter by one click; Undo takes it back."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from afterword.desk.letters import letter_mends
from afterword.desk.mail import sending
from afterword.errors import UserError
from afterword.faces.web.views.letter import _found
from afterword.faces.web.visit import Visit, to


@require_POST
def mend(request: HttpRequest, key: UUID) -> HttpResponse:
    """Put in what the note offers; where the letter has changed since, nothing is touched."""
    visit = Visit.of(request)
    found = _found(visit, key)
    if found.state not in ("draft", "approved") or sending.is_unsettled(found):
        raise Http404
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
