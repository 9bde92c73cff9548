"""The word of a day, as the user chose it, and which of them are heavy ones to carry."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from afterword.terms import Feeling

#: Words that may weigh. Not an order, not a scale: each is a word the user picked.
HEAVY = frozenset({Feeling.HURT, Feeling.ANGRY, Feeling.ASHAMED, Feeling.NUMB, Feeling.WORRIED})

#: "About two weeks" (method 6.9, P26). The other three are our judgement: enough words to speak of
#: a while, spread over most of it, and nearly all of them heavy.
WHILE = timedelta(days=14)
SPREAD = timedelta(days=10)
FEWEST = 3
LIGHT_AMONG = 4


@dataclass(frozen=True, slots=True)
class Day:
    """What the user said of a day in two taps: one word, and whether rest is wanted."""

    on: date
    feeling: Feeling
    rest: bool = False


def have_been_heavy(days: tuple[Day, ...], today: date) -> bool:
    """Whether the words of about two weeks were nearly all heavy ones.

    At least three words within fourteen days, the first and the last heavy one ten days or more
    apart, and at most one word in four of another kind. A lighter word today ends it: nobody is
    told they are low on a day they call hopeful.
    """
    lately = sorted((d for d in days if today - WHILE < d.on <= today), key=lambda d: d.on)
    heavy = [d for d in lately if d.feeling in HEAVY]
    if len(heavy) < FEWEST or lately[-1].feeling not in HEAVY:
        return False
    spread = heavy[-1].on - heavy[0].on >= SPREAD
    return spread and (len(lately) - len(heavy)) * LIGHT_AMONG <= len(lately)
