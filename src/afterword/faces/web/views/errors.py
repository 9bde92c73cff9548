"""What happened, what was kept, what to do."""

from __future__ import annotations

import sys

from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from afterword.faces import faults


def refused(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """A request that cannot be answered; under a name that is not ours most of all."""
    why = "another name" if isinstance(exception, DisallowedHost) else "odd"
    answer = render(request, "door.html", {"why": why}, status=400)
    answer.headers["Cache-Control"] = "no-store"
    return answer


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "403.html", status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "404.html", status=404)


def broken(request: HttpRequest) -> HttpResponse:
    # Asked while it is handled, so this is what broke.
    away = faults.away(sys.exc_info()[1])
    return render(request, "500.html", {"away": away}, status=503 if away else 500)
