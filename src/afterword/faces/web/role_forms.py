"""Forms of adverts: a link, words, a file; and whose an advert is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class _ForCase(forms.Form):
    """With the case it is about; left open, it is found by the firm and the title, or asked."""

    def __init__(self, *args: Any, cases: Iterable[Any] = (), **more: Any) -> None:
        super().__init__(*args, **more)
        known = [(str(one.pk), str(one)) for one in cases]
        self.fields["case"] = forms.ChoiceField(
            label=_("Which case?"), choices=[("", _("Find it by itself")), *known], required=False
        )


class LinkForm(_ForCase):
    url = forms.URLField(
        label=_("Address of the advert"),
        max_length=2000,
        assume_scheme="https",
        help_text=_("It is looked at once, now. The site sees a visit, and nothing about you."),
    )


class WordsForm(_ForCase):
    title = forms.CharField(
        label=_("Title"), max_length=300, required=False,
        help_text=_("Only where the text does not begin with it."),
    )  # fmt: skip
    text = forms.CharField(
        label=_("The advert’s text"), max_length=200_000, widget=forms.Textarea(attrs={"rows": 6})
    )


class PaperForm(_ForCase):
    file = forms.FileField(label=_("A saved page or paper"))


class WhoseForm(forms.Form):
    def __init__(self, *args: Any, cases: Iterable[Any] = (), **more: Any) -> None:
        super().__init__(*args, **more)
        known = [(str(one.pk), str(one)) for one in cases]
        self.fields["case"] = forms.ChoiceField(label=_("Another case"), choices=known)


class LeadForm(forms.Form):
    company = forms.CharField(label=_("Firm"), max_length=300)
    role = forms.CharField(label=_("Role"), max_length=300, required=False)
