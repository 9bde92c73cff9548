"""The user's dates as a calendar that another program on this machine subscribes to.

Off until it is turned on; then the address holds a key, and whoever has the address can read the
dates. It is answered on this machine only, like every other page. Taking the key back closes it.
"""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from afterword.desk.day import agenda
from afterword.faces import clock
from afterword.members.models import whose_feed


@require_safe
def calendar(request: HttpRequest, token: str) -> HttpResponse:
    """Interviews, promised dates and touches due, as they stand now; seals are kept."""
    now = clock.now()
    account = whose_feed(token, at=now)
    if account is None:
        raise Http404
    answer = HttpResponse(agenda.ics(account.id, now), content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = 'inline; filename="afterword.ics"'
    answer["Cache-Control"] = "private, no-store"
    answer["Referrer-Policy"] = "no-referrer"
    return answer
