"""What is known of the cases so far, kept in memory so that a mail can be placed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime

from afterword.reading import senders
from afterword.reading.names import company_key, same_role
from afterword.reading.schedule import calendar_uids
from afterword.terms import Direction, Mail, MailKind, Reading

K = MailKind
_ENDS = frozenset({K.REJECTION, K.POSITION_FILLED, K.CANCELLED, K.WITHDRAWN, K.OFFER_RESCINDED})
_REQUISITION = re.compile(
    r"\b(?:jr|req|ref|r|job id|id|requisition|kennziffer|referenz)?[-_ #:.]{0,3}(\d{4,9})\b",
    re.IGNORECASE,
)
_YEARISH = re.compile(r"(?:19|20)\d\d")


@dataclass(slots=True)
class Known:
    """One case as linking sees it."""

    id: str
    company: str = ""
    roles: list[str] = field(default_factory=list)
    people: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    channels: set[str] = field(default_factory=set)
    numbers: set[str] = field(default_factory=set)
    last: datetime | None = None
    ended: bool = False

    def has_role(self, role: str) -> bool:
        return any(same_role(role, mine) for mine in self.roles)


@dataclass(slots=True)
class Shelf:
    """Threads, calendar events, people, firms, roles and dates, each with its cases."""

    cases: dict[str, Known] = field(default_factory=dict)
    threads: dict[str, str] = field(default_factory=dict)
    events: dict[str, str] = field(default_factory=dict)
    people: dict[str, set[str]] = field(default_factory=dict)
    firms: dict[str, set[str]] = field(default_factory=dict)

    def learn(self, reading: Reading, mail: Mail, case_id: str) -> None:
        """Remember that this mail belongs to the case; saying it twice changes nothing."""
        case = self.cases.setdefault(case_id, Known(case_id))
        for one in (mail.id, mail.in_reply_to, *mail.references):
            if one:
                self.threads.setdefault(one, case_id)
        for uid in calendar_uids(mail):
            self.events.setdefault(uid, case_id)
        key = company_key(reading.company)
        if key and (not case.company or reading.direction is Direction.IN):
            case.company = case.company or key
            self.firms.setdefault(key, set()).add(case_id)
        if reading.role and not case.has_role(reading.role):
            case.roles.append(reading.role)
        for address in persons_of(mail, reading.direction):
            case.people.add(address)
            self.people.setdefault(address, set()).add(case_id)
        case.names |= {p.name.casefold() for p in reading.people if " " in p.name}
        case.channels |= channels_of(mail, reading.direction)
        case.numbers |= numbers_of(mail.subject + "\n" + reading.text)
        moment = moment_of(mail)
        if moment and (case.last is None or moment > case.last):
            case.last = moment
            if reading.kind in _ENDS:
                case.ended = True
            elif reading.kind in {K.REOPENED, K.OFFER, K.INTERVIEW_INVITATION, K.ASSESSMENT}:
                case.ended = False
        elif reading.kind in _ENDS:
            case.ended = True

    def at(self, key: str) -> list[Known]:
        """The cases at a firm, newest first."""
        keys = [k for k in self.firms if k == key or _one_firm(k, key)]
        found = [self.cases[c] for c in {c for k in keys for c in self.firms[k]} if c in self.cases]
        return sorted(found, key=lambda c: c.last or datetime.min.replace(tzinfo=UTC), reverse=True)


def _one_firm(one: str, other: str) -> bool:
    """Whether one name is the other cut short ("Torvane" of "Torvane Services")."""
    short, long = sorted((one, other), key=len)
    return len(short) >= 5 and long.startswith(short)


def moment_of(mail: Mail) -> datetime | None:
    if mail.date is None:
        return None
    return mail.date if mail.date.tzinfo else mail.date.replace(tzinfo=UTC)


def persons_of(mail: Mail, direction: Direction) -> set[str]:
    """Addresses of persons of the other side: no offices, no machines."""
    new = senders.introduced(mail) if direction is Direction.IN else ()
    sides = mail.to if direction is Direction.OUT else new[:1] or (mail.sender, mail.reply_to)
    addresses = {a.email.lower() for a in sides if a and a.email}
    return {
        a
        for a in addresses
        if "@" in a and not senders.is_role_address(a) and senders.vendor_of(a) is None
    }


def names_of(mail: Mail, direction: Direction) -> set[str]:
    """The full names on the other side of a mail, folded."""
    sides = mail.to if direction is Direction.OUT else (mail.sender,)
    return {a.name.casefold() for a in sides if a and " " in a.name}


def channels_of(mail: Mail, direction: Direction) -> set[str]:
    """By which road the mail came: the firm's own domain, or the exact address of a system."""
    found: set[str] = set()
    for one in mail.to if direction is Direction.OUT else (mail.sender,):
        if one is None or "@" not in one.email or senders.is_freemail(one.email):
            continue
        if senders.vendor_of(one.email):
            found.add(one.email.lower())
        else:
            labels = senders.domain_of(one.email).split(".")
            keep = 3 if len(labels) > 2 and len(labels[-1]) == 2 and len(labels[-2]) <= 3 else 2
            found.add(".".join(labels[-keep:]))
    return found


def numbers_of(text: str) -> set[str]:
    """Requisition numbers; years are none."""
    return {
        n for n in _REQUISITION.findall(text[:4000]) if not (len(n) == 4 and _YEARISH.fullmatch(n))
    }
