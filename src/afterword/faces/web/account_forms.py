"""Connecting a mail account, and the passphrase that locks its password where there is no keyring."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from afterword.faces.web.dated import OF_A_MAILBOX, DayField

_OFF = {"autocomplete": "off", "spellcheck": "false"}


class AccountForm(forms.Form):
    host = forms.CharField(
        label=_("Server"),
        max_length=253,
        widget=forms.TextInput(attrs=_OFF),
        help_text=_("Such as imap.gmail.com"),
    )
    port = forms.IntegerField(label=_("Port"), min_value=1, max_value=65535, initial=993)
    user = forms.CharField(label=_("User name"), max_length=320, widget=forms.TextInput(attrs=_OFF))
    password = forms.CharField(
        label=_("App password"),
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
        help_text=_("One made for this purpose in your mail account, not your own password."),
    )
    since = DayField(label=_("Read from"), back=OF_A_MAILBOX)


class SignInForm(forms.Form):
    way = forms.ChoiceField(
        label=_("Where"),
        choices=(("google", "Gmail"), ("microsoft", "Outlook")),
        widget=forms.RadioSelect,
        initial="google",
    )
    user = forms.EmailField(label=_("Your address there"), max_length=320)
    client = forms.CharField(
        label=_("The id of your own client"),
        max_length=300,
        widget=forms.TextInput(attrs=_OFF),
        help_text=_("Made once, in ten to fifteen minutes: docs/mail-accounts.md shows how."),
    )
    secret = forms.CharField(
        label=_("Its secret, if it has one"),
        required=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
    )
    since = DayField(label=_("Read from"), back=OF_A_MAILBOX)
    by_code = forms.BooleanField(
        label=_("Sign in by a code on another device (Outlook only)"), required=False
    )


class PassphraseForm(forms.Form):
    passphrase = forms.CharField(
        label=_("Passphrase"),
        min_length=8,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
    )
