"""What a person can tell of an ending: five questions and a line to keep; and of the one hired."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from afterword.desk.cases.looking_back import BRINGS, DIFFERS, KEYS, Choice, why_not_kept
from afterword.faces.web import back_words
from afterword.faces.web.dated import DayField
from afterword.faces.web.forms import choices


class LookBackForm(forms.Form):
    """For each of the five a choice and a few words; every field may stay empty."""

    lesson = forms.CharField(
        label=_("What will I try next?"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("One line, for you alone. It stands on this page with the others you kept."),
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        for key in KEYS:
            self.fields[key] = forms.ChoiceField(
                label=_("Would it have changed this one?"),
                choices=choices(back_words.CHOICE),
                initial=Choice.OPEN,
                required=False,
                widget=forms.RadioSelect,
            )
            self.fields[f"{key}_note"] = forms.CharField(
                label=_("In a few words, if you like"), required=False, max_length=1000
            )

    def answers(self) -> dict[str, dict[str, str]]:
        """What was said, by question; what was left open and empty says nothing."""
        found = {}
        for key in KEYS:
            choice = self.cleaned_data[key] or Choice.OPEN
            found[key] = {"choice": str(choice), "note": self.cleaned_data[f"{key}_note"]}
        return found


class HiredForm(forms.Form):
    """Name, role and notes on what they bring; nothing of their private life (method 6.4)."""

    name = forms.CharField(
        label=_("Their name"),
        required=False,
        max_length=200,
        help_text=_("May stay empty; the role is enough."),
    )
    role = forms.CharField(label=_("What they did before"), required=False, max_length=300)
    started_on = DayField(
        label=_("The day they start"),
        required=False,
        help_text=_("With it you are told once, a week later, when a look is worth its while."),
    )
    brings = forms.CharField(
        label=_("Three things they bring"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("One a line, three at most."),
    )
    differs = forms.CharField(
        label=_("Two in which you differ"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("One a line, two at most. To differ is not to fall short."),
    )
    gap = forms.CharField(
        label=_("One gap worth closing, if there is one"),
        required=False,
        max_length=300,
        help_text=_("None is an answer too: another person is not a better one."),
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        for name, value in list(given.items()):
            why = why_not_kept(value) if isinstance(value, str) else ""
            if why:
                self.add_error(name, why)
        for name, most in (("brings", BRINGS), ("differs", DIFFERS)):
            if len(_lines(given.get(name, ""))) > most:
                self.add_error(name, _("So many are too many: keep the ones that count most."))
        return given

    def notes(self) -> dict[str, Any]:
        """As the casebook keeps them."""
        given = self.cleaned_data
        return {
            "name": given["name"],
            "role": given["role"],
            "started_on": given["started_on"],
            "brings": _lines(given["brings"]),
            "differs": _lines(given["differs"]),
            "gap": given["gap"],
        }


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


class PeriodForm(forms.Form):
    since = DayField(label=_("From"), required=False)
    until = DayField(label=_("To"), required=False)
