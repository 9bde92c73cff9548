"""What the user wrote by mail and has to keep: promises to referees, and to anybody who waits for a word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet

from afterword import terms
from afterword.casebook.message import Message
from afterword.casebook.person import PersonAddress
from afterword.casebook.reference import Reference
from afterword.casebook.seat import Seat
from afterword.casebook.stop import Stop
from afterword.casebook.touch import Touch
from afterword.reading.own.promises import STEMS, promise_in, promises_to_tell
from afterword.terms import Direction, State

#: A promise older than this is no longer brought up.
LOOKED_BACK = timedelta(days=400)
#: One day of a mail to them, and whether it promised a word.
Wrote = tuple[date, bool]


def with_own_words(
    account: UUID,
    vouched: Iterable[terms.Vouched],
    referees: Iterable[Reference],
    now: datetime,
) -> list[terms.Vouched]:
    """The same, with the promise the user made since the referee was drawn on, and the last mail."""
    vouched = list(vouched)
    if not vouched:
        return vouched
    emails = {
        row.email: str(one.person_id) for one in referees for row in one.person.addresses.all()
    }
    wrote = _wrote(account, emails, now)
    return [_with(one, wrote.get(one.referee, [])) for one in vouched]


def _with(one: terms.Vouched, wrote: list[Wrote]) -> terms.Vouched:
    began = min((day for day in (one.briefed, one.called) if day is not None), default=None)
    promised = [day for day, promise in wrote if promise and began is not None and day >= began]
    last = max((day for day, _ in wrote), default=None)
    return replace(one, promised=min(promised, default=None), written=last)


def _wrote(account: UUID, emails: dict[str, str], now: datetime) -> dict[str, list[Wrote]]:
    rows = Message.objects.of(account).filter(
        direction=Direction.OUT, at__lte=now, at__gte=now - LOOKED_BACK
    )
    ends = [
        (key, emails[email])
        for key, to in rows.values_list("pk", "envelope__to")
        for email in _emails(to) & emails.keys()
    ]
    texts = {
        mail.pk: mail
        for mail in rows.filter(pk__in={key for key, _ in ends}).only("pk", "text", "at")
    }
    found: dict[str, list[Wrote]] = defaultdict(list)
    for key, who in ends:
        mail = texts[key]
        day = mail.at.astimezone(now.tzinfo).date()
        found[who].append((day, bool(promises_to_tell(mail.text))))
    return found


#: A promise is left this long before it is brought up, and not brought up after so long.
LEFT = timedelta(days=14)
RAISED = timedelta(days=150)
#: Of a house where it is over nobody waits for a word.
_OVER = (State.CLOSED, State.SOFT_CLOSED)


def unkept(account: UUID, now: datetime) -> dict[UUID, tuple[date, str]]:
    """Person -> the day and the sentence of a promise of the user's after which they wrote no more."""
    mine = Message.objects.of(account).filter(
        direction=Direction.OUT, at__lte=now, at__gte=now - RAISED, case__not_mine__isnull=True
    )
    asked = Q()
    for stem in STEMS:
        asked |= Q(text__icontains=stem)
    said: dict[str, tuple[datetime, str]] = {}
    for text, at, to in mine.filter(asked).order_by("at").values_list("text", "at", "envelope__to"):
        promise = promise_in(text)
        for email in _emails(to) if promise else ():
            said[email] = (at, promise)
    if not said:
        return {}
    rows = PersonAddress.objects.of(account)
    people = rows.filter(email__in=list(said)).values("person_id")
    owner = dict(rows.filter(person__in=people).values_list("email", "person_id"))
    last = _last_words(account, mine, owner, now)
    released = _released(account, set(owner.values()), now)
    found: dict[UUID, tuple[date, str]] = {}
    for email, (at, promise) in said.items():
        who = owner.get(email)
        if who is None or last[who] > at or at > now - LEFT:
            continue
        if who in released and at <= released[who]:
            continue
        found[who] = (at.astimezone(now.tzinfo).date(), promise)
    return found


def _last_words(
    account: UUID, mine: QuerySet[Message], owner: dict[str, UUID], now: datetime
) -> dict[UUID, datetime]:
    """The user's last word to each: by mail to any of their addresses, or noted by hand."""
    last: dict[UUID, datetime] = {}
    words = [
        (owner[email], at)
        for at, to in mine.values_list("at", "envelope__to")
        for email in _emails(to) & owner.keys()
    ]
    touches = Touch.objects.of(account).filter(person__in=set(owner.values()), at__lte=now)
    for who, at in [*words, *touches.values_list("person_id", "at")]:
        last[who] = max(at, last.get(who, at))
    return last


def _released(account: UUID, people: set[UUID], now: datetime) -> dict[UUID, datetime]:
    """Until when what was promised binds no more: who is left alone, or whose process ended after it.

    What was promised after the end was promised to the person, and holds.
    """
    seats = Seat.objects.of(account).filter(person__in=people, person__reference__isnull=True)
    ended = seats.filter(case__standing__seen_state__in=[str(state) for state in _OVER])
    found: dict[UUID, datetime] = {}
    for who, since in ended.values_list("person_id", "case__standing__since"):
        found[who] = max(since or now, found.get(who, since or now))
    stops = Stop.objects.of(account).filter(person__in=people, at__lte=now)
    alone = stops.values_list("person_id", flat=True)
    found.update({key: now for key in alone if key is not None})
    return found


def _emails(given: object) -> set[str]:
    rows = given if isinstance(given, list) else []
    return {str(one.get("email", "")).lower() for one in rows} - {""}
