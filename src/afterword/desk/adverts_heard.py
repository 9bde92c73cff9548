"""The learned reader of adverts, as the watch may ask it: what is heard, and for which adverts.

Hearing one costs some 60 ms, so a board's first look is heard only where a title may be the lost
seat; after it every new advert is, once, and what was heard is kept with what is remembered.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from afterword.counsel import watching
from afterword.reading import seats
from afterword.terms import Posting


class ByModel:
    """`watching.Meaning` by the model that lies in `reading/seats`."""

    def sense(self, title: str) -> str:
        return seats.sense_of(title)

    def is_known(self, one: str) -> bool:
        return seats.is_known(one)

    def likeness(self, one: str, other: str) -> tuple[float, float]:
        return seats.likeness(one, other)

    def is_open(self, one: str) -> float:
        return seats.is_open(one)


def hear_for(pasts: Iterable[watching.Past], meaning: watching.Meaning) -> Callable[[Posting, bool], str]:  # fmt: skip
    """What to ask of each advert a look shows, where these noes are held against the board."""
    crafts = [past.craft for past in pasts]

    def hear(posting: Posting, first: bool) -> str:
        if first:
            craft = watching.craft_of(posting.title, posting.places)
            if not any(watching.comparable(craft, own) for own in crafts):
                return ""
        return meaning.sense(posting.title)

    return hear


def heard(past: watching.Past, memory: watching.Memory, meaning: watching.Meaning) -> watching.Past:
    """The lost seat with what it was by meaning, where the board shows anything to hold it against."""
    if not past.role or not any(meaning.is_known(one.sense) for one in memory.adverts):
        return past
    return replace(past, sense=meaning.sense(past.role))
