"""By when an offer wants its answer: the day they named last, in a mail or by telephone.

What else they ask for meanwhile has a day of its own, and moves the offer's by nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from afterword.counsel import days
from afterword.counsel.standing.happened import (
    CALLS_FOR,
    CHECK_MAIL,
    IN,
    INTERVIEW,
    LETTER,
    LOW,
    OFFER_MAIL,
    OUT,
)
from afterword.terms import Channel, Deed, Happening, MailKind

EMAIL = Channel.EMAIL
#: A call that names a day for a paper or a talk names none for the answer.
_OF_OTHER_THINGS = CALLS_FOR | {CHECK_MAIL, INTERVIEW}
#: What names no day and was not answered for so long was done by another way, or let go.
ASKED_FOR = timedelta(days=14)


def answer_by(happened: Iterable[Happening]) -> tuple[date, Happening] | None:
    """The day by which they want the answer, with the word that named it; the later word wins.

    Only an offer names it, or words that speak of the answer. What they named by telephone while an
    offer lies open is how long it may wait. An offer made anew without a day leaves the day of the
    one before it; what came before an offer says nothing.
    """
    offered = False
    for h in reversed([one for one in happened if one.direction is IN]):
        offer = h.kind is OFFER_MAIL and h.certainty is not LOW
        rang = h.channel is not EMAIL and h.kind not in _OF_OTHER_THINGS
        found = (h.asked_by if offer or h.asks_answer else None) or (h.promised if rang else None)
        if found is not None and (offer or not offered):
            return found, h
        offered = offered or offer
    return None


def in_offer(found: tuple[date, Happening] | None) -> bool:
    """Whether the day is the offer's own, and no longer time that they gave later."""
    return found is not None and found[1].kind is OFFER_MAIL


def asked_beside(happened: Iterable[Happening], now: datetime) -> Happening | None:
    """What they ask of the user while their offer lies open, the first day of it; None once it is answered.

    What lies further back than its day, or than two weeks, is no longer told: it was done, or let go.
    """
    asked: list[Happening] = []
    for h in happened:
        if h.direction is OUT and (isinstance(h.kind, MailKind) or h.kind in (LETTER, Deed.CALL)):
            asked = []
        elif h.direction is IN and h.certainty is not LOW:
            if h.kind is OFFER_MAIL:
                asked = []
            elif h.kind in CALLS_FOR and not h.asks_answer:
                asked.append(h)
    lasting = [h for h in asked if (h.asked_by or days.local(h.at, now) + ASKED_FOR) >= now.date()]
    return min(reversed(lasting), key=lambda h: h.asked_by or date.max, default=None)
