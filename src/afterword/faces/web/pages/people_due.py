"""Whom a word is due to, in the words of the page; the desk says to whom, why and by when."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext as _

from afterword.desk.day.words_due import Owed, words_due
from afterword.faces.web import words

if TYPE_CHECKING:
    from afterword.faces.web.visit import Visit


def due(visit: Visit) -> dict[UUID, str]:
    """Person -> the next word to them, with its day and its cause."""
    found = words_due(visit.account, visit.now)
    return {key: _said(owed, visit) for key, owed in found.items()}


def _said(owed: Owed, visit: Visit) -> str:
    """The kind of letter, by which day where that is still to come, and why."""
    kind = words.says(words.LETTER, owed.letter) if owed.letter else ""
    later = owed.by is not None and owed.by > visit.clock.today
    day = _("by %(day)s") % {"day": visit.clock.day(owed.by)} if later else ""
    head = ", ".join(filter(None, (kind, day)))
    return ": ".join(filter(None, (head, owed.why)))
