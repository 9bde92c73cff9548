"""Whether a seat lies where they may work, as far as they and the board said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from afterword.counsel.watching.cities import CITIES
from afterword.counsel.watching.countries import COUNTRIES, PARTS
from afterword.counsel.watching.memory import Advert, Memory
from afterword.counsel.watching.past import Past
from afterword.counsel.watching.seats import Seat, town_of

_CODES = frozenset(COUNTRIES.values())
#: Who may work in one of these by its freedom of movement may be told of all: "EU" stands for them.
EU = frozenset(["AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "GR", "HU", "IE", "IT", "LV", "LT", "LU", "MT", "NL", "PL", "PT", "RO", "SK", "SI", "ES", "SE"])  # fmt: skip


def may_work(country: str, allowed: frozenset[str]) -> bool:
    """Whether a seat in this country is one they may take; `allowed` are codes, "EU" for them all."""
    return (
        country in allowed
        or (country == "GB" and "UK" in allowed)
        or ("EU" in allowed and country in EU)
    )


def is_reachable(seat: Seat, past: Past) -> bool:
    """Whether it lies where they may work, as far as they said."""
    there = lands_of(seat.latest.places)
    return not there or not past.may_work_in or _may_work_in_one(there, past.may_work_in)


def is_abroad(memory: Memory, advert: Advert, past: Past) -> bool:
    """Whether it lies where they may not work; in another country than the lost seat, if nobody said."""
    there = lands_of(advert.places)
    if past.may_work_in:
        return bool(there) and not _may_work_in_one(there, past.may_work_in)
    home = country_of(past.places) or past.country.partition("-")[0].upper()
    if not home:
        named = Counter(code for one in memory.adverts if (code := country_of(one.places)))
        silent = sum(not country_of(one.places) for one in memory.adverts)
        home = named.most_common(1)[0][0] if named and named.most_common(1)[0][1] >= silent else "at home"  # fmt: skip
    return bool(there) and home not in there


def country_of(places: Iterable[str]) -> str:
    """The country that these places name, "" where none or more than one does."""
    found = lands_of(places)
    return next(iter(found)) if len(found) == 1 else ""


def lands_of(places: Iterable[str]) -> frozenset[str]:
    """The countries these places may be in: several where two letters stand for more than one, none
    where one of the places says nothing."""
    found = [_lands(place) for place in places]
    return frozenset().union(*found) if found and all(found) else frozenset()


@lru_cache(maxsize=4096)
def _lands(place: str) -> frozenset[str]:
    """The countries one place as printed may be in: by its name, by its large town, by two letters."""
    parts = place.casefold().replace("(", ",").replace(")", ",").split(",")
    named = {code for part in parts if (code := COUNTRIES.get(part.strip().rstrip(".")))}
    if named:
        return frozenset(named)
    city = CITIES.get(town_of(place), "")
    letters = next((p.strip().upper() for p in reversed(parts[1:]) if p.strip()), "")
    may_be = {land for land, known in PARTS.items() if letters in known}
    if may_be:
        may_be |= {letters} & _CODES
        return frozenset({city}) if city in may_be else frozenset(may_be)
    # with a region behind it ("Roma, Queensland") it may be another town
    return frozenset({city} - {""}) if "," not in place else frozenset()


def _may_work_in_one(there: frozenset[str], allowed: frozenset[str]) -> bool:
    return any(may_work(land, allowed) for land in there)
