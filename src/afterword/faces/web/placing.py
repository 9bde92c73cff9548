"""A place as a person types it: a country, with its region where that matters."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from afterword import workdays
from afterword.desk.you import countries


class PlaceField(forms.CharField):
    """A name, two letters, or two with a region ("CA-ON"); refused where no calendar is known for it."""

    def __init__(self, *, label: Any, help_text: Any = "") -> None:
        super().__init__(label=label, help_text=help_text, required=False, max_length=60)

    def clean(self, value: object) -> str:
        typed = str(super().clean(value) or "").strip()
        given = countries.code_of(typed) or typed.upper().replace("_", "-")
        if given and not workdays.is_known(given):
            raise forms.ValidationError(
                _(
                    "%(given)s is not known. It takes a country by name, or codes such as DE, DE-BY, US-NY or CA-ON."
                )
                % {"given": given}
            )
        return given
