"""A firm's seats held against one old no: how near each is to the lost one, and which are that one.

Titles, their sense, the number and the former title an advert names, and what its text shares with the
lost one's are its witnesses; none of them alone is believed against the others.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property

from afterword.counsel.watching import lexicon
from afterword.counsel.watching.craft import (
    BESIDE,
    BESIDE_UNKNOWN,
    CLOSE_BACK,
    KIN_BESIDE,
    KINDRED,
    LEADS_BESIDE,
    MUCH_ALIKE,
    NEAR_AGAIN,
    NEAR_ALONE,
    NOT_NEAR,
    OF_ITS_SIDE,
    ONE_MAKE,
    STRANGERS,
    Kind,
    Near,
    comparable,
    exchanged,
    judged,
    near,
    of_two_crafts,
    widened,
)
from afterword.counsel.watching.kinship import kinship, lines, own_words
from afterword.counsel.watching.marks import bears
from afterword.counsel.watching.named import names
from afterword.counsel.watching.past import Past
from afterword.counsel.watching.reach import is_reachable
from afterword.counsel.watching.said import Said
from afterword.counsel.watching.seats import Seat, Seats, together
from afterword.counsel.watching.sketch import alike

#: Where so many titles of a firm lie nearer to the lost one than this one's, it is not of the same sort;
#: and the nearest title of all is believed where no more texts than so are nearer than its own (over seven
#: years of boards: benchmarks/watches.md).
CROWD, TEXTS_NEARER = 10, 2
#: Of one side, a title to which no more than so many others are nearer is of the lost one's family.
FAMILY = 2
#: Languages in which the reader has heard too little to be asked: there the words speak.
DEAF = frozenset({"da", "fi", "cs"})


class Held:
    """A firm's seats held against one old no: how near each is, and which are the lost one."""

    def __init__(self, seats: Seats, past: Past) -> None:
        self.seats, self.past = seats, past
        self._near: dict[int, Near] = {}
        #: Seats that only their place on the board brings near, by `id`.
        self.foremost: set[int] = set()
        #: Seats that their side brings near: of its family, and not the lost one.
        self.family: set[int] = set()

    def near(self, seat: Seat) -> Near:
        found = self._near.get(id(seat))
        if found is None:
            found = _near(seat, self.past, self.seats)
            if found is Near.SIBLING and self._is_one_of_a_crowd(seat):
                found = Near.APART
            elif found is Near.APART and self._is_foremost(seat):
                found = Near.SIBLING
                self.foremost.add(id(seat))
            elif found is Near.APART and self._is_beside(seat):
                found = Near.SIBLING
                self.family.add(id(seat))
            self._near[id(seat)] = found
        return found

    def _is_foremost(self, seat: Seat) -> bool:
        """Whether of all the firm shows no title is nearer to the lost one, and hardly a text.

        Its place on the board says what no bar can: houses differ in how alike all their adverts are.
        """
        past = self.past
        work = past.craft.work if seat.craft.kind is past.craft.kind else ""
        if not work or work != seat.craft.work or not _is_of_its_side(seat, past):
            return False
        if abs(seat.craft.rank - past.craft.rank) > 1:
            return False
        kin = kin_of(seat, past, self.seats)
        close = closeness(seat, past, self.seats)
        if kin is None or kin < STRANGERS or close is None or self._closer(seat) != 0:
            return False
        # the nearest of what is far is far as well, unless its text is the nearest too
        return _more(self._kins, kin, seat) <= (TEXTS_NEARER if close >= NOT_NEAR else 0)

    def _is_beside(self, seat: Seat) -> bool:
        """Whether it is of the family of the lost seat on its own side of the house.

        A house that files two seats in one department has said itself that they are kin, so there less
        is asked of the texts, which for two fields of one trade are often strangers.
        """
        past, craft = self.past, seat.craft
        close = closeness(seat, past, self.seats)
        steps = abs(craft.rank - past.craft.rank)
        known = _is_of_its_side(seat, past)
        leads = known and steps <= 1 and craft.work == past.craft.work == "lead"
        if craft.kind is not past.craft.kind or close is None:
            return False
        if close < BESIDE_UNKNOWN and not leads:
            return False  # the most of them: nothing dearer is asked
        closer = self._closer(seat) or 0
        if closer > FAMILY:
            return False
        kin = kin_of(seat, past, self.seats) or 0.0
        telling = past.craft.core & craft.core - self.seats.everyday - lexicon.WIDE
        here, there = past.department, seat.latest.department
        if known or (not (here or there) and kin >= OF_ITS_SIDE):
            named = bool(telling) and close >= BESIDE and steps <= 2
            named = named and not of_two_crafts(past.craft, craft)
            return named or (leads and kin >= LEADS_BESIDE)
        # whose side it was nobody knows: then the nearest of all, in the same words and at the same grade
        nearest = craft.work == past.craft.work and steps == 0 and closer == 0
        unknown = bool(telling) and not (here and there)
        return unknown and nearest and kin >= ONE_MAKE and close >= BESIDE_UNKNOWN

    def _is_one_of_a_crowd(self, seat: Seat) -> bool:
        """Whether many titles of the firm are nearer to the lost one than this one's."""
        there = seat.latest.tongue
        foreign = bool(self.past.tongue and there and self.past.tongue != there)
        if foreign or _is_numbered(seat, self.past):
            return False
        return (self._closer(seat) or 0) >= CROWD

    def _closer(self, seat: Seat) -> int | None:
        """How many titles of other seats are nearer to the lost one; None: nobody heard it."""
        close = closeness(seat, self.past, self.seats)
        return None if close is None else _more(self._closes, close, seat)

    @cached_property
    def _others(self) -> list[Seat]:
        """All seats but those that were the lost one by title, place and time."""
        past = self.past
        return [
            one
            for one in self.seats.all
            if one.craft.core != past.craft.core
            or one.craft.rank != past.craft.rank
            or not _was_theirs(one, past)
            or not together(past.places, one.places)
        ]

    @cached_property
    def _closes(self) -> dict[int, float]:
        told = {id(one): closeness(one, self.past, self.seats) for one in self._others}
        return {one: close for one, close in told.items() if close is not None}

    @cached_property
    def _kins(self) -> dict[int, float]:
        told = {id(one): kin_of(one, self.past, self.seats) for one in self._others}
        return {one: kin for one, kin in told.items() if kin is not None}

    @cached_property
    def same(self) -> list[Seat]:
        return _same(self)


def filled(seats: Seats, past: Past) -> Past:
    """The past with what the board itself shows of the lost seat, where the user kept no advert; of
    an advert that was kept, without what the house says in all of them."""
    if past.text:
        past = replace(past, terms=own_words(lines(past.text), seats.house))
    bare = replace(seats, aside=frozenset())
    own = [s for s in seats.all if _near(s, past, bare) is Near.SAME and _was_theirs(s, past)]
    if not own:
        return past
    last = own[0].latest
    towns = tuple(p for s in own for one in s.adverts for p in one.places)
    return replace(
        past,
        words=past.words or last.words,
        terms=past.terms or last.terms,
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
    began = min((one.up[0].since for one in seats.all), default=past.ended)
    for seat in here:
        # what stood under another title at the first look is a seat beside the lost one, if it comes again
        if seat in same or _was_theirs(seat, past) or seat.up[0].since <= began:
            continue
        # redrawn, unless the old one stands beside it: then this is a second seat
        beside = any(o.stood(seat.up[0].since) for o in named)
        close = closeness(seat, past, seats)
        more = widened(past.craft, seat.craft) and (close is None or close >= NOT_NEAR)
        if more and _one_side(seat, past) and not beside:
            same.append(seat)
            continue
        foreign = bool(past.tongue and seat.latest.tongue and past.tongue != seat.latest.tongue)
        if exchanged(past.craft, seat.craft) and not foreign and not _is_of_its_side(seat, past):
            continue  # the same trade in another field, and nobody says that it is of the lost side
        if is_of_one_make(seat, past, seats, close or 0.0) and not beside:
            same.append(seat)  # by all its text says, at one grade more or less
            continue
        if held.near(seat) is Near.APART or id(seat) in held.family:
            continue
        if id(seat) in held.foremost and not beside:
            same.append(seat)  # there, and nothing on the board is nearer
            continue
        ranked = seat.craft.rank == past.craft.rank
        least = NEAR_AGAIN if _is_of_its_side(seat, past) else NEAR_ALONE
        if (close or 0.0) >= least and ranked and _one_side(seat, past) and not beside:
            same.append(seat)  # the lost work in its department and rank, under another title
            continue
        if _reads_the_same(seat, past, seats) and not any(o.stood(seat.up[0].since) for o in own):
            same.append(seat)
    return same


def _reads_the_same(seat: Seat, past: Past, seats: Seats) -> bool:
    """Whether its text is the lost one's, a little changed, at hardly another grade: what the house
    says in all of them makes no seat the lost one."""
    shared = alike(past.words, seat.latest.words, seats.aside) or 0.0
    kin = kin_of(seat, past, seats)
    steps = abs(seat.craft.rank - past.craft.rank)
    return shared >= MUCH_ALIKE and steps <= 1 and (kin is None or kin >= ONE_MAKE)


def is_of_one_make(seat: Seat, past: Past, seats: Seats, close: float) -> bool:
    """Whether its text is the lost one's in other words, and its title does not speak against it; or
    it says that it is sought for the second time, and one of both shows which it was."""
    steps = abs(seat.craft.rank - past.craft.rank)
    kin = kin_of(seat, past, seats) or 0.0
    if Said.BACK in seat.said and steps <= 1 and _one_side(seat, past):
        bars = ((KIN_BESIDE, KINDRED), (CLOSE_BACK, STRANGERS))
        return any(close >= title and kin >= text for title, text in bars)
    # who leads such work and who does it write of the same things
    leads = {seat.craft.work == "lead", past.craft.work == "lead"}
    if len(leads) > 1 and close < NEAR_AGAIN:
        return False
    works = {seat.craft.work, past.craft.work}
    if len(works) > 1 and "" not in works and close < BESIDE:
        return False
    return kin >= ONE_MAKE and close >= KIN_BESIDE and steps <= 1 and _one_side(seat, past)


def _near(seat: Seat, past: Past, seats: Seats) -> Near:
    latest, by_title = seat.latest, Near.APART
    beside = _is_of_its_side(seat, past)
    if comparable(past.craft, seat.craft):
        shared = alike(past.words, latest.words, seats.aside)
        by_title = near(past.craft, seat.craft, shared, beside=beside)
    close = closeness(seat, past, seats)
    if _names_it(seat, past):
        return Near.SAME  # their own word for it
    if _is_numbered(seat, past):
        # one number, one seat, whatever it is called now; but numbers are given out again, to other
        # work or another grade
        lost = by_title is Near.APART and close is not None and close < NOT_NEAR
        if past.craft.work and (seat.craft.work, seat.craft.rank) == (
            past.craft.work,
            past.craft.rank,
        ):
            lost = False
        return Near.APART if lost else Near.SAME
    kin = kin_of(seat, past, seats)
    if close is None:
        strange = by_title is Near.SIBLING and kin is not None and kin < STRANGERS
        return Near.APART if strange else by_title
    if seat.craft.kind is not past.craft.kind:
        return Near.APART
    known = past.craft.whole & seat.craft.whole
    foreign = bool(past.tongue and latest.tongue and past.tongue != latest.tongue)
    # no word at all in common is no witness; the firm's everyday word alone is one that misleads
    telling = foreign or len(known) != 1 or bool(known - seats.everyday - lexicon.WIDE)
    return judged(
        by_title, close, past.craft, seat.craft, beside=beside, telling=telling, kin=kin,
        apart=not _one_side(seat, past),
    )  # fmt: skip


def _is_numbered(seat: Seat, past: Past) -> bool:
    """Whether it bears the lost seat's own number."""
    return bool(past.requisition) and any(
        one.requisition == past.requisition or bears(one.marks, past.requisition)
        for one in seat.adverts
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


def kin_of(seat: Seat, past: Past, seats: Seats) -> float | None:
    """How near its text is to the lost advert's (`kinship`); None in another language, or unread."""
    latest = seat.latest
    if past.tongue and latest.tongue and past.tongue != latest.tongue:
        return None
    return kinship(past.terms, latest.terms, seats.weights)


def _one_side(seat: Seat, past: Past) -> bool:
    """Whether both may be of one department; what names none may be of any."""
    there = seat.latest.department.casefold()
    return not there or not past.department or there == past.department.casefold()


def _is_of_its_side(seat: Seat, past: Past) -> bool:
    """Whether both are known to be of one department."""
    return bool(past.department and seat.latest.department) and _one_side(seat, past)


def _was_theirs(seat: Seat, past: Past) -> bool:
    """Whether it stood while the case ran."""
    return any(
        up.since <= past.ended and (up.until is None or up.until >= past.opened) for up in seat.up
    )


def _more(told: Mapping[int, float], than: float, seat: Seat) -> int:
    """How many seats but this one were told to be nearer than so."""
    return sum(near > than for one, near in told.items() if one != id(seat))


def is_seat(seat: Seat) -> bool:
    """Whether it is a real seat for the trained, one that comes and goes."""
    return seat.craft.kind is Kind.SEAT and not seat.evergreen
