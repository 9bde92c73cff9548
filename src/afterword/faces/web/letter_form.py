"""The form in which a letter's words are changed."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class LetterForm(forms.Form):
    """The words of a letter. `seen` names those the page showed: others may have been written since."""

    seen = forms.CharField(required=False, widget=forms.HiddenInput)
    subject = forms.CharField(label=_("Subject"), required=False, max_length=300)
    text = forms.CharField(
        label=_("The letter"),
        required=False,  # an emptied page is kept as one
        widget=forms.Textarea(attrs={"rows": 18}),
        help_text=_("Square brackets mark what is still missing."),
    )
