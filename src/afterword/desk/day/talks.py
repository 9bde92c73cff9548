"""The talks of the next days: when by the clock of the place, where, and with whom."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from afterword.casebook.by_heart import by_heart
from afterword.casebook.interview import Interview, Present
from afterword.casebook.message import Message
from afterword.casebook.seat import Seat
from afterword.terms import Basis, State

#: A talk is a thing of the day this long before it, so that one on Tuesday is seen on Friday.
AHEAD = timedelta(days=4)
#: And a while after it has begun: somebody looks up the address on the stairs.
BEGUN = timedelta(hours=1)
OVER = (State.CLOSED, State.SOFT_CLOSED)


@dataclass(frozen=True, slots=True)
class Talk:
    """`there` is the same moment by the clock of the place, where anything tells it apart from UTC.

    `basis` says how it is known who will be there: said by the user, or inferred from the mail.
    """

    case: UUID
    company: str
    role: str
    at: datetime
    there: datetime | None = None
    place: str = ""
    who: tuple[str, ...] = ()
    basis: Basis = Basis.SAID
    proposal: bool = False


def ahead(account: UUID, now: datetime) -> list[Talk]:
    """The talks of the next days, the first first; none of a case that is over or not the user's."""
    rows = _ahead(account, now - BEGUN, now + AHEAD)
    if not rows:
        return []
    present: dict[UUID, list[str]] = {}
    for talk, name in _present(account, [row.pk for row in rows]):
        present.setdefault(talk, []).append(name)
    seated: dict[UUID, list[tuple[str, UUID]]] = {}
    for case, person, name in _seated(account, [row.case_id for row in rows]):
        seated.setdefault(case, []).append((name, person))
    return [_talk(row, present.get(row.pk, []), seated.get(row.case_id, [])) for row in rows]


def of(row: Interview) -> Talk:
    """One talk as it is told on its case."""
    names = [one.person.name for one in row.present.select_related("person")]
    rows = row.case.seats.values_list("person__name", "person_id")
    return _talk(row, names, list(rows))


def _talk(row: Interview, present: list[str], seated: Iterable[tuple[str, UUID]]) -> Talk:
    mail = row.message
    who, basis = tuple(filter(None, present)), Basis.SAID
    if not who and mail is not None:
        who, basis = tuple(_named_in(mail, (name for name, _key in seated))), Basis.INFERRED
    start, place = _calendar(mail, row.at) if mail is not None else (None, "")
    return Talk(
        case=row.case_id,
        company=row.case.company.name,
        role=row.case.role,
        at=row.at,
        there=_there(mail, row.at, start),
        place=place,
        who=who,
        basis=basis,
        proposal=row.is_proposal,
    )


def _named_in(mail: Message, names: Iterable[str]) -> list[str]:
    """Who of the case is named in the mail that sets the talk, save the one who wrote it."""
    words = set(re.findall(r"[^\W\d_]{3,}", mail.text))
    return [
        name
        for name in dict.fromkeys(names)
        if name and name != mail.sender_name and name.split()[0] in words
    ]


def _there(mail: Message | None, at: datetime, start: datetime | None) -> datetime | None:
    """The moment on the clock of the place: as their invitation has it, else by the hour of their mail.

    An hour in UTC tells no place: programs write it everywhere.
    """
    if start is not None and start.tzinfo not in (None, UTC) and start.tzname() != "UTC":
        return at.astimezone(start.tzinfo)
    sent = str(mail.reading.get("date", "")) if mail is not None else ""
    written = datetime.fromisoformat(sent) if sent else None
    if written is None or not written.utcoffset():
        return None
    return at.astimezone(written.tzinfo)


def _calendar(mail: Message, at: datetime) -> tuple[datetime | None, str]:
    """The beginning and the place, as the invitation beside the mail has them."""
    raw = mail.envelope.get("calendars", [])
    if not raw:
        return None, ""
    from icalendar import Calendar  # heavy: only where there is an invitation to read

    for text in raw:
        try:
            for event in Calendar.from_ical(text).walk("VEVENT"):
                start = getattr(event.get("DTSTART"), "dt", None)
                if isinstance(start, datetime) and start.tzinfo is not None and start == at:
                    return start, str(event.get("LOCATION", "")).strip()
        except (ValueError, KeyError, IndexError):  # broken: it tells neither
            continue
    return None, ""


@by_heart
def _ahead(account: UUID, since: datetime, until: datetime) -> QuerySet[Interview]:
    rows = Interview.objects.of(account).filter(at__gte=since, at__lte=until)
    rows = rows.filter(case__merge__isnull=True, case__not_mine__isnull=True)
    rows = rows.exclude(case__standing__seen_state__in=OVER)
    return rows.select_related("case__company", "message").order_by("at", "id")


@by_heart
def _present(account: UUID, talks: list[UUID]) -> QuerySet[Any, tuple[UUID, str]]:
    rows = Present.objects.of(account).filter(interview__in=talks).order_by("id")
    return rows.values_list("interview_id", "person__name")


@by_heart
def _seated(account: UUID, cases: list[UUID]) -> QuerySet[Any, tuple[UUID, UUID, str]]:
    rows = Seat.objects.of(account).filter(case__in=cases).order_by("id")
    return rows.values_list("case_id", "person_id", "person__name")
