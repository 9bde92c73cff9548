"""Your browser: make the keys by which it hands pages in, and take them back."""

from __future__ import annotations

from pathlib import Path

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from afterword.faces import clock
from afterword.faces.web.pages import browser as page
from afterword.faces.web.visit import Visit, to
from afterword.members import models as members

KINDS = ("extension", "bookmark")


def _folder() -> str:
    """Where the extension lies, when the program runs from its own folder; "" when it does not."""
    found = Path(__file__).resolve().parents[5] / "extension"
    return str(found) if (found / "manifest.json").is_file() else ""


def _show(visit: Visit, fresh: tuple[str, str] = ("", "")) -> HttpResponse:
    keys = members.browser_keys(visit.request.account)  # type: ignore[attr-defined]
    given = page.build(visit, keys, folder=_folder(), fresh=fresh)
    return visit.show("browser.html", given)


@require_GET
def browser(request: HttpRequest) -> HttpResponse:
    return _show(Visit.of(request))


@require_POST
def key(request: HttpRequest) -> HttpResponse:
    """A fresh key, shown this once: only its hash is kept."""
    visit = Visit.of(request)
    kind = _kind(request)
    account = request.account  # type: ignore[attr-defined]
    made = members.make_browser_key(account, kind, at=clock.now())
    return _show(visit, (kind, made))


@require_POST
def off(request: HttpRequest) -> HttpResponse:
    visit = Visit.of(request)
    members.drop_browser_keys(request.account, _kind(request))  # type: ignore[attr-defined]
    return visit.done(_("The key opens nothing any more."), to("browser"))


def _kind(request: HttpRequest) -> str:
    kind = request.POST.get("kind", "")
    if kind not in KINDS:
        raise Http404
    return kind
