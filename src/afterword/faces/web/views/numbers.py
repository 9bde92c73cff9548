"""Numbers: is the search spread widely enough, and what may come of it?"""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from afterword.desk.day import numbers as desk
from afterword.faces.web.pages import numbers as page
from afterword.faces.web.visit import Visit


@require_GET
def numbers(request: HttpRequest) -> HttpResponse:
    visit = Visit.of(request)
    everything = request.GET.get("which") == "all"
    sheet = desk.numbers(
        visit.account, visit.now, by=_day(request.GET.get("by", "")), everything=everything
    )
    built = page.build(visit, sheet, everything=everything)
    return visit.show("numbers.html", built, here="numbers")


def _day(word: str) -> date | None:
    """A day as typed; what is no day asks for nothing."""
    try:
        return date.fromisoformat(word)
    except ValueError:
        return None
