"""How a firm moves: growing, thawing after a freeze, shrinking; counted in desks, not adverts.

Nearly all that concerns a person happens on their side of the house, so moves are judged there, and
of the whole firm only where its board names no departments or nearly everything goes or thaws. Each
must be unusual for that very side: where three new desks a month are the rule, three are no growth.
A number of desks is a public fact: it says that something moves, never for whom.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from functools import cached_property
from statistics import median

from afterword.counsel.watching.flow import (
    DAY,
    WEEK,
    Flow,
    awake,
    chance_of_more,
    chance_of_none,
)
from afterword.counsel.watching.losing import as_they_say, move_key, shrinking
from afterword.counsel.watching.lost_side import SURELY
from afterword.counsel.watching.memory import Memory
from afterword.counsel.watching.past import Past
from afterword.counsel.watching.reach import is_reachable
from afterword.counsel.watching.said import Said
from afterword.counsel.watching.seats import Seat, Seats, together
from afterword.counsel.watching.sides import (
    Desk,
    Sides,
    desks_of,
    is_mine,
    moves_of_boards,
    rests_of,
)
from afterword.terms import Seen, Sighting, Signal, Strength

#: What a side is held against: its watch before these weeks, for at least so long (judgement).
BASE_LEAST, BASE_FROM = timedelta(days=28), timedelta(days=100)
#: Growth and shrinking happen within one of these.
SPANS = (timedelta(days=14), timedelta(days=21), timedelta(days=28))
#: Growth: so many desks never seen before and standing, and so many more than stood at most times;
#: of a whole firm, so many.
NEW_LEAST, MORE_LEAST, NEW_LEAST_WHOLE = 3, 2, 4
#: Where so many of them say themselves that they are new, chance need not be so far off: a firm's own
#: word is a second thing that shows it.
SAY_IT, SAYS = 2, 0.05
#: How seldom chance may bring as much (`benchmarks/turnover.py` counts what that tells in vain).
GROWS, THAWS, WHOLE = 0.0025, 0.002, 0.001
#: A freeze of a board: at most a quarter of what was once open, for so long.
FROZEN_SHARE, FROZEN_FOR, ONCE_OPEN = 0.25, timedelta(days=42), 4
#: A case on hold: the first new desk after so quiet a time; else after a longer one.
QUIET_FOR, LONG_QUIET, HALF_A_YEAR = timedelta(days=21), timedelta(days=60), timedelta(days=183)


class House:
    """A firm as its boards showed it up to the last look, made ready once for every old no of it.

    What no no asks for is not made: a board of four hundred adverts costs seconds.
    """

    def __init__(self, memory: Memory, seats: Seats, *, hard: bool = False) -> None:
        self.memory, self.seats = memory, seats
        #: Whether they said of late that they take nobody on, or let people go.
        self.hard = hard
        self._reachable: dict[frozenset[str], tuple[list[Seat], Flow]] = {}
        self._flows: dict[tuple[str, ...], Flow] = {}

    @cached_property
    def sides(self) -> Sides:
        return Sides(self.memory, self.seats)

    @cached_property
    def _boards(self) -> frozenset[datetime]:
        return moves_of_boards(self.memory, self.seats)

    @cached_property
    def _nights(self) -> frozenset[datetime]:
        return rests_of(self.memory)

    def whole(self, past: Past) -> tuple[list[Seat], Flow]:
        """The seats they may take, and the desks of these as they came and went."""
        found = self._reachable.get(past.may_work_in)
        if found is None:
            here = [seat for seat in self.seats.all if is_reachable(seat, past)]
            found = here, self._flow(here, copies=not self.sides.named)
            self._reachable[past.may_work_in] = found
        return found

    def side(self, past: Past) -> Flow:
        """The desks of the side of the lost seat; two noes of one side share them."""
        mine = [
            seat
            for seat in self.whole(past)[0]
            if is_mine(seat, past, self.sides, self.seats.weights)
        ]
        marks = tuple(seat.key for seat in mine)
        found = self._flows.get(marks)
        if found is None:
            found = self._flows[marks] = self._flow(mine)
        return found

    def _flow(self, seats: list[Seat], *, copies: bool = True) -> Flow:
        first, last = self.memory.first, self.memory.last
        assert first is not None and last is not None
        desks = desks_of(seats, self.seats.aside, self._nights, last, copies=copies)
        return Flow(desks, first, self._boards)


def moves(house: House, past: Past, own: Iterable[Seat] = ()) -> Iterator[Sighting]:
    """What the last look shows of the firm; the same move is seen again on the days after it.

    `own` are the seats that are the lost one: it was there before anybody watched, so that it came
    back says nothing of how often this side puts up something new.
    """
    memory = house.memory
    now, first = memory.last, memory.first
    if now is None or first is None or memory.doubt or now <= past.ended:
        return
    sides = house.sides
    (_, whole), side = house.whole(past), house.side(past)
    name = sides.of(past.department) if past.department else ""
    if thaw := _side_thawing(side, past, now, name) or _thawing(
        whole, side, past, now, parted=bool(name)
    ):
        yield thaw
    # the firm as a whole is asked only where no department parts it
    elif found := _growing(side, past, now, name, frozenset(seat.key for seat in own)) or (
        _new_site(whole, past, now) if sides.named else _growing(whole, past, now, "", whole=True)
    ):
        yield found
    said = as_they_say(side, whole, past, now, name) if house.hard else None
    if (
        found := said
        or shrinking(side, past, now, name)
        or shrinking(whole, past, now, "", whole=True, parted=sides.named)
    ):
        yield found


def _growing(
    count: Flow,
    past: Past,
    now: datetime,
    name: str,
    own: frozenset[str] = frozenset(),
    *,
    whole: bool = False,
) -> Sighting | None:
    """Desks never seen before, more than chance would bring this side, and more than it had; or
    desks that say themselves that they are new."""
    for span in SPANS:
        since = now - span - DAY / 2  # what came a fortnight ago this morning came within it
        watched = since - count.first
        if watched < BASE_LEAST:
            continue
        new = [d for d in count.new if d.since > since and d.stands]
        if len(new) < (NEW_LEAST_WHOLE if whole else NEW_LEAST):
            continue
        if not any(
            len(of) >= least and chance_of_more(len(of), before, watched, span) <= seldom
            for of, before, least, seldom in _unusual(count, new, since, own, whole)
        ):
            continue
        usual = median(count.weekly(since - BASE_FROM, since))
        here = count.at(now)
        # as many went as came; but what went may have been filled, where they say that these are more
        more = not whole and sum(Said.NEW in d.seat.said for d in new) >= NEW_LEAST
        if (here < usual + MORE_LEAST and not more) or (whole and here < 1.5 * usual):
            continue
        where = "" if whole else " in the department you spoke with"
        says = f"{past.company} has advertised {len(new)} new jobs{where} within {span.days} days."
        strength = Strength.FAIR if whole else Strength.STRONG
        return _sighting(Signal.GROWING, past, now, name, says, new, strength)
    return None


def _new_site(whole: Flow, past: Past, now: datetime) -> Sighting | None:
    """Several desks within weeks at a place where the firm had never shown one: a house that opens a
    site builds every side of it, whatever each department does by itself."""
    since = now - SPANS[-1] - DAY / 2
    if since - whole.first < BASE_LEAST:
        return None
    known = {place for desk in whole.desks if desk.since <= since for place in desk.seat.places}
    there: dict[str, list[Desk]] = defaultdict(list)
    for desk in whole.new:
        # one that may be in several places says little of any
        if desk.since > since and desk.stands and len(desk.seat.places) == 1:
            there[next(iter(desk.seat.places))].append(desk)
    for place, new in there.items():
        if place and len(new) >= NEW_LEAST_WHOLE and not _is_of(place, known):
            town = new[0].seat.latest.places[0]
            says = f"{past.company} has advertised {len(new)} new jobs within {SPANS[-1].days} days in {town}, where it had none."
            return _sighting(Signal.GROWING, past, now, place, says, new, Strength.STRONG)
    return None


def _is_of(place: str, known: Iterable[str]) -> bool:
    """Whether a place is one of these, more or less finely named ("Mackay campus", "Mackay")."""
    return any(together([place], [other]) for other in known if other)


def _unusual(
    count: Flow, new: list[Desk], since: datetime, own: frozenset[str], whole: bool
) -> Iterator[tuple[list[Desk], int, int, float]]:
    """What may be unusual of the new desks: how many they are, how many of a kind this side never
    had, how many say that they are new; each with how many came so before, how many it takes, and
    how seldom chance may bring as much."""
    seldom = WHOLE if whole else GROWS
    least = NEW_LEAST_WHOLE if whole else NEW_LEAST
    earlier = [d for d in count.new if count.first < d.since <= since and d.seat.key not in own]
    yield new, len(earlier), least, seldom
    kinds = count.kinds
    yield [d for d in new if d.seat.key in kinds], sum(d.seat.key in kinds for d in earlier), least, seldom  # fmt: skip
    word = [d for d in new if Said.NEW in d.seat.said]
    yield word, sum(Said.NEW in d.seat.said for d in earlier), SAY_IT, SAYS


def _side_thawing(side: Flow, past: Past, now: datetime, name: str) -> Sighting | None:
    """The first new desk of the side after a pause: one they told of, or one its own rate shows."""
    held = past.frozen or past.cancelled
    quiet = QUIET_FOR if past.frozen else LONG_QUIET
    since = max(past.ended, side.first, now - HALF_A_YEAR) if held else side.first
    # a desk may be a new one or one that comes back; and what they froze a week ago has not thawed
    earlier = [at for at, _ in side.begun if at <= now - WEEK]
    last = max([since, *(at for at in earlier if at > since)])
    back = [d for at, d in side.begun if at > max(now - WEEK, last + quiet) and d.stands]
    if held and past.guessed and past.places:
        # a freeze of one house is not over where another one hires
        back = [d for d in back if together(past.places, d.seat.places)]
    if held and 0 < past.guessed < SURELY:
        back = [d for d in back if Said.AGAIN in d.seat.said]  # they say it themselves
    if not back or now - side.first < quiet + WEEK:
        return None
    began = min(up.since for d in back for up in d.up if up.since > now - WEEK)
    if held and last == since:
        # a side that put up a desk after the freeze was not frozen as a whole, so nothing thaws
        if not past.frozen and side.at(began - WEEK) and not _seldom_quiet(side, last, began):
            return None
        # what thawed half a year ago and rested since rests as any side does
        if any(past.ended < at <= since for at in earlier) and not _seldom_quiet(side, last, began):
            return None
        long = began - past.ended >= LONG_QUIET
        how = "put the role on hold" if past.frozen else "given the role up"
        says = f"{past.company} had {how}, and is looking for people there again."
        strength = Strength.STRONG if long or _say_again(back) else Strength.WEAK
        return _sighting(Signal.THAWING, past, now, name, says, back, strength)
    if held or began - last < LONG_QUIET:
        return None
    if not _say_again(back) and not _seldom_quiet(side, last, began):
        return None  # their own word needs no rate beside it
    says = f"{past.company} is looking for people in the department you spoke with again, after {(began - last).days} days without a new job there."
    return _sighting(
        Signal.THAWING,
        past,
        now,
        name,
        says,
        back,
        Strength.STRONG if _say_again(back) else Strength.FAIR,
    )


def _say_again(desks: list[Desk]) -> bool:
    """Whether one of them says itself that they hire again after a pause."""
    return any(Said.AGAIN in desk.seat.said for desk in desks)


def _seldom_quiet(side: Flow, last: datetime, to: datetime) -> bool:
    """Whether so long without a new desk is unusual for the side, weeks of rest left out."""
    before = side.came(side.first, last)
    return chance_of_none(before, last - side.first, awake(last, to)) <= THAWS


def _thawing(
    whole: Flow, side: Flow, past: Past, now: datetime, *, parted: bool
) -> Sighting | None:
    """Desks again after a freeze of the whole board, one of them of the side; where the side is not
    known, several."""
    back = [d for at, d in whole.begun if at > now - WEEK and d.stands]
    mine = {d.seat.key for d in side.desks}
    ours = any(d.seat.key in mine for d in back) or (not parted and len(back) > 1)
    if not ours and not _say_again(back):
        return None  # seats of other crafts are no thaw of this one; that the house hires again is
    quiet = whole.weekly(now - WEEK - FROZEN_FOR, now - WEEK)
    once = whole.weekly(now - timedelta(days=400), now - WEEK - FROZEN_FOR)
    if len(quiet) < FROZEN_FOR // WEEK or not once or max(once) < ONCE_OPEN:
        return None
    if max(quiet) > FROZEN_SHARE * max(once) or whole.at(now) < median(quiet) + 1:
        return None
    strength = Strength.FAIR if len(back) > 1 else Strength.WEAK
    strength = Strength.STRONG if _say_again(back) else strength
    says = f"{past.company} is looking for people again, after weeks with hardly a seat."
    return _sighting(Signal.THAWING, past, now, "", says, back, strength)


def _sighting(
    signal: Signal,
    past: Past,
    now: datetime,
    name: str,
    says: str,
    desks: list[Desk],
    strength: Strength,
) -> Sighting:
    newest = sorted(desks, key=lambda desk: desk.up[-1].since, reverse=True)[:5]
    seen = tuple(
        Seen(f"“{d.seat.title}” is on their board", d.up[-1].since, d.seat.title, d.seat.latest.url)
        for d in newest
    )
    return Sighting(signal, move_key(signal, past, now, name), now, strength, says, seen, past.company, past.case)  # fmt: skip
