"""What the user's corrections teach this account's reader, and what they say of mails alike.

Nothing is learned apart: the lessons are read off the corrections each time. Taking a correction
back unteaches it, forgetting its mail forgets it, and an export carries it along.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from afterword import reading as room
from afterword.casebook import catch as catching
from afterword.casebook import correction as said
from afterword.casebook.company import sameness
from afterword.casebook.correction import Correction
from afterword.casebook.event import Who
from afterword.casebook.message import Message
from afterword.casebook.values import from_plain
from afterword.desk import morning
from afterword.reading import teacher_of
from afterword.terms import Direction, MailKind, Reading

__all__ = ["lessons", "siblings", "take_back", "taught", "teach", "teacher_of", "teachers_of"]

#: So many of the latest mails of one house are looked through for others alike.
LOOKED_THROUGH = 500
#: From so many firms on, an address is a system's, whatever one of its mails was corrected to.
MANY = 2


@dataclass(frozen=True, slots=True)
class Taught:
    """One lesson as a person sees it: the mail, how it was read, what was said, whom else it moved.

    `also` are mails of which the same was said in one go; `since` is how many were read
    by it as they came. `said` holds what the user said, by name.
    """

    message: Message
    at: datetime
    read: MailKind
    said: dict[str, str]
    also: int = 0
    since: int = 0


@dataclass(frozen=True, slots=True)
class Sibling:
    """A kept mail like the one corrected, and what would be said of it."""

    message: Message
    said: dict[str, str]


@dataclass(frozen=True, slots=True)
class Siblings:
    """Mails alike that read otherwise and nobody judged; the closed ones are only counted."""

    open: tuple[Sibling, ...] = ()
    sealed: int = 0


def lessons(account: UUID) -> tuple[room.Lesson, ...]:
    """What this account's reader is to heed, the earliest lesson first."""
    return tuple(lesson for _, lesson in _lessons(account))


def taught(account: UUID) -> list[Taught]:
    """Every lesson in the order it was given last, for the user to see and to take back."""
    found = list(_lessons(account))
    also: dict[UUID, int] = defaultdict(int)
    followers = Correction.objects.of(account).filter(like__isnull=False)
    for row in followers.only("like"):
        if row.like is not None:
            also[row.like] += 1
    since = _read_by(account)
    return [
        Taught(
            message=row.message,
            at=row.at,
            read=MailKind(row.message.kind),
            said=_said(lesson),
            also=also[row.message.pk],
            since=since[lesson.mail],
        )
        for row, lesson in reversed(found)
    ]


def siblings(message: Message) -> Siblings:
    """The kept mails that this correction would be true of as well."""
    row = Correction.objects.of(message.account).filter(message=message, like=None)
    lesson = next((one for _, one in _of(message.account, row.select_related("message"))), None)
    if lesson is None:
        return Siblings()
    found: list[Sibling] = []
    sealed = 0
    for other in _kin_of(message, lesson):
        as_read = machine_reading(other)
        heard = room.heed(as_read, catching.mail_of(other), (lesson,))
        news = {
            name: str(getattr(heard, name))
            for name in ("kind", "company", "role")
            if getattr(heard, name) != getattr(as_read, name) and getattr(lesson, name)
        }
        if news and other.is_sealed:
            sealed += 1
        elif news:
            found.append(Sibling(other, news))
    return Siblings(tuple(found), sealed)


def teach(message: Message, *, now: datetime, by: str = Who.USER) -> int:
    """Say the same of every sibling, in one event that undo takes back whole; how many there were.

    Closed letters keep their seal and what was read in them.
    """
    found = siblings(message).open
    if found:
        others = [(one.message, one.said) for one in found]
        said.correct_alike(message=message, others=others, at=now, by=by)
        plan_cases((one.message for one in found), now)
    return len(found)


def take_back(message: Message, *, now: datetime, by: str = Who.USER) -> None:
    """Unsay a correction, and what was said of others because of it; mails read by it stay so
    until they are read again (`rereading.unlearn`)."""
    rows = Message.objects.of(message.account).filter(
        Q(pk=message.pk) | Q(correction__like=message.pk)
    )
    moved = list(rows.select_related("case"))
    said.take_back(message=message, at=now, by=by)
    plan_cases(moved, now)


def plan_cases(messages: Iterable[Message], now: datetime) -> None:
    """Plan anew what these mails belong to."""
    cases = {one.case_id: one.case for one in messages if one.case is not None}
    for case in cases.values():
        morning.plan_case(case, now)


def machine_reading(message: Message) -> Reading:
    """What was read in this mail, whatever the user said of it since."""
    return from_plain(Reading, message.reading, text=message.text)


def taught_mails(account: UUID) -> Iterator[tuple[Message, set[str]]]:
    """The mails that were read by a lesson, each with the ids of the mails that taught it."""
    rows = Message.objects.of(account).filter(reading__evidence__icontains="taught")
    for message in rows.only("reading").iterator(chunk_size=200):
        if teachers := teachers_of(message):
            yield message, teachers


def teachers_of(message: Message) -> set[str]:
    """The ids of the mails that taught how this one is read; mostly none."""
    rules = (str(one.get("rule", "")) for one in message.reading.get("evidence", ()))
    return {teacher for rule in rules if (teacher := teacher_of(rule))}


def _lessons(account: UUID) -> Iterator[tuple[Correction, room.Lesson]]:
    rows = Correction.objects.of(account).filter(like=None).select_related("message")
    return _of(account, rows.order_by("at", "id"))


def _of(account: UUID, rows: Iterable[Correction]) -> Iterator[tuple[Correction, room.Lesson]]:
    rows = list(rows)
    many = _of_many_firms(account, [row.message.sender_email for row in rows if row.company])
    for row in rows:
        message = row.message
        lesson = room.lesson_of(
            machine_reading(message),
            catching.mail_of(message),
            kind=MailKind(row.kind) if row.kind else None,
            company="" if message.sender_email in many else row.company,
            role=row.role,
        )
        if lesson is not None:
            yield row, lesson


def _of_many_firms(account: UUID, addresses: Sequence[str]) -> set[str]:
    """Those of the addresses that write for one firm after another, as a board or system does."""
    if not addresses:
        return set()
    rows = Message.objects.of(account).filter(sender_email__in=addresses, correction=None)
    firms: dict[str, set[str]] = defaultdict(set)
    for address, firm in rows.values_list("sender_email", "reading__company"):
        if firm:
            firms[address].add(sameness(firm))
    return {address for address, names in firms.items() if len(names) > MANY}


def _kin_of(message: Message, lesson: room.Lesson) -> Iterator[Message]:
    """The kept mails of the same house that nobody judged, the latest first."""
    rows = Message.objects.of(message.account).filter(
        Q(correction=None), Q(confirmation=None), direction=Direction.IN
    )
    own = lesson.make.address
    houses = rows.order_by().values_list("sender_email", flat=True).distinct()
    kin = [one for one in houses if room.kin(own, one.lower())]
    rows = rows.filter(sender_email__in=kin).exclude(pk=message.pk)
    rows = rows.select_related("case__company", "opening", "correction", "confirmation")
    yield from rows.order_by("-at", "-id")[:LOOKED_THROUGH]


def _said(lesson: room.Lesson) -> dict[str, str]:
    given = {"kind": lesson.kind, "company": lesson.company, "role": lesson.role}
    return {name: str(value) for name, value in given.items() if value}


def _read_by(account: UUID) -> dict[str, int]:
    """How many mails each lesson has read."""
    counts: dict[str, int] = defaultdict(int)
    for _, teachers in taught_mails(account):
        for teacher in teachers:
            counts[teacher] += 1
    return counts
