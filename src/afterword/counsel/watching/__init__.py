"""What moved at a firm since the no: from dated looks at boards, from news, mail and days that come.

Pure: values and `now` in, sightings out, each with what it rests on and how much that carries.
`look` folds one more look into what is remembered; `seen_at` says what that shows of an old no;
`worth_telling` keeps quiet about what was told, or told of the same thing not long ago.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from afterword.counsel.watching import firm
from afterword.counsel.watching.again import reopened, siblings
from afterword.counsel.watching.craft import comparable, craft_of
from afterword.counsel.watching.dates import arrived
from afterword.counsel.watching.firm import House
from afterword.counsel.watching.hardship import hard_times
from afterword.counsel.watching.held import Held, filled
from afterword.counsel.watching.losing import settles
from afterword.counsel.watching.lost_side import SAID_OF_IT, likely_side
from afterword.counsel.watching.meaning import Meaning
from afterword.counsel.watching.memory import Memory, believed, from_plain, look, to_plain
from afterword.counsel.watching.news import matching
from afterword.counsel.watching.past import Past, past_of
from afterword.counsel.watching.people import Place, Source, moved
from afterword.counsel.watching.seats import seats_of
from afterword.counsel.watching.tied import Tied, tied
from afterword.terms import Sighting, Signal, Strength

__all__ = [
    "House",
    "Meaning",
    "Memory",
    "Past",
    "Place",
    "Source",
    "Tied",
    "Told",
    "arrived",
    "comparable",
    "craft_of",
    "each_once",
    "from_plain",
    "hard_times",
    "house_of",
    "look",
    "matching",
    "moved",
    "past_of",
    "seen_at",
    "settles",
    "tied",
    "to_plain",
    "told_of",
    "worth_telling",
]

#: What moved longer ago than this is no news; it is not told for the first time.
NEWS_FOR = timedelta(days=14)
#: How long the same sign of the same case or firm rests after it was told (judgement).
RESTS = {
    Signal.REOPENED: timedelta(days=45),
    Signal.GROWING: timedelta(days=120),
    Signal.THAWING: timedelta(days=120),
    Signal.SHRINKING: timedelta(days=180),
    Signal.NEWS: timedelta(days=14),
}
#: What a stronger word about a firm says already within so many days.
_SAME_NEWS = timedelta(days=10)
_SAID_BY = {
    Signal.SIBLING_ROLE: ((Signal.REOPENED, _SAME_NEWS),),
    Signal.GROWING: ((Signal.THAWING, _SAME_NEWS),),
    # where the seat itself has come back, or the side grows, the freeze is over, and that was the
    # better word for it
    Signal.THAWING: (
        (Signal.REOPENED, timedelta(days=120)),
        (Signal.GROWING, timedelta(days=120)),
    ),
}
_ORDER = list(Signal)
_WEIGHT = {Strength.STRONG: 2, Strength.FAIR: 1, Strength.WEAK: 0}


@dataclass(frozen=True, slots=True)
class Told:
    """A sighting that was told: enough to keep quiet about its like."""

    key: str
    signal: Signal
    at: datetime
    company: str = ""
    case: str = ""
    posting: str = ""


def told_of(one: Sighting) -> Told:
    """What is remembered of a sighting once it was told."""
    posting = one.posting.id if one.posting is not None else ""
    return Told(one.key, one.signal, one.at, one.company, one.case, posting)


def house_of(memory: Memory, meaning: Meaning | None = None, *, hard: bool = False) -> House:
    """The firm as its boards showed it, to be held against each old no of it (`seen_at`).

    `meaning` is asked what adverts mean, where somebody is there to be asked; `hard` whether the firm
    says that it takes nobody on (`hard_times`): then what is missing is gone.
    """
    memory = believed(memory) if hard else memory
    return House(memory, seats_of(memory, meaning), hard=hard)


def seen_at(house: House, past: Past) -> tuple[Sighting, ...]:
    """All that the boards of a firm show of one old no, up to the last look."""
    memory, seats = house.memory, house.seats
    if not past.role:
        return tuple(firm.moves(house, past))
    past = filled(seats, past)
    one, many = past, past
    if not past.department and house.sides.named:
        # what is said of one seat wants a surer side than what is counted over many
        side, surely = likely_side(seats, past, by_words=False)
        one = replace(past, department=side, guessed=surely)
        if surely < SAID_OF_IT:  # where they named it themselves, words add nothing
            side, surely = likely_side(seats, past)
        many = replace(past, department=side, guessed=surely)
    held = Held(seats, one)
    return (
        *reopened(memory, held),
        *siblings(memory, held),
        *firm.moves(house, many, held.same),
    )


def each_once(shown: Sequence[tuple[Hashable, tuple[Sighting, ...]]]) -> list[tuple[Sighting, ...]]:
    """What shows of each no, given with its firm, without siblings that are another no's own seat."""
    own = {
        (firm, one.posting.id)
        for firm, found in shown
        for one in found
        if one.signal is Signal.REOPENED and one.posting is not None
    }
    return [
        tuple(
            one
            for one in found
            if one.signal is not Signal.SIBLING_ROLE
            or one.posting is None
            or (firm, one.posting.id) not in own
        )
        for firm, found in shown
    ]


def worth_telling(
    found: Iterable[Sighting], told: Iterable[Told], now: datetime
) -> tuple[Sighting, ...]:
    """What is new of these and may be told: once by its key, fresh, and not one of a series."""
    known = list(told)
    fresh: list[Sighting] = []
    order = sorted(found, key=lambda s: (s.at, _word(s), -_WEIGHT[s.strength], s.key))
    for one in order:
        if one.at < now - NEWS_FOR or one.at > now or any(t.key == one.key for t in known):
            continue
        if any(_tells(t, one) for t in known) or any(_holds(f, one) for f in fresh):
            continue
        fresh.append(one)
        known.append(told_of(one))
    return tuple(fresh)


def _word(one: Sighting) -> int:
    """The rank of the word for an event that has several: that a long pause is over says more than
    the seat that ended it; of a short one the seat says more."""
    if one.signal is Signal.THAWING:
        weak = one.strength is Strength.WEAK
        return _ORDER.index(Signal.SIBLING_ROLE if weak else Signal.REOPENED) * 2 + 1
    return _ORDER.index(one.signal) * 2


def _holds(said: Sighting, one: Sighting) -> bool:
    """Whether two words of one morning are for one event: a sibling, and the thaw that it is."""
    if {said.signal, one.signal} != {Signal.SIBLING_ROLE, Signal.THAWING} or said.case != one.case:
        return False
    return bool({seen.quote for seen in said.seen} & {seen.quote for seen in one.seen})


def _tells(told: Told, one: Sighting) -> bool:
    """Whether what was told makes this one needless."""
    apart = abs(one.at - told.at)
    same_case = one.case == told.case
    if told.signal is one.signal and one.signal in RESTS:
        return (same_case or _same_move(told, one)) and apart < RESTS[one.signal]
    if one.signal is Signal.SIBLING_ROLE and one.posting and told.posting == one.posting.id:
        return True  # one advert is told once, at the no it is nearest to or was first held against
    said = _SAID_BY.get(one.signal, ())
    return same_case and any(told.signal is signal and apart < rest for signal, rest in said)


def _same_move(told: Told, one: Sighting) -> bool:
    """Whether both are of one side of one house; the house as a whole is every side of it."""
    if one.signal not in (Signal.GROWING, Signal.THAWING, Signal.SHRINKING):
        return False
    mine, theirs = (f"{key.rpartition(':')[0]}:" for key in (one.key, told.key))
    same_house = one.company == told.company
    return same_house and (mine.startswith(theirs) or theirs.startswith(mine))
