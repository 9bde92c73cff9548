"""By when an offer wants its answer: the day they named last, in a mail or by telephone."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from afterword.counsel.standing.happened import IN, INTERVIEW, LOW, OFFER_MAIL
from afterword.terms import Channel, Happening, MailKind

EMAIL = Channel.EMAIL


def answer_by(happened: Iterable[Happening]) -> tuple[date, Happening] | None:
    """The day by which they want the answer, with the word that named it; the later word wins.

    What they named by telephone while an offer lies open is how long it may wait. An offer made
    anew without a day leaves the day of the one before it; what came before an offer says nothing.
    """
    offered = False
    for h in reversed([one for one in happened if one.direction is IN]):
        offer = h.kind is OFFER_MAIL and h.certainty is not LOW
        told = h.promised if h.channel is not EMAIL and h.kind is not INTERVIEW else None
        day = h.asked_by if isinstance(h.kind, MailKind) else None
        found = day or told
        if found is not None and (offer or not offered):
            return found, h
        offered = offered or offer
    return None


def in_offer(found: tuple[date, Happening] | None) -> bool:
    """Whether the day is the offer's own, and no longer time that they gave later."""
    return found is not None and found[1].kind is OFFER_MAIL
