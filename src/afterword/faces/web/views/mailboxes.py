"""Where the mail is, and how far it is read."""

from __future__ import annotations

import shutil
import tempfile
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from afterword.desk.mail import mailroom
from afterword.errors import AfterwordError
from afterword.faces import trying
from afterword.faces.passing import PASSING
from afterword.faces.web import forms, readings
from afterword.faces.web.pages import welcome as page
from afterword.faces.web.visit import SeeOther, Visit, to

#: How far back a mail account is read unless another day is chosen.
A_YEAR = timedelta(days=365)


@require_GET
def welcome(request: HttpRequest) -> HttpResponse:
    return _show(Visit.of(request))


@require_GET
def mailboxes(request: HttpRequest) -> HttpResponse:
    return _show(Visit.of(request))


def _show(visit: Visit, *, says: str = "", **bound: Any) -> HttpResponse:
    """The page of doors; a form that failed keeps what was typed, with the sentence that says why."""
    since = visit.clock.today - A_YEAR
    doors = {
        "path_form": forms.PathForm(auto_id="path-%s"),
        "file_form": forms.FileForm(auto_id="file-%s"),
        "paste_form": forms.PasteForm(auto_id="paste-%s"),
        "imap_form": forms.ImapForm(auto_id="imap-%s", initial={"since": since}),
    }
    given = page.build(visit, errors=(says,) if says else ())
    status = 422 if bound or says else 200
    return visit.show("welcome.html", given, **{**doors, **bound}, status=status)


@require_http_methods(["GET", "POST"])
def example(request: HttpRequest) -> HttpResponse:
    """The invented example, in a program and a home of its own: begun here, then waited for."""
    visit = Visit.of(request)
    if request.method == "POST":
        trying.begin()
        return SeeOther(to("example"))
    try:
        link = trying.link()
    except AfterwordError as problem:
        return visit.show("example.html", page.example(failed=str(problem)))
    # By the name this page was asked under: a browser keeps 127.0.0.1 and localhost apart.
    host = request.get_host().rpartition(":")[0] or request.get_host()
    link = link.replace("127.0.0.1", host, 1)
    if link and visit.in_place:
        answer = HttpResponse(status=204)
        answer["HX-Redirect"] = link
        return answer
    template = "example.html#state" if visit.in_place else "example.html"
    return visit.show(template, page.example(link=link))


def _begin(
    visit: Visit, name: str, door: Any, *, passing: Path | None = None, **bound: Any
) -> HttpResponse:
    """The page that tells how far it is; while another is read, the doors again with what was typed."""
    reading, took = readings.begin(visit.account, name, door, passing=passing)
    if took:
        return SeeOther(to("progress", reading.id))
    says = _(
        "Another reading is still under way (%(other)s), and two at once would get in each other’s "
        "way. Nothing was taken of %(name)s yet. Press the button once more when that has ended."
    )
    if "paste_form" in bound:
        says += " " + _("Your words still stand below.")
    return _show(visit, says=says % {"other": reading.name, "name": name}, **bound)


@require_POST
def read_path(request: HttpRequest) -> HttpResponse:
    visit = Visit.of(request)
    form = forms.PathForm(request.POST, auto_id="path-%s")
    if not form.is_valid():
        return _show(visit, path_form=form)
    path = Path(form.cleaned_data["path"]).expanduser()
    try:
        # Opened once here, so that a wrong path is said beside the field and not on another page.
        mailroom.mailbox_at(path)
    except AfterwordError as problem:
        return _show(visit, says=str(problem), path_form=form)
    return _begin(visit, path.name, lambda: mailroom.mailbox_at(path), path_form=form)


@require_POST
def read_file(request: HttpRequest) -> HttpResponse:
    """A file from the browser: kept under the program's own roof while it is read, then removed."""
    visit = Visit.of(request)
    form = forms.FileForm(request.POST, request.FILES, auto_id="file-%s")
    if not form.is_valid():
        return _show(visit, file_form=form)
    given: UploadedFile[Any] = form.cleaned_data["file"]
    name = given.name or _("a file")
    path = _kept(given)
    try:
        box = mailroom.Dropped(path, name)
    except AfterwordError as problem:
        shutil.rmtree(path.parent, ignore_errors=True)
        says = str(problem).replace(str(path), name)
        return _show(visit, says=says, file_form=form)
    return _begin(visit, name, lambda: box, passing=path.parent, file_form=form)


def _kept(given: UploadedFile[Any]) -> Path:
    """The file under its own name, in a folder of its own: whatever is said of it names it so."""
    folder = Path(tempfile.mkdtemp(dir=settings.HOME, prefix=PASSING))
    path = folder / Path(given.name or "file").name
    with path.open("wb") as kept:
        for part in given.chunks():
            kept.write(part)
    return path


@require_POST
def read_pasted(request: HttpRequest) -> HttpResponse:
    visit = Visit.of(request)
    form = forms.PasteForm(request.POST, auto_id="paste-%s")
    if not form.is_valid():
        return _show(visit, paste_form=form)
    text = form.cleaned_data["text"]
    box = mailroom.Pasted(text, received=visit.now)
    return _begin(visit, _("what you pasted"), lambda: box, paste_form=form)


@require_POST
def read_imap(request: HttpRequest) -> HttpResponse:
    """The password lives in this request and the thread that reads; it is written nowhere."""
    visit = Visit.of(request)
    form = forms.ImapForm(request.POST, auto_id="imap-%s")
    if not form.is_valid():
        return _show(visit, imap_form=form)
    given = form.cleaned_data

    def door() -> Any:
        return mailroom.mailbox_on_server(
            given["host"],
            given["user"],
            given["password"],
            port=given["port"],
            since=given["since"],
        )

    return _begin(visit, given["host"], door, imap_form=form)


def _reading(visit: Visit, key: str) -> readings.Reading:
    found = readings.of(visit.account, key)
    if found is None:
        raise Http404
    return found


@require_GET
def progress(request: HttpRequest, key: str) -> HttpResponse:
    visit = Visit.of(request)
    given = page.progress(_reading(visit, key))
    return visit.show("progress.html#state" if visit.in_place else "progress.html", given)


@require_POST
def stop(request: HttpRequest, key: str) -> HttpResponse:
    visit = Visit.of(request)
    _reading(visit, key).asked_to_stop.set()
    return SeeOther(to("progress", key))
