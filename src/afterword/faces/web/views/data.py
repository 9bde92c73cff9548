"""Your data: out, back, the copies, and going back to one."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from afterword.desk.whole import archive, going_back, keeping, tables
from afterword.errors import UserError
from afterword.faces.door import SESSION_KEY
from afterword.faces.web import data_forms
from afterword.faces.web.pages import data as page
from afterword.faces.web.views.adding import ask, data, form_view
from afterword.faces.web.visit import Visit, to


@require_GET
def your_data(request: HttpRequest) -> HttpResponse:
    return _show(Visit.of(request))


def _show(visit: Visit, form: Any = None) -> HttpResponse:
    status = 422 if form is not None else 200
    shown = form or data_forms.BringBackForm()
    return visit.show("data.html", page.build(visit), form=shown, status=status)


@require_POST
def export(request: HttpRequest) -> FileResponse:
    """Everything of this account as a zip, written to a file that goes when it is sent."""
    visit = Visit.of(request)
    return _handed_over(lambda folder: archive.pack(visit.account, folder, at=visit.now))


@require_POST
def csv_tables(request: HttpRequest) -> FileResponse:
    visit = Visit.of(request)
    return _handed_over(lambda folder: tables.pack(visit.account, folder, at=visit.now))


def _handed_over(pack: Any) -> FileResponse:
    folder = tempfile.TemporaryDirectory(dir=settings.HOME, prefix="export-")
    path = pack(Path(folder.name))
    # Closed in this order by the answer: the file first, then its folder.
    answer = FileResponse(path.open("rb"), as_attachment=True, filename=path.name)
    answer._resource_closers.append(folder.cleanup)  # type: ignore[attr-defined]
    return answer


@require_POST
def bring_back(request: HttpRequest) -> HttpResponse:
    """A zip from the browser: into an empty casebook all of it, else nothing with the reason."""
    visit = Visit.of(request)
    form = data_forms.BringBackForm(request.POST, request.FILES)
    if not form.is_valid():
        return _show(visit, form)
    with tempfile.TemporaryDirectory(dir=settings.HOME, prefix="bring-back-") as folder:
        path = Path(folder) / "archive.zip"
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as out:
            for part in form.cleaned_data["archive"].chunks():
                out.write(part)
        try:
            back = archive.bring_back(visit.account, path)
        except UserError as problem:
            form.add_error("archive", str(problem))
            return _show(visit, form)
    if back.again:
        says = _("Everything in it is here already. Nothing was changed.")
        return visit.done(says, to("data"), level=messages.INFO)
    # It has the identity now that it had when it was written.
    request.session[SESSION_KEY] = str(back.account)
    says = _(
        "Brought back, as it stood %(when)s. Passwords were not in it: give them again where mail "
        "is kept in step."
    ) % {"when": visit.clock.moment(back.made_at)}
    return visit.done(says, to("today"), level=messages.INFO)


@require_POST
def backup(request: HttpRequest) -> HttpResponse:
    visit = Visit.of(request)
    try:
        path = keeping.backup(Path(settings.HOME), at=visit.now)
    except UserError as problem:
        return visit.done(problem, to("data"), level=messages.WARNING)
    says = _("Copied and checked: %(path)s") % {"path": path}
    return visit.done(says, to("data"), level=messages.INFO)


@form_view
def restore(request: HttpRequest) -> HttpResponse:
    """Back to a day: asked once, since all that came later is set aside."""
    visit = Visit.of(request)
    home, name = Path(settings.HOME), request.GET.get("copy", "")
    try:
        path = keeping.one_of(home, name)
    except UserError as problem:
        return visit.done(problem, to("data"), level=messages.WARNING)
    form = data_forms.GoBackForm(data(visit))
    if form.is_bound and form.is_valid():
        try:
            kept = going_back.restore(home, path, at=visit.now)
        except UserError as problem:
            return visit.done(problem, to("data"), level=messages.WARNING)
        # The keys of that day are not those of today: this browser stays let in.
        account = request.session[SESSION_KEY]
        request.session.flush()
        request.session[SESSION_KEY] = account
        says = _("Back at that day. What stood here before lies among the backups: %(name)s") % {
            "name": kept.name if kept else ""
        }
        return visit.done(says, to("data"), level=messages.INFO)
    return ask(
        visit,
        form,
        title=_("Go back to a backup"),
        lead=_(
            "The casebook becomes what it was %(when)s. What stands in it now is kept as a backup "
            "first, so you can return. Mail that came since is read again by itself."
        )
        % {"when": visit.clock.moment(_at(home, name))},
        button=_("Go back"),
        back=to("data"),
        here="",
    )


def _at(home: Path, name: str) -> Any:
    return next(one.at for one in keeping.copies(home) if one.name == name)


@require_POST
def copy_check(request: HttpRequest) -> HttpResponse:
    visit = Visit.of(request)
    try:
        keeping.check(Path(settings.HOME), request.POST.get("name", ""), at=visit.now)
    except UserError as problem:
        return visit.done(problem, to("data"), level=messages.WARNING)
    return visit.done(_("It is whole."), to("data"), level=messages.INFO)


@require_POST
def copy_remove(request: HttpRequest) -> HttpResponse:
    visit = Visit.of(request)
    keeping.remove(Path(settings.HOME), request.POST.get("name", ""))
    return visit.done(_("Removed."), to("data"), level=messages.INFO)
