"""Forgetting a person: who they are leaves every row, and no undo brings it back.

What they wrote stays in the case, because it is also the user's history; their
name, addresses, seat and private ties go, and so do the copies in the ledgers.
"""

from __future__ import annotations

from datetime import datetime

from afterword.casebook.event import Event, Who
from afterword.casebook.interview import Present
from afterword.casebook.person import Person, PersonAddress
from afterword.casebook.record import in_one_go
from afterword.casebook.remark import Remark
from afterword.casebook.seat import Seat
from afterword.casebook.seen import Exchange
from afterword.casebook.stop import Stop

#: Stands where a name stood, so that a letter of theirs still reads as somebody's.
SOMEBODY = "Someone you asked to forget"


def forget_person(*, person: Person, at: datetime, by: str = Who.USER) -> None:
    """Forget them for good; a second call finds nobody and changes nothing."""
    from afterword.casebook.message import Message

    if not Person.objects.filter(pk=person.pk).exists():
        return
    account = person.account
    with in_one_go(Event):
        emails = list(person.addresses.values_list("email", flat=True))
        _scrub(person, emails)
        Exchange.objects.of(account).filter(email__in=emails).delete()
        Message.objects.of(account).filter(sender_email__in=emails).update(
            sender_name=SOMEBODY, sender_email=""
        )
        Remark.objects.filter(person=person).update(person=None, by_name=SOMEBODY)
        for touch in person.touches.all():
            touch.person = None
            touch.save(update_fields=["person"])
        person.letters.update(person=None, draft={})
        person.entries.update(person=None)
        Seat.objects.filter(person=person).delete()
        Present.objects.filter(person=person).delete()
        Stop.objects.filter(person=person).delete()
        PersonAddress.objects.filter(person=person).delete()
        person.delete()
        Event(
            account=account,
            entered_at=at,
            at=at,
            who=by,
            verb="forgot_person",
            says="Someone was forgotten",
            undoable=False,
        ).save(force_insert=True)


def _scrub(person: Person, emails: list[str]) -> None:
    """Take the person out of what undo remembers; those verbs can no longer be taken back."""
    marks = [str(person.pk), *emails]
    for event in Event.objects.of(person.account).exclude(ledger=[]).iterator():
        if any(mark in str(event.ledger) for mark in marks):
            event.ledger = []
            event.undoable = False
            event.says = event.says.replace(str(person), SOMEBODY)
            event.save(update_fields=["ledger", "undoable", "says"])
