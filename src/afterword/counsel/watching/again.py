"""A seat that is open again, and a sibling of it: what the boards say of an old no.

An advert is weak evidence: most that are put up again are renewals (E23), so the same words alone
make a weak sign, and only a text that was rewritten since makes a strong one (contract, ruling 5).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from afterword.counsel import days
from afterword.counsel.watching.craft import (
    Near,
    comparable,
    craft_of,
    widened,
)
from afterword.counsel.watching.held import Held
from afterword.counsel.watching.memory import Advert, Memory
from afterword.counsel.watching.past import Past
from afterword.counsel.watching.reach import is_abroad
from afterword.counsel.watching.seats import RENEWAL, Seat, Seats, together
from afterword.counsel.watching.sketch import rewritten
from afterword.terms import Posting, Seen, Sighting, Signal, Strength

_WORD = re.compile(r"[^\W_]+", re.UNICODE)
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
        what += "; the text is new"
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
