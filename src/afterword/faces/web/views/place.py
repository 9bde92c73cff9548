"""Where a firm is and what it does: business days, holidays and usual times hang on it."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from afterword.desk import morning
from afterword.faces.web.placing import PlaceField
from afterword.faces.web.views import finding
from afterword.faces.web.views.adding import ask, data, form_view
from afterword.faces.web.visit import Visit, to

SECTORS = (
    ("", gettext_lazy("not said")),
    ("government", gettext_lazy("government, public service")),
    ("restaurants", gettext_lazy("restaurants")),
    ("other", gettext_lazy("something else")),
)


class PlaceForm(forms.Form):
    country = PlaceField(
        label=gettext_lazy("Country, with its region if it matters"),
        help_text=gettext_lazy(
            "Two letters, such as DE; with a region DE-BY or CA-ON. Business days, holidays and "
            "how long answers take are counted by it."
        ),
    )
    sector = forms.ChoiceField(
        label=gettext_lazy("What they do"),
        choices=SECTORS,
        required=False,
        help_text=gettext_lazy("Public bodies take longer; a question is fair later there."),
    )


@form_view
def place(request: HttpRequest, key: UUID) -> HttpResponse:
    """Say where a firm is; it holds for all its cases."""
    visit = Visit.of(request)
    case = finding.case(visit, key)
    firm = case.company
    sector = firm.sector if firm.sector in dict(SECTORS) else "other"
    form = PlaceForm(data(visit), initial={"country": firm.country, "sector": sector})
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        firm.describe(at=visit.now, country=given["country"], sector=given["sector"])
        morning.freshen(visit.account, visit.now)
        return visit.done(_("Kept. Days are counted by it from now on."), to("case", case.pk))
    lead = _("It holds for every case with %(who)s.") % {"who": firm.name}
    shown = case.as_file(visit.now).country
    if shown and not firm.country:
        lead += " " + _("Their address says %(country)s; that is used until you say otherwise.") % {
            "country": shown
        }
    return ask(visit, form, title=_("Where they are"), lead=lead, case=case)
