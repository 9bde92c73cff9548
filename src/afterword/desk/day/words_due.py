"""Whom a word is due to today: the moves that Today asks for, good turns still to answer, promises to keep."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from afterword.counsel import days
from afterword.desk.cases.judging import at_home
from afterword.desk.day import abreast
from afterword.desk.letters import own_words
from afterword.desk.people import favours


@dataclass(frozen=True, slots=True)
class Owed:
    """The next word to somebody: the letter ("" where it is none), the day it is due by, and why."""

    why: str
    by: date | None = None
    letter: str = ""


def words_due(account: UUID, now: datetime) -> dict[UUID, Owed]:
    """Person -> the next word to them, the soonest where there are several; who is not there is owed none.

    The same condition as Today's: nothing that may not leave yet, nothing the user let rest. A case
    with a closed letter tells nothing.
    """
    today = at_home(account, now).date()
    found: dict[UUID, tuple[date, Owed]] = {}
    rows = abreast.asking(account, now, today).exclude(play="").exclude(who="")
    for move in rows.filter(case__standing__sealed=False).order_by("id"):
        key, day = _key(move.who), move.when or today
        if key is not None and (key not in found or day < found[key][0]):
            found[key] = (day, Owed(move.why, move.when, move.letter))
    for key, (day, said) in own_words.unkept(account, at_home(account, now)).items():
        if key not in found:
            on = days.spoken(day, today)
            found[key] = (day, Owed(f"On {on} you wrote them: “{said}” No word of yours since."))
    for turn in favours.turns(account, now):
        key = _key(turn.favour.person)
        if turn.is_due and key is not None and key not in found:
            found[key] = (turn.by or today, Owed(turn.prompt))
    return {key: owed for key, (_day, owed) in found.items()}


def _key(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
