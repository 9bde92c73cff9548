"""Until when a letter should lie, and why: a night between the draft and the reader (S2-18, E05).

Short courtesies need none; what argues for the user does. It is advice with a clock: shown,
and overruled with one click and a reason, never enforced.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from afterword.terms import LetterKind

#: Letters that are better for a night's sleep: they argue, repair, or say something final.
OVERNIGHT = frozenset(
    {
        LetterKind.INFLUENCE_LETTER,
        LetterKind.SECOND_INFLUENCE,
        LetterKind.PROOF_OFFER,
        LetterKind.REOPEN_LETTER,
        LetterKind.ADVICE_REQUEST,
        LetterKind.OFFER_DECLINE,
        LetterKind.WITHDRAWAL,
        LetterKind.PAIN_LETTER,
        LetterKind.ACCESS_REQUEST,
    }
)
#: Those that argue; of the others nobody is told that they make a case.
_ARGUES = OVERNIGHT - {LetterKind.ADVICE_REQUEST, LetterKind.OFFER_DECLINE, LetterKind.WITHDRAWAL}
#: A night has passed when it is seven in the morning there, and at least this long ago.
MORNING, SLEPT = time(7), timedelta(hours=6)


@dataclass(frozen=True, slots=True)
class Rest:
    """`until` is None where no rest is asked; `over` says that it has been had."""

    until: datetime | None
    why: str
    over: bool


def rest(kind: LetterKind, laid: datetime, now: datetime, zone: str) -> Rest:
    """Whether this letter, laid on the desk at `laid`, has had its night; `zone` is the user's."""
    if kind not in OVERNIGHT:
        return Rest(None, "A short courtesy is best sent while it is fresh.", True)
    there = laid.astimezone(ZoneInfo(zone))
    morning = datetime.combine(there.date(), MORNING, there.tzinfo)
    while morning - there < SLEPT:
        morning += timedelta(days=1)
    return Rest(
        morning,
        ("It makes your case. " if kind in _ARGUES else "")
        + "Read it once more after a night's sleep; most letters get shorter.",
        now >= morning,
    )


def last_night(now: datetime, zone: str) -> datetime:
    """Four in the morning of the user's day: what was there then is what they slept on."""
    there = now.astimezone(ZoneInfo(zone))
    night = datetime.combine(there.date(), time(4), there.tzinfo)
    return night if night <= there else night - timedelta(days=1)
