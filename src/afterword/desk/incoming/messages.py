"""Messages and invitations of a network: who, when and which way for all; the words only of those about jobs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from afterword import terms
from afterword.casebook.event import Act, Who
from afterword.casebook.handle import Handle
from afterword.casebook.introducing import Introductions
from afterword.casebook.message import Message
from afterword.casebook.person import Person
from afterword.casebook.profile import Profile
from afterword.casebook.seat import Seat
from afterword.casebook.seen import Exchange
from afterword.desk.mail import mailroom
from afterword.intake.contacts.linkedin.letters import Messages, mark_of


def meet(
    account: UUID, said: Sequence[terms.Said], people: Introductions, doing: Act, now: datetime
) -> Counter[str]:
    """Everybody who was written with becomes known; with each message goes a tie, unless ties are turned off."""
    counts: Counter[str] = Counter()
    if not said:
        return counts
    met: set[str] = set()
    for one in said:
        if one.profile and one.profile not in met:
            met.add(one.profile)
            if ("profile", one.profile) not in people.by_mark:
                new = people.meet(terms.Contact(name=one.name, profile=one.profile))
                counts["people_new"] += new is not None
    if not Profile.of(account, at=now).keeps_ties:
        return counts
    held = set(Exchange.objects.of(account).filter(email__in=met).values_list("digest", flat=True))
    for one in said:
        digest = mark_of(one)
        if people.out.email(one.profile):
            continue
        if one.profile and not one.group and one.at <= now and digest not in held:
            held.add(digest)
            counts["ties"] += 1
            doing.create(
                Exchange(digest=digest, email=one.profile, at=one.at, direction=str(one.direction))
            )
    return counts


def read(account: UUID, said: Sequence[terms.Said], *, now: datetime) -> Counter[str]:
    """Read the words as mail is read; those about a job are kept and find their case."""
    counts: Counter[str] = Counter()
    box = Messages(one for one in said if one.thread)
    if not box.said:
        return counts
    came = mailroom.take_in(account, box, now=now)
    counts["messages_read"] = came.new
    counts["messages_about_jobs"] = came.kept
    counts["cases_new"] += came.cases
    _seat(account, box.said, now)
    return counts


def _seat(account: UUID, said: Sequence[terms.Said], now: datetime) -> None:
    """Who wrote a message that belongs to a case has a seat in it."""
    by_mark = {f"{mark_of(one)}@linkedin.invalid": one for one in said if one.profile}
    rows = Message.objects.of(account).filter(mail_id__in=list(by_mark), case__isnull=False)
    found = [
        (row.case, by_mark[row.mail_id].profile, row.at) for row in rows.select_related("case")
    ]
    pages = Handle.objects.of(account).filter(
        kind="profile", value__in={page for _, page, _ in found}
    )
    owner = dict(pages.values_list("value", "person_id"))
    people = Person.objects.of(account).in_bulk(list(owner.values()))
    for case, page, at in found:
        person = people.get(owner.get(page))
        if (
            case is not None
            and person is not None
            and not Seat.objects.filter(case=case, person=person).exists()
        ):
            Seat.give(case=case, person=person, at=now, by=Who.MACHINE, since=at)
