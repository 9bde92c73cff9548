"""Wrong joins mended: two cases that are one, one that is two, and one that is not the user's.

Every one of them can be undone (contract, ruling 16).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import models

from afterword.casebook.case import Case
from afterword.casebook.company import Company
from afterword.casebook.event import Act, Who, act
from afterword.casebook.message import Message
from afterword.casebook.record import Record
from afterword.casebook.snooze import Snooze, heed
from afterword.errors import Refused
from afterword.terms import Direction


class Merge(Record):
    """This case went into another; it stays as a signpost, so that old links still lead somewhere."""

    case = models.OneToOneField(Case, on_delete=models.PROTECT, related_name="merge")
    into = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="merged_in")
    at = models.DateTimeField()


class NotMine(Record):
    """The user said that this case is none of theirs; it is listed nowhere."""

    case = models.OneToOneField(Case, on_delete=models.PROTECT, related_name="not_mine")
    at = models.DateTimeField()
    why = models.TextField(blank=True)


#: What moves with a case as it stands. Seats and snoozes are one a case, so they are met apart.
MOVES = (
    "messages",
    "interviews",
    "remarks",
    "letters",
    "touches",
    "answers",
    "endings",
    "reopenings",
    "entries",
    "favours",
    "kept_postings",
    "sighted",
)
#: What a case has one of: it moves where the other has none.
SINGLE = ("look_back", "hired", "if_then")


def merge(*, case: Case, into: Case, at: datetime, by: str = Who.USER) -> Case:
    """Put everything of one case into another; the answer is the case that remains."""
    if case.pk == into.pk or Merge.objects.filter(case=case, into=into).exists():
        return into
    if Merge.objects.filter(case__in=[case, into]).exists():
        raise Refused("One of these cases is already part of another. Undo that first.")
    says = f"{case} and {into} are one case"
    with act(case.account, "merged", at=at, by=by, case=into, says=says) as doing:
        _carry(case, into, doing)
        doing.create(Merge(case=case, into=into, at=at))
        doing.change(
            into,
            role=into.role or case.role,
            opened_at=min(into.opened_at, case.opened_at),
            last_at=max(filter(None, (into.last_at, case.last_at)), default=None),
        )
    return into


def _carry(case: Case, into: Case, doing: Act) -> None:
    for name in MOVES:
        for row in _clear(getattr(case, name).all(), into, name):
            doing.change(row, case=into)
    for question in case.questions.all():
        doing.change(question, case=into)
    seated = set(into.seats.values_list("person_id", flat=True))
    for seat in case.seats.all():
        if seat.person_id not in seated:
            doing.change(seat, case=into)
    vouched = set(into.vouchings.values_list("reference_id", flat=True))
    for vouching in case.vouchings.all():
        if vouching.reference_id not in vouched:
            doing.change(vouching, case=into)
    for name in SINGLE:
        if hasattr(case, name) and not hasattr(into, name):
            doing.change(getattr(case, name), case=into)
    # A rest ends with the case; what was refused for good does not.
    resting = Snooze.objects.filter(case=case).first()
    if resting is not None:
        for play in ("",) if resting.for_good else resting.never:
            heed(into, None, play, doing)
        doing.remove(resting)


def _clear(rows: Iterable[Record], into: Case, name: str) -> Iterable[Record]:
    """Interviews of the same hour stay behind: they are the same talk."""
    if name != "interviews":
        return rows
    held = set(into.interviews.values_list("at", flat=True))
    return [row for row in rows if row.at not in held]  # type: ignore[attr-defined]


def split(
    *,
    case: Case,
    messages: Iterable[Message],
    at: datetime,
    by: str = Who.USER,
    company: str = "",
    role: str = "",
) -> Case:
    """Take these mails out into a case of their own; the answer is the new case."""
    moving = [m for m in messages if m.case_id == case.pk]
    if not moving:
        return Message.objects.get(pk=next(iter(messages)).pk).case or case
    says = f"{len(moving)} mails of {case} became a case of their own"
    with act(case.account, "split", at=at, by=by, case=case, says=says) as doing:
        firm = Company.named(company, doing=doing) if company else case.company
        moments = [m.at for m in moving]
        new = doing.create(
            Case(
                company=firm,
                role=role or moving[0].reading.get("role", ""),
                country=case.country,
                opened_at=min(moments),
                last_at=max(moments),
            )
        )
        for message in moving:
            for row in (*message.remarks.filter(case=case), *message.interviews.filter(case=case)):
                doing.change(row, case=new)
            doing.change(message, case=new)
        _part_people(case, new, moving, doing)
    return new


def _part_people(case: Case, new: Case, moving: list[Message], doing: Act) -> None:
    """Who is seen in the mails that left sits in the new case, and only there where no other mail shows them."""
    gone = _shown_in(moving)
    stay = _shown_in(case.messages.exclude(pk__in=[m.pk for m in moving]))
    for seat in case.seats.select_related("person").prefetch_related("person__addresses"):
        marks = {row.email for row in seat.person.addresses.all()}
        marks.add(seat.person.name.casefold())
        if not marks & gone:
            continue
        since = min(m.at for m in moving)
        if marks & stay or seat.set_by == Who.USER:
            fields = ("person", "part", "title", "stake", "warmth")
            told = {name: getattr(seat, name) for name in fields}
            doing.create(type(seat)(case=new, since=since, set_by=seat.set_by, **told))
            continue
        doing.change(seat, case=new, since=since)
        if seat.person.company_id == case.company_id != new.company_id:
            doing.change(seat.person, company=new.company)
        for name in ("letters", "touches"):
            for row in getattr(case, name).filter(person=seat.person):
                doing.change(row, case=new)


def _shown_in(messages: Iterable[Message]) -> set[str]:
    """The addresses and names that these mails show, as they are compared."""
    found: set[str] = set()
    for mail in messages:
        ends = [(mail.sender_name, mail.sender_email)] if mail.direction == Direction.IN else []
        ends += [(e.get("name", ""), e.get("email", "")) for e in mail.reading.get("people", ())]
        found |= {email.lower() for _, email in ends} | {name.casefold() for name, _ in ends}
    return found - {""}


def not_my_case(*, case: Case, at: datetime, by: str = Who.USER, why: str = "") -> None:
    """Say that the case is none of the user's: it leaves every list, and nothing is lost."""
    if NotMine.objects.filter(case=case).exists():
        return
    says = f"{case} is not your case"
    with act(case.account, "not_mine", at=at, by=by, case=case, why=why, says=says) as doing:
        doing.create(NotMine(case=case, at=at, why=why))
