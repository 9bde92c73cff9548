"""A coach's own plays: write them, see what is wrong or what would change, use them."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from afterword.desk.you import playbook
from afterword.faces.web.pages import own_plays as page
from afterword.faces.web.views.adding import form_view
from afterword.faces.web.visit import Visit, to

MOST = 40_000


class OwnPlaysForm(forms.Form):
    text = forms.CharField(
        label=gettext_lazy("The plays, as TOML"),
        required=False,
        strip=False,
        max_length=MOST,
        widget=forms.Textarea(
            attrs={
                "rows": 16,
                "spellcheck": "false",
                "autocapitalize": "off",
                "class": "plain-type",
            }
        ),
        help_text=gettext_lazy(
            "Ours can be made stricter, never looser: guardrails, caps and stop rules stay."
        ),
    )


@form_view
def own_plays(request: HttpRequest) -> HttpResponse:
    visit = Visit.of(request)
    kept = playbook.text_of(visit.account)
    if request.method != "POST":
        form = OwnPlaysForm(initial={"text": kept})
        return visit.show("own_plays.html", page.build(visit, kept), here="settings", form=form)
    form = OwnPlaysForm(request.POST)
    text = request.POST.get("text", "").replace("\r\n", "\n")
    if not form.is_valid():
        shown = page.build(visit, text)
        return visit.show("own_plays.html", shown, here="settings", form=form, status=422)
    found = playbook.preview(visit.account, text, visit.now)
    if request.POST.get("do") == "use" and not found.faults:
        playbook.use(visit.account, text, visit.now)
        says = _("They are used from now on.") if text.strip() else _("Ours alone are in force.")
        return visit.done(says, to("own-plays"))
    status = 422 if found.faults else 200
    shown = page.build(visit, text, found)
    return visit.show("own_plays.html", shown, here="settings", form=form, status=status)
