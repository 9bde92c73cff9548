"""What is known of the cases so far, kept in memory so that a mail can be placed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from afterword.reading.company.spelling import related
from afterword.reading.linking.clues import Clues, clues_of, moment_of
from afterword.reading.linking.houses import domain_key, plain_of
from afterword.reading.names import role_nearness
from afterword.terms import Direction, Mail, MailKind, Reading

__all__ = ["Known", "Shelf", "moment_of"]

K = MailKind
_ENDS = frozenset({K.REJECTION, K.POSITION_FILLED, K.CANCELLED, K.WITHDRAWN, K.OFFER_RESCINDED})
_OPENS = frozenset({K.REOPENED, K.OFFER, K.INTERVIEW_INVITATION, K.ASSESSMENT})
#: A word of more cases than this tells nothing.
_COMMON = 3
#: Words no longer than this are not what a firm is called by.
_SHORT = 3


@dataclass(slots=True)
class Known:
    """One case as linking sees it."""

    id: str
    firms: set[str] = field(default_factory=set)
    called: set[str] = field(default_factory=set)
    roles: list[str] = field(default_factory=list)
    people: set[str] = field(default_factory=set)
    beside: set[str] = field(default_factory=set)
    #: Everybody it has named; and those of them who wrote or were written to.
    names: set[str] = field(default_factory=set)
    signed: set[str] = field(default_factory=set)
    domains: set[str] = field(default_factory=set)
    #: How its houses write themselves in their addresses.
    labels: set[str] = field(default_factory=set)
    roads: set[str] = field(default_factory=set)
    numbers: set[str] = field(default_factory=set)
    subjects: set[str] = field(default_factory=set)
    #: Each telling word, with the mails it stands in.
    words: dict[str, set[str]] = field(default_factory=dict)
    heralds: set[str] = field(default_factory=set)
    begun: set[MailKind] = field(default_factory=set)
    #: When each of its mails came.
    moments: list[datetime] = field(default_factory=list)
    first: datetime | None = None
    last: datetime | None = None
    heard: datetime | None = None
    ended: bool = False
    #: Whether a network carried somebody's message here, who may go on in their own name.
    relayed: bool = False
    #: Cases that this one was said to be another matter than.
    apart: set[str] = field(default_factory=set)

    def take_in(self, other: Known) -> None:
        """Know all that the other knew."""
        for name in ("firms", "called", "people", "beside", "names", "signed", "domains", "labels", "roads",
                     "numbers", "subjects", "heralds", "begun", "apart"):  # fmt: skip
            getattr(self, name).update(getattr(other, name))
        self.moments += [one for one in other.moments if one not in self.moments]
        self.roles += [one for one in other.roles if self.nearness(one) < 1]
        for word, mails in other.words.items():
            self.words.setdefault(word, set()).update(mails)
        if other.last is not None and (self.last is None or other.last > self.last):
            self.ended = other.ended
        self.first = min((one for one in (self.first, other.first) if one), default=None)
        self.last = max((one for one in (self.last, other.last) if one), default=None)
        self.heard = max((one for one in (self.heard, other.heard) if one), default=None)
        self.relayed = self.relayed or other.relayed

    def nearness(self, role: str) -> float:
        """How near a title comes to this case's titles: 1 the same, -1 another job, 0 unknown."""
        return max((role_nearness(role, mine) for mine in self.roles), default=0.0)

    def speaks_for(self, firms: Iterable[str]) -> bool:
        """Whether one of these firms is a firm of this case, written in full or cut short."""
        return any(one_firm(one, mine) for one in firms for mine in self.firms)


@dataclass(slots=True)
class Shelf:
    """Threads, calendar events, people, firms, numbers and words, each with its cases."""

    me: frozenset[str] = frozenset()
    cases: dict[str, Known] = field(default_factory=dict)
    threads: dict[str, str] = field(default_factory=dict)
    events: dict[str, str] = field(default_factory=dict)
    people: dict[str, set[str]] = field(default_factory=dict)
    names: dict[str, set[str]] = field(default_factory=dict)
    domains: dict[str, set[str]] = field(default_factory=dict)
    roads: dict[str, set[str]] = field(default_factory=dict)
    firms: dict[str, set[str]] = field(default_factory=dict)
    numbers: dict[str, set[str]] = field(default_factory=dict)
    words: dict[str, set[str]] = field(default_factory=dict)
    heralds: dict[str, set[str]] = field(default_factory=dict)
    called: dict[str, set[str]] = field(default_factory=dict)
    #: The case in whose mails each name stood first.
    first_named: dict[str, str] = field(default_factory=dict)
    #: Mails that are a question or an alert: what answers them needs words of its own to join.
    loose: set[str] = field(default_factory=set)
    #: Own mails that apply and belong to no case so far, as those to somebody's private address.
    applied: set[str] = field(default_factory=set)
    #: A case that is held against another: what it knows is no rival of what the other knows.
    aside: str = ""
    #: Whether later mail may still tell: a letter of the user's to old acquaintances then waits for its answer.
    patient: bool = False
    _clues: dict[tuple[str, MailKind], Clues] = field(default_factory=dict)

    def clues(self, reading: Reading, mail: Mail) -> Clues:
        """What a mail shows; a mail that is asked about again is not taken apart again."""
        mark = (mail.id, reading.kind)
        found = self._clues.get(mark) if mail.id else None
        if found is None:
            found = self._clues[mark] = clues_of(reading, mail, self.me)
        return found

    def recall(self, reading: Reading, mail: Mail, other: Shelf) -> None:
        """Take over what another shelf of the same reader found that this very mail shows."""
        mark = (mail.id, reading.kind)
        if mail.id and mark in other._clues:
            self._clues[mark] = other._clues[mark]

    def learn(self, reading: Reading, mail: Mail, case_id: str) -> None:
        """Remember that this mail belongs to the case; saying it twice changes nothing."""
        self.take_up(self.clues(reading, mail), case_id, reading)

    def take_up(self, clues: Clues, case_id: str, reading: Reading) -> None:
        case = self.cases.setdefault(case_id, Known(case_id))
        self.loose.discard(reading.id)
        if clues.another or clues.pitched:
            above = {self.threads[one] for one in clues.threads if one in self.threads}
            case.apart |= above - {case_id}
        for one in clues.threads:
            self.threads.setdefault(one, case_id)
        for uid in clues.events:
            self.events.setdefault(uid, case_id)
        # In an own mail other searches are mentioned too; only an application names its role.
        told = clues.direction is Direction.IN or (clues.applies and not clues.answers)
        # A referee who tells that they were asked has a house of their own, and no part in this.
        confided = clues.confided or (not clues.houses & case.domains and self.vouched(clues, case))
        elsewhere = clues.hands_on and bool(clues.persons & case.people)
        if told and clues.role and not elsewhere and _of_this_work(clues, case):
            case.roles.append(clues.role)
        if not confided:
            case.names |= _names(reading, clues)
            case.signed |= clues.names
            case.people |= clues.persons
            case.beside |= clues.beside
            case.roads |= clues.roads
        case.relayed = case.relayed or clues.relayed
        case.subjects |= {clues.subject}
        if not (clues.private or clues.relayed or confided or _hired_hand(clues, case)):
            # The user tells of other firms as well, of former employers when referees are asked for.
            firms = clues.firms
            if clues.between and not case.moments:
                firms = frozenset(one.split(".")[0].replace("-", "") for one in clues.houses)
            case.firms |= firms | (clues.clients if told else frozenset())
            case.called |= set(clues.called if told or not clues.clients else ())
        if not confided:
            case.domains |= _own_domains(clues, case)
            case.labels = {one.split(".")[0].replace("-", "") for one in case.domains}
        if not self._of_others(clues.numbers, case_id):
            case.numbers |= clues.numbers
        case.heralds |= clues.heralds
        for one in clues.heralds:
            self.first_named.setdefault(one, case_id)
        # What was a name within a sentence is one at its beginning as well.
        named = {word for one in clues.called for word in one.split() if len(word) > _SHORT}
        known = {word for word in clues.spoken if word in self.words}
        for word in clues.words | named | known:
            case.words.setdefault(word, set()).add(reading.id)
        self._index(case)
        _date(case, clues)

    def join(self, part: str, whole: str) -> None:
        """Two cases are one: what the one knew the other knows, and the one is gone."""
        self.cases[whole].take_in(self.cases.pop(part))
        for marks in (self.threads, self.events, self.first_named):
            marks.update({one: whole for one, case in marks.items() if case == part})
        for index in (*self._indexes(), {one.id: one.apart for one in self.cases.values()}):
            for homes in index.values():
                if part in homes:
                    homes.discard(part)
                    homes.add(whole)

    def _indexes(self) -> tuple[dict[str, set[str]], ...]:
        return (self.people, self.names, self.domains, self.roads, self.firms, self.numbers,
                self.words, self.heralds, self.called)  # fmt: skip

    def _of_others(self, numbers: frozenset[str], case_id: str) -> bool:
        """Whether a mail names another case's number: it compares, and owns none of them."""
        return any(self.numbers.get(one, {case_id}) != {case_id} for one in numbers)

    def _index(self, case: Known) -> None:
        for index, held in (
            (self.people, case.people | case.beside),
            (self.names, case.names),
            (self.domains, case.domains),
            (self.roads, case.roads),
            (self.firms, case.firms),
            (self.numbers, case.numbers),
            (self.words, case.words.keys()),
            (self.heralds, case.heralds),
            (self.called, case.called),
        ):
            for one in held:
                index.setdefault(one, set()).add(case.id)

    def around(self, clues: Clues) -> list[Known]:
        """Every case that shares anything telling with a mail."""
        found = {self.threads[one] for one in clues.threads if one in self.threads}
        found |= {self.events[one] for one in clues.events if one in self.events}
        phrases = _phrases(clues)
        for index, held in (
            (self.people, clues.persons | clues.beside | clues.addresses),
            (self.names, clues.names | phrases),
            (self.called, phrases),
            (self.domains, clues.domains | clues.below),
            (self.roads, clues.roads),
            (self.numbers, clues.numbers),
            (self.heralds, clues.firms | clues.keys),
            (self.firms, clues.heralds),
        ):
            for one in held:
                found |= index.get(one, set())
        for word in clues.words:
            if len(self.words.get(word, ())) <= _COMMON:
                found |= self.words.get(word, set())
        if clues.heard:
            found |= {
                one.id
                for one in self.cases.values()
                if any(name.split()[-1] in clues.surnames for name in one.signed if name)
            }
        for firm, ids in self.firms.items():
            if any(one_firm(firm, one) for one in clues.firms | clues.clients):
                found |= ids
        return [self.cases[one] for one in found if one in self.cases]

    def vouched(self, clues: Clues, case: Known) -> bool:
        """Whether who was asked about the reader calls somebody of this case alone by their family name."""
        if not clues.heard:
            return False
        last = {name.split()[-1] for name in case.signed - clues.names if " " in name}
        told = {one for one in last & clues.surnames if len(one) > _SHORT}
        if not told:  # as nearly always: only then are the names of all other cases worth a look
            return False
        others = (name for one in self.cases.values() if one is not case for name in one.signed)
        return bool(told - {word for name in others for word in name.split()})

    def weight_of(self, word: str, case: Known) -> float:
        """How much a word tells of a case: as much as it stands there rather than in others."""
        holders = self.words.get(word, set()) - ({self.aside} - {case.id})
        here = len(case.words.get(word, ()))
        if not here or len(holders) > _COMMON:
            return 0.0
        return here / sum(len(self.cases[one].words[word]) for one in holders)


def one_firm(one: str, other: str) -> bool:
    """Whether one name is the other, or the other cut short ("Torvane" of "Torvane Services")."""
    short, long = sorted((one, other), key=len)
    return short == long or (len(short) >= 5 and long.startswith(short))


def _names(reading: Reading, clues: Clues) -> set[str]:
    seen = (
        p
        for p in reading.people
        if " " in p.name and (not p.email or p.email in clues.persons | clues.beside)
    )
    names = {plain_of(one.name).strip() for one in seen}
    return (names | set(clues.names)) - set(clues.called)


def _phrases(clues: Clues) -> set[str]:
    """Every run of up to four words, for one of them may be the name of a person or a firm."""
    words = clues.plain.split()
    return {
        " ".join(words[at : at + long])
        for long in range(1, 5)
        for at in range(len(words) - long + 1)
    }


def _of_this_work(clues: Clues, case: Known) -> bool:
    """Whether a title is another name of this case's work, and not the work a no speaks of in its place."""
    near = case.nearness(clues.role)
    return near < 1 and not (near < 0 and clues.kind in _ENDS)


def _hired_hand(clues: Clues, case: Known) -> bool:
    """Whether a testing, checking or booking service wrote it: its name is not the firm's."""
    by_office = not clues.persons or (clues.template and bool(clues.roads))
    return by_office and bool(case.firms) and not case.speaks_for(clues.firms)


def _own_domains(clues: Clues, case: Known) -> set[str]:
    """A system's domain tells nothing; a person's does, and an office's that bears the firm's name."""
    if clues.persons:
        # Where a service lets somebody's answer go to them, the house is theirs and not the service's.
        return {house for one in clues.persons if (house := domain_key(one)) in clues.houses}
    return {
        one
        for one in clues.houses
        if any(related(name, one.split(".")[0]) for name in case.called)
        or one.split(".")[0] in case.firms
    }


def _date(case: Known, clues: Clues) -> None:
    moment, kind = clues.moment, clues.kind
    if clues.direction is Direction.IN or kind is K.WITHDRAWN:
        later = moment is None or case.last is None or moment >= case.last
        if kind in _ENDS:
            case.ended = True
        elif later and kind in _OPENS:
            case.ended = False
    if moment is None:
        return
    if moment not in case.moments:
        case.moments.append(moment)
    case.first = min(case.first or moment, moment)
    case.last = max(case.last or moment, moment)
    if clues.direction is Direction.IN:
        case.heard = max(case.heard or moment, moment)
    if clues.begins:
        case.begun.add(kind)


def within(one: datetime | None, other: datetime | None, span: timedelta) -> bool:
    return one is None or other is None or abs(one - other) <= span
