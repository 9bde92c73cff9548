"""What a person tells about a language model, and which sentences they want in other words."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from afterword.desk.letters.rewording import LANGUAGES, USUAL, Wish
from afterword.desk.mail import locker

SPEECHES = (
    ("openai", _("as OpenAI does (Ollama, llama.cpp and many others too)")),
    ("anthropic", _("as Anthropic does")),
)


class ModelForm(forms.Form):
    speech = forms.ChoiceField(label=_("How it is spoken to"), choices=SPEECHES)
    url = forms.CharField(
        label=_("Its address"),
        max_length=500,
        help_text=_("With https://, or a model on this computer: http://127.0.0.1:11434/v1"),
    )
    name = forms.CharField(label=_("The model’s name"), max_length=200)
    key = forms.CharField(
        label=_("Key"),
        required=False,
        max_length=500,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
        help_text=_("Kept like your passwords, never in the casebook. Empty leaves the one kept."),
    )
    most = forms.IntegerField(
        label=_("At most so many tokens a month"),
        min_value=1,
        initial=USUAL,
        help_text=_("A letter is about a thousand. A model on this computer is not counted."),
    )
    passphrase = forms.CharField(
        label=_("Passphrase"),
        required=False,
        min_length=8,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
        help_text=_(
            "This system has no keyring, so the key goes into a file that a passphrase locks."
        ),
    )

    def __init__(self, *given: Any, **more: Any) -> None:
        super().__init__(*given, **more)
        if not locker.is_locked():
            del self.fields["passphrase"]


def wished(given: Any) -> tuple[Wish, str, tuple[int, ...]]:
    """What is wanted, into which language, of which sentences; what makes no sense is left out."""
    wish = given.get("wish", "")
    into = given.get("into", "")
    only = tuple(int(one) for one in given.getlist("n") if one.isdecimal() and len(one) < 5)
    return (
        Wish(wish) if wish in set(Wish) else Wish.REPHRASE,
        into if into in LANGUAGES else "",
        only,
    )


def chosen_lines(given: Any) -> tuple[dict[int, str], str]:
    """The ticked sentences with their new words, and the language they are in."""
    into = given.get("into", "")
    words = {
        int(one): given.get(f"text-{one}", "")[:4000]
        for one in given.getlist("take")
        if one.isdecimal() and len(one) < 5
    }
    return words, into if into in LANGUAGES else ""
