"""The page its user looks at, handed in by their browser: by the extension, or by a bookmark.

Neither has a session; each request carries a key, and a key can hand in and do nothing else. What
comes is hostile input like every page: it is parsed, kept as an advert or refused, never run, and
an advert that fits no case waits for its owner. The bookmark's key lies open to the pages it is
used on, so what it brings must come from the site whose address it names.
"""

from __future__ import annotations

import json
import re
import threading
from collections import defaultdict, deque
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from afterword.desk.watch import roles
from afterword.errors import AfterwordError
from afterword.faces import clock
from afterword.members.models import whose_browser

#: Told by the key in extension/manifest.json; no other extension can have it.
EXTENSION = "chrome-extension://knadofcglhellghpnljhaefpbhkcdmca"
#: Firefox gives each installation an origin of its own; there the key alone tells.
_FIREFOX = re.compile(r"^moz-extension://[0-9a-f-]{36}$")
#: The largest body, and how many pages are taken in how long; wrong keys count as well.
LARGEST, MOST, WITHIN = 9 * 1024 * 1024, 30, timedelta(minutes=5)

_came: dict[str, deque[datetime]] = defaultdict(deque)
_lock = threading.Lock()


class _Refused(Exception):
    """Not taken: the status and the words for the user."""

    def __init__(self, status: int, says: str) -> None:
        super().__init__(says)
        self.status, self.says = status, says


@csrf_exempt  # no cookie is read here; the key in a header is what no other page can send
@require_http_methods(["POST", "OPTIONS"])
def page(request: HttpRequest) -> HttpResponse:
    """From the extension: JSON with url and html, the key in a header; the answer is JSON."""
    origin = request.headers.get("Origin", "")
    if origin not in ("", EXTENSION) and not _FIREFOX.match(origin):
        return _json(request, {"error": _("Only the extension may ask here.")}, 403)
    if request.method == "OPTIONS":
        answer = HttpResponse(status=204 if origin == EXTENSION else 403)
        return _shared(request, answer)
    try:
        _small(request)
        key = request.headers.get("X-Afterword-Key", "")
        came = _keep(key, "extension", lambda: _sent(request))
    except _Refused as problem:
        return _json(request, {"error": problem.says}, problem.status)
    except AfterwordError as problem:
        return _json(request, {"error": str(problem)}, 422)
    said = {
        "kept": str(came.kept),
        "new": came.new,
        "changes": [one.says for one in came.changes],
        "case": str(came.kept.case) if came.kept.case else "",
        "page": reverse("web:role", args=[came.kept.pk]),
    }
    return _json(request, said, 200)


@csrf_exempt  # as above; the key is in the form, and the browser says which site sent it
@require_POST
def bookmark(request: HttpRequest) -> HttpResponse:
    """From the bookmark: a form in a tab of its own; the answer is a page of a few words."""
    try:
        if request.headers.get("Sec-Fetch-Mode", "navigate") != "navigate":
            raise _Refused(403, _("Only a bookmark may ask here."))
        _small(request)
        came = _keep(request.POST.get("key", ""), "bookmark", lambda: _form(request))
    except _Refused as problem:
        return _say(request, problem.status, why=problem.says)
    except AfterwordError as problem:
        return _say(request, 422, why=str(problem))
    changes = [one.says for one in came.changes]
    return _say(request, 200, kept=came.kept, new=came.new, changes=changes)


def _keep(key: str, kind: str, given: Any) -> roles.Kept:
    now = clock.now()
    account = whose_browser(key[:200], kind, at=now) if key else None
    # Wrong keys share one measure, so that nobody can try many.
    _measured(str(account.id) + kind if account is not None else "", now)
    if account is None:
        raise _Refused(
            403, _("This key opens nothing. Make a new one under Settings, Your browser.")
        )
    url, html = given()
    if not url.startswith(("https://", "http://")) or not url.isprintable() or not html:
        raise _Refused(400, _("That is no page of the web."))
    return roles.keep_page(account.id, html, url, now=now)


def _measured(who: str, now: datetime) -> None:
    with _lock:
        times = _came[who]
        while times and times[0] <= now - WITHIN:
            times.popleft()
        if len(times) >= MOST:
            raise _Refused(
                429, _("That was a lot of pages at once. Wait five minutes, then go on.")
            )
        times.append(now)


def _small(request: HttpRequest) -> None:
    """Refuse a body that is too large, or does not say how large it is, before it is read."""
    said = request.META.get("CONTENT_LENGTH") or ""
    if not str(said).isdecimal():
        raise _Refused(411, _("How large the page is was not said."))
    if int(said) > LARGEST:
        raise _Refused(413, _("The page is larger than any advert. Paste its text instead."))


def _sent(request: HttpRequest) -> tuple[str, str]:
    try:
        given = json.loads(request.body)
    except (ValueError, RecursionError):
        given = None
    url, html = (given.get("url"), given.get("html")) if isinstance(given, dict) else (None, None)
    if not isinstance(url, str) or not isinstance(html, str):
        raise _Refused(400, _("That is no page of the web."))
    return url[:4000], html


def _form(request: HttpRequest) -> tuple[str, str]:
    url, origin = request.POST.get("url", "")[:4000], request.headers.get("Origin", "")
    if origin in ("", "null"):
        raise _Refused(
            403, _("This site does not say who it is. Use the extension, or paste the text.")
        )
    if _site(origin) != _site(url):
        raise _Refused(403, _("The page and the address it names are not of one site."))
    return url, request.POST.get("html", "")


def _site(url: str) -> tuple[str, str]:
    try:
        parts = urlsplit(url)
        return parts.scheme, parts.netloc.lower()
    except ValueError:
        return "", url


def _json(request: HttpRequest, said: dict[str, Any], status: int) -> HttpResponse:
    return _shared(request, JsonResponse(said, status=status))


def _shared(request: HttpRequest, answer: HttpResponse) -> HttpResponse:
    """Let our own extension read the answer, and nobody else."""
    answer["Vary"] = "Origin"
    if request.headers.get("Origin") == EXTENSION:
        answer["Access-Control-Allow-Origin"] = EXTENSION
        answer["Access-Control-Allow-Methods"] = "POST"
        answer["Access-Control-Allow-Headers"] = "content-type, x-afterword-key"
        answer["Access-Control-Allow-Private-Network"] = "true"
        answer["Cross-Origin-Resource-Policy"] = "cross-origin"
    return answer


def _say(request: HttpRequest, status: int, **said: Any) -> HttpResponse:
    return render(request, "handed_in.html", said, status=status)
