"""Who may speak for the user, what passed with them in each process, and give and take."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from afterword.terms.vocabularies import (
    Basis,
    ReferenceKind,
    ReferenceSignal,
    ReferenceStatus,
)


@dataclass(frozen=True, slots=True)
class Referee:
    """Somebody on the register as known on a day; `id` is the person's.

    `consent` is the day they agreed; without it they are named to nobody. `told` is
    the day they last heard how things stand, `asked` the days on which the user asked
    them to speak. `firm` is where they sit now, so far as it is known.
    """

    id: str
    name: str
    kind: ReferenceKind = ReferenceKind.MANAGER
    status: ReferenceStatus = ReferenceStatus.CANDIDATE_IDEA
    signal: ReferenceSignal = ReferenceSignal.UNKNOWN
    consent: date | None = None
    told: date | None = None
    asked: tuple[date, ...] = ()
    about: str = ""
    will_say: str = ""
    firm: str = ""
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Vouched:
    """A referee in one process: briefed, called by the firm, thanked, told how it ended.

    `promised` is the day the user wrote them that they will hear what becomes of it, `written`
    the user's last mail to them.
    """

    referee: str
    case: str
    briefed: date | None = None
    called: date | None = None
    thanked: date | None = None
    outcome_told: date | None = None
    promised: date | None = None
    written: date | None = None


@dataclass(frozen=True, slots=True)
class Lost:
    """A process that was lost after the firm had turned to references, and the day of the no."""

    case: str
    title: str
    on: date
    country: str = ""


@dataclass(frozen=True, slots=True)
class Register:
    """All who may vouch for the user on a day. `talked` are days of private talks with a referee."""

    referees: tuple[Referee, ...] = ()
    vouched: tuple[Vouched, ...] = ()
    lost: tuple[Lost, ...] = ()
    talked: tuple[date, ...] = ()

    def person(self, key: str) -> Referee | None:
        return next((one for one in self.referees if one.id == key), None)

    def of(self, case: str) -> tuple[Vouched, ...]:
        """What passed with each of them in this process."""
        return tuple(one for one in self.vouched if one.case == case)


#: Nobody on it yet.
NO_REGISTER = Register()


@dataclass(frozen=True, slots=True)
class Favour:
    """A lead, an introduction or help, given by the user or received; `returned` when made good."""

    id: str
    person: str
    name: str
    way: str
    kind: str
    on: date
    what: str = ""
    returned: date | None = None
    basis: Basis = Basis.SAID
