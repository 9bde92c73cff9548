"""What one mail comes to, worked out from its bytes alone: no database, no clock.

Most mail is refused by its head and first words and comes back as a few strings;
only what speaks of a job is parsed whole and read. So it can be done by other
processes (`examiners.py`) as well as by this one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from afterword import reading as room
from afterword.casebook.marks import Passed, passed_of
from afterword.desk.mail import tongues
from afterword.intake.mailbox import parse, peek
from afterword.terms import Certainty, Mail, MailKind, Parcel, Reading

#: What is only said in a process: whoever says it may write of it again in few words.
PROCESS = frozenset(MailKind) - {
    MailKind.NOT_JOB,
    MailKind.OTHER_JOB,
    MailKind.JOB_ALERT,
    MailKind.ACCOUNT,
    MailKind.APPLICATION_VIEWED,
}
#: What ends a process.
ENDINGS = frozenset(
    {
        MailKind.REJECTION,
        MailKind.POSITION_FILLED,
        MailKind.CANCELLED,
        MailKind.WITHDRAWN,
        MailKind.OFFER_RESCINDED,
    }
)
_HEAD_END = 64 * 1024
_MESSAGE_ID = re.compile(rb"(?im)^message-id[ \t]*:\s*<\s*([!-;=?-~]{3,250})\s*>")


@dataclass(frozen=True, slots=True)
class Question:
    """Whose mail it is, by which addresses they are known, what they taught, and by whose choice."""

    account: UUID
    me: frozenset[str] = frozenset()
    by_hand: bool = False
    lessons: tuple[room.Lesson, ...] = ()

    def known_by(self, me: frozenset[str]) -> Question:
        return replace(self, me=me)


@dataclass(frozen=True, slots=True)
class Found:
    """One mail examined: `mail` and `reading` are there when it is to be kept.

    A mail that was broken and is not kept brings its head, for the list of broken mails.
    One that was only glanced at and is worth reading `waits`.
    """

    passed: Passed
    mail: Mail | None = None
    reading: Reading | None = None
    waits: bool = False
    #: The code of its language, where that is none of those that are read.
    tongue: str = ""


def examine(parcels: Iterable[Parcel], asked: Question, way: str = "whole") -> list[Found]:
    """What each of these mails comes to, in order; `way` is one of WAYS."""
    one = WAYS[way]
    return [one(parcel, asked) for parcel in parcels]


def glanced(parcel: Parcel, asked: Question) -> Found:
    """What the first words of this mail come to: it is passed over, or waits to be read."""
    head = peek(parcel)
    mail = head or parse(parcel)
    passed = _passed(mail, asked)
    if room.is_about_jobs(mail) is not False:
        return Found(passed, waits=True)
    return Found(passed, None if head else _head_of(mail))


def examined(parcel: Parcel, asked: Question) -> Found:
    """What this mail comes to by itself, whatever it may answer."""
    head = None if asked.by_hand else peek(parcel)
    if head is not None and room.is_about_jobs(head) is False:
        return Found(_passed(head, asked), tongue=tongues.unread(head.text))
    mail = parse(parcel)
    passed = _passed(mail, asked)
    if head is None and not asked.by_hand and room.is_about_jobs(mail) is False:
        return Found(passed, _head_of(mail), tongue=tongues.unread(mail.text))
    reading = _read(mail, asked)
    tongue = tongues.unread(mail.text) if reading.certainty is Certainty.LOW else ""
    if reading.kind is MailKind.NOT_JOB and not (asked.by_hand and parcel.raw):
        return Found(passed, _head_of(mail), tongue=tongue)
    return Found(passed, mail, _chosen(reading), tongue=tongue)


def in_its_thread(parcel: Parcel, asked: Question) -> Found:
    """What this mail comes to where it belongs to a kept thread, or to the house of a process: kept."""
    mail = parse(parcel)
    reading = _read(mail, asked, kin=True)
    if not (mail.in_reply_to or mail.references):
        reading = _of_its_house(reading)
    return Found(_passed(mail, asked), mail, reading)


def _of_its_house(reading: Reading) -> Reading:
    """The reading where no thread but only the house speaks for it: such people write of much else.

    So an end must be plainly said.
    """
    if reading.kind in ENDINGS and reading.certainty is not Certainty.STRONG:
        return replace(reading, kind=MailKind.OTHER_JOB, certainty=Certainty.LOW)
    return reading


def _passed(mail: Mail, asked: Question) -> Passed:
    by = room.houses_of(mail, asked.me) | room.served_by(mail)
    return passed_of(asked.account, mail, asked.me, by)


#: How a mail may be examined: whole, by its first words alone, or as one of a kept thread.
WAYS: Mapping[str, Callable[[Parcel, Question], Found]] = {
    "whole": lambda parcel, asked: examined(parcel, asked),
    "glance": glanced,
    "kin": lambda parcel, asked: in_its_thread(parcel, asked),
}


def _read(mail: Mail, asked: Question, *, kin: bool = False) -> Reading:
    return room.heed(room.read(mail, asked.me, kin=kin), mail, asked.lessons)


def _chosen(reading: Reading) -> Reading:
    """The reading of a mail that is kept only because the user chose it."""
    if reading.kind is not MailKind.NOT_JOB:
        return reading
    return replace(reading, kind=MailKind.OTHER_JOB, certainty=Certainty.LOW)


def id_in(raw: bytes) -> str:
    """The Message-ID of a mail without opening it; "" when it cannot be told so."""
    end = raw.find(b"\n\n", 0, _HEAD_END)
    found = _MESSAGE_ID.search(raw, 0, end if end >= 0 else min(len(raw), _HEAD_END))
    return found.group(1).decode("ascii") if found else ""


def _head_of(mail: Mail) -> Mail | None:
    """The head of a mail with faults, for the list of broken ones."""
    return replace(mail, text="", calendars=(), attachments=()) if mail.errors else None
