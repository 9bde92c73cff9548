"""The side of a house one spoke with: its department, whatever it is called, and the desks of it.

A firm renames departments, loses their names for some days, writes them in two languages, and puts
one desk up twice; its plant rests in August. Counting comes after all that.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from itertools import pairwise

from afterword.counsel.watching import lexicon
from afterword.counsel.watching.craft import ALL_BUT_EQUAL, OF_ITS_SIDE, Near, craft_of, near
from afterword.counsel.watching.held import is_seat
from afterword.counsel.watching.kinship import kinship, terms
from afterword.counsel.watching.memory import Advert, Memory, Up
from afterword.counsel.watching.past import Past
from afterword.counsel.watching.said import Said
from afterword.counsel.watching.seats import (
    RENEWAL,
    Seat,
    Seats,
    together,
)
from afterword.counsel.watching.sketch import alike

#: A department is renamed where so many of its adverts bear the new name on one day (judgement).
RENAMED_SHARE = 0.75
#: How one desk is held, not what it is: hours and kinds of contract.
_FORM = re.compile(
    r"(?<!\d)\d{1,3}\s?(?:%|per ?cent|prozent|procent|pro ?cent\w*|por ciento|pour ?cent|std|hours)|\bb2b\b|\buop\b"
    r"|\b(?:full|part)[- ]?time\b|\b(?:voll|teil)zeit\b|\bcontract\b|\bpermanent\b|\bjob ?share\b",
    re.IGNORECASE,
)
#: Two adverts of one desk in two languages, or by two titles, go up within so many days.
COPIED = timedelta(days=45)
#: Two adverts that share no word of their titles are one desk only where their texts are one.
WORD_FOR_WORD = 0.9
#: From this rank on somebody leads people: there is one of that title in a place.
_LEADS = 5
#: More seats than this are not held against one another for copies: it costs too much.
_MOST_HELD = 150
#: A house rests: so much of a board gone in one night of these weeks is believed only after three
#: weeks, and what is back within six was never gone (contract: a bad night is no news).
RESTS_SHARE, RESTS_LEAST = 0.7, 4
REST_BELIEVED, REST_OVER = timedelta(days=21), timedelta(days=42)
_REST = (((7, 18), (8, 31)), ((12, 18), (12, 31)), ((1, 1), (1, 7)))
#: So many seats in one night, of more than one department, are another board taken in, or numbered
#: anew: nobody has hired there.
MOVED_LEAST, MOVED_SHARE = 5, 0.3


def rests(day: datetime) -> bool:
    """Whether houses rest: late July and August, and from before Christmas to Epiphany."""
    return any(a <= (day.month, day.day) <= b for a, b in _REST)


class Sides:
    """The departments of a firm, those that are one under several names brought together."""

    def __init__(self, memory: Memory, seats: Seats) -> None:
        self._one: dict[str, str] = {}
        named = sum(bool(one.department) for one in memory.adverts)
        #: Whether the boards say of most adverts which department they are of.
        self.named = named * 2 > len(memory.adverts)
        self._by_rename(memory.adverts)
        self._by_move(seats.all)
        self._by_tongue(memory.adverts)
        self.known = frozenset(self.of(one.department) for one in memory.adverts if one.department)

    def of(self, name: str) -> str:
        """One name for all the names of a department; "" for none."""
        name = _plain(name)
        while self._one.get(name, name) != name:
            name = self._one[name]
        return name

    def _join(self, a: str, b: str) -> None:
        a, b = self.of(a), self.of(b)
        if a and b and a != b:
            self._one[a] = b

    def _by_rename(self, adverts: Iterable[Advert]) -> None:
        """A name that nearly all its adverts exchanged for another on one day."""
        adverts = tuple(adverts)
        moved: dict[tuple[str, str, datetime], int] = Counter()
        for one in adverts:
            for n, (name, at) in enumerate(one.departments):
                now = one.departments[n + 1][0] if n + 1 < len(one.departments) else one.department
                moved[_plain(name), _plain(now), at] += 1
        for (old, new, at), count in moved.items():
            if old == new:
                continue
            stood = [o for o in adverts if o.up[0].since < at and any(u.holds(at) for u in o.up)]
            stayed = sum(_plain(_borne(one, at)) == old for one in stood)
            # a lone advert that goes to a department known before was put right, nothing renamed
            alone = count == 1 and any(
                _plain(_borne(one, one.up[0].since)) == new and one.up[0].since < at
                for one in adverts
            )
            if count >= RENAMED_SHARE * (count + stayed) and not alone:
                self._join(old, new)

    def _by_move(self, seats: Iterable[Seat]) -> None:
        """Names of one board and of the next, on the same seats."""
        pairs: Counter[tuple[str, str]] = Counter()
        for seat in seats:
            by_board = {
                one.key.rpartition("/")[0]: _plain(one.department)
                for one in seat.adverts
                if one.department
            }
            names = list(by_board.values())
            pairs.update((a, b) for a in names[:1] for b in names[1:])
        for (a, b), count in pairs.items():
            if count >= 2 and count >= RENAMED_SHARE * sum(
                n for (x, _), n in pairs.items() if x == a
            ):
                self._join(a, b)

    def _by_tongue(self, adverts: Iterable[Advert]) -> None:
        """One craft, named in each language of the adverts: "Vertrieb" and "Sales"."""
        tongues: dict[str, Counter[str]] = defaultdict(Counter)
        for one in adverts:
            if one.department and one.tongue:
                tongues[one.department][one.tongue] += 1
        by_craft: dict[frozenset[str], list[str]] = defaultdict(list)
        for name in tongues:
            craft = craft_of(name).whole
            if craft and craft <= _KNOWN:
                by_craft[craft].append(name)
        for names in by_craft.values():
            for a, b in pairwise(names):
                if tongues[a].most_common(1)[0][0] != tongues[b].most_common(1)[0][0]:
                    self._join(a, b)


_KNOWN = frozenset(name for name, _ in lexicon.CRAFTS)
_NAME = re.compile(r"[^\W_]+", re.UNICODE)


@lru_cache(maxsize=4096)
def _plain(name: str) -> str:
    words = _NAME.findall(name.casefold())
    return " ".join(word for word in words if word not in lexicon.BINDING) or " ".join(words)


def _borne(one: Advert, at: datetime) -> str:
    """The department an advert bore on a day."""
    return next((name for name, until in one.departments if at < until), one.department)


def is_mine(seat: Seat, past: Past, sides: Sides, weights: Mapping[int, float]) -> bool:
    """Whether a seat is of the side of the lost one: of its department under whatever name; where
    the boards name none, of those whose texts are near to the lost advert's or name its department,
    or of its craft."""
    lost = sides.of(past.department)
    theirs = {sides.of(one.department) for one in seat.adverts if one.department}
    if lost and theirs and lost in sides.known:
        return lost in theirs
    # a board that names departments, and nothing near the lost seat on it: whose side it was is not known
    if sides.named:
        return False
    kin = kinship(past.terms, seat.latest.terms, weights)
    if kin is None:
        return bool(seat.craft.core & past.craft.core - lexicon.WIDE)
    named = frozenset(terms(_plain(past.department)))
    return kin >= OF_ITS_SIDE or (bool(named) and named <= frozenset(seat.latest.terms))


@dataclass(frozen=True, slots=True)
class Desk:
    """A seat with its copies: when it stood, nights and holidays of the board left out."""

    seat: Seat
    up: tuple[Up, ...]

    @property
    def since(self) -> datetime:
        return self.up[0].since

    @property
    def stands(self) -> bool:
        return self.up[-1].until is None


def is_desk(seat: Seat) -> bool:
    """Whether it is a desk of the firm's own that anybody trained may have, and keep.

    Who stands in for a season or for somebody who comes back shows no will to hire; what was held for
    a time last year may be lasting now.
    """
    passing = Said.PASSING in seat.latest.said
    return is_seat(seat) and not passing and not lexicon.NO_DESK.search(seat.title)


def desks_of(
    seats: Iterable[Seat],
    aside: frozenset[int],
    nights: frozenset[datetime],
    last: datetime,
    *,
    copies: bool = True,
) -> list[Desk]:
    """The desks among these seats up to the last look: no places for learners, no holidays (`nights`
    are `rests_of` the firm), no copies (where that is asked: it costs much)."""
    kept = sorted((s for s in seats if is_desk(s)), key=lambda s: s.up[0].since)
    groups: list[list[Seat]] = []
    for seat in kept:
        home = None
        if copies and len(kept) <= _MOST_HELD:
            home = next((g for g in groups if any(_copies(seat, s, aside) for s in g)), None)
        if home is None:
            groups.append([seat])
        else:
            home.append(seat)
    return [Desk(group[0], _stood(group, nights, last)) for group in groups]


def _copies(a: Seat, b: Seat, aside: frozenset[int]) -> bool:
    """Whether the later of two seats is the first once more: its text, or it in another language."""
    if b.up[-1].until is not None and a.up[0].since - b.up[-1].until > COPIED:
        return False
    if not together(a.latest.places, b.latest.places):
        return False
    if _bare(a.title) == _bare(b.title):
        return True
    if a.latest.tongue == b.latest.tongue:
        shared = alike(a.latest.words, b.latest.words, aside) or 0.0
        # a house that says much of itself in every advert makes strangers alike: then titles tell
        named = near(a.craft, b.craft) is not Near.APART
        return shared >= (ALL_BUT_EQUAL if named else WORD_FOR_WORD)
    # in two languages no text can be compared: one craft, or the one who leads
    leads = a.craft.work == b.craft.work == "lead" and a.craft.rank == b.craft.rank >= _LEADS
    close = abs(a.up[0].since - b.up[0].since) <= COPIED
    return close and (leads or near(a.craft, b.craft) is not Near.APART or _shares(a, b))


@lru_cache(maxsize=4096)
def _bare(title: str) -> str:
    """A title without the form in which its desk is held."""
    return _plain(_FORM.sub(" ", title))


def _shares(a: Seat, b: Seat) -> bool:
    """Whether two titles name one known craft at one rank."""
    return a.craft.rank == b.craft.rank and bool(
        a.craft.core & b.craft.core & _KNOWN - lexicon.WIDE
    )


def _stood(group: list[Seat], nights: frozenset[datetime], now: datetime) -> tuple[Up, ...]:
    found: list[Up] = []
    for up in sorted((u for seat in group for u in seat.up), key=lambda u: u.since):
        last = found[-1] if found else None
        if last is None:
            found.append(up)
        elif last.until is None or up.since - last.until <= (
            REST_OVER if last.until in nights else RENEWAL
        ):
            until = None if None in (last.until, up.until) else max(last.until, up.until)  # type: ignore[type-var]
            found[-1] = Up(last.since, until)
        else:
            found.append(up)
    end = found[-1]
    if end.until in nights and now - end.until <= REST_BELIEVED:
        found[-1] = Up(end.since)
    return tuple(found)


def rests_of(memory: Memory) -> frozenset[datetime]:
    """The nights in which a house went to rest: nearly all of its board gone at once."""
    ends = Counter(u.until for one in memory.adverts for u in one.up if u.until is not None)
    return frozenset(
        at
        for at, gone in ends.items()
        if gone >= RESTS_LEAST
        and rests(at)
        and gone >= RESTS_SHARE * sum(any(u.holds(at) for u in o.up) for o in memory.adverts)
    )


def moves_of_boards(memory: Memory, seats: Seats) -> frozenset[datetime]:
    """The looks that brought another board, or the same one anew: what they brought is not new."""
    came: dict[datetime, list[Seat]] = defaultdict(list)
    for seat in seats.all:
        came[seat.up[0].since].append(seat)
    found = set(memory.boards.values())
    for at, new in came.items():
        if len(new) < MOVED_LEAST or at in found:
            continue
        stood = sum(s.up[0].since < at and s.stood(at) for s in seats.all)
        sides = {_plain(s.latest.department) for s in new}
        # where nobody says which department they are of, they may be of any
        if len(new) >= MOVED_SHARE * stood and (len(sides) > 1 or "" in sides):
            found.add(at)
    return frozenset(found)
