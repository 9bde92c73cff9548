"""What a person can tell of a referee, and of a good turn: few fields, nearly all optional."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from afterword.faces.web import words
from afterword.faces.web.dated import DayField
from afterword.faces.web.forms import choices
from afterword.terms import ReferenceKind, ReferenceSignal, ReferenceStatus


class NewRefereeForm(forms.Form):
    """Someone known is found by address or by the whole name; else they are added."""

    name = forms.CharField(label=_("Name"), max_length=200)
    email = forms.EmailField(label=_("Address"), required=False, max_length=320)
    company = forms.CharField(label=_("Where they work now"), required=False, max_length=300)
    kind = forms.ChoiceField(
        label=_("What they are to you"),
        choices=choices(words.REFEREE_KIND),
        initial=ReferenceKind.MANAGER,
    )
    about = forms.CharField(
        label=_("What they saw you do"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("A fact they can tell from their own eyes is worth more than praise."),
    )


class RefereeForm(forms.Form):
    kind = forms.ChoiceField(label=_("What they are to you"), choices=choices(words.REFEREE_KIND))
    status = forms.ChoiceField(
        label=_("How far it has come"),
        choices=choices(words.REFEREE),
        initial=ReferenceStatus.CANDIDATE_IDEA,
    )
    consent_on = DayField(
        label=_("The day they agreed"),
        required=False,
        past=True,
        help_text=_("Without it nobody is named to a firm."),
    )
    about = forms.CharField(
        label=_("What they saw you do"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    will_say = forms.CharField(
        label=_("What they said they will say"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("In their words. To agree is one thing, to praise another: ask them."),
    )
    signal = forms.ChoiceField(
        label=_("What you expect of it"),
        choices=choices(words.REFEREE_SIGNAL),
        initial=ReferenceSignal.UNKNOWN,
    )
    told_on = DayField(label=_("Last told how things stand"), required=False, past=True)
    note = forms.CharField(
        label=_("Your note"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Write as if they may read it one day."),
    )


class AgreeForm(forms.Form):
    on = DayField(label=_("The day they agreed"), past=True)
    will_say = forms.CharField(
        label=_("What they said they will say"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class FavourForm(forms.Form):
    way = forms.ChoiceField(
        label=_("Who did it"), choices=choices(words.FAVOUR_WAY), widget=forms.RadioSelect
    )
    kind = forms.ChoiceField(label=_("What it was"), choices=choices(words.FAVOUR))
    what = forms.CharField(label=_("In a few words"), required=False, max_length=300)
    on = DayField(label=_("When"))
    returned = DayField(
        label=_("The day you told them what came of it"),
        required=False,
        past=True,
        help_text=_("Empty if you have not yet, or if it needs no answer."),
    )
