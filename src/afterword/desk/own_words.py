"""What the user wrote to their referees by mail: what they promised to tell, and their last word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID

from afterword import terms
from afterword.casebook.message import Message
from afterword.casebook.reference import Reference
from afterword.reading.own_promises import promises_to_tell
from afterword.terms import Direction

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
        for email in {str(one.get("email", "")).lower() for one in to or ()} & emails.keys()
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
