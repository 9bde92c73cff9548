"""Whom a word is due to: what counsel would write next to each person, and the good turns still to answer."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext as _

from afterword.casebook.decision import Move
from afterword.desk import favours
from afterword.faces.web import words

if TYPE_CHECKING:
    from afterword.faces.web.visit import Visit


def due(visit: Visit) -> dict[UUID, str]:
    """Person -> the next word to them, with its day and its cause; who is not there is owed none.

    A case with a closed letter tells nothing, and neither does one that the user let rest.
    """
    found: dict[UUID, tuple[date, str]] = {}
    rows = Move.objects.of(visit.account).exclude(play="").exclude(who="")
    rows = rows.filter(case__merge__isnull=True, case__not_mine__isnull=True)
    today = visit.clock.today
    for move in rows.filter(case__standing__sealed=False).select_related("case__snooze"):
        snooze = getattr(move.case, "snooze", None)
        if snooze is not None and snooze.rests(today, move.play):
            continue
        key, day = _key(move.who), move.when or today
        if key is not None and (key not in found or day < found[key][0]):
            found[key] = (day, _said(move, visit))
    for turn in favours.turns(visit.account, visit.now):
        key = _key(turn.favour.person)
        if turn.is_due and key is not None and key not in found:
            found[key] = (turn.by or today, turn.prompt)
    return {key: says for key, (_day, says) in found.items()}


def _said(move: Move, visit: Visit) -> str:
    """The kind of letter, from when on it is right, and why."""
    kind = words.says(words.LETTER, move.letter) if move.letter else ""
    later = move.when is not None and move.when > visit.clock.today
    day = _("by %(day)s") % {"day": visit.clock.day(move.when)} if later else ""
    head = ", ".join(filter(None, (kind, day)))
    return ": ".join(filter(None, (head, move.why)))


def _key(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
