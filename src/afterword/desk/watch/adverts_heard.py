"""The learned reader of adverts, as the watch may ask it: what is heard, and for which adverts.

Hearing one costs some 60 ms, so a board's first look is heard only where a title may be the lost
seat; after it every new title is, once, and what was heard is kept with what is remembered. Titles
are heard, not adverts: a board that is numbered anew every night says nothing new by it.
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


def hear_for(
    pasts: Iterable[watching.Past],
    meaning: watching.Meaning,
    memory: watching.Memory | None = None,
) -> Callable[[Posting, bool], str]:
    """What to ask of each advert a look shows, where these noes are held against the board.

    `memory` is what is remembered of the firm: a title that was heard in it is not heard again.
    """
    crafts = [past.craft for past in pasts]
    known = memory.adverts if memory is not None else ()
    heard = {one.title: one.sense for one in known if meaning.is_known(one.sense)}

    def hear(posting: Posting, first: bool) -> str:
        title = posting.title
        if title in heard:
            return heard[title]
        if first:
            craft = watching.craft_of(title, posting.places)
            if not any(watching.comparable(craft, own) for own in crafts):
                return ""
        heard[title] = meaning.sense(title)
        return heard[title]

    return hear


def heard(past: watching.Past, memory: watching.Memory, meaning: watching.Meaning) -> watching.Past:
    """The lost seat with what it was by meaning, where the board shows anything to hold it against."""
    if not past.role or not any(meaning.is_known(one.sense) for one in memory.adverts):
        return past
    return replace(past, sense=meaning.sense(past.role))
