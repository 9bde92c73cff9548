"""Sorting: what was read goes into its cases, oldest first whatever order it came in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from afterword import reading as room
from afterword.casebook import catch as catching
from afterword.casebook import filing, outbox
from afterword.casebook.case import Case
from afterword.casebook.event import Who, act
from afterword.casebook.identifiers import uuid7
from afterword.casebook.message import Message
from afterword.casebook.profile import OwnAddress
from afterword.casebook.question import Question
from afterword.terms import Mail, Reading

#: So many cases are offered for a mail that says nothing of a job.
OFFERED = 5


@dataclass(slots=True)
class Sorted:
    """What came of it: new cases, and questions only the user can answer."""

    cases: int = 0
    questions: int = 0


def sort_new(account: UUID, *, now: datetime) -> Sorted:
    """File every mail that was read and not yet filed, and what lay loose and now has a home."""
    done = Sorted()
    batch = filing.unfiled(account)
    if not batch:
        return done
    shelf = room.Shelf(me=OwnAddress.mine(account))
    for reading, mail, case in filing.filed(account):
        shelf.learn(reading, mail, case)
    register = filing.Register(account)
    while batch:
        links = room.link_all(_opened(batch), shelf, lambda: str(uuid7()))
        placed = [
            (message, filing.reading_of(message), link)
            for message, link in zip(batch, links, strict=True)
        ]
        new_ids = {message.pk: UUID(link.case) for message, _, link in placed if link.new}
        # A mail may belong to a case that a later one begins: the cases are written first.
        placed.sort(key=lambda one: not one[2].new)
        done.questions += filing.file_all(
            placed, account=account, register=register, at=now, new_ids=new_ids
        )
        done.cases += len(new_ids)
        batch = filing.unfiled(account)
    _pull_along(account, shelf, register, now)
    outbox.meet_sent(account, at=now)
    return done


def _opened(messages: list[Message]) -> list[tuple[Reading, Mail]]:
    return [(filing.reading_of(one), catching.mail_of(one)) for one in messages]


def _pull_along(account: UUID, shelf: room.Shelf, register: filing.Register, now: datetime) -> None:
    """Mails that lay loose while their thread, their writer or their firm had no case follow into it."""
    loose = filing.loose(account)
    links = room.link_again(_opened(loose), shelf)
    placed = [
        (message, filing.reading_of(message), link)
        for message, link in zip(loose, links, strict=True)
        if link.case
    ]
    if placed:
        filing.file_all(placed, account=account, register=register, at=now, new_ids={})


def ask_what(account: UUID, mail_ids: list[str], *, now: datetime) -> int:
    """Ask about mails the user handed over that belong to no case: what is this? Once each."""
    rows = Message.objects.of(account).filter(mail_id__in=mail_ids, case__isnull=True)
    waiting = list(rows.filter(questions__isnull=True).exclude(kind__in=filing.OUTSIDE))
    if not waiting:
        return 0
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
    return len(waiting)
