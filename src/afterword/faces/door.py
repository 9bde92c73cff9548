"""The front door: only this machine, only with a key.

Every request must be for the host we listen on (a page elsewhere cannot rebind
its name to us), come from our own pages (Origin, Sec-Fetch-Site), and carry a
session that a one-time link opened.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from urllib.parse import urlsplit
from uuid import UUID

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from django.shortcuts import render
from django.views.decorators.http import require_GET

from afterword.casebook.by_heart import by_heart
from afterword.faces import clock
from afterword.members.models import Account, use_link

LOOPBACK = {"127.0.0.1", "localhost", "[::1]", "::1"}
#: The calendar's address holds a key of its own.
FROM_BROWSER = "/from-browser/"
OPEN_PATHS = ("/open/", "/health", "/static/", "/feed/", FROM_BROWSER)
SESSION_KEY = "account"
#: More than this was not typed but chosen as a file.
MOST_TYPED = 2_000_000
_SECRET = re.compile(r"pass|secret|token|key|code|^to$", re.IGNORECASE)


class Door:
    """Lets in who holds a key; sets `request.account`."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not _from_here(request):
            return _closed(request, "elsewhere")
        if not request.path.startswith(OPEN_PATHS):
            key = request.session.get(SESSION_KEY)
            found = _at_home(UUID(str(key))) if key else []
            if not found:
                return _no_key(request)
            request.account = found[0]  # type: ignore[attr-defined]
        response = self.get_response(request)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        if not request.path.startswith("/static/"):
            response.headers.setdefault("Cache-Control", "no-store")
        return response


def _at_home(key: UUID) -> list[Account]:
    """The account, if this home may open it; of a database that homes share, only its own."""
    return _own(key, settings.HOME_MARK) if settings.HOME_MARK else _account(key)


@by_heart
def _account(key: UUID) -> QuerySet[Account]:
    return Account.objects.filter(id=key)


@by_heart
def _own(key: UUID, mark: str) -> QuerySet[Account]:
    return Account.objects.filter(id=key, home=mark)


def _from_here(request: HttpRequest) -> bool:
    host = request.META.get("HTTP_HOST", "")
    name = urlsplit(f"//{host}").hostname or ""
    if name not in LOOPBACK:
        return False
    if request.path.startswith(FROM_BROWSER) and request.method in ("POST", "OPTIONS"):
        # Comes from another page by its nature; from_browser.py asks who, and for a key.
        return True
    if request.META.get("HTTP_SEC_FETCH_SITE", "") == "cross-site":
        # A link in one's own mail program or terminal is a plain visit to the door itself.
        return request.method == "GET" and request.path.startswith("/open/")
    origin = request.META.get("HTTP_ORIGIN", "")
    return not origin or origin == f"{request.scheme}://{host}"


def _closed(request: HttpRequest, why: str, words: Iterable[str] = ()) -> HttpResponse:
    answer = render(request, "door.html", {"why": why, "words": words}, status=403)
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _no_key(request: HttpRequest) -> HttpResponse:
    """Closed; but who was filling in a form gets their own words back, which nothing else holds.

    No page of ours is stored by the browser, so going back would find this door again and no form.
    """
    if request.method != "POST":
        return _closed(request, "no key")
    return _closed(request, "not kept", _typed(request))


def _typed(request: HttpRequest) -> list[str]:
    """What a person wrote into the form: words, as against choices and secrets."""
    if int(request.META.get("CONTENT_LENGTH") or 0) > MOST_TYPED:
        return []
    try:
        rows = request.POST.lists()
    except (RequestDataTooBig, TooManyFieldsSent, MultiPartParserError, UnreadablePostError):
        return []
    shown = [one for name, all_ in rows if not _SECRET.search(name) for one in all_]
    return [one for one in shown if len(one.split()) > 1]


@require_GET
def open_with_link(request: HttpRequest, token: str) -> HttpResponse:
    """Turns a one-time link into a session, then forgets the link."""
    account = use_link(token, at=clock.now())
    if account is None:
        if request.session.get(SESSION_KEY):
            return HttpResponseRedirect("/")
        return _closed(request, "used")
    request.session.cycle_key()
    request.session[SESSION_KEY] = str(account.id)
    return HttpResponseRedirect("/")


@require_GET
def health(request: HttpRequest) -> HttpResponse:
    """Says that the program answers; nothing about anybody."""
    return HttpResponse("afterword\n", content_type="text/plain")
