"""Forgetting: a person, who was hired, or everything. No undo brings back what was forgotten.

What a forgotten person wrote stays in the case without their name, because it
is also the user's history; their name, addresses, seat and private ties go,
and so do the copies that undo kept.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.apps import apps

from afterword.casebook.dated import unname
from afterword.casebook.dispatch import Dispatch
from afterword.casebook.event import Event, Who
from afterword.casebook.favour import Favour
from afterword.casebook.interview import Present
from afterword.casebook.looking_back import Hired
from afterword.casebook.message import Blob, Message
from afterword.casebook.person import Person, PersonAddress
from afterword.casebook.post import Post
from afterword.casebook.record import in_one_go
from afterword.casebook.reference import Reference, Vouching
from afterword.casebook.remark import Remark
from afterword.casebook.seat import Seat
from afterword.casebook.second_eyes import Comment
from afterword.casebook.seen import Exchange
from afterword.casebook.sighted import forget_in_sightings
from afterword.casebook.stop import Stop

#: Stands where a name stood, so that a letter of theirs still reads as somebody's.
SOMEBODY = "Someone you asked to forget"


def forget_person(*, person: Person, at: datetime, by: str = Who.USER) -> None:
    """Forget them for good; a second call finds nobody and changes nothing."""
    if not Person.objects.filter(pk=person.pk).exists():
        return
    account = person.account
    with in_one_go(Event):
        emails = list(person.addresses.values_list("email", flat=True))
        _scrub(account, [str(person.pk), *emails], name=str(person))
        pages = list(person.handles.filter(kind="profile").values_list("value", flat=True))
        Exchange.objects.of(account).filter(email__in=[*emails, *pages]).delete()
        unname(account, emails, person.name, SOMEBODY)
        forget_in_sightings(account, person.pk, person.name)
        for message in Message.objects.of(account).filter(sender_email__in=emails):
            _unname(message, emails)
        Remark.objects.filter(person=person).update(person=None, by_name=SOMEBODY)
        Dispatch.objects.filter(letter__person=person).update(to="", why="")
        Comment.objects.filter(letter__person=person).delete()
        person.touches.update(person=None)
        person.letters.update(person=None, draft={})
        person.entries.update(person=None)
        Vouching.objects.filter(reference__person=person).delete()
        for model in (Seat, Present, Stop, PersonAddress, Reference, Favour, Post):
            model.objects.filter(person=person).delete()
        person.delete()
        _leave_word(account, "forgot_person", "Someone was forgotten", at, by)


def _unname(message: Message, emails: list[str]) -> None:
    """The words stay; who wrote them, and the raw mail that names them, go."""
    seen = message.reading.get("people", [])
    message.reading["people"] = [one for one in seen if one.get("email") not in emails]
    message.envelope = {
        key: value for key, value in message.envelope.items() if key not in ("reply_to", "headers")
    }
    message.sender_name, message.sender_email, message.has_raw = SOMEBODY, "", False
    message.save()
    Blob.objects.of(message.account).filter(sha256=message.sha256).delete()


def forget_hired(*, hired: Hired, at: datetime, by: str = Who.USER) -> None:
    """Forget the one who was hired, for good: the notes, and the copies that undo kept of them."""
    if not Hired.objects.filter(pk=hired.pk).exists():
        return
    with in_one_go(Event):
        _scrub(hired.account, [str(hired.pk)])
        case = hired.case_id
        hired.delete()
        says = "What stood of the one hired was forgotten"
        _leave_word(hired.account, "forgot_hired", says, at, by, case)


def forget_everything(*, account: UUID) -> int:
    """Remove every row of this account; the answer is how many there were."""
    gone = 0
    with in_one_go(Event):
        # An event points at the one it took back, and rows at one another: first come those
        # to which nobody points any more, until none is left.
        Event.objects.of(account).update(undoes=None)
        left: set[Any] = set(apps.get_app_config("casebook").get_models())
        while left:
            free = [m for m in left if not _pointed_at(m, left)]
            for model in free:
                gone += model.objects.filter(account=account).delete()[0]
            left -= set(free)
    return gone


def _pointed_at(model: Any, others: set[Any]) -> bool:
    return any(
        relation.related_model in others and relation.related_model is not model
        for relation in model._meta.related_objects
    )


def _scrub(account: UUID, marks: list[str], name: str = "") -> None:
    """Take it out of what undo remembers; those verbs can no longer be taken back."""
    for event in Event.objects.of(account).iterator(chunk_size=500):
        touched = bool(event.ledger) and any(mark in str(event.ledger) for mark in marks)
        named = bool(name) and name in event.says
        if touched:
            event.ledger, event.undoable = [], False
        if named:
            event.says = event.says.replace(name, SOMEBODY)
        if touched or named:
            event.save(update_fields=["ledger", "undoable", "says"])


def _leave_word(
    account: UUID, verb: str, says: str, at: datetime, by: str, case: UUID | None = None
) -> None:
    Event(
        account=account,
        entered_at=at,
        at=at,
        who=by,
        verb=verb,
        case=case,
        says=says,
        undoable=False,
    ).save(force_insert=True)
