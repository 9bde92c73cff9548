"""What may be offered to someone who has it hard, and when to keep quiet (P26, method 6.3 and 6.9).

Offers, never more: nothing is blocked, diagnosed or counted, and "not now" is an answer.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from afterword.counsel.wellbeing.words import WHILE, Day, have_been_heavy

#: How long an offer that was put away stays away (judgement); an exercise and the line on Today
#: ask again on another day.
OFFERS_REST = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class PutAway:
    """ "Not now", said of something on a day: `offers`, `exercise` or `line`; `until` None is for good."""

    what: str
    on: date
    until: date | None = None

    def holds(self, today: date) -> bool:
        """Whether it is still to be left alone on this day; the day itself always counts."""
        return self.until is None or self.on <= today <= self.until


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing that may help: what it is, what one would do, and where that comes from."""

    key: str
    says: str
    then: str
    source: str


@dataclass(frozen=True, slots=True)
class Offering:
    """The offers with the reason they are made now."""

    why: str
    offers: tuple[Offer, ...]


_REST = Offer(
    "rest",
    "Rest",
    "Close this today. What waits here keeps, and no letter gets worse by a day.",
    "P26",
)
_JOURNAL = Offer(
    "journal",
    "Write it out",
    "For yourself alone. Nobody reads it here, the program included.",
    "P26, E34",
)
_KIND_WORD = Offer(
    "kind_word",
    "A kind word to yourself",
    "Three short lines; they are shown only if you say yes.",
    "P26, E35",
)
_FRIEND = Offer(
    "friend",
    "A friend",
    "One you need not impress. You can begin with: it was a no, and it hurts.",
    "P26, method 6.9",
)
_COACH = Offer(
    "coach",
    "A coach",
    "For the search itself: somebody who looks at the next step with you.",
    "P26, S2-15b",
)
_PROFESSIONAL = Offer(
    "professional",
    "A doctor or a counsellor",
    "They see this often. You don't need a reason that sounds serious.",
    "P26, S3-12, method 6.9",
)
_FIGHTS = Offer(
    "pause_fights",
    "Let the fights rest",
    "What asks for the most heart can wait a few days. It is yours to say; nothing is held back.",
    "P26",
)

HEAVY_WHILE = (
    "The words you chose these two weeks were mostly heavy ones. After a no that is common, and it "
    "says nothing about what you can do. If one of these would be good, take it; if not, leave them."
)
YOU_ASKED = "You asked. None of these is a duty; take the one that would be good today."


def offering(
    days: tuple[Day, ...],
    today: date,
    *,
    asked: bool = False,
    fights: bool = False,
    put_away: tuple[PutAway, ...] = (),
) -> Offering | None:
    """The offers of this day, None when there is nothing to say.

    They come when the user asks, or when heavy words have lasted about two weeks and were not put
    away since. `fights` tells whether a fight is on the table that could rest.
    """
    away = any(one.what == "offers" and one.holds(today) for one in put_away)
    if not asked and (away or not have_been_heavy(days, today)):
        return None
    exercise = any(one.what == "exercise" and one.holds(today) for one in put_away)
    kind = () if exercise else (_KIND_WORD,)
    pause = (_FIGHTS,) if fights else ()
    offers = (_REST, _JOURNAL, *kind, _FRIEND, _COACH, _PROFESSIONAL, *pause)
    return Offering(YOU_ASKED if asked else HEAVY_WHILE, offers)


def may_offer_exercise(today: date, put_away: tuple[PutAway, ...]) -> bool:
    """Whether an exercise may be offered at all: after "not now" not again that day."""
    return not any(one.what == "exercise" and one.holds(today) for one in put_away)


def today_line(
    days: tuple[Day, ...], today: date, *, news: date | None, put_away: tuple[PutAway, ...] = ()
) -> bool:
    """Whether Today may ask for a word: once a day, and only where there is cause.

    Cause is a letter opened within two weeks (`news`), or a word the user chose within two weeks.
    """
    if any(one.what == "line" and one.holds(today) for one in put_away):
        return False
    if any(day.on == today for day in days):
        return False
    return (news is not None and today - WHILE < news <= today) or any(
        today - WHILE < day.on < today for day in days
    )
