"""What is brought in beside the mail: people, appointments, applications, proof; and what was not read.

A parser answers with one `Brought`. Everything in it knows its line, so that
each thing can be shown beside where it came from.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from afterword.terms.arriving import Address
from afterword.terms.vocabularies import Deed, Direction, MailKind


@dataclass(frozen=True, slots=True)
class Unread:
    """Something that could not be read: its line (1 is the first, 0 the whole file), and why.

    `where` names the file inside an archive. The reason tells nothing of what stood there.
    """

    line: int
    reason: str
    where: str = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """One person as an address book tells of them. `profile` and `card` are marks that are theirs alone."""

    name: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    profile: str = ""
    card: str = ""
    company: str = ""
    title: str = ""
    note: str = ""
    postal: str = ""
    met: date | None = None
    line: int = 0
    where: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """One message on a network, or an invitation to connect: who, when, which way, and the words.

    `profile` and `name` are the other side's. The words are read as mail is, and
    kept only when they are about a job.
    """

    thread: str
    profile: str
    name: str
    at: datetime
    direction: Direction
    subject: str = ""
    text: str = ""
    group: bool = False
    line: int = 0
    where: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """A dated step of an application; `what` as the file says it, `kind` as we understand it."""

    on: date
    what: str
    kind: MailKind | Deed | None = None
    stage: str = ""


@dataclass(frozen=True, slots=True)
class Applied:
    """One application as a tracker tells it. `saved` was only kept for later, not applied for.

    `means` is what its status says in our words, None when it says nothing we know.
    """

    company: str
    role: str = ""
    on: date | None = None
    status: str = ""
    means: MailKind | Deed | None = None
    stage: str = ""
    posting: str = ""
    place: str = ""
    note: str = ""
    saved: bool = False
    steps: tuple[Step, ...] = ()
    line: int = 0
    where: str = ""


@dataclass(frozen=True, slots=True)
class Appointment:
    """One entry of a calendar, or one occurrence of a series (`occurrence` says which).

    `at` is aware; `all_day` entries begin at midnight of the reader's zone. A later
    version of the same entry has the same `uid` and `occurrence` and a higher `version`.
    """

    uid: str
    at: datetime
    until: datetime | None = None
    all_day: bool = False
    occurrence: str = ""
    summary: str = ""
    place: str = ""
    text: str = ""
    cancelled: bool = False
    tentative: bool = False
    organiser: Address | None = None
    attendees: tuple[Address, ...] = ()
    version: tuple[int, str] = (0, "")
    repeats: bool = False
    line: int = 0
    where: str = ""


@dataclass(frozen=True, slots=True)
class Proof:
    """A story somebody's own papers seem to tell; proposed, never taken as told.

    `lines` are the lines it rests on, each with its number and its words.
    """

    title: str
    challenge: str = ""
    action: str = ""
    result: str = ""
    numbers: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    when: str = ""
    employer: str = ""
    lines: tuple[tuple[int, str], ...] = ()
    where: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table: its heading, what we take it for ("" for nothing), and a few of its cells."""

    heading: str
    means: str = ""
    sample: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Brought:
    """All that one file holds for us. `kind` says what it was taken for, `asks` what must be answered first.

    `asks` is empty, `columns` (a table none of whose columns names a firm) or `days`
    (dates that could be read two ways). `left` says in words what was passed over, and why.
    """

    kind: str
    name: str
    contacts: tuple[Contact, ...] = ()
    said: tuple[Said, ...] = ()
    applied: tuple[Applied, ...] = ()
    appointments: tuple[Appointment, ...] = ()
    proofs: tuple[Proof, ...] = ()
    own_addresses: tuple[str, ...] = ()
    own_name: str = ""
    unread: tuple[Unread, ...] = ()
    left: tuple[str, ...] = ()
    columns: tuple[Column, ...] = ()
    asks: str = ""
    day_first: bool | None = None
