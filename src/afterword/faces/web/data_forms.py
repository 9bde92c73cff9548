"""Forms of Your data: a zip to bring back, a copy to go back to, and leaving for good."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from afterword.desk.whole import copying


class BringBackForm(forms.Form):
    archive = forms.FileField(
        label=_("The zip that Afterword wrote"),
        widget=forms.ClearableFileInput(attrs={"accept": ".zip,application/zip"}),
    )


class GoBackForm(forms.Form):
    sure = forms.BooleanField(label=_("Yes, go back to this day"))


class ForgetForm(forms.Form):
    """What undo cannot bring back is asked for once."""

    sure = forms.BooleanField(label=_("Yes, for good"))
    older_copies = forms.BooleanField(
        label=_("Remove the older backups on this computer as well"),
        required=False,
        help_text=_(
            "Every backup made so far still knows what it knew then. With this, one fresh backup "
            "is made and all older ones are removed. Copies you took elsewhere are yours to remove."
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not copying.is_ours():
            # A server's backups are none that we could remove.
            del self.fields["older_copies"]
