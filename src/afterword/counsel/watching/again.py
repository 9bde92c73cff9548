"""A seat that is open again, and a sibling of it: what the boards say of an old no.

An advert is weak evidence: most that are put up again are renewals (E23), so the same words alone
make a weak sign, and only a text that was rewritten since makes a strong one (contract, ruling 5).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import cached_property

from afterword.counsel import days
from afterword.counsel.watching import lexicon
from afterword.counsel.watching.craft import (
    MUCH_ALIKE,
    NEAR_AGAIN,
    NEAR_ALONE,
    NOT_NEAR,
    Kind,
    Near,
    comparable,
    craft_of,
    judged,
    near,
    widened,
)
from afterword.counsel.watching.memory import Advert, Memory
from afterword.counsel.watching.named import names
from afterword.counsel.watching.past import Past
from afterword.counsel.watching.reach import is_abroad, is_reachable
from afterword.counsel.watching.seats import RENEWAL, Seat, Seats, together
from afterword.counsel.watching.sketch import alike, rewritten
from afterword.terms import Posting, Seen, Sighting, Signal, Strength

_WORD = re.compile(r"[^\W_]+", re.UNICODE)
#: Languages in which the reader has heard too little to be asked: there the words speak.
DEAF = frozenset({"da", "fi", "cs"})
#: A seat that closed with the decision and comes again so soon is open again; else `RENEWAL`.
AFTER_DECISION = timedelta(days=7)
#: How near its end must lie to the verdict to have closed with it.
CLOSED_WITH_IT = timedelta(days=45)
#: An advert that stands in every season says nothing before so long a pause.
EVERGREEN_PAUSE = timedelta(days=60)
#: So close in sense two seats of one place and rank are one search told twice.
ONE_AND_THE_SAME = 0.97
#: So long after the verdict at the least: what is put up in the same days was put up before it.
SETTLED = timedelta(days=3)
#: A first look finds an advert already there; the firm's own date then counts from here on.
DATED_AFTER = timedelta(days=14)


class Held:
    """A firm's seats held against one old no: how near each is, and which are the lost one."""

    def __init__(self, seats: Seats, past: Past) -> None:
        self.seats, self.past = seats, past
        self._near: dict[int, Near] = {}

    def near(self, seat: Seat) -> Near:
        found = self._near.get(id(seat))
        if found is None:
            found = self._near[id(seat)] = _near(seat, self.past, self.seats)
        return found

    @cached_property
    def same(self) -> list[Seat]:
        return _same(self)


def reopened(memory: Memory, held: Held) -> Iterator[Sighting]:
    """The same seat, up again after the no; each time it came up, at most once a day."""
    past = held.past
    for seat in held.same:
        for place, up in enumerate(seat.up):
            if up.since <= past.ended + SETTLED:
                continue
            advert = _started(seat, up.since)
            if place == 0:
                gone = _never_seen_before(memory, past, advert)
            else:
                gone = _came_again(seat, place, past)
            if gone is None:
                continue
            yield _again(
                seat, advert, past, up.since, gone, _is_rewritten(seat, advert, past, up.since)
            )
        yield from _rewritten_while_up(seat, past)


def filled(seats: Seats, past: Past) -> Past:
    """The past with what the board itself shows of the lost seat, where the user kept no advert."""
    bare = replace(seats, aside=frozenset())
    own = [s for s in seats.all if _near(s, past, bare) is Near.SAME and _was_theirs(s, past)]
    if not own:
        return past
    last = own[0].latest
    towns = tuple(p for s in own for one in s.adverts for p in one.places)
    return replace(
        past,
        words=past.words or last.words,
        tongue=past.tongue or last.tongue,
        places=past.places or towns,
        department=past.department or last.department,
        sense=past.sense if past.words or not last.sense else last.sense,
    )


def _same(held: Held) -> list[Seat]:
    """The seats that are the lost one: of its title and place, or its text under another title."""
    seats, past = held.seats, held.past
    here = [
        seat
        for seat in seats.all
        if _is_numbered(seat, past)
        or _names_it(seat, past)
        or (
            is_reachable(seat, past)
            and (not past.places or together(past.places, seat.latest.places))
        )
    ]
    same = [s for s in here if held.near(s) is Near.SAME]
    named = tuple(same)
    own = [s for s in same if _was_theirs(s, past)]
    for seat in here:
        if seat in same or _was_theirs(seat, past):
            continue
        # redrawn, unless the old one stands beside it: then this is a second seat
        beside = any(o.stood(seat.up[0].since) for o in named)
        close = closeness(seat, past, seats)
        more = widened(past.craft, seat.craft) and (close is None or close >= NOT_NEAR)
        if more and _one_side(seat, past) and not beside:
            same.append(seat)
            continue
        if held.near(seat) is Near.APART:
            continue
        ranked = seat.craft.rank == past.craft.rank
        known = bool(past.department) and bool(seat.latest.department)
        least = NEAR_AGAIN if known else NEAR_ALONE
        if (close or 0.0) >= least and ranked and _one_side(seat, past) and not beside:
            same.append(seat)  # the lost work in its department and rank, under another title
            continue
        shared = alike(past.words, seat.latest.words, seats.aside) or 0.0
        if shared >= MUCH_ALIKE and not any(o.stood(seat.up[0].since) for o in own):
            same.append(seat)
    return same


def _near(seat: Seat, past: Past, seats: Seats) -> Near:
    latest, by_title = seat.latest, Near.APART
    beside = bool(past.department) and bool(latest.department) and _one_side(seat, past)
    if comparable(past.craft, seat.craft):
        shared = alike(past.words, latest.words, seats.aside)
        by_title = near(past.craft, seat.craft, shared, beside=beside)
    close = closeness(seat, past, seats)
    if _names_it(seat, past):
        return Near.SAME  # their own word for it
    if _is_numbered(seat, past):
        # one number, one seat, whatever it is called now; but numbers are given out again
        lost = by_title is Near.APART and close is not None and close < NOT_NEAR
        return Near.APART if lost else Near.SAME
    if close is None:
        return by_title
    if seat.craft.kind is not past.craft.kind:
        return Near.APART
    known = past.craft.whole & seat.craft.whole
    foreign = bool(past.tongue and latest.tongue and past.tongue != latest.tongue)
    # no word at all in common is no witness; the firm's everyday word alone is one that misleads
    telling = foreign or len(known) != 1 or bool(known - seats.everyday - lexicon.WIDE)
    return judged(by_title, close, past.craft, seat.craft, beside=beside, telling=telling)


def _is_numbered(seat: Seat, past: Past) -> bool:
    """Whether it bears the lost seat's own number."""
    return bool(past.requisition) and any(
        one.requisition == past.requisition for one in seat.adverts
    )


def _names_it(seat: Seat, past: Past) -> bool:
    """Whether its text says that this is the lost seat under another title."""
    return any(names(one.once, past.role) for one in seat.adverts)


def closeness(seat: Seat, past: Past, seats: Seats) -> float | None:
    """How likely (0…1) it is the lost work or the work beside it by sense; None: nobody heard it."""
    meaning = seats.meaning
    if (
        meaning is None
        or (past.tongue or seats.tongue) in DEAF
        or not meaning.is_known(past.sense)
        or not meaning.is_known(seat.latest.sense)
    ):
        return None
    return sum(meaning.likeness(past.sense, seat.latest.sense))


def _one_side(seat: Seat, past: Past) -> bool:
    """Whether both may be of one department; what names none may be of any."""
    there = seat.latest.department.casefold()
    return not there or not past.department or there == past.department.casefold()


def _was_theirs(seat: Seat, past: Past) -> bool:
    """Whether it stood while the case ran."""
    return any(
        up.since <= past.ended and (up.until is None or up.until >= past.opened) for up in seat.up
    )


def _started(seat: Seat, at: datetime) -> Advert:
    return next(one for one in seat.adverts if any(up.since == at for up in one.up))


def _never_seen_before(memory: Memory, past: Past, advert: Advert) -> str | None:
    """Why a seat that the watch had not seen counts as open again; None where it does not."""
    board = advert.key.rpartition("/")[0]
    first, began = memory.boards[board], memory.first
    at = advert.up[0].since
    assert began is not None
    if at > first:
        # the board was watched without it since the verdict, and for long enough
        watched = max(began, past.ended)
        return "it had not been there" if at - watched >= AFTER_DECISION else None
    if first > began or not advert.posted:
        return None  # another system, or nothing that says when
    posted = date.fromisoformat(advert.posted)
    if days.local(past.ended, at) + DATED_AFTER < posted <= at.date():
        return f"the firm dates it {days.spoken(posted)}"
    return None


def _came_again(seat: Seat, place: int, past: Past) -> str | None:
    """The pause before this stretch, in words; None where it is a renewal."""
    ended = seat.up[place - 1].until
    assert ended is not None
    pause = seat.up[place].since - ended
    if seat.evergreen:
        least = EVERGREEN_PAUSE
    elif abs(ended - past.ended) <= CLOSED_WITH_IT:
        least = AFTER_DECISION
    else:
        least = RENEWAL
    if pause < least:
        return None
    return f"it was gone for {pause.days} days"


def _is_rewritten(seat: Seat, advert: Advert, past: Past, at: datetime) -> bool:
    """Whether it reads otherwise than before this stretch, or than the advert the user had kept."""
    if advert.changed == at or _is_redrawn(advert, past):
        return True
    older = [one for one in seat.adverts if one.up[0].since < at and one is not advert]
    if older:
        last = max(older, key=lambda one: one.up[0].since)
        return rewritten(last.words, advert.words, (last.tongue, advert.tongue))
    if advert.up[0].since < at:
        return False  # the same advert under its old mark, in the words it had
    return rewritten(past.words, advert.words, (past.tongue, advert.tongue))


def _is_redrawn(advert: Advert, past: Past) -> bool:
    """Whether its very title asks for more than the lost one: a specification changed in public."""
    now = craft_of(advert.title, advert.places)
    numbered = bool(past.requisition) and advert.requisition == past.requisition
    return widened(past.craft, now) or (numbered and not now.whole <= past.craft.whole)


def _again(
    seat: Seat, advert: Advert, past: Past, at: datetime, gone: str, rewritten: bool
) -> Sighting:
    now = craft_of(advert.title, advert.places)
    renamed = now.core != past.craft.core and not widened(past.craft, now)
    what = f"“{advert.title}” is up{'' if renamed else ' again'}; {gone}"
    if renamed:
        says = f"It looks as if {past.company} seeks {past.role} again, under another name: “{advert.title}”."  # fmt: skip
        what += ", by all it says the same work"
    elif rewritten:
        says = f"{past.role} at {past.company} is open again, and what they ask for was rewritten."
    else:
        same = ", in the words it had" if past.words else ""  # else nobody knows what it said
        says = f"{past.role} at {past.company} is up again{same}. An advert alone is a weak sign."
    numbered = bool(past.requisition) and advert.requisition == past.requisition
    if rewritten and not renamed:
        what += ", and its text is another one"
    elif numbered:
        what += f", under its old number {advert.requisition}"
        says = f"{past.role} at {past.company} is up again under its old number."
    return _sighting(
        Signal.REOPENED, past, at, Strength.STRONG if rewritten else Strength.FAIR if numbered else Strength.WEAK, says, what, advert
    )  # fmt: skip


def _rewritten_while_up(seat: Seat, past: Past) -> Iterator[Sighting]:
    """An advert that was left up tells nothing, unless it was written anew after the no."""
    for one in seat.adverts:
        at = one.changed
        if at is None or at <= past.ended + SETTLED or not one.stands or seat.evergreen:
            continue
        if not any(up.since <= past.ended and up.holds(at) for up in seat.up):
            continue
        says = (
            f"{past.role} at {past.company} was left up, and what they ask for was rewritten since."
        )
        what = f"“{one.title}” stood all along; its text was rewritten"
        yield _sighting(Signal.REOPENED, past, at, Strength.STRONG, says, what, one)


def siblings(memory: Memory, held: Held) -> Iterator[Sighting]:
    """A seat beside the lost one: its craft with another rank, field or town; each seat once."""
    seats, past, same = held.seats, held.past, held.same
    before: list[Seat] = []
    for seat in sorted(seats.all, key=lambda one: one.up[0].since):
        if seat in same or seat.evergreen or seat.craft.kind is not past.craft.kind:
            continue
        if held.near(seat) is Near.APART:
            continue
        once_more = any(_is_once_more(seat, one, seats) for one in before)
        before.append(seat)
        if once_more:
            continue  # one search in two languages, or under two titles, is told once
        at = seat.up[0].since
        advert = _started(seat, at)
        board = advert.key.rpartition("/")[0]
        if at <= past.ended or at == memory.boards[board] or is_abroad(memory, advert, past):
            continue
        where = ", ".join(advert.places[:2])
        says = f"{past.company} is looking for {advert.title}" + (f" in {where}." if where else ".")
        what = f"“{advert.title}” is new on their board"
        yield _sighting(Signal.SIBLING_ROLE, past, at, Strength.WEAK, says, what, advert)


def _is_once_more(seat: Seat, earlier: Seat, seats: Seats) -> bool:
    """Whether it is by all it says a seat shown not long before, at the same place and rank."""
    one, other = earlier.latest, seat.latest
    if not any(earlier.stood(seat.up[0].since - back) for back in (timedelta(0), RENEWAL)):
        return False
    if not together(one.places, other.places):
        return False
    foreign = bool(one.tongue and other.tongue) and one.tongue != other.tongue
    # in two languages, of one craft and one place: a firm seldom seeks two of them in a fortnight
    if foreign and one.places and other.places and comparable(earlier.craft, seat.craft):
        return True
    if seats.meaning is None or not one.sense or not other.sense:
        return False
    ranked = seat.craft.rank == earlier.craft.rank
    return ranked and sum(seats.meaning.likeness(one.sense, other.sense)) >= ONE_AND_THE_SAME


def _sighting(
    signal: Signal,
    past: Past,
    at: datetime,
    strength: Strength,
    says: str,
    what: str,
    advert: Advert,
) -> Sighting:
    home, _, id = advert.key.rpartition("/")
    board, _, tenant = home.partition("/")
    return Sighting(
        signal,
        _key(signal, past, at, advert),
        at,
        strength,
        says,
        (Seen(what, at, advert.title, advert.url),),
        company=past.company,
        case=past.case,
        posting=Posting(
            board,
            tenant,
            id,
            advert.title,
            past.company,
            advert.places,
            department=advert.department,
            url=advert.url,
        ),
    )


def _key(signal: Signal, past: Past, at: datetime, advert: Advert) -> str:
    """The sign, the case, the day; of siblings, which it is: two may come on one morning."""
    which = f":{_bare(advert.title)}" if signal is Signal.SIBLING_ROLE else ""
    return f"{signal}:{past.case}:{at.date()}{which}"


def _bare(title: str) -> str:
    """A title as a mark: neither its case nor its signs."""
    return "-".join(_WORD.findall(title.casefold()))[:120]


def is_seat(seat: Seat) -> bool:
    """Whether it is a real seat for the trained, one that comes and goes."""
    return seat.craft.kind is Kind.SEAT and not seat.evergreen
