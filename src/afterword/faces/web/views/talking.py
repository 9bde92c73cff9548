"""A plan before the verdict, in the user's own words (P02)."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from afterword.casebook.looking_back import IfThen
from afterword.desk import morning
from afterword.desk.cases import talking
from afterword.faces.web.views import finding
from afterword.faces.web.views.adding import ask, data, form_view
from afterword.faces.web.visit import Visit, to


class PlanForm(forms.Form):
    then = forms.CharField(
        label=gettext_lazy("If it is a no, then I will …"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    second_target = forms.CharField(
        label=gettext_lazy("And the next target, in motion before they answer"),
        max_length=1000,
        required=False,
    )


@form_view
def plan(request: HttpRequest, key: UUID) -> HttpResponse:
    """If it is a no, then I will …: when, where and how; written by the user, suggested by nobody."""
    visit = Visit.of(request)
    case = finding.case(visit, key)
    kept = IfThen.objects.filter(case=case).first()
    initial = {"then": kept.then, "second_target": kept.second_target} if kept else {}
    form = PlanForm(data(visit), initial=initial)
    form.fields["then"].help_text = _("When, where and how. For instance %(what)s") % {
        "what": " ".join(talking.Talking().prompts)
    }
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        IfThen.write(
            case=case, then=given["then"], second_target=given["second_target"], at=visit.now
        )
        morning.plan_case(case, visit.now)
        return visit.done(_("Kept, for you alone."), to("case", case.pk))
    return ask(
        visit,
        form,
        title=_("A plan for either answer"),
        lead=_("A plan made beforehand carries better than courage on the day."),
        case=case,
    )
