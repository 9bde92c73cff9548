"""Words that may not have been lawful: the facts of one case, and the user's own word on it."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from afterword.desk import morning
from afterword.desk.cases import lawful as desk
from afterword.faces.web.pages import lawful as page
from afterword.faces.web.views import finding
from afterword.faces.web.views.adding import form_view
from afterword.faces.web.visit import Visit, to


@form_view
def lawful(request: HttpRequest, key: UUID) -> HttpResponse:
    visit = Visit.of(request)
    found = finding.case(visit, key)
    if request.method == "POST":
        so = request.POST.get("so", "")
        if so not in ("yes", "no"):
            raise Http404
        desk.answer(found, so == "yes", visit.now)
        morning.plan_case(found, visit.now)
        return visit.done(_("Noted. You can say otherwise at any time."), to("lawful", found.pk))
    return visit.show("lawful.html", page.build(found, visit), here="cases")
