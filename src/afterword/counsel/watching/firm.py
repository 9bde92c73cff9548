"""How a whole firm moves: growing, thawing after a freeze, shrinking; counted in seats, not adverts.

Nine towns are one search, a renewed advert none, a pool and a place for learners none. A number of
seats is a public fact and a faint one: it says that something moves, never for whom.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from datetime import datetime, timedelta
from math import ceil
from statistics import median

from afterword.counsel.watching.again import is_seat
from afterword.counsel.watching.lexicon import WIDE
from afterword.counsel.watching.memory import Memory
from afterword.counsel.watching.past import Past
from afterword.counsel.watching.seats import Seat, Seats
from afterword.terms import Seen, Sighting, Signal, Strength

DAY, WEEK = timedelta(days=1), timedelta(days=7)
#: What is compared with: the weeks before these last days, as far as the watch reaches (judgement).
BASE_TO, BASE_FROM, BASE_LEAST = timedelta(days=14), timedelta(days=100), timedelta(days=28)
#: Growth: so many seats more, and half as many again; so many of them never seen before.
MORE_LEAST, MORE_SHARE, NEW_LEAST, NEW_WITHIN = 3, 0.5, 3, timedelta(days=30)
#: A freeze: at most a quarter of what was once open, for so long.
FROZEN_SHARE, FROZEN_FOR, ONCE_OPEN = 0.25, timedelta(days=28), 3
#: Shrinking: half gone and so many fewer, for so long without a break.
#: (what the memory does not believe at once has been borne out for longer: `MASS_DAYS`).
FEWER_LEAST, FEWER_SHARE, FEWER_FOR = 4, 0.5, timedelta(days=2)
#: A case on hold: the first new seat after so quiet a time.
QUIET_FOR = timedelta(days=21)
#: And one that was given up, after a longer one.
LONG_QUIET, HALF_A_YEAR = timedelta(days=60), timedelta(days=183)


def moves(memory: Memory, seats: Seats, past: Past) -> Iterator[Sighting]:
    """What the last look shows of the firm; the same move is seen again on the days after it."""
    now, first = memory.last, memory.first
    if now is None or first is None or memory.doubt or now <= past.ended:
        return
    open_seats = [seat for seat in seats.all if is_seat(seat)]
    whole = _Count(open_seats, first)
    side = _Count([seat for seat in open_seats if _is_mine(seat, past)], first)
    thaw = _thawing(memory, whole, past, now) or _side_thawing(memory, side, past, now)
    if thaw is not None:
        yield thaw
    # desks of the very side one spoke with tell more than a number of the whole firm
    elif found := (
        _growing(memory, side, past, now, Strength.STRONG)
        or _growing(memory, whole, past, now, Strength.FAIR)
    ):
        yield found
    if found := _shrinking(whole, past, now) or _side_shrinking(side, past, now):
        yield found


def settles(memory: Memory, now: datetime) -> bool:
    """Whether so much went lately that the next days must show if it is a loss, though they show
    nothing new."""
    gone = [u for one in memory.adverts for u in [one.up[-1].until] if u is not None]
    return sum(now - FEWER_FOR - 2 * DAY <= until for until in gone) >= FEWER_LEAST - 1


def _is_mine(seat: Seat, past: Past) -> bool:
    """Whether a seat is of the department of the lost one; of its craft where the board names none."""
    if past.department and seat.latest.department:
        return past.department.casefold() == seat.latest.department.casefold()
    return bool(seat.craft.core & past.craft.core - WIDE)


class _Count:
    """How many seats stood on a day."""

    def __init__(self, seats: list[Seat], first: datetime) -> None:
        self.seats, self.first = seats, first
        self._began = sorted(up.since for seat in seats for up in seat.up)
        self._ended = sorted(up.until for seat in seats for up in seat.up if up.until is not None)

    def at(self, day: datetime) -> int:
        """The stretches of one seat lie apart, so those begun less those over is those that stand."""
        return bisect_right(self._began, day) - bisect_left(self._ended, day)

    def weekly(self, since: datetime, to: datetime) -> list[int]:
        found, day = [], to
        while day >= max(since, self.first):
            found.append(self.at(day))
            day -= WEEK
        return found

    def new(self, memory: Memory, since: datetime) -> list[Seat]:
        """Seats never seen before this day, other than those a board brought along at first."""
        boards = set(memory.boards.values())
        return [s for s in self.seats if s.up[0].since > since and s.up[0].since not in boards]


def _growing(
    memory: Memory, count: _Count, past: Past, now: datetime, strength: Strength
) -> Sighting | None:
    if now - count.first < BASE_LEAST:
        return None
    base = sorted(count.weekly(now - BASE_FROM, now - BASE_TO))
    if not base:
        return None
    usual = base[ceil(0.8 * len(base)) - 1]
    here = count.at(now)
    new = [s for s in count.new(memory, now - NEW_WITHIN) if s.stands]
    if here < usual + max(MORE_LEAST, ceil(usual * MORE_SHARE)) or len(new) < NEW_LEAST:
        return None
    says = f"{past.company} is looking for {here} people; before it was {usual} at most times."
    return _sighting(Signal.GROWING, past, now, says, new, strength)


def _thawing(memory: Memory, count: _Count, past: Past, now: datetime) -> Sighting | None:
    """Seats again after a freeze: one the board showed, or one they wrote of."""
    back = [s for s in count.seats if s.stands and s.up[-1].since > now - WEEK]
    back = [s for s in back if s.up[-1].since not in set(memory.boards.values())]
    if not back:
        return None
    quiet = count.weekly(now - WEEK - FROZEN_FOR, now - WEEK)
    once = count.weekly(now - timedelta(days=400), now - WEEK - FROZEN_FOR)
    if len(quiet) < 4 or not once or max(once) < ONCE_OPEN:
        return None
    if max(quiet) > FROZEN_SHARE * max(once) or count.at(now) < median(quiet) + 1:
        return None
    if len(back) < 2 and not any(_is_mine(s, past) for s in back):
        return None  # one seat, and of another craft, is no thaw
    strength = Strength.FAIR if len(back) > 1 else Strength.WEAK
    says = f"{past.company} is looking for people again, after weeks with hardly a seat."
    return _sighting(Signal.THAWING, past, now, says, back, strength)


def _side_thawing(memory: Memory, side: _Count, past: Past, now: datetime) -> Sighting | None:
    """The first new seat of the department in which a role was put on hold, or given up."""
    quiet = QUIET_FOR if past.frozen else LONG_QUIET
    if not (past.frozen or past.cancelled) or now - side.first < WEEK + quiet:
        return None
    boards = set(memory.boards.values())
    begun = [(up.since, s) for s in side.seats for up in s.up if up.since not in boards]
    # a seat may be a new one or one that comes back; and what they froze a week ago has not thawed
    back = [s for at, s in begun if at > max(now - WEEK, past.ended + quiet) and s.stands]
    # a side that put up a seat after the freeze was not frozen as a whole, so nothing thaws there
    since = min(now - WEEK - quiet, max(past.ended, now - HALF_A_YEAR))
    if not back or any(since < at <= now - WEEK for at, _ in begun):
        return None
    how = "put the role on hold" if past.frozen else "given the role up"
    says = f"{past.company} had {how}, and is looking for people there again."
    return _sighting(Signal.THAWING, past, now, says, back, Strength.FAIR)


def _side_shrinking(side: _Count, past: Past, now: datetime) -> Sighting | None:
    """All but all seats of the department gone within weeks, and for a week."""
    before = side.at(now - FEWER_FOR - timedelta(days=21))
    lately = [side.at(now - n * DAY) for n in range(FEWER_FOR.days + 1)]
    if before < FEWER_LEAST or max(lately) > 0.2 * before:
        return None
    says = f"{past.company} has taken down nearly all seats of the side you spoke with."
    seen = (Seen(f"{lately[0]} seats are left; four weeks ago it was {before}", now),)
    key = _key(Signal.SHRINKING, past, now)
    return Sighting(Signal.SHRINKING, key, now, Strength.WEAK, says, seen, past.company, past.case)


def _shrinking(count: _Count, past: Past, now: datetime) -> Sighting | None:
    base = sorted(count.weekly(now - 2 * BASE_FROM, now - BASE_TO - FEWER_FOR))
    if len(base) < 4:
        return None
    usual = base[len(base) // 4]  # what a busy month added and took away again is no loss
    lately = [count.at(now - n * DAY) for n in range(FEWER_FOR.days + 1)]
    if max(lately) > usual * FEWER_SHARE or usual - max(lately) < FEWER_LEAST:
        return None
    says = f"{past.company} has taken down most of what it was looking for."
    what = f"{lately[0]} seats are left; before it was {usual}"
    seen = (Seen(what, now),)
    return Sighting(Signal.SHRINKING, _key(Signal.SHRINKING, past, now), now, Strength.WEAK, says, seen, past.company, past.case)  # fmt: skip


def _sighting(
    signal: Signal, past: Past, now: datetime, says: str, seats: list[Seat], strength: Strength
) -> Sighting:
    seen = tuple(
        Seen(f"“{seat.title}” is on their board", seat.up[-1].since, seat.title, seat.latest.url)
        for seat in sorted(seats, key=lambda s: s.up[-1].since, reverse=True)[:5]
    )
    return Sighting(signal, _key(signal, past, now), now, strength, says, seen, past.company, past.case)  # fmt: skip


def _key(signal: Signal, past: Past, now: datetime) -> str:
    return f"{signal}:{past.company.casefold()}:{now.date()}"
