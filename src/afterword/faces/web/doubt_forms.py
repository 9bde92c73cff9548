"""What a person can say of a doubt: its kind, whether it can be mended, when it was met, what it is the same as."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from afterword.faces.web import doubt_words
from afterword.faces.web.dated import DayField
from afterword.faces.web.forms import RemarkForm, choices


class HeardForm(RemarkForm):
    """What they said, and three fields that matter only where it was a doubt."""

    nature = forms.ChoiceField(
        label=_("If it was a doubt, of what kind?"),
        choices=choices(doubt_words.KIND_TO_CHOOSE, empty=_("as the words show")),
        required=False,
    )
    fixable = forms.ChoiceField(
        label=_("Can anything of yours answer it?"),
        choices=choices(doubt_words.MENDS_TO_CHOOSE, empty=_("as its kind allows")),
        required=False,
    )
    met_on = DayField(
        label=_("The day you answered it"),
        required=False,
        past=True,
        help_text=_("If you did. A letter that takes it up is noticed by itself."),
    )


class SameForm(forms.Form):
    """Which other doubt it is, in other words."""

    group = forms.ChoiceField(label=_("It is the same doubt as"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, groups: Iterable[tuple[str, str]] = (), **more: Any) -> None:
        super().__init__(*args, **more)
        field: Any = self.fields["group"]
        field.choices = list(groups)
