"""Reading the kept mail again: when the user says which addresses are theirs, or the reader has learnt.

What the user confirmed or corrected stands, and what they taught is heeded; mail stays in the case
it is in, and a closed letter is not opened by a lesson.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from afterword import reading as room
from afterword.casebook import catch as catching
from afterword.casebook import filing
from afterword.casebook.case import Case
from afterword.casebook.event import Event, Who
from afterword.casebook.message import Blob, Message
from afterword.casebook.profile import OwnAddress
from afterword.casebook.record import in_one_go
from afterword.desk import morning
from afterword.desk.mail import teaching
from afterword.intake.mailbox import parse
from afterword.reading import Lesson
from afterword.terms import Certainty, MailKind, Parcel, Reading

SLICE = 100


def unlearn(account: UUID, *, now: datetime) -> int:
    """Read anew what was read by a lesson that is no more; the answer is how many read otherwise."""
    known = {lesson.mail for lesson in teaching.lessons(account)}
    read = teaching.taught_mails(account)
    astray = [message.pk for message, teachers in read if not teachers <= known]
    return read_again(account, now=now, only=astray) if astray else 0


def read_again(account: UUID, *, now: datetime, only: Collection[UUID] | None = None) -> int:
    """Read every kept mail anew, or `only` these; the answer is how many now read otherwise.

    Twice changes nothing.
    """
    me = OwnAddress.mine(account)
    lessons = teaching.lessons(account)
    changed = 0
    for part in _slices(account, only):
        blobs = Blob.objects.of(account).filter(sha256__in=[m.sha256 for m in part])
        raw = {blob.sha256: blob.raw for blob in blobs}
        read = [(m, _read(m, raw[m.sha256], me, lessons)) for m in part if m.sha256 in raw]
        with in_one_go(Message):
            changed += _write(account, read, now)
    if changed:
        with in_one_go(Event):
            Event(
                account=account,
                entered_at=now,
                at=now,
                who=Who.MACHINE,
                verb="read_again",
                says=f"{changed} mails were read anew",
                undoable=False,
            ).save(force_insert=True)
        morning.plan(account, now)
    return changed


def _slices(account: UUID, only: Collection[UUID] | None) -> Iterator[list[Message]]:
    asked = Message.objects.of(account).order_by("at", "mail_id")
    asked = asked if only is None else asked.filter(pk__in=only)
    keys = list(asked.values_list("pk", flat=True))
    for start in range(0, len(keys), SLICE):
        rows = Message.objects.filter(pk__in=keys[start : start + SLICE])
        yield list(
            rows.select_related(
                "correction", "confirmation", "opening", "case__company", "no_interview"
            ).order_by("at", "mail_id")
        )


def _read(message: Message, raw: bytes, me: frozenset[str], lessons: Sequence[Lesson]) -> Reading:
    held = message.envelope
    parcel = Parcel(
        raw=raw,
        source=message.source,
        labels=tuple(held.get("labels", ())),
        sent=bool(held.get("sent")),
    )
    mail = parse(parcel)
    said = room.read(mail, me)
    if message.is_proposal and not message.is_sealed:
        said = room.heed(said, mail, lessons)
    if said.kind is MailKind.NOT_JOB and message.case_id is not None:
        # It was kept for the thread it stands in, and that has not changed.
        said = room.read(mail, me, kin=True)
    elif said.kind is MailKind.NOT_JOB:
        said = replace(said, kind=MailKind.OTHER_JOB, certainty=Certainty.LOW)
    return said


def _write(account: UUID, read: list[tuple[Message, Reading]], now: datetime) -> int:
    other = [(m, said) for m, said in read if catching.take_over(m, said)]
    Message.objects.bulk_update([m for m, _ in other], catching.READ_COLUMNS)
    if other:
        register = filing.Register(account)
        sheaf = filing.Sheaf(account, now)
        for message, _ in other:
            case: Case | None = register.cases.get(message.case_id) if message.case_id else None
            if case is not None:
                filing.settle(message, filing.reading_of(message), case, register, sheaf)
        sheaf.write()
    return len(other)
