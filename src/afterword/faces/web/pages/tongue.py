"""In which language a letter stands, where it is not the one they write in."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from afterword.casebook import models as record
from afterword.desk.letters import briefing

#: How the languages that are read here are called.
TONGUES = {
    "de": gettext_noop("German"),
    "fr": gettext_noop("French"),
    "es": gettext_noop("Spanish"),
    "pt": gettext_noop("Portuguese"),
    "nl": gettext_noop("Dutch"),
    "it": gettext_noop("Italian"),
}


def says(letter: record.Letter) -> str:
    """That a letter of this kind is written in English only, where they write another language."""
    wanted = briefing.english_only(letter)
    if not wanted:
        return ""
    return _("A letter of this kind is written in English only; they write %(language)s.") % {
        "language": _(TONGUES.get(wanted, wanted))
    }
