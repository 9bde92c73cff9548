"""What linking remembers of the cases so far: threads, people, firms, roles and dates."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime

from afterword.reading import senders
from afterword.reading.names import company_key, same_role
from afterword.terms import Direction, Mail, MailKind, Reading

#: After one of these a process has ended; only `reopened` brings it back.
ENDS = frozenset(
    {
        MailKind.REJECTION,
        MailKind.POSITION_FILLED,
        MailKind.CANCELLED,
        MailKind.WITHDRAWN,
        MailKind.OFFER_RESCINDED,
    }
)
_REPLY = re.compile(
    r"^\s*(?:(?:re|aw|wg|fw|fwd|tr|rv|res|enc|sv|vs|antw|doorst|r|i)\s*(?:\[\d+\])?\s*:\s*)+",
    re.IGNORECASE,
)
#: Office words in a domain that tell nothing of the firm.
_DULL_LABELS = frozenset(
    ("mail", "email", "mailer", "careers", "career", "jobs", "talent", "recruiting", "recruitment",
     "apply", "news", "notifications", "example")
)  # fmt: skip


@dataclass(slots=True)
class Known:
    """One case as linking sees it."""

    id: str
    firms: set[str] = field(default_factory=set)
    roles: list[str] = field(default_factory=list)
    people: set[str] = field(default_factory=set)
    domains: set[str] = field(default_factory=set)
    machines: set[str] = field(default_factory=set)
    subjects: set[str] = field(default_factory=set)
    first: datetime | None = None
    last: datetime | None = None
    ended: bool = False

    def plays(self, role: str) -> bool | None:
        """Whether this role is this case's; None when either is unknown."""
        if not role or not self.roles:
            return None
        return any(same_role(role, known) for known in self.roles)


@dataclass(slots=True)
class Shelf:
    """The cases in memory, found by whatever a mail may show of them."""

    cases: dict[str, Known] = field(default_factory=dict)
    threads: dict[str, str] = field(default_factory=dict)
    _by_person: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    _by_domain: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    _by_firm: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def learn(self, reading: Reading, mail: Mail, case_id: str) -> None:
        """Remember that this mail belongs to the case."""
        case = self.cases.setdefault(case_id, Known(case_id))
        for one in (mail.id, mail.in_reply_to, *mail.references):
            if one:
                self.threads.setdefault(one, case_id)
        for address in parties(reading, mail):
            if is_machine(address):
                case.machines.add(address)
                continue
            case.people.add(address)
            self._by_person[address].add(case_id)
            domain = own_domain(address)
            if domain:
                case.domains.add(domain)
                self._by_domain[domain].add(case_id)
        for person in reading.people:
            if person.email and not is_machine(person.email):
                self._by_person[person.email.lower()].add(case_id)
                case.people.add(person.email.lower())
        firm = company_key(reading.company)
        if firm:
            case.firms.add(firm)
            self._by_firm[firm.partition(" ")[0]].add(case_id)
        if reading.role and reading.role not in case.roles:
            case.roles.append(reading.role)
        case.subjects.add(subject_key(mail.subject))
        self._date(case, reading)

    def _date(self, case: Known, reading: Reading) -> None:
        if reading.date is not None:
            case.first = min(case.first or reading.date, reading.date)
            case.last = max(case.last or reading.date, reading.date)
        if reading.kind in ENDS and reading.direction in (Direction.IN, Direction.OUT):
            case.ended = True
        elif reading.kind in (MailKind.REOPENED, MailKind.INTERVIEW_INVITATION, MailKind.OFFER):
            case.ended = False

    def with_person(self, addresses: set[str]) -> set[str]:
        return set().union(*(self._by_person.get(a, set()) for a in addresses))

    def at_domain(self, domains: set[str]) -> set[str]:
        return set().union(*(self._by_domain.get(d, set()) for d in domains))

    def at_firm(self, firm: str) -> set[str]:
        """Cases of the same firm: equal keys, or one key the beginning of the other."""
        if not firm:
            return set()
        found = self._by_firm.get(firm.partition(" ")[0], set())
        return {c for c in found if any(same_firm(firm, known) for known in self.cases[c].firms)}


def same_firm(one: str, other: str) -> bool:
    """Whether two keys name one firm: equal, or one the first telling words of the other."""
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    return len(short) >= 5 and long.startswith(short + " ")


def parties(reading: Reading, mail: Mail) -> set[str]:
    """The other side's addresses: the sender of what came, the receivers of what went."""
    if reading.direction is Direction.OUT:
        return {a.email for a in mail.to if a.email}
    return {a.email for a in (mail.sender, mail.reply_to) if a is not None and a.email}


def is_machine(address: str) -> bool:
    """An address that many processes share: a system's, or one that takes no replies."""
    return senders.vendor_of(address) is not None or senders.is_no_reply(address)


def own_domain(address: str) -> str:
    """The domain of a firm; empty for free mail and for recruiting systems."""
    if senders.is_freemail(address) or senders.vendor_of(address) is not None:
        return ""
    return senders.domain_of(address)


def says_firm(domain: str, firm: str) -> bool:
    """Whether a domain carries this firm's name: meridew-medical.example, Meridew Medical."""
    wanted = firm.replace(" ", "")
    for label in domain.split("."):
        plain = label.replace("-", "").replace("_", "")
        if plain in _DULL_LABELS or len(plain) < 4:
            continue
        if plain == wanted or (len(wanted) >= 6 and plain.startswith(wanted)):
            return True
        first = firm.partition(" ")[0]
        if len(first) >= 5 and (plain == first or (label.split("-")[0] == first)):
            return True
        if wanted.startswith(plain) and len(plain) >= 6:
            return True
    return False


def subject_key(subject: str) -> str:
    """A subject without its reply marks; empty when it is too common to tell anything."""
    bare = " ".join(_REPLY.sub("", subject).casefold().split())
    return bare if len(bare) >= 12 else ""
