"""The one question before a letter with open places is noted as sent."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from afterword.casebook import models as record
from afterword.desk.letters import carrying
from afterword.faces.web.pages import letter as pages
from afterword.faces.web.pages.parts import Act, Crumb


@dataclass(frozen=True, slots=True)
class Sure:
    """One question before something is noted, with what it is about."""

    title: str
    lead: str
    places: tuple[str, ...]
    crumbs: tuple[Crumb, ...] = ()
    acts: tuple[Act, ...] = ()


def sent_with_places(letter: record.Letter, channel: str) -> Sure:
    """The one question before a letter with open places is noted as sent."""
    fields = (("sure", "yes"), *((("channel", channel),) if channel else ()))
    url = reverse("web:letter-sent", args=[letter.pk])
    return Sure(
        title=_("Did it go with these places open?"),
        crumbs=pages.crumbs(letter),
        lead=_(
            "These words stood in brackets here. You may have filled them in your mail program."
        ),
        places=tuple(carrying.holes(letter)),
        acts=(
            Act(_("Yes, I have sent it"), url, "primary", True, fields),
            Act(_("Back to the letter"), reverse("web:letter", args=[letter.pk]), "quiet"),
        ),
    )
