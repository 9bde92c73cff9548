"""Sorting: what was read goes into its cases, oldest first whatever order it came in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from afterword import reading as room
from afterword.casebook import catch as catching
from afterword.casebook import filing, outbox
from afterword.casebook.case import Case
from afterword.casebook.event import Who, act
from afterword.casebook.identifiers import uuid7
from afterword.casebook.message import Message
from afterword.casebook.question import Question
from afterword.terms import Link, Reading

#: So many cases are offered for a mail that says nothing of a job.
OFFERED = 5


@dataclass(slots=True)
class Sorted:
    """What came of it: new cases, and questions only the user can answer."""

    cases: int = 0
    questions: int = 0


def sort_new(account: UUID, *, now: datetime) -> Sorted:
    """File every mail that was read and not yet filed, and what its threads now pull along."""
    done = Sorted()
    batch = filing.unfiled(account)
    if not batch:
        return done
    shelf = room.Shelf()
    for reading, mail, case in filing.filed(account):
        shelf.learn(reading, mail, case)
    register = filing.Register(account)
    while batch:
        placed: list[tuple[Message, Reading, Link]] = []
        new_ids: dict[UUID, UUID] = {}
        for message in batch:
            reading, mail = filing.reading_of(message), catching.mail_of(message)
            link = room.link(reading, mail, shelf)
            case = link.case
            if link.new:
                new_ids[message.pk] = uuid7()
                case = str(new_ids[message.pk])
            if case and not link.ask:
                shelf.learn(reading, mail, case)
            placed.append((message, reading, link))
        done.questions += filing.file_all(
            placed, account=account, register=register, at=now, new_ids=new_ids
        )
        done.cases += len(new_ids)
        batch = filing.unfiled(account)
    _pull_along(account, shelf, register, now)
    outbox.meet_sent(account, at=now)
    return done


def _pull_along(account: UUID, shelf: room.Shelf, register: filing.Register, now: datetime) -> None:
    """Mails that lay loose while their thread had no case follow it into the one it has now."""
    loose = filing.loose(account)
    while True:
        found = [m for m in loose if not shelf.threads.keys().isdisjoint(m.thread)]
        placed: list[tuple[Any, Reading, Link]] = []
        for message in found:
            reading, mail = filing.reading_of(message), catching.mail_of(message)
            case = next(shelf.threads[one] for one in message.thread if one in shelf.threads)
            shelf.learn(reading, mail, case)
            placed.append((message, reading, Link(case=case, why=filing.BY_THREAD)))
        if not placed:
            return
        filing.file_all(placed, account=account, register=register, at=now, new_ids={})
        taken = {message.pk for message in found}
        loose = [message for message in loose if message.pk not in taken]


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
