"""What passed between the user and each address or person by a day, counted in a few queries.

Of private mail only who, when and which way are known, and nothing more is asked for here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Count, Max, Min, Q

from afterword.casebook.handle import Handle
from afterword.casebook.interview import Present
from afterword.casebook.message import Message
from afterword.casebook.person import PersonAddress
from afterword.casebook.seen import Exchange
from afterword.casebook.touch import Touch
from afterword.counsel.network import COUNTED, Contact
from afterword.terms import Direction, Hand

#: What came of a touch when they answered it.
ANSWERED = ("replied_warm", "replied_neutral", "brush_off", "stop_request")
YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Written:
    """One kept mail by its ends alone: who wrote it, to whom, when, under which subject."""

    sender: str
    to: tuple[str, ...]
    beside: tuple[str, ...]
    at: datetime
    out: bool
    personal: bool
    subject: str


class Tally:
    """A contact in the counting."""

    def __init__(self) -> None:
        self.count: dict[str, int] = defaultdict(int)
        self.when: dict[str, datetime] = {}

    def note(self, way: str, first: datetime, last: datetime, n: int, lately: int) -> None:
        total, late, at = NAMES[way]
        self.count[total] += n
        self.count[late] += lately
        self.when["first"] = min(first, self.when.get("first", first))
        self.when[at] = max(last, self.when.get(at, last))

    @property
    def heard(self) -> datetime | None:
        """Their last word, in writing or in a talk."""
        found = [self.when[name] for name in ("last_in", "last_met") if name in self.when]
        return max(found, default=None)

    @property
    def contact(self) -> Contact:
        fields: dict[str, Any] = {**self.count, **self.when}
        return Contact(**fields)


NAMES = {
    "in": ("heard", "heard_lately", "last_in"),
    "out": ("sent", "sent_lately", "last_out"),
    "met": ("met", "met_lately", "last_met"),
}


def written(account: UUID, now: datetime) -> list[Written]:
    """The ends of every kept mail by that day; of a case that is not the user's, none."""
    rows = Message.objects.of(account).filter(at__lte=now, case__not_mine__isnull=True)
    named = ("sender_email", "envelope__to", "envelope__cc", "at", "direction", "reading__hand")
    return [
        Written(
            sender=sender,
            to=_emails(to),
            beside=_emails(cc),
            at=at,
            out=way == Direction.OUT,
            # A reading leaves out what stands at its default, and that is a template.
            personal=hand == Hand.PERSONAL,
            subject=subject,
        )
        for sender, to, cc, at, way, hand, subject in rows.values_list(*named, "subject")
    ]


def _emails(given: Any) -> tuple[str, ...]:
    return tuple(one["email"] for one in given or () if one.get("email"))


def owners(account: UUID, people: Iterable[UUID] | None = None) -> dict[str, str]:
    """Whose each address is, the one last added of a person last; a page on a network counts as one."""
    rows = PersonAddress.objects.of(account).order_by("id")
    if people is not None:
        rows = rows.filter(person__in=list(people))
    pages = Handle.objects.of(account).filter(kind="profile")
    if people is not None:
        pages = pages.filter(person__in=list(people))
    found = {page: str(key) for page, key in pages.values_list("value", "person_id")}
    found.update((email, str(key)) for email, key in rows.values_list("email", "person_id"))
    return found


def contacts(
    account: UUID,
    now: datetime,
    mails: Iterable[Written],
    people: Iterable[UUID] | None = None,
    owner: dict[str, str] | None = None,
) -> dict[str, Contact]:
    """What passed with each person by that day; addresses that are nobody's stand for themselves.

    With `people` only theirs is counted; `owner` says whose an address is, where that was read.
    """
    people = None if people is None else list(people)
    owner = owners(account, people) if owner is None else owner
    only = None if people is None else set(owner)
    found: dict[str, Tally] = defaultdict(Tally)
    for mail in mails:
        lately = int(mail.at >= now - YEAR)
        ends = mail.to if mail.out else (mail.sender,) if mail.personal else ()
        for email in ends:
            if email and (email in owner if only is not None else True):
                way = "out" if mail.out else "in"
                found[owner.get(email, email)].note(way, mail.at, mail.at, 1, lately)
    _private(account, now, owner, only, found)
    _by_hand(account, now, people, found)
    return {key: tally.contact for key, tally in found.items()}


def _private(
    account: UUID,
    now: datetime,
    owner: dict[str, str],
    only: set[str] | None,
    found: dict[str, Tally],
) -> None:
    ties = Exchange.objects.of(account).filter(at__lte=now)
    if only is not None:
        ties = ties.filter(email__in=only)
    late = Count("id", filter=Q(at__gte=now - YEAR))
    grouped = ties.values_list("email", "direction").order_by()
    for email, way, first, last, n, lately in grouped.annotate(
        Min("at"), Max("at"), Count("id"), late=late
    ):
        tally = found[owner.get(email, email)]
        tally.note(way, first, last, n, lately)
        tally.count["own_in" if way == Direction.IN else "own_out"] += lately


def _by_hand(
    account: UUID, now: datetime, people: Iterable[UUID] | None, found: dict[str, Tally]
) -> None:
    """Talks, and words that no mail shows; then how many requests stand without an answer."""
    there = Present.objects.of(account).filter(interview__at__lte=now)
    touches = Touch.objects.of(account).filter(at__lte=now, person__isnull=False)
    if people is not None:
        there, touches = there.filter(person__in=people), touches.filter(person__in=people)
    for key, at in there.values_list("person_id", "interview__at"):
        found[str(key)].note("met", at, at, 1, int(at >= now - YEAR))
    asked: dict[str, list[datetime]] = defaultdict(list)
    named = ("person_id", "at", "kind", "result", "message_id")
    for key, at, kind, result, mail in touches.values_list(*named):
        who = str(key)
        if mail is None:
            # One that a mail carried was counted with the mail.
            found[who].note("out", at, at, 1, int(at >= now - YEAR))
        if result in ANSWERED:
            found[who].note("in", at, at, 1, int(at >= now - YEAR))
        elif kind in COUNTED:
            asked[who].append(at)
    for who, moments in asked.items():
        heard = found[who].heard
        found[who].count["unanswered"] = sum(heard is None or at > heard for at in moments)
