"""Forms of what is brought in: files, a pasted résumé, a place elsewhere, the columns of a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from afterword.terms import Column

MEANINGS = (
    ("", _("not used")),
    ("company", _("the firm")),
    ("role", _("the role")),
    ("on", _("the day applied")),
    ("status", _("how it stands")),
    ("decided", _("the day of their answer")),
    ("posting", _("the advert's address")),
    ("place", _("the place")),
    ("note", _("a note")),
    ("steps", _("its history")),
    ("applied", _("applied, yes or no")),
    ("saved_on", _("the day it was saved")),
)


class BringFileForm(forms.Form):
    file = forms.FileField(label=_("Choose a file"))


class BringPasteForm(forms.Form):
    text = forms.CharField(
        label=_("Your résumé"), max_length=200_000, widget=forms.Textarea(attrs={"rows": 6})
    )


class ElsewhereForm(forms.Form):
    kind = forms.ChoiceField(
        label=_("What it is"),
        choices=(
            ("webcal", _("A calendar's address (webcal, .ics)")),
            ("caldav", _("Calendars on a server (CalDAV)")),
            ("carddav", _("An address book on a server (CardDAV)")),
        ),
    )
    url = forms.CharField(label=_("Address"), max_length=2000)
    user = forms.CharField(label=_("User name"), max_length=320, required=False)
    password = forms.CharField(
        label=_("Password"),
        required=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
        help_text=_("Best one made for this purpose. Read only; nothing is ever written there."),
    )
    keep = forms.BooleanField(
        label=_("Keep the way, to read on later"),
        required=False,
        help_text=_("In this computer's keyring, or in a file only you can read."),
    )


class ColumnsForm(forms.Form):
    """One choice a column, with some of its cells; and the order of days where it must be asked."""

    def __init__(self, *args: Any, columns: Sequence[Column], days: bool, **more: Any) -> None:
        super().__init__(*args, **more)
        self.columns = columns
        for number, column in enumerate(columns):
            self.fields[f"column-{number}"] = forms.ChoiceField(
                label=column.heading,
                choices=MEANINGS,
                required=False,
                initial=column.means,
                help_text=" · ".join(cell[:40] for cell in column.sample),
            )
        if days:
            self.fields["order"] = forms.ChoiceField(
                label=_now("Every date can be read two ways. Which comes first?"),
                choices=(
                    ("day", _("the day: 3/4 is 3 April")),
                    ("month", _("the month: 3/4 is March 4")),
                ),
                widget=forms.RadioSelect,
            )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        chosen = [means for means in self.chosen(given).values() if means]
        if "company" not in chosen:
            raise forms.ValidationError(_("Say which column names the firm."))
        twice = next((one for one in chosen if chosen.count(one) > 1), "")
        if twice:
            word = dict(MEANINGS)[twice]
            raise forms.ValidationError(
                _("Two columns cannot both be “%(word)s”.") % {"word": word}
            )
        return given

    def chosen(self, given: dict[str, Any]) -> dict[str, str]:
        """Heading to meaning, as the user set them."""
        return {
            column.heading: given.get(f"column-{number}", "")
            for number, column in enumerate(self.columns)
        }
