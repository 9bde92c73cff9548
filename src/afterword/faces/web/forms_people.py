"""What can be told of people beyond one case: where they went, what they bring to their team."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from afterword.faces.web.dated import DayField


class MoveForm(forms.Form):
    company = forms.CharField(label=_("Their new firm"), max_length=300)
    title = forms.CharField(label=_("What they do there"), required=False, max_length=200)
    on = DayField(label=_("Since when"))
    source = forms.CharField(
        label=_("How do you know"),
        required=False,
        max_length=200,
        help_text=_("They told you, their firm's site, a public notice."),
    )


class TeamNotesForm(forms.Form):
    """What they bring to their team, and what the user would add to its mix (S0-09)."""

    brings = forms.CharField(
        label=_("What they bring to the team"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("From their own site or annual report. Write as if they may read it one day."),
    )
    beside = forms.CharField(
        label=_("What you would add beside them"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class TeamForm(TeamNotesForm):
    name = forms.CharField(label=_("Name"), max_length=200)
    title = forms.CharField(label=_("What they do there"), required=False, max_length=200)
    field_order = ["name", "title", "brings", "beside"]
