"""One honest question before a letter leaves too soon (P10, S3-12, S4-01, S4-06, G4). Shown, never a lock."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

#: The findings of a review that speak of a hurt which has not settled.
HURT = frozenset({"blame", "entitlement", "resentment"})

FRESH = "The news is fresh, and nothing has to be settled today."
ASK = "Is this letter to open a door, or to be right? Both are human. Only the first needs sending."
HURTS = (
    "There is hurt in these words, and no wonder. Let the letter rest a night: it will lie here "
    "tomorrow, and not sending it at all is fine too."
)
GRUDGE = (
    "If the grudge will not go, talk it over with somebody trained for that before the next "
    "interview. It is worth more than any letter."
)


#: A tone heard in one clause may be nothing; in two it is seldom so.
DOUBTFUL = 2


def shows_hurt(*, plain: int, doubtful: int) -> bool:
    """Whether it is fair to speak of hurt: one plain sign, or two that are each doubtful.

    "Nobody had asked me until you did" was once enough to be sent to somebody trained.
    """
    return plain > 0 or doubtful >= DOUBTFUL


@dataclass(frozen=True, slots=True)
class Mindset:
    """What is said before sending, and whether letting it rest is offered."""

    says: tuple[str, ...]
    let_it_rest: bool


def before_sending(
    until: datetime | None, now: datetime, findings: Collection[str] = ()
) -> Mindset | None:
    """A word before this letter leaves, None when nothing calls for one.

    `until` is the end of the rest after a verdict, `findings` the rules of the review that found
    something, those of a hurt only where `shows_hurt`. Either is enough; drafting and overruling stay free.
    """
    fresh = until is not None and now < until
    hurts = not HURT.isdisjoint(findings)
    if not fresh and not hurts:
        return None
    said = [*([FRESH] if fresh else ()), ASK, *([HURTS, GRUDGE] if hurts else ())]
    return Mindset(tuple(said), let_it_rest=True)
