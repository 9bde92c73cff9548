"""Whom the user knows, as this judgement sees them: posts, contact, and what ties them to others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cached_property
from types import MappingProxyType

from afterword.counsel import days
from afterword.counsel.network.holding import Hold, why_not
from afterword.counsel.network.tie import NO_CONTACT, Bond, Contact, bond
from afterword.terms import Part, ReferenceSignal, ReferenceStatus


@dataclass(frozen=True, slots=True)
class Place:
    """One post at a firm; `until` empty while it lasts. `firm` is a key of `Net.firms`."""

    firm: str
    title: str = ""
    since: date | None = None
    until: date | None = None

    def holds(self, day: date) -> bool:
        return (self.since is None or self.since <= day) and (
            self.until is None or day < self.until
        )


@dataclass(frozen=True, slots=True)
class Known:
    """One person. `address_only`: known from private mail by an address alone.

    `asked` is the last word of the user that wanted something or kept in touch:
    the caps count from it. `parts` are the parts they had in processes, by firm,
    `sits` their parts in processes that are open. `holds` say why nothing is asked of
    them now, `close` why they are near whatever the mailbox shows.
    """

    id: str
    name: str
    email: str = ""
    title: str = ""
    places: tuple[Place, ...] = ()
    contact: Contact = NO_CONTACT
    stopped: bool = False
    cool: bool = False
    warm: bool = False
    vouches: bool = False
    helped: date | None = None
    asked: datetime | None = None
    parts: tuple[tuple[str, Part], ...] = ()
    case: str = ""
    address_only: bool = False
    sits: tuple[Part, ...] = ()
    holds: tuple[Hold, ...] = ()
    close: str = ""

    def rests(self, firm: str = "") -> str:
        """Why nothing is asked of them on the way to this firm, "" when they may be asked."""
        return why_not(self.holds, firm)

    @property
    def busy(self) -> bool:
        """Whether they are deciding on the user now: nothing else is asked of them then."""
        return any(part not in OUTSIDE for part in self.sits)

    def at(self, day: date) -> Place | None:
        """Where they work on that day, as far as is known."""
        return next((place for place in reversed(self.places) if place.holds(day)), None)


@dataclass(frozen=True, slots=True)
class Firm:
    """One firm. `stopped`: the user leaves it alone, or `asked_by` there asked for it.

    `unread`: a letter from there lies closed, and nothing is asked before it is opened.
    """

    id: str
    name: str
    sector: str = ""
    agency: bool = False
    stopped: bool = False
    open: bool = False
    asked_by: str = ""
    unread: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """What ties somebody to another: "introduced" by them, "met" or "wrote" with them; when last."""

    how: str
    on: date | None = None


NOBODY: Mapping[str, Link] = MappingProxyType({})


@dataclass(frozen=True)
class Net:
    """All that the casebook knows of people and firms on a day. It looks nothing up.

    `links` holds for each person who ties them to what on record: `links[a][b]` with
    "introduced" says that b introduced a.
    """

    people: Mapping[str, Known]
    firms: Mapping[str, Firm]
    now: datetime
    links: Mapping[str, Mapping[str, Link]] = field(default_factory=lambda: MappingProxyType({}))

    @cached_property
    def today(self) -> date:
        return self.now.date()

    @cached_property
    def staff(self) -> Mapping[str, tuple[str, ...]]:
        """Who is or was at each firm."""
        found: dict[str, list[str]] = defaultdict(list)
        for key, one in self.people.items():
            for firm in {place.firm for place in one.places if _begun(place, self.today)}:
                found[firm].append(key)
        return {firm: tuple(keys) for firm, keys in found.items()}

    @cached_property
    def told(self) -> Mapping[str, tuple[str, ...]]:
        """Who had a part in a process of each firm without being of it: agencies, introducers."""
        found: dict[str, list[str]] = defaultdict(list)
        for key, one in self.people.items():
            own = {place.firm for place in one.places}
            for firm, part in one.parts:
                if firm not in own and part in TELLS_OF:
                    found[firm].append(key)
        return {firm: tuple(keys) for firm, keys in found.items()}

    @cached_property
    def vouching(self) -> frozenset[str]:
        """Who agreed to speak for the user."""
        return frozenset(key for key, one in self.people.items() if one.vouches)

    @cached_property
    def bonds(self) -> Mapping[str, Bond]:
        """How near each person is."""
        return {key: bond(one.contact, self.now, one.close) for key, one in self.people.items()}

    @cached_property
    def firm_asked(self) -> Mapping[str, datetime]:
        """The last word to anybody of each firm that the caps count."""
        found: dict[str, datetime] = {}
        for one in self.people.values():
            place = one.at(self.today) if one.asked else None
            if one.asked is not None and place is not None:
                found[place.firm] = max(one.asked, found.get(place.firm, one.asked))
        return found

    def free_from(self, one: Known) -> date | None:
        """The first day the caps allow a word to them, or None when that is today (ruling 3)."""
        free = date.min
        if one.asked is not None:
            free = days.local(one.asked, self.now) + timedelta(days=days.PERSON_CAP)
        place = one.at(self.today)
        if place is not None and (asked := self.firm_asked.get(place.firm)) is not None:
            free = max(free, days.local(asked, self.now) + timedelta(days=days.FIRM_CAP))
        return free if free > self.today else None

    def left_alone(self, one: Known) -> bool:
        """Whether they, or the firm they work for, are under a stop."""
        place = one.at(self.today)
        firm = self.firms.get(place.firm) if place else None
        return one.stopped or (firm is not None and (firm.stopped or firm.unread))


#: Parts that decide nothing: whoever has one may be asked while a process runs.
OUTSIDE = frozenset(
    {
        Part.RECRUITER_AGENCY,
        Part.INTRODUCER,
        Part.REFERRER,
        Part.REFEREE,
        Part.MENTOR,
        Part.PEER_JOB_SEEKER,
    }
)
#: Parts outside a firm whose holders know people in it.
TELLS_OF = frozenset({Part.RECRUITER_AGENCY, Part.INTRODUCER, Part.REFERRER, Part.SOURCER})


_SPEAKS = (
    ReferenceStatus.AGREED,
    ReferenceStatus.BRIEFED,
    ReferenceStatus.CONTACTED_BY_EMPLOYER,
    ReferenceStatus.THANKED,
)
_DOUBTFUL = (ReferenceSignal.NEGATIVE, ReferenceSignal.MIXED)


def speaks_for(status: str, signal: str) -> bool:
    """Whether somebody on the register agreed to speak, and nothing points the other way."""
    return status in _SPEAKS and signal not in _DOUBTFUL


def _begun(place: Place, today: date) -> bool:
    return place.since is None or place.since <= today
