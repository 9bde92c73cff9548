"""Whether a seat lies where they may work, as far as they and the board said."""

from __future__ import annotations

from collections import Counter

from afterword.counsel.watching.memory import Advert, Memory
from afterword.counsel.watching.past import Past
from afterword.counsel.watching.seats import Seat, country_of, may_work


def is_reachable(seat: Seat, past: Past) -> bool:
    """Whether it lies where they may work, as far as they said."""
    there = country_of(seat.latest.places)
    return not there or not past.may_work_in or may_work(there, past.may_work_in)


def is_abroad(memory: Memory, advert: Advert, past: Past) -> bool:
    """Whether it lies where they may not work; in another country than the lost seat, if nobody said."""
    there = country_of(advert.places)
    if past.may_work_in:
        return bool(there) and not may_work(there, past.may_work_in)
    home = country_of(past.places) or past.country.partition("-")[0].upper()
    if not home:
        named = Counter(code for one in memory.adverts if (code := country_of(one.places)))
        silent = sum(not country_of(one.places) for one in memory.adverts)
        home = named.most_common(1)[0][0] if named and named.most_common(1)[0][1] >= silent else "at home"  # fmt: skip
    return bool(there) and there != home
