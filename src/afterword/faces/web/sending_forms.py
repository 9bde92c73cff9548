"""What a person tells about how their letters leave: the account, the paper, an address, a last word."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from afterword.desk.letters import posting
from afterword.desk.mail import locker, own_mail

SECURITY = (
    ("tls", _("TLS from the first byte (usually port 465)")),
    ("starttls", _("STARTTLS (usually port 587)")),
    ("none", _("none: only for a server on this computer")),
)


class OwnMailForm(forms.Form):
    address = forms.EmailField(label=_("Your letters are from"), max_length=320)
    password = forms.CharField(
        label=_("App password"),
        required=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
        help_text=_(
            "One made for this purpose. Empty leaves the one that is kept, or that of the same mailbox."
        ),
    )
    smtp_host = forms.CharField(
        label=_("Server for sending"),
        required=False,
        max_length=253,
        help_text=_("Leave it empty to use what your address suggests."),
    )
    smtp_port = forms.IntegerField(label=_("Its port"), min_value=1, max_value=65535, initial=465)
    security = forms.ChoiceField(label=_("Encryption"), choices=SECURITY)
    user = forms.CharField(
        label=_("User name"),
        required=False,
        max_length=320,
        help_text=_("Leave it empty to use your address."),
    )
    imap_host = forms.CharField(
        label=_("Server of your mailbox"),
        required=False,
        max_length=253,
        help_text=_("For your own Drafts, and to look into Sent. Empty: as the address tells."),
    )
    imap_port = forms.IntegerField(
        label=_("The port of the mailbox"), min_value=1, max_value=65535, initial=993
    )
    copies = forms.BooleanField(
        label=_("Lay a copy into Sent, where the provider does not"), required=False, initial=True
    )

    passphrase = forms.CharField(
        label=_("Passphrase"),
        required=False,
        min_length=8,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
        help_text=_(
            "This system has no keyring, so passwords go into a file that a passphrase locks. Nobody "
            "can tell you the passphrase again, us included."
        ),
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        if not locker.is_locked():
            del self.fields["passphrase"]

    def clean(self) -> dict[str, Any]:
        """What was left empty is filled from the address."""
        given = super().clean() or {}
        return own_mail.filled(given) if given.get("address") else given


class LetterheadForm(forms.Form):
    address = forms.CharField(
        label=_("Your own address, line by line"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Your name stands above it by itself."),
    )
    place = forms.CharField(
        label=_("Place before the date"),
        required=False,
        max_length=100,
        help_text=_("Such as Antwerp. Empty leaves the date alone."),
    )
    phone = forms.CharField(
        label=_("Telephone, if it is to be there"), required=False, max_length=64
    )
    layout = forms.ChoiceField(label=_("Paper and envelope"), required=False)
    signature = forms.FileField(
        label=_("Your signature as a picture"),
        required=False,
        help_text=_("PNG or JPEG, at most 100 kB. Without one there is room to sign by hand."),
    )
    unsigned = forms.BooleanField(label=_("Take the picture out"), required=False)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        field: Any = self.fields["layout"]
        field.choices = [("", _("as usual where I live")), *posting.sheets()]


class PostalForm(forms.Form):
    postal = forms.CharField(
        label=_("Where the post finds them, line by line"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("The firm, the street, the town. Their name is put above it."),
    )


class SendForm(forms.Form):
    """The last look: which words these are, and that open ones may go."""

    seen = forms.CharField(widget=forms.HiddenInput)
    with_holes = forms.BooleanField(label=_("It may leave with what is still open"), required=False)
