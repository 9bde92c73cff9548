"""Sorting: what was read goes into its cases, oldest first whatever order it came in."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from afterword import reading as room
from afterword.casebook import catch as catching
from afterword.casebook import filing, outbox, refiling
from afterword.casebook import settled as settling
from afterword.casebook.alone import alone
from afterword.casebook.case import Case
from afterword.casebook.event import Event, Who, act
from afterword.casebook.identifiers import uuid7
from afterword.casebook.message import Message
from afterword.casebook.profile import OwnAddress
from afterword.casebook.question import Question
from afterword.casebook.record import in_one_go
from afterword.desk.mail import tongues
from afterword.desk.mail.spelling import own_names

#: So many cases are offered for a mail that says nothing of a job.
OFFERED = 5
#: So often is all placed again because the user did something meanwhile; then it is filed as it is.
TRIES = 3


@dataclass(slots=True)
class Sorted:
    """What came of it: new cases, and questions only the user can answer."""

    cases: int = 0
    questions: int = 0


def sort_new(account: UUID, *, now: datetime) -> Sorted:
    """File what was read and not yet filed, as if all mail of the account had come at once.

    A portion more may join what lay loose, give a case its name, or show that two cases are one:
    so all is placed together each time. Placing takes a while and writes nothing; what the user
    does meanwhile is seen before it is written.
    """
    if not filing.unfiled(account):
        return Sorted()
    with alone(account):
        return _sort(account, now)


def _sort(account: UUID, now: datetime) -> Sorted:
    for left in reversed(range(TRIES)):
        stands = _last_word(account)
        placed = _placed(account)
        with in_one_go(Event):
            if left and stands != _last_word(account):
                continue
            found, own = settling.settled(account), own_names(placed)
            done = refiling.refile(account, placed, found, at=now, own=own)
        outbox.meet_sent(account, at=now)
        return Sorted(done.cases, done.questions)
    raise AssertionError("the last try files")


def _placed(account: UUID) -> list[filing.Placed]:
    """Every kept mail with the case it belongs to."""
    messages = filing.kept(account)
    mails = [(filing.reading_of(one), catching.mail_of(one)) for one in messages]
    found = settling.settled(account)
    apart = settling.outside(account, found)
    said = {one.mail_id: settling.told_of(one, found, apart) for one in messages}
    told = {key: room.Told(*word) for key, word in said.items() if word is not None}
    shelf = room.Shelf(me=OwnAddress.mine(account))
    links = room.link_all(mails, shelf, lambda: str(uuid7()), told, _onward(account))
    return [
        (message, reading, link)
        for message, (reading, _), link in zip(messages, mails, links, strict=True)
    ]


#: Where the last placing of these accounts stood, the one used last at the end: it spares the next
#: one work and changes no answer, so it is lost with the process.
_STOOD: OrderedDict[UUID, room.Onward] = OrderedDict()
#: So many accounts are remembered so; each holds the words of its mail.
_REMEMBERED = 2


def _onward(account: UUID) -> room.Onward:
    found = _STOOD.pop(account, None) or room.Onward()
    _STOOD[account] = found
    while len(_STOOD) > _REMEMBERED:
        _STOOD.pop(next(iter(_STOOD)), None)
    return found


def let_go(account: UUID) -> None:
    """Hold no word of this account's mail in mind any more."""
    _STOOD.pop(account, None)


def _last_word(account: UUID) -> UUID | None:
    """The last thing that was done other than by mail or the clock."""
    done = Event.objects.of(account).filter(who=Who.USER)
    return done.last_first().values_list("pk", flat=True).first()


def _begin(message: Message, now: datetime) -> None:
    """A case of its own for a mail that cannot be read, under the name its writer goes by."""
    firm = tongues.firm_of(message.sender_name, message.sender_email)
    case = Case.open(
        account=message.account, company=firm, at=now, since=message.at, by=Who.MACHINE
    )
    filing.file_into(message=message, case=case, at=now, by=Who.MACHINE)


def ask_what(account: UUID, mail_ids: list[str], *, now: datetime) -> Sorted:
    """Ask about mails the user handed over that belong to no case: what is this? Once each.

    One that cannot be read begins a case of its own.
    """
    rows = Message.objects.of(account).filter(mail_id__in=mail_ids, case__isnull=True)
    waiting, begun = [], 0
    for message in rows.filter(questions__isnull=True).exclude(kind__in=filing.OUTSIDE):
        if tongues.unread(message.text):
            _begin(message, now)
            begun += 1
        else:
            waiting.append(message)
    if not waiting:
        return Sorted(begun)
    cases = Case.objects.of(account).standing_alone().select_related("company")
    offered = [
        {"id": str(case.pk), "label": str(case)} for case in cases.order_by("-last_at")[:OFFERED]
    ]
    says = f"{len(waiting)} mails were handed over that speak of no job"
    with act(account, "asked_what", at=now, by=Who.MACHINE, says=says) as doing:
        for message in waiting:
            doing.create(
                Question(
                    about="link",
                    key=str(message.pk),
                    message=message,
                    text=f"What is this? “{message}” names no process of yours.",
                    candidates=offered,
                )
            )
    return Sorted(begun, len(waiting))
