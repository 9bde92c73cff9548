"""Until when the case asks a letter to rest: every page that shows a letter asks here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from afterword.casebook.letter import Letter
from afterword.desk.day.cards import PAUSE


@dataclass(frozen=True, slots=True)
class Pause:
    """Until when and why; `fresh` is the rest after a verdict, else a better day is meant."""

    until: datetime
    why: str
    fresh: bool


def pause(letter: Letter, now: datetime) -> Pause | None:
    """The rest this letter is asked for; None where none is, or the day is one of another letter.

    After a verdict every letter of the case rests (P10). Shown, never enforced.
    """
    move = getattr(letter.case, "move", None) if letter.case else None
    if move is None or move.not_before is None or move.not_before <= now:
        return None
    fresh = move.play == PAUSE
    if not fresh and move.letter != letter.kind:
        return None
    return Pause(move.not_before, move.why, fresh)
